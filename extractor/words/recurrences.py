"""How often, as a rule of RFC 5545 (section 3.3.10): ``quarterly``, ``every other year``, ``by March 15 of each year``."""

from __future__ import annotations

import re

from extractor.words.dates import month_number, parse_date
from extractor.words.days import MONTH_WORDS
from extractor.words.numbers import number
from extractor.words.periods import period

_MONTH = "|".join(sorted(map(re.escape, MONTH_WORDS), key=len, reverse=True))
_YEARLY, _QUARTERLY, _MONTHLY, _WEEKLY = "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY", "FREQ=WEEKLY"
_HALF_YEARLY = "FREQ=MONTHLY;INTERVAL=6"
# ``biweekly`` and ``bimonthly`` are said of two frequencies, ``twice a year`` of any two days: they have no rule.
FREQUENCIES = {
    "daily": "FREQ=DAILY", "weekly": _WEEKLY, "fortnightly": "FREQ=WEEKLY;INTERVAL=2", "monthly": _MONTHLY, "quarterly": _QUARTERLY,
    "semiannual": _HALF_YEARLY, "semi-annual": _HALF_YEARLY, "biannual": _HALF_YEARLY, "bi-annual": _HALF_YEARLY,
    "annual": _YEARLY, "yearly": _YEARLY, "biennial": "FREQ=YEARLY;INTERVAL=2", "triennial": "FREQ=YEARLY;INTERVAL=3",
    "quadrennial": "FREQ=YEARLY;INTERVAL=4",
}  # fmt: skip
_CYCLES = {"year": "YEARLY", "quarter": "MONTHLY;INTERVAL=3", "month": "MONTHLY", "week": "WEEKLY", "day": "DAILY"}
_BY_UNIT = {"days": "DAILY", "weeks": "WEEKLY", "months": "MONTHLY", "years": "YEARLY"}
_NO_RULE = re.compile(
    r"\b(?:twice|two times|three times|four times|bi-?weekly|bi-?monthly|semi-?monthly|semi-?weekly)\b"
)
_EVERY_SO_MANY = re.compile(r"\bevery (.+)$")
_EVERY_OTHER = re.compile(rf"\bevery (other|second|third) ({'|'.join(_CYCLES)})\b")
_EACH_OF = re.compile(r"\beach of the (?:next|following|subsequent|succeeding) (.+) years?$")
_EACH = re.compile(rf"\b(?:each|every|a|per|once an?)\b(?: \w+){{0,2}}? ({'|'.join(_CYCLES)})s?\b")
_DAY_OF_YEAR = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,?(?: (?:of )?(?:each|every)\b|$)", re.I)
_DAY_OF_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th) (?:calendar )?day of (?:each|every) month\b|\b(first|last) day of (?:each|every) month\b"
)
_IN_MONTHS = re.compile(rf"\bevery ({_MONTH})(?: and (?:every )?({_MONTH}))?$", re.I)
_END_OF = re.compile(
    r"\b(end|close|conclusion|beginning|start) of (?:each|every) (fiscal |calendar )?(year|quarter|month)\b"
)
_QUARTERS = {"end": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "start": "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1"}
_MONTHS_OF = {"end": "FREQ=MONTHLY;BYMONTHDAY=-1", "start": "FREQ=MONTHLY;BYMONTHDAY=1"}
_YEARS = {
    ("end", True): "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30", ("end", False): "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
    ("start", True): "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", ("start", False): "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
}  # fmt: skip


_UNTIL = re.compile(
    rf"\s*,?\s*(?:until|through|up to)\s+(?:(?P<day>(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+\d{{4}})\b|(?P<words>the\b[^,;.:]*))",
    re.I,
)
_FOR_YEARS = re.compile(
    r"\s*,?\s*for\s+(?:a\s+period\s+of\s+)?(?P<of>(?:each\s+of\s+)?the\s+(?:next|following|succeeding|subsequent)\s+)?"
    r"(?P<number>[\w-]+(?:\s+\(\d+\))?)\s+(?:additional\s+|more\s+)?(?:fiscal\s+|calendar\s+)?years?\b",
    re.I,
)
_IN_A_YEAR = {"FREQ=YEARLY": 1, _HALF_YEARLY: 2, _QUARTERLY: 4, _MONTHLY: 12}


