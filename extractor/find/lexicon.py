"""Words of the trade: what names an official or a body, what introduces a name, what only qualifies one."""

from __future__ import annotations

# Nouns that head the name of an official. Lower case; a plural stands beside its singular where orders use both.
OFFICER_NOUNS = frozenset(
    "secretary secretaries administrator administrators director directors chair chairs chairman chairmen chairperson "
    "chairpersons chairwoman co-chair co-chairs co-chairman co-chairmen vice-chair commissioner commissioners assistant assistants counsel "
    "counselor counsels advisor advisors adviser advisers representative representatives comptroller archivist postmaster "
    "librarian surgeon chief chiefs officer officers official officials president executive executives coordinator coordinators "
    "ambassador ambassadors head heads general attorney attorneys deputy deputies undersecretary governor governors commander commanders "
    "manager managers members member designee designees leader leaders liaison liaisons custodian solicitor treasurer superintendent envoy "
    "czar lead leads ombudsman registrar marshal commandant ministers minister prosecutor prosecutors "
    "secretariat co-lead co-leads vice employees personnel regulators regulator inspectors examiners negotiators".split()
)
# Nouns that head the name of a body.
BODY_NOUNS = frozenset(
    "agency agencies department departments council councils committee committees commission commissions board boards "
    "office offices bureau administration service services corps center centers group groups team teams panel panels "
    "institute institutes foundation corporation authority authorities force forces establishment establishments "
    "component components entity entities subcommittee subcommittees guard reserve university academy "
    "secretariat directorate division mission missions embassy embassies union consortium government governments "
    "cabinet court branch branches bank others subcabinet element elements".split()
)
ACTOR_NOUNS = OFFICER_NOUNS | BODY_NOUNS
# Words that start a new name in a list ("… and Attorney General").
TITLE_STARTS = frozenset(
    "secretary secretaries administrator director attorney chair chairs chairman chairperson commissioner assistant counsel "
    "representative comptroller archivist postmaster librarian surgeon president deputy under associate principal "
    "national co-chairs co-chair heads head chief chiefs executive vice united commandant members solicitor special senior acting "
    "administrators directors".split()
)
DETERMINERS = frozenset(
    "neither the a an each all any every such other relevant appropriate affected those these both no this that its their his her our".split()
)
QUALIFIERS = frozenset(
    "relevant appropriate applicable other affected interested covered participating responsible respective federal such "
    "executive independent designated remaining pertinent similar additional key said specified concerned federal civilian "
    "contracting procuring lending regulatory military civilian individual several non-federal senior following "
    "state local tribal territorial sector-specific sponsoring implementing land-managing grant-making grantmaking "
    "awarding law-enforcement law-making funding nominating principal new intelligence sub-agency large identified reporting "
    "foreign human rulemaking health private-sector private sector national economic environmental lead public".split()
)
CONNECTORS = frozenset("of for to on and the in at by with within from or &".split())
PRONOUNS = frozenset("they he she it".split())
# Adverbs and asides that stand between a modal and its verb, or beside a name, and change neither.
FILLERS = frozenset(
    "each also hereby then immediately promptly additionally respectively only thereafter together "
    "collectively individually likewise subsequently initially periodically regularly thereby forthwith both either "
    "separately henceforth therefore thus otherwise nevertheless accordingly similarly again always".split()
)
# Base forms that open a verb phrase in orders; used where a noun could stand instead (a list item, a second predicate).
VERBS = frozenset(
    "accelerate accept access account achieve acquire act adapt add address adhere adjust administer adopt advance advise advocate align "
    "allocate allow amend analyze announce appeal apply appoint approve arrange ascertain ask assemble assess assign assist assume assure attempt attend "
    "audit authorize award base be become begin bring brief broaden build calculate carry catalog cause cease centralize certify "
    "chair change charge check choose clarify classify close co-chair collaborate collect combat commence commission commit communicate "
    "compare compile complete comply conclude conduct confer confirm consider consolidate construct consult continue contribute convene convert "
    "convey cooperate coordinate correct counter cover create cut deconflict dedicate deem defend define delegate delete deliver demonstrate "
    "deny deploy describe design designate detail detect deter determine develop devote direct disband disclose discontinue discourage disestablish dismiss "
    "disseminate distribute document draft draw earmark educate effectuate eliminate employ empower enable enact encourage end enforce engage enhance "
    "ensure enter equip establish estimate evaluate examine exceed exclude execute exempt exercise exhaust expand expedite explore "
    "explain expose extend facilitate file finalize find focus follow form formulate foster fulfill fund furnish further gather give "
    "grant guide have harmonize hear help hire hold host identify immediately implement impose improve incentivize include incorporate increase "
    "inform initiate inspect institute integrate intensify interpret inventory investigate invite issue join keep launch lead "
    "leverage limit list locate maintain make manage mandate map market maximize meet mentor minimize mitigate mobilize model modernize modify monitor move "
    "negotiate nominate notify obtain offer open operate optimize order organize outline oversee own partner participate pay perform permit pilot "
    "place plan post prepare prescribe present preserve prevent prioritize procure produce prohibit promote promulgate propose protect "
    "provide publicize publish purchase pursue put qualify raise reach realign reassess receive recognize recommend reconsider reconvene record recruit redesignate redirect "
    "reduce refer refine reform refrain regulate reinforce reinstate reissue reject release remain remedy remove render renew reopen reorganize repeal replace "
    "report represent request require rescind research reserve resolve respond restore restrict result retain return review revise revisit "
    "revoke safeguard schedule secure seek select send serve set share simplify solicit specify speed spend sponsor standardize start "
    "state streamline strengthen strive study submit sunset supervise supplement supply support suspend sustain tailor take target task "
    "terminate test track train transfer transition translate transmit treat undertake unify update upgrade urge use utilize validate verify vet "
    "waive withdraw withhold work abolish accomplish acknowledge affect aim avoid balance bear budget buy cancel champion conform "
    "constitute contain count decide decline defer deposit deputize devise disapprove discuss display drive elect elevate emphasize endeavor "
    "eradicate excuse fill function guarantee halt harness highlight innovate insert install instruct involve measure name note pass pause "
    "possess preside proceed process reaffirm redesign reevaluate reexamine reflect remit rename repeat resume reward satisfy sell show "
    "summarize survey teach transform unleash uphold abstain adjourn arrive assert attach bolster catalogue cite close concur defray "
    "demand depart double endorse enlist exhort fast-track fix forward inspire mark match moderate operationalize "
    "overhaul pledge prevail probe push quantify quantify re-evaluate rebuild recover recuse redouble reimburse reorient repatriate repurpose "
    "resist reverse route run screen seize settle shift stop stimulate stockpile substitute tackle televise tighten tie trace treat turn "
    "understand unlock vacate widen write call mail abate adjudicate affirm alert alleviate amplify answer anticipate apportion appraise apprise articulate "
    "auction augment avail await block boost broadcast canvass certify challenge characterize charter circulate cite codify combine commend "
    "compensate compete compute condemn configure congratulate constrain consult contact contest contract corroborate credential cultivate cure curtail customize "
    "declare declassify deepen defeat deliberate delineate delist demolish denaturalize denounce derive deregulate designate destroy detain "
    "diagnose digitize diminish discharge discipline discriminate disseminate disrupt diversify divest donate download duplicate ease elaborate elicit embed emulate enforce "
    "enjoin enrich enroll enumerate equalize escalate evacuate exchange excise exhibit expel exploit export extract extradite favor finance flag forego forgo fortify "
    "freeze gain garner generate hasten heighten host illustrate import impound inhibit initiate inject institutionalize insure "
    "intensify intercept interdict intervene interview itemize justify label launch lease lend levy liaise license lift liquidate litigate lobby localize map "
    "master merge migrate monetize narrow neutralize normalize nullify observe occupy offset onboard optimize orient originate pardon patrol penalize "
    "persuade plant populate postpone praise precertify preclude predict preempt present pretreat print privatize "
    "probe professionalize protest prosecute prove punish pursue quarantine query ratify reallocate reap rebalance rebut recalibrate recapitalize "
    "recast reclaim reclassify recognize recommit reconcile reconstitute recoup rectify recycle redact reduce reengineer refresh refund refuse register "
    "rehabilitate reimagine reinvest reiterate reject relay release relinquish relocate rely remind remunerate repair repay rephrase replenish replicate reposition reprogram "
    "reserve reshape reshore resettle resubmit retire retrain retrieve retrofit reuse revitalize safeguard salvage sanction satisfy scrutinize seal search segregate self-certify "
    "sequence settle shape shield ship shorten shut sign simulate solve spur stabilize stage steer store structure subscribe subsidize summon supplant suppress "
    "surge surrender switch synchronize synthesize tabulate tax testify thwart tolerate transact transcribe transmit transport "
    "triage trim uncover unveil update upload uproot utilize vary verify veto view visit vote wage waive warn weigh welcome".split()
)  # fmt: skip
ORDINAL_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def number(words: str) -> int | None:
    """``30``, ``thirty``, ``one hundred and twenty``, ``forty-five`` or ``ninety (90)`` as a number."""
    parts = [p for p in words.lower().replace("-", " ").replace(",", "").split() if p not in ("and", "a", "(", ")")]
    total = 0
    for part in parts:
        part = part.strip("()")
        if part.isdigit():
            return int(part)
        if part in ORDINAL_WORDS:
            total += ORDINAL_WORDS[part]
        elif part == "hundred":
            total = max(total, 1) * 100
        elif part:
            return None
    return total or None


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
