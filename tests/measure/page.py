"""What a browser reads in one page of a site: its title and description, its article's words, its links, its anchors, what it loads."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

_UNSEEN = ("script", "style", "template")
_LOADED = {
    "img": "src",
    "script": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
_ASKED_FOR = ("stylesheet", "icon", "preload", "modulepreload", "manifest")  # what a <link> loads; others only point


class Page(HTMLParser):
    """A page, read at once.

    ``words`` are those of the article with single blanks; ``links`` the article's and ``all_links`` the page's addresses as
    they stand; ``places`` the article's and ``ids`` the page's anchors; ``loads`` what a browser asks for to show the page.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.title = self.description = ""
        self.links: list[str] = []
        self.all_links: list[str] = []
        self.places: list[str] = []
        self.ids: set[str] = set()
        self.loads: list[str] = []
        self._text: list[str] = []
        self._open: list[str] = []  # of the elements that matter here
        self.feed(html)
        self.close()
        self.title = " ".join(self.title.split())
        self.words = " ".join("".join(self._text).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        stated = {name: value or "" for name, value in attrs}
        if place := stated.get("id"):
            self.ids.add(place)
            self.places += [place] if "article" in self._open and not place.startswith("__") else []  # the theme's own
        if tag == "a" and "href" in stated and "template" not in self._open:
            self.all_links.append(stated["href"])
            self.links += [stated["href"]] if "article" in self._open else []
        if tag == "meta" and stated.get("name") == "description":
            self.description = stated.get("content", "")
        asks = tag != "link" or any(word in _ASKED_FOR for word in stated.get("rel", "").split())
        if asks and stated.get(_LOADED.get(tag, "")):
            self.loads.append(stated[_LOADED[tag]])
        if tag in ("article", "title", *_UNSEEN):
            self._open.append(tag)
        self._text.append(" " if "article" in self._open else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        if self._open == ["title"]:
            self.title += data
        elif "article" in self._open and self._open[-1] not in _UNSEEN:
            self._text.append(data)


def pages(site: Path) -> dict[str, Page]:
    """Every page of a site: its file's path inside the site → the page."""
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): Page(file.read_text("utf-8")) for file in files}
