"""Who stands before a modal and what stands after it, in sentences that no list of openers foresees.

The sentences are made up. Each table gives the construction, a sentence and what it means; an empty tuple is a sentence
that obliges nobody.
"""

from __future__ import annotations

import pytest
from readings import Duty, duty, read, seen

from extractor.find.rules.modals import ANY_MODAL, ORDERS_SOMEBODY, RULES

LABOR, STATE, ENERGY = "Secretary of Labor", "Secretary of State", "Secretary of Energy"
COMMERCE, AG = "Secretary of Commerce", "Attorney General"
OMB = "Director of the Office of Management and Budget"

MODALS = {
    "a charge in the first person": (
        "I hereby charge the Secretary of Labor to keep the register.",
        (duty(LABOR, "keep the register"),),
    ),
    "examples of the agencies meant": (
        "All agencies with land, including the Department of War; the Department of State; and the Postal Service, shall keep a list.",
        (duty("agencies with land", "keep a list"),),
    ),
    "directed, with an aside": (
        "The Secretary of Labor is directed, through the Office of Work, to open a line.",
        (duty(LABOR, "open a line", through="Office of Work"),),
    ),
    "never": ("The Secretary of Labor shall never sell the list.", (duty(LABOR, "sell the list", kind="prohibition"),)),
    "the month before a year": (
        "By May 2027, the Secretary of Labor shall publish the list.",
        (duty(LABOR, "publish the list", "by 2027-05-31"),),
    ),
    "the month before a day": (
        "The Secretary of Labor shall publish the list by May 4, 2027.",
        (duty(LABOR, "publish the list", "by 2027-05-04"),),
    ),
    "the month in a name": (
        "The Secretary of Labor shall, under the notice of May 3, 2019, publish the list.",
        (duty(LABOR, "publish the list"),),
    ),
    "eight in parentheses": (
        "The eight (8) offices of the Department of Labor close, and the Secretary of Labor shall sell the houses.",
        (duty(LABOR, "sell the houses"),),
    ),
}
DIRECTED_WITH_WORDS_BETWEEN = {
    "three partners between commas": (
        "The Secretary of Labor is directed, in consultation with the Secretary of State, the Attorney General, and the Assistant to the President "
        "for Economic Policy, to list the mills.",
        (duty(LABOR, "list the mills", consult=f"{STATE}; {AG}; Assistant to the President for Economic Policy"),),
    ),
    "a time and partners": (
        "The Secretary of Labor is hereby ordered, within 45 days of the date of this order and jointly with the Secretary of State, to list the mills, "
        "to ensure their safety.",
        (duty(LABOR, "list the mills, to ensure", "45 days", coordinate=STATE),),
    ),
    "a time without commas": (
        "The Secretary of Labor is hereby directed within 45 days of this order to list the mills.",
        (duty(LABOR, "list the mills", "45 days"),),
    ),
    "an event without commas": (
        "The Secretary of Labor is required within 45 days of the sale of the barn to list the mills.",
        (duty(LABOR, "list the mills", "45 days after: the sale of the barn"),),
    ),
    "a day with a comma of its own": (
        "Agencies are required, not later than April 11, 2027, to publicly list the mills.",
        (duty("agencies", "list the mills", "by 2027-04-11"),),
    ),
    "an adverb": (
        "The Secretary of Labor is required immediately to list the mills.",
        (duty(LABOR, "list the mills", "vague"),),
    ),
    "an officer": (
        "The Secretary of Labor is instructed, acting through the Chief of Mills, to list them.",
        (duty(LABOR, "list them", through="Chief of Mills"),),
    ),
    "one aside before the to, and one behind": (
        "The Secretary of Labor is directed, jointly with the Secretary of State, to, within 30 days of the date of this order, list the mills.",
        (duty(LABOR, "list the mills", "30 days", coordinate=STATE),),
    ),
    "partners without commas": (
        "The Secretary of Labor is directed in consultation with the Secretary of State to list the mills.",
        (duty(LABOR, "list the mills", consult=STATE),),
    ),
    "no to that goes with it": (
        "The fee is required, as section 3 says, of each mill. The Secretary of Labor may go to list them.",
        (),
    ),
    "a verb of no list": (
        "The Secretary of Labor is directed, within 45 days of the date of this order, to rewild the shore.",
        (duty(LABOR, "rewild the shore", "45 days"),),
    ),
    "an adverb and a verb of no list": (
        "The Secretary of Labor is directed, jointly with the Secretary of State, to gladly rewild the shore.",
        (duty(LABOR, "rewild the shore", coordinate=STATE),),
    ),
    "in the first person, a verb of no list": (
        "I hereby direct the Assistant to the President for Economic Policy to rewild the shore every 90 days.",
        (
            duty(
                "Assistant to the President for Economic Policy",
                "rewild the shore",
                "recurring",
                recurs="every 90 days",
            ),
        ),
    ),
    "required by law": ("The list is required by the Mill Act to name the owners.", ()),
    "another modal comes first": ("The plan is required, and the owner may ask, to see it.", ()),
}
PARTNERS_FIRST = {
    "a name with an and of its own": (
        "After consultation with the Administrator of the National Aeronautics and Space Administration, the Secretary of Labor and the Secretary "
        "of State shall sell the boats.",
        (
            duty(
                f"{LABOR}; {STATE}",
                "sell the boats",
                consult="Administrator of the National Aeronautics and Space Administration",
            ),
        ),
    ),
}
HOW_SOON = {
    "before a second verb": (
        "The Secretary of Labor shall review the rule and promptly publish it.",
        (duty(LABOR, "review the rule and promptly publish it", "vague"),),
    ),
    "without delay, at the end": (
        "The Secretary of Labor shall close the inn without delay.",
        (duty(LABOR, "close the inn", "vague"),),
    ),
    "immediately, at the end": (
        "The Secretary of Labor shall close the inn immediately.",
        (duty(LABOR, "close the inn", "vague"),),
    ),
    "of what others are to do": (
        "The Secretary of Labor shall ensure that inns close promptly.",
        (duty(LABOR, "ensure that inns"),),
    ),
    "of what others are helped to do": (
        "The Secretary of Labor shall help owners to close the inn promptly.",
        (duty(LABOR, "help owners"),),
    ),
}
MUST = {
    "an agency that is an administration": (
        "Within 30 days of the date of this order, the General Services Administration must sell the inns.",
        (duty("General Services Administration", "sell the inns", "30 days"),),
    ),
    "an officer of an administration acts for another": (
        "The Secretary of Transportation, acting through the Administrator of the Federal Aviation Administration, must sell the inns.",
        (duty("Secretary of Transportation", "sell", through="Administrator of the Federal Aviation Administration"),),
    ),
    "the President's administration": ("My Administration must sell the inns.", ()),
    "the Government": ("The Federal Government must sell the inns.", ()),
    "an officer whose title ends in no office": (
        """The Assistant to the President for Economic Policy must count the mills.
        (a) The Secretary of Labor shall list the inns.""",
        (
            duty("Assistant to the President for Economic Policy", "count the mills"),
            duty(LABOR, "list the inns", cite="2(a)"),
        ),
    ),
    "agencies, with items": (
        """Agencies must:
        (a) sell the inns; and
        (b) list the mills.""",
        (duty("agencies", "sell the inns", cite="2(a)"), duty("agencies", "list the mills", cite="2(b)")),
    ),
}
ITEMS = {
    "a capital, two verbs, and a should in the object": (
        """The Secretary of Labor shall take the following steps:
        (a) Examine and sell the wells that a State should have; and
        (b) building upon current work, list the mills that a State may use.""",
        (duty(LABOR, "Examine and sell the wells", cite="2(a)"), duty(LABOR, "list the mills", cite="2(b)")),
    ),
    "two departments that are spelled like verbs": (
        """The Secretary of Labor shall:
        (a) list the mills; and
        (b) sell the wells. State and Labor should report.""",
        (duty(LABOR, "list the mills", cite="2(a)"), duty(LABOR, "sell the wells", cite="2(b)")),
    ),
    "what shall be taken by the end of a year": (
        """The following actions shall be taken by the end of fiscal year 2027:
        (a) the Secretary of Labor shall list the mills.""",
        (duty(LABOR, "list the mills", "by 2027-09-30", inherited=True, cite="2(a)"),),
    ),
}
A_TIME_AND_PARTNERS = {
    "behind an event without a length": (
        "The Secretary of Labor, upon completion of the review and jointly with the Secretary of State, shall close the inn.",
        (duty(LABOR, "close the inn", "upon completion of the review", coordinate=STATE),),
    ),
    "behind the order's date": (
        "Within 30 days of the date of this order and after consultation with the Secretary of State, the Secretary of Labor shall close the inn.",
        (duty(LABOR, "close the inn", "30 days", consult=STATE),),
    ),
    "behind a fixed day": (
        "Before March 4, 2027 and jointly with the Attorney General, the Secretary of Labor shall close the inn.",
        (duty(LABOR, "close the inn", "by 2027-03-04", coordinate=AG),),
    ),
    "behind an event, three of them before two officials": (
        "Within 30 days of the sale of the barn and in consultation with the Secretary of State, the Attorney General, and the Secretary of "
        "Commerce, the Secretary of Labor and the Secretary of Energy shall close the inn.",
        (
            duty(
                f"{LABOR}; {ENERGY}",
                "close the inn",
                "30 days after: the sale of the barn",
                consult=f"{STATE}; {AG}; {COMMERCE}",
            ),
        ),
    ),
    "behind an event, between official and modal": (
        "The Secretary of Labor, within 30 days of the sale of the barn and jointly with the Secretary of State, shall close the inn.",
        (duty(LABOR, "close the inn", "30 days after: the sale of the barn", coordinate=STATE),),
    ),
    "behind an event, between modal and verb": (
        "The Secretary of Labor shall, within 30 days of the sale of the barn and after consulting with the Secretary of State, close the inn.",
        (duty(LABOR, "close the inn", "30 days after: the sale of the barn", consult=STATE),),
    ),
    "an event that itself has an and": (
        "Within 30 days of the sale of the barn and the mill, the Secretary of Labor shall close the inn.",
        (duty(LABOR, "close the inn", "30 days after: the sale of the barn and the mill"),),
    ),
}
TWO_VERBS_AND_A_TIME_OF_THE_OBJECT = {
    "in a purpose": (
        "The Secretary of Labor shall, within 30 days of the date of this order, mend and sell the boats so that crews can sail within 60 days.",
        (duty(LABOR, "mend and sell the boats so that crews can sail within 60 days", "30 days"),),
    ),
    "in a relative clause": (
        "The Secretary of Labor shall, by May 1, 2027, sort and list the claims that owners filed within 60 days.",
        (duty(LABOR, "sort and list the claims that owners filed within 60 days", "by 2027-05-01"),),
    ),
    "behind a participle": (
        "The Secretary of Labor shall, by May 1, 2027, sort and list the claims received within 60 days of a flood.",
        (duty(LABOR, "sort and list the claims received", "by 2027-05-01"),),
    ),
    "behind a participle, one verb": (
        "The Secretary of Labor shall list the claims received within 60 days of a flood.",
        (duty(LABOR, "list the claims received"),),
    ),
    "behind a passive's participle": (
        "A list shall be drawn by the Secretary of Labor and printed within 60 days of a flood.",
        (duty(LABOR, "be drawn by", "60 days after: a flood"),),
    ),
    "behind a participle, from the order's date": (
        "The Secretary of Labor shall see the list of wells printed within 60 days of the date of this order.",
        (duty(LABOR, "see the list of wells printed", "60 days"),),
    ),
    "how the object of two verbs was": (
        "Upon completion of the review, the Secretary of Labor shall mend and sell the inn as it stood on March 4, 2019.",
        (duty(LABOR, "mend and sell the inn", "Upon completion of the review"),),
    ),
    "the second verb has it after all": (
        "The Secretary of Labor shall, within 30 days of the date of this order, draft the rule and publish it within 60 days of the date of this order.",
        (duty(LABOR, "draft the rule", "30 days"), duty(LABOR, "publish it", "60 days")),
    ),
    "how the object was": (
        "The Secretary of Labor shall restore the inn as it stood on March 4, 2019.",
        (duty(LABOR, "restore the inn as it stood"),),
    ),
    "the verb's own day": (
        "The Secretary of Labor shall close the inn on March 4, 2027.",
        (duty(LABOR, "close the inn", "by 2027-03-04"),),
    ),
}
INSIDE_ANOTHER_CLAUSE = {
    "as an official shall determine": ("The fees are due in full, as the Secretary of Labor shall determine.", ()),
    "in such manner as": (
        "In such manner as the Secretary of Labor shall prescribe, agencies shall report the fees.",
        (duty("agencies", "report the fees"),),
    ),
    "at such time as": ("The project ends at such time as the Director of OMB shall decide.", ()),
    "as the holder of an office": (
        "The Attorney General as the Custodian of Records shall keep the list.",
        (duty(AG, "keep the list"),),
    ),
    "as co-chair, with a comma": (
        "As chair of the panel, the Secretary of Labor shall call its meetings.",
        (duty(LABOR, "call its meetings"),),
    ),
}


