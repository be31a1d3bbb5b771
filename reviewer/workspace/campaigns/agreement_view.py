"""What the page 一致性 shows to the leader: figures with intervals, words and sources.  Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from reviewer.campaign.agreement import Figure
from reviewer.campaign.calibration import ItemCalibration, ItemReading
from reviewer.campaign.double_review import DoubleReview, ItemAgreement
from reviewer.campaign.severity import Severity
from reviewer.model import Choice, Standard, VetoChoice
from reviewer.workspace.campaigns.agreement import Agreement

NOTHING = "—"
SOURCES = (
    ("一致率", "两人结论相同的案卷占共同评查案卷的比例（Cohen 1960）。"),
    (
        "κ",
        "Cohen 1960，Educational and Psychological Measurement 20，37–46，式 1："
        "κ＝（p_o−p_e）／（1−p_e）；区间按式 7 的大样本标准误。",
    ),
    (
        "AC1",
        "Gwet 2008，British Journal of Mathematical and Statistical Psychology 61，29–48："
        "p_e＝Σπ_k（1−π_k）／（q−1）。多数项都评为符合时，κ 偏低，AC1 较稳。",
    ),
    (
        "ICC",
        "Shrout、Fleiss 1979，Psychological Bulletin 86，420–428；"
        "McGraw、Wong 1996，Psychological Methods 1，30–46："
        "绝对一致 ICC(2,1)，次序一致 ICC(3,1)。",
    ),
    (
        "宽严",
        "本人总分减参照分的平均值，参照分取合议总分，没有合议的取他人平均；负数偏严。"
        "区间为平均值 ± t·s/√n（Bland、Altman 1986，Lancet 327，307–310）。",
    ),
    ("变化", "差值对日期的最小二乘斜率，分/日；区间按 n−2 个自由度的 t 分布。"),
)
"""Each figure with where its formula comes from."""
_WORDS = {
    Choice.CONFORMS.value: "符合",
    Choice.FAILS.value: "不符合",
    Choice.ABSENT.value: "不涉及",
    VetoChoice.HIT.value: "命中",
    VetoChoice.EXCLUDED.value: "排除",
}


@dataclass(frozen=True, slots=True)
class ItemLine:
    """Agreement on one item or veto."""

    id: str
    short: str
    cases: int
    percent: str
    kappa: str
    ac1: str
    why: str
    """Why a figure is missing; empty when none is."""
    low: bool
    """Whether fewer than four in five agree: worth a talk."""


@dataclass(frozen=True, slots=True)
class StandardLines:
    """Agreement under one standard."""

    name: str
    totals: tuple[tuple[str, str, str], ...]
    """Word, figure with interval, and what is missing."""
    items: tuple[ItemLine, ...]

    @property
    def files(self) -> int:
        """Return how many files were reviewed twice under it."""
        return max((one.cases for one in self.items), default=0)


@dataclass(frozen=True, slots=True)
class ReviewerLine:
    """How one reviewer's totals lie to those of others."""

    person: UUID
    name: str
    cases: int
    severity: str
    reading: str
    """偏严, 偏宽, or that nothing more than chance is seen."""
    drift: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How one reviewer judged an item of a calibration file."""

    case_no: str
    name: str
    verdict: str
    deducted: str
    reasons: str


@dataclass(frozen=True, slots=True)
class CalibrationLine:
    """One item or veto over the calibration files."""

    id: str
    short: str
    percent: str
    ac1: str
    spread: str
    differs: bool
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class CalibrationFile:
    """A file that all reviewers score first, or a drawn case that may become one."""

    case: UUID
    case_no: str
    unit: str
    pages: int
    chosen: bool
    given: int
    """Reviewers who were asked."""
    signed: int
    totals: str
    """Lowest and highest total so far; empty before two are there."""


@dataclass(frozen=True, slots=True)
class AgreementView:
    """The page."""

    standards: tuple[StandardLines, ...]
    reviewers: tuple[ReviewerLine, ...]
    files: tuple[CalibrationFile, ...]
    calibration: tuple[CalibrationLine, ...]
    double: int
    """Cases with two signed reviews."""


def standard_lines(found: DoubleReview, standard: Standard) -> StandardLines:
    """Return the agreement under a standard as rows, least agreement first."""
    names = _shorts(standard)
    ordered = sorted(found.items, key=lambda one: _value(one.percent))
    totals = (
        ("等次一致率", _percent(found.grades), found.grades.reason),
        ("总分 ICC，绝对一致", _figure(found.agreement), found.agreement.reason),
        ("总分 ICC，次序一致", _figure(found.consistency), found.consistency.reason),
    )
    name = f"{standard.name}（{standard.version}）"
    return StandardLines(name, totals, tuple(_item(one, names[one.id]) for one in ordered))


def reviewer_lines(agreement: Agreement, names: dict[UUID, str]) -> Iterator[ReviewerLine]:
    """Yield the reviewers, the most severe first."""
    for one in agreement.severity:
        yield ReviewerLine(
            person=one.person,
            name=names.get(one.person, "未登记的评查人"),
            cases=one.cases,
            severity=_span(one.mean, one.low, one.high, 1, " 分"),
            reading=_reading(one),
            drift=_span(one.drift, one.drift_low, one.drift_high, 2, " 分/日"),
            why=one.reason,
        )


def calibration_line(
    item: ItemCalibration, standard: Standard, names: dict[UUID, str], cases: dict[UUID, str]
) -> CalibrationLine:
    """Return one item with everybody's reading of it."""
    shorts = _shorts(standard)
    return CalibrationLine(
        id=item.id,
        short=shorts.get(item.id, ""),
        percent=_percent(item.percent),
        ac1=_figure(item.ac1),
        spread=f"{item.spread:.1f}" if item.spread else NOTHING,
        differs=item.is_read_differently,
        readings=tuple(_person(one, names, cases) for one in item.readings),
    )


