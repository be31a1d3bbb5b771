"""Readings for rule tests: a general case without fault, and the ways to change it.

Every paper is one page of 案卷.pdf, in the order it is added; `weak` makes a value that was read
too weakly, `Late` and the like are only words for the values themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reviewer.checking import load_calendar, load_laws, load_rules, run_rules
from reviewer.model import (
    Box,
    Calendar,
    Document,
    Fact,
    FactValue,
    Finding,
    LawBook,
    Library,
    Officer,
    PageRef,
    Place,
    Procedure,
    Reading,
    Redress,
    RuleInfo,
    Served,
    Session,
    Unreadable,
    Verdict,
    Waiver,
)

FILE = "f" * 64
PATH = "案卷.pdf"
OFFICERS = (Officer("马强", "640001"), Officer("王芳", "640002"))
TITLES = {
    "DT05": "立案登记表",
    "DT06": "现场笔录",
    "DT07": "询问笔录",
    "DT23": "案件调查报告",
    "DT24": "法制审核意见书",
    "DT25": "集体讨论记录",
    "DT26": "违法行为通知书",
    "DT27": "陈述申辩书",
    "DT35": "行政处罚决定书",
    "DT36": "不予行政处罚决定书",
    "DT34": "当场行政处罚决定书",
    "DT37": "送达回证",
    "DT41": "罚没票据",
    "DT52": "结案报告",
    "DT55": "营业执照",
    "DT57": "办案期限延长审批表",
}


def day(text: str) -> date:
    """Return the date of `2024-03-01`, or of `03-01` in 2024."""
    return date.fromisoformat(text if len(text) == 10 else f"2024-{text}")


@dataclass(frozen=True)
class Weak:
    """A value that was read too weakly to count."""

    value: FactValue


def weak(value: FactValue | str) -> Weak:
    """Return `value` (a date as text, too) as one that was read too weakly."""
    return Weak(value)


def waiver(when: str, *, hearing: bool = True) -> Waiver:
    """Return a statement of `when` that gives up the hearing, or only the pleading."""
    return Waiver(day(when), hearing)


def served(document: str, when: str | None, number: str = "", method: str = "直接送达") -> Served:
    """Return what a receipt of service says."""
    return Served(document, number, day(when) if when else None, method)


@dataclass(frozen=True)
class Paper:
    """One document of one page with its facts, as (key, value)."""

    code: str
    facts: tuple[tuple[str, Any], ...] = ()
    title: str = ""

    def having(self, key: str, *values: Any) -> "Paper":
        """Return the paper with `values` as its only facts of `key`."""
        kept = tuple(fact for fact in self.facts if fact[0] != key)
        return replace(self, facts=(*kept, *((key, value) for value in values)))

    def lacking(self, *keys: str) -> "Paper":
        """Return the paper without facts of `keys`."""
        return replace(self, facts=tuple(fact for fact in self.facts if fact[0] not in keys))


def paper(code: str, title: str = "", **facts: Any) -> Paper:
    """Return a paper; a list as value gives several facts of one key."""
    pairs = []
    for key, value in facts.items():
        pairs += [(key, one) for one in (value if isinstance(value, list) else [value])]
    return Paper(code, tuple(pairs), title)


@dataclass(frozen=True)
class Papers:
    """A case file: papers one page each."""

    papers: tuple[Paper, ...]
    procedure: Procedure = Procedure.GENERAL
    unclassified: int = 0
    """Pages behind the papers that belong to no document."""
    weak_pages: tuple[int, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    typed: tuple[tuple[str, Any], ...] = field(default=())
    """Facts that a person typed and that stand in no document."""

    def without(self, *codes: str) -> "Papers":
        """Return the case without the papers of `codes`; `DT37:DT26` is the receipt of DT26."""
        return replace(self, papers=tuple(one for one in self.papers if not _named(one, codes)))

    def plus(self, *papers: Paper) -> "Papers":
        """Return the case with more papers at its end."""
        return replace(self, papers=(*self.papers, *papers))

    def setting(self, code: str, **facts: Any) -> "Papers":
        """Return the case with other facts on the papers of `code`; None takes one away."""
        return replace(
            self,
            papers=tuple(_set(one, facts) if _named(one, (code,)) else one for one in self.papers),
        )

    def with_(self, **changes: Any) -> "Papers":
        """Return the case with other fields."""
        return replace(self, **changes)

    def reading(self) -> Reading:
        """Return the reading of the case."""
        documents, facts = [], []
        for number, one in enumerate(self.papers):
            ref = PageRef(FILE, number + 1)
            title = one.title or TITLES.get(one.code, one.code)
            documents.append(Document(number, one.code, title, 0.98, (ref,)))
            facts += [_fact(key, value, number, row) for row, (key, value) in enumerate(one.facts)]
        last = len(self.papers)
        facts += [
            replace(
                _fact(key, value, 0, 0),
                document=-1,
                corrected=True,
                place=Place("", 0, "", folio="5"),
            )
            for key, value in self.typed
        ]
        return Reading(
            procedure=self.procedure,
            documents=tuple(documents),
            unclassified=tuple(PageRef(FILE, last + 1 + n) for n in range(self.unclassified)),
            facts=tuple(facts),
            unreadable=self.unreadable,
            weak=tuple(PageRef(FILE, page) for page in self.weak_pages),
            paths={FILE: PATH},
            engine="test",
        )

    def page(self, code: str) -> int:
        """Return the page of the first paper of `code`."""
        return next(n for n, one in enumerate(self.papers, 1) if _named(one, (code,)))

    def check(
        self, code: str, calendar: Calendar | None = None, library: Library | None = None
    ) -> Finding:
        """Return what the shipped rule `code` finds, its premises run before it."""
        rule = rules()[code]
        premises = rule.parameters.get("from")
        named = premises if isinstance(premises, list) else []
        asked = tuple(rules()[one] for one in (*named, code) if one in rules())
        run = run_rules(
            self.reading(), asked, calendar or calendar_(), laws(), library or Library()
        )
        return run.findings[-1]

    def verdict(self, code: str, library: Library | None = None) -> Verdict:
        """Return the verdict of the shipped rule `code`."""
        return self.check(code, library=library).verdict


def elements(rule: str, code: str) -> list[str]:
    """Return every element that the shipped `rule` wants in documents of `code`."""
    wanted = rules()[rule].parameters["elements"]
    assert isinstance(wanted, dict)
    return list(wanted[code])


def general() -> Papers:
    """Return a general case in which no rule finds anything."""
    return Papers(
        (
            paper(
                "DT05",
                filing_date=day("03-01"),
                filing_approved_date=day("03-04"),
                found_date=day("03-01"),
            ),
            paper(
                "DT06",
                officer=list(OFFICERS),
                session=session("03-01T09:00", "03-01T09:30"),
                certs_shown=True,
            ),
            paper(
                "DT07",
                officer=list(OFFICERS),
                session=session("03-05T10:00", "03-05T11:00"),
                certs_shown=True,
            ),
            paper("DT55"),
            paper("DT23", investigation_end_date=day("03-18"), report_fine=Decimal(3000)),
            paper(
                "DT26",
                notice_date=day("03-20"),
                notice_no="宁交执告〔2024〕12号",
                notice_fine=Decimal(3000),
                hearing_right_told=True,
                stated=elements("R-C7-01", "DT26"),
            ),
            paper("DT37", served=served("DT26", "03-20"), notice_served_date=day("03-20")),
            paper(
                "DT35",
                decision_date=day("04-10"),
                offence_date=day("03-01"),
                decision_no="宁交执罚〔2024〕12号",
                decision_fine=Decimal(3000),
                decision_fine_words=Decimal(3000),
                issuing_body="沙湖市交通运输局",
                party_kind="organisation",
                stated=elements("K-F4", "DT35"),
                pay_days=15,
                redress=Redress(60, "沙湖市人民政府", 6),
            ),
            paper("DT37", served=served("DT35", "04-12"), decision_served_date=day("04-12")),
            paper("DT41", paid_amount=Decimal(3000), paid_date=day("04-18"), official_receipt=True),
            paper("DT52", closing_date=day("04-25")),
        )
    )


def no_penalty() -> Papers:
    """Return a case that ends without penalty and in which no rule finds anything."""
    kept = general().without("DT26", "DT37:DT26", "DT35", "DT37:DT35", "DT41")
    return kept.plus(
        paper(
            "DT36",
            decision_date=day("04-10"),
            issuing_body="沙湖市交通运输局",
            stated=elements("K-F4", "DT36"),
            redress=Redress(60, "沙湖市人民政府", 6),
        ),
        paper("DT37", served=served("DT36", "04-12"), decision_served_date=day("04-12")),
    ).with_(procedure=Procedure.NO_PENALTY)


def summary() -> Papers:
    """Return a case under the summary procedure in which no rule finds anything."""
    return Papers(
        (
            paper("DT55"),
            paper(
                "DT34",
                officer=list(OFFICERS),
                decision_date=day("04-10"),
                decision_fine=Decimal(200),
                issuing_body="沙湖市交通运输局",
                party_kind="person",
                stated=elements("K-F4", "DT34"),
                redress=Redress(60, "沙湖市人民政府", 6),
                reconsider_first=True,
            ),
            paper("DT62", record_filed_date=day("04-11")),
            paper("DT41", paid_amount=Decimal(200), official_receipt=True),
            paper("DT52", closing_date=day("04-12")),
        ),
        Procedure.SUMMARY,
    )


def session(start: str, end: str, officers: tuple[str, ...] = ("马强", "王芳")) -> Session:
    """Return a recorded session of 2024."""
    return Session(
        officers,
        "G70福银高速",
        datetime.fromisoformat(f"2024-{start}"),
        datetime.fromisoformat(f"2024-{end}"),
    )


@lru_cache
def rules() -> dict[str, RuleInfo]:
    """Return the shipped rules by code."""
    return {rule.code: rule for rule in load_rules()}


@lru_cache
def calendar_() -> Calendar:
    """Return the shipped calendar."""
    return load_calendar()


@lru_cache
def laws() -> LawBook:
    """Return the shipped statute texts."""
    return load_laws()


def pages(places: Iterable[Place]) -> set[int]:
    """Return the pages of `places`."""
    return {place.page for place in places}


def _named(one: Paper, codes: tuple[str, ...]) -> bool:
    names = {one.code}
    for key, value in one.facts:
        if key == "served":
            inner = value.value if isinstance(value, Weak) else value
            names |= {f"DT37:{inner.document}"} if isinstance(inner, Served) else set()
    return bool(names & set(codes))


def _set(one: Paper, facts: dict[str, Any]) -> Paper:
    for key, value in facts.items():
        values = value if isinstance(value, list) else [] if value is None else [value]
        one = one.having(key, *values)
    return one


def _fact(key: str, value: Any, document: int, row: int) -> Fact:
    is_weak = isinstance(value, Weak)
    if isinstance(value, Weak):
        value = value.value
    box = Box(0.1, 0.1 + row / 50, 0.4, 0.12 + row / 50)
    place = Place(FILE, document + 1, str(value), box)
    return Fact(key, value, document, place, 0.5 if is_weak else 0.98)
