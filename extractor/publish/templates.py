"""The Jinja2 environment of the pages: where the templates are, and the filters that they use.

A project's ``site_templates/`` holds files of the same names that take the place of this program's, one by one.
"""

from __future__ import annotations

import html
import json
import re
import traceback
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

import extractor
from extractor.problems import Problem, ProblemsFound
from extractor.publish import wording
from extractor.publish.addresses import order_page, text_page
from extractor.publish.facets import facets, marks
from extractor.publish.ready import as_markdown, ready
from extractor.publish.standings import SHOWN
from extractor.words.dates import long_date
from extractor.words.numbers import counted
from extractor.words.orders import brief_title, full_name, short_name
from extractor.words.shown import one_line
from extractor.words.why_not import REASON_WORDS, why_not

OWN_TEMPLATES = "site_templates"  # a project's own files, each in the place of this program's of the same name
_HEADING_MARKUP = re.compile(r"[^\w\s,.:;’“”—–()/§¶…-]|_")


def templates_folder() -> Path:
    """The folder of the templates: inside the installed package, or at the top of a checkout."""
    package = Path(extractor.__file__).parent
    packaged = package / OWN_TEMPLATES
    return packaged if packaged.is_dir() else package.parent / OWN_TEMPLATES


@cache
def environment(own: Path | None = None) -> Environment:
    """The environment: every value is escaped, and a name that is not there is an error.

    ``own``: a project's folder of templates, which come first.
    """
    env = Environment(
        loader=FileSystemLoader([own, templates_folder()] if own else templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters |= {
        "day": day,
        "long_day": long_day,
        "plain_day": plain_day,
        "in_words": wording.date_long,
        "heading": heading,
        "front_matter": front_matter,
        "place": wording.place,
        "cut": wording.cut,
        "unbroken": one_line,
        "one_line": inside,
        "listed": wording.listed,
        "capital": wording.capital,
        "lower_first": wording.lower_first,
        "headline": wording.headline,
        "short_name": short_name,
        "full_name": full_name,
        "brief_title": brief_title,
        "order_page": order_page,
        "text_page": text_page,
        "ready": ready,
        "as_markdown": as_markdown,
    }
    env.globals |= {
        "STANDINGS": SHOWN,
        "STATUS_WORDS": wording.STATUS_WORDS,
        "REASON_WORDS": REASON_WORDS,
        "why_not": why_not,
        "counted": counted,
        "facets": facets,
        "marks": marks,
        "text_kind": wording.text_kind,
    }
    return env


def render(template: str, own: Path | None = None, /, **values: object) -> bytes:
    """A template of ``pages/`` as the bytes of a Markdown file, without blank lines inside its HTML blocks.

    Raises ``ProblemsFound`` with the template's file and line where it cannot be filled in.
    """
    try:
        text = environment(own).get_template(f"pages/{template}").render(**values)
    except Exception as error:  # a template can do anything that Python can
        raise ProblemsFound([_fault(error, f"pages/{template}")]) from error
    return text.encode("utf-8")


def _fault(error: Exception, template: str) -> Problem:
    """What is wrong in a template, with the file and the line that it says itself or that was at work."""
    file, line = template, 0
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or error.name or template, error.lineno
    else:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
        if frames:
            file, line = frames[-1].filename, frames[-1].lineno or 0
    words = " ".join(str(error).split()) or type(error).__name__
    fix = "mend the template, or delete the project’s own to use this program’s"
    return Problem(file, line, 0, f"the template cannot be filled in: {words}", None, None, fix)


def day(value: date) -> Markup:
    """``<time>`` with a date as tables show it: ``Thu, Jul 2, 2026``."""
    return _time(value, wording.date_short(value))


def long_day(value: date) -> Markup:
    """``<time>`` with a date as prose shows it: ``Thursday, July 2, 2026``."""
    return _time(value, wording.date_long(value))


def plain_day(value: date) -> Markup:
    """``<time>`` with a date without its weekday: ``July 2, 2026``."""
    return _time(value, long_date(value))


def _time(value: date, words: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), words)


def inside(text: str) -> str:
    """Text for the middle of a sentence: on one line, without a full stop of its own."""
    return one_line(text).rstrip(".")


def heading(text: str) -> Markup:
    """Text for a Markdown heading: one line in which every character that could be markup is a character reference.

    Character references are text to Markdown and to HTML alike, whatever extensions are on.
    """
    line = " ".join(str(text).split())
    return Markup(_HEADING_MARKUP.sub(lambda found: f"&#{ord(found[0])};", line))


def front_matter(text: str) -> Markup:
    """Text for a value of the front matter: a YAML string whose characters are safe in HTML too.

    The theme writes titles and descriptions into the page as they are.
    """
    line = "".join(c for c in " ".join(str(text).split()) if c.isprintable())
    return Markup(json.dumps(html.escape(line, quote=False).replace('"', "&quot;"), ensure_ascii=False))
