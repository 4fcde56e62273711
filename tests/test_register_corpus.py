"""Twenty-five orders with registers, each changed in seven ways: no id ever moves to another duty.

What an id stands for is told apart from the code under test: an obligation's own sentence and action, with what the
change did to the text done to them as well.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from extractor.find.rules import books
from extractor.intake.write_order_md import order_md
from extractor.model import Obligation, Reading
from extractor.pipeline import read_order, read_reading
from extractor.read.order_md import read_order_md
from extractor.register.accepting import Decisions, next_register
from extractor.register.publishing import Published, publish
from extractor.register.register import Register

ORDERS = 25
_LABELLED = re.compile(r"^\(([a-z])\) ", re.M)
TODAY = date(2026, 7, 1)
NEW = "The Commissioner of Lighthouses shall, within 77 days of the date of this order, count the lamps of every lighthouse."


@dataclass(frozen=True)
class Sample:
    """One order with its register."""

    name: str
    text: str
    reading: Reading
    register: Register


def read_text(text: str, name: str) -> Reading:
    order, problems = read_order_md(text, name)
    assert not [each for each in problems if each.severity == "error"]
    return read_reading(order)


@pytest.fixture(scope="module")
def samples(corpus: Path) -> tuple[Sample, ...]:
    """Orders with lists of lettered paragraphs and at least six obligations, the same ones at every run."""
    files = sorted((corpus / "whitehouse").glob("*.md"))
    random.Random(14409).shuffle(files)
    found: list[Sample] = []
    for file in files:
        order = read_order(file.read_bytes(), file.name, f"eo-{file.stem}")
        text = order_md(order)
        if len(_LABELLED.findall(text)) < 6:
            continue
        reading = read_text(text, file.name)
        if len(reading.obligations) >= 6:
            register = next_register(None, publish(reading, None), (), Decisions(), (), TODAY)
            found.append(Sample(file.stem, text, reading, register))
        if len(found) == ORDERS:
            break
    assert len(found) == ORDERS
    return tuple(found)


def _runs(text: str) -> list[list[re.Match[str]]]:
    """The lettered paragraphs of one level that follow one another, (a), (b), (c), in lists."""
    runs: list[list[re.Match[str]]] = []
    for match in _LABELLED.finditer(text):
        if runs and ord(match[1]) == ord(runs[-1][-1][1]) + 1:
            runs[-1].append(match)
        elif match[1] == "a":
            runs.append([match])
    return [run for run in runs if len(run) >= 3]


def _shifted(text: str, run: list[re.Match[str]], first: int, by: int) -> str:
    """The text with the labels of a run, from its ``first`` on, moved by letters."""
    for match in reversed(run[first:]):
        text = f"{text[: match.start(1)]}{chr(ord(match[1]) + by)}{text[match.end(1) :]}"
    return text


def paragraph_inserted(sample: Sample, dice: random.Random) -> str:
    run = dice.choice(_runs(sample.text))
    place = dice.randrange(len(run) - 1)
    text = _shifted(sample.text, run, place, 1)
    at = run[place].start()
    return f"{text[:at]}({run[place][1]}) {NEW}\n\n{text[at:]}"


def sentence_inserted(sample: Sample, dice: random.Random) -> str:
    match = dice.choice(dice.choice(_runs(sample.text)))
    return f"{sample.text[: match.end()]}{NEW} {sample.text[match.end() :]}"


def paragraph_removed(sample: Sample, dice: random.Random) -> str:
    run = dice.choice(_runs(sample.text))
    place = dice.randrange(len(run) - 1)
    text = _shifted(sample.text, run, place + 1, -1)
    return text[: run[place].start()] + text[run[place + 1].start() :]


def relabelled(sample: Sample, dice: random.Random) -> str:
    """Every section one further on."""
    return re.sub(
        r"^## (Section|Sec\.) (\d+)", lambda match: f"## {match[1]} {int(match[2]) + 1}", sample.text, flags=re.M
    )


def official_renamed(sample: Sample, dice: random.Random) -> str:
    names = [
        name for duty in sample.reading.obligations for name in duty.responsible if name.startswith("Secretary of")
    ]
    old = dice.choice(names or ["Attorney General"])
    return re.sub(r"\s+".join(map(re.escape, old.split())), "Commissioner of Lighthouses", sample.text)


def restated(sample: Sample, dice: random.Random) -> str:
    """Other words throughout, as an official text has them in the place of a restatement."""
    words = {"shall": "shall", "ensure": "make sure", "develop": "draw up", "appropriate": "fitting", "including": "among them",
             "identify": "find", "provide": "give", "review": "examine", "recommendations": "proposals", "all": "each and every"}  # fmt: skip
    head, fence, body = sample.text.partition("\n---\n")
    return head + fence + re.sub(r"\b[a-z]+\b", lambda match: words.get(match[0], match[0]), body)


CHANGES: tuple[Callable[[Sample, random.Random], str], ...] = (
    paragraph_inserted, sentence_inserted, paragraph_removed, relabelled, official_renamed, restated,
)  # fmt: skip


def essence(quote: str, action: str) -> tuple[str, str]:
    """A duty's sentence and action, without what a change of labels does to them."""
    plain = re.sub(r"\([a-zA-Z0-9]{1,5}\)|\bsections? \d+", "§", f"{quote}\n{action}")
    sentence, _, act = " ".join(plain.split(" ")).partition("\n")
    return sentence, act


