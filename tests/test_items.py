"""What opens an item of a list, and what its lead-in makes of it: asides, adverbs, gerunds, capitals, infinitives.

The sentences are made up. Each table gives the construction, a passage and what it means.
"""

from __future__ import annotations

import pytest
from readings import Duty, aside, duty, read, seen

LABOR, STATE, ENERGY = "Secretary of Labor", "Secretary of State", "Secretary of Energy"

# One item under ``The Secretary of Labor shall:``, and what it makes of itself.
OPENINGS: dict[str, tuple[str, Duty]] = {
    "a gerund's aside, and a day": (
        "drawing upon past surveys, not later than May 4, 2027, map the mills;",
        duty(LABOR, "map the mills", "by 2027-05-04"),
    ),
    "with what means": ("using its own funds, map the mills;", duty(LABOR, "map the mills")),
    "from when on": ("starting in fiscal year 2028, map the mills;", duty(LABOR, "map the mills")),
    "a gerund's aside, and a time": (
        "having regard to cost, and within 30 days of the date of this order, map the mills;",
        duty(LABOR, "map the mills", "30 days"),
    ),
    "by law": ("to the extent permitted by law, refocus the work on mills;", duty(LABOR, "refocus the work")),
    "a partner, and an adverb": (
        "in cooperation with the Secretary of State, regularly brief mill owners;",
        duty(LABOR, "brief mill owners", coordinate=STATE),
    ),
    "an adverb with a capital": ("Actively recruit millers;", duty(LABOR, "recruit millers")),
    "a verb with a capital": ("Invest in mills;", duty(LABOR, "Invest in mills")),
    "a verb that nobody listed, with a capital": ("Rewild the mill pond;", duty(LABOR, "Rewild the mill pond")),
    "for whom, and a verb of no list": (
        "on behalf of the President, thank the millers;",
        duty(LABOR, "thank the millers"),
    ),
    "what is forbidden": ("not sell the mills;", duty(LABOR, "sell the mills", kind="prohibition")),
    "a limit is no not": (
        "not later than May 4, 2027, never sell the mills;",
        duty(LABOR, "sell the mills", "by 2027-05-04", kind="prohibition"),
    ),
    "a purpose": ("to save grain, map the mills;", duty(LABOR, "map the mills")),
    "an inner aside between commas": (
        "not later than 30 days after the date of this order, under the Mill Act, as amended, map the mills;",
        duty(LABOR, "map the mills", "30 days"),
    ),
    "a gerund in the verb's place": ("mapping the mills;", duty(LABOR, "mapping the mills")),
}
LISTS: dict[str, tuple[str, tuple[Duty, ...]]] = {
    "directed, each item with its to": (
        """The Secretary of Labor is hereby directed:
        (a) to map the mills; and
        (b) within 30 days of the date of this order, to mend the mills.""",
        (duty(LABOR, "map the mills", cite="2(a)"), duty(LABOR, "mend the mills", "30 days", cite="2(b)")),
    ),
    "required, with an aside": (
        """Agencies are required, to the extent that funds allow:
        (a) to map the mills; and
        (b) to mend the mills.""",
        (duty("agencies", "map the mills", cite="2(a)"), duty("agencies", "mend the mills", cite="2(b)")),
    ),
    "a purpose under shall, that only opens a list": (
        """The Secretary of Labor shall:
        (a) to serve the millers and to bring down prices:
        (i) map the mills; and
        (ii) mend the mills.""",
        (duty(LABOR, "map the mills", cite="2(a)(i)"), duty(LABOR, "mend the mills", cite="2(a)(ii)")),
    ),
    "functions that are gerunds": (
        """The Secretary of Labor shall perform the following functions:
        (a) Giving advice, support, and counsel to mills; and
        (b) Counting mills.""",
        (duty(LABOR, "perform the following functions"),),
    ),
    "contents with a time, behind two asides": (
        """The Secretary of Labor shall help the mills, including by:
        (a) not later than 60 days after the date of this order, consistent with the Mill Act, as amended, mapping them.""",
        (duty(LABOR, "help the mills"), duty(LABOR, "mapping them", "60 days", cite="2(a)")),
    ),
    "contents that name examples": (
        """The Secretary of Labor shall help the mills, including by:
        (a) within 60 days of the date of this order, mapping and counting mills on every river, including publishing the map.""",
        (duty(LABOR, "help the mills"), duty(LABOR, "mapping and counting mills", "60 days", cite="2(a)")),
    ),
}
# Items that no label opens, and lists whose first label stands in the line.
UNLABELLED: dict[str, tuple[str, tuple[Duty, ...]]] = {
    "bullets that are gone": (
        """(a) The Secretary of Labor shall:
        within 30 days of the date of this order, map the mills;
        mend the mills; and
        burn the chaff.
        The Secretary of State shall watch.""",
        (
            duty(LABOR, "map the mills", "30 days", cite="2(a)"),
            duty(LABOR, "mend the mills", cite="2(a)"),
            duty(LABOR, "burn the chaff", cite="2(a)"),
            duty(STATE, "watch", cite="2(a)"),
        ),
    ),
    "with capitals": (
        """(a) Agencies are required to:
        Within 30 days of the date of this order, map the mills;
        Mend the mills.
        burn the chaff.""",
        (duty("agencies", "map the mills", "30 days", cite="2(a)"), duty("agencies", "Mend the mills", cite="2(a)")),
    ),
    "running text behind a list": (
        """(a) The Secretary of Labor shall:
        The mills are old.""",
        (),
    ),
    "words that only say where": (
        """(a) The Secretary of Labor shall:
        (i) as to mills,
        (A) map them; and
        (B) mend them; and
        (ii) as to ponds, drain them.""",
        (
            duty(LABOR, "map them", cite="2(a)(i)(A)"),
            duty(LABOR, "mend them", cite="2(a)(i)(B)"),
            duty(LABOR, "drain them", cite="2(a)(ii)"),
        ),
    ),
    "a label in the line": (
        """(a) The Secretary of Labor shall (i) map the mills;
        (ii) mend the mills; and
        (iii) within 30 days of the date of this order, report.""",
        (
            duty(LABOR, "map the mills", cite="2(a)(i)"),
            duty(LABOR, "mend the mills", cite="2(a)(ii)"),
            duty(LABOR, "report", "30 days", cite="2(a)(iii)"),
        ),
    ),
    "a label in the line, behind partners": (
        """(a) The Secretary of Labor shall, in consultation with the Secretary of State, (i) map the mills;
        (ii) mend the mills.""",
        (
            duty(LABOR, "map the mills", cite="2(a)(i)", consult=STATE),
            duty(LABOR, "mend the mills", cite="2(a)(ii)", consult=STATE),
        ),
    ),
    "contents from a label in the line on": (
        """(a) The Secretary of Labor shall send a report that (i) lists mills;
        (ii) names ponds.""",
        (duty(LABOR, "send a report that", cite="2(a)"),),
    ),
    "permissions from a label in the line on": (
        """(a) The Secretary of Labor may (i) map the mills;
        (ii) mend the mills.""",
        (),
    ),
    "these steps": (
        """(a) The Secretary of Labor shall take these steps:
        (i) map the mills; and
        (ii) mend the mills.""",
        (duty(LABOR, "map the mills", cite="2(a)(i)"), duty(LABOR, "mend the mills", cite="2(a)(ii)")),
    ),
    "steps that are any": (
        """(a) The Secretary of Labor shall take steps to:
        (i) map the mills; and
        (ii) mend the mills.""",
        (duty(LABOR, "take steps to", cite="2(a)"),),
    ),
    # What a lead-in without a clause of its own hands down
    "a time and its purpose": (
        """(a) Within 30 days of the date of this order, to feed the poor:
        (i) the Secretary of Labor shall list mills; and
        (ii) the Secretary of State shall sell them.""",
        (
            duty(LABOR, "list mills", "30 days", inherited=True, cite="2(a)(i)"),
            duty(STATE, "sell them", "30 days", inherited=True, cite="2(a)(ii)"),
        ),
    ),
    "a day, as law allows": (
        """(a) By June 1, 2027, consistent with law:
        (i) the Secretary of Labor shall list mills; and
        (ii) the Secretary of State shall sell them.""",
        (
            duty(LABOR, "list mills", "by 2027-06-01", inherited=True, cite="2(a)(i)"),
            duty(STATE, "sell them", "by 2027-06-01", inherited=True, cite="2(a)(ii)"),
        ),
    ),
    "a time that goes on": (
        """(a) Within 30 days of the date of this order, and annually thereafter in step with the budget:
        (i) the Secretary of Labor shall list mills.""",
        (duty(LABOR, "list mills", "30 days", inherited=True, recurs="annually thereafter", cite="2(a)(i)"),),
    ),
    "an event": (
        """(a) Upon completion of the count of the mills:
        (i) the Secretary of Labor shall list mills.""",
        (duty(LABOR, "list mills", "Upon completion of the count of the mills", inherited=True, cite="2(a)(i)"),),
    ),
    "a time and who": (
        """(a) No later than 30 days after the date of this order, the heads of agencies:
        (i) shall list mills; and
        (ii) shall sell them.""",
        (
            duty("heads of agencies", "list mills", "30 days", inherited=True, cite="2(a)(i)"),
            duty("heads of agencies", "sell them", "30 days", inherited=True, cite="2(a)(ii)"),
        ),
    ),
    "a command that is no lead-in's time": (
        """(a) Review the lists within 30 days of the date of this order:
        (i) the Secretary of Labor shall list mills.""",
        (duty(LABOR, "list mills", cite="2(a)(i)"),),
    ),
    "steps that must be completed by a day": (
        """(a) The following steps must be completed by June 1, 2027:
        (i) the Secretary of Labor shall list mills.""",
        (duty(LABOR, "list mills", "by 2027-06-01", inherited=True, cite="2(a)(i)"),),
    ),
    "directed, and each item has its to": (
        """(a) The Secretary of Labor is directed:
        (i) to list mills; and
        (ii) to sell them.""",
        (duty(LABOR, "list mills", cite="2(a)(i)"), duty(LABOR, "sell them", cite="2(a)(ii)")),
    ),
    "what is permitted": (
        """(a) The Secretary of Labor may:
        (i) list mills; and
        (ii) sell them.""",
        (),
    ),
    "what a policy is to do": (
        """(a) It is the policy of the United States to:
        (i) list mills; and
        (ii) sell them.""",
        (),
    ),
    "steps within an item": (
        """(a) Within 30 days of the date of this order, the Secretary of Labor shall:
        (i) take these steps:
        (A) list mills; and
        (B) sell them; and
        (ii) mend ponds.""",
        (
            duty(LABOR, "list mills", "30 days", inherited=True, cite="2(a)(i)(A)"),
            duty(LABOR, "sell them", "30 days", inherited=True, cite="2(a)(i)(B)"),
            duty(LABOR, "mend ponds", "30 days", inherited=True, cite="2(a)(ii)"),
        ),
    ),
    "verbs with capitals": (
        """(a) The Secretary of Labor shall:
        (i) Examine and define a list; and
        (ii) State the costs.""",
        (duty(LABOR, "Examine and define", cite="2(a)(i)"), duty(LABOR, "State the costs", cite="2(a)(ii)")),
    ),
    "names that are spelled like verbs": (
        """(a) The Secretary of Labor shall list:
        (i) Labor and Commerce shall name mills; and
        (ii) State shall sell them.""",
        (duty(LABOR, "list", cite="2(a)"),),
    ),
}
# Modals with words inside, in one sentence.
DIRECTED: dict[str, tuple[str, tuple[Duty, ...]]] = {
    "a time between directed and to": (
        "Each agency is directed within 60 days of the date of this order to count its mills.",
        (duty("agencies", "count its mills", "60 days"),),
    ),
    "a limit between directed and to": (
        "The Secretary of Labor is hereby directed no later than 45 days after the date of this order to list the mills.",
        (duty(LABOR, "list the mills", "45 days"),),
    ),
    "labels in the line": (
        "Within 90 days of the date of this order, agencies are directed, as law allows: (i) to list mills, and (ii) to sell them.",
        (duty("agencies", "list mills, and (ii) to sell them", "90 days"),),
    ),
    "what a law requires": ("The mill report is required by section 3 of the Mill Act to be short.", ()),
}


