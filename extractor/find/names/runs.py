"""Where a name ends: runs of capitalised words (``Secretary of War``) and of common ones (``heads of relevant agencies``)."""

from __future__ import annotations

from extractor.find.names.common_words import POSSESSIVES, carries_on, heads_a_name, heads_of_a_list, trim_connectors
from extractor.find.names.connectors import and_connects, comma_inside, past_article, takes_to
from extractor.find.names.heads import names_actor
from extractor.find.names.order_names import Names
from extractor.find.sentence.asides import parenthesis_end
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import CONNECTORS, QUALIFIERS
from extractor.words.nouns import ACTOR_NOUNS, TITLE_NOUNS

FUNCTION_WORDS = frozenset(
    "as in if when where while upon after before under by for to with within from on at of and or but not there this that "
    "these those it its until once since consistent pursuant notwithstanding "
    "because whether unless although though whenever wherever whereas".split()
)


def name_end(sentence: Sentence, first: int, limit: int, names: Names) -> int | None:
    """Where the name that starts at ``first`` ends; ``None`` if it names no actor."""
    if first >= limit:
        return None
    if sentence.lower[first] in FUNCTION_WORDS and sentence.lower[first : first + 2] not in (
        ["under", "secretary"],
        ["under", "secretaries"],
    ):
        return None
    if (
        sentence.lower[first] in ("departments", "agencies", "heads", "agency")
        and first + 1 < limit
        and sentence.words[first + 1][0].islower()
        and not _lists_departments(sentence, first, limit)
    ):
        return common_end(sentence, first, limit, names) or None
    if (heads := heads_of_a_list(sentence.lower, first, limit)) is not None:
        return heads
    if _is_departments_and_agencies(sentence.lower, first) and (common := common_end(sentence, first, limit, names)):
        return common
    if sentence.words[first][0].isupper() or names.knows(sentence.words[first]) or _counts(sentence, first, limit):
        proper = _proper_run(sentence, first, limit, names)
        if proper is not None or sentence.lower[first] not in QUALIFIERS:
            return proper and _with_officer(sentence, proper, limit, names)
    return common_end(sentence, first, limit, names) or None


def _is_departments_and_agencies(lower: list[str], first: int) -> bool:
    """``Federal departments and agencies``, ``Executive departments and agencies (agencies)``: one generic actor."""
    place = first
    while lower[place : place + 1] and lower[place] in ("federal", "executive", "branch"):
        place += 1
    return (
        place > first
        and lower[place : place + 1] in (["departments"], ["department"])
        and lower[place + 1 : place + 2] in (["and"], ["or"])
    )


def _lists_departments(sentence: Sentence, first: int, limit: int) -> bool:
    """``Departments of Justice, the Interior, and Energy``: the names of departments follow, not a common noun."""
    if sentence.words[first] not in ("Departments", "departments") or sentence.lower[first + 1] != "of":
        return False
    after = past_article(sentence.lower, first + 2)
    return after < limit and sentence.words[after][0].isupper()


def _counts(sentence: Sentence, first: int, limit: int) -> bool:
    """``the 1776 Commission``: a figure that opens a name."""
    return sentence.words[first].isdigit() and first + 1 < limit and sentence.words[first + 1][0].isupper()


def _proper_run(sentence: Sentence, first: int, limit: int, names: Names) -> int | None:
    words, lower = sentence.words, sentence.lower
    position = first
    while position < limit:
        word = words[position]
        if word == "(" and position + 1 in sentence.role_at:
            break
        if word == "(" and position > first:
            close = parenthesis_end(sentence, position, limit)
            following = lower[close] if close < limit else ""
            goes_on = (
                close < limit and words[close][0].isupper() and words[close].isalpha() and close not in sentence.role_at
            )
            if (
                goes_on
                or following in ACTOR_NOUNS
                or following in ("of", "for")
                and words[min(close + 1, limit - 1)][0].isupper()
            ):
                position = close
                continue
            if (
                close >= limit
                or following
                in (",", ";", "and", "or", "shall", "must", "will", "is", "are", "in", "through", "acting", ")")
                or close in sentence.role_at
            ):
                position = close
            break
        if word[0].isupper() or word in ("’s", "'s", "’", "&") or word.isdigit():
            position += 1
        elif lower[position] in CONNECTORS and (step := _connects(sentence, first, position, limit, names)):
            position += step
        elif word == "," and comma_inside(sentence, position, first):
            position += 1 + (lower[position + 1] == "and")
        elif (
            lower[position] in ACTOR_NOUNS
            and position > first
            and lower[position] not in ("lead", "leads", "head", "heads", "services", "designated", "general")
        ):
            position += 1
        else:
            break
    position = trim_connectors(lower, first, position)
    return position if position > first and names_actor(sentence, first, position, names) else None


