"""Taking values out of a data file, each refusal naming the entry it is about.

A `Fields` is one mapping of the file.  Every key must be taken; `done` refuses what is left, so
that a slip of the pen in a key never passes silently.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from reviewer.errors import BadStandard, UserError
from reviewer.scoring.numbers import plain

EnumT = TypeVar("EnumT", bound=StrEnum)

_HUNDREDTH = Decimal("0.01")
_REQUIRED = object()
_REMEDY = "请改正该处后重新载入。"


def refuse(where: str, what: str, remedy: str = "") -> BadStandard:
    """Return the refusal of a standard: `where` names the entry, `what` says what is wrong."""
    return BadStandard(f"评查标准{where}：{what}。", remedy or _REMEDY)


class Fields:
    """The keys of one entry, taken one by one."""

    def __init__(
        self,
        raw: Any,
        where: str,
        refusal: Callable[[str, str, str], UserError] = refuse,
    ) -> None:
        self.where = where
        self._refusal = refusal
        if not isinstance(raw, Mapping):
            raise self.refuse("应为“名称: 值”的形式", "请对照随程序提供的文件改正。")
        self._left = {str(key): value for key, value in raw.items()}

    def refuse(self, what: str, remedy: str = "") -> UserError:
        """Return the refusal of this entry."""
        return self._refusal(self.where, what, remedy)

    def named(self, where: str) -> None:
        """Name the entry in later refusals."""
        self.where = where

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text; without `default` it must be there and not empty."""
        value = self._take(key, _REQUIRED if default is None else default)
        if not isinstance(value, str):
            raise self.refuse(f"“{key}”应为文字，现为“{value}”", "请给该值加上引号。")
        if default is None and not value.strip():
            raise self.refuse(f"“{key}”不能为空", "请填写该值。")
        return value

    def flag(self, key: str, default: bool) -> bool:
        """Take true or false."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.refuse(f"“{key}”应为 true 或 false，现为“{value}”")
        return value

    def number(self, key: str, default: int) -> int:
        """Take a whole number, zero or more."""
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.refuse(f"“{key}”应为非负整数，现为“{value}”")
        return value

    def points(self, key: str, *, zero: bool = False) -> Decimal:
        """Take points: more than nothing (or nothing when `zero`), at most two decimals."""
        value = self._take(key, _REQUIRED)
        points = _decimal(value)
        if points is None or points < 0 or (points == 0 and not zero):
            raise self.refuse(f"分值“{key}”应为正数，现为“{value}”")
        if points != points.quantize(_HUNDREDTH):
            raise self.refuse(
                f"分值“{key}”为 {value}，小数超过两位",
                "分值最多保留两位小数，请改正后重新载入。",
            )
        return Decimal(plain(points))

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; nothing is an empty one."""
        return tuple(self._list_of_texts(key, self._take(key, ())))

    def entries(self, key: str) -> list[Any]:
        """Take a list of entries; nothing is an empty one."""
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.refuse(f"“{key}”应为列表")
        return value

    def mapping(self, key: str) -> dict[str, Any]:
        """Take a mapping; nothing is an empty one."""
        value = self._take(key, {})
        if not isinstance(value, Mapping):
            raise self.refuse(f"“{key}”应为“名称: 值”的形式")
        return {str(name): entry for name, entry in value.items()}

    def choice(self, key: str, kind: type[EnumT]) -> EnumT:
        """Take one of the values of `kind`."""
        return self._member(key, self.text(key), kind)

    def choices(self, key: str, kind: type[EnumT]) -> tuple[EnumT, ...]:
        """Take a list of values of `kind`."""
        return tuple(self._member(key, value, kind) for value in self.texts(key))

    def done(self) -> None:
        """Refuse keys that nobody took."""
        if self._left:
            names = "、".join(self._left)
            raise self.refuse(f"有不认识的名称“{names}”", "请改正或删去该名称。")

    def _take(self, key: str, default: Any) -> Any:
        value = self._left.pop(key, default)
        if value is _REQUIRED or (value is None and default is _REQUIRED):
            raise self.refuse(f"缺少“{key}”", "请补上该值。")
        return default if value is None else value

    def _list_of_texts(self, key: str, value: Any) -> list[str]:
        if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
            raise self.refuse(f"“{key}”应为文字的列表")
        return list(value)

    def _member(self, key: str, value: str, kind: type[EnumT]) -> EnumT:
        try:
            return kind(value)
        except ValueError:
            known = "、".join(kind)
            raise self.refuse(f"“{key}”的值“{value}”不认识", f"可用的值：{known}。") from None


def _decimal(value: Any) -> Decimal | None:
    """Return the exact number that was written; None when it is none.

    YAML reads 0.1 as a float; its shortest text is what stands in the file.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
