"""The order's own names: abbreviations and short forms that it defines, and how to write them out.

An order defines a name once, in parentheses after the full one: ``Cybersecurity and Infrastructure Security Agency
(CISA)``, ``executive departments and agencies (agencies)``, ``the Task Force on Safety (Task Force)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.words.agencies import AGENCIES
from extractor.words.nouns import ACTOR_NOUNS


@dataclass(frozen=True)
class Names:
    """Short form → full name. ``acronyms`` are written out everywhere, ``shorts`` only as a whole name."""

    acronyms: dict[str, str] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)
    bodies: frozenset[str] = (
        frozenset()
    )  # ``National Credit Union Administration (NCUA) Board``: "NCUA Board" is written out
    titles: dict[str, tuple[tuple[int, str], ...]] = field(
        default_factory=dict
    )  # ``Chair`` → where it is defined, and whose
    groups: dict[str, str] = field(default_factory=dict)  # ``agency members of the FAR Council`` → the list before it
    roles: frozenset[str] = frozenset()  # ``shall serve as the Grain Voice``: a role's own name, in lower case
    shared: dict[str, tuple[tuple[int, str], ...]] = field(
        default_factory=dict
    )  # ``Council``, where an order calls two bodies so: where each is defined, and its full name

    def at(self, position: int) -> Names:
        """The names as they stand at a place: a short form that several bodies share is the one's that was defined last."""
        now = {short: full for short, found in self.shared.items() for place, full in found if place <= position}
        return replace(self, shorts=self.shorts | now) if now else self

    def meant(self, short: str, position: int) -> str | None:
        """What a short form stands for at a place: a title that is defined there or before, the last of several; ``None`` for no short form."""
        if short not in self.titles:
            return self.shorts.get(short)
        return next((full for place, full in reversed(self.titles[short]) if place <= position), None)

    def write_out(self, name: str) -> str:
        """``Director of OMB`` → ``Director of the Office of Management and Budget``; other names as they stand."""
        if full := self.shorts.get(name.lower()):
            return full
        if name.endswith(" members") and (body := self.shorts.get(name.removesuffix(" members").lower())):
            return f"members of the {body}"
        if (match := _HEADS_OF.match(name)) and (body := self.shorts.get(match[2].lower())):
            return f"{match[1]}the {body}"
        name = self._officer_first(name)
        for _ in range(3):
            written = _ACRONYM_USE.sub(lambda match: self._full(match), name)
            written = re.sub(r"\bthe the\b", "the", written, flags=re.I)
            written = _SEAT_TWICE.sub(r"\1 ", written)
            written = self._with_body(written)
            if written == name:
                break
            name = written
        return without_article(name)

    def _officer_first(self, name: str) -> str:
        """``OMB Director`` → ``Director of OMB``: letters that name a body, before the title of its head."""
        match = _OFFICER_LAST.match(name)
        full = self.full(match[1]) if match else None
        if not match or not full or _is_common(full):
            return name
        return f"{match[2]} of {'' if match[2] == 'Secretary' else 'the '}{match[1]}"

    def _with_body(self, name: str) -> str:
        """``Chair of the Commission`` with the Commission's full name."""
        match = _OF_A_BODY.match(name)
        full = self.shorts.get(match[2].lower()) if match else None
        if not match or not full or name.endswith(full):
            return name
        return full if full.startswith(match[1]) else f"{match[1]}{full}{match[3]}"

    def _full(self, match: re.Match[str]) -> str:
        before, acronym = match[1] or "", match[2]
        full = self.full(acronym)
        after = match.string[match.end() :]
        coined = _COINED.match(after)
        if coined and f"{acronym}{coined[0]}" in self.bodies:
            coined = None
        if not full or coined or acronym in _AS_SPELLED or _is_common(full) and _CAPITAL.match(after):
            return match[0]
        following = re.match(r"\s+([A-Za-z]+)", after)
        modifies_noun = following and (following[1][0].isupper() or following[1] in ACTOR_NOUNS)
        in_phrase = re.search(r"\b(?:of|for|within|at|from)\s$", before) and not modifies_noun
        cabinet = re.search(
            r"\b(?:Secretary|Department|Secretaries)\s(?:of|for)\s$", match.string[: match.end(1)] if match[1] else ""
        )
        if cabinet:
            full = re.sub(r"^Department of ", "", full)
        return f"{before}{'the ' if in_phrase and not cabinet and _takes_article(full) else ''}{full}"

    def full(self, acronym: str) -> str | None:
        """What the letters stand for: as the order defines them, else as agencies are known."""
        own, known = self.acronyms.get(acronym), AGENCIES.get(acronym)
        return known if known and (own is None or known.endswith(f" {own}")) else own

    def knows(self, word: str) -> bool:
        """True for an acronym or a short form that the order defines."""
        return word in self.acronyms or word.lower() in self.shorts


# ``members of the Council``, ``members of the Council who are heads of agencies``
_OF_A_BODY = re.compile(
    r"([\w -]+ (?:of|for) the )([A-Z][\w]*(?: [A-Z][\w]*)*)((?: (?:who|that|which|designated|appointed)\b.*)?)$"
)
_HEADS_OF = re.compile(r"((?:[A-Z]\w* )*(?:heads|Officers) of )(?:the )?(\w+)$")
_ACRONYM_USE = re.compile(r"(\b(?:of|for|within|at|from|the|and)\s)?\b([A-Z][A-Za-z]*[A-Z&][A-Za-z–-]*)\b(?!\s*\()")
# A body's coined name stays as spelled: ``FAR Council``, ``HHS AI Task Force``.
_COINED = re.compile(
    r"(?:\s+[A-Z][\w-]*)*\s+(?:Council|Force|Board|Committee|Commission|Group|Center|Team|Program|Initiative)\b"
)
# Letters that a definition gives to a seat (``the Co-Chairs of the Subcommittee on Seeds (SOS)``) behind the seat itself.
_SEAT_TWICE = re.compile(r"\b([A-Z][\w-]*(?: [A-Z][\w-]*)* of) (?:the )?\1 ")
_AS_SPELLED = frozenset({"AI"})  # letters that are a word by now
_CAPITAL = re.compile(r"\s+[A-Z]")
_OFFICER_LAST = re.compile(
    r"([A-Z][A-Za-z]*[A-Z&][A-Za-z–-]*) (Director|Administrator|Secretary|Commissioner|Chair|Chairman|Chairperson)$"
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)


def without_article(name: str) -> str:
    return _ARTICLE.sub("", name)


def _is_common(full: str) -> bool:
    """True for a thing (``artificial intelligence``), whose letters stay as they are spelled inside a coined name."""
    words = full.split()
    proper = any(word[0].isupper() for word in words[1:]) or len(words) == 1
    return not proper and not any(word.lower() in ACTOR_NOUNS for word in words)


def _takes_article(full: str) -> bool:
    """``the Office of …`` but ``National Intelligence``, ``Homeland Security``: a name headed by a body takes one."""
    words = [word.lower().strip(",") for word in full.split()]
    head = next((words[n - 1] for n, word in enumerate(words) if word in ("of", "for", "on") and n), words[-1])
    return head in ACTOR_NOUNS or words[-1] in ACTOR_NOUNS
