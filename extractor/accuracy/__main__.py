"""``python -m extractor.accuracy``: score the extractor against the annotated orders, or run it over a folder of texts."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from extractor.accuracy.annotated import GOLD, annotated_orders, scored, text_of, texts_folder
from extractor.accuracy.figures import FILE, PLACES, SHARES, committed_figures, rounded
from extractor.accuracy.scoring import Counts, Score
from extractor.accuracy.texts import Texts, peak_memory, read_texts, text_files
from extractor.problems import Problem, ProblemsFound, report

DIRECTORY = click.Path(exists=True, file_okay=False, path_type=Path)
HEADS = ("prec", "rec", "det-F1", "lead", "through", "dline", "full-F1")
MACHINE = ("words_per_second", "seconds", "memory")  # what differs from machine to machine and is not committed
EXAMPLES = """
\b
Examples:
  python -m extractor.accuracy                        the annotated orders, by order and measure
  python -m extractor.accuracy --misses               with every miss, wrong reading and extra
  python -m extractor.accuracy --texts DIR --jobs 2   a whole folder of texts
"""


@click.command("extractor.accuracy", epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--corpus", type=DIRECTORY, metavar="DIR", help="The folder with corpus/ and seed/ (default: TRACKER_CORPUS, else ../shared, else each order is fetched by its number).")
@click.option("--gold", type=DIRECTORY, default=None, metavar="DIR", help="The annotated records (default: tests/gold of the checkout).")
@click.option("--texts", type=DIRECTORY, metavar="DIR", help="Run over every text of a folder instead, and count what must hold in each.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="Processes that share the folder.")
@click.option("--misses", is_flag=True, help="List every miss, wrong reading and extra; with --texts every fault.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--write", is_flag=True, help="Commit the figures: renew extractor/accuracy/figures.json.")
def command(corpus: Path | None, gold: Path | None, texts: Path | None, jobs: int, misses: bool, as_json: bool, write: bool) -> None:
    """Print how well the extractor reads."""
    figures, lines, faults = _of_folder(texts, jobs) if texts else _of_gold(gold or GOLD, corpus or texts_folder())
    if write:
        _write({"texts": {k: v for k, v in figures.items() if k not in MACHINE}} if texts else figures)
    if misses:
        click.echo("\n".join(faults)) if faults else None
    click.echo(json.dumps(figures, indent=1) if as_json else "\n".join(lines))


def _of_gold(gold: Path, folder: Path | None) -> tuple[dict, list[str], list[str]]:
    """Figures, the table's lines and the misses of the annotated orders."""
    if folder is None:
        click.echo("There is no folder of texts here: each order is fetched from the Federal Register by its number.", err=True)
    scores: dict[str, Score] = {}
    for each in annotated_orders(gold):
        order = text_of(each.name, folder)
        if order is None:
            click.echo(f"{each.name}: left out; its text is not published in the Federal Register.", err=True)
        else:
            scores[each.name] = scored(each, order)
    total = sum((each.counts for each in scores.values()), Counts())
    figures = {"orders": {name: rounded(each.counts.measures()) for name, each in scores.items()}, "all": rounded(total.measures())}
    return figures, table(figures), [miss for each in scores.values() for miss in each.misses]


def table(figures: dict[str, dict]) -> list[str]:
    """One line for each order, and one for all together."""
    lines = [f"{'order':>8} {'gold':>5} {'found':>5}  " + "  ".join(f"{head:<7}" for head in HEADS).rstrip()]
    for name, row in (*figures["orders"].items(), ("all", figures["all"])):
        shares = "  ".join(f"{row[share]:<7.3f}" for share in SHARES).rstrip()
        lines.append(f"{name:>8} {row['gold']:>5} {row['predicted']:>5}  {shares}")
    return lines


def _of_folder(folder: Path, jobs: int) -> tuple[dict, list[str], list[str]]:
    """Figures, lines and faults of a folder of texts. Raises ``ProblemsFound`` when a text cannot be read."""
    files = text_files(folder)
    started = time.perf_counter()
    with _watched(read_texts(files, jobs), len(files)) as results:
        texts = Texts(tuple(results), time.perf_counter() - started, 0)
    texts = Texts(texts.results, time.perf_counter() - started, peak_memory())
    problems = [problem for each in texts.results for problem in each.problems]
    if problems:
        raise ProblemsFound(problems)
    figures = rounded(texts.measures())
    faults = [fault for each in texts.results for fault in (*each.inexact, *each.lost, *each.unfounded)]
    return figures, summary(figures), faults


@contextmanager
def _watched(results: Iterable, length: int) -> Iterator[Iterable]:
    """A progress bar on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield results
        return
    with click.progressbar(results, length=length, label="Reading", file=sys.stderr) as bar:
        yield bar


def summary(figures: dict[str, float]) -> list[str]:
    """The figures of a folder for people."""
    share = f".{PLACES - 2}%"
    rows = {
        "texts read": f"{figures['texts']:,}",
        "words": f"{figures['words']:,}",
        "words a second, one process": f"{figures['words_per_second']:,}",
        "seconds in all": f"{figures['seconds']:.1f}",
        "peak memory": f"{figures['memory'] / 2**20:,.0f} MiB" if figures["memory"] else "unknown",
        "labels explained by the outline": f"{figures['labels_explained']:{share}}",
        "spans that are exact": f"{figures['spans'] - figures['spans_inexact']:,} of {figures['spans']:,}",
        "modals lost": f"{figures['modals_lost']:,}",
        "due dates without their phrase": f"{figures['dates_unfounded']:,} of {figures['dated']:,}",
        "obligations with nobody responsible": f"{figures['without_actor']:{share}} of {figures['obligations']:,}",
    }
    width = max(map(len, rows))
    return [f"{name:<{width}}  {value}" for name, value in rows.items()]


def _write(figures: dict[str, dict]) -> None:
    """Renew the committed figures; what was not measured this time stays as it is."""
    file = Path(__file__).with_name(FILE)
    kept = committed_figures() if file.is_file() else {}
    merged = {name: (kept | figures)[name] for name in ("orders", "all", "texts") if name in kept | figures}
    try:
        file.write_text(json.dumps(merged, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise ProblemsFound([Problem(str(file), 0, 0, f"the figures cannot be written: {error.strerror}")]) from None


def main() -> None:
    """Entry point: problems go to stderr and end with status 1."""
    try:
        command(prog_name="python -m extractor.accuracy")
    except ProblemsFound as found:
        click.echo(report(found.problems), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
