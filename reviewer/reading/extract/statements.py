"""What a party writes (陈述申辩材料、听证申请): a statement, a waiver, or a request.

Giving up statement and defence is not giving up the hearing; 上述权利 is what the text named
before.
"""

import re
from collections.abc import Iterator
from datetime import date

from reviewer.model import Waiver
from reviewer.reading.ending_dates import end_date
from reviewer.reading.finders import SIGNED, Found, dated, first_of
from reviewer.reading.records import session_date
from reviewer.reading.sections import sections
from reviewer.reading.sheet import Sheet
from reviewer.reading.signing import last_date, signing_date
from reviewer.reckoning.dates import find_dates

_SIGNED_ON = first_of(
    dated("signed_on", weight=SIGNED),
    session_date,
    signing_date(),
    last_date(SIGNED),
    end_date(),
)
_GIVES_UP = re.compile(
    r"(?:(?:自愿|主动|决定|同意|选择)?(?<!视为)放弃|不(?:再)?(?:进行|提出|行使|作)|不需要|无需|"
    r"(?<!逾期)(?<!期)不再?(?=陈述|申辩))[^。;]{0,40}?(?P<what>陈述|申辩|听证|权利|上述)"
)
_NO_HEARING = re.compile(
    r"(?:(?<!视为)(?<!视作)放弃|不(?:再)?(?:要求|申请|需要|提出|提起|举行)|无需)(?P<between>[^。;]{0,30}?)听证"
)
_STILL_WANTS = re.compile(r"(?:但|仍)[^。;]{0,12}(?:要求|申请|保留)[^。;]{0,8}$|(?:不|未|没有)$")
_ALL_RIGHTS = re.compile(r"放弃(?:以上|上述|全部|一切|所有|该|此|前述|相关)[^。;]{0,10}权利?")


def _day(sheet: Sheet) -> Found | None:
    return next(iter(_SIGNED_ON(sheet)), None)


def gives_up(text: str) -> tuple[bool, bool]:
    """Return whether a right is given up, and whether the hearing is."""
    hearing = any(
        not re.search("但|仍|保留", match["between"])
        and not _STILL_WANTS.search(text[max(0, match.start() - 14) : match.start()])
        for match in _NO_HEARING.finditer(text)
    )
    for match in _ALL_RIGHTS.finditer(text):
        hearing = hearing or "听证" in text[: match.start()]
    anything = any(
        not re.search(r"(?:不|未|没有)$", text[max(0, match.start() - 3) : match.start()])
        for match in _GIVES_UP.finditer(text)
    )
    return anything or hearing, hearing


def waiver(sheet: Sheet) -> Iterator[Found]:
    """Find that rights are given up, with the day."""
    anything, hearing = gives_up(sheet.text)
    day = _day(sheet)
    if anything and day and isinstance(day.value, date):
        yield Found(Waiver(day.value, hearing), day.strip, SIGNED)


def waiver_below(sheet: Sheet) -> Iterator[Found]:
    """Find that the party gives up rights on the notice itself: as its opinion, or below the date.

    What the notice says of rights that lapse is none of it.
    """
    signed = next(iter(signing_date()(sheet)), None)
    contents = [content.bare() for content in sections(sheet, "party_view")]
    if signed:
        contents.append(sheet.flat.cut(sheet.flat.spots.index(signed.strip.spots[-1]) + 1))
    for content in contents:
        anything, hearing = gives_up(content.text)
        dates = find_dates(content.text)
        if anything and dates:
            one = dates[-1]
            yield Found(Waiver(one.value, hearing), content.cut(one.start, one.end), SIGNED)
            return


def statement_date(sheet: Sheet) -> Iterator[Found]:
    """Find the day of a statement that gives nothing up."""
    anything, _ = gives_up(sheet.text)
    day = _day(sheet)
    if not anything and day:
        yield day


def hearing_request(sheet: Sheet) -> Iterator[Found]:
    """Find the day on which the party asked for a hearing."""
    day = _day(sheet)
    if day:
        yield day
