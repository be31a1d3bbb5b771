"""The address of the party where the decision presents the party in one run: name, number, address.

被处罚人：某公司，统一社会信用代码……，法定代表人某某，某市某区某路8号: no word leads the address.
Only what stands before the fact is looked at, for places of the offence read alike.
"""

import re

from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip

_PARTY = re.compile(
    r"当事人|(?:被处罚|受处罚|违法行为|行政相对|相对|被告知)人|单位名称|企业名称|姓名|"
    r"[,(](?:公民)?身份证?(?:件)?号?码?(?=[:为]?[1-9][0-9]{16})|[,(](?:统一)?社会信用代码|"
    r"[,(:;、](?=[1-9][0-9]{16}[0-9Xx](?![0-9]))|[,(:;、](?=[0-9A-Z]{18}(?![0-9A-Z]))"
)
_FACT = re.compile(
    r"经查|查明|违反|违法事实|主要事实|基本事实|发现|你(?:单位|公司|于|在|驾)|以下事实|[12][0-9]{3}[年.\-/][0-9]{1,2}|"
    r"[一二][〇○零O0][一二三四五六七八九〇○零]{2}年|证据"
)
_BIRTH = re.compile(
    r"[12][0-9]{3}[年.\-/][0-9]{1,2}[月.\-/][0-9]{1,2}日?(?:出?生|[,、]?(?:汉|男|女|住))"
)
_UNIT = r"(?:特别行政区|自治[区州县旗]|[省市区县旗州盟镇乡])"
_SPOT = (
    r"(?:[乡镇村路街巷道弄里园屯组社]|街道|大道|社区|小区|胡同|新村|开发区|工业[区园]|"
    r"[0-9一二三四五六七八九十]+[号幢栋楼室组])"
)
_PLACE = re.compile(
    rf"(?:^|(?<=[,;:.、)\s0-9A-Z]))(?P<place>[\u4e00-\u9fa5]{{2,8}}?{_UNIT}"
    rf"[\u4e00-\u9fa5A-Za-z0-9()\-#]{{0,24}}?{_SPOT}[\u4e00-\u9fa5A-Za-z0-9()\-#]{{0,20}})(?=[,;:。.、)]|$)"
)
_NO_PLACE = re.compile(r"(?:公司|厂|局|队|法院|政府|委员会|合作社|站|所|中心|店|行|部|学校)$")
_LONGEST = 260
"""The head of a decision holds no more characters behind the word for the party."""


def address_presented(sheet: Sheet) -> Strip | None:
    """Return the address told with the party's name, without a word before it; else None."""
    for led in _PARTY.finditer(sheet.text):
        end = _head_end(sheet.text, led.end())
        for piece in _pieces(sheet, led.end(), end):
            # 某县路顺汽车维修有限公司 begins as an address does.
            for match in _PLACE.finditer(piece.text):
                if not _NO_PLACE.search(match["place"]):
                    return piece.cut(*match.span("place"))
    return None


def _head_end(text: str, start: int) -> int:
    """Return where the fact begins behind `start`; the day of a birth begins none."""
    for match in _FACT.finditer(text, start, start + _LONGEST):
        if not _BIRTH.match(text, match.start()):
            return match.start()
    return min(len(text), start + _LONGEST)


def _pieces(sheet: Sheet, start: int, end: int) -> list[Strip]:
    """Return the text in one piece, and each fragment by itself: a cell ends without a comma."""
    whole = sheet.flat.cut(start, end)
    first, last = (sheet.fragment_of[whole.spots[at]] for at in (0, -1)) if whole.text else (0, -1)
    return [whole, *(sheet.fragments[at].strip for at in range(first + 1, last + 1))]
