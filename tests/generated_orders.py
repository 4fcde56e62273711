"""Read orders whose duties are known, and say what is wrong: ``python tests/generated_orders.py --orders 500 --seed 7 [--misses]``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from generated.judge import Record, Tally
from generated.orders import GeneratedOrder, order

from extractor.pipeline import read_order, read_reading
from extractor.publish.api import reading_json


def read(written: GeneratedOrder) -> Record:
    """The reading of a generated order, as ``tracker extract --json`` prints it."""
    return reading_json(read_reading(read_order(written.text.encode(), written.name, "eo-19999")))


def tally(seeds: Iterable[int]) -> Tally:
    """What is right and wrong in the orders of these seeds."""
    counts = Tally()
    for seed in seeds:
        written = order(seed)
        counts.add(written.duties, read(written))
    return counts


def report(counts: Tally, misses: bool) -> None:
    """Print the shares, the constructions that fail most, and each miss where that is asked for."""
    print(f"duties                        {counts.duties}")
    print(f"fully right                   {counts.right:.2%}")
    print(f"of the wrong, marked or unread {counts.told:.1%}  ({len(counts.misses)} wrong)")
    print("\nwrong  built  construction")
    for name, wrong, built in counts.by_construction():
        print(f"{wrong:>5}  {built:>5}  {wrong / built:>6.1%}  {name}")
    if misses:
        print(*counts.misses, sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=100, help="how many orders")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first; the others follow it")
    parser.add_argument("--misses", action="store_true", help="print each duty that is read wrongly")
    parser.add_argument(
        "--text", action="store_true", help="print the order of the seed and its duties, and read nothing"
    )
    asked = parser.parse_args()
    if asked.text:
        written = order(asked.seed)
        print(
            written.text, *(f"{duty.cite} {duty.lead} {duty.begins} {duty.time}" for duty in written.duties), sep="\n"
        )
        return
    report(tally(range(asked.seed, asked.seed + asked.orders)), asked.misses)


if __name__ == "__main__":
    main()
