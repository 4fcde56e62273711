"""Writing: the whole output or none of it, and never outside its folder."""

import os
import shutil
from pathlib import Path

import pytest

from extractor import write as writer
from extractor.made_here import LIST
from extractor.model import OutputFile
from extractor.problems import ProblemsFound
from extractor.staging import staged
from extractor.write import write


def content(folder: Path) -> dict[str, bytes]:
    """The files of a folder but for the lists of what was made."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def files(*paths: str, words: bytes = b"new") -> list[OutputFile]:
    return [OutputFile(path, words) for path in paths]


def test_the_folder_holds_the_files_and_nothing_else(tmp_path):
    folder = tmp_path / "build" / "docs"
    write(files("index.md", "orders/eo-1/2-c/index.md"), folder)
    write(files("index.md", "other.md"), folder)
    assert content(tmp_path) == {"build/docs/index.md": b"new", "build/docs/other.md": b"new"}
    assert (folder / LIST).read_text("utf-8").splitlines()[2:] == ["index.md", "other.md"]


@pytest.mark.parametrize(
    "paths",
    [
        ["../x"], ["a/../../x"], ["/x"], ["a//b"], ["./a"], ["a/."], [""], ["a/"], ["a\\b"], ["a\0b"], ["a\nb"], ["C:x"], ["a."],
        ["a "], ["nul"], ["aux.txt"], ["x" * 256], ["é" * 128], ["a?"], ["\ud800"],
        ["a", "a"], ["a", "A"], ["é", "e\u0301"], ["straße", "STRASSE"], ["a", "a/b"], ["a/b", "A"], ["A/x", "a/y"],
    ],
)  # fmt: skip
def test_a_path_that_cannot_be_is_refused_and_nothing_is_written(tmp_path, paths):
    folder = tmp_path / "docs"
    write(files("old.md"), folder)
    with pytest.raises(ProblemsFound) as found:
        write(files("good.md", *paths), folder)
    assert len(found.value.problems) >= 1
    assert content(tmp_path) == {"docs/old.md": b"new"}


def test_all_bad_paths_are_named(tmp_path):
    with pytest.raises(ProblemsFound) as found:
        write(files("../a", "b", "B", "/c"), tmp_path / "docs")
    assert [problem.found for problem in found.value.problems] == ["'B'", "'../a'", "'/c'"]


def mine(tmp_path: Path) -> Path:
    return tmp_path / "mine"


def linked(tmp_path: Path) -> Path:
    (tmp_path / "link").symlink_to("mine")
    return tmp_path / "link"


def linked_twice(tmp_path: Path) -> Path:
    (tmp_path / "other").symlink_to(linked(tmp_path))
    return tmp_path / "other"


def below_a_link(tmp_path: Path) -> Path:
    (tmp_path / "here").symlink_to(".")
    return tmp_path / "here/mine"


def by_two_dots(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    return tmp_path / "below/../mine"


def made_here_before(tmp_path: Path) -> Path:
    """A folder that was made here, to which something was added."""
    kept = tmp_path / "mine"
    kept.rename(tmp_path / "kept")
    write(files("a", "b/c"), kept)
    shutil.copytree(tmp_path / "kept", kept, dirs_exist_ok=True, symlinks=True)
    shutil.rmtree(tmp_path / "kept")
    return kept


def with_anothers_list(tmp_path: Path) -> Path:
    (tmp_path / "mine" / LIST).write_text("shopping\n\nletter.odt\n", "utf-8")
    return tmp_path / "mine"


ROADS = (mine, linked, linked_twice, below_a_link, by_two_dots, made_here_before, with_anothers_list)
BELONGINGS = (".git/", "source/", "mkdocs.yml", "letter.odt", "b/letter.odt", "b/none/", "away@")  # a folder/, a link@


@pytest.mark.parametrize("belonging", BELONGINGS)
@pytest.mark.parametrize("road", ROADS)
def test_a_folder_that_was_not_made_here_is_never_replaced_by_whatever_road(tmp_path, road, belonging):
    name = belonging.rstrip("/@")
    mine = tmp_path / "mine" / name
    mine.parent.mkdir(parents=True)
    if belonging.endswith("/"):
        mine.mkdir()
    elif belonging.endswith("@"):
        mine.symlink_to("/etc")
    else:
        mine.write_text("mine")
    folder = road(tmp_path)
    with pytest.raises(ProblemsFound) as found:
        write(files("a"), folder)
    (problem,) = found.value.problems
    assert name.split("/")[0] in problem.found and os.path.lexists(mine), problem
    assert mine.is_dir() or mine.read_text() == "mine"


def test_a_folder_from_which_files_were_taken_or_that_a_file_manager_visited_is_replaced(tmp_path):
    folder = tmp_path / "docs"
    write(files("a", "b/c", "b/d/e", "caf\u00e9"), folder)
    (folder / "a").unlink()
    (folder / "b/d/e").unlink()
    (folder / "caf\u00e9").rename(folder / "cafe\u0301")  # as some file systems give a name back
    (folder / "b/.DS_Store").touch()
    write(files("x"), folder)
    assert content(tmp_path) == {"docs/x": b"new"}


def test_an_unfinished_folder_takes_no_place_that_is_not_its_own(tmp_path):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/letter.odt").write_text("mine")
    with staged(tmp_path, "site", folder=True) as fresh, pytest.raises(ProblemsFound):
        (fresh / "index.html").touch()
        writer.settle(fresh, tmp_path / "theirs")
    assert content(tmp_path) == {"theirs/letter.odt": b"mine"}


def test_the_working_folder_a_file_and_the_root_are_never_replaced(tmp_path, monkeypatch):
    (tmp_path / "below").mkdir()
    (tmp_path / "file").write_text("x")
    monkeypatch.chdir(tmp_path / "below")
    for folder in (tmp_path, tmp_path / "below", tmp_path / "file", Path("/"), Path.home()):
        with pytest.raises(ProblemsFound):
            write(files("a"), folder)
    assert content(tmp_path) == {"file": b"x"}


def test_what_an_interrupted_run_put_aside_is_removed_when_the_new_one_is_there(tmp_path):
    write(files("a"), tmp_path / "docs")
    write(files("a", words=b"old"), tmp_path / ".docs.0123abcd.old")
    write(files("b"), tmp_path / "docs")
    assert content(tmp_path) == {"docs/b": b"new"}


def test_an_interruption_while_writing_leaves_the_old_folder(tmp_path, monkeypatch):
    folder = tmp_path / "docs"
    write(files("a", words=b"old"), folder)

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, "_fill", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(files("a"), folder)
    assert content(folder) == {"a": b"old"}


def test_an_interruption_between_the_renames_is_mended_by_the_next_run(tmp_path):
    folder = tmp_path / "docs"
    write(files("a", words=b"old"), folder)
    folder.rename(tmp_path / ".docs.0123abcd.old")
    with pytest.raises(ProblemsFound):
        write(files("/bad"), folder)
    assert content(tmp_path) == {".docs.0123abcd.old/a": b"old"}
    write(files("b"), folder)
    assert content(tmp_path) == {"docs/b": b"new"}


def test_a_disk_that_refuses_is_a_problem_and_leaves_nothing_behind(tmp_path, monkeypatch):
    folder = tmp_path / "docs"
    write(files("a", words=b"old"), folder)
    monkeypatch.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ProblemsFound, match="error: "):
        write(files("a"), folder)
    assert content(tmp_path) == {"docs/a": b"old"}


def test_a_link_to_a_folder_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(files("a"), tmp_path / "link")
    assert content(tmp_path / "real") == {"a": b"new"}
    assert (tmp_path / "link").is_symlink()
