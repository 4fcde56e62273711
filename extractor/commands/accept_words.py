"""What ``tracker accept`` says: what is accepted, what has ended, what is still marked for review or unread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model import Obligation

if TYPE_CHECKING:
    from extractor.register.publishing import Published
    from extractor.register.register import Register
    from extractor.source.orders import SourceOrder


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting one order would write, and what is said of it."""

    order: SourceOrder
    published: Published
    register: Register

    @property
    def changes_nothing(self) -> bool:
        """True where the register stays as it is."""
        return self.register == self.order.register


def said(accepted: Accepted) -> Iterator[str]:
    """What is accepted, in lines: the differences, or the whole reading the first time; then what is marked or unread."""
    from extractor.words.numbers import counted

    order, reading = accepted.order, accepted.published.reading
    name = order.folder.name
    count = sum(1 for each in reading.obligations if each.retired is None)
    if order.register is None:
        yield f"{name}: {counted(count, 'obligation')}, accepted for the first time"
        yield from (f"  {line}" for line in _whole(reading.obligations))
    elif accepted.changes_nothing:
        yield f"{name}: {counted(count, 'obligation')}, nothing to accept"
    elif not accepted.published.differences and not list(_ended(accepted)):
        yield f"{name}: {counted(count, 'obligation')}, none of them changed; what the register says beside them is renewed"
    else:
        yield f"{name}: {counted(count, 'obligation')}"
        yield from (f"  {difference.as_text()}" for difference in accepted.published.differences)
        yield from _ended(accepted)
    yield from _marked(accepted)
    yield from _unread(accepted)


def _ended(accepted: Accepted) -> Iterator[str]:
    """The obligations that are retired now, each with the reason."""
    before = (
        {record.key for record in accepted.order.register.records if record.open} if accepted.order.register else set()
    )
    for record in accepted.register.records:
        if record.key in before and (end := record.acceptance.retired):
            yield f"  retired {record.key}: {end.reason}"


def _whole(obligations: tuple[Obligation, ...]) -> Iterator[str]:
    from extractor.register.differences import shown
    from extractor.register.register import fields_of

    for each in obligations:
        yield f"{each.key:<8} {each.schedule.due or 'no date'!s:<10}  {shown(fields_of(each))}"


def _marked(accepted: Accepted) -> Iterator[str]:
    """The obligations whose review marks nobody has looked at."""
    seen = {record.key: record.reviewed for record in accepted.register.records}
    for each in accepted.published.reading.obligations:
        if left := [mark for mark in each.review if mark not in seen.get(each.key, ())]:
            yield f"  needs review: {each.key} ({'; '.join(left)})"
    left_ones = [e.key for e in accepted.published.reading.obligations if set(e.review) - set(seen.get(e.key, ()))]
    if left_ones:
        name = accepted.order.folder.name
        yield f"  Compare each with the text, then: tracker accept {name} --reviewed {left_ones[0]}"


def _unread(accepted: Accepted) -> Iterator[str]:
    """The unread passages that nobody has looked at."""
    from extractor.register.register import not_looked_at
    from extractor.words.unread import shown_unread

    left = not_looked_at(accepted.published.reading.unread, accepted.register.acceptance.looked_at)
    yield from (f"  unread: {shown_unread(each)}" for each in left)
    if left:
        name = accepted.order.folder.name
        yield "  Compare each with the text. What obliges is added in corrections.yml; what does not is closed there, or:"
        yield f'  tracker accept {name} --reviewed "{left[0].citation}"'
