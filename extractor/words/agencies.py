"""Abbreviations of agencies that orders use without a word of explanation, written out."""

from __future__ import annotations

# One agency a line: its abbreviation and its name. An order's own definition of the letters wins.
_LINES = """
AG      Attorney General
ATF     Bureau of Alcohol, Tobacco, Firearms, and Explosives
BLM     Bureau of Land Management
CBP     U.S. Customs and Border Protection
CDC     Centers for Disease Control and Prevention
CEQ     Council on Environmental Quality
CFPB    Consumer Financial Protection Bureau
CFTC    Commodity Futures Trading Commission
CIA     Central Intelligence Agency
CISA    Cybersecurity and Infrastructure Security Agency
CMS     Centers for Medicare and Medicaid Services
CPSC    Consumer Product Safety Commission
DARPA   Defense Advanced Research Projects Agency
DEA     Drug Enforcement Administration
DFC     United States International Development Finance Corporation
DHS     Department of Homeland Security
DNI     Director of National Intelligence
DOD     Department of Defense
DOE     Department of Energy
DOI     Department of the Interior
DOJ     Department of Justice
DOL     Department of Labor
DOT     Department of Transportation
ED      Department of Education
EEOC    Equal Employment Opportunity Commission
EPA     Environmental Protection Agency
FAA     Federal Aviation Administration
FBI     Federal Bureau of Investigation
FCC     Federal Communications Commission
FDA     Food and Drug Administration
FDIC    Federal Deposit Insurance Corporation
FEMA    Federal Emergency Management Agency
FERC    Federal Energy Regulatory Commission
FHFA    Federal Housing Finance Agency
FHWA    Federal Highway Administration
FLRA    Federal Labor Relations Authority
FRA     Federal Railroad Administration
FTA     Federal Transit Administration
FTC     Federal Trade Commission
GAO     Government Accountability Office
GPO     Government Publishing Office
GSA     General Services Administration
HHS     Department of Health and Human Services
HUD     Department of Housing and Urban Development
ICE     U.S. Immigration and Customs Enforcement
IRS     Internal Revenue Service
MSPB    Merit Systems Protection Board
NARA    National Archives and Records Administration
NASA    National Aeronautics and Space Administration
NIH     National Institutes of Health
NIST    National Institute of Standards and Technology
NLRB    National Labor Relations Board
NOAA    National Oceanic and Atmospheric Administration
NRC     Nuclear Regulatory Commission
NSA     National Security Agency
NSC     National Security Council
NSF     National Science Foundation
NTIA    National Telecommunications and Information Administration
NTSB    National Transportation Safety Board
ODNI    Office of the Director of National Intelligence
OFPP    Office of Federal Procurement Policy
OGE     Office of Government Ethics
OIRA    Office of Information and Regulatory Affairs
OMB     Office of Management and Budget
ONDCP   Office of National Drug Control Policy
OPM     Office of Personnel Management
OSHA    Occupational Safety and Health Administration
OSTP    Office of Science and Technology Policy
PBGC    Pension Benefit Guaranty Corporation
SBA     Small Business Administration
SEC     Securities and Exchange Commission
SSA     Social Security Administration
TSA     Transportation Security Administration
TVA     Tennessee Valley Authority
USAID   United States Agency for International Development
USCG    United States Coast Guard
USCIS   U.S. Citizenship and Immigration Services
USDA    Department of Agriculture
USGS    United States Geological Survey
USPS    United States Postal Service
USPTO   United States Patent and Trademark Office
USSS    United States Secret Service
USTR    United States Trade Representative
VA      Department of Veterans Affairs
"""
AGENCIES = {line.split()[0]: line.split(maxsplit=1)[1] for line in _LINES.splitlines() if line}

# What a reader may type for an agency and no order writes: the by-name and the agency. The search knows them.
BYNAMES = {
    "DoW": "Department of War",
    "EOP": "Executive Office of the President",
    "Fed": "Federal Reserve System",
    "Pentagon": "Department of War",
    "White House": "Executive Office of the President",
}
