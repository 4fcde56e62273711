"""The subject of a modal: who acts, through whom, on whose advice and with whom.

Deadline and role phrases are consumed before a name is looked for, and nothing depends on commas: the words up to the
modal must read, from some place on, as names, role phrases and asides, with at least one name that leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.find.clause.name_lists import read_names
from extractor.find.clause.name_reading import Subject
from extractor.find.names.actors import actor_at
from extractor.find.names.order_names import Names
from extractor.find.sentence.asides import after_phrase
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import DETERMINERS, NOT_BEFORE
from extractor.words.verbs import VERBS


def subject_before(sentence: Sentence, start: int, modal: int, names: Names) -> Subject | None:
    """The subject that ends at the modal, from the earliest place in ``start`` … from which all the words read as one.

    Where no place reads strictly, a tolerant pass takes the first that opens with a name and passes over what follows it.
    """
    places = tuple(_candidates(sentence, start, modal, names))
    last = _last_place(sentence, places, names)
    places = tuple(place for place in places if place <= last)
    for place in places:
        subject = read_names(sentence, place, modal, names)
        if subject and subject.leads:
            subject = _with_names_before(sentence, start, modal, subject, names)
            opened = place > start or place in sentence.deadline_at
            subject = _without_the_openings_list(sentence, subject) if opened else subject
            return _with_roles_before(sentence, start, subject, names)
    for place in places:
        if not _may_open_a_subject(sentence, start, place):
            continue
        subject = read_names(sentence, place, modal, names, tolerant=True)
        if subject and subject.leads and subject.leads[0].phrase.start == place:
            return _with_roles_before(sentence, start, subject, names)
    return None


_FINITE = frozenset("is are was were has have".split())


def subject_of_another_verb(sentence: Sentence, start: int, separator: int, names: Names) -> Subject | None:
    """``The Office keeps the list, and is to publish it``: who stands before the clause's first verb, which no modal opens."""
    for position in range(start + 1, separator):
        word = sentence.lower[position]
        if word in _FINITE or word.endswith("s") and word[:-1] in VERBS:
            subject = subject_before(sentence, start, position, names)
            named = subject is not None and all(each.phrase.end == position for each in subject.leads[-1:])
            return replace(subject, rules=(*subject.rules, "subject.tolerant")) if subject and named else None
    return None


def _with_names_before(sentence: Sentence, start: int, modal: int, subject: Subject, names: Names) -> Subject:
    """``Within 30 days after receipt of the report the Chair and the Board shall``: no comma parts the first name from the event."""
    lower, first = sentence.lower, subject.leads[0].phrase.start
    opening = next((each for each in sentence.deadlines if each.open and each.start <= start + 1), None)
    joint = first - 1 - (lower[first - 2 : first] == [",", "and"])
    listed = lower[joint] == "and" or lower[joint] == "," and len(subject.leads) > 1
    if opening is None or not listed or joint <= opening.end:
        return subject
    for place in range(opening.end + 1, joint):
        phrase = actor_at(sentence, place, joint, names) if _opens_behind_a_noun(lower, place) else None
        wider = read_names(sentence, place, modal, names) if phrase and phrase.end == joint else None
        if wider and len(wider.leads) > len(subject.leads):
            return wider
    return subject


def _opens_behind_a_noun(lower: list[str], place: int) -> bool:
    """``receipt of the report | the Chair``: an article, and before it no word that governs it."""
    before = lower[place - 1]
    verb = (before in VERBS or before.endswith("ing")) and lower[place - 2] not in DETERMINERS
    return lower[place] == "the" and before not in NOT_BEFORE and before != "," and not verb


_CONDITIONS = frozenset("if when where unless once upon after before".split())


# ``At a time that the Secretary, in consultation with the Chair, deems fit, the Secretary shall``: the first one only deems.
_DEEMS = frozenset("deems determines considers finds decides certifies".split())


def _last_place(sentence: Sentence, places: tuple[int, ...], names: Names) -> int:
    """The last place at which the subject may start: none of the partners behind a name and its role phrase.

    ``the Secretary, in consultation with the Chair and the heads of agencies such as …, shall``: the Secretary acts.
    """
    if not places or sentence.lower[places[0]] in _CONDITIONS:
        return max(places, default=-1)
    for role in sentence.roles:
        for place in places:
            if place >= role.start - 1:
                continue
            subject = read_names(sentence, place, role.start, names)
            if (
                subject
                and subject.leads
                and subject.leads[0].phrase.start == place
                and sentence.lower[role.start - 1] == ","
            ):
                return place
    return max(places, default=-1)


def _without_the_openings_list(sentence: Sentence, subject: Subject) -> Subject:
    """``including through A, B, and C, the Secretary shall``: what ends with its own ``and`` belongs to the opening phrase."""
    closed = False
    for place, named in enumerate(subject.leads):
        before = sentence.lower[named.phrase.start - 1] if named.phrase.start else ""
        if (
            closed
            and before == ","
            and (place == len(subject.leads) - 1 or sentence.lower[0] in ("at", "following", "for", "in", "upon"))
        ):
            return replace(subject, start=named.phrase.start, leads=subject.leads[place:])
        closed = before in ("and", "or")
    return subject


