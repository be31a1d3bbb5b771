"""Which penalties a decision applies, to which act, done when: what the rules on money share.

Provisions are taken from the decision; from notice or report only where the decision was read to
cite none.  What the file calls the act tells which of several provisions of one article is meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reviewer.checking.inquiry import Inquiry
from reviewer.checking.penalties import Penalty, PenaltyBook, load_penalties
from reviewer.model import CitedArticle, Fact, FactValue, Place
from reviewer.reckoning.textnorm import squeezed

JUDGING = ("DT35", "DT34", "DT36")
TELLING = (*JUDGING, "DT26", "DT23")
"""Documents that state what was done and under which law, the decisive one first."""
_WHOLE_FILE = (*TELLING, "DT24", "DT25", "DT59", "DT27", "DT28", "DT07", "DT06")
LAST_LAW = date(2025, 4, 30)
"""Until when changes of the law are known (README of the domain: 法规库截至 2025-04)."""
_PROCEDURAL = frozenset(
    ("行政处罚法", "行政强制法", "行政复议法", "行政诉讼法", "民事诉讼法", "档案法实施条例")
)
_OVERLOAD = "overload"
_FINED_BY = frozenset({("超限运输车辆行驶公路管理规定", 43)})


@dataclass(frozen=True, slots=True)
class Applied:
    """One provision that the decision applies."""

    fact: Fact
    cited: CitedArticle
    rows: tuple[Penalty, ...]
    """The penalties, of any edition, that it may be; empty when none is included."""


def applied(inquiry: Inquiry) -> tuple[Applied, ...]:
    """Return the provisions under which the decision punishes, each once."""
    book = load_penalties()
    acts = acts_of(inquiry)
    found: dict[CitedArticle, Applied] = {}
    for fact in _penalty_articles(inquiry, book):
        cited = fact.value
        if isinstance(cited, CitedArticle) and cited not in found:
            found[cited] = Applied(fact, cited, _narrowed(book.meant_by(cited), acts))
    return tuple(found.values())


def acts_of(inquiry: Inquiry) -> tuple[str, ...]:
    """Return the ids of the acts that cause or facts name; the cause alone where it names one."""
    book = load_penalties()
    for key in ("cause", "act_told"):
        texts = dict.fromkeys(
            squeezed(fact.value)
            for fact in inquiry.facts(key)
            if isinstance(fact.value, str) and fact.is_read
        )
        acts = dict.fromkeys(act for text in texts for act in book.acts_named_in(text))
        if acts:
            return tuple(acts)
    return ()


def is_overload(inquiry: Inquiry) -> bool:
    """Return whether the case is one of a vehicle over the limits (违法超限运输).

    Where no cause was read, the rule of 超限规定 43 and an excess in kilograms tell.
    """
    acts = acts_of(inquiry)
    if acts:
        return _OVERLOAD in acts
    codes = (*inquiry.decision_codes, "DT26")
    cited = (fact.value for fact in inquiry.facts("cited_article", *codes))
    fined_by = any(
        isinstance(one, CitedArticle) and (one.law, one.article) in _FINED_BY for one in cited
    )
    return fined_by and any(fact.is_read for fact in inquiry.facts("overweight_kg"))


def offence_days(inquiry: Inquiry) -> tuple[Fact, ...]:
    """Return when the act was done, by the first document that tells it; else when it was found.

    A case is filed on what was found: where nothing else tells, the day of filing stands in.
    """
    for key in ("offence_date", "found_date", "measured_on", "filing_date"):
        for code in (*TELLING, "DT05", "DT06", "DT13"):
            facts = tuple(
                fact
                for fact in inquiry.facts(key, code)
                if isinstance(fact.value, date) and fact.is_read
            )
            if facts:
                return facts
    return ()


def decided_on(inquiry: Inquiry) -> date | None:
    """Return the day of the decision; the earliest one where several are read."""
    return inquiry.moment("decision").earliest


def told(inquiry: Inquiry, key: str, *codes: str) -> tuple[Place, ...]:
    """Return where documents of `codes`, the whole file without them, state the flag `key`."""
    return tuple(
        fact.place
        for fact in inquiry.facts(key, *(codes or _WHOLE_FILE))
        if fact.value is True and fact.is_read
    )


def first_read(inquiry: Inquiry, key: str, *codes: str) -> tuple[Fact, ...]:
    """Return the facts of `key` of the first of `codes` that gives any that count as read."""
    for code in codes:
        facts = tuple(fact for fact in inquiry.facts(key, code) if fact.is_read)
        if facts:
            return facts
    return ()


def values_of(facts: Iterable[Fact]) -> tuple[FactValue, ...]:
    """Return the distinct values of `facts`, in order."""
    return tuple(dict.fromkeys(fact.value for fact in facts))


def checked_until(inquiry: Inquiry) -> str:
    """Return what to add where the decision is later than the statute texts; else nothing."""
    day = decided_on(inquiry)
    return f"；{inquiry.law.version}，请核对" if day and day > LAST_LAW else ""


def _penalty_articles(inquiry: Inquiry, book: PenaltyBook) -> list[Fact]:
    """Return the articles that are applied; an unmarked one counts where it threatens a penalty."""
    for code in (*inquiry.decision_codes, "DT26", "DT23"):
        facts = [fact for fact in inquiry.facts("penalty_article", code) if not is_procedural(fact)]
        if any(_is_penalty(fact, book) for fact in facts):
            return [fact for fact in facts if _is_penalty(fact, book)]
        cited = [fact for fact in inquiry.facts("cited_article", code) if _is_penalty(fact, book)]
        if cited or facts:
            return cited or facts
    return []


def is_procedural(fact: Fact) -> bool:
    """Return whether an article belongs to a law of procedure, which threatens no penalty."""
    law = fact.value.law if isinstance(fact.value, CitedArticle) else ""
    return law in _PROCEDURAL or law.endswith("程序规定") or "裁量" in law


def _is_penalty(fact: Fact, book: PenaltyBook) -> bool:
    if not isinstance(fact.value, CitedArticle) or is_procedural(fact):
        return False
    return bool(book.meant_by(CitedArticle(fact.value.law, fact.value.article)))


def _narrowed(rows: tuple[Penalty, ...], acts: tuple[str, ...]) -> tuple[Penalty, ...]:
    """Return the rows for one of `acts`, all rows when none of them names it."""
    same = tuple(row for row in rows if set(row.acts) & set(acts))
    return same or rows
