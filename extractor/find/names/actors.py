"""Names of officials and bodies: one name at a place, what it keeps and what it leaves."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.find.names.common_words import comma_within, trim_connectors
from extractor.find.names.order_names import Names
from extractor.find.names.runs import FUNCTION_WORDS, name_end
from extractor.find.sentence.asides import parenthesis_end
from extractor.find.sentence.sentence import Sentence
from extractor.words.nouns import ACTOR_NOUNS
from extractor.words.numbers import NUMBER_WORDS
from extractor.words.small import CONNECTORS, DETERMINERS, PRONOUNS, QUALIFIERS

_RESTRICTIVE = frozenset(
    "that which who whom whose identified designated listed described specified responsible selected named referenced referred "
    "participating engaged determined involved required subject within without under in receiving administering using with having for "
    "deemed tasked charged so engaging operating located holding carrying providing conducting making represented from at of on set across outside throughout above below".split()
)
_GENERIC = frozenset(
    "agency agencies head heads department departments component components element elements employees entity entities official officials government governments member members representative representatives office offices authority authorities".split()
)
_LOWERED = frozenset(
    "independent agencies agency heads relevant appropriate other affected covered applicable participating interested executive all senior departmental".split()
)


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """A name at tokens ``start`` to ``end``. ``generic`` marks agencies and heads, ``prohibited`` a name after "no"."""

    start: int
    end: int
    name: str
    generic: bool = False
    negative: bool = False


def actor_at(sentence: Sentence, start: int, limit: int, names: Names) -> ActorPhrase | None:
    """The name of an official or a body that starts at token ``start`` (its article included), or ``None``."""
    lower, words = sentence.lower, sentence.words
    limit = min(limit, len(words))
    if start >= limit:
        return None  # ``nor should``, ``in consultation with the``: the sentence ends where a name would stand
    if start == 0 and lower[0] == "it" and lower[1:2] in (["shall"], ["must"]) and lower[2:3] != ["be"]:
        return ActorPhrase(0, 1, "it")
    if lower[start : start + 2] in (["each", "shall"], ["each", "must"]) and (start == 0 or lower[start - 1] == ";"):
        return ActorPhrase(start, start + 1, "they")
    if lower[start] in PRONOUNS and (
        start == 0 and lower[start] != "it" or start > 0 and lower[start - 1] in (",", ";", "and")
    ):
        return ActorPhrase(start, start + 1, lower[start])
    first = start
    while first < limit and (
        lower[first] in DETERMINERS
        or _partitive(lower, first)
        or (lower[first] in QUALIFIERS and not words[first][0].isupper())
        or first > start
        and _is_count(sentence, first, limit)
    ):
        first += 1
    negative = any(word in ("no", "neither") for word in lower[start:first])
    end = name_end(sentence, first, limit, names)
    if end is None and first > start:
        end = name_end(sentence, start + (lower[start] in DETERMINERS), limit, names)
        first = start + (lower[start] in DETERMINERS)
    in_common = end is None
    if end is None:
        end = _noun_phrase(sentence, first, limit)
    if end is None:
        return None
    generic = _is_generic(sentence, first, end)
    if generic or in_common or _is_chosen(sentence, end):
        end = _with_restriction(sentence, end, limit, names)
    name_start = _name_start(lower, start, first)
    pieces = _without_parentheses(sentence, name_start, end)
    name = " ".join(pieces.split())
    titled = (
        lower[name_start] == "executive" and words[min(name_start + 1, end - 1)][0].isupper()
    )  # ``Executive Director``
    if generic and not titled and start == 0 and lower[name_start] in _LOWERED:
        name = name[0].lower() + name[1:]
    return ActorPhrase(start, end, name, generic, negative)


_CHOSEN = frozenset("appointed assigned designated detailed identified selected".split())


def _is_chosen(sentence: Sentence, end: int) -> bool:
    """``the senior executives designated by the Members``: who is meant is said right behind a name in lower case."""
    following = sentence.lower[end : end + 2]
    return (
        sentence.words[end - 1][0].islower()
        and following[:1] != []
        and following[0] in _CHOSEN
        and following[1:] in (["by"], ["under"], ["pursuant"], ["and"])
    )


def _is_count(sentence: Sentence, position: int, limit: int) -> bool:
    """``the 12 agencies``, ``the three Secretaries``: how many there are; ``the 1776 Commission`` is a name."""
    word = sentence.lower[position]
    counts = word.isdigit() and position + 1 < limit and sentence.words[position + 1][0].islower()
    return counts or word in NUMBER_WORDS


_AFTER_HEAD = frozenset(", ; ( and or of for to on in at by with within from under that which who whose".split())
_JOINS_NOUNS = frozenset(
    "across among between through against about into over than using via during after before upon per as is are was were be not".split()
)


def _noun_phrase(sentence: Sentence, first: int, limit: int) -> int | None:
    """Last resort: up to eight words of which the last, before a comma or a preposition, names officials or a body.

    ``the appropriate Federal functional financial regulators``, ``each agency’s approval authority``.
    """
    if first >= limit:
        return None
    opens = first == 0 or sentence.lower[first - 1] in DETERMINERS or sentence.lower[first - 1] in (",", "and")
    if not opens or sentence.lower[first] in CONNECTORS | FUNCTION_WORDS or sentence.lower[first].endswith("ing"):
        return None
    for position in range(first, min(limit, first + 8)):
        word = sentence.lower[position]
        following = sentence.lower[position + 1] if position + 1 < limit else ","
        named = word in ACTOR_NOUNS or word == "leadership"
        made = position > first and named and following.endswith("ed") and following not in ACTOR_NOUNS
        if made or following in _AFTER_HEAD and not (following == "and" and not named):
            return position + 1 if named and position > first else None
        if (
            word in _JOINS_NOUNS
            or position > first
            and word in DETERMINERS
            or not (word[0].isalpha() or word in ("’s", "'s", "’"))
            or position in sentence.role_at
        ):
            return None
    return None


def _partitive(lower: list[str], position: int) -> bool:
    """``each of the following``, ``all of the``: words between a determiner and the name."""
    before = lower[position - 1] if position else ""
    return (
        lower[position] == "of"
        and before in ("each", "all", "any", "both", "none")
        or lower[position] == "following"
        and before == "the"
    )


def _name_start(lower: list[str], start: int, first: int) -> int:
    """Articles go, qualifiers stay: ``the heads of other relevant agencies``, ``other agencies``."""
    while start < first and lower[start] in (
        "of",
        "following",
        "the",
        "a",
        "an",
        "each",
        "all",
        "every",
        "any",
        "no",
        "both",
        "such",
        "those",
        "these",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
        "that",
        "neither",
    ):
        start += 1
    return start


def _is_generic(sentence: Sentence, first: int, end: int) -> bool:
    """Agencies, heads, officials in general; not ``Secretary of``, ``Department of``, nor ``the Agency`` of an order."""
    lower, following = sentence.lower, sentence.words[min(first + 1, end - 1)]
    if not any(word in _GENERIC for word in lower[first:end]):
        return False
    if sentence.words[first] == "Agency":
        return end - first > 1 and following[0].islower()
    return lower[first] not in ("secretary", "director", "administrator", "department") or following in (
        "and",
        "or",
        ",",
    )


def _with_restriction(sentence: Sentence, end: int, limit: int, names: Names) -> int:
    """A generic name keeps what restricts it: ``heads of agencies designated by the Director of OMB``."""
    lower = sentence.lower
    if (
        end >= limit
        or end in sentence.role_at
        or not (
            lower[end] in _RESTRICTIVE
            or lower[end : end + 2] in (["relevant", "to"], ["to", "whom"], ["to", "which"])
            or lower[end].endswith(("ing", "ed"))
            or lower[end : end + 2] in (["as", "defined"], ["as", "described"])
            and _defines_which(lower, end, limit)
            or _is_chosen_by(sentence, end, limit, names)
        )
    ):
        return end
    position = end
    while position < limit and not (
        position > end and position in sentence.role_at and not _is_how(sentence, position, limit)
    ):
        if lower[position] == "," and (behind := _behind_its_aside(sentence, position, limit)):
            position = behind
            continue
        if lower[position] == "," and (joint := _list_goes_on(sentence, position, limit, names)):
            position = joint + 1
            continue
        if lower[position] in _ENDS_A_RESTRICTION and not comma_within(lower, position, limit):
            break
        if position > end and _other_heads_follow(lower, position):
            break
        if lower[position] == "(":
            position = parenthesis_end(sentence, position, limit)
            continue
        if lower[position] == "as" and lower[position + 1 : position + 2] in (
            ["the"],
            ["appropriate"],
            ["necessary"],
            ["deemed"],
            ["determined"],
        ):
            break
        position += 1
    return trim_connectors(lower, end, position)


_LONGEST_ASIDE = 16  # tokens between two commas of a restriction
_OPEN_AN_ASIDE = frozenset("by with through in under via for on from".split())


def _behind_its_aside(sentence: Sentence, comma: int, limit: int) -> int | None:
    """``assisting in the repair, through grants, of a bridge``; ``insuring, by bond or otherwise, the sale of a barn``.

    The place behind the aside's second comma, where what stands before its first is not complete without what follows.
    """
    lower = sentence.lower
    commas = (place for place in range(comma + 1, min(limit, comma + _LONGEST_ASIDE)) if lower[place] in (",", ";"))
    close = next(commas, limit)
    if close + 1 >= limit or lower[close] != "," or any(m.start in range(comma, close) for m in sentence.modals):
        return None
    opens, before, behind = lower[comma + 1], lower[comma - 1], lower[close + 1]
    wants_object = before.endswith("ing") and (opens in _OPEN_AN_ASIDE and behind in DETERMINERS)
    second = opens in ("or", "and") and lower[comma + 2].endswith("ing") and before.endswith("ing")
    joined = opens in _OPEN_AN_ASIDE and behind in ("or", "and") and lower[close + 2].endswith("ing")
    return close + 1 if wants_object or second or joined or behind == "of" and opens in _OPEN_AN_ASIDE else None


def _is_how(sentence: Sentence, position: int, limit: int) -> bool:
    """``information collected through signals``: the means, inside what restricts a name; no officer of it."""
    role = sentence.role_at[position]
    through = role.rule.yields == "through" and role.end - role.start == 1 and role.end < limit
    return (
        through
        and sentence.lower[position - 1] != ","
        and sentence.words[role.end].islower()
        and sentence.lower[role.end] not in DETERMINERS
    )


def _other_heads_follow(lower: list[str], position: int) -> bool:
    """``the head of each agency with authority over ports and the heads of other agencies``."""
    after = position + 1 + (lower[position + 1 : position + 2] == ["the"])
    return lower[position] == "and" and lower[after : after + 2] in (["head", "of"], ["heads", "of"])


_ENDS_A_RESTRICTION = frozenset(", ; : — –".split())
_LONGEST_LIST = 30  # tokens of a list inside a restriction, up to its ``or``
_OPENS_AN_ASIDE = frozenset(
    "the as in to consistent pursuant subject upon within after acting through including".split()
)


def _list_goes_on(sentence: Sentence, comma: int, limit: int, names: Names) -> int | None:
    """``agencies that fund, conduct, or sponsor research``: the place of the ``or`` that ends a list inside a restriction.

    ``None`` where an aside or another name begins after a comma of it.
    """
    lower = sentence.lower
    outside = [place for place in range(comma + 1, limit) if not sentence.enclosed[place]]
    for position in outside[:_LONGEST_LIST]:
        word, before = lower[position], lower[position - 1]
        if position in sentence.role_at or position in sentence.deadline_at or word in ("shall", "must", ";", ":", "—"):
            return None
        if before != ",":
            continue
        if word in ("or", "and"):
            opens = position + 1 in sentence.role_at or actor_at(sentence, position + 1, limit, names)
            return None if opens else position
        if word in _OPENS_AN_ASIDE or actor_at(sentence, position, limit, names):
            return None
    return None


def _defines_which(lower: list[str], start: int, limit: int) -> bool:
    """``agencies as defined in section 2 that have no program``: the clause after the definition restricts the name."""
    for position in range(start, limit):
        if lower[position] in (",", ";"):
            return False
        if lower[position] in ("that", "which", "who"):
            return True
    return False


_CHOOSE = frozenset(
    "deems deem determines determine considers consider designates designate identifies identify selects select names "
    "believes finds chooses may".split()
)


def _is_chosen_by(sentence: Sentence, start: int, limit: int, names: Names) -> bool:
    """``any other official the Secretary of Commerce deems appropriate``: a clause without its ``whom``."""
    if sentence.lower[start] not in ("the", "he", "she", "they", "it") and not sentence.words[start][0].isupper():
        return False
    phrase = None if sentence.lower[start] in PRONOUNS else actor_at(sentence, start, limit, names)
    after = start + 1 if sentence.lower[start] in PRONOUNS else phrase.end if phrase else limit
    return after < limit and sentence.lower[after] in _CHOOSE


def _without_parentheses(sentence: Sentence, start: int, end: int) -> str:
    parts, position = [], start
    while position < end:
        if sentence.words[position] == "(" and not _is_label(sentence, start, position):
            position = parenthesis_end(sentence, position, end)
            continue
        token = sentence.doc[position]
        parts.append(token.text_with_ws)
        position += 1
    return "".join(parts).replace(" ,", ",").strip(" ,")


_CITES = frozenset(
    "section sections subsection subsections paragraph paragraphs clause clauses U.S.C. to and through - – —".split()
)


def _is_label(sentence: Sentence, start: int, position: int) -> bool:
    """True for the ``(c)`` of ``subsection (c)`` or of ``3(c)``: it belongs to the words before it."""
    before = sentence.words[position - 1] if position > start else ""
    close = sentence.words[position + 2 : position + 3]
    label = close == [")"] and len(sentence.words[position + 1]) <= 5
    return label and (before.lower() in _CITES or before[:1].isdigit() or before == ")")
