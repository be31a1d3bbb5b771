"""The date a document was signed (落款): the last date that stands by itself near the end.

A date in a sentence is not a signing date, nor is one beside the party's signature of receipt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.reading.finders import GUESSED, SIGNED, Finder, Found
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip, joined, parted
from reviewer.reckoning.dates import FoundDate, find_dates

_BODY_END = r"(?:局|厅|队|委员会|委|政府|中心|所|站|处|分局|办公室)"
BODY = re.compile(rf"[\u4e00-\u9fa5]{{3,36}}{_BODY_END}")
_STAMP = re.compile(
    r"\(?(?:(?:此处|在此)?加?盖)?(?:单位|机关|本?局|机构|执法机关|行政机关)?(?:电子)?(?:行政)?(?:执法|处罚)?"
    r"(?:印章|公章|盖章|专用章|签章|章|印)处?\)?|L\.?S"
)
_RECEIPT = re.compile(
    r"签收|收件|收到|送达|领取|当事人(?:签名|签字)|受送达|代收|见证|被.{1,4}人(?:签名|签字)|审批|批准|打印|"
    r"缴款|复核人|法定代表人"
)
_APPROVES = re.compile("审批|批准|同意|领导|负责人")
_SIGNED_WITHIN = 48
"""A date that stands farther behind the signer belongs to something else."""
_SIGNER = re.compile(r"签名|签字|签章|盖章|人:|员:|日期|时间|签收|见证")
_POINT = re.compile(
    r"(?:作出|决定|处罚|缴款|执法)?(?:地点|处所|场所|机关|单位|编号|文号|联系人|电话|地址):"
)
_ALONE_REST = re.compile(
    r"[0-9A-Za-z|]{0,2}(?:日期|时间|落款|年月日)?[:.,;。()\-_]*(?:签发)?[:.,;。()\-_]*"
)
"""What may stand beside a date that stands alone; the edge of a seal is read as a letter or two."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date and how it stands in its row."""

    strip: Strip
    at: int
    """Index of its first fragment."""
    alone: bool
    """Nothing else stands in the row, but for the body and its stamp."""
    body: bool
    """The issuing body stands in the row or right above."""
    stamped: bool
    receipt: bool
    """Words of receipt or approval stand in the row or right above."""
    short: bool
    """The row is too short for a sentence."""


def date_lines(sheet: Sheet) -> list[DateLine]:
    """Return every date with how it stands, in order."""
    lines: list[DateLine] = []
    rows = _rows(sheet)
    for number, row in enumerate(rows):
        strip = joined(sheet.fragments[at].strip for at in row)
        for one in find_dates(strip.text):
            rest = strip.text[: one.start] + _beside(strip, one)
            near = "".join(_text(sheet, rows, n) for n in range(max(0, number - 3), number + 1))
            above = _text(sheet, rows, number - 1) if number else ""
            plain = _STAMP.sub("", rest)
            own = BODY.sub("", plain)
            lines.append(
                DateLine(
                    strip.cut(one.start, one.end),
                    row[0],
                    bool(_ALONE_REST.fullmatch(own)),
                    bool(BODY.search(rest) or _body_above(sheet, rows, number)),
                    bool(_STAMP.search(near)),
                    bool(_RECEIPT.search(rest) or _is_receipt_line(above)),
                    len(rest)
                    <= (_SIGNED_WITHIN if _SIGNER.search(strip.text[: one.start]) else 10),
                )
            )
    return lines


def _beside(strip: Strip, one: FoundDate) -> str:
    """Return what stands behind a date, but for the next point: 2024年3月1日 作出地点：国道109线.

    Where the date stands first in its line, or behind the body alone, a label begins a new point.
    """
    before, after = strip.text[: one.start], strip.text[one.end :]
    first = not before or BODY.fullmatch(_STAMP.sub("", before))
    return "" if first and _POINT.match(after) else after


def _is_receipt_line(above: str) -> bool:
    """Return whether the row above is a signature of receipt whose date may stand below it."""
    signs = len(above) <= 30 and not above.endswith(("。", ";")) and bool(_RECEIPT.search(above))
    return signs and not find_dates(above)


