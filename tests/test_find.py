"""Sentences and what they mean: every construction that counts as an obligation, and every one that does not.

The sentences are made up for this table; each shows one way in which orders word a duty. Names are those that the
register must show: abbreviations written out, no articles.
"""

from __future__ import annotations

import pytest
from readings import Duty, duty, read, seen

LABOR, STATE, ENERGY = "Secretary of Labor", "Secretary of State", "Secretary of Energy"
COMMERCE, AG, INTERIOR = "Secretary of Commerce", "Attorney General", "Secretary of the Interior"
OMB = "Director of the Office of Management and Budget"
OPM = "Director of the Office of Personnel Management"
EPA = "Administrator of the Environmental Protection Agency"

ONE_DUTY = {
    # Modals
    "shall": ("The Secretary of Labor shall publish a list of plans.", duty(LABOR, "publish a list")),
    "must": ("The Secretary of Labor must publish a list by January 1, 2027.", duty(LABOR, "publish a list", "by 2027-01-01")),
    "is directed to": ("The Attorney General is directed to review the cases.", duty(AG, "review the cases")),
    "is hereby directed to": ("The Attorney General is hereby directed to review the cases.", duty(AG, "review the cases")),
    "are ordered to": ("The Secretary of State and the Secretary of Energy are ordered to end the program.", duty(f"{STATE}; {ENERGY}", "end the program")),
    "is required to": ("Each agency is required to name a records officer.", duty("agencies", "name a records officer")),
    "is instructed to": ("The Secretary of Energy is instructed to reopen the site.", duty(ENERGY, "reopen the site")),
    "I direct": ("I hereby direct the Secretary of Commerce to open an inquiry.", duty(COMMERCE, "open an inquiry")),
    "I direct two": ("I direct the Secretary of Commerce and the Attorney General to open an inquiry.", duty(f"{COMMERCE}; {AG}", "open an inquiry")),
    "is to": ("The Secretary of Labor is to keep the register.", duty(LABOR, "keep the register")),
    "are to": ("Agencies are to keep a register of such contracts.", duty("agencies", "keep a register")),
    "directive will": ("The Secretary of Energy will post the results within 45 days of the date of this order.", duty(ENERGY, "post the results", "45 days")),
    # Officials and bodies
    "each element of what somebody owns": ("Each element of the Department’s staff shall report.", duty("elements of the Department’s staff", "report")),
    "two leads": ("The Secretary of Labor and the Attorney General shall each name a deputy.", duty(f"{LABOR}; {AG}", "name a deputy")),
    "three leads": ("The Secretary of Labor, the Secretary of Energy, and the Attorney General shall meet.", duty(f"{LABOR}; {ENERGY}; {AG}", "meet")),
    "three leads, no commas": ("The Secretary of Labor and the Secretary of Energy and the Attorney General shall meet.", duty(f"{LABOR}; {ENERGY}; {AG}", "meet")),
    "a department whose name takes an article": (
        "The Secretaries of Labor, the Treasury, and Energy shall meet.",
        duty(f"{LABOR}; Secretary of the Treasury; {ENERGY}", "meet"),
    ),
    "two, the second with an article": (
        "The Secretaries of Labor and the Treasury shall meet.",
        duty(f"{LABOR}; Secretary of the Treasury", "meet"),
    ),
    "what an agency owns": (
        "By noon, each agency’s approval authority shall sign the form.",
        duty("agency’s approval authority", "sign the form"),
    ),
    "plural title": ("The Secretaries of Labor, Commerce, and Energy shall meet.", duty(f"{LABOR}; {COMMERCE}; {ENERGY}", "meet")),
    "a name with and in it": ("The Secretary of Housing and Urban Development shall report.", duty("Secretary of Housing and Urban Development", "report")),
    "a name with a comma in it": (
        "The Assistant Secretary for Democracy, Human Rights, and Labor shall report.",
        duty("Assistant Secretary for Democracy, Human Rights, and Labor", "report"),
    ),
    "assistants to the President": (
        "The Assistant to the President for Economic Policy and the Assistant to the President for Domestic Policy shall lead the work.",
        duty("Assistant to the President for Economic Policy; Assistant to the President for Domestic Policy", "lead the work"),
    ),
    "acting official": ("The Archivist of the United States shall keep the file.", duty("Archivist of the United States", "keep the file")),
    "or designee": ("The Secretary of Labor, or a designee, shall attend the meeting.", duty(LABOR, "attend the meeting")),
    "or his designee": ("The Attorney General or his designee shall attend the meeting.", duty(AG, "attend the meeting")),
    "agencies": ("All executive departments and agencies shall update their plans.", duty("agencies", "update their plans")),
    "each agency": ("Each agency shall update its plan.", duty("agencies", "update its plan")),
    "heads of agencies": ("The heads of all executive departments and agencies shall update their plans.", duty("heads of agencies", "update their plans")),
    "the head of each agency": ("The head of each agency shall update the plan.", duty("heads of agencies", "update the plan")),
    "agency heads": ("Agency heads shall update their plans.", duty("heads of agencies", "update their plans")),
    "qualified heads": ("The heads of Sector Risk Management Agencies shall brief their owners.", duty("heads of Sector Risk Management Agencies", "brief their owners")),
    "restricted agencies": (
        "Agencies that operate a fleet shall count their vehicles.",
        duty("agencies that operate a fleet", "count their vehicles"),
    ),
    "a body": ("The Federal Acquisition Regulatory Council shall amend the rule.", duty("Federal Acquisition Regulatory Council", "amend the rule")),
    "a coined name stays": ("The FAR Council shall amend the rule.", duty("FAR Council", "amend the rule")),
    "a department": ("The Department of Justice shall amend the rule.", duty("Department of Justice", "amend the rule")),
    # Role phrases, with commas and without
    "through": (
        "The Secretary of Commerce, acting through the Director of the Census Bureau, shall run the survey.",
        duty(COMMERCE, "run the survey", through="Director of the Census Bureau"),
    ),
    "through, no commas": (
        "The Secretary of Commerce acting through the Director of the Census Bureau shall run the survey.",
        duty(COMMERCE, "run the survey", through="Director of the Census Bureau"),
    ),
    "plain through": (
        "The Secretary of the Treasury, through the Commissioner of Internal Revenue, shall issue guidance.",
        duty("Secretary of the Treasury", "issue guidance", through="Commissioner of Internal Revenue"),
    ),
    "through after the modal": (
        "The Secretary of Commerce shall, acting through the Director of the Census Bureau, run the survey.",
        duty(COMMERCE, "run the survey", through="Director of the Census Bureau"),
    ),
    "several leads, several through": (
        ("The Secretary of War, acting through the Director of the National Security Agency, and the Secretary of the Interior, acting through "
        "the Director of the National Park Service, shall sign a memorandum."),
        duty(f"Secretary of War; {INTERIOR}", "sign a memorandum", through="Director of the National Security Agency; Director of the National Park Service"),
    ),
    "through only the second": (
        "The Secretary of Labor and the Secretary of the Interior, acting through the Director of the National Park Service, shall hire guides.",
        duty(f"{LABOR}; {INTERIOR}", "hire guides", through="Director of the National Park Service"),
    ),
    "consultation": (
        "The Secretary of Labor, in consultation with the Attorney General, shall draft a rule.",
        duty(LABOR, "draft a rule", consult=AG),
    ),
    "consultation, no commas": (
        "The Secretary of Labor in consultation with the Attorney General shall draft a rule.",
        duty(LABOR, "draft a rule", consult=AG),
    ),
    "consultation with several": (
        "The Secretary of Labor shall, in consultation with the Attorney General, the Secretary of Energy, and the heads of other relevant agencies, draft a rule.",
        duty(LABOR, "draft a rule", consult=f"{AG}; {ENERGY}; heads of other relevant agencies"),
    ),
    "partners behind a time that recurs": (
        "Within 60 days of the date of this order, and annually thereafter and in consultation with the Attorney General, the Secretary of Labor shall act.",
        duty(LABOR, "act", "60 days", consult=AG, recurs="annually thereafter"),
    ),
    "partners before the object, which is no name": (
        "The Secretary of Labor shall identify, in consultation with the Attorney General, existing authorities that help mills.",
        duty(LABOR, "identify, in consultation with the Attorney General, existing authorities", consult=AG),
    ),
    "partners before the object, the last of them no name": (
        "The Secretary of Labor shall identify, in consultation with the Attorney General and other authorities, existing officers of mills.",
        duty(LABOR, "identify, in consultation", consult=f"{AG}; other authorities"),
    ),
    "after consulting, and an object with a may": (
        "The Secretary of Labor shall, within 60 days of the date of this order and after consulting the Attorney General, list mills that owners may use.",
        duty(LABOR, "list mills that owners may use", "60 days", consult=AG),
    ),
    "is directed, by a day of May": (
        "The Secretary of Labor is hereby directed, before May 7, 2027, to list the mills.",
        duty(LABOR, "list the mills", "by 2027-05-07"),
    ),
    "after consulting": ("The Secretary of Labor shall, after consulting the Attorney General, draft a rule.", duty(LABOR, "draft a rule", consult=AG)),
    "consultation last, with an aside in the list": (
        "The Secretary of Labor shall draft a rule, in consultation with the Attorney General and, as appropriate, other agencies.",
        duty(LABOR, "draft a rule", consult=f"{AG}; other agencies"),
    ),
    "consultation first": ("In consultation with the Attorney General, the Secretary of Labor shall draft a rule.", duty(LABOR, "draft a rule", consult=AG)),
    "consultation last": ("The Secretary of Labor shall draft a rule in consultation with the Attorney General.", duty(LABOR, "draft a rule", consult=AG)),
    "coordination": ("The Secretary of Labor, in coordination with the Attorney General, shall draft a rule.", duty(LABOR, "draft a rule", coordinate=AG)),
    "collaboration": ("The Secretary of Labor shall, in collaboration with the Attorney General, draft a rule.", duty(LABOR, "draft a rule", coordinate=AG)),
    "concurrence": (
        "The Secretary of Labor, with the concurrence of the Attorney General, shall draft a rule.",
        duty(LABOR, "draft a rule", coordinate=AG),
    ),
    "jointly with": ("The Secretary of Labor, jointly with the Attorney General, shall draft a rule.", duty(LABOR, "draft a rule", coordinate=AG)),
    "consultation and coordination": (
        "The Secretary of Labor, in consultation with the Attorney General and in coordination with the Secretary of Energy, shall draft a rule.",
        duty(LABOR, "draft a rule", consult=AG, coordinate=ENERGY),
    ),
    "through and consultation": (
        "The Secretary of Commerce, acting through the Director of the Census Bureau and in consultation with the Attorney General, shall run the survey.",
        duty(COMMERCE, "run the survey", through="Director of the Census Bureau", consult=AG),
    ),
    "consulted officer's own officer": (
        "The Secretary of Labor, in consultation with the Secretary of Commerce, acting through the Director of the Census Bureau, shall run the survey.",
        duty(LABOR, "run the survey", consult=COMMERCE),
    ),
    "routing is no through": (
        "The Secretary of Labor shall submit a plan to the President through the Assistant to the President for Domestic Policy.",
        duty(LABOR, "submit a plan to the President"),
    ),
    "asides before the modal": (
        "The Secretary of Labor, consistent with applicable law and to the extent practicable, shall hire guides.",
        duty(LABOR, "hire guides"),
    ),
    "asides after the modal": ("The Secretary of Labor shall, to the extent permitted by law and as appropriate, hire guides.", duty(LABOR, "hire guides")),
    "without a single comma": (
        "Within 20 days of the date of this order the Secretary of War acting through the Under Secretary of War for Policy and in consultation with the Attorney General shall issue a plan.",
        duty("Secretary of War", "issue a plan", "20 days", through="Under Secretary of War for Policy", consult=AG),
    ),
    # Abbreviations and short forms
    "abbreviation defined in its sentence": (
        "The Director of the Office of Personnel Management (OPM) shall post the jobs.",
        duty(OPM, "post the jobs"),
    ),
    "passive with an agent": (
        "Such finding shall be made by the Director of the National Security Agency.",
        duty("Director of the National Security Agency", "be made by"),
    ),
    # Prohibitions
    "no agency": ("No agency shall buy such devices.", duty("agencies", "buy such devices", kind="prohibition")),
    "shall not": ("The Secretary of Labor shall not renew the lease.", duty(LABOR, "renew the lease", kind="prohibition")),
    "may not is no permission": ("Agencies shall not, without a waiver, buy such devices.", duty("agencies", "buy such devices", kind="prohibition")),
    "neither": (
        "Neither the Secretary of Labor nor the Attorney General shall renew the lease.",
        duty(f"{LABOR}; {AG}", "renew the lease", kind="prohibition"),
    ),
    # Deadlines from the order's date
    "within N days first": ("Within 30 days of the date of this order, the Secretary of Labor shall report.", duty(LABOR, "report", "30 days")),
    "within N days, no comma": ("Within 30 days of the date of this order the Secretary of Labor shall report.", duty(LABOR, "report", "30 days")),
    "not later than": ("Not later than 6 months after the date of this order, the Secretary of Labor shall report.", duty(LABOR, "report", "6 months")),
    "no later than, in the middle": ("The Secretary of Labor shall, no later than 90 days after the date of this order, report.", duty(LABOR, "report", "90 days")),
    "trailing": ("The Secretary of Labor shall submit a report to the Congress within 100 days of the date of this order.", duty(LABOR, "submit a report", "100 days")),
    "trailing after a comma": ("The Secretary of Labor shall submit a report, within 100 days of the date of this order.", duty(LABOR, "submit a report", "100 days")),
    "within N days of this order": ("Within 45 days of this order, agencies shall report.", duty("agencies", "report", "45 days")),
    "of the issuance": ("Within 45 days of the issuance of this order, agencies shall report.", duty("agencies", "report", "45 days")),
    "from the date": ("Within 45 days from the date of this memorandum, agencies shall report.", duty("agencies", "report", "45 days")),
    "numbers in words": ("Within forty-five days of the date of this order, agencies shall report.", duty("agencies", "report", "45 days")),
    "numbers in words and figures": ("Within sixty (60) days of the date of this order, agencies shall report.", duty("agencies", "report", "60 days")),
    "one hundred eighty": ("Within one hundred eighty days of the date of this order, agencies shall report.", duty("agencies", "report", "180 days")),
    "one year": ("Within one year of the date of this order, agencies shall report.", duty("agencies", "report", "1 years")),
    "business days": ("Within 5 business days of the date of this order, agencies shall report.", duty("agencies", "report", "5 business days")),
    "calendar days": ("Within 5 calendar days of the date of this order, agencies shall report.", duty("agencies", "report", "5 days")),
    "hours": ("Within 72 hours of the date of this order, agencies shall report.", duty("agencies", "report", "72 hours")),
    "weeks": ("Within 2 weeks of the date of this order, agencies shall report.", duty("agencies", "report", "2 weeks")),
    "years": ("Within 2 years of the date of this order, agencies shall report.", duty("agencies", "report", "2 years")),
    "deadline and consultation after the modal": (
        "The Secretary of Labor shall, within 30 days of the date of this order and in consultation with the Attorney General, report.",
        duty(LABOR, "report", "30 days", consult=AG),
    ),
    # Fixed dates
    "by a date": ("By March 1, 2027, the Secretary of Labor shall report.", duty(LABOR, "report", "by 2027-03-01")),
    "no later than a date": ("The Secretary of Labor shall report no later than March 1, 2027.", duty(LABOR, "report", "by 2027-03-01")),
    "by a month": ("The Secretary of Labor shall report by February 2027.", duty(LABOR, "report", "by 2027-02-28")),
    "before a month": ("The Secretary of Labor shall report on or before December 31, 2026.", duty(LABOR, "report", "by 2026-12-31")),
    "end of a fiscal year": ("Before the end of fiscal year 2027, the Secretary of Labor shall report.", duty(LABOR, "report", "by 2027-09-30")),
    "end of a year": ("By the end of 2027, the Secretary of Labor shall report.", duty(LABOR, "report", "by 2027-12-31")),
    "end of a calendar year": ("The Secretary of Labor shall report by the end of calendar year 2027.", duty(LABOR, "report", "by 2027-12-31")),
    # Recurrence
    "recurring only": ("The Secretary of Labor shall meet quarterly with the States.", duty(LABOR, "meet quarterly", "recurring", recurs="quarterly")),
    "every so many days": ("Every 180 days, the Secretary of Labor shall report.", duty(LABOR, "report", "recurring", recurs="Every 180 days")),
    "relative and annually thereafter": (
        "Within 90 days of the date of this order, and annually thereafter, the Secretary of Labor shall report.",
        duty(LABOR, "report", "90 days", recurs="annually thereafter"),
    ),
    "relative and every N days thereafter": (
        "Within 90 days of the date of this order, and every 60 days thereafter, the Secretary of Labor shall report.",
        duty(LABOR, "report", "90 days", recurs="every 60 days thereafter"),
    ),
    "trailing recurrence": ("The Secretary of Labor shall update the list annually.", duty(LABOR, "update the list", "recurring", recurs="annually")),
    # Events
    "within N days of an event": (
        "Within 60 days of receipt of the report, the Secretary of Labor shall decide.",
        duty(LABOR, "decide", "60 days after: receipt of the report"),
    ),
    "within N days after an event": (
        "The Secretary of Labor shall, within 60 days after the review is complete, decide.",
        duty(LABOR, "decide", "60 days after: the review is complete"),
    ),
    "before an event": (
        "The Secretary of Labor shall notify the Congress at least 30 days before the sale.",
        duty(LABOR, "notify the Congress", "30 days before: the sale"),
    ),
    "upon an event": (
        "Upon completion of the audit, the Secretary of Labor shall publish the findings.",
        duty(LABOR, "publish the findings", "Upon completion of the audit"),
    ),
    "following an event": (
        "Following receipt of the plan, the Secretary of Labor shall publish the findings.",
        duty(LABOR, "publish the findings", "Following receipt of the plan"),
    ),
    "event inside the names": (
        "The Secretary of Labor, within 15 days of receipt of a request from the Attorney General, shall decide.",
        duty(LABOR, "decide", "15 days after: receipt of a request from the Attorney General"),
    ),
    "whichever is later": (
        "Within 270 days of the date of this order or 180 days after the list is published, whichever is later, the Secretary of Labor shall decide.",
        duty(LABOR, "decide", "270 days, whichever is later"),
    ),
    # Vague times
    "promptly": ("The Secretary of Labor shall promptly notify the States.", duty(LABOR, "notify the States", "vague")),
    "as soon as practicable": ("As soon as practicable, the Secretary of Labor shall notify the States.", duty(LABOR, "notify the States", "vague")),
    "immediately": ("The Secretary of Labor shall immediately end the program.", duty(LABOR, "end the program", "vague")),
    # Not deadlines
    "a length of time": ("The Secretary of Labor shall open the hall for a period of up to 30 days.", duty(LABOR, "open the hall")),
    "a time past": ("The Secretary of Labor shall list the grants made over the past 90 days.", duty(LABOR, "list the grants")),
    "a plan's length": ("The Secretary of Labor shall write a 5-year plan.", duty(LABOR, "write a 5-year plan")),
    "a circumstance": ("When issuing such guidance, the Secretary of Labor shall weigh the costs.", duty(LABOR, "weigh the costs")),
    "in selecting": ("In selecting the sites, the Secretary of Labor shall weigh the costs.", duty(LABOR, "weigh the costs")),
    "a date in the object": (
        "The Secretary of Labor shall sign contracts for plants that will operate by the end of 2027.",
        duty(LABOR, "sign contracts"),
    ),
    # Coordination of verbs
    "two verbs, one duty": ("The Secretary of Labor shall review and revise the rules.", duty(LABOR, "review and revise the rules")),
    "a deliverable with a deadline": (
        "A final report shall be submitted within 1 year of the date of this order.",
        duty("", "be submitted", "1 years"),
    ),
    # More ways to say it
    "further ordered that": ("It is further ordered that the Secretary of Labor shall publish a list.", duty(LABOR, "publish a list")),
    "I am directing": ("I am directing the Secretary of Labor to publish a list.", duty(LABOR, "publish a list")),
    "I order that": ("I hereby order that the Secretary of Labor shall publish a list.", duty(LABOR, "publish a list")),
    "ordered and directed": ("Agencies are hereby ordered and directed to publish their lists.", duty("agencies", "publish their lists")),
    "therefore directed": ("The Secretary of Labor is therefore directed to publish a list.", duty(LABOR, "publish a list")),
    "shall also": ("The Secretary of Labor shall also publish a list.", duty(LABOR, "publish a list")),
    "shall further": ("The Secretary of Labor shall further ensure that lists are kept.", duty(LABOR, "ensure that lists")),
    "shall be responsible for": ("The Secretary of Labor shall be responsible for the list.", duty(LABOR, "be responsible for the list")),
    "shall ensure that others shall": (
        "The Secretary of Labor shall ensure that each list shall be complete.",
        duty(LABOR, "ensure that each list"),
    ),
    "embedded may": ("The Secretary of Labor shall issue a rule under which owners may appeal.", duty(LABOR, "issue a rule")),
    "participial opening": ("Acting on that advice, the Secretary of Labor shall publish a list.", duty(LABOR, "publish a list")),
    "purpose first": ("To protect the public, the Secretary of Labor shall publish a list.", duty(LABOR, "publish a list")),
    "condition first": ("If a list is late, the Secretary of Labor shall tell the President.", duty(LABOR, "tell the President")),
    "citation with commas first": (
        "Pursuant to section 301 of title 3, United States Code, the Secretary of Labor shall publish a list.",
        duty(LABOR, "publish a list"),
    ),
    "full stops inside a citation": (
        "The Secretary of Labor shall publish the list kept under 5 U.S.C. 552(a)(2) and 42 U.S.C. 7607(b).",
        duty(LABOR, "publish the list kept under 5 U.S.C. 552(a)(2)"),
    ),
    "an appositive body": (
        "The Office of Management and Budget, a part of the Executive Office of the President, shall publish a list.",
        duty("Office of Management and Budget", "publish a list"),
    ),
    "co-chairs": ("The Co-Chairs of the National Space Council shall publish a list.", duty("Co-Chairs of the National Space Council", "publish a list")),
    "members of a body": ("The members of the National Space Council shall publish a list.", duty("members of the National Space Council", "publish a list")),
    "possessive agency": (
        "Each agency's Chief Information Officer shall publish a list.",
        duty("agency's Chief Information Officer", "publish a list"),
    ),
    "United States Trade Representative": (
        "The United States Trade Representative shall, within 30 days of the date of this order, publish a list.",
        duty("United States Trade Representative", "publish a list", "30 days"),
    ),
    "Chairman of the Joint Chiefs": (
        "The Chairman of the Joint Chiefs of Staff, in coordination with the Secretary of War, shall publish a list.",
        duty("Chairman of the Joint Chiefs of Staff", "publish a list", coordinate="Secretary of War"),
    ),
    "Counsel to the President": (
        "The Attorney General and the Counsel to the President shall publish a list.",
        duty(f"{AG}; Counsel to the President", "publish a list"),
    ),
    "Vice President": ("The Vice President shall call the meeting.", duty("Vice President", "call the meeting")),
    "titles after an em dash": (
        "The Secretary of Labor—consistent with applicable law—shall publish a list.",
        duty(LABOR, "publish a list"),
    ),
    "roles in parentheses": (
        "The Secretary of Labor (in consultation with the Attorney General) shall publish a list.",
        duty(LABOR, "publish a list", consult=AG),
    ),
    "through two officers": (
        "The Secretary of Commerce, acting through the Director of the Census Bureau and the Under Secretary of Commerce for Economic Affairs, shall run the survey.",
        duty(COMMERCE, "run the survey", through="Director of the Census Bureau; Under Secretary of Commerce for Economic Affairs"),
    ),
    "respectively": (
        ("The Secretary of War and the Secretary of the Interior, acting through the Director of the National Security Agency and the Director of the National Park Service, "
        "respectively, shall sign a memorandum."),
        duty(f"Secretary of War; {INTERIOR}", "sign a memorandum", through="Director of the National Security Agency; Director of the National Park Service"),
    ),
    "working with": ("The Secretary of Labor, working with the Attorney General, shall draft a rule.", duty(LABOR, "draft a rule", coordinate=AG)),
    "coordination as appropriate": (
        "The Secretary of Labor shall, in coordination with the Attorney General and the Secretary of Energy, as appropriate, draft a rule.",
        duty(LABOR, "draft a rule", coordinate=f"{AG}; {ENERGY}"),
    ),
    "in coordination at the end": (
        "The Secretary of Labor shall draft a rule within 30 days of the date of this order, in coordination with the Attorney General.",
        duty(LABOR, "draft a rule", "30 days", coordinate=AG),
    ),
    "consult as the verb": ("The Secretary of Labor shall consult with the Attorney General.", duty(LABOR, "consult with the Attorney General")),
    "coordinate as the verb": ("The Secretary of Labor shall coordinate with the Attorney General.", duty(LABOR, "coordinate with the Attorney General")),
    # More times
    "in no event later than": (
        "The Secretary of Labor shall report in no event later than 30 days after the date of this order.",
        duty(LABOR, "report", "30 days"),
    ),
    "by no later than": ("The Secretary of Labor shall report by no later than March 1, 2027.", duty(LABOR, "report", "by 2027-03-01")),
    "as soon as practicable and no later than": (
        "As soon as practicable, but no later than 30 days after the date of this order, the Secretary of Labor shall report.",
        duty(LABOR, "report", "30 days"),
    ),
    "working days": ("Within 10 working days of the date of this order, agencies shall report.", duty("agencies", "report", "10 business days")),
    "six months": ("Within six months of the date of this order, agencies shall report.", duty("agencies", "report", "6 months")),
    "ninety-day figure after the order": ("Ninety days after the date of this order, the Secretary of Labor shall report.", duty(LABOR, "report", "90 days")),
    "this memorandum": ("Within 7 days of this memorandum, the Secretary of Labor shall report.", duty(LABOR, "report", "7 days")),
    "from the signing": ("Within 7 days of the signing of this order, the Secretary of Labor shall report.", duty(LABOR, "report", "7 days")),
    "the effective date is an event": (
        "Within 7 days of the effective date of the rule, the Secretary of Labor shall report.",
        duty(LABOR, "report", "7 days after: the effective date of the rule"),
    ),
    "a deadline between names and modal": (
        "The Secretary of Labor, within 30 days of the date of this order, shall report.",
        duty(LABOR, "report", "30 days"),
    ),
    "a deadline behind the object": (
        "The Secretary of Labor shall submit to the President, within 30 days of the date of this order, a report on the costs.",
        duty(LABOR, "submit to the President", "30 days"),
    ),
    "fiscal year in short": ("The Secretary of Labor shall report by the end of FY 2027.", duty(LABOR, "report", "by 2027-09-30")),
    "start of a fiscal year": ("By October 1, 2026, agencies shall report.", duty("agencies", "report", "by 2026-10-01")),
    "each fiscal year": ("Each fiscal year, the Secretary of Labor shall report.", duty(LABOR, "report", "recurring", recurs="Each fiscal year")),
    "at least once a year": ("The Secretary of Labor shall update the list at least once a year.", duty(LABOR, "update the list", "recurring", recurs="at least once a year")),
    "on a quarterly basis": ("The Secretary of Labor shall update the list on a quarterly basis.", duty(LABOR, "update the list", "recurring", recurs="on a quarterly basis")),
    "semiannually": ("The Secretary of Labor shall, semiannually, update the list.", duty(LABOR, "update the list", "recurring", recurs="semiannually")),
    "every month": ("Every month, the Secretary of Labor shall update the list.", duty(LABOR, "update the list", "recurring", recurs="Every month")),
    "every 6 months until": (
        "Within 90 days of the date of this order, and every 6 months thereafter until the work is done, the Secretary of Labor shall report.",
        duty(LABOR, "report", "90 days", recurs="every 6 months thereafter until the work is done"),
    ),
    "trailing first date and annually": (
        "The Secretary of Labor shall report within 1 year of the date of this order and annually thereafter.",
        duty(LABOR, "report", "1 years", recurs="annually thereafter"),
    ),
    "an annual report is an object": ("The Secretary of Labor shall submit the annual report on costs.", duty(LABOR, "submit the annual report")),
    "whichever is earlier": (
        "Within 30 days of the date of this order or 10 days after the list is published, whichever is earlier, the Secretary of Labor shall decide.",
        duty(LABOR, "decide", "30 days, whichever is earlier"),
    ),
    "prior to": (
        "The Secretary of Labor shall tell the States at least 10 days prior to the sale.",
        duty(LABOR, "tell the States", "10 days before: the sale"),
    ),
    "not fewer than N days before": (
        "Not fewer than 10 days before the sale, the Secretary of Labor shall tell the States.",
        duty(LABOR, "tell the States", "10 days before: the sale"),
    ),
    "upon receipt": ("Upon receipt of the list, the Secretary of Labor shall decide.", duty(LABOR, "decide", "Upon receipt of the list")),
    "after completing": ("After completing the review, the Secretary of Labor shall decide.", duty(LABOR, "decide", "After completing the review")),
    "within N days of completing": (
        "Within 20 days of completing the review, the Secretary of Labor shall decide.",
        duty(LABOR, "decide", "20 days after: completing the review"),
    ),
    "a deadline of another's event": (
        "The Secretary of Labor shall, within 60 days of the submission of the report required by subsection (b) of this section, decide.",
        duty(LABOR, "decide", "60 days after: the submission of the report required by subsection (b) of this section"),
    ),
    "without delay": ("The Secretary of Labor shall, without delay, end the program.", duty(LABOR, "end the program", "vague")),
    "as expeditiously as possible": ("The Secretary of Labor shall end the program as expeditiously as possible.", duty(LABOR, "end the program", "vague")),
    "annual in a name": ("The Secretary of Labor shall convene the annual meeting of the States.", duty(LABOR, "convene the annual meeting")),
    "a rate": ("The Secretary of Labor shall set a limit of 40 hours a week.", duty(LABOR, "set a limit")),
    "an age": ("The Secretary of Labor shall review contracts that are more than 2 years old.", duty(LABOR, "review contracts")),
    "a waiting time": ("The Secretary of Labor shall suspend the program for 90 days.", duty(LABOR, "suspend the program")),
    "a date that names a rule": ("The Secretary of Labor shall repeal the rule of March 1, 2020.", duty(LABOR, "repeal the rule")),
    "a date of another order": (
        "The Secretary of Labor shall carry out Executive Order 12866 of September 30, 1993, as amended.",
        duty(LABOR, "carry out Executive Order 12866"),
    ),
    # Turns of phrase that meet each other
    "opening purpose, deadline and roles": (
        ("To carry out section 3 of this order, within 45 days of the date of this order, the Secretary of Labor, in consultation with the "
        "Attorney General and acting through the Solicitor of Labor, shall publish a list."),
        duty(LABOR, "publish a list", "45 days", through="Solicitor of Labor", consult=AG),
    ),
    "no later than, then the list of leads": (
        ("No later than 120 days after the date of this order, the Secretary of State, the Attorney General, the Secretary of Energy, and the "
        "Director of National Intelligence shall jointly submit a plan to the President."),
        duty(f"{STATE}; {AG}; {ENERGY}; Director of National Intelligence", "submit a plan to the President", "120 days"),
    ),
    "heads of named departments": (
        "The heads of the Departments of Labor and Energy shall name a lead.",
        duty("heads of the Department of Labor; heads of the Department of Energy", "name a lead"),
    ),
    "each member of a body": (
        "Each member of the National Space Council shall name a deputy.",
        duty("members of the National Space Council", "name a deputy"),
    ),
    "agencies with an exception": (
        "Agencies, other than the Department of War, shall keep a list.",
        duty("agencies", "keep a list"),
    ),
    "independent agencies": ("Independent regulatory agencies shall keep a list.", duty("independent regulatory agencies", "keep a list")),
    "agencies with a possessive": (
        "The head of each agency with a fleet of vehicles shall count them.",
        duty("heads of agencies with a fleet of vehicles", "count them"),
    ),
    "senior official": (
        "The Senior Advisor to the President for Trade and Manufacturing shall convene the group.",
        duty("Senior Advisor to the President for Trade and Manufacturing", "convene the group"),
    ),
    "two bodies": (
        "The Council on Environmental Quality and the Office of Management and Budget shall issue guidance.",
        duty("Council on Environmental Quality; Office of Management and Budget", "issue guidance"),
    ),
    "administrator of an agency with and": (
        "The Administrator of the National Oceanic and Atmospheric Administration shall issue a chart.",
        duty("Administrator of the National Oceanic and Atmospheric Administration", "issue a chart"),
    ),
    "commissioner of food and drugs": ("The Commissioner of Food and Drugs shall issue a rule.", duty("Commissioner of Food and Drugs", "issue a rule")),
    "chair of a commission": (
        "The Chairman of the Federal Energy Regulatory Commission shall consider a rule.",
        duty("Chairman of the Federal Energy Regulatory Commission", "consider a rule"),
    ),
    "the board of a bank": ("The Board of Directors of the Export-Import Bank shall set a rate.", duty("Board of Directors of the Export-Import Bank", "set a rate")),
    "with the support of several": (
        "The Secretary of Labor, with the support of the Secretary of Energy and the Attorney General, shall draft a rule.",
        duty(LABOR, "draft a rule", coordinate=f"{ENERGY}; {AG}"),
    ),
    "in coordination with and after consultation with": (
        "The Secretary of Labor, in coordination with the Secretary of Energy and after consultation with the Attorney General, shall draft a rule.",
        duty(LABOR, "draft a rule", coordinate=ENERGY, consult=AG),
    ),
    "consultation and deadline between subject and modal": (
        "The Secretary of Labor, in consultation with the Attorney General, within 60 days of the date of this order, shall draft a rule.",
        duty(LABOR, "draft a rule", "60 days", consult=AG),
    ),
    "a deadline before the consultation's end": (
        "The Secretary of Labor, within 60 days of the date of this order, in consultation with the Attorney General, shall draft a rule.",
        duty(LABOR, "draft a rule", "60 days", consult=AG),
    ),
    "a month and a year in words": (
        "Not later than three years after the date of this order, the Secretary of Labor shall report.",
        duty(LABOR, "report", "3 years"),
    ),
    "the date of enactment is an event": (
        "Within 90 days of the date of enactment of that Act, the Secretary of Labor shall report.",
        duty(LABOR, "report", "90 days after: the date of enactment of that Act"),
    ),
    "days after submission": (
        "Not later than 30 days after submission of the plan, the Secretary of Labor shall report.",
        duty(LABOR, "report", "30 days after: submission of the plan"),
    ),
    "30 days before a date that recurs": (
        "The Secretary of Labor shall report no later than 30 days after the end of each fiscal year.",
        duty(LABOR, "report", "30 days after: the end of each fiscal year", recurs="each fiscal year"),
    ),
    "shall continue": ("The Secretary of Labor shall continue to publish a list.", duty(LABOR, "continue to publish a list")),
    "shall, by a date, verb": ("The Secretary of Labor shall, by June 30, 2027, publish a list.", duty(LABOR, "publish a list", "by 2027-06-30")),
    "until a date is no deadline": (
        "The Secretary of Labor shall keep the list until December 31, 2027.",
        duty(LABOR, "keep the list"),
    ),
    "beginning on a date, and again": (
        "Beginning on January 1, 2027, the Secretary of Labor shall publish a list each month.",
        duty(LABOR, "publish a list", "by 2027-01-01", recurs="each month"),
    ),
    "notwithstanding": ("Notwithstanding section 3 of this order, the Secretary of Labor shall publish a list.", duty(LABOR, "publish a list")),
    "subject to": ("Subject to the availability of appropriations, the Secretary of Labor shall publish a list.", duty(LABOR, "publish a list")),
    "where appropriate": ("Where appropriate and consistent with law, agencies shall publish a list.", duty("agencies", "publish a list")),
    "in addition": ("In addition, the Secretary of Labor shall publish a list.", duty(LABOR, "publish a list")),
    "a modal inside quotation marks": (
        "The Secretary of Labor shall publish the notice titled “What Employers Must Do”.",
        duty(LABOR, "publish the notice"),
    ),
    "a modal inside parentheses": (
        "The Secretary of Labor shall publish a list (which may be in several parts).",
        duty(LABOR, "publish a list"),
    ),
}  # fmt: skip

