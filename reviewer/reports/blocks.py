"""The neutral blocks that a report consists of.

Blocks say what a piece of text is, never how it looks; `word` and `pdf` decide that.
"""

from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """The sheet a report is printed on."""

    FORM = "form"  # A4 landscape, small type, for review sheets
    LETTER = "letter"  # A4 portrait as GB/T 9704 has it, for letters to a unit
    RECORD = "record"  # A4 portrait, smaller type, for records and forms that are signed


class Style(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"  # 一、
    SUBHEADING = "subheading"  # （一）
    BODY = "body"
    FLUSH = "flush"  # addressee: body without indent
    NOTE = "note"
    SIGNATURE = "signature"  # right-hand side: body and date of a letter
    ATTACHED = "attached"  # 附件1, at the head of an attachment


class Align(StrEnum):
    """How the text of a cell is set."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Tone(StrEnum):
    """What a cell means, beyond its words."""

    PLAIN = "plain"
    HEAD = "head"  # head of a table or label of a field
    GROUP = "group"  # row that opens a group and carries its sum
    LOST = "lost"  # lost points, a veto that is hit
    QUIET = "quiet"  # does not count


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    text: str
    style: Style = Style.BODY
    inset: float | None = None
    """Characters left free at the right of a signature; None: four, as for a date."""
    keep: bool = False
    """Stays on one page with what follows; a signature must not stand on a page alone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a line feed in the text begins a new line."""

    text: str
    align: Align = Align.LEFT
    tone: Tone = Tone.PLAIN
    span: int = 1
    """Columns that the cell covers."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first `head` rows are repeated on every page."""

    widths: tuple[float, ...]
    """Shares of the width of the page; any scale."""
    rows: tuple[tuple[Cell, ...], ...]
    head: int = 1
    size: float | None = None
    """Type size in points; None: that of the layout."""
    keep: bool = False
    """Whether the whole table stays on one page, as one to sign in does."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of evidence with its caption."""

    caption: str
    jpeg: bytes
    width: int
    height: int
    """Size in pixels."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures, two in a row, or one below the other when `columns` is 1."""

    pictures: tuple[Picture, ...]
    columns: int = 2

    @property
    def highest(self) -> float:
        """Return how high a picture may be in millimetres; alone in its row nearly a page."""
        return 80.0 if self.columns > 1 else 150.0


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space of `lines` lines of body text."""

    lines: float = 1.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class RedHead:
    """The head of an official document (GB/T 9704-2012): issuer in red, number, red line."""

    issuer: str
    """发文机关标志, with 文件 at its end where the bureau uses it."""
    number: str
    """发文字号, such as 宁交执监〔2025〕12号."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 at the foot of the last page: copies, printing body and date between lines."""

    copies: str
    """抄送 bodies, without 抄送; empty: the line is left out."""
    issuer: str
    issued: str


Block = Text | Table | Pictures | Gap | PageBreak | RedHead | Imprint


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    """Title for the file's properties."""
    layout: Layout
    blocks: tuple[Block, ...]
    footer: str
    """Stands at the foot of every page, left of the page number."""
    draft: bool = False
    """Marked 草稿 on every page."""
    draft_note: str = "尚有待定项，不作为评查结果"
    """Stands behind 草稿 at the head of every page of a draft."""

    @property
    def draft_line(self) -> str:
        """Return the line at the head of a draft's pages."""
        return f"草　稿（{self.draft_note}）"


def head_row(*texts: str) -> tuple[Cell, ...]:
    """Return a head row of a table."""
    return tuple(Cell(text, Align.CENTRE, Tone.HEAD) for text in texts)


def label(text: str) -> Cell:
    """Return the cell that names the field at its right."""
    return Cell(text, Align.CENTRE, Tone.HEAD)


def text_width(text: str) -> float:
    """Return the width of `text` in Chinese characters; a Western sign takes half of one."""
    return sum(1.0 if ord(sign) > 0x2E7F or sign in "〔〕“”—…" else 0.5 for sign in text)


def signed(body: str, written_on: str) -> tuple[Text, Text]:
    """Return signature and date: the date four characters from the right, the body over it."""
    spare = (text_width(body) - text_width(written_on)) / 2
    if spare > 4:
        # A long name reaches the right edge; the date moves under its middle.
        return (
            Text(body, Style.SIGNATURE, 0.0, keep=True),
            Text(written_on, Style.SIGNATURE, spare),
        )
    return (
        Text(body, Style.SIGNATURE, 4 - spare, keep=True),
        Text(written_on, Style.SIGNATURE, 4.0),
    )


_UNBROKEN = (
    "交通运输",
    "综合行政执法",
    "行政执法",
    "执法监督",
    "三项制度",
    "案卷",
    "评查",
    "自查",
    "评估",
    "复核",
    "申辩",
    "整改",
    "活动",
    "情况",
    "通知",
    "通报",
    "意见",
    "报告",
    "年度",
)
_TITLE_LINE = 19.0
"""Characters of 2 号 on a line of a letter, less a little."""


def balanced(title: str) -> str:
    """Return a title cut into two lines of like length where it is too long for one.

    No word is cut in two (GB/T 9704-2012, 7.3.1); where no cut does, the title stays whole.
    """
    if text_width(title) <= _TITLE_LINE:
        return title
    inside = set()
    for word in _UNBROKEN:
        at = title.find(word)
        while at >= 0:
            inside |= set(range(at + 1, at + len(word)))
            at = title.find(word, at + 1)
    cuts = [
        at
        for at in range(2, len(title) - 1)
        if at not in inside
        and not (title[at - 1].isascii() and title[at].isascii())
        and title[at] not in "的》”）、年"
        and title[at - 1] not in "《“（第"
    ]
    fitting = [at for at in cuts if max(map(text_width, (title[:at], title[at:]))) <= _TITLE_LINE]
    if not fitting:
        return title
    # The first line is the longer one where both cuts are as good.
    best = min(fitting, key=lambda at: abs(text_width(title[:at]) - text_width(title[at:]) - 1))
    return f"{title[:best]}\n{title[best:]}"


def stays(block: Block, after: Block | None) -> bool:
    """Return whether `block` shares its page with what follows; a heading does if that is kept."""
    if isinstance(block, Text) and block.style in {Style.HEADING, Style.SUBHEADING}:
        return block.keep or (isinstance(after, Text | Gap | Table) and after.keep)
    return isinstance(block, Text | Gap) and block.keep
