"""What stands behind a name and says more of it: clauses, asides, examples; and what the tolerant pass goes past."""

from __future__ import annotations

from extractor.find.clause.name_reading import NameReading
from extractor.find.sentence.asides import to_comma
from extractor.find.sentence.sentence import Sentence
from extractor.words.verbs import VERBS

# No partner's name opens with one of these: behind a role phrase and its ``and`` an aside, or the sentence, goes on.
_NO_PARTNER = frozenset(
    "and as at based by during for from if in informed modeled of on or primarily that to under upon when where which while who within".split()
)


def opens_no_partner(sentence: Sentence, position: int) -> bool:
    """``in coordination with the Board and to the extent needed``, ``… with the Board by sending it lists``."""
    return sentence.words[position] in _NO_PARTNER


def lists_examples(sentence: Sentence, position: int, reading: NameReading) -> bool:
    """``agencies, including the Department of War; the Department of State; and …, shall``: agencies act, the list names some."""
    exemplified = sentence.lower[position] == "including" or sentence.lower[position : position + 2] == ["such", "as"]
    if not exemplified or reading.role != "lead" or not reading.leads:
        return False
    following = sentence.lower[position + 1 : position + 2]
    return reading.leads[-1].phrase.generic and following not in (["through"], ["by"], ["with"], ["in"], ["as"])


def between_dashes(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """``the Secretaries — the Nation’s land managers — shall``: what two dashes part off after a name is an aside."""
    dash = sentence.lower[position]
    if dash not in ("—", "–", "--") or not (reading.leads or reading.consulted or reading.coordinating):
        return None
    return next((place + 1 for place in range(position + 1, end) if sentence.lower[place] == dash), None)


def between_marks(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """``agencies, unless prohibited by law, shall``: what two commas part off after a name is an aside."""
    before, word = sentence.lower[position - 1] if position else "", sentence.lower[position]
    if not (reading.leads or reading.consulted or reading.coordinating):
        return None
    if word in VERBS and sentence.words[position][0].islower():
        return None
    close = to_comma(sentence, position, end)
    if before == "and" and (word in _OPENS_A_CASE or word.endswith("ing")) and close == end - 1:
        return close
    if before != "," or close >= end:
        return None
    appositive = word in ("a", "an", "the") and close == end - 1
    return close if appositive or word not in _OPENS_A_NAME else None


# Behind an ``and``, up to the comma before the modal: ``…, and after reading the record, shall``.
_OPENS_A_CASE = frozenset(
    "after before upon following with without once when where if unless in to for by having subject under consistent pursuant notwithstanding".split()
)
_OPENS_A_NAME = frozenset("the a an such any each this that these those its their his her all every no it".split())


def modifier(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """Words after a name that say more about it (``…, as identified by the Director, …``) run to the next comma."""
    if position == 0 or not (reading.leads or reading.consulted or reading.coordinating):
        return None
    word, before = sentence.lower[position], sentence.lower[position - 1]
    if word in (
        "as",
        "that",
        "who",
        "which",
        "whose",
        "identified",
        "designated",
        "with",
        "within",
        "responsible",
        "in",
        "under",
        "described",
        "listed",
        "referenced",
        "on",
        "for",
        "from",
        "at",
        "established",
        "named",
        "having",
        "they",
        "he",
        "she",
        "appointed",
        "of",
        "serving",
        "to",
        "whom",
        "including",
        "selected",
        "where",
        "specified",
        "defined",
        "determined",
    ):
        return to_comma(sentence, position, end)
    participle = before == "," and word.endswith("ing") or reading.role != "lead" and word.endswith("ed")
    return to_comma(sentence, position, end) if participle else None


_FINITE = frozenset("is are was were has have had does do did can could would will shall must may should".split())


_OPENS_A_MODIFIER = frozenset(
    "across against about among as at between by concerning during for from in inside into like of on outside over per "
    "pursuant regarding throughout to under upon via with within without that which who whose whom where when so such "
    "able necessary relevant responsible subject then other than not led held made known set given chosen taken built".split()
)


def passed_over(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """The tolerant pass: after a name, the words of a modifier that no rule knows, up to a comma or to the modal.

    ``agencies that fund, conduct, or sponsor research shall``; not ``the Director’s report``, not ``agency reports``, and
    nothing that holds a finite verb of its own (``The Council is revived and shall``).
    """
    if not reading.leads:
        return None
    if (joined := _is_what_it_is(sentence, position, end, reading)) is not None:
        return joined
    close = to_comma(sentence, position, end)
    goes_on = reading.passed_to >= 0 and _goes_on(sentence, position, close, end)
    if not goes_on and not _opens_a_modifier(sentence, position, reading):
        return None
    relative = _first_of(sentence, position, close, _RELATIVES)
    if not (goes_on and reading.in_relative) and _first_of(sentence, position, close, _FINITE) < relative:
        return None
    reading.in_relative = goes_on and reading.in_relative or relative < close
    reading.rules.append("subject.tolerant")
    reading.passed_to = close
    return close


def _does_something(word: str) -> bool:
    """A finite verb of the present: ``have``, ``recognize``, ``recognizes``."""
    return word in ("have", "has") or word in VERBS or word.endswith("s") and (word[:-1] in VERBS or word[:-2] in VERBS)


_APPOINTED = frozenset("designated appointed named".split())


def _is_what_it_is(sentence: Sentence, position: int, end: int, reading: NameReading) -> int | None:
    """``The Director is the National Manager and will …``: what somebody is, joined to the modal by an ``and``.

    Not ``The Council is revived and shall resume``: what was done to a body says nothing of what it does.
    """
    lower = sentence.lower
    if lower[end - 1] != "and" or reading.leads[-1].phrase.end != position:
        return None
    if _does_something(lower[position]) and "be" not in lower[end + 1 : end + 3]:
        reading.rules.append("subject.tolerant")
        return end  # ``Agencies know that mills are linked and shall``
    if lower[position] != "is":
        return None
    complement = position + 1 + (lower[position + 1 : position + 2] == ["hereby"])
    appointed = lower[complement] in _APPOINTED and lower[complement + 1 : complement + 2] == ["as"]
    if not appointed and lower[complement] not in ("the", "a", "an"):
        return None
    reading.rules.append("subject.tolerant")
    return end


def _first_of(sentence: Sentence, start: int, end: int, words: frozenset[str]) -> int:
    """The first token from ``start`` that is one of ``words``, else ``end``."""
    return next((place for place in range(start, end) if sentence.lower[place] in words), end)


def _opens_a_modifier(sentence: Sentence, position: int, reading: NameReading) -> bool:
    """A preposition, a participle or a relative word, right after a name or after the comma behind it."""
    word = sentence.lower[position]
    follows = sentence.lower[position - 1] in (",", ")", "—", "–") or reading.leads[-1].phrase.end == position
    return follows and (word in _OPENS_A_MODIFIER or word.endswith(("ing", "ed")))


def _goes_on(sentence: Sentence, position: int, close: int, end: int) -> bool:
    """``agencies that fund, conduct, or sponsor …``: a list inside a modifier goes on to its ``or``, or to a comma."""
    return close < end or sentence.lower[position - 1] in ("and", "or")


_RELATIVES = frozenset("that which who whose whom where when".split())
