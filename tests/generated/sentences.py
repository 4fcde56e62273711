"""One duty in one sentence: a subject, a modal, a verb phrase, and where the time and the partners stand among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from generated.acts import some_act
from generated.known import NOBODY, UNDATED, Act, Item, Known, Role, Time, Who, sentence
from generated.people import coined, designee, lettered, single, some_role, some_subject
from generated.times import some_time

ADVERBS = ("promptly", "immediately", "expeditiously", "annually", "quarterly", "monthly")  # stand without commas
DIRECTED = ("directed", "hereby directed", "hereby ordered", "required", "hereby required", "instructed")


@dataclass(frozen=True)
class Modal:
    """The words that oblige; ``to`` opens the verb phrase behind those that need it."""

    form: str
    words: str
    to: str = ""


def some_modal(chance: Random, plural: bool) -> Modal:
    form = chance.choices(("shall", "must", "is directed to", "I direct"), (14, 3, 3, 1))[0]
    if form == "is directed to":
        return Modal(form, f"{'are' if plural else 'is'} {chance.choice(DIRECTED)}", "to ")
    if form == "I direct":
        return Modal(form, chance.choice(("I hereby direct", "I direct", "I am directing")), "to ")
    return Modal(form, form)


@dataclass(frozen=True)
class Placed:
    """A time and partners with the places that they take in the sentence."""

    time: Time = UNDATED
    time_at: str = ""
    role: Role = NOBODY
    role_at: str = ""

    def at(self, place: str) -> list[str]:
        found = [self.time.words] if self.time.words and self.time_at == place else []
        return [*found, self.role.words] if self.role_at == place else found

    @property
    def constructions(self) -> tuple[str, ...]:
        time = (f"time: {self.time.form}", f"time {self.time_at or 'none'}")
        role = self.role if self.role_at else NOBODY
        return (*time, f"role: {role.form}", f"role {self.role_at or 'none'}")


def placed(chance: Random, signed: date, who: Who, act: Act, modal: Modal) -> Placed:
    """A time, or none, and partners, or none, each where plain drafting may put it."""
    open_places = [
        place
        for place, is_open in (
            ("front", True),
            ("between", modal.form != "I direct" and not who.words.endswith(",") and " or " not in who.words),
            ("middle", modal.form != "I direct"),
            ("behind", not act.closed),
        )
        if is_open
    ]
    time, time_at = UNDATED, ""
    if chance.random() < 0.75:
        time = some_time(chance, signed)
        places = [place for place in open_places if place in time.places]
        time, time_at = (time, chance.choice(places)) if places else (UNDATED, "")
    role = some_role(chance, (*who.lead, *who.through))
    if modal.form == "I direct":  # whom the President consulted is not whom the official shall consult
        open_places.remove("front")
    return Placed(time, time_at, role, chance.choice(open_places) if role.words and open_places else "")


def one_sentence(who: Who, modal: Modal, act: Act, where: Placed) -> str:
    """The sentence, with a capital and a full stop."""
    front = " and ".join(where.at("front"))
    opening = f"{front}, " if front else ""
    if modal.form == "I direct":
        return sentence(f"{opening}{modal.words} {who.words.rstrip(',')} to {_behind(act, where)}")
    between = " and ".join(where.at("between"))
    subject = f"{who.words}, {between}," if between else who.words
    return sentence(f"{opening}{subject} {modal.words}{_middle(modal, where)}{_behind(act, where)}")


def _middle(modal: Modal, where: Placed) -> str:
    """What stands between the modal and its verb."""
    inside = where.at("middle")
    if not inside:
        return f" {modal.to}"
    if inside[0] in ADVERBS:
        rest = f", {inside[1]}, " if inside[1:] else " "
        return f" {inside[0]}{rest}{modal.to}" if modal.to or not inside[1:] else f", {inside[1]}, {inside[0]} "
    return f", {' and '.join(inside)}, {modal.to}"


def _behind(act: Act, where: Placed) -> str:
    words = act.words
    role = where.role.words if where.role_at == "behind" else ""
    time = where.time.words if where.time_at == "behind" else ""
    words += f", {role}" if role else ""
    words += f", {time}" if role and time else f" {time}" if time else ""
    return f"{words}{',' if role or time else ''} {act.tail}" if act.tail else words


def begins(act: Act, count: int = 5) -> str:
    """The first words of the verb phrase, as they stand whatever follows."""
    return " ".join(act.words.split()[:count]).rstrip(",")


def known(who: Who, modal: Modal, act: Act, where: Placed, words: str) -> Known:
    role = where.role if where.role_at else NOBODY
    duty = Known(
        who.lead, begins(act), where.time, who.through, role.consult, role.coordinate,
        "prohibition" if modal.form.endswith("not") else "duty", words=words,
    )  # fmt: skip
    verbs = "two verbs" if " and " in act.verb else "one verb"
    return duty.built(f"who: {who.form}", f"modal: {modal.form}", f"object: {act.form}", verbs, *where.constructions)


def written(chance: Random, signed: date, who: Who) -> tuple[str, Known]:
    """A sentence about this subject, and its duty."""
    act, modal = some_act(chance), some_modal(chance, who.plural)
    where = placed(chance, signed, who, act, modal)
    words = one_sentence(who, modal, act, where)
    return words, known(who, modal, act, where, words)


AFTERWARDS = (
    "The Director may appoint assistants.", "Agencies should keep copies of these records.", "The plan shall include the names of owners.",
    "Nothing in this subsection shall be construed to limit the authority of a State.", "It is the policy of the United States to keep its bridges safe.",
    "Members may be reimbursed for travel.", "A State may ask for a copy.", "“Bridge” means a structure that carries a road.",
)  # fmt: skip


def plain(chance: Random, signed: date) -> Item:
    words, duty = written(chance, signed, some_subject(chance))
    if chance.random() < 0.25:
        return Item(f"{words} {chance.choice(AFTERWARDS)}", (duty.built("another sentence behind"),))
    return Item(words, (duty,))


def prohibition(chance: Random, signed: date) -> Item:
    act = some_act(chance)
    if chance.random() < 0.4:
        who, modal = Who("no agency", "no agency", ("agencies",)), Modal("shall", "shall")
        words = one_sentence(who, modal, act, Placed())
        return Item(words, (replace(known(who, modal, act, Placed(), words), kind="prohibition"),))
    who, modal = some_subject(chance), Modal("shall not", "shall not")
    words = one_sentence(who, modal, act, Placed())
    return Item(words, (known(who, modal, act, Placed(), words),))


def second_sentence(chance: Random, signed: date) -> Item:
    """Two sentences; the second takes the subject up by a pronoun or by its bare title."""
    who = some_subject(chance)
    while not who.back:
        who = some_subject(chance)
    words, first = written(chance, signed, who)
    if first.consult or first.coordinate:
        return Item(words, (first,))
    act = some_act(chance)
    also = chance.choice(("shall also", "shall"))
    again = Who("taken up again", who.back, who.lead)
    more = one_sentence(again, Modal("shall", also), act, Placed())
    return Item(f"{words} {more}", (first, known(again, Modal("shall", also), act, Placed(), more)))


def two_modals(chance: Random, signed: date) -> Item:
    """``X shall A, and Y shall B``: two duties of one sentence."""
    (one, other), (act, second) = (
        chance.sample([single(chance), designee(chance), single(chance)], 2),
        (some_act(chance), some_act(chance)),
    )
    while act.tail or act.closed:
        act = some_act(chance)
    modal = Modal("shall", "shall")
    words = (
        f"{one_sentence(one, modal, act, Placed()).rstrip('.')}, and {other.words} shall {_behind(second, Placed())}."
    )
    duties = tuple(
        known(who, modal, what, Placed(), words).built("two modals in a sentence")
        for who, what in ((one, act), (other, second))
    )
    return Item(words, duties)


def body_set_up(chance: Random, signed: date) -> list[Item]:
    """A body is established, and then acts under its short name."""
    setting, who = coined(chance)
    words, duty = written(chance, signed, who)
    return [Item(setting), Item(words, (duty,))]


def letters(chance: Random, signed: date) -> list[Item]:
    """An officer's body is named in full with its letters, and in the next paragraph by these."""
    return [Item(words, (duty,)) for words, duty in (written(chance, signed, who) for who in lettered(chance))]


def date_series(chance: Random, signed: date) -> Item:
    """A first and a final report, each with its own day."""
    who, times = single(chance), (_dated(chance, signed), _dated(chance, signed))
    first, last = sorted(times, key=lambda time: time.due or signed)
    one, two = chance.choice(
        (
            ("an interim report", "a final report"),
            ("a first report", "a second report"),
            ("a draft plan", "a final plan"),
        )
    )
    words = sentence(f"{who.words} shall submit {one} {first.words}, and {two} {last.words}")
    duties = (
        Known(who.lead, "submit", first, words=words),
        Known(who.lead, "", last, words=words),
    )
    return Item(words, tuple(duty.built("dates in series", f"time: {duty.time.form}") for duty in duties))


def _dated(chance: Random, signed: date) -> Time:
    while True:
        time = some_time(chance, signed, "lead-in")
        if time.form in ("within", "no later than", "fixed date"):
            return time
