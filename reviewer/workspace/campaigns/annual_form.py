"""The form of 年度工作报告素材: which figures it asks, what the records tell of them.  Pure.

A figure that the ledger or the reviews tell is only suggested: the ledger holds the cases of one
period, the report those of the year.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from reviewer.errors import UserError
from reviewer.model.campaigns import CaseKind, LedgerRow
from reviewer.model.year_end import AnnualDraft
from reviewer.reports.campaign.inputs import Official
from reviewer.reports.campaign.year_inputs import AnnualInput, Figure
from reviewer.scoring.numbers import plain

TRAINING, CONDUCT, ENFORCEMENT = "training", "conduct", "enforcement"
PROBLEMS, PLANS = "problems", "plans"
_TITLES = {
    TRAINING: "一、行政执法培训情况",
    CONDUCT: "二、规范行政执法行为情况",
    ENFORCEMENT: "三、开展行政执法情况",
}
_TEN_THOUSAND = Decimal(10000)
_NONE = frozenset({"", "无", "否", "没有", "未采取", "—", "-", "/", "0"})
"""What a ledger says where there was no coercive measure."""


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """A figure that the report asks."""

    key: str
    """Never changed: drafts are kept by it."""
    name: str
    unit: str
    note: str = ""
    """What the rules ask of it."""


@dataclass(frozen=True, slots=True)
class FilledFigure:
    """A figure as it stands in the form."""

    asked: AskedFigure
    now: str
    before: str
    suggested: str = ""
    """What the records tell; empty when they tell nothing."""
    source: str = ""
    """Where that comes from."""


@dataclass(frozen=True, slots=True)
class AnnualSection:
    """One part of the report."""

    key: str
    title: str
    figures: tuple[FilledFigure, ...]
    text: str


@dataclass(frozen=True, slots=True)
class AnnualView:
    """The form as it stands."""

    year: int
    sections: tuple[AnnualSection, ...]
    problems: str
    plans: str
    missing: int
    """Figures of this year that nobody filled in; until then the report is a draft."""


ASKED: Mapping[str, tuple[AskedFigure, ...]] = {
    TRAINING: (
        AskedFigure("courses", "举办行政执法培训班", "期"),
        AskedFigure("trained", "培训执法人员", "人次"),
        AskedFigure("hours", "执法人员人均培训学时", "学时", "每人每年不少于 60 学时（第 3 项）"),
        AskedFigure("certified", "持有行政执法证件人员", "人"),
        AskedFigure("revoked", "暂扣、收回、注销执法证件", "件", "资格管理和退出（第 5 项）"),
    ),
    CONDUCT: (
        AskedFigure("published", "公示行政执法信息", "条"),
        AskedFigure("published_decisions", "公示行政处罚决定", "件"),
        AskedFigure("recorded", "音像记录执法活动", "次"),
        AskedFigure("reviewed", "法制审核重大执法决定", "件"),
        AskedFigure("lawyers", "法制审核人员", "名", "不少于执法人员总数的 5%（第 32 项）"),
        AskedFigure("files", "评查案卷", "卷"),
    ),
    ENFORCEMENT: (
        AskedFigure("inspections", "行政检查", "次"),
        AskedFigure("penalties", "行政处罚", "件"),
        AskedFigure("amount", "罚没金额", "万元"),
        AskedFigure("coercion", "行政强制", "件"),
        AskedFigure("no_penalty", "不予行政处罚", "件"),
        AskedFigure("transferred", "移送有关机关", "件", "行刑衔接（第 23 项）"),
        AskedFigure("reconsidered", "行政复议", "件"),
        AskedFigure("lawsuits", "行政诉讼", "件"),
    ),
}


def view_of(
    year: int,
    draft: AnnualDraft,
    last: AnnualDraft | None,
    suggested: Mapping[str, tuple[str, str]],
) -> AnnualView:
    """Return the form; figures of the year before come from last year's draft."""
    before = {**(last.figures if last else {}), **draft.before}
    sections = tuple(
        AnnualSection(
            key,
            _TITLES[key],
            tuple(
                FilledFigure(
                    one, draft.figures.get(one.key, ""), before.get(one.key, ""),
                    *suggested.get(one.key, ("", "")),
                )
                for one in asked
            ),
            draft.texts.get(key, ""),
        )
        for key, asked in ASKED.items()
    )  # fmt: skip
    missing = sum(not one.now for section in sections for one in section.figures)
    texts = draft.texts
    return AnnualView(year, sections, texts.get(PROBLEMS, ""), texts.get(PLANS, ""), missing)


def ledger_figures(rows: Sequence[LedgerRow]) -> dict[str, str]:
    """Return what the ledger tells; a figure of 0 is not told: it may only be missing."""
    punished = (CaseKind.GENERAL, CaseKind.SUMMARY)
    money = sum(((row.fine or 0) + (row.confiscated or 0) for row in rows), Decimal(0))
    counts = {
        "penalties": sum(row.kind in punished for row in rows),
        "coercion": sum(row.kind is CaseKind.COERCIVE or _is_told(row.coercion) for row in rows),
        "no_penalty": sum(row.kind is CaseKind.NO_PENALTY for row in rows),
        "transferred": sum(row.transferred is True for row in rows),
        "reviewed": sum(row.legal_review is True for row in rows),
    }
    found = {key: str(count) for key, count in counts.items() if count}
    if money:
        found["amount"] = plain((money / _TEN_THOUSAND).quantize(Decimal("0.01")))
    return found


def _is_told(text: str) -> bool:
    """Return whether a cell says more than that there was none."""
    return text.strip(" 　。") not in _NONE


def input_of(view: AnnualView, head: Official) -> AnnualInput:
    """Return what the report is made from.

    Raises:
        UserError: a figure is not a number; the sentence names it.
    """
    parts = {one.key: tuple(map(_figure, one.figures)) for one in view.sections}
    texts = {one.key: one.text for one in view.sections}
    return AnnualInput(
        head,
        view.year,
        parts[TRAINING],
        parts[CONDUCT],
        parts[ENFORCEMENT],
        {**texts, PROBLEMS: view.problems, PLANS: view.plans},
    )


def faults(figures: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the keys whose texts are no numbers."""
    return tuple(key for key, text in figures if text.strip() and _number(text) is None)


def _figure(one: FilledFigure) -> Figure:
    values = []
    for text in (one.now, one.before):
        number = _number(text) if text.strip() else None
        if text.strip() and number is None:
            raise UserError(
                f"“{one.asked.name}”填的“{text.strip()}”不是数字。", "请填写数字，单位不必写。"
            )
        values.append(number)
    return Figure(one.asked.name, values[0], one.asked.unit, values[1])


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None
