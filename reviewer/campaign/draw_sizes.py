"""How many cases each stratum gives, and which must be drawn (campaign.md 4.3).

All arithmetic is exact: a share is compared as whole numbers, never as float.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from reviewer.errors import UserError
from reviewer.model.campaigns import CaseKind, LedgerRow
from reviewer.model.draws import DrawPlan, MustDraw, StratumKey

_OVERTURNED = re.compile(
    r"(?<![未不非])(?<!未被)(?<!不予)(?<!没有)(?:"
    r"撤销(?!申请|复议|起诉|诉讼)|变更|确认违法|确认无效|责令重|责令履行|败诉|纠错|纠正)"
)
"""Outcomes of 复议 or 诉讼 that went against the authority (复议法 63—67、行诉法 70—77)."""


def musts_of(rows: Iterable[LedgerRow], plan: DrawPlan) -> dict[UUID, MustDraw]:
    """Return the cases that must be drawn, each with the first reason in the order of MustDraw.

    Raises:
        UserError: large amounts must be drawn and no amount is set.
    """
    if MustDraw.LARGE_AMOUNT in plan.musts and plan.large_amount is None:
        raise UserError(
            "必抽条件含“大额”，但没有填写金额。", "请填写大额的起点金额，或者取消该条件。"
        )
    reasons = [must for must in MustDraw if must in plan.musts]
    found = {}
    for row in rows:
        first = next((must for must in reasons if _holds(must, row, plan)), None)
        if first is not None:
            found[row.case] = first
    return found


def wanted_cases(
    sizes: Mapping[StratumKey, int], musts: Mapping[StratumKey, int], plan: DrawPlan
) -> dict[StratumKey, int]:
    """Return how many cases each stratum gives by ratio or quota, before units are raised.

    Raises:
        UserError: neither or both are set, one is out of range, the ledger holds fewer cases than
            the quota, or more cases must be drawn than the quota allows.
    """
    if (plan.ratio is None) == (plan.quota is None):
        raise UserError("抽取比例和抽取总数须填一项，且只填一项。", "请填写其中一项。")
    if plan.unit_minimum < 0:
        raise UserError("各单位最少卷数不能为负数。", "请填写 0 或者正整数。")
    if plan.ratio is not None:
        return _by_ratio(sizes, plan.ratio)
    return _by_quota(sizes, musts, plan.quota or 0)


def _by_ratio(sizes: Mapping[StratumKey, int], ratio: Decimal) -> dict[StratumKey, int]:
    if not 0 < ratio <= 1:
        raise UserError(
            "抽取比例须大于 0、不超过 100%。", "请填写 5%—10% 之间的常用比例，或者其他比例。"
        )
    return {
        key: max(1, int((size * ratio).quantize(Decimal(1), ROUND_HALF_UP)))
        for key, size in sizes.items()
    }


def _by_quota(
    sizes: Mapping[StratumKey, int], musts: Mapping[StratumKey, int], quota: int
) -> dict[StratumKey, int]:
    """Spread what the musts leave of the quota by largest remainder over the other cases.

    A stratum never gets more than it holds: rest × its cases ÷ all cases, rounded up, is at most
    its cases as long as the rest is at most all cases.
    """
    total, must = sum(sizes.values()), sum(musts.get(key, 0) for key in sizes)
    if quota < 1:
        raise UserError("抽取总数须为正整数。", "请填写要抽取的卷数。")
    if quota > total:
        raise UserError(
            f"要抽取 {quota} 卷，台账只有 {total} 件。", f"请把抽取总数改为不超过 {total}。"
        )
    if must > quota:
        raise UserError(
            f"必抽的案件有 {must} 件，超过抽取总数 {quota}。", "请增加抽取总数，或者减少必抽条件。"
        )
    others = {key: size - musts.get(key, 0) for key, size in sizes.items()}
    pool, rest = total - must, quota - must
    given = {key: rest * size // pool if pool else 0 for key, size in others.items()}
    left = rest - sum(given.values())
    by_remainder = sorted(others, key=lambda key: (-(rest * others[key] % max(pool, 1)), key))
    for key in by_remainder[:left]:
        given[key] += 1
    return {key: musts.get(key, 0) + number for key, number in given.items()}


def _holds(must: MustDraw, row: LedgerRow, plan: DrawPlan) -> bool:
    match must:
        case MustDraw.HEARING:
            return row.hearing is True
        case MustDraw.NO_PENALTY:
            return row.kind is CaseKind.NO_PENALTY or "不予处罚" in row.penalty_kinds
        case MustDraw.TRANSFER:
            return row.kind is CaseKind.TRANSFER or row.transferred is True
        case MustDraw.OVERTURNED:
            return _OVERTURNED.search(row.remedy) is not None
        case MustDraw.LARGE_AMOUNT:
            return _at_least(row.fine, plan.large_amount)


def _at_least(fine: Decimal | None, amount: Decimal | None) -> bool:
    return fine is not None and amount is not None and fine >= amount
