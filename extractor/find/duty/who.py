"""The actors of a clause, resolved: who is responsible, through whom, on whose advice and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.find.clause.modifiers import opens_no_partner
from extractor.find.clause.name_reading import Subject
from extractor.find.clause.predicates import Predicate, goes_on_as_predicate
from extractor.find.duty.passage import Passage, Who
from extractor.find.duty.resolve import Reference, resolve
from extractor.find.names.actors import ActorPhrase, actor_at
from extractor.find.sentence.asides import aside_end
from extractor.find.sentence.sentence import Sentence
from extractor.model import Actor
from extractor.words.function_words import PRONOUNS


def who_of(passage: Passage, sentence: Sentence, subject: Subject | None, parts: Predicate) -> Who:
    """The resolved actors of a subject; officers named right after the modal count as theirs."""
    if subject is None:
        return Who(
            coordinating=_resolved(passage, sentence, parts.coordinating),
            consulted=_resolved(passage, sentence, parts.consulted),
        )
    actors: list[Actor] = []
    unresolved = False
    for named in subject.leads:
        if actors and sentence.lower[named.phrase.start] in ("its", "their") and named.phrase.name == "members":
            actors.append(Actor(f"members of the {actors[-1].official}"))
            continue
        officials = _resolved(passage, sentence, (named.phrase,))
        unresolved = unresolved or not officials
        body = officials[-1] if officials else None
        through = tuple(one for phrase in named.through for one in _officers(passage, sentence, phrase, body))
        for position, official in enumerate(officials):
            officers = through if position == len(officials) - 1 and through else (None,)
            actors += [Actor(official, officer) for officer in officers]
    actors = _with_through(actors, _resolved(passage, sentence, parts.through))
    consulted = _resolved(passage, sentence, (*subject.consulted, *parts.consulted))
    coordinating = _resolved(passage, sentence, (*subject.coordinating, *parts.coordinating))
    return Who(_departments_are_agencies(actors), consulted, coordinating, unresolved)


def _officers(passage: Passage, sentence: Sentence, phrase: ActorPhrase, body: str | None) -> tuple[str, ...]:
    """Through whom somebody acts; ``the Committee, through its members``: those of the body before."""
    if body and phrase.name == "members" and sentence.lower[phrase.start] in ("its", "their"):
        return (f"members of the {body}",)
    return _resolved(passage, sentence, (phrase,))


def _departments_are_agencies(actors: list[Actor]) -> tuple[Actor, ...]:
    """``Each executive department, agency, and office``: beside agencies, departments are no others."""
    names = {actor.official for actor in actors}
    kept = (actor for actor in actors if _DEPARTMENTS.sub("agencies", actor.official) not in names - {actor.official})
    return tuple(dict.fromkeys(kept))


_DEPARTMENTS = re.compile(r"^(?:(?:executive|Federal) )?departments\b")
_TITLES = frozenset(("Administrator", "Commissioner", "Director", "Secretary"))


def _with_through(actors: list[Actor], officers: tuple[str, ...]) -> list[Actor]:
    if not officers or not actors:
        return actors
    return actors[:-1] + [replace(actors[-1], through=officer) for officer in officers]


def joined(passage: Passage, sentence: Sentence, last: Who, parts: Predicate) -> Who:
    """A second predicate of the same subject adds its own partners."""
    actors = tuple(_with_through(list(last.actors), _resolved(passage, sentence, parts.through)))
    return replace(
        last,
        actors=actors,
        consulted=last.consulted + _resolved(passage, sentence, parts.consulted),
        coordinating=last.coordinating + _resolved(passage, sentence, parts.coordinating),
    )


def _resolved(passage: Passage, sentence: Sentence, phrases: tuple[ActorPhrase, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for phrase in phrases:
        position = sentence.place(phrase.start, phrase.end).start
        if sentence.lower[phrase.start] in ("a", "an") and phrase.name in _TITLES:
            found.append(phrase.name)  # ``led by an Administrator, who shall``: no one that was named before
            continue
        within = _named_before(passage, sentence, phrase.start) if phrase.name in PRONOUNS else ()
        before = passage.memory.paragraph
        paragraph = tuple(actor.official for actor in before.actors)
        reference = Reference(
            passage.order.body, position, passage.section_start, passage.memory.recent, passage.names, within, paragraph,
            before.coordinating,
        )  # fmt: skip
        found += resolve(_as_written(sentence, phrase), reference)
    return tuple(dict.fromkeys(found))


def _as_written(sentence: Sentence, phrase: ActorPhrase) -> str:
    """The name, with a word that points back (``such agencies``) if it has one."""
    first = sentence.lower[phrase.start]
    if phrase.name in PRONOUNS:
        return phrase.name  # ``each shall``: they all shall
    back = next(
        (word for word in sentence.lower[phrase.start : phrase.start + 2] if word in ("such", "these", "those")), None
    )
    if back:
        return f"{back} {phrase.name}"
    owned = "’s " in phrase.name or "'s " in phrase.name
    part = phrase.name.lower().startswith(("member", "element", "component"))
    common = phrase.name[0].islower() or phrase.name.startswith(("Federal ", "State ", "Executive "))
    if first in ("each", "every") and (" " not in phrase.name or part or common and not owned):
        return f"each {phrase.name}"
    if " these " in sentence.text(phrase.start, phrase.end):
        return re.sub(r"^(?:all|each|every|any|the) ", "", sentence.text(phrase.start, phrase.end), flags=re.I)
    return phrase.name


def _named_before(passage: Passage, sentence: Sentence, limit: int) -> tuple[str, ...]:
    """The official or body named first before a pronoun in its own sentence: the subject of the clause before."""
    position = int(
        bool(sentence.modals) and sentence.modals[0].start == 0
    )  # ``Should the Department decide so, it shall``
    while position < limit - 1:
        owned = next(
            (place for place in range(position, min(limit, position + _LONGEST)) if sentence.lower[place] in _OWNS), 0
        )
        phrase = actor_at(sentence, position, limit - 1, passage.names)
        if phrase is None and owned > position and (owner := actor_at(sentence, position, owned, passage.names)):
            return _resolved(passage, sentence, (owner,))
        if (
            phrase
            and phrase.name not in PRONOUNS
            and (not position or sentence.lower[position - 1] not in ("of", "to", "by", "for", "with", "from"))
        ):
            return _resolved(passage, sentence, (phrase, *_joined_to(passage, sentence, phrase.end, limit)))
        position = phrase.end if phrase else position + 1
    return ()


_OWNS = ("’s", "'s")  # ``As part of the Working Group’s efforts, it shall``
_LONGEST = 8  # tokens of a name before it


def _joined_to(passage: Passage, sentence: Sentence, position: int, limit: int) -> Iterator[ActorPhrase]:
    """The names that a comma or an ``and`` joins to one that ends at ``position``."""
    while position < limit and sentence.lower[position] in (",", "and") and position not in sentence.role_at:
        position += 1 + (sentence.lower[position : position + 2] == [",", "and"])
        phrase = actor_at(sentence, position, limit, passage.names)
        if phrase is None or phrase.name in PRONOUNS:
            return
        yield phrase
        position = phrase.end


def owner_of(passage: Passage, sentence: Sentence, start: int, end: int) -> Who:
    """``The working group’s recommendations``: whose the thing is that the tokens ``start`` to ``end`` name."""
    owned = next((place for place in range(start, end) if sentence.lower[place] in _OWNS), start)
    for place in range(start, owned):
        phrase = actor_at(sentence, place, owned, passage.names)
        if phrase and phrase.end == owned and phrase.name not in PRONOUNS:
            return Who(tuple(Actor(name) for name in _resolved(passage, sentence, (phrase,))))
    return Who()


# After one of these a "by" is no longer the passive's own: ``be developed after consultation by the agency``.
_NO_AGENT_AFTER = frozenset("that which who to through in as after for of based upon at before — –".split())
_AS_ONE = (["appropriate"], ["necessary"], ["applicable"])


def by_agents(passage: Passage, sentence: Sentence, parts: Predicate) -> tuple[Actor, ...]:
    """``shall be made by the Director of NSA``: the agent of a passive is responsible."""
    if parts.empty or sentence.lower[parts.verb] != "be":
        return ()
    inside = [place for each in sentence.deadlines for place in range(each.start, each.end)]
    outside = [place for place in range(parts.verb + 2, parts.end) if place not in inside]
    for position in outside[:10]:
        if sentence.lower[position] == "to" and sentence.lower[position + 1 : position + 3] in _RECEIVERS:
            continue
        if sentence.lower[position] in _NO_AGENT_AFTER and sentence.lower[position + 1 : position + 2] not in _AS_ONE:
            return ()
        if sentence.lower[position] == "by" and position + 1 < parts.end:
            times = (each.start for each in sentence.deadlines if position < each.start < parts.end)
            return _agents_at(passage, sentence, position + 1, min(times, default=parts.end))
    return ()


_RECEIVERS = (["me", "by"], ["the", "president"], ["the", "congress"], ["congress", "by"])


def _agents_at(passage: Passage, sentence: Sentence, position: int, end: int) -> tuple[Actor, ...]:
    phrases: list[ActorPhrase] = []
    while position < end and (phrase := actor_at(sentence, position, end, passage.names)):
        if not phrase.name.endswith(("designee", "designees")):
            phrases.append(phrase)
        position = phrase.end
        if sentence.lower[position : position + 2] == [",", "and"]:
            position += 2
        elif sentence.lower[position : position + 1] in (["and"], [","], ["or"]) and position not in sentence.role_at:
            position += 1
        else:
            break
    return tuple(Actor(name) for name in _resolved(passage, sentence, tuple(phrases)))


def with_partners_after(passage: Passage, sentence: Sentence, parts: Predicate, who: Who) -> Who:
    """Consultation and coordination named after the verb belong to the duty too."""
    consulted, coordinating = list(who.consulted), list(who.coordinating)
    for match in sentence.roles:
        if not parts.verb < match.start < parts.end or match.rule.yields == "through" or sentence.enclosed[match.start]:
            continue
        names = _partners_at(passage, sentence, match.end, parts.end)
        (consulted if match.rule.yields == "consult" else coordinating).extend(names)
    return replace(who, consulted=tuple(dict.fromkeys(consulted)), coordinating=tuple(dict.fromkeys(coordinating)))


_ENDS_A_PARTNER = frozenset(", ; : . and or that which who to in for by on shall as".split())


def _past_aside(sentence: Sentence, position: int, end: int) -> int:
    """``the Chair, and, as appropriate, other representatives``: the token behind the aside's second comma."""
    after = aside_end(sentence, position + 1, end) if sentence.lower[position : position + 1] == [","] else None
    return after + 1 if after and sentence.lower[after : after + 1] == [","] else position


