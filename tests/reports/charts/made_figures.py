"""Statistics with round figures for the charts."""

from decimal import Decimal
from uuid import UUID

from reviewer.model.standards import GradeBand
from reviewer.model.statistics import (
    QUESTION_HEADS,
    Average,
    Cases,
    GroupResult,
    HeatMap,
    Problem,
    Rate,
    ScoreBand,
    Share,
)

BANDS = (
    GradeBand("优秀", Decimal(90), excellent=True),
    GradeBand("良好", Decimal(80)),
    GradeBand("合格", Decimal(60)),
    GradeBand("不合格", Decimal(0), failing=True),
)


def cases(count: int, first: int = 1) -> Cases:
    return tuple(UUID(int=number) for number in range(first, first + count))


def group(
    name: str, mean: str, limits: tuple[str, str] | None = None, count: int = 5, first: int = 1
) -> GroupResult:
    low, high = (Decimal(limits[0]), Decimal(limits[1])) if limits else (None, None)
    return GroupResult(
        key=name,
        name=name,
        mean=Average(cases(count, first), Decimal(mean), low, high),
        best_rank=1,
        worst_rank=2,
        grades=(),
        excellent=Share((), count, Decimal(0)),
        vetoed=(),
        problems=0,
        heaviest=(),
    )


def heat(*rows: tuple[str, str]) -> HeatMap:
    """Return a heat map whose rows have one rate everywhere, the last dimension not applicable."""
    nothing = Rate(Decimal(0), Decimal(0), ())
    return HeatMap(
        tuple(QUESTION_HEADS),
        tuple(
            (name, (*(Rate(Decimal(rate), Decimal(1), cases(2)),) * 7, nothing))
            for name, rate in rows
        ),
    )


def problem(name: str, text: str, count: int = 14, of: int = 55) -> Problem:
    value = Decimal(count) / of
    share = Share(cases(count), of, value, value * Decimal("0.6"), value * Decimal("1.4"))
    return Problem(name, text, share, Decimal(14))


def bands(now: tuple[int, ...], last: tuple[int, ...] | None = None) -> tuple[ScoreBand, ...]:
    starts = (0, 60, 65, 70, 75, 80, 85, 90)
    return tuple(
        ScoreBand(
            label=str(start),
            start=Decimal(start),
            cases=cases(count),
            failing=not start,
            last_year=last[at] if last else None,
            expected=Decimal(last[at]) if last else None,
        )
        for at, (start, count) in enumerate(zip(starts, now, strict=True))
    )
