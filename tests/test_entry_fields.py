"""A field of the log's entries is one line: each of ``EntryFields`` arrives in the form, the command, the file and the data."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import get_args

import click
import pytest
from conftest import ROOT
from test_log import OF, READING
from yaml_1_2 import load_yaml

from extractor import model
from extractor.commands.log import command
from extractor.intake.apply_report import new_entry
from extractor.intake.issue_form import FORMS, read_form
from extractor.intake.reports import ProgressReport, read_report
from extractor.model import Evidence
from extractor.problems import ProblemsFound
from extractor.publish.api.record_model import Entry
from extractor.source.entry_fields import EntryFields, asked_fields, is_day, is_list, type_of, words_of
from extractor.source.log_edit import Given, LogOf, NewEntry, laid_out, with_entry
from extractor.source.progress import read_progress

FIELDS = tuple(EntryFields.model_fields)
KEY = "3"  # its deadline runs from an event, so that every field can stand in its log
ANNUAL = model.Deadline(kind="fixed", date=date(2026, 7, 1), recurs="annually", recurrence="FREQ=YEARLY")
ROUNDS = dataclasses.replace(
    READING, obligations=tuple(dataclasses.replace(each, deadline=ANNUAL) for each in READING.obligations)
)
EVIDENCE = (Evidence("https://example.org/a", "Notice"),)


def of(name: str) -> LogOf:
    """Whose log has the field: a duty that recurs for a round."""
    return dataclasses.replace(OF, reading=ROUNDS) if name == "round" else OF


def samples(name: str) -> list[Given]:
    """Values of which the log takes one: days past and to come, one of the words that are allowed, or words."""
    if is_list(name):
        return [EVIDENCE]
    if is_day(name):
        return ["2026-07-01", "2026-07-03", "2026-12-01"]
    words = [str(word) for kind in (type_of(name), *get_args(type_of(name))) for word in get_args(kind)]
    return [words[-1]] if words else ["Half of the coast is listed."]


def logged(name: str) -> tuple[Given, bytes]:
    """A value of the field that the log takes, and the log with it."""
    for value in samples(name):
        given = {"date": "2026-07-02", "note": "A notice.", "evidence": EVIDENCE} | {name: value}
        try:
            return value, with_entry(laid_out(None, of(name)), of(name), KEY, NewEntry.of(**given))
        except ProblemsFound as found:
            refused = found
    raise refused


def as_given(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_given_is_in_the_file_in_the_value_and_in_the_data(name: str):
    value, log = logged(name)
    progress, problems = read_progress(log, OF.file, of(name).reading, READING.order.signed, OF.today)
    (entry,) = progress.of(KEY)
    assert (problems, as_given(getattr(entry, name))) == ([], value)
    published = Entry.model_validate(entry).model_dump(mode="json")
    shown = [dataclasses.asdict(each) for each in value] if isinstance(value, tuple) else value
    assert published[name] == shown and tuple(published) == FIELDS
    assert dict(new_entry(entry).fields())[name] == value


def test_the_value_of_the_pipeline_holds_each_field_and_its_line():
    assert [field.name for field in dataclasses.fields(model.Entry)] == [*FIELDS, "line"]


def test_the_command_takes_each_field():
    names = {parameter.name: parameter for parameter in command.params}
    assert set(FIELDS) <= names.keys()
    for name in FIELDS:
        option = names[name]
        assert isinstance(option, click.Argument) or option.help == words_of(name).option
        assert option.multiple == is_list(name) if isinstance(option, click.Option) else name == "status"


def test_the_form_asks_each_field_that_people_know():
    asked = load_yaml((ROOT / ".github/ISSUE_TEMPLATE/report-progress.yml").read_bytes())["body"]
    questions = {each["id"]: each["attributes"]["label"] for each in asked if "id" in each}
    assert questions == FORMS["report-progress"]
    assert [*questions] == ["obligation", *asked_fields()] and set(FIELDS) - set(asked_fields()) == {"recorded"}


@pytest.mark.parametrize("name", asked_fields())
def test_an_answer_of_the_form_arrives(name: str, tmp_path):
    (tmp_path / "eo-1").mkdir()
    (tmp_path / "eo-1/order.md").touch()
    value = logged(name)[0]
    given = {"date": "2026-07-02", "note": "A notice.", "evidence": EVIDENCE} | {name: value}
    lines = {key: f"{EVIDENCE[0].url} {EVIDENCE[0].title}" if is_list(key) else each for key, each in given.items()}
    answers = {"obligation": f"eo-1/{KEY}"} | lines
    body = "\n\n".join(f"### {FORMS['report-progress'][key]}\n\n{answer}" for key, answer in answers.items())
    report = read_report(read_form(body.encode()), tmp_path, date(2026, 7, 10))
    assert isinstance(report, ProgressReport) and as_given(getattr(report.entry, name)) == value


def test_a_field_that_no_entry_has_is_no_silent_loss():
    with pytest.raises(TypeError, match="weather"):
        NewEntry.of(date="2026-07-01", weather="fine")
