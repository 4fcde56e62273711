"""The rules of what a text does to other orders: each a construction over a short text, with examples and counter-examples.

A rule's pattern runs over the short text of a paragraph (``mentions``): ``@`` is an order's number, ``~`` quoted words. The
group ``list`` holds the orders acted on, ``verb`` the verb, which says the kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

KINDS = {
    "revo": "revokes", "resci": "revokes", "repeal": "revokes", "abrogat": "revokes",
    "supers": "supersedes", "replac": "supersedes",
    "amend": "amends", "revis": "amends", "modif": "amends", "delet": "amends", "str": "amends",
    "suspen": "suspends",
    "reinstat": "reinstates", "restor": "reinstates",
    "implement": "implements", "carr": "implements",
}  # fmt: skip
"""A verb's first letters and the kind of its act."""


def kind_of(verb: str) -> str:
    """The kind that a verb says: ``rescinded`` → ``revokes``. Raises ``KeyError`` for a verb of no rule."""
    lower = verb.lower()
    return KINDS[max((stem for stem in KINDS if lower.startswith(stem)), key=len)]


@dataclass(frozen=True)
class ActRule:
    """A construction by which a text acts on other orders. Examples are whole sentences, with the relations read from each:
    ``kind order`` or ``kind order part``.
    """

    name: str
    pattern: re.Pattern[str]
    examples: dict[str, tuple[str, ...]]
    counter_examples: tuple[str, ...]
    leads_in: bool = False  # what it acts on are the items of the list that the sentence opens


_LABEL = r"\d+(?:[-.]\d+)*[A-Za-z]?(?: ?\(\w{1,5}\))*|(?:\(\w{1,5}\))+|[IVX]+\b|[A-Z]\b"
_JOIN = r"(?:, (?:and |or )?| and | or | through |[-–])"
_REFERENCE = rf"(?:sub)?(?:section|paragraph|part|clause|sec\.|title|chapter|schedule|appendix|annexe?|article)s? (?:{_LABEL})(?:{_JOIN}(?:(?:sub)?sections? )?(?:{_LABEL}))*"
_PIECE = r"(?:the )?(?:(?:first|second|third|fourth|fifth|last|final|introductory|undesignated) )*(?:sentences?|paragraphs?|clauses?|phrases?|words?(?: ~)?|text|portions?|lines?|provisions?|entry|preamble|definitions?|annex(?:es)?|appendix|schedules?|attachments?|requirements|enforcement|application|operation|title)(?: ~)? (?:of|in|to|contained in|set forth in) "
PART = rf"(?:{_PIECE})*(?:{_REFERENCE}(?:(?:,? and|,| of| in) {_REFERENCE})* (?:of|to|in) )?(?:(?:all )?the provisions of )?"
_OTHER = r"(?:the )?(?:(?:Presidential|President.s|National Security|White House|Homeland Security) )*(?:Memorand(?:um|a)|Proclamations?|Directives?|Determinations?)\b(?:[^.;:@]{0,200}?(?=[,;](?: and| or)? @)|[^.;:@]{0,200}?)"
_PAST = r",? (?:and )?(?:as|which (?:was|has been)) (?:(?:further|previously|subsequently|so|thereafter|most recently|last) )*(?:amended|modified|supplemented|superseded in part|continued|extended)"
_BY = rf"(?: by (?:{_REFERENCE} (?:of|to|in) )?@(?:,? (?:(?:(?:and |as )*(?:(?:further|subsequently) )?amended by|and by)(?: {_REFERENCE} (?:of|to|in))?|and)? ?@){{0,12}})?"
HISTORY = rf"(?>{_PAST}{_BY})"
ITEM = rf"(?:(?:\(\w{{1,5}}\) )?(?>{PART})@(?>{HISTORY}{{0,3}})|{_OTHER})"
LIST = rf"(?P<list>{ITEM}(?:(?>[,;]? (?:and also|and|or|as well as) |[,;] ){ITEM}){{0,60}})"
_TELLING = (
    r"further|hereby|including|which|that|entitled|titled|relat(?:ing|ed) to|and (?:(?:all|any|its) )?amendments?|in (?:its|their) entirety|on |with respect to|as it|[a-z]+ing |"
    r"established|issued|concerned|each of which|hereinafter|also"
)
_TOLD = rf"(?:,?(?: concerning[^.;:@]{{0,80}},)? which[^.;:@]{{0,60}} (?:revoked|amended|superseded|rescinded) @|(?:,? and amendments thereto)?, including [^.;:]{{0,250}}?|,? (?:{_TELLING})[^.;:@]{{0,220}}?)?,?"
_ADVERBS = r"(?:,? (?:hereby|further|also|accordingly|therefore|each|both|now|thereby|in part|immediately|temporarily|permanently|fully|expressly|effective[^.;:@,]{0,60},|as of [^.;:@,]{0,40},|to the extent [^.;:@,]{0,120},|consistent with [^.;:@,]{0,80},|in (?:its|their) entirety),?)*"
_CLAUSE = r"(?:(?<=[.;:)] )|(?<=^)|(?<=\bthat )|(?<=\band )|(?<=, )|(?<=\border )|(?<=— )|(?<=—)|(?<=–))"
_BE = r"(?:is|are|be|shall be|will be|shall stand|stands?)"
_DONE = r"(?P<verb>revoked|rescinded|repealed|abrogated|superseded|replaced|amended|revised|modified|deleted|stricken|suspended|reinstated|restored)"
_DO = r"(?P<verb>revok(?:es?|ing)|rescind(?:s|ing)?|repeals?|supersed(?:es?|ing)|amend(?:s|ing)?|suspend(?:s|ing)?|reinstat(?:es?|ing)|modif(?:y|ies)|replaces?)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


