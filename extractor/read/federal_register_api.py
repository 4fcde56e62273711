"""An order by its number, from the Federal Register's public API (https://www.federalregister.gov/developers).

Two requests: the document's record (``/documents.json`` with the condition ``executive_order_numbers``, or
``/documents/NUMBER.json``), then the full-text XML that the record names. No key is needed.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from extractor.problems import Problem, ProblemsFound
from extractor.read.disposition import status_of
from extractor.read.download import DownloadError, Limits, download, is_loopback, is_safe
from extractor.words.orders import executive_order

BASE = "https://www.federalregister.gov/api/v1"
BASE_VARIABLE = "TRACKER_FEDERAL_REGISTER"
FIELDS = (
    "document_number", "executive_order_number", "title", "type", "subtype", "signing_date", "publication_date",
    "citation", "correction_of", "full_text_xml_url", "disposition_notes",
)  # fmt: skip
_ORDER_NUMBER = re.compile(r"(?:(?:eo|e\.o\.|executive order)[ -]?(?:no\. ?)?)?(\d{4,5})", re.I)
_DOCUMENT_NUMBER = re.compile(r"(?:(?:[A-Z]\d-)?(?:\d{2}|\d{4})|[A-Z]\d)-\d{1,6}", re.I)
_DOCUMENT_ADDRESS = re.compile(
    r"https?://(?:www\.)?federalregister\.gov/(?:d|documents/\d{4}/\d{2}/\d{2})/([\w-]+)(?:[/?#].*)?", re.I
)
_KINDS = {
    "executive order": "executive order", "proclamation": "proclamation", "memorandum": "memorandum",
    "determination": "memorandum", "notice": "directive",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """What names a document: the number of an executive order, or the Register's document number."""

    order: int | None = None
    document: str | None = None

    def __str__(self) -> str:
        return executive_order(self.order) if self.order else f"document {self.document}"


@dataclass(frozen=True, slots=True)
class Published:
    """A document as the Register publishes it: its XML, and fields of ``Order`` from its record."""

    xml: bytes
    metadata: dict[str, object] = field(default_factory=dict)


def reference(words: str) -> Reference | None:
    """What ``14409``, ``EO 14409``, ``2026-11415`` or a document's address on federalregister.gov names."""
    words = words.strip()
    if address := _DOCUMENT_ADDRESS.fullmatch(words):
        words = address[1]
    if number := _ORDER_NUMBER.fullmatch(words):
        return Reference(order=int(number[1]))
    return Reference(document=words.upper()) if _DOCUMENT_NUMBER.fullmatch(words) else None


def fetch(wanted: Reference, limits: Limits | None = None, environment: Mapping[str, str] = os.environ) -> Published:
    """The document that ``wanted`` names. ``TRACKER_FEDERAL_REGISTER`` in ``environment`` overrides the API's address.

    Raises ``ProblemsFound`` when it does not exist, is no presidential document, has no XML yet, or cannot be had.
    """
    base = base_address(environment)
    record = _record(wanted, base, limits)
    address = record.get("full_text_xml_url")
    if not isinstance(address, str) or not is_safe(address) or (is_loopback(address) and not is_loopback(base)):
        fix = "wait until the Register has it (about a day after publication), or import the White House page"
        raise _problem(wanted, "the Register has no full text of this document yet", str(address or "nothing"), fix)
    xml = _get(wanted, address, "application/xml, text/xml", limits)
    if b"<PRESDOCU" not in xml[:4000]:
        raise not_expected(wanted, xml, "the XML of a presidential document")
    return Published(xml, _metadata(record))


def base_address(environment: Mapping[str, str]) -> str:
    """The API's address; ``ProblemsFound`` where the environment names one that is not safe."""
    base = environment.get(BASE_VARIABLE, "").strip().rstrip("/") or BASE
    if not is_safe(base):
        allowed, fix = "an https:// address, or http:// on this machine", f"unset {BASE_VARIABLE}"
        raise ProblemsFound([Problem(BASE_VARIABLE, 0, 0, "this is no safe address", base[:200], allowed, fix)])
    return base


