"""Who is responsible and what proves it (V03, V04): questions for a person, never an answer."""

from reviewer.checking import parameters
from reviewer.checking.families.likeness import is_near_name, is_same_name
from reviewer.checking.families.stated import said, usual_of
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Finding, RuleInfo, Verdict

_STATEMENT = "当事人陈述"


@FAMILIES.add("evidence.owner")
def owner(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look where the vehicle belongs to somebody else than the party."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对车辆所有人")
    owners, party = said(inquiry, "owner"), usual_of(said(inquiry, "party"))
    if not owners or party is None:
        return not_applicable(rule, "未识别到车辆所有人或者当事人，无从比对")
    others = [
        one
        for one in owners
        if not is_same_name(one.value, party.value)
        and not is_same_name(party.value, one.value)
        and not is_near_name(one.value, party.value)
    ]
    if not others:
        places = (owners[0].fact.place, party.fact.place)
        return conclude(rule, Verdict.OK, "车辆所有人与当事人一致", places)
    one = others[0]
    places = (one.fact.place, party.fact.place)
    message = (
        f"《{one.document.title}》{in_brackets(inquiry.pages_of(one.document))}所载车辆所有人为"
        f"“{one.printed}”，当事人为“{party.printed}”，请核对责任主体"
    )
    return conclude(rule, Verdict.HINT, message, places, subject=inquiry.subject(one.document))


@FAMILIES.add("evidence.kinds")
def kinds(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look where only one kind of evidence, or only what the party says, is there.

    Parameter `kinds` gives the documents of each kind (处罚法 46).
    """
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不核对证据种类")
    found = {
        kind: inquiry.reading.of_type(*map(str, codes))
        for kind, codes in parameters.table(rule, "kinds").items()
        if isinstance(codes, list)
    }
    there = {kind: documents for kind, documents in found.items() if documents}
    places = [inquiry.shown_by(documents[0]) for documents in there.values()]
    shown = [place for some in places for place in some]
    names = "、".join(there)
    if len(there) > 1:
        return conclude(rule, Verdict.OK, f"卷内证据有{names}", shown)
    only = f"仅见{names}" if there else "未见证据材料"
    what = "只有当事人陈述" if set(there) == {_STATEMENT} else "证据种类单一"
    message = f"卷内{only}，{what if there else '无从相互印证'}，请核对证据是否充分"
    return conclude(rule, Verdict.HINT, message, shown)
