"""What papers of a coercive measure should tell (强制法 18, 21, 25, 26): Q4, Q9, Q10, Q12.

What no paper tells asks a person to look; costs that the law lays on the authority and that a
paper lays on the party are a breach.
"""

from collections.abc import Iterator

from reviewer.checking import parameters
from reviewer.checking.families.limits import outside
from reviewer.checking.families.measures import DECISION
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Finding, RuleInfo, Verdict

_APPRAISAL_ORDER, _TRANSFER, _RELEASE = "DT12", "DT50", "DT18"


@FAMILIES.add("telling.measure")
def measure(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look where no paper of the measure tells what the rule wants told.

    Parameters: `papers` may tell it; `wanted` gives the words that the clause is found by, each
    with the name of the passage; `only_with` names a document without which nothing is wanted.
    """
    if other := outside(inquiry, rule):
        return other
    decisions = inquiry.reading.of_type(DECISION)
    if not decisions:
        return not_applicable(rule, "未采取行政强制措施")
    if why := _not_wanted(inquiry, rule):
        return not_applicable(rule, why)
    papers = inquiry.reading.of_type(*parameters.texts(rule, "papers"))
    breaches = [*_charged(inquiry, rule), *_untold(inquiry, rule, papers, decisions[0])]
    if breaches:
        return conclude_each(rule, breaches)
    wanted = set(map(str, parameters.table(rule, "wanted").values()))
    places = [fact.place for fact in _stated(inquiry, papers) if fact.value in wanted]
    if not wanted:
        shown = [place for one in decisions for place in inquiry.shown_by(one)]
        names = "、".join(map(str, parameters.table(rule, "charged").values()))
        return conclude(rule, Verdict.OK, f"未见由当事人承担{names}的记载", shown)
    names = "、".join(map(str, parameters.table(rule, "wanted").values()))
    return conclude(rule, Verdict.OK, f"强制措施的文书载有{names}", places)


def _not_wanted(inquiry: Inquiry, rule: RuleInfo) -> str:
    """Return why the rule wants nothing told; empty when it does."""
    only_with = parameters.text(rule, "only_with", "")
    if only_with and not inquiry.reading.of_type(only_with):
        return parameters.text(rule, "otherwise")
    return _not_held(inquiry) if only_with == _TRANSFER else ""


def _not_held(inquiry: Inquiry) -> str:
    """Return why nothing had to go along with the transfer; empty when something had."""
    released = inquiry.reading.of_type(_RELEASE)
    crimes = [fact for fact in inquiry.facts("crime_transferred") if fact.is_read]
    if not crimes:
        return "没有识别到向司法机关移送涉嫌犯罪案件"
    ended = inquiry.moment("seizure_end").earliest
    keys = ("transfer_sent_on", "transfer_sent_at")
    days = [day for key in keys for fact in inquiry.facts(key) if (day := day_of(fact))]
    sent = min(days, default=None)
    if released and (ended is None or sent is None or ended <= sent):
        return "移送以前已解除强制措施"
    return ""


def _untold(
    inquiry: Inquiry, rule: RuleInfo, papers: tuple[Document, ...], decision: Document
) -> Iterator[Breach]:
    if not papers or inquiry.is_weak(*papers):
        return
    told = {str(fact.value) for fact in _stated(inquiry, papers)} | _in_decision(inquiry, rule)
    where = in_brackets(inquiry.pages_of(*papers))
    titles = "".join(f"《{title}》" for title in dict.fromkeys(one.title for one in papers))
    shown = tuple(place for one in papers for place in inquiry.shown_by(one))
    for word, name in parameters.table(rule, "wanted").items():
        if name not in told:
            message = f"{titles}{where}未见{name}的记载，请核对{_cited(rule)}"
            subject = f"{word}-{inquiry.subject(decision)}"
            yield Breach(subject, Verdict.HINT, message, shown)


def _in_decision(inquiry: Inquiry, rule: RuleInfo) -> set[str]:
    """Return what the decision, which the party gets on the spot, tells by its own elements."""
    elements = {str(fact.value) for fact in inquiry.facts("measure_element", DECISION)}
    return {
        name
        for name, wanted in parameters.table(rule, "by_decision").items()
        if isinstance(wanted, list) and elements.issuperset(map(str, wanted))
    }


def _charged(inquiry: Inquiry, rule: RuleInfo) -> Iterator[Breach]:
    """Return the papers that lay on the party what the authority has to bear."""
    for key, name in parameters.table(rule, "charged").items():
        for fact in inquiry.facts(str(key)):
            document = inquiry.document_of(fact)
            if not document:
                continue
            what = f"《{document.title}》{in_brackets(inquiry.places_of((fact.place,)))}"
            message = f"{what}载明由当事人承担{name}，该费用应由行政机关承担{_cited(rule)}"
            verdict = Verdict.PROBLEM if fact.is_read else Verdict.CANNOT_TELL
            if not fact.is_read:
                message = f"{what}{name}的承担识别不清，无法判断"
            yield Breach(f"费用-{inquiry.subject(document)}", verdict, message, (fact.place,))


def _stated(inquiry: Inquiry, papers: tuple[Document, ...]) -> list[Fact]:
    ids = {one.id for one in papers}
    return [fact for fact in inquiry.facts("stated") if fact.document in ids]


def _cited(rule: RuleInfo) -> str:
    return in_brackets(parameters.text(rule, "cite"))
