"""Lines of Chinese text as print sets them: 避头尾.

reportlab lets a stop hang over the edge when it knows it and breaks everywhere else; its list
lacks ， ； ： ？ ！ 》 and it does not look at what ends a line.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

NO_START = frozenset("，。、；：？！”’）》〉」』】〕］｝…—％‰℃·～,.;:?!)]}%>")
"""Signs that begin no line."""
NO_END = frozenset("“‘（《〈「『【〔［｛￥№([{<$¥")
"""Signs that end no line."""
_WORD = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:-_/%+\u2212")
"""Signs of numbers, dates and Latin words, which are broken only when they fill a line."""
_SPACES = " \xa0\u3000"
_SLACK = 0.001
"""Points that a line may be too wide by, for sums of widths are not exact."""


class ChineseParagraph(Paragraph):
    """A paragraph whose lines are broken by the rules of Chinese print."""

    def breakLinesCJK(self, maxWidths: Any) -> Any:  # noqa: N802, N803 — reportlab's names
        """Return the lines in the form that reportlab draws."""
        frags = vars(self)["frags"]
        plain = len(frags) == 1 and not hasattr(frags[0], "cbDefn")
        if not plain or getattr(self, "_splitpara", False):
            return super().breakLinesCJK(maxWidths)
        self.height = 0
        frag = frags[0]
        text = frag.text if hasattr(frag, "text") else "".join(getattr(frag, "words", []))
        widths = maxWidths if isinstance(maxWidths, list | tuple) else [maxWidths]
        lines = break_lines(text, widths, lambda s: stringWidth(s, frag.fontName, frag.fontSize))
        room = [widths[min(at, len(widths) - 1)] for at in range(len(lines))]
        drawn = [
            (wide - stringWidth(line, frag.fontName, frag.fontSize), [line])
            for wide, line in zip(room, lines, strict=True)
        ]
        size = frag.fontSize
        return frag.clone(kind=0, lines=drawn, ascent=size, descent=-0.2 * size)


def break_lines(text: str, widths: Sequence[float], measure: Callable[[str], float]) -> list[str]:
    """Return the lines of `text`; line n is at most `widths[n]` wide, the last for all others.

    No line begins with `NO_START` or ends with `NO_END` and no word is broken, as far as a line
    of that width allows it.
    """
    reach = [0.0, *accumulate(measure(char) for char in text)]
    lines: list[str] = []
    start = 0
    while start < len(text):
        room = widths[min(len(lines), len(widths) - 1)] + _SLACK
        end = start + 1
        while end < len(text) and _reach(text, reach, end + 1) - reach[start] <= room:
            end += 1
        if end < len(text):
            end = _break(text, start, end)
        lines.append(text[start:end].rstrip(_SPACES))
        start = end
        while start < len(text) and text[start] in _SPACES:
            start += 1
    return lines


def _reach(text: str, reach: Sequence[float], end: int) -> float:
    """Return how far the text goes to `end`; blanks at the end of a line take no room."""
    while end and text[end - 1] in _SPACES:
        end -= 1
    return reach[end]


def _break(text: str, start: int, end: int) -> int:
    """Return where a line is broken that has room up to `end`."""
    for may_break in (_between_words, _between_signs):
        for at in range(end, start, -1):
            if may_break(text, at):
                return at
    return end


def _between_signs(text: str, at: int) -> bool:
    after = text[at:].lstrip(_SPACES)[:1]
    before = text[:at].rstrip(_SPACES)[-1:]
    return after not in NO_START and before not in NO_END


def _between_words(text: str, at: int) -> bool:
    inside = text[at - 1] in _WORD and text[at] in _WORD
    return not inside and _between_signs(text, at)
