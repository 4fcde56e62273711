"""One phrase that names several officials: ``Secretaries of State, Commerce, and Energy``."""

from __future__ import annotations

import re

from extractor.words.nouns import BODY_NOUNS, COUNCIL_NOUNS

_SEVERAL = {
    "Secretaries": "Secretary", "Departments": "Department", "Administrators": "Administrator", "Directors": "Director",
    "Chairs": "Chair", "Chairmen": "Chairman", "Chairpersons": "Chairperson", "Commissioners": "Commissioner",
    "Department": "Department",
}  # fmt: skip


_BOTH = ("Human Services", "Urban Development")  # of ``Health and Human Services``: no name of their own


_HEADS_OF_SEVERAL = re.compile(r"[Hh]eads of (?:the )?(?=Departments of (?:the )?[A-Z])")
_WITH_ARTICLE = ("Treasury", "Interior", "Army", "Navy", "Air Force")


def separate_names(name: str) -> tuple[str, ...]:
    """``Secretaries of State, Commerce, and Energy`` names three officials; any other name is one."""
    if heads := _HEADS_OF_SEVERAL.match(name):
        return tuple(f"heads of the {part}" for part in separate_names(name[heads.end() :]))
    match = re.match(r"(\w+) of (?:the )?(.+)$", name)
    if not match or match[1] not in _SEVERAL or match[1] == "Department" and "," not in match[2]:
        return (name,)
    joint = rf",\s+and\s+|,\s+|\s+and\s+(?!{'|'.join(_BOTH)})"
    parts = [re.sub(r"^(?:the |Department of (?:the )?)", "", part.strip()) for part in re.split(joint, match[2])]
    if len(parts) == 1 and not parts[0][:1].isupper():
        return (name,)  # ``Secretaries of the military departments``
    if match[1] not in ("Secretaries", "Departments", "Department"):
        parts = _whole_bodies(parts)
        return tuple(f"{_SEVERAL[match[1]]} of the {part}" for part in parts) if len(parts) > 1 else (name,)
    return tuple(f"{_SEVERAL[match[1]]} of {'the ' if part in _WITH_ARTICLE else ''}{part}" for part in parts if part)


def _whole_bodies(parts: list[str]) -> list[str]:
    """The bodies that officers of one title head; none where a part names no body (``Oceans and Atmosphere``)."""
    named = all(any(word.lower() in BODY_NOUNS | COUNCIL_NOUNS for word in part.split()) for part in parts)
    return parts if named or all(part.startswith("National Endowment") for part in parts) else []
