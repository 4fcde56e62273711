"""The JSON Schemas that editors read: equal to the models, named in the files, and of one mind with ``tracker check``."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from page_samples import tracked_orders
from test_bad_input import BAD, PROGRESS
from test_bad_input import ORDER as LIGHTHOUSES
from test_wrong_entries import WRONG, place
from yaml import YAMLError
from yaml_1_2 import load_yaml

from extractor.project import Project
from extractor.publish.outputs import outputs
from extractor.source.schemas import FOLDER, MODELS, renew, schema
from extractor.yaml.schema_line import first_line


def plain(value: Any) -> Any:
    """A YAML value as JSON has it: an editor takes an unquoted date and every key for text."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(name: str, text: str) -> list[str]:
    """What the schema finds amiss in a YAML text."""
    found = Draft202012Validator(schema(name), format_checker=FormatChecker()).iter_errors(plain(load_yaml(text)))
    return [error.message for error in found]


def front_matter(text: str) -> str:
    return text.split("---\n")[1]


@pytest.mark.parametrize("name", MODELS)
def test_each_schema_is_one(name: str):
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["additionalProperties"] is False


@pytest.mark.parametrize("name", MODELS)
def test_the_kept_schema_is_that_of_the_model(root: Path, name: str):
    kept = (root / FOLDER / f"{name}.schema.json").read_text("utf-8")
    assert json.loads(kept) == schema(name), "renew it: python -m extractor.source.schemas"


def test_renewing_writes_what_is_kept(root: Path, tmp_path: Path):
    renew(tmp_path / "schemas")
    written = {path.name: path.read_bytes() for path in (tmp_path / "schemas").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (root / FOLDER).iterdir()}


def test_the_site_publishes_them(root: Path):
    published = {file.path: file.content for file in outputs(tracked_orders(), Project(root))}
    for name in MODELS:
        assert json.loads(published[f"api/v1/schemas/{name}.json"]) == schema(name)


@pytest.mark.parametrize(
    ("pattern", "name", "line"),
    [
        ("*/progress.yml", "progress", 0),
        ("*/order.md", "order", 1),
        ("*/register.yml", "register", 0),
        ("*/corrections.yml", "corrections", 0),
    ],
)
def test_each_file_names_its_schema_where_editors_look(root: Path, pattern: str, name: str, line: int):
    files = list((root / "source").glob(pattern))
    assert files
    for file in files:
        stated = file.read_text("utf-8").split("\n")[line]
        assert stated == first_line(name)
        assert (file.parent / stated.partition("$schema=")[2]).resolve() == root / FOLDER / f"{name}.schema.json"


SOUND = {
    "whole": PROGRESS,
    "nothing": "checked:\nlog:\n",
    "keys with nothing": "log:\n  2-a:\n  4:  # the Attorney General\n",
    "words that look like numbers": "log:\n  4:\n    - {date: 2026-06-10, note: 5}\n    - {date: 2026-06-11, note: true}\n",
    "an empty field": "log:\n  4:\n    - date: 2026-06-10\n      note: x\n      status:\n      evidence:\n      due:\n",
    "what was searched": "checked: 2026-06-10\nchecked_in: the Register\n",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_sound_log_fits(text: str):
    assert faults("progress", text) == []


def test_the_files_of_the_repository_fit(root: Path):
    for file in [*root.glob("source/*/progress.yml"), *root.glob("tests/golden/source/*/progress.yml")]:
        assert faults("progress", file.read_text("utf-8")) == []
    for file in [*root.glob("source/*/order.md"), *root.glob("tests/golden/source/*/order.md")]:
        assert faults("order", front_matter(file.read_text("utf-8"))) == []
    assert faults("order", front_matter(LIGHTHOUSES)) == []
    for file in root.glob("source/*/register.yml"):
        assert faults("register", file.read_text("utf-8")) == []


ADD = "add: {citation: 2(b), quote: x y z, action: y z, responsible: [A, B], deadline: {kind: relative, amount: 30, unit: days}}"


@pytest.mark.parametrize(
    ("what", "fits"),
    [
        ("reject: true", True),
        ("set: {responsible: A}", True),
        (ADD, True),
        ("set: {respnsible: A}", False),
        ("reject: perhaps", False),
    ],
)
def test_a_correction_fits(what: str, fits: bool):
    text = f"corrections:\n  - id: 2-b\n    date: 2026-07-01\n    {what}\n    reason: x\n"
    assert (faults("corrections", text) == []) is fits


# What is wrong by itself, without the order, the clock, the entries above and the meaning of the words.
WRONG_IN_FORM = (
    "an American date", "a British date", "a date in words", "a date with its weekday", "a day that is not there",
    "a day too many", "a date before all dates", "a field misspelt", "a status in other words",
    "a status of another kind", "a field twice", "no date", "a list that is none", "a second block",
    "a link without a scheme", "a tab", "an open quote", "a note with a colon",
)  # fmt: skip


@pytest.mark.parametrize("name", WRONG_IN_FORM)
def test_an_editor_sees_what_is_wrong_in_form(name: str):
    assert _is_seen("progress", place(WRONG[name][0])[0])


@pytest.mark.parametrize("name", ["a step back", "an entry after rescinded", "a section", "a date in the future"])
def test_what_only_the_check_can_know_is_left_to_it(name: str):
    assert faults("progress", place(WRONG[name][0])[0]) == []


def test_an_editor_sees_most_of_what_is_wrong_in_front_matter():
    wrong = [LIGHTHOUSES.replace(bad.old, bad.new) for bad in BAD if bad.file == "order.md" and "## Sec" not in bad.old]
    held = [front_matter(text) for text in wrong if text.count("---\n") > 1]
    unseen = [text for text in held if not _is_seen("order", text)]
    assert len(held) > 8 and len(unseen) == 1  # only that the id is not the folder's name


def _is_seen(name: str, text: str) -> bool:
    try:
        return bool(faults(name, text))
    except (YAMLError, ValueError):  # no YAML, or a date that the parser itself refuses
        return True
