"""What the figures of a site have to be: with one order, and with 26."""

from __future__ import annotations

SIZES = ("one", "many")
SCORE = {"one": 98, "many": 95}  # the least of Lighthouse's four scores, of 100
FIRST_LOAD = {"one": 100_000, "many": 120_000}  # bytes over the wire for the overview, with an empty cache
OWN_SCRIPT = 8_000  # bytes, compressed: the JavaScript that is written here
OWN_SHARE = 0.25  # of a build's time: all but the site generator's
