"""What a document of any type may mention: recordings that were made, and whose a certificate is.

The ministry and a province each issue certificates of their own (部证、省证); where the words in
front of a number tell which it is, two numbers of one person are no contradiction.
"""

import re
from collections.abc import Iterator

from reviewer.reading.certs import CERT, find_certs
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Found, told_flag
from reviewer.reading.sheet import Sheet

MINISTRY, PROVINCE = "部证", "省证"
_RECORDED = (r"录像|录音|摄像|音像(?!制品)|音视频|执法记录仪|(?<!电子)(?<!监控)视频(?!监控)|光盘",)
_NOT_RECORDED = r"(?:未|没有|无|不)(?:进行|制作|使用)?$"
_NO_RECORDINGS = frozenset({"DT54", "DT61", "DT63", "DT55"})
_ISSUED = re.compile(
    rf"(?:(?P<ministry>交通运输部|部)|省|自治区|(?:省|自治区|市)(?:人民)?政府)(?:颁发?|级|发|统一)?(?:的)?"
    rf"(?:行政|交通运输|综合)*(?:执法)?证(?:件)?(?:编?号码?|号)?[:为是(]{{0,2}}(?P<cert>{CERT})"
)


def cert_kinds(sheet: Sheet) -> Iterator[Found]:
    """Find the numbers that are said to be those of a certificate of the ministry or a province."""
    for match in _ISSUED.finditer(sheet.text):
        kind = MINISTRY if match["ministry"] else PROVINCE
        for cert in find_certs(sheet.flat.cut(*match.span("cert")))[:1]:
            yield Found(f"{kind} {cert.text}", cert, TOLD)


_RECORDINGS = Take("recording_told", told_flag(*_RECORDED, unless=_NOT_RECORDED))
_KINDS = Take("cert_kind", cert_kinds, many=True)


def takes_anywhere(code: str) -> tuple[Take, ...]:
    """Return what is taken of a document of type `code` because any may mention it."""
    return (_KINDS,) if code in _NO_RECORDINGS else (_RECORDINGS, _KINDS)
