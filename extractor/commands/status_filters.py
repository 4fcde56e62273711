"""What ``tracker status`` shows of the obligations: by order, office, standing, days ahead, section."""

from __future__ import annotations

import re
from dataclasses import dataclass

import click

from extractor.commands.options import Loaded
from extractor.model import Standing, Tracked, TrackedOrder
from extractor.officials import goes_by, known_names, names_of
from extractor.problems import Problem, ProblemsFound, did_you_mean


@dataclass(frozen=True, slots=True)
class Filters:
    """What an obligation must fit; ``None`` or nothing where it does not matter."""

    order: str | None = None
    official: str | None = None
    standings: tuple[Standing, ...] = ()
    due_within: int | None = None
    section: str | None = None

    @property
    def are_set(self) -> bool:
        """True if anything is chosen at all."""
        return self != Filters()

    def of(self, order: TrackedOrder) -> tuple[Tracked, ...]:
        """The order's obligations that fit."""
        if self.order not in (None, order.order.id):
            return ()
        return tuple(each for each in order.obligations if self._fits(each, order))

    def _fits(self, tracked: Tracked, order: TrackedOrder) -> bool:
        due = tracked.schedule.due
        return (
            (not self.standings or tracked.standing in self.standings)
            and (self.section is None or _is_in(tracked.obligation.key, self.section))
            and (self.official is None or any(goes_by(name, self.official) for name in _officials(tracked)))
            and (self.due_within is None or bool(due and 0 <= (due - order.as_of).days <= self.due_within))
        )

    def in_words(self) -> str:
        """What is looked for: ``overdue, in section 2``."""
        parts = (
            " or ".join(self.standings),
            f"due within {self.due_within} day(s)" if self.due_within is not None else "",
            f"in section {self.section}" if self.section is not None else "",
            f"one of {self.official}" if self.official else "",
            f"of {self.order}" if self.order else "",
        )
        return ", ".join(part for part in parts if part) or "here"


def filters_of(
    loaded: Loaded, order: str | None, official: str | None, standings: tuple[Standing, ...], due_within: int | None,
    section: str | None,
) -> Filters:  # fmt: skip
    """The filters of the command line. Raises ``ProblemsFound``, with the nearest one, for a name that nothing has."""
    from extractor.source.named import order_folder

    folder = order_folder(order, loaded.project.order_folders()).name if order is not None else None
    if official is not None:
        _known_official(official, loaded)
    return Filters(folder, official, standings, due_within, section)


def standing_named(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[Standing, ...]:
    """``due-soon``, ``Due soon`` and ``due soon`` are one standing; another word is bad usage."""
    return tuple(_standing(value) for value in values)


def _standing(value: str) -> Standing:
    words = " ".join(re.split(r"[\s_-]+", value.strip().lower()))
    if words in list(Standing):
        return Standing(words)
    near = did_you_mean(words, list(Standing)) or ", ".join(Standing)
    raise click.BadParameter(f"there is no standing {value!r}; {near}")


def _known_official(name: str, loaded: Loaded) -> None:
    """An office of these orders, or at least one that the table of offices knows."""
    from extractor.yaml.fields import nearest_word

    here = dict.fromkeys(
        each for order in loaded.orders for tracked in order.obligations for each in _officials(tracked)
    )
    known = [*here, *known_names()]
    if any(goes_by(each, name) for each in known):
        return
    near = nearest_word(name, [word for each in known for word in names_of(each)])
    allowed = "an office of these orders, such as " + "; ".join(list(here)[:5])
    raise ProblemsFound([Problem("--official", 0, 0, "there is no such office", name, allowed, near)])


def _officials(tracked: Tracked) -> tuple[str, ...]:
    return (*tracked.obligation.responsible, *tracked.obligation.through)


def _is_in(key: str, section: str) -> bool:
    """``3-a_2`` is in ``3``, in ``3(a)`` and in ``3-a``; ``31`` is not in ``3``."""
    wanted = re.sub(r"[()\s-]+", "-", section.strip()).strip("-").lower()
    return bool(re.fullmatch(re.escape(wanted) + r"(?:[-_].*)?", key.lower()))
