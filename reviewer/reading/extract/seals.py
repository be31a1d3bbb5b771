"""What the text of a document says of its seal: a place for it, or that it was left out.

A seal is a picture.  （印章） behind the name of the body is only the place of a seal; what says
that none was set (未盖章) is told for certain.
"""

import re
from collections.abc import Iterator

from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Found
from reviewer.reading.sheet import Sheet

NONE, PLACE = "未盖章", "印章处"
OUTWARD = frozenset({"DT15", "DT19", "DT26", "DT30", "DT34", "DT35", "DT36"})
"""Documents that are handed to the party under seal."""
_SEAL = r"(?:行政机关|本机关|单位|机关)?(?:公章|印章|章|印)"
_NONE = re.compile(
    rf"(?:未|漏|没有)(?:加)?盖{_SEAL}(?!的?[^。;]{{0,6}}无效)|(?:缺|无|未见){_SEAL}(?=[)。;,])|"
    r"(?:印章|公章|盖章)(?:处)?:?(?:空白|缺失|未盖|无)(?=[)。;,])"
)
_WARNS = re.compile(r"(?:涂改|复印|如|若|凡)[^。;]{0,12}$")
_PLACE = re.compile(r"[(](?:[^()]{0,12}(?:印章|公章|盖章|印鉴)|印|章)[)]")


def _seal(sheet: Sheet) -> Iterator[Found]:
    for match in _NONE.finditer(sheet.text):
        before = sheet.text[max(0, match.start() - 16) : match.start()]
        if not _WARNS.search(before):
            yield Found(NONE, sheet.flat.cut(*match.span()), TOLD)
            return
    for match in _PLACE.finditer(sheet.text):
        yield Found(PLACE, sheet.flat.cut(*match.span()), TOLD)
        return


SEAL = Take("seal_told", _seal)
