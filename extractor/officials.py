"""Federal offices: the names under which orders speak of one office, and each office's page and calendar name.

One entry is one office: the name used today, the agency, then its other names (former names, short forms). To add an
office, add a line. Case, articles, ``U.S.`` for ``United States`` and ``Chairman`` for ``Chair`` need no line of their
own. An office that the table does not name is itself: its own words are its canonical name.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, init=False)
class Office:
    """An office of the executive branch: its name today, its agency, and the other names that it goes by."""

    name: str
    agency: str
    aliases: tuple[str, ...]

    def __init__(self, name: str, agency: str, *aliases: str):
        for field, value in (("name", name), ("agency", agency), ("aliases", aliases)):
            object.__setattr__(self, field, value)


# Agencies that more than one line names.
_COMMERCE = "Department of Commerce"
_HHS = "Department of Health and Human Services"
_HOMELAND = "Department of Homeland Security"
_JUSTICE = "Department of Justice"
_TREASURY = "Department of the Treasury"
_WAR = "Department of War"
_WHITE_HOUSE = "White House Office"
_OMB = "Office of Management and Budget"

OFFICES = (
    Office("President", "Executive Office of the President", "President of the United States"),
    Office("Vice President", "Executive Office of the President", "Vice President of the United States"),
    # The heads of the executive departments (5 U.S.C. 101), in the order of the statute.
    Office("Secretary of State", "Department of State"),
    Office("Secretary of the Treasury", _TREASURY),
    Office("Secretary of War", _WAR, "Secretary of Defense"),
    Office("Attorney General", _JUSTICE, "United States Attorney General"),
    Office("Secretary of the Interior", "Department of the Interior"),
    Office("Secretary of Agriculture", "Department of Agriculture"),
    Office("Secretary of Commerce", _COMMERCE),
    Office("Secretary of Labor", "Department of Labor"),
    Office("Secretary of Health and Human Services", _HHS, "Secretary of HHS"),
    Office(
        "Secretary of Housing and Urban Development", "Department of Housing and Urban Development", "Secretary of HUD"
    ),
    Office("Secretary of Transportation", "Department of Transportation"),
    Office("Secretary of Energy", "Department of Energy"),
    Office("Secretary of Education", "Department of Education"),
    Office("Secretary of Veterans Affairs", "Department of Veterans Affairs", "Secretary of VA"),
    Office("Secretary of Homeland Security", _HOMELAND),
    # The military departments.
    Office("Secretary of the Army", "Department of the Army"),
    Office("Secretary of the Navy", "Department of the Navy"),
    Office("Secretary of the Air Force", "Department of the Air Force"),
    Office("Chairman of the Joint Chiefs of Staff", _WAR),
    Office("Deputy Secretary of War", _WAR, "Deputy Secretary of Defense"),
    Office(
        "Under Secretary of War for Acquisition and Sustainment",
        _WAR,
        "Under Secretary of Defense for Acquisition and Sustainment",
    ),
    Office("Assistant Secretary of the Army for Civil Works", "Department of the Army"),
    Office("Chief of Engineers", "Department of the Army"),
    # The Executive Office of the President.
    Office("White House Chief of Staff", _WHITE_HOUSE, "Assistant to the President and Chief of Staff"),
    Office("Counsel to the President", _WHITE_HOUSE, "White House Counsel"),
    Office(
        "Assistant to the President for National Security Affairs",
        "National Security Council",
        "APNSA",
        "Assistant to the President and National Security Advisor",
    ),
    Office("Assistant to the President for Homeland Security", _WHITE_HOUSE, "Homeland Security Advisor"),
    Office("Assistant to the President for Economic Policy", "National Economic Council", "APEP"),
    Office(
        "Assistant to the President for Domestic Policy",
        "Domestic Policy Council",
        "APDP",
        "Assistant to the President and Domestic Policy Advisor",
    ),
    Office("Assistant to the President for Science and Technology", _WHITE_HOUSE, "APST"),
    Office("Special Advisor for AI and Crypto", _WHITE_HOUSE),
    Office("Director of the National Economic Council", "National Economic Council", "Director of NEC"),
    Office("Director of the Domestic Policy Council", "Domestic Policy Council", "Director of DPC"),
    Office("Director of the Office of Management and Budget", _OMB, "Director of OMB", "OMB Director"),
    Office("Administrator of the Office of Information and Regulatory Affairs", _OMB, "Administrator of OIRA"),
    Office(
        "Administrator for Federal Procurement Policy",
        _OMB,
        "Administrator of OFPP",
        "Administrator of the Office of Federal Procurement Policy",
        "Administrator of the Office of Federal Public Procurement Policy",
    ),
    Office("Office of Federal Procurement Policy", _OMB),
    Office("Chief Statistician of the United States", _OMB),
    Office("Administrator of the Office of Electronic Government", _OMB),
    Office("Federal Chief Information Officer", _OMB, "Federal CIO"),
    Office("Director of the Office of Science and Technology Policy", _WHITE_HOUSE, "Director of OSTP"),
    Office("National Cyber Director", "Office of the National Cyber Director", "NCD"),
    Office("Director of National Drug Control Policy", "Office of National Drug Control Policy", "Director of ONDCP"),
    Office("United States Trade Representative", "Office of the United States Trade Representative", "USTR"),
    Office(
        "Chair of the Council of Economic Advisers",
        "Council of Economic Advisers",
        "Chair of CEA",
        "Chair of the Council of Economic Advisors",
    ),
    Office("Chair of the Council on Environmental Quality", "Council on Environmental Quality", "Chair of CEQ"),
    # Directors and administrators inside the departments.
    Office(
        "Director of the Cybersecurity and Infrastructure Security Agency",
        _HOMELAND,
        "Director of CISA",
        "Director of the Cybersecurity and Infrastructure Security Agency within the Department of Homeland Security",
    ),
    Office("Administrator of the Federal Emergency Management Agency", _HOMELAND, "Administrator of FEMA"),
    Office("Commissioner of U.S. Customs and Border Protection", _HOMELAND, "Commissioner of CBP"),
    Office("Director of U.S. Immigration and Customs Enforcement", _HOMELAND, "Director of ICE"),
    Office("Director of U.S. Citizenship and Immigration Services", _HOMELAND, "Director of USCIS"),
    Office("Administrator of the Transportation Security Administration", _HOMELAND, "Administrator of TSA"),
    Office("Commandant of the Coast Guard", _HOMELAND, "Commandant of the United States Coast Guard"),
    Office("Director of the United States Secret Service", _HOMELAND),
    Office("Director of the National Security Agency", _WAR, "Director of NSA"),
    Office("National Manager for National Security Systems", _WAR, "National Manager"),
    Office("Director of the Defense Advanced Research Projects Agency", _WAR, "Director of DARPA"),
    Office("Director of the National Institute of Standards and Technology", _COMMERCE, "Director of NIST"),
    Office(
        "Director of the Bureau of the Census", _COMMERCE, "Director of the Census Bureau", "Director of the Census"
    ),
    Office(
        "Assistant Secretary of Commerce for Communications and Information",
        _COMMERCE,
        "Assistant Secretary for Communications and Information",
    ),
    Office("Under Secretary of Commerce for Industry and Security", _COMMERCE),
    Office("Under Secretary of Commerce for Oceans and Atmosphere", _COMMERCE),
    Office("Administrator of the National Oceanic and Atmospheric Administration", _COMMERCE, "Administrator of NOAA"),
    Office("Director of the United States Patent and Trademark Office", _COMMERCE, "Director of the USPTO"),
    Office("Administrator of the National Telecommunications and Information Administration", _COMMERCE),
    Office("Director of the Federal Bureau of Investigation", _JUSTICE, "Director of the FBI"),
    Office("Administrator of the Drug Enforcement Administration", _JUSTICE, "Administrator of the DEA"),
    Office("Director of the Bureau of Alcohol, Tobacco, Firearms, and Explosives", _JUSTICE, "Director of the ATF"),
    Office("Commissioner of Food and Drugs", _HHS, "Commissioner of the Food and Drug Administration"),
    Office("Director of the Centers for Disease Control and Prevention", _HHS, "Director of the CDC"),
    Office("Director of the National Institutes of Health", _HHS, "Director of the NIH"),
    Office("Administrator of the Centers for Medicare and Medicaid Services", _HHS, "Administrator of CMS"),
    Office(
        "Administrator of the Federal Aviation Administration",
        "Department of Transportation",
        "Administrator of the FAA",
    ),
    Office("Director of the United States Geological Survey", "Department of the Interior", "Director of the USGS"),
    Office("Director of the Bureau of Land Management", "Department of the Interior", "Director of BLM"),
    Office("Commissioner of Internal Revenue", _TREASURY, "Commissioner of the Internal Revenue Service"),
    Office("Comptroller of the Currency", _TREASURY),
    Office("Alcohol and Tobacco Tax and Trade Bureau", _TREASURY),
    # Independent establishments.
    Office("Director of National Intelligence", "Office of the Director of National Intelligence", "DNI"),
    Office("Director of the Central Intelligence Agency", "Central Intelligence Agency", "Director of the CIA"),
    Office("Director of the Office of Personnel Management", "Office of Personnel Management", "Director of OPM"),
    Office("Administrator of General Services", "General Services Administration", "Administrator of GSA"),
    Office(
        "Administrator of the Environmental Protection Agency",
        "Environmental Protection Agency",
        "Administrator of EPA",
    ),
    Office(
        "Administrator of the National Aeronautics and Space Administration",
        "National Aeronautics and Space Administration",
        "Administrator of NASA",
    ),
    Office("Director of the National Science Foundation", "National Science Foundation", "Director of NSF"),
    Office(
        "Administrator of the Small Business Administration", "Small Business Administration", "Administrator of SBA"
    ),
    Office("Commissioner of Social Security", "Social Security Administration"),
    Office("Archivist of the United States", "National Archives and Records Administration", "Archivist"),
    Office(
        "Administrator of the United States Agency for International Development",
        "United States Agency for International Development",
        "Administrator of USAID",
    ),
    Office("Chair of the Federal Trade Commission", "Federal Trade Commission", "Chair of the FTC"),
    Office("Chair of the Federal Communications Commission", "Federal Communications Commission", "Chair of the FCC"),
    Office("Chair of the Securities and Exchange Commission", "Securities and Exchange Commission", "Chair of the SEC"),
    Office(
        "Chair of the Board of Governors of the Federal Reserve System",
        "Federal Reserve System",
        "Chair of the Federal Reserve",
    ),
    Office("Chair of the Nuclear Regulatory Commission", "Nuclear Regulatory Commission", "Chair of the NRC"),
    Office(
        "Chair of the Federal Energy Regulatory Commission", "Federal Energy Regulatory Commission", "Chair of FERC"
    ),
    Office(
        "Chair of the Equal Employment Opportunity Commission",
        "Equal Employment Opportunity Commission",
        "Chair of the EEOC",
    ),
    Office(
        "Director of the Consumer Financial Protection Bureau",
        "Consumer Financial Protection Bureau",
        "Director of the CFPB",
    ),
    Office("Director of the Federal Housing Finance Agency", "Federal Housing Finance Agency", "Director of the FHFA"),
    Office("Postmaster General", "United States Postal Service", "Postmaster General of the United States"),
    # Offices of the Congress that orders ask or direct.
    Office("Comptroller General of the United States", "Government Accountability Office", "Comptroller General"),
    Office("Librarian of Congress", "Library of Congress"),
    Office("Register of Copyrights", "Library of Congress"),
    Office("Architect of the Capitol", "Architect of the Capitol"),
    Office("Director of the Government Publishing Office", "Government Publishing Office", "Public Printer"),
    # Councils and committees.
    Office("Federal Acquisition Regulatory Council", "Federal Acquisition Regulatory Council", "FAR Council"),
    Office("Committee on National Security Systems", "Committee on National Security Systems", "CNSS"),
)

_HEAD_OF = re.compile(r"(?:administrator|chair|commandant|commissioner|director) of (.+)")
_INSIDE = re.compile(r"\b(?:at|in|of|within) ")

_NAMES = 8192  # that are remembered: each stands in many lists
LONGEST_SLUG = 80  # characters; a longer name is cut and told apart by a digest of the whole


@lru_cache(maxsize=_NAMES)
def office(name: str) -> str:
    """The canonical name of the office that ``name`` means; ``name`` itself, tidied, when no line names it."""
    found = _by_name().get(_folded(name))
    return found.name if found else re.sub(r"^the ", "", " ".join(name.split()), flags=re.I)


def agency(name: str) -> str | None:
    """The agency of the office that ``name`` means, where the table knows it."""
    found = _by_name().get(_folded(name))
    return found.agency if found else None


@lru_cache(maxsize=_NAMES)
def placed_in(name: str) -> str | None:
    """The agency that ``name`` belongs to: that of its line, of the body that it is or heads, of the one it ends in.

    ``Cybersecurity and Infrastructure Security Agency`` and ``Deputy Director of the Office of Management and Budget``
    need no line of their own. ``None`` for an office that the table places nowhere, and for a group in lower case.
    """
    folded = _folded(name)
    own = agency(name) or _bodies().get(folded)
    if own or not name.lstrip()[:1].isupper():
        return own
    ends = (folded[found.end() :] for found in _INSIDE.finditer(folded))
    return next((_bodies()[end] for end in ends if end in _bodies()), None)


def names_of(name: str) -> tuple[str, ...]:
    """Every name of the office that ``name`` means, that one first."""
    found = _by_name().get(_folded(name))
    return tuple(dict.fromkeys((name, *((found.name, *found.aliases) if found else ()))))


def goes_by(name: str, words: str) -> bool:
    """True if ``words``, from a word's beginning on, stand in a name of the office that ``name`` means (``coast``)."""
    part = re.compile(rf"(?<!\w){re.escape(_folded(words))}")
    return any(part.search(_folded(each)) for each in names_of(name))