def ended(rule: str | None, behind: str, again: bool) -> tuple[str | None, str]:
    """A rule with its end, and the words of the end, where those ``behind`` the recurrence state one.

    ``until December 31, 2030`` gives UNTIL; ``for 3 years`` gives COUNT, the first time besides where the words say ``again``
    (``annually thereafter``). An end that nobody knows yet (``until the plan is complete``) ends no rule: its words are given.
    """
    if found := _UNTIL.match(behind):
        day = parse_date(re.sub(r"(?<=\d)(?:st|nd|rd|th)", "", found["day"])) if found["day"] else None
        return f"{rule};UNTIL={day:%Y%m%d}" if rule and day else rule, found[0]
    if (found := _FOR_YEARS.match(behind)) and (years := number(found["number"])):
        times = _IN_A_YEAR.get(rule or "")
        return f"{rule};COUNT={years * times + (1 if again else 0)}" if times else rule, found[0]
    return rule, ""


def recurrence(words: str) -> str | None:
    """The rule that the words of a recurrence give, every one of them; ``None`` where they give none."""
    words = " ".join(words.split())
    if _NO_RULE.search(words.lower()):
        return None
    return _on_a_day(words) or _every(words.lower()) or _frequency(words.lower())


def _on_a_day(words: str) -> str | None:
    """What says on which day of the year or the month, too."""
    if found := _DAY_OF_YEAR.search(words):
        return f"FREQ=YEARLY;BYMONTH={month_number(found[1])};BYMONTHDAY={int(found[2])}"
    if found := _DAY_OF_MONTH.search(words.lower()):
        day = found[1] or {"first": "1", "last": "-1"}[found[2]]
        return f"FREQ=MONTHLY;BYMONTHDAY={int(day)}"
    if found := _IN_MONTHS.search(words):
        months = ",".join(str(month_number(month)) for month in found.groups() if month)
        return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=-1"
    if not (found := _END_OF.search(words.lower())):
        return None
    side = "start" if found[1] in ("beginning", "start") else "end"
    if found[3] == "year":
        return _YEARS[side, found[2] == "fiscal "]
    return _QUARTERS[side] if found[3] == "quarter" else _MONTHS_OF[side]


def _every(words: str) -> str | None:
    """``every 60 days``, ``every other year``, ``each quarter``. Of ``each fiscal year`` nobody knows by which of its days."""
    if found := _EVERY_OTHER.search(words):
        frequency, *_ = _CYCLES[found[2]].split(";")
        times = (2 if found[1] != "third" else 3) * (3 if found[2] == "quarter" else 1)
        return f"FREQ={frequency};INTERVAL={times}"
    many = _EVERY_SO_MANY.search(words)
    length = period(many[1]) if many else None
    if length and length.amount and length.unit in _BY_UNIT and not length.more:
        return f"FREQ={_BY_UNIT[length.unit]};INTERVAL={length.amount}"
    if (some := _EACH_OF.search(words)) and (years := number(some[1])):
        return f"FREQ=YEARLY;COUNT={years + 1}"  # and the time before them, from which they follow
    each = _EACH.search(words)
    return f"FREQ={_CYCLES[each[1]]}" if each and "fiscal" not in words else None


def _frequency(words: str) -> str | None:
    """``annually``, ``on a quarterly basis``, ``an annual report``."""
    for word in words.split():
        stem = word.removesuffix("ly") if word.endswith("ally") else word
        if rule := FREQUENCIES.get(stem) or FREQUENCIES.get(word):
            return rule
    return None
