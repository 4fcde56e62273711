"""Federal offices: the names under which orders speak of one office, and each office's page and calendar name.

One line is one office: the name used today, the agency, then every other name (former names, short forms). To add an
office, add a line. An office that no line names is itself: its own words are its canonical name.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the executive branch: its name today, its agency, its former names and its short forms."""

    name: str
    agency: str
    aliases: tuple[str, ...] = ()


def _office(name: str, agency: str, *aliases: str) -> Office:
    return Office(name, agency, aliases)


# fmt: off
OFFICES = (
    _office("President", "Executive Office of the President", "President of the United States"),
    _office("Vice President", "Executive Office of the President", "Vice President of the United States"),
    # The heads of the executive departments (5 U.S.C. 101), in the order of the statute.
    _office("Secretary of State", "Department of State"),
    _office("Secretary of the Treasury", "Department of the Treasury", "Secretary of Treasury"),
    _office("Secretary of War", "Department of War", "Secretary of Defense"),
    _office("Attorney General", "Department of Justice", "United States Attorney General"),
    _office("Secretary of the Interior", "Department of the Interior", "Secretary of Interior"),
    _office("Secretary of Agriculture", "Department of Agriculture"),
    _office("Secretary of Commerce", "Department of Commerce"),
    _office("Secretary of Labor", "Department of Labor"),
    _office("Secretary of Health and Human Services", "Department of Health and Human Services", "Secretary of HHS"),
    _office("Secretary of Housing and Urban Development", "Department of Housing and Urban Development", "Secretary of HUD"),
    _office("Secretary of Transportation", "Department of Transportation"),
    _office("Secretary of Energy", "Department of Energy"),
    _office("Secretary of Education", "Department of Education"),
    _office("Secretary of Veterans Affairs", "Department of Veterans Affairs"),
    _office("Secretary of Homeland Security", "Department of Homeland Security"),
    # The military departments.
    _office("Secretary of the Army", "Department of the Army"),
    _office("Secretary of the Navy", "Department of the Navy"),
    _office("Secretary of the Air Force", "Department of the Air Force"),
    _office("Chairman of the Joint Chiefs of Staff", "Department of War"),
    # The Executive Office of the President.
    _office("White House Chief of Staff", "White House Office", "Chief of Staff to the President", "Assistant to the President and Chief of Staff"),
    _office("Counsel to the President", "White House Office", "White House Counsel"),
    _office("Assistant to the President for National Security Affairs", "National Security Council", "APNSA", "National Security Advisor"),
    _office("Assistant to the President for Homeland Security", "White House Office", "Homeland Security Advisor", "Assistant to the President for Homeland Security and Counterterrorism"),
    _office("Assistant to the President for Economic Policy", "National Economic Council", "APEP", "Director of the National Economic Council", "Director of NEC"),
    _office("Assistant to the President for Domestic Policy", "Domestic Policy Council", "APDP", "Director of the Domestic Policy Council", "Director of DPC"),
    _office("Assistant to the President for Science and Technology", "White House Office", "APST"),
    _office("Special Advisor for AI and Crypto", "White House Office"),
    _office("Director of the Office of Management and Budget", "Office of Management and Budget", "Director of OMB", "OMB Director"),
    _office("Administrator of the Office of Information and Regulatory Affairs", "Office of Management and Budget", "Administrator of OIRA"),
    _office("Administrator for Federal Procurement Policy", "Office of Management and Budget", "Administrator of the Office of Federal Procurement Policy", "Administrator of OFPP"),
    _office("Federal Chief Information Officer", "Office of Management and Budget", "Administrator of the Office of Electronic Government"),
    _office("Director of the Office of Science and Technology Policy", "Office of Science and Technology Policy", "Director of OSTP"),
    _office("National Cyber Director", "Office of the National Cyber Director", "NCD"),
    _office("Director of National Drug Control Policy", "Office of National Drug Control Policy", "Director of the Office of National Drug Control Policy", "Director of ONDCP"),
    _office("United States Trade Representative", "Office of the United States Trade Representative", "U.S. Trade Representative", "USTR"),
    _office("Chair of the Council of Economic Advisers", "Council of Economic Advisers", "Chairman of the Council of Economic Advisers", "Chair of CEA"),
    _office("Chair of the Council on Environmental Quality", "Council on Environmental Quality", "Chairman of the Council on Environmental Quality", "Chair of CEQ"),
    # Directors and administrators inside the departments.
    _office("Director of the Cybersecurity and Infrastructure Security Agency", "Department of Homeland Security", "Director of CISA", "CISA Director"),
    _office("Administrator of the Federal Emergency Management Agency", "Department of Homeland Security", "Administrator of FEMA"),
    _office("Commissioner of U.S. Customs and Border Protection", "Department of Homeland Security", "Commissioner of CBP"),
    _office("Director of U.S. Immigration and Customs Enforcement", "Department of Homeland Security", "Director of ICE"),
    _office("Director of U.S. Citizenship and Immigration Services", "Department of Homeland Security", "Director of USCIS"),
    _office("Administrator of the Transportation Security Administration", "Department of Homeland Security", "Administrator of TSA"),
    _office("Commandant of the Coast Guard", "Department of Homeland Security", "Commandant of the United States Coast Guard"),
    _office("Director of the United States Secret Service", "Department of Homeland Security"),
    _office("Director of the National Security Agency", "Department of War", "Director of NSA", "NSA Director"),
    _office("National Manager for National Security Systems", "National Security Agency", "National Manager"),
    _office("Director of the Defense Advanced Research Projects Agency", "Department of War", "Director of DARPA"),
    _office("Director of the National Institute of Standards and Technology", "Department of Commerce", "Director of NIST"),
    _office("Director of the Bureau of the Census", "Department of Commerce", "Director of the Census Bureau", "Director of the Census"),
    _office("Under Secretary of Commerce for Industry and Security", "Department of Commerce", "Under Secretary for Industry and Security"),
    _office("Administrator of the National Oceanic and Atmospheric Administration", "Department of Commerce", "Administrator of NOAA", "Under Secretary of Commerce for Oceans and Atmosphere"),
    _office("Director of the United States Patent and Trademark Office", "Department of Commerce", "Director of the USPTO", "Director of USPTO", "Under Secretary of Commerce for Intellectual Property"),
    _office("Assistant Secretary of Commerce for Communications and Information", "Department of Commerce", "Administrator of the National Telecommunications and Information Administration", "Administrator of NTIA"),
    _office("Director of the Federal Bureau of Investigation", "Department of Justice", "Director of the FBI", "Director of FBI"),
    _office("Administrator of the Drug Enforcement Administration", "Department of Justice", "Administrator of the DEA"),
    _office("Director of the Bureau of Alcohol, Tobacco, Firearms, and Explosives", "Department of Justice", "Director of ATF"),
    _office("Commissioner of Food and Drugs", "Department of Health and Human Services", "Commissioner of the Food and Drug Administration", "FDA Commissioner"),
    _office("Director of the Centers for Disease Control and Prevention", "Department of Health and Human Services", "Director of the CDC", "Director of CDC"),
    _office("Director of the National Institutes of Health", "Department of Health and Human Services", "Director of NIH"),
    _office("Administrator of the Centers for Medicare and Medicaid Services", "Department of Health and Human Services", "Administrator of the Centers for Medicare & Medicaid Services", "Administrator of CMS"),
    _office("Administrator of the Federal Aviation Administration", "Department of Transportation", "Administrator of the FAA", "FAA Administrator"),
    _office("Director of the United States Geological Survey", "Department of the Interior", "Director of the USGS", "Director of the U.S. Geological Survey"),
    _office("Commissioner of Internal Revenue", "Department of the Treasury", "Commissioner of the Internal Revenue Service"),
    _office("Comptroller of the Currency", "Department of the Treasury"),
    # Independent establishments.
    _office("Director of National Intelligence", "Office of the Director of National Intelligence", "DNI"),
    _office("Director of the Central Intelligence Agency", "Central Intelligence Agency", "Director of the CIA", "Director of CIA"),
    _office("Director of the Office of Personnel Management", "Office of Personnel Management", "Director of OPM", "OPM Director"),
    _office("Administrator of General Services", "General Services Administration", "Administrator of the General Services Administration", "Administrator of GSA"),
    _office("Administrator of the Environmental Protection Agency", "Environmental Protection Agency", "Administrator of the EPA", "Administrator of EPA"),
    _office("Administrator of the National Aeronautics and Space Administration", "National Aeronautics and Space Administration", "Administrator of NASA", "NASA Administrator"),
    _office("Director of the National Science Foundation", "National Science Foundation", "Director of NSF"),
    _office("Administrator of the Small Business Administration", "Small Business Administration", "Administrator of the SBA", "Administrator of SBA"),
    _office("Commissioner of Social Security", "Social Security Administration", "Commissioner of the Social Security Administration"),
    _office("Archivist of the United States", "National Archives and Records Administration", "Archivist"),
    _office("Administrator of the United States Agency for International Development", "United States Agency for International Development", "Administrator of USAID"),
    _office("Chair of the Federal Trade Commission", "Federal Trade Commission", "Chairman of the Federal Trade Commission", "Chair of the FTC", "Chairman of the FTC"),
    _office("Chairman of the Federal Communications Commission", "Federal Communications Commission", "Chair of the Federal Communications Commission", "Chairman of the FCC", "Chair of the FCC"),
    _office("Chairman of the Securities and Exchange Commission", "Securities and Exchange Commission", "Chair of the Securities and Exchange Commission", "Chairman of the SEC"),
    _office("Chair of the Board of Governors of the Federal Reserve System", "Federal Reserve System", "Chairman of the Board of Governors of the Federal Reserve System", "Chairman of the Federal Reserve"),
    _office("Chairman of the Nuclear Regulatory Commission", "Nuclear Regulatory Commission", "Chair of the Nuclear Regulatory Commission", "Chairman of the NRC"),
    _office("Chair of the Federal Energy Regulatory Commission", "Federal Energy Regulatory Commission", "Chairman of the Federal Energy Regulatory Commission", "Chairman of FERC"),
    _office("Chair of the Equal Employment Opportunity Commission", "Equal Employment Opportunity Commission", "Chair of the EEOC"),
    _office("Director of the Consumer Financial Protection Bureau", "Consumer Financial Protection Bureau", "Director of the CFPB", "Director of CFPB"),
    _office("Director of the Federal Housing Finance Agency", "Federal Housing Finance Agency", "Director of the FHFA", "Director of FHFA"),
    _office("Federal Acquisition Regulatory Council", "Federal Acquisition Regulatory Council", "FAR Council"),
    _office("Committee on National Security Systems", "Committee on National Security Systems", "CNSS"),
)
# fmt: on

