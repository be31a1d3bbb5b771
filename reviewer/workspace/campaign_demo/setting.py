"""Who takes part in the demonstration of a campaign, how much there is, and when each step is.

Everything is invented.  The days are those of a year whose calendar is known, so that every run
writes the same documents.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from uuid import UUID, uuid5

from reviewer.model import Person, Procedure
from reviewer.model.campaigns import CampaignUnit, Member
from reviewer.proof.campaign import unit_names
from reviewer.workspace.campaigns.papers import FORMS

SEED = 300_000
ORGANISER = "云岭省交通运输厅行政执法监督局"
NAME = "2025年度云岭省交通运输行政执法案卷评查（演示）"
LEADER = "高明远"
WITNESS_SEED = "20250402 3716"
HOST, WITNESS, SUPERVISOR = LEADER, "纪秋实（驻厅纪检组）", "庄正平"
GROUPS = ("第一评查组", "第二评查组")
_IDS = UUID("6f0f1c0e-5d0b-4a55-9a47-6f6f35f0c1aa")
_NAMES = (
    *("秦牧云", "沈知行", "韩立新", "贺兰舟", "顾长卿"),
    *("陆文渊", "温若谷", "苗青禾", "岳少川", "祁连山"),
)
_FROM_HEAD = 2
"""Reviewers who come from the organiser and lead the two groups; the others come from units."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is played."""

    units: int = 12
    reviewers: int = 10
    cases: int = 60
    rows: int = 20
    """Of each unit's ledger."""
    calibrated: int = 2
    """Cases that everybody scores first."""
    doubled: str = "0.3"
    """Share of the cases that are reviewed twice."""
    only: Procedure | None = None
    """All cases are of this procedure; None: of all that a campaign has."""
    forms: tuple[str, ...] = FORMS
    """Endings of the documents that are written."""


FULL = Size()
SMALL = Size(3, 4, 6, 6, 1, "0.5", Procedure.SUMMARY, (".docx", ".xlsx"))


class Days(Enum):
    """The days of the campaign."""

    SET_UP = date(2025, 2, 24)
    NOTICE = date(2025, 3, 3)
    LEDGERS = date(2025, 3, 28)
    DRAW = date(2025, 4, 2)
    REPLACEMENT = date(2025, 4, 8)
    DELIVERY = date(2025, 4, 10)
    ASSIGNMENT = date(2025, 4, 11)
    CALIBRATION = date(2025, 4, 14)
    REVIEW = date(2025, 4, 15)
    RETURN = date(2025, 4, 25)
    MEETING = date(2025, 4, 28)
    FEEDBACK = date(2025, 5, 7)
    RECEIPT = date(2025, 5, 8)
    OBJECTION = date(2025, 5, 13)
    LATE_OBJECTION = date(2025, 5, 19)
    DECISION = date(2025, 5, 20)
    FINAL = date(2025, 5, 22)
    BULLETIN = date(2025, 5, 29)
    ORDER = date(2025, 6, 3)
    REPORT = date(2025, 6, 24)
    CLOSING = date(2025, 7, 1)
    SECOND_REPORT = date(2025, 7, 15)
    SECOND_CLOSING = date(2025, 7, 18)
    REVISIT = date(2025, 9, 16)
    YEAR_END = date(2025, 12, 15)
    NEXT_YEAR = date(2026, 3, 2)


class Clock:
    """The time of the played campaign: set to a day, it runs on by a second at each look."""

    def __init__(self) -> None:
        self._at = datetime.combine(Days.SET_UP.value, time(9)).astimezone()

    def __call__(self) -> datetime:
        """Return the time."""
        self._at += timedelta(seconds=1)
        return self._at

    def go_to(self, day: Days, hour: int = 9) -> date:
        """Go on to a day and return it; a clock never goes back."""
        wanted = datetime.combine(day.value, time(hour)).astimezone()
        self._at = max(self._at, wanted)
        return day.value


def units_of(size: Size) -> tuple[CampaignUnit, ...]:
    """Return the units with whom to call."""
    return tuple(
        CampaignUnit(
            uuid5(_IDS, name), name, f"{number:02}", None, "法制科", f"0998-33160{number:02}"
        )
        for number, name in enumerate(unit_names(size.units), 1)
    )


def members_of(size: Size, units: tuple[CampaignUnit, ...], leader: Person) -> tuple[Member, ...]:
    """Return the leader, who reviews nothing, and the reviewers, group by group in turn."""
    found = [Member(leader.id, leader.name, unit_name=leader.unit, leads_campaign=True)]
    for number, name in enumerate(_NAMES[: size.reviewers]):
        group = GROUPS[number % len(GROUPS)]
        at_head = number < _FROM_HEAD
        unit = None if at_head else units[(number - _FROM_HEAD) % len(units)]
        found.append(_member(name, unit, group, leads_group=at_head))
    return tuple(found)


def _member(name: str, unit: CampaignUnit | None, group: str, *, leads_group: bool) -> Member:
    return Member(
        uuid5(_IDS, name),
        name,
        unit=unit.id if unit else None,
        unit_name=unit.name if unit else ORGANISER,
        group=group,
        leads_group=leads_group,
    )
