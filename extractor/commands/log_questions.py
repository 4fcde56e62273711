"""The questions of ``tracker log`` at a terminal, one after another; what is wrong is asked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from extractor.commands.log_change import entry_edit, log_of, named, on_record, say_next, show
from extractor.commands.options import today
from extractor.problems import ProblemsFound, report

if TYPE_CHECKING:
    from extractor.model import Evidence, Obligation
    from extractor.project import Project
    from extractor.source.log_edit import Given, NewEntry
    from extractor.source.orders import SourceOrder

Judge = Callable[[str], str | None]  # an answer → what is wrong with it, or None
LISTED = 40  # obligations that are listed before the first question


def ask(project: Project, order: str | None, dry_run: bool) -> None:
    """Ask for the obligation and the entry, show the difference, ask whether to write it."""
    from extractor.source.revise import revise_log

    source, obligation = _obligation(project, order)
    click.echo(f"{obligation.id}: {_headline(obligation)}")
    while True:
        edit = entry_edit(project, source, obligation, on_record(_entry(source, obligation)))
        try:
            show(revise_log(source.folder, edit, dry_run=True))
        except ProblemsFound as found:
            click.echo(report(found.problems), err=True)
            click.confirm("Begin again?", default=True, abort=True)
            continue
        break
    if not dry_run and click.confirm("Write it?", default=True):
        say_next(log_of(project, source).file, bool(revise_log(source.folder, edit)))


def _obligation(project: Project, order: str | None) -> tuple[SourceOrder, Obligation]:
    """The obligation that the answer names; what is there is listed where it is not too much."""
    from extractor.source.named import order_folder
    from extractor.source.orders import read_order_folder

    folders = (order_folder(order, project.order_folders()),) if order else project.order_folders()
    if len(folders) == 1:
        for each in read_order_folder(folders[0], today()).reading.obligations[:LISTED]:
            click.echo(f"  {each.key:<8} {_headline(each)}")
    while True:
        try:
            return named(project, click.prompt("Obligation, such as 2-c or 2(c)").strip(), order)
        except ProblemsFound as found:
            click.echo(report(found.problems), err=True)


def _headline(obligation: Obligation) -> str:
    from extractor.source.log_form import key_line

    return key_line(obligation, 0).partition("#")[2].strip()


def _entry(source: SourceOrder, obligation: Obligation) -> NewEntry:
    from extractor.source.entry_fields import asked_fields
    from extractor.source.history_rules import asked_of
    from extractor.source.log_edit import NewEntry

    judges = _judge_of(source)
    given: dict[str, Given] = {}
    for name in asked_fields():
        if asked_of(name, obligation.deadline):
            given[name] = _field(name, given, judges(name))
    return NewEntry.of(**given)


def _field(name: str, given: dict[str, Given], judge: Judge) -> Given:
    """One field of the entry; what must be said depends on the status that is ``given`` before."""
    from extractor.source.entry_fields import EntryFields, is_list, words_of

    question = words_of(name).question
    if is_list(name):
        return _evidence(question, given["status"] == "completed")
    if name == "note":
        return _answer(
            question + ("; may stay empty" if given["status"] else ""), _always if given["status"] else _something
        )
    usual = today().isoformat() if name == "date" else EntryFields.model_fields[name].default
    return _answer(question, judge, usual or "")


def _evidence(question: str, is_needed: bool) -> tuple[Evidence, ...]:
    """Addresses with their titles, until an address is left empty; at least one where it is needed."""
    from extractor.model import Evidence

    found: list[Evidence] = []
    while True:
        needs_one = is_needed and not found
        words = "The address of another evidence" if found else question
        may = "completed needs it" if needs_one else "empty: no more" if found else "may stay empty"
        url = _answer(f"{words}; {may}", _address_of_completed if needs_one else _address_or_nothing)
        if not url:
            return tuple(found)
        found.append(Evidence(url, _answer("What is behind it (its title)", _something)))


def _answer(words: str, judge: Judge, default: str = "") -> str:
    """An answer that ``judge`` finds nothing wrong with; nothing is an answer where ``judge`` says so."""
    while True:
        answer: str = click.prompt(words, default=default, show_default=bool(default)).strip()
        if not (wrong := judge(answer)):
            return answer
        click.echo(wrong, err=True)


def _judge_of(source: SourceOrder) -> Callable[[str], Judge]:
    """For a field of an entry: what the file's own model and the rules of its entries say about an answer."""
    from extractor.source.entry_fields import EntryFields
    from extractor.source.entry_rules import entry_problems
    from extractor.yaml.fields import read_fields
    from extractor.yaml.tree import Mapping, Scalar

    def of(field: str) -> Judge:
        def judge(answer: str) -> str | None:
            if not answer and field != "date":
                return None
            entry = Mapping(
                ((Scalar(field, 1, 1), Scalar(answer, 1, 1)), (Scalar("note", 2, 1), Scalar("…", 2, 1))), 3, 1
            )
            values, problems = read_fields(EntryFields, entry, "")
            problems += entry_problems("", entry, values, source.reading.order.signed, today())
            return "; ".join(
                f"{each.message}: {each.allowed}" + (f" ({each.fix})" if each.fix else "")
                for each in problems
                if each.line == 1 and each.message.startswith(f"{field}:")
            )

        return judge

    return of


def _address_or_nothing(answer: str) -> str | None:
    return _address(answer) if answer else None


def _address_of_completed(answer: str) -> str | None:
    return (
        _address(answer) if answer else "completed needs evidence: an address; without one, begin again as in-progress"
    )


def _address(answer: str) -> str | None:
    from extractor.source.entry_fields import EvidenceFields
    from extractor.yaml.fields import read_fields
    from extractor.yaml.tree import Mapping, Scalar

    evidence = Mapping(((Scalar("url", 1, 1), Scalar(answer, 1, 1)), (Scalar("title", 1, 1), Scalar("…", 1, 1))), 1, 1)
    problems = read_fields(EvidenceFields, evidence, "")[1]
    return f"{problems[0].message}: {problems[0].allowed}" if problems else None


def _something(answer: str) -> str | None:
    return None if answer else "there must be something here"


def _always(answer: str) -> None:
    return None
