"""Short forms and pronouns → the official or body that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.find.clause.name_lists import read_names
from extractor.find.names.definitions import name_before_next, parts_of, plural
from extractor.find.names.generic import fold
from extractor.find.names.heads import names_person
from extractor.find.names.order_names import Names
from extractor.find.names.plural_titles import separate_names
from extractor.find.sentence.sentence import Sentence
from extractor.model import Span
from extractor.words.function_words import PRONOUNS
from extractor.words.nouns import COUNCIL_NOUNS, OFFICER_NOUNS

_BARE_TITLES = {
    "secretary": "Secretary of", "director": "Director of", "administrator": "Administrator of", "chair": "Chair of", "commissioner": "Commissioner of",
    "chairman": "Chairman of", "chairperson": "Chairperson of", "secretaries": "Secretary of", "co-chairs": "Co-Chairs of", "vice chair": "Vice Chair of", "vice chairs": "Vice Chairs of", "vice chairman": "Vice Chairman of", "vice chairperson": "Vice Chairperson of", "chairs": "Chairs of", "assistant to the president": "Assistant to the President for",
    "under secretary": "Under Secretary", "executive director": "Executive Director of", "administrators": "Administrator of", "directors": "Director of",
}  # fmt: skip
_BARE_BODIES = frozenset(
    "council committee subcommittee commission board group force team center panel initiative department agency office bureau "
    "administration corporation".split()
) | {
    "task force",
    "working group",
    "interagency working group",
    "advisory board",
    "advisory committee",
    "advisory council",
    "steering committee",
    "interagency task force",
}
_NAME = r"((?:[A-Z][\w’'-]*|of|the|and|for|on|to)(?:,? (?:[A-Z][\w’'-]*|\d+|of|the|and|for|on|to))*)"


@dataclass(frozen=True)
class Reference:
    """What a name may refer back to: the order's text before it and the officials named last as responsible."""

    body: str
    position: int
    section_start: int
    recent: tuple[str, ...]
    names: Names
    within: tuple[str, ...] = ()  # the officials named last in the same sentence
    paragraph: tuple[str, ...] = ()  # those responsible in the same paragraph before
    partners: tuple[str, ...] = ()  # with whom these coordinate


def resolve(name: str, reference: Reference) -> tuple[str, ...]:
    """The full names that ``name`` stands for; a generic name is folded (``agencies``, ``heads of agencies``).

    An empty tuple means that a pronoun or short form could not be resolved.
    """
    plain = re.sub(r"\s+", " ", name).strip(" ,")
    lower = re.sub(r"^(?:the|such|this|that|these|those) ", "", plain.lower())
    if lower in PRONOUNS:
        return reference.within or reference.recent
    if back := _back_reference(plain, reference):
        return back
    if plain == "Agency" and (defined := reference.names.meant("agency", reference.position)):
        return (reference.names.write_out(defined),)
    if lower in ("agency", "agencies", "each agencies"):
        return _group("agencies", reference.names) or ("agencies",)
    short = reference.names.meant(lower, reference.position)
    undefined = short is None and lower in reference.names.titles
    named = (plain,) if undefined else _folded(reference.names.write_out(short or plain))
    in_general = named in (("agencies",), ("heads of agencies",))
    if len(named) == 1 and not in_general and (group := _group(lower, reference.names)):
        return tuple(dict.fromkeys(full for part in group for full in _folded(reference.names.write_out(part))))
    if short:
        return named
    if lower.startswith("each ") and lower[5:] in _BARE_TITLES:
        return tuple(n for n in reference.recent if n.startswith(_BARE_TITLES[lower[5:]].split()[0])) or _bare_title(
            lower[5:], reference
        )
    if lower in _BARE_TITLES:
        return _bare_title(lower, reference)
    if lower in _BARE_BODIES:
        return _bare_body(lower, reference) or (plain,)
    if plain[:1].isupper() and lower.removesuffix("s") in _BARE_BODIES:
        return tuple(plural(name) for name in _bare_body(lower.removesuffix("s"), reference)) or (plain,)
    return _of_letters(plain, reference.names) or _longer_title(plain, reference) or named


def _longer_title(title: str, reference: Reference) -> tuple[str, ...]:
    """``the Senior Director`` after ``a Senior Director for Mills``: the one longer title that opens so in its section."""
    words = title.split()
    if (
        not 2 <= len(words) <= 4
        or not all(word[0].isupper() for word in words)
        or words[-1].lower() not in OFFICER_NOUNS - {"manager"}  # ``Program Manager``: a role's own title stays
    ):
        return ()
    section = reference.body[reference.section_start : reference.position]
    named = re.finditer(rf"\b(?:[Aa]n?|[Tt]he) ({re.escape(title)} (?:for|of) {_NAME})", section)
    longer = {name_before_next(match[1]) for match in named}
    full = longer.pop() if len(longer) == 1 else None
    return (reference.names.write_out(full),) if full and full != title else ()


