"""Chinese numerals, plain (三万) and official (叁万), and digits as scans garble them.

A numeral that cannot be read is None, never a guess.  Values with units go through cn2an; what
it does not know (廿, 〇 by position, OCR twins) is put into its words first.
"""

import cn2an

# What OCR and typists put for a Chinese digit.
_PLAIN = str.maketrans(
    "零○〇OoQＯ0壹贰貳弍叁參参肆伍陆陸柒捌玖拾佰仟萬億两ニ—-",
    "零零零零零零零零一二二二三三三四五六六七八九十百千万亿二二一一",
)
_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")}
_LATIN = str.maketrans("OoQDlI|〇零", "000011100")
# Characters that may stand in a Chinese numeral, for regular expressions.
DIGIT_CHARS = "零〇一二三四五六七八九两壹贰貳弍叁參参肆伍陆陸柒捌玖"
UNIT_CHARS = "十百千万亿拾佰仟萬億"
NUMERAL = f"[{DIGIT_CHARS}{UNIT_CHARS}廿卅]"


def parse_digits(text: str) -> int | None:
    """Return the value of ASCII digits, with `O`, `o`, `l`, `I`, `|` and 〇 read as digits."""
    plain = "".join(text.split()).translate(_LATIN)
    return int(plain) if plain.isascii() and plain.isdigit() else None


def parse_positional(text: str) -> int | None:
    """Return the value of a numeral read digit by digit, such as 二〇二四 or 二O二4."""
    value = 0
    for char in "".join(text.split()).translate(_PLAIN):
        digit = int(char) if char.isascii() and char.isdigit() else _VALUES.get(char)
        if digit is None:
            return None
        value = value * 10 + digit
    return value if text.strip() else None


def parse_numeral(text: str) -> int | None:
    """Return the value of a numeral in digits or in Chinese: 23, 二十三, 廿三, 叁万伍仟."""
    compact = "".join(text.split())
    if not compact:
        return None
    if (digits := parse_digits(compact)) is not None:
        return digits
    plain = compact.replace("廿", "二十").replace("卅", "三十").translate(_PLAIN)
    if not set(plain) & set("十百千万亿"):
        return parse_positional(plain)
    return _with_units(plain)


def _with_units(plain: str) -> int | None:
    try:
        value = cn2an.cn2an(plain.lstrip("零"), "smart")
    except (ValueError, KeyError):
        return None
    return int(value) if value == int(value) else None