SEVERAL = {
    "two deadlines in one duty": (
        "The Secretary of Labor shall, within 180 days of the date of this order, submit a plan and, within 365 days of the date of this order, publish it.",
        (duty(LABOR, "submit a plan", "180 days"), duty(LABOR, "publish it", "365 days")),
    ),
    "a second modal": (
        "The Secretary of Labor shall review the rules and shall publish a list.",
        (duty(LABOR, "review the rules"), duty(LABOR, "publish a list")),
    ),
    "a second actor": (
        "The Secretary of Labor shall review the rules, and the Attorney General shall publish a list.",
        (duty(LABOR, "review the rules"), duty(AG, "publish a list")),
    ),
    "a second sentence": (
        "Within 30 days of the date of this order, the Secretary of Labor shall name a lead. The Attorney General shall publish a list.",
        (duty(LABOR, "name a lead", "30 days"), duty(AG, "publish a list")),
    ),
    "a deadline is not inherited across sentences": (
        "Within 30 days of the date of this order, the Secretary of Labor shall name a lead. The Secretary of Labor shall tell the States.",
        (duty(LABOR, "name a lead", "30 days"), duty(LABOR, "tell the States")),
    ),
    "after a semicolon": (
        "The Secretary of Labor shall review the rules; the Attorney General shall publish a list.",
        (duty(LABOR, "review the rules"), duty(AG, "publish a list")),
    ),
    "who shall": (
        "The Secretary of Labor shall send the list to the Attorney General, who shall publish it.",
        (duty(LABOR, "send the list"), duty(AG, "publish it")),
    ),
    "the Secretary": (
        "The Secretary of Labor shall review the rules. The Secretary shall publish a list.",
        (duty(LABOR, "review the rules"), duty(LABOR, "publish a list")),
    ),
    "the Director": (
        "The Director of the Office of Personnel Management shall review the rules. The Director shall publish a list.",
        (duty(OPM, "review the rules"), duty(OPM, "publish a list")),
    ),
    "they": (
        "The Secretary of Labor and the Attorney General shall review the rules. They shall publish a list.",
        (duty(f"{LABOR}; {AG}", "review the rules"), duty(f"{LABOR}; {AG}", "publish a list")),
    ),
    "he or she as it": (
        "The National Space Council shall meet. It shall adopt rules.",
        (duty("National Space Council", "meet"), duty("National Space Council", "adopt rules")),
    ),
    "the Council": (
        "The National Space Council shall meet. The Council shall adopt rules.",
        (duty("National Space Council", "meet"), duty("National Space Council", "adopt rules")),
    ),
    "a defined short form": (
        "The Interagency Task Force on Dam Safety (Task Force) shall meet. The Task Force shall adopt rules.",
        (duty("Interagency Task Force on Dam Safety", "meet"), duty("Interagency Task Force on Dam Safety", "adopt rules")),
    ),
    "the Secretaries": (
        "The Secretary of Labor and the Secretary of Energy shall meet. The Secretaries shall adopt rules.",
        (duty(f"{LABOR}; {ENERGY}", "meet"), duty(f"{LABOR}; {ENERGY}", "adopt rules")),
    ),
    "such agencies": (
        "The heads of civilian agencies shall name an officer. Such agencies shall keep a list.",
        (duty("heads of civilian agencies", "name an officer"), duty("civilian agencies", "keep a list")),
    ),
    "an abbreviation from another section": (
        """Sec. 2. Plans. The Office of Management and Budget (OMB) is the keeper of the plans.
        Sec. 3. Reports. The Director of OMB shall review the plans.""",
        (duty(OMB, "review the plans", cite="3"),),
    ),
    "an abbreviation before its definition": (
        """Sec. 2. Plans. The Administrator of the EPA shall review the plans.
        Sec. 3. Reports. The Secretary of Labor, in consultation with the Administrator of the Environmental Protection Agency (EPA), shall report.""",
        (duty(EPA, "review the plans"), duty(LABOR, "report", consult=EPA, cite="3")),
    ),
    "two modals and one deadline": (
        "Within 30 days of the date of this order, the Secretary of Labor shall review the rules and shall publish a list.",
        (duty(LABOR, "review the rules", "30 days"), duty(LABOR, "publish a list", "30 days")),
    ),
    "each its own trailing deadline": (
        "The Secretary of Labor shall issue a draft within 30 days of the date of this order and publish the rule within 240 days of the date of this order.",
        (duty(LABOR, "issue a draft", "30 days"), duty(LABOR, "publish the rule", "240 days")),
    ),
    "a duty and a prohibition": (
        "The Secretary of Labor shall end the program and shall not renew the lease.",
        (duty(LABOR, "end the program"), duty(LABOR, "renew the lease", kind="prohibition")),
    ),
    "a permission is left out": (
        "The Secretary of Labor shall review the rules and may hire guides. The Attorney General shall publish a list.",
        (duty(LABOR, "review the rules"), duty(AG, "publish a list")),
    ),
    "the Administrator, of two": (
        "The Secretary of Labor shall review the rules. The Administrator of General Services shall post them. The Administrator shall keep a copy. The Secretary shall check it.",
        (
            duty(LABOR, "review the rules"), duty("Administrator of General Services", "post them"),
            duty("Administrator of General Services", "keep a copy"), duty(LABOR, "check it"),
        ),
    ),
    "a pronoun in the second half": (
        "The Secretary of Labor shall review the rules, and he shall publish a list.",
        (duty(LABOR, "review the rules"), duty(LABOR, "publish a list")),
    ),
    "the Commission": (
        "There is established the Commission on Safe Dams (Commission). The Commission shall meet. The Chair of the Commission shall report.",
        (duty("Commission on Safe Dams", "meet"), duty("Chair of the Commission on Safe Dams", "report")),
    ),
    "a defined title": (
        "The Assistant to the President for Science and Technology (APST) shall lead the work. The APST shall report.",
        (duty("Assistant to the President for Science and Technology", "lead the work"), duty("Assistant to the President for Science and Technology", "report")),
    ),
    "an agency's abbreviation in an official's title": (
        "The Cybersecurity and Infrastructure Security Agency (CISA) is the lead. The Secretary of Homeland Security, acting through the Director of CISA, shall report.",
        (duty("Secretary of Homeland Security", "report", through="Director of the Cybersecurity and Infrastructure Security Agency"),),
    ),
    "while the other": (
        "The Secretary of Labor shall review the rules, while the Attorney General shall publish a list.",
        (duty(LABOR, "review the rules"), duty(AG, "publish a list")),
    ),
    "the deadline of the second clause is not the first's": (
        "The Secretary of Labor shall review the rules, and the Attorney General shall, within 30 days of the date of this order, publish a list.",
        (duty(LABOR, "review the rules"), duty(AG, "publish a list", "30 days")),
    ),
    "the Attorney General after the Secretary": (
        "The Secretary of Labor shall report to the Attorney General. The Attorney General shall, within 30 days of receiving the report, decide.",
        (duty(LABOR, "report to the Attorney General"), duty(AG, "decide", "30 days after: receiving the report")),
    ),
    "three sentences, three actors": (
        "Agencies shall send lists to the Director of the Office of Personnel Management. The Director shall publish them. The Attorney General shall check them.",
        (duty("agencies", "send lists"), duty(OPM, "publish them"), duty(AG, "check them")),
    ),
    "their heads": (
        "The Secretary of Labor and the Secretary of Energy shall each publish a list. Each Secretary shall keep it.",
        (duty(f"{LABOR}; {ENERGY}", "publish a list"), duty(f"{LABOR}; {ENERGY}", "keep it")),
    ),
    "a semicolon and a prohibition": (
        "Agencies shall end such contracts; no agency shall sign others.",
        (duty("agencies", "end such contracts"), duty("agencies", "sign others", kind="prohibition")),
    ),
    "will after shall": (
        "The Secretary of Labor shall publish a list. The list will help the States.",
        (duty(LABOR, "publish a list"),),
    ),
    "contents in a second sentence": (
        "The Secretary of Labor shall submit a report. The report shall include the costs and shall be published.",
        (duty(LABOR, "submit a report"),),
    ),
    "a passive with a deadline takes the one before": (
        "The Secretary of Labor shall write a plan. The plan shall be submitted within 90 days of the date of this order.",
        (duty(LABOR, "write a plan"), duty(LABOR, "be submitted", "90 days")),
    ),
}  # fmt: skip

