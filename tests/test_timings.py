"""What a build says of the time of its stages, and what it keeps so that it need not be made again."""

from __future__ import annotations

import re
from pathlib import Path

import page_samples
import pytest

from extractor.project import Project
from extractor.publish.calendars import drawn, qr
from extractor.publish.calendars.drawn import KEPT, Drawn
from extractor.publish.outputs import outputs
from extractor.publish.timings import Timings, untimed

PROJECT = Project(Path("nowhere"), page_samples.SampleSettings.site_url)
ADDRESS = "webcal://tracker.example/site/calendars/all.ics"


def test_each_kind_of_output_is_a_stage_with_its_number():
    watch = Timings()
    files = outputs(page_samples.tracked_orders(), PROJECT, timed=watch.of)
    counts = {stage: count for stage, _, count in watch.rows}
    assert set(counts) == {"start", "data", "pages", "calendars", "feeds", "schemas"}
    assert sum(count or 0 for count in counts.values()) == len(files)
    assert files == outputs(page_samples.tracked_orders(), PROJECT, timed=untimed)


def test_a_stage_within_another_is_counted_once(monkeypatch: pytest.MonkeyPatch):
    times = iter((1.0, 2.0, 3.0, 5.0, 9.0, 10.0))
    monkeypatch.setattr("extractor.publish.timings._seconds", lambda: next(times))
    watch = Timings()
    assert watch.of("outer", lambda: watch.of("inner", lambda: "abc")) == "abc"
    assert watch.rows == [("start", 1.0, None), ("inner", 2.0, 3), ("outer", 5.0, 3)]
    lines = watch.lines()
    assert lines[-2:] == ("   2.00 s  the rest", "  10.00 s  all")
    assert all(re.fullmatch(r" *[\d.]+ s  [a-z ]+(  [\d,]+)?", line) for line in lines)


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were drawn, and not taken from what is kept."""
    found: list[str] = []
    draw = qr.picture
    monkeypatch.setattr(drawn.qr, "picture", lambda address: found.append(address) or draw(address))
    return found


def test_a_picture_is_drawn_once(tmp_path: Path, drawings: list[str]):
    for _ in range(3):
        pictures = Drawn(tmp_path)
        assert b"<svg" in pictures.of(ADDRESS)
        pictures.keep()
    assert drawings == [ADDRESS]
    other = Drawn(tmp_path)
    assert other.of(ADDRESS + "?") != pictures.of(ADDRESS)
    other.keep()
    assert ADDRESS + "?" in (tmp_path / KEPT).read_text() and f'"{ADDRESS}"' not in (tmp_path / KEPT).read_text()


@pytest.mark.parametrize("change", ["damaged", "another program", "ci", "another form"])
def test_a_picture_that_cannot_be_trusted_is_drawn_anew(
    tmp_path: Path, drawings: list[str], monkeypatch: pytest.MonkeyPatch, change: str
):
    pictures = Drawn(tmp_path)
    before = pictures.of(ADDRESS)
    pictures.keep()
    if change == "damaged":
        (tmp_path / KEPT).write_bytes((tmp_path / KEPT).read_bytes().replace(b"#fff", b"#ffe"))
    elif change == "another program":
        monkeypatch.setattr(drawn, "version", lambda package: "0.0")
    elif change == "another form":
        drawn.kept.keep(tmp_path / KEPT, b"[]")
    else:
        monkeypatch.setenv("CI", "true")
    assert Drawn(tmp_path).of(ADDRESS) == before
    assert drawings == [ADDRESS, ADDRESS]
