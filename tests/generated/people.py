"""Who: officials, bodies and agencies as orders name them, and the full names that a reading gives."""

from __future__ import annotations

from random import Random

from generated.known import NOBODY, Role, Who, series

SECRETARIES = tuple(
    "State|the Treasury|the Interior|Agriculture|Commerce|Labor|Health and Human Services|Housing and Urban Development|"
    "Transportation|Energy|Education|Veterans Affairs|Homeland Security|War|the Army|the Navy".split("|")
)
OFFICERS = tuple(
    "Attorney General|Director of the Office of Management and Budget|Director of the Office of Personnel Management|"
    "Administrator of General Services|Administrator of the Environmental Protection Agency|Director of National Intelligence|"
    "United States Trade Representative|National Cyber Director|Assistant to the President for Economic Policy|"
    "Assistant to the President for Domestic Policy|Assistant to the President for National Security Affairs|"
    "Director of the National Science Foundation|Administrator of the Small Business Administration|"
    "Chairman of the Council of Economic Advisers|Director of the Office of Science and Technology Policy|"
    "Archivist of the United States|Commissioner of Social Security|Director of the Federal Bureau of Investigation|"
    "Chair of the Council on Environmental Quality|Administrator of the National Aeronautics and Space Administration|"
    "Director of the United States Geological Survey|Commissioner of Food and Drugs|Comptroller of the Currency|"
    "Director of the Bureau of Land Management|Chairman of the Joint Chiefs of Staff|Postmaster General".split("|")
)
OFFICIALS = tuple(f"Secretary of {office}" for office in SECRETARIES) + OFFICERS

# A title, the body in full, its letters: defined once, then used by its letters.
LETTERED = (
    ("Director", "Office of Management and Budget", "OMB"), ("Director", "Office of Personnel Management", "OPM"),
    ("Administrator", "Environmental Protection Agency", "EPA"), ("Administrator", "Small Business Administration", "SBA"),
    ("Director", "National Science Foundation", "NSF"), ("Director", "Bureau of Land Management", "BLM"),
    ("Director", "Centers for Disease Control and Prevention", "CDC"), ("Administrator", "Federal Aviation Administration", "FAA"),
    ("Director", "National Institute of Standards and Technology", "NIST"), ("Administrator", "Federal Emergency Management Agency", "FEMA"),
)  # fmt: skip
SUBJECTS = "Ports|Rural Mills|Inland Canals|Lighthouse Safety|Grain Quality|River Ferries|Historic Bridges|Mountain Roads".split(
    "|"
)
KINDS = ("Task Force", "Working Group", "Council", "Commission", "Board", "Committee")
THROUGH = {
    "Secretary of Commerce": "Director of the National Institute of Standards and Technology",
    "Secretary of Homeland Security": "Administrator of the Federal Emergency Management Agency",
    "Secretary of Health and Human Services": "Commissioner of Food and Drugs",
    "Secretary of the Interior": "Director of the Bureau of Land Management",
    "Secretary of Transportation": "Administrator of the Federal Aviation Administration",
    "Attorney General": "Director of the Federal Bureau of Investigation",
    "Secretary of the Treasury": "Commissioner of Internal Revenue",
    "Secretary of Labor": "Assistant Secretary of Labor for Occupational Safety and Health",
}
GENERIC = (
    ("agencies", "agencies", True), ("all agencies", "agencies", True), ("each agency", "agencies", False),
    ("the heads of agencies", "heads of agencies", True), ("the head of each agency", "heads of agencies", False),
    ("each agency head", "heads of agencies", False), ("agency heads", "heads of agencies", True),
    ("the heads of all agencies", "heads of agencies", True), ("executive departments and agencies", "agencies", True),
)  # fmt: skip


def single(chance: Random) -> Who:
    name = chance.choice(OFFICIALS)
    return Who("one official", f"the {name}", (name,), back=_back(name))


def _back(name: str) -> str:
    """How a second sentence takes the official up: ``the Secretary``, ``the Attorney General``."""
    return f"the {name.split()[0]}" if name.split()[0] in ("Secretary", "Director", "Administrator") else f"the {name}"


def several(chance: Random) -> Who:
    count = chance.choice((2, 2, 3, 4))
    names = chance.sample(OFFICIALS, count)
    return Who(
        f"{min(count, 3)} officials", series([f"the {name}" for name in names]), tuple(names), plural=True, back="they"
    )