ACTS = (
    ActRule(
        "relation.is-revoked",
        _compiled(rf"{_CLAUSE}{LIST}{_TOLD} {_BE}{_ADVERBS} {_DONE}\b(?! by @)"),
        {
            "Executive Order 19101 of May 2, 2020 (Counting Mills), is hereby revoked.": ("revokes 19101",),
            "Executive Orders 19102 and 19103 are hereby rescinded.": ("revokes 19102", "revokes 19103"),
            "Section 3 of Executive Order 19104 is revoked.": ("revokes 19104 section 3",),
            "Executive Order 19105 of May 2, 2020, as amended by Executive Order 19106, is further amended by striking “mill” and inserting “wheel”.": (
                "amends 19105",
            ),
            "It is hereby ordered that section 4(b) of Executive Order No. 19107, as amended, is further amended to read:": (
                "amends 19107 section 4(b)",
            ),
            "The first sentence of section 2 of Executive Order 19108, relating to mills, is amended.": (
                "amends 19108 the first sentence of section 2",
            ),
            "Executive Order 19109 shall be suspended until June 1, 2031.": ("suspends 19109",),
            "Executive Order 19110 of May 2, 2020, and the Presidential Memorandum of May 3, 2020 (Wheels), are reinstated.": (
                "reinstates 19110",
            ),
            "Executive Order 19111 is superseded to the extent that it is inconsistent with this order.": (
                "supersedes 19111 to the extent that it is inconsistent with this order",
            ),
            "Executive Order 19112 is superseded, as of May 1, 2031, to the extent that it counts mills.": (
                "supersedes 19112 to the extent that it counts mills",
            ),
        },
        (
            "Orders inconsistent with this order are, to the extent that they are inconsistent, superseded.",
            "Rules issued under Executive Order 19101 are hereby revoked.",
            "Executive Order 19101 of May 2, 2020, as amended, sets out the count.",
            "If Executive Order 19101 is revoked, the Board shall meet.",
            "Executive Order 19101 was revoked in 2021.",
            "The Board established by Executive Order 19101 is suspended.",
        ),
    ),
    ActRule(
        "relation.in-it-is-amended",
        _compiled(rf"{_CLAUSE}In {LIST},? (?P<inner>[^.;:@]{{3,160}}?) {_BE}{_ADVERBS} (?P<verb>amended|revised|modified|deleted|stricken)\b"),
        {"In Executive Order 19101, the second sentence of section 1 is amended by deleting “4”.": ("amends 19101 the second sentence of section 1",)},
        ("In Executive Order 19101, I counted mills.",),
    ),
    ActRule(
        "relation.revokes",
        _compiled(
            rf"(?:(?-i:\bI\b)|\bhereby\b|\bthis (?:order|memorandum|proclamation|directive)\b)(?:(?! shall\b| to\b| not\b| that\b| which\b)[^.;:]){{0,300}}?(?: shall| will| am)?{_ADVERBS} {_DO} {LIST}"
        ),
        {
            "This order revokes Executive Order 19101 of May 2, 2020, and section 1(n) of Executive Order 19102.": (
                "revokes 19101",
                "revokes 19102 section 1(n)",
            ),
            "Accordingly, I hereby terminate the emergency declared in Executive Order 19103 and revoke Executive Order 19103.": (
                "revokes 19103",
            ),
            "This order shall supersede Executive Order 19104.": ("supersedes 19104",),
        },
        (
            "This order does not supersede Executive Order 19101.",
            "I direct the Board to rescind Executive Order 19101.",
            "In Executive Order 19101, I revoked Executive Order 19102.",
            "The Secretary shall amend Executive Order 19101.",
            "Nothing in this order shall amend Executive Order 19101.",
        ),
    ),
    ActRule(
        "relation.amendments-made",
        _compiled(rf"\b(?P<verb>amend)ments? (?:is|are) (?:hereby )?made (?:to|in) {LIST}"),
        {"The following amendments are made to Executive Order 19101:": ("amends 19101",)},
        ("Amendments were made to Executive Order 19101.",),
    ),
    ActRule(
        "relation.that-order",
        _compiled(rf"@[^.;:@]{{0,200}}?\b(?P<list>(?:that|such|said) (?:Executive )?order) {_BE}{_ADVERBS} {_DONE}\b"),
        {"The Board ends by section 8 of Executive Order 19101, and that order is hereby revoked.": ("revokes 19101",)},
        ("Executive Order 19101 names the Board, and that order stands.",),
    ),
    ActRule(
        "relation.these-orders",
        _compiled(rf"@[^;:@]{{0,200}}?\. (?P<list>(?:These|Those|Such|The foregoing) (?:Executive )?orders) {_BE}{_ADVERBS} {_DONE}\b"),
        {"No mill shall rest, Executive Orders 19101 and 19102 notwithstanding. These Executive Orders are hereby rescinded.": ("revokes 19101", "revokes 19102")},
        ("Executive Orders 19101 and 19102 name the Board. These mills are closed.",),
    ),
    ActRule(
        "relation.revoke-that-order",
        _compiled(rf"(?-i:\bI\b)[^.;:]{{0,200}}?@[^.;:@]{{0,120}}?[ ,](?:hereby )?{_DO} (?P<list>(?:that|such|said) (?:Executive )?order)\b"),
        {"I hereby end the emergency declared in Executive Order 19101, revoke that order, and further order:": ("revokes 19101",)},
        ("I recall Executive Order 19101, and know that order.",),
    ),
    ActRule(
        "relation.implements",
        _compiled(
            rf"(?:\bthis (?:order|memorandum) (?:further )?(?P<verb>implements|carries out)|\bin order to (?:further )?(?P<verb2>implement|carry out)) {LIST}"
        ),
        {
            "This order implements section 3 of Executive Order 19101.": ("implements 19101 section 3",),
            "And in order to implement Executive Order 19102, it is hereby ordered:": ("implements 19102",),
        },
        ("The Secretary shall implement Executive Order 19101.",),
    ),
)  # fmt: skip

