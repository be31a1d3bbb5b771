"""The look of single documents: old titles, copies nobody compared, a number or date left out.

Only hints: seals and handwriting are pictures, and a reader may miss what is there.
"""

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Finding, Place, RuleInfo, Verdict
from reviewer.reckoning.textnorm import squeezed


@FAMILIES.add("forms.old_titles")
def old_titles(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look at documents that bear a title of forms no longer in use."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "未能判定程序的案卷不核对式样")
    old = {squeezed(title) for title in parameters.texts(rule, "old")}
    days = inquiry.moment("decision").days
    if rule.valid_from and days and days[-1].day < rule.valid_from:
        return not_applicable(rule, f"{days[-1].day} 作出决定，当时使用旧式样")
    found = [one for one in inquiry.reading.documents if squeezed(one.title) in old]
    breaches = [
        _hint(inquiry, one, f"《{one.title}》{in_brackets(inquiry.pages_of(one))}疑为旧版文书名称")
        for one in found
    ]
    if breaches:
        return conclude_each(rule, breaches)
    return conclude(rule, Verdict.OK, "未见旧版文书名称", _shown(inquiry))


@FAMILIES.add("forms.copies")
def copies(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look at copies on which nobody says that they were compared with the original."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "未能判定程序的案卷不核对复制件")
    unlike = parameters.texts(rule, "not_titled")
    found = [
        one
        for one in inquiry.reading.of_type(*parameters.texts(rule, "copies"))
        if not any(word in one.title for word in unlike)
    ]
    if not found:
        return not_applicable(rule, "卷内未见证件复印件")
    compared = {fact.document for fact in inquiry.facts("checked_with_original")}
    breaches = [
        _hint(
            inquiry,
            one,
            f"《{one.title}》{in_brackets(inquiry.pages_of(one))}未识别到“与原件核对一致”的字样",
        )
        for one in found
        if one.id not in compared and not inquiry.is_weak(one)
    ]
    if breaches:
        return conclude_each(rule, breaches)
    places = [fact.place for fact in inquiry.facts("checked_with_original")]
    return conclude(rule, Verdict.OK, "证件复印件注明与原件核对一致", places)


@FAMILIES.add("forms.elements")
def elements(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look at documents on which neither number nor date was read.

    Parameters: `numbers` and `dates` give, by DT code, the fact keys that show one.
    """
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "未能判定程序的案卷不核对要素")
    wanted = (("文号", "numbers"), ("日期", "dates"))
    breaches = [
        _hint(
            inquiry,
            one,
            f"《{one.title}》{in_brackets(inquiry.pages_of(one))}未识别到{what}",
        )
        for one in inquiry.reading.documents
        for what, table in wanted
        if (keys := parameters.table(rule, table).get(one.type)) and _lacks(inquiry, one, keys)
    ]
    if breaches:
        return conclude_each(rule, breaches)
    return conclude(rule, Verdict.OK, "对外文书和审批文书均有文号、日期", _shown(inquiry))


def _lacks(inquiry: Inquiry, document: Document, keys: object) -> bool:
    named = keys if isinstance(keys, list) else []
    return not inquiry.is_weak(document) and not any(
        inquiry.reading.of_key(str(key), document.id) for key in named
    )


def _hint(inquiry: Inquiry, document: Document, message: str) -> Breach:
    places = inquiry.shown_by(document)
    return Breach(inquiry.subject(document), Verdict.HINT, f"{message}，请核对", places)


def _shown(inquiry: Inquiry) -> list[Place]:
    decisions = inquiry.reading.of_type(*inquiry.decision_codes)
    return [place for one in decisions for place in inquiry.shown_by(one)]
