"""评查结果汇总表 and 问题清单 as Excel workbooks.

Numbers are numbers, so that the bureau can go on computing; text that begins like a formula stays
text.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.model import Choice, Question, VetoType
from reviewer.model.standards import category
from reviewer.reports.inputs import ReviewInput
from reviewer.reports.wording import LAW_NOTE, QUESTIONS, articles, pages

Value = str | int | Decimal | None

_THIN = Side(style="thin", color="FF9A9A9A")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="FFE9E7E2")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet."""

    title: str
    width: float
    """In characters, as Excel counts."""
    number: str = ""
    """Number format; empty for text."""


def write_summary(sources: Sequence[ReviewInput], path: Path) -> None:
    """Write 评查结果汇总表: one sheet by case, one by unit, one by question."""
    book = Workbook()
    _by_case(first_sheet(book, "评查结果汇总表"), sources)
    _by_unit(book.create_sheet("按单位"), sources)
    _by_question(book.create_sheet("分方面"), sources)
    book.save(path)


def write_problems(sources: Sequence[ReviewInput], path: Path) -> None:
    """Write 问题清单: one row per counted deduction and per veto hit."""
    book = Workbook()
    sheet = first_sheet(book, "问题清单")
    columns = (
        Column("序号", 6, "0"),
        Column("单位", 22),
        Column("案卷", 24),
        Column("问题类别", 14),
        Column("评查项", 8),
        Column("问题描述", 48),
        Column("扣分", 8, "0.0#"),
        Column("依据", 28),
        Column("材料页码", 12),
        Column("责任环节", 12),
        Column("整改要求", 18),
        Column("责任人", 10),
        Column("整改期限", 12),
        Column("状态", 10),
    )
    rows = [row for source in sources for row in _problem_rows(source)]
    fill_sheet(sheet, "案卷评查问题清单", columns, ((n, *row) for n, row in enumerate(rows, 1)))
    book.save(path)


def first_sheet(book: Workbook, name: str) -> Worksheet:
    """Return the sheet that a new workbook has, under `name`."""
    sheet = book.worksheets[0]
    sheet.title = name
    return sheet


def _by_case(sheet: Worksheet, sources: Sequence[ReviewInput]) -> None:
    columns = (
        Column("序号", 6, "0"),
        Column("单位", 24),
        Column("案卷", 24),
        Column("当事人", 24),
        Column("案由", 26),
        Column("程序", 10),
        Column("评查标准", 30),
        Column("总分", 8, "0.0"),
        Column("否决前得分", 11, "0.0"),
        Column("等次", 8),
        Column("一票否决", 12),
        Column("扣分最多的评查项", 30),
        Column("评查人", 12),
        Column("评查日期", 12),
        Column("状态", 10),
    )
    rows = ((n, *_case_row(source)) for n, source in enumerate(sources, 1))
    fill_sheet(sheet, "案卷评查结果汇总表", columns, rows)


def _case_row(source: ReviewInput) -> tuple[Value, ...]:
    score = source.score
    return (
        source.case.unit,
        source.case.title,
        source.case.party,
        source.case.cause,
        source.procedure,
        f"{source.standard.name} {source.standard.version}",
        score.total,
        score.before_veto,
        score.grade,
        "、".join(score.vetoes),
        _heaviest([source]),
        source.reviewer,
        source.reviewed_on.isoformat(),
        "草稿" if source.draft else "已评定",
    )


def _heaviest(sources: Sequence[ReviewInput]) -> str:
    """Return the five items that lost most, with the points lost."""
    lost: dict[str, Decimal] = {}
    names: dict[str, str] = {}
    for source in sources:
        for score in source.score.items:
            if score.deducted:
                lost[score.item] = lost.get(score.item, Decimal(0)) + score.deducted
                names[score.item] = source.standard.item(score.item).short
    top = sorted(lost, key=lambda item: (-lost[item], item))[:5]
    return "；".join(f"{item} {names[item]} −{lost[item].normalize():f}" for item in top)


def _by_unit(sheet: Worksheet, sources: Sequence[ReviewInput]) -> None:
    grades = tuple(dict.fromkeys(band.name for s in sources for band in s.standard.bands))
    columns = (
        Column("单位", 28),
        Column("案卷数", 8, "0"),
        Column("平均分", 8, "0.0"),
        *(Column(grade, 8, "0") for grade in grades),
        Column("一票否决数", 11, "0"),
        Column("扣分最多的评查项", 60),
    )
    units = dict.fromkeys(source.case.unit for source in sources)
    rows = (_unit_row(unit, [s for s in sources if s.case.unit == unit], grades) for unit in units)
    fill_sheet(sheet, "按单位汇总", columns, rows)


def _unit_row(
    unit: str, sources: Sequence[ReviewInput], grades: Sequence[str]
) -> tuple[Value, ...]:
    total = sum((source.score.total for source in sources), Decimal(0))
    return (
        unit or "（未填写单位）",
        len(sources),
        total / len(sources),
        *(sum(source.score.grade == grade for source in sources) for grade in grades),
        sum(_has_a_veto(source) for source in sources),
        _heaviest(sources),
    )


