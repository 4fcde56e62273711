"""Deadline phrases. ``yields`` is the deadline's kind; a rule names the words that open or make up the phrase.

``relative`` runs from the order's own date and is complete as matched. ``event`` opens a phrase with a length whose event
follows, ``occurrence`` one without. ``unanchored`` states a time without saying from when. ``anchored`` runs from a day that it names. ``fixed``,
``recurring`` and ``vague`` are complete. ``earliest`` is a first permitted day, and no deadline; its event may follow.
"""

from __future__ import annotations

from typing import Any

from extractor.find.rules.rule import Pattern, Rule, lower, phrase
from extractor.words.days import MONTH_WORDS
from extractor.words.numbers import FIGURES, NUMBER_WORDS, ORDINAL_WORDS
from extractor.words.periods import BUSINESS_WORDS, COUNTING_WORDS, UNIT_TOKENS, UNIT_WORDS

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
# A figure in which a scan shows letters (``I 00``, ``l00``), and a half in its spellings.
_SPOILED = r"[0-9ilo|]{1,4}|(?:one-)?half|\d/\d|\d*½"
# ``1 year and 6 months``, ``2 years, 3 months, and 10 days``, ``a year and a half``.
_SMALLER: Pattern = [
    {"LOWER": {"REGEX": rf"^(?:,|and|plus|an?|[()]|{_FIGURE}|{_IN_WORDS}|{'|'.join(UNIT_TOKENS)})$"}, "OP": "*"},
    lower(*UNIT_TOKENS, "half", "one-half"),
]
# ``10 days (excluding Saturdays, Sundays, and legal public holidays)``.
_LESS_DAYS: Pattern = [
    {"LOWER": {"REGEX": "^[(,]$"}, "OP": "?"},
    *phrase("excluding|exclusive of?"),
    {"LOWER": {"REGEX": "^(?:,|and|or|legal|public|federal|weekends|\\w+days)$"}, "OP": "*"},
    {"LOWER": {"REGEX": "^(?:weekends|\\w+days)$"}},
    {"ORTH": ")", "OP": "?"},
    {"ORTH": ",", "OP": "?"},
]
_PERIOD: Pattern = [_NUMBER, _MORE, *_IN_FIGURES, *_UNIT]
_PERIODS: tuple[Pattern, ...] = (_PERIOD, [*_PERIOD, *_SMALLER])
# After a word that announces a length of time, ``a year`` is one, and ``two to four weeks`` is one that nobody can date.
_ANNOUNCED: dict[str, Any] = {"LOWER": {"REGEX": rf"^(?:an?|{_SPOILED}|{_FIGURE}|{_IN_WORDS})$"}}
_UNSURE: dict[str, Any] = {
    "LOWER": {"REGEX": rf"^(?:and|or|to|so|of|an?|dozen|[()–-]|{_SPOILED}|{_FIGURE}|{_IN_WORDS})$"},
    "OP": "*",
}
_ANNOUNCED_PERIOD: Pattern = [_ANNOUNCED, _UNSURE, *_UNIT]


_ORDINAL: dict[str, Any] = {
    "LOWER": {"REGEX": rf"^(?:\d+(?:st|nd|rd|th)|(?:(?:{_WORD})-)?(?:{'|'.join(sorted(ORDINAL_WORDS))}))$"}
}
# ``the 90-day period beginning on``, ``the period of 90 days beginning on``.
_NAMED_PERIODS: tuple[Pattern, ...] = (
    [{"LOWER": {"REGEX": rf"^(?:{_FIGURE}|{_IN_WORDS})-(?:{'|'.join(UNIT_WORDS)})$"}}, lower("period", "window")],
    [*phrase("period of"), *_PERIOD],
)


# What sets a time without saying from when.
_ALONE = (
    "within the? next? first? following?", "no|not later|more|longer than", "not to exceed", "in no case|event later than", "within no|not more than",
)  # fmt: skip


def _announced(opening: str) -> list[Pattern]:
    """A length of time behind the words that announce it, in its forms."""
    simple = [*phrase(opening), *_ANNOUNCED_PERIOD]
    less_days = [[*simple, *_LESS_DAYS]] if opening in _ALONE else []
    return [simple, [*simple, *_SMALLER], *less_days]


def _each_form(openings: tuple[str, ...]) -> list[Pattern]:
    return [form for opening in openings for form in _announced(opening)]


