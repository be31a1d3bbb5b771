"""The plan of a draw as texts, and its cases as rows.  Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.model.campaigns import LedgerRow
from reviewer.model.draws import Draw, DrawPlan, MustDraw
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.typed_texts import number_of, whole_of
from reviewer.workspace.campaigns.views import newest, replacements_of

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class PlanTexts:
    """What stands in the fields of a plan."""

    ratio: str = "10"
    """In percent; empty when `quota` says it."""
    quota: str = ""
    minimum: str = "2"
    amount: str = ""
    musts: tuple[MustDraw, ...] = ()


@dataclass(frozen=True, slots=True)
class SampledCase:
    """A case that was drawn or taken in place of a missing one."""

    row: LedgerRow
    why: str
    gone: str = ""
    """Why it was replaced; empty for one that is to be reviewed."""
    case: UUID | None = None


def plan_of(texts: PlanTexts) -> DrawPlan:
    """Return the plan; raises UserError when a field holds no number."""
    ratio = _number(texts.ratio, "抽取比例")
    quota = _number(texts.quota, "抽取总数")
    minimum = _number(texts.minimum, "各单位最少卷数")
    return DrawPlan(
        None if ratio is None else ratio / _HUNDRED,
        None if quota is None else whole_of(texts.quota, "抽取总数"),
        0 if minimum is None else whole_of(texts.minimum, "各单位最少卷数"),
        texts.musts,
        _number(texts.amount, "大额起点"),
    )


def texts_of(plan: DrawPlan) -> PlanTexts:
    """Return a plan as the fields show it."""
    return PlanTexts(
        "" if plan.ratio is None else f"{(plan.ratio * _HUNDRED).normalize():f}",
        "" if plan.quota is None else str(plan.quota),
        str(plan.unit_minimum),
        "" if plan.large_amount is None else f"{plan.large_amount.normalize():f}",
        plan.musts,
    )


def standing_draw(state: CampaignState) -> Draw | None:
    """Return the draw that counts; None before the first one of the ledger that is seen."""
    ledger, draws = state.ledger, state.draws
    return draws[-1] if ledger is not None and draws and draws[-1].ledger == ledger.id else None


def sampled_cases(state: CampaignState) -> Sequence[SampledCase]:
    """Return the cases of the newest draw, each followed by what took its place."""
    if not state.draws:
        return ()
    drawn, ledger = newest(state)
    rows = {row.case: row for row in ledger.rows}
    swaps = {one.missing: one for one in replacements_of(state, drawn)}
    found = []
    for case in drawn.cases:
        why = f"必抽（{case.must}）" if case.must else "补足最少卷数" if case.raised else "抽中"
        current: UUID | None = case.case
        while current is not None:
            swap = swaps.get(current)
            found.append(SampledCase(rows[current], why, swap.reason if swap else "", current))
            current, why = (swap.taken if swap else None), "调换递补"
    return found


def _number(text: str, what: str) -> Decimal | None:
    return number_of(text, what) if text.strip() else None