WORDS_BETWEEN: dict[str, tuple[str, tuple[Duty, ...]]] = {
    "a may that says which agencies": (
        "Each agency whose acts may hurt birds shall list them.",
        (duty("agencies whose acts may hurt birds", "list them"),),
    ),
    "a may that says to which": (
        "Agencies to which grants may be made shall list them.",
        (duty("agencies to which grants may be made", "list them"),),
    ),
    "a may of a clause that a comma closes": ("Agencies that need help, which may be granted, are listed here.", ()),
    "two permissions": ("Agencies whose acts may hurt birds may list them.", ()),
    "and after reading": (
        "The Secretary of Energy, within 60 days of the date of this order, and after reading the record, shall light the lamps.",
        (duty(ENERGY, "light the lamps", "60 days"),),
    ),
    "and having": (
        "The Secretary of Energy, after a hearing, and having read the record, shall light the lamps.",
        (duty(ENERGY, "light the lamps"),),
    ),
    "and a second official, no aside": (
        "The Secretary of Energy, after a hearing, and the Attorney General, shall light the lamps.",
        (duty(f"{ENERGY}; {AG}", "light the lamps"),),
    ),
    "coordination as needed": (
        "The Secretary of Labor, within 7 months of the date of this order and after coordination as needed with millers, shall send a plan.",
        (duty(LABOR, "send a plan", "7 months", coordinate="millers"),),
    ),
    "an exception": (
        "The Secretary of Labor shall close the mills, except that the Secretary of State shall keep the old mill open.",
        (duty(LABOR, "close the mills"), duty(STATE, "keep the old mill open")),
    ),
    "a proviso under stress": (
        "The Secretary of Labor shall close the mills; provided, however, that the Attorney General shall first agree.",
        (duty(LABOR, "close the mills"), duty(AG, "first agree")),
    ),
    "a that which tells": (
        "The Secretary of Labor shall show that mills shall grind.",
        (duty(LABOR, "show that mills"),),
    ),
    "not later is no not": (
        "The Secretary of Labor shall not later than 60 days after the date of this order close the mills.",
        (duty(LABOR, "close the mills", "60 days"),),
    ),
    "not, and later": (
        "The Secretary of Labor shall not close the mills.",
        (duty(LABOR, "close the mills", kind="prohibition"),),
    ),
    "in no case": (
        "In no case shall the Secretary of Labor close the mills.",
        (duty(LABOR, "close the mills", kind="prohibition"),),
    ),
    "under no circumstances": (
        "Under no circumstances shall agencies sell the mills.",
        (duty("agencies", "sell the mills", kind="prohibition"),),
    ),
    "neither, nor": (
        "Neither the Secretary of Labor nor the Attorney General shall sell the mills.",
        (duty(f"{LABOR}; {AG}", "sell the mills", kind="prohibition"),),
    ),
    "as far as possible, and by law": (
        "The Secretary of Labor shall to the extent practicable and consistent with applicable law give way to mills, while guarding health, and peace.",
        (duty(LABOR, "give way to mills"),),
    ),
    "what is or may be": (
        "The Secretary of Labor shall list rules that are or may be too old, and mend them.",
        (duty(LABOR, "list rules that are or may be too old, and mend them"),),
    ),
    "what can and should be": (
        "The Secretary of Labor shall list rules that can and should be mended, and mend them.",
        (duty(LABOR, "list rules that can and should be mended, and mend them"),),
    ),
    "a permission beside a duty": (
        "The Secretary of Labor shall list the rules or may mend them.",
        (duty(LABOR, "list the rules"),),
    ),
    "a passive's agent, and its time": (
        "Lists of mills shall be made by agencies within 30 days after the date of this order.",
        (duty("agencies", "be made by agencies", "30 days"),),
    ),
    "a passive's agents, no time": (
        "Lists of mills shall be made by agencies and the Secretary of Labor.",
        (duty(f"agencies; {LABOR}", "be made by agencies"),),
    ),
    "in this case": ("In that case the Secretary of Labor shall close the mills.", (duty(LABOR, "close the mills"),)),
    "an act without a modal before": (
        "The Office of Mills is charged with counting mills and is to publish the count.",
        (duty("Office of Mills", "publish the count"),),
    ),
    "an act in the present before": (
        "The Office of Mills counts mills and shall publish the count.",
        (duty("Office of Mills", "publish the count"),),
    ),
    "somebody's report, and what it does": ("The Secretary of Labor’s report counts mills and shall be short.", ()),
}
IN_THE_LINE: dict[str, tuple[str, tuple[Duty, ...]]] = {
    "a date for the third": (
        "The Secretary of Labor shall (1) list the mills, (2) list the ponds, and (3) within 60 days of the date of this order, tell the Board of both.",
        (duty(LABOR, "list the mills, (2) list the ponds"), duty(LABOR, "tell the Board of both", "60 days")),
    ),
    "a date for the second, with no and": (
        "The Secretary of Labor shall: (i) list the mills; (ii) by May 4, 2027, mend them.",
        (duty(LABOR, "list the mills"), duty(LABOR, "mend them", "by 2027-05-04")),
    ),
    "a number that is no label": (
        "The Secretary of Labor shall list the mills, (see the annex) by May 4, 2027.",
        (duty(LABOR, "list the mills", "by 2027-05-04"),),
    ),
}


