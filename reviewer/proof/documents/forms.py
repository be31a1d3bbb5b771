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
Rows = tuple[tuple[Cell, ...], ...]


def heading(story: CaseStory, title: str, no: str = "", unit: bool = False) -> tuple[Block, ...]:
    """Return title and number; the case number when `no` is empty."""
    blocks: list[Block] = []
    if unit or story.style.layout is Layout.OLD:
        blocks.append(Paragraph(story.bureau.name, Look.UNIT))
    blocks.append(Paragraph(title, Look.TITLE))
    text = no or f"案号：{case_no(story)}"
    blocks.append(Paragraph(text, Look.NUMBER))
    return tuple(blocks)


def fields(story: CaseStory, pairs: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """Return labelled short values."""
    if story.style.layout is Layout.PROSE:
        return tuple(Paragraph(f"{name}：{value}", Look.PLAIN) for name, value in pairs)
    return (Table(_WIDTHS, pair_rows(pairs)),)


def sections(story: CaseStory, parts: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """Return labelled long texts; lines of a text are its paragraphs."""
    if story.style.layout is Layout.FORM:
        rows = tuple((label(name), Cell(indented(text), 3)) for name, text in parts)
        return (Table(_WIDTHS, rows),)
    return numbered(parts)


def numbered(parts: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    """Return long texts under numbered heads (一、二、…)."""
    blocks: list[Block] = []
    for mark, (name, text) in zip("一二三四五六七八九十", parts, strict=False):
        blocks.append(Paragraph(f"{mark}、{name}", Look.HEAD))
        blocks += [Paragraph(line) for line in text.split("\n")]
    return tuple(blocks)


def approvals(story: CaseStory, parts: Sequence[tuple[str, str, str, date]]) -> tuple[Block, ...]:
    """Return opinions, each with who signed it and when."""
    if story.style.layout is Layout.PROSE:
        return tuple(
            Paragraph(f"{name}：{opinion}　签名：{hand(who)}　{written_day(story.style, when)}")
            for name, opinion, who, when in parts
        )
    return (Table(_WIDTHS, approval_rows(story, parts)),)


def approval_rows(story: CaseStory, parts: Sequence[tuple[str, str, str, date]]) -> Rows:
    """Return opinions as rows of a form."""
    return tuple(
        (
            label(name),
            Cell(
                f"{indented(opinion)}\n　　　　　　　　签名：{hand(who)}　　"
                f"{written_day(story.style, when)}",
                3,
            ),
        )
        for name, opinion, who, when in parts
    )


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
