"""Seals of what is handed to the party, as far as words tell: a seal itself is a picture."""

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Finding, RuleInfo, Verdict

_ALIKE = 2
"""So many others of the file bear the words that one lacks."""


@FAMILIES.add("seals.told")
def told(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a paper that says that no seal was set; ask where one alone has no place for it.

    Parameters: `none` and `place` are the two values of `seal_told`, `papers` the DT codes.
    """
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "未能判定程序的案卷不核对印章")
    papers = inquiry.reading.of_type(*parameters.texts(rule, "papers"))
    none, place = parameters.text(rule, "none"), parameters.text(rule, "place")
    facts = {fact.document: fact for fact in inquiry.facts("seal_told") if fact.is_read}
    breaches = [
        Breach(
            inquiry.subject(one),
            Verdict.PROBLEM,
            f"{_called(inquiry, one)}写明未盖章",
            (facts[one.id].place,),
        )
        for one in papers
        if one.id in facts and facts[one.id].value == none
    ]
    placed = [one for one in papers if one.id in facts and facts[one.id].value == place]
    without = [one for one in papers if one.id not in facts and not inquiry.is_weak(one)]
    if len(placed) >= _ALIKE and len(without) == 1:
        said = (
            f"{_called(inquiry, without[0])}落款未见印章字样，卷内其他对外文书均有，请核对是否盖章"
        )
        shown = inquiry.shown_by(without[0])
        breaches.append(Breach(inquiry.subject(without[0]), Verdict.HINT, said, shown))
    if breaches:
        return conclude_each(rule, breaches)
    return not_applicable(rule, "印章为图像，文字未写明未盖章，由评查人核对")


def _called(inquiry: Inquiry, one: Document) -> str:
    return f"《{one.title}》{in_brackets(inquiry.pages_of(one))}"
