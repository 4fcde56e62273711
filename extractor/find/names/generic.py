"""Generic actors, all spellings folded to one: ``agencies``, ``heads of agencies``, and their qualified forms in good grammar."""

from __future__ import annotations

import re

from extractor.find.names.definitions import plural, with_head
from extractor.words.nouns import ACTOR_NOUNS

_WHOSE = r"(?:all |each |every |any |such |these |those |both |the |a given |an? )*"
_OF_STATE = r"(?: of the (?:united states(?: government)?|federal government|executive branch))?"
_BODIES = (
    r"(?:(?:federal )?executive (?:branch )?departments? (?:and|or) (?:executive )?agenc(?:ies|y)|executive (?:branch )?agenc(?:ies|y)|"
    r"executive branch departments? (?:and|or) agenc(?:ies|y)|(?:federal )?departments? (?:and|or) agenc(?:ies|y)|(?:federal )?agenc(?:ies|y)|(?:executive )?agenc(?:ies|y) (?:and|or) departments?)"
)
_AGENCIES = re.compile(rf"{_WHOSE}{_BODIES}{_OF_STATE}$", re.I)
_HEADS = re.compile(
    rf"{_WHOSE}(?:heads? of {_WHOSE}(?:{_BODIES}|(?:executive )?departments? and heads of agencies){_OF_STATE}|(?:federal |executive )?(?:departments? (?:and|or) )?agency heads?|heads?)$",
    re.I,
)
_EACH = re.compile(r"(?:each|every|any) (?:and every |of the )?")
_EACH_HEAD = re.compile(r"(?:each |every |any )?heads? of (?:each|every|any|such|an?) (?:of the )?", re.I)
# The first noun, what is said of it apart: ``such entity``, ``Federal component that …``.
_SINGULAR = re.compile(
    r"^((?:(?!by |of |that |in |with |the )[\w-]+ ){0,4}?)(agency|entity|element|component|office|department|regulator|board|bureau|body|unit|provider|party|member|committee|commission|institution|division)\b",
    re.I,
)
_JOINT = re.compile(r"((?:[\w-]+ ){0,2}?)agency (and|or) ((?:agency )?\w+)")
_TWO_BODIES = re.compile(
    r"^(agency|bureau|component|department|office|unit) (and|or) (agency|bureau|component|department|office|unit)\b"
)
# In this order: what a spelling of a qualified name becomes.
_SPELLINGS = (
    (r"[“”\"]", ""),
    (r",? as (?:defined|described|set forth|specified|provided|identified|listed) (?:in|by|under|pursuant to) [^,]+?(?=$| (?:that|which|who|with)\b)", ""),
    (r"\brespective ", ""),
    (r"^given ", ""),
    (r"^heads? of (?:the )?element of ", "heads of elements of "),
    (r"^(?:agency|department)(?:, (?:agency|department|commission))*,? (?:and|or) (?:agency|department|commission) heads?$", "heads of agencies"),
    (r"^(?:departments?|commission|agency) (?:and|or) agency heads?\b", "heads of agencies"),
    (r"^((?:relevant |appropriate |other |affected |responsible )*)(?:department (?:and|or) )?agency heads?\b(?=$| \w)", r"heads of \1agencies"),
    (r"\bheads? of (?:federal )?(?:executive )?departments? (?:and|or) agenc(?:y|ies)\b", "heads of agencies"),
    (r"^(other )?(relevant|appropriate|affected|responsible) heads? of agencies\b", r"heads of \1\2 agencies"),
    (r"^(?!head of (?:the )?[A-Z])heads? of (?:(?:all|the(?! [A-Z])|each|any|such|an?|every|these|those) )*(?:of (?:the |these |those |foregoing )*)?", "heads of "),
    (r"^(heads of (?:[\w-]+ ){0,3}?)(?:federal )?(?:executive )?(?:branch )?departments? (?:and|or) agenc(?:y|ies)\b", r"\1agencies"),
    (r"^((?:[a-z][\w-]* ){0,3}?)(?:[Ff]ederal )?(?:[Ee]xecutive )?(?:branch )?departments? (?:and|or) agenc(?:y|ies)\b", r"\1agencies"),
    (r"^(heads of (?:[\w-]+ ){0,4}?)agency\b", r"\1agencies"),
    (r"^((?:[\w-]+ ){0,4}?)agency\b(?=$| (?:that|which|who|whose|with|of|in|to|from|within|subject|responsible|across|under|on|at|for|\w+(?:ing|ed))\b)", r"\1agencies"),
    (r",? (?:and|or) (?:their|its|his or her) (?:respective )?(?:designees?|delegates?)$", ""),
)  # fmt: skip
_FOLDS = tuple((re.compile(pattern), becomes) for pattern, becomes in _SPELLINGS)
_CLAUSE = re.compile(
    r"\b((?:agencies|officials|entities|heads|elements|components|offices)(?: of (?:the )?[A-Z][\w ]*?)?) (that|which|who) (.*)$"
)
_VERBS = {"has": "have", "is": "are", "does": "do", "was": "were"}
_JOINED_VERB = re.compile(r"(?<= and )(has|is|does|was)\b|(?<= or )(has|is|does|was)\b")


def fold(name: str) -> str:
    """One spelling for all that mean the same generic actor; any other name as it stands."""
    each, each_head = _EACH.match(name), _EACH_HEAD.match(name)
    if _AGENCIES.match(name):
        return "agencies"
    if _HEADS.match(name):
        return "heads of agencies"
    if each:
        name = _TWO_BODIES.sub(lambda two: f"{plural(two[1])} {two[2]} {plural(two[3])}", name[each.end() :])
    for pattern, becomes in _FOLDS:
        name = pattern.sub(becomes, name)
    if _HEADS.match(name):
        return "heads of agencies"
    name = _CLAUSE.sub(_in_plural, name)
    if each_head:
        name = "heads of " + _SINGULAR.sub(
            lambda noun: noun[1] + plural(noun[2]), name.removeprefix("heads of "), count=1
        )
    if joint := _JOINT.fullmatch(name):
        return f"{joint[1]}agencies {joint[2]} {plural(joint[3])}"
    if each and not name.startswith("agencies "):
        name = _CLAUSE.sub(_in_plural, with_head(name, _plural_actor))
    return name


def _plural_actor(noun: str) -> str:
    return plural(noun) if noun.lower() in ACTOR_NOUNS else noun


def _in_plural(match: re.Match[str]) -> str:
    """``agencies that provides`` → ``agencies that provide``; the verb after the relative word alone is changed."""
    verb, _, rest = match[3].partition(" ")
    if second := re.match(r"(and|or) (\w+s)\b", rest):
        rest = f"{second[1]} {plural_verb(second[2])}{rest[second.end() :]}"
    rest = _JOINED_VERB.sub(lambda joined: _VERBS[joined[0]], rest)
    return f"{match[1]} {match[2]} {plural_verb(verb)} {rest}".rstrip()


def plural_verb(verb: str) -> str:
    """``provides`` → ``provide``, ``has`` → ``have``, ``possesses`` → ``possess``; any other word as it stands."""
    if verb in _VERBS:
        return _VERBS[verb]
    if re.search(r"(?:ss|x|ch|sh|zz|o)es$", verb):
        return verb[:-2]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-1] if re.search(r"[^s]s$", verb) else verb