def spread_of(totals: Iterable[Decimal]) -> str:
    """Return the lowest and the highest total, once two are there."""
    known = sorted(totals)
    return f"{known[0]:.1f}–{known[-1]:.1f}" if len(known) > 1 else ""


def _shorts(standard: Standard) -> dict[str, str]:
    found = {one.id: one.short for one in standard.items}
    return found | {one.id: one.short for one in standard.vetoes}


def _item(one: ItemAgreement, short: str) -> ItemLine:
    why = next((f.reason for f in (one.percent, one.kappa, one.ac1) if f.reason), "")
    value = one.percent.value
    return ItemLine(
        one.id,
        short,
        one.percent.cases,
        _percent(one.percent),
        _figure(one.kappa),
        _figure(one.ac1),
        why,
        value is not None and value < _TALK,
    )


_TALK = 0.8


def _person(one: ItemReading, names: dict[UUID, str], cases: dict[UUID, str]) -> Reading:
    lost = f"−{one.deducted:.1f}" if one.deducted else NOTHING
    clauses = "、".join(dict.fromkeys(one.clauses))
    reasons = "；".join(one.reasons)
    return Reading(
        cases.get(one.case, ""),
        names.get(one.person, "未登记的评查人"),
        _WORDS.get(one.verdict, one.verdict),
        lost,
        "　".join(filter(None, (clauses, reasons))) or NOTHING,
    )


def _value(figure: Figure) -> float:
    return 2.0 if figure.value is None else figure.value


def _percent(figure: Figure) -> str:
    return NOTHING if figure.value is None else f"{figure.value * 100:.0f}%"


def _figure(figure: Figure) -> str:
    return _span(figure.value, figure.low, figure.high, 2)


def _span(
    value: float | None, low: float | None, high: float | None, places: int, unit: str = ""
) -> str:
    """Return a figure with its 95 % interval, with real minus signs."""
    if value is None:
        return NOTHING
    said = f"{value:.{places}f}{unit}"
    if low is not None and high is not None:
        said += f"（{low:.{places}f} 至 {high:.{places}f}）"
    return said.replace("-", "−")


def _reading(one: Severity) -> str:
    if one.mean is None:
        return NOTHING
    if not one.is_clear:
        return "看不出偏向"
    return "偏严" if one.mean < 0 else "偏宽"
