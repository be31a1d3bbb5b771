"""Making text comparable without losing the place of a single character.

`halfwidth` keeps the length, so its offsets are those of the original; `squeeze` drops blanks and
carries a map back.  Nothing here changes a character into two.
"""

import unicodedata
from dataclasses import dataclass

# Punctuation that scans and typists mix freely.  Brackets of document numbers stay apart.
_SAME = str.maketrans(
    {
        "〈": "《",
        "〉": "》",
        "︰": ":",
        "∶": ":",
        "﹕": ":",
        "﹐": ",",
        "·": "·",
        "•": "·",
        "‧": "·",
        "・": "·",
        "●": "·",
        "—": "-",
        "–": "-",
        "―": "-",
        "‐": "-",
        "−": "-",
        "〜": "~",
        "○": "〇",
        "◯": "〇",
        "\u200b": " ",
        "\ufeff": " ",
        "\u00ad": " ",
    }
)
# What recognition takes for the old form of a simplified character: 決定书, 第172號.
_SAME |= dict(
    zip(
        map(
            ord,
            "決號書處罰據時場魯車輛證員條關辦結當檢詢問筆錄實運輸國業執單責備註將應際達辯陳聽請審視門領導開間資質貨費違規",
        ),
        "决号书处罚据时场鲁车辆证员条关办结当检询问笔录实运输国业执单责备注将应际达辩陈听请审视门领导开间资质货费违规",
        strict=True,
    )
)


class _Folding(dict[int, int | str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> int | str:
        # NFKC also folds the radicals (⽉) that some PDF fonts put in place of characters (月).
        folded = unicodedata.normalize("NFKC", chr(code))
        same = ord(folded) if len(folded) == 1 else code
        self[code] = _SAME.get(same, same)
        return self[code]


_FOLDING = _Folding()


def halfwidth(text: str) -> str:
    """Return `text` with full-width and look-alike characters folded, of the same length.

    Digits, letters and punctuation become ASCII where there is one (`：` `:`, `，` `,`,
    `（` `(`, `￥` `¥`), dashes `-`, middle dots `·`, ○ `〇`.  `。`, `、` and quotes stay.
    """
    if text.isascii():
        return text
    return text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """Text without blanks, with the way back to where each character stood."""

    text: str
    offsets: tuple[int, ...]
    """Offset in the original of each character of `text`."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original that `text[start:end]` came from.

        Blanks inside are part of it, blanks around it are not.
        """
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else 0
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1


def squeeze(text: str) -> Squeezed:
    """Return `text` folded by `halfwidth` and without blanks of any kind."""
    folded = halfwidth(text)
    if folded.split() == [folded]:
        return Squeezed(folded, tuple(range(len(folded))))
    kept = [at for at, char in enumerate(folded) if not char.isspace()]
    return Squeezed("".join(folded[at] for at in kept), tuple(kept))


def squeezed(text: str) -> str:
    """Return only the text of `squeeze`, for comparing."""
    return "".join(halfwidth(text).split())
