"""Reading the content of a DOCX into a tree of paragraphs and tables.

The XML is walked once: `table.cell()` of python-docx is quadratic.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from reviewer.errors import UnreadableFile
from reviewer.intake.docx_numbering import Numbering, read_numbering
from reviewer.intake.docx_package import DocxPackage, attribute, child, tag, whole
from reviewer.intake.docx_styles import RunLook, Styles
from reviewer.intake.docx_tree import Block, Body, Cell, Paragraph, Run, Table, block_text

_TWIP = 1 / 20
_EMU = 1 / 12700
_DEPTH = 12
"""Tables nested deeper than this are an attack, not a document."""
_MOST_PIECES = 200_000
"""Paragraphs and runs: a hundred times a long report, read in about 10 s."""

_INLINE = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml",
     "ruby", "rubyBase", "dir", "bdo", "oMath", "oMathPara", "object", "pict", "drawing"}
)  # fmt: skip
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_CHARS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# Check marks typed with symbol fonts; forms are full of them.
_WINGDINGS = {
    0x6F: "□", 0x71: "□", 0xA8: "□", 0xFC: "✓", 0xFB: "✗", 0xFD: "☒", 0xFE: "☑",
    0x52: "☑", 0x54: "☒", 0x50: "✓", 0xA3: "□", 0x4F: "✗", 0x53: "☒",
}  # fmt: skip


def read_body(path: Path) -> Body:
    """Return the content of a DOCX.

    Raises:
        UnreadableFile: it is damaged or too large.
    """
    with DocxPackage(path) as package:
        return read_package(package)


def read_package(package: DocxPackage) -> Body:
    """Return the content of an opened DOCX.

    Raises:
        UnreadableFile: it is damaged, or holds more than any document does.
    """
    reader = _Reader(
        package,
        Styles.read(_part(package, "styles")),
        read_numbering(_part(package, "numbering")),
    )
    root = package.xml(package.main)
    body = child(root, "body")
    if body is None:
        raise UnreadableFile("Word 文档中没有正文。", "请确认文件内容，或向提供单位重新索取。")
    if sum(1 for _ in body.iter("{*}p", "{*}r")) > _MOST_PIECES:
        raise UnreadableFile("Word 文档的段落过多，未读取。", "请拆分为几个文件后重新导入。")
    blocks = reader.blocks(body, package.main)
    return Body(
        blocks,
        headers=_texts(reader, package, "header"),
        footers=_texts(reader, package, "footer"),
        notes=tuple(
            text
            for kind in ("footnotes", "endnotes", "comments")
            for text in _texts(reader, package, kind)
        ),
    )


def _part(package: DocxPackage, kind: str) -> etree._Element | None:
    names = package.parts(kind)
    return package.xml(names[0]) if names else None


def _texts(reader: "_Reader", package: DocxPackage, kind: str) -> tuple[str, ...]:
    """Return the texts of all parts of a kind, each text once: sections repeat their headers."""
    found: dict[str, None] = {}
    for name in package.parts(kind):
        root = package.xml(name)
        holders = root if kind in ("footnotes", "endnotes", "comments") else (root,)
        for holder in holders:
            for block in reader.blocks(holder, name):
                text = block_text(block).strip()
                if text:
                    found[text] = None
    return tuple(found)


@dataclass(slots=True)
class _Gathered:
    """What was found in one paragraph so far."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)