@pytest.mark.parametrize(("item", "wanted"), OPENINGS.values(), ids=OPENINGS)
def test_an_item_opens_with_its_verb_behind_whatever_stands_before_it(item: str, wanted: Duty):
    found = read(f"The Secretary of Labor shall:\n(a) {item}\n(b) mend the mills.").obligations
    assert [made.citation for made in found] == ["2(a)", "2(b)"]
    assert seen(found[0], wanted).__dict__ | {"cite": "2"} == wanted.__dict__


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*LISTS.values(), *UNLABELLED.values(), *DIRECTED.values()],
    ids=[*LISTS, *UNLABELLED, *DIRECTED],
)
def test_a_list_says_who_shall_do_what(text: str, wanted: tuple[Duty, ...]):
    found = read(text).obligations
    assert len(found) == len(wanted), [(made.citation, made.action) for made in found]
    assert tuple(seen(made, each) for made, each in zip(found, wanted, strict=True)) == wanted


def test_a_modal_with_words_inside_is_spelled_without_them():
    (found,) = read(
        "Each agency is hereby directed within 60 days of the date of this order to count mills."
    ).obligations
    assert found.modal == "is hereby directed to"
    (found,) = read("Agencies are authorized and directed to count mills.").obligations
    assert found.modal == "are authorized and directed to"