_SETS_A_TIME = _each_form((
    "within the? next? first? following?", "within a period of", "no|not later|more|longer than", "not to exceed", "in no case|event later than",
    "in not|no more than", "within no|not more than", "at|by most", "within the earlier|later|lesser of", "in the first",
))  # fmt: skip
_SETS_A_LEAST = _each_form(("at least", "not|no less|fewer than"))
_SETS_A_DAY = _each_form((
    "by the date|day that|which is", "no|not later than the date|day that|which is", "on|by the date", "starting|beginning",
    "at the latest", "but? in? any? event? within",
))  # fmt: skip
# ``on or before the 45th day``, ``by the first business day``: the ordinal counts the days.
_SETS_THE_NTH = [
    [*phrase(opening), *({"LOWER": {"REGEX": rf"^(?:{_IN_WORDS}|and)$"}, "OP": "*"},), _ORDINAL, *_UNIT]
    for opening in ("on|by|before the", "on or before the", "not|no later than the", "by no later than the")
]
_SETS_AN_END = [
    [*phrase(opening), *named]
    for opening in ("by|before the end|close|expiration|conclusion of the|a", "not|no later than the end|close|expiration|conclusion of the|a",
                    "at the end|close|expiration|conclusion of the", "within the|a", "prior to the end|close|expiration|conclusion of the|a")
    for named in _NAMED_PERIODS
]  # fmt: skip
_NOT_BEFORE = _each_form(
    (
        "no|not sooner|earlier than",
        "no|not sooner|earlier than the date that|which is",
        "not until at? least?",
        "not before",
    )
)
# From the ends of such periods.
_BEGINS = [
    lower("beginning", "starting", "commencing", "running", "following", "after", "from"),
    lower("on", "from", "with") | {"OP": "?"},
]
_AFTER = [lower("of", "after", "from", "following")]
_BEHIND = lower("after", "following", "from")  # ``the first day of the year`` is no day after the year
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
    [*_AFTER, *phrase("the? date|issuance|signing hereof")],
    [lower("from", "after", "of"), lower("today", "now")],
]
_BEGINS_HERE = [[*_BEGINS, *anchor[1:]] for anchor in _ANCHORS]
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
_MONTH: dict[str, Any] = {"LOWER": {"IN": [month.lower() for month in MONTH_WORDS]}}
_DAY: dict[str, Any] = {"TEXT": {"REGEX": r"^\d{1,2}(?:st|nd|rd|th)?$"}}
_DATES: tuple[Pattern, ...] = (
    [_MONTH, _DAY, {"ORTH": ",", "OP": "?"}, _YEAR],
    [_MONTH, {"ORTH": ",", "OP": "?"}, _YEAR],
    [lower("the") | {"OP": "?"}, _DAY, lower("of") | {"OP": "?"}, _MONTH, {"ORTH": ",", "OP": "?"}, _YEAR],
)
_BY = [
    phrase("by"),
    phrase("no|not later than"),
    phrase("on or before"),
    phrase("before"),
    phrase("prior to"),
    phrase("by no later than"),
    phrase("by|on|within the later|latter|earlier of"),
    phrase("but? no|not later than"),
]
_WEEKDAY: Pattern = [
    lower("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday") | {"OP": "?"},
    {"ORTH": ",", "OP": "?"},
]
_HOUR: dict[str, Any] = {"TEXT": {"REGEX": r"^\d{1,2}(?::\d\d)?$"}}
_CLOCKS: tuple[Pattern, ...] = (
    [_HOUR, *phrase("a.m.|p.m. ,? eastern? daylight|standard? time? ,? on")],
    phrase("12:00? noon|midnight on"),
    phrase("midnight at the end of"),
    phrase("the? close|end of business on"),
)
_FISCAL = [lower("fiscal", "calendar"), lower("year", "years"), _YEAR]
_FY = [lower("fy"), _YEAR]
_YEARS: tuple[Pattern, ...] = (_FISCAL, _FY, [_YEAR], [*phrase("calendar|the? year"), _YEAR])
_NTH_QUARTER: Pattern = [*phrase("the? first|second|third|fourth|1st|2nd|3rd|4th fiscal|calendar? quarter of")]
# Days from which a length may run.
_STATED_DAYS: tuple[Pattern, ...] = (
    _DATES[0],
    *([*phrase("the end|close|start|beginning of"), *year] for year in (_FISCAL, _FY)),
)
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
_MODALS = frozenset(
    {"shall", "must", "will", "should", "may"}
)  # behind them ``quarterly update`` is an adverb and its verb
_UNTIL = frozenset({"until"})  # how long something goes on
_EVERY = "annual|biennial|quarterly|monthly|weekly|semiannual|semi-annual|biannual"
_CYCLE = "year|quarter|month|week|day|fiscal|calendar|term"

