"""Asides: words between names, modal and verb that change neither who acts nor what is done, and where they end."""

from __future__ import annotations

from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.sentence.sentence import Sentence

LONGEST = 300  # tokens that an aside or an event's words may take

# Asides that may stand between names and the modal. ``…`` runs to the next comma or to the modal.
_ASIDES = (
    ("as", "necessary", "and", "appropriate"), ("as", "appropriate"), ("as", "applicable"), ("as", "necessary"), ("as", "needed"), ("as", "relevant"), ("as", "practicable"), ("as", "feasible"),
    ("where", "appropriate"), ("where", "applicable"), ("where", "practicable"), ("if", "appropriate"), ("if", "applicable"), ("when", "appropriate"),
    ("or", "their", "designees"), ("or", "his", "designee"), ("or", "her", "designee"), ("or", "a", "designee"), ("or", "designee"), ("or", "their", "designee"),
    ("or", "designees"), ("or", "its", "designee"), ("or", "its", "designees"), ("from", "time", "to", "time"), ("on", "an", "ongoing", "basis"), ("consistent", "with", "applicable", "law"), ("consistent", "with", "law"), ("as", "appropriate", "and", "consistent", "with", "applicable", "law"), ("as", "appropriate", "and", "permitted", "by", "law"), ("or", "the", "secretary", "’s", "designee"), ("or", "the", "director", "’s", "designee"), ("or", "the", "attorney", "general", "’s", "designee"),
    ("or", "their", "representatives"), ("or", "his", "or", "her", "designee"), ("or", "any", "successor"), ("acting", "jointly"), ("working", "together"), ("concerned",), ("involved",), ("further",), ("at", "a", "minimum"), ("at", "minimum"), ("in", "particular"), ("in", "turn"), ("in", "addition"), ("as", "appropriate", "and"), ("at", "all", "times"), ("as", "co-chairs"), ("in", "doing", "so"), ("as", "the", "case", "may", "be"), ("if", "so"), ("if", "not"), ("in", "so", "doing"),
)  # fmt: skip
_OPEN_ASIDES = (
    ("consistent", "with"), ("to", "the", "extent"), ("to", "the", "maximum"), ("to", "the", "fullest"), ("to", "the", "greatest"), ("in", "accordance"), ("subject", "to"),
    ("pursuant", "to"), ("in", "compliance"), ("as", "permitted"), ("as", "provided"), ("as", "defined"), ("as", "described"), ("as", "set", "forth"), ("as", "determined"),
    ("in", "carrying"), ("in", "furtherance"), ("under", "the"), ("in", "that"), ("in", "this"), ("in", "such"), ("in", "all"), ("in", "their"), ("in", "its"), ("in", "his"), ("in", "her"), ("with", "respect"), ("with", "the", "exception"),
    ("where", "permitted"), ("as", "consistent"), ("as", "well", "as"), ("on", "behalf"), ("as", "designated"), ("rather", "than"), ("other", "than"), ("including",), ("as", "chair"),
    ("in", "addition"), ("through", "the", "interagency"), ("notwithstanding",), ("except", "as"), ("as", "part", "of"), ("in", "the", "exercise"), ("in", "light"), ("in", "order"),
    ("wherever",), ("unless",), ("without",), ("absent",), ("within", "existing"), ("within", "available"), ("within", "the", "scope"), ("within", "his"), ("within", "its"), ("within", "their"), ("by", "and", "with"), ("whenever",), ("using",), ("as", "head"), ("or", "such", "other"), ("whether",), ("excluding",), ("in", "implementing"), ("based", "on"), ("for", "purposes"), ("as", "the"),
    ("in", "developing"), ("in", "conducting"), ("prior", "to"), ("upon", "request"), ("who",), ("which",), ("whose",), ("or", "the", "head"), ("in", "a", "manner"), ("as", "a"), ("in", "each"), ("in", "response"),
)  # fmt: skip


