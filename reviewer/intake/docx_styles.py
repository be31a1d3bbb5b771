"""How paragraphs and runs of a DOCX look, as far as it helps reading.

Only what the reading copy shows is resolved: size, bold, typeface, alignment, indents, list.
Values come from the element, then its style and the styles that one is based on, then the
defaults of the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reviewer.intake.docx_package import attribute, child, tag, whole

_TWIP = 1 / 20


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks."""

    size: float = 10.5
    """Points."""
    bold: bool = False
    font: str = ""
    """East-Asian typeface as named in the file; empty when it names none."""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph looks.  Lengths in points."""

    align: str = "left"
    """`left`, `center`, `right` or `both`."""
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    """Extra indent of the first line; negative hangs."""
    before: float = 0.0
    after: float = 0.0
    list_id: str = ""
    level: int = 0
    page_break: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of one document."""

    _styles: dict[str, etree._Element] = field(default_factory=dict)
    _defaults: list[etree._Element] = field(default_factory=list)
    _standard: str = ""

    @classmethod
    def read(cls, root: etree._Element | None) -> "Styles":
        """Return the styles that `styles.xml` defines."""
        styles = cls()
        for one in root if root is not None else ():
            if tag(one) == "style":
                styles._styles[attribute(one, "styleId") or ""] = one
                if attribute(one, "type") == "paragraph" and attribute(one, "default") == "1":
                    styles._standard = attribute(one, "styleId") or ""
            elif tag(one) == "docDefaults":
                run = child(child(one, "rPrDefault"), "rPr")
                styles._defaults = [run] if run is not None else []
        return styles

    def run(self, run: etree._Element, paragraph: etree._Element) -> RunLook:
        """Return how a run of a paragraph looks."""
        own = child(run, "rPr")
        sources = [own] if own is not None else []
        sources += self._chain(_style_of(own), "rPr")
        sources += self._chain(_style_of(child(paragraph, "pPr")) or self._standard, "rPr")
        sources += self._defaults
        size = _first(sources, "sz", "val")
        return RunLook(
            size=min(max(whole(size, 21) / 2, 5.0), 72.0),
            bold=_switch(sources, "b"),
            font=_first(sources, "rFonts", "eastAsia") or "",
            hidden=_switch(sources, "vanish"),
        )

    def paragraph(self, paragraph: etree._Element) -> ParagraphLook:
        """Return how a paragraph looks."""
        own = child(paragraph, "pPr")
        sources = [own] if own is not None else []
        sources += self._chain(_style_of(own) or self._standard, "pPr")
        align = _first(sources, "jc", "val") or "left"
        lists = _children(sources, "numPr")
        size = 12.0
        first = _length(sources, "firstLine", "firstLineChars", size) - _length(
            sources, "hanging", "hangingChars", size
        )
        return ParagraphLook(
            align={"start": "left", "end": "right", "distribute": "both"}.get(align, align),
            left=_length(sources, "left", "leftChars", size)
            or _length(sources, "start", "startChars", size),
            right=_length(sources, "right", "rightChars", size),
            first=first,
            before=min(whole(_first(sources, "spacing", "before")) * _TWIP, 48.0),
            after=min(whole(_first(sources, "spacing", "after")) * _TWIP, 48.0),
            list_id=_first(lists, "numId", "val") or "",
            level=whole(_first(lists, "ilvl", "val")),
            page_break=_switch(sources, "pageBreakBefore"),
        )

    def _chain(self, style: str, part: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style and style not in seen and style in self._styles:
            seen.add(style)
            element = self._styles[style]
            found = child(element, part)
            if found is not None:
                yield found
            style = _value(element, "basedOn")


def _style_of(properties: etree._Element | None) -> str:
    return _value(properties, "pStyle") or _value(properties, "rStyle")


def _value(element: etree._Element | None, name: str) -> str:
    found = child(element, name)
    return (attribute(found, "val") or "") if found is not None else ""


def _children(sources: list[etree._Element], name: str) -> list[etree._Element]:
    return [found for one in sources if (found := child(one, name)) is not None]


def _first(sources: list[etree._Element], name: str, value: str) -> str | None:
    for found in _children(sources, name):
        text = attribute(found, value)
        if text is not None:
            return text
    return None


def _switch(sources: list[etree._Element], name: str) -> bool:
    for found in _children(sources, name):
        return attribute(found, "val") not in ("0", "false", "off", "none")
    return False


def _length(sources: list[etree._Element], twips: str, chars: str, size: float) -> float:
    # Word writes both; the one in hundredths of a character wins.
    hundredths = _first(sources, "ind", chars)
    if hundredths is not None and whole(hundredths):
        return whole(hundredths) / 100 * size
    return whole(_first(sources, "ind", twips)) * _TWIP
