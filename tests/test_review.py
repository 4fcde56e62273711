"""Review marks: each check fires on its sample, stays silent on its counter-sample, and no mark is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from readings import read, written_order
from samples import order
from timing import GROWTH, assert_linear

from extractor.find.duty.review import CHECKS, reviewed
from extractor.find.duty.surroundings import Surroundings
from extractor.find.names.order_names import Names
from extractor.model import Actor, Deadline, Obligation, Span
from extractor.pipeline import read_reading
from extractor.schedule import Undated

LABOR, OMB = "Secretary of Labor", "Director of the Office of Management and Budget"
BY_NAME = {check.name: check for check in CHECKS}


@dataclass(frozen=True)
class Sample:
    """A sentence with its obligation: ``a | b`` parts what stands before the action from the action.

    ``lead`` and ``time`` are what was read: names parted by semicolons, and the deadline's words with its kind.
    """

    sentence: str
    lead: str = LABOR
    time: str = ""
    kind: str = "none"
    modal: str = "shall"
    rules: tuple[str, ...] = ()
    before: str = ""  # the order's text above the sentence
    names: Names = field(default_factory=Names)
    inherited: bool = False
    citation: str = "2"

    def duty(self) -> Obligation:
        front, _, action = self.sentence.partition("| ")
        start, quote = len(self.before), front + action
        span = Span(start, start + len(quote))
        begins = start + quote.index(self.time) if self.time else 0
        place = Span(begins, begins + len(self.time)) if self.time else None
        actors = tuple(Actor(name.strip()) for name in self.lead.split(";") if name.strip())
        deadline = Deadline(self.kind, inherited=self.inherited, quote=self.time or None, span=place)
        acts = Span(start + len(front), start + len(quote) - 1)
        return Obligation(
            "", "", "", self.citation, "duty", self.modal, actors, (), (), action[:-1], acts, deadline, quote, span, self.rules
        )  # fmt: skip

    def doubted(self, name: str) -> bool:
        duty = self.duty()
        return BY_NAME[name].doubts(duty, Surroundings(duty, self.before + duty.quote, self.names, (duty,)))


S = Sample
FORTY = "ask makers of paint to show their papers"  # 40 code points: with the space, one too many
PADDING = "A line about paint and its makers. " * 120
TWO_BOARDS = Names(shorts={"board": "Seed Board"}, shared={"board": ((1, "Mill Board"), (2, "Seed Board"))})
PAINT = Names(shorts={"board": "Paint Board of the Union"}, acronyms={"PB": "Paint Bureau"})
# check: (samples that it fires on, samples that it leaves alone)
TABLE = {
    "who.nobody": (
        [S("The list shall | be published.", lead="")],
        [S("The Secretary of Labor shall | publish it.")],
    ),
    "who.stranger": (
        [
            S("Through this role, the Manager shall: | act.", lead="this role"),
            S("The Paint Bureau’s authority shall | act.", lead="bureau’s approval authority"),
            S("These officials shall | report.", lead="these officials"),
            S("Each element of the Bureau shall | report.", lead="each element"),
            S("The Paint Initiative shall | report.", lead="Paint Initiative"),
            S("The approach shall | report.", lead="coordinated approach"),
            S("Agencies and the senior designee shall | report.", lead="agencies; senior designee"),
            S("The heads of the respective agencies shall | report.", lead="heads of respective agencies"),
        ],
        [
            S("The Secretary of Labor shall | report."),
            S("Agencies shall | report.", lead="agencies"),
            S("Heads of agencies shall | report.", lead="heads of agencies with paint shops"),
            S("The Paint Council shall | report.", lead="Paint Council"),
            S("The Director of Paint shall | report.", lead="Director of Paint"),
            S("The Environmental Protection Agency shall | report.", lead="Environmental Protection Agency"),
            S("State regulators shall | report.", lead="State regulators"),
            S("The Union shall | report.", lead="Paint Bureau", names=PAINT),
            S("The Initiative shall | report.", lead="White House Initiative on Paint"),
            S("The Union shall | report.", lead="Paint Board of the Union", names=PAINT),
        ],
    ),
    "who.glued": (
        [
            S("In that role the Manager shall | act.", lead="role the Paint Manager"),
            S("The Chair shall | act.", lead="Vice Chair for Supervision of the Vice Chair for Supervision"),
            S("The heads of of bureaus shall | act.", lead="heads of of bureaus"),
            S("The Secretary shall | act.", lead="Secretary of the"),
            S("The head of “applicable agency” shall | act.", lead="heads of “applicable agency"),
            S("The Director shall | act.", lead="Director (Acting"),
            S("Departments and agencies shall | act.", lead="executive departments; agencies"),
            S("The Board shall | act.", lead="Establishment of Paint Board"),
        ],
        [
            S("The Director shall | act.", lead=OMB),
            S("The two shall | act.", lead="Secretary of Labor; Secretary of the Interior"),
            S("The Chair shall | act.", lead="Chair of the Board of Governors of the Federal Reserve System"),
            S("Agencies shall | act.", lead="agencies listed in 31 U.S.C. 901(b)"),
            S("Agencies shall | act.", lead="agencies that own means other than the Federal ones"),
        ],
    ),
    "who.abbreviated": (
        [
            S("The Administrator of the EPA shall | act.", lead="Administrator of the EPA"),
            S("The heads of SSAs shall | act.", lead="heads of SSAs"),
            S("The OMB Director shall | act.", lead="OMB Director"),
        ],
        [S("The FAR Council shall | act.", lead="FAR Council"), S("The Secretary shall | act.")],
    ),
    "who.partners": (
        [S("In coordination with the Chair and other agency heads, the Secretary of Labor shall | act.", lead="heads of other agency heads; Secretary of Labor")],
        [
            S("In coordination with the Chair, the Secretary of Labor shall | act."),
            S("The Secretary of Labor and the Attorney General, in coordination with the Chair, shall | act.", lead="Secretary of Labor; Attorney General"),
        ],
    ),
    "who.far": (
        [S("The Secretary shall | act.", before=f"The Secretary of Labor sits. {PADDING}")],
        [
            S("The Secretary shall | act.", before="The Secretary of Labor sits. "),
            S("The Board shall | act.", before=f"The Paint Board of the Union (Board) sits. {PADDING}", lead="Paint Board of the Union", names=PAINT),
            S("Agencies shall | act.", before=f"Many agencies sit. {PADDING}", lead="agencies"),
        ],
    ),
    "who.pronoun": (
        [
            S("The plan is long, and it shall | end."),
            S("Where they differ, they shall also | say so."),
            S("Each shall | say so."),
        ],
        [S("The Secretary of Labor shall | say that it shall end."), S("An exhibit shall | end.")],
    ),
    "who.which": (
        [
            S("Agencies that buy paint shall | report.", lead="agencies"),
            S("Procuring agencies as defined by law shall | report.", lead="procuring agencies"),
        ],
        [
            S("Agencies that buy paint shall | report.", lead="agencies that buy paint"),
            S("Agencies shall | report that they buy paint.", lead="agencies"),
        ],
    ),
    "who.bare": (
        [
            S("The Chair shall | act.", lead="Chair"),
            S("The Advisory Committee shall | act.", lead="Advisory Committee"),
        ],
        [
            S("The Chair shall | act.", lead="Chair of the Paint Board"),
            S("The Advisory Committee shall | act.", lead="Advisory Committee on Paint"),
            S("The Secretary of Labor shall | ask the Chair."),
        ],
    ),
    "who.back": (
        [
            S("These agencies shall | report.", lead="agencies"),
            S("In particular, the following agencies shall | report.", lead="agencies"),
        ],
        [
            S("These agencies shall | report.", lead="paint agencies"),
            S("Agencies shall | report to these agencies.", lead="agencies"),
        ],
    ),
    "who.agent": (
        [S("The list shall | be kept after talks by the Secretary of Labor.", rules=("modal.shall", "actor.by-agent"))],
        [
            S("The list shall | be kept by the Secretary of Labor.", rules=("modal.shall", "actor.by-agent")),
            S("The list shall | be kept solely by the Secretary of Labor.", rules=("modal.shall", "actor.by-agent")),
            S("The Secretary of Labor shall | be heard after talks by the Chair.", rules=("modal.shall",)),
        ],
    ),
    "who.shared": (
        [S("The Board shall | act.", before=PADDING, names=TWO_BOARDS, lead="Mill Board")],
        [
            S("The Board shall | act.", names=TWO_BOARDS, lead="Mill Board"),  # the second is defined further on
            S("The Secretary shall | act.", before=PADDING, names=TWO_BOARDS, lead=LABOR),
            S("The Board shall | act.", before=PADDING, names=Names(shorts={"board": "Mill Board"}), lead="Mill Board"),
        ],
    ),
    "who.several": (
        [
            S("The Secretary shall | act.", before="The Secretary of the Navy met the Secretary of Labor. "),
            S("In that case, the Secretary shall | act.", before=f"The Secretary of Labor met us. {PADDING}"),
        ],
        [
            S("The Secretary shall | act.", before="The Secretary of Labor met us. "),
            S("The Secretary shall | act.", before="The Secretary of the Navy met the Secretary of Labor. ", names=Names(shorts={"secretary": LABOR})),
            S("The Secretary of Labor shall | act.", before="The Secretary of the Navy met us. "),
            S("The Chair, asked by the Secretary, shall | act.", before="The Secretary of the Navy met the Secretary of Labor. ", lead="Chair"),
        ],
    ),
    "what.place": (
        [
            S("The Chair shall | act.", citation=cited)
            for cited in ("4(a)(ii)(ii)", "4(k)(i)(D)(vi)(1)", "4(ii)(B)", "2(a)(b)", "2(a)(i)(A)(B)", "3(1)(2)")
        ],
        [
            S("The Chair shall | act.", citation=cited)
            for cited in ("4.1(a)(i)(A)(1)", "2(c)(ii)", "2(i)(ii)", "2(h)(v)", "2(i)", "2(a)(1)(i)", "p2", "4", "2(a)(i)(A)(I)")
        ],
    ),
    "what.breaks-off": (
        [
            S("Agencies shall | submit reports as follows:", lead="agencies"),
            S("Agencies shall | list the paints and the."),
            S("Agencies shall | list paints that are."),
            S("Agencies shall | list paints so that makers would be able."),
            S("Agencies shall | consider."),
            S("Agencies shall | Update, as appropriate."),
            S("Agencies shall | list paints that were."),
        ],
        [
            S("Agencies shall | list the paints for all."),
            S("Agencies shall | update, as appropriate, the list."),
            S("Agencies shall | report."),
            S("Agencies shall | list the paints as appropriate."),
            S("Agencies shall | list the paints of subsection (a)."),
            S("Agencies shall | move on."),
        ],
    ),
    "what.no-verb": (
        [
            S("Agencies shall, | as determined by the Chair, publish it."),
            S("Agencies shall | informed by the data, publish it."),
            S("Agencies shall, as needed, | commercial paints buy."),
            S("Agencies shall in places | tint walls."),
            S("Agencies shall, without harm to health, | wellness, and safety."),
            S("Agencies shall | in time publish it."),
            S("Agencies shall | “ensure it."),
        ],
        [
            S("Agencies shall | publish it."),
            S("Agencies shall | be heard."),
            S("Agencies shall | decarbonize it."),
            S("Agencies shall | outbid others."),
            S("Agencies shall, as needed, | outbid others."),
        ],
    ),
    "what.is": (
        [
            S("The Board shall | have seven seats.", lead="Paint Board"),
            S("The Board shall | consist of painters.", lead="Paint Board"),
            S("The painter shall | serve as a member."),
            S("The Board shall | terminate on May 1, 2031.", lead="Paint Board"),
            S("The Board shall | be a part of the Bureau.", lead="Paint Board"),
        ],
        [
            S("The Secretary shall | have the responsibility for paint."),
            S("The Secretary shall | terminate the contracts."),
            S("The Secretary shall | serve notice."),
            S("The Secretary shall | serve as an adviser."),
            S("The Secretary shall | be available to painters."),
            S("The Secretary shall | be responsible for paint."),
            S("The list shall | be published."),
            S("The list shall | be sent."),
        ],
    ),
    "what.embedded": (
        [
            S("The rules that the Secretary of Labor shall | issue are long."),
            S("The plan says how agencies shall | report.", lead="agencies"),
            S("It matters whether the Chair shall | report."),
        ],
        [
            S("After a plan that is long, the Secretary of Labor shall | act."),
            S("Agencies that buy paint shall | report.", lead="agencies that buy paint"),
            S("Agencies shall review rules that are old and shall | report.", lead="agencies"),
            S("The Secretary of Labor shall | say how agencies report."),
            S("That plan shall | be made by the Chair.", lead="Chair"),
        ],
    ),
    "what.permitted": ([S("The Chair may | act.", modal="may")], [S("The Chair shall | act.")]),
    "what.unclosed": (
        [S("The Chair shall | act on “paint."), S("The Chair (or designee shall | act.")],
        [S("The Chair (or designee) shall | act on “paint”.")],
    ),
    "what.read-past": (
        [S("The Chair shall | act.", rules=("subject.tolerant",)), S("The Chair shall | act.", rules=("predicate.tolerant",))],
        [S("The Chair shall | act.", rules=("subject.names",))],
    ),
    "when.event": (
        [
            S("Once the list is out, the Secretary of Labor shall | act."),
            S("After the sale is made, the Secretary of Labor shall | act."),
            S("In 2031, the Secretary of Labor shall | act."),
            S("By March 1, the Secretary of Labor shall | act."),
            S("Each fiscal year, the Secretary of Labor shall | act."),
            S("No less often than twice, the Secretary of Labor shall | act."),
        ],
        [
            S("Once the list is out, the Secretary of Labor shall | act.", time="Once the list is out", kind="event"),
            S("When buying paint, the Secretary of Labor shall | act."),
            S("In addition, the Secretary of Labor shall | act."),
            S("Each agency shall | act.", lead="agencies"),
            S("By virtue of law, the Secretary of Labor shall | act."),
        ],
    ),
    "when.unused": (
        [
            S("The Secretary of Labor shall | see that paint is dry within 30 days."),
            S("The Secretary of Labor shall | submit an annual report."),
            S("The Secretary of Labor shall | sell it by October 2031."),
            S("The Secretary of Labor shall | take immediate steps."),
            S("The Secretary of Labor shall | see it dry prior to the completion of the wall."),
        ],
        [
            S("The Secretary of Labor shall | see it dry within 30 days.", time="within 30 days", kind="relative"),
            S("The Secretary of Labor shall | work within the means of the Department."),
            S("The Secretary of Labor shall | join the annual meeting."),
            S("The Secretary of Labor shall | act by sale."),
        ],
    ),
    "when.behind": (
        [
            S("The Secretary of Labor shall | ask makers of paint to go on with their reporting annually.", time="annually", kind="recurring"),
            S(f"The Secretary of Labor shall | {FORTY} annually.", time="annually", kind="recurring"),
        ],
        [
            S(f"The Secretary of Labor shall | {FORTY[1:]} annually.", time="annually", kind="recurring"),
            S("The Secretary of Labor shall | report annually.", time="annually", kind="recurring"),
            S("The Secretary of Labor shall | ask makers of paint to go on with their reporting within 30 days.", time="within 30 days", kind="relative"),
            S("The Secretary of Labor shall | ask makers of paint to go on with their reporting annually.", time="annually", kind="recurring", inherited=True),
            S("By May 1, 2031, the Secretary of Labor shall | act.", time="By May 1, 2031", kind="fixed"),
        ],
    ),
    "when.object": (
        [S("Agencies shall | require that staff be trained within 2 years.", time="within 2 years", kind="relative", lead="agencies")],
        [
            S("Agencies shall | train staff within 2 years.", time="within 2 years", kind="relative", lead="agencies"),
            S("Within 2 years, agencies shall | require that staff be trained.", time="Within 2 years", kind="relative", lead="agencies"),
        ],
    ),
    "when.long": (
        [
            S("Upon sale, and in coordination with others, agencies shall | act.", time="Upon sale, and in coordination with others", kind="event", lead="agencies"),
            S(f"Upon sale of {'paint ' * 40}agencies shall | act.", time=f"Upon sale of {'paint ' * 40}", kind="event", lead="agencies"),
        ],
        [S("Upon sale of the paint, agencies shall | act.", time="Upon sale of the paint", kind="event", lead="agencies")],
    ),
}  # fmt: skip
FIRES = [(name, sample) for name, (fires, _) in TABLE.items() for sample in fires]
SILENT = [(name, sample) for name, (_, silent) in TABLE.items() for sample in silent]


@pytest.mark.parametrize(("name", "sample"), FIRES, ids=lambda value: getattr(value, "sentence", value))
def test_a_check_fires_on_its_sample(name: str, sample: Sample):
    assert sample.doubted(name)


@pytest.mark.parametrize(("name", "sample"), SILENT, ids=lambda value: getattr(value, "sentence", value))
def test_a_check_leaves_its_counter_sample_alone(name: str, sample: Sample):
    assert not sample.doubted(name)


# check: the sentences that it fires on with each of the words, and what else the samples of it need
WORDS = {
    "who.partners": (
        S("{} with the Chair and other agency heads, the Secretary of Labor shall | act.", lead=f"heads of other agency heads; {LABOR}"),
        "in consultation/in coordination/in collaboration/in cooperation/in conjunction/in partnership/jointly/together/along/consulting/consultation/coordinating/coordination",
    ),
    "who.glued": (S("The Board shall | act.", lead="{}"),
        "paint the Board/board board of paint/Paint: Board/Board of/Board the/Board and/Board for/Board to/Board on/Board or/Board in"
        "/Creation of Board/Termination of Board/Membership of Board/Duties of Board/Function of Board/Functions of Board/Board )/Board on the 21/agencies whose action/Secretary of each agencies",
    ),
    "who.pronoun": (S("{} shall | end."), "It/They/He/She/Each/On sale it/On sale, they further/On sale, she also"),
    "who.which": (
        S("Agencies {} shall | report.", lead="agencies"),
        "that buy/which buy/who buy/whose staff buys/with paint/having paint/responsible for paint/as defined by law/subject to it/under him/(with walls) that buy",
    ),
    "who.which ": (S("{} that buy paint shall | report.", lead="{}"), "agencies/officials/departments/employees"),
    "who.back": (
        S("{} shall | report.", lead="agencies"),
        "These agencies/Such agencies/Those agencies/The following agencies/The foregoing agencies/Each such agency/These heads/These officials/These departments/These offices/These entities/These large old agencies/Then, these agencies",
    ),
    "who.stranger": (
        S("It shall | act.", lead="{}"),
        "these Directors/those Directors/such Directors/said Director/following Directors/each Director/any Director/every Director/all Directors/a Director/an Administrator/my Director/respective Directors/foregoing Directors/aforementioned Directors/above Directors/below Directors",
    ),
    "who.bare": (
        S("It shall | act.", lead="{}"),
        "Chair/Chairs/Chairman/Chairperson/Vice Chair/Co-Chairs/Director/Executive Director/Administrator/Committee/Council/Commission/Board/Steering Committee/Interagency Working Group/Task Force/Directorate/Panel/Bureau/Center/Office/Official/working groups",
    ),
    "who.several": (S("The {} shall | act.", lead="{} of Labor", before="The {} of Labor met the {} of Paint. "), "Secretary/Director/Administrator/Commissioner/Under Secretary"),
    "who.several ": (S("The {} shall | act."), "Secretaries/Directors/Administrators/Chairs/Co-Chairs"),
    "what.embedded": (S("It says {} the Chair shall | report."), "that/how/whether/what/why/unless/until/if"),
    "what.permitted": (S("The Chair {} | act.", modal="{}"), "may/should/can/could/is authorized to/is encouraged to"),
    "what.is": (
        S("The Board shall | {}."),
        "have seats/have charge/consist of painters/comprise painters/constitute a board/serve as chair/serve as a co-chair/serve as its vice chair/serve as the vice-chair/serve as an member"
        "/contain paint/remain/expire/cease to be/cease to exist/terminate upon sale/terminate when sold/terminate no later/be blue/be a part",
    ),
    "what.no-verb": (S("Agencies shall in time | {} it."), "painting/painted/mural/portion/movement/quality/gallery/library/chromic/massive/porous/softly/berries/as/so/before/paint-making"),
    "what.breaks-off": (S("Agencies shall | list paints {}."), "of/for/the/a/an/its/their/our/every/such/able/about/into/than/upon/as/if/when/where/whether/how/which/who/whose/are/be/been/can/is/may/must/shall/were/will"),
    "what.breaks-off ": (
        S("Agencies shall | {}."),
        "adopt/consider/create/develop/ensure/establish/identify/implement/issue/prepare/provide/publish/revise/submit/update/revise, if needed/revise where applicable/issue as necessary",
    ),
    "what.unclosed": (S("The Chair shall | {}."), "act on “paint/act on paint”/act (or rest/act [or rest/act or rest)"),
    "when.event": (
        S("{}, the Secretary of Labor shall | act."),
        "Once it is out/Upon sale/Following a sale/Until the sale/Starting today/Beginning today/As soon as it is out/Each year/Each calendar year/Each quarter/Each month/Every two years/Every quarter"
        "/At least once/No less than twice/Not less than twice/No later than noon/Not later than noon/Within days/After the sale/Before the sale/Prior to sale/When it is out/Whenever it is out/In 2031/On March 1/By the date of sale/By the end of May/(b) By 2031",
    ),
    "when.unused": (
        S("The Secretary of Labor shall | see paint dry {}."),
        "within two hours/within 3 business days/Within ten weeks/within a few months/within 2 years/no later than 30 days on/not less than 3 years on/no more than 3 hours on/by May 3/by the end of it/by 2031/immediately/promptly/expeditiously/as soon as it can"
        "/in an annual report/on a quarterly basis/in monthly updates/in weekly reviews/in a biennial summary/in semiannual reporting/before the sale, in an annual show/before the finalization of it/upon the issuance of it/following the receipt of it/after the submission of it/prior to the adoption of it/after the approval of it"
        "/annually/semiannually/biannually/biennially/each year/each fiscal year/each calendar quarter/each month",
    ),
    "when.object": (S("Agencies shall | list paint {} dry within 2 years.", time="within 2 years", kind="relative"), "that is/which is/where walls are/how it is/to be/who is"),
    "when.long": (S("{}, agencies shall | act.", time="{}", kind="event"), "Upon sale that shall be made/Upon what must be/Upon what they include/Upon sale in coordination with all/Upon sale in consultation with all"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "sample", "words"), [(name, *row) for name, row in WORDS.items()], ids=WORDS)
def test_a_check_knows_each_of_its_words(name: str, sample: Sample, words: str):
    filled = {
        word: replace(
            sample,
            **{
                each: getattr(sample, each).replace("{}", word)
                for each in ("sentence", "lead", "before", "modal", "time")
            },
        )
        for word in words.split("/")
    }
    assert [word for word, each in filled.items() if not each.doubted(name.strip())] == []


FIRST = Sample("Agencies shall | review the rules and, within 30 days, publish a list.", lead="agencies").duty()


@pytest.mark.parametrize(
    ("action", "fires"), [("publish a list", True), ("review the rules", False)], ids=("the second", "the first")
)
def test_a_second_act_under_one_modal_is_marked(action: str, fires: bool):
    start = FIRST.quote.index("review")
    first = replace(FIRST, action_span=Span(start, start + len("review the rules")))
    start = FIRST.quote.index("publish")
    second = replace(FIRST, action="publish a list", action_span=Span(start, start + len("publish a list")))
    duty = second if fires else first
    around = Surroundings(duty, FIRST.quote, Names(), (first, second))
    assert BY_NAME["what.parted"].doubts(duty, around) is fires


def test_an_action_that_its_items_complete_does_not_break_off():
    found = read("The Secretary of Labor shall list paints that are:\n(a) blue; or\n(b) green.").obligations
    assert [made.review for made in found] == [()]
    (found,) = read("The Secretary of Labor shall consider and shall, within 30 days, list paints.").obligations[:1]
    assert "the action breaks off: are its last words, or its object, lost?" in found.review


def test_a_second_modal_makes_a_duty_of_its_own():
    (first, second) = read("Agencies shall review the rules and shall publish a list.").obligations
    around = Surroundings(
        second,
        written_order("Agencies shall review the rules and shall publish a list.").body,
        Names(),
        (first, second),
    )
    assert not BY_NAME["what.parted"].doubts(second, around)


def test_every_check_has_samples_and_words_of_its_own():
    assert {check.name for check in CHECKS} == {*TABLE, "what.parted"}
    assert len({check.words for check in CHECKS}) == len(CHECKS)


# The marks on their way


def marks(text: str) -> list[tuple[str, ...]]:
    return [duty.review for duty in read(text).obligations]


def test_a_plain_duty_has_no_mark():
    assert marks("Within 30 days of the date of this order, the Secretary of Labor shall publish a list.") == [()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Once the paint is dry, the Secretary of Labor shall review the list that agencies keep “as drafted.", "quotation marks or parentheses do not close"),
        ("A final report shall be submitted within 1 year of the date of this order.", "responsible official not stated"),
        ("The Secretary of Labor shall meet. A final report shall be submitted within 1 year of the date of this order.", "responsible official taken from the sentence before"),
        ("Within 30 days, the Secretary of Labor shall publish a list.", "the words do not say what the deadline runs from"),
        ("The Secretary of Labor shall:\n(a) outbid the makers of paint; and\n(b) publish a list.", "whether the item is a duty of its own is uncertain"),
        ("They shall publish a list.", "responsible official not resolved"),
    ],
)  # fmt: skip
def test_marks_arrive_with_the_reading(text: str, words: str):
    assert words in [mark for review in marks(text) for mark in review]


def test_a_summary_is_marked_and_its_inherited_deadline_too():
    text = "Within 30 days, the Secretary of Labor must publish a list. The Attorney General must review it."
    summary = order(body=text, text="summary")
    first, second = (duty.review for duty in read_reading(summary).obligations)
    assert "the text is a summary" in first and "the text is a summary" in second
    assert "the deadline stands in an earlier sentence" in second


def test_marks_of_rules_come_first_and_none_is_lost_or_doubled():
    own = ("responsible official not stated", "a doubt of a rule")
    sample = Sample("The list shall | be published “as it stood.", lead="")
    duty = replace(sample.duty(), review=own)
    (found,) = reviewed([duty], written_order(duty.quote), Names())
    assert found.review == (*own, BY_NAME["what.unclosed"].words)
    assert replace(found, review=own) == duty


def test_obligations_keep_their_order_and_number():
    reading = read("Agencies shall act. The Secretary of Labor shall:\n(a) publish a list; and\n(b) have a staff.")
    bare = [replace(duty, review=()) for duty in reading.obligations]
    again = reviewed(bare, reading.order, Names())
    assert [replace(duty, review=()) for duty in again] == bare


def test_a_deadline_of_a_sibling_is_a_used_time():
    text = "The Secretary of Labor shall review the rules, and the Attorney General shall, within 30 days of the date of this order, publish them."
    assert marks(text) == [(), ()]


def test_checks_take_time_in_proportion_to_the_sentence():
    def checked(duty: Obligation) -> None:
        for check in CHECKS:
            check.doubts(duty, Surroundings(duty, duty.quote, Names(), (duty,)))

    rule = "that rule, how it shall (be) “made and "
    samples = (Sample(f"After {rule * size} agencies shall | act.", lead="agencies") for size in (5000, 5000 * GROWTH))
    assert_linear(checked, *(sample.duty() for sample in samples))


NO_SUCH_DAY, BEYOND = "the date does not exist", "the period lies beyond the calendar"


@pytest.mark.parametrize(
    ("words", "mark", "undated"),
    [
        ("By February 30, 2026, the Secretary of Labor shall publish a plan.", NO_SUCH_DAY, Undated.NO_SUCH_DAY),
        ("The Secretary of Labor shall publish a plan by June 31, 2026.", NO_SUCH_DAY, Undated.NO_SUCH_DAY),
        ("The Secretary of Labor shall publish a plan no later than February 29, 2027.", NO_SUCH_DAY, Undated.NO_SUCH_DAY),
        ("The Secretary of Labor shall publish a plan by February 29, 2028.", None, None),
        ("Within 4000000 days of the date of this order, the Secretary of Labor shall act.", BEYOND, Undated.BEYOND_CALENDAR),
        ("Within 99999999999999 days of the date of this order, the Secretary of Labor shall act.", BEYOND, Undated.BEYOND_CALENDAR),
        ("Within 9,000 years of the date of this order, the Secretary of Labor shall act.", BEYOND, Undated.BEYOND_CALENDAR),
        ("Within 40,000 days of the date of this order, the Secretary of Labor shall act.", None, None),
        (
            "The Secretary of Labor shall, within 30 days of the date of this order or by February 30, 2026, whichever is later, act.",
            NO_SUCH_DAY, Undated.LATER_OF_TWO,
        ),
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_holds_is_marked(words, mark, undated):
    (duty,) = read(f"Section 1.  Plan.  (a)  {words}").obligations
    assert duty.schedule.undated == undated
    assert [each for each in duty.review if NO_SUCH_DAY in each or BEYOND in each] == [
        each for each in duty.review if mark and mark in each
    ]
    assert any(mark in each for each in duty.review) if mark else duty.schedule.due
