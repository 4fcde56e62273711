"""Deadline phrases. ``yields`` is the deadline's kind; a rule names the words that open or make up the phrase.

``relative`` runs from the order's own date and is complete as matched. ``event`` opens a phrase whose event
follows. ``unanchored`` states a time without saying from when. ``fixed``, ``recurring`` and ``vague`` are complete.
"""

from __future__ import annotations

from typing import Any

from extractor.find.rules.rule import Pattern, Rule, lower, phrase
from extractor.words.dates import MONTHS
from extractor.words.numbers import FIGURES, NUMBER_WORDS
from extractor.words.periods import BUSINESS_WORDS, COUNTING_WORDS, UNIT_TOKENS

# A figure that is no whole number (``2.5``, ``30-60``) is taken in too: an amount that is unread must not pass for none.
_FIGURE = rf"(?:{FIGURES})(?:[.–-]\d+)?"
_WORD = "|".join(sorted(NUMBER_WORDS))
_IN_WORDS = rf"(?:{_WORD})(?:-(?:and|{_WORD}))*"
_NUMBER: dict[str, Any] = {"LOWER": {"REGEX": rf"^(?:{_FIGURE}|{_IN_WORDS})$"}}
_MORE: dict[str, Any] = {"LOWER": {"REGEX": rf"^(?:and|{_IN_WORDS})$"}, "OP": "*"}
_IN_FIGURES: Pattern = [
    {"ORTH": "(", "OP": "?"},
    {"LOWER": {"REGEX": rf"^(?:{_FIGURE}|{_IN_WORDS})$"}, "OP": "?"},
    {"ORTH": ")", "OP": "?"},
]
_UNIT: Pattern = [lower(*BUSINESS_WORDS, *COUNTING_WORDS) | {"OP": "*"}, lower(*UNIT_TOKENS)]
_PERIOD: Pattern = [_NUMBER, _MORE, *_IN_FIGURES, *_UNIT]
# After a word that announces a length of time, ``a year`` is one, and ``two to four weeks`` is one that nobody can date.
_ANNOUNCED: dict[str, Any] = {"LOWER": {"REGEX": rf"^(?:an?|{_FIGURE}|{_IN_WORDS})$"}}
_UNSURE: dict[str, Any] = {
    "LOWER": {"REGEX": rf"^(?:and|or|to|so|a|half|dozen|[()–-]|{_FIGURE}|{_IN_WORDS})$"},
    "OP": "*",
}
_ANNOUNCED_PERIOD: Pattern = [_ANNOUNCED, _UNSURE, *_UNIT]


def _announced(opening: str) -> Pattern:
    return [*phrase(opening), *_ANNOUNCED_PERIOD]


