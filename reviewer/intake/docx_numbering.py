"""The labels of numbered paragraphs in a DOCX, such as 一、 or （二） or 3.

The file only says which list and level a paragraph belongs to; the label that a person sees is
counted here, in document order.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from reviewer.intake.docx_package import attribute, child, tag, whole

_HAN = "〇一二三四五六七八九"
_TEN_STEMS = "甲乙丙丁戊己庚辛壬癸"


def han_number(value: int) -> str:
    """Return 1–9999 as Chinese counts it: 十二, 一百零三."""
    if not 0 < value < 10_000:
        return str(value)
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += _HAN[digit] + name
        elif text and not text.endswith("零") and value % unit:
            text += "零"
    return text.removeprefix("一") if 10 <= value < 20 else text


def _roman(value: int) -> str:
    text = ""
    for number, letters in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        text += letters * (value // number)
        value %= number
    return text


def _letter(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else str(value)


def _digits(value: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(value))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: "".join(chr(ord(c) + 0xFEE0) for c in str(value)),
    "chineseCounting": han_number,
    "chineseCountingThousand": han_number,
    "japaneseCounting": han_number,
    "ideographDigital": _digits,
    "taiwaneseCountingThousand": han_number,
    "ideographTraditional": lambda value: _TEN_STEMS[(value - 1) % 10],
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
}


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of one document.  Counts as `label` is called, paragraph after paragraph."""

    lists: dict[str, str] = field(default_factory=dict)
    """Abstract list by list id."""
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    restarting: set[str] = field(default_factory=set)
    """Lists that count on their own although they share an abstract list."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, list_id: str, level: int) -> str:
        """Return the label of the next paragraph of that list and level; empty for bullets."""
        abstract = self.lists.get(list_id)
        if abstract is None:
            return ""
        levels = self.levels.get(abstract, {})
        own = f"#{list_id}" if list_id in self.restarting else abstract
        counts = self._counts.setdefault(own, {})
        counts[level] = counts.get(level, levels.get(level, _Level()).start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        here = levels.get(level)
        if here is None or here.format in ("bullet", "none"):
            return ""
        text = here.text
        for index in range(level + 1):
            shape = levels.get(index, _Level())
            value = counts.get(index, shape.start)
            text = text.replace(f"%{index + 1}", _FORMATS.get(shape.format, str)(value))
        return text


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists that `numbering.xml` defines; none when there is no such part."""
    numbering = Numbering()
    for one in root if root is not None else ():
        if tag(one) == "abstractNum":
            numbering.levels[attribute(one, "abstractNumId") or ""] = {
                whole(attribute(level, "ilvl")): _level(level)
                for level in one
                if tag(level) == "lvl"
            }
        elif tag(one) == "num":
            pointer = child(one, "abstractNumId")
            list_id = attribute(one, "numId") or ""
            if pointer is not None:
                numbering.lists[list_id] = attribute(pointer, "val") or ""
            if child(child(one, "lvlOverride"), "startOverride") is not None:
                numbering.restarting.add(list_id)
    return numbering


def _level(element: etree._Element) -> _Level:
    level = _Level()
    for one in element:
        value = attribute(one, "val") or ""
        match tag(one):
            case "numFmt":
                level.format = value
            case "lvlText":
                level.text = value
            case "start":
                level.start = whole(value, 1)
    return level
