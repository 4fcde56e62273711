"""A form's answers → what they report: progress on a duty, a wrong reading, an order to add. No file is changed here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extractor.intake.issue_form import FORM, MOST_PROBLEMS, Answer, Answers
from extractor.model import Entry, Evidence
from extractor.problems import Problem, ProblemsFound
from extractor.read.federal_register_api import reference
from extractor.source.entry_fields import NO_NEWS, EntryFields, asked_fields, is_list
from extractor.yaml.fields import nearest_word, read_fields
from extractor.yaml.tree import Mapping, Node, Scalar, Sequence

LONGEST = {"note": 1500, "reason": 1500, "action": 1000, "evidence": 4000, "responsible": 1500, "through": 1500}
MOST_EVIDENCE = 10
NO_DUTY = "It is no duty at all"
_OBLIGATION = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([A-Za-z0-9._-]{1,60})")
_LINK = re.compile(r"\[([^\]\n]+)\]\(<?([^\s<>()]+)>?\)")  # [words](address)
_PAGE = re.compile(r"https://(?:www\.)?whitehouse\.gov/[a-z0-9/-]{1,300}", re.I)


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """An entry for an obligation's log."""

    order: str
    key: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """A correction of a reading: fields with their right values, or that it is no duty; always with a reason."""

    order: str
    key: str
    fields: tuple[tuple[str, str | tuple[str, ...]], ...]
    reject: bool
    reason: str


@dataclass(frozen=True, slots=True)
class OrderReport:
    """An order to add: its number, its document's number, or its White House page."""

    source: str


Report = ProgressReport | ReadingReport | OrderReport


def read_report(answers: Answers, source: Path, today: date) -> Report:
    """What the answers report. ``source``: the folder of the orders; ``today``: the day on which it is put on record.

    Raises ``ProblemsFound``. That the obligation exists, and that its log takes the entry, is judged when it is applied.
    """
    if answers.form == "add-an-order":
        return _order(answers, source)
    problems = _too_long(answers)
    order, key = _obligation(answers, source, problems)
    read = _progress if answers.form == "report-progress" else _reading
    report = read(answers, order, key, today, problems)
    if problems:
        raise ProblemsFound(problems[:MOST_PROBLEMS])
    return report


def _too_long(answers: Answers) -> list[Problem]:
    return [
        Problem(answer.heading, answer.line, 0, "this is too long", f"{len(answer.text):,} characters",
                f"up to {LONGEST[answer.field]:,} characters", "keep it short; the evidence holds the rest")
        for answer in answers.given
        if len(answer.text) > LONGEST.get(answer.field, 10_000)
    ]  # fmt: skip


def _obligation(answers: Answers, source: Path, problems: list[Problem]) -> tuple[str, str]:
    """The order's id and the obligation's key; a problem where they cannot be."""
    answer, heading = answers.get("obligation"), answers.heading("obligation")
    allowed = "an id such as eo-14409/2-c: the end of the address of the obligation’s page"
    if not answer:
        problems.append(Problem(heading, 0, 0, "no obligation is named", "nothing", allowed))
        return "", ""
    match = _OBLIGATION.fullmatch(answer.text)
    if not match:
        problems.append(Problem(heading, answer.line, 0, "this is no obligation’s id", _first_line(answer), allowed))
        return "", ""
    orders = sorted(path.parent.name for path in source.glob("*/order.md"))
    if match[1] not in orders:
        fix = nearest_word(match[1], orders)
        listed = ", ".join(orders[:20])
        problems.append(Problem(heading, answer.line, 0, "no such order is here", match[1], listed, fix))
    return match[1], match[2]


def _progress(answers: Answers, order: str, key: str, today: date, problems: list[Problem]) -> ProgressReport:
    given = [answer for name in asked_fields() if not is_list(name) and (answer := answers.get(name))]
    pairs: list[tuple[Scalar, Node]] = [(Scalar(a.field, a.line, 1), Scalar(_line(a.text), a.line, 1)) for a in given]
    if evidence := answers.get("evidence"):
        pairs.append((Scalar("evidence", evidence.line, 1), _evidence(evidence, problems)))
    values, faults = read_fields(EntryFields, Mapping(tuple(pairs), 0, 0), FORM)
    problems += _under_their_questions(faults, answers)
    if not any(answers.get(name) for name in asked_fields() if name not in NO_NEWS and not is_list(name)):
        problems.append(Problem(FORM, 0, 0, "the report says nothing", "no status and no words", "one of the two"))
    shown = tuple(Evidence(e["url"], e["title"]) for e in values.pop("evidence") if e["url"] and e["title"])
    entry = {**values, "date": values["date"] or today, "recorded": today, "evidence": shown}
    return ProgressReport(order, key, Entry(**entry))


