"""Approval and term of coercive measures: T13 (强制法 18, 19), T14 and T15 (25), T16 (27, 28)."""

from collections.abc import Sequence
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.families import measures
from reviewer.checking.families.documents import may_be_hidden
from reviewer.checking.families.measures import CITE, TERM, not_taken
from reviewer.checking.inquiry import Dated, Inquiry, day_of
from reviewer.checking.moments import Instant, is_after, is_within
from reviewer.checking.outcomes import OLD_LAW, conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.unread import may_be_unread, nearly_there
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Breach, Document, Fact, Finding, Place, Procedure, RuleInfo, Verdict

_HOURS = 24


@FAMILIES.add("coercive.approved_first")
def approved_first(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a measure taken before it was approved, urgent ones approved after a day."""
    if other := not_taken(inquiry, rule):
        return other
    forms = measures.approvals(inquiry)
    taken = measures.instants(inquiry, "seizure_at", _telling(inquiry, forms))
    approved = measures.instants(inquiry, "seizure_approved_at", forms)
    if not taken or not approved:
        return _undated(inquiry, rule, forms, taken, approved)
    if len(taken) != len(approved):
        taken, approved = taken[:1], approved[:1]
    pairs = zip(taken, approved, strict=True)
    breaches = [_approval(inquiry, rule, one, other) for one, other in pairs]
    worse = [one for one in breaches if one.verdict is not Verdict.OK]
    if worse:
        return conclude_each(rule, worse)
    places = (place for one in breaches for place in one.evidence)
    return conclude(rule, Verdict.OK, joined([one.message for one in breaches]), places)


def _telling(inquiry: Inquiry, forms: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents that tell when the measure was taken: the decision goes first."""
    decisions = inquiry.reading.of_type(measures.DECISION)
    days = {
        day
        for document in decisions
        for fact in inquiry.reading.of_key("seizure_at", document.id)
        if (day := day_of(fact))
    }
    if not days:
        return (*forms, *inquiry.reading.of_type("DT06"))
    others = [
        document
        for document in (*forms, *inquiry.reading.of_type("DT06"))
        if any(day_of(f) in days for f in inquiry.reading.of_key("seizure_at", document.id))
    ]
    return (*decisions, *others)


def _undated(
    inquiry: Inquiry,
    rule: RuleInfo,
    forms: Sequence[Document],
    taken: Sequence[Instant],
    approved: Sequence[Instant],
) -> Finding:
    why = []
    if not taken:
        why.append("采取强制措施的时间未识别到")
    if not approved:
        where = in_brackets(inquiry.pages_of(*forms))
        undated = f"行政强制措施审批表{where}未识别到批准时间"
        why.append(undated if forms else "卷内未见行政强制措施审批表")
    places = (
        *(one.place for one in (*taken, *approved)),
        *measures.weak(inquiry, "seizure_at"),
        *measures.weak(inquiry, "seizure_approved_at"),
    )
    return conclude(rule, Verdict.CANNOT_TELL, f"{'，'.join(why)}，是否事前批准无法判断", places)


def _approval(inquiry: Inquiry, rule: RuleInfo, taken: Instant, approved: Instant) -> Breach:
    told = f"{taken.said} 采取强制措施，{approved.said} 批准"
    places: tuple[Place, ...] = (taken.place, approved.place)
    if rule.valid_from and taken.day < rule.valid_from:
        message = f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}"
        return Breach("", Verdict.CANNOT_TELL, message, places)
    later = is_after(approved, taken)
    if later is None:
        message = f"{told}；只识别到日期，同日先后无法判断，请核对批准时间（强制法第十八条）"
        return Breach("", Verdict.CANNOT_TELL, message, places)
    if later:
        return _late_approval(inquiry, taken, approved, told)
    return Breach("", Verdict.OK, f"{told}，批准不晚于实施（强制法第十八条）", places)


def _late_approval(inquiry: Inquiry, taken: Instant, approved: Instant, told: str) -> Breach:
    """Return what an approval after the measure is: lawful only when urgent and within a day."""
    urgent = measures.flag(inquiry, "seizure_urgent")
    places: tuple[Place, ...] = (taken.place, approved.place)
    if urgent is None:
        return _not_urgent(inquiry, told, approved, places)
    places = (*places, urgent.place)
    within = is_within(taken, approved, _HOURS)
    if within:
        message = f"{told}，情况紧急，二十四小时内补办（强制法第十九条）"
        return Breach("", Verdict.OK, message, places)
    if within is None or not urgent.is_read:
        why = "只识别到日期，是否超过二十四小时" if within is None else "是否情况紧急识别不清，"
        return Breach("", Verdict.CANNOT_TELL, f"{told}；{why}无法判断", places)
    message = f"{told}，情况紧急而超过二十四小时补办批准手续（强制法第十九条）"
    subject = f"紧急{inquiry.subject_of(approved.place, measures.APPROVAL)}"
    return Breach(subject, Verdict.PROBLEM, message, places)


