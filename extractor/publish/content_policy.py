"""A Content-Security-Policy on each finished page: a second wall behind the escaping of every text.

A browser that keeps it runs the scripts of the site's own files and, of those that stand in a page, only the ones whose
SHA-256 is in the policy. Hashes are made of the finished page, because the theme's scripts differ with its version and
with the page's depth. What stands in the page's ``<article>`` is made of orders and logs, and gets no hash: a script
that came in by a text does not run. The policy is a ``meta`` element (Content Security Policy Level 3, 3.3), because a
host of plain files sends no headers of ours.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extractor.problems import Problem, ProblemsFound, did_you_mean

SETTING = "content_security_policy"  # under "extra" in mkdocs.yml
_SITE: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),  # the theme's style holds its icons
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
_ALSO = ("child-src", "frame-src", "manifest-src", "media-src", "object-src", "worker-src")  # a project may allow these
_SOURCE = re.compile(r"[^\s;,\"<>&]+")
_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_STYLESHEET = re.compile(r"<link\b(?=[^>]*\brel=[\"']?stylesheet\b)([^>]*)>", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:src|href)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_DATA = re.compile(r"\btype\s*=\s*[\"']?[\w.+/-]*json\b", re.IGNORECASE)  # no browser runs it
_ELSEWHERE = re.compile(r"(?:https?:)?//[^\s?#]+", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_STATED = re.compile(r"<meta\b[^>]*http-equiv=[\"']?Content-Security-Policy\b", re.IGNORECASE)

Sources = Mapping[str, tuple[str, ...]]


def add_policies(site: Path, allowed: Sources | None) -> None:
    """Writes the policy into every page of a finished site. ``allowed`` is what ``allowed_sources`` gave."""
    if allowed is None:
        return
    for page in sorted(site.rglob("*.html")):
        before = page.read_text("utf-8")
        if (after := with_policy(before, allowed)) != before:
            page.write_text(after, "utf-8", newline="")


def allowed_sources(extra: object, file: str) -> Sources | None:
    """What a project's ``extra`` allows beside the site itself, by directive; ``None`` where it wants no policy.

    Raises ``ProblemsFound`` for what a policy in a page cannot say; ``file`` is where it stands.
    """
    stated = extra.get(SETTING, {}) if isinstance(extra, Mapping) else {}
    if stated is False:
        return None
    if not isinstance(stated, Mapping):
        allowed = "false, or directives with their sources, such as connect-src: https://stats.example.org"
        raise ProblemsFound([_problem(file, "this is no policy", repr(stated), allowed)])
    sources = {str(name): _words(value) for name, value in stated.items()}
    if problems := [problem for name, words in sources.items() for problem in _faults(file, name, words)]:
        raise ProblemsFound(problems)
    return sources


def with_policy(page: str, allowed: Sources) -> str:
    """The page with its policy as the first thing in its head that matters; as it is where it has one, or no head."""
    start, end = page.find("<article"), page.rfind("</article>")
    theme = page[:start], page[end:] if end >= 0 else ""  # without an article all of it is the theme's
    parts = theme if start >= 0 else (page,)
    if _STATED.search(parts[0]) or not (head := _HEAD.search(page)):
        return page
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_policy(parts, allowed), quote=False)}">'
    return f"{page[: head.end()]}\n{meta}{page[head.end() :]}"


def _policy(parts: Iterable[str], allowed: Sources) -> str:
    found: dict[str, list[str]] = {"script-src": [], "style-src": []}
    for part in parts:
        for element in _INLINE.finditer(part):
            found[f"{element[1].lower()}-src"] += _sources_of(element[2], element[3])
        for link in _STYLESHEET.finditer(part):
            found["style-src"] += _elsewhere(link[1])
    names = dict.fromkeys((*_SITE, *allowed))
    lists = {name: (*_SITE.get(name, ()), *found.get(name, ()), *allowed.get(name, ())) for name in names}
    return "; ".join(" ".join(dict.fromkeys((name, *words))) for name, words in lists.items())


def _sources_of(attributes: str, content: str) -> list[str]:
    """What lets one element work: the hash of its content, or its address where that is another host's."""
    if _ADDRESS.search(attributes):
        return _elsewhere(attributes)
    if _DATA.search(attributes) or not content:
        return []
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return [f"'sha256-{base64.b64encode(digest).decode()}'"]


def _elsewhere(attributes: str) -> list[str]:
    """The address in an element's attributes, without its query, where it is another host's."""
    stated = _ADDRESS.search(attributes)
    address = html.unescape(next(filter(None, stated.groups()), "")) if stated else ""
    outside = _ELSEWHERE.match(address)
    return [re.sub(r"[;,\"<>&]", lambda sign: f"%{ord(sign[0]):02X}", outside[0]).removeprefix("//")] if outside else []


def _words(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else tuple(str(value).split())


def _faults(file: str, name: str, words: tuple[str, ...]) -> list[Problem]:
    known = (*_SITE, *_ALSO)
    if name not in known:
        return [
            _problem(
                file, "a policy in a page has no such directive", name, ", ".join(known), did_you_mean(name, known)
            )
        ]
    wrong = [word for word in words if not _SOURCE.fullmatch(word)]
    allowed = "addresses such as https://stats.example.org, or words such as 'unsafe-inline'"
    return [_problem(file, f"{name}: this is no source", word, allowed) for word in wrong]


def _problem(file: str, message: str, found: str, allowed: str, fix: str | None = None) -> Problem:
    return Problem(file, 0, 0, f"extra: {SETTING}: {message}", found[:200], allowed, fix)
