"""Orders on file that act on one another: claims until somebody enters them, warnings with the lines to enter, caveats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import day, obligation, order, progress, reading, relative

from extractor.acted_on import claims, in_words, over
from extractor.cli import main
from extractor.model import Claim, Reading, Relation, Span, Standing, TrackedOrder
from extractor.project import Project
from extractor.publish.facets import marks
from extractor.publish.outputs import outputs
from extractor.publish.standings import SAID_TO_BE_OVER
from extractor.publish.view import Duty, duties
from extractor.track import overdue_wording, track

WORDS = "Executive Order 14999 is revoked"


def act(kind: str = "revokes", part: str | None = None, number: int = 14999, citation: str = "4") -> Relation:
    return Relation(kind, number, part, citation, WORDS, Span(0, len(WORDS)))


def acting(*relations: Relation, signed: str = "2026-07-01", **fields: object) -> Reading:
    later = order("eo-15000", number=15000, signed=day(signed), **fields)
    return replace(reading(obligation("1", order="eo-15000"), of=later), relations=relations)


def acted_on(**fields: object) -> Reading:
    return reading(
        obligation("2-a", relative(30)),
        obligation("3-a", relative(30)),
        obligation("30", relative(60)),
        of=order(**fields),
    )


CLAIMED = [
    (act(), {}, ["revokes"]),
    (act("amends"), {}, ["amends"]),
    (act("supersedes"), {}, ["supersedes"]),
    (act("suspends", "section 3"), {}, ["suspends"]),
    (act("cites"), {}, []),
    (act("implements"), {}, []),
    (act(number=14888), {}, []),
    (act(), {"status": "revoked", "status_date": day("2026-07-01")}, []),
    (act(), {"status": "revoked", "status_date": day("2026-06-20")}, []),  # by an earlier one
    (act(), {"status": "in force", "status_date": day("2026-08-01")}, []),  # somebody looked, and says otherwise
    (act(), {"status": "in force", "status_date": day("2026-06-30")}, ["revokes"]),  # looked before it was made
    (act(), {"status": "amended", "status_date": day("2026-06-20")}, ["revokes"]),
    (act(), {"kind": "proclamation"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("relation", "fields", "expected"), CLAIMED)
def test_what_nobody_has_entered_is_a_claim(relation: Relation, fields: dict[str, object], expected: list[str]):
    found = claims((acted_on(**fields), acting(relation)))
    assert [each.relation.kind for each in found.get("eo-14999", ())] == expected
    assert found.keys() <= {"eo-14999"}


def test_an_order_acts_on_no_claim_of_its_own_and_says_it_once():
    alone = replace(acted_on(), relations=(act(),))
    assert claims((alone,)) == {}
    assert len(claims((acted_on(), acting(act(), act())))["eo-14999"]) == 1
    both_ = claims((acted_on(), acting(act("amends"), act(), act("amends", "section 3"))))["eo-14999"]
    assert [each.relation.kind for each in both_] == ["revokes"]


def test_the_day_of_an_act_is_that_on_which_it_takes_effect():
    status = {"status": "in force", "status_date": day("2026-07-10")}
    assert claims((acted_on(**status), acting(act()))) == {}
    assert claims((acted_on(**status), acting(act(), effective=day("2026-08-01")))).keys() == {"eo-14999"}


PARTS = [
    (None, ["2-a", "3-a", "30"]),
    ("section 3", ["3-a"]),
    ("sections 2 and 30", ["2-a", "30"]),
    ("section 3(a)", ["3-a"]),
    ("section 3(b)", []),
    ("the preamble", []),
]


@pytest.mark.parametrize(("part", "expected"), PARTS)
def test_a_part_holds_its_own_duties(part: str | None, expected: list[str]):
    (claim,) = claims((acted_on(), acting(act(part=part))))["eo-14999"]
    assert [each.key for each in acted_on().obligations if over((claim,), each)] == expected


def test_amending_ends_no_duty():
    found = claims((acted_on(), acting(act("amends"))))["eo-14999"]
    assert over(found, acted_on().obligations[0]) is None


def test_in_words():
    later = acting(act()).order
    assert in_words(Claim(later, act())) == "EO 15000, sec. 4, says that it revokes this order"
    assert (
        in_words(Claim(later, act("amends", "section 3", citation="p2")))
        == "EO 15000, para. 2, says that it amends section 3 of this order"
    )


# What is published


def both(relation: Relation, as_of: str = "2026-07-10") -> tuple[TrackedOrder, ...]:
    read = (acted_on(), acting(relation))
    said = claims(read)
    return tuple(
        replace(
            track(each, progress() if each.order.number == 14999 else progress(None), day(as_of)),
            claims=said.get(each.order.id, ()),
        )
        for each in read
    )


def test_what_is_said_to_be_over_is_counted_apart_from_past_due():
    found, _ = both(act(part="section 3"))
    late, said, later = duties((found,))
    assert (late.standing, said.standing, later.standing) == (Standing.OVERDUE, Standing.OVERDUE, Standing.UPCOMING)
    assert late.shown is not SAID_TO_BE_OVER and said.shown is SAID_TO_BE_OVER
    assert marks(late)["standing"].split()[0] == "overdue" and marks(said)["standing"] == "overdue-said-over"
    assert overdue_wording(found, date(2026, 7, 2), said.obligation) == (
        "past due, unless revoked (EO 15000, sec. 4, says that it revokes section 3 of this order)"
    )
    assert (late.caveat, said.caveat) == (
        "",
        "EO 15000, sec. 4, says that it revokes section 3 of this order; not yet entered",
    )


def test_pages_have_the_caveat_and_both_directions():
    made = {
        file.path: file.content.decode("utf-8", "replace")
        for file in outputs(both(act()), Project(Path("nowhere"), ""))
    }
    caveat = "EO 15000, sec. 4, says that it revokes this order; not yet entered"
    page = made["orders/eo-14999/index.md"]
    assert page.count(f'<span class="caveat">{caveat}</span>') == 3 and f'<div class="caveat">{caveat}.</div>' in page
    assert '<a href="../eo-15000/">EO 15000</a>, <span class="cite">4</span>, revokes this order' in page
    assert '<a href="../eo-14999/">revokes Executive Order 14999</a>' in made["orders/eo-15000/index.md"]
    assert f'<span class="caveat">{caveat}</span>' in made["status/index.md"]
    overview = " ".join(made["index.md"].split())
    assert "Past due, unless revoked" in overview
    done = replace(
        both(act())[0], obligations=tuple(replace(each, standing=Standing.DONE) for each in both(act())[0].obligations)
    )
    assert Duty(done, done.obligations[0]).caveat == ""


ORDER = "---\nid: eo-{0}\nkind: executive order\nnumber: {0}\ntitle: Looms\nsigned: {1}\ntext: official\nofficial_url: https://example.org/{0}\n{2}---\n\n## Sec. 1. Looms.\n\n{3}\n"
FIRST = "(a) Within 30 days of the date of this order, the Archivist of the United States shall number the looms."


def write(folder: Path, status: str = "") -> None:
    last = "(a) Executive Order 15901 of January 5, 2026 (Looms), is hereby revoked."
    for number, signed, fields, words in ((15901, "2026-01-05", status, FIRST), (15902, "2026-03-02", "", last)):
        at = folder / f"source/eo-{number}"
        at.mkdir(parents=True, exist_ok=True)
        (at / "order.md").write_text(ORDER.format(number, signed, fields, words), "utf-8")


def test_check_warns_with_the_lines_to_enter_until_they_are_there(tmp_path: Path):
    write(tmp_path)
    done = CliRunner().invoke(main, ["check", "--project", str(tmp_path)])
    assert (
        "source/eo-15901/order.md: warning: EO 15902, sec. 1(a), says that it revokes this order; not yet entered"
        in done.stdout
    )
    assert (
        "status: revoked, status_date: 2026-03-02, status_by: EO 15902, status_source: https://example.org/15902"
        in done.stdout
    )
    write(tmp_path, "status: revoked\nstatus_date: 2026-03-02\nstatus_source: https://example.org/15902\n")
    done = CliRunner().invoke(main, ["check", "--project", str(tmp_path)])
    assert "says that it revokes" not in done.stdout


def test_import_says_at_once_what_the_order_does_to_one_on_file(tmp_path: Path):
    write(tmp_path)
    text = "Executive Order 15903 of April 1, 2026\n\nSection 1. Looms. Executive Order 15901 of January 5, 2026 (Looms), is hereby revoked. Executive Order 15888 is revoked.\n"
    (tmp_path / "new.txt").write_text(text, "utf-8")
    done = CliRunner().invoke(
        main,
        ["import", str(tmp_path / "new.txt"), "--project", str(tmp_path), "--as", "eo-15903", "--signed", "2026-04-01"],
    )
    assert done.exit_code == 0, done.output
    assert "It revokes Executive Order 15901, which is on file" in done.stderr and "15888" not in done.stderr


def test_accept_says_what_is_to_be_entered_of_the_order(tmp_path: Path):
    write(tmp_path)
    for name, said in (("eo-15901", True), ("eo-15902", False)):
        done = CliRunner().invoke(main, ["accept", name, "--project", str(tmp_path)])
        assert done.exit_code == 0, done.output
        assert ("says that it revokes this order; not yet entered" in done.stderr) is said
