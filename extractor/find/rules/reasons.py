"""Why a modal obliges nobody. The first rule that matches decides; each matches a clause as one line of text.

The line is ``subject | modal | predicate``; the words before the subject are not in it. ``subject`` says what the rule
needs there: an actor (``actor``), none (``other``), a council or its members (``council``), or anything (``any``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class ReasonRule:
    """A verbose regular expression over ``subject | modal | predicate``. No part of it may backtrack beyond linear."""

    name: str
    reason: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    subject: str = "any"  # any | actor | other | council


def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text, re.I | re.X)


RULES: tuple[ReasonRule, ...] = (
    ReasonRule(
        "reason.construed", "construction",
        _compiled(r"^(?:nothing|no\ provision|neither\ this) | \|\ (?:not\ )?(?:be\ )?(?:construed|interpreted)\b | \|\ (?:not\ )?be\ (?:construed|interpreted|read)\b"),
        ("Nothing in this section | shall | be construed to require a license", "This order | shall | be interpreted broadly"),
        ("The Secretary | shall | interpret the rule",),
    ),
    ReasonRule(
        "reason.publication-costs", "general-provision",
        _compiled(r"^[^|]*costs?\ (?:for|of)\ (?:the\ )?publi | publication\ of\ this\ (?:order|memorandum|proclamation)\b[^|]*\|[^|]*\|\ be\ borne"),
        ("The costs for publication of this order | shall | be borne by the Department of War",), ("The Secretary | shall | bear the costs of the program", "The Archivist | shall | base the fees on the costs of publication", "Within 7 days of the date of publication of this order, the Secretary | shall | publish a notice"),
    ),
    ReasonRule(
        "reason.publishes-this-order", "general-provision",
        _compiled(r"\|\ publish\ this\ (?:order|memorandum|proclamation|directive)\b | authorized\ and\ (?:hereby\ )?directed\ to\ \|\ publish\ this\b"),
        ("The Attorney General | is directed to | publish this memorandum in the Federal Register", "You | are authorized and directed to | publish this determination in the Federal Register"),
        ("The Secretary | shall | publish this determination in the Federal Register", "The Director | is authorized and directed to | publish the list"),
    ),
    ReasonRule(
        "reason.implemented-consistent-with-law", "effect",
        _compiled(r"^(?:this|the\ provisions\ of\ this|any\ provision\ of\ this|section\s\d+\S*\ of\ this)\ (?:order|memorandum|section|subsection|proclamation)\b[^|]*\|\ (?!will)\w+\ \|"),
        ("This order | shall | be implemented consistent with applicable law", "This section | shall | apply to grants"),
        ("The Director | shall | implement this order", "This order | will | help families to save"), "other",
    ),
    ReasonRule(
        "reason.definition", "definition",
        _compiled(r"^(?=[^|]*\bterms?\b)[^|]*+\|\ \w+\ \|\ (?:be\ )?(?:mean|refer|include|have|defined|not\ include|encompass) | \|\ (?:have\ the\ (?:same\ )?meaning|mean\b|be\ defined\b) | ^[“][^|]*\|\ \w+\ \|\ refer\ to\b"),
        ("The term “agency” | shall | mean any authority of the United States", "“Covered plan” | shall | have the meaning given in section 3"),
        ("The Secretary | shall | define the term", "The Secretary | shall | refer to the profiles in updates of the plan"),
    ),
    ReasonRule(
        "reason.policy", "policy",
        _compiled(r"\|\ (?:be\ |it\ be\ )?the\ policy\ of | ^it\b[^|]*\|\ [^|]*\|\ (?:be\ )?(?:the\ )?policy | ^(?:it\ is|it’s)\ the\ policy"),
        ("It | shall | be the policy of the United States to lead",), ("The Secretary | shall | set the policy of the department",),
    ),
    ReasonRule(
        "reason.amended", "amendment",
        _compiled(r"\|\ be\ (?:further\ |hereby\ |also\ )*(?:amended|revised|modified)\ (?:to\ read|as\ follows|by\ (?:adding|striking|inserting|deleting|removing|replacing|substituting|redesignating))\b"),
        ("Section 2 of that order | shall | be further amended by adding “farms” after “fields”", "The list | shall | be revised to read “farms”"),
        ("The rule | shall | be amended by the Secretary", "The plan | shall | be revised within 30 days"),
    ),
    ReasonRule(
        "reason.composition", "constitutive",
        _compiled(
            r"""\|\ (?:also\ |further\ |initially\ |not\ )?(?: (?:be\ )?(?:composed|comprised)\ of | comprise\b | consist\b | include\ as\ (?:[\w-]+\ ){0,3}members | include\b[^|]{3,120}\ as\ (?:an?\ )?(?:[\w-]+\ ){0,2}members?\b | have\ as\ (?:its\ )?members
            | be\ (?:jointly\ |co-)*(?:chaired|headed|presided\ over)\ by | be\ led\ by\ an?\b | (?:serve|act|function)\ as\ (?:the\ |an?\ |its\ |such\ |an?\ )?(?:ex\ officio\ )?(?:(?!(?:of|for|to|with|between|through|on|in)\ )[\w-]+\ ){0,4}?
            (?:(?:co-|vice[\ -])*chair(?:s|person|man|men)?|members?|executive\ (?:director|secretary)|administrator|coordinator|lead\b(?!\ agenc|\ federal|\ for)|vice|staff)\b
            | serve\ as\ (?:the\ |an?\ )?(?:[\w-]+\ ){0,2}advis[eo]rs?\ to\ the\ (?:[\w-]+\ ){0,4}(?:task\ force|council|committee|commission|board|group|initiative)\b | serve\ in\ the\ same\ role
            | (?:serve|act)\ as\ (?:the\ )?(?:acting\ )?(?:secretary|attorney\ general|director|commissioner)\b(?![’'’]) | act\ as\ and\ perform
            | be\ (?:(?!(?:at|between|by|for|from|in|made|of|on|responsible|sent|to|with)\ )[\w-]+,?\ ){0,5}?(?:co-|vice[\ -])?(?:chairs?|members?|chairman|chairperson|observers?)\b | (?:co-)?chair\ (?:the|this|such|and\ (?:convene|preside))\b(?![^|]*\bto\b)
            | serve\ (?:without|for\ (?:a\ term|terms|\d|one|two|three|four|five)|at\ the\ pleasure|on\ the|a\ term|until|terms|staggered|two|four|one|contingent|in\ (?:an?|their)\ (?:[\w-]+\ ){0,2}capacit) | be\ (?:known|referred\ to)\ as | be\ (?:located|housed|situated|placed)\ (?:in|within|at)
            | be\ appointed\b | be\ (?:designated|selected)\ (?:by|from|as) | be\ (?:established|created)\ (?:for\ administrative\ purposes\ )?(?:within|in\ the|as) | be\ (?:the\ )?advis[eo]rs?\ to\ the\b | constitute\ a\ quorum | be\ (?:full-time|part-time|voluntary|advisory|compensated|paid|allowed|entitled|a\ (?:senior|full)) | hold\ office | (?:be|hold)\ (?:pecuniarily|any\ (?:pecuniary|financial))  | receive\ (?:no|compensation)\b
            | be(?:,[^,|]{0,60},)?\ (?:an?\ )?(?:(?!and\ |their\ |\w+ed\ )[\w-]+\ ){0,3}(?:employees?|officers?|citizens?|residents?|individuals?|persons?)\b(?!\ (?:responsible|in\ charge)) | be\ responsible\ for\ (?:the|its)\ (?:[\w-]+\ ){0,4}(?:office|bureau|center|division|directorate|branch|unit)\b | be\ made\ up\ of | (?<=members\ \|\ shall\ \|\ )represent\b | be\ (?:drawn|chosen|nominated)\ from | be\ senior | be\ functionally | number\ no)"""
        ),
        ("The Council | shall | consist of the following members", "The Chairman | shall | be a nonvoting member of the Council", "The Director | shall | be an ex officio, non-voting member", "The task force | shall | be chaired by the Secretary of Labor", "The Director | shall | serve as Chair of the Council", "The Director | shall | serve as Co-Vice-Chair",
         "Members | shall | serve without compensation", "Members | shall | serve in an advisory capacity", "The following officials, in the order listed, | shall | act as and perform the duties of the office"),
        ("The Director | shall | serve notice", "Other agencies | shall | serve in an advisory role to the Board", "The review | shall | be led by the Secretary", "The Council | shall | be responsible for the review of the rules", "The Director | shall | serve as the point of contact for members of the public", "The Office | shall | serve as the lead agency for the work", "The Secretary | shall | chair a meeting to review the plan", "The Coordinator | shall | serve as the Secretary’s principal adviser on health", "The Secretary | shall | be responsible for the members", "The Board | shall | consider the report"),
    ),
    ReasonRule(
        "reason.seats", "constitutive",
        _compiled(
            r"""^(?:(?!\bby\b)[^|])*\b(?:members?|representatives?|designees?|alternates?|liaisons)(?:\ (?:of|from|appointed|designated|named)\ [^|,]{1,80})?,?\ \|\ (?!will)[^|]*\|\ (?:each\ |all\ |also\ )*be\ (?:the\ |an?\ |at\ |of\ |from\ |representatives?\b|designees\b|persons\b|officials\b|officers\b|senior\b|individuals\b|full-time|part-time)
            (?![^|]*\b(?:responsib|point\ of\ contact|in\ charge))"""
        ),
        ("Its other members | shall | be representatives of the Department of Labor", "Members | shall | be representative of the trades", "Representatives of the agencies | shall | be the appropriate Assistant Secretary or equivalent", "The designee of each agency | shall | be an official at the level of Assistant Secretary"),
        ("The members | shall | be responsible for the plan", "The representatives | shall | be available to the Board", "The member | shall | be the point of contact for the public", "The Secretary | shall | be an adviser to the Board"),
    ),
    ReasonRule(
        "reason.no-duty", "construction",
        _compiled(r"\|\ (?: not\ (?:\w+ly\ )?be\ (?:required|obliged|obligated|bound|expected)\ to\b | (?:have|be\ under|bear)\ (?:no|not\ any)\ (?:\w+\ )?(?:duty|duties|obligations?)\b ) | ^no\ [^|]*\|\ \w+\ \|\ (?:be\ (?:required|obliged|obligated|bound)\ to\b|(?:have|be\ under|bear)\ any\ (?:\w+\ )?(?:duty|obligation)\b)"),
        ("The Secretary | shall | have no duty to pay", "An agency | shall | not be required to report", "No agency | shall | be obliged to pay", "The Board | shall | be under no obligation to act"),
        ("The Secretary | shall | be required to report", "Agencies | shall | not require a fee", "No agency | shall | require a report", "The Secretary | shall | have a duty to pay"),
    ),
    ReasonRule(
        "reason.members-included", "constitutive",
        _compiled(
            r"""\|\ (?:also\ |otherwise\ |typically\ )*(?: include\ ?$ | include\b(?!\ in\b)(?=[^|]{0,160}\b(?:secretar(?:y|ies)|attorney\ general|directors?|administrators?|chairs?|representatives?|members?|officials?|officers?|heads?|individuals?|persons?
            |experts?|leaders?|designees?|employees|agencies|departments|advis[eo]rs?|assistants?|presidents?|committees?|forum|leads?|staff|specialists?|the\ following\b)\b)
            | be\ (?:led|co-led|administered|staffed)\b | be\ (?:solely\ |primarily\ )?(?:advisory|an?|the|comprised|composed|subject|distinguished|individuals|persons|advis[eo]rs|residents|citizens|structured|organized|eligible|qualified|informed|reimbursed
            |independent|distinct|drawn|selected|chosen|designees|removed|balanced|legal|appointed|part|located|dedicated|open)\b(?![^|]{0,60}\ by\ the\ (?:secretary|director|attorney)))"""
        ),
        ("The Commission | shall | include the Secretary of Labor", "The membership of the Council | shall | include the Attorney General", "The Board | shall | be solely advisory", "The Office | shall | be led by an Executive Director"),
        ("The Council | shall | include recommendations on costs", "The Board | shall | include in its report the views of its members", "The Council | shall | be responsible for the plan"),
        "council",
    ),
    ReasonRule(
        "reason.service", "constitutive",
        _compiled(r"^(?:service|membership|employment|participation)\ (?:as|on|in)\b[^|]*\|\ \w+\ \|"),
        ("Service on the panel | shall | require a clearance", "Membership in the group | shall | be voluntary"), ("The Service | shall | require a clearance",),
    ),
    ReasonRule(
        "reason.president-names", "constitutive",
        _compiled(r"^(?:the\ )?president\ (?:also\ |then\ )?\|\ [^|]*\|\ (?:designate|appoint|select|name|choose|fill|preside)\b"),
        ("The President | shall | designate one member to serve as Chair", "The President | shall | appoint the other members"),
        ("The Assistant to the President | shall | designate an officer", "The President of the Bank | shall | appoint a deputy"),
    ),
    ReasonRule(
        "reason.president-acts", "policy",
        _compiled(r"^(?:the\ )?president\ (?:also\ |then\ )?\|"),
        ("The President | shall | take the necessary steps",), ("The President of the Bank | shall | report", "The Assistant to the President | shall | report"),
    ),
    ReasonRule(
        "reason.has-authority", "permission",
        _compiled(r"\|\ (?:not\ |also\ |further\ )*have\ (?:no\ |the\ |an?\ |full\ |sole\ |exclusive\ |final\ |primary\ |and\ |such\ |any\ |independent\ )*(?:authority|authorities|discretion|powers?|option|right)\b"),
        ("The Director | shall | have the authority to convene the group", "The Secretary | shall | have sole and exclusive discretion in these matters"),
        ("The Director | shall | have the responsibility for this section",),
    ),
    ReasonRule(
        "reason.has", "constitutive",
        _compiled(
            r"""\|\ (?!must|will)[^|]*\|\ (?:not\ |also\ |further\ |each\ )*have\ (?!(?:the\ |lead\ |primary\ |sole\ |overall\ |full\ )*responsibilit | (?:the\ )?following\ (?:\w+\ )?(?:functions|duties|tasks)\b | (?:\w+ly\ )?(?:\w+ed|been|begun|made|met|taken|given|sent|put|written|set)\b | (?:no|any|the\ force|full|legal)\ (?:force|effect|legal))
            (?![^|]*\b(?:in\ place|within\ \d|by\ (?:the\ end|[a-z]{3,9}\ \d)|no\ later|not\ later|ready)\b)"""
        ),
        ("The Council | shall | have two Co-Chairs", "Members | shall | have experience in trade"),
        ("Agencies | shall | have a plan in place", "The Center | shall | have the following functions", "The Secretary | shall | have completed the review", "The Director | shall | have lead responsibility for the work"),
    ),
    ReasonRule(
        "reason.mission", "content",
        _compiled(r"^(?:the\ |its\ |their\ |our\ |this\ |initial\ |primary\ |principal\ )*(?:[\w’'.-]+\ ){0,3}?(?:missions?|purposes?|roles?|goals?|aims?|objectives?|functions?|duties|way|intent)\b[^|]*\|\ [^|]*\|\ be(?:\ (?:to|as\ follows)\b|\ ?$) | ^(?:the\ |its\ |their\ |initial\ |primary\ )*(?:missions?|purposes?|roles?|goals?|aims?|objectives?|functions?|way|intent)\b[^|]*\|\ (?:is|are)\ (?:also\ )?to\ \| | ^[^|]*’s\ mission\ \|\ \w+\ \|\ include"),
        ("The mission of the Office | is to | serve farmers", "The mission of the Board | shall | be to advise the Secretary", "The mission of the Task Force | shall | be"),
        ("The Secretary of the Mission | shall | be responsible for it", "The Office | is to | serve farmers"),
    ),
    ReasonRule(
        "reason.effect", "effect",
        _compiled(
            r"""\|\ (?:not\ |also\ |thereupon\ |immediately\ |only\ |hereby\ )*(?: (?:be|become|remain)\ (?:effective|in\ effect|in\ force|in\ full\ force|void|null|of\ no|operative|applicable|subject\ to|deemed|exempt|prohibited|blocked|admitted|considered|treated\ as|valid|binding|ineligible|eligible|available\b(?=[^|]*\bfor\ expend)|without|severable|affected|unaffected|governed|consistent)\b(?!\ by\b)
            | take\ effect | come\ into\ (?:force|effect) | go\ into\ effect | expire\b | lapse\b | (?:terminate|sunset|dissolve|cease|disband|end|conclude)\b(?=\ ?(?:$|\.|on\b|upon\b|at\b|no\ later|not\ later|\d|one|two|three|when|if|once|unless|within|by\b|after|\w+\ (?:days|years|months)|thereafter|to\ (?:exist|have|be)|effective|its\ (?:work|existence)))
            | apply\b(?!\ (?:an?|the|all|such|these)\ ) | extend\ (?:to|beyond|only) | supersede\b | prevail\b | control\b(?=$|\.) | begin\b(?=\ (?:on|upon|with|at)) | have\ (?:no|any|the\ force|full)\ (?:force|effect|legal) | cease\ to\ (?:be|have|exist) | (?:be\ )?revert | survive)"""
        ),
        ("The prohibitions | shall | take effect on July 1", "The order | shall | be effective immediately", "The exemption | shall | not apply to Federal lands", "The following transactions | shall | be prohibited 45 days after the date of this order"),
        ("The Secretary | shall | apply the rule", "Agencies | shall | terminate the contracts"), "other",
    ),
    ReasonRule(
        "reason.takes-effect", "effect",
        _compiled(r"\|\ (?:not\ |also\ |immediately\ |only\ )*(?: take\ effect | come\ into\ (?:force|effect) | (?:be|become)\ (?:effective|null\ and\ void|void) | (?:remain|continue)\ (?:in\ (?:full\ )?(?:force|effect)|effective|applicable|controlling|available\b(?!\ (?:to|for\ consult))|independent) | apply\ (?:only\ )?(?:to|until|beginning|retroactively|with\ respect\ to)\b )"),
        ("These requirements of the agency | shall | become effective 90 days from the date of this order", "References to the Secretary | shall | remain controlling", "Article 60 | shall | apply to the convening authority"),
        ("The Secretary | shall | apply the rule", "The Director | shall | put the rule into effect", "The Secretary | shall | remain available to advise agencies"),
    ),
    ReasonRule(
        "reason.body-ends", "effect",
        _compiled(r"\|\ (?:also\ |thereupon\ )?(?:(?:terminate|sunset|dissolve|expire|disband)\b(?=\ ?(?:$|[.,;]|on\b|in\ \d|upon\b|at\b|no\ later|not\ later|\d|one\b|two\b|three\b|when\b|if\b|once\b|unless\b|within\b|by\b|after\b|following\b|thereafter))|cease\ to\ (?:exist|function|operate)|be\ (?:terminated|disbanded|dissolved|abolished)\b)"),
        ("The Commission | shall | terminate 2 years from the date of this order", "The Council | shall | terminate in 2031", "The Council | shall | be dissolved"), ("The Board | shall | terminate the contract", "The Commission | shall | report before it ends"),
        "council",
    ),
    ReasonRule(
        "reason.abolished", "effect",
        _compiled(r"\|\ (?:also\ |hereby\ |immediately\ )*be\ (?:terminated|disbanded|dissolved|abolished)\b(?![^|]*\ by\ (?:the|each|an)\b)"),
        ("Committees established under that order | shall | be abolished", "Such positions | shall | be terminated"),
        ("The program | shall | be terminated by the Secretary", "The Secretary | shall | abolish the office"),
    ),
    ReasonRule(
        "reason.following-actions", "content",
        _compiled(r"\bfollowing\ (?:[\w-]+\ ){0,3}(?:actions?|steps?|measures?|tasks?|activities|duties|functions?|requirements?)\ \|\ \w+\ \|\ be\ (?:taken|completed|undertaken|carried\ out|implemented|performed|accomplished)\b(?![^|]*\ by\ the\ (?!end\b|close\b|beginning\b|start\b|date\b|day\b|first\b|last\b|\d+(?:st|nd|rd|th)\b))"),
        ("The following actions | shall | be taken within 180 days of the date of this order", "The following actions | shall | be taken by the end of fiscal year 2027", "the following additional steps | shall | be completed"),
        ("The following actions | shall | be taken by the Secretary", "The following officials | shall | act"),
    ),
    ReasonRule(
        "reason.based-on", "content",
        _compiled(r"\|\ (?:not\ |also\ )*be\ (?:\w+ly\ )?(?:based|modeled|predicated|premised|founded)\ (?:up)?on\b"),
        ("Such guidance | shall | be based on practices developed by the Office", "The determination | shall | be based upon an analysis by the Secretary"), ("The Secretary | shall | base the plan on the report",),
    ),
    ReasonRule(
        "reason.which-includes", "content",
        _compiled(r"\bwhich\ \|\ \w+\ \|\ (?:also\ )?include\b"),
        ("an opinion of the Director, which | shall | include the costs",), ("The Director | shall | include the costs", "agencies, which | shall | report")
    ),
    ReasonRule(
        "reason.done-to", "content",
        _compiled(
            r"""\|\ (?:receive\ (?:[a-z]+\ )?(?:notice|notifications?)|face\ any|suffer)\b | ^no\ [^|]*\|\ \w+\ \|\ be\ \w{3,}ed\b(?![^|]{0,60}\ by\ (?:the|an?|each)\ (?:secretar|agenc|director|head)) | \|\ (?:not\ |also\ |further\ )*be\ (?:\w+ly\ )?(?!(?:required|guided|represented|prepared|closed|committed|tasked|charged|responsible|directed|expected|engaged|involved|need|indeed|held)\b)
            (?:\w{3,}ed|given|made|taken|chosen|drawn|known|shown|sent|paid|held|kept|born|built|brought|bound|informed)\b(?!(?:\ [\w-]+){0,3}\ by\b)(?![^|]*\ (?:within|no\ later|not\ later|at\ least|every|annually|quarterly)\b)"""
        ),
        ("Employees | shall | be given term appointments", "No entity | shall | be blocked because it is owned by others", "The agency head | shall | receive monthly notifications of the talks", "The Officer | shall | be informed of the finding through steps set by the Secretary", "The heads of other agencies | shall | be invited as appropriate"),
        ("Employees | shall | be required to complete the course", "Agencies | shall | be represented on the council", "Agencies | shall | be notified by the Director", "The members | shall | be named within 30 days"),
        "actor",
    ),
    ReasonRule(
        "reason.rights", "construction",
        _compiled(r"\|\ (?:not\ )?(?:limit|impair|affect|alter|preclude|abrogate|displace|create\ any\ right)\b"),
        ("This section | shall | not limit the authority of the Attorney General",), ("The Secretary | shall | limit the program", "The Secretary | shall | propose limits",), "other",
    ),
)  # fmt: skip
