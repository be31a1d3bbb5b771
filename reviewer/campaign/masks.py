"""Blind review (盲评): what of the pages is covered until adjudication, and lifting a page.

Covered are the places of facts that tell unit, officers or party, the same names wherever else a
line has them, the heads of documents above their titles, and seals and signatures at their feet.
That is not complete, and is said so: handwriting, photographs and what was not read stay open.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from reviewer.campaign.hidden_names import HIDDEN_FACTS, Hidden, Name, spans
from reviewer.errors import Refused
from reviewer.model.campaigns import Campaign
from reviewer.model.documents import Document
from reviewer.model.lifts import PageLift
from reviewer.model.marks import Choice, Marks, VetoChoice
from reviewer.model.pages import Line, Page
from reviewer.model.places import Box, PageRef, Place
from reviewer.model.readings import Reading
from reviewer.model.reviews import Round
from reviewer.model.standards import Standard
from reviewer.reckoning.textnorm import squeeze, squeezed

NOTICE = (
    "盲评遮盖的是已识别的单位、执法人员、当事人信息和文书的抬头、落款，不能保证遮全；"
    "手写内容、照片和未识别的页没有遮盖。见到未遮盖的身份信息，请不要据以判断案卷来源。"
)

NEED_NAMES = frozenset(
    (
        *("A1", "A2", "A3", "V01", "V02", "V03", "G2"),
        *("J2", "J3", "J9", "JV2", "JV3"),
        *("Q2", "QV1"),
        *("I1", "I3", "I4", "IV1", "IV3"),
    )
)
"""Items and vetoes that cannot be judged without names: marked last, with the covers off.

Authority, officers, party and who signed the receipt, in each standard: 普通 and 不予处罚, 简易,
强制, 检查 (whose frequency is counted by enterprise).
"""

_PAD = 0.004
_SEAL = (0.17, 0.11, 0.05)
"""Of a seal around the date of a foot: half the width, above, below; a seal is 42 mm of 210."""
_HEAD_WITHOUT_TITLE = 0.12
_TITLE_WITHIN = 0.5
"""Titles stand in the upper half."""
_FOOT_LAST, _FOOT_ANY = 0.5, 0.8
"""From where down signatures are looked for: on the last page of a document, on the others."""
_SIGNED_WIDTH = 0.25
_SHORT = 24
_LATIN = (0.42, 0.5, 0.64)
"""Widths of figures and letters, of a Chinese character: narrow, usual, wide fonts."""
_DATE = re.compile(r"(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日")
_SIGNED = re.compile(
    r"(?:签名|签字|签章|盖章|印章|捺印|执法人员|承办人|记录人|询问人|勘验人|检查人|审核人|负责人|"
    r"主持人|送达人|收件人|见证人|当事人)[^:,。]{0,10}[:]"
)


@dataclass(frozen=True, slots=True)
class Cover:
    """One place that is covered: a box, or characters of a DOCX block."""

    place: Place
    hidden: Hidden


@dataclass(frozen=True, slots=True)
class Covering:
    """All covers of one case."""

    covers: tuple[Cover, ...]
    open_pages: tuple[PageRef, ...]
    """Pages without a line that was read: nothing on them is covered."""

    def of_page(self, ref: PageRef) -> tuple[Cover, ...]:
        """Return the covers of one page."""
        return tuple(cover for cover in self.covers if cover.place.ref == ref)


def covering(reading: Reading, pages: Sequence[Page], names: Sequence[Name]) -> Covering:
    """Return what is covered of a case; `names` are those of `names_of`."""
    by_ref = {page.ref: page for page in pages}
    found = [*_of_facts(reading)]
    for page in pages:
        found += _of_names(page, names)
    for document in reading.documents:
        own = [by_ref[ref] for ref in document.pages if ref in by_ref]
        if own and document.blocks is None:
            found += _head(document, own[0])
            for page in own:
                found += _foot(page, is_last=page is own[-1])
    bare = tuple(page.ref for page in pages if not page.lines)
    return Covering(tuple(dict.fromkeys(found)), bare)


def is_blind(campaign: Campaign, round_: Round, *, adjudicated: bool) -> bool:
    """Return whether a review of this round sees the case covered."""
    return campaign.blind and round_ in (Round.FIRST, Round.SECOND) and not adjudicated


def in_order(ids: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return items and vetoes in the order they are marked: under covers, then with names."""
    known = tuple(ids)
    return (
        tuple(one for one in known if one not in NEED_NAMES),
        tuple(one for one in known if one in NEED_NAMES),
    )


def waits_for(standard: Standard, marks: Marks) -> tuple[str, ...]:
    """Return what is still to be decided before the covers come off for the last items."""
    items = [one.id for one in standard.items if marks.of(one.id).choice is Choice.PENDING]
    vetoes = [one.id for one in standard.vetoes if marks.of_veto(one.id).choice is VetoChoice.OPEN]
    return in_order([*vetoes, *items])[0]


def lift(case: UUID, ref: PageRef, person: UUID, reason: str, at: datetime) -> PageLift:
    """Return the record of a page whose covers a reviewer lifts.

    Raises:
        Refused: no reason was given.
    """
    if not reason.strip():
        raise Refused("没有填写放行理由。", "请写明为什么需要看到本页被遮盖的内容。")
    return PageLift(uuid4(), case, ref.file, ref.page, person, reason.strip(), at)