RULES: tuple[Rule, ...] = (
    Rule(
        "deadline.within-of-this-order", "relative",
        [[*time, *anchor] for time in (*_SETS_A_TIME, *_SETS_A_DAY) for anchor in _ANCHORS]
        + [[*time, _BEHIND, *anchor[1:]] for time in _SETS_THE_NTH for anchor in _ANCHORS]
        + [[*time, *anchor] for time in _SETS_AN_END for anchor in _BEGINS_HERE],
        ("Within 30 days of the date of this order, the Secretary shall act.", "The Board shall meet no later than six months after the date of this order.",
         "Within 60 days of this order, agencies shall report.", "Within 1 year and 6 months of this order, agencies shall report.",
         "On or before the 45th day after the date of this order, the Board shall act.", "The Board shall report before the end of the 90-day period beginning on the date of this order.",
         "Within 10 days (excluding weekends and legal holidays) of this order, the Board shall meet.", "Within ninety (90) days from the date of this order, agencies shall report."),
        ("The plan covers a period of 30 days.", "Within 30 days of receipt of the report, the Board shall meet.", "The Board shall meet on the first day of the year after this order."),
    ),
    Rule(
        "deadline.within-of-stated-day", "anchored",
        [[*time, *tail, *day] for time in (*_each_form(_ALONE), *_SETS_A_LEAST, *_SETS_A_DAY[:4], *_PERIODS) for tail in (phrase("of|after|from|following|before|prior to?"),) for day in _STATED_DAYS]
        + [[*time, _BEHIND, *day] for time in _SETS_THE_NTH for day in _STATED_DAYS]
        + [[*time, *_BEGINS, *day] for time in _SETS_AN_END for day in _STATED_DAYS],
        ("Within 30 days of October 1, 2027, the Board shall meet.", "The Board shall, at least two weeks before January 15, 2027, tell the owners.",
         "By the first business day after July 4, 2027, the Board shall meet.", "No later than 30 days following the end of calendar year 2027, the Board shall meet."),
        ("Within 30 days of the October meeting, the Board shall report.",),
    ),
    Rule(
        "deadline.no-sooner-than", "earliest",
        [[*time, *tail] for time in _NOT_BEFORE for tail in (*_ANCHORS, *_TO_AN_EVENT)] + [[*phrase("no|not sooner|earlier than"), *day] for day in _DATES[:2]]
        + [[*phrase(least), *_PERIOD, *anchor] for least in ("at least", "not|no less|fewer than") for anchor in _ANCHORS],
        ("No sooner than 90 days after the date of this order, the Board shall sell the wells.", "The Board shall meet no earlier than March 1, 2027.", "Not less than 1 year after the date of this order, the Board shall review the list."),
        ("No later than 90 days after the date of this order, the Board shall sell the wells.",),
    ),
    Rule(
        "deadline.anniversary", "anniversary",
        [[*phrase("on|by|before each|every|the"), _ORDINAL | {"OP": "?"}, *phrase("anniversary of"), *anchor[1:]] for anchor in _ANCHORS],
        ("Annually, on the anniversary of the date of this order, the Board shall report.", "By the second anniversary of the date of this order, the Board shall act."),
        ("On the anniversary of the battle, the Board shall meet.",),
    ),
    Rule(
        "deadline.days-after-this-order", "relative", [[*time, *anchor] for time in _PERIODS for anchor in _ANCHORS],
        ("Ninety days after the date of this order, the pause shall end.",), ("Over the past 90 days the Board met.", "The Board shall report each year until 5 years from the date of this order."),
        not_behind=_UNTIL,
    ),
    Rule(
        "deadline.within-of-event", "event",
        [[*time, *tail] for time in (*_SETS_A_TIME, *_SETS_A_LEAST, *_SETS_A_DAY) for tail in _TO_AN_EVENT]
        + [[*time, _BEHIND] for time in _SETS_THE_NTH] + [[*time, *_BEGINS] for time in _SETS_AN_END],
        ("Within 30 days of receipt of the report, the Board shall meet.", "The notice shall be given at least 10 days before the meeting."),
        ("The plan shall cover at least 30 days.",),
    ),
    Rule(
        "deadline.days-after-event", "event",
        [[*time, *tail] for time in _PERIODS for tail in (phrase("after|following|before"), phrase("prior to"), phrase("in advance of"))],
        ("The Council shall, 30 days after the report is published, convene.",), ("The 30 days were spent on the report.", "The Board shall keep it until 30 days after the report is published."),
        not_behind=_UNTIL,
    ),
    Rule(
        "deadline.within-unanchored", "unanchored", _each_form(_ALONE),
        ("A final report shall be submitted within 1 year.",), ("The term is 1 year.",),
    ),
    Rule(
        "deadline.within-elided", "elided", [[lower("within"), _NUMBER]],
        ("The Board shall submit a report within 30 days, and another within 60.",), ("The Board shall submit a report within 60 days.",),
        {"only": "behind a length whose unit it shares"},
    ),
    Rule(
        "deadline.upon-event", "occurrence",
        [phrase(f"upon|following|after|before the? its? their? such? any? final? successful? {_EVENT_NOUNS}"), phrase(f"upon|following|after|before the? {_EVENT_NOUNS}"),
         phrase(f"prior to the? its? their? such? any? final? {_EVENT_NOUNS}|adjudication|initiation|acquisition"),
         phrase("upon|following program|project completion"), phrase("before and after"), phrase("upon such|a finding|determination"), phrase("following any|a|an"), phrase("upon support"), phrase("once it|they|he|she has|have|is|are"), phrase("before it|they is|are|has|have"), [*phrase("by the end|close|conclusion of the|that|such|its|this"), {"LOWER": {"NOT_IN": ["year", "fiscal", "calendar", "decade", "century"]}}],
         phrase("as soon as practicable|possible|feasible upon|after|following"), phrase("promptly|immediately upon|after|following"),
         phrase("upon|after|following|before completing|receiving|issuing|publishing|concluding|finishing"), phrase("upon determining that"), [*phrase("before"), _GERUND], [*phrase("prior to"), _GERUND], phrase("prior to completing|receiving|issuing|publishing|concluding|finishing")],
        ("Upon completion of the review, the Secretary shall act.", "The Board shall act following the issuance of the guidance.", "The Board shall tell the owner upon determining that a mill is old.", "The Board shall review the rules prior to their issuance.",
         "The Board shall count mills before they are sold."),
        ("When issuing the guidance, the Board shall act.", "The Secretary reports upon matters of trade."),
    ),
    Rule(
        "deadline.by-date", "fixed",
        [[*by, *date] for by in _BY for date in _DATES]
        + [[*by, *_WEEKDAY, *_DATES[0]] for by in _BY]
        + [[*by, *clock, *_WEEKDAY, *_DATES[0]] for by in _BY for clock in _CLOCKS]
        + [[*phrase("starting|beginning on?"), _MONTH, _DAY, {"ORTH": ",", "OP": "?"}, _YEAR]],
        ("By January 1, 2027, the Director shall publish a list.", "By noon on Friday, January 1, 2027, the Director shall report.", "By close of business on January 4, 2027, the Board shall meet.",
         "The Board shall report no later than March 2027."),
        ("On January 1, 2027, the order takes effect.",),
    ),
    Rule(
        "deadline.by-end-of-year", "fixed",
        [[*by, *phrase("the? end|close|conclusion|start|beginning of"), *year] for by in _BY for year in _YEARS]
        + [[*by, *phrase("the? end? of?"), *_NTH_QUARTER, *year] for by in _BY for year in _YEARS]
        + [[*by, *year] for by in _BY for year in ([_YEAR], _FISCAL, _FY)],
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
        "deadline.opens-with-event", "occurrence",
        [[lower("once", "when"), _NO_CIRCUMSTANCE], [lower("after", "upon", "following", "before"), _NO_CONSULTATION], [*phrase("as soon as"), _NO_CIRCUMSTANCE],
         phrase("concurrent|concurrently|simultaneously with"), phrase("at the time of|that|when"), phrase("at the same time as|that|the|each"), phrase("prior to"), phrase("within a reasonable amount? of? time|period after|following|of"), phrase("by the date|time on|that|when which?"), phrase("on the effective date of")],
        ("Once the system is in place, the Director shall issue guidance.", "After the list is published, agencies shall report.", "As soon as the plan is approved, the Board shall act.", "Concurrent with its budget request, each agency shall submit a list.", "At the same time the Board sends the report, the Chair shall post it."),
        ("When issuing the list, the Director shall name the sites.", "After consultation with the Chair, the Director shall act.", "The Director shall act once."),
        opens=True,
    ),
    Rule(
        "deadline.recurring", "recurring",
        [phrase("at? least? once? annually|quarterly|monthly|weekly|biannually|semiannually|semi-annually|bi-annually|biennially|yearly|biweekly|daily"),
         phrase("annually|quarterly|monthly|weekly|biannually|semiannually|semi-annually|bi-annually|biennially|yearly|biweekly|bimonthly"),
         [*phrase("every"), *_PERIOD], [*phrase("at least every|once every"), *_PERIOD], [*phrase("once every"), *_PERIOD],
         phrase(f"each|every {_CYCLE} year|quarter"), phrase("each|every year|quarter|month|week"), phrase("at least? once|twice a|per|each|every fiscal|calendar? year|quarter|month"),
         phrase("once|twice a|per|each|every fiscal|calendar? year|quarter|month"), phrase("at? least? once|twice annually|yearly"), phrase("three|four times annually|yearly"),
         phrase("on an|a at? least? annual|quarterly|monthly|weekly|biannual|semiannual|semi-annual|bi-annual|yearly|biennial|daily basis"),
         phrase("on at least an annual|quarterly basis"), phrase("no|not less than annually|quarterly|monthly"),
         phrase("no|not less frequently|often than annually|quarterly|monthly"), phrase("for? each fiscal|calendar? year thereafter"), phrase("three|four times per|a year"), phrase("at the beginning|start|end of each|every fiscal|calendar? year|quarter|month"),
         phrase("for? each subsequent|succeeding fiscal|calendar? year"), [*phrase("for each of the next|following|subsequent|succeeding"), *_PERIOD], [lower("every"), _MONTH], [lower("every"), _MONTH, lower("and"), _MONTH], phrase("annual|quarterly|monthly|semiannual report|reports|update|updates thereafter"),
         *([*by, _MONTH, _DAY, *phrase("of? each|every fiscal|calendar? year")] for by in (*_BY, phrase("on"))),
         *([*by, *phrase("the? end|close|beginning|start of each|every fiscal|calendar? year|quarter|month")] for by in _BY),
         *([*by, lower("the"), _ORDINAL, *phrase("day of each|every month")] for by in (*_BY, phrase("on"))),
         *([*phrase("at? least? once? every"), *_PERIOD, *anchor] for anchor in _ANCHORS), phrase("every other year|quarter|month|week")],
        ("The Council shall meet quarterly.", "Within 30 days, and for each of the following 5 years, the Board shall report.", "The Board shall meet no less often than twice yearly.", "The Board shall meet four times annually.", "Agencies shall report every 60 days.", "The list shall be updated on an annual basis."),
        ("The annual budget shall include the costs.",),
    ),
    Rule(
        "deadline.day-of-year", "yearday", [[*by, *clock, _MONTH, _DAY] for by in _BY for clock in ([], *_CLOCKS)],
        ("The Board shall report annually, by April 30.", "Not later than February 1st, the Board shall report each year."), ("By April 30, 2027, the Board shall report.",),
        {"only": "beside how often; alone it leaves the year unsaid"},
    ),
    Rule(
        "deadline.recurring-report", "recurring",
        [[*start, *phrase("public|written|progress? report|reports|update|updates|review|reviews|summary|assessment|briefing|briefings|meeting|meetings|plan|plans|summit|conference|workshop|training|survey|audit|inventory|outreach")]
         for start in (phrase(f"a|an {_EVERY}"), phrase(_EVERY))],
        ("The Secretary shall submit to the President an annual report.", "The Council shall provide quarterly updates."),
        ("The annual budget shall include the costs.", "The Council shall monthly audit the books.", "Each agency must quarterly update its list."),
        {"only": "where the report is what the act makes"}, not_behind=_MODALS,
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