def _not_urgent(
    inquiry: Inquiry, told: str, approved: Instant, places: tuple[Place, ...]
) -> Breach:
    subject = inquiry.subject_of(approved.place, measures.APPROVAL)
    papers = inquiry.reading.of_type(measures.APPROVAL, "DT15")
    if doubt := may_be_unread(inquiry, papers, "情况紧急") or nearly_there(inquiry, "情况紧急"):
        message = f"{told}，批准晚于实施，未识别到情况紧急的记载；{doubt}，无法判断"
        return Breach(subject, Verdict.CANNOT_TELL, message, places)
    message = f"{told}，批准晚于实施，卷内未见情况紧急的记载（强制法第十八条）"
    return Breach(subject, Verdict.PROBLEM, message, places)


@FAMILIES.add("coercive.term")
def term(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a measure lifted after thirty days, sixty where it was prolonged in time."""
    if other := not_taken(inquiry, rule):
        return other
    start, stop = inquiry.moment("seizure"), inquiry.moment("seizure_end")
    places = (*start.places, *stop.places)
    if unknown := joined([inquiry.why_unknown(one) for one in (start, stop)]):
        return conclude(rule, Verdict.CANNOT_TELL, f"{unknown}，期限无法判断", places)
    first, last = start.days[0], stop.days[-1]
    told = f"{first.day} 采取强制措施，{last.day} 解除或者处理"
    if rule.valid_from and last.day < rule.valid_from:
        message = f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    if last.day < first.day:
        return not_applicable(rule, f"{told}，先后由时序规则核对", places)
    if measures.prolongings(inquiry) or inquiry.facts("seizure_extended_to"):
        return _prolonged(inquiry, rule, first, last, places)
    due = measures.term(inquiry, first.day, TERM)
    return _lifted(inquiry, rule, first, last, due, places, f"未超过三十日{CITE}")


def _lifted(
    inquiry: Inquiry,
    rule: RuleInfo,
    first: Dated,
    last: Dated,
    due: measures.Term,
    places: tuple[Place, ...],
    fine: str,
) -> Finding:
    told = f"{first.day} 采取强制措施，{last.day} 解除或者处理"
    held = due.holds(last.day)
    if held:
        return conclude(rule, Verdict.OK, f"{told}，{fine}", places)
    if held is None:
        message = f"{told}；期限最后一日 {due.last} 为休息日，可否顺延有不同理解，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    over = (last.day - due.last).days
    if appraised := _appraised(inquiry, first.day, last.day, over):
        message = f"{told}，超过期限 {over} 日；卷内有检测、鉴定，扣除其期间则可能未超期，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, (*places, *appraised))
    message = f"{told}，期限至 {due.last} 届满，超过 {over} 日{CITE}"
    subject = inquiry.subject_of(last.place, measures.LIFTED)
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


def _appraised(inquiry: Inquiry, first: date, last: date, over: int) -> tuple[Place, ...]:
    """Return what shows an appraisal inside the term that may make up for `over` days."""
    orders = inquiry.reading.of_type("DT12")
    reports = [one for one in inquiry.reading.of_type("DT13") if "称重" not in one.title]
    begun = [day for one in orders for day in _days(inquiry, one)]
    ended = [day for one in reports for day in _days(inquiry, one) if first <= day <= last]
    if not orders or (begun and min(begun) > last):
        return ()
    if begun and ended and (max(ended) - max(first, min(begun))).days < over:
        return ()
    return tuple(place for one in (*orders, *reports) for place in inquiry.shown_by(one))


def _days(inquiry: Inquiry, document: Document) -> list[date]:
    facts = inquiry.reading.of_key("document_date", document.id)
    return [day for fact in facts if fact.is_read and (day := day_of(fact))]


def _prolonged(
    inquiry: Inquiry, rule: RuleInfo, first: Dated, last: Dated, places: tuple[Place, ...]
) -> Finding:
    facts = [fact for fact in inquiry.facts("seizure_prolonged_on") if day_of(fact)]
    approved = [fact for fact in facts if fact.is_read]
    until = [fact for fact in inquiry.facts("seizure_extended_to") if fact.is_read]
    shown = (*places, *(fact.place for fact in (*facts, *until)))
    original = measures.term(inquiry, first.day, TERM)
    if original.holds(last.day):
        return _lifted(inquiry, rule, first, last, original, shown, f"未超过三十日{CITE}")
    if not approved:
        forms = in_brackets(inquiry.pages_of(*measures.prolongings(inquiry)))
        message = f"卷内有延长强制措施期限的文书{forms}，批准日期未识别到，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, shown)
    if late := _approved_late(inquiry, rule, approved, original, shown):
        return late
    due = _granted(inquiry, first.day, until)
    return _lifted(inquiry, rule, first, last, due, shown, f"经批准延长，未超过延长后的期限{CITE}")


def _granted(inquiry: Inquiry, first: date, until: Sequence[Fact]) -> measures.Term:
    """Return the term after prolonging: what the notice says, at most sixty days."""
    most = measures.term(inquiry, first, 2 * TERM)
    days = [day for fact in until if (day := day_of(fact)) and first < day <= most.last]
    return measures.term(inquiry, max(days), 0) if days else most


def _approved_late(
    inquiry: Inquiry,
    rule: RuleInfo,
    approved: Sequence[Fact],
    original: measures.Term,
    places: tuple[Place, ...],
) -> Finding | None:
    day = min(day for fact in approved if (day := day_of(fact)))
    held = original.holds(day)
    if held:
        return None
    told = f"原期限至 {original.last} 届满，{day} 批准延长"
    if held is None:
        message = f"{told}；届满日为休息日，可否顺延有不同理解，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    message = f"{told}，批准晚于原届满日{CITE}"
    fact = approved[0]
    subject = f"延期{inquiry.subject_of(fact.place, measures.PROLONGED)}"
    return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)


@FAMILIES.add("coercive.prolonging_told")
def prolonging_told(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a measure that was prolonged without telling the party in writing."""
    if other := not_taken(inquiry, rule):
        return other
    forms = measures.prolongings(inquiry)
    notices = inquiry.reading.of_type(measures.PROLONGED)
    told = inquiry.facts("seizure_extended_to")
    if not forms and not told:
        return not_applicable(rule, "强制措施期限未延长")
    if notices:
        places = [place for one in notices for place in inquiry.shown_by(one)]
        message = f"卷内有延长行政强制措施期限通知书{in_brackets(inquiry.pages_of(*notices))}"
        return conclude(rule, Verdict.OK, message, places)
    places = [place for one in forms for place in inquiry.shown_by(one)]
    places += [fact.place for fact in told]
    days = [day for one in forms for day in _days(inquiry, one)]
    if rule.valid_from and days and max(days) < rule.valid_from:
        message = f"{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    message = "延长了强制措施期限，卷内未见延长行政强制措施期限通知书"
    if doubt := may_be_hidden(inquiry):
        return conclude(rule, Verdict.CANNOT_TELL, f"{message}；{doubt}", places)
    subject = inquiry.subject(forms[0]) if forms else measures.PROLONGED
    return conclude(rule, Verdict.PROBLEM, f"{message}{CITE}", places, subject=subject)


@FAMILIES.add("coercive.lifted_when_over")
def lifted_when_over(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a measure that was never lifted; hint at one whose objects came back late."""
    if other := not_taken(inquiry, rule):
        return other
    start, stop = inquiry.moment("seizure"), inquiry.moment("seizure_end")
    places = (*start.places, *stop.places)
    if not stop.days and not stop.documents:
        return _never_lifted(inquiry, rule, start.days, places)
    if not stop.days:
        message = f"{inquiry.why_unknown(stop)}，是否及时解除无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    if rule.valid_from and stop.days[-1].day < rule.valid_from:
        message = f"{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return _returned(inquiry, rule, stop.days[-1], places)


def _never_lifted(
    inquiry: Inquiry, rule: RuleInfo, start: Sequence[Dated], places: tuple[Place, ...]
) -> Finding:
    """Tell that nothing ended the measure, unless the rule on missing documents tells it."""
    ended = inquiry.reading.of_type(measures.DISPOSED, "DT50")
    if ended:
        shown = [place for one in ended for place in inquiry.shown_by(one)]
        message = f"卷内有《{ended[0].title}》，未见解除决定，强制措施是否及时处理请核对，无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, (*places, *shown))
    message = "卷内未见解除或者处理强制措施的文书"
    if start:
        message = f"{start[0].day} 采取强制措施，{message}"
    alone = inquiry.procedure.value in parameters.texts(rule, "missing_told")
    if not start or not alone or inquiry.procedure is Procedure.UNKNOWN:
        return conclude(rule, Verdict.CANNOT_TELL, f"{message}，是否及时解除无法判断", places)
    if rule.valid_from and start[0].day < rule.valid_from:
        message = f"{message}；{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    if doubt := may_be_hidden(inquiry):
        return conclude(rule, Verdict.CANNOT_TELL, f"{message}；{doubt}", places)
    due = measures.term(inquiry, start[0].day, TERM).last
    said = f"{message}，期限至 {due} 届满（强制法第二十七条、第二十八条）"
    return conclude(rule, Verdict.PROBLEM, said, places, subject=measures.LIFTED)


def _returned(
    inquiry: Inquiry, rule: RuleInfo, lifted: Dated, places: tuple[Place, ...]
) -> Finding:
    facts = [fact for fact in inquiry.facts("seizure_returned_date") if fact.is_read]
    days = [(day, fact.place) for fact in facts if (day := day_of(fact))]
    told = f"{lifted.day} 解除强制措施"
    if not days:
        return conclude(rule, Verdict.OK, f"{told}（强制法第二十八条）", places)
    day, place = min(days)
    shown = (*places, place)
    if (day - lifted.day).days > 1:
        message = f"{told}，{day} 退还交接，相差 {(day - lifted.day).days} 日，请核对是否立即退还"
        subject = inquiry.subject_of(lifted.place, measures.LIFTED)
        return conclude(rule, Verdict.HINT, message, shown, subject=subject)
    return conclude(rule, Verdict.OK, f"{told}，{day} 退还（强制法第二十八条）", shown)