def _evidence(answer: Answer, problems: list[Problem]) -> Sequence:
    """One record a line: an address and what is behind it, in either order of ``[words](address)`` or with a blank."""
    lines = [
        (n, line.strip().lstrip("-*• ")) for n, line in enumerate(answer.text.split("\n"), answer.line) if line.strip()
    ]
    if len(lines) > MOST_EVIDENCE:
        message, allowed = "too many lines", f"up to {MOST_EVIDENCE} records"
        problems.append(Problem(answer.heading, answer.line, 0, message, str(len(lines)), allowed))
    items = []
    for number, line in lines[:MOST_EVIDENCE]:
        link = _LINK.fullmatch(line)
        address, _, words = (link[2], "", link[1]) if link else line.partition(" ")
        if not words.strip():
            allowed = "https://… and then what it is, on the same line"
            problems.append(
                Problem(answer.heading, number, 0, "the words after the address are missing", line[:80], allowed)
            )
        url, title = Scalar(address.strip("<>"), number, 1), Scalar(words.strip() or "-", number, 1)
        items.append(Mapping(((Scalar("url", number, 1), url), (Scalar("title", number, 1), title)), number, 1))
    return Sequence(tuple(items), answer.line, 1)


def _under_their_questions(faults: Iterable[Problem], answers: Answers) -> list[Problem]:
    """The problems of fields, each called by the question that the field answers."""
    found = []
    for fault in faults:
        field = re.match(r"(?:the field “)?(\w+)", fault.message)
        name = {"url": "evidence", "title": "evidence"}.get(field[1], field[1]) if field else ""
        own = next((a.heading for a in reversed(answers.given) if 0 < a.line <= fault.line), None)
        heading = own or (answers.heading(name) if name in ("date", "evidence") else FORM)
        missing = "the field" in fault.message
        message = "this is not filled in" if missing else re.sub(r"^\w+: ", "", fault.message)
        found.append(replace(fault, file=heading, message=message, fix=None if missing else fault.fix))
    return found


def _reading(answers: Answers, order: str, key: str, today: date, problems: list[Problem]) -> ReadingReport:
    reason, change = answers.get("reason"), answers.get("change")
    reject = change is not None and change.text == NO_DUTY
    fields: list[tuple[str, str | tuple[str, ...]]] = []
    for name in ("responsible", "through"):
        if answer := answers.get(name):
            fields.append((name, tuple(_line(line).lstrip("-*• ") for line in answer.text.split("\n") if line.strip())))
    if action := answers.get("action"):
        fields.append(("action", _line(action.text)))
    if not reason:
        allowed = "what the text says, in its own words"
        problems.append(Problem(answers.heading("reason"), 0, 0, "no reason is given", "nothing", allowed))
    if reject and fields:
        message, fix = "a passage that is no duty has no right values", "empty the fields, or choose another change"
        problems.append(Problem(answers.heading("change"), 0, 0, message, ", ".join(n for n, _ in fields), None, fix))
    if not reject and not fields:
        message, allowed = "no right value is given", f"officials, an action, or “{NO_DUTY}”"
        fix = "fill in what can be; what the form has no field for stays in this issue, where a maintainer reads it"
        problems.append(Problem(answers.heading("change"), 0, 0, message, "nothing to set", allowed, fix))
    return ReadingReport(order, key, tuple(fields), reject, _line(reason.text) if reason else "")


def _order(answers: Answers, source: Path) -> OrderReport:
    answer, heading = answers.get("source"), answers.heading("source")
    allowed = "a number such as 14413 or 2026-11415, or the order’s address on federalregister.gov or whitehouse.gov"
    words = _line(answer.text) if answer else ""
    wanted = reference(words)
    if wanted and wanted.order and (source / f"eo-{wanted.order}").exists():
        raise ProblemsFound([Problem(heading, 0, 0, "this order is here already", str(wanted.order), "another order")])
    if wanted:
        return OrderReport(str(wanted.order or wanted.document))
    if _PAGE.fullmatch(words):
        return OrderReport(words)
    raise ProblemsFound([Problem(heading, 0, 0, "this names no order", words[:80] or "nothing", allowed)])


def _line(text: str) -> str:
    return " ".join(text.split())


def _first_line(answer: Answer) -> str:
    return answer.text.split("\n")[0][:80]
