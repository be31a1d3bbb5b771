"""Titles in the middle of a page of a PDF or a scan: where another document begins below one.

How the line stands decides as much as what it says: alone and centred, larger than the text or set
apart below a signed end, with the opening of a document under it.  A title that is only named, in
a sentence, a cell, a list of what is attached, opens nothing; nor does a head at the top of a page.
"""

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.reading.alike_titles import alike_rows, has_text, lists_titles, may_follow, pitch
from reviewer.reading.fragment import Fragment, rows_of, text_height
from reviewer.reading.heads import CONTINUED, Head, find_head, stands_alone
from reviewer.reading.strips import joined
from reviewer.reading.titles import BY_RULE, NEARLY, TitleMatch, Titles, is_unknown_title
from reviewer.reading.vague_titles import match_above
from reviewer.reckoning.docnumbers import find_numbers

HOLD_NAMES = frozenset({"DT01", "DT02", "DT53", "DT54", "DT55", "DT60", "DT61"})
"""Documents in which the names of others stand as headings, or copies of them are pasted."""
_COVER, _CONTENTS = "DT01", "DT02"
_NEVER_INSIDE = frozenset({_COVER, _CONTENTS})
_NOUN = re.compile(
    r"(?:[书表单函证]|记录|笔录|报告|清单|凭证|回[证执]|目录|票据|收据|纪要|公告|声明|复印件|照片|截图)(?:\([^()]{1,8}\))?$"
)
_ATTACHED = re.compile(r"^[(《]?附|^见|^[0-9一二三四五六七八九十]{1,2}[、.]")
_SIGNED = re.compile(r"签名|签字|签章|盖章|印章|年.{0,3}月.{0,3}日|无正文|以上笔录|备注|备考")
_OPEN_END = re.compile(r"[:、,(《]$|附件?$|如下$|名称(?:及文号)?$|送达了?$|(?<![。)])[和及与]$")
_OPENING = re.compile(
    r"(?:案号|案由|当事人|[^:]{0,6}时间|[^:]{0,6}地点|编号|文号|被.{1,4}人|受送达人|姓名|单位|处罚人|"
    r"送达(?:人|单位|文书|方式)|声明人|申请人|案件(?:名称|来源|编号)|(?:填制|开票|开具|缴款|交款)日期|执收单位|"
    r"[缴交]款[人方单])"
)
_AGENCY = re.compile(r"[\u4e00-\u9fa5()]{3,30}(?:局|厅|队|委员会|政府|中心|所|站|处|文书)")
_ORDINAL = re.compile(r"[1-9][0-9]?(?=$|[\u4e00-\u9fa5《、.])")
_FOOT, _HEAD_END = 0.9, 0.22
"""A head of a page without a title and without a sentence reaches at most down to the second."""
_CENTRED, _WIDEST = 0.06, 0.75
_AT_LEFT = 0.02
_TALL, _WIDE = 1.2, 1.3
_GAP = 0.8
"""A title that is no larger than the text stands so many line heights further below it."""
_ENDS_WITHIN, _OPENS_WITHIN = 4, 8
_LEAST_ROWS, _LEAST_TEXT = 2, 24
_NAMES_ABOVE = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a page."""

    found: list[Fragment]
    head: Head | None = None
    """The title it begins with; None for the first part, whose head is looked for as ever, and
    below a title that we do not know."""


def page_parts(found: list[Fragment], titles: Titles, before: str) -> list[Part]:
    """Return the page in parts, each but the first below a title; one part where there is none.

    `before` is the type of the document that runs when the page begins, or empty.
    """
    if not found or not all(one.drawn for one in found):
        return [Part(found)]
    rows = rows_of(found)
    looker = _Looker(rows, found, titles)
    cuts: list[tuple[int, Head | None]] = []
    begin = 0
    heads = {at: head for at in range(len(rows)) if (head := looker.head_at(at))}
    at_left = looker.heads_at_left(heads)
    heads |= at_left
    for at in range(len(rows)):
        if at not in heads and (listed := looker.list_at(at)):
            heads[at] = listed
    alike = alike_rows(rows, heads, {at: _first_row(rows, at) for at in heads})
    for at in range(1, len(rows)):
        head = heads.get(at)
        if (at in at_left and at not in alike) or (head is None and not looker.is_unknown(at)):
            continue
        first = _first_row(rows, at)
        above = rows[begin:first]
        if not above:
            continue
        match = _match_of(above, titles)
        code, title = (match.code, match.title) if match else ("" if cuts else before, "")
        said = _until_next(rows, at, heads)
        if (
            (head and at in alike and may_follow(code, title, head.match, said))
            or (head and code == _COVER and _is_contents(rows, at, head, above, titles))
            or (code not in HOLD_NAMES and looker.ends_and_opens(at, head, above, begin > 0, code))
        ):
            cuts.append((first, head))
            begin = first
    return _cut(rows, cuts)


def _is_contents(
    rows: list[list[Fragment]], at: int, head: Head, above: list[list[Fragment]], titles: Titles
) -> bool:
    """Return whether the list of the papers begins below a cover that is more than its name."""
    said = [row for row in above if not any(titles.match(one.text) for one in row)]
    below = rows[at + 1 :]
    listed = head.match.code == _CONTENTS and (lists_titles(below, titles) or _counts(below))
    return listed and has_text(said)


def _counts(below: Sequence[list[Fragment]]) -> bool:
    """Return whether rows are numbered 1, 2, 3: what they list may be named in short."""
    ordinals = [match[0] for row in below if (match := _ORDINAL.match(row[0].text))]
    return ordinals[:3] == ["1", "2", "3"]


def _cut(rows: list[list[Fragment]], cuts: list[tuple[int, Head | None]]) -> list[Part]:
    bounds = [0, *(row for row, _ in cuts), len(rows)]
    heads = [None, *(head for _, head in cuts)]
    return [
        Part([one for row in rows[low:high] for one in row], head)
        for (low, high), head in zip(pairwise(bounds), heads, strict=True)
    ]


def _first_row(rows: list[list[Fragment]], at: int) -> int:
    """Return the row with which a document begins: that of the agency's name above its title."""
    first = at
    while first > 0 and at - first < _NAMES_ABOVE and _is_name(rows[first - 1]):
        first -= 1
    return first


