"""Reading the Word form: content controls by their tags, hidden text, the heads of the columns.

Word keeps all of it; WPS and LibreOffice may drop the controls or the hidden text, so either is
enough.  Deleted text of tracked changes does not count, inserted text does.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from reviewer.intake.docx_package import DocxPackage, attribute, child, tag, whole
from reviewer.model.rectification_forms import (
    FILLED,
    PLACEHOLDER,
    FormMark,
    ReadForm,
    ReadRow,
    RowMark,
    find_cell_field,
    find_field,
    find_form_mark,
    find_row_mark,
)

_FILLED = frozenset(one.field for one in FILLED)
_PROMPTS = re.compile(
    rf"{PLACEHOLDER}|(?:单击或点击|单击|点击|点按)此处(?:以)?输入(?:文字|文本)[。.]?"
    r"|Click or tap here to enter text\."
)
"""What programs show in an empty control and save as if it were text."""
_NEEDED = 3
"""Columns that a row must name to be a row of heads."""


@dataclass(slots=True)
class _Cell:
    """One cell of a table."""

    column: int
    """Column of the grid it begins in, from 0."""
    text: str
    """What a person sees."""
    whole: str
    """With hidden text."""
    tags: tuple[str, ...]
    goes_on: bool
    """Whether it is the continuation of a cell merged over rows."""


@dataclass(slots=True)
class _Table:
    number: int
    places: dict[str, int] = field(default_factory=dict)
    held: dict[int, str] = field(default_factory=dict)
    """Column → text of the cell that may go on in the next row."""


def read_document(path: Path) -> ReadForm:
    """Return the rows of all tables that carry marks or heads.

    Raises:
        UnreadableFile: it is no Word file that can be opened.
    """
    with DocxPackage(path) as package:
        root = package.xml(package.main)
    _drop_moved(root)
    rows: list[ReadRow] = []
    found: set[str] = set()
    for number, table in enumerate((one for one in root.iter() if tag(one) == "tbl"), 1):
        state = _Table(number)
        rows += _rows(table, state)
        found |= set(state.places)
    found |= {name for row in rows for name in row.has}
    lost = tuple(one.title for one in FILLED if one.field not in found)
    return ReadForm(path, _form_mark(root), tuple(rows), lost_columns=lost)


def _drop_moved(root: etree._Element) -> None:
    """Remove where tracked changes moved text from: it stands at its new place as well."""
    for one in [one for one in root.iter() if tag(one) == "moveFrom"]:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _form_mark(root: etree._Element) -> FormMark | None:
    return find_form_mark(_text(root, hidden=True))


def _rows(table: etree._Element, state: _Table) -> Iterator[ReadRow]:
    for number, row in enumerate(_inner(table, "tr"), 1):
        cells = list(_cells(row))
        heads = {find_field(cell.text): cell.column for cell in cells if not cell.tags}
        heads.pop("", None)
        if len(heads) >= _NEEDED:
            state.places |= heads
            continue
        texts = _texts(cells, state)
        marks = _marks(cells)
        place = f"第 {state.number} 个表格第 {number} 行"
        for mark in marks:
            yield ReadRow(place, mark, texts, shared=len(marks) > 1)
        if not marks and any(text for name, text in texts if name != "number"):
            yield ReadRow(place, None, texts)


def _marks(cells: list[_Cell]) -> tuple[RowMark, ...]:
    """Return the marks of a row: those of its controls, without any those of hidden text.

    Merging the number cells of two rows moves both hidden marks into one row, while the controls
    of each row keep theirs.
    """
    tagged = (find_row_mark(one) for cell in cells for one in cell.tags)
    marks = tuple(dict.fromkeys(one for one in tagged if one is not None))
    if marks:
        return marks
    hidden = (
        find_row_mark(part) for cell in cells for part in cell.whole.replace("ZG", "\nZG").split()
    )
    return tuple(dict.fromkeys(one for one in hidden if one is not None))


def _texts(cells: list[_Cell], state: _Table) -> tuple[tuple[str, str], ...]:
    by_column = {cell.column: cell for cell in cells}
    found: dict[str, str] = {}
    for name, at in state.places.items():
        cell = by_column.get(at)
        if cell is None:
            continue
        found[name] = state.held.get(at, "") if cell.goes_on and name in _FILLED else cell.text
    for cell in cells:
        named = {find_cell_field(one) for one in cell.tags} - {""}
        if len(named) == 1 and not cell.goes_on:
            found[named.pop()] = cell.text
    state.held |= {cell.column: cell.text for cell in cells if not cell.goes_on}
    return tuple(found.items())


def _cells(row: etree._Element) -> Iterator[_Cell]:
    properties = child(row, "trPr")
    column = whole(_value(child(properties, "gridBefore")))
    for cell in _inner(row, "tc"):
        settings = child(cell, "tcPr")
        merge = child(settings, "vMerge")
        goes_on = merge is not None and _value(merge) != "restart"
        tags = tuple(_tags(cell))
        seen = _PROMPTS.sub("", _text(cell, hidden=False)).strip()
        yield _Cell(column, seen, _text(cell, hidden=True), tags, goes_on)
        column += max(1, whole(_value(child(settings, "gridSpan")), 1))


def _inner(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield rows or cells, also inside controls that a program put around them."""
    for one in parent:
        if tag(one) == name:
            yield one
        elif tag(one) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _inner(one, name)


def _tags(cell: etree._Element) -> Iterator[str]:
    around = [one for one in cell.iterancestors() if tag(one) == "sdt"][:1]
    inside = (one for one in cell.iter() if tag(one) == "sdt")
    for control in (*around, *inside):
        value = _value(child(child(control, "sdtPr"), "tag"))
        if value:
            yield value


def _value(element: etree._Element | None) -> str:
    return (attribute(element, "val") or "") if element is not None else ""


_BREAKS: Mapping[str, str] = {"br": "\n", "cr": "\n", "tab": " "}


def _text(element: etree._Element, *, hidden: bool) -> str:
    """Return the text of an element, paragraphs on lines of their own."""
    parts: list[str] = []
    for one in element.iter():
        name = tag(one)
        if name == "p" and parts:
            parts.append("\n")
        elif name in _BREAKS and _tag_around(one) == "r":
            parts.append(_BREAKS[name])
        elif name == "t" and (hidden or not _is_hidden(one)):
            parts.append(one.text or "")
    return "".join(parts)


def _tag_around(element: etree._Element) -> str:
    parent = element.getparent()
    return tag(parent) if parent is not None else ""


def _is_hidden(text: etree._Element) -> bool:
    run = text.getparent()
    properties = child(run, "rPr")
    vanish = child(properties, "vanish")
    return vanish is not None and _value(vanish) not in ("0", "false", "off")