_SETS_A_TIME = [_announced(opening) for opening in (
    "within the? next? first? following?", "no|not later|more|longer than", "not to exceed", "in no case|event later than",
    "in not|no more than", "within no|not more than", "at|by most", "within the earlier|later|lesser of", "in the first",
)]  # fmt: skip
_SETS_A_LEAST = [_announced(opening) for opening in ("at least", "not|no less|fewer than")]
_SETS_A_DAY = [_announced(opening) for opening in (
    "by the date|day that|which is", "no|not later than the date|day that|which is", "on|by the date", "starting|beginning",
    "at the latest", "but? in? any? event? within",
)]  # fmt: skip
_AFTER = [lower("of", "after", "from", "following")]
_THIS = [lower("this", "that") | {"OP": "?"}, lower("order", "memorandum", "proclamation", "directive", "hereof")]
_THE_ORDER = [lower("the"), lower("order")]  # ``the memorandum`` may be another
_ANCHORS = [
    *([*_AFTER, *phrase("the? date of"), *document] for document in (_THIS, _THE_ORDER)),
    *(
        [*_AFTER, *phrase("the? date of the? issuance|signing|signature of"), *document]
        for document in (_THIS, _THE_ORDER)
    ),
    *([*_AFTER, *phrase("the? issuance|signing|signature|date of"), *document] for document in (_THIS, _THE_ORDER)),
    [*_AFTER, lower("this"), lower("order", "memorandum", "proclamation", "directive")],
    [*_AFTER, lower("this"), {"LOWER": {"REGEX": "^(order|memorandum)[’']s$"}}, lower("issuance", "date")],
    [*_AFTER, *phrase("the? date on which this order is issued|signed")],
    [*_AFTER, *phrase("the? date|day this order is issued|signed")],
    [*_AFTER, *phrase("the? date that? this order")],
]
_TO_AN_EVENT = (
    phrase("of|after|from|following|before|thereafter"),
    phrase("prior to"),
    phrase("in advance of"),
    phrase(", measured|counted|running from"),
    phrase("subsequent to"),
)
_EVENT_NOUNS = (
    "completion|receipt|receiving|issuance|issuing|publication|publishing|conclusion|submission|submitting|approval|establishment|enactment|"
    "expiration|release|delivery|finalization|adoption|appointment|determination|notification|confirmation|request|selection|designation|completing|"
    "creation|dissolution|formation|execution|passage|ratification|transmission|termination|promulgation|signing|implementation|transmittal|identification|review|concluding|finalizing|certification|announcement"
)
_YEAR: dict[str, Any] = {"TEXT": {"REGEX": r"^(19|20)\d\d$"}}
_MONTH: dict[str, Any] = {"LOWER": {"IN": [month.lower() for month in MONTHS]}}
_DAY: dict[str, Any] = {"TEXT": {"REGEX": r"^\d{1,2}$"}}
_BY = [
    phrase("by"),
    phrase("no|not later than"),
    phrase("on or before"),
    phrase("before"),
    phrase("prior to"),
    phrase("by no later than"),
    phrase("but? no|not later than"),
]
_WEEKDAY: Pattern = [
    lower("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday") | {"OP": "?"},
    {"ORTH": ",", "OP": "?"},
]
_CLOCK: Pattern = [{"TEXT": {"REGEX": r"^\d{1,2}:\d\d$"}}, *phrase("a.m.|p.m. eastern? daylight|standard? time? on")]
_FISCAL = [lower("fiscal", "calendar"), lower("year", "years"), _YEAR]
_FY = [lower("fy"), _YEAR]
# What opens a sentence with the day itself, or with an event; ``when issuing the list`` is a circumstance, no time.
_OPEN_WITH_DATE = [phrase("on"), phrase("starting|beginning on|in?"), phrase("effective on?")]
_NO_CIRCUMSTANCE: dict[str, Any] = {
    "LOWER": {
        "REGEX": r"^(?!(?:\w+ing|consultation|appropriate|which|that|these|information|practicable|possible|feasible|necessary|needed|applicable|required|warranted|and|this|such|all)$)"
    }
}
_NO_CONSULTATION: dict[str, Any] = {
    "LOWER": {"REGEX": r"^(?!(?:consult\w+|considering|appropriate|which|information|and|all)$)"}
}
_GERUND: dict[str, Any] = {"LOWER": {"REGEX": r"^(?!(?:during|bring|considering|taking)$)\w{3,}ing$"}}
_EVERY = "annual|biennial|quarterly|monthly|weekly|semiannual|semi-annual|biannual"
_CYCLE = "year|quarter|month|week|day|fiscal|calendar|term"