LONGEST_SLUG = 80  # characters; a longer name is cut and told apart by a digest of the whole


def office(name: str) -> str:
    """The canonical name of the office that ``name`` means; ``name`` itself, tidied, when no line names it."""
    words = _tidy(name)
    found = _by_name().get(words.casefold())
    return found.name if found else words


def agency(name: str) -> str | None:
    """The agency of the office that ``name`` means, where the table knows it."""
    found = _by_name().get(_tidy(name).casefold())
    return found.agency if found else None


def slug(name: str) -> str:
    """The page and calendar name of an office: lower-case ASCII, for ever the same.

    All names of one office give one slug. Names that differ in case, blanks and punctuation alone mean one office and
    share a slug, so group by slug. Any other two names get different ones: a name that is too long, or that has
    letters outside ASCII, is told apart by eight hexadecimal digits of its SHA-256.
    """
    folded = unicodedata.normalize("NFC", office(name)).casefold().replace("&", " and ")
    plain = _hyphenated(re.sub(r"['’.]", "", folded))
    if plain and len(plain) <= LONGEST_SLUG and not re.search(r"[^\W_]", re.sub(r"[a-z0-9]", "", folded)):
        return plain
    words = _hyphenated(unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode("ascii")) or "office"
    digest = hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{words[:LONGEST_SLUG].rstrip('-')}-{digest}"


def _hyphenated(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words))


def _tidy(name: str) -> str:
    """The name without a leading article and with single blanks."""
    return re.sub(r"^the ", "", " ".join(name.split()), flags=re.I)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Office]:
    return {name.casefold(): each for each in OFFICES for name in (each.name, *each.aliases)}
