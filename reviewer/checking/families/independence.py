"""Who must not be the same person: handler and reviewer, handler and chair, handler and kin.

行政处罚法 43 (recusal), 58(2) (legal review), 64 (hearing), 57(2) (discussion).
"""

from collections.abc import Iterator

from reviewer.checking import parameters
from reviewer.checking.families.documents import may_be_hidden
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.records import Named, handlers, people, perhaps_same, same_people
from reviewer.checking.registry import FAMILIES
from reviewer.checking.roster import QUALIFICATION
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Finding, Place, ReviewStaff, RuleInfo, Verdict
from reviewer.reckoning.textnorm import squeezed

_HEARING = ("DT30", "DT32", "DT33")
_REQUESTS = ("DT29",)
_QUALIFIED_SINCE = 2018
"""The qualification is asked of who reviews for the first time since 2018-01-01 (处罚法修正)."""


@FAMILIES.add("independence.reviewer")
def reviewer(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a legal reviewer who handled the case, or is not qualified by the library."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对法制审核人员")
    reviews = inquiry.reading.of_type("DT24")
    if not reviews:
        return not_applicable(rule, "卷内没有法制审核意见书，不核对审核人员")
    named = people(inquiry, "legal_reviewer", "DT24")
    where = in_brackets(inquiry.pages_of(*reviews))
    if not named:
        message = f"法制审核意见书{where}未识别到审核人姓名，无法判断"
        places = [place for one in reviews for place in inquiry.shown_by(one)]
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    breaches = [
        *_same(inquiry, rule, named, "法制审核人员", "承办本案（处罚法第五十八条）"),
        *_unqualified(inquiry, named),
    ]
    if breaches:
        return conclude_each(rule, breaches)
    names = "、".join(dict.fromkeys(one.name for one in named))
    told = "" if inquiry.library.reviewers else "；法制审核人员未录入本单位库，资格未核对"
    message = f"法制审核人员{names}未承办本案{told}"
    return conclude(rule, Verdict.OK, message, [one.place for one in named])


@FAMILIES.add("independence.chair")
def chair(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a chair of the hearing who investigated the case (处罚法 64(4))."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用听证")
    documents = inquiry.reading.of_type(*_HEARING)
    if not documents and not inquiry.reading.of_type(*_REQUESTS):
        return not_applicable(rule, "本案没有听证")
    named = people(inquiry, "hearing_chair", *_HEARING)
    if not named:
        where = in_brackets(inquiry.pages_of(*documents))
        message = f"听证文书{where}未识别到听证主持人，无法判断"
        places = [place for one in documents for place in inquiry.shown_by(one)]
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    breaches = list(_same(inquiry, rule, named, "听证主持人", "是本案调查人员（处罚法第六十四条）"))
    if breaches:
        return conclude_each(rule, breaches[:1])
    names = "、".join(dict.fromkeys(one.name for one in named))
    message = f"听证主持人{names}不是本案调查人员"
    return conclude(rule, Verdict.OK, message, [one.place for one in named])


@FAMILIES.add("independence.discussion")
def discussion(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point to handlers among those who decide in the group discussion."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对集体讨论")
    if not inquiry.reading.of_type("DT25"):
        return not_applicable(rule, "卷内没有集体讨论记录")
    members = people(inquiry, "discussion_member", "DT25")
    pairs = same_people(members, handlers(inquiry))
    if pairs:
        names = "、".join(dict.fromkeys(one.name for one, _ in pairs))
        places = [named.place for pair in pairs for named in pair]
        message = f"集体讨论的参加人{names}是本案承办人，请核对是否参与表决"
        subject = inquiry.subject_of(pairs[0][0].place, "DT25")
        return conclude(rule, Verdict.HINT, message, places, subject=subject)
    if not members:
        return not_applicable(rule, "集体讨论记录未识别到参加人，不作核对")
    message = "集体讨论的参加人中未见本案承办人"
    return conclude(rule, Verdict.OK, message, [one.place for one in members])


@FAMILIES.add("independence.recusal")
def recusal(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a request for recusal without decision; point to kin by the roster (处罚法 43)."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对回避")
    asked, decided = inquiry.facts("recusal_asked"), inquiry.facts("recusal_decided")
    kin = list(_kin(inquiry))
    if kin:
        return conclude_each(rule, kin)
    if not asked:
        return not_applicable(rule, "卷内未见回避申请")
    places = [fact.place for fact in (*asked, *decided)]
    where = in_brackets(inquiry.places_of(fact.place for fact in asked))
    if any(fact.is_read for fact in decided):
        return conclude(rule, Verdict.OK, f"回避申请{where}已有决定", places)
    doubt = may_be_hidden(inquiry)
    if decided or doubt or not any(fact.is_read for fact in asked):
        message = f"有回避申请{where}，是否作出决定{doubt or '识别不清，无法判断'}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    message = f"有回避申请{where}，卷内未见回避决定（处罚法第四十三条）"
    subject = inquiry.subject_of(asked[0].place, "DT22")
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


