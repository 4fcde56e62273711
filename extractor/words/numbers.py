"""Numbers in words and figures, from nought to 9,999: ``30``, ``1,095``, ``one hundred and twenty``, ``ninety (90)``."""

from __future__ import annotations

import re

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_BELOW_TWENTY = {word: value for value, word in enumerate(("zero", *_ONES, *_TEENS))}
_TENS_VALUES = {word: 10 * value for value, word in enumerate(_TENS, 2)}
_SCALES = {"thousand": 1000, "hundred": 100}
NUMBER_WORDS = frozenset(_BELOW_TWENTY) | frozenset(_TENS_VALUES) | frozenset(_SCALES)
# A figure, its thousands set off by commas or not; what no calendar holds is a number too, and is told by that.
FIGURES = r"\d{1,3}(?:,\d{3})+|\d{1,30}"

_ORDINAL_OF = dict(
    zip(
        "one two three five eight nine twelve".split(),
        "first second third fifth eighth ninth twelfth".split(),
        strict=True,
    )
)
# ``forty-fifth``: the last word of a number that says which, with the one that says how many.
ORDINAL_WORDS = {
    _ORDINAL_OF.get(word, word.removesuffix("y") + "ieth" if word.endswith("y") else word + "th"): word
    for word in NUMBER_WORDS
}
# Letters that a scan shows for digits.
_LOOKS_LIKE = str.maketrans("IilL|!Oo", "11111100")
_ORDINAL_FIGURES = re.compile(rf"({FIGURES})(?:st|nd|rd|th)")
_LAST_WORD = re.compile(r"(|.*[ -])([^ -]*)", re.S)
_FIGURES = re.compile(FIGURES)
_SAID_TWICE = re.compile(r"(?P<first>[^()]+)\((?P<second>[^()]+)\)")


def number(words: str) -> int | None:
    """What ``words`` say as a number; ``None`` if a word of them is unread, or if words and figures differ.

    Every word counts: ``thirty or so`` and ``ten dozen`` are no number.
    """
    said = [_said_once(part) for part in _parts(words)]
    return said[0] if len(set(said)) == 1 else None


def ordinal(words: str) -> int | None:
    """What ``45th``, ``forty-fifth`` or ``one hundred and eightieth`` say as a number; ``None`` if a word of them is unread."""
    words = words.strip().lower()
    if match := _ORDINAL_FIGURES.fullmatch(words):
        return int(match[1].replace(",", ""))
    opening, last = _LAST_WORD.fullmatch(words).groups()  # type: ignore[union-attr]  # it matches every text
    cardinal = ORDINAL_WORDS.get(last)
    return None if cardinal is None else number(opening + cardinal)


def scanned(words: str) -> int | None:
    """The figure that a scan shows as ``I 00``, ``l00`` or ``1 O``; ``None`` where no digit stands among its letters, or other letters do."""
    run = "".join(words.split()).translate(_LOOKS_LIKE)
    return int(run) if run.isdecimal() and any(each.isdecimal() for each in words) else None


def disagree(words: str) -> bool:
    """True if a number is said twice, in words and in figures, and not the same."""
    said = [_said_once(part) for part in _parts(words)]
    return None not in said and len(set(said)) > 1


def starts_number(word: str) -> bool:
    """True if a number can open with ``word``, a token in lower case: ``30``, ``1,095``, ``thirty``, ``forty-five``."""
    return word[:1].isdigit() or word.partition("-")[0] in NUMBER_WORDS


def _parts(words: str) -> tuple[str, ...]:
    """``ninety (90)`` is said in two parts."""
    twice = _SAID_TWICE.fullmatch(words.strip())
    return (twice["first"], twice["second"]) if twice else (words,)


def _said_once(words: str) -> int | None:
    words = words.strip().lower()
    if _FIGURES.fullmatch(words):
        return int(words.replace(",", ""))
    return _scaled(words.replace("-", " ").split(), tuple(_SCALES))


def _scaled(words: list[str], scales: tuple[str, ...]) -> int | None:
    """``one thousand two hundred and five``: how many of the largest scale, then the rest; ``a hundred`` is one."""
    if not scales:
        return _below_hundred(words)
    scale, *smaller = scales
    if scale not in words:
        return _scaled(words, tuple(smaller))
    place = words.index(scale)
    many, rest = words[:place], words[place + 1 :]
    count = 1 if many in ([], ["a"]) else _below_hundred(many)
    if not rest:
        return None if count is None else count * _SCALES[scale]
    remainder = _scaled(rest[1:] if rest[0] == "and" else rest, tuple(smaller))
    return count * _SCALES[scale] + remainder if count and remainder else None


def _below_hundred(words: list[str]) -> int | None:
    if len(words) == 2 and words[0] in _TENS_VALUES and words[1] in _ONES:
        return _TENS_VALUES[words[0]] + _BELOW_TWENTY[words[1]]
    if len(words) != 1:
        return None
    return _BELOW_TWENTY.get(words[0], _TENS_VALUES.get(words[0]))


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 obligation``, ``2 obligations``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
