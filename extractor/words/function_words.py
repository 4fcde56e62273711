"""Small words: what introduces a name, qualifies it, joins it to another, or stands beside a verb and changes nothing."""

from __future__ import annotations

DETERMINERS = frozenset(
    "a affected all an any appropriate both each every her his its neither no other our relevant such that the "
    "their these this those".split()
)
# Adjectives that only say which ones: ``other relevant agencies``.
QUALIFIERS = frozenset(
    "additional affected applicable appropriate awarding civilian concerned contracting cooperating coordinating covered designated "
    "economic environmental executive federal following foreign funding grant-making granting grantmaking health human "
    "identified implementing independent individual intelligence interested key land-managing large "
    "law-enforcement law-making lead lending local military national new nominating non-federal other "
    "participating pertinent principal private private-sector procuring public regulatory relevant remaining "
    "reporting respective responsible rulemaking said sector sector-specific senior several similar specified "
    "sponsoring state supporting sub-agency such territorial tribal".split()
)
CONNECTORS = frozenset("& and at by for from in of on or the to with within".split())
PRONOUNS = frozenset("he it she they".split())
# Adverbs and asides that stand between a modal and its verb, or beside a name, and change neither.
FILLERS = frozenset(
    "accordingly additionally again also always both collectively each either forthwith henceforth hereby "
    "immediately individually initially likewise nevertheless nonetheless only otherwise periodically promptly regularly "
    "respectively separately similarly subsequently then thereafter thereby therefore thereof thus together".split()
)
# Words after which no subject may start: they govern the name that follows.
NOT_BEFORE = frozenset(
    "of for to on in at by with within from under and or the a an this that such each any all into upon through between including as is are be than than "
    "after before following about against among via per its their".split()
)
