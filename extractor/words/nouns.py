"""Nouns of the trade: what names an official or a body."""

from __future__ import annotations

import re

# Nouns that head the name of an official. Lower case; a plural stands beside its singular where orders use both.
OFFICER_NOUNS = frozenset(
    "administrator administrators adviser advisers advisor advisors ambassador ambassadors appointees archivist assistant "
    "assistants attorney attorneys chair chairman chairmen chairperson chairpersons chairs chairwoman chief "
    "chiefs co-chair co-chairman co-chairmen co-chairs co-lead co-leads commandant commander commanders "
    "commissioner commissioners comptroller coordinator coordinators counsel counselor counsels custodian czar "
    "deputies deputy designee designees director directors economist employees envoy examiners executive executives "
    "general governor governors head heads inspectors lead leader leaders leads liaison liaisons librarian "
    "manager managers marshal mayor mayors member members minister ministers negotiators officer officers official officials "
    "ombudsman personnel postmaster president principals prosecutor prosecutors registrar regulator regulators "
    "representative representatives scientist secretariat secretaries secretary solicitor statistician superintendent surgeon treasurer "
    "undersecretary vice vice-chair".split()
)
# Nouns that head the name of a body.
BODY_NOUNS = frozenset(
    "academy administration agencies agency authorities authority bank board boards branch branches bureau "
    "cabinet center centers commission commissions committee committees component components consortium "
    "corporation corps council councils court department departments directorate division element elements "
    "embassies embassy endowment endowments entities entity establishment establishments force forces foundation government "
    "governments group groups guard institute institutes mission missions office offices others panel panels police "
    "reserve secretariat service services staff subcabinet subcommittee subcommittees team teams union university".split()
)
# Bodies that have members, and the members.
COUNCIL_NOUNS = frozenset(
    "board boards cabinet center centers commission commissions committee committees council councils court "
    "directorate force forces forum group groups initiative judges member members membership office offices "
    "organization panel panels roundtable secretariat subcabinet subcommittee subcommittees team teams".split()
)
ACTOR_NOUNS = OFFICER_NOUNS | BODY_NOUNS
# What names an official only with a capital (``Executive Agent``): in lower case most of these are things or anybody.
TITLE_NOUNS = frozenset(
    "accountant actuary adjutant advocate agent architect auditor auditors bursar captain chancellor chaplain clerk co-chairperson "
    "co-chairpersons colonel controller controllers curator dean delegate engineer envoys historian inspector inspectors judge "
    "justice justices keeper keepers parliamentarian printer provost purveyor recorder sergeant sheriff steward surveyor trustee trustees warden".split()
) | {"ceo", "cfo", "chco", "cio", "ciso", "coo", "cto"}
# Of the words that end as those of doers do, what no doer is: ``Controller of``, but ``Letter of``.
_NO_DOERS = frozenset(
    "accelerator after another banner barrier behavior better binder border calendar cancer career chapter charter cluster color computer "
    "consumer contractor copper corridor counter customer cyber december disaster disorder door easter emperor error ether ever factor "
    "farmer favor fiber filter floor folder former further gender harbor her higher honor however identifier indicator inter "
    "interior islander newcomer labor later layer ledger letter liquor lower lumber major manner matter merger meter minor mirror monitor motor newsletter "
    "november number october offer older order other outer over owner paper passenger peer plaintiff power prior proper provider quarter "
    "reactor reader river saver sector semester senior september server shelter silver sponsor starter stormwater subchapter summer "
    "superior supplier taxpayer tender tensor terror theater tier timber together tower transfer transgender trigger under upper user vapor "
    "valor vector veteran visitor voter voucher waiver warrior water weather wastewater whether winter worker".split()
)
_DOER = re.compile(r"(?:[a-z]+-)?[a-z]{2,}(?:er|or|eer|ist|keeper|master)s?")


def names_title(word: str) -> bool:
    """Can a capitalised word head an official's title: ``Controller``, ``Printer``, ``Beekeeper``, not ``Letter``, ``Order``?"""
    lower = word.lower()
    return lower in TITLE_NOUNS or bool(_DOER.fullmatch(lower)) and lower.rstrip("s") not in _NO_DOERS


# Words that start a new name in a list ("… and Attorney General").
TITLE_STARTS = frozenset(
    "acting administrator administrators archivist assistant associate attorney chair chairman chairperson "
    "chairs chief chiefs co-chair co-chairs commandant commissioner comptroller counsel deputy director "
    "directors executive head heads librarian members national postmaster president principal representative "
    "secretaries secretary senior solicitor special surgeon under united vice".split()
)

# Words that a comma parts inside one name (``Alcohol, Tobacco, Firearms, and Explosives``); a list of names ends at any other.
COMMA_NAMES = frozenset(
    tuple(pair.split("|"))
    for pair in (
        "acquisition|technology alcohol|tobacco commerce|science cybersecurity|energy democracy|and democracy|human "
        "disabilities|and drug|and economic|energy education|and education|labor energy|and energy|installations "
        "firearms|and growth|energy health|education installations|and intelligence|and international|scientific "
        "labor|and legislative|political oceanographic|and oceans|and political|and procurement|and "
        "research|education science|and senate|and technology|and terrorism|and tobacco|firearms trade|and "
    ).split()
)
