"""``read_yaml``: what stands there is what is read, at its place, where YAML's versions and values differ."""

from __future__ import annotations

import pytest

from extractor.read.text_file import read_text
from extractor.yaml.tree import Mapping, Node, Scalar, Sequence, read_yaml


def plain(node: Node | None) -> object:
    """A tree as texts, lists and pairs."""
    if isinstance(node, Mapping):
        return [(key.text, plain(value)) for key, value in node.pairs]
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else node and node.text


@pytest.mark.parametrize(
    "word", ["yes", "on", "off", "y", "true", "012", "0o14", "1e3", "1:30", "2026-06-02", "=", "4", ".inf", "1_000"]
)
def test_a_value_and_a_key_are_the_words_that_stand_there(word: str):
    assert plain(read_yaml(f"{word}: {word}\n", "f.yml")[0]) == [(word, word)]


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_unless_it_is_quoted(nothing: str):
    assert plain(read_yaml(f"a: {nothing}\nb: '{nothing}'\n", "f.yml")[0]) == [("a", None), ("b", nothing)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {url: https://a.gov/?p=1&q=a:b#c, title: Is it done? Not yet}", [("a", [("url", "https://a.gov/?p=1&q=a:b#c"), ("title", "Is it done? Not yet")])]),
        ("a: [one,\ttwo,\n  three\n  words, 2(c)]", [("a", ["one", "two", "three words", "2(c)"])]),
        ("a: [one\n\n  two]", [("a", ["one\ntwo"])]),
        ("a: [one # not read\n  , two]", [("a", ["one", "two"])]),
        ("a: {b: }", [("a", [("b", None)])]),
        ('a: {"b":c, d: "e"}', [("a", [("b", "c"), ("d", "e")])]),
        ("a: Is it done? Not yet", [("a", "Is it done? Not yet")]),
        ("a: https://a.gov/#b", [("a", "https://a.gov/#b")]),
        ("a:\n  one\n  two\n\n  three", [("a", "one two\nthree")]),
        ("a: >-\n  one\n  two", [("a", "one two")]),
        ("<<: {b: c}\na: d", [("<<", [("b", "c")]), ("a", "d")]),
    ],
)  # fmt: skip
def test_a_text_and_its_tree(text: str, expected: object):
    root, problems = read_yaml(text, "f.yml")
    assert (plain(root), problems) == (expected, [])


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_what_an_editor_takes_for_one_line_is_one(end: str):
    root, _ = read_yaml(f"a: one{end}two\nb: three\n", "f.yml")
    assert isinstance(root, Mapping) and plain(root) == [("a", "one two"), ("b", "three")]
    assert [(key.line, value.column) for key, value in root.pairs] == [(1, 4), (2, 4)]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join(['*' + a] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_a_bomb_is_refused_where_it_stands_and_never_grows():
    root, problems = read_yaml(BOMB, "f.yml")
    assert {problem.message for problem in problems} == {"an anchor", "an alias"}
    assert [(p.line, p.column, p.found) for p in problems][:2] == [(1, 4, "&a"), (2, 4, "&b")]
    assert len(problems) == 9 + 80 and isinstance(root, Mapping) and len(root.pairs) == 9


def test_a_page_with_a_bomb_for_its_title_has_no_title():
    words = "The Secretary of Transportation shall inspect each bridge within 30 days of the date of this order."
    raw = read_text(f"---\n{BOMB}title: *i\n---\n{words}\n", "page.md")
    assert "title" not in raw.metadata
    assert read_text(f"---\ntitle: !!python/name:os.system Bridges\n---\n{words}\n", "page.md").metadata == {
        "title": "Bridges"
    }


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b\n  \tc: d", 2, 3, "a tab in the indentation"),
        ("- &", 1, 3, "this is not YAML: no name after “&”"),
        ("a: 'x", 1, 4, "the quote that opens here is never closed"),
        ("? [a]\n: b", 1, 3, "a key that is not text"),
        ("a: b\n---\nc: d", 2, 1, "a second YAML document"),
        ("a: !!python/object:os.system x", 1, 4, "a tag"),
        ("[" * 13 + "]" * 13, 1, 13, "nested too deep"),
    ],
)  # fmt: skip
def test_a_problem_has_its_place(text: str, line: int, column: int, message: str):
    problem = read_yaml(text, "f.yml")[1][0]
    assert (problem.line, problem.column, problem.message) == (line, column, message)


OURS, THEIRS = "    - {date: 2026-03-20, note: x}\n", "    - {date: 2026-03-21, note: y}\n"


@pytest.mark.parametrize("before", ["", "||||||| 1a2b3c4\n    - {date: 2026-03-19, note: old}\n"])
def test_a_merge_conflict_has_its_line_and_both_versions_are_read(before: str):
    text = f"log:\n  1-a:\n<<<<<<< HEAD\n{OURS}{before}=======\n{THEIRS}>>>>>>> their-branch\n  1-b:\nlog: x\n"
    root, (problem, *others) = read_yaml(text, "f.yml", 5)
    assert (problem.line, problem.column, problem.message) == (7, 1, "a merge conflict at line 7")
    assert "keep both entries, the older first" in (problem.fix or "") and others == []
    assert isinstance(root, Mapping) and plain(root.get("log")) == [
        ("1-a", [[("date", "2026-03-20"), ("note", "x")], [("date", "2026-03-21"), ("note", "y")]]), ("1-b", None)
    ]  # fmt: skip
    assert [key.line for key, _ in root.repeated()] == [text[: text.index("log: x")].count("\n") + 5]


def test_two_conflicts_are_two_problems_and_what_is_none_stays():
    conflict = "<<<<<<< HEAD\nchecked: 2026-03-20\n=======\nchecked: 2026-03-21\n>>>>>>> b\n"
    assert [each.line for each in read_yaml(f"{conflict}x: y\n{conflict}", "f.yml")[1]] == [1, 7]
    assert read_yaml("a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> b\n", "f.yml")[1] == []


def test_the_first_of_two_equal_keys_is_read_and_the_second_is_named():
    root, _ = read_yaml("a: b\nc: d\na: e\n", "f.yml")
    assert isinstance(root, Mapping) and root.get("a") == Scalar("b", 1, 4)
    assert [(key.line, first.line) for key, first in root.repeated()] == [(3, 1)]