def _of_letters(name: str, names: Names) -> tuple[str, ...]:
    """``Directors of the FWS and the BLM``: an officer of each body, where all are named by letters."""
    match = re.match(r"(Directors|Administrators|Commissioners|Chairs|Secretaries) of (?:the )?(.+)$", name)
    parts = [re.sub(r"^the ", "", part) for part in re.split(r",? and |, ", match[2])] if match else []
    if not match or len(parts) < 2 or not all(part.isupper() and names.full(part) for part in parts):
        return ()
    title = match[1].removesuffix("s") if match[1] != "Secretaries" else "Secretary"
    return tuple(fold(names.write_out(f"{title} of {part}")) for part in parts)


def _folded(written: str) -> tuple[str, ...]:
    return tuple(one for part in separate_names(written) for one in _two_kinds(fold(part)))


def _two_kinds(name: str) -> tuple[str, ...]:
    """``agencies and offices`` are two actors."""
    match = re.fullmatch(
        r"((?:heads of )?(?:[a-z-]+ )?agencies) and (offices|employees|components|bureaus|entities|staff)", name
    )
    return (match[1], match[2]) if match else (name,)


def _group(name: str, names: Names) -> tuple[str, ...]:
    """The officials of a group that the order defines by a list: ``A, B, and C (the agency members of the FAR Council)``."""
    full = names.write_out(name).lower()
    before = next(
        (text for group, text in names.groups.items() if names.write_out(group).lower() in (full, name)), None
    )
    if before is None:
        return ()
    sentence = Sentence.read(before, Span(0, len(before)))
    for start in range(len(sentence.words)):
        subject = read_names(sentence, start, len(sentence.words), names)
        if subject and len(subject.leads) > 1:
            return tuple(named.phrase.name for named in subject.leads)
    return ()


def _back_reference(name: str, reference: Reference) -> tuple[str, ...]:
    """``such agencies`` after ``heads of FCEB agencies``; ``the heads of these agencies`` after the heads themselves."""
    if re.match(r"(?:the )?heads? of (?:these|such|those|each such) (?:agencies|agency)$", name, re.I):
        return tuple(_its_heads(named) for named in reference.paragraph)
    if re.match(
        r"(?:these|such|those) (?:agency heads|heads of (?:(?:executive )?departments and )?agencies|officials|officers|secretaries|directors|heads)$",
        name,
        re.I,
    ):
        if not all(_is_person(each) for each in reference.paragraph):
            return ()
        alone = len(reference.paragraph) == 1 and names_person(reference.paragraph[0])
        return (*reference.paragraph, *(reference.partners if alone else ()))
    if re.match(r"(?:these|such|those) (?:agency|agencies|departments and agencies|entities)$", name, re.I):
        return _agencies_among(reference.paragraph) or _bodies_among(reference) or _agencies_among(reference.recent)
    return ()


def _is_person(name: str) -> bool:
    return names_person(name) or name.startswith("heads of ")


def _bodies_among(reference: Reference) -> tuple[str, ...]:
    """``State, DOD, and DOE shall …. These agencies shall``: the bodies of the sentence before, with the partners of a single one."""
    named = reference.paragraph
    if not named or any(_is_person(name) or name[0].islower() for name in named):
        return ()
    several = (*named, *(reference.partners if len(named) == 1 else ()))
    return several if len(several) > 1 else ()


def _agencies_among(named: tuple[str, ...]) -> tuple[str, ...]:
    heads = tuple(re.sub(r"^heads of ", "", name) for name in named if re.match(r"heads of .+ agencies$", name, re.I))
    return heads or tuple(
        name for name in named if re.search(r"\bagencies\b", name, re.I) and not name.startswith("heads")
    )


def _its_heads(name: str) -> str:
    """``agencies that fund research`` → ``heads of agencies that fund research``; officials as they stand."""
    return f"heads of {name}" if re.match(r"(?:[\w-]+ ){0,4}agencies\b", name) and "heads" not in name else name


def _bare_title(title: str, reference: Reference) -> tuple[str, ...]:
    """``the Secretary``: the last full title of that kind before it, in its section first; ``the Secretaries``: all the last ones."""
    full = _BARE_TITLES[title]
    seat = _seat(title, reference) if title in _SEATS else None
    if seat and " of " in seat and _names_a_seat(title, reference):
        return (seat,)
    recent = tuple(name for name in reference.recent if name.startswith(full.split()[0]))
    if title.endswith("ies") or title.endswith("ors"):
        return recent or _all_in_section(full, reference)
    if len(recent) == 1:
        return recent
    found = _last_named(
        full, reference.body[max(reference.section_start, reference.position - _FAR) : reference.position]
    ) or _last_named(full, reference.body[: reference.position])
    if found:
        return (reference.names.write_out(found),)
    return (seat,) if seat else ()