LEAD_INS = (
    ActRule(
        "relation.the-following",
        _compiled(rf"\bfollowing\b(?:(?!@)[^.;:]){{0,300}}? {_BE}{_ADVERBS} {_DONE}[^.;:@]{{0,160}}:"),
        {
            "The following executive actions are hereby rescinded:": (),
            "The following actions are revoked: Executive Order 19101 of May 2, 2020 (Mills), Memorandum of May 3, 2020 (Wheels), and Executive Order 19102 of May 4, 2020 (Looms).": (
                "revokes 19101",
                "revokes 19102",
            ),
        },
        ("The following mills, which Executive Order 19101 counted, stand:", "The following terms are defined:"),
        leads_in=True,
    ),
    ActRule(
        "relation.this-order-revokes",
        _compiled(rf"(?:(?-i:\bI\b)|\bthis order\b){_ADVERBS}(?: shall)? {_DO}(?: the following)?[^.;:@]{{0,80}}:"),
        {"I hereby revoke the following orders:": ()},
        ("This order amends the list of mills.",),
        leads_in=True,
    ),
)

_PURPOSE = r"(?P<verb>revoke|rescind|supersede|amend|suspend|reinstate|modify)"
HEADING = _compiled(rf"\b(?P<verb>Revoc|Resci|Supers|Amend|Modif|Suspens|Reinstat)\w*(?: and \w+)? (?:to|of) {LIST}")
PURPOSE = _compiled(rf"\b(?:in order|the purpose of this order is) to (?:further )?{_PURPOSE} {LIST}")
