"""What somebody most likely meant where a text is no YAML: the common mistakes, each with its place and its mend.

``LINES`` is a table: a pattern of a line, what is said of it, and the line as it was meant. Four more kinds of mistake
take several lines: a quote that is never closed, a text that goes on without indentation, a field or an item that
stands in another column than its sisters. Nothing here knows YAML: every guess is given to the parser, and of those
with which it reads further, the one that brings it furthest is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from extractor.yaml.blanks import NO_BREAK

Place = tuple[int, int]  # line and column, both from 0
StopsAt = Callable[[str], Place | None]  # a text → where the parser stops in it; None where it reads to the end

LARGEST = 200_000  # characters up to the mark with which guesses are tried; each takes the parser half a second then
_BELOW = 40  # lines below the parser's mark that a guess is tried with
_NEAR = 4  # lines with something on them, from the mark upward, in which a mistake of one line is looked for
_QUOTES = 8  # quotes above the mark that may be the one that is never closed
_LONGEST = 2_000  # characters of a line that is looked at
_KEY = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[\w.()-]+):(?= |$)")
_OPEN = re.compile(r"(?P<before> *(?:- +)?(?:[\w.()-]+: +)?)(?P<quote>[\"'])(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Likely:
    """A mistake: its place (from 0), what is said of it, what may stand there, what to do."""

    line: int
    column: int
    message: str
    allowed: str
    fix: str


@dataclass(frozen=True, slots=True)
class _Guess:
    """A mistake, and the lines as they were meant."""

    likely: Likely
    lines: list[str]


@dataclass(frozen=True, slots=True)
class _Mistake:
    """A line as it was not meant.

    ``pattern``: its groups ``before`` and ``text`` are what stands before the mistake, which begins where the group
    ``at`` does, and behind it. ``meant``: the line as it was meant, of the pattern's groups; ``whole`` is ``text`` in
    quotes. ``needs_key``: only where the group ``key`` is a key of another line as well, or begins as those of
    obligations do.
    """

    pattern: re.Pattern[str]
    message: str
    allowed: str
    fix: str
    meant: str
    needs_key: bool = False


_FIELD = r"(?P<before> *(?:- +)?(?P<key>[\w.()-]+):"
LINES = (
    _Mistake(
        re.compile(r"(?P<before> *)(?P<at>[–—−‒―•·*])[ " + NO_BREAK + r"]*(?P<text>[a-z_]+:(?: .*)?)"),
        "“{at}” is no hyphen", "a hyphen before the first field", "use a hyphen: - {text}", "{before}- {text}",
    ),
    _Mistake(
        re.compile(r"(?P<before> *)(?P<at>-)[" + NO_BREAK + r"]*(?P<text>[a-z_]+:(?: .*)?)"),
        "no blank after the hyphen", "a hyphen and a blank", "put a blank after the hyphen: - {text}", "{before}- {text}",
    ),
    _Mistake(
        re.compile(_FIELD + r")(?P<at>[" + NO_BREAK + r"])\s*(?P<text>.*)"),
        "a no-break space after the colon", "a blank after the colon", "put a blank after the colon: {key}: {text}",
        "{before} {text}",
    ),
    _Mistake(
        re.compile(r"(?P<before> *(?:- +)?(?P<key>[a-z_]+):)(?P<at>(?!//)[^\s:])(?P<text>.*)"),
        "no blank after the colon", "a blank after the colon", "put a blank after the colon: {key}: {at}{text}",
        "{before} {at}{text}",
    ),
    _Mistake(
        re.compile(r"(?P<before> *(?:- +)?)(?P<at>)(?P<key>[\w.()-]+)(?P<text>|[ ]+[^\s:].*)"),
        "no colon after “{key}”", "a colon after the field’s name", "put a colon after it: {key}:{text}",
        "{before}{key}:{text}", needs_key=True,
    ),
    _Mistake(
        re.compile(_FIELD + r" +)(?P<at>)(?P<text>(?P<sign>[\"']).*(?P=sign).*)"),
        "the quote is closed before the text ends", "the whole text in quotes",
        "put the whole text in quotes: {key}: {whole}", "{before}{whole}",
    ),
    _Mistake(
        re.compile(_FIELD + r" +)(?P<at>)(?P<text>(?:(?P<sign>[@&%`*|>!?,:\]}-])|(?P<list>\[)(?=[^{]*$)|\{(?=[^:]*$)).*)"),
        "text that begins with “{first}” needs quotes", "the whole text in quotes",
        "put the whole text in quotes: {key}: {whole}", "{before}{whole}",
    ),
    _Mistake(
        re.compile(_FIELD + r" +)(?P<text>[^'\"\[{&*!|>].*?(?P<at>:)(?: .*)?)"),
        "a colon in a text that has no quotes", "the whole text in quotes",
        "put the whole text in quotes: {key}: {whole}", "{before}{whole}",
    ),
)  # fmt: skip


def quoted(text: str) -> str:
    """A text between quotation marks, as YAML takes it whole: ``"see #12"``."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def likely_mistake(text: str, mark: Place, stops_at: StopsAt) -> Likely | None:
    """The mistake that stopped the parser at ``mark``; ``None`` where none of the common ones brings it further."""
    lines = text.split("\n")[: mark[0] + _BELOW]
    if sum(map(len, lines)) > LARGEST:
        return None
    best: tuple[Place, Likely] | None = None
    for guess in _guesses(lines, min(mark[0], len(lines) - 1)):
        reached = stops_at("\n".join(guess.lines)) or (len(lines) + 1, 0)
        if reached > (best[0] if best else mark):
            best = reached, guess.likely
    return best[1] if best else None


