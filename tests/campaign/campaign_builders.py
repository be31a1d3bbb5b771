"""Builders of campaigns, people and records."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from reviewer.campaign.machines import Actor, Role
from reviewer.model import Calendar
from reviewer.model.campaigns import Campaign, CampaignUnit, CaseKind, Member
from reviewer.model.feedback import Rectification, RectificationState

CAMPAIGN, UNIT, OTHER_UNIT = UUID(int=1), UUID(int=11), UUID(int=12)
LEADER, CLERK = UUID(int=21), UUID(int=22)
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ALL = frozenset(Role)
# 2026: 清明 4 April (Saturday) with Monday 6 April off, 劳动节 1–5 May with Saturday 9 May worked.
CALENDAR = Calendar(
    frozenset({date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 4), date(2026, 5, 5)}),
    frozenset({date(2026, 5, 9)}),
    2025,
    2026,
    "test",
)


def make_actor(roles: frozenset[Role] = ALL, at: datetime = NOW) -> Actor:
    return Actor(LEADER, "王某某", roles, at)


def make_campaign(**fields: object) -> Campaign:
    plain = Campaign(
        id=CAMPAIGN,
        year=2026,
        name="2026年度交通运输行政执法案卷评查",
        organiser="某市交通运输局",
        cases_from=date(2025, 1, 1),
        cases_to=date(2025, 12, 31),
        kinds=(CaseKind.GENERAL,),
        units=(CampaignUnit(UNIT, "甲县交通运输局"), CampaignUnit(OTHER_UNIT, "乙县交通运输局")),
        members=(
            Member(LEADER, "王某某", leads_campaign=True),
            Member(CLERK, "李某某"),
        ),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def make_rectification(number: int = 1, **fields: object) -> Rectification:
    plain = Rectification(
        id=UUID(int=1000 + number),
        campaign=CAMPAIGN,
        unit=UNIT,
        case=UUID(int=500 + number),
        case_no=f"甲交执罚〔2025〕{number}号",
        item="C9",
        problem=f"第 {number} 个问题：送达回证没有见证人签名",
        basis="行政处罚法第六十一条",
        pages="第 12 页",
        category="送达执行",
        requirement="补正送达手续，完善送达制度",
        state=RectificationState.NOTIFIED,
        due=date(2026, 4, 1),
        notified_on=date(2026, 3, 2),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]