def cases(*tables: dict[str, tuple[str, tuple[Duty, ...]]]) -> list:
    return [pytest.param(*case, id=name) for table in tables for name, case in table.items()]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    cases(
        MODALS,
        ITEMS,
        MUST,
        PARTNERS_FIRST,
        HOW_SOON,
        DIRECTED_WITH_WORDS_BETWEEN,
        A_TIME_AND_PARTNERS,
        TWO_VERBS_AND_A_TIME_OF_THE_OBJECT,
        INSIDE_ANOTHER_CLAUSE,
    ),
)
def test_a_sentence_says_who_shall_do_what(sentence: str, wanted: tuple[Duty, ...]):
    found = read(sentence).obligations
    assert len(found) == len(wanted), [made.action for made in found]
    assert tuple(seen(made, each) for made, each in zip(found, wanted, strict=True)) == wanted


@pytest.mark.parametrize("example", [example for rule in RULES for example in rule.examples])
def test_no_modal_is_kept_from_the_matchers(example: str):
    assert ANY_MODAL.search(example)


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("The Secretary is hereby directed to act.", True),
        ("I charge the Secretary to act.", True),
        ("Agencies must do better.", False),
        ("Congress will act in May.", False),
    ],
)
def test_a_text_that_orders_somebody(text: str, orders: bool):
    assert bool(ORDERS_SOMEBODY.search(text)) == orders