LISTS = {
    "the lead-in ends with the modal": (
        """(a) Within 30 days of the date of this order, the Secretary of Labor, in consultation with the Attorney General, shall:
        (i) publish a list of plans;
        (ii) review the rules; and
        (iii) within 60 days of the date of this order, report.""",
        (
            duty(LABOR, "publish a list", "30 days", consult=AG, inherited=True, cite="2(a)(i)"),
            duty(LABOR, "review the rules", "30 days", consult=AG, inherited=True, cite="2(a)(ii)"),
            duty(LABOR, "report", "60 days", consult=AG, cite="2(a)(iii)"),
        ),
    ),
    "shall, as appropriate": (
        """(a) The Secretary of Labor shall, as appropriate:
        (i) publish a list of plans; and
        (ii) review the rules.""",
        (duty(LABOR, "publish a list", cite="2(a)(i)"), duty(LABOR, "review the rules", cite="2(a)(ii)")),
    ),
    "is directed to": (
        """(a) The Secretary of Labor is directed to:
        (i) publish a list of plans; and
        (ii) review the rules.""",
        (duty(LABOR, "publish a list", cite="2(a)(i)"), duty(LABOR, "review the rules", cite="2(a)(ii)")),
    ),
    "a carrier phrase": (
        """(a) The Secretary of Labor shall take the following steps:
        (i) publish a list of plans; and
        (ii) review the rules.""",
        (duty(LABOR, "publish a list", cite="2(a)(i)"), duty(LABOR, "review the rules", cite="2(a)(ii)")),
    ),
    "undertake the following actions": (
        """(a) The heads of agencies shall undertake the following actions:
        (i) publish a list of plans; and
        (ii) review the rules.""",
        (duty("heads of agencies", "publish a list", cite="2(a)(i)"), duty("heads of agencies", "review the rules", cite="2(a)(ii)")),
    ),
    "a lead-in with no label": (
        """Within 30 days of the date of this order, the Secretary of Labor shall:
        (a) publish a list of plans; and
        (b) review the rules.""",
        (
            duty(LABOR, "publish a list", "30 days", inherited=True, cite="2(a)"),
            duty(LABOR, "review the rules", "30 days", inherited=True, cite="2(b)"),
        ),
    ),
    "a prohibition's items": (
        """(a) Agencies shall not:
        (i) buy such devices; or
        (ii) renew such contracts.""",
        (duty("agencies", "buy such devices", kind="prohibition", cite="2(a)(i)"), duty("agencies", "renew such contracts", kind="prohibition", cite="2(a)(ii)")),
    ),
    "contents": (
        """(a) The Secretary of Labor shall submit a report that:
        (i) lists the plans; and
        (ii) names the owners.""",
        (duty(LABOR, "submit a report", cite="2(a)"),),
    ),
    "purposes": (
        """(a) The Secretary of Labor shall issue directives to:
        (i) protect the records; and
        (ii) speed the work.""",
        (duty(LABOR, "issue directives", cite="2(a)"),),
    ),
    "steps, including": (
        """(a) The Secretary of Labor shall take steps, including:
        (i) training the staff; and
        (ii) sharing the results.""",
        (duty(LABOR, "take steps", cite="2(a)"),),
    ),
    "an item of contents with its own deadline": (
        """(a) The Secretary of Labor shall coordinate the work, including by:
        (i) within 60 days of the date of this order, releasing a plan; and
        (ii) training the staff.""",
        (duty(LABOR, "coordinate the work", cite="2(a)"), duty(LABOR, "releasing a plan", "60 days", cite="2(a)(i)")),
    ),
    "an item of contents with its own actor": (
        """(a) The Secretary of Labor shall submit a report on:
        (i) the plans of the States. The Attorney General shall review the report before it is sent; and
        (ii) the costs.""",
        (duty(LABOR, "submit a report", cite="2(a)"), duty(AG, "review the report", "before it is sent", cite="2(a)(i)")),
    ),
    "a second actor's sentence in an item": (
        """(a) The Secretary of Labor shall:
        (i) publish a list of plans. The Attorney General shall review the list; and
        (ii) review the rules.""",
        (
            duty(LABOR, "publish a list", cite="2(a)(i)"), duty(AG, "review the list", cite="2(a)(i)"),
            duty(LABOR, "review the rules", cite="2(a)(ii)"),
        ),
    ),
    "only a deadline": (
        """(a) Within 180 days of the date of this order:
        (i) the Secretary of Labor shall publish a list; and
        (ii) the Attorney General shall review the rules.""",
        (
            duty(LABOR, "publish a list", "180 days", inherited=True, cite="2(a)(i)"),
            duty(AG, "review the rules", "180 days", inherited=True, cite="2(a)(ii)"),
        ),
    ),
    "the following actions shall be taken": (
        """(a) To speed the work, the following actions shall be taken:
        (i) The Secretary of Labor shall publish a list.
        (ii) The Attorney General shall review the rules.""",
        (duty(LABOR, "publish a list", cite="2(a)(i)"), duty(AG, "review the rules", cite="2(a)(ii)")),
    ),
    "nested lists": (
        """(a) The Secretary of Labor shall:
        (i) within 30 days of the date of this order:
        (A) publish a list; and
        (B) review the rules; and
        (ii) submit a report that:
        (A) names the owners; and
        (B) shows the costs.""",
        (
            duty(LABOR, "publish a list", "30 days", inherited=True, cite="2(a)(i)(A)"),
            duty(LABOR, "review the rules", "30 days", inherited=True, cite="2(a)(i)(B)"),
            duty(LABOR, "submit a report", cite="2(a)(ii)"),
        ),
    ),
    "an unnumbered paragraph keeps the citation": (
        """(a) The Secretary of Labor shall publish a list.
        The Attorney General shall review the list.""",
        (duty(LABOR, "publish a list", cite="2(a)"), duty(AG, "review the list", cite="2(a)")),
    ),
    "sibling paragraphs inherit nothing": (
        """(a) Within 30 days of the date of this order, the Secretary of Labor shall publish a list.
        (b) The Secretary shall review the rules.""",
        (duty(LABOR, "publish a list", "30 days", cite="2(a)"), duty(LABOR, "review the rules", cite="2(b)")),
    ),
    "deeper contents stay contents": (
        """(a) The Secretary of Labor shall submit a report that includes:
        (i) a list of:
        (A) plans; and
        (B) owners; and
        (ii) the costs.""",
        (duty(LABOR, "submit a report", cite="2(a)"),),
    ),
    "items with headings of their own": (
        """(a) The Secretary of Labor shall:
        (i) Lists. publish a list of plans; and
        (ii) Rules. review the rules.""",
        (duty(LABOR, "publish a list", cite="2(a)(i)"), duty(LABOR, "review the rules", cite="2(a)(ii)")),
    ),
    "shall do the following": (
        """(a) The Secretary of Labor shall do the following:
        (i) Publish a list of plans.
        (ii) Review the rules.""",
        (duty(LABOR, "Publish a list", cite="2(a)(i)"), duty(LABOR, "Review the rules", cite="2(a)(ii)")),
    ),
    "a prohibition by no": (
        """(a) No agency shall:
        (i) buy such devices; or
        (ii) renew such contracts.""",
        (duty("agencies", "buy such devices", kind="prohibition", cite="2(a)(i)"), duty("agencies", "renew such contracts", kind="prohibition", cite="2(a)(ii)")),
    ),
    "an item adds its own partners": (
        """(a) The Secretary of Labor shall:
        (i) in consultation with the Attorney General, publish a list; and
        (ii) review the rules.""",
        (duty(LABOR, "publish a list", consult=AG, cite="2(a)(i)"), duty(LABOR, "review the rules", cite="2(a)(ii)")),
    ),
    "items under may": (
        """(a) The Secretary of Labor may:
        (i) publish a list; and
        (ii) review the rules.
        (b) The Attorney General shall report.""",
        (duty(AG, "report", cite="2(b)"),),
    ),
    "items of a policy": (
        """(a) It is the policy of the United States to:
        (i) publish lists; and
        (ii) review the rules.
        (b) The Attorney General shall report.""",
        (duty(AG, "report", cite="2(b)"),),
    ),
    "a two-level list of verbs": (
        """(a) The Secretary of Labor shall:
        (i) with respect to the plans:
        (A) publish a list; and
        (B) name the owners; and
        (ii) review the rules.""",
        (
            duty(LABOR, "publish a list", cite="2(a)(i)(A)"), duty(LABOR, "name the owners", cite="2(a)(i)(B)"),
            duty(LABOR, "review the rules", cite="2(a)(ii)"),
        ),
    ),
    "each item its own time": (
        """(a) The Secretary of Labor shall submit the plan described in:
        (i) section 3 of this order within 30 days of the date of this order; and
        (ii) section 4 of this order within 60 days of the date of this order.
        """,
        (
            duty(LABOR, "submit the plan", cite="2(a)"), duty(LABOR, "submit the plan", "30 days", cite="2(a)(i)"),
            duty(LABOR, "submit the plan", "60 days", cite="2(a)(ii)"),
        ),
    ),
    "the paragraph after a list inherits nothing": (
        """(a) Within 30 days of the date of this order, the Secretary of Labor shall:
        (i) publish a list; and
        (ii) review the rules.
        (b) The Attorney General shall report.""",
        (
            duty(LABOR, "publish a list", "30 days", inherited=True, cite="2(a)(i)"),
            duty(LABOR, "review the rules", "30 days", inherited=True, cite="2(a)(ii)"), duty(AG, "report", cite="2(b)"),
        ),
    ),
    "items with a colon's carrier and officials": (
        """(a) The following officials shall act within 30 days of the date of this order:
        (i) The Secretary of Labor shall publish a list.
        (ii) The Attorney General shall review it.""",
        (
            duty("officials", "act", "30 days", cite="2(a)"), duty(LABOR, "publish a list", "30 days", inherited=True, cite="2(a)(i)"),
            duty(AG, "review it", "30 days", inherited=True, cite="2(a)(ii)"),
        ),
    ),
    "an item with two verbs": (
        """(a) The Secretary of Labor shall:
        (i) review and, as appropriate, revise the rules; and
        (ii) end the program.""",
        (duty(LABOR, "review and, as appropriate, revise", cite="2(a)(i)"), duty(LABOR, "end the program", cite="2(a)(ii)")),
    ),
    "an item with through": (
        """(a) The Secretary of Commerce shall:
        (i) acting through the Director of the Census Bureau, run the survey; and
        (ii) publish the results.""",
        (
            duty(COMMERCE, "run the survey", through="Director of the Census Bureau", cite="2(a)(i)"),
            duty(COMMERCE, "publish the results", cite="2(a)(ii)"),
        ),
    ),
    "an item with a date of its own at its end": (
        """(a) The Secretary of Labor shall:
        (i) publish a list by March 1, 2027; and
        (ii) review the rules annually.""",
        (
            duty(LABOR, "publish a list", "by 2027-03-01", cite="2(a)(i)"),
            duty(LABOR, "review the rules", "recurring", recurs="annually", cite="2(a)(ii)"),
        ),
    ),
    "a paragraph after the list goes on": (
        """(a) The Secretary of Labor shall:
        (i) publish a list; and
        (ii) review the rules.
        The Secretary shall also tell the States.""",
        (
            duty(LABOR, "publish a list", cite="2(a)(i)"), duty(LABOR, "review the rules", cite="2(a)(ii)"),
            duty(LABOR, "tell the States", cite="2(a)(ii)"),
        ),
    ),
    "labels in capitals": (
        """(A) The Secretary of Labor shall publish a list.
        (B) The Attorney General shall review it.""",
        (duty(LABOR, "publish a list", cite="2(A)"), duty(AG, "review it", cite="2(B)")),
    ),
}  # fmt: skip

