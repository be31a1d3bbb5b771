"""That a case was withdrawn (撤销案件、撤销立案): no decision follows, nor what leads to one.

A proposal to withdraw is none, and what police or a court withdraws is another case.
"""

import re
from collections.abc import Iterator

from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Found
from reviewer.reading.sheet import Sheet

_ENDED = (
    r"(?:撤销(?:本|该|此|原)?(?:行政处罚|行政)?(?:案件|立案(?:登记|决定)?|案(?![件由号卷]))|撤案|"
    r"(?:案件|立案|本案|该案)(?:予以|依法)?撤销|终止(?:对?(?:本|该)?案件?的?)?调查)"
)
_APPROVED = re.compile(
    rf"(?:同意|批准|准予|准许|决定|予以|依法|已经?|业经)(?:予以|依法|对?(?:本案|该案)|对[^。;,]{{2,24}})?{_ENDED}"
)
_NAMED = re.compile(
    rf"(?:^|(?<=[。;\n《、0-9号局队厅委书称:]))(?:案件)?{_ENDED}(?:的)?"
    r"(?:(?:审批|呈批|报批|审查|登记)(?:表|书|单)|(?:决定|报告|告知|通知)(?:书|单))|"
    r"(?:^|(?<=[^申建提]))撤案(?:日期|时间)?:?(?=[12][0-9]{3}[年.\-/])"
)
"""The papers of a withdrawal, and its day on the cover."""
_NOT_YET = re.compile(
    r"建议[^。;]{0,12}$|(?:拟|不|未|不予|未予|是否|请|申请|提请|请示|可以|应当|如|若)[^。;,]{0,4}$|"
    r"(?:公安|检察|法院|司法)[^。;]{0,12}$"
)


def withdrawn(sheet: Sheet) -> Iterator[Found]:
    """Find that the case was withdrawn: approved, decided, or named so by its papers."""
    for pattern in (_APPROVED, _NAMED):
        for match in pattern.finditer(sheet.text):
            if not _NOT_YET.search(sheet.text[max(0, match.start() - 16) : match.start()]):
                yield Found(True, sheet.flat.cut(*match.span()), TOLD)
                return


WITHDRAWN_CASE = Take("case_withdrawn", withdrawn)
TELLS = frozenset({"DT01", "DT02", "DT05", "DT23", "DT25", "DT37", "DT52", "DT59"})
"""Types that tell of it; a decision, which ends the case, does not."""
