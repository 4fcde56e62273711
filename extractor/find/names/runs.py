"""Where a name ends: runs of capitalised words (``Secretary of War``) and of common ones (``heads of relevant agencies``)."""

from __future__ import annotations

from extractor.find.names.heads import names_actor
from extractor.find.names.order_names import Names
from extractor.find.sentence.asides import parenthesis_end
from extractor.find.sentence.sentence import Sentence
from extractor.words.nouns import ACTOR_NOUNS, COMMA_NAMES, TITLE_STARTS
from extractor.words.small import CONNECTORS, DETERMINERS, QUALIFIERS

FUNCTION_WORDS = frozenset(
    "as in if when where while upon after before under by for to with within from on at of and or but not there this that "
    "these those it its until once since "
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
    if _is_departments_and_agencies(sentence.lower, first) and (common := common_end(sentence, first, limit, names)):
        return common
    if sentence.words[first][0].isupper() or names.knows(sentence.words[first]) or _counts(sentence, first, limit):
        proper = _proper_run(sentence, first, limit, names)
        if proper is not None or sentence.lower[first] not in QUALIFIERS:
            return proper
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
    after = _past_article(sentence.lower, first + 2)
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
            if following in ACTOR_NOUNS or following in ("of", "for") and words[min(close + 1, limit - 1)][0].isupper():
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
        elif word == "," and _comma_inside(sentence, position, first):
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
        return _and_connects(sentence, first, position, limit, names)
    if (
        words[after][0].isupper()
        and lower[position] in ("of", "for", "to", "on", "the", "at", "&", "from", "in", "with", "within")
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


def _and_connects(sentence: Sentence, first: int, position: int, limit: int, names: Names) -> int:
    words, lower = sentence.words, sentence.lower
    after = lower[position + 1] if position + 1 < limit else ""
    if lower[first] in _PLURAL_TITLES and _past_article(lower, position + 1) > position + 1:
        return 3
    if lower[first] in _PLURAL_OFFICERS and after == "the" and _are_letters(words, position - 1, position + 2):
        return 3
    president = lower[first:position] == ["assistant", "to", "the", "president"] and after != "secretary"
    if (
        not after
        or not words[position + 1][0].isupper()
        or not president
        and after in TITLE_STARTS - {"national", "special", "senior", "united", "president", "director"}
    ):
        return 0
    if lower[first] in _PLURAL_TITLES:
        return 2
    if lower[first:position] == ["assistant", "to", "the", "president"]:
        return 2
    alone = all(word.isupper() for word in words[first:position] if word[0].isalpha())
    if alone or (names.knows(words[position + 1]) and position - first < 3 and lower[position - 1] in ACTOR_NOUNS):
        return 0
    if _complete(lower[first:position]) and lower[position + 1 : position + 2] in (
        ["national"],
        ["director"],
        ["president"],
        ["united"],
    ):
        return 2 if lower[first:position] == ["assistant", "to", "the", "president"] else 0
    return 2


_PLURAL_OFFICERS = frozenset("directors administrators commissioners chairs".split())


def _are_letters(words: list[str], *places: int) -> bool:
    """``Directors of the FWS and the BLM``: both bodies are named by letters."""
    return all(place < len(words) and words[place].isupper() and len(words[place]) > 1 for place in places)


_CABINET = frozenset(
    "state war defense treasury interior agriculture commerce labor transportation energy education".split()
)


def _complete(name: list[str]) -> bool:
    """True for a title that needs no further words: ``Secretary of State``, ``Attorney General``."""
    return bool(name) and (name[-1] in _CABINET or name[-1] in ACTOR_NOUNS)


_PLURAL_TITLES = frozenset("secretaries departments".split())
_TAKE_AN_ARTICLE = frozenset(
    "treasury interior army navy air".split()
)  # ``Secretaries of State, the Treasury, and the Army``
# After ``, and``: what opens another name, whatever stood before (``Secretary of Energy, and Secretary of …``).
_OPEN_ANOTHER = [[word] for word in ("the", "other", *sorted(TITLE_STARTS - {"special", "national"}))]
_OFFICERS_FOR = frozenset(
    "assistant under deputy associate".split()
)  # ``Assistant Secretary for Democracy, Human Rights, and Labor``


def _past_article(lower: list[str], position: int) -> int:
    """The token after ``the`` where a department’s name takes one."""
    return position + (lower[position : position + 1] == ["the"] and lower[position + 1] in _TAKE_AN_ARTICLE)


def _comma_inside(sentence: Sentence, position: int, first: int) -> bool:
    lower = sentence.lower
    if position + 1 >= len(lower) or position == first:
        return False
    if lower[first] in _PLURAL_TITLES:
        after = _past_article(lower, position + 1 + (lower[position + 1] == "and"))
        return after < len(lower) and sentence.words[after][0].isupper() and lower[after] not in TITLE_STARTS
    if lower[first] in _OFFICERS_FOR and "for" in lower[first:position]:
        after = position + 1 + (lower[position + 1] == "and" and "," in lower[first:position])
        return after < len(lower) and sentence.words[after][0].isupper() and lower[after] not in TITLE_STARTS
    if (lower[position - 1], lower[position + 1]) in COMMA_NAMES:
        return lower[position + 1] != "and" or lower[position + 2 : position + 3] not in _OPEN_ANOTHER
    return False


def trim_connectors(lower: list[str], first: int, position: int) -> int:
    while position > first and lower[position - 1] in CONNECTORS | {","}:
        position -= 1
    return position


def common_end(sentence: Sentence, first: int, limit: int, names: Names) -> int:
    """``heads of other relevant agencies``, ``executive departments and agencies``, ``designated secretaries``."""
    lower = sentence.lower
    position, end = first, 0
    if first < limit and (lower[first] in CONNECTORS or not lower[first][0].isalpha()):
        return 0
    while position < min(limit, first + 14):
        if _heads_a_name(lower, position, bool(end)):
            end = position + 1
        elif not _carries_on(sentence, position, limit, bool(end)):
            break
        position += 1
    if end:
        end = max(_with_officer(sentence, end, limit, names), _with_whole(sentence, first, end, limit))
    if end and sentence.words[end - 1][0].isupper() and end - 1 > first:
        end = max(end, _proper_run(sentence, end - 1, limit, names) or 0)  # ``the director of the Office of …``
    return _with_parenthesis(sentence, end, limit) if end else 0


def _with_officer(sentence: Sentence, end: int, limit: int, names: Names) -> int:
    """``each agency CIO``, ``agency Chief Data Officers``: an officer of the agency, by a title or by defined letters."""
    if end >= limit or sentence.lower[end - 1] != "agency":
        return end
    if sentence.words[end].isupper() and len(sentence.words[end]) > 1 and names.knows(sentence.words[end]):
        return end + 1
    if not sentence.words[end][0].isupper():
        return end
    return _proper_run(sentence, end, limit, names) or end


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
_LINKS = frozenset("of and or , “ ” the each all any every such other ’s 's ’ these those".split())
_POSSESSIVES = frozenset("’s 's ’".split())
_ENDS_A_RUN = frozenset("to for with within".split())
_NOT_ALONE = frozenset(
    "lead head service services court general".split()
)  # nouns only where nothing follows but a link


_CHOSEN = frozenset("appointed assigned chosen designated detailed identified selected".split())


def _heads_a_name(lower: list[str], position: int, has_head: bool) -> bool:
    word = lower[position]
    if word in ("individual", "individuals") and lower[position + 1 : position + 2] and lower[position + 1] in _CHOSEN:
        return True  # ``individuals designated under subsection (a)``
    followed = lower[position + 1 : position + 2] in (["of"], [","], ["shall"])
    return word in ACTOR_NOUNS and not (word in _NOT_ALONE and not has_head and not followed)


def _carries_on(sentence: Sentence, position: int, limit: int, has_head: bool) -> bool:
    """May the word at ``position`` stand inside a run of common words? ``has_head``: an official or a body was named."""
    word = sentence.lower[position]
    if word in _ENDS_A_RUN:
        return False
    if word in _LINKS:
        return position not in sentence.role_at and _links(sentence, position, limit, has_head)
    owned = sentence.lower[position - 1] in _POSSESSIVES  # ``each agency’s approval authority``
    opens = word.isalpha() and (not has_head or owned)
    leads_on = position < limit - 1 and opens and _leads_to_actor(sentence, position, limit)
    return word in QUALIFIERS or sentence.words[position][0].isupper() or leads_on


def _links(sentence: Sentence, position: int, limit: int, has_head: bool) -> bool:
    """Does a comma or an ``and`` join parts of one name, or does another name begin after it?"""
    lower, word = sentence.lower, sentence.lower[position]
    if word == "," and not _listed_adjective(lower, position, limit):
        return False
    if word == "the" and has_head and lower[position - 1] in ACTOR_NOUNS | {")"}:
        return False  # ``any official the Secretary deems appropriate``
    if word not in ("and", ",") or not has_head:
        return True
    if word == "and" and not _leads_to_actor(sentence, position + 1, limit):
        return False
    following = lower[position + 1] if position + 1 < len(lower) else ""
    return not (following in ("the", "each", "any") or following and sentence.words[position + 1][0].isupper())


def _with_parenthesis(sentence: Sentence, end: int, limit: int) -> int:
    """``executive departments and agencies (agencies)``: the parenthesis belongs to the name's place."""
    if end < limit and sentence.words[end] == "(":
        return min(limit, parenthesis_end(sentence, end, limit))
    return end


def _listed_adjective(lower: list[str], position: int, limit: int) -> bool:
    """A comma between adjectives: ``State, local, tribal, and territorial governments``."""
    return (
        lower[position - 1] in QUALIFIERS and position + 1 < limit and lower[position + 1] in QUALIFIERS | {"and", "or"}
    )


def comma_within(lower: list[str], position: int, limit: int) -> bool:
    """A comma that ends nothing: between adjectives, in ``title 5, United States Code``, between numbers."""
    following = lower[position + 1] if position + 1 < limit else ""
    numbers = lower[position - 1].isdigit() and (
        following.isdigit()
        or following == "and"
        and lower[position + 2 : position + 3]
        and lower[position + 2].isdigit()
    )
    return (
        bool(numbers)
        or following == "united"
        and lower[position + 2 : position + 4] == ["states", "code"]
        or _listed_adjective(lower, position, limit)
    )


def _leads_to_actor(sentence: Sentence, position: int, limit: int) -> bool:
    """True if an actor noun follows within a few qualifying words."""
    lower = sentence.lower
    for place in range(position, min(limit, position + 6)):
        word = lower[place]
        if word in ACTOR_NOUNS:
            return True
        allowed = (
            word in QUALIFIERS
            or word in DETERMINERS
            or word in (",", "and", "or", "’s", "'s")
            or sentence.words[place][0].isupper()
        )
        adjective = (
            place == position and word.isalpha() and len(word) > 3 and word not in CONNECTORS and not word.endswith("s")
        )
        if not allowed and not (
            adjective and lower[place + 1 : place + 2] and lower[place + 1] in ACTOR_NOUNS | QUALIFIERS
        ):
            return False
    return False
