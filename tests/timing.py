"""How a call's time grows with its input, told so that neither a busy machine nor a slow one fails a test.

No test holds a number of seconds: what measures speed is a benchmark (``tests/measure/``). A test holds growth, by the
ratio of two sizes, and asks again before it believes that a call is slow: other programs only ever add to a time.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from typing import TypeVar

Input = TypeVar("Input")

GROWTH = 4  # the longer input is so many times as long as the shorter one
SLACK = 2.2  # what a linear call may exceed that by: caches, garbage, memory that is no longer near
SOON = 0.25  # seconds; below it nothing can be told about growth
ASKED = 6  # times, before a call is believed to be slow


def assert_linear(read: Callable[[Input], object], shorter: Input, longer: Input, times: int = GROWTH) -> None:
    """``longer`` is ``times`` as long as ``shorter``; reading it takes about that many times as long, or is over soon."""
    one, many = math.inf, math.inf
    for _ in range(ASKED):
        many = min(many, processor_seconds(read, longer))
        if many < SOON:
            return
        one = min(one, processor_seconds(read, shorter))
        if many < one * times * SLACK:
            return
    raise AssertionError(f"{one:.3f} s, then {many:.3f} s for {times} times as much")


def processor_seconds(read: Callable[[Input], object], given: Input) -> float:
    """Processor time of one call.

    What other tests left in memory is kept from the garbage collector meanwhile. It would go over all of it each time
    that the call makes many objects, and so charge the call for them; the call's own objects it still collects.
    """
    gc.collect()
    gc.freeze()
    try:
        started = time.process_time()
        read(given)
        return time.process_time() - started
    finally:
        gc.unfreeze()