def known_names() -> tuple[str, ...]:
    """Today's name of each office of the table."""
    return tuple(each.name for each in OFFICES)


@lru_cache(maxsize=_NAMES)
def slug(name: str) -> str:
    """The page and calendar name of an office: lower-case ASCII, for ever the same.

    All names of one office give one slug. Names that differ in case, blanks and punctuation alone mean one office and
    share a slug, so group by slug. Any other two names get different ones: a name that is too long, or that has
    letters outside ASCII, is told apart by eight hexadecimal digits of its SHA-256.
    """
    return _slug_of(office(name))


@lru_cache(maxsize=1)
def former_slugs() -> Mapping[str, str]:
    """The slug that each further name in the table would have if it were an office of its own → its office's slug.

    What was published of an office before it was joined to another still stands under the former.
    """
    own = {_slug_of(each.name) for each in OFFICES}
    found = {_slug_of(alias): _slug_of(each.name) for each in OFFICES for alias in each.aliases}
    return {former: now for former, now in found.items() if former not in own}


def known_agencies() -> tuple[str, ...]:
    """The agencies of the table, each once."""
    return tuple(dict.fromkeys(each.agency for each in OFFICES))


def _slug_of(name: str) -> str:
    folded = unicodedata.normalize("NFC", name).casefold().replace("&", " and ")
    without_marks = re.sub(r"['’.]", "", folded)
    plain = _hyphenated(without_marks)
    if plain and len(plain) <= LONGEST_SLUG and not re.search(r"[^\W_]", re.sub(r"[a-z0-9]", "", folded)):
        return plain
    words = (
        _hyphenated(unicodedata.normalize("NFKD", without_marks).encode("ascii", "ignore").decode("ascii")) or "office"
    )
    digest = hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{words[:LONGEST_SLUG].rstrip('-')}-{digest}"


def _hyphenated(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words))


def _folded(name: str) -> str:
    """What two spellings of one office's name have in common: no case, no article, ``Chair`` for ``Chairman``."""
    words = unicodedata.normalize("NFC", name).casefold().replace("u.s.", "united states").replace("&", " and ")
    words = re.sub(r"\bchair(?:man|woman|person)\b", "chair", words)
    return " ".join(word for word in words.split() if word != "the")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Office]:
    return {_folded(name): each for each in OFFICES for name in (each.name, *each.aliases)}


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    """Agencies and the bodies inside them → the agency: a department by its secretary, a body by who heads it."""
    found: dict[str, str] = {}
    for name, each in _by_name().items():
        if name.startswith("secretary of "):
            found.setdefault(f"department {name.removeprefix('secretary ')}", each.agency)
        elif head := _HEAD_OF.fullmatch(name):
            found.setdefault(head[1], each.agency)
    return found | {_folded(each.agency): each.agency for each in OFFICES}
