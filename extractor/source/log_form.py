"""The form of ``progress.yml``: a head that explains it, then one line for every obligation, in the text's order.

Each obligation's key stands in the file before anything is on record, with nothing after it but a comment that says who
must do what. Reports about two obligations therefore have a line between them that neither touches, so that two
branches that each add one never conflict: a merge needs one line in common between two changes (``git merge-file``).
Without these lines two new keys would begin at the same place. A merge driver that takes both sides (``merge=union``)
would be no way out: of four lines or more that two entries have in common it keeps one copy, and so mixes the entries.
"""

from __future__ import annotations

from extractor.model import Obligation, Order, Reading
from extractor.words.orders import full_name
from extractor.words.shown import shortened
from extractor.yaml.schema_line import first_line

WIDTH = 118  # columns; the comment behind a key is cut there

# The words of the example, here and on the page of an obligation; an entry that still has them says nothing.
EXAMPLE_NOTE = "What happened, in a sentence or two of your own words."
EXAMPLE_TITLE = "What is behind the link"

HEAD = """\
# The progress log of {name}. You need no programming to add to it:
#
#   1. Find the obligation's key below: the last part of its page's address, such as 2-c for section 2(c).
#   2. Add your entry under the last one of that key; right under the key's own line, if it has none yet.
#   3. Indent with spaces, never tabs, just like the example here. Leave the older entries as they are:
#      a mistake is set right by a new entry.
#   4. If you searched the public record for the whole order, put that day after "checked:".
#
#   2-c:
#     - date: 2026-06-10          the day on which it happened
#       recorded: 2026-06-12      the day on which you add it here; leave out if it is the same
#       status: in-progress       not-started, in-progress, completed, blocked, superseded or rescinded;
#                                 leave out for a plain note
#       note: {note}
#       evidence:                 where it can be read; "completed" needs at least one
#         - url: https://…
#           title: {title}
#       basis: claimed            verified, if you saw the agency's own record; claimed, if it is a report about it
#
# Every field is explained in .github/CONTRIBUTING.md. "tracker check" names each mistake with its line, and
# "tracker log" writes an entry for you. A key with nothing under it has nothing on record; its line stays.
"""


def new_log(reading: Reading) -> str:
    """The whole file of an order that has no log yet: nothing on record, never searched."""
    lines = [key_line(obligation, 2) for obligation in reading.obligations]
    return head(reading.order) + "\n".join(["checked:", "log:", *lines]) + "\n"


def head(order: Order) -> str:
    """The comment at the top of the file, with the line that names its schema to editors."""
    name = _printable(full_name(order))
    return f"{first_line('progress')}\n{HEAD.format(name=name, note=EXAMPLE_NOTE, title=EXAMPLE_TITLE)}"


def key_line(obligation: Obligation, indent: int) -> str:
    """``2-c:  # Secretary of Homeland Security shall issue Binding Operational Directives``, with nothing on record."""
    who = ", ".join(obligation.responsible) or "(nobody named)"
    does = f"{obligation.modal} {obligation.action}"
    if obligation.kind == "prohibition" and "not" not in does.split()[:3]:
        does = f"{obligation.modal} not {obligation.action}"
    start = f"{' ' * indent}{obligation.key}:  # "
    return start + shortened(_printable(f"{who} {does}"), WIDTH - len(start))


def _printable(text: str) -> str:
    """Text for a comment: nothing in it can end the line or hide."""
    return "".join(character if character.isprintable() else " " for character in text).rstrip()
