"""Writing: the whole output or none of it, and never outside its folder."""

from pathlib import Path

import pytest

from extractor import write as writer
from extractor.model import OutputFile
from extractor.problems import ProblemsFound
from extractor.write import write


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files(*paths: str, words: bytes = b"new") -> list[OutputFile]:
    return [OutputFile(path, words) for path in paths]


def test_the_folder_holds_the_files_and_nothing_else(tmp_path):
    folder = tmp_path / "build" / "docs"
    write(files("index.md", "orders/eo-1/2-c/index.md"), folder)
    write(files("index.md", "other.md"), folder)
    assert content(tmp_path) == {"build/docs/index.md": b"new", "build/docs/other.md": b"new"}


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


@pytest.mark.parametrize("kept", [".git", "source", "mkdocs.yml"])
def test_a_folder_that_people_keep_work_in_is_never_replaced(tmp_path, kept):
    (tmp_path / "mine" / kept).mkdir(parents=True)
    with pytest.raises(ProblemsFound):
        write(files("a"), tmp_path / "mine")
    assert (tmp_path / "mine" / kept).is_dir()


def test_the_working_folder_a_file_and_the_root_are_never_replaced(tmp_path, monkeypatch):
    (tmp_path / "below").mkdir()
    (tmp_path / "file").write_text("x")
    monkeypatch.chdir(tmp_path / "below")
    for folder in (tmp_path, tmp_path / "below", tmp_path / "file", Path("/"), Path.home()):
        with pytest.raises(ProblemsFound):
            write(files("a"), folder)
    assert content(tmp_path) == {"file": b"x"}


def test_what_an_interrupted_run_left_is_cleared(tmp_path):
    (tmp_path / ".docs.12ab.new" / "half").mkdir(parents=True)
    (tmp_path / ".docs.old").write_text("a file where a folder was")
    write(files("a"), tmp_path / "docs")
    assert content(tmp_path) == {"docs/a": b"new"}


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
    folder.rename(tmp_path / ".docs.old")
    with pytest.raises(ProblemsFound):
        write(files("/bad"), folder)
    write(files("b"), folder)
    assert content(tmp_path) == {"docs/b": b"new"}


def test_a_disk_that_refuses_is_a_problem_and_leaves_nothing_behind(tmp_path, monkeypatch):
    folder = tmp_path / "docs"
    write(files("a", words=b"old"), folder)
    monkeypatch.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ProblemsFound, match="1 problem"):
        write(files("a"), folder)
    assert content(tmp_path) == {"docs/a": b"old"}


def test_a_link_to_a_folder_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(files("a"), tmp_path / "link")
    assert content(tmp_path / "real") == {"a": b"new"}
    assert (tmp_path / "link").is_symlink()
