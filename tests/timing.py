"""How long a call takes, told apart from whatever else goes on in the test run."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def least_seconds(call: Callable[[], object], tries: int = 2) -> float:
    """Processor seconds of one call: the least of some tries, because other programs only ever add to it.

    What other tests left in memory is kept from the garbage collector meanwhile. It would go over all of it each time
    that the call makes many objects, and so charge the call for them; the call's own objects it still collects.
    """
    gc.collect()
    gc.freeze()
    try:
        return min(_seconds(call) for _ in range(tries))
    finally:
        gc.unfreeze()


def _seconds(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started
