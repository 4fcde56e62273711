"""The clauses of a sentence: each modal with its subject and its predicate.

A modal is a clause of its own, shares the subject of the clause before it (``… and shall publish``), or stands
inside another clause (``a plan, which shall include …``) and is then marked ``embedded``.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.find.clause.antecedents import (
    THEIR_HEADS,
    actor_of_which,
    antecedent,
    before_its_seat,
    heads_of_which,
    is_named,
    may_be_meant,
)
from extractor.find.clause.clause import Clause
from extractor.find.clause.embedding import (
    SUBORDINATORS,
    denies_before,
    first_of_two,
    goes_on_after,
    in_the_manner_of,
    inside_a_noun,
    inside_opening_event,
    is_described,
    is_told,
    opens_subordinate,
    orders_that,
    relative_before,
    reports,
    says_which,
    told_from,
)
from extractor.find.clause.name_lists import read_names
from extractor.find.clause.name_reading import Named, Subject
from extractor.find.clause.openings import (
    content_start,
    goes_on_with_which,
    joins_words_of_a_clause,
    openings,
    shares_subject,
)
from extractor.find.clause.subjects import subject_before, subject_of_another_verb
from extractor.find.names.actors import actor_at
from extractor.find.names.heads import names_person
from extractor.find.names.order_names import Names
from extractor.find.rules.rule import Match
from extractor.find.sentence.sentence import Sentence
from extractor.words.verbs import opens_act


def opens_with_modal(sentence: Sentence) -> bool:
    """``shall identify sites``: an item that leaves its subject to its lead-in."""
    return bool(sentence.modals) and sentence.modals[0].start == 0


def clauses(sentence: Sentence, names: Names, given: Subject | None = None) -> list[Clause]:
    """The clauses of a sentence in text order, embedded ones included; ``given`` is the subject of one that opens with its modal."""
    found: list[Clause] = []
    for modal in sentence.modals:
        if given and modal.start == 0:
            after, negated = _after(sentence, modal)
            found.append(Clause(modal, 0, after, len(sentence.words), given, shared=True, negated=negated))
            continue
        main = next((clause for clause in reversed(found) if not clause.embedded), None)
        found.append(_clause(sentence, modal, main, names))
    return [_with_end(sentence, found, position) for position in range(len(found))]


def _clause(sentence: Sentence, modal: Match, main: Clause | None, names: Names) -> Clause:
    after, negated = _after(sentence, modal)
    start = main.after if main else 0
    if sentence.enclosed[modal.start]:
        return Clause(modal, modal.start, after, len(sentence.words), None, embedded=True, negated=negated)
    manner = sentence.lower[max(0, modal.start - 3) : modal.start] == ["as", "the", "case"]
    if manner or modal.start and sentence.lower[modal.start - 1] in ("as", "than"):
        return Clause(modal, modal.start, after, len(sentence.words), None, embedded=True, negated=negated)
    if main is None and says_which(sentence, modal):
        return Clause(modal, modal.start, after, len(sentence.words), None, embedded=True, negated=negated)
    if denies_before(sentence, modal.start) and (inverted := _inverted(sentence, modal, names)):
        return inverted
    if (pronoun := relative_before(sentence, modal.start, start)) is not None:
        if (
            main and main.relative and sentence.lower[pronoun - 1] == "and"
        ):  # ``…, who shall list it, and who shall post it``
            return Clause(modal, pronoun, after, len(sentence.words), main.subject, relative=True, negated=negated)
        opening = first_of_two(sentence, pronoun)
        return _relative(sentence, modal, opening, start if opening == pronoun else 0, after, negated, names)
    if main and modal.rule.yields == "mandatory" and (told := actor_of_which(sentence, modal.start, start, names)):
        return Clause(modal, told.start - 1, after, len(sentence.words), told, relative=True, negated=negated)
    if modal.rule.yields == "direct":
        return _direct(sentence, modal, start, names)
    if main is None:
        return _first(sentence, modal, after, negated, names)
    return _later(sentence, modal, main, after, negated, names)


def _inverted(sentence: Sentence, modal: Match, names: Names) -> Clause | None:
    """``nor shall the Attorney General remove a judge``, ``in no case shall``: the subject stands behind the modal, and is forbidden to."""
    size = len(sentence.words)
    phrase = actor_at(sentence, modal.end, size, names)
    if phrase is None:
        return None
    shared = sentence.lower[modal.start - 1] == "nor"
    start = modal.start - 1 if shared else 0
    return Clause(modal, start, phrase.end, size, Subject(modal.start - 1, (Named(phrase),)), shared, negated=True)


def _after(sentence: Sentence, modal: Match) -> tuple[int, bool]:
    denies = modal.end < len(sentence.words) and sentence.lower[modal.end] in ("not", "neither", "never")
    negated = denies and modal.end not in sentence.deadline_at  # ``shall not later than May 4, 2027, report``
    return modal.end + negated, negated


def _relative(
    sentence: Sentence, modal: Match, pronoun: int, start: int, after: int, negated: bool, names: Names
) -> Clause:
    """``inform the National Cyber Director, who shall post …``: after a comma the official named before it is the subject.

    A restrictive clause (``that shall``, no comma) only describes and stays embedded, unless it sets a time of its own
    (``a Task Force that shall, within 90 days, report``).
    """
    size = len(sentence.words)
    if subject := heads_of_which(sentence, start, pronoun, names):
        return Clause(modal, pronoun - len(THEIR_HEADS), after, size, subject, relative=True, negated=negated)
    dated = (phrase := sentence.deadline_at.get(after + (sentence.lower[after : after + 1] == [","]))) and phrase.dated
    each = sentence.lower[max(0, pronoun - 2) : pronoun] in _EACH_OF
    opening = pronoun - 2 if each else pronoun
    told = each or sentence.lower[pronoun] in ("who", "which", "whose")
    if dated or told and sentence.lower[opening - 1] in (",", "—", "–"):
        subject = antecedent(sentence, start, before_its_seat(sentence, opening), names)
        person = subject is not None and all(names_person(names.write_out(each.phrase.name)) for each in subject.leads)
        fits = sentence.lower[pronoun] in ("who", "whom") or not person
        if (
            subject
            and fits
            and all(
                may_be_meant(sentence, named.phrase, pronoun) and (person or is_named(sentence, named.phrase))
                for named in subject.leads
            )
        ):
            return Clause(modal, opening, after, size, subject, relative=True, negated=negated)
        if sentence.lower[after : after + 1] == ["be"] and "by" in sentence.lower[after + 1 : after + 5]:
            return Clause(modal, pronoun, after, size, None, relative=True, negated=negated)
    return Clause(modal, modal.start, after, size, None, embedded=True, negated=negated)


_EACH_OF = (["each", "of"], ["all", "of"], ["both", "of"])


def _direct(sentence: Sentence, modal: Match, start: int, names: Names) -> Clause:
    """``I hereby direct the Secretary of State to convene …``: the subject stands between the modal and ``to``."""
    size = len(sentence.words)
    begin = modal.end + (sentence.lower[modal.end : modal.end + 1] == ["that"])
    for position in range(begin + 1, min(size, begin + 90)):
        infinitive = (
            sentence.lower[position] == "to"
            and sentence.lower[position + 1 : position + 2]
            and _opens_predicate(sentence, position + 1)
        )
        negated = sentence.lower[position - 1] == "not"
        if infinitive and (subject := read_names(sentence, begin, position - negated, names)) and subject.leads:
            return Clause(modal, start, position + 1, size, subject, negated=negated)
    return Clause(modal, start, modal.end, size, None)


def _opens_predicate(sentence: Sentence, position: int) -> bool:
    word = sentence.lower[position]
    return (
        opens_act(*sentence.lower[position : position + 3], *[""] * (position + 2 - len(sentence.words)))
        or word in (":", "—", ",")
        or word.endswith("ly")
        or any(d.start == position for d in sentence.deadlines)
        or position in sentence.role_at
    )


def _first(sentence: Sentence, modal: Match, after: int, negated: bool, names: Names) -> Clause:
    begin = int(sentence.in_parentheses)
    subject = subject_before(sentence, begin, modal.start, names)
    if subject is None and (joint := shares_subject(sentence, begin, modal.start, names)) is not None:
        subject = subject_of_another_verb(sentence, begin, joint, names)
    embedded = (
        reports(sentence)
        or modal.start == 0  # ``Should the Department carry this out, it shall``
        or opens_subordinate(sentence, modal.start, subject)
        or inside_a_noun(sentence, modal, subject)
        or in_the_manner_of(sentence, modal, names)
        or (subject is None and is_told(sentence, modal.start))
        or inside_opening_event(sentence, modal.start)
    )
    return Clause(modal, 0, after, len(sentence.words), subject, embedded=embedded, negated=negated)


def _later(sentence: Sentence, modal: Match, main: Clause, after: int, negated: bool, names: Names) -> Clause:
    size = len(sentence.words)
    if main.relative and main.subject and sentence.lower[modal.start - 1] == ",":
        # ``The Chair, who shall report within 30 days, shall list``: the comma leads back to whom the clause speaks of
        return Clause(modal, modal.start - 1, after, size, main.subject, shared=True, negated=negated)
    if (separator := shares_subject(sentence, main.after, modal.start, names)) is not None:
        if goes_on_with_which(sentence, main.after, separator):
            return Clause(modal, separator, after, size, None, embedded=True, negated=negated)
        embedded = is_described(sentence, separator, modal, main.modal)
        subject = None if embedded else main.subject
        return Clause(modal, separator, after, size, subject, not embedded, embedded, negated=negated)
    if (start := told_from(sentence, main.after, modal.start, names)) is not None:
        return Clause(modal, start, after, size, None, embedded=True, negated=negated)
    for position in openings(sentence, main.after, modal.start):
        if modal.rule.yields == "will" and sentence.lower[position - 1] not in (";", "and", "but", "while"):
            continue
        if sentence.lower[position - 1] in _CONDITIONS and _closes_before(sentence, position, modal.start, names):
            continue
        subject = read_names(sentence, position, modal.start, names)
        if subject and subject.leads and modal.rule.yields in _LETS and _is_far(sentence, subject, modal):
            continue  # ``…, regarding actions agencies may take``
        if subject and subject.leads:
            inside = sentence.lower[position - 1] in SUBORDINATORS - {"while"}
            embedded = inside and not orders_that(sentence, position) and not goes_on_after(sentence, position)
            embedded = embedded or joins_words_of_a_clause(sentence, main.after, position)
            return Clause(modal, position, after, size, subject, embedded=embedded, negated=negated)
    start = content_start(sentence, main.after, modal.start)
    if start is None:
        return Clause(modal, modal.start, after, size, None, embedded=True, negated=negated)
    return Clause(modal, start, after, size, subject_before(sentence, start, modal.start, names), negated=negated)


_LETS = ("permission", "encouragement")


def _is_far(sentence: Sentence, subject: Subject, modal: Match) -> bool:
    """Other words than an aside between commas stand between the last name and the modal."""
    last = max(named.phrase.end for named in subject.leads)
    return last < modal.start and sentence.lower[modal.start - 1] not in (",", ")", "—")


_CONDITIONS = frozenset("if when where unless whenever".split())


def _closes_before(sentence: Sentence, start: int, modal: int, names: Names) -> bool:
    """``and if the Secretary, after review, finds so, the Director shall``: behind its last comma the condition is over."""
    commas = [place for place in range(start, modal) if sentence.lower[place] == "," and not sentence.enclosed[place]]
    last = read_names(sentence, commas[-1] + 1, modal, names) if commas else None
    return bool(last and last.leads) and sentence.lower[commas[-1] + 1] not in ("and", "or")


def _waits_for(sentence: Sentence, clause: Clause, following: Clause) -> bool:
    """``The Secretary shall, and the Director is encouraged to, issue guidance``: two modals before one verb."""
    between = sentence.lower[clause.after : following.start]
    return not clause.embedded and bool(between) and all(word in (",", "and", "or") for word in between)


def _between_dashes(sentence: Sentence, clause: Clause) -> bool:
    """``shall run — and the Chair is urged to run — a test``: a clause that two dashes part off ends no other."""
    before = clause.start - 1 - (sentence.lower[clause.start - 1] in ("and", "or"))
    return before > 0 and sentence.lower[before] in _DASHES and bool(_DASHES & set(sentence.lower[clause.after :]))


_DASHES = frozenset("— – --".split())


_JOINS = frozenset("and , ; but or while".split())
_JOINS_THAT = frozenset(
    "that except excepting save provided however further also".split()
)  # ``…, except that the Board shall``


def _with_end(sentence: Sentence, found: list[Clause], position: int) -> Clause:
    """A clause runs to the separator before the next clause that is not embedded."""
    clause = found[position]
    after = (c for c in found[position + 1 :] if not c.embedded and c.start > clause.after - 1)
    following = next((c for c in after if not _between_dashes(sentence, c)), None)
    if following and _waits_for(sentence, clause, following):
        following = _with_end(sentence, found, found.index(following))
        return replace(clause, after=following.after, end=following.end)
    bounded = following is not None and not clause.embedded
    end = following.start if following and bounded else len(sentence.words) - sentence.in_parentheses
    while end > clause.after and sentence.lower[end - 1] in _JOINS | (_JOINS_THAT if bounded else frozenset()):
        end -= 1
    return replace(clause, end=end)
