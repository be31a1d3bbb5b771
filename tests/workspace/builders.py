"""Values for tests of the workspace: a small standard, findings, and a review of them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from reviewer.model import (
    AbsenceReason,
    Bonus,
    Box,
    Breach,
    CheckRun,
    Clause,
    Finding,
    GradeBand,
    Group,
    Item,
    Method,
    PageRef,
    Place,
    Precheck,
    Procedure,
    ProposalKey,
    Question,
    Reading,
    Review,
    RuleInfo,
    RuleLink,
    Standard,
    Verdict,
    Veto,
    VetoType,
)
from reviewer.store import Store, cases, checks, desktops
from reviewer.store.records import CaseNames, KeptRun
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.made_up import MadeUpFigures
from reviewer.workspace.reviews import Reviews

SHA = "a" * 64
LATE = ProposalKey("T18", "DT37@案卷.pdf#15")
LAW = ProposalKey("V05", "DT35@案卷.pdf#12")
LOOK = ProposalKey("T20", "")


def make_place(page: int = 13, quote: str = "2024年4月10日") -> Place:
    return Place(SHA, page, quote, Box(0.5, 0.76, 0.7, 0.78))


def make_item(
    name: str, points: str = "4", rule: str = "", clause: str = "", absent: bool = True
) -> Item:
    clauses = (
        Clause(f"{name}.1", "每处扣分", Method.PER_OCCURRENCE, Decimal("1.5")),
        Clause(f"{name}.2", "整项扣分", Method.WHOLE_ITEM, Decimal(points)),
    )
    return Item(
        id=name,
        group=name[0],
        short=name,
        text=f"{name} 规范",
        points=Decimal(points),
        clauses=clauses,
        basis=("行政处罚法第六十一条",),
        materials=("送达回证",),
        precheck=Precheck.FULL,
        precheck_note="",
        rules=(rule,) if rule else (),
        questions=(Question.PROCEDURE,),
        may_be_absent=absent,
        absent_note="" if absent else "本项为必评项",
        links=(RuleLink(rule, clause),) if rule else (),
    )


def make_standard() -> Standard:
    """Three items of 40, 40 and 20 points, one veto, one bonus."""
    veto = Veto(
        "V05",
        "依据失效",
        "处罚依据失效",
        VetoType.A,
        ("行政处罚法第三十八条",),
        ("决定书",),
        Precheck.FULL,
        "",
        ("V05",),
        links=(RuleLink("V05"),),
    )
    return Standard(
        id="small",
        version="1",
        name="小标准",
        subject="case",
        procedures=("general",),
        source="测试",
        groups=(Group("A", "甲", Decimal(40)), Group("G", "庚", Decimal(60))),
        items=(
            make_item("A1", "40", absent=False),
            make_item("G1", "40", "T18", "G1.1"),
            make_item("G2", "20", "T20"),
        ),
        vetoes=(veto,),
        bands=(
            GradeBand("优秀", Decimal(90), excellent=True),
            GradeBand("合格", Decimal(60)),
            GradeBand("不合格", Decimal(0), failing=True),
        ),
        bonuses=(Bonus("JF1", "创新", Decimal(2)),),
        bonus_limit=Decimal(5),
        absence_reasons=(AbsenceReason("N1", "未采取"), AbsenceReason("N9", "其他", True)),
        exclusive=(),
        content_hash="c" * 64,
    )


def make_findings() -> tuple[Finding, ...]:
    """Return a late service (T18), a law out of force (V05) and something to look at (T20)."""
    late = Breach(LATE.subject, Verdict.PROBLEM, "逾期送达", (make_place(), make_place(15)))
    law = Breach(LAW.subject, Verdict.PROBLEM, "引用条款疑似失效", (make_place(12),))
    look = Breach("", Verdict.HINT, "请核对公示", (make_place(20),))
    return (
        Finding("T18", Verdict.PROBLEM, "逾期送达", breaches=(late,)),
        Finding("V05", Verdict.PROBLEM, "引用条款疑似失效", breaches=(law,)),
        Finding("T20", Verdict.HINT, "请核对公示", breaches=(look,)),
    )


def make_rule(code: str = "T18") -> RuleInfo:
    return RuleInfo(code, "决定书送达期限", ("行政处罚法第六十一条",), (), "比对两个日期。", "", {})


def make_reading() -> Reading:
    return Reading(Procedure.GENERAL, (), (), (), engine="test")


class SmallKnowledge(Knowledge):
    """Knows one small standard and one rule."""

    @property
    def standards(self) -> tuple[Standard, ...]:
        return (make_standard(),)

    @property
    def rules_by_code(self) -> dict[str, RuleInfo]:
        return {"T18": make_rule()}

    @property
    def made_up(self) -> MadeUpFigures:
        return MadeUpFigures()


@dataclass
class FixedRuns:
    """Gives every review the same findings."""

    store: Store
    findings: tuple[Finding, ...] = field(default_factory=make_findings)
    pages: Sequence[tuple[PageRef, int]] = ((PageRef(SHA, 1), 1), (PageRef(SHA, 2), 2))

    def of_case(self, case_id: UUID) -> KeptRun:
        run = CheckRun(self.findings, {"engine": "test"})
        with self.store.session() as session:
            return checks.put_run(session, case_id, "k" * 64, make_reading(), run)

    def of_review(self, review: Review) -> KeptRun:
        return replace(self.of_case(review.case))

    def refresh_all(self, case_ids: Iterable[UUID]) -> None:
        """Nothing is read here."""

    def all_sheets(self, case_id: UUID) -> tuple[tuple[PageRef, int], ...]:
        return tuple(self.pages)


@dataclass
class Bench:
    """An open store with one case, and the reviews of it."""

    store: Store
    runs: FixedRuns
    reviews: Reviews
    case_id: UUID

    def open(self) -> UUID:
        return self.reviews.open(self.case_id, "small").id


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """Open a store in which 王工 sits, with one case that has three proposals."""
    store = Store(folder)
    try:
        with store.session() as session:
            desktops.seat(session, "王工", "支队")
            known = cases.case_ids(session)
            by = desktops.author(session)
            case_id = known[0] if known else cases.add_case(session, "案卷", CaseNames(), by)
        runs = FixedRuns(store)
        yield Bench(store, runs, Reviews(store, runs, runs, SmallKnowledge()), case_id)
    finally:
        store.close()


def new_id() -> UUID:
    return uuid4()
