"""Pieces that the campaign's documents share: heads, signatures, small sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from reviewer.model.campaigns import Campaign
from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Gap,
    Imprint,
    PageBreak,
    RedHead,
    Style,
    Table,
    Text,
    balanced,
    label,
    signed,
)
from reviewer.reports.campaign.inputs import Official, ResultLine
from reviewer.reports.wording import day, numeral, points

BLANK_DAY = "＿＿＿＿年＿＿月＿＿日"
NOT_FINAL = "尚有待定事项，不得印发"


def shown_day(value: date | None) -> str:
    """Return a date in running text, or a blank to fill in."""
    return day(value) if value else BLANK_DAY


def on_day(value: date | None) -> str:
    """Return a date behind a Chinese character, parted from it, or a blank to fill in."""
    return f" {day(value)}" if value else BLANK_DAY


def moment(value: datetime | None) -> str:
    """Return a time to the minute as clocks here show it; a dash when there is none."""
    if value is None:
        return "—"
    local = value.astimezone() if value.tzinfo else value
    return f"{local:%Y-%m-%d %H:%M}"


def iso(value: date | None) -> str:
    """Return a date as tables show it; empty when there is none."""
    return value.isoformat() if value else ""


def red_top(official: Official, title: str) -> list[Block]:
    """Return red head, title and addressee."""
    number = official.number or f"＿＿＿＿〔{official.written_on.year}〕＿＿号"
    return [
        RedHead(official.issuer or f"{official.body}文件", number),
        Text(balanced(title), Style.TITLE),
        Text(f"{official.to or '＿＿＿＿＿＿'}：", Style.FLUSH),
    ]


def plain_top(official: Official, title: str) -> list[Block]:
    """Return title, number and addressee of a letter without red head."""
    return [
        Text(balanced(title), Style.TITLE),
        Text(official.number or f"＿＿＿＿〔{official.written_on.year}〕＿＿号", Style.SUBTITLE),
        Text(f"{official.to or '＿＿＿＿＿＿'}：", Style.FLUSH),
    ]


def signature(official: Official) -> list[Block]:
    """Return signature and date, two lines below the text."""
    return [Gap(2, keep=True), *signed(official.body, day(official.written_on))]


def imprint(official: Official) -> Imprint:
    """Return 版记."""
    issued = day(official.printed_on or official.written_on)
    return Imprint(official.copies, official.printed_by or official.body, issued)


def attachment_list(titles: Sequence[str]) -> list[Block]:
    """Return 附件说明: one line below the text, names without a mark at their end."""
    if len(titles) == 1:
        return [Gap(1, keep=True), Text(f"附件：{titles[0]}", keep=True)]
    lines = [f"附件：1. {titles[0]}"]
    lines += [f"　　　{number}. {title}" for number, title in enumerate(titles[1:], 2)]
    return [Gap(1, keep=True), *(Text(line, keep=True) for line in lines)]


def attachment(number: int | None, title: str) -> list[Block]:
    """Return the head of an attachment, on a new page; None: it is the only one."""
    name = "附件" if number is None else f"附件 {number}"
    return [PageBreak(), Text(name, Style.ATTACHED), Text(title, Style.TITLE)]


def fields(pairs: Sequence[tuple[str, str]], columns: int, widths: tuple[float, ...]) -> Table:
    """Return labels and values as a table, `columns` pairs in a row; the last one is stretched."""
    rows: list[tuple[Cell, ...]] = []
    for at in range(0, len(pairs), columns):
        part = pairs[at : at + columns]
        cells = [cell for name, value in part for cell in (label(name), Cell(value))]
        free = 2 * (columns - len(part))
        if free:
            last = cells.pop()
            cells.append(Cell(last.text, last.align, last.tone, 1 + free))
        rows.append(tuple(cells))
    return Table(widths, tuple(rows), head=0)


def sign_table(names: Sequence[tuple[str, str]], per_row: int = 3) -> Table:
    """Return a table to sign in: who, the name if it is known, and room for the signature."""
    rows: list[tuple[Cell, ...]] = []
    for at in range(0, len(names), per_row):
        part = list(names[at : at + per_row])
        part += [("", "")] * (per_row - len(part))
        rows.append(
            tuple(
                cell
                for title, name in part
                for cell in (label(title) if title else Cell(""), Cell(f"{name}\n", Align.CENTRE))
            )
        )
    return Table((10, 20) * per_row, tuple(rows), head=0, keep=True)


def signing(number: int) -> Text:
    """Return the heading of a table to sign in; it stays with the table."""
    return Text(f"{numeral(number)}、签名", Style.HEADING, keep=True)


def bound(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with the text before a signature tied to it.

    A page that carries nothing but signature and date is not allowed (GB/T 9704-2012, 7.3.5).
    """
    result = list(blocks)
    for at, (one, after) in enumerate(pairwise(blocks)):
        tied = isinstance(after, Text | Gap) and after.keep and after != one
        if tied and isinstance(one, Text) and one.style is Style.BODY:
            result[at] = replace(one, keep=True)
    return tuple(result)


def contact(campaign: Campaign) -> Text:
    """Return whom to ask about a paper of the campaign; blanks where that is not set."""
    return Text(
        f"联系人：{campaign.contact or '＿＿＿＿＿＿'}，"
        f"联系电话：{campaign.phone or '＿＿＿＿＿＿＿＿'}。",
        keep=True,
    )


def numbered(texts: Iterable[str]) -> list[Block]:
    """Return paragraphs numbered 1., 2., …"""
    return [Text(f"{number}. {text}") for number, text in enumerate(texts, 1)]


def sentence(text: str) -> str:
    """Return `text` with a full stop at its end."""
    text = text.strip()
    return text if not text or text[-1] in "。；：？" else f"{text}。"


def veto_words(total: ResultLine) -> str:
    """Return how many cases have a veto, and why not all of them fail."""
    if not total.vetoed:
        return "没有一票否决情形"
    said = f"有一票否决情形的 {total.vetoed} 卷，占 {share(total.vetoed, total.cases)}"
    if not total.spared:
        return said
    failing = total.vetoed - total.spared
    parts = [f"{failing} 卷不合格"] if failing else []
    return f"{said}，其中 {'、'.join([*parts, f'{total.spared} 卷按标准不得评为优秀'])}"


def grade_words(names: Sequence[str], counts: Sequence[int]) -> str:
    """Return `优秀 3 卷、合格 9 卷`; grades without a case are told as well."""
    return "、".join(f"{name} {count} 卷" for name, count in zip(names, counts, strict=True))


def mean_words(line: ResultLine) -> str:
    """Return the mean with one decimal or a dash."""
    return points(rounded(line.mean)) if line.mean is not None else "—"


def rounded(value: Decimal) -> Decimal:
    """Return `value` with one decimal, halves up."""
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def share(part: int, whole: int) -> str:
    """Return a share in percent with one decimal; a dash without a whole."""
    if not whole:
        return "—"
    return f"{rounded(Decimal(part) * 100 / Decimal(whole))}%"


def heading(number: int, text: str) -> Text:
    """Return a heading 一、…"""
    return Text(f"{numeral(number)}、{text}", Style.HEADING)


def subheading(number: int, text: str) -> Text:
    """Return a heading （一）…"""
    return Text(f"（{numeral(number)}）{text}", Style.SUBHEADING)
