"""Papers that stand at the end of another document's page, in a line or two below their name.

送达回证：行政处罚决定书 …号 直接送达 …签收 2024年6月21日: small units save a sheet so.  A line
that begins with the name of a paper and goes on as only that paper does is a document of its own;
what follows belongs to it until the next name.  Such a name proves nothing alone (`short_papers`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.model import TextSource
from reviewer.reading.fragment import Fragment, rows_of
from reviewer.reading.laid_pages import LaidPages
from reviewer.reading.segment import Segment
from reviewer.reading.short_papers import SHAPES, is_paper, may_follow
from reviewer.reading.strips import Strip, joined, with_blanks
from reviewer.reading.titles import BY_RULE, LONGEST, Titles

_SURE = 0.9
_FORM_ROWS = 14
"""A form without its title ends within so many rows."""
_SERVED_LABEL = re.compile(r"(?:送达)?文书(?:名称)?(?:[及、和]?文?号)?:?")
_RECEIVER, _SERVER = re.compile("受送达"), re.compile("送达人|签收|送达方式")
_PARTS = re.compile(r"[:(\[【《0-9]|NO|№")
_NUMBERED = re.compile("[0-9〔\\[]")
_OPENS = "([【〔《"
_SEPARATE = "])】〕》:"
_RECEIPT = "DT37"
_SHORTS = tuple((code, re.compile(rf"(?:{shape.short})")) for code, shape in SHAPES.items())
_IN_CELLS = frozenset({"DT37", "DT41"})
_PASTED = frozenset({"DT55", "DT60", ""})
"""Photos and copies on one sheet may be counted up: 一、现场照片 二、身份证复印件."""
_ORDINAL = re.compile(r"\(?[一二三四五六七八九十]{1,2}[)、.]")
_WORD = re.compile(
    r"回[证执]|复[查检]|验收|核查|[票收]据|缴款|凭证|发票|回单|结案|照片|执照|证照|证件|[份驶输格]证|公示|信用|备考|"
    r"卷内|[音录]像|视频|记录仪|抄告|声明|放弃|立案|登记保存|调查|检定|校准"
)
"""Every name of a paper holds one of these words; most rows hold none."""
_NAME_WITHIN = 30
"""A name ends within so many characters, the agency's before it included."""
_SENTENCE = re.compile("[,，。;；:：]|[我你]们?|向|有")
"""No name goes on behind these."""
_FORM_WORD = "文书"
_HEADING_ROWS = 3
"""Names of the file and the agency stand in so many rows above the first paper of a page."""


@dataclass(frozen=True, slots=True)
class PaperName:
    """The name of a paper at the beginning of a row."""

    code: str
    title: str
    end: int
    """Where in the row its content begins."""


@dataclass(frozen=True, slots=True)
class _Row:
    page: int
    found: tuple[Fragment, ...]
    strip: Strip


@dataclass(frozen=True, slots=True)
class _Piece:
    """Rows `first` to `last` that are one document; without a name they are the home's own."""

    name: PaperName | None
    first: int
    last: int


def with_run_in(
    segments: Sequence[Segment], unclassified: Sequence[int], laid: LaidPages, titles: Titles
) -> tuple[list[Segment], list[int]]:
    """Return the segments with the papers in their runs apart, and the pages still unclassified."""
    found: list[Segment] = []
    for one in segments:
        found += _parted(one, laid, titles)
    left: list[int] = []
    for index in unclassified:
        papers = _of_loose(index, laid, titles)
        found += papers
        left += [] if papers else [index]
    first = {id(one): (one.pages[0], *(one.blocks or (0, 0)), at) for at, one in enumerate(found)}
    return sorted(found, key=lambda one: first[id(one)]), left


def _of_loose(index: int, laid: LaidPages, titles: Titles) -> list[Segment]:
    """Return the papers of a page that belongs to no document."""
    page = laid.pages[index]
    if page.source is TextSource.HEAD:
        return []
    blocks = [line.block for line in page.lines if line.block is not None]
    home = Segment("", "", 0.0, (index,), (0, max(blocks)) if blocks else None)
    return [one for one in _parted(home, laid, titles) if one.code]