def identities(sample: Sample, found: Published) -> Iterator[tuple[str, Obligation, float]]:
    """Each pair of the match: the permanent key, what it is now, and how far the words are the accepted ones."""
    assert found.found is not None
    for record, obligation in found.found.pairs:
        before = essence(record.fields["quote"], record.fields["action"])
        now = essence(" ".join(obligation.quote.split()), " ".join(obligation.action.split()))
        alike = 1.0 if before == now else SequenceMatcher(None, before[1].split(), now[1].split()).ratio()
        yield record.key, obligation, alike


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_no_id_moves_to_another_duty(samples: tuple[Sample, ...], change: Callable[[Sample, random.Random], str]):
    paired = unclear = gone = 0
    for number, sample in enumerate(samples):
        text = change(sample, random.Random(number))
        reading = read_text(text, sample.name)
        found = publish(reading, sample.register)
        least = 0.5 if change in (restated, official_renamed) else 0.999
        moved = [(key, each.action[:60], alike) for key, each, alike in identities(sample, found) if alike < least]
        assert moved == [], sample.name
        if text != sample.text:
            assert found.differences, f"{sample.name}: a change that nobody is told of"
        match = found.found
        assert match is not None
        known = {record.key for record in sample.register.records}
        assert {record.key for record, _ in match.pairs} | {record.key for record in match.gone} | {
            record.key for record, _ in match.unclear
        } == known, "an id is lost"
        own = [each.key for each in found.reading.obligations]
        assert len(own) == len(set(own))
        paired, unclear, gone = paired + len(match.pairs), unclear + len(match.unclear), gone + len(match.gone)
    total = paired + unclear + gone
    print(f"{change.__name__}: {total} ids: {paired} kept, {unclear} for a person to decide, {gone} gone")
    assert paired >= 0.6 * total, "a maintainer would have to decide nearly everything"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["modals", "roles", "deadlines"])
def test_no_id_moves_when_a_rule_is_switched_off(
    samples: tuple[Sample, ...], kind: str, monkeypatch: pytest.MonkeyPatch
):
    """The rules of each kind that these orders use most, up to three, one after the other."""
    fired = Counter(step for sample in samples for duty in sample.reading.obligations for step in duty.rules)
    if kind == "roles":
        fired = Counter({rule.name: 1 for rule in books._RULES["roles"]})
    names = [name for name, _ in fired.most_common() if any(rule.name == name for rule in books._RULES[kind])][:3]
    assert len(names) >= 2
    differences = 0
    for name in names:
        monkeypatch.setitem(books._RULES, kind, tuple(rule for rule in books._RULES[kind] if rule.name != name))
        books.rule_book.cache_clear()
        try:
            for sample in samples:
                found = publish(read_reading(sample.reading.order), sample.register)
                moved = [(key, each.action[:60]) for key, each, alike in identities(sample, found) if alike < 0.5]
                assert moved == [], (name, sample.name)
                differences += len(found.differences)
        finally:
            monkeypatch.undo()
            books.rule_book.cache_clear()
    assert differences > 0, "no rule that was switched off did anything"
