"""The obligations tracker: from an order's text to a published site, and from Python ``extract``.

>>> from extractor import extract
>>> reading = extract('''
... By the authority vested in me as President, it is hereby ordered:
...
... Sec. 1. Wells. (a) Within 30 days of the date of this order, the Secretary of Energy shall publish a list of wells.
... ''', signed="2026-03-02")
>>> for duty in reading.obligations:
...     print(duty.citation, *duty.responsible, duty.modal, duty.action, duty.schedule.due, sep=" | ")
1(a) | Secretary of Energy | shall | publish a list of wells | 2026-04-01

What is exported here is for other programs, and stays; everything else may change with any version.
"""

from extractor.library import extract, to_json
from extractor.model import Obligation, Order, Reading
from extractor.problems import Problem, ProblemsFound

__all__ = ["Obligation", "Order", "Problem", "ProblemsFound", "Reading", "extract", "to_json"]
__version__ = "0.1.0"
