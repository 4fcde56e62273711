"""The judge of growth: what is slow is found, and what a busy machine delays is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import timing
from timing import ASKED, GROWTH, SOON, assert_linear


@pytest.fixture
def takes(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[int], float]], None]:
    """Sets how long a call of a size takes."""

    def set_to(seconds: Callable[[int], float]) -> None:
        monkeypatch.setattr(timing, "processor_seconds", lambda _read, size: seconds(size))

    return set_to


def read(_size: int) -> None:
    raise AssertionError("nothing is read where the times are given")


@pytest.mark.parametrize("power", [1.0, 1.3])
def test_what_grows_about_with_its_length_passes(takes: Callable, power: float):
    takes(lambda size: SOON * size**power)
    assert_linear(read, 1, GROWTH)


@pytest.mark.parametrize("power", [1.7, 2.0, 3.0])
def test_what_grows_faster_does_not(takes: Callable, power: float):
    takes(lambda size: SOON * size**power)
    with pytest.raises(AssertionError, match=f"for {GROWTH} times as much"):
        assert_linear(read, 1, GROWTH)


def test_what_is_over_soon_passes(takes: Callable):
    takes(lambda size: SOON * size**3 / GROWTH**3 / 1.1)
    assert_linear(read, 1, GROWTH)


def test_a_busy_moment_is_asked_again(takes: Callable):
    delays: Iterator[float] = iter([9.0] * (ASKED - 1) + [0.0])
    takes(lambda size: SOON * size + (next(delays) if size == GROWTH else 0.0))
    assert_linear(read, 1, GROWTH)


def test_processor_time_is_counted_for_the_call():
    assert 0 <= timing.processor_seconds(sum, range(1000)) < timing.processor_seconds(sum, range(3_000_000))
