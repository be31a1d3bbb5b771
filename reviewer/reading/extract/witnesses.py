"""Who witnessed, whether the party was there, and what recorded a service."""

import re
from collections.abc import Iterator

from reviewer.reading.extract.boxes import is_unchecked, told_unless_unchecked
from reviewer.reading.extract.near import near
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import LABELLED, TOLD, Found, first_of
from reviewer.reading.labels import is_label
from reviewer.reading.names import name_words
from reviewer.reading.sheet import Sheet

_ASKED = re.compile(r"(?<![未不])邀请?(?!书)[^。;□☑]{2,40}?(?:到场|在场|现场|作为|担任|予以)?见证")
_NAMED = re.compile(
    r"见证人员?(?:\(?签[名字章]\)?)?:(?P<name>(?!没有|未|拒)[\u4e00-\u9fa5·]{2,6}?)(?=[(,。;、]|$)"
)
"""Whoever stands behind the colon is the witness, whatever the name looks like."""
_GONE = "(?:到场|在场|到现场)"
_SOMEBODY = r"(?:当事人|车主|驾驶[人员]|驾车人|负责人|经营者|所有人|受送达人|被检查人)"
_ABSENT = (
    rf"{_SOMEBODY}[^。;,□☐☑√■]{{0,14}}?(?:未|不|没有|无法|未能|拒不|拒绝|不能){_GONE}(?!的|时|,?应|,?由)",
    rf"{_SOMEBODY}[^。;□☐☑√■]{{0,10}}?(?:弃车|已?逃离|离开现场|去向不明|下落不明)",
    rf"(?:经|电话|多次)通知[^。;]{{0,24}}?(?:未|不|拒不|拒绝|没有){_GONE}(?!的)",
)
_RECORDED = (r"拍照|照相|录像|摄像|录音|拍摄|执法记录仪|影像|(?:现场|送达)照片|视频",)

ABSENT = Take("party_absent", told_unless_unchecked(*_ABSENT, unless=r"(?:如|若|遇|凡|对)$"))
RECORDED = Take("service_recorded", told_unless_unchecked(*_RECORDED))
REFUSED = Take(
    "signing_refused",
    told_unless_unchecked(
        r"拒绝?(?:签名|签字|签收|签章)|拒签|拒收|拒绝接收|拒不签", unless=r"(?:如|若|凡)$"
    ),
)


def _witness(sheet: Sheet) -> Iterator[Found]:
    """Find a witness by the label, or told to have been asked."""
    for hit in sheet.labels("witness"):
        for name in name_words(sheet.value(hit))[:2]:
            yield Found(name.text, name, LABELLED)
    for match in _NAMED.finditer(sheet.text):
        if not is_label(match["name"]):
            strip = sheet.flat.cut(*match.span("name"))
            yield Found(strip.text, strip, TOLD)
    for match in _ASKED.finditer(sheet.text):
        if not is_unchecked(sheet.text, match.start()):
            strip = sheet.flat.cut(*match.span())
            yield Found(strip.text, strip, TOLD)


WITNESS = Take("witness", _witness, many=True)
_OF_SERVICE = told_unless_unchecked(
    r"送达[^。;]{0,24}?(?:照片|录像|影像|视频|过程|现场)", r"留置[^。;]{0,8}?送达"
)
_POST = r"(?:交邮|交寄|投邮|付邮|寄出|寄发|收寄|投递|邮寄|邮戳)"
POSTED = Take(
    "posted_on",
    first_of(
        near(before=rf"{_POST}(?:邮件)?(?:的)?(?:日期|时间|日)?(?:为|是|:|于)?$"),
        near(
            after=rf"(?:[上下]午)?(?:已|由[^。;]{{0,12}}?)?(?:通过|以|经)?[^。;,]{{0,16}}?{_POST}(?!送达)"
        ),
    ),
)
"""The day on which a mailed document was handed to the post."""
ALSO: dict[str, tuple[Take, ...]] = {
    "DT15": (REFUSED,),
    "DT16": (REFUSED,),
    "DT06": (REFUSED,),
    "DT37": (WITNESS, RECORDED, REFUSED, POSTED),
    "DT54": (Take("service_recorded", _OF_SERVICE),),
    "DT60": (Take("service_recorded", _OF_SERVICE),),
}
"""What other types of documents give besides what their own tables say."""
