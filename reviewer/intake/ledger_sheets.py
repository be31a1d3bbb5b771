"""Reading a ledger (台账) from a workbook: a preview first, rows only when a person confirms it.

Nothing is guessed silently: a column that only resembles a known one is marked, a unit that is
not one of the campaign's is asked for, a wrong cell is named by its letter and row.
"""

import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid4, uuid5

from openpyxl.utils import get_column_letter

from reviewer.errors import UserError
from reviewer.intake.ledger_files import LedgerFile, SheetMarks
from reviewer.intake.ledger_heads import HEAD_ROWS, Head, find_head, remembered_fields
from reviewer.intake.ledger_rows import ReadRows, RowReader
from reviewer.intake.ledger_units import match_units
from reviewer.model.campaigns import CampaignUnit, Ledger, LedgerRow
from reviewer.model.ledger_sheets import (
    FIELDS_OF_ENFORCEMENT,
    LEDGER_TITLES,
    NEEDED_FIELDS,
    HeadMapping,
    LedgerChoices,
    LedgerPreview,
    PreviewColumn,
    UnitMatching,
)
from reviewer.progress import Progress, Silent

MOST_ROWS = 200_000
_SAMPLE = 8
_STEP = 500


def preview_ledger(
    path: Path,
    units: Sequence[CampaignUnit],
    choices: LedgerChoices | None = None,
    remembered: Iterable[HeadMapping] = (),
    progress: Progress | None = None,
) -> LedgerPreview:
    """Return what `path` would give.

    Raises:
        UserError: it is no workbook that can be read, or holds no sheet that is a ledger.
        Cancelled: the user stopped it.
    """
    choices = choices or LedgerChoices()
    with warnings.catch_warnings():
        # openpyxl warns of extensions and impossible dates; both are told cell by cell.
        warnings.simplefilter("ignore")
        with LedgerFile(path) as file:
            return _preview(file, path, units, choices, tuple(remembered), progress or Silent())


def confirmed(preview: LedgerPreview, units: Sequence[CampaignUnit]) -> tuple[LedgerRow, ...]:
    """Return the rows of a preview under the units of the campaign.

    Raises:
        UserError: it has faults, a needed column is missing, or a unit is not settled.
    """
    if preview.missing:
        raise UserError(
            f"没有找到{'、'.join(preview.missing)}列。",
            "请指定对应的列，或者填写整张表共用的内容。",
        )
    if preview.fault_count:
        raise UserError(
            f"台账有 {preview.fault_count} 处不能导入，例如{preview.faults[0]}",
            "请在表格中改正后重新读取；没有导入任何一行。",
        )
    if not preview.rows:
        raise UserError("台账中没有案件。", "请确认选对了工作表和列标题所在的行。")
    open_ones = [match.name for match in preview.units if match.unit is None]
    if open_ones:
        raise UserError(
            f"有 {len(open_ones)} 个单位名称不在本次活动的单位中：{'、'.join(open_ones[:5])}。",
            "请逐个指定对应的单位，或者先在活动设置中增加该单位。",
        )
    names = {unit.id: unit.name for unit in units}
    tied = {match.name: match.unit for match in preview.units if match.unit}
    return tuple(
        replace(row, unit=tied[row.unit_name], unit_name=names[tied[row.unit_name]])
        for row in preview.rows
    )


def read_exported(path: Path, progress: Progress | None = None) -> Ledger:
    """Return the ledger of an exported workbook, to verify a draw where its campaign is not known.

    Units and cases get ids of their own; the canonical text does not depend on them.

    Raises:
        UserError: the workbook cannot be read, or a row of it.
    """
    preview = preview_ledger(path, (), progress=progress)
    units = [CampaignUnit(uuid5(NAMESPACE_OID, one.name), one.name) for one in preview.units]
    named = {unit.name: unit.id for unit in units}
    settled = tuple(
        replace(one, how=UnitMatching.EXACT, unit=named[one.name]) for one in preview.units
    )
    rows = confirmed(replace(preview, units=settled), units)
    return Ledger(uuid4(), UUID(int=0), rows, sources=(path.name,))


def _preview(
    file: LedgerFile,
    path: Path,
    units: Sequence[CampaignUnit],
    choices: LedgerChoices,
    remembered: Sequence[HeadMapping],
    progress: Progress,
) -> LedgerPreview:
    sheet, head, others = _chosen_sheet(file, path, choices)
    marks = file.marks(sheet)
    head = _checked_head(file, sheet, marks, choices) or head
    fields, sure = _fields(head, choices, remembered)
    constants = {name: value for name, value in (choices.constants or {}).items() if value.strip()}
    known = {*fields, *constants} | ({"case_no"} if "decision_no" in fields else set())
    missing = tuple(LEDGER_TITLES[name] for name in NEEDED_FIELDS if name not in known)
    read = _read(file, sheet, RowReader(head, fields, marks, constants), head, missing, progress)
    names = Counter(row.unit_name for row in read.rows)
    return LedgerPreview(
        source=path.name,
        sheet=sheet,
        sheets=file.sheets,
        head_rows=(head.first, head.last),
        columns=tuple(
            PreviewColumn(get_column_letter(at), text, field, is_sure)
            for at, (text, field, is_sure) in enumerate(
                zip(head.texts, fields, sure, strict=True), 1
            )
        ),
        mapping=HeadMapping(head.fingerprint, fields),
        missing=missing,
        sample=tuple(read.sample),
        rows=tuple(read.rows),
        faults=tuple(read.faults),
        fault_count=read.fault_count,
        faulty_rows=read.faulty,
        units=match_units(names, units, choices.units or {}),
        notices=tuple(_notices(read, others)),
    )


