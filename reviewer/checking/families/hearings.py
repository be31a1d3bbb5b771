"""A hearing that was requested and not held (处罚法 63—65): V08."""

from reviewer.checking import parameters
from reviewer.checking.families.documents import may_be_hidden
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.periods import end_of
from reviewer.checking.registry import FAMILIES
from reviewer.checking.scope import penalty_of, scope_of
from reviewer.checking.words import in_brackets
from reviewer.model import Fact, Finding, Place, RuleInfo, ThresholdKind, Verdict, Waiver


@FAMILIES.add("hearings.held")
def held(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a decision without the hearing that the party asked for."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不适用听证")
    requests = inquiry.facts("hearing_request_date")
    papers = inquiry.reading.of_type("DT29")
    if not requests and not papers:
        return not_applicable(rule, "当事人未申请听证")
    places: tuple[Place, ...] = tuple(fact.place for fact in requests)
    places = places or tuple(place for one in papers for place in inquiry.shown_by(one))
    minutes = inquiry.reading.of_type("DT32")
    if minutes:
        shown = tuple(place for one in minutes for place in inquiry.shown_by(one))
        message = f"当事人申请听证，已举行{in_brackets(inquiry.pages_of(*minutes))}"
        return conclude(rule, Verdict.OK, message, (*places, *shown))
    if not inquiry.reading.of_type(*inquiry.decision_codes):
        return not_applicable(rule, "当事人申请听证，卷内未见处罚决定", places)
    return (
        _withdrawn(inquiry, rule, requests, places)
        or _doubtful(inquiry, rule, requests, places)
        or _not_held(inquiry, rule, places)
    )


def _withdrawn(
    inquiry: Inquiry, rule: RuleInfo, requests: tuple[Fact, ...], places: tuple[Place, ...]
) -> Finding | None:
    asked = [day for fact in requests if (day := day_of(fact))]
    taken_back = [fact for fact in inquiry.facts("hearing_withdrawn") if fact.is_read]
    taken_back += [
        fact
        for fact in inquiry.facts("waiver_date")
        if isinstance(fact.value, Waiver)
        and fact.value.hearing
        and (not asked or fact.value.date >= max(asked))
    ]
    if not taken_back:
        return None
    message = "当事人申请听证后又撤回或者放弃，可以不举行听证"
    return conclude(rule, Verdict.OK, message, (*places, *(one.place for one in taken_back)))


def _doubtful(
    inquiry: Inquiry, rule: RuleInfo, requests: tuple[Fact, ...], places: tuple[Place, ...]
) -> Finding | None:
    where = in_brackets(inquiry.places_of(places))
    told = [fact for fact in inquiry.facts("hearing_told_held") if fact.is_read]
    reports = inquiry.reading.of_type("DT33")
    if told or reports:
        shown = [fact.place for fact in told]
        shown += [place for one in reports for place in inquiry.shown_by(one)]
        message = f"当事人申请听证{where}，其他文书载明已举行，卷内未见听证笔录，由 M-DT32 判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, (*places, *shown))
    served, days = inquiry.moment("notice_served").days, [day_of(fact) for fact in requests]
    if served and days and all(days):
        end = end_of(inquiry.calendar, served[-1].day, 5, working=True)
        if all(day and end.holds(day) is False for day in days):
            message = f"当事人申请听证{where}晚于告知后五个工作日，未举行听证是否合法请核对"
            return conclude(rule, Verdict.CANNOT_TELL, message, (*places, served[-1].place))
    if not any(fact.value is True for fact in inquiry.facts("hearing_right_told")):
        penalty = penalty_of(inquiry, "notice_fine", "DT26")
        scope = scope_of(inquiry, ThresholdKind.HEARING, penalty)
        if scope.reached is False:
            message = f"未达到{scope.why}，可以不举行听证"
            return conclude(rule, Verdict.OK, message, (*places, *scope.places))
    if doubt := may_be_hidden(inquiry):
        message = f"当事人申请听证{where}，未见听证笔录；{doubt}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return None


def _not_held(inquiry: Inquiry, rule: RuleInfo, places: tuple[Place, ...]) -> Finding:
    decision = inquiry.moment("decision")
    where = in_brackets(inquiry.places_of((*places, *decision.places)))
    if rule.valid_from and decision.days and decision.days[-1].day < rule.valid_from:
        message = f"{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    message = f"当事人已申请听证，卷内未见举行听证的笔录即作出决定{where}（处罚法第六十三条）"
    return conclude(rule, Verdict.PROBLEM, message, (*places, *decision.places))