def signing_date(weight: float = SIGNED) -> Finder:
    """Find the date under the issuing body's name, or the last date that stands alone."""

    def find(sheet: Sheet) -> Iterator[Found]:
        lines = date_lines(sheet)
        ranked = [(_rank(line), number, line) for number, line in enumerate(lines)]
        ranked = [entry for entry in ranked if entry[0] > 0]
        if ranked:
            _, _, line = max(ranked, key=lambda entry: (entry[0], entry[1]))
            yield Found(find_dates(line.strip.text)[0].value, line.strip, weight)

    return find


def last_date(weight: float = GUESSED) -> Finder:
    """Find the last date that is not part of a sentence."""

    def find(sheet: Sheet) -> Iterator[Found]:
        lines = [line for line in date_lines(sheet) if line.short]
        for line in lines[-1:]:
            yield Found(find_dates(line.strip.text)[0].value, line.strip, weight)

    return find


def signature_of(people: str, weight: float = SIGNED) -> Finder:
    """Find the date in the line that `people`, an expression, signed; the last such line."""
    signer = re.compile(people)

    def find(sheet: Sheet) -> Iterator[Found]:
        found: Found | None = None
        for row in _rows(sheet):
            strip = joined(sheet.fragments[at].strip for at in row)
            match = signer.search(strip.text)
            if match and not find_dates(strip.text[match.end() :]):
                # A number before the year: 资格证号A201061 2024年4月9日.
                strip = parted(strip)
                match = signer.search(strip.text)
            dates = _own_dates(strip.text[match.end() :]) if match else []
            if match and dates and dates[-1].start <= _SIGNED_WITHIN:
                start, end = match.end() + dates[-1].start, match.end() + dates[-1].end
                found = Found(dates[-1].value, strip.cut(start, end), weight)
        if found:
            yield found

    return find


def _own_dates(rest: str) -> list[FoundDate]:
    """Return the dates behind a signer, but for those of who approves in the same line."""
    dates = find_dates(rest)
    approval = _APPROVES.search(rest)
    own = [one for one in dates if approval and one.end <= approval.start()]
    return own or dates


def receipt_date(weight: float = SIGNED) -> Finder:
    """Find the date beside the party's signature of receipt on the document itself."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for line in date_lines(sheet):
            if line.short and _is_signature_of_receipt(sheet, line):
                yield Found(find_dates(line.strip.text)[0].value, line.strip, weight)

    return find


_SIGNATURE = re.compile(
    r"(?:签收|收件|代收|收到|受送达|当事人(?:\(.{1,8}\))?(?:签名|签字)).{0,24}$"
)


def _is_signature_of_receipt(sheet: Sheet, line: DateLine) -> bool:
    before = sheet.fragments[line.at - 1].text if line.at else ""
    row = sheet.fragments[line.at]
    here = "".join(one.text for one in sheet.fragments[line.at : line.at + 4] if one.row == row.row)
    head = here.split(line.strip.text[:5])[0]
    if "送达人" in head or "执法人员" in head:
        return False
    same_block = _SIGNATURE.search(before) and len(before) < 40 and not head
    return bool(_SIGNATURE.search(head) or same_block)


def _rank(line: DateLine) -> int:
    if line.receipt or not line.alone:
        return 0
    return 2 + 3 * line.body + line.stamped


def _rows(sheet: Sheet) -> list[list[int]]:
    rows: list[list[int]] = []
    for at, one in enumerate(sheet.fragments):
        last = sheet.fragments[rows[-1][0]] if rows else None
        if last and (last.page, last.row) == (one.page, one.row):
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def _text(sheet: Sheet, rows: list[list[int]], number: int) -> str:
    return "".join(sheet.fragments[at].text for at in rows[number])


def _body_above(sheet: Sheet, rows: list[list[int]], number: int) -> bool:
    for n in range(max(0, number - 2), number):
        text = _STAMP.sub("", _text(sheet, rows, n)).strip("():,。 ")
        if BODY.fullmatch(text) and len(rows[n]) <= 2:
            return True
    return False
