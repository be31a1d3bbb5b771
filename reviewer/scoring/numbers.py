"""Exact points: rounding half up, and how numbers are written.

No float anywhere: every division is done on whole numbers.
"""

from decimal import ROUND_HALF_UP, Decimal

ZERO = Decimal(0)
_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return 100 × `part` ÷ `whole`, rounded half up to one decimal; `whole` is not 0.

    Dividing first and rounding then would round twice where the quotient does not end; here
    the tenths are the whole part of 1000·part/whole + 1/2.
    """
    return ((2000 * part + whole) // (2 * whole)) * _TENTH


def to_tenths(value: Decimal) -> Decimal:
    """Round half up to one decimal."""
    return value.quantize(_TENTH, ROUND_HALF_UP)


def to_hundredths(value: Decimal) -> Decimal:
    """Round half up to two decimals, the finest points that are kept."""
    return value.quantize(_HUNDREDTH, ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """Return `value` without trailing zeros: 2, 0.5, 94.4."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
