"""The Register's API client, against a server on this machine that answers as the API does, well and badly."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Run

from extractor.problems import Problem, ProblemsFound
from extractor.read.download import DownloadError, Limits, download, is_safe
from extractor.read.federal_register_api import BASE_VARIABLE, Published, Reference, fetch, reference

XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<PRESDOCU><EXECORD><PRTPAGE P="901"/><EXECORDR>Executive Order 15001 of March 3, 2026</EXECORDR>
<HD SOURCE="HED">Mending the Bridges of the Parks</HD><FP>By the authority vested in me as President, it is hereby ordered:</FP>
<FP><E T="04">Section 1</E>. <E T="03">Duties</E>. (a) Within 30 days of the date of this order, the Secretary of the Interior
shall list the bridges.</FP>
<PLACE>THE WHITE HOUSE,</PLACE><DATE>March 3, 2026.</DATE><FRDOC>[FR Doc. 2026-04001 </FRDOC></EXECORD></PRESDOCU>
"""
RECORD = {
    "document_number": "2026-04001", "executive_order_number": "15001", "title": "Mending the Bridges of the Parks",
    "type": "Presidential Document", "subtype": "Executive Order", "signing_date": "2026-03-03",
    "publication_date": "2026-03-06", "citation": "91 FR 901", "correction_of": None,
}  # fmt: skip


class Register(ThreadingHTTPServer):
    """A server that gives the answers that it is told to give, in turn, the last one for ever."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.answers: dict[str, list[Callable[[Handler], None]]] = {}
        self.address = f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str, *answers: Callable[[Handler], None]) -> None:
        self.answers[path] = list(answers)

    def publish(self, **fields: object) -> None:
        """The documents endpoint, the record and the XML of ``RECORD``, with some ``fields`` changed."""
        record = RECORD | {"full_text_xml_url": f"{self.address}/full.xml"} | fields
        self.answer("/documents.json", say({"count": 1, "results": [record]}))
        self.answer("/documents/2026-04001.json", say(record))
        self.answer("/full.xml", say(XML))


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the answer that its path has."""

    server: Register

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        answers = self.server.answers.get(urlsplit(self.path).path)
        if not answers:
            return say({"message": "not found"}, 404)(self)
        return (answers.pop(0) if len(answers) > 1 else answers[0])(self)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not printed."""


def say(content: object, status: int = 200, **headers: str) -> Callable[[Handler], None]:
    """An answer with a body: bytes, or what JSON writes of anything else."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in {
            "Content-Length": str(len(body)),
            **{n.replace("_", "-"): v for n, v in headers.items()},
        }.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def hang(handler: Handler) -> None:
    """No answer within any client's patience."""
    time.sleep(5)


def drip(handler: Handler) -> None:
    """One byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_headers(handler: Handler) -> None:
    """A header now and then, and no end of them."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    with suppress(OSError):  # the client has given up
        for number in range(90):
            handler.wfile.write(f"X-{number}: 1\r\n".encode())
            handler.wfile.flush()
            time.sleep(0.05)


def drop(handler: Handler) -> None:
    """The connection ends without a word."""
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def register() -> Iterator[Register]:
    """The server, on a free port of 127.0.0.1, with the sample order published."""
    with Register() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        server.publish()
        yield server
        server.shutdown()


@pytest.fixture
def waited() -> list[float]:
    """The pauses that the client made; none of them is really waited for."""
    return []


def ask(register: Register, waited: list[float], wanted: Reference | None = None, **limits: float) -> Published:
    bounds = Limits(**{"silence": 60, "whole": 120} | limits, sleep=waited.append)
    return fetch(wanted or Reference(order=15001), bounds, {BASE_VARIABLE: register.address})


def refused(register: Register, waited: list[float], **limits: float) -> Problem:
    with pytest.raises(ProblemsFound) as found:
        ask(register, waited, **limits)
    (problem,) = found.value.problems
    assert problem.file == "Executive Order 15001" and problem.fix
    return problem


