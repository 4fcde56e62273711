"""Federal Register full-text XML (``PRESDOCU/EXECORD``), as the Register's API and govinfo publish it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from extractor.read.raw import HEADING, PARAGRAPH, TABLE, RawBlock, RawOrder
from extractor.read.typography import double_quotes, plain, superscript
from extractor.words.dates import number_and_date, parse_date

_DOCUMENT = re.compile(r"FR Doc\.\s*([A-Z]?[\d–-]+)")
# Page marks and pictures; the Register's own lines about the document; the line with its number (it is metadata).
_FURNITURE = {
    "PRTPAGE", "GPH", "GID", "PSIG", "FRDOC", "FILED", "BILCOD", "TITLE3", "PRES", "EXECORDR", "PROC", "PRMEMOR",
    "FTREF", "MATH", "OLD",
}  # fmt: skip
_KINDS = {
    "EXECORD": "executive order", "PRMEMO": "memorandum", "DETERM": "memorandum", "PROCLA": "proclamation",
    "PRNOTICE": "directive", "PRORDER": "directive",
}  # fmt: skip
_DEEPEST = 60  # elements inside one another; the Register's documents have 6
_ENTITY = re.compile(r"<!(?:DOCTYPE|ENTITY)\b", re.I)
_SUPERSCRIPT_FACES = {"51", "61"}


def read_federal_register_xml(text: str) -> RawOrder:
    """Read one document. Raises ``ElementTree.ParseError`` (with ``position``) on text that is not XML.

    Entities of the document's own are not expanded: the Register declares none. The title is metadata, not text.
    """
    if declared := _ENTITY.search(text):
        raise _damaged("it declares entities of its own", text, declared.start())
    root = ElementTree.fromstring(text)
    if _depth(root) > _DEEPEST:
        raise _damaged(f"more than {_DEEPEST} elements inside one another", text, 0)
    wrapper = _wrapper(root)
    title = _title_element(wrapper)
    blocks = [block for element in wrapper if element is not title for block in _element_blocks(element)]
    return RawOrder("federal-register-xml", tuple(blocks), _metadata(root, wrapper, title))


def _damaged(reason: str, text: str, position: int) -> ElementTree.ParseError:
    error = ElementTree.ParseError(reason)
    error.msg = reason
    error.position = (text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position) - 1)
    return error


def _depth(root: ElementTree.Element) -> int:
    """How many elements lie inside one another, up to one more than is allowed."""
    level, depth = [root], 0
    while level and depth <= _DEEPEST:
        level, depth = [child for element in level for child in element], depth + 1
    return depth


def _wrapper(root: ElementTree.Element) -> ElementTree.Element:
    """The order's own element: EXECORD, or PRMEMO, PROCLA, DETERM, PRNOTICE; PRESDOCU stands around it."""
    outer = root if root.tag in ("PRESDOCU", *_KINDS) else next(root.iter("PRESDOCU"), root)
    return next(iter(outer), outer) if outer.tag == "PRESDOCU" else outer


def _title_element(wrapper: ElementTree.Element) -> ElementTree.Element | None:
    """The title at the head of the document; a heading further on is the order's own."""
    return next((child for child in wrapper if child.tag == "HD" and child.get("SOURCE") == "HED"), None)


def _element_blocks(element: ElementTree.Element) -> list[RawBlock]:
    if element.tag in _FURNITURE:
        return []
    if element.tag in ("EXTRACT", "ANNEX", "APPENDIX", "FTNT"):
        return [block for child in element for block in _element_blocks(child)]
    kind = {"HD": HEADING, "GPOTABLE": TABLE}.get(element.tag, PARAGRAPH)
    text = plain(double_quotes("".join(_words(element))))
    return [RawBlock(kind, text)] if text else []


def _words(element: ElementTree.Element) -> list[str]:
    """The element's text without page marks; ``<SU>`` and the superscript faces of ``<E>`` stay raised."""
    parts = [element.text or ""]
    for child in element:
        if child.tag not in _FURNITURE:
            inner = "".join(_words(child))
            raised = child.tag == "SU" or (child.tag == "E" and child.get("T") in _SUPERSCRIPT_FACES)
            parts.append(superscript(inner) if raised else inner)
            parts.append(" " if child.tag in ("ROW", "ENT", "LI") else "")
        parts.append(child.tail or "")
    return parts


def _metadata(
    root: ElementTree.Element, wrapper: ElementTree.Element, heading: ElementTree.Element | None
) -> dict[str, object]:
    found: dict[str, object] = {"kind": _KINDS.get(wrapper.tag)}
    title_line = plain("".join(next(root.iter("EXECORDR"), ElementTree.Element("none")).itertext()))
    if parts := number_and_date(title_line):
        found["number"], found["signed"] = parts
    if heading is not None:
        found["title"] = plain("".join(_words(heading)))
    if not found.get("signed"):
        found["signed"] = parse_date("".join(next(root.iter("DATE"), ElementTree.Element("none")).itertext()))
    document = _DOCUMENT.search("".join(next(root.iter("FRDOC"), ElementTree.Element("none")).itertext()))
    if document:
        found["document"] = document[1].replace("–", "-")
    return {name: value for name, value in found.items() if value}
