"""``python -m extractor.accuracy``: score the extractor against the annotated orders, or run it over a folder of texts."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from extractor.accuracy.annotated import CHECKOUT, GOLD, annotated_orders, scored, text_of, texts_folder
from extractor.accuracy.figures import write_figures
from extractor.accuracy.first_reading import first_readings, keep_aside
from extractor.accuracy.marks import marks_of
from extractor.accuracy.rows import rounded
from extractor.accuracy.scoring import Counts, Score
from extractor.accuracy.tables import judged_lines, mark_lines, marks_lines, summary, table
from extractor.accuracy.texts import Texts, peak_memory, read_texts, text_files
from extractor.problems import Problem, ProblemsFound, report

DIRECTORY = click.Path(exists=True, file_okay=False, path_type=Path)
EXAMPLES = """
\b
Examples:
  python -m extractor.accuracy                        the annotated orders, by order and measure
  python -m extractor.accuracy --misses               with every miss, wrong reading and extra
  python -m extractor.accuracy --judged FILE.csv      single sentences with a verdict
  python -m extractor.accuracy --texts DIR --jobs 2   a whole folder of texts
"""
Each = TypeVar("Each")


class Measured(NamedTuple):
    """Figures, the lines that show them to people, the faults, and the problems of texts that could not be read."""

    figures: dict[str, Any]
    lines: list[str]
    faults: list[str]
    problems: tuple[Problem, ...] = ()


@click.command("extractor.accuracy", epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--corpus",
    type=DIRECTORY,
    metavar="DIR",
    help="The folder with corpus/ and seed/ (default: TRACKER_CORPUS, else ../shared, else each order is fetched by its number).",
)
@click.option(
    "--gold",
    type=DIRECTORY,
    default=None,
    metavar="DIR",
    help="The annotated records (default: tests/gold of the checkout).",
)
@click.option(
    "--judged",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Judge single sentences instead: a CSV file with order, citation, verdict and 'words in the sentence'.",
)
@click.option(
    "--texts",
    type=DIRECTORY,
    multiple=True,
    metavar="DIR",
    help="Run over every text of a folder instead, and count what must hold in each. May be given several times.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes that share the folder.",
)
@click.option(
    "--misses",
    is_flag=True,
    help="List every miss, wrong reading and extra, and the count of each review mark; with --texts every fault.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--write", is_flag=True, help="Commit the figures: renew extractor/accuracy/figures.json.")
@click.option(
    "--write-aside",
    is_flag=True,
    help="With --gold: keep the figures as the first scoring of sets that were put aside. Done once.",
)
def command(
    corpus: Path | None,
    gold: Path | None,
    judged: Path | None,
    texts: tuple[Path, ...],
    jobs: int,
    misses: bool,
    as_json: bool,
    write: bool,
    write_aside: bool,
) -> None:
    """Print how well the extractor reads."""
    if write_aside and (gold is None or write or texts or judged):
        raise click.UsageError("--write-aside stands with --gold DIR, the folder of the sets that were put aside.")
    figures, lines, faults, problems = _measured(corpus or texts_folder(), gold or GOLD, judged, texts, jobs)
    if write:
        write_figures(figures)
    if misses and faults:
        click.echo("\n".join(faults))
    click.echo(json.dumps(_flat(figures), indent=1) if as_json else "\n".join(lines))
    if write_aside:
        commit = keep_aside(figures["orders"], figures["marks"]["silent"], CHECKOUT)
        click.echo(f"Kept as the first scoring of the sets put aside, at commit {commit}.", err=True)
    if problems:
        raise ProblemsFound(problems)


def _measured(folder: Path | None, gold: Path, judged: Path | None, texts: tuple[Path, ...], jobs: int) -> Measured:
    if texts:
        return _of_folders(texts, jobs)
    if folder is None:
        message = "There is no folder of texts here: each order is fetched from the Federal Register by its number."
        click.echo(message, err=True)
    return _of_sentences(judged, folder) if judged else _of_gold(gold, folder)


def _flat(figures: dict[str, Any]) -> Any:
    """The figures of one measurement; those of a folder or of sentences stand alone."""
    return next(iter(figures.values())) if len(figures) == 1 else figures


def _of_gold(gold: Path, folder: Path | None) -> Measured:
    """The annotated orders: each one's figures, those of all, and how the review marks do."""
    scores: dict[str, Score] = {}
    for each in annotated_orders(gold):
        order = text_of(each.name, folder)
        if order is None:
            click.echo(f"{each.name}: left out; its text is not published in the Federal Register.", err=True)
        else:
            scores[each.name] = scored(each, order)
    total = sum((each.counts for each in scores.values()), Counts())
    verdicts = [verdict for each in scores.values() for verdict in each.verdicts]
    figures: dict[str, Any] = {
        "orders": {name: rounded(each.counts.measures()) for name, each in scores.items()},
        "all": rounded(total.measures()),
        "marks": rounded(marks_of(verdicts, sum(each.untold for each in scores.values()), total.gold).measures()),
    }
    faults = [*(miss for each in scores.values() for miss in each.misses), *mark_lines(verdicts)]
    return Measured(figures, [*table(figures, first_readings()), *marks_lines(figures["marks"])], faults)


def _of_sentences(file: Path, folder: Path | None) -> Measured:
    """Single sentences with a verdict."""
    from extractor.accuracy.judged import judge, judged_sentences

    counted = judge(judged_sentences(file), folder)
    return Measured({"judged": counted.measures()}, judged_lines(counted.measures()), list(counted.misses))


def _of_folders(folders: tuple[Path, ...], jobs: int) -> Measured:
    """The texts of folders, and a line for each fault. A text that cannot be read is a problem; the others count all the same."""
    files = [file for folder in folders for file in text_files(folder)]
    started = time.perf_counter()
    with _watched(read_texts(files, jobs), len(files)) as results:
        texts = Texts(tuple(results), time.perf_counter() - started, 0)
    texts = Texts(texts.results, time.perf_counter() - started, peak_memory())
    figures = rounded(texts.measures())
    faults = [fault for each in texts.results for fault in (*each.inexact, *each.lost, *each.unfounded, *each.dead)]
    problems = tuple(problem for each in texts.results for problem in each.problems)
    return Measured({"texts": figures}, summary(figures), faults, problems)


@contextmanager
def _watched(results: Iterable[Each], length: int) -> Iterator[Iterable[Each]]:
    """A progress bar on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield results
        return
    with click.progressbar(results, length=length, label="Reading", file=sys.stderr) as bar:
        yield bar


def main() -> None:
    """Entry point: problems go to stderr and end with status 1."""
    try:
        command(prog_name="python -m extractor.accuracy")
    except ProblemsFound as found:
        click.echo(report(found.problems), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
