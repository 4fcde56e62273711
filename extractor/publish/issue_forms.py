"""The addresses that open an issue form on GitHub with its fields filled in (query parameters named by the fields' ids)."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from extractor.publish.view import Duty
from extractor.publish.wording import cut

LONGEST_SHOWN = 900  # characters of the reading; percent-encoded it must leave the address under 8,000 bytes


def form_address(repo_url: str, form: str, **answers: str) -> str:
    """The address of a form of ``.github/ISSUE_TEMPLATE/`` with ``answers`` filled in; empty without a repository."""
    query = urlencode({"template": f"{form}.yml", **answers}, quote_via=quote, safe="")
    return f"{repo_url}/issues/new?{query}" if repo_url else ""


def page_forms(repo_url: str, heading: str) -> dict[str, str]:
    """The forms that any page links to, with a title that says from where."""
    return {
        "progress_url": form_address(repo_url, "report-progress", title=f"Progress: {cut(heading, 80)}"),
        "reading_url": form_address(repo_url, "wrong-reading", title=f"Wrong reading: {cut(heading, 80)}"),
        "order_url": form_address(repo_url, "add-an-order", title="Add an order"),
    }


def duty_forms(repo_url: str, duty: Duty) -> dict[str, str]:
    """The same for the page of one duty: its id, its citation in the title, and what the site shows of it now."""
    name = duty.obligation.id
    title = f"{name}, {duty.obligation.citation}"
    shown = cut_lines(reading(duty))
    return {
        "progress_url": form_address(repo_url, "report-progress", title=f"Progress: {title}", obligation=name),
        "reading_url": form_address(
            repo_url, "wrong-reading", title=f"Wrong reading: {title}", obligation=name, shown=shown
        ),
    }


def reading(duty: Duty) -> list[str]:
    """What the site shows of a duty, one field a line."""
    obligation, schedule = duty.obligation, duty.tracked.schedule
    fields = {
        "Citation": obligation.citation,
        "Responsible": "; ".join(obligation.responsible) or "nobody",
        "Through": "; ".join(obligation.through),
        "Action": obligation.action,
        "Deadline": obligation.deadline.quote or "none",
        "Due": schedule.due.isoformat() if schedule.due else schedule.undated or "no date",
    }
    return [f"{name}: {value}" for name, value in fields.items() if value]


def cut_lines(lines: list[str]) -> str:
    """The lines, each cut so that all of them fit."""
    return "\n".join(cut(line, LONGEST_SHOWN // max(1, len(lines))) for line in lines)
