"""Names of officials and bodies: one name at a place, and what ends it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.find.lexicon import ACTOR_NOUNS, CONNECTORS, DETERMINERS, OFFICER_NOUNS, PRONOUNS, QUALIFIERS, TITLE_STARTS
from extractor.find.names import Names
from extractor.find.sentence import Sentence

# Names that hold a comma; a list of other names ends at one.
COMMA_NAMES = (
    ("alcohol", ",", "tobacco"), ("tobacco", ",", "firearms"), ("firearms", ",", "and"), ("health", ",", "education"), ("education", ",", "labor"),
    ("labor", ",", "and"), ("research", ",", "education"), ("education", ",", "and"), ("installations", ",", "and"), ("energy", ",", "installations"),
    ("acquisition", ",", "technology"), ("technology", ",", "and"), ("terrorism", ",", "and"), ("democracy", ",", "human"), ("democracy", ",", "and"),
    ("oceans", ",", "and"), ("economic", ",", "energy"), ("growth", ",", "energy"), ("energy", ",", "and"), ("senate", ",", "and"), ("trade", ",", "and"),
    ("commerce", ",", "science"), ("science", ",", "and"), ("cybersecurity", ",", "energy"), ("oceanographic", ",", "and"), ("intelligence", ",", "and"),
    ("disabilities", ",", "and"), ("international", ",", "scientific"), ("drug", ",", "and"), ("procurement", ",", "and"), ("legislative", ",", "political"), ("political", ",", "and"),
)  # fmt: skip
_RESTRICTIVE = frozenset(
    "that which who whose identified designated listed described specified responsible selected named referenced referred "
    "participating engaged determined involved required subject within under in receiving administering using with having for "
    "deemed tasked charged engaging operating located holding carrying providing conducting making represented from at of on set subject".split()
)
_GENERIC = frozenset("agency agencies head heads department departments component components entity entities official officials government governments member members representative representatives office offices authority authorities".split())
_LOWERED = frozenset("agencies agency heads relevant appropriate other affected covered applicable participating interested executive all".split())
_FUNCTION_WORDS = frozenset("as in if when where while upon after before under by for to with within from on at of and or but not there this that these those it its".split())
_KNOWN_BODIES = frozenset(
    "OMB CISA NSA NIST OSTP CEQ GSA OPM FEMA EPA DOD DOJ DHS HHS HUD USDA DOE DOT FBI CIA NASA NSF NIH CDC FDA CMS SBA USTR USAID IRS ICE CBP "
    "USCIS FAA FCC FTC SEC FERC NRC NOAA NTIA FHWA FTA FRA BLM USPTO DARPA DNI ODNI NSC OIRA ATF DEA TSA USPS VA DOL DOI ED SSA".split()
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
    if start == 0 and lower[0] == "it" and lower[1:2] in (["shall"], ["must"]) and lower[2:3] != ["be"]:
        return ActorPhrase(0, 1, "it")
    if lower[start] in PRONOUNS and (start == 0 and lower[start] != "it" or start > 0 and lower[start - 1] in (",", ";", "and")):
        return ActorPhrase(start, start + 1, lower[start])
    first = start
    while first < limit and (lower[first] in DETERMINERS or _partitive(lower, first) or (lower[first] in QUALIFIERS and not words[first][0].isupper())):
        first += 1
    negative = any(word in ("no", "neither") for word in lower[start:first])
    end = _run(sentence, first, limit, names)
    if end is None and first > start:
        end = _run(sentence, start + (lower[start] in DETERMINERS), limit, names)
        first = start + (lower[start] in DETERMINERS)
    if end is None:
        end = _noun_phrase(sentence, first, limit)
    if end is None:
        return None
    generic = _is_generic(lower, first, end)
    if generic:
        end = _with_restriction(sentence, end, limit, names)
    name_start = _name_start(lower, start, first)
    pieces = _without_parentheses(sentence, name_start, end)
    name = " ".join(pieces.split())
    if generic and start == 0 and lower[name_start] in _LOWERED:
        name = name[0].lower() + name[1:]
    return ActorPhrase(start, end, name, generic, negative)


_AFTER_HEAD = frozenset(", ; ( and or of for to on in at by with within from under that which who whose".split())


_JOINS_NOUNS = frozenset("across among between through against about into over than using via during after before upon per as is are was were be not".split())


def _noun_phrase(sentence: Sentence, first: int, limit: int) -> int | None:
    """Last resort: up to eight words of which the last, before a comma or a preposition, names officials or a body.

    ``the appropriate Federal functional financial regulators``, ``each agency’s approval authority``.
    """
    opens = first == 0 or sentence.lower[first - 1] in DETERMINERS or sentence.lower[first - 1] in (",", "and")
    if not opens or sentence.lower[first] in CONNECTORS | _FUNCTION_WORDS or sentence.lower[first].endswith("ing"):
        return None
    for position in range(first, min(limit, first + 8)):
        word = sentence.lower[position]
        following = sentence.lower[position + 1] if position + 1 < limit else ","
        if following in _AFTER_HEAD and not (following == "and" and word not in ACTOR_NOUNS):
            return position + 1 if word in ACTOR_NOUNS and position > first else None
        if word in _JOINS_NOUNS or position > first and word in DETERMINERS or not (word[0].isalpha() or word in ("’s", "'s", "’")) or position in sentence.role_at:
            return None
    return None


def _partitive(lower: list[str], position: int) -> bool:
    """``each of the following``, ``all of the``: words between a determiner and the name."""
    before = lower[position - 1] if position else ""
    return lower[position] == "of" and before in ("each", "all", "any", "both", "none") or lower[position] == "following" and before == "the"


def separate_names(name: str) -> tuple[str, ...]:
    """``Secretaries of State, Commerce, and Energy`` names three officials; any other name is one."""
    match = re.match(r"(Secretaries|Departments) of (?:the )?(.+)$", name)
    if not match:
        return (name,)
    singular = {"Secretaries": "Secretary", "Departments": "Department"}[match[1]]
    parts = re.split(r",\s+and\s+|,\s+|\s+and\s+(?!Human Services|Urban Development)", match[2])
    needs_article = ("Treasury", "Interior", "Army", "Navy", "Air Force")
    parts = [re.sub(r"^the ", "", part.strip()) for part in parts]
    return tuple(f"{singular} of {'the ' if part in needs_article else ''}{part}" for part in parts if part)


def _name_start(lower: list[str], start: int, first: int) -> int:
    """Articles go, qualifiers stay: ``the heads of other relevant agencies``, ``other agencies``."""
    while start < first and lower[start] in ("of", "following", "the", "a", "an", "each", "all", "every", "any", "no", "both", "such", "those", "these", "its", "their", "his", "her", "our", "this", "that", "neither"):
        start += 1
    return start


def _run(sentence: Sentence, first: int, limit: int, names: Names) -> int | None:
    """Where the name that starts at ``first`` ends; ``None`` if it names no actor."""
    if first >= limit:
        return None
    if sentence.lower[first] in _FUNCTION_WORDS and sentence.lower[first : first + 2] not in (["under", "secretary"], ["under", "secretaries"]):
        return None
    if sentence.lower[first] in ("departments", "agencies", "heads", "agency") and first + 1 < limit and sentence.words[first + 1][0].islower():
        return _common_end(sentence, first, limit, names) or None
    if sentence.words[first][0].isupper() or names.knows(sentence.words[first]):
        end = _proper_run(sentence, first, limit, names)
        if end is not None or sentence.lower[first] not in QUALIFIERS:
            return end
    return _common_end(sentence, first, limit, names) or None


def _proper_run(sentence: Sentence, first: int, limit: int, names: Names) -> int | None:
    words, lower = sentence.words, sentence.lower
    position = first
    while position < limit:
        word = words[position]
        if word == "(" and position + 1 in sentence.role_at:
            break
        if word == "(" and position > first:
            close = _closing(words, position, limit)
            following = lower[close] if close < limit else ""
            if following in ACTOR_NOUNS or following in ("of", "for") and words[min(close + 1, limit - 1)][0].isupper():
                position = close
                continue
            if close >= limit or following in (",", ";", "and", "or", "shall", "must", "will", "is", "are", "in", "through", "acting", ")") or close in sentence.role_at:
                position = close
            break
        if word[0].isupper() or word in ("’s", "'s", "’", "&") or word[:1].isdigit() and position > first and word.isdigit():
            position += 1
        elif lower[position] in CONNECTORS and (step := _connects(sentence, first, position, limit, names)):
            position += step
        elif word == "," and _comma_inside(sentence, position, first):
            position += 1 + (lower[position + 1] == "and")
        elif lower[position] in ACTOR_NOUNS and position > first and lower[position] not in ("lead", "leads", "head", "heads", "services", "designated", "general"):
            position += 1
        else:
            break
    position = _trim_connectors(lower, first, position)
    return position if position > first and _names_actor(sentence, first, position, names) else None


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
    if words[after][0].isupper() and lower[position] in ("of", "for", "to", "on", "the", "at", "&", "from", "in", "with", "within") and lower[after] not in ("if",):
        return after - position + 1
    generic_head = lower[first] in ("heads", "head", "chairs", "members", "directors", "secretaries", "secretary", "officials", "representatives")
    if lower[position] == "of" and generic_head and (end := _common_end(sentence, after, limit, names)):
        return end - position
    return 0


def _and_connects(sentence: Sentence, first: int, position: int, limit: int, names: Names) -> int:
    words, lower = sentence.words, sentence.lower
    after = lower[position + 1] if position + 1 < limit else ""
    president = lower[first:position] == ["assistant", "to", "the", "president"] and after != "secretary"
    if not after or not words[position + 1][0].isupper() or not president and after in TITLE_STARTS - {"national", "special", "senior", "united", "president", "director"}:
        return 0
    if lower[first] in _PLURAL_TITLES:
        return 2
    if lower[first:position] == ["assistant", "to", "the", "president"]:
        return 2
    alone = all(word.isupper() for word in words[first:position] if word[0].isalpha())
    if alone or (names.knows(words[position + 1]) and position - first < 3 and lower[position - 1] in ACTOR_NOUNS):
        return 0
    if _complete(lower[first:position]) and lower[position + 1 : position + 2] in (["national"], ["director"], ["president"], ["united"]):
        return 2 if lower[first:position] == ["assistant", "to", "the", "president"] else 0
    return 2


_CABINET = frozenset("state war defense treasury interior agriculture commerce labor transportation energy education".split())


def _complete(name: list[str]) -> bool:
    """True for a title that needs no further words: ``Secretary of State``, ``Attorney General``."""
    return bool(name) and (name[-1] in _CABINET or name[-1] in ACTOR_NOUNS)


_PLURAL_TITLES = frozenset("secretaries departments".split())


_OFFICERS_FOR = frozenset("assistant under deputy associate".split())  # ``Assistant Secretary for Democracy, Human Rights, and Labor``


def _comma_inside(sentence: Sentence, position: int, first: int) -> bool:
    lower = sentence.lower
    if position + 1 >= len(lower) or position == first:
        return False
    if lower[first] in _PLURAL_TITLES:
        after = position + 1 + (lower[position + 1] == "and")
        return after < len(lower) and sentence.words[after][0].isupper() and lower[after] not in TITLE_STARTS
    if lower[first] in _OFFICERS_FOR and "for" in lower[first:position]:
        after = position + 1 + (lower[position + 1] == "and" and "," in lower[first:position])
        return after < len(lower) and sentence.words[after][0].isupper() and lower[after] not in TITLE_STARTS
    if (lower[position - 1], ",", lower[position + 1]) in COMMA_NAMES:
        return lower[position + 1] != "and" or lower[position + 2 : position + 3] not in (["the"], ["heads"], ["other"])
    return False


def _trim_connectors(lower: list[str], first: int, position: int) -> int:
    while position > first and lower[position - 1] in CONNECTORS | {","}:
        position -= 1
    return position


def _names_actor(sentence: Sentence, first: int, end: int, names: Names) -> bool:
    """The head of the name (its last word before ``of``, ``for``, ``to``, ``on``) must be an official or a body."""
    words, lower = sentence.words, sentence.lower
    head = first
    while head + 1 < end and lower[head + 1] not in ("of", "for", "to", "on", "(", ",", "within", "at", "in", "with") and words[head] != "(":
        head += 1
    if words[head] == "Initiative":
        return True
    while head > first and lower[head].isdigit():
        head -= 1
    heads = [lower[head]] + ([lower[end - 1]] if end - 1 != head and lower[head + 1] != "of" else [])
    if any(_is_actor_word(word) for word in heads) or lower[head] == "states" and lower[end - 1] in ACTOR_NOUNS:
        return True
    if names.write_out(sentence.text(first, end)).split()[-1].lower() in ACTOR_NOUNS and end - first == 1:
        return True
    word = words[head]
    if word in names.acronyms:
        full = names.acronyms[word].lower().split()
        return any(part in ACTOR_NOUNS for part in (full[0], full[-1], *(full[n - 1] for n, p in enumerate(full) if p in ("of", "for", "to", "on", "and") and n)))
    return word in _KNOWN_BODIES or sentence.text(first, end).lower() in names.shorts


def _is_actor_word(word: str) -> bool:
    parts = word.split("-")
    return word in ACTOR_NOUNS or (parts[-1] in OFFICER_NOUNS and len(parts) > 1)


def _common_end(sentence: Sentence, first: int, limit: int, names: Names) -> int:
    """``heads of other relevant agencies``, ``executive departments and agencies``, ``designated secretaries``."""
    lower, words = sentence.lower, sentence.words
    position, end = first, 0
    if first < limit and (lower[first] in CONNECTORS or not lower[first][0].isalpha()):
        return 0
    while position < min(limit, first + 14):
        word = lower[position]
        if word in ACTOR_NOUNS and not (word in ("lead", "head", "service", "services", "court", "general") and not end and lower[position + 1 : position + 2] not in (["of"], [","], ["shall"])):
            end = position + 1
        elif word in ("of", "and", "or", ",", "within", "“", "”", "the", "each", "all", "any", "every", "such", "other", "to", "’s", "'s", "’", "for", "with", "these", "those"):
            if word in ("to", "for", "with", "within"):
                break
            if word == "," and not _listed_adjective(lower, position, limit):
                break
            if position in sentence.role_at:
                break
            if word == "and" and end and not _leads_to_actor(sentence, position + 1, limit):
                break
            if word in ("and", ",") and end and lower[position + 1 : position + 2] and (lower[position + 1] in ("the", "each", "any") or words[position + 1][0].isupper()):
                break
        elif not (word in QUALIFIERS or words[position][0].isupper() or (position < limit - 1 and word.isalpha() and not end and _leads_to_actor(sentence, position, limit))):
            break
        position += 1
    return _with_parenthesis(sentence, end, limit) if end else 0


def _with_parenthesis(sentence: Sentence, end: int, limit: int) -> int:
    """``executive departments and agencies (agencies)``: the parenthesis belongs to the name's place."""
    if end < limit and sentence.words[end] == "(":
        return min(limit, _closing(sentence.words, end, limit))
    return end


