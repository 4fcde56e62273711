"""Short forms and pronouns → the official or body that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.find.actors import separate_names
from extractor.find.lexicon import PRONOUNS
from extractor.find.names import Names
from extractor.find.sentence import Sentence
from extractor.find.subjects import read_names
from extractor.model import Span

_BARE_TITLES = {
    "secretary": "Secretary of", "director": "Director of", "administrator": "Administrator of", "chair": "Chair of", "commissioner": "Commissioner of",
    "chairman": "Chairman of", "chairperson": "Chairperson of", "secretaries": "Secretary of", "co-chairs": "Co-Chairs of", "vice chair": "Vice Chair of", "chairs": "Chairs of", "assistant to the president": "Assistant to the President for",
    "under secretary": "Under Secretary", "executive director": "Executive Director of", "administrators": "Administrator of", "directors": "Director of",
}  # fmt: skip
_BARE_BODIES = frozenset(
    "council committee commission board task force working group department agency office bureau interagency working group team center panel initiative "
    "administration corporation subcommittee advisory board advisory committee advisory council steering committee".split()
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
_AGENCIES = re.compile(
    r"^(?:all |each |every |any |such |these |those |both )*(?:executive (?:departments?|branch departments?) and agenc(?:ies|y)|executive (?:branch )?agenc(?:ies|y)|agenc(?:ies|y)|federal agenc(?:ies|y)"
    r"|departments? and agenc(?:ies|y)|federal departments? and agenc(?:ies|y)|federal executive departments and agencies)(?: of the (?:united states(?: government)?|federal government|executive branch))?$", re.I,
)  # fmt: skip
_HEADS = re.compile(
    r"^(?:the )?(?:heads? of (?:all |each |every |any |such |the |these |those )*(?:executive (?:departments?|branch) (?:and|or) agenc(?:ies|y)|agenc(?:ies|y)|federal agenc(?:ies|y)|executive agenc(?:ies|y)|departments? (?:and|or) agenc(?:ies|y)|agency|(?:executive )?departments? and (?:heads of )?agencies)|agency heads?|heads?)$",
    re.I,
)
_POSSESSIVE_HEAD = re.compile(r"^heads? of (?:a |an |each |every |any |such )", re.I)
_NAME = r"((?:[A-Z][\w’'-]*|of|the|and|for|on|to)(?:,? (?:[A-Z][\w’'-]*|of|the|and|for|on|to))*)"


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
    if short := reference.names.shorts.get(lower):
        return tuple(folded for part in separate_names(reference.names.write_out(short)) for folded in _folded(part))
    if lower in ("agency", "agencies"):
        return ("agencies",)
    if group := _group(lower, reference.names):
        return tuple(dict.fromkeys(full for part in group for full in _folded(reference.names.write_out(part))))
    if lower.startswith("each ") and lower[5:] in _BARE_TITLES:
        return tuple(n for n in reference.recent if n.startswith(_BARE_TITLES[lower[5:]].split()[0])) or _bare_title(
            lower[5:], reference
        )
    if lower in _BARE_TITLES:
        return _bare_title(lower, reference)
    if lower in _BARE_BODIES:
        return _bare_body(lower, reference) or (plain,)
    written = reference.names.write_out(plain)
    return tuple(folded for part in separate_names(written) for folded in _folded(part))


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
    if re.match(r"(?:the )?heads? of (?:these|such|those) agencies$", name, re.I):
        return reference.paragraph
    if re.match(r"(?:these|such|those) (?:agencies|departments and agencies)$", name, re.I):
        heads = [
            re.sub(r"^heads of ", "", n) for n in reference.paragraph if re.match(r"heads of .+ agencies$", n, re.I)
        ]
        return tuple(heads) or tuple(
            n for n in reference.paragraph if re.search(r"\bagencies\b", n, re.I) and not n.startswith("heads")
        )
    return ()


def _folded(name: str) -> tuple[str, ...]:
    if _AGENCIES.match(name):
        return ("agencies",)
    if _HEADS.match(name):
        return ("heads of agencies",)
    name = re.sub(
        r"^(heads? of (?:[\w-]+ ){0,3}?)(?:executive )?(?:departments?|branch departments?) (?:and|or) agenc(?:y|ies)\b",
        r"\1agencies",
        name,
        flags=re.I,
    )
    if _HEADS.match(name):
        return ("heads of agencies",)
    if re.match(r"(?:each )?agency head", name, re.I) and len(name.split()) > 2:
        return (re.sub(r"^agency heads?", "heads of agencies", name, flags=re.I),)
    name = re.sub(r"^head of (?:each|every|any|such|an|a) (?=[a-z])", "heads of ", name, flags=re.I)
    name = re.sub(r"^heads? of (?:(?:all|the|each|any|such|an?|every) )?", "heads of ", name, flags=re.I)
    name = re.sub(r"^(heads of (?:[\w-]+ ){0,4}?)agency\b", r"\1agencies", name)
    name = re.sub(r"\bagencies (that|which|who) (\w+)s\b", _plural_verb, name)
    name = re.sub(
        r"\bexecutive departments and agencies\b(?=$)|(?<=relevant )executive departments and agencies",
        "agencies",
        name,
    )
    name = re.sub(
        r"^heads of (relevant|appropriate|other|affected) executive departments and agencies",
        r"heads of \1 agencies",
        name,
    )
    if name in ("agency", "Agency") or re.match(r"(?:heads of )?[\w -]*\bagency$", name, re.I) and name[0].islower():
        name = re.sub(r"agency$", "agencies", name)
    return (name,)


def _plural_verb(match: re.Match[str]) -> str:
    """``each agency that provides`` folded to ``agencies that provide``."""
    verb = {"ha": "have", "i": "are", "doe": "do", "wa": "were"}.get(match[2], match[2])
    return f"agencies {match[1]} {verb}"


def _bare_title(title: str, reference: Reference) -> tuple[str, ...]:
    """``the Secretary``: the last full title of that kind before it, in its section first; ``the Secretaries``: all the last ones."""
    full = _BARE_TITLES[title]
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
    return (_seat(title, reference),) if title in _SEATS else ()


_SEATS = frozenset("chair chairman chairperson co-chairs chairs".split()) | {"executive director", "vice chair"}


def _seat(title: str, reference: Reference) -> str:
    """``the Chair`` where nobody is named: the seat on the body that the order spoke of last, else as spelled."""
    text = reference.body[: reference.position]
    spelled = "-".join(part.capitalize() for part in title.title().split("-"))
    bodies = [
        (text.rfind(short.title()), full)
        for short, full in reference.names.shorts.items()
        if short.split()[-1] in _BARE_BODIES
    ]
    place, full = max(bodies, default=(-1, ""))
    return f"{spelled} of the {full}" if place >= 0 else spelled


def _all_in_section(full: str, reference: Reference) -> tuple[str, ...]:
    text = reference.body[max(reference.section_start, reference.position - _FAR) : reference.position]
    return tuple(
        dict.fromkeys(
            _end_name(m[0]) for m in re.finditer(rf"\b{full} (?:the )?[A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*)*", text)
        )
    )


_FAR = 20_000  # code points; no order goes back further for a full title


def _last_named(full: str, text: str) -> str | None:
    near = text[-_FAR:]
    if full not in near:
        return None
    matches = re.findall(rf"\b{full} {_NAME}", near)
    return _end_name(f"{full} {matches[-1]}") if matches else None


def _end_name(name: str) -> str:
    name = re.split(r",| and the | to the (?!President)", name)[0]
    return re.sub(r"(?:\s+(?:of|the|and|for|on|to))+$", "", name)


def _bare_body(body: str, reference: Reference) -> tuple[str, ...]:
    """``the Council``: the last longer name that ends in, or starts with, that noun."""
    noun = body.title()
    recent = tuple(name for name in reference.recent if name.endswith(noun) or name.startswith(noun))
    if len(recent) == 1:
        return recent
    text = reference.body[: reference.position]
    pattern = rf"(?:[A-Z][\w’'&-]*(?: (?:of|the|and|for|on|to|in))? )+{noun}\b(?! (?:of|for|on))|\b{noun} (?:of|for|on|to) {_NAME}"
    found = [m[0] for m in re.finditer(pattern, text[-40000:])]
    found = [re.sub(r"^(?:The|An?|This|Each|Such|In|Of|Through) ", "", name) for name in found]
    found = [
        re.sub(
            r"^(?:Establishment|Creation|Membership|Functions?|Duties|Responsibilities|Composition|Mission|Termination|Administration) of (?:the |a |an )?",
            "",
            name,
        )
        for name in found
    ]
    found = [
        _end_name(name)
        for name in found
        if len(name.split()) > len(noun.split()) and not name.startswith(("Executive Order", "Section"))
    ]
    return (reference.names.write_out(found[-1]),) if found and noun not in ("Agency", "Department", "Office") else ()
