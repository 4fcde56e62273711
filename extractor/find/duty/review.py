"""Review marks: checks of every finished obligation, each with the words that tell a reviewer what to look at.

A rule says what it doubts where it reads; these checks look at the result, whichever rules made it. To add a check, write
its doubt in the module of its kind, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from extractor.find.duty import doubts_of_acts as acts
from extractor.find.duty import doubts_of_deadlines as deadlines
from extractor.find.duty import doubts_of_officials as officials
from extractor.find.duty.surroundings import Surroundings
from extractor.find.names.order_names import Names
from extractor.model import Obligation, Order


@dataclass(frozen=True, slots=True)
class Check:
    """A named check: when an obligation is in doubt, and what a reviewer should look at."""

    name: str
    words: str
    doubts: Callable[[Obligation, Surroundings], bool]


CHECKS = (
    Check("who.nobody", "responsible official not stated", officials.names_nobody),
    Check("who.stranger", "the responsible official is no known office or body: is the name whole?", officials.names_a_stranger),
    Check("who.bare", "the seat or the body is named without saying whose or of what: was its name not found?", officials.names_no_body),
    Check("who.glued", "the official’s name may be two names, or half a name", officials.glues_names),
    Check("who.abbreviated", "an abbreviation in the official’s name is not written out", officials.abbreviates),
    Check("who.partners", "partners are named before the officials: where does their list end?", officials.takes_partners_in),
    Check("who.far", "the official’s full name stands far above: whom does the short form mean?", officials.points_far_back),
    Check("who.pronoun", "the responsible official is a pronoun: whom or what does it mean?", officials.follows_a_pronoun),
    Check("who.which", "words behind the name say which are meant, and are not part of it", officials.leaves_out_which),
    Check("who.back", "the name points back: whom in particular does it mean?", officials.points_back),
    Check("who.agent", "the sentence is passive: is whoever stands behind “by” obliged to act?", officials.is_an_agents),
    Check("who.several", "a short form, and the words above name several: whom does it mean?", officials.points_to_one_of_several),
    Check("who.shared", "the order calls several bodies by this short form: whom does it mean here?", officials.shares_its_name),
    Check("what.place", "the citation’s levels are not those of an order: is the paragraph in its place?", acts.is_out_of_place),
    Check("what.no-verb", "the action does not open with a verb", acts.opens_without_verb),
    Check("what.breaks-off", "the action breaks off: are its last words, or its object, lost?", acts.breaks_off),
    Check("what.is", "the verb may say what somebody is or has, not what to do", acts.says_what_is),
    Check("what.embedded", "the modal may belong to a clause inside the sentence", acts.stands_in_another_clause),
    Check("what.permitted", "the modal permits or urges: is this a duty?", acts.is_permitted),
    Check("what.parted", "a second act of the sentence stands alone: is it a duty of its own?", acts.is_parted),
    Check("what.unclosed", "quotation marks or parentheses do not close", acts.does_not_close),
    Check("what.read-past", "words between official, modal and verb were passed over", acts.was_read_past),
    Check("when.event", "a time or an event opens the sentence, and no deadline was read", deadlines.leaves_out_an_event),
    Check("when.unused", "the sentence holds a time that is nobody’s deadline", deadlines.leaves_out_a_time),
    Check("when.behind", "the deadline stands far behind the verb: is it the time of something else?", deadlines.is_dated_far_behind),
    Check("when.object", "the deadline stands inside a clause: is it the time of something else?", deadlines.is_dated_by_its_object),
    Check("when.long", "the deadline’s words may hold more than a deadline", deadlines.is_dated_by_too_much),
)  # fmt: skip


def reviewed(obligations: Iterable[Obligation], order: Order, names: Names) -> list[Obligation]:
    """The same obligations, in the same order; the marks of the checks follow those that the rules gave."""
    made: list[Obligation] = []
    for _, group in groupby(obligations, key=lambda duty: duty.span):
        siblings = tuple(group)
        made += (_marked(duty, Surroundings(duty, order.body, names, siblings)) for duty in siblings)
    return made


def _marked(duty: Obligation, around: Surroundings) -> Obligation:
    marks = [check.words for check in CHECKS if check.doubts(duty, around)]
    return replace(duty, review=tuple(dict.fromkeys((*duty.review, *marks)))) if marks else duty