def _same(
    inquiry: Inquiry, rule: RuleInfo, named: tuple[Named, ...], who: str, what: str
) -> Iterator[Breach]:
    known = handlers(inquiry)
    days = inquiry.moment("decision").days
    pairs = same_people(named, known)
    for name in dict.fromkeys(one.name for one, _ in pairs):
        some = [pair for pair in pairs if pair[0].name == name]
        places = (*(one.place for one, _ in some), some[0][1].place)
        pages = in_brackets(inquiry.places_of(places))
        subject = inquiry.subject_of(places[0], "")
        if rule.valid_from and days and days[-1].day < rule.valid_from:
            message = f"{rule.valid_from} 以前的步骤{OLD_LAW}"
            yield Breach(subject, Verdict.CANNOT_TELL, message, places)
        else:
            yield Breach(subject, Verdict.PROBLEM, f"{who}{name}{what}{pages}", places)
    sure = {one.name for one, _ in pairs}
    for one in perhaps_same(named, known):
        if one.name not in sure:
            pages = in_brackets(inquiry.places_of((one.place,)))
            message = f"{who}{pages}姓名识别不清，是否承办本案无法判断"
            subject = inquiry.subject_of(one.place, "")
            yield Breach(subject, Verdict.CANNOT_TELL, message, (one.place,))


def _unqualified(inquiry: Inquiry, named: tuple[Named, ...]) -> Iterator[Breach]:
    """Report reviewers who need the qualification and lack it by the unit's list."""
    listed = {squeezed(one.name): one for one in inquiry.library.reviewers}
    for one in {one.name: one for one in named if one.is_read}.values():
        told = _lacking(one.name, listed)
        if told:
            verdict, message = told
            subject = f"{inquiry.subject_of(one.place, 'DT24')} {QUALIFICATION}"
            yield Breach(subject, verdict, message, (one.place,))


def _lacking(name: str, listed: dict[str, ReviewStaff]) -> tuple[Verdict, str] | None:
    if not listed:
        return None
    staff = listed.get(name)
    if staff is None:
        return Verdict.HINT, f"法制审核人员{name}不在本单位法制审核人员名单内，请核对其资格"
    if staff.qualified or (staff.since and staff.since.year < _QUALIFIED_SINCE):
        return None
    if staff.since is None:
        told = f"法制审核人员{name}未取得法律职业资格，是否初次从事审核未登记，无法判断"
        return Verdict.CANNOT_TELL, told
    told = f"法制审核人员{name} {staff.since} 起从事审核，未取得法律职业资格（处罚法第五十八条）"
    return Verdict.PROBLEM, told


def _kin(inquiry: Inquiry) -> Iterator[Breach]:
    """Point to officers whose registered kin, or whose surname and address, is the party's."""
    roster = {squeezed(one.name): one for one in inquiry.library.officers}
    if not roster:
        return
    parties = [*people(inquiry, "party"), *people(inquiry, "representative")]
    addresses = {squeezed(str(fact.value)): fact for fact in inquiry.facts("party_address")}
    told: set[str] = set()
    for officer in handlers(inquiry):
        entry = roster.get(officer.name)
        if entry is None or officer.name in told:
            continue
        relatives = {squeezed(name) for name in entry.relatives}
        kin = next((one for one in parties if one.name in relatives), None)
        lives = addresses.get(squeezed(entry.address)) if entry.address else None
        namesake = next((one for one in parties if one.name[:1] == officer.name[:1]), None)
        places: tuple[Place, ...] = ()
        if kin:
            places = (officer.place, kin.place)
            message = (
                f"当事人一方{kin.name}是名册登记的承办人{officer.name}的近亲属，请核对是否应当回避"
            )
        elif lives and namesake:
            places = (officer.place, namesake.place, lives.place)
            message = f"承办人{officer.name}与当事人一方{namesake.name}同姓同址，请核对是否应当回避"
        if places:
            told.add(officer.name)
            subject = f"{inquiry.subject_of(officer.place, '')} 近亲属"
            yield Breach(subject, Verdict.HINT, message, places)
