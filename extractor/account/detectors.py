"""Wide expressions for what can oblige or set a time: each with examples, and counter-examples that it must leave alone.

They are deliberately simple and over-inclusive, and share no list and no rule with ``find``: what a rule there does not
know must be seen here. Each runs over plain text; none needs tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = (
    r"(?:\d[\d,]{0,11}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:a|one|two|three|four|five|six|seven|eight|nine) hundred(?: and [a-z-]+)?|[Il1]\s?[0OIl]{1,2})"
)
LENGTH = (
    rf"\b{_NUMBER}(?:\s*\(\d[\d,]*\))?[\s-]+(?:(?:calendar|business|working|full|consecutive|federal|fiscal)\s+)?"
    r"(?:hours?|days?|weeks?|months?|quarters?|years?)\b"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|\b\d{{1,2}}(?:st|nd|rd|th)? (?:day )?(?:of )?{_MONTH},? \d{{4}}"
_PERIOD = r"(?:calendar |fiscal )?(?:year|half-year|quarter|month|week)"

# Words that name somebody who can be obliged. "President" is none: an order does not oblige who signs it.
OFFICE = re.compile(
    r"\b(?:Secretar(?:y|ies)|Directors?|Administrators?|Attorneys? General|Commissioners?|Chair(?:man|woman|person|s)?|Co-Chairs?|[Hh]eads?"
    r"|[Aa]genc(?:y|ies)|[Dd]epartments?|Councils?|Boards?|Commissions?|Committees?|Task Forces?|Working Groups?|Offices?|Bureau"
    r"|Assistant to the President|Ambassadors?|Postmaster|Archivist|Comptroller|Controller|[Oo]fficials?|[Oo]fficers?|Coordinators?"
    r"|Representatives?|Inspectors? General|Counsels?|Librarian|Register|Advisor|Adviser|Service|Administration|Corps|Panel|Center"
    r"|Treasurer|Surgeon General|Chief|Executive Agent|Governor|Members|[Ll]eadership|[Mm]anagers|[Ee]mployees|[Ss]taff|[Pp]ersonnel|Federal Government|[Cc]ontractors?|[Pp]articipants?|[Cc]orporations?|[Cc]arriers?|[Aa]ppointees?|[Hh]olders?|[Dd]evelopers|[Oo]ccupants?|[Ee]mployers?"
    r"|[Rr]ecipients?|[Ii]nstitutions?|[Ee]nterprise|[Pp]ersons?|Hubs?|Networks?|Laborator(?:y|ies)|Accelerator|Trust|Foundation|Institutes?|Teams?|Consorti(?:um|a)|Authority|Academ(?:y|ies)|Bank)\b"
)


ORDER_NUMBER = re.compile(r"\bOrders?(?: Nos?\.)?[\s\d,]*?\s(\d{4,5})\b")


@dataclass(frozen=True, slots=True)
class Detector:
    """A wide expression: its name, the kind of carrier that it finds, and sentences that it must and must not find.

    ``behind``: the words count only where this stands before them in their clause.
    """

    name: str
    kind: str  # command | time | relation
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    behind: re.Pattern[str] | None = None

    def found(self, words: str) -> Iterator[re.Match[str]]:
        """Every place of ``words`` that the detector finds."""
        for match in self.pattern.finditer(words):
            if self.behind is None or self.behind.search(
                _CLAUSE_STOP.split(words[max(0, match.start() - 160) : match.start()])[-1]
            ):
                yield match


_CLAUSE_STOP = re.compile(r"[.;:]")
DETECTORS = (
    Detector(
        "shall-must",
        "command",
        re.compile(r"\b(?:shall|must)\b(?!-)"),
        ("The Board shall meet.", "Agencies must not delay."),
        ("The Marshall Plan", "a must-have"),
    ),
    Detector(
        "directed",
        "command",
        re.compile(
            r"\b(?<![Ii]t )(?:is|are|am|be)\b(?:(?:[\s,]+(?!not\b)[\w’-]+){0,8}?[\s,]+(?:directed|ordered|instructed|charged|tasked)|"
            r"(?: (?:hereby|further|also|each|all|therefore))* required)\b"
            r"(?=[^.;]{0,160}?\bto\b|\s*:)"
        ),
        (
            "The Administrator is hereby directed within 45 days to rule on it.",
            "Agencies are further instructed: (i) to list tools.",
            "The Board is charged with upkeep and is to report.",
        ),
        ("The staff is small.", "He directed a play.", "Agencies are not required to change forms.", "it is hereby ordered as follows, in order to help:"),
    ),
    Detector(
        "i-direct",
        "command",
        re.compile(
            r"\bI (?:am )?(?:(?:hereby|therefore|further|also) )*(?:direct(?:ing)?|order(?:ing)?|instruct(?:ing)?|task(?:ing)?|charge)\b"
            r"|\b(?:order|memorandum|directive) (?:hereby )?(?:directs|requires|orders|instructs)\b"
        ),
        ("I hereby direct the Secretary of Labor to report.", "This directive requires the following actions:"),
        ("I am grateful.", "I call to mind the order."),
    ),
    Detector(
        "is-to",
        "command",
        re.compile(r"\b(?:is|are) (?:(?:each|all|also|hereby|further|then) )?to(?= [a-z]+\b)"),
        ("The Secretary of Labor is to publish a list.", "Agencies are also to keep it."),
        ("The purpose of this order is to help.", "The mission of the Office is to serve farmers."),
        re.compile(rf"(?<!of the )(?<!of ){OFFICE.pattern}"),
    ),
    Detector(
        "will",
        "command",
        re.compile(r"\bwill(?=(?: not)? [a-z]+\b)"),
        ("The Secretary of Labor will publish a list by June 1.",),
        ("This will help farmers.",),
        OFFICE,
    ),
    Detector(
        "is-revoked",
        "relation",
        re.compile(
            r"\bOrders?\s(?:Nos?\.\s)?\d{4,5}\b(?:[^.;:]|\.(?! [A-Z])){0,250}?"
            r"\b(?:is|are|be)\b(?:,? [a-z]+){0,4},? (?:revok|rescind|supersed|amend|suspend|reinstat)ed\b"
        ),
        ("Executive Order 19101 of May 2 is hereby revoked.", "Order No. 19101 shall be amended to read:"),
        ("This rule is revoked.", "Executive Order 19101 was revoked.", "Executive Order 19101, as amended, stands."),
    ),
    Detector(
        "revoke",
        "relation",
        re.compile(
            r"\b(?:revoke|rescind|supersede|amend|suspend|reinstate)s?\b(?=[^.;:]{0,120}?\bOrders? (?:Nos?\. )?\d{4,5})"
        ),
        ("This order revokes Executive Order 19101.", "It is to amend section 3 of Executive Order No. 19101."),
        ("Executive Order 19101 lets the Board amend its rules.", "I revoked Executive Order 19101."),
    ),
    Detector(
        "limit",
        "time",
        re.compile(
            rf"\b(?:within|(?:no|not) (?:later|more|fewer|less|sooner|earlier) than|at least|not exceed(?:ing)?|in no more than"
            rf"|up to|again in|every|in)\b(?:\s+[\w’(),-]+){{0,6}}?\s+{LENGTH}"
            rf"|{LENGTH}[\s,]+(?:of|after|from|before|following|prior to|thereafter|preceding)\b"
            r"|\b(?:the|each) \w+ (?:day|week|month|year) (?:after|following|of|from)\b|\banniversary of (?:the|this)\b|\bof each (?:year|month|quarter)\b"
            r"|-day period (?:beginning|that begins|from|after|following)\b",
            re.I,
        ),
        (
            "Within thirty (30) days, the Board shall meet.",
            "a second list not later than 6 months after that",
            "1 year and 6 months after the date of this order",
            "on or before the 45th day after the date",
            "before the end of the 90-day period beginning on the date of this order",
            "within I 00 days of this order",
        ),
        ("a 5-year plan", "for 30 days", "the day care centers"),
    ),
    Detector(
        "day",
        "time",
        re.compile(
            rf"\b(?:by|before|on|until|than|prior to|through|beginning|starting|and|ending)\s+(?:[\w’]+\s+){{0,5}}?(?:{DAY})"
            r"|\b(?:by|before|until|than|prior to|through|beginning|starting|in)\s+(?:\w+\s+){0,4}?(?:fiscal|calendar) year \d{4}"
            r"|\bby (?:the end of )?(?:\w+ )?\d{4}\b|\b(?:close of business|noon)\b",
        ),
        ("a final list by December 31, 2031", "by noon on May 2, 2031", "before the end of fiscal year 2032"),
        ("the Act of June 4, 1952", "section 5 of title 5"),
    ),
    Detector(
        "recurrence",
        "time",
        re.compile(
            rf"\b(?:bi|semi-?)?(?:annually|weekly|monthly|quarterly|yearly|biennially|triennially)\b"
            rf"|\b(?:every|each) (?:other |second |third |\w+ )?{_PERIOD}s?\b|\b(?:once|twice|times) (?:a|per|each|every) {_PERIOD}\b"
            r"|\b(?:annual|quarterly|monthly|weekly|biannual|semi-?annual|biennial|yearly) (?:\w+ ){0,2}"
            r"(?:basis|reports?|updates?|reviews?|summar(?:y|ies)|assessments?|briefings?|meetings?|plans?)\b",
            re.I,
        ),
        ("shall report annually", "an annual report", "every other month", "twice a year", "each fiscal quarter"),
        ("the annual budget",),
    ),
)  # fmt: skip

# No time is without one of these; looked for first, since that is quick.
_TIMELY = (
    *("hour", "day", "week", "month", "quarter", "year", "annual", "ennial", "noon", "anniversary", "business", "20"),
    *(
        "january",
        "february",
        "march",
        "april",
        "may ",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
)


def is_timely(words: str) -> bool:
    """Can the words hold a time at all?"""
    lower = words.lower()
    return any(each in lower for each in _TIMELY)


# Times that set nobody a day: what has been, how long something lasts or may last, ages and plans.
NO_LIMIT = re.compile(
    rf"\b(?:past|previous|last|preceding|prior|recent|next|following|over|during|for|least every|for each of|period(?:s)? of|term(?:s)? of|age of"
    rf"|duration of|exceeding|up to|more than|older than|minimum of|total of|average of)\s+(?:the\s+)?(?:\w+\s+){{0,3}}?{LENGTH}",
    re.I,
)
