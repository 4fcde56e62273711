"""Sentences that look like duties: which oblige nobody, and why; and which are duties although they look alike.

The sentences are made up for these tables. Each group shows one construction, with the neighbours that must not fall with it.
"""

from __future__ import annotations

import pytest
from readings import aside, read

# sentence(s): the reason of every modal in them; none of it is a duty
NO_DUTY = {
    # What is to be expected
    "what a plan will hold": ("The Department of Labor will include mills.", ["content"]),
    # Who sits on a body, in which seat, and what it has
    "a council has chairs": ("The Advisory Council shall have two Co-Chairs.", ["constitutive"]),
    "a council has staff": ("The Trade Council shall have a staff, headed by an Executive Secretary.", ["constitutive"]),
    "members have skills": ("These members shall have experience in farming and in trade.", ["constitutive"]),
    "nothing more to do": ("The heads of such agencies shall have no further responsibilities under this section.", ["constitutive"]),
    "a group includes officials": ("The Working Group shall include the Secretary of Labor and two representatives of the States.", ["constitutive"]),
    "it includes officials": ("The Working Group shall be chaired by the Secretary of Labor, and it shall include the heads of the following agencies.", ["constitutive", "constitutive"]),
    "a group is advisory": ("The Advisory Committee shall be solely advisory.", ["constitutive"]),
    "a seat without a vote": ("The Director of the Mint shall be a nonvoting member of the Board.", ["constitutive"]),
    "from where members are": ("Its other members shall be representatives of the Department of Labor.", ["constitutive"]),
    "who sits for them": ("Representatives of agencies shall be the deputy heads or their equals.", ["constitutive"]),
    "nobody is obliged": ("The Secretary of Labor shall have no duty to buy machines. The Board shall be under no obligation to buy them.", ["construction", "construction"]),
    "an office is led by": ("The Office shall be led by a Director.", ["constitutive"]),
    "members serve for years": ("Members of the Commission shall serve for 2-year terms.", ["constitutive"]),
    "an adviser to a body": ("The Secretary of Labor shall serve as the Senior Advisor to the Task Force.", ["constitutive"]),
    "an order of succession": (
        "The following officers, in the order listed, shall act as and perform the functions and duties of the office of Secretary of Labor when the Secretary has died.",
        ["constitutive"],
    ),
    "no interest of a member": ("No member shall be pecuniarily interested in any farm.", ["constitutive"]),
    "the President names": ("The President shall designate one member to serve as Chair.", ["constitutive"]),
    "the President acts": ("If the talks fail, the President shall take the necessary steps.", ["policy"]),
    "members stand for": ("Committee members shall represent farms, mills, and schools.", ["constitutive"]),
    "one who is an officer": ("There is an Executive Director of the Farm Council, who shall be a full-time employee of that council.", ["constitutive"]),
    "nobody is blocked": ("No entity shall be blocked because it is owned by farmers.", ["content"]),
    "receives notice": ("The agency head shall receive notice of the talks.", ["content"]),
    "service on a body": ("Service on the Review Panel shall require a clearance.", ["constitutive"]),
    "a body goes on": ("The Farm Committee shall continue in effect.", ["effect"]),
    "an office under it": ("The Council shall be responsible for the Farm Loans Office within the Department of Labor.", ["constitutive"]),
    "advisers to a body": ("The following officials shall be advisors to the Committee:", ["constitutive"]),
    "an office for administration": ("The Farm Division shall be established for administrative purposes within the Department of Labor.", ["constitutive"]),
    "open to all": ("The Working Group shall be open to all agencies.", ["constitutive"]),
    # Powers
    "authority": ("The Secretary of Labor shall have the authority to inspect farms.", ["permission"]),
    "discretion": ("The Secretary of Labor shall have sole and exclusive discretion in these matters.", ["permission"]),
    # Beginning, end and reach
    "a body ends": ("The Advisory Council on Farms shall terminate on July 1, 2029, unless extended by the President.", ["effect"]),
    "bodies are abolished": ("The committees and task forces established by that order shall be abolished, as appropriate.", ["effect"]),
    "a rule of the agency begins": ("The requirements on agencies shall become effective 90 days from the date of this order.", ["effect"]),
    "references stay": ("References to the Secretary of Labor shall remain controlling until changed by law.", ["effect"]),
    "a ban": ("The following transactions shall be prohibited beginning 45 days after the date of this order.", ["effect"]),
    "customs": ("Articles that enter a trade zone 7 days after the date of this order must be admitted as foreign goods.", ["effect"]),
    "a rate": ("The rate of duty on such articles shall be 10 percent.", ["content"]),
    # Missions and contents
    "a mission is to": ("The mission of the Office is to serve farmers.", ["content"]),
    "a mission shall be": ("The mission of the Initiative shall be to improve access by farmers to seed.", ["content", "constitutive"]),
    "based on": ("Such guidance shall be based on practices developed by the Secretary of Labor.", ["content"]),
    "experts are chosen": ("These officials shall be identified based on their skill.", ["content"]),
    "which includes": ("The Secretary of Labor is the Chair of the Committee, which shall include three farmers.", ["embedded"]),
    "a policy that": ("It is the policy of the United States that agreements with a new agency shall not be approved.", ["policy"]),
    "a policy that agencies": ("It is the policy of the United States that agencies shall count their farms.", ["policy"]),
    "a policy with a word before it": (
        "Thus, it is the longstanding policy of my Administration that the Secretary of Labor shall count mills.", ["policy"],
    ),
    "a council's deputies": ("The Council established by section 2 shall have two deputies.", ["constitutive"]),
    "a definition": ("The term “purchase” means a sale of goods, whether they are at hand or the agency must make them.", ["definition", "embedded"]),
    "a law in its words": ("The heads of agencies are required to “keep the lists of farms” in good order.", ["policy"]),
    "a state": ("Agencies must be accountable for their decisions.", ["policy"]),
    "it is a plan": ("The plan shall list the costs, and it shall name the owners.", ["content"]),
    "it was a plan": ("The plan shall list the costs. In addition, it shall name the owners.", ["content"]),
    "made after talks by": ("The plan shall be developed after consultation by the agency with farmers.", ["content"]),
    "done as ordered by": ("These farms shall be run as directed by the Secretary of Labor.", ["content"]),
    # Needs, expectations and states
    "a state of somebody": ("The Secretary of Labor must be ready for the count.", ["policy"]),
    "a need of all": ("Agencies must avoid waste.", ["policy"]),
    "a need of one body": ("CISA must avoid waste.", ["policy"]),
    "a need of the nation": ("The Nation must count mills.", ["policy"]),
    "a need of the Nation's Government": ("The Government of the United States must count mills.", ["policy"]),
    "a need of the Government": ("The Federal Government must count mills.", ["policy"]),
    "an administration's will": ("My Administration will count mills.", ["policy"]),
    "nobody's will": ("Mills will be counted.", ["content"]),
    "what will come": ("Agencies will help farmers. Agencies will remain open. Agencies will have a list at hand.", ["content", "content", "content"]),
    "what a thing is for": ("The list is to be kept.", ["content"]),
    "what there is": ("There shall be a list of farms.", ["constitutive"]),
    # Inside other clauses
    "as one or the other shall": ("The rules name such offices as the Secretary of Labor or the Attorney General shall designate.", ["embedded"]),
    "as shall": ("Nobody knows what steps are needed as shall be decided.", ["embedded"]),
    "since": ("Since agencies are directed to take part in the work, the rules are at hand.", ["embedded"]),
    "and that": ("The heads of agencies may determine that certain offices must stay open and that certain employees must report for work.", ["permission", "embedded", "embedded"]),
    "which, after a body, includes": ("The plan is sent to the Farm Agency, which shall include the costs.", ["content"]),
    "which, after a person, is the thing": ("The plan is sent through the Secretary of Labor, which shall name the costs.", ["embedded"]),
    "a list is amended": ("The list kept by the Secretary of Labor shall be further amended by adding “mills” after “farms”.", ["amendment"]),
    # General provisions, wherever they stand
    "publish this memorandum": ("The Secretary of Labor is authorized and directed to publish this memorandum in the Federal Register.", ["general-provision"]),
    "you publish": ("You are authorized and directed to publish this determination in the Federal Register.", ["general-provision"]),
}  # fmt: skip

