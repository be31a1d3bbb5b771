"""Results, problems and rectifications of the made-up campaign."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

from PIL import Image, ImageDraw

from reviewer.model import Choice, Mark, Marks, Occurrence, Standard
from reviewer.model.adjudications import Adjudication, Difference, ItemDecision, Side, Vote
from reviewer.model.campaigns import Stage
from reviewer.model.feedback import (
    Evidence,
    Feedback,
    FeedbackState,
    Objection,
    ObjectionState,
    Rectification,
    RectificationState,
)
from reviewer.reports.blocks import Picture
from reviewer.reports.campaign.from_statistics import RANK_NOTE
from reviewer.reports.campaign.inputs import (
    BulletinFigures,
    BulletinInput,
    CaseResult,
    CategoryLine,
    DisputeInput,
    DisputeSide,
    FeedbackInput,
    GroupsInput,
    LastYear,
    MinutesInput,
    ObjectionInput,
    ObjectionItem,
    ProblemLine,
    ProblemsInput,
    ResultLine,
    ResultTable,
    ReviewTotal,
    SummaryInput,
)
from reviewer.reports.campaign.year_inputs import (
    AnnualInput,
    ClosingInput,
    Figure,
    FiledPaper,
    FileIndexInput,
    RectificationLedgerInput,
    RectificationNoticeInput,
    SelfCheckInput,
)
from reviewer.scoring import load_standards, score
from tests.reports.builders import make_input
from tests.reports.campaign.made_campaign import (
    PEOPLE,
    UNITS,
    campaign,
    number,
    official,
    rows,
    standards,
)

DAY = date(2025, 8, 20)
GRADES = ("优秀", "良好", "合格", "不合格")
_PROBLEMS = (
    (
        "执法程序",
        "行政处罚决定书 2025-03-10 作出，2025-03-28 送达，超过法定送达期限",
        "行政处罚法第六十一条",
        "46、49",
        "送达",
        "规范送达，逐案核对送达期限，对承办人员开展送达专题培训",
    ),
    (
        "事实证据",
        "现场检查笔录未见当事人签名，也未注明拒签情形",
        "交通运输行政执法程序规定第三十五条",
        "12",
        "调查取证",
        "完善现场笔录制作要求，当事人拒签的注明情形并由两名执法人员签名",
    ),
    ("文书归档", "卷内目录页码与实有页数不一致", "", "目录页", "立卷归档", "重新核对卷内目录"),
)


def case_results() -> tuple[CaseResult, ...]:
    picked = [row for row in rows().values() if row.unit_name == UNITS[0]][:6]
    totals = ("96.5", "88", "91.35", "74", "59", "82.5")
    return tuple(
        CaseResult(
            row.case_no,
            row.unit_name,
            row.cause,
            Decimal(total),
            next(
                g for g, low in zip(GRADES, (90, 80, 60, 0), strict=True) if Decimal(total) >= low
            ),
            row.kind,
            row.field,
            ("应当听证而未告知听证权利",) if total == "59" else (),
        )
        for row, total in zip(picked, totals, strict=True)
    )


def problem_lines(count: int = 9) -> tuple[ProblemLine, ...]:
    all_rows = list(rows().values())
    lines = []
    for at in range(count):
        category, problem, basis, page, stage, wanted = _PROBLEMS[at % 3]
        row = all_rows[at // 3 * 6]
        lines.append(
            ProblemLine(
                *(row.case_no, category, problem, basis, page, stage, wanted),
                responsible="李建军",
                due=date(2025, 9, 30),
                state="整改中",
                unit=row.unit_name,
            )
        )
    return tuple(lines)


def groups_input() -> GroupsInput:
    return GroupsInput(campaign(), rows(), DAY)


def minutes_input() -> MinutesInput:
    people = {number(200 + at): name for at, name in enumerate(PEOPLE)}
    votes = tuple(
        Vote(number(200 + at), PEOPLE[at], Side.FIRST if at < 3 else Side.SECOND) for at in range(4)
    )
    decisions = (
        ItemDecision(
            "C6",
            Side.FIRST,
            "送达回证签收日期晚于决定作出之日七个工作日以上，卷内没有延期送达的说明。",
            votes,
        ),
        ItemDecision("V08", Side.SECOND, "卷内第 31 页有听证权利告知书和送达回证，权利已经告知。"),
    )
    record = Adjudication(
        *(number(70), number(1000), number(71), number(72), number(73), date(2025, 8, 6)),
        present=tuple(people)[:4],
        recused=tuple(people)[4:5],
        decisions=decisions,
    )
    disputes = (
        DisputeInput(
            "C6",
            "告知、听证、决定、送达的时限符合规定",
            Decimal(3),
            Difference.ITEM,
            DisputeSide(Decimal(0), "决定书 2025-03-10 作出，2025-03-28 送达", "46、49"),
            DisputeSide(Decimal(3), "", ""),
            Decimal(0),
        ),
        DisputeInput(
            "V08",
            "应当告知听证权利而未告知",
            None,
            Difference.VETO,
            DisputeSide(Decimal(1), "卷内未见听证权利告知书", ""),
            DisputeSide(Decimal(0), "听证权利告知书已经送达", "31、32"),
            Decimal(0),
        ),
    )
    return MinutesInput(
        campaign(),
        record,
        *("沙交执罚〔2025〕101号", UNITS[0], "擅自改装车辆从事道路运输经营"),
        ReviewTotal("评查人甲", Decimal("59"), "不合格", date(2025, 8, 2)),
        ReviewTotal("评查人乙", Decimal("91.5"), "优秀", date(2025, 8, 3)),
        Decimal("32.5"),
        (Difference.SCORE, Difference.VETO, Difference.GRADE),
        disputes,
        people,
        ReviewTotal("合议", Decimal("88.5"), "良好", date(2025, 8, 6)),
        *("周敏", "陈静", "厅机关 302 会议室"),
    )


def feedback_input() -> FeedbackInput:
    feedback = Feedback(
        *(number(80), number(1), number(100), FeedbackState.SENT),
        objection_until=date(2025, 8, 27),
    )
    return FeedbackInput(
        campaign(),
        official(UNITS[0]),
        UNITS[0],
        feedback,
        case_results(),
        problem_lines(),
        standards(),
    )


def problems_input() -> ProblemsInput:
    return ProblemsInput(campaign(), problem_lines(30), made_on=DAY)


def objection_input() -> ObjectionInput:
    objection = Objection(
        *(number(81), number(1000), ("C6", "F4"), "送达回证背面有延期送达的说明，请予复核"),
        *(date(2025, 8, 22), True),
        outcome="部分采纳",
        reason="延期送达有说明，但说明未经批准；决定书救济期限写明无误",
        decided_on=date(2025, 8, 27),
        state=ObjectionState.DECIDED,
    )
    items = (
        ObjectionItem(
            *("C6 时限", "送达回证背面有延期说明", Decimal(0), Decimal("1.5")),
            *("说明属实，但未经批准，酌情减轻扣分", "卷内第 49 页"),
        ),
        ObjectionItem(
            *("F4 决定书要素", "救济期限已写明", Decimal(1), Decimal(3)), "经核对已写明", "46"
        ),
    )
    return ObjectionInput(
        campaign(),
        official(UNITS[0]),
        *(UNITS[0], "沙交执罚〔2025〕101号", "擅自改装车辆从事道路运输经营", objection, items),
        ReviewTotal("合议", Decimal("88.5"), "良好"),
        ReviewTotal("复核", Decimal("92"), "优秀"),
    )


def summary_input() -> SummaryInput:
    top = ("C6 告知送达时限（扣 12 分）", "B4 现场笔录（扣 9.5 分）", "H1 卷内目录（扣 3.2 分）")
    lines = tuple(
        ResultLine(name, 10, Decimal(94 - 3 * at), (5 - at // 2, 3, 2, at // 2), at // 3, top, rank)
        for at, (name, rank) in enumerate(
            zip(UNITS, ("1", "2—3", "2—3", "4—5", "4—5", "6"), strict=True)
        )
    )
    fields = tuple(
        ResultLine(name, 30, Decimal("86.25"), (14, 9, 6, 1), 1, top)
        for name in ("公路路政", "道路运政")
    )
    officers = tuple(
        ResultLine(name, 6, Decimal("85.7"), (2, 2, 2, 0), 0, top[:2]) for name in PEOPLE
    )
    overall = ResultLine("合计", 60, Decimal("86.47"), (26, 18, 13, 3), 2, top)
    tables = (
        ResultTable("单位", lines, RANK_NOTE),
        ResultTable("执法门类", fields),
        ResultTable("承办人", officers),
    )
    return SummaryInput(campaign(), GRADES, tables, overall, DAY)


def categories() -> tuple[CategoryLine, ...]:
    return (
        CategoryLine("主体", 0, 0),
        CategoryLine("事实证据", 21, 17, ("现场笔录缺当事人签名", "照片未注明拍摄时间、地点")),
        CategoryLine("执法程序", 34, 25, ("决定书超期送达", "告知书未写明陈述申辩期限")),
        CategoryLine("文书归档", 15, 12, ("卷内目录页码不一致",)),
    )


def chart() -> Picture:
    image = Image.new("RGB", (1400, 700), "white")
    pen = ImageDraw.Draw(image)
    for at, height in enumerate((520, 470, 430, 380, 300, 260)):
        pen.rectangle((120 + at * 200, 640 - height, 240 + at * 200, 640), fill="#2d5f8b")
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return Picture("图 1　各单位平均分", buffer.getvalue(), 1400, 700)


def bulletin_input() -> BulletinInput:
    return BulletinInput(
        official(),
        summary_input(),
        BulletinFigures(1268, 60, 14, 1102, 10, 12, 5, 4, 2),
        categories(),
        ("沙湖市支队建立决定书送达期限提醒台账",),
        ("各单位于 2025 年 10 月底前组织一次送达专题培训",),
        case_results()[:2],
        problem_lines(12),
        (chart(),),
        LastYear(2024, 48, Decimal("84.9"), standard_same=False),
        date(2025, 9, 30),
    )


def file_index_input() -> FileIndexInput:
    papers = (
        FiledPaper(Stage.DRAW, "案卷抽取记录", "", date(2025, 7, 24), 5),
        FiledPaper(Stage.NOTICE, "评查通知", "宁交执监〔2025〕12号", date(2025, 6, 3), 14),
        FiledPaper(Stage.GROUPS, "评查组名单及回避、保密材料", "", date(2025, 7, 26), 4),
        FiledPaper(Stage.REVIEW, "案卷评查表（60 卷）", "", date(2025, 8, 5)),
        FiledPaper(Stage.ADJUDICATION, "合议记录", "", date(2025, 8, 6), 10, "5 卷"),
    )
    return FileIndexInput(campaign(), papers, date(2025, 12, 20), "长期")


def rectifications() -> tuple[Rectification, ...]:
    states = (
        RectificationState.NOTIFIED,
        RectificationState.CLOSED,
        RectificationState.REVISITED,
        RectificationState.RETURNED,
    )
    found = []
    for at, line in enumerate(problem_lines(12)):
        state = states[at % 4]
        closed = state in {RectificationState.CLOSED, RectificationState.REVISITED}
        found.append(
            Rectification(
                *(number(900 + at), number(1), number(100), number(1000), line.case_no, "C6"),
                *(line.problem, line.basis, line.pages, line.category, line.requirement, state),
                due=date(2025, 9, 30),
                measures="建立送达期限提醒台账，组织培训 1 次" if closed else "",
                responsible="李建军",
                progress="已完成" if closed else "",
                evidence=(Evidence("ab" * 32, "送达期限提醒台账.pdf"),) if closed else (),
                verified_by="周敏" if closed else "",
                closed_on=date(2025, 9, 20) if closed else None,
                revisit_due=date(2025, 11, 30) if closed else None,
                done_on=date(2025, 9, 15) if closed else None,
            )
        )
    return tuple(found)


def rectification_notice_input() -> RectificationNoticeInput:
    return RectificationNoticeInput(
        campaign(), official(UNITS[0]), UNITS[0], rectifications()[:7], date(2025, 9, 30)
    )


def rectification_ledger_input() -> RectificationLedgerInput:
    pairs = tuple((UNITS[at % 6], one) for at, one in enumerate(rectifications()))
    return RectificationLedgerInput(campaign(), pairs, date(2025, 10, 10))


def closing_input() -> ClosingInput:
    return ClosingInput(
        campaign(),
        UNITS[0],
        rectifications()[1],
        "宁交执监销〔2025〕3号",
        "核对提醒台账和 2025 年 9 月作出的 6 份决定书的送达回证，均在法定期限内送达。",
        passed=True,
        verified_on=date(2025, 9, 20),
    )


def annual_input(**changes: object) -> AnnualInput:
    values: dict[str, object] = {
        "official": official("宁州回族自治区司法厅、自治区交通运输厅"),
        "year": 2025,
        "training": (
            Figure("举办行政执法培训班", 6, "期", 4),
            Figure("培训执法人员", 1240, "人次", 1105),
            Figure("执法人员人均培训学时", Decimal("64.5"), "学时", Decimal("61.2")),
        ),
        "conduct": (
            Figure("公示行政处罚决定", 1268, "件", 1320),
            Figure("法制审核案件", 402, "件", 377),
            Figure("配备执法记录仪", 310, "台", 288),
        ),
        "enforcement": (
            Figure("行政检查", 15230, "次", 14870),
            Figure("行政处罚案件", 1268, "件", 1320),
            Figure("罚没金额", Decimal("312.65"), "万元", Decimal("355.10")),
            Figure("行政复议、行政诉讼", 7, "件", 9),
        ),
        "texts": {
            "training": "完成本年度执法人员全员轮训",
            "conduct": "落实行政执法三项制度，公开行政裁量权基准",
            "plans": "继续开展案卷评查\n完善送达期限提醒",
        },
        "summary": summary_input(),
        "categories": categories(),
        "rectified": (61, 70),
    }
    return AnnualInput(**(values | changes))  # type: ignore[arg-type]


def _three_systems() -> Standard:
    return next(one for one in load_standards() if one.subject == "unit")


def self_check_input() -> SelfCheckInput:
    standard = _three_systems()
    items = {}
    for at, item in enumerate(standard.items):
        mark = Mark(item.id, Choice.CONFORMS)
        if at % 5 == 3:
            clause = item.clauses[0]
            points = min(clause.points, Decimal(1))
            fault = Occurrence(number(at + 1), clause.id, 1, points, f"抽查发现{clause.text}", ())
            mark = Mark(item.id, Choice.FAILS, occurrences=(fault,))
        items[item.id] = mark
    marks = Marks(items=items, vetoes={})
    base = make_input(marks, score(standard, marks), standard, texts={})
    source = replace(base, reviewed_on=date(2025, 6, 20))
    return SelfCheckInput(
        official("宁州交通运输厅执法监督局"),
        source,
        UNITS[0],
        2025,
        ("补齐实施细则", "公示信息逐月核对，落实专人负责"),
    )
