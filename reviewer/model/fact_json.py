"""Values of facts as JSON: what `reviewer check` prints and a record keeps, and back again."""

from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from reviewer.model.fact_values import FactValue
from reviewer.model.facts import FACT_KEYS


def value_to_json(value: FactValue) -> Any:
    """Return `value` as `reviewer check` prints it: ISO dates, yuan as numbers, plain dicts."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if is_dataclass(value):
        return {name: _part_to_json(part) for name, part in asdict(value).items()}
    return value


def value_from_json(key: str, raw: Any) -> FactValue:
    """Return the value of fact `key` from what `value_to_json` made of it.

    Raises:
        ValueError: `raw` is not a value of this key.
    """
    kind = FACT_KEYS.get(key)
    if kind is None:
        raise ValueError(key)
    if kind is date:
        return date.fromisoformat(raw)
    if kind is datetime:
        return datetime.fromisoformat(raw)
    if kind is Decimal:
        return Decimal(str(raw))
    made: Callable[..., FactValue] = kind
    if is_dataclass(kind):
        wanted = {field.name for field in fields(kind)}
        return made(**{k: _part_from_json(k, v) for k, v in raw.items() if k in wanted})
    return made(raw)


def _part_to_json(part: Any) -> Any:
    if isinstance(part, tuple):
        return list(part)
    if part is None or isinstance(part, (str, int, bool)):
        return part
    return value_to_json(part)


def _part_from_json(name: str, part: Any) -> Any:
    if name == "date" and isinstance(part, str):
        return date.fromisoformat(part)
    if name in {"start", "end"} and isinstance(part, str):
        return datetime.fromisoformat(part)
    if name == "amount" and part is not None:
        return Decimal(str(part))
    return tuple(part) if isinstance(part, list) else part