def _record(wanted: Reference, base: str, limits: Limits | None) -> dict[str, object]:
    fields = [("fields[]", name) for name in FIELDS]
    if wanted.document:
        record = ask(wanted, f"{base}/documents/{wanted.document}.json?{urlencode(fields)}", limits)
        return _checked(wanted, record)
    conditions = [
        ("conditions[type][]", "PRESDOCU"),
        ("conditions[presidential_document_type][]", "executive_order"),
        ("conditions[executive_order_numbers][]", str(wanted.order)),
        ("per_page", "20"),
    ]
    records = documents(wanted, ask(wanted, f"{base}/documents.json?{urlencode(conditions + fields)}", limits))
    same = [
        each
        for each in records
        if isinstance(each, dict) and str(each.get("executive_order_number")) == str(wanted.order)
    ]
    same.sort(key=lambda each: (bool(each.get("correction_of")), str(each.get("publication_date") or "9999")))
    if not same:
        fix = "check the number; the Register prints an order some days after it is signed, and its XML starts in 1994"
        raise _problem(
            wanted, "the Federal Register has no such order", f"{len(records)} documents of another number", fix
        )
    return same[0]


def _checked(wanted: Reference, record: dict[str, object]) -> dict[str, object]:
    if "document_number" not in record:
        raise not_expected(wanted, json.dumps(record).encode(), "the record of a document, with its number")
    kind = record.get("type")
    if kind not in (None, "Presidential Document", "PRESDOCU"):
        fix = "give the number of an executive order, a memorandum or a proclamation"
        raise _problem(wanted, "this is no presidential document", str(kind), fix)
    return record


def documents(wanted: Reference | str, answer: dict[str, object], before: int = 0) -> list[object]:
    """The documents of an answer of the API's list; ``before``: how many its earlier pages held.

    Raises ``ProblemsFound`` where it is not such an answer: an object without them, an error that calls itself a success,
    a page that holds none while the count says that there are more. That nothing was found is said by the API alone.
    """
    count, records = answer.get("count"), answer.get("results")
    if count == 0 and records is None:
        return []  # as the API answers where nothing fits
    missing = not records and isinstance(count, int) and count > before
    if not isinstance(records, list) or missing or "errors" in answer:
        raise not_expected(wanted, json.dumps(answer).encode(), "a list of documents with its count")
    return records


def ask(wanted: Reference | str, url: str, limits: Limits | None) -> dict[str, object]:
    """The API's answer, an object of JSON. ``wanted`` is what problems call it; raises ``ProblemsFound``."""
    content = _get(wanted, url, "application/json", limits)
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise not_expected(wanted, content, "JSON from the Federal Register's API")
    return answer


def _get(wanted: Reference | str, url: str, accept: str, limits: Limits | None) -> bytes:
    try:
        return download(url, accept, limits)
    except DownloadError as error:
        if error.status == 404:
            fix = "check the number; the Register prints an order some days after it is signed"
            raise _problem(wanted, "the Federal Register has no such document", error.found, fix) from None
        raise _problem(wanted, error.message, error.found, error.fix) from None


def _metadata(record: dict[str, object]) -> dict[str, object]:
    """Fields of ``Order`` that the record states; what is missing or of a strange form is left out."""
    number = str(record.get("executive_order_number") or "")
    document = str(record.get("document_number") or "")
    title, citation = (" ".join(str(record.get(name) or "").split()) for name in ("title", "citation"))
    stated = {
        "number": int(number) if number.isdigit() and len(number) <= 5 else None,
        "title": title[:500],
        "signed": _day(record.get("signing_date")),
        "published": _day(record.get("publication_date")),
        "citation": citation if re.fullmatch(r"\d{1,4} FR \d{1,6}", citation) else None,
        "document": document if _DOCUMENT_NUMBER.fullmatch(document) else None,
        "kind": _KINDS.get(str(record.get("subtype") or "").lower()),
    }
    if stated["document"]:
        stated["official_url"] = f"https://www.federalregister.gov/d/{document}"
        stated |= status_of(record.get("disposition_notes"), f"https://www.federalregister.gov/d/{document}")
    return {name: value for name, value in stated.items() if value}


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def not_expected(wanted: Reference | str, content: bytes, allowed: str) -> ProblemsFound:
    """An answer of another kind: most often a page that asks for a check before it lets a program through."""
    found = " ".join(re.sub(r"<[^>]*>", " ", content[:2000].decode("utf-8", "replace")).split())[:80]
    fix = "try again later, or save the document in a browser and import the file"
    problem = Problem(
        str(wanted), 0, 0, "the answer is not what the Register sends for a document", found or "nothing", allowed, fix
    )
    return ProblemsFound([problem])


def _problem(wanted: Reference | str, message: str, found: str | None, fix: str) -> ProblemsFound:
    return ProblemsFound([Problem(str(wanted), 0, 0, message, found, None, fix)])
