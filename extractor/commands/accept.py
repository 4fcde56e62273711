"""``tracker accept [ORDER]``: a maintainer accepts a reading, and from then on nothing published changes unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.acted_on import NOT_ENTERED
from extractor.commands.accept_words import Accepted, said
from extractor.commands.options import open_project, project_option, today, warn
from extractor.problems import Problem, ProblemsFound, did_you_mean

if TYPE_CHECKING:
    from extractor.project import Project
    from extractor.register.accepting import Decisions
    from extractor.register.publishing import Published
    from extractor.source.orders import SourceOrder

EXAMPLES = """
\b
Examples:
  tracker accept eo-14409                            what the extractor reads now is right
  tracker accept eo-14409 --reviewed 3-a_2           the marked reading was compared with the text
  tracker accept eo-14409 --reviewed "2(c)"          so were the unread passages at 2(c)
  tracker accept eo-14409 --same 2-c=2-d             2-c is the duty that stands at 2(d) now
  tracker accept eo-14409 --retire 2-c --reason "Section 2(c) was struck out on July 1, 2026."
"""
LISTED = 12  # obligations that a message lists


@click.command("accept", epilog=EXAMPLES)
@click.argument("orders", nargs=-1, metavar="[ORDER]...")
@project_option
@click.option("--same", multiple=True, metavar="OLD=NEW", help="The accepted OLD is what the reading now calls NEW.")
@click.option(
    "--retire", multiple=True, metavar="ID", help="The obligation has ended; it keeps its page. With --reason."
)
@click.option("--reason", metavar="TEXT", help="Why what is retired has ended; shown on its page.")
@click.option(
    "--reviewed",
    multiple=True,
    metavar="ID|CITATION",
    help="Its review marks, or the unread passages there, were looked at, and the reading is right.",
)
@click.option("--dry-run", is_flag=True, help="Print what would be accepted; write nothing.")
def command(
    orders: tuple[str, ...],
    folder: Path,
    same: tuple[str, ...],
    retire: tuple[str, ...],
    reason: str | None,
    reviewed: tuple[str, ...],
    dry_run: bool,
) -> None:
    """Accept what the extractor reads in ORDER (default: in every order), and write its register.yml.

    An accepted obligation keeps its id for good. When the text, the rules or the corrections change the reading,
    "tracker check" and "tracker build" refuse it until it is accepted anew.
    """
    if retire and not (reason and reason.strip()):
        raise click.UsageError("--retire needs --reason: it is shown on the obligation’s page.")
    if reason and not all(character.isprintable() for character in reason):
        raise click.UsageError("--reason holds a character that cannot be seen, or is no text; write it out in words.")
    asked = _Asked(same, retire, (reason or "").strip(), reviewed)
    project, chosen, warnings = _chosen(folder, orders)
    accepted = [_accept(order, asked.of(order, [each.folder.name for each in chosen])) for order in chosen]
    lines = [line for each in accepted for line in said(each)]
    if not dry_run:
        write_registers(project, accepted)
    for line in lines:  # last, so that whoever stops listening stops nothing
        click.echo(line)
    warn(warnings)


def _chosen(folder: Path, names: tuple[str, ...]) -> tuple[Project, list[SourceOrder], tuple[Problem, ...]]:
    """The project, the orders that are to be accepted, and what is to be entered of what others do to them."""
    from extractor.source.orders import read_source

    project = open_project(folder)
    source = read_source(project.source, today(), accepting=True)
    found = source.orders
    known = [order.folder.name for order in found]
    names = tuple(f"eo-{name}" if name.isdigit() else name for name in names)
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "name a folder of source/"
            raise click.BadParameter(f"there is no order “{name}”; {hint}", param_hint="ORDER")
    chosen = [order for order in found if not names or order.folder.name in names]
    files = {f"source/{order.folder.name}/order.md" for order in chosen}
    return (
        project,
        chosen,
        tuple(each for each in source.warnings if each.file in files and NOT_ENTERED in each.message),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """The options as they were written: ids with or without the order's own id in front."""

    same: tuple[str, ...]
    retire: tuple[str, ...]
    reason: str
    reviewed: tuple[str, ...]

    def of(self, order: SourceOrder, chosen: list[str]) -> Decisions:
        """The decisions that concern one order. Raises ``UsageError`` for an id that no order, or several, could mean."""
        from extractor.register.accepting import Decisions

        pairs = [pair.partition("=") for pair in self.same]
        if bad := next(
            (pair for pair, (_, sign, new) in zip(self.same, pairs, strict=True) if not (sign and new)), None
        ):
            raise click.UsageError(f"--same {bad}: write it as OLD=NEW, such as 2-c=2-d")
        same = [(key, _new_key(new, order)) for old, _, new in pairs if (key := _own(old, order, chosen))]
        ended = [key for name in self.retire if (key := _own(name, order, chosen))]
        named = [*(old for old, _ in same), *ended]
        if twice := next((key for key in named if named.count(key) > 1), None):
            raise click.UsageError(f"{twice}: two decisions about one obligation")
        if len({new for _, new in same}) < len(same):
            raise click.UsageError("--same: two accepted obligations cannot both be the same new one")
        return Decisions(
            dict(same),
            dict.fromkeys(ended, self.reason),
            frozenset(key for name in self.reviewed if (key := _own(name, order, chosen))),
        )


