"""Where an order defines a name: after the full one in parentheses, or in a sentence of its own.

``Cybersecurity and Infrastructure Security Agency (CISA)``, ``executive departments and agencies (agencies)``, ``the
Task Force on Safety (Task Force)``, ``the “Mill Board” (Board)``, ``“Director” means the Director of …``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extractor.find.names.order_names import Names, without_article
from extractor.words.nouns import ACTOR_NOUNS, BODY_NOUNS, COUNCIL_NOUNS, OFFICER_NOUNS

_DEFINED = re.compile(
    r"\(\s*(?:the |each an? |each, an? |collectively,? |hereinafter,? (?:the )?|together,? (?:the )?|or )?[“\"]?(?:the )?(?P<short>(?:\d+ )?[A-Z][\w–&’'./+-]*(?: [A-Za-z\d][\w–&’'/+-]*){0,4}|agency|agencies|agency heads|heads of agencies)[”\"]?\s*\)"
)
_GROUP = re.compile(
    r"\(\s*(?:collectively,? |together,? )?(?:the |these )?[“\"]?(?P<group>(?:[A-Za-z][\w’-]* ){0,3}(?:members|Secretaries|Co-Chairs|Agencies|Officials|Directors|Administrators|Departments|heads)(?: of (?:the )?[A-Z][^()]{0,60})?)[”\"]?\s*\)"
)
_BODY_OF_LETTERS = re.compile(r"[a-z] \((?P<letters>[A-Z]{2,})\) (?P<noun>Board|Commission|Council|Committee)\b")
# ``the Department of Labor, the Department of State, and the Mint (collectively, the “agencies”)``
_THE_AGENCIES = re.compile(
    r"\(\s*(?:collectively|together),? (?:the |these )?[“\"]?(?P<group>agencies|(?<=[“\"])[A-Z][\w’-]*)[”\"]?\s*\)"
)
# ``“Secretary” shall refer to the Secretary of Labor``: the name runs on while its words are capitalised.
_MEANT = re.compile(
    r"[“\"](?:[Tt]he )?(?P<short>[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3}),?[”\"],? (?:as used in this order,? )?(?:(?:shall )?(?:means?|refers? to)|is)\s+the\s+"
    r"(?P<full>(?:U\.S\.|[A-Z][\w’'&-]*)(?:,?\s+(?:U\.S\.|[A-Z][\w’'&-]*|of|the|and|for|on|to|in))*)"
)
# ``shall serve as the Grain Voice``: a role that the order coins for somebody.
_SERVES_AS = re.compile(r"\b(?:serve|act) as (?:the |an? |its )?[“\"]?(?P<role>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})")
_MINOR = frozenset("of and the for to on in at by with or & from as".split())
_INSIDE_A_NAME = _MINOR | {"through"}  # ``Initiative on Excellence through Colleges (Initiative)``
_STOP = frozenset("by under with including through that which pursuant between upon into its their".split())
_WORD = re.compile(r"[A-Za-z0-9][\w–’'&./+-]*")
_LETTERS = re.compile(r"[^A-Za-z]")
# Bodies that an order coins (``the Initiative``), besides those whose noun names an actor anywhere.
_COINED_BODIES = frozenset("initiative program partnership roundtable forum network accelerator".split())
_HEADING = re.compile(
    r"^(?:Establishment|Creation|Membership|Functions?|Duties|Responsibilities|Composition|Mission|Termination|Administration) of (?:the |an? )?"
)
_WITHIN = re.compile(
    r",? (?:with)?in the (?:Executive Office of the President|(?:White House )?Office of [A-Z][\w ]{2,60}|Department of (?:the )?[A-Z][\w ]{2,40})$"
)
# ``the Office of the President the Council``: an article that no connector governs opens another name, nor a gerund
# (``Working Group on Strengthening the Mills``).
_SECOND_ARTICLE = re.compile(r"(?<! of)(?<! for)(?<! to)(?<! on)(?<! in)(?<! at)(?<! and)(?<! by)(?<! with)(?<! from)(?<! as)(?<! &)(?<!ing) the (?=[A-Z])")  # fmt: skip


LONGEST = 4_000  # code points of a sentence that lists the members of a group
_SENTENCES = re.compile(r"(?<=[a-z)]\.)\s+(?=[A-Z(])|\n\n")


def names_of(body: str) -> Names:
    """Every name that the text defines. The first definition of a short form stands, until another gives it to another body."""
    acronyms: dict[str, str] = {}
    shorts: dict[str, str] = {}
    titles: dict[str, tuple[tuple[int, str], ...]] = {}
    bodies_of: dict[str, tuple[tuple[int, str], ...]] = {}
    for match in _DEFINED.finditer(body):
        short = match["short"]
        before = " ".join(body[max(0, match.start() - 200) : match.start()].split()).rstrip('”" ')
        if _is_acronym(letters_last := short.split()[-1]):  # ``White House OFBCI``, too
            for letters, full in _acronyms(before, letters_last):
                acronyms.setdefault(letters, full)
        elif (named := _full_of_short_form(before, short)) and named.lower() != short.lower():
            shorts.setdefault(short.lower(), named)
            if short.lower() in OFFICER_NOUNS:
                titles[short.lower()] = (*titles.get(short.lower(), ()), (match.start(), named))
            elif _is_body_of(named, short):
                bodies_of[short.lower()] = (*bodies_of.get(short.lower(), ()), (match.start(), named))
        elif behind := _full_behind(body, match):
            shorts.setdefault(short.lower(), behind)
    for short, full in _meanings(body):
        shorts.setdefault(short, full)
        titles.pop(short, None)  # what a definition says holds everywhere
    groups = {
        match["group"].lower(): _SENTENCES.split(body[max(0, match.start() - LONGEST) : match.start()])[-1].rstrip()
        for match in (*_GROUP.finditer(body), *_THE_AGENCIES.finditer(body))
    }
    bodies = frozenset(f"{match['letters']} {match['noun']}" for match in _BODY_OF_LETTERS.finditer(body))
    roles = frozenset(match["role"].lower() for match in _SERVES_AS.finditer(body))
    shared = {short: found for short, found in bodies_of.items() if len({full for _, full in found}) > 1}
    return Names(acronyms, shorts, bodies, titles, groups, roles, shared)


def _is_body_of(named: str, short: str) -> bool:
    """``Task Force on Mills (Task Force)``: the short form is the kind of body that the name opens or ends with."""
    return short.split()[-1].lower() in COUNCIL_NOUNS and short in named


def _full_behind(body: str, match: re.Match[str]) -> str | None:
    """``the Executive Director (Executive Director) of the Mill Council``: the body stands behind the parenthesis."""
    short = match["short"]
    follows = re.match(
        r"\s+(of (?:the )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|the|and|for|on))*)",
        body[match.end() : match.end() + 200],
    )
    repeated = body[: match.start()].rstrip().lower().endswith(short.lower())
    return (
        name_before_next(f"{short} {follows[1]}")
        if follows and repeated and short.split()[-1].lower() in OFFICER_NOUNS
        else None
    )


def _meanings(body: str) -> Iterator[tuple[str, str]]:
    """``“Secretary” shall refer to the Secretary of Labor``: the short form in lower case, and the name."""
    for match in _MEANT.finditer(body):
        short, full = match["short"].lower(), name_before_next(" ".join(match["full"].split()))
        if short.split()[-1] in ACTOR_NOUNS and short.split()[-1] in full.lower() and full.lower() != short:
            yield short, full


def parts_of(run: str) -> list[str]:
    """``Office of the President the Council`` in two parts: where an article that no connector governs opens another name."""
    return _SECOND_ARTICLE.split(run)


def name_before_next(run: str) -> str:
    """The first name of a run of capitalised words: it ends at a comma, at ``and the`` or where another article opens."""
    name = _SECOND_ARTICLE.split(re.split(r",| and the (?=[A-Z])| to the (?!President)", run)[0])[0]
    return re.sub(r"(?:\s+(?:of|the|and|for|on|to|in))+$", "", name).rstrip(".")


def _is_acronym(short: str) -> bool:
    letters = _LETTERS.sub("", short)
    return " " not in short and len(letters) >= 2 and sum(c.isupper() for c in letters) >= max(2, len(letters) / 2)


def _acronyms(before: str, short: str) -> Iterator[tuple[str, str]]:
    """The letters with their name; with a small ``s`` or without it, the plural or the singular of the name besides."""
    letters = short[:-1] if short.endswith("s") else short
    full = _full_by_initials(before, letters) or _full_by_initials(before, short)
    full = full or _from_same_letter(_full_by_run(before), letters)
    if not full or len(full) <= len(letters):
        return
    full = re.sub(r"[’']s?$", "", full.strip('“”" '))
    if letters != short:
        yield letters, with_head(full, _singular)
        yield short, full
    else:
        yield short, full
        yield f"{short}s", with_head(full, plural)


def with_head(name: str, change: Callable[[str], str]) -> str:
    """``name`` with its head, the word before ``of``, ``for`` or ``staffed by``, changed."""
    head = re.split(
        r" (?:of|for|on|with|that|which|who|in|[a-z]+ed (?:by|in|under|for|as|to|pursuant)) ", name, maxsplit=1
    )[0]
    words = head.split(" ")
    return " ".join([*words[:-1], change(words[-1])]) + name[len(head) :]


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1] if noun.endswith("s") else noun


def plural(noun: str) -> str:
    """``agency`` → ``agencies``; a plural as it stands."""
    if noun.endswith("s"):
        return noun
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"


def _full_by_initials(before: str, short: str) -> str | None:
    """The shortest run of words at the end of ``before`` whose initials, small words apart, spell ``short``."""
    wanted = [c.lower() for c in _LETTERS.sub("", short)]
    words = list(_WORD.finditer(before))[-16:]
    for first in range(len(words) - 1, -1, -1):
        run = words[first:]
        if run[0][0].lower() in _MINOR | _STOP or re.search(r"[;:(]|\.\s", before[run[0].start() :]):
            continue
        if _spells([w[0] for w in run], wanted):
            nation = before[: run[0].start()].endswith("United States ")
            run = words[first - 2 :] if nation and first > 1 else run
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
    """The run of capitalised words (with of, and, the between) that ends ``before``: its last name."""
    words = list(_WORD.finditer(before))
    first = len(words)
    for position in range(len(words) - 1, -1, -1):
        word = words[position]
        gap = before[word.end() : words[position + 1].start()] if position + 1 < len(words) else before[word.end() :]
        if gap.strip() not in ("", ",") or position + 1 < len(words) and word[0].endswith(".") and len(word[0]) > 4:
            break
        if word[0][0].isupper():
            first = position
        elif word[0].lower() not in _INSIDE_A_NAME and not _NUMERAL.fullmatch(word[0]) or gap.strip():
            break
    run = before[words[first].start() :].strip(" ,") if first < len(words) else ""
    return without_article(_HEADING.sub("", _SECOND_ARTICLE.split(run)[-1])) or None


_NUMERAL = re.compile(r"\d+(?:st|nd|rd|th)?")  # ``America’s 250th Birthday``


def _from_same_letter(run: str | None, short: str) -> str | None:
    """Of ``Director of the Federal Risk … Program`` the part that starts with the acronym's letter."""
    if not run or run[0].lower() == short[0].lower():
        return run
    parts = re.split(r"\b(?:of|for) (?:the )?", run)
    matching = [n for n, part in enumerate(parts) if part[:1].lower() == short[0].lower()]
    return run[run.index(parts[matching[0]]) :] if matching else run