@pytest.mark.parametrize("wanted", [Reference(order=15001), Reference(document="2026-04001")])
def test_a_document_comes_with_its_text_and_its_record(register: Register, waited: list[float], wanted: Reference):
    published = ask(register, waited, wanted)
    assert published.xml == XML
    assert published.metadata == {
        "number": 15001, "title": "Mending the Bridges of the Parks", "signed": date(2026, 3, 3),
        "published": date(2026, 3, 6), "citation": "91 FR 901", "document": "2026-04001", "kind": "executive order",
        "official_url": "https://www.federalregister.gov/d/2026-04001",
    }  # fmt: skip
    assert waited == []


def test_an_order_is_asked_for_by_the_conditions_of_the_api(register: Register, waited: list[float]):
    ask(register, waited)
    query = parse_qs(urlsplit(register.asked[0]).query)
    assert query["conditions[executive_order_numbers][]"] == ["15001"]
    assert query["conditions[presidential_document_type][]"] == ["executive_order"]
    assert {"full_text_xml_url", "signing_date", "citation"} <= set(query["fields[]"])


def test_only_the_order_with_that_number_counts_and_a_correction_comes_last(register: Register, waited: list[float]):
    url = f"{register.address}/full.xml"
    others = [
        RECORD | {"executive_order_number": "15002", "document_number": "2026-04002", "full_text_xml_url": url},
        RECORD | {"correction_of": "2026-04001", "document_number": "C1-2026-04001", "full_text_xml_url": url},
        RECORD | {"executive_order_number": 15001, "full_text_xml_url": url},
    ]
    register.answer("/documents.json", say({"results": others}))
    assert ask(register, waited).metadata["document"] == "2026-04001"
    register.answer("/documents.json", say({"results": others[:1]}))
    assert "no such order" in refused(register, waited).message


# What is no answer of the documents endpoint, though its status is 200.
NO_LISTS = (
    {}, {"message": "Internal Server Error"}, {"errors": {"per_page": "is wrong"}}, {"count": 3}, {"results": None}, {"count": None},
    {"count": 5, "results": []}, {"count": 0, "results": {}}, {"status": 500, "results": "none"}, {"errors": ["x"], "results": []},
)  # fmt: skip


def test_an_answer_without_a_record_is_no_record(register: Register, waited: list[float]):
    register.answer("/documents/2026-04001.json", say({"message": "Internal Server Error"}))
    with pytest.raises(ProblemsFound) as found:
        ask(register, waited, Reference(document="2026-04001"))
    assert "not what the Register sends" in found.value.problems[0].message


def test_an_order_that_is_not_there(register: Register, waited: list[float]):
    register.answer("/documents.json", say({"count": 0}))
    assert "no such order" in refused(register, waited).message
    for body in NO_LISTS:
        register.answer("/documents.json", say(body))
        assert "not what the Register sends" in refused(register, waited).message, body
    register.answer("/documents.json", say({"errors": "x"}, 404))
    assert "no such document" in refused(register, waited).message and waited == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"full_text_xml_url": None}, "no full text"),
        ({"full_text_xml_url": "file:///etc/passwd"}, "no full text"),
        ({"full_text_xml_url": "http://example.org/full.xml"}, "no full text"),
        ({"type": "Rule"}, "no presidential document"),
    ],
)
def test_a_record_that_leads_to_no_order(register: Register, waited: list[float], fields: dict, message: str):
    register.publish(**fields)
    with pytest.raises(ProblemsFound) as found:
        ask(register, waited, Reference(document="2026-04001"))
    assert message in found.value.problems[0].message


@pytest.mark.parametrize("content", [b"<html>Request Access</html>", b"[]", b"", b"{", b"[" * 100_000, b"\xff"])
def test_an_answer_that_is_not_json(register: Register, waited: list[float], content: bytes):
    register.answer("/documents.json", say(content))
    assert "not what the Register sends" in refused(register, waited).message


def test_a_text_that_is_not_xml(register: Register, waited: list[float]):
    register.answer("/full.xml", say(b"<html><body>Request Access: please tick the box</body></html>"))
    problem = refused(register, waited)
    assert "not what the Register sends" in problem.message and problem.found == "Request Access: please tick the box"


def test_strange_fields_of_a_record_are_left_out(register: Register, waited: list[float]):
    register.publish(signing_date="soon", citation="<b>", document_number="../x", publication_date=7, title=["a"])
    assert ask(register, waited).metadata == {"number": 15001, "title": "['a']", "kind": "executive order"}