def _after_joint(sentence: Sentence, position: int) -> int | None:
    """The token behind what joins two partners: a comma, an ``and``, or both."""
    joint = sentence.lower[position : position + 2]
    if joint[:1] not in ([","], ["and"], ["or"]):
        return None
    return position + 1 + (joint in ([",", "and"], [",", "or"]))


_LONGEST_RELATION = 5  # tokens


def _past_second_relation(sentence: Sentence, position: int, end: int) -> int:
    """``in coordination with and agreed upon by the Chair``, ``after consultation with, and approval by, the Chair``."""
    start = position + (sentence.lower[position : position + 1] == [","])
    if sentence.lower[start : start + 1] not in (["and"], ["or"]):
        return position
    places = (
        place
        for place in range(start + 1, min(end, start + _LONGEST_RELATION))
        if sentence.lower[place] in ("by", "of", "from")
    )
    by = next(places, None)
    return position if by is None else by + 1 + (sentence.lower[by + 1 : by + 2] == [","])


def _partners_at(passage: Passage, sentence: Sentence, position: int, end: int) -> tuple[str, ...]:
    """The partners named after a role phrase, officials or not: ``the AI industry and operators of critical infrastructure``."""
    phrases: list[ActorPhrase] = []
    behind_comma: set[int] = set()
    position = _past_second_relation(sentence, position, end)
    while position < end and position not in sentence.role_at:
        if phrases and sentence.lower[position - 1 : position + 1] in (["and", "with"], ["or", "with"]):
            position += 1
            continue
        phrase = actor_at(sentence, position, end, passage.names)
        if phrase is None:
            if opens_no_partner(sentence, position) or phrases and sentence.lower[position - 1] == ",":
                break
            place = next((p for p in range(position + 1, end) if sentence.lower[p] in _ENDS_A_PARTNER), end)
            phrase = ActorPhrase(position, place, re.sub(r"^(?:the|an?) ", "", sentence.text(position, place)))
        if not phrase.name:
            break
        phrases.append(phrase)
        position = phrase.end
        after = _after_joint(sentence, position)
        if after is None or goes_on_as_predicate(sentence, after, end):
            break
        bare = after == position + 1 and sentence.lower[position] == ","
        behind_comma |= {after} if bare else set()
        position = after if bare else _past_aside(sentence, after, end)
    # ``identify, in consultation with the Board, existing authorities``: behind a comma alone the object goes on
    while len(phrases) > 1 and phrases[-1].start in behind_comma and phrases[-1].name[:1].islower():
        phrases.pop()
    return _resolved(passage, sentence, tuple(phrases))
