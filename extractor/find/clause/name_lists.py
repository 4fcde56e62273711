"""A run of tokens read as names, role phrases and asides, from left to right."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractor.find.clause.modifiers import (
    between_dashes,
    between_marks,
    lists_examples,
    modifier,
    opens_no_partner,
    passed_over,
)
from extractor.find.clause.name_reading import Named, NameReading, Subject, take_name, take_role
from extractor.find.names.actors import ActorPhrase, actor_at
from extractor.find.names.definitions import plural, with_head
from extractor.find.names.heads import names_person
from extractor.find.names.order_names import Names
from extractor.find.sentence.asides import after_phrase, aside_end, parenthesis_end, to_comma
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import DETERMINERS, FILLERS, NOT_BEFORE


def read_names(sentence: Sentence, start: int, end: int, names: Names, tolerant: bool = False) -> Subject | None:
    """Read the tokens ``start`` to ``end`` as names, role phrases and asides; ``None`` if anything else stands there.

    ``tolerant``: words that say more about a name are passed over, whatever they are, up to a comma or to ``end``.
    """
    reading = NameReading(tolerant=tolerant)
    position = start
    while position < end:
        step = _step(sentence, position, end, names, reading)
        if step is None:
            return None
        position = step
    named = _with_shared_bodies(sentence, _with_heads(sentence, _with_shared_clause(sentence, reading.leads)))
    leads = tuple(_zip_respectively(sentence, named, end))
    return Subject(
        start, leads, tuple(reading.consulted), tuple(reading.coordinating), tuple(dict.fromkeys(reading.rules))
    )


def _step(sentence: Sentence, position: int, end: int, names: Names, reading: NameReading) -> int | None:
    """The token behind what stands at ``position``; ``None`` where it is nothing that may stand among names."""
    beside = _past_what_is_no_name(sentence, position, end, names, reading)
    return beside if beside is not None else _name_or_more(sentence, position, end, names, reading)


def _past_what_is_no_name(
    sentence: Sentence, position: int, end: int, names: Names, reading: NameReading
) -> int | None:
    """Behind a time, a role phrase, examples, an aside or a joint; ``None`` where none of them stands here."""
    word = sentence.lower[position]
    if deadline := sentence.deadline_at.get(position):
        return after_phrase(sentence, deadline, end)
    if match := sentence.role_at.get(position):
        return take_role(match, reading, position > 0 and sentence.lower[position - 1] == "and")
    if lists_examples(sentence, position, reading):
        return end
    if sentence.lower[position : position + 2] == ["such", "as"]:
        return to_comma(sentence, position, end)
    if sentence.lower[position : position + 3] == ["as", "well", "as"] and actor_at(sentence, position + 3, end, names):
        return position + 3
    if (aside := aside_end(sentence, position, end)) is not None:
        reading.passed_to = aside
        return aside
    if (apart := between_dashes(sentence, position, end, reading)) is not None:
        return apart
    if word in ("and", "or") and (designee := _designee_end(sentence, position + 1, end, names)) is not None:
        return designee
    if (
        word in (",", ";", "and", "or", "—", "--", "&", ":", "nor", "but", ")")
        or word == "("
        and position + 1 in sentence.role_at
    ):
        return position + 1
    if sentence.lower[position : position + 4] in (["the", "heads", "of", "which"], ["the", "heads", "of", "whom"]):
        return to_comma(sentence, position, end)
    return None


def _name_or_more(sentence: Sentence, position: int, end: int, names: Names, reading: NameReading) -> int | None:
    """Behind a name, which is taken, or behind words that say more about one."""
    word = sentence.lower[position]
    if phrase := actor_at(sentence, position, end, names):
        if _opens_the_subject(sentence, position, reading):
            reading.role = "lead"
        take_name(sentence, phrase, reading)
        reading.passed_to = phrase.end if phrase.generic else -1
        return phrase.end
    if word == "with" and reading.role != "lead" and sentence.lower[position - 1] in ("and", "or"):
        return position + 1  # ``in consultation with the Chair and with State officials``
    if reading.role != "lead" and sentence.lower[position : position + 2] in (["each", "other"], ["one", "another"]):
        return position + 2
    if word in FILLERS:
        return position + 1
    if word == "(":
        return parenthesis_end(sentence, position, end)
    if reading.through or reading.role != "lead":
        return _partner(sentence, position, end, reading)
    if reading.leads and reading.passed_through == position:
        return to_comma(sentence, position, end)  # ``in running, through the Land Office the parks``: what is run
    if known := modifier(sentence, position, end, reading) or between_marks(sentence, position, end, reading):
        reading.passed_to = known
        return known
    return passed_over(sentence, position, end, reading) if reading.tolerant else None


def _designee_end(sentence: Sentence, position: int, end: int, names: Names) -> int | None:
    """``the Secretary of State or the Secretary of State’s designee``: whoever is sent acts for the one before."""
    phrase = actor_at(sentence, position, end, names) if position < end else None
    owned = phrase is not None and re.search(r"[’']s? designees?$", phrase.name)
    return phrase.end if phrase and owned else None


def _opens_the_subject(sentence: Sentence, position: int, reading: NameReading) -> bool:
    """``in consultation with A and B, the Secretary shall``: behind the list's ``and`` a comma ends it."""
    return reading.closed and not reading.leads and not reading.through and sentence.lower[position - 1] == ","


