"""A whole folder of texts, read one by one: what must hold in every one of them, counted."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from extractor.accuracy.founded import founded
from extractor.accuracy.own_references import unresolved
from extractor.model import Reading, Span
from extractor.problems import Problem, ProblemsFound

SUFFIXES = (".md", ".xml", ".htm", ".html", ".txt")
# A modal verb of running text; "May" and "Will" with a capital are a month and a name as often as not.
_MODAL = re.compile(
    r"\b(?:shall|must|will|may|should)\b|\b(?:is|are) (?:hereby )?(?:directed|ordered|required|instructed) to\b"
)
_NO_TEXT = frozenset({"README.md"})


@dataclass(frozen=True, slots=True)
class TextResult:
    """What the reading of one text showed. ``faults`` is a line for each thing that must not be."""

    file: str
    words: int = 0
    seconds: float = 0.0
    labels: int = 0
    unexplained: int = 0
    spans: int = 0
    obligations: int = 0
    without_actor: int = 0
    marked: int = 0
    passages_unread: int = 0  # by the account
    dated: int = 0
    inexact: tuple[str, ...] = ()  # quotations that do not stand where their span says
    lost: tuple[str, ...] = ()  # modals that are neither in an obligation nor among what obliges nobody
    references: int = 0  # of the order to its own paragraphs
    dead: tuple[str, ...] = ()  # those that lead to no paragraph of the outline
    unfounded: tuple[str, ...] = ()  # due dates whose phrase does not stand in the text
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """The results of a folder, by file. ``seconds`` is the time by the clock, ``memory`` the peak in bytes (0: unknown)."""

    results: tuple[TextResult, ...]
    seconds: float
    memory: int

    def measures(self) -> dict[str, float]:
        """The figures by name: counts, and shares from 0 to 1. ``words_per_second`` is that of one process."""
        labels, obligations = self._sum("labels"), self._sum("obligations")
        references = self._sum("references")
        busy = sum(each.seconds for each in self.results)
        return {
            "texts": sum(not each.problems for each in self.results),
            "unread": sum(bool(each.problems) for each in self.results),
            "words": self._sum("words"),
            "obligations": obligations,
            "dated": self._sum("dated"),
            "labels_explained": 1 - self._sum("unexplained") / labels if labels else 1.0,
            "references": references,
            "references_resolved": 1 - sum(len(each.dead) for each in self.results) / references if references else 1.0,
            "spans": self._sum("spans"),
            "spans_inexact": sum(len(each.inexact) for each in self.results),
            "modals_lost": sum(len(each.lost) for each in self.results),
            "dates_unfounded": sum(len(each.unfounded) for each in self.results),
            "without_actor": self._sum("without_actor") / obligations if obligations else 0.0,
            "marked": self._sum("marked") / obligations if obligations else 0.0,
            "passages_unread": self._sum("passages_unread"),
            "words_per_second": round(self._sum("words") / busy) if busy else 0,
            "seconds": round(self.seconds, 2),
            "memory": self.memory,
        }

    def _sum(self, name: str) -> int:
        return sum(getattr(each, name) for each in self.results)


def text_files(folder: Path) -> tuple[Path, ...]:
    """The texts of ``folder`` and the folders in it, by path. Raises ``ProblemsFound`` when there is none."""
    found = tuple(
        p for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix in SUFFIXES and p.name not in _NO_TEXT
    )
    if not found:
        raise ProblemsFound(
            [
                Problem(
                    str(folder),
                    0,
                    0,
                    "there is no text in this folder",
                    None,
                    f"files that end in {', '.join(SUFFIXES)}",
                )
            ]
        )
    return found


def read_texts(files: Iterable[Path], jobs: int = 1) -> Iterator[TextResult]:
    """Each file's result, in the order of ``files``; ``jobs`` processes share the work."""
    if jobs < 2:
        load()
        yield from map(read_one, files)
        return
    with ProcessPoolExecutor(jobs, initializer=load) as pool:
        yield from pool.map(read_one, files, chunksize=4)


