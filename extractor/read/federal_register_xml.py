"""Federal Register full-text XML (``PRESDOCU/EXECORD``), as the Register's API and govinfo publish it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from extractor.read.dates import number_and_date, parse_date
from extractor.read.raw import HEADING, PARAGRAPH, TABLE, RawBlock, RawOrder
from extractor.read.typography import double_quotes, plain, superscript

_DOCUMENT = re.compile(r"FR Doc\.\s*([\d–-]+)")
_FURNITURE = {"PRTPAGE", "GPH", "GID", "PSIG", "FRDOC", "FILED", "BILCOD", "PRES", "EXECORDR", "FTREF", "MATH", "OLD"}
_SUPERSCRIPT_FACES = {"51", "61"}


def read_federal_register_xml(text: str) -> RawOrder:
    """Read one document. Raises ``ElementTree.ParseError`` (with ``position``) on text that is not XML."""
    root = ElementTree.fromstring(text)
    blocks = [block for element in _document(root) for block in _element_blocks(element)]
    return RawOrder("federal-register-xml", tuple(blocks), _metadata(root))


def _document(root: ElementTree.Element) -> list[ElementTree.Element]:
    """The children of the order's own element (EXECORD, or PRMEMO, PROCLA, DETERM, PRNOTICE)."""
    wrapper = root if root.tag != "PRESDOCU" else next(iter(root), root)
    return list(wrapper)


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


def _metadata(root: ElementTree.Element) -> dict[str, object]:
    found: dict[str, object] = {}
    title_line = plain("".join(next(root.iter("EXECORDR"), ElementTree.Element("none")).itertext()))
    if parts := number_and_date(title_line):
        found["number"], found["signed"] = parts
    heading = next((h for h in root.iter("HD") if h.get("SOURCE") == "HED"), None)
    if heading is not None:
        found["title"] = plain("".join(_words(heading)))
    if not found.get("signed"):
        found["signed"] = parse_date("".join(next(root.iter("DATE"), ElementTree.Element("none")).itertext()))
    document = _DOCUMENT.search("".join(next(root.iter("FRDOC"), ElementTree.Element("none")).itertext()))
    if document:
        found["document"] = document[1].replace("–", "-")
    return {name: value for name, value in found.items() if value}
