"""Death, full disks and failing generators: the site is the old one or the new one, whole, and nothing is left over.

After a death it is so at the latest when the next command has run. A folder that no build made is never replaced.
"""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, Run

from extractor.cli import main
from extractor.lock import build_lock, locked
from extractor.made_here import LIST
from extractor.model import OutputFile
from extractor.problems import ProblemsFound
from extractor.project import find_project
from extractor.publish import site as site_module
from extractor.publish.calendars.drawn import KEPT as QR_CODES
from extractor.publish.one_build import one_build
from extractor.readings import KEPT
from extractor.staging import clear, staged
from extractor.write import add, write_one

ORDER = """---
id: eo-9001
kind: executive order
title: {title}
signed: 2026-03-10
text: restatement
---
## Section 1. Duties.

(a) Within 30 days of the date of this order, the Secretary of Labor shall publish a plan.
"""
RANDOM_KILLS = int(os.environ.get("TRACKER_KILLS", "4"))  # 100 takes some minutes

Files = dict[str, bytes]


def state(folder: Path) -> Files:
    """Every file of a folder, hidden ones too, and every empty folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


def titled(project: Path, title: str) -> None:
    """Give the project's one order a title, which then stands in its site."""
    (project / "source/eo-9001/order.md").write_text(ORDER.format(title=title), "utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with one order of one obligation, and with settings."""
    project = tmp_path / "project"
    (project / "source/eo-9001").mkdir(parents=True)
    titled(project, "Old")
    shutil.copy2(ROOT / "mkdocs.yml", project)
    return project


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> None:
    """A generator that copies the pages, in place of one that takes seconds; what it makes is not proved."""
    monkeypatch.setattr("extractor.publish.proof.site.site_losses", lambda *_: ())
    monkeypatch.setattr(
        site_module,
        "_run_mkdocs",
        lambda config, docs, fresh, overrides: shutil.copytree(docs, fresh, dirs_exist_ok=True),
    )


def built(project: Path) -> Files:
    """Build in this process; the whole project afterwards."""
    done = CliRunner().invoke(main, ["build", "--project", str(project), "--as-of", "2026-04-01"])
    assert done.exit_code == 0, done.output
    return state(project)


def in_a_process_that_dies(work: Callable[[], object]) -> int:
    """Run ``work`` in a copy of this process, where something kills it; the signal that did, or 0."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        try:
            work()
        finally:
            os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def dying_at(number: int) -> None:
    """From here on this process dies before its ``number``-th rename."""
    left = iter(range(number - 1))
    real = {"rename": os.rename, "replace": os.replace, "rmdir": os.rmdir}

    def counted(work: Callable) -> Callable:
        def step(*arguments, **options):
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return work(*arguments, **options)

        return step

    for name, work in real.items():
        setattr(os, name, counted(work))


@pytest.mark.slow
def test_a_build_that_dies_at_any_rename_leaves_the_old_site_or_the_new(small: Path, copying: None):
    old = built(small)
    titled(small, "New")
    new = built(small)
    assert old != new
    for number in range(1, 400):
        titled(small, "Old")
        assert built(small) == old
        titled(small, "New")
        died = in_a_process_that_dies(lambda number=number: (dying_at(number), built(small)))
        assert CliRunner().invoke(main, ["status", "--project", str(small)]).exit_code == 0
        for part in ("site", "build/docs"):
            assert state(small / part) in (state_of(old, part), state_of(new, part)), f"{part} at rename {number}"
        (small / "source/eo-9001/order.md").write_text("no order\n", "utf-8")
        assert CliRunner().invoke(main, ["build", "--project", str(small)]).exit_code == 1
        assert sorted(os.listdir(small)) == ["build", "mkdocs.yml", "site", "source"]
        assert set(os.listdir(small / "build")) <= {"docs", KEPT, QR_CODES}, f"at rename {number}"
        if not died:
            break
    assert number > 4 and not died, "every rename was tried, and then the build came to its end"


def state_of(whole: Files, part: str) -> Files:
    """The files of one folder of a project, by their paths in it."""
    return {path.removeprefix(f"{part}/"): content for path, content in whole.items() if path.startswith(f"{part}/")}


def test_a_log_whose_writer_dies_at_any_step_is_the_old_or_the_new(small: Path):
    log = small / "source/eo-9001/progress.yml"
    log.write_bytes(b"old")
    log.chmod(0o640)
    for number in range(1, 10):
        died = in_a_process_that_dies(lambda number=number: (dying_at(number), write_one(log, b"new")))
        assert log.read_bytes() == (b"old" if died else b"new")
        assert sorted(os.listdir(log.parent)) == ["order.md", "progress.yml"]
        if not died:
            break
    assert number == 2
    write_one(log, b"newer")
    assert (log.read_bytes(), oct(log.stat().st_mode)[-3:], os.listdir(small / "build")) == (b"newer", "640", [])


def test_an_import_that_dies_leaves_nothing_in_source(small: Path, copying: None):
    def importing() -> None:
        dying_at(1)
        add([OutputFile("order.md", b"words")], small / "source/eo-9002")

    assert in_a_process_that_dies(importing)
    assert os.listdir(small / "source") == ["eo-9001"]
    assert len(os.listdir(small / "build")) == 1
    built(small)
    assert set(os.listdir(small / "build")) == {"docs", KEPT, QR_CODES}


def test_outside_a_project_a_file_is_staged_beside_itself(tmp_path: Path):
    (tmp_path / ".note.0123abcd.new").write_bytes(b"left by a dead process")
    write_one(tmp_path / "note", b"words")
    assert state(tmp_path) == {"note": b"words"}


def test_where_the_build_folder_cannot_be_used_a_file_is_staged_beside_itself(small: Path):
    (small / "build").write_bytes(b"a file is in the way")
    write_one(small / "source/eo-9001/progress.yml", b"words")
    assert sorted(os.listdir(small / "source/eo-9001")) == ["order.md", "progress.yml"]


def test_a_new_file_has_the_mode_that_any_new_file_has(tmp_path: Path):
    write_one(tmp_path / "one", b"")
    (tmp_path / "other").touch()
    assert (tmp_path / "one").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_only_what_has_a_hidden_name_of_ours_is_cleared_away(tmp_path: Path):
    others = {
        ".new",
        ".mine.new",
        ".a.0123abcd.new.txt",
        ".docs.0123abcd.old",
        "docs.0123abcd.new",
        ".docs.0123abcg.new",
    }
    for name in (*others, ".docs.0123abcd.new"):
        (tmp_path / name).mkdir()
    clear(tmp_path)
    assert set(os.listdir(tmp_path)) == others


def test_what_a_log_is_writing_is_not_cleared_away_by_a_build(small: Path, copying: None):
    from extractor.lock import source_lock

    (small / "build").mkdir()
    waits = []

    def clearing() -> None:
        with one_build(find_project(small), lambda: None):
            waits.append(fresh.exists())

    with locked(source_lock(small / "source")), staged(small / "build", "progress.yml") as fresh:
        builder = threading.Thread(target=clearing)
        builder.start()
        builder.join(0.3)
        assert builder.is_alive() and fresh.exists()
    builder.join(300)
    assert waits == [False]


def site_a_link(project: Path) -> Path:
    (project / "site").symlink_to("../elsewhere")
    return project.parent / "elsewhere"


def build_a_link(project: Path) -> Path:
    (project.parent / "elsewhere").mkdir()
    (project / "build").symlink_to("../elsewhere")
    return project.parent / "elsewhere/docs"


def a_site_in_use(project: Path) -> Path:
    built(project)
    return project / "site"


ROADS = (site_a_link, build_a_link, a_site_in_use)  # to a folder with work of somebody else's; test_write.py has more


@pytest.mark.parametrize("road", ROADS)
def test_a_folder_that_no_build_made_is_never_replaced(small: Path, copying: None, road: Callable[[Path], Path]):
    place = road(small)
    (place / "letters").mkdir(parents=True)
    (place / "letters/2026.odt").write_text("mine", "utf-8")
    before = state(place)
    done = CliRunner().invoke(main, ["build", "--project", str(small), "--as-of", "2026-05-01"])
    assert isinstance(done.exception, ProblemsFound), done.output
    (problem,) = done.exception.problems
    assert problem.message == "this folder holds what tracker build did not make, and is not replaced"
    assert (problem.file, problem.found) == (
        str(place),
        "letters/2026.odt" if road is a_site_in_use else "letters",
    ) and state(place) == before


def test_a_site_that_a_build_made_is_replaced_wherever_it_stands(small: Path, copying: None):
    (small / "site").symlink_to("../deployed")
    built(small)
    titled(small, "New")
    (small.parent / "deployed/.DS_Store").write_bytes(b"a file manager was here")
    (small.parent / "deployed/index.md").unlink()
    whole = built(small)
    assert (small / "site").is_symlink() and sorted(os.listdir(small.parent)) == ["deployed", "project"]
    assert state(small.parent / "deployed").keys() - {LIST} == state_of(whole, "build/docs").keys() - {LIST}


@pytest.mark.slow
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_build_folder_that_is_a_link_keeps_what_else_is_there(small: Path, tracker: Run, builder: str):
    place = small.parent / "elsewhere"
    for name in (".cache/mine", "zensical.yml", ".letters.new/mine", "theme/mine"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text("mine", "utf-8")
    before = state(place)
    (small / "build").symlink_to(place)
    assert tracker("build", "--builder", builder, cwd=small).returncode == 0
    assert before.items() <= state(place).items()


def test_a_link_that_leads_to_itself_is_one_problem(small: Path, copying: None):
    (small / "site").symlink_to("site")
    done = CliRunner().invoke(main, ["build", "--project", str(small)])
    assert isinstance(done.exception, ProblemsFound) and len(done.exception.problems) == 1


def test_a_second_build_waits_says_so_and_gives_up_with_a_clear_problem(small: Path):
    project, said = find_project(small), []
    with (
        locked(build_lock(small)),
        pytest.raises(ProblemsFound) as found,
        one_build(project, lambda: said.append("waiting"), wait=0.1),
    ):
        pass
    assert said == ["waiting"]
    assert "another tracker command is at work here" in found.value.problems[0].message


@pytest.mark.slow
def test_two_builds_at_once_do_not_mix(small: Path):
    command = [sys.executable, "-m", "extractor", "build", "--as-of"]
    days = ("2026-04-01", "2026-05-01")
    running = [
        subprocess.Popen([*command, day], cwd=small, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        for day in days
    ]
    said = [process.communicate(timeout=300) for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert sorted(error for _, error in said) == [
        "",
        "Another build is at work in this folder; waiting until it has ended.\n",
    ]
    pages = {(small / "site" / page).read_text("utf-8") for page in ("index.html", "status/index.html")}
    assert len({day for day in ("April 1, 2026", "May 1, 2026") if all(day in page for page in pages)}) == 1
    assert set(os.listdir(small / "build")) == {"docs", KEPT, QR_CODES}


@pytest.mark.slow
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_build_killed_at_a_random_moment_leaves_the_old_or_the_new(small: Path, tracker: Run, builder: str):
    build = ("build", "--as-of", "2026-04-01", "--builder", builder)
    whole, seconds = {}, 0.0
    for title in ("Old", "New"):
        titled(small, title)
        begun = time.monotonic()
        assert tracker(*build, cwd=small).returncode == 0
        seconds = time.monotonic() - begun
        whole[title] = state(small)
    moments, killed = random.Random(8), 0
    for number in range(RANDOM_KILLS):
        titled(small, "Old" if number % 2 == 0 else "New")
        running = subprocess.Popen(
            [sys.executable, "-m", "extractor", *build], cwd=small, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(moments.uniform(0.1, 1.0) * seconds)
        running.kill()
        killed += running.wait(300) != 0
        assert tracker("status", cwd=small).returncode == 0
        for part in ("site", "build/docs"):
            assert state(small / part) in [state_of(each, part) for each in whole.values()], part
        assert sorted(os.listdir(small)) == ["build", "mkdocs.yml", "site", "source"]
    assert killed
    titled(small, "Old")
    assert tracker(*build, cwd=small).returncode == 0
    assert state(small) == whole["Old"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that holds the pages of the small project but neither generator's site."""
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1000k", "tmpfs", place], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.mark.slow
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_full_disk_is_one_problem(small: Path, tiny_disk: Path, tracker: Run, builder: str):
    project = Path(shutil.copytree(small, tiny_disk / "project"))
    (project / "site").mkdir()
    (project / "site/index.html").write_text("the old site", "utf-8")
    done = tracker("build", "--as-of", "2026-04-01", "--builder", builder, cwd=project)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) <= 3 and "Traceback" not in done.stderr, done.stderr
    assert set(os.listdir(project / "build")) <= {"docs", QR_CODES}
    assert state(project / "site") == {"index.html": b"the old site"}