def _full_of_short_form(before: str, short: str) -> str | None:
    """The full name that ends before ``(Task Force)``: the capitalised run whose words include the short form's."""
    if short == "Agency" and (run := _full_by_run(before)) and run.endswith(" Agency"):
        return _last_name(run, "agency")  # ``the Farm Agency (Agency)``
    if short.lower() in ("agency", "agencies"):
        return short.lower() if re.search(r"\b(?:departments?|agenc\w+)\b[^.]{0,60}$", before, re.I) else None
    if short.lower() in ("agency heads", "heads of agencies"):
        return "heads of agencies"
    if " " not in short and (department := re.search(rf"\bDepartment of (?:the )?{re.escape(short)}$", before)):
        return department[0]  # ``the Department of Commerce (Commerce)``
    head = next((word.lower() for word in reversed(short.split()) if not word.isdigit()), "")  # ``Task Force 250``
    run = _full_by_run(before)
    if head.rstrip("s") not in _HEADS:
        return _whose_field(run, short) if run else None
    if not run or head.rstrip("s") not in run.lower():
        run = _full_by_run(_WITHIN.sub("", before))
    if (
        run
        and head in COUNCIL_NOUNS
        and _ESTABLISHES.search(before[: -len(run)])
        and head not in before[-NEAR:].lower()
    ):
        return run
    if not run or head.rstrip("s") not in run.lower():
        return None
    return _body_itself(_last_name(run, head), head)


