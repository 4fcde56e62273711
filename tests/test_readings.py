"""What is kept of a reading from one build to the next: the same values, and never those of another text or program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import AS_OF, ROOT, Run
from readings import written_order

from extractor.kept import digest_of
from extractor.model import Order
from extractor.pipeline import read_reading
from extractor.readings import KEPT, Readings

# One order for each kind of deadline, and for what else a reading can hold.
TEXTS = (
    "The Secretary of Labor shall publish a plan within 30 days of the date of this order.",
    "By January 31, 2027, the Secretary of War, through the Director of the National Security Agency, shall report.",
    "Within 60 days of receipt of the report, the Attorney General, in consultation with the Secretary of State, shall act.",
    "The Administrator of General Services shall report annually — “as required” — and may wait.",
    "Within 4000000 days, the Secretary of Energy shall not delay it.",
    "Sec. 1. Purpose. It is the policy of the United States to be brief.",
)
SIGNED = date(2026, 6, 2)


def kept(folder: Path, *orders: Order) -> Path:
    """A workshop in which a build has kept the readings of some orders."""
    readings = Readings(folder)
    for order in orders:
        readings.of(order)
    readings.keep()
    return folder


def forged(folder: Path) -> Path:
    """The same with another verb in every reading, so that whoever takes what is kept says so."""
    _, content = (folder / KEPT).read_bytes().split(b"\n", 1)
    content = content.replace(b"publish", b"PUBLISH")
    (folder / KEPT).write_bytes(digest_of(content) + b"\n" + content)
    return folder


def action(order: Order, folder: Path) -> str:
    """What the order's first duty says to do, for a run that may take what is kept."""
    return Readings(folder).of(order).obligations[0].action


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_kept_is_the_reading(tmp_path: Path, text: str):
    order = written_order(text)
    assert Readings(kept(tmp_path, order)).of(order) == read_reading(order)


CHANGES = {
    "nothing": ({}, "PUBLISH a plan"),
    "a word": ({"body": "Sec. 2. Tasks. " + TEXTS[0].replace("a plan", "no plan")}, "publish no plan"),
    "the signing date": ({"signed": date(2026, 6, 3)}, "publish a plan"),
    "the title": ({"title": "Another"}, "publish a plan"),
    "the id": ({"id": "eo-14998"}, "publish a plan"),
    "how true the text is": ({"text": "restatement"}, "publish a plan"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_order_that_differs_in_anything_is_read_anew(tmp_path: Path, change: str):
    fields, expected = CHANGES[change]
    order = written_order(TEXTS[0])
    assert action(replace(order, **fields), forged(kept(tmp_path, order))).startswith(expected)


@pytest.mark.parametrize("place", [0, 70, 200, -1])
def test_what_was_damaged_is_read_anew(tmp_path: Path, place: int):
    order = written_order(TEXTS[0])
    file = kept(tmp_path, order) / KEPT
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    assert action(order, tmp_path).startswith("publish a plan")


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}", digest_of(b"[]") + b"\n[]", digest_of(b'{"a":{}}') + b'\n{"a":{}}']
)
def test_a_file_of_another_form_is_as_good_as_none(tmp_path: Path, content: bytes):
    (tmp_path / KEPT).write_bytes(content)
    order = written_order(TEXTS[0])
    assert Readings(tmp_path).of(order) == read_reading(order)


def test_only_what_was_asked_for_is_kept(tmp_path: Path):
    one, other = map(written_order, TEXTS[:2])
    kept(tmp_path, one, other)
    kept(tmp_path, one)
    alone = (tmp_path / KEPT).read_bytes()
    assert action(one, forged(tmp_path)).startswith("PUBLISH")
    shutil.rmtree(tmp_path)
    assert (kept(tmp_path, one) / KEPT).read_bytes() == alone


def test_where_ci_is_set_nothing_is_believed_or_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    order = written_order(TEXTS[0])
    forged(kept(tmp_path / "brought", order))
    monkeypatch.setenv("CI", "true")
    assert action(order, tmp_path / "brought").startswith("publish a plan")
    assert not kept(tmp_path / "fresh", order).exists()


@pytest.mark.slow
@pytest.mark.parametrize("changed", ["find/rules/modals.py", "words/verbs.txt", "publish/pages.py"])
def test_another_program_reads_anew(tmp_path: Path, changed: str):
    shutil.copytree(ROOT / "extractor", tmp_path / "extractor", ignore=shutil.ignore_patterns("__pycache__"))
    asked = f"""if True:
        import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT / "tests")!r}]
        from test_readings import TEXTS, action, forged, kept, written_order
        order, folder = written_order(TEXTS[0]), __import__("pathlib").Path({str(tmp_path / "kept")!r})
        first = not folder.exists()
        print(action(order, forged(kept(folder, order)) if first else folder).split()[0])
    """

    def said() -> str:
        environment = os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT / 'tests'}"}
        done = subprocess.run(
            [sys.executable, "-c", asked],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    assert [said(), said()] == ["PUBLISH", "PUBLISH"]
    with (tmp_path / "extractor" / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert said() == "publish"


def test_a_second_build_is_the_first_byte_for_byte_and_check_agrees(project: Path, tracker: Run):
    def built() -> dict[str, bytes]:
        done = tracker("build", "--as-of", AS_OF, cwd=project)
        assert done.returncode == 0, done.stderr
        folders = (project / "site", project / "build")
        return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}

    first = built()
    assert str(project / "build" / KEPT) in first
    assert built() == first
    assert tracker("check", "--as-of", AS_OF, cwd=project).returncode == 0
    text = project / "source/eo-14409/order.md"
    text.write_text(text.read_text("utf-8").replace("shall", "may", 1), "utf-8")
    assert tracker("check", "--as-of", AS_OF, cwd=project).returncode == 1