@pytest.mark.parametrize(
    ("header", "pauses"),
    [
        ("7", [7.0]),
        ("0", [0.0]),
        (None, [1.0]),
        ("soon", [1.0]),
        ("Mon, 02 Mar 2026 10:00:00 GMT", [0.0]),
        ("\u00b2", [1.0]),
        ("-5", [1.0]),
        ("1e9", [1.0]),
        ("", [1.0]),
        ("Mon, 02 Mar 99999 10:00:00 GMT", [1.0]),
        ("Mon, 32 Foo 2026 99:99:99 GMT", [1.0]),
        ("Fri, 01 Jan 0001 00:00:00 +2359", [0.0]),
    ],
)
def test_a_server_that_asks_to_slow_down_is_waited_for(
    register: Register, waited: list[float], header: str | None, pauses: list[float]
):
    headers = {"Retry_After": header} if header else {}
    register.answer("/full.xml", say(b"", 429, **headers), say(XML))
    assert ask(register, waited).xml == XML and waited == pauses


def test_a_server_that_asks_for_more_than_we_wait_is_believed(register: Register, waited: list[float]):
    until = (datetime.now(UTC) + timedelta(hours=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    for header in ("3600", "9" * 400, "9" * 5000, until, "Fri, 31 Dec 9999 23:59:59 GMT"):
        register.answer("/documents.json", say(b"", 429, Retry_After=header))
        problem = refused(register, waited)
        assert "slow down" in problem.message and "seconds" in problem.fix and len(problem.fix) < 100
    assert waited == []


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_in_trouble_is_asked_again(register: Register, waited: list[float], status: int):
    register.answer("/full.xml", say(b"", status), say(b"", status), say(XML))
    assert ask(register, waited).xml == XML and waited == [1.0, 2.0]
    register.answer("/full.xml", say(b"", status))
    problem = refused(register, waited)
    assert problem.found.startswith(f"status {status}") and waited[2:] == [1.0, 2.0, 4.0]


@pytest.mark.parametrize("status", [400, 401, 403, 410])
def test_a_refusal_is_not_repeated(register: Register, waited: list[float], status: int):
    register.answer("/documents.json", say(b"", status))
    assert "refuses" in refused(register, waited).message and len(register.asked) == 1


def test_a_body_that_was_cut_off_is_asked_for_again(register: Register, waited: list[float]):
    register.answer("/full.xml", say(XML[:100], Content_Length=str(len(XML))), say(XML))
    assert ask(register, waited).xml == XML and waited == [1.0]
    register.answer("/full.xml", say(XML[:100], Content_Length=str(len(XML))))
    problem = refused(register, waited)
    assert "cut off" in problem.message and problem.found == f"100 of {len(XML):,} bytes"


def test_too_large_an_answer_is_refused_before_it_is_read(register: Register, waited: list[float]):
    register.answer("/full.xml", say(XML, Content_Length="9999999999"))
    assert "too large" in refused(register, waited).message
    register.answer(
        "/full.xml", lambda handler: [handler.send_response(200), handler.end_headers(), handler.wfile.write(XML * 9)]
    )
    assert "too large" in refused(register, waited, largest=2000).message and waited == []


@pytest.mark.parametrize("length", ["\u00b2", "9" * 5000, "-1", "many"])
def test_a_strange_length_is_no_traceback(register: Register, waited: list[float], length: str):
    register.answer("/full.xml", say(XML, Content_Length=length))
    with suppress(ProblemsFound):
        assert ask(register, waited).xml == XML


@pytest.mark.parametrize(
    ("trouble", "message"),
    [(hang, "too slow"), (drip, "too slow"), (drip_headers, "too slow"), (drop, "cannot be reached")],
)
def test_a_server_that_hangs_drips_or_drops(register: Register, waited: list[float], trouble: Callable, message: str):
    register.answer("/full.xml", trouble, say(XML))
    patience = {"silence": 1.0, "whole": 1.5}
    assert ask(register, waited, **patience).xml == XML and waited == [1.0]
    register.answer("/full.xml", trouble)
    assert message in refused(register, waited, attempts=2, **patience).message and len(waited) == 2


NO_ADDRESSES = (
    "http://[::1",
    "https://[",
    "http://127.0.0.1:port/",
    "https://" + "a" * 64 + ".example/",
    "http://[v1.x]/",
)


def test_a_redirect_is_followed_to_a_safe_address_only(register: Register, waited: list[float]):
    register.answer("/full.xml", say(b"", 302, Location="/moved.xml"))
    register.answer("/moved.xml", say(XML))
    assert ask(register, waited).xml == XML
    for address in ("http://example.org/x", "file:///etc/passwd", "ftp://example.org/x", "https://", *NO_ADDRESSES):
        register.answer("/full.xml", say(b"", 301, Location=address))
        assert refused(register, waited).message, address
    register.answer("/full.xml", say(b"", 302, Location="/full.xml"))
    assert refused(register, waited).message


def test_no_server_and_no_name_are_clear(waited: list[float]):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    bounds = Limits(silence=0.3, sleep=waited.append)
    with pytest.raises(DownloadError, match="cannot be reached"):
        download(f"http://127.0.0.1:{port}/", "*/*", bounds)
    assert waited == [1.0, 2.0, 4.0]
    with pytest.raises(DownloadError, match="no network") as found:
        download("https://register.invalid/", "*/*", bounds)
    assert "file that you saved" in found.value.fix and len(waited) == 3


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://www.federalregister.gov/x", True), ("http://127.0.0.1:1/", True), ("http://[::1]/", True), ("http://localhost/", True),
        ("http://www.federalregister.gov/x", False), ("file:///x", False), ("https://", False), ("", False), ("http://127.0.0.1.example.org", False),
        ("http://[", False),
    ],
)  # fmt: skip
def test_safe_addresses(address: str, safe: bool):
    assert is_safe(address) is safe