def _guesses(lines: list[str], at: int) -> Iterator[_Guess]:
    """What may have been meant, the likelier first; ``at`` is the line of the parser's mark."""
    keys = {match["key"] for line in lines if (match := _key(line.lstrip("#")))}  # those of the example included
    for number in _near(lines, at):
        for mistake in LINES:
            if guess := _in_one_line(lines, number, mistake, keys):
                yield guess
    yield from _without_indentation(lines, at)
    for number in _near(lines, at)[:2]:
        yield from _in_another_column(lines, number)
    yield from _never_closed(lines, at)


def _near(lines: list[str], at: int) -> list[int]:
    found = (number for number in range(at, -1, -1) if _says(lines[number]) and len(lines[number]) <= _LONGEST)
    return [number for number, _ in zip(found, range(_NEAR), strict=False)]


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _key(line: str) -> re.Match[str] | None:
    return _KEY.match(line[:_LONGEST])


def _end(lines: list[str], number: int) -> int:
    """The line behind a field's text, which may go on in lines of its own."""
    end = number + 1
    while end < len(lines) and _says(lines[end]) and not _key(lines[end]) and not lines[end].lstrip().startswith("- "):
        end += 1
    return end


def _in_one_line(lines: list[str], number: int, mistake: _Mistake, keys: set[str]) -> _Guess | None:
    match = mistake.pattern.fullmatch(lines[number].rstrip())
    if not match or (mistake.needs_key and match["key"] not in keys and not match["key"][0].isdigit()):
        return None
    words, end = match.groupdict(), number + 1
    if "{whole}" in mistake.meant:
        end = _end(lines, number)
        text = " ".join([match["text"], *(line.strip() for line in lines[number + 1 : end])])
        words |= {"whole": quoted(_without_quotes(text)), "first": text[0]}
    meant = mistake.meant.format_map(words)
    if meant == lines[number].rstrip():
        return None
    likely = Likely(
        number, match.start("at"), mistake.message.format_map(words), mistake.allowed, mistake.fix.format_map(words)
    )
    return _Guess(likely, [*lines[:number], meant, *[""] * (end - number - 1), *lines[end:]])


def _without_quotes(text: str) -> str:
    """``'The Treasury's answer'`` without the quotes around the whole; ``"A" and "B"`` has none around the whole."""
    first, inside = text[:1], text[1:-1]
    if len(text) < 2 or first not in "\"'" or text[-1] != first or first not in inside:
        return text if len(text) < 2 or first not in "\"'" or text[-1] != first else inside
    is_end = re.match(rf"[^{first}]*[^\s{first}]{first}(?!\w)", inside)
    return text if is_end and inside.count(first) % 2 == 0 else inside


