"""Cutting pages into documents: where one begins, which pages continue it, which belong to none.

The title opens a document.  A page without one continues the document before it unless it is
blank, a picture, begins another file, or bears a title that we do not know.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewer.model import Page, TextSource
from reviewer.reading.contents import lists_documents
from reviewer.reading.docx import docx_segments
from reviewer.reading.fragment import Fragment, rows_of, text_height
from reviewer.reading.heads import Head, find_head
from reviewer.reading.inner_titles import Part, page_parts
from reviewer.reading.kinds import Kind
from reviewer.reading.laid_pages import LaidPages
from reviewer.reading.listing import goes_on_listing, last_serial
from reviewer.reading.segment import Segment, is_series, path_hint
from reviewer.reading.strips import weakest
from reviewer.reading.titles import BY_RULE, Titles, by_text, is_unknown_title
from reviewer.reckoning.numerals import parse_numeral
from reviewer.reckoning.textnorm import squeezed

_LIST = "DT02"
_BLANK = 12
_PICTURE = 40
"""A page with fewer characters and no signature is a picture."""
_CONFETTI = 0.55
"""Text read with less confidence on a page of few words is the texture of a photo."""
_MARKED = 400
"""Marks decide only on pages with fewer characters: cards and receipts."""
_MARGIN, _RUNNING_PAGES = 0.07, 4
"""A line above this height on most pages, and on at least so many, is a running header."""
_PAGE_MARK = re.compile(
    r"第([0-9]{1,3}|[一二三四五六七八九十]{1,3})页[,;/、]?\(?共([0-9]{1,3}|[一二三四五六七八九十]{1,3})页"
)
_SIGNED = re.compile(r"签名|签字|签章|盖章|年.{0,3}月.{0,3}日|无正文|以上笔录|此页")
_OPENING = re.compile(
    r"(?:案号|案由|当事人|时间|地点|编号|文号|被.{1,3}人|受送达人|姓名|单位|处罚人|"
    r"(?:填制|开票|开具|缴款|交款)日期|执收单位|[缴交]款[人方单])"
)
_MOSTLY = 0.7


class Segmenter:
    """Walks through the pages of a case file once, in order."""

    def __init__(self, laid: LaidPages, titles: Titles, paths: Mapping[str, str]) -> None:
        """Take the pages, and the delivered path of each file by its SHA-256."""
        self._laid = laid
        self.segments: list[Segment] = []
        self.unclassified: list[int] = []
        self._titles = titles
        self._kinds: dict[str, Kind] = {kind.code: kind for kind in titles.kinds}
        self._paths = paths
        self._open: Segment | None = None
        self._file = ""
        self._file_pages: Mapping[str, int] = {}
        self._running: frozenset[str] = frozenset()
        self._serial = 0
        """The last serial number of the table of contents that is open."""
        self._lines: tuple[int, ...] = ()
        """The lines of the part that is taken; empty where it is the whole page."""

    def walk(self) -> None:
        """Cut the pages."""
        counts: dict[str, int] = {}
        for page in self._laid.pages:
            counts[page.ref.file] = counts.get(page.ref.file, 0) + 1
        self._file_pages = counts
        self._running = _running_heads(self._laid.pages)
        for index, page in enumerate(self._laid.pages):
            if page.source is TextSource.DOCX:
                self._docx(page, index)
            else:
                self._page(page, index)
            self._file = page.ref.file
        self._close()

    def _is_running(self, one: Fragment) -> bool:
        return one.drawn and one.box.y1 < _MARGIN and one.text in self._running

    def _docx(self, page: Page, index: int) -> None:
        self._close()
        path = self._paths.get(page.ref.file, "")
        found = docx_segments(self._laid, index, self._titles, path)
        self.segments += found
        if not found:
            self.unclassified.append(index)

    def _page(self, page: Page, index: int) -> None:
        found = [one for one in self._laid.fragments(index) if not self._is_running(one)]
        if page.source is TextSource.HEAD or self._lists_on(found):
            parts = [Part(found)]
        else:
            parts = page_parts(found, self._titles, self._open.code if self._open else "")
        self._lines = _lines_of(parts[0]) if len(parts) > 1 else ()
        self._part(page, index, parts[0].found)
        for part in parts[1:]:
            above = []
            if part.head and self.unclassified[-1:] == [index]:
                # What stands above is the end of nothing that was opened.
                above = [parts[0]]
                self.unclassified.pop()
            self._lines = _lines_of(*above, part)
            if part.head:
                self._begin(part.head, index, "".join(one.text for one in part.found))
                self._serial = last_serial(part.found) if part.head.match.code == _LIST else 0
            else:
                self._close()

    def _part(self, page: Page, index: int, found: list[Fragment]) -> None:
        """Take a page, or what stands on it above the title of another document."""
        text = "".join(one.text for one in found)
        new_file = page.ref.file != self._file
        if self._lists_on(found):
            self._add(index)
            self._serial = last_serial(found, self._serial)
            return
        head = find_head(found, self._titles, text)
        if head and not self._repeats(head, found, text, new_file, page):
            self._begin(head, index, text)
            self._serial = last_serial(found) if head.match.code == _LIST else 0
        elif page.source is TextSource.HEAD:
            self._only_head(index, new_file and not self._is_series(page))
        elif head is None and self._opens_untitled(page, index, text, new_file):
            return
        elif head is None and _is_picture(page, text):
            self.unclassified.append(index)
        elif self._continues(page, found, text, new_file, head):
            self._add(index)
        else:
            self._close()
            self.unclassified.append(index)

    def _lists_on(self, found: list[Fragment]) -> bool:
        """Return whether the page goes on with the table of contents that is open."""
        if self._open is None or self._open.code != _LIST:
            return False
        return goes_on_listing(found, self._titles, self._serial)

    def _only_head(self, index: int, other: bool) -> None:
        """Take a page of which nothing but the place of a title was read, and none stands there.

        Whether it is a picture or a card is told when it is whole; `other` says that it begins
        another file.
        """
        if self._open is None or other or self._kinds[self._open.code].single:
            self._close()
            self.unclassified.append(index)
        else:
            self._add(index)

    def _opens_untitled(self, page: Page, index: int, text: str, new_file: bool) -> bool:
        if self._goes_on(page, text) or len(text) < _BLANK:
            return False
        return self._marked(text, index) or (
            new_file and not _is_picture(page, text) and self._hinted(page, index)
        )

    def _repeats(
        self, head: Head, found: list[Fragment], text: str, new_file: bool, page: Page
    ) -> bool:
        """Return whether the title is that of the running document, printed once more."""
        if self._open is None or self._open.code != by_text(head.match, text):
            lists = self._open is not None and self._open.code == _LIST
            return lists and _is_listed(head, found, self._titles)
        if head.continued or self._goes_on(page, text):
            return True
        if new_file:
            return False
        after = [one.text for one in found if one.row > head.row][:6]
        opens = any(_OPENING.match(one) for one in after)
        return head.small and not opens

    def _begin(self, head: Head, index: int, text: str) -> None:
        self._close()
        code = self._titles.settled(head.match, text)
        kind = self._kinds[code]
        sure = head.match.quality * min(1.0, weakest(head.strip, self._laid.pages) + 0.1)
        if not any(phrase.search(text) for phrase in kind.phrases):
            sure *= 0.9
        own = code in ("DT59", head.match.code, *head.match.rivals)
        title = head.match.title if own else kind.type.name
        self._open = self._opened(code, title, round(sure * 0.99, 4), index)

    def _marked(self, text: str, index: int) -> bool:
        """Begin the document that a card or receipt without a title is, if it is one."""
        if len(text) > _MARKED:
            return False
        for kind in self._kinds.values():
            if kind.marks and all(mark.search(text) for mark in kind.marks):
                self._close()
                self._open = self._opened(kind.code, kind.type.name, 0.75, index)
                return True
        return False

    def _hinted(self, page: Page, index: int) -> bool:
        """Begin the document that the name of the file says, when the page says nothing."""
        match = path_hint(self._paths.get(page.ref.file, ""), self._titles)
        if match is None:
            return False
        if self._open and self._open.code == match.code and self._is_series(page):
            return False
        self._close()
        self._open = self._opened(match.code, self._kinds[match.code].type.name, 0.6, index)
        return True

    def _goes_on(self, page: Page, text: str) -> bool:
        """Return whether the page says that it is a later page of its document."""
        count = self._file_pages.get(page.ref.file, 0)
        return self._open is not None and _counts_itself_later(text, count)

    def _continues(
        self, page: Page, found: list[Fragment], text: str, new_file: bool, head: Head | None
    ) -> bool:
        if self._open is None:
            return False
        if head is not None or self._goes_on(page, text):
            return True
        if _has_unknown_title(found) or self._kinds[self._open.code].single:
            return False
        return not new_file or self._is_series(page)

    def _is_series(self, page: Page) -> bool:
        """Return whether the page's file follows the last one as the next shot of a series."""
        before, now = (self._paths.get(file, "") for file in (self._file, page.ref.file))
        return is_series(before, now)

    def _opened(self, code: str, title: str, sure: float, index: int) -> Segment:
        return Segment(code, title, sure, (index,), parts=self._shared(index))

    def _shared(self, index: int) -> tuple[tuple[int, tuple[int, ...]], ...]:
        return ((index, self._lines),) if self._lines else ()

    def _add(self, index: int) -> None:
        if self._open:
            pages, parts = (*self._open.pages, index), (*self._open.parts, *self._shared(index))
            self._open = replace(self._open, pages=pages, parts=parts)

    def _close(self) -> None:
        if self._open:
            self.segments.append(self._open)
        self._open = None


