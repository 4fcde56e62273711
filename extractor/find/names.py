"""The order's own names: abbreviations and short forms that it defines, and how to write them out.

An order defines a name once, in parentheses after the full one: ``Cybersecurity and Infrastructure Security Agency
(CISA)``, ``executive departments and agencies (agencies)``, ``the Task Force on Safety (Task Force)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.find.lexicon import ACTOR_NOUNS

_DEFINED = re.compile(
    r"\(\s*(?:the |each an? |each, an? |collectively,? |hereinafter,? (?:the )?|together,? (?:the )?|or )?[“\"]?(?P<short>[A-Z][\w–&’'./-]*(?: [A-Za-z][\w–&’'/-]*){0,4}|agency|agencies|agency heads|heads of agencies)[”\"]?\s*\)"
)
_GROUP = re.compile(
    r"\(\s*(?:collectively,? |together,? )?(?:the |these )?[“\"]?(?P<group>(?:[A-Za-z][\w’-]* ){0,3}(?:members|Secretaries|Co-Chairs|Agencies|Officials|Directors|Administrators|Departments|heads)(?: of (?:the )?[A-Z][^()]{0,60})?)[”\"]?\s*\)"
)
_MINOR = frozenset("of and the for to on in at by with or & from as".split())
_STOP = frozenset("by under with including through that which pursuant between upon into its their".split())
_WORD = re.compile(r"[A-Za-z0-9][\w–’'&./-]*")
_LETTERS = re.compile(r"[^A-Za-z]")


@dataclass(frozen=True)
class Names:
    """Short form → full name. ``acronyms`` are written out everywhere, ``shorts`` only as a whole name."""

    acronyms: dict[str, str] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)  # ``agency members of the FAR Council`` → the list before it

    def write_out(self, name: str) -> str:
        """``Director of OMB`` → ``Director of the Office of Management and Budget``; other names as they stand."""
        if full := self.shorts.get(name.lower()):
            return full
        for _ in range(3):
            written = _ACRONYM_USE.sub(lambda match: self._full(match), name)
            written = re.sub(r"\bthe the\b", "the", written, flags=re.I)
            written = self._with_body(written)
            if written == name:
                break
            name = written
        return _without_article(name)

    def _with_body(self, name: str) -> str:
        """``Chair of the Commission`` with the Commission's full name."""
        match = re.match(r"([\w -]+ of the )([A-Z][\w ]+)$", name)
        full = self.shorts.get(match[2].lower()) if match else None
        return f"{match[1]}{full}" if full else name

    def _full(self, match: re.Match[str]) -> str:
        before, acronym = match[1] or "", match[2]
        full = self.acronyms.get(acronym)
        after = match.string[match.end() :]
        if not full or _COINED.match(after):
            return match[0]
        following = re.match(r"\s+([A-Za-z]+)", after)
        modifies_noun = following and (following[1][0].isupper() or following[1] in ACTOR_NOUNS)
        in_phrase = re.search(r"\b(?:of|for|within|at|from)\s$", before) and not modifies_noun
        cabinet = re.search(
            r"\b(?:Secretary|Department|Secretaries)\s(?:of|for)\s$", match.string[: match.end(1)] if match[1] else ""
        )
        return f"{before}{'the ' if in_phrase and not cabinet and _takes_article(full) else ''}{full}"

    def knows(self, word: str) -> bool:
        """True for an acronym or a short form that the order defines."""
        return word in self.acronyms or word.lower() in self.shorts


_ACRONYM_USE = re.compile(r"(\b(?:of|for|within|at|from|the|and)\s)?\b([A-Z][A-Za-z]*[A-Z&][A-Za-z–-]*)\b(?!\s*\()")
# A body's coined name stays as spelled: ``FAR Council``, ``HHS AI Task Force``.
_COINED = re.compile(
    r"(?:\s+[A-Z][\w-]*)*\s+(?:Council|Force|Board|Committee|Commission|Group|Center|Team|Program|Initiative)\b"
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)


def _without_article(name: str) -> str:
    return _ARTICLE.sub("", name)


def _takes_article(full: str) -> bool:
    """``the Office of …`` but ``National Intelligence``, ``Homeland Security``: a name headed by a body takes one."""
    words = [word.lower().strip(",") for word in full.split()]
    head = next((words[n - 1] for n, word in enumerate(words) if word in ("of", "for", "on") and n), words[-1])
    return head in ACTOR_NOUNS or words[-1] in ACTOR_NOUNS


