"""What ``tracker check`` says of things in ``source/`` that are no files of their own: never ignored, never opened."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Run
from test_wrong_entries import ORDER, project  # noqa: F401  the fixture

from extractor.commands.check import command as check
from extractor.problems import listed
from extractor.source.orders import read_source

FOLDER = "source/eo-9001"
PROGRESS, TEXT = f"{FOLDER}/progress.yml", f"{FOLDER}/order.md"


def to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def to_nothing(path: Path) -> None:
    path.symlink_to("nowhere")


def to_passwd(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def to_the_folder_above(path: Path) -> None:
    path.symlink_to("..")


def to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def as_folder(path: Path) -> None:
    path.mkdir()


def as_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def as_file(path: Path) -> None:
    path.write_text("log:\n", "utf-8")


# Where, what is put there, and words of the message.
UNFIT: list[tuple[str, Callable[[Path], None], str]] = [
    (PROGRESS, to_itself, "a link that leads nowhere"),
    (PROGRESS, to_nothing, "a link that leads nowhere"),
    (PROGRESS, to_passwd, "a link that leads out of source/"),
    (PROGRESS, to_a_device, "a link that leads out of source/"),
    (PROGRESS, to_the_folder_above, "a link to a folder"),
    (PROGRESS, as_folder, "a folder"),
    (PROGRESS, as_socket, "a socket"),
    (f"{FOLDER}/register.yml", to_nothing, "a link that leads nowhere"),
    (f"{FOLDER}/register.yml", as_folder, "a folder"),
    (f"{FOLDER}/corrections.yml", to_passwd, "a link that leads out of source/"),
    (TEXT, to_itself, "a link that leads nowhere"),
    (TEXT, to_passwd, "a link that leads out of source/"),
    (TEXT, as_folder, "a folder"),
    (f"{FOLDER}/progress.yaml", as_file, "no part of the tracker reads this file"),
    ("source/eo-9002", to_itself, "a link that leads nowhere"),
    ("source/eo-9002", to_nothing, "a link that leads nowhere"),
    ("source/eo-9002", to_passwd, "a link that leads out of source/"),
    ("source/eo-9002", as_socket, "a socket"),
    ("source/progress.yml", as_file, "this file belongs to no order"),
]


def checked(project: Path) -> str:  # noqa: F811
    done = CliRunner().invoke(check, ["--project", str(project)])
    assert (done.exit_code, type(done.exception)) == (1, SystemExit), done.output
    return done.stdout


@pytest.mark.parametrize(("name", "put", "words"), UNFIT, ids=lambda value: getattr(value, "__name__", value))
def test_what_is_no_file_of_its_own_is_an_error(project: Path, name: str, put: Callable[[Path], None], words: str):  # noqa: F811
    (project / name).unlink(missing_ok=True)
    put(project / name)
    said = checked(project)
    assert said.startswith(f"{name}: error: "), said
    assert words in said and "fix: " in said, said
    assert "root:" not in said  # no word of /etc/passwd


@pytest.mark.parametrize("name", [PROGRESS, TEXT, "source/eo-9002"])
def test_a_pipe_is_refused_and_not_waited_for(tracker: Run, project: Path, name: str):  # noqa: F811
    (project / name).unlink(missing_ok=True)
    os.mkfifo(project / name)
    done = tracker("check", cwd=project)
    assert done.returncode == 1
    assert f"{name}: error: " in done.stdout and "a pipe" in done.stdout, done.stdout


def test_a_link_to_a_file_inside_source_is_that_file(project: Path):  # noqa: F811
    (project / "source" / "eo-9002").mkdir()
    (project / "source" / "eo-9002" / "order.md").write_text(ORDER.replace("eo-9001", "eo-9002"), "utf-8")
    (project / PROGRESS).write_text("log:\n  1-d: [{date: 2026-03-20, note: x}]\n", "utf-8")
    (project / "source" / "eo-9002" / "progress.yml").symlink_to("../eo-9001/progress.yml")
    assert CliRunner().invoke(check, ["--project", str(project)]).exit_code == 0


def test_other_files_beside_the_orders_are_no_business_of_ours(project: Path):  # noqa: F811
    (project / "source" / "README.md").write_text("Orders.\n", "utf-8")
    (project / "source" / ".hidden").symlink_to("nowhere")
    assert CliRunner().invoke(check, ["--project", str(project)]).exit_code == 0


@pytest.mark.parametrize(
    ("line", "place", "message", "fix"),
    [
        ("title: Lamps #3 of 4", "5:14", "title: cut at the “#”", 'title: "Lamps #3 of 4"'),
        ("title: Lam\u202eps", "5:11", "a character that nobody sees", "delete it"),
        ("title: Lam\u200bps", "5:11", "a character that nobody sees", "delete it"),
        ("title: Lamps\npublished: March 5, 2026", "6:12", "published: not a date", "did you mean “2026-03-05”?"),
        ("title: Lamps\nsigend: 2026-03-02", "6:1", "unknown field", "did you mean “signed”?"),
    ],
)
def test_the_front_matter_is_judged_alike(project: Path, line: str, place: str, message: str, fix: str):  # noqa: F811
    text = ORDER.replace("title: Keeping the Lighthouses Lit", line)
    (project / TEXT).write_text(text, "utf-8")
    said = checked(project)
    assert said.startswith(f"{TEXT}:{place}: error: {message}"), said
    assert fix in said
    assert said.split("\n")[1].strip().startswith(f"{place.split(':')[0]} | ")
    assert said.split("\n")[2].strip() == "|" + " " * int(place.split(":")[1]) + "^"


def test_the_text_of_an_order_is_never_touched_for_what_it_holds(project: Path):  # noqa: F811
    text = (project / TEXT).read_text("utf-8")
    (project / TEXT).write_text(text.replace("Ships are praised", "Ships\u200b are praised"), "utf-8")
    assert CliRunner().invoke(check, ["--project", str(project)]).exit_code == 0


def test_lists_in_messages_are_cut(project: Path):  # noqa: F811
    (project / TEXT).unlink()
    for number in range(40):
        (project / FOLDER / f"{number:02}.txt").write_text("x", "utf-8")
    assert "10.txt, 11.txt and 28 more" in checked(project)


@pytest.mark.parametrize(
    ("count", "ends"), [(0, ""), (1, "1"), (12, "11, 12"), (13, "12 and 1 more"), (500, "12 and 488 more")]
)
def test_a_list_holds_twelve(count: int, ends: str):
    assert listed(str(number) for number in range(1, count + 1)).endswith(ends)


def test_what_people_write_in_corrections_is_judged_alike(project: Path):  # noqa: F811
    text = "corrections:\n  - id: 1-d\n    date: 2026-03-20\n    set:\n      kind: duty\n    reason: all \u202edone\n"
    (project / FOLDER / "corrections.yml").write_text(text, "utf-8")
    said = checked(project)
    assert f"{FOLDER}/corrections.yml:6:17: error: a character that nobody sees" in said, said
    assert "6 |     reason: all �done" in said


def test_an_effective_day_beside_the_words_is_a_warning(tmp_path):
    """The front matter wins, and somebody is told."""
    words = "This order shall take effect on April 15, 2027."
    for stated, found in (("2027-01-01", ["effective: the order’s words name another day"]), ("2027-04-15", [])):
        folder = tmp_path / stated / "eo-15900"
        folder.mkdir(parents=True)
        (folder / "order.md").write_text(
            "---\nid: eo-15900\nkind: executive order\nnumber: 15900\ntitle: Looms\nsigned: 2026-06-02\n"
            f"effective: {stated}\ntext: restatement\n---\n\n## Sec. 1. Looms.\n\n"
            f"(a) Within 60 days of the effective date of this order, the Archivist shall number the looms. {words}\n",
            "utf-8",
        )
        source = read_source(folder.parent, date(2026, 7, 10))
        assert [each.message for each in source.warnings if each.message.startswith("effective")] == found
        (order,) = source.orders
        assert str(order.reading.obligations[0].schedule.due) == ("2027-03-02" if found else "2027-06-14")
