"""Why a passage obliges nobody, in a sentence for readers."""

from __future__ import annotations

from extractor.model import NotObligation

REASON_WORDS = {
    "permission": "It permits or authorizes; it does not oblige.",
    "encouragement": "It encourages or urges; it does not oblige.",
    "content": "It says what a document or a program must contain; the duty to make it is listed on its own.",
    "constitutive": "It sets up a body or says who sits on it.",
    "definition": "It defines a term.",
    "construction": "It is a rule for reading the order.",
    "policy": "It states purpose or policy.",
    "effect": "It says when or how the order takes effect.",
    "amendment": "It changes the text of another order.",
    "general-provision": "It stands in the order’s general provisions.",
    "embedded": "Its “shall” or “must” stands inside another clause.",
}

_LEAD_IN_WORDS = "It opens a list; each item of the list is an obligation of its own."


def why_not(item: NotObligation) -> str:
    """The reason of a passage that obliges nobody, in a sentence."""
    if "list.lead-in" in item.rules:
        return _LEAD_IN_WORDS
    return REASON_WORDS.get(item.reason, item.reason[:1].upper() + item.reason[1:])