def _listed_adjective(lower: list[str], position: int, limit: int) -> bool:
    """A comma between adjectives: ``State, local, tribal, and territorial governments``."""
    return lower[position - 1] in QUALIFIERS and position + 1 < limit and lower[position + 1] in QUALIFIERS | {"and", "or"}


def _comma_within(lower: list[str], position: int, limit: int) -> bool:
    """A comma that ends nothing: between adjectives, in ``title 5, United States Code``, between numbers."""
    following = lower[position + 1] if position + 1 < limit else ""
    numbers = lower[position - 1].isdigit() and (following.isdigit() or following == "and" and lower[position + 2 : position + 3] and lower[position + 2].isdigit())
    return bool(numbers) or following == "united" and lower[position + 2 : position + 4] == ["states", "code"] or _listed_adjective(lower, position, limit)


def _leads_to_actor(sentence: Sentence, position: int, limit: int) -> bool:
    """True if an actor noun follows within a few qualifying words."""
    lower = sentence.lower
    for place in range(position, min(limit, position + 6)):
        word = lower[place]
        if word in ACTOR_NOUNS:
            return True
        allowed = word in QUALIFIERS or word in DETERMINERS or word in (",", "and", "or", "’s", "'s") or sentence.words[place][0].isupper()
        adjective = place == position and word.isalpha() and len(word) > 3 and word not in CONNECTORS and not word.endswith("s")
        if not allowed and not (adjective and lower[place + 1 : place + 2] and lower[place + 1] in ACTOR_NOUNS | QUALIFIERS):
            return False
    return False


