"""What is said of an assignment, in Chinese: how even it is, or why there is none."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from reviewer.campaign.balancing import Balance
from reviewer.campaign.matching import Shortage
from reviewer.model.campaigns import LedgerRow

_NAMED = 5
"""Cases and units named in a sentence; the others are counted."""


def proposal_line(
    cases: int,
    doubled: int,
    loads: Sequence[tuple[int, int]],
    result: Balance,
    *,
    unknown_pages: int,
) -> str:
    """Return the summary of a proposal; `loads` are pages and cases of each reviewer."""
    pages = [one for one, _ in loads]
    counts = [one for _, one in loads]
    parts = [
        f"{cases} 件案卷由 {len(loads)} 名评查人承担，其中 {doubled} 件双评；"
        f"每人 {_span(pages)} 页、{_span(counts)} 件。"
    ]
    if result.pages <= result.pages_bound:
        parts.append("已证明页数最多者的页数不能再少。")
    else:
        parts.append(
            f"页数最多者 {result.pages} 页，理论上不会少于 {result.pages_bound} 页，"
            f"是否还能减少未能证明，至多相差 {result.pages - result.pages_bound} 页。"
        )
    if result.cases <= result.cases_bound:
        parts.append("在此前提下，件数最多者的件数也不能再少。")
    if unknown_pages:
        parts.append(f"有 {unknown_pages} 件案卷页数不明，按其余案卷的平均页数计算。")
    return "".join(parts)


def shortage_line(
    found: Sequence[Shortage],
    rows: Mapping[UUID, LedgerRow],
    names: Mapping[UUID, str],
    most_cases: int | None,
    *,
    different_units: bool,
) -> tuple[str, str]:
    """Return the sentence that proves that there is no assignment, and the remedy."""
    worst = max(found, key=lambda one: (one.missing, one.wanted - one.possible))
    people = "、".join(names[one] for one in worst.people)
    able = f"可以评查的只有{people}共 {len(worst.people)} 人" if people else "没有人可以评查"
    limit = f"，每人最多 {most_cases} 件" if most_cases is not None and people else ""
    twice = worst.wanted > len(worst.cases)
    if twice:
        limit += "，同一案卷的两名评查人须" + ("来自不同单位" if different_units else "是不同的人")
    units = sorted({rows[case].unit_name for case in worst.cases})
    message = (
        f"无法分配：{_units(units)}的 {len(worst.cases)} 件案卷（{_cases(worst.cases, rows)}）"
        f"共需 {worst.wanted} 人次，除去须回避的人员，{able}{limit}，"
        f"只能承担 {worst.possible} 人次，至少还缺 {worst.missing} 名评查人。"
    )
    if len(found) > 1:
        message += f"另有 {len(found) - 1} 组案卷评查人也不够。"
    remedy = f"请增加至少 {worst.missing} 名不属于上述单位、也没有回避情形的评查人"
    if most_cases is not None and people:
        remedy += "，或者提高每人最多件数"
    if twice:
        remedy += "，或者降低双评比例"
    return message, remedy + "，然后重新分配。"


def _units(names: Sequence[str]) -> str:
    shown = "、".join(names[:_NAMED])
    return f"{shown}等 {len(names)} 个单位" if len(names) > _NAMED else shown


def _cases(cases: Sequence[UUID], rows: Mapping[UUID, LedgerRow]) -> str:
    numbers = sorted((rows[case].case_no for case in cases), key=lambda one: (len(one), one))
    return "、".join(numbers[:_NAMED]) + ("等" if len(cases) > _NAMED else "")


def _span(values: Sequence[int]) -> str:
    low, high = min(values), max(values)
    return f"{low}" if low == high else f"{low} 至 {high}"