def _whose_field(run: str, short: str) -> str | None:
    """``Chief Counsel for Advocacy of the Mint (Advocacy)``, ``Bureau of Reclamation (Reclamation)``: an office by its field alone."""
    name = _last_name(run, short)
    title = re.match(rf"(.+?) (?:of|for) (?:the )?{re.escape(short)}(?= of |,|$)", name)
    return name if title and title[1].split()[-1].lower() in ACTOR_NOUNS else None


NEAR = 160  # code points before a parenthesis in which the body's own noun stands
# ``There is established the Mill Watch and Action Group (Task Force)``: whatever its noun, this body is meant.
_ESTABLISHES = re.compile(r"\b(?:is|are) (?:hereby )?(?:established|created)\b[^.;:]*$")
_HEADS = frozenset(noun.rstrip("s") for noun in ACTOR_NOUNS | COUNCIL_NOUNS | _COINED_BODIES)


def _last_name(run: str, head: str) -> str:
    """Of ``Secretary of Labor and the Secretary of Commerce`` the last name that holds ``head``, with all that follows it."""
    starts = [
        0,
        *(
            match.end()
            for match in re.finditer(
                r",?\s+and\s+(?:(?:to|with|by|for)\s+)?the\s+|,\s+(?:and\s+)?the\s+|\s+as\s+the\s+", run
            )
        ),
    ]
    wanted = re.compile(rf"\b{re.escape(head.rstrip('s'))}", re.I)
    return next((run[start:] for start in reversed(starts) if wanted.search(run[start:])), run)


def _body_itself(name: str, head: str) -> str:
    """Of ``Chair of the Board of Governors`` for ``(Board)`` the body alone, without its officer."""
    if head not in BODY_NOUNS | COUNCIL_NOUNS | _COINED_BODIES:
        return name
    while (officer := re.match(r"([A-Z][\w-]*(?: [A-Z][\w-]*)*(?: for [A-Z]\w+)?) of (?:the )?(?=[A-Z])", name)) and (
        officer[1].split()[0].lower() in OFFICER_NOUNS or officer[1].split()[-1].lower() in OFFICER_NOUNS
    ):
        if head not in name[officer.end() :].lower():
            break
        name = name[officer.end() :]
    return name