def _is_generic(lower: list[str], first: int, end: int) -> bool:
    return any(word in _GENERIC for word in lower[first:end]) and lower[first] not in ("secretary", "director", "administrator", "department", "agency")


def _with_restriction(sentence: Sentence, end: int, limit: int, names: Names) -> int:
    """A generic name keeps what restricts it: ``heads of agencies designated by the Director of OMB``."""
    lower = sentence.lower
    if end >= limit or end in sentence.role_at or not (lower[end] in _RESTRICTIVE or lower[end].endswith("ing")):
        return end
    position = end
    while position < limit and not (lower[position] in (",", ";", ":") and not _comma_within(lower, position, limit)) and not (position > end and position in sentence.role_at):
        if lower[position] == "(":
            position = _closing(sentence.words, position, limit)
            continue
        if lower[position] == "as" and lower[position + 1 : position + 2] in (["the"], ["appropriate"], ["necessary"], ["deemed"], ["determined"]):
            break
        position += 1
    return _trim_connectors(lower, end, position)


def _closing(words: list[str], position: int, limit: int) -> int:
    """The token after the parenthesis that opens at ``position``."""
    depth = 0
    for place in range(position, limit):
        depth += (words[place] == "(") - (words[place] == ")")
        if depth <= 0:
            return place + 1
    return limit


def _without_parentheses(sentence: Sentence, start: int, end: int) -> str:
    parts, position = [], start
    while position < end:
        if sentence.words[position] == "(":
            position = _closing(sentence.words, position, end)
            continue
        token = sentence.doc[position]
        parts.append(token.text_with_ws)
        position += 1
    return "".join(parts).replace(" ,", ",").strip(" ,")