def _candidates(sentence: Sentence, start: int, modal: int, names: Names) -> Iterator[int]:
    """Places where a subject may start: the clause's start, after a comma or a deadline, else after an opening phrase."""
    lower = sentence.lower
    consumed = {d.reach for d in sentence.deadlines if start <= d.start and d.reach <= modal and not d.open}
    yield start
    for position in range(start + 1, modal):
        if (
            position in consumed
            or lower[position - 1] in (",", ";", ":", "—", "--", "that", "and", ")")
            and not sentence.enclosed[position]
            and not _opens_with_an_officer(sentence, position)
            and not (lower[position - 1] == "that" and _DEEMS & set(lower[position:modal]))
            and not (lower[position - 1] == "that" and position > 1 and _points(lower[position - 2]))
            and not (lower[position - 1] == "and" and _goes_on_with_partners(sentence, start, position, names))
            and not (lower[position - 1] == "and" and _is_inside_a_name(sentence, start, position, modal, names))
        ):
            yield position
    opening = any(d.start <= start + 1 for d in sentence.deadlines) or lower[start] in _OPENERS
    for position in range(start + 1, modal) if opening else ():
        if (
            lower[position] in ("the", "each", "all", "agencies", "heads", "any", "every")
            and lower[position - 1] not in NOT_BEFORE
        ):
            yield position


_LONGEST_NAME = 12  # tokens from a name's article to an ``and`` in it


def _is_inside_a_name(sentence: Sentence, start: int, position: int, modal: int, names: Names) -> bool:
    """``the Administrator of the National Aeronautics and Space Administration``: no subject starts at ``Space``."""
    articles = (
        place for place in range(max(start, position - _LONGEST_NAME), position) if sentence.lower[place] == "the"
    )
    phrases = (actor_at(sentence, place, modal, names) for place in articles)
    return any(phrase is not None and phrase.end > position for phrase in phrases)


def _points(word: str) -> bool:
    """Is a ``that`` behind the word a pointer (``in exercising that authority``), no conjunction?"""
    return word.endswith("ing") or word in ("in", "of", "to", "under", "with", "for", "by", "from", "on")


def _goes_on_with_partners(sentence: Sentence, start: int, position: int, names: Names) -> bool:
    """``…, in consultation with the Chair and the Board, shall``: behind a bare ``and`` the list of partners goes on."""
    roles = (role for role in sentence.roles if start + 1 < role.start < position - 1)
    return any((read := read_names(sentence, role.start, position - 1, names)) and not read.leads for role in roles)


def _opens_with_an_officer(sentence: Sentence, position: int) -> bool:
    """``through the Director``: the officer of whoever stands before, not a subject."""
    role = sentence.role_at.get(position)
    return role is not None and role.rule.yields == "through"


_OPENERS = frozenset(
    "until once whenever starting beginning upon after following in for to within during before not no by as when if under consistent pursuant based at on beginning with additionally thereafter".split()
)


def _with_roles_before(sentence: Sentence, start: int, subject: Subject, names: Names) -> Subject:
    """``In coordination with the Chair, the Secretary shall …``: the opening phrase names partners too."""
    roles = (match for match in sentence.roles if start <= match.start < subject.start)
    match = next((m for m in roles if m.start <= start + 1 or _goes_on_from_a_time(sentence, start, m.start)), None)
    if not match or match.rule.yields == "through":
        return subject
    partners = read_names(sentence, match.start, subject.start, names)
    if not partners:
        return subject
    return replace(
        subject,
        consulted=partners.consulted + subject.consulted,
        coordinating=partners.coordinating + subject.coordinating,
        rules=partners.rules + subject.rules,
    )


def _goes_on_from_a_time(sentence: Sentence, start: int, role: int) -> bool:
    """``Within 30 days of … and in consultation with the Chair, the Secretary shall``: the opening time goes on to partners."""
    opening = next((deadline for deadline in sentence.deadlines if start <= deadline.start <= start + 1), None)
    joint = role if sentence.lower[role] == "and" else role - 1
    if opening is None or sentence.lower[joint] != "and":
        return False
    return after_phrase(sentence, opening, role) == joint or _recurs_until(sentence, opening.end, joint)


def _recurs_until(sentence: Sentence, start: int, end: int) -> bool:
    """``, and annually thereafter and in consultation with``: between the time and ``end`` is nothing but how often."""
    often = next((each for each in sentence.deadlines if each.kind == "recurring" and start <= each.start < end), None)
    if often is None:
        return False
    rest = (*sentence.lower[start : often.start], *sentence.lower[often.end : end])
    return all(word in (",", "and", "thereafter") for word in rest)


def _may_open_a_subject(sentence: Sentence, start: int, place: int) -> bool:
    """No preposition governs the place, and it does not go on with a list of partners."""
    if place and sentence.lower[place - 1] in NOT_BEFORE:
        return False
    return not any(start + 1 < match.start < place for match in sentence.roles)
