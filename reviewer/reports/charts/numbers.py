"""How the charts and their tables write numbers."""

from decimal import ROUND_HALF_UP, Decimal

NONE = "—"


def percent(value: Decimal | None) -> str:
    """Return a share in whole percent, such as `57%`; a dash when there is none."""
    return NONE if value is None else f"{whole_percent(value)}%"


def whole_percent(value: Decimal) -> str:
    """Return a share in whole percent without the sign, rounded half up."""
    return str((value * 100).quantize(Decimal(1), ROUND_HALF_UP))


def fine_percent(value: Decimal | None) -> str:
    """Return a share with a tenth of a percent, such as `16.4%`."""
    return NONE if value is None else f"{half_up(value * 100)}%"


def tenths(value: Decimal | None) -> str:
    """Return points with one decimal."""
    return NONE if value is None else str(half_up(value))


def half_up(value: Decimal) -> Decimal:
    """Round half up to one decimal."""
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def span(low: str, high: str) -> str:
    """Return a range, such as `8.9%–28.3%`; a dash when there is none."""
    return NONE if NONE in (low, high) else f"{low}–{high}"
