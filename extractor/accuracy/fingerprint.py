"""``python -m extractor.accuracy.fingerprint DIR``: one hash for all that the extractor says of a folder's texts.

A change that is meant to move code and to change nothing is proved by equal hashes before and after. ``--files`` prints a
hash for each text besides, so that two lists can be compared line by line; ``--tree DIR`` hashes a folder of generated
files instead, such as ``build/docs``.
"""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import click

from extractor.accuracy.texts import text_files

DIRECTORY = click.Path(exists=True, file_okay=False, path_type=Path)


def of_text(file: Path) -> str:
    """The SHA-256 of what ``tracker extract FILE --json`` prints; of the problems where the text is refused."""
    from extractor.pipeline import read_order, read_reading
    from extractor.problems import ProblemsFound, report
    from extractor.publish.api import reading_json

    try:
        reading = read_reading(read_order(file.read_bytes(), file.name, file.stem))
    except ProblemsFound as found:
        return _sha256(report(found.problems).encode())
    return _sha256(json.dumps(reading_json(reading), ensure_ascii=False).encode())


def of_tree(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file under ``folder``, by its path there."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): _sha256(each.read_bytes()) for each in files}


def of_texts(folder: Path, jobs: int) -> dict[str, str]:
    """The hash of every text under ``folder``, by its path there."""
    files = text_files(folder)
    with ProcessPoolExecutor(jobs) as pool:
        hashes = pool.map(of_text, files, chunksize=8)
        return {each.relative_to(folder).as_posix(): found for each, found in zip(files, hashes, strict=True)}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@click.command("extractor.accuracy.fingerprint", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", type=DIRECTORY)
@click.option("--tree", is_flag=True, help="Hash the files as they are, not the readings of texts.")
@click.option("--files", is_flag=True, help="Print a hash for each file, too.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    metavar="N",
    help="Processes that share the folder.",
)
def main(folder: Path, tree: bool, files: bool, jobs: int) -> None:
    """Print one hash for all that the extractor says of the texts in FOLDER."""
    hashes = of_tree(folder) if tree else of_texts(folder, jobs)
    lines = [f"{found}  {path}" for path, found in hashes.items()]
    click.echo("\n".join(lines)) if files else None
    click.echo(f"{_sha256(chr(10).join(lines).encode())}  all {len(hashes)} files")


if __name__ == "__main__":
    main()
