"""The body of an issue that was made with one of the forms → the form and its answers.

GitHub writes a form's answers as Markdown: ``### Question``, an empty line, the answer; ``_No response_`` where there is
none. Anybody can write such a body by hand, so nothing in it is believed: a size limit, known questions only, each
once, and no character that people cannot see.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.problems import Problem, ProblemsFound, did_you_mean
from extractor.source.entry_fields import asked_fields, words_of
from extractor.yaml.tree import shown

LARGEST = 60_000  # bytes; GitHub takes 65,536 characters
MOST_PROBLEMS = 20  # what one answer names of what is wrong
FORM = "the form"  # what problems call the body where no question is meant

# Each form's questions: the field's id in .github/ISSUE_TEMPLATE/ and its label there, which is the heading in the body.
FORMS: dict[str, dict[str, str]] = {
    "report-progress": {"obligation": "Obligation"} | {name: words_of(name).form for name in asked_fields()},
    "wrong-reading": {
        "obligation": "Obligation",
        "shown": "What the site shows now",
        "change": "What should change",
        "responsible": "Responsible officials",
        "through": "Through",
        "action": "Action",
        "reason": "Reason",
    },
    "add-an-order": {
        "source": "Number or address of the order",
        "why": "Why it belongs here",
    },
}
_HEADING = re.compile(r"### (.+?)\s*")
_NO_ANSWER = ("", "_No response_", "None")
_REFUSED = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}  # control, format (zero width, direction), private, unassigned


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands under one heading. ``line`` counts from 1 in the body and is the answer's first."""

    field: str
    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Answers:
    """A form's answers by field; a question without an answer is absent."""

    form: str
    given: tuple[Answer, ...]

    def get(self, field: str) -> Answer | None:
        """The answer to a question, where there is one."""
        return next((answer for answer in self.given if answer.field == field), None)

    def heading(self, field: str) -> str:
        """The question's words."""
        return FORMS[self.form][field]


def read_form(raw: bytes) -> Answers:
    """The answers in an issue's body. Raises ``ProblemsFound``, each problem under the question that it concerns."""
    if len(raw) > LARGEST:
        raise ProblemsFound(
            [Problem(FORM, 0, 0, "this is too long", f"{len(raw):,} bytes", f"up to {LARGEST:,} bytes")]
        )
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    blocks = _blocks(text)
    form = _form_of({heading for heading, _, _ in blocks})
    problems = [*_strangers(blocks, form), *_unseen(blocks)]
    if problems:
        raise ProblemsFound(problems[:MOST_PROBLEMS])
    fields = {heading: field for field, heading in FORMS[form].items()}
    answers = (Answer(fields[heading], heading, answer, line) for heading, answer, line in blocks if heading)
    return Answers(form, tuple(answer for answer in answers if answer.text not in _NO_ANSWER))


Block = tuple[str, str, int]  # heading (empty before the first), answer, the answer's first line


def _blocks(text: str) -> list[Block]:
    """The body's headings with what stands under each."""
    found: list[tuple[str, list[str], int]] = [("", [], 1)]
    for number, line in enumerate(text.split("\n"), 1):
        if heading := _HEADING.fullmatch(line):
            found.append((heading[1], [], number + 2))
        else:
            found[-1][1].append(line)
    return [(heading, "\n".join(lines).strip(), line) for heading, lines, line in found]


def _form_of(headings: set[str]) -> str:
    """The form that has the most of these headings among its own, and that alone has one of them."""
    alone = {
        form: set(questions.values()) - {h for other, qs in FORMS.items() if other != form for h in qs.values()}
        for form, questions in FORMS.items()
    }
    best = max(FORMS, key=lambda form: len(alone[form] & headings))
    if alone[best] & headings:
        return best
    fix = "open the form from the page of the site, and fill it in without changing its headings"
    raise ProblemsFound([Problem(FORM, 0, 0, "no form is recognised", None, ", ".join(FORMS), fix)])


def _strangers(blocks: list[Block], form: str) -> Iterable[Problem]:
    """A problem for text before the first heading, for a heading that the form lacks, and for one that came before."""
    known = list(FORMS[form].values())
    seen: set[str] = set()
    for heading, answer, line in blocks:
        if not heading:
            if answer:
                yield Problem(FORM, 1, 0, "text before the first question", shown(answer), "the form’s answers only")
        elif heading not in known:
            fix = did_you_mean(heading, known) or "begin no line of an answer with ###"
            yield Problem(
                FORM, line - 2, 0, "a heading that the form does not have", shown(heading), ", ".join(known), fix
            )
        elif heading in seen:
            yield Problem(heading, line - 2, 0, "this question is answered twice", None, "each question once")
        seen.add(heading)


def _unseen(blocks: list[Block]) -> Iterable[Problem]:
    """A problem for each line of an answer with a character that cannot be seen, or that turns the direction."""
    for heading, answer, first in blocks:
        for number, line in enumerate(answer.split("\n"), first):
            bad = [
                c
                for c in line
                if c == "\N{REPLACEMENT CHARACTER}" or (unicodedata.category(c) in _REFUSED and c != "\t")
            ]
            if bad:
                found = f"U+{ord(bad[0]):04X}" + (f" and {len(bad) - 1} more" if len(bad) > 1 else "")
                fix = "type the line anew; copied text often brings such characters along"
                message = "a character that cannot be seen, or is none"
                yield Problem(heading or FORM, number, 0, message, found, "plain text", fix)