def _parted(home: Segment, laid: LaidPages, titles: Titles) -> list[Segment]:
    if not any(_may_name(line.text) for index in home.pages for line in laid.pages[index].lines):
        return [home]
    rows = [row for index in home.pages for row in _rows(home, index, laid)]
    pieces = list(_pieces(home, rows, titles))
    if not any(piece.name for piece in pieces):
        return [home]
    return [_segment(home, rows, piece, titles) for piece in pieces]


def _may_name(text: str) -> bool:
    """Return whether a line may begin with the name of a paper; most pages have none."""
    bare = _SENTENCE.split("".join(text[: 2 * _NAME_WITHIN].split()), maxsplit=1)[0]
    return bool(_WORD.search(bare, 0, _NAME_WITHIN)) or bare[:4].find(_FORM_WORD) >= 0


def _rows(home: Segment, index: int, laid: LaidPages) -> Iterator[_Row]:
    page = laid.pages[index]
    lines = home.lines_on(index)
    chosen = list(range(len(page.lines)) if lines is None else lines)
    if home.blocks is not None:
        first, last = home.blocks
        inside = (page.lines[at].block for at in chosen)
        chosen = [
            at
            for at, block in zip(chosen, inside, strict=True)
            if block is not None and first <= block <= last
        ]
    for row in rows_of(laid.fragments(index, chosen)):
        yield _Row(index, tuple(row), joined(one.strip for one in row))


def _pieces(home: Segment, rows: Sequence[_Row], titles: Titles) -> Iterator[_Piece]:
    """Return the pieces of a document in order; nothing is lost between them."""
    own = _own_title(home, rows, titles)
    starts = list(_starts(home, rows, titles, own))
    if not starts:
        return
    first = starts[0][0]
    if own is None or own < first:
        if home.code or first > _HEADING_ROWS:
            starts.insert(0, (0, None))
        else:
            starts[0] = (0, starts[0][1])
    else:
        starts[0] = (0, starts[0][1])
        starts = sorted([*starts, (own, None)], key=lambda one: one[0])
    ends = [at for at, _ in starts[1:]] + [len(rows)]
    for (at, name), end in zip(starts, ends, strict=True):
        yield _Piece(name, at, end - 1)


def _own_title(home: Segment, rows: Sequence[_Row], titles: Titles) -> int | None:
    """Return the row of the document's own title, where papers may stand above it."""
    for at, row in enumerate(rows):
        match = titles.match(row.strip.text) if len(row.strip) <= LONGEST else None
        if match and match.code == home.code:
            return at
    return None


def _starts(
    home: Segment, rows: Sequence[_Row], titles: Titles, own: int | None
) -> Iterator[tuple[int, PaperName | None]]:
    names = {at: name for at, row in enumerate(rows) if (name := _name(home, rows, at, titles))}
    begin, code = 0, "" if own else home.code
    for at, name in sorted(names.items()):
        if own is not None and at >= own > begin:
            begin, code = own, home.code
        if at == own:
            continue
        ends = [n for n, other in names.items() if n > at and other.code != name.code]
        end = min((n for n in [*ends, own or 0] if n > at), default=len(rows))
        said = _said(rows, at, end, name.end)
        above = "" if begin == 0 and not code and at < _HEADING_ROWS else _text(rows, begin, at)
        if is_paper(name.code, said) and may_follow(name.code, code, above):
            yield at, name
            begin, code = at, name.code


def _said(rows: Sequence[_Row], at: int, end: int, start: int) -> str:
    """Return what stands below a name; blanks part numbers that stand side by side."""
    strips = [rows[at].strip.cut(start), *(row.strip for row in rows[at + 1 : end])]
    return "".join(with_blanks(strip).text for strip in strips)


def _text(rows: Sequence[_Row], begin: int, end: int) -> str:
    return "".join(row.strip.text for row in rows[begin:end])


