"""A small standard, marks and score, from which reports are built."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from uuid import UUID

from PIL import Image

from reviewer.model import (
    AbsenceReason,
    Bonus,
    Box,
    Case,
    CaseFile,
    Choice,
    Clause,
    Deduction,
    ExplanationLine,
    FileKind,
    GradeBand,
    Group,
    Item,
    ItemScore,
    Mark,
    Marks,
    Method,
    Occurrence,
    Place,
    Precheck,
    Question,
    Review,
    Round,
    Score,
    Standard,
    Veto,
    VetoChoice,
    VetoMark,
    VetoType,
)
from reviewer.reports.blocks import Picture
from reviewer.reports.inputs import CorrectedFact, ReviewInput

ONE = UUID(int=1)
FILE = "ab" * 32


def make_place(page: int, quote: str = "2024年4月26日", folio: str = "") -> Place:
    return Place(FILE, page, quote, Box(0.5, 0.6, 0.7, 0.62), folio=folio)


def make_item(item_id: str, group: str, text: str, points: str, question: Question) -> Item:
    clause = Clause(f"{item_id}.1", "超期", Method.ONCE, Decimal(1))
    return Item(
        id=item_id,
        group=group,
        short=text[:12],
        text=text,
        points=Decimal(points),
        clauses=(clause,),
        basis=("行政处罚法第六十一条", "行政处罚法第八十五条"),
        materials=("送达回证",),
        precheck=Precheck.FULL,
        precheck_note="",
        rules=("T18",),
        questions=(question,),
        may_be_absent=item_id != "G1",
    )


def make_standard() -> Standard:
    items = (
        make_item(
            "C9", "C", "自立案之日起90日内作出决定，延长有依据和批准", "4", Question.PROCEDURE
        ),
        make_item("G1", "G", "决定书宣告后当场交付，或七个工作日内依法送达", "6", Question.SERVICE),
        make_item("G4", "G", "逾期未履行的依法加处罚款、催告", "2", Question.SERVICE),
    )
    veto = Veto(
        id="V13",
        short="超过追责时效",
        text="超过追责时效仍处罚",
        type=VetoType.A,
        basis=("行政处罚法第三十六条",),
        materials=(),
        precheck=Precheck.FULL,
        precheck_note="",
        rules=("V13",),
        questions=(Question.PROCEDURE,),
    )
    return Standard(
        id="general",
        version="2025",
        name="普通程序案卷评查标准",
        subject="case",
        procedures=("general",),
        source="",
        groups=(
            Group("C", "程序与时限", Decimal(4)),
            Group("G", "送达与执行", Decimal(8)),
        ),
        items=items,
        vetoes=(veto,),
        bands=(
            GradeBand("优秀", Decimal(90), excellent=True),
            GradeBand("良好", Decimal(80)),
            GradeBand("合格", Decimal(60)),
            GradeBand("不合格", Decimal(0), failing=True),
        ),
        bonuses=(Bonus("JF1", "说理充分", Decimal(2)),),
        bonus_limit=Decimal(5),
        absence_reasons=(AbsenceReason("not-needed", "法定不需要"),),
        exclusive=(),
        content_hash="",
    )


def make_marks() -> Marks:
    occurrence = Occurrence(
        id=ONE,
        clause="G1.1",
        count=1,
        points=Decimal(1),
        reason="决定书 2024-04-10 作出，2024-04-26 送达，应于 2024-04-19 前送达",
        places=(make_place(12, folio="46"), make_place(15, folio="49")),
    )
    return Marks(
        items={
            "C9": Mark("C9", Choice.CONFORMS, evidence=(make_place(3),)),
            "G1": Mark("G1", Choice.FAILS, occurrences=(occurrence,)),
            "G4": Mark("G4", Choice.ABSENT, absence="not-needed"),
        },
        vetoes={"V13": VetoMark("V13", VetoChoice.EXCLUDED)},
    )


def make_score(**changes: object) -> Score:
    deduction = Deduction(ONE, "G1.1", 1, Decimal(1), counted=True)
    zero = Decimal(0)
    four, five, six = Decimal(4), Decimal(5), Decimal(6)
    score = Score(
        standard="general",
        version="2025",
        items=(
            ItemScore("C9", Choice.CONFORMS, four, four, zero, four),
            ItemScore("G1", Choice.FAILS, six, five, Decimal(1), five, (deduction,)),
            ItemScore("G4", Choice.ABSENT, Decimal(2), zero, zero, zero),
        ),
        applicable=Decimal(10),
        awarded=Decimal(9),
        bonus=zero,
        before_veto=Decimal("90.0"),
        total=Decimal("90.0"),
        low=Decimal("90.0"),
        high=Decimal("90.0"),
        grade="优秀",
    )
    return replace(score, **changes)  # type: ignore[arg-type]


def make_picture() -> Picture:
    buffer = BytesIO()
    Image.new("RGB", (320, 120), "#eeeeee").save(buffer, "JPEG")
    return Picture("G1　第 46 页：2024年4月10日", buffer.getvalue(), 320, 120)


def make_input(
    marks: Marks | None = None,
    score: Score | None = None,
    standard: Standard | None = None,
    texts: Mapping[str, str] | None = None,
    title: str = "宁交罚〔2024〕0132号",
) -> ReviewInput:
    file = CaseFile(ONE, FILE, "案卷.pdf", FileKind.PDF, 1000, 87, 0)
    opened = datetime(2025, 5, 6, 8, 0, tzinfo=UTC)
    return ReviewInput(
        case=Case(
            ONE,
            title,
            title,
            "沙湖市交通运输局",
            "沙湖市宏途物流有限公司",
            "擅自改装车辆",
            files=(file,),
        ),
        review=Review(ONE, ONE, "general", "2025", "", ONE, Round.FIRST, opened),
        standard=standard or make_standard(),
        marks=marks or make_marks(),
        score=score or make_score(),
        explanation=(
            ExplanationLine(0, "总分 = 100 × 9.0 ÷ 10.0 = 90.0"),
            ExplanationLine(1, "G 送达与执行 5.0"),
        ),
        procedure="普通程序",
        decision_no="宁交罚〔2024〕0132号",
        reviewer="周敏",
        second_reviewer="马强",
        leader="田宁",
        texts=texts or {"merits": "说理充分。"},
        page_label=lambda place: place.folio or f"案卷.pdf 第 {place.page} 页",
        reviewed_on=date(2025, 5, 6),
        pictures=(make_picture(),),
        corrected=(CorrectedFact("决定送达日期", "2024-04-20", "2024-04-26", "49"),),
    )
