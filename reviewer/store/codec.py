"""Values of the model to JSON and back, driven by their annotations.

Only what differs from a field's default is written, so a field that is added later with a
default reads old records.  Amounts and points travel as text, never as float.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from reviewer.model import Correction, Fact, value_from_json, value_to_json

T = TypeVar("T")

# The type of a fact's value depends on its key, which annotations cannot say.
_FACT_VALUES: Mapping[type, tuple[str, ...]] = {
    Fact: ("value",),
    Correction: ("value", "replaces"),
}


def encode(value: Any) -> Any:
    """Return `value` as plain JSON data."""
    if isinstance(value, Mapping):
        return {key: encode(part) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [encode(part) for part in value]
    return _encode_fields(value) if is_dataclass(value) else _encode_plain(value)


def decode(kind: type[T], raw: Any) -> T:
    """Return the value of type `kind` that `encode` made `raw` from.

    Raises:
        TypeError, ValueError, KeyError: `raw` is not such a value.
    """
    hint: Any = kind
    return _reader(hint)(raw)  # type: ignore[no-any-return]


def decode_all(kind: type[T], raw: Any) -> tuple[T, ...]:
    """Return a tuple of values of type `kind`."""
    return decode(tuple[kind, ...], raw)  # type: ignore[valid-type]


def _encode_plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (Decimal, UUID)):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def _encode_fields(value: Any) -> dict[str, Any]:
    kind: Any = type(value)
    special = _FACT_VALUES.get(kind, ())
    raw = {}
    for name, default in _defaults(kind):
        part = getattr(value, name)
        if part == default:
            continue
        raw[name] = value_to_json(part) if name in special else encode(part)
    return raw


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (f.name, f.default_factory() if f.default_factory is not MISSING else f.default)
        for f in fields(kind)
    )


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    origin = get_origin(kind)
    if origin is not None:
        return _reader_of_generic(origin, get_args(kind))
    if kind is Any or kind in {str, int, float, bool, type(None)}:
        return lambda raw: raw
    if kind in {date, datetime}:
        return lambda raw: kind.fromisoformat(raw)
    if is_dataclass(kind):
        return _reader_of_fields(kind)
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        parts = [_reader(hints[name]) for name in kind._fields]
        return lambda raw: kind(*(read(one) for read, one in zip(parts, raw, strict=True)))
    return lambda raw: kind(raw)


def _reader_of_generic(origin: Any, parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    if origin in {Union, UnionType}:
        chosen = [_reader(part) for part in parts if part is not type(None)]
        if len(chosen) != 1:
            raise TypeError(parts)
        return lambda raw: None if raw is None else chosen[0](raw)
    if origin is tuple and parts[-1] is Ellipsis:
        one = _reader(parts[0])
        return lambda raw: tuple(one(part) for part in raw)
    if origin is tuple:
        several = [_reader(part) for part in parts]
        return lambda raw: tuple(r(part) for r, part in zip(several, raw, strict=True))
    if issubclass(origin, Mapping):
        value = _reader(parts[1])
        return lambda raw: {key: value(part) for key, part in raw.items()}
    raise TypeError(origin)


def _reader_of_fields(kind: Any) -> Callable[[Any], Any]:
    special = _FACT_VALUES.get(kind, ())
    hints = get_type_hints(kind)
    readers = {f.name: _reader(hints[f.name]) for f in fields(kind) if f.name not in special}

    def read(raw: Mapping[str, Any]) -> Any:
        known = {name: readers[name](part) for name, part in raw.items() if name in readers}
        for name in special:
            if raw.get(name) is not None:
                known[name] = value_from_json(raw["key"], raw[name])
        return kind(**known)

    return read
