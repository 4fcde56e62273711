"""Is the reason for which a passage was set aside true of it? Each reason has a plain test of its own, over plain words.

A test looks at the subject (the words before the command, back to the last stop), the predicate (those after it) or the
place. What fails its test was set aside for a reason that does not hold, and nobody may take it for read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.account.detectors import OFFICE


@dataclass(frozen=True, slots=True)
class Told:
    """A command in its place: the words before it in its clause, those after it, its sentence, and the headings above."""

    before: str
    word: str
    after: str
    sentence: str
    heading: str


_STOP = re.compile(r"[.;:](?=\s)|[—–]|\A")
_EMBEDS = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|whenever|if|whether|as|unless|until|how|what|so|than|because|while|whereby|wherein|such|provided|once|since|insofar|though|although)\b",
    re.I,
)


def told(sentence: str, position: int, word: str, heading: str) -> Told:
    """The command ``word`` at ``position`` of its sentence."""
    start = max((stop.end() for stop in _STOP.finditer(sentence, 0, position)), default=0)
    return Told(sentence[start:position], word, sentence[position + len(word) :], sentence, heading)


_NEAR = 400  # code points before a command in which its subject's office can stand


def names_an_actor(before: str) -> bool:
    """Is an office the subject? ``the Secretary``; not ``the report of the Secretary``, ``the Secretary’s plan``."""
    before = before[-_NEAR:]
    for match in OFFICE.finditer(before):
        rest = before[match.end() :]
        if re.match(r"[’']", rest) or len(rest.split()) > 40:
            continue
        ahead = before[: match.start()].split()
        if not any(word.lower() in _TURNS_TO_OBJECT for word in ahead[-4:]):
            return True
    return False


_TURNS_TO_OBJECT = frozenset(
    "of by to with from for in under within on at through into upon between among against".split()
)


def _is_embedded(told: Told) -> bool:
    """Behind a word that opens another clause, and not in a clause of its own after that one has ended."""
    if told.before.count("“") > told.before.count("”") or told.before.count("(") > told.before.count(")"):
        return True
    found = list(_EMBEDS.finditer(told.before))
    if not found or _MAIN_AGAIN.search(told.before):
        return False
    if len(found) == 1 and found[0].start() < 3 and _ITS_OWN.search(told.before) and not _COMMANDS.search(told.after):
        return False  # ``Where mills close they must report``: nothing else is the main clause
    last = _CLAUSE_START.split(told.before)[-1]
    return bool(_EMBEDS.search(last)) or not names_an_actor(last) or bool(_ASIDE.search(told.before))


# ", and shall": the second act of the main clause; ", who shall", "the heads of which shall": an officer's own clause
_MAIN_AGAIN = re.compile(r",? (?:and|but)(?: (?:also|further|then))? $|, (?:who|each of whom)(?: \w+)? $")
_ITS_OWN = re.compile(r" (?:they|it|he or she) $")
_COMMANDS = re.compile(r"\b(?:shall|must|may|should|will)\b")
_CLAUSE_START = re.compile(
    r", (?:and |but |or )?(?=(?:the|each|every|all|an?|any|no|such|they|it|these|[A-Z])\b)| (?:and|but) (?=the\b)"
)
_ASIDE = re.compile(r"\b(?:that|which|who|if|whether|as), ")


def _has(pattern: str) -> Callable[[Told], bool]:
    expression = re.compile(pattern, re.I)
    return lambda told: bool(expression.search(told.sentence))


def _after(pattern: str) -> Callable[[Told], bool]:
    expression = re.compile(pattern, re.I)
    return lambda told: bool(expression.search(told.after))


def _is_content(told: Told) -> bool:
    """Something that is no officer must be or have something; or something is done to an officer, by nobody in particular;
    or an undated "will" tells what is to be expected. What opens with a limit and acts is no content.
    """
    if told.word.startswith("will") and not _LIMITS.search(told.sentence):
        return True
    if _LIMITS.search(told.before) and not _SAYS_WHAT_IS.match(told.after):
        return False
    passive = bool(_PASSIVE.match(told.after)) and " by " not in told.after
    return passive or not names_an_actor(told.before) or _is_embedded(told)


_SAYS_WHAT_IS = re.compile(
    r"\s*(?:not )?(?:also )?(?:be|include|contain|have|consist|apply|take effect|expire|terminate|remain)\b"
)
_LIMITS = re.compile(r"\b(?:within|(?:no|not) later than|on or before)\b|\bby [A-Z][a-z]+ \d", re.I)
_PASSIVE = re.compile(
    r"\s*(?:not )?(?:also )?(?:be (?:\w+ly )?(?:\w+(?:ed|en|wn|ne|de|ld|lt|pt|nt|ut|ght)|eligible|entitled|available)|receive)\b"
)


# ``the Departments of Labor and Energy must``: said of all agencies it is a need, of named ones it may be a duty.
_NAMED_DEPARTMENTS = re.compile(r"\b[Dd]epartments? of (?:the )?[A-Z][^.;:]{0,120}$")


def _states_policy(told: Told) -> bool:
    said = "“" in told.after[:6] or re.search(
        r"\b(?:polic(?:y|ies)|purposes?|goals?|objectives?|background|findings?|principles?|vision|priorit(?:y|ies)|commitments?)\b",
        f"{told.heading} {told.sentence}",
        re.I,
    )
    needed = told.word.startswith(("will", "must")) and not _NAMED_DEPARTMENTS.search(told.before)
    return bool(said) or needed or not names_an_actor(told.before)


TRUE_OF: dict[str, Callable[[Told], bool]] = {
    "permission": lambda told: not told.word.startswith(("shall", "must")) or _has(r"\bmay\b|authori[sz]ed|delegat|discretion|authority|power|permit|not (?:be )?required|need not")(told),
    "encouragement": _has(r"\bshould\b|\bencourag|\burged?\b|\badvised?\b|\binvited?\b"),
    "content": _is_content,
    "constitutive": _has(r"establish|consist|compos|compris|member|\bchair|serve|include|headed|abolish|terminat|designat|known|appoint|select|represent|head\b|seal\b|term\b|quorum|vacanc|administrat|funding|support|compensat|advis|\bled\b|\bopen to\b|\bbe (?:an?|the)\b|employee|interested|act as|responsib|\brequire an?\b|\bhave\b"),
    "definition": _has(r"\bmeans?\b|meaning|\bterms?\b|defin|refers?\b|includ|referred|\bhave the\b|known|deemed|considered|treated|constru"),
    "construction": _has(r"constru|interpret|nothing|\bnot\b|\bno\b|\bintended\b|affect|limit|creat|impair|supersed|preclud|prohibit|notwithstanding|except|deemed|appl(?:y|ies)|govern|without regard"),
    "policy": _states_policy,
    "effect": lambda told: not names_an_actor(told.before) or _has(r"effect|appl|terminat|expire|implement|subject to|consistent|ceas|revok|rescind|supersed|continu|remain|govern|extend|deemed|transfer|abolish|comply|compl|commenc|construed|binding|force|valid|law")(told),
    "amendment": _has(r"amend|strik|insert|revis|to read|substitut|delet|redesignat|adding|replac|renumber|modif|suspend"),
    "general-provision": lambda told: True,
    "embedded": _is_embedded,
}  # fmt: skip


def is_true(reason: str, told: Told) -> bool:
    """True where ``reason`` holds of the command; a reason that has no test holds of nothing."""
    return reason in TRUE_OF and TRUE_OF[reason](told)