# sentence(s): how the action of each duty begins, and the reasons of the rest
DUTIES = {
    "has a responsibility": ("The Secretary of Labor shall have lead responsibility for the work.", ["have lead"], []),
    "has something ready": ("Agencies shall have in place a plan for such cases.", ["have in place"], []),
    "has done": ("The Secretary of Labor shall have completed the review by March 1, 2027.", ["have completed"], []),
    "includes in a report": ("The Working Group shall submit a report and shall include recommendations on costs.", ["submit", "include"], []),
    "an agency includes": ("Each agency shall include the cost of travel in its budget.", ["include"], []),
    "is responsible for": ("The Council shall be responsible for keeping the list.", ["be responsible"], []),
    "is charged with": ("The Council shall be charged with keeping the list.", ["be charged"], []),
    "serves as a contact": ("The Director of the Census Bureau shall serve as the point of contact for members of the public.", ["serve"], []),
    "serves as an authority": ("The Secretary of Energy shall serve as the lead agency for such permits.", ["serve"], []),
    "chairs a meeting": ("The Secretary of Labor shall chair a meeting to review the plan.", ["chair"], []),
    "ends a contract": ("The Board shall terminate the contract.", ["terminate"], []),
    "applies a rule": ("The Secretary of Labor shall apply the rule to farms.", ["apply"], []),
    "a review is led": ("This review shall be led by the Secretary of Labor.", ["be led"], []),
    "a function is performed": (
        "The functions of the President that are applicable to the committees listed in this section shall be performed by the Secretary of Labor.",
        ["be performed"], [],
    ),
    "a body is established by": (
        "Through the Farm Initiative — which shall be established by the Secretary of Labor — the rules are made.",
        ["be established"], [],
    ),
    "which, after a seat, is the office": (
        "There is established the Office of Farms within the Executive Office of the President, which shall advise the farmers.",
        ["advise"], [],
    ),
    "who is the person": ("The plan is sent to the Secretary of Labor, who shall publish it.", ["publish"], []),
    "insofar as an Act may apply": (
        "Insofar as the Farm Act, as amended, may apply to the Council, any functions of the President under that Act, except those of section 6, shall be performed by the Secretary of Labor.",
        ["be performed by"], ["permission"],
    ),
    "a sentence in parentheses": ("(The Secretary of Labor and the Attorney General shall report for their own offices.)", ["report for"], []),
    "who, and who": (
        "The Chair shall name an Executive Director, who shall run the office, and who shall report to the Chair.",
        ["name an Executive Director", "run the office", "report"], [],
    ),
    "which, of a host": (
        "The Farm Council shall be housed in the Department of Labor, which shall provide funding.",
        ["provide funding"], ["constitutive"],
    ),
    "reports to the President through": (
        "The Secretary of Labor shall report to the President through the Attorney General.", ["report to the President"], [],
    ),
    "one agency": ("An agency must avoid waste.", ["avoid waste"], []),
    "the agency": ("The agency must avoid waste.", ["avoid waste"], []),
    "each department": ("Each department must avoid waste.", ["avoid waste"], []),
    "an official": ("The Secretary of Labor must count mills.", ["count mills"], []),
    "an officer of the United States": ("The Secretary of Labor and the Archivist of the United States must count mills.", ["count mills"], []),
    "an agency whose name ends so": (
        "The Secretary of Transportation, in consultation with the head of the Federal Aviation Administration, must count mills.",
        ["count mills"], [],
    ),
    "an officer of such an agency": (
        "The Secretary of Transportation, acting through the head of the Federal Aviation Administration, must count mills.",
        ["count mills"], [],
    ),
    "as the law allows": ("Consistent with applicable law, agencies must prefer mills.", ["prefer mills"], []),
    "to the extent that the law allows": ("To the extent permitted by law, departments and agencies must send them to the Board.", ["send them"], []),
    "must be carefully reviewed by": ("Decisions must be carefully reviewed by the Secretary of Labor.", ["be carefully reviewed by"], []),
    "will include in": ("The Department of Labor will include a list of mills in its report.", ["include a list"], []),
    "must be signed by": ("Decisions must be approved by the Secretary of Labor.", ["be approved by"], []),
    "a case, with an event": ("Upon a fire, agencies must tell the Secretary of Labor.", ["tell"], []),
    "a case, with unless": ("Unless agencies object, the agency must tell employees.", ["tell employees"], []),
    "changes made by law": ("The Secretary of Labor shall change the list as amended by law.", ["change the list"], []),
    "a case, and what must be done": ("Before an agency fines a person, the agency must tell that person.", ["tell"], []),
    "they are agencies": ("Until agencies name their officers, they shall report to the Secretary of Labor.", ["report"], []),
    "after which": (
        "The Council shall terminate in 2031, after which the Secretary of Labor shall keep the list.", ["keep the list"], ["effect"],
    ),
    "which, after a noun, tells": (
        "The Secretary of Labor shall name the day after which the Attorney General shall keep the list.", ["name the day"], ["embedded"],
    ),
    "will be responsible for": ("The Co-Chairs of the Farm Council will be responsible for recording the reasons.", ["be responsible for"], []),
    "an advisory role": ("Other agencies shall serve in an advisory role to the Farm Council.", ["serve in an advisory role"], []),
    "a circular's number": ("The Secretary of Labor shall revoke Circular No. A-40 and its annex.", ["revoke Circular No. A-40 and"], []),
    "is represented": ("Agencies shall be represented on the council by a senior official.", ["be represented"], []),
    "is required to learn": ("Employees shall be required to complete the course.", ["be required"], []),
    "is guided by": ("The Secretary of Labor shall be guided by the policy in section 1 of this order.", ["be guided"], []),
    "authorized and directed": ("The Secretary of State is hereby authorized and directed to submit a yearly report to the Congress.", ["submit"], []),
    "publishes its own finding": ("The Secretary of Labor shall publish this determination in the Federal Register.", ["publish"], []),
    "be there for somebody": ("The Secretary of Labor shall remain available to advise agencies.", ["remain available"], []),
    "go on": ("The Secretary of Labor shall continue to count machines.", ["continue to count"], []),
    "an adviser": ("The Director of the Mint shall serve as the Secretary’s principal adviser on coins.", ["serve as"], []),
    "the nation is forbidden": ("The United States shall not sell the machines.", ["sell the machines"], []),
    "members who act": ("The members shall be responsible for the list.", ["be responsible"], []),
    "a dated deliverable": ("A final rule shall be issued within 60 days of the date of this order.", ["be issued"], []),
    "how offices will act": (
        "The Secretary of Labor shall say how the Bureau of Mines, the Census Bureau, and the Forest Service will share the work.",
        ["say how"], ["embedded"],
    ),
    "what it is doing or will do": ("The Secretary of Labor shall list what the agency is doing or will do for farmers.", ["list what"], ["embedded"]),
}  # fmt: skip

