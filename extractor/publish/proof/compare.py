"""What was wanted and what was found → problems that name the file and the obligation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from extractor.problems import Problem

_LONGEST = 200  # characters of a value that a message shows


def members(path: str, wanted: Mapping[str, str], found: Iterable[str], what: str = "the obligation") -> list[Problem]:
    """A problem for each key that is missing, stands there without belonging there, or stands there twice.

    ``wanted``: the keys that belong there, each with the name that a message has for it.
    """
    times = Counter(list(found))
    lost = [f"{what} {name} is missing" for key, name in wanted.items() if not times[key]]
    strange = [f"{what} {key} does not belong here" for key in times if key not in wanted]
    twice = [f"{what} {name} is there twice" for key, name in wanted.items() if times[key] > 1]
    return [Problem(path, 0, 0, message) for message in (*lost, *strange, *twice)]


def same(path: str, of: str, what: str, wanted: str | None, found: str | None) -> list[Problem]:
    """A problem where a value differs; ``of`` is the id that it belongs to."""
    if wanted == found:
        return []
    return [Problem(path, 0, 0, f"{of}: not the {what} of the record", _shown(found), _shown(wanted))]


def _shown(value: str | None) -> str:
    return (value[: _LONGEST - 1] + "…" if len(value) > _LONGEST else value) if value else "nothing"