def _chosen_sheet(
    file: LedgerFile, path: Path, choices: LedgerChoices
) -> tuple[str, Head, tuple[str, ...]]:
    """Return the sheet, its head as far as merged cells do not matter, and other ledgers."""
    if choices.sheet:
        if choices.sheet not in file.sheets:
            raise UserError(
                f"《{path.name}》没有名为“{choices.sheet}”的工作表。",
                f"请在{'、'.join(file.sheets)}中选择。",
            )
        first = list(islice(file.rows(choices.sheet), HEAD_ROWS))
        head = find_head(first, SheetMarks(), choices.head_row)
        if head is None:
            raise _no_head(path, (choices.sheet,))
        return choices.sheet, head, ()
    found = {}
    for sheet in file.sheets:
        head = find_head(list(islice(file.rows(sheet), HEAD_ROWS)), SheetMarks(), choices.head_row)
        if head is not None and (head.matched or choices.head_row):
            found[sheet] = head
    if not found:
        raise _no_head(path, file.sheets)
    best = max(found, key=lambda sheet: found[sheet].matched)
    return best, found[best], tuple(sheet for sheet in found if sheet != best)


def _no_head(path: Path, sheets: Sequence[str]) -> UserError:
    needed = "、".join(LEDGER_TITLES[name] for name in NEEDED_FIELDS)
    return UserError(
        f"《{path.name}》的工作表（{'、'.join(sheets)}）里没有找到台账的列标题，至少应有{needed}。",
        "请确认选对了文件和工作表；列标题名称特殊的，请指定列标题所在的行，再逐列对应。",
    )


def _checked_head(
    file: LedgerFile, sheet: str, marks: SheetMarks, choices: LedgerChoices
) -> Head | None:
    """Return the head with its merged cells taken into account."""
    return find_head(list(islice(file.rows(sheet), HEAD_ROWS)), marks, choices.head_row)


def _fields(
    head: Head, choices: LedgerChoices, remembered: Iterable[HeadMapping]
) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    told = choices.fields or remembered_fields(head, remembered)
    if told is None:
        return head.fields, head.sure
    width = len(head.texts)
    fields = tuple(name if name in LEDGER_TITLES else "" for name in told[:width])
    fields += ("",) * (width - len(fields))
    doubled = [name for name, times in Counter(fields).items() if name and times > 1]
    if doubled:
        raise UserError(
            f"“{LEDGER_TITLES[doubled[0]]}”对应了两列。", "请只保留其中一列，另一列选“不读取”。"
        )
    return fields, tuple(bool(name) for name in fields)


def _read(
    file: LedgerFile,
    sheet: str,
    reader: RowReader,
    head: Head,
    missing: Sequence[str],
    progress: Progress,
) -> ReadRows:
    for number, raw in enumerate(file.rows(sheet), 1):
        if number <= head.last:
            continue
        if len(reader.read.sample) < _SAMPLE and any(value not in (None, "") for value in raw):
            reader.keep_sample(raw)
        if missing:
            if len(reader.read.sample) == _SAMPLE:
                break
            continue
        reader.take(number, raw)
        if number % _STEP == 0:
            progress.report(number, 0, "读取台账")
        if len(reader.read.rows) > MOST_ROWS:
            raise UserError(
                f"台账超过 {MOST_ROWS} 行，不能读取。", "请按单位分成几个文件后分别导入。"
            )
    return reader.read


def _notices(read: ReadRows, others: Sequence[str]) -> Iterable[str]:
    if others:
        yield f"工作表“{'、'.join(others)}”也像台账，没有读取；需要的请另选工作表再导入一次。"
    counted = (
        (read.hidden, "有 {} 行在表格中被隐藏或者被筛选掉，已一并读取。"),
        (read.examples, "示例 {} 行，没有读取。"),
        (read.heads_again, "重复的列标题 {} 行，没有读取。"),
        (read.feet, "合计、填表人等 {} 行，没有读取。"),
        (read.joined, "有 {} 行与上一行合并为同一案件，只取承办人。"),
        (
            sum(not row.field for row in read.rows),
            "有 {} 件没有填写执法门类，抽取时另成一层。",
        ),
    )
    yield from (sentence.format(count) for count, sentence in counted if count)
    foreign = {row.field for row in read.rows} - {*FIELDS_OF_ENFORCEMENT, ""}
    if foreign:
        names = "、".join(sorted(foreign)[:5])
        yield f"执法门类有 {len(foreign)} 种写法不在六类之内（{names}），抽取时各成一层，请核对。"