# a section's heading and its sentence: the actions of its duties
HEADED = {
    "administration": (
        "Administrative Provisions",
        "The Department of Labor shall provide funding for the Council.",
        ["provide funding"],
    ),
    "a publication": (
        "Publication of Results; Other Steps",
        "The Secretary of Labor shall publish the results.",
        ["publish the results"],
    ),
    "general provisions": ("General Provisions", "The Secretary of Labor shall publish the results.", []),
    "general": ("General", "The Secretary of Labor shall publish the results.", []),
    "publication": ("Publication", "The Secretary of Labor shall publish this order.", []),
    "any organization under a purpose": ("Purpose", "Each nonprofit organization shall count its machines.", []),
    "an organization under a purpose": (
        "Purpose",
        "The Mill Traffic Organization shall count its machines.",
        ["count"],
    ),
    "a policy that obliges": ("Policy", "Agencies shall count their machines.", ["count"]),
    "a policy that tells": ("Policy", "To that end, this order directs all agencies to count their machines.", []),
    "a policy under which I direct": ("Policy", "I direct all agencies to count their machines.", ["count"]),
    "a law that already requires": ("Purpose", "Agencies are required to share their lists with the States.", []),
    "a policy that directs": (
        "Purpose",
        "Agencies are hereby directed to share their lists with the States.",
        ["share"],
    ),
    "a must with a date": (
        "Purpose",
        "Within 30 days of the date of this order, the Secretary of Labor must list the machines.",
        ["list the machines"],
    ),
    "a will with a day": ("Policy", "Agencies will list their machines by May 4, 2027.", ["list their machines"]),
    "a must without a date": ("Purpose", "The Secretary of Labor must list the machines.", []),
    "a nation's must with a date": ("Purpose", "The Nation must act within 30 days of the date of this order.", []),
    "a must with a pace": ("Purpose", "The Secretary of Labor must list the machines annually.", []),
    "the heading of the paragraph above": (
        "Machines",
        "(a) Policy. Machines count.\n(i) The Secretary of Labor must list the machines.",
        [],
    ),
    "no heading in the paragraph above": (
        "Machines",
        "(a) Machines count.\n(i) The Secretary of Labor must list the machines.",
        ["list the machines"],
    ),
    "an order that directs": ("Machines", "This order directs all agencies to count their machines.", ["count"]),
}

