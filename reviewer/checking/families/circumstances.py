"""Circumstances that bear on the penalty: age, minor acts, education, discretion, signs of a crime.

What asks for judgement only ever gives a hint; a penalty for a child, or for a minor without a word
of mitigation, and a decision not to punish without education break the law in so many words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.applied import first_read, is_overload, offence_days, told
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.registry import CONCLUSIONS, FAMILIES
from reviewer.checking.unread import may_be_unread, nearly_there
from reviewer.checking.words import in_brackets
from reviewer.model import Fact, Finding, Place, Procedure, RuleInfo, Verdict
from reviewer.reckoning.checkdigits import valid_id_card

_IDENTIFYING = ("DT35", "DT34", "DT36", "DT26", "DT05", "DT23", "DT55")
_DECIDING = ("DT35", "DT34", "DT36")
_TRANSFERS = ("DT50",)
_OTHER_GROUNDS = frozenset(("未满14周岁", "事实不成立", "超过时效"))
_CHILD, _ADULT = 14, 18


@FAMILIES.add("circumstances.not_punished")
def not_punished(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask a decision not to punish for its ground and for education (处罚法 33)."""
    if inquiry.procedure is not Procedure.NO_PENALTY:
        return _should_not_be(inquiry, rule)
    grounds = first_read(inquiry, "no_penalty_ground", "DT36")
    if {str(fact.value) for fact in grounds} & _OTHER_GROUNDS:
        places = [fact.place for fact in grounds]
        return not_applicable(rule, "不予处罚的理由不是处罚法第三十三条", places)
    return _educated(inquiry, rule, grounds)


def _educated(inquiry: Inquiry, rule: RuleInfo, grounds: tuple[Fact, ...]) -> Finding:
    decisions, lessons = inquiry.reading.of_type("DT36"), inquiry.reading.of_type("DT21")
    educated = told(inquiry, "education_told", "DT36", "DT21", "DT23", "DT07", "DT06", "DT19")
    shown = tuple(place for one in (*decisions, *lessons) for place in inquiry.shown_by(one))
    places = (*(fact.place for fact in grounds), *educated, *shown)
    pages = in_brackets(inquiry.pages_of(*decisions))
    if not educated and not lessons:
        if inquiry.is_weak(*decisions):
            message = f"不予处罚决定书{pages}识别不清，是否对当事人进行教育无法判断"
            return conclude(rule, Verdict.CANNOT_TELL, message, places)
        if doubt := may_be_unread(inquiry, decisions, "教育") or nearly_there(inquiry, "教育"):
            message = f"未识别到对当事人进行教育的记载；{doubt}，无法判断"
            return conclude(rule, Verdict.CANNOT_TELL, message, places)
        message = f"不予处罚决定书{pages}及全卷未见对当事人进行教育的记载（处罚法第三十三条）"
        subject = inquiry.subject(decisions[0]) if decisions else ""
        return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)
    if not grounds:
        message = (
            f"不予处罚决定书{pages}未见写明轻微并及时改正、初次违法或者无主观过错等情形，请核对"
        )
        return conclude(rule, Verdict.HINT, message, places)
    names = "、".join(dict.fromkeys(str(fact.value) for fact in grounds))
    message = f"不予处罚决定书写明理由（{names}），卷内有教育记载"
    return conclude(rule, Verdict.OK, message, places)