def secretaries(chance: Random) -> Who:
    offices = chance.sample(SECRETARIES, chance.choice((2, 3)))
    lead = tuple(f"Secretary of {office}" for office in offices)
    return Who("the Secretaries of", f"the Secretaries of {series(offices)}", lead, plural=True, back="they")


def departments(chance: Random) -> Who:
    offices = chance.sample(
        [name for name in SECRETARIES if name not in ("the Army", "the Navy")], chance.choice((2, 3))
    )
    lead = tuple(f"Department of {office}" for office in offices)
    return Who("the Departments of", f"the Departments of {series(offices)}", lead, plural=True)


def acting_through(chance: Random) -> Who:
    name, officer = chance.choice(list(THROUGH.items()))
    joint = chance.choice(("acting through", "through"))
    return Who(joint, f"the {name}, {joint} the {officer},", (name,), (officer,))


def designee(chance: Random) -> Who:
    name = chance.choice([name for name in OFFICIALS if name.startswith("Secretary")])
    words = chance.choice(
        (
            ", or the Secretary’s designee,",
            " (or the Secretary’s designee)",
            ", or a designee,",
            " or his or her designee",
        )
    )
    return Who("or designee", f"the {name}{words}", (name,))


def generic(chance: Random) -> Who:
    words, name, plural = chance.choice(GENERIC)
    return Who("generic", words, (name,), plural=plural)


def plain_body(chance: Random) -> Who:
    name = chance.choice(
        ("Federal Trade Commission", "Council of Economic Advisers", "National Science Foundation", "Department of Labor",
         "Office of Management and Budget", "Department of State", "General Services Administration", "National Security Council")
    )  # fmt: skip
    return Who("a body", f"the {name}", (name,))


def coined(chance: Random) -> tuple[str, Who]:
    """The sentence that sets a body up, and the body by its short name."""
    kind, subject = chance.choice(KINDS), chance.choice(SUBJECTS)
    name = f"{chance.choice(('Interagency ', 'National ', 'Federal '))}{kind} on {subject}"
    article = "an" if name.startswith("I") else "a"
    setting = chance.choice(
        (f"There is hereby established the {name} ({kind}).", f"There is established {article} {name} (the “{kind}”).")
    )
    return setting, Who("a coined body", f"the {kind}", (name,), back="it")


def lettered(chance: Random) -> tuple[Who, Who]:
    """An officer of a body that is named in full with its letters, and the same by these letters."""
    title, body, letters = chance.choice(LETTERED)
    full = (f"{title} of the {body}",)
    article = "the " if letters in ("CDC", "SBA", "NSF", "FAA", "BLM") and chance.random() < 0.3 else ""
    return (
        Who("defines letters", f"the {title} of the {body} ({letters})", full),
        Who("letters defined before", f"the {title} of {article}{letters}", full),
    )


SUBJECT_FORMS = (
    (10, single),
    (4, several),
    (1, secretaries),
    (1, departments),
    (3, acting_through),
    (1, designee),
    (4, generic),
    (2, plain_body),
)


def some_subject(chance: Random) -> Who:
    """A subject in any form."""
    form = chance.choices([form for _, form in SUBJECT_FORMS], [weight for weight, _ in SUBJECT_FORMS])[0]
    return form(chance)


CONSULT = ("in consultation with", "after consulting with", "after consultation with")
COORDINATE = (
    "in coordination with",
    "in collaboration with",
    "in cooperation with",
    "with the concurrence of",
    "jointly with",
    "with the assistance of",
)


def some_role(chance: Random, apart_from: tuple[str, ...] = (), place: str = "") -> Role:
    """Partners who are not the doers themselves; none of them as often as some."""
    if chance.random() < 0.6:
        return NOBODY
    names = chance.sample([name for name in OFFICIALS if name not in apart_from], chance.choice((1, 1, 2, 3)))
    if chance.random() < 0.6:
        joint = chance.choice(CONSULT)
        return Role(joint, f"{joint} {series([f'the {name}' for name in names])}", consult=tuple(names))
    joint = chance.choice(COORDINATE)
    return Role(joint, f"{joint} {series([f'the {name}' for name in names])}", coordinate=tuple(names))
