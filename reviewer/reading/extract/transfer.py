"""Transfer of a suspected crime to the police (移送文书): report, approval, transfer, hand-over."""

from collections.abc import Iterator

from reviewer.reading.extract.handing_over import RECEIVED
from reviewer.reading.extract.near import in_head, near, near_time, not_in_head, ticked
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import GUESSED, LABELLED, Found, dated, first_of, signed_in
from reviewer.reading.run_in import agreed_date, agreed_moment
from reviewer.reading.sections import sections
from reviewer.reading.sheet import Sheet
from reviewer.reading.signing import date_lines, last_date, signing_date
from reviewer.reading.strips import parted
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.times import find_intervals

_SIGNED = first_of(dated("signed_on"), signing_date(), last_date())


def _leader_time(sheet: Sheet) -> Iterator[Found]:
    """Find the moment at which the leader approved, where the section gives the hour."""
    for content in sections(sheet, "leader")[-1:]:
        bare = parted(content.bare())
        for one in find_intervals(bare.text)[-1:]:
            yield Found(one.begin, bare.cut(one.start, one.end), LABELLED)


def _first_signed(sheet: Sheet) -> Iterator[Found]:
    """Find the first of several dates that stand by themselves: that of who asks for approval."""
    lines = [line for line in date_lines(sheet) if line.short]
    days = {find_dates(line.strip.text)[0].value for line in lines}
    if len(days) > 1:
        yield Found(find_dates(lines[0].strip.text)[0].value, lines[0].strip, GUESSED)


_CRIME = ticked(r"涉嫌(?:构成)?[^。;]{0,16}?(?:犯罪|罪)|公安(?:局|机关|分局)|刑事责任")


def _transferred(sheet: Sheet) -> Iterator[Found]:
    """Find that a suspected crime was transferred; a case that came from the police is none."""
    if not RECEIVED.search(sheet.text):
        yield from _CRIME(sheet)


_LETTER = r"移送(?:书|函|通知书|清单)"
_SENT = (
    r"[^,。;]{0,40}?(?:移送(?!审批|报告|处理意见)(?:至|给|到)?|送交|移交)"
    r"[^,。;]{0,24}?(?:公安|你局|贵局|分局|支队)"
)
TRANSFER = (
    Take("crime_transferred", _transferred),
    Take(
        "transfer_reported_on",
        first_of(
            dated("reported_on"),
            near(after=r"[^,。;]{0,24}?(?:提出|提交|报告|呈报|接到|收到|上报)[^,。;]{0,20}?报告"),
            in_head("审批|呈批", first_of(signed_in("handler"), _first_signed)),
            in_head("报告", not_in_head(f"审批|呈批|{_LETTER}", _SIGNED)),
        ),
    ),
    Take(
        "transfer_approved_on",
        first_of(
            signed_in("leader", last=True),
            dated("approved_on"),
            in_head("审批|呈批|批准", agreed_date("移送|移交")),
            near(after=r"[^,。;]{0,24}?(?:批准|同意)(?:本案|该案|案件)?(?:移送)"),
        ),
    ),
    Take(
        "transfer_approved_at",
        first_of(
            _leader_time,
            in_head("审批|呈批|批准", agreed_moment("移送|移交")),
            near_time(before=r"(?:批准|审批)(?:时间|日期):?$"),
            near_time(after=r"[^,。;]{0,24}?(?:批准|同意)(?:本案|该案|案件)?(?:移送)"),
        ),
    ),
    Take(
        "transfer_sent_on",
        first_of(
            dated("transferred_on"),
            near(after=_SENT),
            in_head(_LETTER, not_in_head("审批|呈批", _SIGNED)),
            in_head("回执", _SIGNED),
        ),
    ),
    Take(
        "transfer_sent_at",
        first_of(
            near_time(before=r"(?:移送|送交|送达|签收|收到|接收)(?:时间|日期):?$"),
            near_time(after=_SENT),
        ),
    ),
    Take(
        "police_filed_on",
        first_of(
            dated("police_filed_on"),
            near(after=r"[^,。;]{0,30}?(?:接到|收到)[^,。;]{0,30}?立案(?:通知|决定|告知)书?"),
            near(
                before=r"(?:接到|收到)[^,。;]{0,14}?立案(?:通知|决定|告知)书?的?(?:日期|时间)?:?$"
            ),
            near(
                before=r"立案(?:通知|决定)书[^,。;]{0,10}?(?:接到|收到|接收|签收)(?:日期|时间)?(?:为|:|于)?$"
            ),
        ),
    ),
    Take(
        "handed_over_on",
        first_of(
            dated("handed_over_on"),
            near(
                after=r"[^,。;]{0,40}?(?:移交|交接|移送)[^。;]{0,24}?(?:涉案)?(?:物品|财物|材料|证据|车辆)"
            ),
            near(
                after=r"[^,。;]{0,4}?(?:将|把)[^,。;]{0,30}?(?:物品|财物|材料|证据|车辆)[^,。;]{0,12}?(?:移交|交接)"
            ),
            in_head("(?:物品|财物|材料|证据)[^,。;]{0,6}(?:移交|交接)", _SIGNED),
        ),
    ),
)