# sentence(s): the reasons of everything in them that could be taken for a duty; none of it is one
NO_DUTY = {
    "may": ("The Secretary of Labor may hire guides.", ["permission"]),
    "is authorized to": ("The Secretary of Labor is authorized to hire guides.", ["permission"]),
    "is hereby delegated": ("The authority under that Act is hereby delegated to the Secretary of State.", ["permission"]),
    "should": ("Agencies should share their results.", ["encouragement"]),
    "is encouraged": ("Independent agencies are encouraged to share their results.", ["encouragement"]),
    "is urged": ("Independent agencies are urged to share their results.", ["encouragement"]),
    "construction": ("Nothing in this section shall be construed to require a license.", ["construction"]),
    "definition": ("The term “device” shall mean a machine that counts.", ["definition"]),
    "meaning": ("“Device” shall have the meaning given in section 3 of that Act.", ["definition"]),
    "policy": ("It shall be the policy of the United States to lead in the counting of machines.", ["policy"]),
    "policy without a modal": ("It is the policy of the United States to lead in the counting of machines.", ["policy"]),
    "effective": ("This order shall be effective on July 1, 2026.", ["effect"]),
    "terminate": ("The Task Force shall terminate 2 years after the date of this order.", ["effect"]),
    "consistent with law": ("This order shall be implemented consistent with applicable law.", ["effect"]),
    "consists of": ("The Council shall consist of the Secretary of Labor and the Attorney General.", ["constitutive"]),
    "comprises": ("The Council shall comprise the Secretary of Labor and the Attorney General.", ["constitutive"]),
    "chaired by": ("The Council shall be chaired by the Secretary of Labor.", ["constitutive"]),
    "serves as chair": ("The Secretary of Labor shall serve as Chair of the Council.", ["constitutive"]),
    "members": ("The Council shall include as members the Secretary of Labor and the Attorney General.", ["constitutive"]),
    "contents": ("The report shall include a summary of the costs.", ["content"]),
    "contents of several": ("Such plans shall describe the costs and the owners.", ["content"]),
    "expectation": ("These steps will make the Nation safer.", ["policy", "content"]),
    "a need": ("America must lead in the counting of machines.", ["policy"]),
    "embedded": ("A plan that shall cover all devices is at hand.", ["embedded", "content"]),
    "costs of publication": ("The costs for publication of this order shall be borne by the Department of Labor.", ["general-provision"]),
    "amendment": ("Section 3 of Executive Order 10000 is amended by striking “shall” and inserting “may”.", ["amendment", "embedded"]),
    "it is expected": ("It is expected that agencies will share their results.", ["policy", "content", "embedded", "effect"]),
    "rights": ("This order does not, and shall not be read to, create any right.", ["construction", "effect", "general-provision"]),
    "established": ("There shall be established in the Department of Labor an Office of Lists.", ["constitutive"]),
    "without pay": ("Members of the Council shall serve without compensation.", ["constitutive"]),
    "a quorum": ("A majority of the members shall constitute a quorum.", ["constitutive"]),
    "known as": ("The office shall be known as the Office of Lists.", ["constitutive"]),
    "supersedes": ("This order shall supersede Executive Order 10000.", ["effect"]),
    "an exemption": ("The limits of this section shall not apply to the Armed Forces.", ["effect"]),
}  # fmt: skip