@pytest.mark.slow
def test_a_file_that_the_system_refuses_is_one_problem(small: Path):
    """The generator may write no file above 100,000 bytes: a disk's refusal at another moment, real all the same."""

    def build_with_a_limit() -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-m", "extractor", "build"], cwd=small, capture_output=True, encoding="utf-8", check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
        )  # fmt: skip

    done = build_with_a_limit()
    assert done.returncode == 1 and os.strerror(errno.EFBIG) in done.stderr and "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 3, done.stderr
    assert set(os.listdir(small / "build")) == {"docs", QR_CODES}


@pytest.mark.parametrize(
    ("page", "calendar", "cut"),
    [
        ("<html></html>\n", "words", []),
        ("", "words", ["index.html"]),
        ("<html><body>", "words", ["index.html"]),
        ("<html></html>", "wor", ["all.ics"]),
        (None, None, ["all.ics", "index.html"]),
    ],
)
def test_a_generator_that_reports_success_is_not_believed(tmp_path: Path, page, calendar, cut):
    for name, text in {
        "docs/index.md": "# A",
        "docs/all.ics": "words",
        "site/index.html": page,
        "site/all.ics": calendar,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        if text is not None:
            (tmp_path / name).write_text(text, "utf-8")
    assert site_module._cut_short(tmp_path / "docs", tmp_path / "site") == cut


FAULTS = {
    "the disk": (OSError(errno.ENOSPC, "No space left on device", "/x/site/a.html"), "No space left on device: /x/site/a.html"),
    "a plug-in": (KeyError("nav"), "'nav'"),
    "an exit": (SystemExit(), "SystemExit"),
    "many lines": (ValueError("one\ntwo"), "one two"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_whatever_the_generator_raises_is_one_problem(small: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    error, words = FAULTS[name]

    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr("mkdocs.commands.build.build", failing)
    done = CliRunner().invoke(main, ["build", "--project", str(small), "--as-of", "2026-04-01"])
    assert isinstance(done.exception, ProblemsFound)
    assert [problem.message for problem in done.exception.problems] == [f"the site could not be built: {words}"]
    assert not (small / "site").exists() and set(os.listdir(small / "build")) == {"docs", QR_CODES}
