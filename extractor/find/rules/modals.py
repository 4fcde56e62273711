"""Modals: the words that oblige, permit or encourage, or that only look as if they did.

``yields`` is the modal's class: ``mandatory``, ``direct`` (an order in the first person), ``will``, ``permission``
or ``encouragement``. A capital May is the month. Drafting practice: Federal Register Document Drafting Handbook, "shall" and "must".
"""

from __future__ import annotations

from extractor.find.rules.rule import Rule, gate, phrase

_DIRECTED = "directed|ordered|required|instructed|tasked|charged"
DIRECTED = frozenset(_DIRECTED.split("|"))
# What a time, partners or an officer open with, right behind the participle.
_AFTER_DIRECTED = "acting|after|as|at|before|by|following|forthwith|in|jointly|no|not|on|through|together|upon|with|within|without|working"
_OPENS_ITEMS = "directed|required|instructed|tasked"  # before a colon; ``it is hereby ordered:`` opens the order itself
SPLIT = "modal.is-directed"  # its ``to`` stands further on

RULES: tuple[Rule, ...] = (
    Rule(
        "modal.shall", "mandatory", [phrase("shall")],
        ("The Secretary shall report.", "No agency shall pay."), ("The Secretary may report.",),
    ),
    Rule(
        "modal.must", "mandatory", [phrase("must")],
        ("Agencies must comply with this section.",), ("Agencies should comply.",),
    ),
    Rule(
        "modal.is-directed-to", "mandatory",
        [
            phrase(f"is|are hereby|therefore|further|also|thus? hereby|further? {_DIRECTED} and|or? hereby? {_DIRECTED}? hereby? to"),
            phrase(f"is|are hereby? authorized and hereby? {_DIRECTED} to"),
            phrase(f"is|are hereby? {_DIRECTED} and hereby? authorized to"),
        ],
        ("The Administrator is hereby directed to publish the list.", "Agencies are required to report.", "The Secretary is hereby authorized and directed to report."),
        ("The funds are directed toward applicants.", "The report is required by section 3.", "The Secretary is authorized to report."),
    ),
    Rule(
        SPLIT, "mandatory", [[*phrase(f"is|are hereby|further|also? {_DIRECTED}"), {"LOWER": {"REGEX": f"^(?:,|{_AFTER_DIRECTED}|\\w+ly)$"}}], phrase(f"is|are hereby|further|also? {_OPENS_ITEMS} :")],
        ("The Department is directed, through its Office of Labor, to open a line.", "Agencies are hereby required within 30 days to report.", "The Board is instructed annually to meet.", "Agencies are directed: (i) to count, and (ii) to report."),
        ("It is hereby ordered: Agencies shall report.", "The Secretary is directed to report.", "The funds are directed toward applicants.", "The Secretary is authorized, within limits, to report."),
        {"only": "with the rest of the modal, a “to” before a verb, behind the time, the partners or the aside"},
    ),
    Rule(
        "modal.is-to", "mandatory", [phrase("is|are to")],
        ("The Secretary is to form a clearinghouse.", "Agencies are to report."),
        ("The purpose of this order is clear.",),
        {"only": "with an official, an agency or a pronoun for one as subject"},
    ),
    Rule(
        "modal.is-also-to", "mandatory", [phrase("is|are also|further|hereby|then to")],
        ("They are also to design a framework.",), ("They are also responsible.",),
    ),
    Rule(
        "modal.i-direct", "direct",
        [
            phrase("i hereby|further|therefore|also? hereby? direct|order|instruct|task|charge"),
            phrase("i am hereby|therefore|also|further? hereby? directing|ordering|instructing|tasking"),
            phrase("hereby direct|instruct"),
            phrase("this order directs|instructs|tasks"),
            phrase("order|memorandum directs|instructs"),
        ],
        ("I hereby direct the Secretary of State to convene the group.", "This order directs the Director to act."),
        ("The Secretary directs the work.",),
    ),
    Rule("modal.will", "will", [phrase("will")], ("The agencies will share their inventories.",), ("Congress wills it.",)),
    Rule(
        "modal.may", "permission", [[{"ORTH": "may"}], phrase("is|are hereby? also? authorized hereby? to|and"), phrase("is|are hereby? delegated")],
        ("Agencies may request an extension.", "The Secretary is hereby authorized to take such actions."),
        ("The program was authorized by law.", "The period ends in May 2027.", "The report of May 4 was read."),
    ),
    Rule(
        "modal.should", "encouragement",
        [phrase("should"), phrase("is|are strongly? encouraged|urged|requested|invited to"), phrase("i encourage|urge|request")],
        ("Agencies should share lessons.", "Independent agencies are encouraged to comply."), ("The Board shall meet.",),
    ),
)  # fmt: skip

# Without one of these words nothing in a text can oblige, permit or encourage; with one, the matchers look closer.
ANY_MODAL = gate(RULES)
# A text that orders somebody to act, as against one that states what must be or what is to be expected.
ORDERS_SOMEBODY = gate(
    [rule for rule in RULES if rule.name in ("modal.shall", "modal.is-directed-to", "modal.i-direct")]
)
