"""Sentences as nobody foresaw them: what the strict readers do not know, and what must not be taken for a duty all the same.

The sentences are made up. Each table gives the construction, a passage and what it means; an empty tuple obliges nobody.
"""

from __future__ import annotations

import pytest
from readings import Duty, duty, read, seen

LABOR, STATE, ENERGY = "Secretary of Labor", "Secretary of State", "Secretary of Energy"
COMMERCE, AG = "Secretary of Commerce", "Attorney General"
OMB = "Director of the Office of Management and Budget"

Cases = dict[str, tuple[str, tuple[Duty, ...]]]

# Words between a name and its modal
SUBJECTS: Cases = {
    "a list inside a relative clause": (
        "Agencies that fund, run, or inspect mills shall count them.",
        (duty("agencies that fund, run, or inspect mills", "count them"),),
    ),
    "a list before its noun": (
        "Agencies with review, permit, or appeal duties for mills shall count them.",
        (duty("agencies with review, permit, or appeal duties for mills", "count them"),),
    ),
    "the head of each, without something": (
        "The head of each agency without a mill policy shall draft one.",
        (duty("heads of agencies without a mill policy", "draft one"),),
    ),
    "each agency doing something": (
        "Each agency buying flour under the program shall name a buyer.",
        (duty("agencies buying flour under the program", "name a buyer"),),
    ),
    "whom somebody deems fit, without whom": (
        "The Secretary of Labor, in consultation with any other official the Secretary of Labor deems appropriate, shall draft a plan.",
        (duty(LABOR, "draft a plan", consult="other official the Secretary of Labor deems appropriate"),),
    ),
    "in consultation with each other": (
        "The Secretary of Labor and the Attorney General, in consultation with each other, shall draft a plan.",
        (duty(f"{LABOR}; {AG}", "draft a plan"),),
    ),
    "such as": (
        "The Secretary of Labor, in consultation with the heads of other agencies, including, as appropriate, the heads of boards "
        "such as the Mill Board, the Flour Board, and the Seed Board, shall draft a plan.",
        (duty(LABOR, "draft a plan"),),
    ),
    "between dashes": (
        "The Secretary of Labor and the Secretary of Energy (Secretaries) — the Nation’s first millers — shall mill on.",
        (duty(f"{LABOR}; {ENERGY}", "mill on"),),
    ),
    "dashes with commas in them": (
        "Any agency that finds its mills full—because, for example, the harvest was good—shall, within 30 days of the date of this order, report it.",
        (duty("agencies that find its mills full", "report it", "30 days"),),
    ),
    "authorities one after another": (
        "The Secretary of Labor, pursuant to the Mill Act, as amended, the Flour Act, and the Seed Act of 1954, shall close the office.",
        (duty(LABOR, "close the office"),),
    ),
    "so designated": (
        "The heads of agencies so designated shall send a deputy.",
        (duty("heads of agencies so designated", "send a deputy"),),
    ),
    "these heads, who were an official and partners": (
        "The Secretary of Labor, in coordination with the Secretary of State, shall count the mills. These heads of agencies shall publish the count.",
        (duty(LABOR, "count the mills", coordinate=STATE), duty(f"{LABOR}; {STATE}", "publish the count")),
    ),
    "the Secretary, whom a definition names": (
        "Except as otherwise noted, “the Secretary” shall refer to the Secretary of Labor. The Secretary of State shall draft a plan. The Secretary shall publish it.",
        (duty(STATE, "draft a plan"), duty(LABOR, "publish it")),
    ),
    "the Secretary or the Secretary's designee": (
        "The Secretary of State or the Secretary of State’s designee shall draft a plan.",
        (duty(STATE, "draft a plan"),),
    ),
    "letters inside a body's name": (
        "The Office of Mills (OM) National Seed Council on Better Flour shall draft a plan.",
        (duty("Office of Mills National Seed Council on Better Flour", "draft a plan"),),
    ),
    "a roundtable that its letters name": (
        "The Millers Interagency Roundtable (MIR) sits. The MIR shall report annually.",
        (duty("Millers Interagency Roundtable", "report annually", "recurring", recurs="annually"),),
    ),
    "two seats on one body": (
        "The General Counsel and Chair of the Mill Board shall draft a plan.",
        (duty("General Counsel of the Mill Board; Chair of the Mill Board", "draft a plan"),),
    ),
    "agencies relevant to something": (
        "The heads of any other agencies relevant to milling shall draft a plan.",
        (duty("heads of other agencies relevant to milling", "draft a plan"),),
    ),
    "for whom, and who": (
        "For the Mill Board and the Seed Council, within 30 days of the date of this order, the Secretary of Labor and the Secretary of State shall draft a plan.",
        (duty(f"{LABOR}; {STATE}", "draft a plan", "30 days"),),
    ),
    "the chair, who was given the seat": (
        "There is established the Task Force on Mills (Task Force). The Vice President shall serve as the Chairman of the Task Force. The Chairman of the Mill Board shall serve as Vice Chairman of the Task Force. The Chairman or the Vice Chairman shall convene it.",
        (duty("Chairman of the Task Force on Mills; Vice Chairman of the Task Force on Mills", "convene it"),),
    ),
    "as the case may be": (
        "The Attorney General or the head of any other agency that milled, as the case may be, shall draft a plan.",
        (duty(f"{AG}; heads of other agencies that milled", "draft a plan"),),
    ),
    "the one that holds several": (
        "Presidents and their Secretaries of Labor run the mills. The Secretary shall report.",
        (duty(LABOR, "report"),),
    ),
    "agencies to whom a text is directed": (
        "The heads of agencies to whom this order is directed shall share the count. Each agency to whom this order is directed shall keep it.",
        (duty("heads of agencies to whom this order is directed", "share the count"), duty("agencies to whom this order is directed", "keep it")),
    ),
    "each Federal regulator": (
        "Each Federal mill regulator shall review its rules.",
        (duty("Federal mill regulators", "review its rules"),),
    ),
    "one head of several kinds of body": (
        "Each agency, department, or commission head shall name a miller.",
        (duty("heads of agencies", "name a miller"),),
    ),
    "a title that a longer one opens": (
        "The team is led by a Senior Director for Better Mills. The Senior Director shall count the mills.",
        (duty("Senior Director for Better Mills", "count the mills"),),
    ),
    "a role's own title": (
        "The team has a Program Manager for Better Mills. The Program Manager shall count the mills.",
        (duty("Program Manager", "count the mills"),),
    ),
    "it, whose efforts were named": (
        "As part of the Seed Council’s efforts, it shall count the seeds.",
        (duty("Seed Council", "count the seeds"),),
    ),
    "members who are something": (
        "There is established the National Council on Better Seed (Council). All members of the Council who are millers shall meet.",
        (duty("members of the National Council on Better Seed who are millers", "meet"),),
    ),
    "each of three, and which of them": (
        "Each executive department, agency, and component represented on the Seed Council shall name a miller.",
        (duty("agencies represented on the Seed Council; components represented on the Seed Council", "name a miller"),),
    ),
    "agencies and offices": (
        "Each agency and office shall bear its own costs.",
        (duty("agencies; offices", "bear its own costs"),),
    ),
    "a seat, and behind it its body": (
        "The Executive Director (Executive Director) of the Mill Steering Council sits. The Executive Director shall count the mills.",
        (duty("Executive Director of the Mill Steering Council", "count the mills"),),
    ),
    "an article inside the quotation marks": (
        "There is established the National 1776 Commission (“the 1776 Commission”). The 1776 Commission shall meet.",
        (duty("National 1776 Commission", "meet"),),
    ),
    "through that group": (
        "Through that Mill Group, the Secretary of Labor shall count the mills.",
        (duty(LABOR, "count the mills", through="Mill Group"),),
    ),
    "when somebody deems it fit": (
        "At a time that the Secretary of Labor, in consultation with the Attorney General, deems fit, the Secretary of State shall draft a plan.",
        (duty(STATE, "draft a plan"),),
    ),
    "members by the body's short name": (
        "There is established the National Mill Task Force (Task Force). Task Force members shall meet.",
        (duty("members of the National Mill Task Force", "meet"),),
    ),
    "employees subject to something": (
        "All Federal employees subject to these rules shall count the mills.",
        (duty("Federal employees subject to these rules", "count the mills"),),
    ),
    "a department by its short form": (
        "The Department of Commerce (Commerce) and the Intelligence Community (IC) meet. DOD, Commerce, and the IC shall draft a plan. These agencies shall publish it.",
        (
            duty("Department of Defense; Department of Commerce; Intelligence Community", "draft a plan"),
            duty("Department of Defense; Department of Commerce; Intelligence Community", "publish it"),
        ),
    ),
    "the heads of departments, one after another": (
        "The heads of the Department of State, the Department of Labor, and DOD shall each submit a report.",
        (duty("heads of the Department of State; heads of the Department of Labor; heads of the Department of Defense", "submit a report"),),
    ),
    "officers of several bodies": (
        "The Chief Mill Officers of the Department of State, DOD, and DOJ shall meet.",
        (
            duty(
                "Chief Mill Officers of the Department of State; Chief Mill Officers of the Department of Defense; Chief Mill Officers of the Department of Justice",
                "meet",
            ),
        ),
    ),
    "such officials, where none were named": (
        "Agencies shall name officials for mills. Such officials shall count the mills.",
        (duty("agencies", "name officials for mills"), duty("such officials", "count the mills")),
    ),
    "what agencies know, and what they shall do": (
        "Agencies recognize that mills are linked and shall count them.",
        (duty("agencies", "count them"),),
    ),
    "consistent with, in capitals": (
        "Consistent with the Department of Labor’s powers, the Secretary of Labor shall draft a plan.",
        (duty(LABOR, "draft a plan"),),
    ),
    "his designee, by whom it is done": (
        "Each plan shall be approved by the Secretary of State or his designee.",
        (duty(STATE, "be approved by the Secretary of State"),),
    ),
    "a body whose name says nothing of it": (
        "U.S. Customs and Border Protection (CBP) shall collect the duty.",
        (duty("U.S. Customs and Border Protection", "collect the duty"),),
    ),
    "elements of a community that do something": (
        "Each element of the Mill Community that handles flour bought through brokers shall count it.",
        (duty("elements of the Mill Community that handle flour bought through brokers", "count it"),),
    ),
    "the head of each such agency": (
        "The heads of agencies with mills shall count them. The head of each such agency shall publish the count.",
        (duty("heads of agencies with mills", "count them"), duty("heads of agencies with mills", "publish the count")),
    ),
    "letters for a collective": (
        "The Mill Task Force and the Seed Council (collectively, “MTSCs”) shall meet. The MTSCs shall count the mills.",
        (duty("Mill Task Force; Seed Council", "meet"), duty("Mill Task Force; Seed Council", "count the mills")),
    ),
    "in exercising that authority": (
        "In exercising that authority, the Attorney General shall, within 60 days of the date of this order, issue rules.",
        (duty(AG, "issue rules", "60 days"),),
    ),
    "a body that its letters part": (
        "The National Mill Union Administration (NMUA) Board shall meet. The Chairman of the NMUA Board shall open the meeting.",
        (
            duty("National Mill Union Administration Board", "meet"),
            duty("Chairman of the National Mill Union Administration Board", "open the meeting"),
        ),
    ),
    "whom somebody chose": (
        "The senior executives designated by the members of the Seed Council shall confer.",
        (duty("senior executives designated by the members of the Seed Council", "confer"),),
    ),
    "the heads of which sit on a body": (
        "The Department of Labor and other relevant agencies, the heads of which sit on the Seed Council, shall count the mills.",
        (duty("Department of Labor; other relevant agencies", "count the mills"),),
    ),
    "consultation as appropriate, without commas": (
        "The Secretary of Labor, in consultation as appropriate with the Secretary of State, the Attorney General, and the Secretary of Energy, shall draft a plan.",
        (duty(LABOR, "draft a plan", consult=f"{STATE}; {AG}; {ENERGY}"),),
    ),
    "partners of what is no actor": (
        "Other mills, as chosen by the Miller in consultation with the Mill Board and the Seed Council, shall also count as new.",
        (),
    ),
    "upon a request of several": (
        "Upon request of a mill agency, seed agency, or flour agency, the Mill Board may hear them, and shall settle the matter.",
        (duty("Mill Board", "settle the matter", "Upon request of a mill agency, seed agency, or flour agency"),),
    ),
    "departments beside agencies": (
        "Each executive department, agency, and office shall bear its own costs.",
        (duty("agencies; office", "bear its own costs"),),
    ),
    "they, who were several": (
        "If the Secretary of Labor, the Secretary of State, and the Attorney General decide so, they shall within 15 days of such decision submit a report.",
        (duty(f"{LABOR}; {STATE}; {AG}", "submit a report", "15 days after: such decision"),),
    ),
    "the members and the observers of a body": (
        "The Seed Council and its member and observer agencies shall meet.",
        (duty("Seed Council; member and observer agencies", "meet"),),
    ),
    "secretaries of departments that are not named": (
        "The Secretary of War and the Secretaries of the military departments shall close the mills.",
        (duty("Secretary of War; Secretaries of the military departments", "close the mills"),),
    ),
    "each of those named before": (
        "The Secretary of Labor and the Secretary of Energy shall count the mills. Each shall report the count.",
        (duty(f"{LABOR}; {ENERGY}", "count the mills"), duty(f"{LABOR}; {ENERGY}", "report the count")),
    ),
    "agencies by a list of three": (
        "The Department of Labor, the Department of Energy, and the Mint Board (collectively, the “agencies”) shall draft a plan. Each of the agencies shall publish it.",
        (
            duty("Department of Labor; Department of Energy; Mint Board", "draft a plan"),
            duty("Department of Labor; Department of Energy; Mint Board", "publish it"),
        ),
    ),
    "a body with a number": (
        "There is established the National Task Force on Better Mills (Task Force 250). Task Force 250 shall meet.",
        (duty("National Task Force on Better Mills", "meet"),),
    ),
    "an officer in the condition, too": (
        "If the Secretary of Labor, through the Chief Miller, finds that the mill would fail, the Secretary of Labor, through the Chief Miller, shall close it.",
        (duty(LABOR, "close it", through="Chief Miller"),),
    ),
    "with respect to, after a semicolon": (
        "With respect to wheat, the Secretary of Labor shall draft a plan; and with respect to rye, the Attorney General, in coordination with the Secretary of State, shall publish it.",
        (duty(LABOR, "draft a plan"), duty(AG, "publish it", coordinate="Secretary of State")),
    ),
    "a body created under another order": (
        "The interagency mill group created under section 3 of that order shall count the mills.",
        (duty("interagency mill group created under section 3 of that order", "count the mills"),),
    ),
    "a participle that no list has": (
        "Each entity staffed by officials of several agencies, such as the Seed Council, shall form a force.",
        (duty("entities staffed by officials of several agencies", "form a force"),),
    ),
    "as well as": (
        "The heads of all agencies, as well as the Secretary of Labor, shall draft a plan.",
        (duty(f"heads of agencies; {LABOR}", "draft a plan"),),
    ),
    "such an agency, by its name before": (
        "Each agency with a mill shall count it. Such agencies shall report the count.",
        (duty("agencies with a mill", "count it"), duty("agencies with a mill", "report the count")),
    ),
    "a list that the opening phrase ends with": (
        "To reach the mills, including through county boards, seed offices, and the Flour Service, the Secretary of Labor shall draft a plan.",
        (duty(LABOR, "draft a plan"),),
    ),
    "partners that open the sentence": (
        "In consultation with the Secretary of State and the Attorney General, the Secretary of Labor shall draft a plan.",
        (duty(LABOR, "draft a plan"),),
    ),
    "the heads of several bodies": (
        "The heads of the Mill Board, Flour Board, and Seed Board shall meet.",
        (duty("heads of the Mill Board; heads of Flour Board; heads of Seed Board", "meet"),),
    ),
    "two generic actors": (
        "The head of each agency with authority over mills and the heads of relevant boards shall meet.",
        (duty("heads of agencies with authority over mills; heads of relevant boards", "meet"),),
    ),
    "what somebody is": (
        "The Secretary of Labor is the Miller of the Nation and shall keep the mills.",
        (duty(LABOR, "keep the mills"),),
    ),
    "what was done to a body": (
        "The Seed Council is hereby revived and shall resume its work.",
        (duty("Seed Council", "resume its work"),),
    ),
    "a report of somebody's": ("The Secretary of Labor’s report shall list the mills.", ()),
    "an agency's things": ("Agency mill plans prepared under this order shall list the mills.", ()),
    "partners before a thing": (
        "In consultation with the Secretary of State, the Attorney General, and millers convened by the Chair, the plan shall list the mills.",
        (),
    ),
    "what all were told": (
        "The heads of all agencies are told that the cost of all rules, including those repealed, shall be no greater than nought.",
        (),
    ),
    "departments and agencies": (
        "Federal departments and agencies shall count their mills.",
        (duty("agencies", "count their mills"),),
    ),
}  # fmt: skip
# Words between a modal and its verb
PREDICATES: Cases = {
    "a partner that is nobody": (
        "The Secretary of Labor shall, in consultation with outside entities, including unions, as the Secretary of Labor deems fit, draft a plan.",
        (duty(LABOR, "draft a plan"),),
    ),
    "a condition": (
        "The Secretary of Labor shall, if possible, the weather permitting, name five mills.",
        (duty(LABOR, "name five mills"),),
    ),
    "a purpose between dashes": (
        "The Secretary of Labor shall — for the purpose of better bread — name five mills.",
        (duty(LABOR, "name five mills"),),
    ),
    "a verb that no list has": (
        "The Secretary of Labor shall flourify the mills.",
        (duty(LABOR, "flourify the mills"),),
    ),
    "to the extent practicable, without commas": (
        "Agencies shall to the extent practicable count their mills.",
        (duty("agencies", "count their mills"),),
    ),
    "an event without a comma behind it": (
        "If the Secretary of Labor decides so, the Secretary of State shall, within 15 days of such decision, report it.",
        (duty(STATE, "report it", "15 days after: such decision"),),
    ),
    "words that name a trade": (
        "The Secretary of Labor shall, in consultation with industry, labor, and trade groups, draft a plan.",
        (duty(LABOR, "draft a plan"),),
    ),
    "a frequency between two verbs": (
        "Each agency shall keep and annually update a list of mills.",
        (duty("agencies", "keep and annually update a list", "recurring", recurs="annually"),),
    ),
    "a time of the second act alone": (
        "The Secretary of Labor shall review the rules and, within 30 days of the date of this order, publish a list.",
        (duty(LABOR, "review the rules"), duty(LABOR, "publish a list", "30 days")),
    ),
    "two modals before one verb": (
        "The Secretary of Labor shall, and the Director of OMB is encouraged to, issue guidance.",
        (duty(LABOR, "issue guidance"),),
    ),
    "an adverb and several verbs": (
        "Agencies shall, as appropriate, publicly name the mills, list their owners, and count them.",
        (duty("agencies", "name the mills, list their owners"),),
    ),
    "a seat, and an act": (
        "The Secretary of Labor shall serve as Chair of the Seed Council and convene the Council.",
        (duty(LABOR, "convene the Council"),),
    ),
    "what acting in an office is": (
        "The Secretary of Labor shall act as and perform the duties of the Miller.",
        (),
    ),
    "all, behind the modal": (
        "The Mill Board and the Seed Council shall all agree to a timetable.",
        (duty("Mill Board; Seed Council", "agree to a timetable"),),
    ),
    "unless, before the second act": (
        "The Seed Council shall meet as the Chair asks and, unless the President asks otherwise, shall keep a list.",
        (duty("Seed Council", "meet as the Chair asks"), duty("Seed Council", "keep a list")),
    ),
    "no rule, by an agency": (
        "No rule shall be issued by an agency if it was not listed.",
        (duty("agencies", "be issued by an agency", kind="prohibition"),),
    ),
    "as necessary and appropriate": (
        "Agencies shall, as necessary and appropriate and consistent with the rules, move the mills.",
        (duty("agencies", "move the mills"),),
    ),
    "to the President, by somebody": (
        "Each review shall be sent to the President by the Secretary of Labor within 180 days of the date of this order.",
        (duty(LABOR, "be sent to the President by the Secretary of Labor", "180 days"),),
    ),
    "in that letter, before the second act": (
        "The agency shall write to the Board, and in that letter shall name the mill.",
        (duty("agencies", "write to the Board"), duty("agencies", "name the mill")),
    ),
    "what somebody refers to": (
        "The Secretary of Labor shall refer to the list in plans for mills.",
        (duty(LABOR, "refer to the list"),),
    ),
    "a typeset hyphen in a seat": (
        "The Secretary of Labor shall serve as Co\u2011Chair of the Mill Task Force.",
        (),
    ),
    "two acts and two years": (
        "Agencies shall bring their use of flour to nought by 2045 and cut their use of wheat by 2032 from the use of 2008.",
        (
            duty("agencies", "bring their use of flour to nought by 2045", "by 2045-12-31"),
            duty("agencies", "cut their use of wheat", "by 2032-12-31"),
        ),
    ),
    "what a plan is to do by a day": (
        "The Secretary of Labor shall present a plan by May 1, 2027, to meet the need and raise the output by January 1, 2028.",
        (duty(LABOR, "present a plan", "by 2027-05-01"),),
    ),
    "nor shall somebody": (
        "The Secretary of Labor shall not close a mill, nor shall the Attorney General open one.",
        (duty(LABOR, "close a mill", kind="prohibition"), duty(AG, "open one", kind="prohibition")),
    ),
    "two verbs, and a plan to be published": (
        "Within 180 days of the date of this order, the Secretary of Labor shall convene and chair a group, ending in a plan to be published within 365 days of the date of this order.",
        (duty(LABOR, "convene and chair a group", "180 days"),),
    ),
    "in doing so": (
        "Agencies shall count the mills, and in doing so shall ask the millers.",
        (duty("agencies", "count the mills"), duty("agencies", "ask the millers")),
    ),
    "if so": (
        "The agency shall decide whether the mill is full, and, if so, shall close it.",
        (duty("agencies", "decide whether the mill is full"), duty("agencies", "close it")),
    ),
    "what others are urged to do, between dashes": (
        "The Secretary of Labor shall run — and the Mill Board is encouraged to run — a school for millers.",
        (duty(LABOR, "run — and the Mill Board is encouraged to run — a school"),),
    ),
    "not to": (
        "I hereby order the Attorney General not to close a mill.",
        (duty(AG, "close a mill", kind="prohibition"),),
    ),
}  # fmt: skip
# Modals in other clauses
OTHER_CLAUSES: Cases = {
    "as somebody may deem": (
        "The Secretary of Labor, in consultation with the heads of other agencies as the Secretary of Labor may deem appropriate, shall draft a plan.",
        (duty(LABOR, "draft a plan", consult="heads of other agencies"),),
    ),
    "has determined that": (
        "When the President has determined that fines shall be imposed, the Secretary of Labor shall collect them.",
        (duty(LABOR, "collect them"),),
    ),
    "an event that holds a modal": (
        "Upon a finding by the Secretary of State that the list should be reviewed, the Secretary of Labor shall review it.",
        (duty(LABOR, "review it", "Upon a finding by the Secretary of State that the list should be reviewed"),),
    ),
    "the process by which": (
        "The Secretary of Labor shall explain the process by which millers and agency staff may ask for flour.",
        (duty(LABOR, "explain the process by which millers and agency staff may ask"),),
    ),
    "led by somebody, who shall": (
        "The Office of Mills shall be led by an Administrator, who shall report to the Secretary of Labor.",
        (duty("Administrator", "report to the Secretary of Labor"),),
    ),
    "provided, that": (
        "The Secretary of Labor shall count the mills; provided, that the Secretary of State shall count those abroad.",
        (duty(LABOR, "count the mills"), duty(STATE, "count those abroad")),
    ),
    "which agencies shall use": (
        "The Secretary of Labor shall publish a price, which agencies shall use when buying flour.",
        (duty(LABOR, "publish a price"), duty("agencies", "use when buying flour")),
    ),
    "a text that is quoted": (
        "Section 3 of that order is amended to read: “The public may write to the Board. Each agency shall answer within 30 days.”",
        (),
    ),
    "one report after another": (
        "The first report shall be sent within 100 days of the date of this order, a second report shall be sent within 200 days of the date of this order, and a third report shall be sent within 365 days of the date of this order.",
        (
            duty("", "be sent within 100 days of the date of this order", "100 days"),
            duty("", "be sent within 200 days", "200 days"),
            duty("", "be sent within 365 days", "365 days"),
        ),
    ),
    "am therefore directing": (
        "I am therefore directing each agency to count its mills.",
        (duty("agencies", "count its mills"),),
    ),
    "what another order said": (
        "He also established that, in weighing an offer, agencies shall add six percent.",
        (),
    ),
    "whose aim, and which": (
        "There is established a Mill Task Force, whose aim shall be better bread, and which shall work with the States.",
        (duty("Mill Task Force", "work with the States"),),
    ),
    "an individual chosen by somebody, who shall": (
        "The Seed Council shall be chaired by an individual selected and appointed by the Attorney General, who shall lead the work.",
        (duty("individual selected and appointed by the Attorney General", "lead the work"),),
    ),
    "steps that others may take": (
        "The Secretary of Labor shall send advice to the President, through the Assistant to the President and Director of the Mill Office, within 180 days of the date of this order, regarding steps agencies may take.",
        (duty(LABOR, "send advice to the President", "180 days"),),
    ),
    "which shall, and shall": (
        "The Secretary of Labor shall submit a plan, which shall tell how the mills work, and shall tell why they fail.",
        (duty(LABOR, "submit a plan"),),
    ),
    "what one agency must do": (
        "An agency must avoid surprise. The Department of Labor must be able to buy flour.",
        (duty("agencies", "avoid surprise"),),
    ),
    "whether, of many things": (
        "The Secretary of Labor shall report this, for a ruling on whether those yards or sheds should be closed.",
        (duty(LABOR, "report this, for a ruling on whether those yards or sheds should be closed"),),
    ),
    "should it decide so": (
        "Should the Department of Labor close the mill, it shall name another.",
        (duty("Department of Labor", "name another"),),
    ),
    "a condition before the second clause": (
        "The Secretary of Labor shall watch the mills, and if the Secretary of State, in consultation with the Attorney General, finds that they fail, the Secretary of State shall close them.",
        (duty(LABOR, "watch the mills"), duty(STATE, "close them")),
    ),
    "whether, and when": (
        "The Secretary of Labor shall review whether, and when, the Mill Board should meet again.",
        (duty(LABOR, "review whether, and when, the Mill Board should meet"),),
    ),
    "the heads of which": (
        "The Seed Council shall hear the relevant agencies, the heads of which shall send a deputy.",
        (duty("Seed Council", "hear the relevant agencies"), duty("heads of relevant agencies", "send a deputy")),
    ),
    "a new body, which": (
        "The Secretary of Labor shall form a Federal Mill Working Group, which shall count the mills.",
        (duty(LABOR, "form a Federal Mill Working Group"), duty("Federal Mill Working Group", "count the mills")),
    ),
    "a new program, which": (
        "The Secretary of Labor shall form a Mill Initiative, which shall lower the price of bread.",
        (duty(LABOR, "form a Mill Initiative"),),
    ),
    "a body that shall, by a time": (
        "The Secretary of Labor shall form a Mill Task Force that shall, within 90 days of its creation, count the mills.",
        (duty(LABOR, "form a Mill Task Force"), duty("Mill Task Force", "count the mills", "90 days after: its creation")),
    ),
    "where, and who": (
        "The plan falls to the Bureau within the Office of Mills, which shall keep it.",
        (duty("Bureau", "keep it"),),
    ),
}  # fmt: skip
# When
TIMES: Cases = {
    "once": ("Once the mill is built, the Secretary of Labor shall open it.", (duty(LABOR, "open it", "Once the mill is built"),)),
    "after a clause": (
        "After the rules are published, agencies shall apply them.",
        (duty("agencies", "apply them", "After the rules are published"),),
    ),
    "as soon as a clause": (
        "As soon as the plan is approved, the Secretary of Labor shall publish it.",
        (duty(LABOR, "publish it", "As soon as the plan is approved"),),
    ),
    "by the date on which": (
        "By the date on which the review is completed, the Secretary of Labor shall name a mill.",
        (duty(LABOR, "name a mill", "By the date on which the review is completed"),),
    ),
    "within a reasonable time": (
        "Within a reasonable time after the adoption of the rules, the Secretary of Labor shall teach them.",
        (duty(LABOR, "teach them", "Within a reasonable time after the adoption of the rules"),),
    ),
    "when something happens": (
        "When new kinds of flour become common, the Secretary of Labor shall list them.",
        (duty(LABOR, "list them", "When new kinds of flour become common"),),
    ),
    "when somebody does something": ("When an agency drafts a rule, the agency shall ask the millers.", (duty("agencies", "ask the millers"),)),
    "when doing something": ("When drafting a rule, agencies shall ask the millers.", (duty("agencies", "ask the millers"),)),
    "as soon as practicable, to an end": (
        "Agencies shall revise these rules as soon as practicable to bring them up to date.",
        (duty("agencies", "revise these rules", "vague"),),
    ),
    "with a goal that has its own time": (
        "The Secretary of Labor shall build mills with a goal of opening the first no later than 30 months after the date of this order.",
        (duty(LABOR, "build mills"),),
    ),
    "with the purpose of, by a time": (
        "The Secretary of Labor shall lead talks with the purpose of, within 270 days of the date of this order, drafting a plan.",
        (duty(LABOR, "lead talks", "270 days"),),
    ),
    "with all practicable speed": (
        "The Secretary of Labor shall take measures, with all practicable speed, to close the mills.",
        (duty(LABOR, "take measures", "vague"),),
    ),
    "by the end of something": (
        "The Secretary of Labor shall draft a plan by the end of the harvest.",
        (duty(LABOR, "draft a plan", "by the end of the harvest"),),
    ),
    "once it has done something": (
        "The Mill Board shall notify the President once it has counted the mills.",
        (duty("Mill Board", "notify the President", "once it has counted the mills"),),
    ),
    "aid of every year that is past": (
        "The Secretary of Labor shall count the aid given on an annual basis over the past five years.",
        (duty(LABOR, "count the aid"),),
    ),
    "annual training": (
        "Agencies shall provide annual training for millers.",
        (duty("agencies", "provide annual training", "recurring", recurs="annual training"),),
    ),
    "a condition with a day, and another day": (
        "If, by no later than May 1, 2027, the Board does not agree, agencies shall, no later than May 15, 2027, close the mill.",
        (duty("agencies", "close the mill", "by 2027-05-15"),),
    ),
    "as soon as possible, and another act": (
        "The agency shall conduct the count as soon as possible and answer the miller.",
        (duty("agencies", "conduct the count", "vague"),),
    ),
    "upon a finding, inside what is to be": (
        "The Secretary of Labor shall see to it that leases let the Board, upon a finding of fraud, to close a mill.",
        (duty(LABOR, "see to it"),),
    ),
    "a day of each year": (
        "Not later than December 31 of each year, the Secretary of Labor shall report to the President.",
        (duty(LABOR, "report to the President", "recurring", recurs="Not later than December 31 of each year"),),
    ),
    "to take effect by a day": (
        "The Secretary of Labor shall propose rules, to take effect by January 1, 2027.",
        (duty(LABOR, "propose rules"),),
    ),
    "following that": (
        "Following that review, agencies shall close the mills.",
        (duty("agencies", "close the mills", "Following that review"),),
    ),
    "in the first days": (
        "The Secretary of Labor shall ask the millers in the first 60 days from the date of this order.",
        (duty(LABOR, "ask the millers", "60 days"),),
    ),
    "not later than an hour of a day": (
        "The change shall be made not later than 12:01 a.m. eastern daylight time on May 16, 2027.",
        (duty("", "be made not later than", "by 2027-05-16"),),
    ),
    "subsequent to": (
        "The Secretary of Labor shall answer no later than 45 days subsequent to any request.",
        (duty(LABOR, "answer no later than 45 days", "45 days after: any request"),),
    ),
    "on a day, right behind the verb": (
        "Agencies shall be closed on Monday, January 4, 2027.",
        (duty("agencies", "be closed on Monday", "by 2027-01-04"),),
    ),
    "a rule of a day": (
        "Agencies shall apply the rule issued on January 4, 2017.",
        (duty("agencies", "apply the rule"),),
    ),
    "on the day that sets the order in force": (
        "On the effective date of this order, agencies shall open the mills.",
        (duty("agencies", "open the mills", "On the effective date of this order"),),
    ),
    "how often, beginning by a time": (
        "Agencies shall report on a quarterly basis, beginning no later than 60 days from the opening of the mill.",
        (duty("agencies", "report on a quarterly basis", "60 days after: the opening of the mill", recurs="on a quarterly basis"),),
    ),
    "prompt action": (
        "Agencies are directed to take prompt action to close the mills.",
        (duty("agencies", "take prompt action", "vague"),),
    ),
    "before an act, behind an end": (
        "In order to be fair, before naming a mill, the Secretary of Labor shall ask the millers.",
        (duty(LABOR, "ask the millers", "before naming a mill"),),
    ),
    "when necessary": (
        "When necessary to mend a mill, agencies shall close it.",
        (duty("agencies", "close it"),),
    ),
    "before an act of one's own, at the end": (
        "The Secretary of Labor shall consult the millers before closing a mill.",
        (duty(LABOR, "consult the millers", "before closing a mill"),),
    ),
    "what another is asked to do by then": (
        "The Secretary of Labor shall request each mill board to submit, within 180 days of the date of this order, a list.",
        (duty(LABOR, "request each mill board to submit"),),
    ),
    "what others are asked to do by two times": (
        "The Secretary of Labor shall request that the Mill Board report within 30 days of the date of this order and publish the report within 60 days of the date of this order.",
        (duty(LABOR, "request that the Mill Board report"),),
    ),
    "what another does every year": (
        "Agencies shall use the methods the Mill Board annually names as best.",
        (duty("agencies", "use the methods"),),
    ),
    "the earlier of two": (
        "The count shall be given to the Mill Board within the earlier of 30 days after its end or the harvest.",
        (duty("", "be given to the Mill Board", "30 days after: its end or the harvest, whichever is earlier"),),
    ),
    "measured from": (
        "Agencies shall complete each review within 2 years, measured from the date of the notice.",
        (duty("agencies", "complete each review", "2 years after: the date of the notice"),),
    ),
    "at the beginning of each quarter": (
        "Agencies shall submit updates at the beginning of each quarter.",
        (duty("agencies", "submit updates", "recurring", recurs="at the beginning of each quarter"),),
    ),
    "two months of every year": (
        "The Secretary of Labor shall submit a report every January and July.",
        (duty(LABOR, "submit a report", "recurring", recurs="every January and July"),),
    ),
    "in a month, and then each year": (
        "In September 2027, and on an annual basis thereafter, agencies shall submit a plan.",
        (duty("agencies", "submit a plan", "by 2027-09-30", recurs="on an annual basis thereafter"),),
    ),
    "the day on which the order is printed": (
        "Within 7 days of the date of publication of this order in the Federal Register, the Secretary of Labor shall publish a notice.",
        (duty(LABOR, "publish a notice", "7 days after: the date of publication of this order in the Federal Register"),),
    ),
    "after an act of one's own": (
        "After taking the steps named above, agencies shall report them.",
        (duty("agencies", "report them", "After taking the steps named above"),),
    ),
    "after taking something into account": (
        "After taking into account the harvest, agencies shall count the mills.",
        (duty("agencies", "count the mills"),),
    ),
    "behind an aside that opens the sentence": (
        "To the extent permitted by law, before closing a mill, agencies shall ask the millers.",
        (duty("agencies", "ask the millers", "before closing a mill"),),
    ),
    "between modal and verb": (
        "The Secretary of Labor shall, prior to closing a mill, ask the millers.",
        (duty(LABOR, "ask the millers", "prior to closing a mill"),),
    ),
    "between two commas before the modal": (
        "The head of each agency, upon completing the review, shall publish it.",
        (duty("heads of agencies", "publish it", "upon completing the review"),),
    ),
    "an event, and no comma": (
        "Following such reviews each agency head shall publish a list.",
        (duty("heads of agencies", "publish a list", "Following such reviews"),),
    ),
    "a pace in the purpose": (
        "To let millers grind promptly and well, I hereby order all agencies to count the mills.",
        (duty("agencies", "count the mills"),),
    ),
    "a meeting that recurs": (
        "The Secretary of Labor shall convene a semi-annual meeting to hear the millers.",
        (duty(LABOR, "convene a semi-annual meeting", "recurring", recurs="a semi-annual meeting"),),
    ),
    "a report that is only spoken of": (
        "The Secretary of Labor shall revise the title of the annual report and publish it.",
        (duty(LABOR, "revise the title of the annual report"),),
    ),
    "something that others close": (
        "The Secretary of Labor shall call for offers. The call shall close within 30 days of its issuance.",
        (duty(LABOR, "call for offers"), duty(LABOR, "close within 30 days", "30 days after: its issuance")),
    ),
    "every year from a day on": (
        "The Secretary of Labor shall publish the list every year starting September 1, 2027.",
        (duty(LABOR, "publish the list", "by 2027-09-01", recurs="every year"),),
    ),
    "on a day that opens": (
        "On January 4, 2027, the Secretary of Labor shall open the mill.",
        (duty(LABOR, "open the mill", "by 2027-01-04"),),
    ),
    "in a year that opens": (
        "In 2027, the Secretary of Labor shall review the rules.",
        (duty(LABOR, "review the rules", "by 2027-12-31"),),
    ),
    "by a year": ("Agencies shall halve their use of flour by 2030.", (duty("agencies", "halve their use of flour", "by 2030-12-31"),)),
    "a time of another clause": (
        "Agencies shall require that, within 2 years of the date of this order, all millers learn to read.",
        (duty("agencies", "require that"),),
    ),
    "what others are asked to do by then": (
        "The Secretary of Labor shall ensure that each mill, within 180 days of the date of this order, posts its prices.",
        (duty(LABOR, "ensure that each mill", "180 days"),),
    ),
    "a goal's date": (
        "The Secretary of Labor shall speed the permits with the goal of issuing them by the end of 2027.",
        (duty(LABOR, "speed the permits"),),
    ),
    "a condition's date": (
        "In the event no law is passed by December 31, 2027, the Secretary of Labor shall act.",
        (duty(LABOR, "act"),),
    ),
    "a report that recurs": (
        "The Secretary of Labor shall submit to the President an annual report.",
        (duty(LABOR, "submit to the President an annual report", "recurring", recurs="an annual report"),),
    ),
    "no less than": ("No less than annually, agencies shall count their mills.", (duty("agencies", "count their mills", "recurring", recurs="No less than annually"),)),
    "immediate steps": ("The Secretary of Labor shall take immediate steps to open the mill.", (duty(LABOR, "take immediate steps", "vague"),)),
    "as expediently as possible": ("Agencies shall open the mills as expediently as possible.", (duty("agencies", "open the mills", "vague"),)),
    "expeditiously, before the second verb": (
        "Agencies shall review and expeditiously repair their mills.",
        (duty("agencies", "review and expeditiously repair", "vague"),),
    ),
    "an event for two acts, and a time of the first": (
        "Upon receipt of the list, the Secretary of Labor shall report it within 45 days of such receipt and shall publish it.",
        (duty(LABOR, "report it", "45 days after: such receipt"), duty(LABOR, "publish it", "Upon receipt of the list")),
    ),
}  # fmt: skip
LISTS: Cases = {
    "a carrier whose items act": (
        "The Seed Council shall perform the following functions:\n(a) count the seeds; and\n(b) keep the count.",
        (duty("Seed Council", "count the seeds", cite="2(a)"), duty("Seed Council", "keep the count", cite="2(b)")),
    ),
    "a carrier whose items are things": (
        "The Seed Council shall perform the following functions:\n(a) counting of seeds; and\n(b) safety of the mill.",
        (duty("Seed Council", "perform the following functions"),),
    ),
    "a time, and how often, for items with their own actors": (
        "Within 1 year of the date of this order, and annually thereafter in step with the harvest:\n(a) The Secretary of Labor shall draft a plan.",
        (duty(LABOR, "draft a plan", "1 years", recurs="annually thereafter", inherited=True, cite="2(a)"),),
    ),
    "a policy that shall be": (
        "Accordingly, it shall be the policy of my Administration that:\n(a) My Administration shall seek better bread.",
        (),
    ),
    "an event alone": (
        "Following the transmission of the report and the list:\n(a) The Secretary of Labor shall read the report.",
        (duty(LABOR, "read the report", "Following the transmission of the report and the list", inherited=True, cite="2(a)"),),
    ),
    "a verb that is also a noun": (
        "The Secretary of Labor shall:\n(a) Project and draft the costs of the mill; and\n(b) build it.",
        (duty(LABOR, "Project and draft the costs", cite="2(a)"), duty(LABOR, "build it", cite="2(b)")),
    ),
    "times, and of what": (
        "Agencies shall complete reviews:\n(a) not later than September 11, 2027, of the flour; and\n(b) not later than 60 days after the date of this order, of all seed.",
        (
            duty("agencies", "complete reviews"),
            duty("agencies", "complete reviews", "by 2027-09-11", cite="2(a)"),
            duty("agencies", "complete reviews", "60 days", cite="2(b)"),
        ),
    ),
    "things that the lead-in begins to name": (
        "The results of the reviews in:\n(a) sections 3 and 4 shall be given to me by April 1, 2027; and\n(b) section 5 shall be given to me by the Secretary of Labor by April 30, 2027.",
        (
            duty("", "be given to me by April 1, 2027", "by 2027-04-01", cite="2(a)"),
            duty(LABOR, "be given to me by the Secretary", "by 2027-04-30", cite="2(b)"),
        ),
    ),
    "who acts, and items with their own modals": (
        "No later than 30 days after the date of this order, the heads of all agencies:\n(a) shall count the mills, and shall publish the count;\n(b) may ask the millers; and\n(c) shall not close a mill.",
        (
            duty("heads of agencies", "count the mills", "30 days", inherited=True, cite="2(a)"),
            duty("heads of agencies", "publish the count", "30 days", inherited=True, cite="2(a)"),
            duty("heads of agencies", "close a mill", "30 days", inherited=True, cite="2(c)", kind="prohibition"),
        ),
    ),
    "a report that goes on": (
        "The Seed Council shall send to the President:\n(a) a report within 1 year of the date of this order; and\n(b) a further report at least once annually thereafter while the Council sits.",
        (
            duty("Seed Council", "send to the President"),
            duty("Seed Council", "send to the President", "1 years", cite="2(a)"),
            duty("Seed Council", "send to the President", "recurring", recurs="at least once annually thereafter", cite="2(b)"),
        ),
    ),
    "a verb in capitals, and what others may do": (
        "The Seed Council shall in particular:\n(a) Establish strict rules for cases in which the Board may close a mill.\n(b) Support staff in each mill.",
        (
            duty("Seed Council", "Establish strict rules", cite="2(a)"),
            duty("Seed Council", "Support staff", cite="2(b)"),
        ),
    ),
    "a will inside an item": (
        "The Secretary of Labor shall:\n(a) provide agencies with word on how their views will be heard; and\n(b) count the mills.",
        (
            duty(LABOR, "provide agencies with word", cite="2(a)"),
            duty(LABOR, "count the mills", cite="2(b)"),
        ),
    ),
    "an item that opens with an aside in capitals": (
        "The Secretary of Labor shall, consistent with applicable law:\n(a) With respect to wheat, rye, and oats, take steps that the Board may name.\n(b) Count the mills.",
        (duty(LABOR, "take steps", cite="2(a)"), duty(LABOR, "Count the mills", cite="2(b)")),
    ),
    "two gerunds with their times": (
        "The Secretary of Labor shall take action to:\n(a) within 30 days of the date of this order, directing a study and within 180 days of the date of this order, submitting a plan.",
        (
            duty(LABOR, "take action to"),
            duty(LABOR, "directing a study", "30 days", cite="2(a)"),
            duty(LABOR, "submitting a plan", "180 days", cite="2(a)"),
        ),
    ),
    "partners that are not named, and then a list": (
        "The Secretary of Labor shall, in coordination and consistent with applicable law:\n(a) count the mills; and\n(b) close the old ones.",
        (duty(LABOR, "count the mills", cite="2(a)"), duty(LABOR, "close the old ones", cite="2(b)")),
    ),
    "a carrier that ends in a full stop": (
        "Within 90 days of the date of this order, the heads of agencies shall submit the following reports on mills.\n(a) The Secretary of Labor shall submit a report on wheat.\n(b) The Secretary of State shall submit a report on rye.",
        (
            duty("heads of agencies", "submit the following reports", "90 days"),
            duty(LABOR, "submit a report on wheat", "90 days", inherited=True, cite="2(a)"),
            duty(STATE, "submit a report on rye", "90 days", inherited=True, cite="2(b)"),
        ),
    ),
    "gerunds, and reports under one": (
        "The Seed Council shall perform the following functions:\n(a) Counting the seeds;\n(b) Reporting to the President, including:\n(i) a first report no later than 120 days after the date of this order; and\n(ii) what the millers say.",
        (
            duty("Seed Council", "perform the following functions"),
            duty("Seed Council", "Reporting to the President", "120 days", cite="2(b)(i)"),
        ),
    ),
    "parts of an effort with times": (
        "The Secretary of Labor shall widen the count. This effort shall include:\n(a) within 180 days of the date of this order, asking the millers; and\n(b) better forms.",
        (duty(LABOR, "widen the count"), duty(LABOR, "asking the millers", "180 days", cite="2(a)")),
    ),
    "what a rule is to ask of others": (
        "The rule shall require millers to:\n(a) within 15 days of a fire, tell the Board; and\n(b) keep a list.",
        (),
    ),
    "a list by a time of its own": (
        "The Secretary of Labor shall be responsible for giving to the President:\n(a) within 90 days of the date of this order, a plan for how, and by when, the Seed Council will meet its goals; and\n(b) within 1 year of the date of this order, a list of steps that could help millers to count, sift, and grind seed.",
        (
            duty(LABOR, "be responsible for giving to the President"),
            duty(LABOR, "be responsible for giving", "90 days", cite="2(a)"),
            duty(LABOR, "be responsible for giving", "1 years", cite="2(b)"),
        ),
    ),
    "partners that are nobody, and then a list": (
        "Agencies shall, in consultation with State, local, and industry partners:\n(a) count the mills; and\n(b) close the old ones.",
        (duty("agencies", "count the mills", cite="2(a)"), duty("agencies", "close the old ones", cite="2(b)")),
    ),
    "a body in an item, which shall": (
        "The Secretary of Labor shall:\n(a) keep the Mill Steering Committee, which shall stay in being, and shall counsel the Secretary; and\n(b) count the mills.",
        (
            duty(LABOR, "keep the Mill Steering Committee", cite="2(a)"),
            duty("Mill Steering Committee", "stay in being", cite="2(a)"),
            duty("Mill Steering Committee", "counsel the Secretary", cite="2(a)"),
            duty(LABOR, "count the mills", cite="2(b)"),
        ),
    ),
    "headings in gerund": (
        "Within 1 year of the date of this order, the Secretary of Labor shall help millers by:\n(a) Growing the number of mills in the country. The Secretary of Labor shall build five mills.",
        (
            duty(LABOR, "help millers by", "1 years"),
            duty(LABOR, "build five mills", "1 years", inherited=True, cite="2(a)"),
        ),
    ),
    "only a time, and why": (
        "Within 365 days of the date of this order, to make bread cheaper:\n(a) The Secretary of Labor shall draft a plan.\n(b) Agencies shall count their mills.",
        (
            duty(LABOR, "draft a plan", "365 days", inherited=True, cite="2(a)"),
            duty("agencies", "count their mills", "365 days", inherited=True, cite="2(b)"),
        ),
    ),
    "an item behind an aside": (
        "The Secretary of Labor shall:\n(a) within 30 days of the date of this order, as appropriate and permitted by law, draft a plan; and\n(b) from time to time, ask the millers.",
        (duty(LABOR, "draft a plan", "30 days", cite="2(a)"), duty(LABOR, "ask the millers", cite="2(b)")),
    ),
    "through whom, for the items under it": (
        "The Secretary of Labor shall:\n(a) through the Commissioner of Mills:\n(i) count the mills; and\n(ii) keep the count; and\n(b) draft a plan.",
        (
            duty(LABOR, "count the mills", through="Commissioner of Mills", cite="2(a)(i)"),
            duty(LABOR, "keep the count", through="Commissioner of Mills", cite="2(a)(ii)"),
            duty(LABOR, "draft a plan", cite="2(b)"),
        ),
    ),
    "an item that names its modal again": (
        "The Secretary of Labor shall:\n(a) draft a plan; and\n(b) shall publish it.",
        (duty(LABOR, "draft a plan", cite="2(a)"), duty(LABOR, "publish it", cite="2(b)")),
    ),
    "an item in capitals with a modal inside": (
        "The Secretary of Labor shall:\n(a) Specify the day on which millers may apply.\n(b) Count them.",
        (duty(LABOR, "Specify the day", cite="2(a)"), duty(LABOR, "Count them", cite="2(b)")),
    ),
    "a deliverable with a time of its own": (
        "The Secretary of Labor shall coordinate a report on mills. The report shall:\n(a) be completed within 90 days of the date of this order; and\n(b) list the mills.",
        (duty(LABOR, "coordinate a report on mills"), duty(LABOR, "be completed within 90 days", "90 days", cite="2(a)")),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(*case, id=name)
        for table in (SUBJECTS, PREDICATES, OTHER_CLAUSES, TIMES, LISTS)
        for name, case in table.items()
    ],
)
def test_a_passage_says_who_shall_do_what_by_when(text: str, wanted: tuple[Duty, ...]):
    found = read(text).obligations
    assert len(found) == len(wanted), [(made.responsible, made.action) for made in found]
    assert tuple(without_partners(seen(made, each), each) for made, each in zip(found, wanted, strict=True)) == wanted


def without_partners(made: Duty, wanted: Duty) -> Duty:
    """Partners are compared only where the table names some."""
    from dataclasses import replace

    named = wanted.consult or wanted.coordinate
    return made if named else replace(made, consult=(), coordinate=())


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary of Labor throughout the harvest shall name five mills.",
        "The Secretary of Labor shall — rain or no rain — name five mills.",
    ],
)
def test_words_that_were_passed_over_are_marked(text: str):
    (found,) = read(text).obligations
    assert "words between official, modal and verb were passed over" in found.review
