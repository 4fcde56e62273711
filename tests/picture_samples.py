"""Orders made by hand for the pictures: as many dated duties as asked for, a log that closes some, words that are hostile."""

from __future__ import annotations

from datetime import date, timedelta

from page_samples import NASTY, in_days

from extractor.model import Actor, Deadline, Entry, Evidence, Obligation, Order, Progress, Reading, Span, TrackedOrder
from extractor.schedule import schedule
from extractor.track import track

SIGNED = date(2026, 3, 2)
AS_OF = date(2026, 9, 10)
CHECKED = date(2026, 8, 1)
OFFICIALS = (
    "Secretary of State", "Secretary of the Treasury", "Secretary of War", "Attorney General", "Secretary of Commerce",
    "Secretary of the Interior", "Secretary of Agriculture", "Secretary of Labor", "Secretary of Energy",
    "Secretary of Education", "Secretary of Transportation", "Secretary of Homeland Security",
    "Secretary of Veterans Affairs", "Secretary of Health and Human Services",
    "Secretary of Housing and Urban Development",
)  # fmt: skip
_WINDOWS = (30, 60, 60, 90, 120, 180, 180, 180, 270, 365)  # days; many duties of one order share a date


def order_md(number: int, many: int) -> str:
    """The source of an order with so many dated duties, one a section, and as many without a date as make a tenth."""
    sections = [
        f"## Sec. {n}. Duty.\n\nWithin {_window(n, many)} days of the date of this order, the {official} shall publish "
        f"report number {n} & its <b>annex</b>."
        for n, official in ((n, OFFICIALS[n * n % len(OFFICIALS)]) for n in range(1, many + 1))
    ]
    sections += [
        f"## Sec. {n}. Duty.\n\nThe {OFFICIALS[n % len(OFFICIALS)]} shall keep list number {n}."
        for n in range(many + 1, many + 1 + many // 10)
    ]
    head = f'id: eo-{number}\nkind: executive order\nnumber: {number}\ntitle: "{NASTY.replace(chr(34), "")}"\nsigned: {SIGNED}\ntext: official'
    return f"---\n{head}\n---\n\n" + "\n\n".join(sections) + "\n"


def progress_yml(many: int) -> str:
    """A log that says that every third duty was done, two days before its date or nine after it."""
    lines = [f"checked: {CHECKED}", "log:"]
    for n in range(1, many + 1, 3):
        day = SIGNED + timedelta(days=_window(n, many) + (9 if n % 2 else -2))
        if day <= CHECKED:
            evidence = "      evidence:\n        - url: https://records.example/\n          title: The report\n"
            lines.append(f"  '{n}':\n    - date: {day}\n      status: completed\n{evidence}".rstrip())
    return "\n".join(lines if len(lines) > 2 else lines[:1]) + "\n"


def _window(n: int, many: int) -> int:
    """The days of a duty: round numbers as orders have them; where duties are many, spread by some days."""
    return _WINDOWS[n * 7 % len(_WINDOWS)] + (n % 5 if many > 20 else 0)


def tracked(many: int, as_of: date = AS_OF, *, checked: date | None = CHECKED, number: int = 90000) -> TrackedOrder:
    """The same order without its text, tracked: so many dated duties, a tenth as many without a date, the same log."""
    words = f"publish a report & its <b>annex</b> {NASTY}"
    order = Order(f"eo-{number}", "executive order", NASTY, words, (), "0" * 64, number, SIGNED)
    dated = [_duty(order, n, in_days(_window(n, many), "in days")) for n in range(1, many + 1)]
    undated = [_duty(order, n, Deadline()) for n in range(many + 1, many + 1 + many // 10)]
    progress = Progress(checked, tuple(_log(many)) if checked else ())
    return track(Reading(order, (), (*dated, *undated), ()), progress, as_of)


def _log(many: int) -> list[tuple[str, tuple[Entry, ...]]]:
    evidence = (Evidence("https://records.example/", "The report"),)
    days = ((n, SIGNED + timedelta(days=_window(n, many) + (9 if n % 2 else -2))) for n in range(1, many + 1, 3))
    return [(str(n), (Entry(day, day, "completed", evidence=evidence),)) for n, day in days if day <= CHECKED]


def _duty(order: Order, n: int, deadline: Deadline) -> Obligation:
    official = OFFICIALS[n * n % len(OFFICIALS)]
    return Obligation(
        f"{order.id}/{n}", order.id, str(n), str(n), "duty", "shall", (Actor(official),), (), (), order.body, Span(0, 9),
        deadline, order.body, Span(0, 9), schedule=schedule(deadline, order.signed),
    )  # fmt: skip
