"""What: plain verbs and their objects, some with words in them that look like a time, a modal or an official."""

from __future__ import annotations

from random import Random

from generated.known import Act

VERBS = (
    "administer adopt amend analyze approve arrange assemble assess audit catalog certify clarify collect compile complete "
    "consolidate correct count create define describe design determine develop disclose distribute draft eliminate establish evaluate "
    "examine expand extend file finalize formulate gather identify implement improve inspect issue launch list maintain map "
    "modernize modify monitor organize post prepare present preserve print process produce propose protect provide publish rank "
    "record reduce renew replace rescind restore review revise simplify sort streamline strengthen study suspend test track "
    "transmit update verify withdraw write"
).split()  # fmt: skip
NOUNS = (
    "register list inventory schedule map handbook plan standard survey summary directory table index calendar".split()
)
THINGS = (
    "ferry landings|grain barns|canal locks|stone bridges|lighthouse lamps|harbor fees|mountain roads|public wells|orchard leases|"
    "river gauges|postal routes|weather stations|timber sales|mine shafts|wool prices|salt works|seed stores|market halls"
).split("|")
ADJECTIVES = ("", "", "", "", "national ", "revised ", "public ", "complete ", "common ")


def object_of(chance: Random) -> str:
    adjective, noun = chance.choice(ADJECTIVES), chance.choice(NOUNS)
    article = chance.choice(("the", "a", "each"))
    article = "an" if article == "a" and (adjective or noun)[0] in "aeiou" else article
    return f"{article} {adjective}{noun} of {chance.choice(THINGS)}"


def verb_of(chance: Random) -> tuple[str, str]:
    """The form's name, and one verb or two that share an object."""
    first, second = chance.sample(VERBS, 2)
    return ("two verbs", f"{first} and {second}") if chance.random() < 0.15 else ("one verb", first)


def plain(chance: Random) -> Act:
    return _with(chance, "plain object")


def _with(chance: Random, form: str, behind: str = "", tail: str = "", closed: bool = False) -> Act:
    _, verb = verb_of(chance)
    return Act(form, verb, object_of(chance) + (f" {behind}" if behind else ""), tail, closed)


def two_objects(chance: Random) -> Act:
    return _with(chance, "two objects", f"and {object_of(chance)}")


def past_date(chance: Random) -> Act:
    words = chance.choice(
        ("that was in force before January 1, 2020", "as it stood on March 4, 2019", "signed since May 2018")
    )
    return _with(chance, "a past date", words, closed=True)


def of_an_act(chance: Random) -> Act:
    words = chance.choice(
        ("under the Paperwork Reduction Act of 1995 (Pub. L. 104-13)", "under section 3502 of title 44, United States Code",
         "under the Federal Records Act of 1950 (44 U.S.C. 3101 et seq.)", "as required by the Rural Mills Act (Public Law 109-58)")
    )  # fmt: skip
    return _with(chance, "an Act cited", words)


def of_an_order(chance: Random) -> Act:
    return _with(
        chance, "an order cited", "under Executive Order 12866 of September 30, 1993 (Regulatory Planning and Review)"
    )


def of_this_order(chance: Random) -> Act:
    return _with(
        chance,
        "this order cited",
        f"described in {chance.choice(('section 1 of this order', 'section 2(a) of this order'))}",
    )


def length_inside(chance: Random) -> Act:
    words = chance.choice(("for a period of 3 years", "over the past 90 days", "that covers the last 5 years"))
    return _with(chance, "a length in the object", words, closed=True)


def may_inside(chance: Random) -> Act:
    words = chance.choice(("that operators may use", "from which the public may choose", "that a State may adopt"))
    return _with(chance, "a may in the object", words, closed=True)


def should_inside(chance: Random) -> Act:
    words = chance.choice(("that operators should keep", "that a State should have", "which owners should follow"))
    return _with(chance, "a should in the object", words, closed=True)


def received_within(chance: Random) -> Act:
    words = chance.choice(("received within 60 days of a flood", "that owners filed within 30 days of a sale"))
    return _with(chance, "a time in the object", f"and the claims {words}", closed=True)


def purpose(chance: Random) -> Act:
    tail = chance.choice(
        ("to ensure that agencies can meet their needs", "so that the public may see it", "in order to reduce the cost of transport",
         "to help owners that must repair them", "so that agencies can respond to a flood within 30 days")
    )  # fmt: skip
    return _with(chance, "a purpose", tail=tail)


def aside(chance: Random) -> Act:
    words = chance.choice(
        ("(including its tables)", "as appropriate", "to the extent permitted by law", "consistent with applicable law")
    )
    return _with(chance, "an aside", words)


def routed(chance: Random) -> Act:
    """``submit to the President, through X, a report``: the way of a paper, not the doer's."""
    way = chance.choice(
        (
            "",
            ", through the Assistant to the President for Economic Policy,",
            ", through the Director of the Office of Management and Budget,",
        )
    )
    return Act(
        "routed" if way else "to the President", "submit", f"to the President{way} a report on {chance.choice(THINGS)}"
    )


FORMS = (
    (12, plain), (2, two_objects), (2, past_date), (2, of_an_act), (1, of_an_order), (1, of_this_order), (2, length_inside), (2, may_inside),
    (1, should_inside), (1, received_within), (3, purpose), (2, aside), (2, routed),
)  # fmt: skip


def some_act(chance: Random) -> Act:
    """A verb phrase in any form."""
    return chance.choices([form for _, form in FORMS], [weight for weight, _ in FORMS])[0](chance)
