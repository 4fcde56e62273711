"""Names of officials and bodies: one name at a place, what it keeps and what it leaves."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.find.names.common_words import comma_within, trim_connectors
from extractor.find.names.extents import (
    is_count,
    is_generic,
    noun_phrase,
    partitive,
    start_of_name,
    without_parentheses,
)
from extractor.find.names.order_names import Names
from extractor.find.names.runs import name_end
from extractor.find.sentence.asides import parenthesis_end
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import DETERMINERS, PRONOUNS, QUALIFIERS

_RESTRICTIVE = frozenset(
    "that which who whom whose identified designated listed described specified responsible selected named referenced referred "
    "participating engaged determined involved required subject within without under in receiving administering using with having for "
    "deemed tasked charged so engaging operating located holding carrying providing conducting making represented from at of on set across outside throughout above below".split()
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
        or partitive(lower, first)
        or (lower[first] in QUALIFIERS and not words[first][0].isupper())
        or first > start
        and is_count(sentence, first, limit)
    ):
        first += 1
    negative = any(word in ("no", "neither") for word in lower[start:first])
    end = name_end(sentence, first, limit, names)
    if end is None and first > start:
        end = name_end(sentence, start + (lower[start] in DETERMINERS), limit, names)
        first = start + (lower[start] in DETERMINERS)
    in_common = end is None
    if end is None:
        end = noun_phrase(sentence, first, limit)
    if end is None:
        return None
    generic = is_generic(sentence, first, end)
    if generic or in_common or _is_chosen(sentence, end):
        end = _with_restriction(sentence, end, limit, names)
    name_start = start_of_name(lower, start, first)
    pieces = without_parentheses(sentence, name_start, end)
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