RULES: tuple[Rule, ...] = (
    Rule(
        "deadline.within-of-this-order", "relative", [[*time, *anchor] for time in (*_SETS_A_TIME, *_SETS_A_DAY) for anchor in _ANCHORS],
        ("Within 30 days of the date of this order, the Secretary shall act.", "The Board shall meet no later than six months after the date of this order.",
         "Within 60 days of this order, agencies shall report.", "Within ninety (90) days from the date of this order, agencies shall report."),
        ("The plan covers a period of 30 days.", "Within 30 days of receipt of the report, the Board shall meet."),
    ),
    Rule(
        "deadline.days-after-this-order", "relative", [[*_PERIOD, *anchor] for anchor in _ANCHORS],
        ("Ninety days after the date of this order, the pause shall end.",), ("Over the past 90 days the Board met.",),
    ),
    Rule(
        "deadline.within-of-event", "event",
        [[*time, *tail] for time in (*_SETS_A_TIME, *_SETS_A_LEAST, *_SETS_A_DAY) for tail in _TO_AN_EVENT],
        ("Within 30 days of receipt of the report, the Board shall meet.", "The notice shall be given at least 10 days before the meeting."),
        ("The plan shall cover at least 30 days.",),
    ),
    Rule(
        "deadline.days-after-event", "event",
        [[*_PERIOD, *tail] for tail in (phrase("after|following|before"), phrase("prior to"), phrase("in advance of"))],
        ("The Council shall, 30 days after the report is published, convene.",), ("The 30 days were spent on the report.",),
    ),
    Rule(
        "deadline.within-unanchored", "unanchored", [*_SETS_A_TIME[:4], _SETS_A_TIME[5]],
        ("A final report shall be submitted within 1 year.",), ("The term is 1 year.",),
    ),
    Rule(
        "deadline.upon-event", "event",
        [phrase(f"upon|following|after|before the? its? their? such? any? final? successful? {_EVENT_NOUNS}"), phrase(f"upon|following|after|before the? {_EVENT_NOUNS}"),
         phrase(f"prior to the? {_EVENT_NOUNS}|adjudication|initiation"),
         phrase("upon|following program|project completion"), phrase("before and after"), phrase("upon such|a finding|determination"), phrase("following any|a|an"), phrase("upon support"), phrase("once it|they|he|she has|have|is|are"), phrase("before it is|has"), [*phrase("by the end|close|conclusion of the|that|such|its|this"), {"LOWER": {"NOT_IN": ["year", "fiscal", "calendar", "decade", "century"]}}],
         phrase("as soon as practicable|possible|feasible upon|after|following"), phrase("promptly|immediately upon|after|following"),
         phrase("upon|after|following|before completing|receiving|issuing|publishing|concluding|finishing"), [*phrase("before"), _GERUND], [*phrase("prior to"), _GERUND], phrase("prior to completing|receiving|issuing|publishing|concluding|finishing")],
        ("Upon completion of the review, the Secretary shall act.", "The Board shall act following the issuance of the guidance."),
        ("When issuing the guidance, the Board shall act.", "The Secretary reports upon matters of trade."),
    ),
    Rule(
        "deadline.by-date", "fixed",
        [[*by, *date] for by in _BY for date in ([_MONTH, _DAY, {"ORTH": ",", "OP": "?"}, _YEAR], [_MONTH, {"ORTH": ",", "OP": "?"}, _YEAR])]
        + [[*by, *_CLOCK, _MONTH, _DAY, {"ORTH": ",", "OP": "?"}, _YEAR] for by in _BY]
        + [[*phrase("starting|beginning on?"), _MONTH, _DAY, {"ORTH": ",", "OP": "?"}, _YEAR]],
        ("By January 1, 2027, the Director shall publish a list.", "The Board shall report no later than March 2027."),
        ("On January 1, 2027, the order takes effect.",),
    ),
    Rule(
        "deadline.by-end-of-year", "fixed",
        [[*by, *phrase("the? end|close|conclusion of"), *year] for by in _BY for year in (_FISCAL, _FY, [_YEAR], [*phrase("calendar|the? year"), _YEAR])]
        + [[*by, _YEAR] for by in _BY],
        ("Agencies shall comply before the end of fiscal year 2027.", "Agencies shall halve their use by 2030."), ("The budget for fiscal year 2027 shall be reviewed.",),
    ),
    Rule(
        "deadline.opens-with-date", "fixed",
        [[*opening, *date] for opening in _OPEN_WITH_DATE for date in ([_MONTH, _DAY, {"ORTH": ",", "OP": "?"}, _YEAR], [_MONTH, {"ORTH": ",", "OP": "?"}, _YEAR])]
        + [[lower("in"), *year] for year in ([_YEAR], _FISCAL, [_MONTH, {"ORTH": ",", "OP": "?"}, _YEAR])],
        ("On January 1, 2027, the Secretary shall close the office.", "Beginning in March 2027, agencies shall count them.", "In 2027, the Board shall review the list."),
        ("The Secretary shall apply the rule on January 1, 2027.",),
        opens=True,
    ),
    Rule(
        "deadline.on-date", "fixed", [[*phrase("on"), *_WEEKDAY, _MONTH, _DAY, {"ORTH": ",", "OP": "?"}, _YEAR]],
        ("Agencies shall be closed on Monday, January 4, 2027.", "The Board shall meet on January 4, 2027."), ("The Board shall meet in January.",),
        {"only": "right behind the verb, so that no other act has the day"},
    ),
    Rule(
        "deadline.opens-with-event", "event",
        [[lower("once", "when"), _NO_CIRCUMSTANCE], [lower("after", "upon", "following", "before"), _NO_CONSULTATION], [*phrase("as soon as"), _NO_CIRCUMSTANCE],
         phrase("prior to"), phrase("within a reasonable amount? of? time|period after|following|of"), phrase("by the date|time on|that|when which?"), phrase("on the effective date of")],
        ("Once the system is in place, the Director shall issue guidance.", "After the list is published, agencies shall report.", "As soon as the plan is approved, the Board shall act."),
        ("When issuing the list, the Director shall name the sites.", "After consultation with the Chair, the Director shall act.", "The Director shall act once."),
        opens=True,
    ),
    Rule(
        "deadline.recurring", "recurring",
        [phrase("at? least? once? annually|quarterly|monthly|weekly|biannually|semiannually|semi-annually|bi-annually|biennially|yearly|biweekly|daily"),
         phrase("annually|quarterly|monthly|weekly|biannually|semiannually|semi-annually|bi-annually|biennially|yearly|biweekly|bimonthly"),
         [*phrase("every"), *_PERIOD], [*phrase("at least every|once every"), *_PERIOD], [*phrase("once every"), *_PERIOD],
         phrase(f"each|every {_CYCLE} year|quarter"), phrase("each|every year|quarter|month|week"), phrase("at least? once|twice a|per|each|every fiscal|calendar? year|quarter|month"),
         phrase("once|twice a|per|each|every fiscal|calendar? year|quarter|month"), phrase("at least? once|twice annually"),
         phrase("on an|a at? least? annual|quarterly|monthly|weekly|biannual|semiannual|semi-annual|bi-annual|yearly|biennial|daily basis"),
         phrase("on at least an annual|quarterly basis"), phrase("no|not less than annually|quarterly|monthly"),
         phrase("no|not less frequently|often than annually|quarterly|monthly"), phrase("for? each fiscal|calendar? year thereafter"), phrase("four times per|a year"), phrase("at the beginning|start|end of each|every fiscal|calendar? year|quarter|month"),
         phrase("for? each subsequent|succeeding fiscal|calendar? year"), [lower("every"), _MONTH], [lower("every"), _MONTH, lower("and"), _MONTH], phrase("annual|quarterly|monthly|semiannual report|reports|update|updates thereafter"),
         *([*by, _MONTH, _DAY, *phrase("of each|every year")] for by in _BY)],
        ("The Council shall meet quarterly.", "Agencies shall report every 60 days.", "The list shall be updated on an annual basis."),
        ("The annual budget shall include the costs.",),
    ),
    Rule(
        "deadline.recurring-report", "recurring",
        [[*start, *phrase("public|written|progress? report|reports|update|updates|review|reviews|summary|assessment|briefing|briefings|meeting|meetings|plan|plans|summit|conference|workshop|training|survey|audit|inventory|outreach")]
         for start in (phrase(f"a|an {_EVERY}"), phrase(_EVERY))],
        ("The Secretary shall submit to the President an annual report.", "The Council shall provide quarterly updates."), ("The annual budget shall include the costs.",),
        {"only": "where the report is what the act makes"},
    ),
    Rule(
        "deadline.promptly", "vague",
        [phrase("promptly|immediately|expeditiously|forthwith"), phrase("as soon as is? practicable|possible|feasible"), phrase("without delay"), phrase("without undue|further delay"),
         phrase("as quickly|expeditiously|promptly|rapidly as possible|practicable|feasible"), phrase("with all practicable|deliberate|possible|due speed|dispatch|haste"), phrase("at|on the earliest possible|practicable? time|date|opportunity|moment"),
         phrase("effective immediately"), phrase("as expediently|swiftly as possible|practicable"), phrase("immediate|prompt steps|action|actions|measures"), phrase("an immediate review|assessment|audit")],
        ("The Secretary shall promptly notify the Council.", "As soon as practicable, the Director shall act."),
        ("The expeditious release of funds matters.",),
    ),
)  # fmt: skip
