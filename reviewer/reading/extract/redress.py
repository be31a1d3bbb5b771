"""When a reconsideration or suit (行政复议、行政诉讼) about the decision began and ended.

What the party may do, did not do or should be told is no such date.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from reviewer.reading.extract.near import dates_with_sentence, near
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Finder, Found, either
from reviewer.reading.sheet import Sheet

_NO = (
    r"(?!未|没|不|可|如|若|应|期限|期满|届满|逾期|有权|权利|告知|"
    r"之?前|日?内|终结|终止|撤|维持|驳回)"
)
_BEGAN = (
    rf"(?:{_NO}[^。;]){{0,44}}?(?:申请|提出|提起|递交|提交|受理|立案|起诉)"
    rf"(?:{_NO}[^,。;]){{0,16}}?(?:复议|诉讼|起诉)(?!期限|期满|和|、)"
)
_TAKEN_UP = (
    rf"(?:{_NO}[^。;]){{0,44}}?(?:行政)?(?:复议|诉讼|起诉)"
    rf"(?:{_NO}[^,。;]){{0,10}}?(?:受理|立案)"
)
_ENDED = (
    r"(?:(?!未|没有|可以|如|逾期|期限|之?前)[^。;]){0,50}?"
    r"(?:复议(?:机关|决定书?)?|法院|判决书?|裁定书?|诉讼)"
    r"[^。;]{0,24}?(?:维持|驳回|终止|终结|撤回|准许撤诉|变更|作出|生效|审结|结案)"
)
_TAKEN_BACK = (
    r"(?:(?!未|没|不|可以|如|逾期)[^。;]){0,30}?撤(?:回|销)?(?:了)?(?:行政)?(?:复议|诉讼|起诉|诉)"
)
_SPAN = r"(?:行政)?(?:复议|诉讼)(?:和?(?:行政)?(?:复议|诉讼))?(?:的)?期间"
_SPAN_FROM = near(before=rf"{_SPAN}(?:为|:|自|从|\(|即)*$")


def _span_until(sheet: Sheet) -> Iterator[Found]:
    """Find the second date of 复议期间：… 至 …."""
    strip = sheet.apart
    before = list(_SPAN_FROM(sheet))
    if not before:
        return
    dates = list(dates_with_sentence(strip.text))
    for (one, *_), (other, *_) in pairwise(dates):
        between = strip.text[one.end : other.start]
        if one.value == before[0].value and len(between) <= 3 and between.strip("起"):
            yield Found(other.value, strip.cut(other.start, other.end), TOLD)


def _ends() -> Finder:
    return either(near(after=_ENDED), near(after=_TAKEN_BACK), _span_until)


TIME = (
    Take("redress_from", either(near(after=_BEGAN), near(after=_TAKEN_UP), _SPAN_FROM), many=True),
    Take("redress_until", _ends(), many=True),
)
ALSO: Mapping[str, tuple[Take, ...]] = dict.fromkeys(
    ("DT04", "DT40", "DT41", "DT43", "DT44", "DT45", "DT48", "DT52", "DT53", "DT63"), TIME
)
"""By document type: what tells of the time after the decision."""