def names_of(body: str) -> Names:
    """Every name that the text defines. The first definition of a short form stands."""
    acronyms: dict[str, str] = {}
    shorts: dict[str, str] = {}
    for match in _DEFINED.finditer(body):
        short = match["short"]
        before = body[max(0, match.start() - 200) : match.start()].rstrip()
        if _is_acronym(short):
            full = _full_by_initials(before, short) or _from_same_letter(_full_by_run(before), short)
            if full and len(full) > len(short):
                acronyms.setdefault(short, re.sub(r"[’']s$", "", full))
        elif (full := _full_of_short_form(before, short)) and full.lower() != short.lower():
            shorts.setdefault(short.lower(), full)
    groups = {
        match["group"].lower(): body[max(0, match.start() - 400) : match.start()].rstrip()
        for match in _GROUP.finditer(body)
    }
    return Names(acronyms, shorts, groups)


def _is_acronym(short: str) -> bool:
    letters = _LETTERS.sub("", short)
    return " " not in short and len(letters) >= 2 and sum(c.isupper() for c in letters) >= max(2, len(letters) / 2)


def _full_by_initials(before: str, short: str) -> str | None:
    """The shortest run of words at the end of ``before`` whose initials, small words apart, spell ``short``."""
    wanted = [c.lower() for c in _LETTERS.sub("", short)]
    words = list(_WORD.finditer(before))[-16:]
    for first in range(len(words) - 1, -1, -1):
        run = words[first:]
        if run[0][0].lower() in _MINOR | _STOP or re.search(r"[;:(]|\.\s", before[run[0].start() :]):
            continue
        if _spells([w[0] for w in run], wanted):
            return re.sub(r"\s*\([^)]*\)", "", before[run[0].start() :]).strip(" ,")
    return None


def _spells(words: list[str], wanted: list[str]) -> bool:
    major = [part for word in words if word.lower() not in _MINOR for part in re.split(r"[-–/]", word) if part]
    every = [part for word in words for part in re.split(r"[-–/]", word) if part]
    initials = [
        [part[0].lower() for part in parts] for parts in (major, every, [w for w in words if w.lower() not in _MINOR])
    ]
    return wanted in initials


def _full_by_run(before: str) -> str | None:
    """The run of capitalised words (with of, and, the between) that ends ``before``."""
    words = list(_WORD.finditer(before))
    first = len(words)
    for position in range(len(words) - 1, -1, -1):
        word = words[position]
        gap = before[word.end() : words[position + 1].start()] if position + 1 < len(words) else before[word.end() :]
        if gap.strip() not in ("", ",") or position + 1 < len(words) and word[0].endswith(".") and len(word[0]) > 4:
            break
        if word[0][0].isupper():
            first = position
        elif word[0].lower() not in _MINOR or gap.strip():
            break
    run = before[words[first].start() :].strip(" ,") if first < len(words) else ""
    run = (
        re.split(r"(?<=[a-z]) the (?=[A-Z])", run)[-1]
        if not re.search(r"\b(?:of|for|to|on|in|at|and|by|with|from) the [A-Z]", run)
        else run
    )
    return _without_article(run) or None


def _from_same_letter(run: str | None, short: str) -> str | None:
    """Of ``Director of the Federal Risk … Program`` the part that starts with the acronym's letter."""
    if not run or run[0].lower() == short[0].lower():
        return run
    parts = re.split(r"\b(?:of|for) (?:the )?", run)
    matching = [n for n, part in enumerate(parts) if part[:1].lower() == short[0].lower()]
    return run[run.index(parts[matching[0]]) :] if matching else run


def _full_of_short_form(before: str, short: str) -> str | None:
    """The full name that ends before ``(Task Force)``: the capitalised run whose words include the short form's."""
    if short.lower() in ("agency", "agencies"):
        return short.lower() if re.search(r"\b(?:departments?|agenc\w+)\b[^.]{0,60}$", before, re.I) else None
    if short.lower() in ("agency heads", "heads of agencies"):
        return "heads of agencies"
    head = short.split()[-1].lower()
    if head.rstrip("s") not in {noun.rstrip("s") for noun in ACTOR_NOUNS}:
        return None
    run = _full_by_run(before)
    if not run or head.rstrip("s") not in run.lower():
        return None
    return _last_name(run, head)


def _last_name(run: str, head: str) -> str:
    """Of ``Secretary of Labor and the Secretary of Commerce`` the last name that holds ``head``."""
    parts = re.split(r",?\s+and\s+the\s+|,\s+the\s+|\s+as\s+the\s+", run)
    return next((part for part in reversed(parts) if head.rstrip("s") in part.lower()), run)
