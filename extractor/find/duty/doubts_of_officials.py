"""Doubts of a finished obligation: is the right official named, whole, and alone?

One function a doubt, true where it arises. They look at the result, whichever rules made it, with expressions of their
own: a doubt that shared the rules' lists would share their errors.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.find.duty.surroundings import Surroundings
from extractor.find.names.order_names import Names
from extractor.model import Obligation
from extractor.officials import OFFICES, agency
from extractor.words.nouns import ACTOR_NOUNS, TITLE_NOUNS

FAR = 3000  # code points between a short form and the name that it stands for, from which a reader loses sight of it
NEAR = 1500  # code points above a short form in which its full name is looked for

_GENERIC = re.compile(
    r"(?:heads of )?(?:[\w-]+(?:,? (?:and|or))? ){0,4}agenc(?:ies|y)(?: heads?| officials?)?(?: [a-z].*)?"
    r"|heads of [a-z].+|head of (?:the )?[A-Z].+|(?:members|co-chairs) of .+",
    re.I,
)
_POINTS = re.compile(
    r"^(?:heads of )?(?:this|these|those|such|said|following|each|any|every|all|an?|my)\b"
    r"|\b(?:respective|foregoing|aforementioned|above|below)\b",
    re.I,
)
_ACTORS = {word.rstrip("s") for word in ACTOR_NOUNS | TITLE_NOUNS} | {"secretarie", "agencie", "deputie", "authoritie"}


def names_nobody(duty: Obligation, around: Surroundings) -> bool:
    """Nobody is responsible, and no rule says so yet."""
    return not duty.actors and not any(mark.startswith("responsible official") for mark in duty.review)


def names_a_stranger(duty: Obligation, around: Surroundings) -> bool:
    """A lead that is no office, no body that the order defines, no agency, and no known generic name."""
    return any(not _is_known(name, around.names) for name in duty.responsible)


def _is_known(name: str, names: Names) -> bool:
    if _POINTS.search(name):
        return False
    if _GENERIC.fullmatch(name) or agency(name) or name in _agencies() or name.startswith("White House "):
        return True
    if name in names.shorts.values() or name in names.acronyms.values() or name.lower() in names.roles:
        return True
    head = re.split(r" (?:of|for|to|on|at|in|within|with) |,", name)[0].split()[-1].lower().rstrip("s")
    return head in _ACTORS and (name[0].isupper() or name.endswith("s"))


_BARE_SEAT = re.compile(
    r"(?:(?:Vice |Co-)?Chair(?:s|man|person)?s?|(?:Executive )?Director|Administrator|(?:(?:Advisory|Steering|Interagency) )?"
    r"(?:Committee|Council|Commission|Board|Working Group|Task Force|Directorate|Panel|Bureau|Center|Office|Official))|working groups"
)


def names_no_body(duty: Obligation, around: Surroundings) -> bool:
    """``Chair``, ``Advisory Committee``: a seat or a body, and no word of whose or of what."""
    return any(_BARE_SEAT.fullmatch(name) for name in duty.responsible)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(each.agency for each in OFFICES)


_GLUED = re.compile(
    r"^(?!.*\bagencies (?:that|which|who)).*(?<! of)(?<! for)(?<! to)(?<! on)(?<! and)(?<! in)(?<! at)(?<! with)(?<! by)(?<! from)(?<! under)(?<! within) the [A-Z]"
    r"|\b(\w+) \1\b|[;:“”]| (?:of|the|and|for|to|on|or|in)$|\bthe \d+$|\bwhose \w+$|\bof each \w+ies\b|^(?:Establishment|Creation|Termination|Membership|Duties|Functions?) of "
)
_TWICE = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)+")


def glues_names(duty: Obligation, around: Surroundings) -> bool:
    """Two names as one, one name as two (``executive departments`` and ``agencies``), or a name that ends in the middle."""
    apart = "agencies" in duty.responsible and any(name.lower().endswith("departments") for name in duty.responsible)
    return apart or any(_is_glued(name) for name in duty.responsible)


@lru_cache(maxsize=4096)
def _is_glued(name: str) -> bool:
    parts = _TWICE.findall(name)
    return bool(_GLUED.search(name)) or len(set(parts)) < len(parts) or name.count("(") != name.count(")")


_ABBREVIATED = re.compile(r"\b(?:of|for)(?: the)? [A-Z]{2,}s?(?: |$)|^[A-Z]{2,} (?:Director|Administrator|Secretary)\b")


def abbreviates(duty: Obligation, around: Surroundings) -> bool:
    """``Administrator of the EPA``: a name that the order's own abbreviations leave short."""
    return any(_ABBREVIATED.search(name) for name in duty.responsible)


