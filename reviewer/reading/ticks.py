"""Ticked boxes (勾选框): what a form ticks, and which box a scan lost.

Recognition drops boxes or reads them as 口 回 区 V, ticked ones first of all; their outlines give
most of them back (`intake.tick_boxes`), but not one whose tick leaves the box.  In a list of
options whose others stand behind empty boxes, the one option without a box is the ticked one;
where two stand without, nobody can say, and none is marked.  Marks that are put back take the
spot of the character beside them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.reading.fragment import Fragment
from reviewer.reading.strips import Strip

EMPTY = "□☐◻"
TICKED = "☑√■✓✔☒▣◼█"
_LIKE_TICKED = "√✓✔VvⅤ回区图团凶囚因"
_LIKE_EMPTY = "口囗曰"
_LETTERS = re.compile("(?<=[\u4e00-\u9fa5])[Vv√✓](?=[\u4e00-\u9fa5])")
_IS_TICKED = re.compile(rf"(?<![打划画“\"'])[{TICKED}]")
_NOTE = re.compile(r"(?:打|划|画)[“\"']?.?[”\"']|打[√勾]|勾选")
"""A note on how to fill the form in (序号前打“√”的) is no list."""
_LISTED = re.compile(r"(?<![0-9第])[12一二①②](?:[.、,)）]|(?=根据|依据|依照|如|你|当事人|对))")
_LEAD = re.compile(r".*[:。;,(]")
_LONGEST = 24
"""More characters in front of the first box are a sentence, no option."""
_OPPOSITE = re.compile(r"(同意|接受|适用|符合|属实|需要|要求|申请|放弃|参加)(?:不予?|未|无)\1")
_SUFFIX = 2
_SHORT = re.compile("[一-龥]{2,16}。?")
_INDENT = 0.035
"""A line that lost its box begins at most this far from one that kept it."""


_OTHER_MATTER = re.compile(r"[如若]不服|对(?:本|上述|该)?(?:行政)?(?:处罚)?决定不服")
"""What begins another matter behind a box whose line ends without a stop."""


def is_unticked(text: str, at: int, reach: int, others_ticked: bool = False) -> bool:
    """Return whether an empty box stands in front of what begins at `at`, in its sentence.

    With `others_ticked` an empty box says something only where another box was ticked.
    """
    front = _OTHER_MATTER.split(text[max(0, at - reach) : at])[-1]
    for char in reversed(front):
        if char in EMPTY:
            return not others_ticked or _IS_TICKED.search(text) is not None
        if char in TICKED or char in "。;":
            return False
    return False


def has_lost_all(sheet_text: str) -> bool:
    """Return whether a form says that what it ticks counts, and no box of it was read.

    A note without any numbered choice is left from the printed form: there is nothing to tick.
    """
    return (
        _NOTE.search(sheet_text) is not None
        and _LISTED.search(sheet_text) is not None
        and not (
            _IS_TICKED.search(sheet_text) or re.search(rf"[{EMPTY}](?![内中里打])", sheet_text)
        )
    )


def with_ticks(found: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments of a scanned page with the marks of lost ticks put back."""
    inline = [replace(one, strip=_in_list(one.strip)) for one in found]
    opened = [one for one in inline if one.text[:1] in EMPTY]
    return [replace(one, strip=_opening(one, opened)) for one in inline]


def _opening(one: Fragment, opened: Sequence[Fragment]) -> Strip:
    """Return the strip of a line whose siblings begin with empty boxes: its own was the tick."""
    for other in opened:
        words = other.text[1:3]
        if len(words) < 2 or abs(one.box.x0 - other.box.x0) > _INDENT or other is one:
            continue
        if one.text.startswith(words) and one.height < 2 * other.height:
            return _inserted(one.strip, 0, TICKED[0])
        if one.text[1:3] == words and one.text[0] in _LIKE_TICKED + _LIKE_EMPTY:
            return _replaced(one.strip, 0, TICKED[0])
    return one.strip


def _in_list(strip: Strip) -> Strip:
    """Return a list of options in one line with its lost mark."""
    strip = _marks_read_as_words(strip)
    text = strip.text
    marks = [at for at, char in enumerate(text) if char in EMPTY + TICKED]
    if not marks or any(text[at] in TICKED for at in marks) or _NOTE.search(text):
        return strip
    if text[-1] in EMPTY and marks[0] > 0:
        return _behind_options(strip, marks)
    return _before_options(strip, marks)