def _lines_of(*parts: Part) -> tuple[int, ...]:
    """Return the lines of the page that stand in the parts, in order."""
    return tuple(sorted({s.line for p in parts for one in p.found for s in one.strip.spots}))


def _is_listed(head: Head, found: list[Fragment], titles: Titles) -> bool:
    """Return whether the title is a row of the table of contents that goes on here."""
    if lists_documents(found):
        return True
    if head.score >= BY_RULE:
        return False
    rows = ["".join(one.text for one in row) for row in rows_of(found)]
    return len(rows[head.row]) > len(head.strip) or any(
        titles.match(row) for at, row in enumerate(rows) if at != head.row
    )


def _is_picture(page: Page, text: str) -> bool:
    # A printed page that holds nothing but the day is the end of its document.
    dated = page.source is TextSource.TEXT_LAYER and _SIGNED.search(text)
    if (len(text) < _BLANK and not dated) or page.source is TextSource.NONE:
        return True
    few = len(text) < _PICTURE and not _SIGNED.search(text)
    return few or (len(text) < 4 * _PICTURE and page.confidence < _CONFETTI)


def _counts_itself_later(text: str, count: int) -> bool:
    """Return whether a page of a file of `count` prints a number that is not the first."""
    mark = _PAGE_MARK.search(text)
    if not mark:
        return False
    number, total = parse_numeral(mark[1]), parse_numeral(mark[2])
    # A scan of a whole case file may be numbered through; that says nothing.
    # Cover and contents may not count.
    numbered_through = (total or 0) > 8 and _MOSTLY * count <= (total or 0) <= count
    return not numbered_through and bool(number and number > 1)


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    """Return what stands in the upper margin of most pages: the name of the file, of a system."""
    count: dict[str, int] = {}
    for page in pages:
        heads = {squeezed(one.text) for one in page.lines if one.box and one.box.y1 < _MARGIN}
        for text in heads:
            count[text] = count.get(text, 0) + 1
    least = max(_RUNNING_PAGES, len(pages) // 2)
    return frozenset(text for text, number in count.items() if number >= least)


def _has_unknown_title(found: list[Fragment]) -> bool:
    height = text_height(found)
    for row in rows_of(found)[:3]:
        one = row[0]
        if len(row) != 1 or not is_unknown_title(one.text):
            continue
        tall = one.box.y1 - one.box.y0 > 1.15 * height
        centred = abs(one.box.x0 + one.box.x1 - 1) < 0.16
        if not one.drawn or (centred and one.box.x0 > 0.2) or tall:
            return True
    return False