def test_an_unsafe_base_address_is_a_problem():
    with pytest.raises(ProblemsFound) as found:
        fetch(Reference(order=15001), None, {BASE_VARIABLE: "http://example.org/api"})
    assert found.value.problems[0].file == BASE_VARIABLE


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("14409", Reference(order=14409)), ("EO 14409", Reference(order=14409)), ("eo-14409", Reference(order=14409)),
        ("Executive Order 14409", Reference(order=14409)), ("Executive Order No. 9066", Reference(order=9066)),
        ("2026-11415", Reference(document="2026-11415")), ("e9-1719", Reference(document="E9-1719")),
        ("94-1234", Reference(document="94-1234")), ("C1-2026-11415", Reference(document="C1-2026-11415")),
        ("https://www.federalregister.gov/d/2026-11415", Reference(document="2026-11415")),
        ("https://www.federalregister.gov/documents/2026/06/05/2026-11415/some-title?x=1", Reference(document="2026-11415")),
        ("144", None), ("144099", None), ("order.md", None), ("2026-06-02", None), ("https://example.org/d/2026-11415", None), ("", None),
        ("https://www.federalregister.gov/d/../../etc", None),
    ],
)  # fmt: skip
def test_what_names_a_document(words: str, wanted: Reference | None):
    assert reference(words) == wanted


def test_import_by_number_makes_the_order_with_its_record(register: Register, tracker: Run, tmp_path: Path):
    (tmp_path / "source").mkdir()
    done = tracker("import", "15001", cwd=tmp_path, **{BASE_VARIABLE: register.address})
    assert (done.returncode, done.stderr) == (0, "")
    text = (tmp_path / "source/eo-15001/order.md").read_text("utf-8")
    front = text.split("\n---\n")[0]
    for line in ("number: 15001", "signed: 2026-03-03", "published: 2026-03-06", "citation: 91 FR 901", "document: 2026-04001",
                 "official_url: https://www.federalregister.gov/d/2026-04001", "text: official"):  # fmt: skip
        assert line in front.splitlines()


def test_an_answer_about_another_order_is_refused(register: Register, tracker: Run, tmp_path: Path):
    (tmp_path / "source").mkdir()
    register.answer("/full.xml", say(XML.replace(b"15001", b"15002")))
    done = tracker("import", "15001", cwd=tmp_path, **{BASE_VARIABLE: register.address})
    assert done.returncode == 1 and "another order’s" in done.stderr
    assert not list((tmp_path / "source").iterdir())
