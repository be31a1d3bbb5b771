"""Characters that recognition takes for others, put right where their neighbours leave no doubt.

Only what no document prints is mended: 复义 is 复议, 十五目内 is 十五日内, 39亏 is 39号.  The
length stays, so that every character still knows where it stands; a quote shows what was read.
"""

import re

_FIGURE = "0-9〇零一二三四五六七八九十"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_MENDED = (
    (re.compile("复[义仪](?!务)"), "复议"),
    (
        re.compile(rf"(?<=[{_FIGURE}])[目曰](?=[内前起止至,。;)]|以[内前]|[0-9]{{1,2}}[时:]|$)"),
        "日",
    ),
    (re.compile(rf"(?<=月[{_FIGURE}])[目曰]|(?<=月[{_FIGURE}]{{2}})[目曰]"), "日"),
    (re.compile("(?<=[0-9])亏(?!损)"), "号"),
    (re.compile("决[走足]书"), "决定书"),
    (re.compile(f"(?<=[{_FORMAL}])[任什阡](?=[{_FORMAL}元圆万])"), "仟"),
    (re.compile(f"(?<=[{_FORMAL}])[伯陌](?=[{_FORMAL}元圆万拾])"), "佰"),
    (re.compile(f"(?<=[{_FORMAL}])[抬捨](?=[{_FORMAL}元圆万])"), "拾"),
    (re.compile(f"(?<=[{_FORMAL}仟佰拾])方(?=[{_FORMAL}元圆])"), "万"),
)
_SEEN = re.compile("[义仪目曰亏走足任什阡伯陌抬捨方]")


def mended(text: str) -> str:
    """Return squeezed text, as long as it was, with misread characters put right."""
    if not _SEEN.search(text):
        return text
    for pattern, right in _MENDED:
        text = pattern.sub(right, text)
    return text
