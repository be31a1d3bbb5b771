"""A table of contents (卷内目录) that is no table: titles in one line, or in running text.

“1、立案登记表（第1页）；2、现场笔录（第2-3页）” lists as much as rows do, and so does
“本卷有立案登记表、现场笔录”.
"""

import re
from collections import Counter
from collections.abc import Iterator

from reviewer.model import Box
from reviewer.reading.contents_rows import Row
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, joined, with_blanks
from reviewer.reading.titles import Titles

_TITLE = re.compile(
    r"《?(?P<title>[\u4e00-\u9fa5]{2,}(?:\([\u4e00-\u9fa5]{1,10}\)[\u4e00-\u9fa5]*)*)》?"
)
_PAGE = re.compile(
    r"[(,:.…·_\- ]{0,40}?(?:第|[Pp]\.?|页[号次码]:?)?"
    r"(?P<first>[0-9]{1,3})(?![0-9.、)]*[.、)](?=[\u4e00-\u9fa5《]))页?"
    r"(?:[-~至到]{1,2}(?:第|[Pp]\.?)?(?P<last>[0-9]{1,3})页?)?(?![0-9年月日份件])"
)
_SEVERAL = 3
"""A line that names so many documents is no row of a table."""
_A_LINE = 2
_SERIAL = re.compile(
    r"(?:目录|页[号次码]|^)[^\u4e00-\u9fa5]{0,4}1[^\u4e00-\u9fa5]{0,3}[\u4e00-\u9fa5]{2}"
)
_SOMEWHERE = Box(0, 0, 1, 1)
_LEAD = re.compile(
    r"(?:.*(?:目录|目次))?(?:[本全]?[案卷](?:宗|内|中)?(?:材料|文书|共|收|装|内|订)*(?:有|含|包括|为|录|如下|列))?"
)
"""What stands in front of the first title: 卷内目录, 本卷内有."""


def told_rows(sheet: Sheet, titles: Titles) -> list[Row]:
    """Return the entries of a table of contents that is written as text; empty if it is none."""
    flat = with_blanks(joined(one.strip for one in sheet.fragments))
    rows = list(_rows(flat, titles))
    lines = Counter(row.strips[0].spots[0][:2] for row in rows)
    if not rows or max(lines.values()) < _SEVERAL or len(rows) < _A_LINE * len(lines):
        return []
    if all(row.first for row in rows[:-1]) and rows[-1].first is None and _SERIAL.search(flat.text):
        for row in rows:  # 1 立案登记表 2 现场笔录: the numbers are serials, and none stands behind
            row.first = row.last = None
    return rows


def _rows(flat: Strip, titles: Titles) -> Iterator[Row]:
    for run in _TITLE.finditer(flat.text):
        for start, end in _named(run["title"], titles):
            at, to = run.start("title") + start, run.start("title") + end
            page = _PAGE.match(flat.text, run.end()) if to == run.end("title") else None
            first = int(page["first"]) if page else None
            last = int(page["last"]) if page and page["last"] else first
            yield Row([(flat.cut(at, to), _SOMEWHERE)], first, last)


def _named(run: str, titles: Titles) -> list[tuple[int, int]]:
    """Return where the titles of a run of words stand: the whole of it, or those it counts up."""
    lead = _LEAD.match(run)
    skipped = lead.end() if lead else 0
    rest = run[skipped:]
    spans = [(at, at + len(match.title)) for at, match in titles.mentioned(rest)]
    if len(spans) <= 1 and rest and titles.match(rest):
        spans = [(0, len(rest))]
    return [(skipped + start, skipped + end) for start, end in spans]