def _before_options(strip: Strip, marks: Sequence[int]) -> Strip:
    text = strip.text
    lead = _LEAD.match(text[: marks[0]])
    start = lead.end() if lead else 0
    ends = [*marks[1:], len(text)]
    options = [text[at + 1 : end] for at, end in zip(marks, ends, strict=True)]
    lost = [at for at in [_second(strip, marks[0], options)] if at]
    for at, option in zip(marks, options, strict=True):
        if len(options) > 1 and (inner := _doubled(option, _suffix(options, option))):
            lost.append(at + 1 + inner)
        elif pair := _OPPOSITE.fullmatch(option):
            lost.append(at + 1 + pair.end(1))
    first = text[start : marks[0]]
    if first:
        if _doubled(first, _suffix(options, first)):
            return strip
        if len(first) <= _LONGEST and re.match("[\u4e00-\u9fa5]", first):
            lost.append(start)
    return _inserted(strip, lost[0], TICKED[0]) if len(lost) == 1 else strip


def _second(strip: Strip, first: int, options: Sequence[str]) -> int | None:
    """Return where the only blank inside an option stands: □直接送达 留置送达□邮寄送达."""
    gaps = [
        at
        for at in range(first + 2, len(strip))
        if strip.spots[at].offset > strip.spots[at - 1].offset + 1
        and strip.spots[at].line == strip.spots[at - 1].line
        and strip.text[at] not in EMPTY
        and strip.text[at - 1] not in EMPTY
    ]
    if len(gaps) != 1 or any(_doubled(one, _suffix(options, one)) for one in options):
        return None
    parts = strip.text[first + 1 : gaps[0]], strip.text[gaps[0] :]
    return gaps[0] if len(options) > 1 or all(map(_SHORT.fullmatch, parts)) else None


def _behind_options(strip: Strip, marks: Sequence[int]) -> Strip:
    """Return a list whose boxes stand behind their words: 直接送达留置送达□邮寄送达□."""
    text = strip.text
    starts = [0, *(at + 1 for at in marks[:-1])]
    options = [text[start:at] for start, at in zip(starts, marks, strict=True)]
    lost = []
    for start, option in zip(starts, options, strict=True):
        suffix = _suffix(options, option)
        if pair := _OPPOSITE.fullmatch(option):
            lost.append(start + pair.end(1))
        elif len(options) > 1 and (inner := _doubled(option, suffix)):
            lost.append(start + inner)
    return _inserted(strip, lost[0], TICKED[0]) if len(lost) == 1 else strip


def _suffix(options: Sequence[str], than: str) -> str:
    """Return how the other options end, if they all end alike."""
    others = {one[-_SUFFIX:] for one in options if one != than and len(one) >= _SUFFIX}
    return others.pop() if len(others) == 1 else ""


def _doubled(option: str, suffix: str) -> int:
    """Return where the second of two options that ran together begins; 0 when it is one."""
    if not suffix or not option.endswith(suffix):
        return 0
    at = option.find(suffix)
    return at + len(suffix) if 0 < at < len(option) - len(suffix) else 0


def _marks_read_as_words(strip: Strip) -> Strip:
    """Return the strip with V 回 口 in the place of a box turned into the box they were."""
    text = strip.text
    spots = [match.start() for match in _LETTERS.finditer(text)]
    if not any(char in text for char in EMPTY) and len(spots) != 1 and not _boxlike(text):
        return strip
    words = [at for at in range(len(text)) if _may_be_mark(strip, at)]
    ticked = [at for at in words if text[at] in _LIKE_TICKED]
    if any(char in text for char in EMPTY) or len(words) > 1:
        ticked += [at for at in spots if at not in ticked]
    hollow = [at for at in words if text[at] in _LIKE_EMPTY]
    kept = any(char in text for char in EMPTY)
    if not ticked and kept and len(hollow) == 1 and text[:1] in EMPTY + _LIKE_EMPTY:
        ticked, hollow = hollow, []
    for at in ticked:
        strip = _replaced(strip, at, TICKED[0])
    for at in hollow:
        strip = _replaced(strip, at, EMPTY[0])
    return strip


def _boxlike(text: str) -> bool:
    """Return whether several options stand behind 口: 口直接送达口留置送达."""
    return len(re.findall(rf"(?:^|送达|同意)[{_LIKE_EMPTY}](?=[\u4e00-\u9fa5])", text)) > 1


def _may_be_mark(strip: Strip, at: int) -> bool:
    """Return whether a character that looks like a box stands where an option begins."""
    text = strip.text
    if text[at] not in _LIKE_TICKED + _LIKE_EMPTY or not text[at + 1 : at + 2].strip():
        return False
    if not "\u4e00" <= text[at + 1] <= "\u9fa5":
        return False
    gap = at > 0 and strip.spots[at].offset > strip.spots[at - 1].offset + 1
    behind = text[:at].endswith(("送达", "同意", ":", ",", ";", "、"))
    return at == 0 or gap or behind


def _inserted(strip: Strip, at: int, mark: str) -> Strip:
    spot = strip.spots[min(at, len(strip) - 1)]
    return Strip(
        strip.text[:at] + mark + strip.text[at:], (*strip.spots[:at], spot, *strip.spots[at:])
    )


def _replaced(strip: Strip, at: int, mark: str) -> Strip:
    return Strip(strip.text[:at] + mark + strip.text[at + 1 :], strip.spots)
