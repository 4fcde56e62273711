"""Where each calendar stands, for ever: functions of names and ids alone, so that any page can link to one.

Paths are relative to the site's root. The calendar need not exist: ``calendar_index`` says which do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache

from extractor.officials import former_slugs, known_agencies, placed_in, slug
from extractor.words.agencies import AGENCIES

ALL, OPEN, TASKS, INDEX = (f"calendars/{name}" for name in ("all.ics", "open.ics", "tasks.ics", "index.json"))
_WITH, _ALARMS = "-with", "-alarms"


def order_calendar(order_id: str) -> str:
    """The calendar of one order; every order has it."""
    return f"calendars/orders/{_told_apart(order_id)}.ics"


def agency_calendar(name: str) -> str:
    """The calendar of an agency, by its name or that of any of its offices."""
    return f"calendars/agencies/{_told_apart(slug(placed_in(name) or name))}.ics"


def official_calendar(name: str) -> str:
    """The calendar of what an office leads and of what is done through it, whatever name of the office is given."""
    return f"calendars/officials/{_told_apart(slug(name))}.ics"


def with_calendar(name: str) -> str:
    """The calendar of what others do in consultation or coordination with an office."""
    return f"calendars/officials/{_told_apart(slug(name))}{_WITH}.ics"


def window_calendar(words: str) -> str:
    """The calendar of one stated window, such as ``30 days``."""
    return f"calendars/within-{words.replace(' ', '-')}.ics"


def obligation_calendar(obligation_id: str) -> str:
    """The calendar of one obligation: ``calendars/obligations/eo-14409/2-c.ics``."""
    return f"calendars/obligations/{obligation_id}.ics"


def alarms_calendar(path: str) -> str:
    """The calendar beside another that has the same events, with alarms."""
    return f"{path.removesuffix('.ics')}{_ALARMS}.ics"


def qr_code(path: str) -> str:
    """The picture that subscribes a telephone to a calendar."""
    return f"{path.removesuffix('.ics')}.svg"


def _told_apart(name: str) -> str:
    """A name that no ending of ours can be taken for a part of: one that ends so itself gets a digest."""
    if not name.endswith((_WITH, _ALARMS)):
        return name
    return f"{name}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def joined(path: str) -> str | None:
    """The calendar that took the place of one whose office or agency was joined to another in the table of offices.

    ``calendars/officials/secretary-of-defense.ics`` → that of the Secretary of War; ``None`` for any other path.
    """
    folder, _, file = path.rpartition("/")
    name, ending = file.removesuffix(".ics"), ".ics"
    if folder == "calendars/officials" and name.endswith(_WITH):
        name, ending = name.removesuffix(_WITH), f"{_WITH}.ics"
    successors = {"calendars/officials": former_slugs, "calendars/agencies": _former_agencies}.get(folder)
    found = successors().get(name) if successors else None
    return f"{folder}/{found}{ending}" if found else None


@lru_cache(maxsize=1)
def _former_agencies() -> Mapping[str, str]:
    """The slug of each agency's other names → that of its name today."""
    names = (name for name in AGENCIES.values() if (placed_in(name) or name) != name)
    found = {slug(name): slug(placed_in(name) or name) for name in names}
    return {old: new for old, new in found.items() if old not in {slug(name) for name in known_agencies()}}