def _name(home: Segment, rows: Sequence[_Row], at: int, titles: Titles) -> PaperName | None:
    strip = rows[at].strip
    ordinal = _ORDINAL.match(strip.text) if home.code in _PASTED else None
    name = name_in(strip, titles)
    if not name and ordinal and (name := name_in(strip.cut(ordinal.end()), titles)):
        pasted = name.code in _PASTED
        name = replace(name, end=name.end + ordinal.end()) if pasted else None
    first = rows[at].found[0]
    if name and (first.cell is not None or len(rows[at].found) > 1):
        # A form names other papers in its labels; a slip begins with its own name.
        begins = first.cell in (None, (0, 0)) and name.end >= len(first.text)
        name = name if begins and name.code in _IN_CELLS else None
    return name or _untitled_receipt(home, rows, at, titles)


def name_in(strip: Strip, titles: Titles) -> PaperName | None:
    """Return the longest name of a paper with which the row `strip` begins."""
    text = strip.text
    word = _WORD.search(text, 0, _NAME_WITHIN)
    if word is None:
        return None
    start = 1 if text[:1] in _OPENS else 0
    best: PaperName | None = None
    for end in _ends(strip, start):
        part = text[start:end].rstrip(_SEPARATE + "()")
        if end <= word.start() or (best and len(part) <= best.end - start):
            continue
        if code := _code(part, titles):
            best = PaperName(code, part + ")" * (part.count("(") - part.count(")")), end)
    return best


def _ends(strip: Strip, start: int) -> Iterator[int]:
    """Return where a name may end: before a blank, a colon, a bracket, a number, or the row."""
    for at in range(start + 1, min(len(strip), LONGEST)):
        before, here = strip.spots[at - 1], strip.spots[at]
        apart = before[:2] != here[:2] or here.offset != before.offset + 1
        if apart or strip.text[at] in _SEPARATE + ",、" or _PARTS.match(strip.text, at):
            yield at
    if len(strip) <= LONGEST:
        yield len(strip)


def _code(part: str, titles: Titles) -> str:
    match = None if _NUMBERED.search(part) else titles.match(part)
    if match and match.quality >= BY_RULE:
        titled = match.code in SHAPES and SHAPES[match.code].titled
        return match.code if titled else _short(part)
    return _short(part)


def _short(part: str) -> str:
    return next((code for code, short in _SHORTS if short.fullmatch(part)), "")


def _untitled_receipt(
    home: Segment, rows: Sequence[_Row], at: int, titles: Titles
) -> PaperName | None:
    """Return the receipt that a form is which begins with what was served, without its title."""
    row = rows[at]
    label = _SERVED_LABEL.match(row.strip.text)
    first = row.found[0]
    if home.code == _RECEIPT or not label or (first.cell and first.cell[1] > 0):
        return None
    below = _text(rows, at, at + _FORM_ROWS)
    served = titles.mentioned(_text(rows, at, at + 2), served=True)
    whole = served and _RECEIVER.search(below) and _SERVER.search(below)
    return PaperName(_RECEIPT, "", 0) if whole else None


def _segment(home: Segment, rows: Sequence[_Row], piece: _Piece, titles: Titles) -> Segment:
    own = rows[piece.first : piece.last + 1]
    indices = tuple(dict.fromkeys(row.page for row in own))
    name = piece.name
    names: Mapping[str, str] = {kind.code: kind.type.name for kind in titles.kinds}
    base = home if name is None else Segment(name.code, name.title or names[name.code], _SURE, ())
    if home.blocks is not None:
        blocks = [one.block for row in own for one in row.found if one.block is not None]
        ends_home = piece.last == len(rows) - 1
        first = home.blocks[0] if piece.first == 0 else min(blocks)
        return replace(
            base, pages=indices, blocks=(first, home.blocks[1] if ends_home else max(blocks))
        )
    parts = tuple(
        (index, _lines(row for row in own if row.page == index))
        for index in indices
        if _is_shared(home, index, own, rows)
    )
    return replace(base, pages=indices, parts=parts)


def _is_shared(home: Segment, index: int, own: Sequence[_Row], rows: Sequence[_Row]) -> bool:
    alone = all(row in own for row in rows if row.page == index)
    return home.lines_on(index) is not None or not alone


def _lines(rows: Iterator[_Row]) -> tuple[int, ...]:
    return tuple(sorted({spot.line for row in rows for spot in row.strip.spots}))
