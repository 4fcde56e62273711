"""The predicate of a clause: its verb, its asides, and the second predicate that has a deadline of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor.find.clause.clause import Clause
from extractor.find.clause.name_reading import Named, NameReading, take_name, take_role
from extractor.find.names.actors import ActorPhrase, actor_at
from extractor.find.names.order_names import Names
from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.sentence.asides import (
    after_phrase,
    aside_end,
    deadline_at,
    parenthesis_end,
    to_comma,
)
from extractor.find.sentence.sentence import Sentence
from extractor.find.sentence.split_modals import first_piece_end, is_split
from extractor.words.function_words import CONNECTORS, DETERMINERS, FILLERS
from extractor.words.verbs import VERBS

_CARRIER = re.compile(
    r"(?:(?:take|undertake|carry out|perform|complete|implement|do|execute|accomplish|conduct|pursue|fulfill|adhere to|have|discharge)\s+)?"
    r"(?:each of |all of |at a minimum,? )?(?:the|these|such|each|all)?\s*following(?: [a-z-]+){0,5}?(?: with respect to [\w ]+| to [\w ,]+)?",
    re.I,
)
_LONG_CARRIER = re.compile(
    r"(?:take|undertake|carry out|perform|do|complete|implement|execute|conduct)\s+(?:each of )?(?:the|these) following\b"
    r"|(?:take|undertake|carry out|perform|complete|implement) (?:each of )?(?:the|these|such)(?: [a-z]+){0,2} (?:actions|measures|steps|tasks)$"
    r"|(?:function|act|operate|proceed) as follows$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """``verb`` is the token of the operative verb (``end`` if there is none). Roles stand between modal and verb."""

    start: int
    verb: int
    end: int
    through: tuple[ActorPhrase, ...] = ()
    consulted: tuple[ActorPhrase, ...] = ()
    coordinating: tuple[ActorPhrase, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """No verb: the items of a list will bring it."""
        return self.verb >= self.end


def predicate(sentence: Sentence, start: int, end: int, names: Names) -> Predicate:
    """Skip deadlines, role phrases, asides and adverbs after the modal; what follows is the operative verb.

    Where it is none, a tolerant pass takes the first base verb behind a comma, a dash or a parenthesis.
    """
    strict = strict_predicate(sentence, start, end, names)
    if strict.empty or _opens_verb_phrase(sentence, strict.verb, start):
        return strict
    later = verb_behind(sentence, strict.verb, strict.end)
    if later is None and sentence.lower[-1] in (":", "—"):
        return replace(
            strict, verb=strict.end
        )  # ``shall, in consultation with industry partners:``: the items bring the verbs
    return strict if later is None else replace(strict, verb=later, rules=(*strict.rules, "predicate.tolerant"))


def predicate_of(sentence: Sentence, clause: Clause, names: Names) -> Predicate:
    """The predicate of a clause; who stands between the pieces of its modal (``is directed, with the Chair, to``) is taken in."""
    parts = predicate(sentence, clause.after, clause.end, names)
    if not is_split(clause.modal):
        return parts
    inside = strict_predicate(sentence, first_piece_end(clause.modal, sentence.lower), clause.modal.end - 1, names)
    return replace(
        parts,
        through=inside.through + parts.through,
        consulted=inside.consulted + parts.consulted,
        coordinating=inside.coordinating + parts.coordinating,
        rules=inside.rules + parts.rules,
    )


def strict_predicate(sentence: Sentence, start: int, end: int, names: Names) -> Predicate:
    """The predicate where all the words before its verb are known; its ``verb`` is the first word that is not."""
    doer = Named(ActorPhrase(start, start, ""))
    reading = NameReading(leads=[doer])
    role = False
    position = start
    while position < end:
        word = sentence.lower[position]
        deadline = deadline_at(sentence, position)
        if deadline:
            position, role = _after_deadline(sentence, deadline, start, end), False
        elif match := sentence.role_at.get(position):
            role, position = True, take_role(match, reading, sentence.lower[position - 1] == "and")
        elif (aside := aside_end(sentence, position, end)) is not None:
            position = aside
        elif (
            word in (",", ":", "—", "–", "--", ";")
            or (word in FILLERS and word not in VERBS)
            or word == "and"
            and (role or _aside_follows(sentence, position + 1, end))
        ):
            position += 1
        elif position == start and word in ("shall", "must", "all"):
            position += 1
        elif word == "further" and position + 1 < end and sentence.lower[position + 1] in VERBS:
            position += 1
        elif word == "(":
            position = parenthesis_end(sentence, position, end)
        elif _is_adverb(sentence, position) or word in ("and", "or") and _joins_adverbs(sentence, position, end):
            position += 1
        elif (after := _between_commas(sentence, position, start, end)) is not None:
            position = after
        elif role and not _is_verb(sentence, position) and (phrase := actor_at(sentence, position, end, names)):
            take_name(sentence, phrase, reading)
            position = phrase.end
        else:
            break
    return Predicate(
        start,
        position,
        _trim(sentence, position, end),
        reading.leads[0].through,
        tuple(reading.consulted),
        tuple(reading.coordinating),
        tuple(reading.rules),
    )


_NEAR = 12  # tokens of an event that no comma ends, up to the verb


def _after_deadline(sentence: Sentence, deadline: DeadlinePhrase, start: int, end: int) -> int:
    """The token after a deadline; ``shall within 15 days of such decision submit a report`` has no comma before its verb."""
    close = after_phrase(sentence, deadline, end)
    if not deadline.open or deadline.start > start or close < end:
        return close
    for place in range(deadline.end + 1, min(end, deadline.end + _NEAR)):
        before, following = sentence.lower[place - 1], sentence.lower[place + 1 : place + 2]
        goes_on = following[:1] != [] and following[0] in DETERMINERS | {"to", "a", "an", "the"}
        if goes_on and before not in DETERMINERS | CONNECTORS and reads_as_verb(sentence, place, end):
            return place
    return close


def _opens_verb_phrase(sentence: Sentence, position: int, start: int) -> bool:
    """A verb in its base form; right behind the modal any word that could open nothing else."""
    word = sentence.lower[position]
    if word in VERBS and (position == start or sentence.words[position][0].islower()):
        return True
    return position == start and word.isalpha() and word not in CONNECTORS | DETERMINERS | _SUBORDINATE


_SUBORDINATE = frozenset("as if when where unless upon not no".split())
_LONGEST_ASIDE = 150  # tokens from the modal to its verb


def verb_behind(sentence: Sentence, start: int, end: int) -> int | None:
    """The first base verb whose left side is closed: by a comma, a dash or a parenthesis, adverbs apart."""
    for position in range(start + 1, min(end, start + _LONGEST_ASIDE)):
        if sentence.enclosed[position] or not _closes(sentence.words[position - 1]):
            continue
        place = position
        while place < end and (sentence.lower[place] in FILLERS or sentence.lower[place].endswith("ly")):
            place += 1
        if place < end and reads_as_verb(sentence, place, end):
            return place
    return None


def _closes(word: str) -> bool:
    return word in (",", ")", "—", "–", "--")


def reads_as_verb(sentence: Sentence, position: int, end: int) -> bool:
    """A base verb in lower case that goes on as a verb phrase does: not the ``labor`` of ``industry, labor, and academia``."""
    if sentence.lower[position] not in VERBS or not sentence.words[position][0].islower():
        return False
    following = sentence.lower[position + 1 : position + 4]
    if not following or following[0] not in (",", "and", "or"):
        return bool(following)
    in_a_list = position > 2 and sentence.lower[position - 3] == "to"  # ``to target, use, and administer funds``
    return any(word in VERBS for word in following[1:3]) and not in_a_list


def goes_on_as_predicate(sentence: Sentence, position: int, end: int) -> bool:
    """Does the clause's own verb phrase go on at ``position``, behind an ``and``: with a second verb or participle?

    ``… with the Board and published annually``, ``…, and submit the plan``; not ``… and interested parties``.
    """
    while position < end and _is_adverb(sentence, position):
        position += 1
    word, following = sentence.lower[position], sentence.lower[position + 1 : min(position + 2, end)]
    if position >= end or not sentence.words[position][0].islower():
        return False
    if word == "be" or word in VERBS and sentence.lower[position - 1] != ",":
        takes_object = bool(following) and following[0] in CONNECTORS | DETERMINERS
        return takes_object or word not in _NOUNS_TOO
    participle = word.endswith("ed") or word in _PARTICIPLES
    ends = not following or following[0] in CONNECTORS | DETERMINERS | _CLOSES_A_PARTICIPLE
    adverb = ends or position + 1 in sentence.deadline_at or _is_adverb(sentence, position + 1)
    return participle and adverb


# Verbs that also open the name of a partner: ``and labor unions``, ``and research institutions``.
_NOUNS_TOO = frozenset(
    "design export import labor market program research service state support test trade transport".split()
)
# Second participles that no ``ed`` marks.
_PARTICIPLES = frozenset(
    "brought built drawn drawn driven found given held kept laid led left made met paid put read sent set shown spent "
    "taken understood undertaken won written".split()
)
_CLOSES_A_PARTICIPLE = frozenset(
    ", . ; : available before each every if into no not only public so through upon until when".split()
)


def _is_adverb(sentence: Sentence, position: int) -> bool:
    """``publicly``; with a capital only where it opens an item right before its verb (``Proactively recruit``)."""
    word = sentence.lower[position]
    if not word.endswith("ly") or word in VERBS:
        return False
    return sentence.words[position][0].islower() or position == 0 and bool(VERBS & set(sentence.lower[1:2]))


def _joins_adverbs(sentence: Sentence, position: int, end: int) -> bool:
    """``shall regularly and periodically make``, ``shall publicly or privately name``."""
    known = FILLERS | {"promptly", "immediately", "expeditiously", "annually", "quarterly"}
    before, after = position - 1, position + 1
    adverbs = [
        place < end and (_is_adverb(sentence, place) or sentence.lower[place] in known) for place in (before, after)
    ]
    return all(adverbs)


def _between_commas(sentence: Sentence, position: int, start: int, end: int) -> int | None:
    """``shall, at the end of that period, provide``: what a comma opens and another closes right before a verb is an aside."""
    if position == start or sentence.lower[position - 1] != "," or sentence.lower[position] in VERBS:
        return None
    close = to_comma(sentence, position, end)
    if close + 1 >= end or sentence.lower[close] != ",":
        return None
    following = sentence.lower[close + 1]
    acts = following in VERBS or start == 0 and is_gerund(following) and not is_gerund(sentence.lower[position])
    return close if acts else None


def is_gerund(word: str) -> bool:
    """``publishing``, ``making``, ``setting``: of a verb that is known; ``including`` gives examples."""
    return word != "including" and word.endswith("ing") and bool(VERBS & {word[:-3], f"{word[:-3]}e", word[:-4]})


def _aside_follows(sentence: Sentence, position: int, end: int) -> bool:
    """``shall, within 30 days of …, and in coordination with …, verb``: the asides go on after ``and``."""
    after = position + (sentence.lower[position : position + 1] == [","])
    return after < end and (
        after in sentence.role_at
        or deadline_at(sentence, after) is not None
        or aside_end(sentence, after, end) is not None
    )


def _is_verb(sentence: Sentence, position: int) -> bool:
    """A base verb behind the comma that closes a role phrase, adverbs apart: ``…, periodically brief its officers``."""
    before = position - 1
    while before > 0 and (sentence.lower[before] in FILLERS or _is_adverb(sentence, before)):
        before -= 1
    return (
        sentence.words[position][0].islower()
        and sentence.lower[position] in VERBS
        and sentence.lower[before] in (",", ")")
    )


def _trim(sentence: Sentence, start: int, end: int) -> int:
    while end > start and sentence.lower[end - 1] in (":", ";", ".", ",", "and", "or", "—", "–", "--", "”", "?"):
        end -= 1
    return end


def is_carrier(text: str) -> bool:
    """``take the following steps``: the items of the list bring the verbs."""
    text = text.strip(" :—.,")
    return bool(_CARRIER.fullmatch(text) or _LONG_CARRIER.match(text))