def _partner(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """After a role phrase anything may be named: ``in consultation with industry``; what no name is acts through nobody."""
    before = sentence.lower[position - 1]
    if reading.through and _names_a_way(sentence, position + (sentence.lower[position] == "the")):
        reading.through = False  # ``through this role``, ``through its regular meetings``: how, not who
        return _means_end(sentence, position, end)
    if (
        before not in (",", "and", "or", "with", "through", "of", "consulting", "by", "from")
        and not sentence.words[position][0].isupper()
    ):
        return modifier(sentence, position, end, reading)
    if opens_no_partner(sentence, position):
        return to_comma(sentence, position, end)
    place = position
    while place < end and sentence.lower[place] not in (",", ";") and place not in sentence.role_at:
        if place > position and sentence.lower[place] == "and" and sentence.lower[place + 1 : place + 2] == ["the"]:
            break
        place = parenthesis_end(sentence, place, end) if sentence.words[place] == "(" else place + 1
    take_name(sentence, ActorPhrase(position, place, sentence.text(position, place)), reading)
    return place


def _names_a_way(sentence: Sentence, position: int) -> bool:
    """``its regular meetings``, ``Federal grants or loans``: how, not who; a name goes on in capitals."""
    word, following = sentence.words[position], sentence.words[position + 1 : position + 2]
    return (
        not word[0].isupper()
        or following != []
        and following[0].isalpha()
        and following[0].islower()
        and following[0] not in _IN_NAMES
    )


_IN_NAMES = frozenset("and for of on or to".split())


def _means_end(sentence: Sentence, position: int, end: int) -> int:
    """Where the means end that ``through`` names: at a comma, or where a name opens that no preposition governs."""
    close = to_comma(sentence, position, end)
    opens = (
        place
        for place in range(position + 1, close - 1)
        if sentence.lower[place] == "the"
        and not sentence.enclosed[place]
        and sentence.words[place + 1][0].isupper()
        and sentence.lower[place - 1] not in NOT_BEFORE
    )
    return next(opens, close)


_HEADS_OF = re.compile(r"((?:[A-Z][\w-]* )*(?:heads|Officers|Inspectors General|Counsels) of (?:the )?)(?=\S)")


def _with_heads(sentence: Sentence, leads: list[Named]) -> list[Named]:
    """``the heads of the NEA, NEH, and IMLS``, ``the Chief AI Officers of the Department of State, DOD, and DOE``: the officers of all these bodies.

    Bodies with an article are meant too where the first is one body, which has one head (``the heads of the Department of …``).
    """
    found: list[Named] = []
    title, one = "", False
    for named in leads:
        name = named.phrase.name
        opening = _HEADS_OF.match(name)
        bare = sentence.lower[named.phrase.start] not in DETERMINERS or one
        if opening and not name.endswith("agencies"):
            title, one = opening[1].removesuffix("the "), name[opening.end() :].startswith("Department")
        elif title and bare and not names_person(name):
            article = "the " if sentence.lower[named.phrase.start] == "the" else ""
            named = replace(named, phrase=replace(named.phrase, name=f"{title}{article}{name}"))
        else:
            title = ""
        found.append(named)
    return found


_SAYS_WHICH = re.compile(r"((?:[a-z]+ )?[a-z]+) ((?:represented|designated|identified|participating|serving)\b.*)")


def _with_shared_clause(sentence: Sentence, leads: list[Named]) -> list[Named]:
    """``Each department, agency, and component represented on the Board``: what stands behind the last says which of each."""
    each = len(leads) > 1 and sentence.lower[leads[0].phrase.start] in ("each", "every")
    last = _SAYS_WHICH.fullmatch(leads[-1].phrase.name) if each else None
    if last is None or not all(re.fullmatch(r"(?:[a-z]+ )?[a-z]+", named.phrase.name) for named in leads[:-1]):
        return leads
    names = [f"{with_head(named.phrase.name, plural)} {last[2]}" for named in leads[:-1]]
    names.append(f"{with_head(last[1], plural)} {last[2]}")
    return [replace(one, phrase=replace(one.phrase, name=name)) for one, name in zip(leads, names, strict=True)]


def _with_shared_bodies(sentence: Sentence, leads: list[Named]) -> list[Named]:
    """``the General Counsel and Chair of the Mint``: two seats on one body, where no article opens the second."""
    found = list(leads)
    for place, (one, other) in enumerate(pairwise(leads)):
        joined = sentence.lower[one.phrase.end : other.phrase.start] == ["and"]
        bare = " of " not in one.phrase.name and names_person(one.phrase.name) and one.phrase.name[0].isupper()
        body = re.match(
            r"(?:Co-|Vice )?(?:Chair(?:man|person)?|Director|Administrator|Commissioner) of the [A-Z]",
            other.phrase.name,
        )
        if joined and bare and body and sentence.lower[other.phrase.start] not in DETERMINERS:
            name = f"{one.phrase.name} of {other.phrase.name.split(' of ', 1)[1]}"
            found[place] = replace(one, phrase=replace(one.phrase, name=name))
    return found


def _zip_respectively(sentence: Sentence, leads: list[Named], end: int) -> list[Named]:
    """``A and B, acting through C and D, respectively``: C is A's officer and D is B's."""
    if len(leads) > 1 and leads[-1].through and len(leads[-1].through) == len(leads):
        return [replace(named, through=(officer,)) for named, officer in zip(leads, leads[-1].through, strict=True)]
    return leads
