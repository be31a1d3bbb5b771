"""A campaign with everything that its documents tell, built from made-up bureaus and people."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from reviewer.model import Standard
from reviewer.model.campaigns import (
    Campaign,
    CampaignUnit,
    CaseKind,
    Conflict,
    LedgerRow,
    Member,
    Stage,
    StageDates,
    StandardPin,
)
from reviewer.model.draws import (
    Draw,
    DrawnCase,
    DrawPlan,
    MustDraw,
    Replacement,
    StratumCount,
    StratumKey,
)
from reviewer.reports.campaign.inputs import DrawInput, NoticeInput, Official
from reviewer.scoring import load_standards

UNITS = tuple(
    f"{name}交通运输综合执法{body}"
    for name, body in (
        ("沙湖市", "支队"),
        ("贺川市", "支队"),
        ("青峡市", "支队"),
        ("沙湖市东原区", "大队"),
        ("贺川市平塬县", "大队"),
        ("青峡市鸣沙县", "大队"),
    )
)
PEOPLE = ("周敏", "马强", "田宁", "李建军", "哈斯", "王雪", "丁伟", "杨帆", "苏和", "陈静")
ORGANISER = "宁州交通运输厅执法监督局"


def number(value: int) -> UUID:
    return UUID(int=value)


def official(to: str = "各市、县（区）交通运输综合执法支队、大队", copies: str = "") -> Official:
    return Official(
        ORGANISER,
        date(2025, 6, 3),
        to,
        number="宁交执监〔2025〕12号",
        copies=copies or "自治区司法厅，自治区交通运输厅政策法规处，各市、县（区）交通运输局",
        printed_by="宁州交通运输厅执法监督局办公室",
    )


def campaign(**changes: object) -> Campaign:
    units = tuple(
        CampaignUnit(number(100 + at), name, contact="张三", phone="0951-6000000")
        for at, name in enumerate(UNITS)
    )
    members = tuple(
        Member(
            number(200 + at),
            name,
            units[at % 6].id if at < 8 else None,
            UNITS[at % 6] if at < 8 else "宁州恒正律师事务所",
            group=f"第{'一二三'[at % 3]}评查组",
            leads_group=at < 3,
            leads_campaign=at == 0,
        )
        for at, name in enumerate(PEOPLE)
    )
    values: dict[str, object] = {
        "id": number(1),
        "year": 2025,
        "name": "2025年度全区交通运输行政执法案卷评查活动",
        "organiser": ORGANISER,
        "cases_from": date(2024, 7, 1),
        "cases_to": date(2025, 6, 30),
        "kinds": (CaseKind.GENERAL, CaseKind.SUMMARY, CaseKind.COERCIVE, CaseKind.NO_PENALTY),
        "units": units,
        "members": members,
        "standards": (
            StandardPin(CaseKind.GENERAL, "general", "2025-1", ""),
            StandardPin(CaseKind.SUMMARY, "summary", "2025-1", ""),
            StandardPin(CaseKind.COERCIVE, "coercive", "2025-1", ""),
        ),
        "stages": tuple(
            StageDates(stage, date(2025, 7 + at // 3, 5 + 9 * (at % 3)))
            for at, stage in enumerate(Stage)
        ),
        "conflicts": (
            Conflict(number(301), number(201), "配偶在该单位任职", date(2025, 7, 20), units[2].id),
            Conflict(
                number(302), number(204), "曾任本案听证员", date(2025, 7, 21), row=number(1003)
            ),
            Conflict(
                number(303),
                number(209),
                "曾为当事人提供法律服务",
                date(2025, 7, 21),
                party="沙湖市宏途物流有限公司",
            ),
        ),
        "large_amount": Decimal(50000),
        "blind": True,
        "contact": "田宁",
        "phone": "0951-6000001",
    }
    return Campaign(**(values | changes))  # type: ignore[arg-type]


def rows() -> dict[UUID, LedgerRow]:
    kinds = (CaseKind.GENERAL, CaseKind.GENERAL, CaseKind.SUMMARY, CaseKind.NO_PENALTY)
    causes = ("擅自改装车辆从事道路运输经营", "超限运输车辆行驶公路", "未按规定携带道路运输证")
    return {
        number(1000 + at): LedgerRow(
            number(1000 + at),
            number(100 + at % 6),
            UNITS[at % 6],
            f"{UNITS[at % 6][0]}交执罚〔2025〕{101 + at}号",
            kinds[at % 4],
            "道路运政" if at % 3 else "公路路政",
            cause=causes[at % 3],
        )
        for at in range(60)
    }


def draw() -> Draw:
    ledger = hashlib.sha256(b"ledger").hexdigest()
    cases = []
    for at, row in enumerate(rows().values()):
        text = f"reviewer-draw 1|583920|{ledger}|{row.key}"
        must = MustDraw.NO_PENALTY if row.kind is CaseKind.NO_PENALTY else None
        digest = hashlib.sha256(text.encode()).hexdigest()
        cases.append(DrawnCase(row.case, row.key, digest, must, raised=at % 17 == 5))
    keys = sorted({StratumKey(row.unit_name, row.field, row.kind) for row in rows().values()})
    counts = tuple(StratumCount(key, 40 + at, 4, at % 3, at % 2, 5) for at, key in enumerate(keys))
    plan = DrawPlan(
        musts=(MustDraw.HEARING, MustDraw.NO_PENALTY, MustDraw.LARGE_AMOUNT),
        large_amount=Decimal(50000),
    )
    return Draw(
        number(50),
        number(1),
        number(40),
        ledger,
        "reviewer-draw 1",
        "583920",
        plan,
        datetime(2025, 7, 24, 9, 30, tzinfo=UTC),
        "田宁",
        "马兰（自治区司法厅）",
        "孙涛",
        counts,
        tuple(cases),
        (number(49),),
    )


def draw_input() -> DrawInput:
    last = draw()
    first = Draw(
        number(49),
        *(last.campaign, last.ledger, last.ledger_sha256, last.algorithm, "271828", last.plan),
        datetime(2025, 7, 23, 16, 5, tzinfo=UTC),
        *("田宁", "王一", "孙涛", last.counts, last.cases[:48]),
    )
    return DrawInput(
        campaign(),
        last,
        hashlib.sha256(b"certificate").hexdigest(),
        rows(),
        1268,
        datetime(2025, 7, 24, 9, 10, tzinfo=UTC),
        ("案件目录（全区汇总）.xlsx",),
        (first,),
        (
            Replacement(
                number(60),
                last.id,
                number(1003),
                number(1021),
                "卷宗移送人民法院，短期内不能调取",
                datetime(2025, 7, 28, 11, 2, tzinfo=UTC),
            ),
        ),
    )


def standards() -> tuple[Standard, ...]:
    known = {one.id: one for one in load_standards()}
    return tuple(known[name] for name in ("general", "summary", "coercive"))


def notice_input() -> NoticeInput:
    return NoticeInput(campaign(), official(), standards(), draw().plan)