def still_covered(
    covers: Covering, lifts: Iterable[PageLift], case: UUID, person: UUID
) -> Covering:
    """Return the covers that remain for this reviewer after the pages they lifted."""
    lifted = {one.ref for one in lifts if one.case == case and one.person == person}
    left = tuple(one for one in covers.covers if one.place.ref not in lifted)
    return Covering(left, covers.open_pages)


def _of_facts(reading: Reading) -> Iterator[Cover]:
    for fact in reading.facts:
        hidden = HIDDEN_FACTS.get(fact.key)
        place = fact.place
        if hidden is not None and place.file and (place.box is not None or place.chars):
            box = None if place.box is None else _padded(place.box)
            yield Cover(Place(place.file, place.page, "", box, place.block, place.chars), hidden)


def _of_names(page: Page, names: Sequence[Name]) -> Iterator[Cover]:
    for line in page.lines:
        for span in spans(line.text, names):
            place = _part(page.ref, line, span.start, span.end)
            if place is not None:
                yield Cover(place, span.hidden)


def _part(ref: PageRef, line: Line, start: int, end: int) -> Place | None:
    """Return the place of some characters of a line; None where a line has no place at all."""
    if line.box is not None:
        return Place(ref.file, ref.page, "", _padded(_stretch(line, line.box, start, end)))
    if line.block is None:
        return None
    chars = (line.start + start, line.start + end)
    return Place(ref.file, ref.page, "", None, line.block, chars)


def _stretch(line: Line, box: Box, start: int, end: int) -> Box:
    """Return the part of the line's box; upright lines are covered whole."""
    if box.y1 - box.y0 > 1.5 * (box.x1 - box.x0) and len(line.text) > 1:
        return box
    parts = [_set_with(latin, line, box, start, end) for latin in _LATIN]
    left, right = min(one[0] for one in parts), max(one[1] for one in parts)
    return Box(max(box.x0, left), box.y0, min(box.x1, right), box.y1)


def _set_with(latin: float, line: Line, box: Box, start: int, end: int) -> tuple[float, float]:
    """Return where the characters begin and end, were Latin ones `latin` times a Chinese one."""
    widths = [latin if char.isascii() else 1.0 for char in line.text]
    scale = (box.x1 - box.x0) / (sum(widths) or 1.0)
    # Half a character more on either side: the characters are not set evenly.
    slack = 0.5 * scale
    left = box.x0 + sum(widths[:start]) * scale - slack
    return left, box.x0 + sum(widths[:end]) * scale + slack


def _head(document: Document, page: Page) -> Iterator[Cover]:
    """Cover what stands above the title: the name of the authority, emblem, red head."""
    boxes = [(line, line.box) for line in page.lines if line.box is not None]
    if not boxes:
        return
    title = squeezed(document.title)
    tops = [
        box.y0
        for line, box in boxes
        if box.y0 < _TITLE_WITHIN and (text := squeezed(line.text)) and _is_title(text, title)
    ]
    bottom = min(tops) - _PAD if tops else _HEAD_WITHOUT_TITLE
    # A folio in the corner is no head.
    if any(box.y1 <= bottom + _PAD and not squeezed(line.text).isdigit() for line, box in boxes):
        yield Cover(Place(page.ref.file, page.ref.page, "", Box(0, 0, 1, bottom)), Hidden.HEAD)


def _is_title(text: str, title: str) -> bool:
    return bool(title) and (title in text or (len(text) > 3 and title.endswith(text)))


def _foot(page: Page, *, is_last: bool) -> Iterator[Cover]:
    """Cover seals around the date at the foot, and what is signed behind a label."""
    dates = []
    for line in page.lines:
        box = line.box
        if box is None or box.y0 < (_FOOT_LAST if is_last else _FOOT_ANY):
            continue
        plain = squeeze(line.text)
        if len(plain.text) <= _SHORT and _DATE.search(plain.text):
            dates.append(box)
        for found in _SIGNED.finditer(plain.text):
            if len(plain.text) - found.end() <= _SHORT:
                area = _signed(line, box, plain.span(found.start(), found.end())[1])
                yield Cover(Place(page.ref.file, page.ref.page, "", area), Hidden.SIGNATURE)
                break
    if is_last and dates:
        area = _seal(max(dates, key=lambda one: one.y0))
        yield Cover(Place(page.ref.file, page.ref.page, "", area), Hidden.SEAL)


def _signed(line: Line, box: Box, start: int) -> Box:
    left = _stretch(line, box, 0, start).x1
    right = min(1.0, max(box.x1, left + _SIGNED_WIDTH))
    return Box(min(left, right), max(0.0, box.y0 - 0.01), right, min(1.0, box.y1 + 0.01))


def _seal(around: Box) -> Box:
    half, above, below = _SEAL
    middle = (around.x0 + around.x1) / 2
    return Box(
        max(0.0, min(around.x0, middle - half)),
        max(0.0, around.y0 - above),
        min(1.0, max(around.x1, middle + half)),
        min(1.0, around.y1 + below),
    )


def _padded(box: Box) -> Box:
    return Box(
        max(0.0, box.x0 - _PAD),
        max(0.0, box.y0 - _PAD),
        min(1.0, box.x1 + _PAD),
        min(1.0, box.y1 + _PAD),
    )