class _Reader:
    """Walks the XML of one document."""

    def __init__(self, package: DocxPackage, styles: Styles, numbering: Numbering) -> None:
        self._package = package
        self._styles = styles
        self._numbering = numbering

    def blocks(self, holder: etree._Element, part: str, depth: int = 0) -> tuple[Block, ...]:
        """Return the paragraphs and tables of an element, wrappers opened."""
        found: list[Block] = []
        for one in holder:
            name = tag(one)
            if name == "p":
                found.append(self._paragraph(one, part, depth))
            elif name == "tbl":
                if depth >= _DEPTH:
                    raise UnreadableFile("Word 文档的表格嵌套过深，未读取。", "请确认文件来源。")
                found.append(self._table(one, part, depth))
            elif name in _WRAPPERS:
                found += self.blocks(one, part, depth)
        return tuple(found)

    def _paragraph(self, element: etree._Element, part: str, depth: int) -> Paragraph:
        look = self._styles.paragraph(element)
        gathered = _Gathered()
        self._inline(element, element, part, gathered, depth)
        if look.list_id and look.list_id != "0":
            label = self._numbering.label(look.list_id, look.level)
            first = gathered.runs[0].look if gathered.runs else RunLook()
            if label:
                gathered.runs.insert(0, Run(label, first))
        return Paragraph(tuple(_joined(gathered.runs)), look, tuple(gathered.boxes))

    def _inline(
        self,
        holder: etree._Element,
        paragraph: etree._Element,
        part: str,
        gathered: _Gathered,
        depth: int,
    ) -> None:
        for one in holder:
            name = tag(one)
            if name == "r":
                self._run(one, paragraph, part, gathered, depth)
            elif name in _INLINE:
                self._inline(one, paragraph, part, gathered, depth)
            elif name == "AlternateContent":
                # The same content twice, for newer and older programs.
                choice = child(one, "Choice")
                chosen = choice if choice is not None else child(one, "Fallback")
                if chosen is not None:
                    self._inline(chosen, paragraph, part, gathered, depth)

    def _run(
        self,
        run: etree._Element,
        paragraph: etree._Element,
        part: str,
        gathered: _Gathered,
        depth: int,
    ) -> None:
        look = self._styles.run(run, paragraph)
        if look.hidden:
            return
        for one in run:
            name = tag(one)
            if name in ("t", "sym") or name in _CHARS:
                gathered.runs.append(Run(_characters(one, run), look))
            elif name == "br":
                gathered.runs.append(Run("\n", look))
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                self._drawing(one, part, gathered, look, depth)
            elif name == "ruby":
                self._inline(one, paragraph, part, gathered, depth)

    def _drawing(
        self,
        element: etree._Element,
        part: str,
        gathered: _Gathered,
        look: RunLook,
        depth: int,
    ) -> None:
        relations = self._package.relations(part)
        size = (0.0, 0.0)
        for one in _drawn(element):
            name = tag(one)
            if name == "extent":
                size = (
                    whole(attribute(one, "cx")) * _EMU,
                    whole(attribute(one, "cy")) * _EMU,
                )
            elif name in ("blip", "imagedata"):
                key = attribute(one, "embed") or attribute(one, "id") or ""
                relation = relations.get(key)
                if relation is not None and not relation.external:
                    gathered.runs.append(Run("", look, relation.target, size))
            elif name == "txbxContent" and depth < _DEPTH:
                gathered.boxes += [
                    box for box in self.blocks(one, part, depth + 1) if block_text(box).strip()
                ]

    def _table(self, element: etree._Element, part: str, depth: int) -> Table:
        cells: list[Cell] = []
        open_merges: dict[int, int] = {}
        for row, row_element in enumerate(_rows(element)):
            column = whole(attribute_of(child(row_element, "trPr"), "gridBefore"))
            for cell_element in _cells(row_element):
                properties = child(cell_element, "tcPr")
                span = max(1, whole(attribute_of(properties, "gridSpan"), 1))
                merge = child(properties, "vMerge")
                continues = merge is not None and attribute(merge, "val") != "restart"
                if continues and column in open_merges:
                    index = open_merges[column]
                    start = cells[index].row
                    cells[index] = replace(cells[index], row_span=row - start + 1)
                else:
                    content = self.blocks(cell_element, part, depth + 1)
                    open_merges.pop(column, None)
                    if merge is not None:
                        open_merges[column] = len(cells)
                    cells.append(Cell(row, column, content, span))
                column += span
        return Table(tuple(cells), _grid(element))


def attribute_of(element: etree._Element | None, name: str) -> str | None:
    """Return the `val` of the child `name` of an element."""
    found = child(element, name)
    return attribute(found, "val") if found is not None else None


def _characters(element: etree._Element, run: etree._Element) -> str:
    name = tag(element)
    if name in _CHARS:
        return _CHARS[name]
    if name == "sym":
        code = int(attribute(element, "char") or "0", 16)
        return _WINGDINGS.get(code & 0xFF, chr(code) if code < 0xF000 else "")
    text = element.text or ""
    fonts = child(child(run, "rPr"), "rFonts")
    if fonts is not None and (attribute(fonts, "ascii") or "").startswith("Wingdings"):
        return "".join(_WINGDINGS.get(ord(char) & 0xFF, char) for char in text)
    return text.replace("\n", " ")


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Join neighbours that look the same; editors cut text into runs of one or two characters."""
    held: Run | None = None
    for run in runs:
        if held is not None and not run.picture and not held.picture and run.look == held.look:
            held = replace(held, text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def _drawn(element: etree._Element) -> Iterator[etree._Element]:
    """Walk a drawing; what a text box holds is left to the walk of that box."""
    # The fallback is the same content again, for older programs.
    skipped = "Fallback" if child(element, "Choice") is not None else ""
    for one in element:
        name = tag(one)
        if name == skipped:
            continue
        yield one
        if name != "txbxContent":
            yield from _drawn(one)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for one in table:
        if tag(one) == "tr":
            yield one
        elif tag(one) in _WRAPPERS:
            yield from _rows(one)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for one in row:
        if tag(one) == "tc":
            yield one
        elif tag(one) in _WRAPPERS:
            yield from _cells(one)


def _grid(table: etree._Element) -> tuple[float, ...]:
    grid = child(table, "tblGrid")
    return tuple(
        whole(attribute(column, "w")) * _TWIP for column in (grid if grid is not None else ())
    )
