"""Why a modal obliges nobody. The first rule that matches decides; each matches a clause as one line of text.

The line is ``subject | modal | predicate``; the words before the subject are not in it. ``subject`` says whether the
rule needs an actor (``actor``), needs there to be none (``other``) or does not care (``any``).
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
    subject: str = "any"  # any | actor | other


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
        _compiled(r"costs?\ (?:for|of)\ (?:the\ )?publi | publication\ of\ this\ (?:order|memorandum|proclamation)"),
        ("The costs for publication of this order | shall | be borne by the Department of War",), ("The Secretary | shall | bear the costs of the program",),
    ),
    ReasonRule(
        "reason.implemented-consistent-with-law", "effect",
        _compiled(r"^(?:this|the\ provisions\ of\ this|any\ provision\ of\ this|section\s\d+\S*\ of\ this)\ (?:order|memorandum|section|subsection|proclamation)\b[^|]*\|\ \w+\ \|"),
        ("This order | shall | be implemented consistent with applicable law", "This section | shall | apply to grants"),
        ("The Director | shall | implement this order",), "other",
    ),
    ReasonRule(
        "reason.definition", "definition",
        _compiled(r"^(?=[^|]*\bterms?\b)[^|]*+\|\ \w+\ \|\ (?:be\ )?(?:mean|refer|include|have|defined|not\ include|encompass) | \|\ (?:have\ the\ (?:same\ )?meaning|mean\b|be\ defined\b|refer\ to\b)"),
        ("The term “agency” | shall | mean any authority of the United States", "“Covered plan” | shall | have the meaning given in section 3"),
        ("The Secretary | shall | define the term",),
    ),
    ReasonRule(
        "reason.policy", "policy",
        _compiled(r"\|\ (?:be\ |it\ be\ )?the\ policy\ of | ^it\b[^|]*\|\ [^|]*\|\ (?:be\ )?(?:the\ )?policy | ^(?:it\ is|it’s)\ the\ policy"),
        ("It | shall | be the policy of the United States to lead",), ("The Secretary | shall | set the policy of the department",),
    ),
    ReasonRule(
        "reason.composition", "constitutive",
        _compiled(
            r"""\|\ (?:also\ |further\ |initially\ )?(?: (?:be\ )?(?:composed|comprised)\ of | comprise\b | consist\b | include\ as\ (?:[\w-]+\ ){0,3}members | have\ as\ (?:its\ )?members
            | be\ (?:jointly\ |co-)*(?:chaired|led|headed|co-led|administered|presided\ over)\ by | (?:serve|act|function)\ as\ (?:the\ |an?\ |its\ |such\ |an?\ )?(?:ex\ officio\ )?(?:[\w-]+\ ){0,4}?
            (?:(?:co-|vice[\ -])?chair(?:s|person|man|men)?|members?|executive\ (?:director|secretary)|administrator|lead|vice|staff)\b
            | be\ (?:the\ |an?\ |ex\ officio\ |voting\ |standing\ )*(?:co-|vice[\ -])?(?:chairs?|members?|chairman|chairperson)\b | (?:co-)?chair\ (?:the|this|such|and\ (?:convene|preside))\b(?![^|]*\bto\b)
            | serve\ (?:without|for\ (?:a\ term|terms)|at\ the\ pleasure|on\ the|a\ term|until|terms|staggered|two|four|one|in\ (?:an|a|their)) | be\ (?:known|referred\ to)\ as | be\ (?:located|housed|situated|placed)\ (?:in|within|at)
            | be\ appointed\b | be\ (?:designated|selected)\ (?:by|from|as) | be\ (?:established|created)\ (?:within|in\ the|by|as) | constitute\ a\ quorum | be\ (?:full-time|part-time|voluntary|advisory|compensated|paid|allowed|entitled|a\ (?:senior|full)) | have\ (?:no\ more|not\ more|at\ least|up\ to|the\ following\ members|an?\ (?:executive|chair|staff)|such\ staff) | hold\ office | receive\ (?:no|compensation)
            | be\ made\ up\ of | be\ (?:drawn|chosen|nominated)\ from | be\ senior | be\ functionally | report\ (?:directly\ )?to\ the\ President\ through | number\ no)"""
        ),
        ("The Council | shall | consist of the following members", "The task force | shall | be chaired by the Secretary of Labor", "The Director | shall | serve as Chair of the Council",
         "Members | shall | serve without compensation"),
        ("The Director | shall | serve notice", "The Secretary | shall | chair a meeting to review the plan", "The Board | shall | consider the report"),
    ),
    ReasonRule(
        "reason.members-included", "constitutive",
        _compiled(r"^(?=[^|]*\b(?:council|committee|commission|board|task\ force|group|team|members(?:hip)?|subcommittee|panel|center|office)\b)[^|]*+\|\ \w+\ \|\ (?:also\ )?(?:include|be)\b(?!\ (?:submitted|responsible|required|published|provided))"),
        ("The Commission | shall | include the Secretary of Labor", "The membership of the Council | shall | include the Attorney General"), ("The report | shall | include a summary",),
        "any",
    ),
    ReasonRule(
        "reason.effect", "effect",
        _compiled(
            r"""\|\ (?:not\ |also\ |thereupon\ |immediately\ |only\ )*(?: (?:be|become|remain)\ (?:effective|in\ effect|in\ force|in\ full\ force|void|null|of\ no|operative|applicable|subject\ to|deemed|exempt|considered|treated\ as|valid|binding|ineligible|eligible|available\b(?=[^|]*\bfor\ expend)|without|severable|affected|unaffected|governed|consistent)\b(?!\ by\ the)
            | take\ effect | come\ into\ (?:force|effect) | go\ into\ effect | expire\b | lapse\b | (?:terminate|sunset|dissolve|cease|disband|end|conclude)\b(?=\ ?(?:$|\.|on\b|upon\b|at\b|no\ later|not\ later|\d|one|two|three|when|if|unless|within|by\b|after|\w+\ (?:days|years|months)|thereafter|to\ (?:exist|have|be)|effective|its\ (?:work|existence)))
            | apply\b | extend\ (?:to|beyond|only) | supersede\b | prevail\b | control\b(?=$|\.) | begin\b(?=\ (?:on|upon|with|at)) | have\ (?:no|any|the\ force|full)\ (?:force|effect|legal) | cease\ to\ (?:be|have|exist) | (?:be\ )?revert | survive)"""
        ),
        ("The prohibitions | shall | take effect on July 1", "The order | shall | be effective immediately", "The exemption | shall | not apply to Federal lands"),
        ("Agencies | shall | terminate the contracts",), "other",
    ),
    ReasonRule(
        "reason.body-ends", "effect",
        _compiled(r"^(?=[^|]*\b(?:council|committee|commission|board|task\ force|group|team|office|position|initiative|center)\b)[^|]*+\|\ \w+\ \|\ (?:terminate|sunset|dissolve|expire|cease\ to\ exist|disband|be\ (?:terminated|disbanded|dissolved))\b(?!\ (?:the|any|all|such|its|each|contracts?))"),
        ("The Commission | shall | terminate 2 years from the date of this order",), ("The Board | shall | terminate the contract",),
    ),
    ReasonRule(
        "reason.rights", "construction",
        _compiled(r"\|\ (?:not\ )?(?:limit|impair|affect|alter|preclude|abrogate|displace|create\ any\ right)\b"),
        ("This section | shall | not limit the authority of the Attorney General",), ("The Secretary | shall | propose limits",), "other",
    ),
)  # fmt: skip
