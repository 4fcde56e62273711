"""The subject of a modal: who acts, through whom, on whose advice and with whom.

Deadline and role phrases are consumed before a name is looked for, and nothing depends on commas: the words up to the
modal must read, from some place on, as names, role phrases and asides, with at least one name that leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractor.find.names.actors import ActorPhrase, actor_at
from extractor.find.names.order_names import Names
from extractor.find.rules.rule import Match
from extractor.find.sentence.asides import after_phrase, aside_end, parenthesis_end, to_comma
from extractor.find.sentence.sentence import Sentence
from extractor.words.small import FILLERS


@dataclass(frozen=True, slots=True)
class Named:
    """One name in a subject, with the officer through whom it acts."""

    phrase: ActorPhrase
    through: tuple[ActorPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who stands before a modal. ``start`` is the first token that belongs to the subject."""

    start: int
    leads: tuple[Named, ...] = ()
    consulted: tuple[ActorPhrase, ...] = ()
    coordinating: tuple[ActorPhrase, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def negative(self) -> bool:
        """``No agency shall``."""
        return any(named.phrase.negative for named in self.leads)


@dataclass
class NameReading:
    """Mutable, and alive only while one run of names is read: the state while names are read from left to right."""

    leads: list[Named] = field(default_factory=list)
    consulted: list[ActorPhrase] = field(default_factory=list)
    coordinating: list[ActorPhrase] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    role: str = "lead"
    through: bool = False
    passed_through: int = -1  # the token after the last officer named by "through"


def subject_before(sentence: Sentence, start: int, modal: int, names: Names) -> Subject | None:
    """The subject that ends at the modal, from the earliest place in ``start`` … from which all the words read as one."""
    for place in _candidates(sentence, start, modal):
        subject = read_names(sentence, place, modal, names)
        if subject and subject.leads:
            return _with_roles_before(sentence, start, subject, names)
    return None


def _candidates(sentence: Sentence, start: int, modal: int) -> Iterator[int]:
    """Places where a subject may start: the clause's start, after a comma or a deadline, else after an opening phrase."""
    lower = sentence.lower
    consumed = {d.reach for d in sentence.deadlines if start <= d.start and d.reach <= modal and not d.open}
    yield start
    for position in range(start + 1, modal):
        if (
            position in consumed
            or lower[position - 1] in (",", ";", ":", "—", "--", "that", "and", ")")
            and not sentence.enclosed[position]
        ):
            yield position
    opening = any(d.start <= start + 1 for d in sentence.deadlines) or lower[start] in _OPENERS
    for position in range(start + 1, modal) if opening else ():
        if (
            lower[position] in ("the", "each", "all", "agencies", "heads", "any", "every")
            and lower[position - 1] not in _NOT_BEFORE
        ):
            yield position


_OPENERS = frozenset(
    "upon after following in for to within during before not no by as when if under consistent pursuant based at on beginning with additionally thereafter".split()
)
_NOT_BEFORE = frozenset(
    "of for to on in at by with within from under and or the a an this that such each any all into upon through between including as is are be than than "
    "after before following about against among via per its their".split()
)


def _with_roles_before(sentence: Sentence, start: int, subject: Subject, names: Names) -> Subject:
    """``In coordination with the Chair, the Secretary shall …``: the opening phrase names partners too."""
    match = next((m for m in sentence.roles if start <= m.start < subject.start and m.start <= start + 1), None)
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


def read_names(sentence: Sentence, start: int, end: int, names: Names) -> Subject | None:
    """Read the tokens ``start`` to ``end`` as names, role phrases and asides; ``None`` if anything else stands there."""
    reading = NameReading()
    position = start
    while position < end:
        step = _step(sentence, position, end, names, reading)
        if step is None:
            return None
        position = step
    leads = tuple(_zip_respectively(sentence, reading.leads, end))
    return Subject(
        start, leads, tuple(reading.consulted), tuple(reading.coordinating), tuple(dict.fromkeys(reading.rules))
    )


def _step(sentence: Sentence, position: int, end: int, names: Names, reading: NameReading) -> int | None:
    word = sentence.lower[position]
    if deadline := sentence.deadline_at.get(position):
        return after_phrase(sentence, deadline, end)
    if match := sentence.role_at.get(position):
        return take_role(match, reading, position > 0 and sentence.lower[position - 1] == "and")
    if _lists_examples(sentence, position, reading):
        return end
    if (aside := aside_end(sentence, position, end)) is not None:
        return aside
    if (
        word in (",", ";", "and", "or", "—", "--", "&", ":", "nor", "but", ")")
        or word == "("
        and position + 1 in sentence.role_at
    ):
        return position + 1
    if phrase := actor_at(sentence, position, end, names):
        take_name(sentence, phrase, reading)
        return phrase.end
    if word in FILLERS:
        return position + 1
    if word == "(":
        return parenthesis_end(sentence, position, end)
    if reading.through or reading.role != "lead":
        return _partner(sentence, position, end, reading)
    return _modifier(sentence, position, end, reading) or _between_marks(sentence, position, end, reading)


def _lists_examples(sentence: Sentence, position: int, reading: NameReading) -> bool:
    """``agencies, including the Department of War; the Department of State; and …, shall``: agencies act, the list names some."""
    if sentence.lower[position] != "including" or reading.role != "lead" or not reading.leads:
        return False
    following = sentence.lower[position + 1 : position + 2]
    return reading.leads[-1].phrase.generic and following not in (["through"], ["by"], ["with"], ["in"], ["as"])


def _between_marks(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """``agencies, unless prohibited by law, shall``: what two commas or two dashes part off after a name is an aside."""
    before, word = sentence.lower[position - 1] if position else "", sentence.lower[position]
    if not (reading.leads or reading.consulted or reading.coordinating):
        return None
    if before in ("—", "–", "--"):
        return next((place + 1 for place in range(position, end) if sentence.lower[place] == before), None)
    close = to_comma(sentence, position, end)
    if before != "," or close >= end:
        return None
    appositive = word in ("a", "an", "the") and close == end - 1
    return close if appositive or word not in _OPENS_A_NAME else None


_OPENS_A_NAME = frozenset("the a an such any each this that these those its their his her all every no it".split())


def take_role(match: Match, reading: NameReading, joined: bool = False) -> int:
    """Note the role that a phrase opens; the names after it take it. Returns the token after the phrase.

    ``joined``: an ``and`` stands before it; ``in consultation with X and acting through Y`` names the doer's own officer.
    """
    reading.rules.append(match.rule.name)
    if joined and match.rule.yields == "through" and match.end - match.start > 1:
        reading.role = "lead"
    if match.rule.yields == "through":
        reading.through = True
    else:
        reading.role, reading.through = match.rule.yields, False
    return match.end


def take_name(sentence: Sentence, phrase: ActorPhrase, reading: NameReading) -> None:
    """Put a name where the last role phrase says; ``through`` takes one officer, or several joined without a comma."""
    partners = reading.consulted if reading.role == "consult" else reading.coordinating
    leading = reading.role == "lead"
    continues = reading.passed_through >= 0 and _continues_through(sentence, phrase, reading)
    if (reading.through or continues) and (reading.leads if leading else partners):
        if leading:
            last = reading.leads[-1]
            reading.leads[-1] = replace(last, through=(*last.through, phrase))
        reading.passed_through = phrase.end
    else:
        if leading:
            reading.leads.append(Named(phrase))
        else:
            partners.append(phrase)
        reading.passed_through = -1
    reading.through = False


def _partner(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """After a role phrase anything may be named: ``in consultation with industry``; what no name is acts through nobody."""
    before = sentence.lower[position - 1]
    if reading.through and not sentence.words[position + (sentence.lower[position] == "the")][0].isupper():
        reading.through = False  # ``through this role``, ``through its regular meetings``: how, not who
        return _means_end(sentence, position, end)
    if (
        before not in (",", "and", "or", "with", "through", "of", "consulting", "by", "from")
        and not sentence.words[position][0].isupper()
    ):
        return _modifier(sentence, position, end, reading)
    place = position
    while place < end and sentence.lower[place] not in (",", ";") and place not in sentence.role_at:
        if place > position and sentence.lower[place] == "and" and sentence.lower[place + 1 : place + 2] == ["the"]:
            break
        place = parenthesis_end(sentence, place, end) if sentence.words[place] == "(" else place + 1
    take_name(sentence, ActorPhrase(position, place, sentence.text(position, place)), reading)
    return place


def _means_end(sentence: Sentence, position: int, end: int) -> int:
    """Where the means end that ``through`` names: at a comma, or where a name opens that no preposition governs."""
    close = to_comma(sentence, position, end)
    opens = (
        place
        for place in range(position + 1, close - 1)
        if sentence.lower[place] == "the"
        and sentence.words[place + 1][0].isupper()
        and sentence.lower[place - 1] not in _NOT_BEFORE
    )
    return next(opens, close)


_CABINET_TITLES = ("secretary of", "attorney general", "assistant to the president", "heads of", "secretaries of")


def _continues_through(sentence: Sentence, phrase: ActorPhrase, reading: NameReading) -> bool:
    between = sentence.lower[reading.passed_through : phrase.start]
    return between == ["and"] and not phrase.name.lower().startswith(_CABINET_TITLES)


def _zip_respectively(sentence: Sentence, leads: list[Named], end: int) -> list[Named]:
    """``A and B, acting through C and D, respectively``: C is A's officer and D is B's."""
    if len(leads) > 1 and leads[-1].through and len(leads[-1].through) == len(leads):
        return [replace(named, through=(officer,)) for named, officer in zip(leads, leads[-1].through, strict=True)]
    return leads


def _modifier(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """Words after a name that say more about it (``…, as identified by the Director, …``) run to the next comma."""
    if position == 0 or not (reading.leads or reading.consulted or reading.coordinating):
        return None
    word, before = sentence.lower[position], sentence.lower[position - 1]
    if word in (
        "as",
        "that",
        "who",
        "which",
        "whose",
        "identified",
        "designated",
        "with",
        "within",
        "responsible",
        "in",
        "under",
        "described",
        "listed",
        "referenced",
        "on",
        "for",
        "from",
        "at",
        "established",
        "named",
        "having",
        "they",
        "he",
        "she",
        "appointed",
        "of",
        "serving",
        "to",
        "whom",
        "including",
        "selected",
        "where",
        "specified",
        "defined",
        "determined",
    ):
        return to_comma(sentence, position, end)
    return to_comma(sentence, position, end) if before == "," and word.endswith("ing") else None
