"""Whether the law that a decision applies is there and in force (V05), and how it is cited.

V05 joins the edition of the law (从旧兼从轻), the existence of the article, and the condition of a
penalty that asks for a refusal to correct, which K19 looks at.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.applied import (
    applied,
    checked_until,
    decided_on,
    is_procedural,
    offence_days,
)
from reviewer.checking.editions import judged_editions
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.penalties import article_name, chinese
from reviewer.checking.registry import CONCLUSIONS, FAMILIES
from reviewer.checking.words import in_brackets, joined
from reviewer.model import Breach, CitedArticle, Fact, Finding, RuleInfo, Verdict
from reviewer.reckoning.textnorm import squeezed

_CITING = ("DT35", "DT34", "DT36", "DT26")
_PARTS = re.compile(r"^[（(]")
_SHORT = {"行政处罚法": "处罚法", "行政强制法": "强制法"}


@CONCLUSIONS.add("law_applied.basis")
def basis(inquiry: Inquiry, rule: RuleInfo, findings: Mapping[str, Finding]) -> Finding:
    """Report provisions that do not exist, are not in force, or whose condition is not met."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷没有处罚依据")
    judged = list(judged_editions(inquiry))
    breaches = [
        Breach(_subject(inquiry, one.applied.fact), one.verdict, one.message, one.places)
        for one in judged
        if one.verdict is not Verdict.OK
    ]
    breaches += [*_missing(inquiry), *_missing_items(inquiry)]
    breaches, because = _with_premises(rule, breaches, findings)
    if breaches:
        finding = conclude_each(rule, _with_note(inquiry, breaches))
        return replace(finding, because=because)
    laws = applied(inquiry)
    places = tuple(one.fact.place for one in laws)
    if not laws:
        where = in_brackets(inquiry.pages_of(*inquiry.reading.of_type(*inquiry.decision_codes)))
        message = f"决定书{where}未识别到处罚依据，无法核对"
        return conclude(rule, Verdict.CANNOT_TELL, message)
    names = "、".join(dict.fromkeys(article_name(one.cited) for one in laws))
    told = joined([one.message for one in judged]) or f"所引{names}未见失效或者不存在"
    return conclude(rule, Verdict.OK, f"{told}{checked_until(inquiry)}", places)


def _with_premises(
    rule: RuleInfo, breaches: list[Breach], findings: Mapping[str, Finding]
) -> tuple[list[Breach], tuple[str, ...]]:
    because = []
    for code in parameters.texts(rule, "from"):
        premise = findings.get(code)
        if premise and premise.verdict in (Verdict.PROBLEM, Verdict.CANNOT_TELL):
            because.append(code)
            message = f"{code}：{premise.message.rstrip('。')}"
            breaches = [*breaches, Breach(code, premise.verdict, message, premise.evidence)]
    return breaches, tuple(because)


def _with_note(inquiry: Inquiry, breaches: list[Breach]) -> list[Breach]:
    note = checked_until(inquiry)
    return [
        replace(one, message=one.message + note)
        if note and note not in one.message and one.verdict is Verdict.PROBLEM
        else one
        for one in breaches
    ]


def _subject(inquiry: Inquiry, fact: Fact) -> str:
    return inquiry.subject_of(fact.place, "DT35")


def _missing(inquiry: Inquiry) -> Iterator[Breach]:
    """Return the citations of articles that the edition in force does not have."""
    day = decided_on(inquiry)
    seen: set[CitedArticle] = set()
    for code in _CITING:
        for fact in inquiry.facts("cited_article", code):
            cited = fact.value
            if not isinstance(cited, CitedArticle) or cited in seen:
                continue
            seen.add(cited)
            if not _is_missing(inquiry, cited, day):
                continue
            name = article_name(CitedArticle(cited.law, cited.article))
            if fact.is_read:
                message = f"所引{name}在《{cited.law}》中不存在"
                yield Breach(_subject(inquiry, fact), Verdict.PROBLEM, message, (fact.place,))
            else:
                message = f"所引{name}识别不清，无法核对"
                yield Breach(_subject(inquiry, fact), Verdict.CANNOT_TELL, message, (fact.place,))


