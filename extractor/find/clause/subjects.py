"""The subject of a modal: who acts, through whom, on whose advice and with whom.

Deadline and role phrases are consumed before a name is looked for, and nothing depends on commas: the words up to the
modal must read, from some place on, as names, role phrases and asides, with at least one name that leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractor.find.names.actors import ActorPhrase, actor_at
from extractor.find.names.heads import names_person
from extractor.find.names.order_names import Names
from extractor.find.rules.rule import Match
from extractor.find.sentence.asides import after_phrase, aside_end, parenthesis_end, to_comma
from extractor.find.sentence.sentence import Sentence
from extractor.words.small import DETERMINERS, FILLERS
from extractor.words.verbs import VERBS


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
    tolerant: bool = False
    passed_to: int = -1  # the token after the modifier that the tolerant pass went past last
    in_relative: bool = False  # that modifier is a relative clause
    role: str = "lead"
    through: bool = False
    passed_through: int = -1  # the token after the last officer named by "through"
    closed: bool = False  # the list of partners that opens the sentence has come to its "and"


def subject_before(sentence: Sentence, start: int, modal: int, names: Names) -> Subject | None:
    """The subject that ends at the modal, from the earliest place in ``start`` … from which all the words read as one.

    Where no place reads strictly, a tolerant pass takes the first that opens with a name and passes over what follows it.
    """
    places = tuple(_candidates(sentence, start, modal))
    last = _last_place(sentence, places, names)
    places = tuple(place for place in places if place <= last)
    for place in places:
        subject = read_names(sentence, place, modal, names)
        if subject and subject.leads:
            subject = _without_the_openings_list(sentence, subject) if place > start else subject
            return _with_roles_before(sentence, start, subject, names)
    for place in places:
        if not _may_open_a_subject(sentence, start, place):
            continue
        subject = read_names(sentence, place, modal, names, tolerant=True)
        if subject and subject.leads and subject.leads[0].phrase.start == place:
            return _with_roles_before(sentence, start, subject, names)
    return None


_CONDITIONS = frozenset("if when where unless once upon after before".split())


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
        if closed and before == "," and place == len(subject.leads) - 1:
            return replace(subject, leads=(named,))
        closed = before == "and"
    return subject


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
    "until once whenever starting beginning upon after following in for to within during before not no by as when if under consistent pursuant based at on beginning with additionally thereafter".split()
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
    leads = tuple(_zip_respectively(sentence, _with_heads(sentence, reading.leads), end))
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
    if sentence.lower[position : position + 2] == ["such", "as"]:
        return to_comma(sentence, position, end)
    if sentence.lower[position : position + 3] == ["as", "well", "as"] and actor_at(sentence, position + 3, end, names):
        return position + 3
    if (aside := aside_end(sentence, position, end)) is not None:
        reading.passed_to = aside
        return aside
    if (apart := _between_dashes(sentence, position, end, reading)) is not None:
        return apart
    if (
        word in (",", ";", "and", "or", "—", "--", "&", ":", "nor", "but", ")")
        or word == "("
        and position + 1 in sentence.role_at
    ):
        return position + 1
    if phrase := actor_at(sentence, position, end, names):
        if _opens_the_subject(sentence, position, reading):
            reading.role = "lead"
        take_name(sentence, phrase, reading)
        reading.passed_to = phrase.end if phrase.generic else -1
        return phrase.end
    if reading.role != "lead" and sentence.lower[position : position + 2] in (["each", "other"], ["one", "another"]):
        return position + 2
    if word in FILLERS:
        return position + 1
    if word == "(":
        return parenthesis_end(sentence, position, end)
    if reading.through or reading.role != "lead":
        return _partner(sentence, position, end, reading)
    if known := _modifier(sentence, position, end, reading) or _between_marks(sentence, position, end, reading):
        reading.passed_to = known
        return known
    return _passed_over(sentence, position, end, reading) if reading.tolerant else None


_FINITE = frozenset("is are was were has have had does do did can could would will shall must may should".split())
_OPENS_A_MODIFIER = frozenset(
    "across against about among as at between by concerning during for from in inside into like of on outside over per "
    "pursuant regarding throughout to under upon via with within without that which who whose whom where when so such "
    "able necessary relevant responsible subject then other than not led held made known set given chosen taken built".split()
)


def _passed_over(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """The tolerant pass: after a name, the words of a modifier that no rule knows, up to a comma or to the modal.

    ``agencies that fund, conduct, or sponsor research shall``; not ``the Director’s report``, not ``agency reports``, and
    nothing that holds a finite verb of its own (``The Council is revived and shall``).
    """
    if not reading.leads:
        return None
    if (joined := _is_what_it_is(sentence, position, end, reading)) is not None:
        return joined
    close = to_comma(sentence, position, end)
    goes_on = reading.passed_to >= 0 and _goes_on(sentence, position, close, end)
    if not goes_on and not _opens_a_modifier(sentence, position, reading):
        return None
    relative = _first_of(sentence, position, close, _RELATIVES)
    if not (goes_on and reading.in_relative) and _first_of(sentence, position, close, _FINITE) < relative:
        return None
    reading.in_relative = goes_on and reading.in_relative or relative < close
    reading.rules.append("subject.tolerant")
    reading.passed_to = close
    return close


_APPOINTED = frozenset("designated appointed named".split())


def _is_what_it_is(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """``The Director is the National Manager and will …``: what somebody is, joined to the modal by an ``and``.

    Not ``The Council is revived and shall resume``: what was done to a body says nothing of what it does.
    """
    lower = sentence.lower
    if lower[position] != "is" or lower[end - 1] != "and" or reading.leads[-1].phrase.end != position:
        return None
    complement = position + 1 + (lower[position + 1 : position + 2] == ["hereby"])
    appointed = lower[complement] in _APPOINTED and lower[complement + 1 : complement + 2] == ["as"]
    if not appointed and lower[complement] not in ("the", "a", "an"):
        return None
    reading.rules.append("subject.tolerant")
    return end


def _first_of(sentence: Sentence, start: int, end: int, words: frozenset[str]) -> int:
    """The first token from ``start`` that is one of ``words``, else ``end``."""
    return next((place for place in range(start, end) if sentence.lower[place] in words), end)


def _opens_a_modifier(sentence: Sentence, position: int, reading: NameReading) -> bool:
    """A preposition, a participle or a relative word, right after a name or after the comma behind it."""
    word = sentence.lower[position]
    follows = sentence.lower[position - 1] in (",", ")", "—", "–") or reading.leads[-1].phrase.end == position
    return follows and (word in _OPENS_A_MODIFIER or word.endswith(("ing", "ed")))


def _goes_on(sentence: Sentence, position: int, close: int, end: int) -> bool:
    """``agencies that fund, conduct, or sponsor …``: a list inside a modifier goes on to its ``or``, or to a comma."""
    return close < end or sentence.lower[position - 1] in ("and", "or")


_RELATIVES = frozenset("that which who whose whom where when".split())


def _may_open_a_subject(sentence: Sentence, start: int, place: int) -> bool:
    """No preposition governs the place, and it does not go on with a list of partners."""
    if place and sentence.lower[place - 1] in _NOT_BEFORE:
        return False
    return not any(start + 1 < match.start < place for match in sentence.roles)


def _opens_the_subject(sentence: Sentence, position: int, reading: NameReading) -> bool:
    """``in consultation with A and B, the Secretary shall``: behind the list's ``and`` a comma ends it."""
    return reading.closed and not reading.leads and not reading.through and sentence.lower[position - 1] == ","


