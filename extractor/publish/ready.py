"""Parts of a page that are HTML already, so that Markdown need not look at them.

Nearly all of a page is. Python-Markdown would go through its tags one by one, and take three quarters of a build's time, to
find that nothing is to be done. So the templates say which parts are ready (the filters ``ready`` and ``as_markdown``), and
this module is the extension of Python-Markdown that takes each of them out whole and puts it back whole. ``mkdocs.yml`` names
it among ``markdown_extensions``. Where a project's own file does not, the marks are comments, and the page is the same.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markupsafe import Markup, escape

_BEGIN, _END = "<!-- ready -->", "<!-- /ready -->"  # no text of the record can hold one: every value is escaped
_NOTHING = re.compile(rf"{_BEGIN}\s*{_END}")
_ID = re.compile(r' id="[^"]*"')
_PLACES = "<!-- places -->"
_TAKEN_OUT_AT, _PLACES_LEFT_AT = (
    25,
    20.5,
)  # after blanks are made even (30); after links are (21), before HTML is looked for (20)


def ready(part: str) -> Markup:
    """A filter of the templates: HTML that begins with a block and that Markdown shall leave alone."""
    return Markup(_NOTHING.sub("", f"\n\n{_BEGIN}\n{escape(part).strip()}\n{_END}\n\n"))


def as_markdown(lines: str) -> Markup:
    """A filter of the templates, inside a ready part: lines that Markdown shall read after all, such as a heading."""
    return Markup(f"\n{_END}\n\n{escape(lines).strip()}\n\n{_BEGIN}\n")


class ReadyParts(Extension):
    """The extension. A part's ids stay to be seen by whoever checks the page's links meanwhile."""

    def extendMarkdown(self, md: Markdown) -> None:  # the name is Python-Markdown's
        """Called once for each page."""
        md.preprocessors.register(_TakenOut(md), "ready_parts", _TAKEN_OUT_AT)
        md.preprocessors.register(_WithoutPlaces(md), "ready_places", _PLACES_LEFT_AT)


class _TakenOut(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        before, *parts = "\n".join(lines).split(_BEGIN)
        return "".join((before, *map(self._left, parts))).split("\n")

    def _left(self, text: str) -> str:
        """What stands in the place of a part and what comes after it, up to the next one."""
        part, _, after = text.partition(_END)
        places = "".join(f"<i{found}>" for found in _ID.findall(part))
        return f"{self.md.htmlStash.store(part.strip())}\n{_PLACES}{places}{after}"


class _WithoutPlaces(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [line for line in lines if not line.startswith(_PLACES)]


def makeExtension(**options: object) -> ReadyParts:  # the name is Python-Markdown's
    """What Python-Markdown calls for the extension named ``extractor.publish.ready``."""
    return ReadyParts(**options)
