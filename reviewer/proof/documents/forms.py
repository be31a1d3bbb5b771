"""The three layouts: what is a ruled row in one is a labelled paragraph in another.

Writers say what a document holds; these functions say how a unit sets it.
"""

from collections.abc import Sequence
from datetime import date

from reviewer.proof.documents.parts import (
    Block,
    Cell,
    Look,
    MadeDocument,
    Paragraph,
    Table,
    hand,
    label,
    pair_rows,
)
from reviewer.proof.documents.wording import case_no, written_day
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory

_WIDTHS = (0.19, 0.33, 0.19, 0.29)
_LIST_WIDTHS = (0.24, 0.76)
_LINE = 30
"""Characters of a line of several values."""
Rows = tuple[tuple[Cell, ...], ...]
Opinion = tuple[str, str, str, date | None]
"""Label, opinion, who signed and when; without a day nobody signed."""


def heading(
    story: CaseStory, title: str, no: str = "", unit: bool = False, body: str = ""
) -> tuple[Block, ...]:
    """Return title and number; the case number when `no` is empty."""
    blocks: list[Block] = []
    if unit or story.style.layout is Layout.OLD:
        blocks.append(Paragraph(body or story.bureau.name, Look.UNIT))
    blocks.append(Paragraph(title, Look.TITLE))
    text = no or f"案号：{case_no(story)}"
    blocks.append(Paragraph(text, Look.NUMBER))
    return tuple(blocks)


def fields(story: CaseStory, pairs: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """Return labelled short values."""
    match story.style.layout:
        case Layout.PROSE:
            return tuple(Paragraph(f"{name}：{value}", Look.PLAIN) for name, value in pairs)
        case Layout.LOOSE:
            return tuple(Paragraph(line, Look.PLAIN) for line in _loose(pairs))
        case Layout.LIST:
            return (Table(_LIST_WIDTHS, tuple((label(n), Cell(v)) for n, v in pairs)),)
    return (Table(_WIDTHS, pair_rows(pairs)),)


def _loose(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return lines of several short values, or of one long value."""
    lines: list[str] = []
    for name, value in pairs:
        text = f"{name}：{value}"
        if lines and len(lines[-1]) + len(text) <= _LINE:
            lines[-1] += f"　　{text}"
        else:
            lines.append(text)
    return lines


def sections(story: CaseStory, parts: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """Return labelled long texts; lines of a text are its paragraphs."""
    match story.style.layout:
        case Layout.FORM:
            rows = tuple((label(name), Cell(indented(text), 3)) for name, text in parts)
            return (Table(_WIDTHS, rows),)
        case Layout.LIST:
            return (Table(_LIST_WIDTHS, tuple((label(n), Cell(indented(t))) for n, t in parts)),)
        case Layout.LOOSE:
            blocks: list[Block] = []
            for name, text in parts:
                first, *others = text.split("\n")
                blocks += [Paragraph(f"{name}：{first}"), *map(Paragraph, others)]
            return tuple(blocks)
    return numbered(parts)


def numbered(parts: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """Return long texts under numbered heads (一、二、…)."""
    blocks: list[Block] = []
    for mark, (name, text) in zip("一二三四五六七八九十", parts, strict=False):
        blocks.append(Paragraph(f"{mark}、{name}", Look.HEAD))
        blocks += [Paragraph(line) for line in text.split("\n")]
    return tuple(blocks)


def approvals(story: CaseStory, parts: Sequence[Opinion]) -> tuple[Block, ...]:
    """Return opinions, each with who signed it and when."""
    if story.style.layout in (Layout.PROSE, Layout.LOOSE):
        return tuple(
            Paragraph(f"{name}：{opinion}　签名：{hand(who)}　{_when(story, when)}")
            for name, opinion, who, when in parts
        )
    if story.style.layout is Layout.LIST:
        rows = approval_rows(story, parts)
        return (Table(_LIST_WIDTHS, tuple((name, Cell(text.text)) for name, text in rows)),)
    return (Table(_WIDTHS, approval_rows(story, parts)),)


def approval_rows(story: CaseStory, parts: Sequence[Opinion]) -> Rows:
    """Return opinions as rows of a form."""
    return tuple(
        (
            label(name),
            Cell(
                f"{indented(opinion)}\n　　　　　　　　签名：{hand(who)}　　{_when(story, when)}",
                3,
            ),
        )
        for name, opinion, who, when in parts
    )


def _when(story: CaseStory, when: date | None) -> str:
    return written_day(story.style, when) if when else "　　年　　月　　日"


def indented(text: str) -> str:
    """Return the lines of `text`, each indented by two characters."""
    return "\n".join(f"　　{line}" for line in text.split("\n"))


def joined(*groups: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks in one row; tables that touch become one form."""
    blocks: list[Block] = []
    for block in (block for group in groups for block in group):
        last = blocks[-1] if blocks else None
        if isinstance(last, Table) and isinstance(block, Table) and last.widths == block.widths:
            blocks[-1] = Table(last.widths, last.rows + block.rows, last.heads)
        else:
            blocks.append(block)
    return tuple(blocks)


def made(
    key: str, title: str, day: date, *groups: Sequence[Block], number: str = "", foot: str = ""
) -> MadeDocument:
    """Return a document of these blocks."""
    return MadeDocument(key, title, number, day, joined(*groups), foot)