def test_an_item_whose_verb_nobody_knows_is_marked():
    found = read("The Secretary of Labor shall:\n(a) Rewild the pond;\n(b) mapping the mills;\n(c) map it.").obligations
    assert [bool(made.review) for made in found] == [True, True, False]


def test_an_item_of_contents_that_brings_no_verb_is_nothing_to_set_aside():
    text = "(a) The Secretary of Labor shall submit a report that:\n(i) lists mills; and\n(ii) in coordination with the Attorney General."
    assert aside(text) == []


def test_an_item_of_contents_may_open_with_a_word_and_a_comma():
    found = read(
        "Section 1. Piers. The Secretary of Labor shall publish the following:\n\n(a) hence, list the piers; and\n\n(b) a map."
    )
    assert [(each.citation, each.reason) for each in found.not_obligations] == [("1(a)", "content")]


def test_an_item_that_a_time_alone_leads_in_names_nobody_and_is_unread():
    found = read(
        "Section 1. Boats. Within 40 days of the date of this order:\n\n(a) list the boats; and\n\n"
        "(b) the Secretary of Labor shall mend the boats."
    )
    assert [(each.citation, each.responsible) for each in found.obligations] == [("1(b)", (LABOR,))]
    assert [(each.citation, each.kind) for each in found.unread] == [("1(a)", "item")]


def test_they_are_all_whom_a_condition_names_between_commas():
    (found,) = read("Section 1. Farms. If the Board, and the Farm Council, agree, they shall report.").obligations
    assert found.responsible == ("Board", "Farm Council")