def _is_name(row: list[Fragment]) -> bool:
    one = row[0]
    centred = abs(one.box.x0 + one.box.x1 - 1) < 2 * _CENTRED
    return len(row) == 1 and centred and _AGENCY.fullmatch(one.text) is not None


def _until_next(
    rows: list[list[Fragment]], at: int, heads: Mapping[int, Head]
) -> list[list[Fragment]]:
    """Return the rows below that of the title `at`, down to the next title."""
    return rows[at + 1 : min((other for other in heads if other > at), default=len(rows))]


def _match_of(above: Sequence[list[Fragment]], titles: Titles) -> TitleMatch | None:
    """Return the title at the top of a part; None when there is none."""
    found = [one for row in above for one in row]
    head = find_head(found, titles, "".join(one.text for one in found))
    return head.match if head else None


class _Looker:
    """Looks at the rows of one page."""

    def __init__(
        self, rows: list[list[Fragment]], found: Sequence[Fragment], titles: Titles
    ) -> None:
        self._rows = rows
        self._titles = titles
        self._kinds = {kind.code: kind for kind in titles.kinds}
        self._height = text_height(found)
        self._pitch = statistics.median([pitch(one) for one in found])
        self._left = min(one.box.x0 for one in found)
        self._right = max(one.box.x1 for one in found)
        gaps = [_top(below) - _bottom(above) for above, below in pairwise(rows)]
        self._gap = statistics.median(gaps) if gaps else 0.0

    def head_at(self, at: int) -> Head | None:
        """Return the title that the row `at`, with the next if it is broken, is; else None."""
        row = self._rows[at]
        for one in row:
            if not stands_alone(row, one) or not self._is_set_as_title(one):
                continue
            parts = [one]
            match = self._match(one.text, at)
            if match is None and len(row) == 1 and at + 1 < len(self._rows):
                parts = [one, *self._rows[at + 1]]
                match = self._broken(parts)
            if match is not None:
                strip = joined(part.strip for part in parts)
                return Head(match, strip, at, 1.0, False, False)
        return None

    def list_at(self, at: int) -> Head | None:
        """Return the heading of the list of papers, which need not be set as a title."""
        row = self._rows[at]
        match = self._match(row[0].text) if len(row) == 1 else None
        if match is None or match.code != _CONTENTS or match.quality < BY_RULE:
            return None
        below = self._rows[at + 1 :]
        return Head(match, row[0].strip, at, 1.0, False, False) if _counts(below) else None

    def heads_at_left(self, known: Mapping[int, Head]) -> dict[int, Head]:
        """Return the large titles that begin at the left margin, where no title is centred."""
        heads: dict[int, Head] = {}
        for at, row in enumerate(self._rows):
            one = row[0]
            match = self._match(one.text, at) if self._is_at_left(one) and len(row) == 1 else None
            if match and match.quality >= BY_RULE:
                heads[at] = Head(match, one.strip, at, 1.0, False, False)
        return {} if any(at > 0 for at in known) else heads

    def _is_at_left(self, one: Fragment) -> bool:
        narrow = one.box.x1 - one.box.x0 < _WIDEST * (self._right - self._left)
        begins = one.box.x0 - self._left < _AT_LEFT and one.box.y0 < _FOOT
        return begins and narrow and self.is_large(one)

    def is_unknown(self, at: int) -> bool:
        """Return whether the row `at` is the large title of a document that we do not know."""
        one = self._rows[at][0]
        alone = len(self._rows[at]) == 1 and self._is_set_as_title(one) and self.is_large(one)
        named = _ATTACHED.search(one.text) or CONTINUED.search(one.text)
        return alone and not named and is_unknown_title(one.text)

    def _match(self, text: str, at: int | None = None) -> TitleMatch | None:
        """Return the title that `text` is; that of row `at` may need what stands below it."""
        if _ATTACHED.search(text) or CONTINUED.search(text):
            return None
        rows = [] if at is None else self._rows[at + 1 :]
        match = match_above(self._titles, text, [one.text for row in rows for one in row])
        return None if match is None or match.quality <= NEARLY else match

    def _broken(self, parts: list[Fragment]) -> TitleMatch | None:
        one, *rest = parts
        alike = len(rest) == 1 and self._is_set_as_title(rest[0]) and self.is_large(one)
        if not alike or self._match(rest[0].text):
            return None
        match = self._match(one.text + rest[0].text)
        return match if match and match.quality >= BY_RULE else None

    def _is_set_as_title(self, one: Fragment) -> bool:
        middle = (one.box.x0 + one.box.x1) / 2
        centres = (0.5, (self._left + self._right) / 2)
        centred = any(abs(middle - centre) < _CENTRED for centre in centres)
        narrow = one.box.x1 - one.box.x0 < _WIDEST * (self._right - self._left)
        return centred and (narrow or self.is_large(one)) and one.box.y0 < _FOOT

    def is_large(self, one: Fragment) -> bool:
        """Return whether the characters of a line are larger, or wider apart, than the text's."""
        return one.height > _TALL * self._height or pitch(one) > _WIDE * self._pitch

    def is_document(self, above: Sequence[list[Fragment]], cut: bool, at: int) -> bool:
        """Return whether what stands above a title is a document, not the head of the page."""
        text = "".join(one.text for row in above for one in row)
        if len(above) <= _LEAST_ROWS or len(text) < _LEAST_TEXT:
            return False
        if cut or "。" in text or _match_of(above, self._titles):
            return True
        low = self._rows[at][0].box.y0 > _HEAD_END
        return low and _SIGNED.search(text) is not None

    def ends_and_opens(
        self, at: int, head: Head | None, above: Sequence[list[Fragment]], cut: bool, code: str
    ) -> bool:
        """Return whether a document of type `code` ends `above` the title that opens another."""
        if head and (head.match.code in _NEVER_INSIDE or not _NOUN.search(head.match.title)):
            return False
        same = head is not None and code == head.match.code
        ended = at >= _LEAST_ROWS and self.is_document(above, cut, at)
        return ended and self.opens(at, head, above, same=same)

    def opens(
        self, at: int, head: Head | None, above: Sequence[list[Fragment]], *, same: bool
    ) -> bool:
        """Return whether the title of row `at` opens a document of its own.

        `same` says that the one above is of the type of `head`; None is an unknown title.
        """
        below = self._rows[at + 1 :]
        text = "".join(one.text for row in below for one in row)
        last = "".join(one.text for one in above[-1])
        if _OPEN_END.search(last):
            return False
        ends = any(_SIGNED.search(one.text) for row in above[-_ENDS_WITHIN:] for one in row)
        if len(below) < _LEAST_ROWS or len(text) < _LEAST_TEXT:
            sure = head is not None and head.match.quality >= BY_RULE and not same
            return sure and ends and self._has_large(at, head) and has_text(below)
        if head is None:
            return ends
        after = [one for row in below[:_OPENS_WITHIN] for one in row]
        begins = any(_OPENING.match(one.text) or find_numbers(one.text) for one in after)
        kind = self._kinds[head.match.code]
        confirmed = any(phrase.search(text) for phrase in kind.phrases)
        if self._has_large(at, head):
            told = begins or confirmed or (ends and head.match.quality >= BY_RULE)
            return told and (ends or not same)
        return begins and confirmed and ends and self._is_apart(at)

    def _has_large(self, at: int, head: Head | None) -> bool:
        row = self._rows[at]
        return any(self.is_large(one) for one in row if head and one.text in head.strip.text)

    def _is_apart(self, at: int) -> bool:
        gap = _top(self._rows[at]) - _bottom(self._rows[at - 1])
        return gap > self._gap + _GAP * self._height


def _top(row: Sequence[Fragment]) -> float:
    return min(one.box.y0 for one in row)


def _bottom(row: Sequence[Fragment]) -> float:
    return max(one.box.y1 for one in row)