def _by_first(asides: tuple[tuple[str, ...], ...]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for aside in asides:
        found.setdefault(aside[0], []).append(aside)
    return found


_BY_FIRST, _OPEN_BY_FIRST = _by_first(_ASIDES), _by_first(_OPEN_ASIDES)


_EXTENT = frozenset("practicable possible feasible appropriate allowable necessary".split())
_BY_LAW = (["applicable", "law"], ["law"])


def _extent_end(sentence: Sentence, position: int, end: int) -> int | None:
    """The token after ``to the (maximum) extent practicable``, ``… permitted by law``, ``… consistent with applicable law``."""
    lower = sentence.lower
    if lower[position : position + 2] != ["to", "the"]:
        return None
    place = position + 2 + (lower[position + 2 : position + 3] != ["extent"])
    if lower[place : place + 1] != ["extent"]:
        return None
    if lower[place + 1 : place + 2] and lower[place + 1] in _EXTENT:
        return min(end, place + 2)
    if lower[place + 1 : place + 3] in (["permitted", "by"], ["allowed", "by"], ["consistent", "with"]):
        law = next((words for words in _BY_LAW if lower[place + 3 : place + 3 + len(words)] == words), None)
        return min(end, place + 3 + len(law)) if law else None
    return None


def _fixed_end(sentence: Sentence, position: int, end: int) -> int | None:
    """The token after one of the asides whose words are always the same."""
    for aside in _BY_FIRST.get(sentence.lower[position], ()):
        if tuple(sentence.lower[position : position + len(aside)]) == aside:
            return min(end, position + len(aside))
    return None


def aside_end(sentence: Sentence, position: int, end: int) -> int | None:
    """The token after the aside that starts at ``position``, or ``None`` if none does."""
    lower = sentence.lower
    extent = _extent_end(sentence, position, end)
    if extent is not None and lower[extent : extent + 1] not in (["and"], ["or"]):
        return extent
    if extent is not None and extent + 1 < end and (joined := _fixed_end(sentence, extent + 1, end)) is not None:
        return joined  # ``to the extent practicable and consistent with law``
    if (fixed := _fixed_end(sentence, position, end)) is not None:
        return fixed
    for opening in _OPEN_BY_FIRST.get(lower[position], ()):
        if (
            tuple(lower[position : position + len(opening)]) == opening
            and position > 0
            and lower[position - 1] in (",", ";", "(", ")", "—", "and", "shall", "must")
        ):
            return to_comma(sentence, position, end)
    return None


def to_comma(sentence: Sentence, position: int, end: int) -> int:
    """The place of the next comma outside parentheses, or ``end``. A role phrase ends an aside as well."""
    for place in range(position + 1, min(end, position + LONGEST)):
        if (
            sentence.lower[place] in (",", ";")
            and not sentence.enclosed[place]
            and sentence.lower[place + 1 : place + 2] not in (["united"],)
            and not (_is_year(sentence, place) and sentence.words[place - 1].isdigit())
        ):
            return place
        if place in sentence.role_at and place > position + 2:
            return place
    return end


def parenthesis_end(sentence: Sentence, position: int, end: int) -> int:
    """The token after the parenthesis that opens at ``position``."""
    depth = 0
    for place in range(position, end):
        depth += (sentence.words[place] == "(") - (sentence.words[place] == ")")
        if depth == 0:
            return place + 1
    return end


def deadline_at(sentence: Sentence, position: int) -> DeadlinePhrase | None:
    """The deadline phrase that starts at a token."""
    return sentence.deadline_at.get(position)


def after_phrase(sentence: Sentence, phrase: DeadlinePhrase, limit: int) -> int:
    """The token after a deadline phrase, its event's words and a second date taken in."""
    if phrase.alternative:
        return min(limit, max(phrase.reach, phrase.end))
    return event_end(sentence, phrase, limit) if phrase.open else phrase.end


def event_end(sentence: Sentence, phrase: DeadlinePhrase, limit: int) -> int:
    """Where the words of an open phrase's event end: a comma or semicolon outside parentheses, a second date, partners, or ``limit``."""
    if phrase.alternative and phrase.alternative.start > phrase.end:
        limit = min(limit, phrase.alternative.start - 1)
    for position in range(phrase.end, min(limit, phrase.end + LONGEST)):
        if sentence.enclosed[position]:
            continue
        word, following = sentence.lower[position], sentence.lower[position + 1 : position + 2]
        if (
            word in (";", ":")
            or word == ","
            and following not in (["united"], ["as"], ["or"])
            and not _is_year(sentence, position)
        ):
            return position
        if word == "," and following == ["as"] and sentence.lower[position + 2 : position + 3] != ["amended"]:
            return position
        if position > phrase.end and position in sentence.deadline_at and sentence.lower[position - 1] != "of":
            return position
        if word == "and" and partners_from(sentence, position):
            return position
    return limit


def partners_from(sentence: Sentence, position: int) -> bool:
    """``within 30 days of the release of the list and in consultation with the Chair``: do partners follow an ``and``?"""
    roles = (sentence.role_at.get(place) for place in (position, position + 1))
    return any(role is not None and role.rule.yields in ("consult", "coordinate") for role in roles)


def _is_year(sentence: Sentence, position: int) -> bool:
    return position + 1 < len(sentence.words) and sentence.words[position + 1].isdigit()
