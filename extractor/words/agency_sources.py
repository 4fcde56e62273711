"""Where each agency publishes what it did: its name in the Federal Register's searches, and its own page of news or directives.

One agency a line: its name as ``extractor/officials.py`` has it, the Register's name of it in addresses (``-`` where it has
none), and its own page (``-`` where none is known). A former name needs no line.
"""

from __future__ import annotations

from dataclasses import dataclass

_LINES = """
Central Intelligence Agency | central-intelligence-agency | -
Consumer Financial Protection Bureau | consumer-financial-protection-bureau | https://www.consumerfinance.gov/about-us/newsroom/
Council on Environmental Quality | council-on-environmental-quality | -
Department of Agriculture | agriculture-department | https://www.usda.gov/about-usda/news/press-releases
Department of Commerce | commerce-department | https://www.commerce.gov/news
Department of Education | education-department | https://www.ed.gov/about/news
Department of Energy | energy-department | https://www.energy.gov/newsroom
Department of Health and Human Services | health-and-human-services-department | https://www.hhs.gov/press-room/index.html
Department of Homeland Security | homeland-security-department | https://www.dhs.gov/news-releases/press-releases
Department of Housing and Urban Development | housing-and-urban-development-department | https://www.hud.gov/news
Department of Justice | justice-department | https://www.justice.gov/news
Department of Labor | labor-department | https://www.dol.gov/newsroom/releases
Department of State | state-department | https://www.state.gov/press-releases/
Department of the Air Force | air-force-department | https://www.af.mil/News/
Department of the Army | army-department | https://www.army.mil/news/
Department of the Interior | interior-department | https://www.doi.gov/news
Department of the Navy | navy-department | https://www.navy.mil/Press-Office/
Department of the Treasury | treasury-department | https://home.treasury.gov/news/press-releases
Department of Transportation | transportation-department | https://www.transportation.gov/newsroom
Department of Veterans Affairs | veterans-affairs-department | https://news.va.gov/
Department of War | defense-department | https://www.war.gov/News/Releases/
Environmental Protection Agency | environmental-protection-agency | https://www.epa.gov/newsreleases
Equal Employment Opportunity Commission | equal-employment-opportunity-commission | https://www.eeoc.gov/newsroom
Executive Office of the President | executive-office-of-the-president | https://www.whitehouse.gov/presidential-actions/
Federal Communications Commission | federal-communications-commission | https://www.fcc.gov/news-events
Federal Energy Regulatory Commission | federal-energy-regulatory-commission | https://www.ferc.gov/news-events
Federal Housing Finance Agency | federal-housing-finance-agency | https://www.fhfa.gov/news
Federal Reserve System | federal-reserve-system | https://www.federalreserve.gov/newsevents/pressreleases.htm
Federal Trade Commission | federal-trade-commission | https://www.ftc.gov/news-events/news/press-releases
General Services Administration | general-services-administration | https://www.gsa.gov/about-us/newsroom
National Aeronautics and Space Administration | national-aeronautics-and-space-administration | https://www.nasa.gov/news/
National Archives and Records Administration | national-archives-and-records-administration | https://www.archives.gov/press
National Science Foundation | national-science-foundation | https://www.nsf.gov/news
Nuclear Regulatory Commission | nuclear-regulatory-commission | https://www.nrc.gov/reading-rm/doc-collections/news/
Office of Management and Budget | management-and-budget-office | https://www.whitehouse.gov/omb/information-resources/guidance/memoranda/
Office of Personnel Management | personnel-management-office | https://www.opm.gov/news/
Office of the Director of National Intelligence | national-intelligence-office-of-the-national-director | https://www.dni.gov/index.php/newsroom/press-releases
Office of the United States Trade Representative | trade-representative-office-of-united-states | https://ustr.gov/about-us/policy-offices/press-office/press-releases
Securities and Exchange Commission | securities-and-exchange-commission | https://www.sec.gov/newsroom/press-releases
Small Business Administration | small-business-administration | -
Social Security Administration | social-security-administration | https://www.ssa.gov/news/
United States Agency for International Development | agency-for-international-development | -
White House Office | - | https://www.whitehouse.gov/presidential-actions/
"""

# Offices whose own page tells more than their department's: one office a line, as above without the Register's name.
_OFFICES = """
Director of the Cybersecurity and Infrastructure Security Agency | https://www.cisa.gov/directives
Director of the National Institute of Standards and Technology | https://www.nist.gov/news-events
Director of the Office of Science and Technology Policy | https://www.whitehouse.gov/ostp/
"""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where an agency publishes: its name in the Register's addresses and its own page, each ``None`` where unknown."""

    register: str | None
    own: str | None


def _line(line: str) -> tuple[str, Sources]:
    name, register, own = (part.strip() for part in line.split(" | "))
    return name, Sources(*(None if part == "-" else part for part in (register, own)))


AGENCY_SOURCES = dict(_line(line) for line in _LINES.splitlines() if line)
OFFICE_PAGES = dict(line.split(" | ") for line in _OFFICES.splitlines() if line)
