"""That a whole case was handed to another authority (案件移送): it decides, not this one.

A case that others sent here, an answer to them and what is only proposed are none.
"""

import re
from collections.abc import Iterator

from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Found
from reviewer.reading.sheet import Sheet

RECEIVED = re.compile(
    r"[你贵](?:单位|部门|[总支大中]?队|局|厅|站|所|中心|方)?(?:依法|向[^,。;]{2,12}?|于[^,。;]{4,16}?日)*"
    r"(?:移送|移交|转来|转办)(?:来|我|的|至我|给我|到我)"
)
"""贵支队移送的……一案: an answer to who sent the case here."""
_CASE = r"(?:该|本|此|上述)?案件?|[^。;,]{2,30}?(?:一案|案件)(?:及[^。;,]{2,12}?)?"
_SENT = re.compile(
    rf"(?:现|决定|依法|拟?同意|批准|已)(?:依法)?(?:将|把)?(?:{_CASE})?(?:依法|全案|一并|全部)*(?:移送|移交)"
    r"(?:至|给|到|由)?(?:你|贵|[^。;,]{2,24}?(?:局|机关|院|支队|大队|委员会|部门|队|厅))|"
    r"(?:案件|本案|该案)(?:已经?|现已|业已|予以|依法|整体)+(?:移送|移交)(?!审批)"
)
_NOT_YET = re.compile(
    r"建议[^。;]{0,16}$|(?:拟|不|未|不予|未予|是否|请|提请|请示|可以|应当|如|若)[^。;,]{0,4}$"
)
_NO_CASE = re.compile("物品|财物|车辆|档案|案卷|线索|信息|证件")


def handed_over(sheet: Sheet) -> Iterator[Found]:
    """Find that the case, not only a thing or a hint, was sent to another authority."""
    if RECEIVED.search(sheet.text):
        return
    for match in _SENT.finditer(sheet.text):
        before = sheet.text[max(0, match.start() - 20) : match.start()]
        if not _NOT_YET.search(before) and not _NO_CASE.search(match[0]):
            yield Found(True, sheet.flat.cut(*match.span()), TOLD)
            return


HANDED_OVER = Take("case_transferred", handed_over)
TELLS = frozenset({"DT50", "DT52"})
