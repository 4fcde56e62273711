"""The reference of commands and fields, made from the commands and the models themselves.

``python -m extractor.commands.reference`` says whether README.md and .github/REFERENCE.md are current (status 1 when one is
not); with ``--write`` it renews them. Only what stands between the marks of a part is touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import click

import extractor
from extractor.cli import COMMANDS, main
from extractor.problems import Problem, ProblemsFound, report
from extractor.read.front_matter import FrontMatter
from extractor.register.corrections_yml import CorrectionsFile
from extractor.source.progress import ProgressFile
from extractor.write import write_one
from extractor.yaml.fields import SourceModel, allowed_values

README, REFERENCE = "README.md", ".github/REFERENCE.md"
FILES: dict[str, type[SourceModel]] = {  # what people write, by the name of the file
    "order.md": FrontMatter,
    "progress.yml": ProgressFile,
    "corrections.yml": CorrectionsFile,
}


def command_table() -> str:
    """README's table: each command in one line, as ``tracker --help`` shows it."""
    rows = [f"| `tracker {name}` | {words} |" for name, words in COMMANDS.items()]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def command_reference() -> str:
    """Each command: how it is called, what it does, its options, its examples."""
    return "\n\n".join(_command(name) for name in COMMANDS)


def field_reference() -> str:
    """Each file that people write: its fields, those of its parts, and what each takes."""
    return "\n\n".join(part for file, model in FILES.items() for part in _file(file, model))


PARTS: dict[tuple[str, str], Callable[[], str]] = {  # file and the name of the mark in it → what stands there
    (README, "commands"): command_table,
    (REFERENCE, "commands"): command_reference,
    (REFERENCE, "fields"): field_reference,
}


def renewed(text: str, part: str, content: str) -> str:
    """``text`` with ``content`` between ``<!-- part -->`` and ``<!-- end -->``. Raises ``ValueError`` without these marks."""
    pattern = rf"(<!-- {part} -->\n).*?(\n<!-- end -->)"
    text, count = re.subn(pattern, lambda marks: marks[1] + content + marks[2], text, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"the marks of “{part}” are there {count} times")
    return text


def current(root: Path) -> dict[str, str]:
    """The two files of a checkout as they ought to be, by name."""
    texts = {file: (root / file).read_text("utf-8") for file, _ in PARTS}
    for (file, part), content in PARTS.items():
        texts[file] = renewed(texts[file], part, content())
    return texts


def _command(name: str) -> str:
    found = main.get_command(click.Context(main), name)
    if found is None:
        raise ValueError(f"there is no command {name}")
    context = click.Context(found, info_name=f"tracker {name}")
    arguments = " ".join(found.collect_usage_pieces(context))
    words = _plain(found.help or "")
    records = [param.get_help_record(context) for param in found.params if isinstance(param, click.Option)]
    rows = [f"| `{_cell(option)}` | {_cell(meaning)} |" for option, meaning in filter(None, records)]
    options = "\n".join(["| option | what it does |", "|---|---|", *rows])
    return "\n\n".join([f"### tracker {name}", f"`tracker {name} {arguments}`", words, options, *_examples(found)])


def _examples(found: click.Command) -> Iterator[str]:
    lines = (found.epilog or "").splitlines()
    calls = [
        line.removeprefix("  ")
        for above, line in zip(["", *lines], lines, strict=False)
        if line.startswith("  tracker ") or above.endswith("\\")
    ]
    if calls:
        yield "\n".join(["```text", *calls, "```"])


def _file(name: str, model: type[SourceModel]) -> Iterator[str]:
    yield from (f"### {name}", _first_paragraph(model.__doc__ or ""), _fields(model))
    for field, part in _parts(model):
        yield from (f"Each entry of `{field}`: {_first_paragraph(part.__doc__ or '')}", _fields(part))


def _fields(model: type[SourceModel]) -> str:
    rows = []
    for name, field in model.model_fields.items():
        needed = "needed" if field.is_required() else "may be absent"
        usual = f"{needed}: then {field.default}" if isinstance(field.default, str) else needed
        takes = field.description or "a list" if any(_models_in(field.annotation)) else allowed_values(field)
        rows.append(f"| `{name}` | {_cell(field.title or '')} | {_cell(takes)} | {usual} |")
    return "\n".join(["| field | what it says | what it takes | |", "|---|---|---|---|", *rows])


def _parts(model: type[SourceModel]) -> Iterator[tuple[str, type[SourceModel]]]:
    """The fields that are made of models, each with its model and after the one that holds it."""
    for name, field in model.model_fields.items():
        for part in _models_in(field.annotation):
            yield name, part
            yield from _parts(part)


def _models_in(annotation: Any) -> Iterator[type[SourceModel]]:
    if isinstance(annotation, type) and issubclass(annotation, SourceModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _plain(text: str) -> str:
    """A docstring as Markdown: without click's marks, its paragraphs kept."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\b", "").strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _first_paragraph(text: str) -> str:
    return _plain(text).split("\n\n")[0].replace("``", "`")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


@click.command("reference")
@click.option("--write", is_flag=True, help="Renew the files.")
def command(write: bool) -> None:
    """Say whether the reference is what the commands and the models are; with --write, renew it."""
    root = Path(extractor.__file__).parent.parent
    if not (root / README).is_file():
        raise ProblemsFound(
            [Problem(str(root / README), 0, 0, "there is no such file", None, "a checkout of the repository")]
        )
    stale = {file: text for file, text in current(root).items() if text != (root / file).read_text("utf-8")}
    for file, text in stale.items():
        if write:
            write_one(root / file, text.encode())
        click.echo(f"{file}: {'renewed' if write else 'not current'}")
    if stale and not write:
        raise SystemExit(1)


if __name__ == "__main__":
    try:
        command()
    except ProblemsFound as found:
        click.echo(report(found.problems), err=True)
        raise SystemExit(1) from None
