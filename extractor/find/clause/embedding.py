"""Where a modal stands inside another clause: what is told, described or supposed, not ordered."""

from __future__ import annotations

import re

from extractor.find.clause.name_lists import read_names
from extractor.find.clause.name_reading import Subject
from extractor.find.names.actors import actor_at
from extractor.find.names.order_names import Names
from extractor.find.rules.rule import Match
from extractor.find.sentence.asides import to_comma
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import DETERMINERS, PRONOUNS

LONGEST_SUBJECT = 250  # tokens; the longest list of officials in an order is half as long
RELATIVES = frozenset("which that who whom whose".split())
SUBORDINATORS = RELATIVES | frozenset(
    "if whether where when as unless until because although how what than why while whenever wherever whereby".split()
)
_FINITE_AFTER_RELATIVE = frozenset("is are was were has have had do does did would can could fail fails".split())
_OPENS_A_CONDITION = frozenset("if when where unless whenever although since because insofar once".split())
_TELLS = frozenset("how that whether what why".split())


def relative_before(sentence: Sentence, modal: int, start: int) -> int | None:
    """The relative pronoun that stands right before the modal, asides apart; ``None`` if there is none."""
    position = modal - 1
    while position > start and (
        sentence.lower[position] in (",", "also", "each", "then", "together") or sentence.lower[position].endswith("ly")
    ):
        position -= 1
    return position if position >= start and sentence.lower[position] in RELATIVES else None


def first_of_two(sentence: Sentence, pronoun: int) -> int:
    """``a Force, whose aim shall be …, and which shall work``: the pronoun behind the comma at which the first clause opened."""
    if sentence.lower[pronoun - 1] != "and":
        return pronoun
    places = range(pronoun - 2, 0, -1)
    return next((p for p in places if sentence.lower[p] in RELATIVES and sentence.lower[p - 1] == ","), pronoun)


def closed_relative(sentence: Sentence, position: int, modal: int) -> bool:
    """``agencies that are unable to comply shall``: the relative clause has its own verb before the modal."""
    following = sentence.lower[position + 1] if position + 1 < modal else ""
    return (
        following in _FINITE_AFTER_RELATIVE
        or bool(following)
        and following not in DETERMINERS | PRONOUNS
        and following.islower()
        and not following.endswith("s")
    )


def orders_that(sentence: Sentence, position: int) -> bool:
    """``it is further ordered that the Secretary shall``: what follows ``that`` is the order itself."""
    words = [word for word in sentence.lower[max(0, position - 6) : position] if word not in _STRESSED][-2:]
    return len(words) == 2 and words[1] == "that" and words[0] in _ORDERS


def goes_on_after(sentence: Sentence, position: int) -> bool:
    """``The Board shall end in May, after which the Bureau shall keep the list``: what follows in time is ordered, too."""
    words = sentence.lower[max(0, position - 4) : position]
    return any(words[-len(joint) :] == joint for joint in _THEN)


_THEN = (
    [",", "after", "which"],
    [",", "following", "which"],
    [",", "at", "which", "time"],
    [",", "after", "which", "time"],
)
_STRESSED = frozenset(", however further also always only".split())  # ``provided, however, that``
# ``except that the Board shall``: what is excepted is ordered too.
_ORDERS = frozenset(
    "order ordered direct directed orders directs instruct require provided except excepting save".split()
)


def inside_a_noun(sentence: Sentence, modal: Match, subject: Subject | None) -> bool:
    """``steps the agency will take``: no comma and no conjunction stands before the subject of this ``will``."""
    if modal.rule.yields != "will" or subject is None or subject.start == 0:
        return False
    dated = any(deadline.end == subject.start for deadline in sentence.deadlines)
    return not dated and sentence.lower[subject.start - 1] not in (",", ";", "and", "but", ":", "—", ")")


def denies_before(sentence: Sentence, modal: int) -> bool:
    """``nor``, ``in no case``, ``under no circumstances`` right before a modal: it stands before its subject, and forbids."""
    before = sentence.lower[max(0, modal - 2) : modal]
    return before[-1:] == ["nor"] or before[:1] == ["no"] and before[1:] != [] and before[1] in _CASES


_CASES = frozenset("case event circumstance circumstances instance condition conditions time way account".split())


_MANNER = frozenset(
    "approve appoint assign choose consider decide deem delegate designate determine direct establish find identify invite "
    "jointly prescribe provide request require select specify think".split()
)


def in_the_manner_of(sentence: Sentence, modal: Match, names: Names) -> bool:
    """``as the Secretary shall determine``, ``other agencies as the Director may deem appropriate``: the name stands right after ``as``."""
    for position in range(modal.start - 2, max(-1, modal.start - 30), -1):
        if sentence.lower[position] in (",", ";") and not sentence.enclosed[position]:
            return False
        if sentence.lower[position] == "as":
            follows = _end_of_names(sentence, position + 1, modal.start, names) == modal.start
            return follows and sentence.lower[modal.end : modal.end + 1] != [] and sentence.lower[modal.end] in _MANNER
    return False


def _end_of_names(sentence: Sentence, start: int, limit: int, names: Names) -> int | None:
    """The token behind one name, or behind several that ``and`` or ``or`` joins: ``the President or the Chair``."""
    phrase = actor_at(sentence, start, limit, names)
    if phrase is None or phrase.end >= limit or sentence.lower[phrase.end] not in ("and", "or"):
        return phrase.end if phrase else None
    return _end_of_names(sentence, phrase.end + 1, limit, names)


_CLOSE = frozenset(", ; : — –".split())