def _own(name: str, order: SourceOrder, chosen: list[str]) -> str | None:
    """An id's key where it is this order's; ``None`` where it names another of the chosen ones."""
    order_id, slash, key = name.rpartition("/")
    if slash:
        if order_id not in chosen:
            raise click.UsageError(f"{name}: its order is not among those that are accepted now")
        return key if order_id == order.folder.name else None
    if len(chosen) > 1:
        raise click.UsageError(f"{name}: several orders are accepted; write the whole id, such as {chosen[0]}/{name}")
    return name


def _new_key(name: str, order: SourceOrder) -> str:
    """The key of an obligation in the new reading, from its key or its citation."""
    key = name.rpartition("/")[2]
    by_citation = {each.citation: each.key for each in reversed(order.read.obligations)}
    return by_citation.get(key, key)


def _accept(order: SourceOrder, decisions: Decisions) -> Accepted:
    from extractor.publish.calendars import calendar_index
    from extractor.register.accepting import next_register
    from extractor.register.publishing import as_accepted, publish
    from extractor.track import track

    published = publish(
        order.read,
        order.register,
        order.corrections,
        "corrections.yml",
        decisions.same,
        decisions.retire,
        order.earlier,
    )
    if problems := [*_wrong_decisions(order, published, decisions), *_undecided(order, published, decisions)]:
        raise ProblemsFound(problems)
    readings = [published.reading, *([as_accepted(order.register, order.read)] if order.register else [])]
    tracked = [track(reading, order.progress, date.max) for reading in readings]
    # An order's own calendar is left out: it is there as long as its folder is.
    calendars = [file.path for each in tracked for file in calendar_index((each,)) if file.kind != "order"]
    register = next_register(
        order.register, published, order.corrections, decisions, calendars, today(), order.progress
    )
    return Accepted(order, published, register)


def _wrong_decisions(order: SourceOrder, published: Published, decisions: Decisions) -> Iterator[Problem]:
    """A problem for each decision about an id that is not there to be decided."""
    from extractor.register.register import fingerprint

    accepted = [record.key for record in order.register.records if record.open] if order.register else []
    read = [each.key for each in order.read.obligations]
    ended = [record for record in order.register.records if record.key in decisions.retire] if order.register else []
    words = {record.words for record in ended}
    taken = {id(obligation) for _, obligation in published.found.pairs} if published.found else set()
    for key in (*decisions.same, *decisions.retire):
        if key not in accepted:
            yield _decision(order, key, "no accepted obligation has this id", accepted)
    for new in decisions.same.values():
        if new not in read:
            yield _decision(order, new, "the new reading has no such obligation", read)
    for obligation in order.read.obligations:
        if fingerprint(obligation) in words and id(obligation) not in taken:
            fix = "reject it in corrections.yml, with the reason, if it is no obligation"
            message = "the words of an obligation that is to be retired still stand in the text"
            yield Problem(f"source/{order.folder.name}", 0, 0, message, obligation.key, None, fix)
    reading = published.reading
    names = (*(each.key for each in reading.obligations), *(each.citation for each in reading.unread))
    own = list(dict.fromkeys(names))
    for key in decisions.reviewed:
        if key not in own:
            message = "nothing is unread at this citation" if "(" in key else "no obligation has this id"
            yield _decision(order, key, message, own)


def _decision(order: SourceOrder, key: str, message: str, known: list[str]) -> Problem:
    listed = ", ".join(known[:LISTED]) + (f" and {len(known) - LISTED} more" if len(known) > LISTED else "")
    return Problem(f"source/{order.folder.name}", 0, 0, message, key, listed or "none", did_you_mean(key, known))


def _undecided(order: SourceOrder, published: Published, decisions: Decisions) -> list[Problem]:
    """What a person must decide first: obligations that are gone, and those that could be one or another."""
    from extractor.register.unaccepted import problems_of

    file = f"source/{order.folder.name}/register.yml"
    open_ones = tuple(
        each for each in published.differences if each.kind in ("gone", "unclear") and each.key not in decisions.retire
    )
    return problems_of(open_ones, order.register, file, order.folder.name)


def write_registers(project: Project, accepted: list[Accepted]) -> None:
    """Write each register that changed, and the list of accepted orders."""
    from extractor.lock import locked, source_lock
    from extractor.register.register_yml import register_yml
    from extractor.register.unaccepted import ORDERS_FILE, accepted_orders, orders_yml
    from extractor.source.source_files import REGISTER_FILE
    from extractor.write import write_one

    with locked(source_lock(project.source)):
        for each in accepted:
            if not each.changes_nothing:
                write_one(each.order.folder / REGISTER_FILE, register_yml(each.register))
        path = project.source / ORDERS_FILE
        listed, _ = accepted_orders(project.source)  # its problems were found when the source was read
        names = {*(str(name.text) for name in listed), *(each.order.folder.name for each in accepted)}
        content = orders_yml(names)
        if not path.is_file() or path.read_bytes() != content:
            write_one(path, content)
    for each in accepted:
        if not each.changes_nothing:
            _lay_out_log(each)


def _lay_out_log(accepted: Accepted) -> None:
    """A line in the log for every obligation that has none yet, where there is a log."""
    from extractor.register.publishing import publish
    from extractor.source.log_edit import LogOf, laid_out
    from extractor.source.revise import revise_log
    from extractor.source.source_files import PROGRESS_FILE, exists

    order, folder = accepted.order, accepted.order.folder
    if exists(folder / PROGRESS_FILE):
        reading = publish(order.read, accepted.register, order.corrections, earlier=order.earlier).reading
        of = LogOf(f"source/{folder.name}/{PROGRESS_FILE}", reading, today())
        revise_log(folder, lambda raw: laid_out(raw, of))
