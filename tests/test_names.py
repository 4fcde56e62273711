"""Who acts: names whole and apart, written out, and resolved. The sentences are made up for these tables."""

from __future__ import annotations

import pytest
from readings import names, read

from extractor.find.names.definitions import names_of
from extractor.find.names.generic import fold, plural_verb
from extractor.find.names.order_names import Names
from extractor.find.names.plural_titles import separate_names

# text: leads > through, of its last duty
WHOSE = {
    # A body's whole name, as its definition has it
    "commas in a body's name": (
        "There is established the White House Initiative on Reading, Writing, and Free Libraries for All Americans (Initiative). The Initiative shall report.",
        "White House Initiative on Reading, Writing, and Free Libraries for All Americans",
    ),
    "and the": (
        "The President’s Committee on the Farms and the Forests (Committee) is renewed. The Committee shall report.",
        "President’s Committee on the Farms and the Forests",
    ),
    "a body within an office": (
        "There is established within the Executive Office of the President the National Seed Council (Council). The Council shall meet.",
        "National Seed Council",
    ),
    "a body in a department": (
        "There is established the Task Force on Mills in the Department of Labor (Task Force). The Task Force shall meet.",
        "Task Force on Mills in the Department of Labor",
    ),
    "a department is no task force": (
        "The Seed Office sits in the Department of Education (Department). The Department shall report.",
        "Department of Education",
    ),
    "a body, not its chair": (
        "The Chair of the Board of Trustees of the Farm Bank (Farm Bank) is heard. The Chair of the Farm Bank shall report.",
        "Chair of the Board of Trustees of the Farm Bank",
    ),
    "the second of two bodies that are called so": (
        "There is established the Mill Board (Board). There is established the Seed Board (Board). The Chair of the Board shall report.",
        "Chair of the Seed Board",
    ),
    "the first of two bodies, before the second is named": (
        "There is established the Mill Board (Board). The Board shall report. There is established the Seed Board (Board).",
        "Mill Board",
    ),
    "a heading is no name": ("Establishment of the Mill Board (Board). The Board shall meet.", "Mill Board"),
    # Seats on a body
    "an executive director": (
        "There is established the Seed Council (Council). There shall be an Executive Director. The Executive Director shall hire staff.",
        "Executive Director of the Seed Council",
    ),
    "co-chairs": (
        "There is established the Seed Council (Council). The Co-Chairs shall call its meetings.",
        "Co-Chairs of the Seed Council",
    ),
    "a department has no chair": (
        "There is established in the Department of Labor (Department) an office. The Chair shall call its meetings.",
        "Chair",
    ),
    # Definitions in a sentence
    "shall refer to": (
        "“Secretary” shall refer to the Secretary of Labor. The Secretary of State is heard. The Secretary shall report.",
        "Secretary of Labor",
    ),
    "means": ("The term “Director” means the Director of the Mill Office. The Director shall report.", "Director of the Mill Office"),
    # Letters written out
    "of letters": ("The Director of OMB shall report.", "Director of the Office of Management and Budget"),
    "letters before the title": ("The OMB Director shall report.", "Director of the Office of Management and Budget"),
    "an order's own letters": (
        "The Farm Risk Program (FRP) goes on. The FRP Director shall report.",
        "Director of the Farm Risk Program",
    ),
    "letters in the plural": (
        "Consider seed lending agencies (SLAs). The heads of all Federal SLAs shall report.",
        "heads of Federal seed lending agencies",
    ),
    "a secretary of letters": ("The Secretary of HHS shall report.", "Secretary of Health and Human Services"),
    "a department in letters": (
        "The Secretary of Health and Human Services (HHS) agrees. HHS shall report.",
        "Department of Health and Human Services",
    ),
    "a coined name": ("The HHS Seed Task Force shall report.", "HHS Seed Task Force"),
    "a thing in a coined name": (
        "Consider artificial intelligence (AI). The Director of the AI Safety Institute shall report.",
        "Director of the AI Safety Institute",
    ),
    # Several in one, and two that are not one
    "secretaries": (
        "The Secretaries of the Treasury, Labor, and Health and Human Services shall report.",
        "Secretary of the Treasury; Secretary of Labor; Secretary of Health and Human Services",
    ),
    "no article between": (
        "The Secretary of Labor, Secretary of Energy, and Secretary of State shall report.",
        "Secretary of Labor; Secretary of Energy; Secretary of State",
    ),
    "letters that open the second": (
        "The Mill Development Agency (MDA) is old. The MDA Office of Barns and MDA National Cart Service shall report.",
        "Mill Development Agency Office of Barns; Mill Development Agency National Cart Service",
    ),
    "letters of a thing inside a name": (
        "Consider automated grinding (AG). The Office of Mills and AG Policy shall report.",
        "Office of Mills and AG Policy",
    ),
    "an activity by its letters": ("The Mill Projects Activity (MPA) is old. The MPA shall report.", "Mill Projects Activity"),
    "two councils": ("The Mill Safety Council and Barn Council shall report.", "Mill Safety Council; Barn Council"),
    "a council with an and": ("The Farm Council and Mill Trade Office shall report.", "Farm Council and Mill Trade Office"),
    "a council on two things": ("The Council on Mills and Barn Board shall report.", "Council on Mills and Barn Board"),
    "an organization by its letters": ("The Mill Traffic Organization (MTO) is old. The MTO shall report.", "Mill Traffic Organization"),
    "an organization by its name": ("The Mill Traffic Organization shall report.", "Mill Traffic Organization"),
    # Generic actors
    "agencies first": ("All executive agencies and departments shall report.", "agencies"),
    "an agency's officer by letters": ("Each agency’s CIO shall report.", "agency’s CIO"),
    "or": ("Each executive department or agency shall report.", "agencies"),
    "a head of each": ("The head of each agency that has a mill or leases farms shall report.", "heads of agencies that have a mill or leases farms"),
    "a label is no aside": (
        "The head of each agency listed in subsection (c) of this section shall report.",
        "heads of agencies listed in subsection (c) of this section",
    ),
    "other heads": ("All other relevant agency heads shall report.", "heads of other relevant agencies"),
    # Titles that no list of officers has
    "a controller": (
        "The Secretary of State and the Controller of the Bureau of Mills shall report.",
        "Secretary of State; Controller of the Bureau of Mills",
    ),
    "a doer by the word's own ending": ("The Weigher of the Office of Grain shall report.", "Weigher of the Office of Grain"),
    "the printer": ("The Public Printer shall report.", "Public Printer"),
    "an executive agent": ("The Executive Agent shall report.", "Executive Agent"),
    "an office of the table": ("The Register of Copyrights and the Architect of the Capitol shall report.", "Register of Copyrights; Architect of the Capitol"),
    "a register of land": ("The Register of the Land Office shall report.", "Register of the Land Office"),
    "three, one unknown": (
        "The Secretary of Labor, the Surveyor of Canals, and the Attorney General shall report.",
        "Secretary of Labor; Surveyor of Canals; Attorney General",
    ),
    "letters for an officer": ("The AG shall report.", "Attorney General"),
    "a director in capitals": ("The Executive Director of the Mill Office shall report.", "Executive Director of the Mill Office"),
    "executive departments": ("Executive departments that own mills shall report.", "executive departments that own mills"),
    # An office under its short name, a role that the order coins
    "by its field alone": (
        "The Chief Counsel for Farming of the Mill Office (Farming) agrees. Farming shall report.",
        "Chief Counsel for Farming of the Mill Office",
    ),
    "a bureau by its field": ("The Bureau of Milling (Milling) agrees. Milling and the Secretary of Labor shall report.", "Bureau of Milling; Secretary of Labor"),
    "a coined role": ("The Secretary of Labor shall serve as the Mill Voice. The Mill Voice shall report.", "Mill Voice"),
    "letters behind a house": (
        "The White House Office of Mill Care (White House OMC) agrees. The White House OMC shall report.",
        "White House Office of Mill Care",
    ),
    "a cell in letters": ("The Mill Rescue Fusion Cell (MRFC) is at hand. The MRFC shall report.", "Mill Rescue Fusion Cell"),
    "letters of a possessive plural": (
        "The Department of Health and Human Services’ (HHS) mills close. HHS shall report.",
        "Department of Health and Human Services",
    ),
    "an article opens another name": ("In running the Mill Plan the Secretary of Labor shall report.", "Secretary of Labor"),
    "a governor behind an and": (
        "The Secretary of the Interior and Governor of the State of Ohio shall report.",
        "Secretary of the Interior; Governor of the State of Ohio",
    ),
    # Who of an agency
    "leadership": ("Agency leadership shall report.", "agency leadership"),
    "senior leadership": ("Senior agency leadership shall report.", "senior agency leadership"),
    "a department's leadership": ("Departmental leadership shall report.", "Departmental leadership"),
    "staff": ("Agency grain purchasing staff shall report.", "agency grain purchasing staff"),
    "officers of two fields": ("Agency grain and flour officers shall report.", "agency grain and flour officers"),
    "staff, passive": ("The grain shall be counted by agency leadership.", "agency leadership"),
    "agency heads": ("Agency heads shall report.", "heads of agencies"),
    "two groups": ("Each agency and the Mill Board shall report.", "agencies; Mill Board"),
    "below": ("The agencies below shall report.", "agencies below"),
    # What says which agencies are meant, whole
    "behind a parenthesis": ("Each executive department and agency (agency) leasing mills shall report.", "agencies leasing mills"),
    "department or agency": ("Each department or agency responsible for mills shall report.", "agencies responsible for mills"),
    "an aside, then of": (
        "Each agency helping with the sale, through auctions or contracts, of a mill shall report.",
        "agencies helping with the sale, through auctions or contracts, of a mill",
    ),
    "an aside, then the object": (
        "Each agency funding, by loan or otherwise, the sale of mills shall report.",
        "agencies funding, by loan or otherwise, the sale of mills",
    ),
    "two asides and a second participle": (
        "Each agency helping with the sale, through State loans, or securing the sale, through pledges, of a mill shall report.",
        "agencies helping with the sale, through State loans, or securing the sale, through pledges, of a mill",
    ),
    "a second participle": ("Each agency leasing, or planning to lease, mills shall report.", "agencies leasing, or planning to lease, mills"),
    "an officer behind a comma": (
        "Each agency leasing mills, acting through the Director of the Mill Office, shall report.",
        "agencies leasing mills > Director of the Mill Office",
    ),
    "one head": ("The head of the Office of Mills shall report.", "head of the Office of Mills"),
    "each of two bodies": ("Each bureau or office in the field shall report.", "bureaus or offices in the field"),
    # Sent by one to another, and names that go on with "to"
    "by one to another": ("A list shall be sent by the Secretary of State to the Secretary of Labor.", "Secretary of State"),
    "by a counsel to another": ("A list shall be sent by the Counsel to the President to the Attorney General.", "Counsel to the President"),
    "a task force to": ("The Task Force to Mend Mills shall report.", "Task Force to Mend Mills"),
    "a body to another": ("A list shall be sent by the Department of Labor to the Congress.", "Department of Labor"),
    "a body to letters": ("A list shall be sent by the Department of Labor to HHS.", "Department of Labor"),
    "representative to": (
        "The Representative of the United States to the United Nations shall report.",
        "Representative of the United States to the United Nations",
    ),
    # Whose the deliverable is
    "a possessive": ("The Mill Board’s findings shall be published within 90 days of the date of this order.", "Mill Board"),
    "what others do with it": ("The Mill Board’s findings shall be approved within 90 days of the date of this order.", ""),
    # No comma between an event and the first official
    "behind an event": (
        "Within 30 days after receipt of the list the Secretary of State and the Secretary of Labor shall report.",
        "Secretary of State; Secretary of Labor",
    ),
    "three behind an event": (
        "Within 30 days after receipt of the list the Attorney General, the Secretary of State, and the Secretary of Labor shall report.",
        "Attorney General; Secretary of State; Secretary of Labor",
    ),
    "an official of the event": (
        "Within 30 days after notice to the Attorney General, the Secretary of State and the Secretary of Labor shall report.",
        "Secretary of State; Secretary of Labor",
    ),
    # Where the subject opens
    "a that which points": ("In exercising that authority, the Secretary of Labor shall report.", "Secretary of Labor"),
    "who only deems": (
        "At a time that the Secretary of State, in consultation with the Attorney General, deems fit, the Secretary of Labor shall report.",
        "Secretary of Labor",
    ),
    "a list of the opening": (
        "At the meetings of the Mint, the Mill Board, and the Farm Board, the Secretary of Labor shall report.",
        "Secretary of Labor",
    ),
    "commas between adjectives": ("State, local, and tribal governments shall report.", "State, local, and tribal governments"),
    # Through whom: an officer, not a way
    "through a role": ("Through this role, the National Manager shall report.", "National Manager"),
    "no comma after it": ("Through this role the National Manager shall report.", "National Manager"),
    "through a process": ("The Secretary of Labor, through the usual process, shall report.", "Secretary of Labor"),
    "through grants": ("The Secretary of Labor, acting through Federal grants, shall report.", "Secretary of Labor"),
    "what is run through an office": (
        "The Secretary of Labor, in running, through the U.S. Mill Service the Ohio Mills, shall report.",
        "Secretary of Labor > U.S. Mill Service",
    ),
    "each keeps its lead": (
        "The Secretary of Labor and the Secretary of Commerce, acting through the Director of the Census Bureau, shall report.",
        "Secretary of Labor; Secretary of Commerce > Director of the Census Bureau",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text, wanted", WHOSE.values(), ids=WHOSE)
def test_who_acts(text: str, wanted: str):
    duty = read(text).obligations[-1]
    lead, _, through = wanted.partition(" > ")
    assert (duty.responsible, duty.through) == (names(lead), names(through))


NO_TITLES = (
    "Letter of Intent",
    "Order of Succession",
    "Federal Register",
    "National Register of Old Mills",
    "Water Charter of the Mint",
    "Act",
)


@pytest.mark.parametrize("thing", NO_TITLES)
def test_a_thing_reports_to_nobody(thing: str):
    assert (
        read(f"Under the Office of Mill Policy Act (Act), mills close. The {thing} shall close mills.").obligations
        == ()
    )


def test_a_field_among_others_is_no_short_name():
    assert read("The Office of Grain and Flour (Grain) agrees. Grain shall report.").obligations == ()


# text: consulted | coordinating, of its last duty
PARTNERS = {
    "a second participle": ("The plan shall be drafted by the Mill Board in consultation with the Secretary of State and published yearly.", "Secretary of State | "),
    "a participle that no ending marks": (
        "The plan shall be drafted by the Mill Board, in coordination with the Secretary of State, and sent to me.",
        " | Secretary of State",
    ),
    "a participle behind an adverb": (
        "The plan shall be drafted by the Mill Board in consultation with the Secretary of State and promptly posted.",
        "Secretary of State | ",
    ),
    "a second verb": (
        "The Mill Board shall draft a plan, in consultation with the Secretary of State, and submit the plan to the Congress.",
        "Secretary of State | ",
    ),
    "a second passive": (
        "The plan shall be drafted by the Mill Board in coordination with the Secretary of State and be sent to me.",
        " | Secretary of State",
    ),
    "with again": (
        "The Mill Board shall draft a plan in consultation with the Secretary of State and with State millers.",
        "Secretary of State; State millers | ",
    ),
    "the verb's own with": (
        "The Mill Board shall work, in coordination with the Secretary of State, with other donors on a plan.",
        " | Secretary of State",
    ),
    "a second relation": (
        "The Mill Board shall set goals in coordination with and agreed upon by the Secretary of State.",
        " | Secretary of State",
    ),
    "a second relation between commas": (
        "The Mill Board shall agree, after consultation with, and concurrence by, the Secretary of State, to the plan.",
        "Secretary of State | ",
    ),
    "an extent": (
        "The Mill Board shall draft a plan, in coordination with the Secretary of State and to the extent needed, by mail.",
        " | Secretary of State",
    ),
    "a participle that qualifies": (
        "The Mill Board shall draft a plan in consultation with the Secretary of State and interested parties.",
        "Secretary of State; interested parties | ",
    ),
    "a noun that is a verb, too": (
        "The Mill Board shall draft a plan in consultation with the Secretary of State and labor unions.",
        "Secretary of State; labor unions | ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text, wanted", PARTNERS.values(), ids=PARTNERS)
def test_who_is_a_partner(text: str, wanted: str):
    duty = read(text).obligations[-1]
    consulted, _, coordinating = wanted.partition(" | ")
    assert (duty.in_consultation_with, duty.in_coordination_with) == (names(consulted), names(coordinating))


FOLDED = {
    "Agencies": "agencies",
    "each executive agency": "agencies",
    "heads of executive departments and agencies of the United States Government": "heads of agencies",
    "each agency head": "heads of agencies",
    "department and agency heads": "heads of agencies",
    "agency head who becomes aware": "heads of agencies who become aware",
    "head of an agency that possesses farms": "heads of agencies that possess farms",
    "agencies that plan or carries seed": "agencies that plan or carry seed",
    "head of each Federal farm regulator": "heads of Federal farm regulators",
    "heads of the Department of Labor": "heads of the Department of Labor",
    "head of the Department of Labor": "head of the Department of Labor",
    "each department and office in the field": "departments and offices in the field",
    "members of the Council or their designees": "members of the Council",
    "procuring agency": "procuring agencies",
    "agency officials": "agency officials",
    "agency’s farm officer": "agency’s farm officer",
}


@pytest.mark.parametrize("name, wanted", FOLDED.items())
def test_a_generic_name_has_one_spelling(name: str, wanted: str):
    assert fold(name) == wanted


SEPARATE = {
    "Departments of Labor, the Treasury, and Housing and Urban Development": (
        "Department of Labor",
        "Department of the Treasury",
        "Department of Housing and Urban Development",
    ),
    "Chairpersons of the Farm Board and Mill Commission": ("Chairperson of the Farm Board", "Chairperson of the Mill Commission"),
    "heads of the Departments of Labor and the Treasury": ("heads of the Department of Labor", "heads of the Department of the Treasury"),
    "heads of the Departments": ("heads of the Departments",),
    "Secretaries of the military departments": ("Secretaries of the military departments",),
    "Directors of Oceans and Farms": ("Directors of Oceans and Farms",),
    "Secretary of Health and Human Services": ("Secretary of Health and Human Services",),
}  # fmt: skip


@pytest.mark.parametrize("name, wanted", SEPARATE.items())
def test_a_plural_title_names_several(name: str, wanted: tuple[str, ...]):
    assert separate_names(name) == wanted


@pytest.mark.parametrize(
    "verb, wanted",
    [("provides", "provide"), ("possesses", "possess"), ("carries", "carry"), ("has", "have"), ("teaches", "teach"), ("possess", "possess"), ("own", "own")],
)  # fmt: skip
def test_the_verb_of_a_clause_follows_its_plural(verb: str, wanted: str):
    assert plural_verb(verb) == wanted


def test_letters_are_defined_in_both_numbers():
    written = names_of("Each Seed Lending Agency (SLA) and the Mill Safety Boards (MSBs)").write_out
    assert [written(each) for each in ("SLA", "SLAs", "MSB", "MSBs")] == [
        "Seed Lending Agency",
        "Seed Lending Agencies",
        "Mill Safety Board",
        "Mill Safety Boards",
    ]


@pytest.mark.parametrize(
    ("full", "written", "name"),
    [
        (
            "Co-Chairs of the Seed Council Subcommittees on Water",
            "Co-Chairs of the SWS",
            "Co-Chairs of the Seed Council Subcommittees on Water",
        ),
        (
            "Seed Council Subcommittee on Water",
            "Co-Chairs of the SWS",
            "Co-Chairs of the Seed Council Subcommittee on Water",
        ),
        ("Director of Seed Safety", "Deputy Director of the SWS", "Deputy Director of Seed Safety"),
    ],
)
def test_letters_that_stand_for_a_seat_do_not_double_it(full: str, written: str, name: str):
    assert Names(acronyms={"SWS": full}).write_out(written) == name


def test_a_name_in_quotation_marks_is_defined_whole():
    text = 'There is established the “Commission on Mills, Barns, and Old Carts” (Commission). It sits with the “Mill Council" (Council).'
    assert names_of(text).shorts == {
        "commission": "Commission on Mills, Barns, and Old Carts",
        "council": "Mill Council",
    }


def test_a_gerund_in_a_bodys_name_governs_its_article():
    shorts = names_of(
        "There is hereby established, within the Department of Labor, the Working Group on Strengthening the Mills of the West (Working Group)."
    ).shorts
    assert shorts == {"working group": "Working Group on Strengthening the Mills of the West"}
    assert names_of("It is kept by the Office of the President the Council on Mills (Council).").shorts == {
        "council": "Council on Mills"
    }


# sentences → the officials of the last duty in them: for whom its short form, its pronoun or its pointing word stands
MEANT = {
    # A longer title in the same section
    "a title that was named in full": ("There is a Senior Director for Mills in the Department of Labor. The Senior Director shall report.", "Senior Director for Mills"),
    "one of two titles": ("There is a Senior Director for Mills and a Senior Director for Inns. The Senior Director shall report.", "Senior Director"),
    "a role's own title": ("There is a Program Manager for Mills. The Program Manager shall report.", "Program Manager"),
    # Several in one
    "officers of bodies named by letters": (
        "The Fish and Wildlife Service (FWS) and the Bureau of Land Management (BLM) are bureaus. The Directors of the FWS and the BLM shall report.",
        "Director of the Fish and Wildlife Service; Director of the Bureau of Land Management",
    ),
    "two kinds": ("The heads of executive agencies and employees shall report.", "heads of executive agencies; employees"),
    "a group that a list defines": (
        "The Secretary of Labor, the Secretary of Energy, and the Attorney General (the agency members of the Farm Council) shall meet. The agency members of the Farm Council shall report.",
        "Secretary of Labor; Secretary of Energy; Attorney General",
    ),
    # Such, these and those
    "the heads of these agencies": ("Agencies that fund research shall meet. The heads of these agencies shall report.", "heads of agencies that fund research"),
    "the heads of such agencies, with a capital": ("FCEB agencies shall meet. The heads of such agencies shall report.", "heads of FCEB agencies"),
    "the heads of those heads": ("The heads of agencies shall meet. The heads of such agencies shall report.", "heads of agencies"),
    "such agencies, of their heads": ("The heads of FCEB agencies shall meet. Such agencies shall report.", "FCEB agencies"),
    "these officials": ("The Secretary of Labor and the Attorney General shall meet. These officials shall report.", "Secretary of Labor; Attorney General"),
    "these officials, one and a partner": (
        "The Secretary of Labor, in coordination with the Attorney General, shall meet. These officials shall report.", "Secretary of Labor; Attorney General",
    ),
    "these officials, two and a partner": (
        "The Secretary of Labor and the Secretary of State, in coordination with the Attorney General, shall meet. These officials shall report.", "Secretary of Labor; Secretary of State",
    ),
    "these officials, where one is a body": ("The Department of State and the Secretary of Labor shall meet. These officials shall report.", "these officials"),
    "these agencies, of bodies": ("The Department of State and the Department of Energy shall meet. These agencies shall report.", "Department of State; Department of Energy"),
    "those agencies, one and a partner": ("The Department of State, in coordination with the Department of Energy, shall meet. Those agencies shall report.", "Department of State; Department of Energy"),
    "these agencies, of one body": ("The Department of State shall meet. These agencies shall report.", "agencies"),
    "such agency heads": ("The heads of agencies shall meet. Such agency heads shall report.", "heads of agencies"),
    "such agency heads, of agencies": ("Agencies shall meet. Such agency heads shall report.", "heads of agencies"),
    "those secretaries, of agencies": ("Agencies shall meet. Those secretaries shall report.", ""),
    # A defined one
    "an agency that the order calls so": ("The Farm Agency (Agency) is old. The Agency shall report.", "Farm Agency"),
    "any agency": ("Executive departments and agencies (agencies) are many. The Agency shall report.", "agencies"),
    "behind whom the advice goes to": ("Advice goes to the President and to the Secretary of Labor (Secretary). The Secretary shall report.", "Secretary of Labor"),
    # A bare title
    "the last of its kind": ("The Administrator of General Services shall sing. The Secretary of Labor shall meet. The Administrator shall report.", "Administrator of General Services"),
    "who was responsible, not who was named": ("The Secretary of Labor shall meet the Secretary of Energy. The Secretary shall report.", "Secretary of Labor"),
    "both": ("The Secretary of Labor and the Secretary of Energy shall meet. The Secretaries shall report.", "Secretary of Labor; Secretary of Energy"),
    "each": ("The Secretary of Labor and the Attorney General shall meet. Each Secretary shall report.", "Secretary of Labor"),
    "one of two in a plural title": ("The Secretaries of Labor and Energy met. The Secretary shall report.", ""),
    "nobody before it": ("Each Secretary shall report.", ""),
    "nobody before a pronoun": ("It shall report.", ""),
    "who was only named": ("The Director of the Mint is here. The Director shall report.", "Director of the Mint"),
    "an assistant": ("The Assistant to the President for Trade Policy shall meet. The Assistant to the President shall report.", "Assistant to the President for Trade Policy"),
    # A seat
    "the chair of a body": ("There is established the Farm Council (Council). The members shall choose a Chair. The Chair shall report.", "Chair of the Farm Council"),
    "who takes the seat": (
        "The Secretary of Labor is the Chair of the Mill Board. There is established the Farm Council (Council). The Attorney General shall serve as Chair. The Chair shall report.", "Chair of the Farm Council",
    ),
    "of two bodies the last": ("There are the Farm Council (Council) and the Mill Board (Board). The Vice Chair shall report.", "Vice Chair of the Mill Board"),
    "a body that comes later has no seat yet": (
        "There is established the Farm Council (Council). The Chair shall report.\nSec. 3. More. There is established the Mill Board (Board).", "Chair of the Farm Council",
    ),
    "a seat on nothing": ("The Chair shall report.", "Chair"),
    # A bare body
    "the one that acted": ("The Farm Council shall meet the Mill Council. The Council shall report.", "Farm Council"),
    "the last that was named": ("The Farm Council and the Mill Council met. The Council shall report.", "Mill Council"),
    "a body, not its members": ("The members of the Farm Council shall meet. The Council shall report.", "Farm Council"),
    "a name that the noun opens": ("The Working Group on Mills met. The Working Group shall report.", "Working Group on Mills"),
    "a heading's noun": ("Functions of the Board of Farms. The Board shall report.", "Board of Farms"),
    "a preposition with a capital": ("Under the Farm Board, work goes on. The Board shall report.", "Farm Board"),
    "a department is never guessed": ("The Department of Labor met. The Department shall report.", "Department"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), MEANT.values(), ids=MEANT)
def test_whom_a_short_form_means(text: str, wanted: str):
    assert read(text).obligations[-1].responsible == names(wanted)