def _lists_examples(sentence: Sentence, position: int, reading: NameReading) -> bool:
    """``agencies, including the Department of War; the Department of State; and …, shall``: agencies act, the list names some."""
    exemplified = sentence.lower[position] == "including" or sentence.lower[position : position + 2] == ["such", "as"]
    if not exemplified or reading.role != "lead" or not reading.leads:
        return False
    following = sentence.lower[position + 1 : position + 2]
    return reading.leads[-1].phrase.generic and following not in (["through"], ["by"], ["with"], ["in"], ["as"])


def _between_dashes(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """``the Secretaries — the Nation’s land managers — shall``: what two dashes part off after a name is an aside."""
    dash = sentence.lower[position]
    if dash not in ("—", "–", "--") or not (reading.leads or reading.consulted or reading.coordinating):
        return None
    return next((place + 1 for place in range(position + 1, end) if sentence.lower[place] == dash), None)


def _between_marks(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """``agencies, unless prohibited by law, shall``: what two commas part off after a name is an aside."""
    before, word = sentence.lower[position - 1] if position else "", sentence.lower[position]
    if not (reading.leads or reading.consulted or reading.coordinating):
        return None
    if word in VERBS and sentence.words[position][0].islower():
        return None
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
    reading.closed = reading.role != "lead" and phrase.start > 0 and sentence.lower[phrase.start - 1] in ("and", "or")
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
        and not sentence.enclosed[place]
        and sentence.words[place + 1][0].isupper()
        and sentence.lower[place - 1] not in _NOT_BEFORE
    )
    return next(opens, close)


_CABINET_TITLES = ("secretary of", "attorney general", "assistant to the president", "heads of", "secretaries of")


def _continues_through(sentence: Sentence, phrase: ActorPhrase, reading: NameReading) -> bool:
    between = sentence.lower[reading.passed_through : phrase.start]
    return between == ["and"] and not phrase.name.lower().startswith(_CABINET_TITLES)


def _with_heads(sentence: Sentence, leads: list[Named]) -> list[Named]:
    """``the heads of the NEA, NEH, and IMLS``: the bodies named on without an article have their heads meant, too."""
    found: list[Named] = []
    headed = False
    for named in leads:
        phrase = named.phrase
        bare = sentence.lower[phrase.start] not in DETERMINERS and not names_person(phrase.name)
        if phrase.name.startswith("heads of ") and not phrase.name.endswith("agencies"):
            headed = True
        elif headed and bare:
            named = replace(named, phrase=replace(phrase, name=f"heads of {phrase.name}"))
        else:
            headed = False
        found.append(named)
    return found


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
    participle = before == "," and word.endswith("ing") or reading.role != "lead" and word.endswith("ed")
    return to_comma(sentence, position, end) if participle else None