def _has_a_veto(source: ReviewInput) -> bool:
    kinds = {veto.id: veto.type for veto in source.standard.vetoes}
    return any(kinds.get(veto) is VetoType.A for veto in source.score.vetoes)


def _by_question(sheet: Worksheet, sources: Sequence[ReviewInput]) -> None:
    columns = (
        Column("单位", 24),
        Column("案卷", 24),
        *(Column(f"{name}（得分率）", 20, "0.0%") for name in QUESTIONS.values()),
    )
    rows = (
        (
            source.case.unit,
            source.case.title,
            *(_share(source, question) for question in QUESTIONS),
        )
        for source in sources
    )
    fill_sheet(sheet, "分方面得分率（空格为不涉及）", columns, rows)


def _share(source: ReviewInput, question: Question) -> Decimal | None:
    mine = {item.id for item in source.standard.items if question in item.questions}
    counted = [
        score
        for score in source.score.items
        if score.item in mine and score.choice is not Choice.ABSENT
    ]
    full = sum((score.full for score in counted), Decimal(0))
    return sum((score.awarded for score in counted), Decimal(0)) / full if full else None


def _problem_rows(source: ReviewInput) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    head = (source.case.unit, source.case.title)
    rest: tuple[Value, ...] = ("", "", "", "", "待整改")
    for veto in source.standard.vetoes:
        if veto.id in source.score.vetoes:
            mark = source.marks.of_veto(veto.id)
            where = pages(source, mark.places)
            basis = articles(veto.basis)
            kind = category(veto.questions)
            text = mark.reason or veto.text
            rows.append((*head, kind, veto.id, text, None, basis, where, *rest))
    for score in source.score.items:
        item = source.standard.item(score.item)
        clauses = {clause.id: clause.text for clause in item.clauses}
        amounts = {d.occurrence: d.points for d in score.deductions if d.counted}
        for occurrence in source.marks.of(item.id).occurrences:
            if occurrence.id in amounts:
                text = occurrence.reason or clauses.get(occurrence.clause, "")
                where = pages(source, occurrence.places)
                basis = articles(item.basis)
                kind = category(item.questions)
                amount = amounts[occurrence.id]
                rows.append((*head, kind, item.id, text, amount, basis, where, *rest))
    return rows


def fill_sheet(
    sheet: Worksheet, title: str, columns: Sequence[Column], rows: Iterable[tuple[Value, ...]]
) -> None:
    """Fill an empty sheet with a title, the heads of `columns` and `rows`, ready to print."""
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet["A1"].font = Font(name="黑体", size=16)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 32
    for at, column in enumerate(columns, 1):
        _head_cell(sheet, at, column)
    last = 2
    for last, row in enumerate(rows, 3):
        for at, (column, value) in enumerate(zip(columns, row, strict=True), 1):
            _body_cell(sheet, last, at, column, value)
        lines = max(_lines(value, column) for column, value in zip(columns, row, strict=True))
        sheet.row_dimensions[last].height = max(20, 15 * lines + 4)
    sheet.cell(last + 1, 1, LAW_NOTE).font = Font(name="宋体", size=9, color="FF5C636C")
    _print_setup(sheet, len(columns), last)


def _lines(value: Value, column: Column) -> int:
    """Return how many lines a text takes; a Chinese character is as wide as two digits.

    Excel fits the height of a row only when somebody edits it.
    """
    if not isinstance(value, str):
        return 1
    wide = [sum(1 if ord(sign) < 0x2E80 else 2 for sign in line) for line in value.split("\n")]
    return sum(max(1, math.ceil(width / (column.width - 1.5))) for width in wide)


def _head_cell(sheet: Worksheet, at: int, column: Column) -> None:
    cell = sheet.cell(2, at, column.title)
    cell.font = Font(name="黑体", size=11)
    cell.fill = _HEAD
    cell.border = _BORDER
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.column_dimensions[get_column_letter(at)].width = column.width


def _body_cell(sheet: Worksheet, row: int, at: int, column: Column, value: Value) -> None:
    cell = sheet.cell(row, at)
    if isinstance(value, str):
        cell.value = value
        # openpyxl takes a leading “=” for a formula; a reason that begins so is text.
        cell.data_type = "s"
    else:
        cell.value = value
    if column.number:
        cell.number_format = column.number
    across = "right" if column.number else "left"
    cell.font = Font(name="宋体", size=11)
    cell.border = _BORDER
    cell.alignment = Alignment(horizontal=across, vertical="center", wrap_text=True)


def _print_setup(sheet: Worksheet, columns: int, last: int) -> None:
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(columns)}{last}"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = sheet.oddFooter
    if footer:
        footer.center.text = "第 &P 页，共 &N 页"
