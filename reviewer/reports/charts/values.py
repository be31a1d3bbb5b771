"""The charts as values: what is shown, before anything is drawn.

Each chart has a title and a note that says how to read it; the same note stands in the window,
in Word and in PDF.
"""

from dataclasses import dataclass
from decimal import Decimal

from reviewer.model.standards import GradeBand
from reviewer.model.statistics import GroupResult, HeatMap, Problem, ScoreBand


@dataclass(frozen=True, slots=True)
class MeansChart:
    """Mean of each group with its interval, and the lines of the grades."""

    groups: tuple[GroupResult, ...]
    bands: tuple[GradeBand, ...] = ()
    """Of the standard; grades from 0 have no line."""
    title: str = "单位平均分"
    ranked: bool = True
    """Whether its table ranks the groups: only units are."""

    @property
    def note(self) -> str:
        """Return how to read it."""
        text = "圆点为均分，浅条为 95% 区间；区间重叠的不排先后"
        if any(one.mean.count and one.mean.low is None for one in self.groups):
            text += "；没有浅条的，案卷只有一卷或者各卷同分，不能估计区间"
        return text


@dataclass(frozen=True, slots=True)
class HeatChart:
    """Score rates of groups × dimensions."""

    heat: HeatMap
    bold_below: Decimal = Decimal("0.75")
    title: str = "单位 × 维度得分率（%）"

    @property
    def note(self) -> str:
        """Return how to read it."""
        text = f"颜色越深失分越多，{self.bold_below * 100:.0f} 以下加粗"
        if any(rate.value is None for _, rates in self.heat.rows for rate in rates):
            text += "；“—”为不涉及"
        return text


@dataclass(frozen=True, slots=True)
class ProblemsChart:
    """The problems that occur most, with the interval of their share."""

    problems: tuple[Problem, ...]
    most: int = 7
    title: str = "出现最多的问题"

    @property
    def shown(self) -> tuple[Problem, ...]:
        """Return the problems that are drawn; the table has all."""
        return self.problems[: self.most]

    @property
    def note(self) -> str:
        """Return how to read it; one number when all shares are of the same number of cases."""
        bases = {one.share.of for one in self.shown}
        base = f"已定 {bases.pop()} 卷" if len(bases) == 1 else "适用该项的案卷"
        return f"占{base}的比例，细线为 95% 区间"


@dataclass(frozen=True, slots=True)
class SpreadChart:
    """How many cases lie in each band of totals, and how many did last year."""

    bands: tuple[ScoreBand, ...]
    title: str = "分数分布（卷）"

    @property
    def note(self) -> str:
        """Return how to read it."""
        last = sum(one.last_year or 0 for one in self.bands)
        if not last:
            return "红为不合格"
        if last == sum(one.count for one in self.bands):
            return "柱为今年，横线为上年，红为不合格"
        return f"柱为今年，横线为上年（共 {last} 卷，按今年卷数折算），红为不合格"


Chart = MeansChart | HeatChart | ProblemsChart | SpreadChart