def _is_missing(inquiry: Inquiry, cited: CitedArticle, day: date | None) -> bool:
    if inquiry.law.article(cited.law, 1, day) is None:
        return False
    in_force = inquiry.law.article(cited.law, cited.article, day)
    return in_force is None and inquiry.law.article(cited.law, cited.article) is None


def _missing_items(inquiry: Inquiry) -> Iterator[Breach]:
    """Return the applied items that their article does not have.

    A text that was changed must lack the item both on the day of the act and of the decision.
    """
    decided = decided_on(inquiry)
    acted = {fact.value for fact in offence_days(inquiry) if isinstance(fact.value, date)}
    days = sorted({*acted, *([decided] if decided else [])})
    told: set[CitedArticle] = set()
    for one in applied(inquiry):
        cited = one.cited
        if not days or cited.item is None or cited in told or not one.fact.is_read:
            continue
        told.add(cited)
        counts = [_items(inquiry, cited, day) for day in days]
        if any(count is None or count >= cited.item for count in counts):
            continue
        name = article_name(CitedArticle(cited.law, cited.article))
        message = f"所引{article_name(cited)}不存在：{name}没有第（{chinese(cited.item)}）项"
        yield Breach(_subject(inquiry, one.fact), Verdict.PROBLEM, message, (one.fact.place,))


def _items(inquiry: Inquiry, cited: CitedArticle, day: date) -> int | None:
    """Return how many items the article has on `day`; None when its text is not at hand."""
    article = inquiry.law.article(cited.law, cited.article, day)
    if article is None:
        return None
    return sum(1 for line in article.text.split("\n") if _PARTS.match(line.strip()))


@FAMILIES.add("law_applied.precise")
def precise(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point out citations without paragraph or item, under short names, or without 《》."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷没有处罚依据")
    facts = [
        fact
        for fact in inquiry.facts("cited_article", *inquiry.decision_codes)
        if isinstance(fact.value, CitedArticle) and fact.is_read
    ]
    if not facts:
        return not_applicable(rule, "决定书未识别到所引条款")
    breaches = [*_imprecise(inquiry), *_short(inquiry, facts)]
    if breaches:
        return conclude_each(rule, breaches)
    places = [fact.place for fact in facts]
    return conclude(rule, Verdict.OK, "决定书所引法律名称和条款项未见不具体", places)


def _imprecise(inquiry: Inquiry) -> Iterator[Breach]:
    """Return the applied articles that have several parts of which none is named."""
    for one in applied(inquiry):
        article = inquiry.law.article(one.cited.law, one.cited.article, decided_on(inquiry))
        if article is None or is_procedural(one.fact):
            continue
        lines = [line for line in article.text.split("\n") if line.strip()]
        items = sum(1 for line in lines if _PARTS.match(line))
        paragraphs = len(lines) - items
        name = article_name(one.cited)
        places = (one.fact.place,)
        if one.cited.item is not None and items and one.cited.item > items:
            message = f"{name}：该条没有第（{chinese(one.cited.item)}）项，请核对"
        elif one.cited.paragraph is not None and one.cited.paragraph > max(1, paragraphs):
            message = f"{name}：该条没有第{chinese(one.cited.paragraph)}款，请核对"
        elif one.cited.paragraph is None and one.cited.item is None and max(items, paragraphs) > 1:
            what = f"{paragraphs} 款" if paragraphs > 1 else f"{items} 项"
            message = f"{name}有 {what}，文书未写明具体款项，请核对"
        else:
            continue
        yield Breach(_subject(inquiry, one.fact), Verdict.HINT, message, places)


def _short(inquiry: Inquiry, facts: list[Fact]) -> Iterator[Breach]:
    """Return the first citation of each law whose name is short or stands without 《》."""
    told: set[str] = set()
    for fact in facts:
        cited = fact.value
        quote = squeezed(fact.place.quote)
        if not isinstance(cited, CitedArticle) or quote.startswith("第") or cited.law in told:
            continue
        short = _SHORT.get(cited.law)
        if short and cited.law not in quote and short in quote:
            message = f"法律名称使用简称“{short}”，请核对"
        elif re.search(rf"(?<![《<≪「国]){cited.law}[^》>≫」]{{0,16}}第", quote):
            message = f"{cited.law}未加书名号，请核对"
        else:
            continue
        told.add(cited.law)
        yield Breach(f"{_subject(inquiry, fact)}名称", Verdict.HINT, message, (fact.place,))