_SEATS = frozenset("chair chairman chairperson co-chairs chairs".split()) | {
    "executive director", "vice chair", "vice chairs", "vice chairman", "vice chairperson",
}  # fmt: skip


def _names_a_seat(title: str, reference: Reference) -> bool:
    """``shall serve as Vice Chair``, ``shall be the Chair of``: the section says who takes a seat on its body."""
    section = reference.body[reference.section_start : reference.position]
    return bool(re.search(rf"\b(?:serve|act|be|is|designated) (?:as )?(?:the |its )?{title}\b", section, re.I))


def _seat(title: str, reference: Reference) -> str:
    """``the Chair`` where nobody is named: the seat on the body that the order spoke of last, else as spelled."""
    text = reference.body[: reference.position]
    spelled = title.title()
    bodies = [
        (text.rfind(short.title()), full)
        for short, full in reference.names.shorts.items()
        if set(short.split()) & _HAVE_SEATS and _is_defined_in(text, short.title())
    ]
    place, full = max(bodies, default=(-1, ""))
    return f"{spelled} of the {full}" if place >= 0 else spelled


def _is_defined_in(text: str, short: str) -> bool:
    """``(Board)``, ``(the “Board”)``: a body that the order defines further on has no seat yet."""
    return bool(re.search(rf"[(“\"]{re.escape(short)}[”\")]", text))


# Bodies that have a chair or an executive director; a department or an agency has none.
_HAVE_SEATS = COUNCIL_NOUNS - {"office", "offices", "member", "members"} | {"initiative", "program"}


def _all_in_section(full: str, reference: Reference) -> tuple[str, ...]:
    text = reference.body[max(reference.section_start, reference.position - _FAR) : reference.position]
    return tuple(
        dict.fromkeys(
            name_before_next(m[0])
            for m in re.finditer(rf"\b{full} (?:the )?[A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*)*", text)
        )
    )


_FAR = 20_000  # code points; no order goes back further for a full title


def _last_named(full: str, text: str) -> str | None:
    near = text[-_FAR:]
    if full not in near and not (full == "Secretary of" and "Secretaries of" in near):
        return None
    matches = re.findall(rf"\b{full} {_NAME}", near)
    if (
        not matches
        and full == "Secretary of"
        and (several := set(re.findall(r"\bSecretaries of ([A-Z]\w+)\b(?!,| and (?:the )?[A-Z])", near)))
    ):
        return f"Secretary of {several.pop()}" if len(several) == 1 else None
    return name_before_next(f"{full} {matches[-1]}") if matches else None


def _is_body(name: str, noun: str) -> bool:
    """Is it that body, not its members or their heads?"""
    bare = name[0].isupper() and not _MEMBERS_OF.match(name)
    return bare and (name.endswith(noun) or name.startswith(noun))


_MEMBERS_OF = re.compile(r"(?:\w+ )?members of ", re.I)


def _bare_body(body: str, reference: Reference) -> tuple[str, ...]:
    """``the Council``: the last longer name that ends in, or starts with, that noun."""
    noun = body.title()
    recent = tuple(name for name in reference.recent if _is_body(name, noun))
    if len(recent) == 1:
        return recent
    text = reference.body[: reference.position]
    pattern = rf"(?:[A-Z][\w’'&-]*(?: (?:of|the|and|for|on|to|in))? )+{noun}\b(?! (?:of|for|on))|(?:[A-Z][\w’'&-]* )*\b{noun} (?:of|for|on|to) {_NAME}"
    found = [_body_in(m[0], noun) for m in re.finditer(pattern, text[-_FAR_BODY:])]
    longer = [name for name in found if name and len(name.split()) > len(noun.split())]
    return (reference.names.write_out(longer[-1]),) if longer and noun not in ("Agency", "Department", "Office") else ()


_FAR_BODY = 40_000  # code points above in which the longer name of a body is looked for
_OPENS_A_SENTENCE = re.compile(r"^(?:The|An?|This|Each|Such|In|Of|Through|Should|If|When|Upon) ")
_HEADS_A_SECTION = re.compile(
    r"^(?:Establishment|Creation|Membership|Functions?|Duties|Responsibilities|Composition|Mission|Termination"
    r"|Administration) of (?:the |a |an )?"
)


def _body_in(run: str, noun: str) -> str | None:
    """The name with ``noun`` in a run of capitalised words, of which an article may open another."""
    parts = (name_before_next(_OPENS_A_SENTENCE.sub("", part)) for part in parts_of(run))
    name = next((_HEADS_A_SECTION.sub("", part) for part in parts if noun in part), None)
    return None if name is None or name.startswith(("Executive Order", "Section")) else name