# case → what the extractor still gets wrong in it
WRONG: dict[str, str] = {}


def params(table: dict[str, tuple], cases: dict[str, str] = WRONG) -> list:
    """One test for each row; a row that is known to be misread must fail, and says why."""
    return [
        pytest.param(*row, id=name, marks=[pytest.mark.xfail(strict=True, reason=cases[name])] if name in cases else [])
        for name, row in table.items()
    ]


def duties(text: str, wanted: tuple[Duty, ...]) -> tuple[Duty, ...]:
    found = read(text).obligations
    blank = Duty((), "x" * 80)
    return tuple(
        seen(each, wanted[position] if position < len(wanted) else blank) for position, each in enumerate(found)
    )


@pytest.mark.parametrize(("text", "wanted"), params(ONE_DUTY))
def test_a_sentence_means_one_duty(text: str, wanted: Duty):
    assert duties(text, (wanted,)) == (wanted,)


@pytest.mark.parametrize(("text", "wanted"), params(SEVERAL))
def test_a_passage_means_several_duties(text: str, wanted: tuple[Duty, ...]):
    assert duties(text, wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), params(LISTS))
def test_a_list_means(text: str, wanted: tuple[Duty, ...]):
    assert duties(text, wanted) == wanted


@pytest.mark.parametrize(("text", "reasons"), params(NO_DUTY))
def test_a_passage_obliges_nobody(text: str, reasons: list[str]):
    found = read(text)
    assert [each.action for each in found.obligations] == []
    assert found.not_obligations
    assert {each.reason for each in found.not_obligations} <= set(reasons)