_PARTNERS = re.compile(
    r"\b(?:in (?:consultation|coordination|collaboration|cooperation|conjunction|partnership)|jointly|together|along) with\b"
    r"|\b(?:consult(?:ing|ation)|coordinat(?:ing|ion)) with\b",
    re.I,
)


def takes_partners_in(duty: Obligation, around: Surroundings) -> bool:
    """Several leads behind ``in coordination with …,``: where the partners end and the subject begins is a guess."""
    subject = around.subject
    partners = _PARTNERS.search(subject)
    if partners is None or len(duty.responsible) < 2:
        return False
    return subject.find(duty.responsible[0].split()[-1]) > partners.end()


def points_far_back(duty: Obligation, around: Surroundings) -> bool:
    """A short form that the order does not define, whose full name was last written long before."""
    near = around.body[max(0, duty.span.start - FAR) : duty.span.end]
    return any(_stands_far(name, near, around) for name in duty.responsible if name[0].isupper())


def _stands_far(name: str, near: str, around: Surroundings) -> bool:
    defined = (*around.names.shorts.values(), *around.names.acronyms.values())
    tail = re.split(r" (?:of|for) (?:the )?", name, maxsplit=1)[-1]
    return tail not in near and tail in around.body and not any(full in name for full in defined)


def shares_its_name(duty: Obligation, around: Surroundings) -> bool:
    """``the Council`` behind the second of two bodies that the order calls so."""
    subject = around.front.lower()
    return any(
        re.search(rf"\b{re.escape(short)}\b", subject)
        for short, found in around.names.shared.items()
        if found[1][0] <= duty.span.start and any(name in duty.responsible for _, name in found)
    )


_PRONOUN = re.compile(r"(?:^|\W)(?:it|they|he|she)(?: also| further)?$|(?:^|[;.] ?)each$", re.I)


def follows_a_pronoun(duty: Obligation, around: Surroundings) -> bool:
    """``it shall``, ``they shall``: what was named before may be a thing."""
    return bool(_PRONOUN.search(around.subject[-20:]))


_WHICH = re.compile(
    r"\b(?:agenc(?:y|ies)|officials?|departments?|employees)"
    r" (?:\(\w[^()]*\) )?(?:that|which|who|whose|with|having|responsible|as defined|subject|under)\b(?! respect)",
    re.I,
)


def leaves_out_which(duty: Obligation, around: Surroundings) -> bool:
    """Words that say which agencies are meant, between the name and the modal, and not in the name."""
    plain = any(
        name.split()[-1].lower() in ("agencies", "officials", "departments", "employees") for name in duty.responsible
    )
    return plain and bool(_WHICH.search(_DASH_OR_SEMICOLON.split(around.subject)[-1]))


_DASH_OR_SEMICOLON = re.compile(r"[;—]")


_POINTS_BACK = re.compile(
    r"(?:^|[,;.] )(?:in particular, )?(?:each )?(?:these|such|those|the following|the foregoing) (?:[\w-]+ ){0,2}?"
    r"(?:agenc(?:y|ies)|heads|officials|departments|offices|entities)\b[^,;.]*$",
    re.I,
)


def points_back(duty: Obligation, around: Surroundings) -> bool:
    """``these agencies shall``, and the official is all agencies: somebody in particular may be meant."""
    plain = any(name in ("agencies", "heads of agencies", "officials") for name in duty.responsible)
    return plain and bool(_POINTS_BACK.search(around.subject.rstrip(" ,")))


_DIRECT_AGENT = re.compile(r"be \w+(?: \w+ly)? by\b")


def is_an_agents(duty: Obligation, around: Surroundings) -> bool:
    """A passive whose agent is responsible, where words between them may make ``by`` mean something else."""
    return "actor.by-agent" in duty.rules and not _DIRECT_AGENT.match(duty.action)


_BARE = re.compile(r"(?:^|[,;—] )[Tt]he (Secretary|Director|Administrator|Commissioner|Under Secretary)$")


_SEVERAL = re.compile(r"(?:^|[,;—] )[Tt]he (?:Secretaries|Directors|Administrators|Chairs|Co-Chairs)$")


def points_to_one_of_several(duty: Obligation, around: Surroundings) -> bool:
    """``The Secretary`` as the subject, by a short form that the order does not define, where the words above name several."""
    if (
        _SEVERAL.search(around.subject.rstrip(" ,"))
        and len(duty.responsible) == 1
        and duty.responsible[0].startswith("Secretary")
    ):
        return True
    bare = _BARE.search(around.subject.rstrip(" ,"))
    if bare is None or bare[1].lower() in around.names.shorts or any(name in duty.quote for name in duty.responsible):
        return False
    above = around.body[max(0, duty.span.start - NEAR) : duty.span.start]
    return len(set(re.findall(rf"\b{bare[1]} (?:of|for) (?:the )?[A-Z]\w+", above))) != 1
