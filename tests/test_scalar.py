"""A text as a YAML value: in which form it stands, and that it always reads back as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from extractor.yaml.scalar import WIDTH, scalar
from extractor.yaml.tree import Mapping, Scalar, read_yaml

LONG = (
    "Half of the coast is inspected, and the other half will be when the weather allows it, says the Commandant. " * 2
)

FORMS = [
    ("A directive is out.", ["A directive is out."]),
    ("2026-06-10", ["2026-06-10"]),
    ("in-progress", ["in-progress"]),
    ("https://example.org/a?b=1&c=2#d", ["https://example.org/a?b=1&c=2#d"]),
    ("“Quoted” words", ['"“Quoted” words"']),
    ("Directive: 26-04", ['"Directive: 26-04"']),
    ("see #12", ['"see #12"']),
    ("C# is a language", ["C# is a language"]),
    ("it ends with a colon:", ['"it ends with a colon:"']),
    ("- no list", ['"- no list"']),
    ("8/1/2026", ['"8/1/2026"']),
    ("5", ['"5"']),
    ("yes", ['"yes"']),
    ("null", ['"null"']),
    ("~", ['"~"']),
    ("", ['""']),
    (" blanks ", ['" blanks "']),
    ('say "so" \\ here', ['say "so" \\ here']),
    ('"so"', ['"\\"so\\""']),
    ("a\ttab", ['"a\\ttab"']),
    ("one\ntwo\n\nthree", [">-", "    one", "", "    two", "", "", "    three"]),
    ("one\n two", ['"one\\n two"']),
]


@pytest.mark.parametrize(("text", "lines"), FORMS, ids=[repr(text) for text, _ in FORMS])
def test_the_form_of_a_value(text: str, lines: list[str]):
    assert scalar(text, 10, 4) == lines


def test_a_long_text_is_folded_within_the_width():
    first, *more = scalar(LONG.strip(), 12, 8)
    assert first == ">-" and len(more) > 1
    assert all(line.startswith("        ") and len(line) <= WIDTH for line in more)


def read_back(text: str) -> str | None:
    """``text`` written below two others and above one, and read again."""
    first, *more = scalar(text, len("    note: "), 6)
    lines = ["a:", "  - b: c", "    note: " + first, *more, "  # a comment", "d: e"]
    root, problems = read_yaml("\n".join(lines) + "\n", "x", plain_only=False)  # escapes for hidden characters pass
    assert problems == [] and isinstance(root, Mapping) and isinstance(root.get("d"), Scalar)
    return root.get("a").items[0].get("note").text


PIECES = some.sampled_from(
    [": ", " #", "#", "'", '"', "\\", "\n", "\n\n", "\t", " ", "  ", "- ", "? ", "| ", "> ", "%", "@", "`", "&a", "*a", "!b",
     "{", "}", "[", "]", ",", "...", "---", "word", "“so”", "été", "2026-06-10", "null", "12", "a" * 130, "\u2028", "\xa0", "\x85"]
)  # fmt: skip


@given(some.lists(PIECES, max_size=60).map("".join) | some.text(some.characters(exclude_categories=["Cs", "Cc"])))
@example("a" * 119 + " b")
@example("word  " * 40 + "word")
@example("...\nword")
@example("--- word " * 20)
@example("# word " * 40)
def test_every_text_reads_back_as_it_was(text: str):
    if "\ufeff" not in text and "\ufffe" not in text and "\uffff" not in text:  # no YAML file may hold these
        assert read_back(text) == (text or "")
