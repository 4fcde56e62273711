"""Where a second clause of a sentence may open, and whether it has a subject of its own."""

from __future__ import annotations

from extractor.find.clause.embedding import LONGEST_SUBJECT, RELATIVES, SUBORDINATORS, closed_relative
from extractor.find.clause.name_lists import read_names
from extractor.find.names.order_names import Names
from extractor.find.sentence.sentence import Sentence


def shares_subject(sentence: Sentence, start: int, modal: int, names: Names) -> int | None:
    """The place of the ``and`` in ``…, and, as appropriate, shall amend``; only asides and roles stand before the modal."""
    for position in range(modal - 1, max(start - 1, modal - 60), -1):
        if sentence.lower[position] in ("and", ";", "but", "or") and not sentence.enclosed[position]:
            between = read_names(sentence, position + 1, modal, names)
            if between is not None and not between.leads:
                return None if _is_inside_a_relative(sentence, position, modal) else position
            if between is None:
                return None
    return None


def _is_inside_a_relative(sentence: Sentence, separator: int, modal: int) -> bool:
    """``and after a talk with the Board, list the mills that owners may use``: the modal is that of the words behind ``that``."""
    for place in range(modal - 1, separator, -1):
        if sentence.lower[place] == "," and not sentence.enclosed[place]:
            return False
        if sentence.lower[place] in RELATIVES:
            return not closed_relative(sentence, place, modal)
    return False


def goes_on_with_which(sentence: Sentence, start: int, separator: int) -> bool:
    """``a plan, which shall detail how …, and shall identify why …``: the second modal is the plan's, too."""
    for place in range(separator - 1, start, -1):
        if sentence.lower[place] == "which" and sentence.lower[place - 1] == ",":
            return sentence.lower[place + 1] == "shall"
        if sentence.lower[place] in (";", ":"):
            return False
    return False


def joins_words_of_a_clause(sentence: Sentence, start: int, position: int) -> bool:
    """``the process by which parents and hospital staff may``: a bare ``and`` joins what the clause before it speaks of."""
    if sentence.lower[position - 1] not in ("and", "or"):
        return False
    for place in range(position - 2, start, -1):
        word = sentence.lower[place]
        if word in (",", ";", ":", "—"):
            return False
        if word in RELATIVES:
            return not closed_relative(sentence, place, position)
    return False


def openings(sentence: Sentence, start: int, modal: int) -> list[int]:
    """Places where a second clause may start, the surest separators first, each kind from the left."""
    lower = sentence.lower
    surest, joined, commas = [], [], []
    for position in range(max(start, modal - LONGEST_SUBJECT) + 1, modal):
        before = lower[position - 1]
        if sentence.enclosed[position] or before not in (
            ";",
            "and",
            "but",
            "while",
            ",",
            "that",
            "or",
            ":",
            "which",
            "if",
            "whether",
            "where",
            "as",
            "unless",
            "until",
            "when",
            "—",
            "–",
        ):
            continue
        if (
            before in (";", ":")
            or before in ("and", "but", "while")
            and lower[position - 2] in (",", ";")
            or before == ","
            and lower[position - 2] in ("and", "but")
        ):
            surest.append(position)
        elif before == ",":
            commas.append(position)
        else:
            joined.append(position)
    return surest + joined + commas


def content_start(sentence: Sentence, start: int, modal: int) -> int | None:
    """Where a clause whose subject is no actor starts (``…, and such plans shall include``); ``None`` inside another clause."""
    for position in range(modal - 1, max(start, modal - LONGEST_SUBJECT), -1):
        word = sentence.lower[position]
        if word in SUBORDINATORS and not closed_relative(sentence, position, modal):
            return None
        if word == ";" or word in ("and", "but") and sentence.lower[position - 1] in (",", ";"):
            return position + 1
        passive = sentence.lower[modal : modal + 2] == ["shall", "be"]
        if word == "," and passive and sentence.lower[position + 1] in ("a", "an") and position > start + 1:
            return position + 1  # ``a first report shall be sent in May, a second report shall be sent in June``
    return None