# the text of a passage that is passed over, and the modals in it
PASSED_OVER = {
    "a month is no modal": ("Sec. 2. General Provisions. (a) This was signed on May 4, 2027.", []),
    "a modal is one": ("Sec. 2. General Provisions. (a) The Secretary may act, and shall report.", ["may", "shall"]),
}


@pytest.mark.parametrize(("text", "reasons"), NO_DUTY.values(), ids=NO_DUTY)
def test_a_sentence_obliges_nobody(text: str, reasons: list[str]):
    found = read(text)
    assert [each.action for each in found.obligations] == []
    assert {each.reason for each in aside(text)} <= set(reasons)
    assert reasons[0] in {each.reason for each in found.not_obligations}, "the account holds the reason to be untrue"
    assert found.unread == ()


@pytest.mark.parametrize(("text", "actions", "reasons"), DUTIES.values(), ids=DUTIES)
def test_a_sentence_that_looks_alike_is_a_duty(text: str, actions: list[str], reasons: list[str]):
    found = read(text)
    assert [each.action[: len(want)] for each, want in zip(found.obligations, actions, strict=True)] == actions
    assert [each.reason for each in aside(text)] == reasons


@pytest.mark.parametrize(("heading", "text", "actions"), HEADED.values(), ids=HEADED)
def test_a_heading_decides(heading: str, text: str, actions: list[str]):
    found = read(f"Sec. 2. {heading}. {text}")
    assert [each.action[: len(want)] for each, want in zip(found.obligations, actions, strict=True)] == actions


