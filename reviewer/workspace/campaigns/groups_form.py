"""The terms of an assignment as a person types them.  Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewer.campaign.assignment import Terms, Work
from reviewer.campaign.calibration_files import calibration_files
from reviewer.errors import UserError
from reviewer.model.campaigns import Campaign, LeftUnit
from reviewer.model.draws import Assignment, Duty
from reviewer.reckoning.dates import parse_date
from reviewer.workspace.campaigns.typed_texts import day_of, number_of, whole_of

_HUNDRED = Decimal(100)
_SECONDS = 10.0
"""For each of the two proofs, while somebody waits; what is found by then is nearly always even."""


@dataclass(frozen=True, slots=True)
class TermsTexts:
    """What stands in the fields of 分配条件."""

    most: str = ""
    """Cases of one reviewer at most; empty for no limit."""
    calibration: str = ""
    """Number of cases that all score first; empty for none."""
    due: str = ""
    different_units: bool = False


@dataclass(frozen=True, slots=True)
class MemberChange:
    """What is changed of a reviewer on the page."""

    person: UUID
    group: str
    duty: str
    """组员, 组长 or 活动负责人."""
    left: tuple[tuple[str, str], ...] = ()
    """Name of a former unit, and the day on which it was left."""


def terms_of(
    texts: TermsTexts,
    campaign: Campaign,
    works: Sequence[Work],
    standing: Sequence[Assignment],
    on: date,
) -> Terms:
    """Return the terms; raises UserError when a field cannot be read."""
    most = whole_of(texts.most, "每人最多卷数") if texts.most else None
    count = whole_of(texts.calibration, "校准案卷数") if texts.calibration else 0
    if most is not None and most < 1:
        raise UserError("每人最多卷数应为 1 以上。", "不限的，留空。")
    if not 0 <= count <= len(works):
        raise UserError(
            f"校准案卷数应在 0 到 {len(works)} 之间。", "通常选 2 至 3 卷；不校准的，留空。"
        )
    had = tuple(dict.fromkeys(one.case for one in standing if one.duty is Duty.CALIBRATION))
    return Terms(
        on,
        calibration=calibration_files(campaign, works, on, count, had),
        different_units=texts.different_units,
        most_cases=most,
        due=day_of(texts.due, "评查期限"),
        seconds=_SECONDS,
    )


def share_of(text: str) -> Decimal:
    """Return the share of cases that are reviewed twice, typed in percent.

    Raises:
        UserError: it is no number from 0 to 100.
    """
    share = number_of(text, "双评比例")
    if not 0 <= share <= _HUNDRED:
        raise UserError("双评比例应在 0 到 100 之间。", "不双评的填 0，全部双评的填 100。")
    return share / _HUNDRED


def percent(share: Decimal) -> str:
    """Return a share in percent as fields show it."""
    return f"{(share * _HUNDRED).normalize():f}"


def left_units(campaign: Campaign, lines: Iterable[tuple[str, str]]) -> tuple[LeftUnit, ...]:
    """Return the former units of a reviewer; empty lines are left out.

    Raises:
        UserError: the unit does not take part, or the day cannot be read.
    """
    ids = {unit.name: unit.id for unit in campaign.units}
    found = []
    for name, day in lines:
        if not name.strip():
            continue
        if name.strip() not in ids:
            raise UserError(
                f"“{name.strip()}”不是被评查单位。", "请填写活动设置中的单位名称；其他单位不用填。"
            )
        left_on = parse_date(day.strip())
        if left_on is None:
            raise UserError(
                f"离开“{name.strip()}”的日期没有填写或者读不出。", "日期写成 2025-06-30 的样子。"
            )
        found.append(LeftUnit(ids[name.strip()], left_on))
    return tuple(found)


def former_units(campaign: Campaign, left: Iterable[LeftUnit]) -> tuple[tuple[str, str], ...]:
    """Return the former units of a reviewer as texts."""
    names = {unit.id: unit.name for unit in campaign.units}
    return tuple((names.get(one.unit, ""), one.left_on.isoformat()) for one in left)
