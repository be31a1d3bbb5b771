"""Finding the title on a page: how it stands there decides as much as what it says.

A title stands alone in its row, near the top, centred and larger than the text.  In a table of
contents or in a receipt titles stand in cells beside other cells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.reading.fragment import Fragment, rows_of, text_height
from reviewer.reading.strips import Strip, joined
from reviewer.reading.titles import NEARLY, TitleMatch, Titles
from reviewer.reading.vague_titles import match_above
from reviewer.reckoning.docnumbers import find_numbers

_LINES = 25
_ENOUGH = 0.75
_LIST_OF = 4
"""A page with titles of this many types in its rows is a list of documents."""
_BESIDE = re.compile(
    r"(?:案号|编号|文号|NO|第.{1,4}页|共.{1,4}页|.{0,6}\(?印章\)?|[0-9\-/\\._]{1,12}|页)[:.]?.*"
)
CONTINUED = re.compile(
    r"续页?\)?$|附页|第(?:[2-9]|[1-9]\d|[二三四五六七八九十]{1,2})页|之[二三四五]$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A title and how surely it opens a document."""

    match: TitleMatch
    strip: Strip
    """The line or lines that the title stands in."""
    row: int
    """Number of its row among the rows of the page."""
    score: float
    continued: bool
    """Whether it says that it continues: 续页, 第2页."""
    small: bool
    """Whether it looks like a running header: at the edge and no larger than the text."""


def find_head(found: Sequence[Fragment], titles: Titles, text: str) -> Head | None:
    """Return the title of a page with the fragments `found` and the squeezed `text`."""
    rows = _top_rows(found)
    height = text_height(found)
    heads = [head for at in range(len(rows)) for head in _heads(rows, at, titles, height)]
    heads = [
        head for head in heads if head.match.quality > NEARLY or _confirmed(head, titles, text)
    ]
    if not heads:
        return None
    best = max(heads, key=lambda head: (head.score, -head.row))
    listed = len({head.match.code for head in heads if head.row != best.row}) >= _LIST_OF
    if listed and best.match.code != "DT02":
        return None
    return best if best.score >= _ENOUGH else None


def _top_rows(found: Sequence[Fragment]) -> list[list[Fragment]]:
    rows, count = [], 0
    for row in rows_of(found):
        if count >= _LINES:
            break
        rows.append(row)
        count += len(row)
    return rows


def _confirmed(head: Head, titles: Titles, text: str) -> bool:
    kind = next(kind for kind in titles.kinds if kind.code == head.match.code)
    return any(phrase.search(text) for phrase in kind.phrases)


def _heads(rows: list[list[Fragment]], at: int, titles: Titles, height: float) -> list[Head]:
    row = rows[at]
    candidates: list[tuple[list[Fragment], bool]] = [(row, True)]
    if len(row) > 1:
        candidates += [([one], stands_alone(row, one)) for one in row]
    elif at + 1 < len(rows) and len(rows[at + 1]) == 1:
        candidates.append(([row[0], rows[at + 1][0]], True))
    below = [one.text for other in rows[at + 1 :] for one in other]
    heads = []
    for parts, alone in candidates:
        strip = joined(part.strip for part in parts)
        match = match_above(titles, strip.text, below)
        if match:
            score = _score(match, parts, at, alone, height)
            small = parts[0].drawn and parts[0].box.y1 < 0.09 and not _is_tall(parts[0], height)
            continued = CONTINUED.search(strip.text) is not None
            heads.append(Head(match, strip, at, score, continued, small))
    return heads


def stands_alone(row: list[Fragment], one: Fragment) -> bool:
    """Return whether what stands beside `one` may stand beside a title."""
    return all(
        other is one or _BESIDE.fullmatch(other.text) or find_numbers(other.text) for other in row
    )


def _score(match: TitleMatch, parts: list[Fragment], row: int, alone: bool, height: float) -> float:
    first = parts[0]
    left, right = min(p.box.x0 for p in parts), max(p.box.x1 for p in parts)
    score = match.quality - 0.012 * row
    if not alone:
        score -= 0.5
    elif len(parts) > 1 and first.row == parts[1].row and first.cell:
        score -= 0.3
    if first.cell and (first.cell[0] > 0 or first.cell[1] > 1):
        score -= 0.3
    if first.drawn:
        centred = abs((left + right) / 2 - 0.5) < 0.09
        score += (0.06 if centred else -0.1) + (0.1 if _is_tall(first, height) else 0.0)
    return score


def _is_tall(one: Fragment, height: float) -> bool:
    return height > 0 and one.box.y1 - one.box.y0 > 1.2 * height