@pytest.mark.parametrize(("text", "modals"), PASSED_OVER.values(), ids=PASSED_OVER)
def test_the_modals_of_a_passage_that_is_passed_over(text: str, modals: list[str]):
    assert [each.modal for each in read(text).not_obligations] == modals


def test_items_with_a_time_complete_only_what_somebody_does():
    """``Such rules shall include:`` obliges nobody, whatever times its items name; ``Reports shall be sent on:`` does."""
    contents = read(
        "(a) Such rules shall include:\n(i) a check before issuance; and\n(ii) a list within 30 days of the date of this order."
    )
    asked = read(
        "(a) The Secretary of Labor shall require terms that:\n(i) name the owners upon request; and\n(ii) count the machines as soon as possible."
    )
    delivered = read(
        "(a) Reports shall be sent to the President on:\n(i) section 3 of this order within 30 days of the date of this order; and\n(ii) section 4 of this order within 60 days of the date of this order."
    )
    assert contents.obligations == ()
    assert [each.citation for each in asked.obligations] == ["2(a)"]
    assert [each.citation for each in delivered.obligations] == ["2(a)(i)", "2(a)(ii)"]


def test_a_sentence_in_parentheses_is_read_whole():
    (found,) = read("(The Secretary of Labor and the Attorney General shall report for their own offices.)").obligations
    assert found.responsible == ("Secretary of Labor", "Attorney General")
    assert found.action == "report for their own offices"


def test_a_modal_in_an_item_has_its_own_reason():
    found = read(
        "(a) For purposes of this order:\n(i) “Farm” shall have the meaning given in section 3; and\n(ii) the list that the Secretary of Labor may keep."
    )
    assert [each.reason for each in found.not_obligations] == ["definition", "permission"]


def test_a_lead_in_that_sets_a_time_is_no_duty_beside_its_items():
    found = read(
        "(a) The following steps shall be taken within 30 days of the date of this order:\n(i) the Secretary of Labor shall list the farms; and\n(ii) the Attorney General shall review the list."
    )
    assert [(each.citation, each.deadline.amount) for each in found.obligations] == [("2(a)(i)", 30), ("2(a)(ii)", 30)]


def test_what_shall_not_be_done_by_a_date_is_nobodys_deliverable():
    assert read("No change in the terms shall be made within 30 days of the date of this order.").obligations == ()


def test_a_deliverable_that_nothing_above_names_is_nobodys():
    found = read(
        "(a) The Secretary of Labor shall draft a rule.\n(b) A final map shall be made within 30 days of the date of this order."
    ).obligations
    assert [each.responsible for each in found] == [("Secretary of Labor",), ()]