def _without_indentation(lines: list[str], at: int) -> Iterator[_Guess]:
    """Lines that go on with a field's text, and stand too far left for it."""
    for last in _near(lines, at)[:2]:
        first = last
        while first > 0 and _says(lines[first]) and not _key(lines[first]):
            first -= 1
        owner = _key(lines[first])
        if first < last and owner and not _key(lines[last]):
            indent = owner.start("key") + 2
            likely = Likely(
                first + 1, len(lines[first + 1]) - len(lines[first + 1].lstrip()), "this line belongs to no field",
                f"a text that goes on is indented further than “{owner['key']}”",
                f"indent it with {indent} spaces, so that it goes on with “{owner['key']}” above",
            )  # fmt: skip
            moved = [" " * indent + line.strip() for line in lines[first + 1 : last + 1]]
            yield _Guess(likely, [*lines[: first + 1], *moved, *lines[last + 1 :]])


def _in_another_column(lines: list[str], number: int) -> Iterator[_Guess]:
    """A field or an item that stands left or right of those above it."""
    match = _key(lines[number])
    if not match:
        return
    part = "dash" if match["dash"] else "key"
    column = match.start(part)
    above = [found for line in reversed(lines[:number]) if (found := _key(line)) and found[part] and _says(line)]
    below = [found for line in lines[number + 1 :] if (found := _key(line))]
    usual = {found.start(part) for found in (*above, *below) if found["key"] == match["key"]}
    sisters: dict[int, str] = {}
    for found in above:
        sisters.setdefault(found.start(part), found["key"])
    numbered = match["key"][0].isdigit()  # as keys of obligations are, and fields are not

    def unlikeliness(other: int) -> tuple[bool, bool, int]:
        return sisters[other][0].isdigit() != numbered, other not in usual, abs(other - column)

    for other in sorted(sisters, key=unlikeliness)[:3]:
        if other != column:
            yield _moved(lines, number, match, (column, other), sisters[other])


def _moved(lines: list[str], number: int, match: re.Match[str], columns: Place, sister: str) -> _Guess:
    column, other = columns
    way = f"{abs(other - column)} column{'s' if abs(other - column) > 1 else ''} too far to the " + (
        "left" if column < other else "right"
    )
    name = "-" if match["dash"] else match["key"]
    like = f"the “-” before “{sister}”" if match["dash"] else f"“{sister}”"
    also = ", and the lines of its entry with it" if match["dash"] else ""
    fix = f"indent it like {like} above: with {other} space{'' if other == 1 else 's'}{also}"
    likely = Likely(number, column, f"“{name}” stands {way}", f"the column of {like}", fix)
    return _Guess(likely, [*lines[:number], " " * other + lines[number].lstrip(), *lines[number + 1 :]])


def _never_closed(lines: list[str], at: int) -> Iterator[_Guess]:
    """A quote above the mark that has no partner on its line: the parser takes the next quote in the file for it."""
    left = _QUOTES
    for number in range(at, -1, -1):
        match = _OPEN.fullmatch(lines[number].rstrip()) if _says(lines[number]) else None
        if not match or match["quote"] in match["rest"] or not left:
            continue
        left -= 1
        end = _end(lines, number)
        closed = lines[end - 1].rstrip() + match["quote"]
        likely = never_closed(number, match.start("quote"), closed.strip() if end == number + 1 else "")
        fix = likely.fix if end == number + 1 else f"close it where the text ends, on the last of {end - number} lines"
        yield _Guess(replace(likely, fix=fix), [*lines[: end - 1], closed, *lines[end:]])


def never_closed(line: int, column: int, closed: str = "") -> Likely:
    """The mistake of a quote that opens at a place; ``closed`` is its line as it should be, where that is known."""
    fix = f"close it where the text ends: {closed.removeprefix('- ')}" if closed else (
        "end the text with the quotation mark that it begins with; inside, write it twice or use the other kind"
    )  # fmt: skip
    allowed = "the same mark at the end of the text"
    return Likely(line, column, "the quote that opens here is never closed", allowed, fix)
