"""Numbers in other brackets than round ones: 周超〔宁C0300118〕, 丁一【证号0300127】.

Everything that reads officers looks for round brackets.  Only brackets around a certificate's
number are folded: those of a document's number 〔2024〕12号 and of a heading 【当事人】 stay.
"""

import re

_WORD = r"(?:[\u4e00-\u9fa5]{0,8}(?:证|号|编号|号码)[:为是]?|NO[.:]?)"
_NUMBER = r"(?:[\u4e00-\u9fa5]{0,6}[A-Z]{0,4}[\-.·]?[A-Z]{0,4}[\-.]?第?[0-9][0-9A-Z\-]{3,20}号?)"
_YEAR = r"(?![(]?(?:19|20)[0-9]{2}年?[\]〕】}〉〗〙>])"
_FOLDED = re.compile(
    rf"(?<![字罚告强改责案])[\[〔【{{〈〖〘]{_YEAR}(?P<inside>{_WORD}?{_NUMBER}(?:[、,;/和及]{_WORD}?{_NUMBER})*)"
    r"[\]〕】}〉〗〙](?![第字号元]|[0-9A-Z]{1,9}号)",
    re.IGNORECASE,
)
_ANY = re.compile(r"[\[〔【{〈〖〘\]〕】}〉〗〙]")
_BEGUN = re.compile(
    rf"(?<=[\u4e00-\u9fa5])[\[〔【{{〈〖〘](?P<inside>(?:{_WORD}[\u4e00-\u9fa5A-Z\-]{{0,6}}|"
    r"[\u4e00-\u9fa5]{1,6}[A-Z0-9\-]{1,8}|[A-Z]{1,4}-?)[0-9\-]{0,12})$"
)
"""A number that goes on in the next line: 穆雪芹〔证件编号川."""
_ENDED = re.compile(
    r"^(?P<inside>[^\[〔【{〈〖〘()]{0,12}[0-9]{2,})[\]〕】}〉〗〙](?![第字号元]|[0-9A-Z]{1,9}号)"
)


def with_round_brackets(text: str) -> str:
    """Return squeezed text, as long as it was, with round brackets around officers' numbers."""
    if not _ANY.search(text):
        return text
    text = _FOLDED.sub(r"(\g<inside>)", text)
    return _ENDED.sub(r"\g<inside>)", _BEGUN.sub(r"(\g<inside>", text))
