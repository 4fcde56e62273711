"""What was wanted and what was found → problems that name the file and the obligation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extractor.problems import Problem

_LONGEST = 200  # characters of a value that a message shows


def bare(text: str) -> str:
    """A text without any blank, so that line ends and indents make no difference."""
    return "".join(text.split())


def missing_file(path: str, what: str) -> Problem:
    """The file is not there; ``what`` says what it is for."""
    return Problem(path, 0, 0, f"{what} is missing")


def members(path: str, wanted: Iterable[str], found: Iterable[str], what: str = "the obligation") -> list[Problem]:
    """A problem for each id that is missing, stands there without belonging there, or stands there twice."""
    wanted, times = tuple(wanted), Counter(tuple(found))
    known = set(wanted)
    lost = [f"{what} {name} is missing" for name in wanted if not times[name]]
    strange = [f"{what} {name} does not belong here" for name in times if name not in known]
    twice = [f"{what} {name} is there twice" for name in known if times[name] > 1]
    return [Problem(path, 0, 0, message) for message in (*lost, *strange, *sorted(twice))]


def counted_members(path: str, wanted: Iterable[str], found: Iterable[str], what: str) -> list[Problem]:
    """The same of what may stand there more than once, as often as it is wanted."""
    left, over = Counter(wanted), Counter(found)
    lost = [f"{what} {cut(name)} is missing" for name in left - over]
    strange = [f"{what} {cut(name)} does not belong here" for name in over - left]
    return [Problem(path, 0, 0, message) for message in (*lost, *strange)]


def same(path: str, of: str, what: str, wanted: object, found: object) -> list[Problem]:
    """A problem where a value differs; ``of`` is the id that it belongs to."""
    if wanted == found:
        return []
    return [Problem(path, 0, 0, f"{of}: not the {what} of the record", _shown(found), _shown(wanted))]


def _shown(value: object) -> str:
    return cut(str(value)) if value not in ("", None) else "nothing"


def cut(words: str) -> str:
    """As much of some words as a message has room for."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
