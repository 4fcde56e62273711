"""The clauses of a sentence: each modal with its subject and its predicate.

A modal is a clause of its own, shares the subject of the clause before it (``… and shall publish``), or stands
inside another clause (``a plan, which shall include …``) and is then marked ``embedded``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.find.lexicon import DETERMINERS, VERBS
from extractor.find.names import Names
from extractor.find.rule import Match
from extractor.find.sentence import Sentence
from extractor.find.subjects import Subject, read_names, subject_before

LONGEST_SUBJECT = 250  # tokens; the longest list of officials in an order is half as long
_RELATIVES = frozenset("which that who whom whose".split())
_SUBORDINATORS = _RELATIVES | frozenset(
    "if whether where when as unless until because although how what than why while whenever wherever whereby".split()
)
_FINITE_AFTER_RELATIVE = frozenset("is are was were has have had do does did would can could fail fails".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """``start`` to ``end`` are its tokens; ``after`` is the first token after the modal (and its ``not``)."""

    modal: Match
    start: int
    after: int
    end: int
    subject: Subject | None
    shared: bool = False
    embedded: bool = False
    relative: bool = False  # ``…, who shall post``: its own duty, but the deadline before it is another's
    negated: bool = False

    @property
    def modal_class(self) -> str:
        """mandatory | direct | will | permission | encouragement."""
        return self.modal.rule.yields


def clauses(sentence: Sentence, names: Names) -> list[Clause]:
    """The clauses of a sentence in text order, embedded ones included."""
    found: list[Clause] = []
    for modal in sentence.modals:
        main = next((clause for clause in reversed(found) if not clause.embedded), None)
        found.append(_clause(sentence, modal, main, names))
    return [_with_end(sentence, found, position) for position in range(len(found))]


def _clause(sentence: Sentence, modal: Match, main: Clause | None, names: Names) -> Clause:
    after, negated = _after(sentence, modal)
    start = main.after if main else 0
    if sentence.enclosed[modal.start]:
        return Clause(modal, modal.start, after, len(sentence.words), None, embedded=True, negated=negated)
    if (pronoun := _relative_before(sentence, modal.start, start)) is not None:
        return _relative(sentence, modal, pronoun, start, after, negated, names)
    if modal.rule.yields == "direct":
        return _direct(sentence, modal, start, names)
    if main is None:
        return _first(sentence, modal, after, negated, names)
    return _later(sentence, modal, main, after, negated, names)


def _after(sentence: Sentence, modal: Match) -> tuple[int, bool]:
    negated = modal.end < len(sentence.words) and sentence.lower[modal.end] in ("not", "neither", "never")
    return modal.end + negated, negated


def _relative(
    sentence: Sentence, modal: Match, pronoun: int, start: int, after: int, negated: bool, names: Names
) -> Clause:
    """``inform the National Cyber Director, who shall post …``: after a comma the official named before it is the subject.

    A restrictive clause (``that shall``, no comma) only describes and stays embedded.
    """
    size = len(sentence.words)
    if sentence.lower[pronoun] in ("who", "which") and sentence.lower[pronoun - 1] == ",":
        subject = _antecedent(sentence, start, pronoun, names)
        if subject and all(
            named.phrase.name[0].isupper() and sentence.lower[named.phrase.start] not in ("a", "an")
            for named in subject.leads
        ):
            return Clause(modal, pronoun, after, size, subject, relative=True, negated=negated)
        if sentence.lower[after : after + 1] == ["be"] and "by" in sentence.lower[after + 1 : after + 5]:
            return Clause(modal, pronoun, after, size, None, relative=True, negated=negated)
    return Clause(modal, modal.start, after, size, None, embedded=True, negated=negated)


def _antecedent(sentence: Sentence, start: int, pronoun: int, names: Names) -> Subject | None:
    """The longest run of names that ends at the pronoun."""
    found = None
    for position in range(pronoun - 1, max(start - 1, pronoun - 60), -1):
        verb = sentence.lower[position] in VERBS and sentence.words[position][0].islower()
        if found and verb:
            break
        if position and sentence.words[position - 1][0].isupper():
            continue  # inside a name
        if position and sentence.lower[position - 1 - (sentence.lower[position - 1] == "the")] in (
            "within",
            "in",
            "by",
            "at",
            "under",
        ):
            break
        subject = read_names(sentence, position, pronoun, names)
        if (
            subject
            and subject.leads
            and sentence.lower[position] not in (",", "and", "or")
            and _ends_at(sentence, subject, pronoun)
        ):
            found = subject
    return found


def _ends_at(sentence: Sentence, subject: Subject, pronoun: int) -> bool:
    """Nothing but commas and ``as applicable`` stands between the last name and the pronoun."""
    last = max(named.phrase.end for named in subject.leads)
    return all(word in (",", "as", "applicable", "appropriate") for word in sentence.lower[last:pronoun])


def _relative_before(sentence: Sentence, modal: int, start: int) -> int | None:
    """The relative pronoun that stands right before the modal, asides apart; ``None`` if there is none."""
    position = modal - 1
    while position > start and (
        sentence.lower[position] in (",", "also", "each", "then", "together") or sentence.lower[position].endswith("ly")
    ):
        position -= 1
    return position if position >= start and sentence.lower[position] in _RELATIVES else None


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
        if infinitive and (subject := read_names(sentence, begin, position, names)) and subject.leads:
            return Clause(modal, start, position + 1, size, subject)
    return Clause(modal, start, modal.end, size, None)


def _opens_predicate(sentence: Sentence, position: int) -> bool:
    word = sentence.lower[position]
    return (
        word in VERBS
        or word in (":", "—", ",")
        or word.endswith("ly")
        or any(d.start == position for d in sentence.deadlines)
        or position in sentence.role_at
    )


def _first(sentence: Sentence, modal: Match, after: int, negated: bool, names: Names) -> Clause:
    subject = subject_before(sentence, 0, modal.start, names)
    embedded = _opens_subordinate(sentence, modal.start, subject) or _inside_a_noun(sentence, modal, subject)
    return Clause(modal, 0, after, len(sentence.words), subject, embedded=embedded, negated=negated)


def _orders_that(sentence: Sentence, position: int) -> bool:
    """``it is further ordered that the Secretary shall``: what follows ``that`` is the order itself."""
    words = sentence.lower[max(0, position - 2) : position]
    return (
        len(words) == 2
        and words[1] == "that"
        and words[0] in ("order", "ordered", "direct", "directed", "orders", "directs", "instruct", "require")
    )


def _inside_a_noun(sentence: Sentence, modal: Match, subject: Subject | None) -> bool:
    """``steps the agency will take``: no comma and no conjunction stands before the subject of this ``will``."""
    if modal.rule.yields != "will" or subject is None or subject.start == 0:
        return False
    dated = any(deadline.end == subject.start for deadline in sentence.deadlines)
    return not dated and sentence.lower[subject.start - 1] not in (",", ";", "and", "but", ":", "—", ")")


def _opens_subordinate(sentence: Sentence, modal: int, subject: Subject | None) -> bool:
    """``If the Secretary shall determine …, …``: the sentence opens with a conjunction and no comma closes its clause."""
    begin = subject.start if subject else 0
    before = sentence.lower[begin - 1] if begin else ""
    if before in _SUBORDINATORS - {"while"} and not _orders_that(sentence, begin):
        return True
    opening = sentence.lower[0]
    return opening in ("if", "when", "where", "unless", "whenever", "although") and "," not in sentence.lower[:modal]


def _later(sentence: Sentence, modal: Match, main: Clause, after: int, negated: bool, names: Names) -> Clause:
    size = len(sentence.words)
    if (separator := _shares_subject(sentence, main.after, modal.start, names)) is not None:
        return Clause(modal, separator, after, size, main.subject, shared=True, negated=negated)
    for position in _openings(sentence, main.after, modal.start):
        if modal.rule.yields == "will" and sentence.lower[position - 1] not in (";", "and", "but", "while"):
            continue
        subject = read_names(sentence, position, modal.start, names)
        if subject and subject.leads:
            embedded = sentence.lower[position - 1] in _SUBORDINATORS - {"while"} and not _orders_that(
                sentence, position
            )
            return Clause(modal, position, after, size, subject, embedded=embedded, negated=negated)
    start = _content_start(sentence, main.after, modal.start)
    if start is None:
        return Clause(modal, modal.start, after, size, None, embedded=True, negated=negated)
    return Clause(modal, start, after, size, subject_before(sentence, start, modal.start, names), negated=negated)


def _shares_subject(sentence: Sentence, start: int, modal: int, names: Names) -> int | None:
    """The place of the ``and`` in ``…, and, as appropriate, shall amend``; only asides and roles stand before the modal."""
    for position in range(modal - 1, max(start - 1, modal - 60), -1):
        if sentence.lower[position] in ("and", ";", "but", "or") and not sentence.enclosed[position]:
            between = read_names(sentence, position + 1, modal, names)
            if between is not None and not between.leads:
                return position
            if between is None:
                return None
    return None


def _openings(sentence: Sentence, start: int, modal: int) -> list[int]:
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


def _content_start(sentence: Sentence, start: int, modal: int) -> int | None:
    """Where a clause whose subject is no actor starts (``…, and such plans shall include``); ``None`` inside another clause."""
    for position in range(modal - 1, max(start, modal - LONGEST_SUBJECT), -1):
        word = sentence.lower[position]
        if word in _SUBORDINATORS and not _closed_relative(sentence, position, modal):
            return None
        if word == ";" or word in ("and", "but") and sentence.lower[position - 1] in (",", ";"):
            return position + 1
    return None


def _closed_relative(sentence: Sentence, position: int, modal: int) -> bool:
    """``agencies that are unable to comply shall``: the relative clause has its own verb before the modal."""
    following = sentence.lower[position + 1] if position + 1 < modal else ""
    return (
        following in _FINITE_AFTER_RELATIVE
        or bool(following)
        and following not in DETERMINERS
        and following.islower()
        and not following.endswith("s")
    )


def _with_end(sentence: Sentence, found: list[Clause], position: int) -> Clause:
    """A clause runs to the separator before the next clause that is not embedded."""
    clause = found[position]
    following = next((c for c in found[position + 1 :] if not c.embedded and c.start > clause.after - 1), None)
    end = following.start if following and not clause.embedded else len(sentence.words)
    while end > clause.after and sentence.lower[end - 1] in ("and", ",", ";", "but", "or", "while"):
        end -= 1
    return replace(clause, end=end)