def _should_not_be(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用")
    minor = told(inquiry, "minor_told", *inquiry.decision_codes)
    if not minor:
        return not_applicable(rule, "决定书未认定轻微并及时改正、没有危害后果的情形")
    message = (
        "决定书同时写明违法行为轻微、及时改正、没有造成危害后果，仍给予处罚，"
        "是否应不予处罚请核对（处罚法第三十三条）"
    )
    return conclude(rule, Verdict.HINT, message, minor)


@FAMILIES.add("circumstances.age")
def age(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a penalty for a child below 14, or for a minor without mitigation (处罚法 30)."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷没有处罚")
    kinds = first_read(inquiry, "party_kind", *_IDENTIFYING)
    if kinds and str(kinds[0].value) != "person":
        return not_applicable(rule, "当事人不是自然人", (kinds[0].place,))
    born, days = _birthdays(inquiry), offence_days(inquiry)
    if not born:
        return not_applicable(rule, "卷内未见当事人的有效身份证号，未涉及年龄问题")
    places = (*(fact.place for fact in born), *(fact.place for fact in days))
    done = [day for fact in days if (day := day_of(fact))]
    if not done:
        return conclude(rule, Verdict.CANNOT_TELL, "违法行为日期未能识别，无法核对年龄", places)
    ages = {_age(_born(fact), day) for fact in born for day in done}
    return _at_age(inquiry, rule, ages, places)


def _at_age(inquiry: Inquiry, rule: RuleInfo, ages: set[int], places: tuple[Place, ...]) -> Finding:
    says = f"当事人违法时 {'、'.join(map(str, sorted(ages)))} 周岁"
    if min(ages) >= _ADULT:
        return conclude(rule, Verdict.OK, f"{says}，已成年", places)
    if max(ages) >= _ADULT or (min(ages) < _CHILD <= max(ages)):
        message = f"{says}，识别到不止一个身份证号或者日期，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    if max(ages) < _CHILD:
        message = f"{says}，不满十四周岁，应不予处罚（处罚法第三十条）"
        return conclude(rule, Verdict.PROBLEM, message, places)
    lighter = told(inquiry, "reduction_told", *inquiry.decision_codes, "DT23", "DT24", "DT25")
    if lighter:
        message = f"{says}，卷内载明从轻或者减轻处罚"
        return conclude(rule, Verdict.OK, message, (*places, *lighter))
    message = f"{says}，已满十四周岁不满十八周岁，未见从轻或者减轻处罚（处罚法第三十条）"
    return conclude(rule, Verdict.PROBLEM, message, places)


def _birthdays(inquiry: Inquiry) -> list[Fact]:
    """Return the party's ID card numbers that add up, of the first document that gives any."""
    for code in _IDENTIFYING:
        facts = [
            fact
            for fact in inquiry.facts("party_id", code)
            if isinstance(fact.value, str) and valid_id_card(fact.value)
        ]
        if facts:
            return facts
    return []


def _born(fact: Fact) -> date:
    number = str(fact.value)
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def _age(born: date, day: date) -> int:
    """Return the age in full years; one is a year older from the day after the birthday on."""
    return day.year - born.year - ((day.month, day.day) <= (born.month, born.day))


@FAMILIES.add("circumstances.crime")
def crime(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point out words that make one think of a crime, where nothing shows a transfer."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用")
    signs = [fact for fact in inquiry.facts("crime_sign") if fact.is_read]
    transfers = inquiry.reading.of_type(*_TRANSFERS)
    if not signs and not transfers:
        return not_applicable(rule, "卷内未见涉嫌犯罪的线索")
    names = "、".join(dict.fromkeys(f"“{fact.value}”" for fact in signs[:4]))
    places = tuple(fact.place for fact in signs)
    if transfers:
        places += tuple(place for one in transfers for place in inquiry.shown_by(one))
        pages = in_brackets(inquiry.pages_of(*transfers))
        told_ = f"卷内载有{names}，" if names else ""
        return conclude(rule, Verdict.OK, f"{told_}移送文书在卷{pages}", places)
    message = f"卷内载有{names}，未见移送审查记录和移送文书，是否涉嫌犯罪请核对"
    return conclude(rule, Verdict.HINT, message, places)


@CONCLUSIONS.add("circumstances.follows_as_hint")
def follows_as_hint(inquiry: Inquiry, rule: RuleInfo, findings: Mapping[str, Finding]) -> Finding:
    """Point out what a hint of another rule may amount to; never more than a hint."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用")
    codes = parameters.texts(rule, "from")
    pointed = [
        findings[code]
        for code in codes
        if code in findings and findings[code].verdict is Verdict.HINT
    ]
    if not pointed:
        return not_applicable(rule, f"{'、'.join(codes)} 未提示")
    told_ = "；".join(one.message.rstrip("。") for one in pointed)
    places = (place for one in pointed for place in one.evidence)
    finding = conclude(rule, Verdict.HINT, f"{told_}；{rule.title}与否由评查人核对", places)
    return replace(finding, because=tuple(one.rule for one in pointed))


@FAMILIES.add("circumstances.benchmark")
def benchmark(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point out a file in which no document names a discretion benchmark or a degree."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用")
    if places := told(inquiry, "warning_only"):
        return not_applicable(rule, "处罚为警告，没有罚款", places)
    if is_overload(inquiry):
        return not_applicable(rule, "违法超限运输的罚款按公式计算，由 K13 核对")
    places = told(inquiry, "benchmark_told")
    if places:
        outward = told(inquiry, "benchmark_told", *_DECIDING)
        where = "决定书" if outward else "内部文书"
        message = f"{where}载明裁量基准或者档次{in_brackets(inquiry.places_of(places))}"
        return conclude(rule, Verdict.OK, message, places)
    decisions = inquiry.reading.of_type(*_DECIDING)
    shown = (place for one in decisions for place in inquiry.shown_by(one))
    message = "调查报告、审核意见、决定书等均未见裁量基准或者违法程度档次的表述，请核对"
    return conclude(rule, Verdict.HINT, message, shown)


@FAMILIES.add("circumstances.order_without_deadline")
def order_without_deadline(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point out an order to correct within a time (限期) that names no time."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用")
    orders = inquiry.reading.of_type("DT19")
    if not orders:
        return not_applicable(rule, "卷内没有单独的责令改正文书")
    open_ = list(_open_orders(inquiry))
    shown = tuple(place for one in orders for place in inquiry.shown_by(one))
    if not open_:
        return conclude(rule, Verdict.OK, "责令改正文书写明改正期限或者要求立即改正", shown)
    pages = in_brackets(inquiry.pages_of(*(one for one in orders if one.id in open_)))
    return conclude(rule, Verdict.HINT, f"责令改正文书{pages}未见改正期限，请核对", shown)


def _open_orders(inquiry: Inquiry) -> Iterator[int]:
    for one in inquiry.reading.of_type("DT19"):
        keys = ("correction_deadline", "correction_days", "correct_at_once")
        if not any(inquiry.reading.of_key(key, one.id) for key in keys):
            yield one.id