def test_an_item_of_uncertain_kind_is_marked_for_review():
    found = read("(a) The Secretary of Labor shall:\n(i) gazette the list; and\n(ii) publish the rules.").obligations
    assert [bool(each.review) for each in found] == [True, False]
    assert "uncertain" in found[0].review[0]


def test_a_label_without_words_hands_its_lead_in_on():
    found = read(
        "(a) Within 30 days of the date of this order, the Board shall:\n(i)(A) count the mills; and\n(B) list the barns;\n(ii) sell the carts."
    )
    assert [(each.citation, each.action, each.deadline.amount) for each in found.obligations] == [
        ("2(a)(i)(A)", "count the mills", 30), ("2(a)(i)(B)", "list the barns", 30), ("2(a)(ii)", "sell the carts", 30),
    ]  # fmt: skip
    assert found.unread == ()


# a list of dates: citation, action, and the day or the days of each obligation
DATES_ALONE = {
    "as follows": (
        "(a) The Secretary of Labor shall submit reports as follows:\n(i) within 30 days of the date of this order; and\n(ii) within 180 days of the date of this order.",
        [("2(a)(i)", 30), ("2(a)(ii)", 180)],
    ),
    "a first and a final one": (
        "(a) The Secretary of Labor shall submit reports on mills to the President as follows:\n(i) a first report within 30 days of the date of this order; and\n(ii) a final report within 1 year of the date of this order.",
        [("2(a)(i)", 30), ("2(a)(ii)", 1)],
    ),
    "one item is no date": (
        "(a) The Secretary of Labor shall publish lists of the following:\n(i) mills, within 30 days of the date of this order; and\n(ii) barns.",
        [("2(a)", None), ("2(a)(i)", 30)],
    ),
    "the lead-in is dated": (
        "(a) Within 10 days of the date of this order, the Secretary of Labor shall publish a list of:\n(i) mills; and\n(ii) barns.",
        [("2(a)", 10)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATES_ALONE.values(), ids=DATES_ALONE)
def test_a_list_of_dates_is_one_duty_for_each(text: str, expected: list[tuple[str, int | None]]):
    found = read(text).obligations
    assert [(each.citation, each.deadline.amount) for each in found] == expected
    assert {each.responsible for each in found} == {("Secretary of Labor",)}


def test_a_thing_behind_a_date_without_a_comma_is_no_date_alone():
    found = read(
        "The Secretary of Labor shall publish lists of:\n(a) by June 1, 2027 mills; and\n(b) by June 1, 2028 barns."
    )
    assert [(each.citation, each.deadline.kind) for each in found.obligations] == [("2", "none")]
    assert len(found.unread) == 2


def test_functions_that_open_with_verbs_are_duties():
    found = read(
        "(a) The Mill Center shall have the following functions:\n(i) count the mills; and\n(ii) list the barns."
    )
    assert [(each.citation, each.action) for each in found.obligations] == [
        ("2(a)(i)", "count the mills"), ("2(a)(ii)", "list the barns"),
    ]  # fmt: skip
    members = read(
        "(a) The Mill Board shall have the following members:\n(i) the Secretary of Labor; and\n(ii) the Attorney General."
    )
    assert members.obligations == ()
