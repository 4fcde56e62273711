"""How long each stage of a build took: processor seconds, those of programs that it started too, and what it made.

Seconds of the clock would count what else the machine does. ``untimed`` does the work of a stage and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sized
from typing import Protocol, TypeVar

Made = TypeVar("Made")


class Timed(Protocol):
    """What does the work of a stage, and may say how long it took."""

    def __call__(self, stage: str, work: Callable[[], Made], /) -> Made:
        """The stage's name, and its work → what the work made."""
        ...


def untimed(stage: str, work: Callable[[], Made], /) -> Made:
    """The work alone."""
    return work()


class Timings:
    """The stages of one build in their order: name, seconds, and how many things were made where that can be told."""

    def __init__(self) -> None:
        self._started = _seconds()
        self.rows: list[tuple[str, float, int | None]] = [("start", self._started, None)]

    def of(self, stage: str, work: Callable[[], Made], /) -> Made:
        """Do the work of a stage and note its seconds; what a stage within it notes is not counted twice."""
        before, started = self._noted(), _seconds()
        made = work()
        within = self._noted() - before
        count = len(made) if isinstance(made, Sized) else None
        self.rows.append((stage, _seconds() - started - within, count))
        return made

    def _noted(self) -> float:
        return sum(seconds for _, seconds, _ in self.rows)

    def lines(self) -> tuple[str, ...]:
        """A line for each stage, what no stage took, and the whole: ``   3.41 s  pages  1,047``."""
        whole = _seconds()
        rows = [*self.rows, ("the rest", whole - self._noted(), None), ("all", whole, None)]
        return tuple(
            f"{seconds:>7.2f} s  {stage}" + (f"  {count:,}" if count is not None else "")
            for stage, seconds, count in rows
        )


def _seconds() -> float:
    """Processor seconds of this process and of those that it waited for."""
    return sum(os.times()[:4])
