"""Figures of a finished site: what a reader loads, how fast and how whole it is, and what of the build is ours.

A room of its own beside the tests, because these are instruments: they need what only the tests install (a browser, npm,
26 orders of the corpus), they look at a finished site from outside and know nothing of how it was made, and a person runs
them by hand as often as a test does: ``python tests/measure --help``. What each figure has to be stands in ``limits.py``.
"""
