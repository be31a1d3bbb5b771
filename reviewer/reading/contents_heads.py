"""The heads of the columns of a table of contents (卷内目录), and what each column holds.

A number right of the title may be the page, the last page or the number of pages; only the head
above it tells.  Where the heads stand twice side by side, the table has two halves.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reviewer.model import Box
from reviewer.reading.columns import spread_words
from reviewer.reading.fragment import Fragment

SERIAL, TITLE, PAGE, FIRST, LAST = "serial", "title", "page", "first", "last"
COUNT, REMARK, OTHER = "count", "remark", "other"
_HEADS = re.compile(
    r"(?P<serial>顺?序号|(?<![\u4e00-\u9fa5])序(?![\u4e00-\u9fa5]))"
    r"|(?P<page>起止页[号次码]?|所在页[号次码]?|(?:案卷|卷内)?页[号次码](?:范围)?|起讫页[号次码]?)"
    r"|(?P<first>起(?:始)?页[号次码]?|首页[号码]?)"
    r"|(?P<last>[终止]{1,2}页[号次码]?|[末尾]页[号码]?)"
    r"|(?P<count>页数|份数|件数|张数|数量)"
    r"|(?P<remark>备[注考]|附注|说明)"
    r"|(?P<title>(?:文书|文件|材料|案卷|卷内)*(?:材料)?(?:题名|名称|标题|内容))"
    r"|(?P<other>(?:成文|制作|文书|文件|形成)?(?:日期|时间)|(?:文书|文件|发文)?(?:文号|字号|编号)|责任者|责任人|制作[人者]|制作单位|作者)"
)
_COVERED = 0.8
"""Share of a line of heads that its words make up."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of one table, or of one half of it, from the left."""

    columns: tuple[tuple[str, Box], ...]

    @property
    def roles(self) -> frozenset[str]:
        """Return what the columns hold."""
        return frozenset(role for role, _ in self.columns)

    def role_of(self, box: Box) -> str:
        """Return the role of the column whose head stands nearest to the middle of `box`."""
        middle = _middle(box)
        nearest = min(self.columns, key=lambda one: _away(middle, one[1]), default=(OTHER, box))
        return nearest[0]

    def is_behind_page(self, box: Box) -> bool:
        """Return whether `box` stands right of every head of a page, or of a title without one."""
        before = [one for role, one in self.columns if role in {TITLE, PAGE, FIRST, LAST}]
        return all(_middle(box) > one.x1 for one in before)

    @property
    def seam(self) -> float | None:
        """Return where the right half of a table of two halves begins; None where it has one."""
        titles = [at for at, (role, _) in enumerate(self.columns) if role == TITLE]
        if len(titles) < 2:
            return None
        first = self.columns[0][0]
        again = [at for at, (role, _) in enumerate(self.columns) if role == first and at]
        at = again[0] if again else titles[1]
        return (self.columns[at - 1][1].x1 + self.columns[at][1].x0) / 2

    def halves(self) -> tuple["Heads", ...]:
        """Return the heads of each half."""
        seam = self.seam
        if seam is None:
            return (self,)
        left = tuple(one for one in self.columns if _middle(one[1]) < seam)
        return Heads(left), Heads(self.columns[len(left) :])


def heads_of(row: Sequence[Fragment]) -> Heads | None:
    """Return the heads that a row of the page prints; None where it is no row of heads."""
    text = "".join(one.text for one in row)
    columns = [one for fragment in row for one in _columns(fragment)]
    covered = sum(len(match[0]) for match in _HEADS.finditer(text))
    roles = {role for role, _ in columns}
    if covered < _COVERED * len(text) or not roles & {TITLE, PAGE, FIRST, COUNT}:
        return None
    if any(char.isdigit() for char in text):
        return None
    return Heads(tuple(sorted(columns, key=lambda one: one[1].x0)))


def _columns(one: Fragment) -> Iterator[tuple[str, Box]]:
    words = [(box, len(word)) for word, box in spread_words(one)]
    places = [
        (box.x0 + (box.x1 - box.x0) * at / long, box.x0 + (box.x1 - box.x0) * (at + 1) / long)
        for box, long in words
        for at in range(long)
    ]
    for match in _HEADS.finditer(one.text):
        left, right = places[match.start()][0], places[match.end() - 1][1]
        yield match.lastgroup or OTHER, replace(one.box, x0=left, x1=right)


def split(found: Sequence[Fragment], seam: float) -> tuple[list[Fragment], list[Fragment]]:
    """Return the fragments left and right of `seam`; one that reaches over it is parted."""
    left: list[Fragment] = []
    right: list[Fragment] = []
    for one in found:
        for part in _parts(one, seam):
            (left if _middle(part.box) < seam else right).append(part)
    return left, right


def _parts(one: Fragment, seam: float) -> list[Fragment]:
    if not one.box.x0 < seam < one.box.x1:
        return [one]
    words = list(spread_words(one))
    for (_, before), (word, after) in pairwise(words):
        if _middle(before) < seam <= _middle(after):
            at = one.strip.spots.index(word.spots[0])
            cut = one.strip.spots[at].offset - one.strip.spots[0].offset
            lead = len(one.raw) - len(one.raw.lstrip())
            return [
                replace(
                    one,
                    strip=one.strip.cut(0, at),
                    box=replace(one.box, x1=before.x1),
                    raw=one.raw[: lead + cut],
                ),
                replace(
                    one,
                    strip=one.strip.cut(at),
                    box=replace(one.box, x0=after.x0),
                    raw=one.raw[lead + cut :],
                ),
            ]
    return [one]


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def _away(middle: float, box: Box) -> float:
    return max(box.x0 - middle, middle - box.x1, 0.0) + 0.001 * abs(middle - _middle(box))
