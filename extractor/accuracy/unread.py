"""``python -m extractor.accuracy.unread FILE …``: of obligations that are taken out of a reading, how many are then unread?

The reading is made, each obligation is taken out in turn, and the account is drawn up anew. What it then lists at the
obligation's citation, or at one above or below it, would have told a reader of the loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from extractor.model import Obligation, Reading

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def recall_of(files: Iterable[Path]) -> float:
    """The share of the obligations in ``files`` that would be unread if the reading had not seen them; 1 where there are none."""
    told = [each for file in files for each in _told(_reading(file))]
    return sum(told) / len(told) if told else 1.0


def _reading(file: Path) -> Reading:
    from extractor.pipeline import read_order, read_reading

    return read_reading(read_order(file.read_bytes(), str(file), file.stem))


def _told(reading: Reading) -> Iterable[bool]:
    return (is_told(reading, each) for each in reading.obligations)


def is_told(reading: Reading, lost: Obligation) -> bool:
    """Would the account list the place of an obligation that the reading had not seen?"""
    from extractor.account.account import account

    rest = tuple(each for each in reading.obligations if each is not lost)
    found = account(reading.order, reading.paragraphs, rest, reading.not_obligations)
    new = (each for each in found.unread if each not in reading.unread)
    return any(each.citation.startswith(lost.citation) or lost.citation.startswith(each.citation) for each in new)


@click.command("extractor.accuracy.unread", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("files", nargs=-1, required=True, type=FILE)
def command(files: tuple[Path, ...]) -> None:
    """Print the share of obligations whose loss the account would tell."""
    click.echo(f"{recall_of(files):.4f}")


if __name__ == "__main__":
    command()
