"""The front door for other programs: a text → its ``Reading``, and a reading → JSON.

spaCy and pydantic are imported by the first call, so that ``import extractor`` costs nothing.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from extractor.model import Reading
from extractor.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    from extractor.intake.origin import Origin

_TEXT = "text"  # what messages call a text that has no file
_FILE_NAME = re.compile(r"[^\n]{1,260}\.(?:md|html?|xml|txt|pdf)", re.IGNORECASE)


def extract(
    source: str | bytes | os.PathLike[str], *, signed: date | str | None = None, order_id: str | None = None
) -> Reading:
    """Everything that an order's text says: obligations with due dates, what is none, and what is unread.

    ``source`` is the text itself as ``str``; or the content of a file as ``bytes``, a PDF's too; or a file, as
    ``pathlib.Path``. A ``str`` is never taken for a path. The format is told by what is in it: ``order.md``, a White House
    page, Federal Register XML or plain text, a PDF's text, prose. Nothing is fetched and nothing is written.

    ``signed``, a day or ``"2026-06-02"``, overrides the signing date that the text states; without either nothing is
    dated. ``order_id`` is what the obligations' ids begin with; without one that is the order's number, else the file's
    name, else ``text``. Positions count code points of ``reading.order.body``.

    Raises ``ProblemsFound`` for what is no order or cannot be read, ``TypeError`` and ``ValueError`` for wrong arguments.

    >>> text = "Sec. 1. Wells. (a) Within 2 weeks of the date of this order, the Administrator shall close each well."
    >>> (duty,) = extract(text, signed="2026-03-02", order_id="eo-99999").obligations
    >>> duty.id, duty.deadline.quote, duty.schedule.due.isoformat()
    ('eo-99999/1-a', 'Within 2 weeks of the date of this order', '2026-03-16')
    >>> duty.span.of(text) == duty.quote
    True

    A text without its signing day has no dates, and says why.

    >>> print(extract(text).obligations[0].schedule.undated)
    the order’s signing date is not known

    What is wrong with a text is said with its place.

    >>> extract("Wells are deep, and their water is cold in summer.")
    Traceback (most recent call last):
    extractor.problems.ProblemsFound: text: error: the text has neither a section nor a modal verb
        found:   Wells are deep, and their water is cold in summer.
        allowed: sections (## Sec. 1. Heading.) or sentences with shall, must, is directed to
        fix:     give the text of the order itself, with its section and paragraph labels
    """
    return reading_of(_origin(source), _chosen_id(order_id), _day(signed))


def to_json(reading: Reading) -> str:
    """A reading as the JSON that ``tracker extract --json`` prints; the site's *Data* page describes each field.

    >>> reading = extract("Sec. 1. Within 10 days, the Administrator shall close each well.", signed="2026-03-02")
    >>> json.loads(to_json(reading))["obligations"][0]["due"]
    '2026-03-12'
    """
    from extractor.publish.api import reading_json

    return json.dumps(reading_json(reading), ensure_ascii=False, indent=1)


def reading_of(origin: Origin, order_id: str | None = None, signed: date | None = None) -> Reading:
    """The reading of a text wherever it is from. Raises ``ProblemsFound``, also where nothing in it could oblige anybody."""
    from extractor.intake.origin import order_of
    from extractor.pipeline import read_reading
    from extractor.source.wrong_file import wrong_file

    reading = read_reading(order_of(origin, order_id, signed))
    if problem := wrong_file(reading, origin.name):
        raise ProblemsFound([problem])
    return reading


def _origin(source: object) -> Origin:
    from extractor.intake.origin import Origin, read_file

    if isinstance(source, str):
        return Origin(_TEXT, _encoded(_not_a_name(source)))
    if isinstance(source, bytes):
        return Origin(_TEXT, source)
    if isinstance(source, os.PathLike):
        name = os.fsdecode(source)
        return Origin(name, read_file(name))
    allowed = "the text as str, a file’s content as bytes, or a file as pathlib.Path"
    raise TypeError(f"source is {type(source).__name__}; it must be {allowed}")


def _not_a_name(text: str) -> str:
    """The text as it is. Raises ``ProblemsFound`` for the name of a file, which nobody means to be read for duties."""
    if not _FILE_NAME.fullmatch(text.strip()):
        return text
    fix = "a str is the text itself; for a file give pathlib.Path(…)"
    raise ProblemsFound([Problem(_TEXT, 0, 0, "this is the name of a file", text.strip(), "an order’s text", fix)])


def _encoded(text: str) -> bytes:
    """The text as UTF-8. Raises ``ProblemsFound`` for half of a surrogate pair, which is no character."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        column = error.start - text.rfind("\n", 0, error.start)
        found, fix = f"U+{ord(text[error.start]):04X}", "give the file’s bytes, which are then decoded here"
        problem = Problem(_TEXT, line, column, "half of a surrogate pair is no character", found, "Unicode text", fix)
        raise ProblemsFound([problem]) from None


def _chosen_id(order_id: object) -> str | None:
    from extractor.intake.origin import ID_WORDS, is_id

    if order_id is None:
        return None
    if not isinstance(order_id, str):
        raise TypeError(f"order_id is {type(order_id).__name__}; it must be str, such as 'eo-14409'")
    if not is_id(order_id):
        raise ValueError(f"order_id is {order_id[:80]!r}; it must be {ID_WORDS}")
    return order_id


def _day(signed: object) -> date | None:
    if isinstance(signed, str):
        try:
            return date.fromisoformat(signed)
        except ValueError:
            raise ValueError(f"signed is {signed[:80]!r}; it must be a day such as '2026-06-02'") from None
    if signed is None or (isinstance(signed, date) and not isinstance(signed, datetime)):
        return signed
    raise TypeError(f"signed is {type(signed).__name__}; it must be a datetime.date, or str such as '2026-06-02'")
