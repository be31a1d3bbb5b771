"""When an offence ended, what may keep its time from running (处罚法 36), and blank approvals."""

import re
from collections.abc import Iterator

from reviewer.reading.extract.boxes import told_unless_unchecked
from reviewer.reading.extract.shared import DAY, YEAR
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import LABELLED, Finder, Found, dated, first_of, told_date
from reviewer.reading.sections import sections
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Spot
from reviewer.reckoning.dates import find_dates

_DONE = r"(?:违法|从事|经营|实施|运输|使用|营运|驾驶|未|擅自|超限|超载|改装|堆放|占用|施工|作业)"
_ENDED = first_of(
    dated("offence_ended"),
    told_date(
        rf"(?:自|从)?{YEAR}[^。;,至]{{1,12}}?(?:起|开始)?(?:至|到){DAY}(?:期间|止|间|之间)?[^。;]{{0,40}}?{_DONE}",
        rf"(?:违法|行为|状态)[^。;]{{0,20}}?(?:持续|继续|延续|连续)(?:至|到){DAY}",
        rf"(?:违法行为|(?:该|上述|前述)行为)[^。;]{{0,10}}?(?:于|至|在){DAY}(?:已经?|即|自行)?(?:终了|结束|停止|终止)",
    ),
)
_CONTINUED = (
    r"(?:违法)?行为[^。;]{0,16}?(?:连续|继续|持续)(?:状态)?",
    r"(?:持续|连续|继续)(?:至今|至检查|至案发|至查获|状态)",
    r"一直[^。;]{0,20}?(?:从事|经营|营运|使用|占用)",
    r"至今(?:仍|未|还)",
    r"(?:长期|多次|期间)[^。;]{0,10}?(?:从事|经营|营运|使用|占用)",
)
_AT_STAKE = (
    r"危险(?:货物|化学品|品)(?!(?:道路)?运输(?:经营)?(?:以外|之外|除外))|死亡|重伤|伤亡|受伤|人身伤害|生命健康|生命安全|爆炸|坍塌|倾覆|"
    r"安全事故|交通事故|金融安全",
)

OFFENCE_TAKES = (
    Take("offence_end_date", _ENDED),
    Take("offence_continued", told_unless_unchecked(*_CONTINUED, unless=r"[不未无没]$")),
    Take(
        "life_at_stake",
        told_unless_unchecked(*_AT_STAKE, unless=r"(?:未|没有|无|不)(?:造成|发生)?[^。;,]{0,8}$"),
    ),
)
_OTHER_OPINION = re.compile("[\u4e00-\u9fa5]{2,12}意见:")
_BELOW = 0.03
"""What stands that little above a label may still be beside it."""


def _undated_approval(sheet: Sheet) -> Iterator[Found]:
    """Find a leader's section without any date in it, beside it or after it."""
    hits = [hit for hit in sheet.labels("leader") if hit.first]
    if not hits or list(_APPROVED(sheet)):
        return
    hit = hits[-1]
    others = {
        spot
        for opinion in ("office", "handler", "legal")
        for content in sections(sheet, opinion)
        for spot in content.spots
    }
    if not any(find_dates(text) for text in _from_label_on(sheet, hit, others)):
        label = sheet.fragments[hit.at].strip.cut(hit.start, hit.end)
        yield Found(True, label, LABELLED)


def _from_label_on(sheet: Sheet, hit: Hit, others: set[Spot]) -> Iterator[str]:
    """Return what stands beside a label and below it, row by row: dates may stand in pieces.

    What stands in the sections of `others` is left out.
    """
    one = sheet.fragments[hit.at]
    rows: dict[tuple[int, int], str] = {}
    for at, other in enumerate(sheet.fragments):
        if one.drawn and other.page == one.page:
            follows = other.middle >= one.box.y0 - _BELOW
        else:
            follows = at >= hit.at or other.page > one.page
        if follows and other.strip.spots[:1] and other.strip.spots[-1] not in others:
            key = (other.page, other.row)
            rows[key] = rows.get(key, "") + other.text
    own = (one.page, one.row)
    yield from (text for key, text in rows.items() if key >= own or not _OTHER_OPINION.match(text))


_APPROVED: Finder = dated("approved_on")

ALSO: dict[str, tuple[Take, ...]] = {
    "DT05": (*OFFENCE_TAKES, Take("filing_undated", _undated_approval)),
    "DT06": OFFENCE_TAKES,
    "DT23": OFFENCE_TAKES,
    "DT26": OFFENCE_TAKES,
    "DT35": OFFENCE_TAKES,
}
"""What other types of documents give besides what their own tables say."""