def _connects(sentence: Sentence, first: int, position: int, limit: int, names: Names) -> int:
    """How many tokens a connector at ``position`` adds to the name: it must lead on to another capitalised word."""
    words, lower = sentence.words, sentence.lower
    if position in sentence.role_at:
        return 0
    after = position + 1
    if after < limit and lower[after] == "the" and lower[position] != "and":
        after += 1
    if after >= limit:
        return 0
    if lower[position] == "and":
        return and_connects(sentence, first, position, limit, names)
    if lower[position] == "to" and not takes_to(words, first, position):
        return 0
    if lower[position] == "the" and words[after][0].isupper() and lower[position - 1] in (",", "and"):
        return 2  # ``Departments of Justice, the Interior, and Energy``; no name goes on with an article alone
    if (
        words[after][0].isupper()
        and lower[position] in ("of", "for", "to", "on", "at", "&", "from", "in", "with", "within")
        and lower[after] not in ("if",)
    ):
        return after - position + 1
    generic_head = lower[first] in (
        "heads",
        "head",
        "chairs",
        "members",
        "directors",
        "secretaries",
        "secretary",
        "officials",
        "representatives",
    )
    if lower[position] == "of" and generic_head and (end := common_end(sentence, after, limit, names)):
        return end - position
    return 0


def common_end(sentence: Sentence, first: int, limit: int, names: Names) -> int:
    """``heads of other relevant agencies``, ``executive departments and agencies``, ``designated secretaries``."""
    lower = sentence.lower
    position, end = first, 0
    if first < limit and (lower[first] in CONNECTORS or not lower[first][0].isalpha()):
        return 0
    while position < min(limit, first + 14):
        if heads_a_name(lower, position, bool(end)):
            end = position + 1
        elif not carries_on(sentence, position, limit, bool(end)):
            break
        position += 1
    if end:
        end = max(_with_officer(sentence, end, limit, names), _with_whole(sentence, first, end, limit))
    if end and sentence.words[end - 1][0].isupper() and end - 1 > first:
        end = max(end, _proper_run(sentence, end - 1, limit, names) or 0)  # ``the director of the Office of …``
    return _with_parenthesis(sentence, end, limit) if end else 0


def _with_officer(sentence: Sentence, end: int, limit: int, names: Names) -> int:
    """``each agency CIO``, ``agency Chief Data Officers``, ``each agency’s CIO``: an officer of the agency, by a title or by letters."""
    if end >= limit or sentence.lower[end - 1] != "agency":
        return end
    if sentence.lower[end] in POSSESSIVES:
        titled = end + 1 < limit and sentence.words[end + 1].isupper() and sentence.lower[end + 1] in TITLE_NOUNS
        return end + 2 if titled else end
    if (staff := _staff_end(sentence, end, limit)) is not None:
        return staff
    if sentence.words[end].isupper() and len(sentence.words[end]) > 1 and names.knows(sentence.words[end]):
        return end + 1
    if not sentence.words[end][0].isupper():
        return end
    return _proper_run(sentence, end, limit, names) or end


# Who works in an agency, in lower case: ``agency procurement staff``.
_STAFF = frozenset(
    "components counsel employees executives experts heads lawyers leaders leadership managers officers officials personnel "
    "principals representatives specialists staff teams workforce".split()
)
_LONGEST_FIELD = 4  # words between the agency and its staff


def _staff_end(sentence: Sentence, position: int, limit: int) -> int | None:
    """``agency leadership``, ``agency budget and planning officers``: the end of those of an agency who are meant."""
    for place in range(position, min(limit, position + _LONGEST_FIELD + 1)):
        if sentence.lower[place] in _STAFF:
            return place + 1
        word = sentence.words[place]
        joins = place > position and word == "and"
        if place in sentence.role_at or not joins and (not word.isalpha() or not word.islower() or word in CONNECTORS):
            return None
    return None


def _with_whole(sentence: Sentence, first: int, end: int, limit: int) -> int:
    """``each element of the Intelligence Community``: what the parts are of, by its name."""
    if sentence.lower[end - 1] not in _PARTS or sentence.lower[end : end + 1] != ["of"]:
        return end
    position = end + 1 + (sentence.lower[end + 1 : end + 2] == ["the"])
    if position >= limit or not sentence.words[position][0].isupper():
        return end
    while position < limit and (sentence.words[position][0].isupper() or sentence.lower[position] in ("of", "and")):
        position += 1
    return trim_connectors(sentence.lower, end, position)


_PARTS = frozenset("element elements component components member members employees staff office offices".split())


def _with_parenthesis(sentence: Sentence, end: int, limit: int) -> int:
    """``executive departments and agencies (agencies)``: the parenthesis belongs to the name's place."""
    if end < limit and sentence.words[end] == "(":
        return min(limit, parenthesis_end(sentence, end, limit))
    return end
