"""The rows of a ledger sheet: cells to `LedgerRow`, every wrong cell named.

A row with a fault gives no row.  Merged cells carry the value of their range down; rows under one
merged 文号 are one case, of which the further rows add officers only.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from openpyxl.utils import get_column_letter

from reviewer.intake import ledger_cells as cells
from reviewer.intake.ledger_files import Cells, SheetMarks
from reviewer.intake.ledger_heads import Head, is_head_again
from reviewer.model.campaigns import LedgerRow
from reviewer.model.ledger_sheets import (
    LEDGER_TITLES,
    NEEDED_FIELDS,
    UNKNOWN_UNIT,
    LedgerFault,
)
from reviewer.model.library_sheets import EXAMPLE
from reviewer.reckoning.textnorm import squeezed

_FOOT = (
    "合计", "总计", "小计", "填表", "制表", "审核人", "填报", "注：", "注:", "说明", "备注",
    "负责人",
)  # fmt: skip
_SCALED = ("fine", "confiscated")
_TEN_THOUSAND = 10_000
_YEAR = slice(0, 4)
_MOST_FAULTS = 500


@dataclass(slots=True)
class ReadRows:
    """What a sheet gave."""

    rows: list[LedgerRow] = field(default_factory=list)
    faults: list[LedgerFault] = field(default_factory=list)
    fault_count: int = 0
    faulty: int = 0
    sample: list[tuple[str, ...]] = field(default_factory=list)
    examples: int = 0
    heads_again: int = 0
    feet: int = 0
    hidden: int = 0
    joined: int = 0


class RowReader:
    """Reads the rows below a head, one after the other."""

    def __init__(
        self,
        head: Head,
        fields: Sequence[str],
        marks: SheetMarks,
        constants: Mapping[str, str],
    ) -> None:
        self.read = ReadRows()
        self._head = head
        self._words = head.words
        self._marks = marks
        self._columns = {name: at for at, name in enumerate(fields) if name}
        self._constants = constants
        self._hidden = frozenset(marks.hidden)
        self._merged: dict[int, tuple[int, Any]] = {}
        self._one_case_until = 0
        self._scales = {
            name: _TEN_THOUSAND
            for name in _SCALED
            if name in self._columns and "万元" in head.texts[self._columns[name]]
        }
        self._faulty_here = True

    def take(self, number: int, raw: Cells) -> None:
        """Read row `number` of the sheet (from 1), in order."""
        below = number <= self._one_case_until
        raw += [None] * (len(self._head.texts) - len(raw))
        self._fill(number, raw)
        if all(cells.is_blank(value) for value in raw) and not self._formula_in(number):
            return
        if self._is_beside_the_point(raw):
            return
        self.read.hidden += number in self._hidden
        if below:
            if not self._faulty_here:
                self._add_officers(raw)
            return
        self._faulty_here = False
        values = dict(self._values(number, raw))
        self._check_needed(number, values)
        if self._faulty_here:
            self.read.faulty += 1
        else:
            self.read.rows.append(_row(values, "paid_on" in self._columns))

    def keep_sample(self, raw: Cells) -> None:
        """Keep a row as written, for the preview."""
        width = len(self._head.texts)
        texts = ["" if value is None else _shown(value) for value in raw[:width]]
        self.read.sample.append(tuple(texts + [""] * (width - len(texts))))

    def _fill(self, number: int, raw: Cells) -> None:
        """Put the values of merged ranges that reach into this row where they belong."""
        for at, (until, value) in list(self._merged.items()):
            if number > until:
                del self._merged[at]
            elif at < len(raw) and cells.is_blank(raw[at]):
                raw[at] = value
        for merge in self._marks.merges.get(number, ()):
            at = merge.column - 1
            if merge.last_row > number and at < len(raw):
                self._merged[at] = (merge.last_row, raw[at])
                if at == self._number_column():
                    self._one_case_until = merge.last_row

    def _number_column(self) -> int:
        return self._columns.get("decision_no", self._columns.get("case_no", -1))

    def _formula_in(self, number: int) -> bool:
        columns = self._columns.values()
        return any((number, at + 1) in self._marks.uncomputed for at in columns)

    def _is_beside_the_point(self, raw: Cells) -> bool:
        """Return whether the row is the example, a repeated head or a foot; count it."""
        first = next((squeezed(str(v)) for v in raw if not cells.is_blank(v)), "")
        if first.startswith(EXAMPLE):
            self.read.examples += 1
        elif is_head_again(raw, self._words):
            self.read.heads_again += 1
        elif first.startswith(_FOOT) and self._has_no_number(raw):
            self.read.feet += 1
        else:
            return False
        return True

    def _has_no_number(self, raw: Cells) -> bool:
        at = self._number_column()
        value = raw[at] if 0 <= at < len(raw) else None
        return cells.is_blank(value) or squeezed(str(value)).startswith(_FOOT)

    def _values(self, number: int, raw: Cells) -> Iterator[tuple[str, Any]]:
        for name, constant in self._constants.items():
            if name not in self._columns:
                yield name, self._cell(number, name, constant)
        for name, at in self._columns.items():
            value = raw[at] if at < len(raw) else None
            if (number, at + 1) in self._marks.uncomputed:
                self._fault(number, name, "是没有计算结果的公式，请在表格中打开并保存，或改填数值")
            elif isinstance(value, str) and value in cells.ERRORS:
                self._fault(number, name, f"公式的结果是 {value}，请改填正确的内容")
            elif not cells.is_blank(value):
                yield name, self._cell(number, name, value)

    def _cell(self, number: int, name: str, value: Any) -> Any:
        try:
            if name in _SCALED:
                return cells.amount(value, self._scales.get(name, 1))
            if name in ("officer1", "officer2"):
                return cells.officers(value)
            reader: Callable[[Any], Any] = cells.READERS.get(name, cells.text)
            return reader(value)
        except ValueError as error:
            self._fault(number, name, f"“{_shown(value)}”{error}")
            return None

    def _check_needed(self, number: int, values: dict[str, Any]) -> None:
        if self._faulty_here:
            return
        values["case_no"] = values.get("decision_no") or values.get("case_no")
        for name in NEEDED_FIELDS:
            if not values.get(name):
                self._fault(number, name, f"没有填写“{LEDGER_TITLES[name]}”")

    def _fault(self, number: int, name: str, reason: str) -> None:
        self._faulty_here = True
        self.read.fault_count += 1
        if len(self.read.faults) < _MOST_FAULTS:
            at = self._columns.get(name)
            letter = "" if at is None else get_column_letter(at + 1)
            self.read.faults.append(LedgerFault(number, letter, LEDGER_TITLES[name], reason))

    def _add_officers(self, raw: Cells) -> None:
        """Add the officers of a further row of a case to the row before."""
        self.read.joined += 1
        found = {
            name: raw[at]
            for name, at in self._columns.items()
            if name.startswith("officer") and at < len(raw) and not cells.is_blank(raw[at])
        }
        values = {
            name: cells.officers(value) if name in ("officer1", "officer2") else cells.text(value)
            for name, value in found.items()
        }
        before = self.read.rows[-1]
        more = (*before.officers, *_officers(values))
        self.read.rows[-1] = replace(before, officers=tuple(dict.fromkeys(more)))


def _row(values: Mapping[str, Any], has_paid_on: bool) -> LedgerRow:
    plain = {
        name: value
        for name, value in values.items()
        if value is not None and name not in _NOT_OF_A_ROW
    }
    if "year" not in plain:
        plain["year"] = _year(values)
    if not has_paid_on:
        plain["paid_on"] = _day_in(values.get("performance"))
    return LedgerRow(
        case=uuid4(),
        unit=UNKNOWN_UNIT,
        unit_name=values["unit"],
        officers=_officers(values),
        **plain,
    )


_NOT_OF_A_ROW = frozenset(
    {"unit", "number", "decision_no", "officer1", "officer2", "officer1_cert", "officer2_cert"}
)


def _year(values: Mapping[str, Any]) -> int:
    """Return the year of the number, else of the decision, else of the filing."""
    case_no: str = values["case_no"]
    _, bracket, rest = case_no.partition("〔")
    if bracket and rest[_YEAR].isdecimal():
        return int(rest[_YEAR])
    day = values.get("decided_on") or values.get("filed_on")
    return day.year if day else 0


def _day_in(performance: str | None) -> Any:
    """Return the one day that 执行情况与缴款日 names in one cell."""
    try:
        return cells.day(performance) if performance else None
    except ValueError:
        return None


def _officers(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for name in ("officer1", "officer2"):
        several = list(values.get(name) or ())
        certs = [cert for _, cert in cells.officers(values.get(f"{name}_cert") or "")]
        names = [part for part, _ in cells.officers(values.get(f"{name}_cert") or "")]
        given = [cert or part for cert, part in zip(certs, names, strict=True)]
        for at, (who, cert) in enumerate(several):
            found.append((who, cert or (given[at] if at < len(given) else "")))
    return tuple(found)


def _shown(value: Any) -> str:
    try:
        return cells.text(value)[:40]
    except ValueError:
        return f"{value:g}"