def inside_opening_event(sentence: Sentence, modal: int) -> bool:
    """``Upon a finding that the list should be reviewed, the Secretary shall``: the first modal is the event's."""
    opening = next((phrase for phrase in sentence.deadlines if phrase.start == 0 and phrase.open), None)
    if opening is None or opening.start >= modal or sentence.modals[-1].start == modal:
        return False  # the only modal of ``Following such reviews each agency head shall:`` is the sentence's own
    return not any(
        sentence.lower[place] in _CLOSE and not sentence.enclosed[place] for place in range(opening.end, modal)
    )


_LONGEST_RELATIVE = 14  # tokens from the pronoun to the modal of a clause that says which are meant


def says_which(sentence: Sentence, modal: Match) -> bool:
    """``agencies whose acts may hurt birds shall list them``: a modal that lets, in a clause that only says whose duty the next modal is."""
    following = next((later for later in sentence.modals if later.start > modal.start), None)
    if modal.rule.yields == "mandatory" or following is None or following.rule.yields != "mandatory":
        return False
    for position in range(modal.start - 1, max(0, modal.start - _LONGEST_RELATIVE), -1):
        if sentence.lower[position] in _PARTS:
            return False
        if sentence.lower[position] in RELATIVES:
            pointed = sentence.lower[position - 1] not in _PARTS | {"and", "or"}
            return pointed and not _PARTS & set(sentence.lower[modal.end : following.start])
    return False


_PARTS = frozenset(", ; : — –".split())


_REPORTS = re.compile(
    r"^(?:He|She|They|(?:That|The) order|President \w+|Executive Order \d+)\b[^.;]{0,80}?"
    r"\b(?:established|stated|declared|provided|required|directed|ordered|held|found|concluded) that\b"
)


def reports(sentence: Sentence) -> bool:
    """``He also established that agencies shall``: the sentence tells what another text said."""
    return bool(_REPORTS.match(sentence.whole))


def is_told(sentence: Sentence, modal: int) -> bool:
    """``has determined that sanctions shall be imposed``: what somebody finds or says, with no comma between."""
    for position in range(modal - 1, 0, -1):
        if sentence.lower[position] in (",", ";", ":") and not sentence.enclosed[position]:
            return False
        if sentence.lower[position] == "that":
            return sentence.lower[position - 1] in _SAYS
    return False


_SAYS = frozenset(
    "certified certifies concluded concludes determined determines finds found notified provided provides stated states".split()
)


def opens_subordinate(sentence: Sentence, modal: int, subject: Subject | None) -> bool:
    """``If the Secretary shall determine …, …``: the sentence opens with a conjunction and no comma closes its clause."""
    begin = subject.start if subject else 0
    before = sentence.lower[begin - 1] if begin else ""
    if before in SUBORDINATORS - {"while"} and not orders_that(sentence, begin):
        return True
    if before == "," and sentence.lower[begin - 2] in _ASKS:
        return True  # ``for how, and by when, the Council will …``
    opening = sentence.lower[0]
    return (
        opening == "insofar"
        and _is_first(sentence, modal)
        or opening in _OPENS_A_CONDITION
        and _still_open(sentence, modal)
    )


_ASKS = frozenset("how when whether where why".split())


def _is_first(sentence: Sentence, modal: int) -> bool:
    """``Insofar as the Act, as amended, may apply, …``: the first modal is the condition's, whatever commas stand before it."""
    return sentence.modals[0].start == modal


def _still_open(sentence: Sentence, modal: int) -> bool:
    """No comma that stands outside parentheses closes the clause before the modal."""
    return not any(sentence.lower[place] == "," and not sentence.enclosed[place] for place in range(modal))


def is_described(sentence: Sentence, separator: int, modal: Match, before: Match) -> bool:
    """``the offices to which licenses shall be granted``, ``acts that are or may be unlawful``, ``can and should``: words of a clause that tells which."""
    if sentence.lower[separator] in ("or", "and") and sentence.lower[separator - 1] in _FINITE_AFTER_RELATIVE:
        return True
    if (
        modal.rule.yields == "will"
        and before.rule.yields != "will"
        and sentence.lower[separator - 1] not in (",", ";", ")")
    ):
        return True
    between = range(separator + 2, modal.start)
    return any(
        sentence.lower[place] in ("which", "whom") and sentence.lower[place - 1] in ("to", "for", "in", "by", "under")
        for place in between
    )


def _asks(sentence: Sentence, whether: int, modal: int, names: Names) -> bool:
    """``review whether, and under what conditions, the Office should``: between ``whether`` and its subject stands an aside."""
    close = to_comma(sentence, whether + 1, modal) if sentence.lower[whether + 1] == "," else modal
    subject = read_names(sentence, close + 1, modal, names) if close + 1 < modal else None
    return bool(subject and subject.leads)


def told_from(sentence: Sentence, start: int, modal: int, names: Names) -> int | None:
    """Where the actors of ``how the Bureau, the Service, and the Office will share …`` start: what is told, not ordered."""
    for position in range(modal - 1, max(start, modal - LONGEST_SUBJECT), -1):
        word = sentence.lower[position]
        if word in (";", ":") and not sentence.enclosed[position]:
            return None
        if word == "whether" and _asks(sentence, position, modal, names):
            return position + 1
        if word in _TELLS and not orders_that(sentence, position + 1):
            subject = read_names(sentence, position + 1, modal, names)
            told = subject and subject.leads or word == "whether" and _goes_straight(sentence, position, modal)
            return position + 1 if told else None
    return None


_ENDS_A_QUESTION = frozenset(", ; : — – and but shall must".split())


def _goes_straight(sentence: Sentence, whether: int, modal: int) -> bool:
    """``whether those sites or yards should``: nothing between the question word and the modal opens another clause."""
    return not any(word in _ENDS_A_QUESTION for word in sentence.lower[whether + 1 : modal])