def load() -> None:
    """Import and compile what every reading needs, so that no text's time holds it."""
    from extractor.find.rules.books import rule_book
    from extractor.pipeline import read_order, read_reading

    for kind in ("modals", "roles", "deadlines"):
        rule_book(kind)
    read_reading(read_order(b"Section 1. Work. The Secretary of Labor shall report within 30 days.\n", "", "warm-up"))


def read_one(file: Path) -> TextResult:
    """Read one text and judge the reading. What cannot be read comes back with its problems, an error of the program's too."""
    try:
        return _judged(file)
    except ProblemsFound as found:
        return TextResult(str(file), problems=found.problems)
    except Exception as error:  # one text's error must not cost the figures of all the others
        said = f"the program failed on this text: {type(error).__name__}: {error}"
        return TextResult(
            str(file), problems=(Problem(str(file), 0, 0, said, None, "a reading, or a problem of the text"),)
        )


def _judged(file: Path) -> TextResult:
    from extractor.outline.outline import outline
    from extractor.pipeline import read_order, read_reading

    started = time.perf_counter()
    reading = read_reading(read_order(file.read_bytes(), str(file), file.name.partition(".")[0]))
    seconds = time.perf_counter() - started
    labels = outline(reading.order)
    quotations = list(quoted(reading))
    references, dead = unresolved(reading)
    body = reading.order.body
    return TextResult(
        file=str(file),
        words=len(body.split()),
        seconds=seconds,
        labels=labels.labels,
        unexplained=labels.unexplained,
        references=references,
        dead=tuple(f"{file}: {line}" for line in dead),
        spans=len(quotations),
        obligations=len(reading.obligations),
        without_actor=sum(not each.responsible for each in reading.obligations),
        marked=sum(bool(each.review) for each in reading.obligations),
        passages_unread=len(reading.unread),
        dated=sum(each.schedule.due is not None for each in reading.obligations),
        inexact=tuple(f"{file}: {where}: “{words}”" for where, words, span in quotations if span.of(body) != words),
        lost=tuple(f"{file}: {modal} in “{sentence}”" for modal, sentence in lost_modals(reading)),
        unfounded=tuple(
            f"{file}: {each.citation}: {each.schedule.due}" for each in reading.obligations if not founded(each, body)
        ),
    )


def quoted(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """Every field with a span: (citation, words, span)."""
    for each in reading.obligations:
        yield each.citation, each.quote, each.span
        yield each.citation, each.action, each.action_span
        if each.deadline.span is not None:
            yield each.citation, each.deadline.quote or "", each.deadline.span
    for other in reading.not_obligations:
        yield other.citation, other.quote, other.span


def lost_modals(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Modals of the text that stand in no record, neither an obligation's nor another's, nor unread: (modal, the words around it).

    They are looked for with an expression of their own, not with the extractor's rules.
    """
    spans = {duty.span for duty in reading.obligations}
    spans |= {other.span for other in reading.not_obligations} | {left.span for left in reading.unread}
    return tuple(_outside(reading, sorted(spans)))


def _outside(reading: Reading, spans: list[Span]) -> Iterator[tuple[str, str]]:
    body = reading.order.body
    for paragraph in reading.paragraphs:
        start = paragraph.text_span.start
        for match in _MODAL.finditer(body, start, paragraph.text_span.end):
            if not any(span.start <= match.start() < span.end for span in spans):
                yield match[0], " ".join(body[max(start, match.start() - 60) : match.end() + 40].split())


def peak_memory() -> int:
    """The largest resident size of this process or of one it started, in bytes; 0 where the system does not tell.

    Linux counts for a process, in ``getrusage``, what its parent held when it was started; ``VmHWM`` (proc(5)) does not.
    """
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    status = Path("/proc/self/status")
    own = re.search(r"^VmHWM:\s+(\d+) kB$", status.read_text("utf-8"), re.MULTILINE) if status.exists() else None
    most = int(own[1]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return unit * max(most, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
