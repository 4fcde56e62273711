"""Who waits for whom: obligations whose deadline runs from the performance of another one of the order."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.model import Tracked, TrackedOrder
from extractor.schedule import AWAITED


def waits_for(order: TrackedOrder, tracked: Tracked) -> Tracked | None:
    """The obligation whose performance an obligation's date waits for; ``None`` where it has a date, or waits for something else."""
    key = tracked.obligation.deadline.reference
    if key is None or not _waits(tracked):
        return None
    return next((each for each in order.obligations if each.obligation.key == key), None)


def awaited_by(order: TrackedOrder, tracked: Tracked) -> tuple[Tracked, ...]:
    """The obligations that wait for this one, in text order."""
    key = tracked.obligation.key
    return tuple(each for each in order.obligations if each.obligation.deadline.reference == key and _waits(each))


def _waits(tracked: Tracked) -> bool:
    return tracked.schedule.due is None and tracked.schedule.undated in AWAITED and not tracked.completed


def longest_chain(order: TrackedOrder) -> tuple[Tracked, ...]:
    """The longest chain of obligations of which each waits for the one before it; empty where nothing waits."""
    chains = (tuple(_chain(order, each)) for each in order.obligations if _waits(each))
    return max((found for found in chains if len(found) > 1), key=len, default=())


def _chain(order: TrackedOrder, tracked: Tracked) -> Iterable[Tracked]:
    links, following = [tracked], waits_for(order, tracked)
    while following is not None and following not in links:
        links.append(following)
        following = waits_for(order, following)
    return reversed(links)
