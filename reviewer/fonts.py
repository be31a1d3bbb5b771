"""Finding TrueType Chinese fonts on this computer.

reportlab embeds TrueType outlines only and refuses CFF fonts such as Noto CJK, so only fonts
known to carry TrueType outlines are looked for.  Nothing is shipped: Windows has its own, Debian
packages them (`fonts-arphic-uming fonts-arphic-ukai fonts-wqy-zenhei`).
"""

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reviewer.errors import UserError


class FontRole(StrEnum):
    """What a typeface is used for in official Chinese documents."""

    SONG = "song"  # 宋体: tables and body of forms
    HEI = "hei"  # 黑体: heads
    KAI = "kai"  # 楷体: second heads, notes
    FANG = "fang"  # 仿宋: body of official letters


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file and the face inside it."""

    path: Path
    index: int = 0
    """Face inside a TrueType collection."""


_WINDOWS: dict[FontRole, tuple[tuple[str, int], ...]] = {
    FontRole.SONG: (("simsun.ttc", 0), ("simhei.ttf", 0)),
    FontRole.HEI: (("simhei.ttf", 0), ("msyh.ttc", 0), ("simsun.ttc", 0)),
    FontRole.KAI: (("simkai.ttf", 0), ("simsun.ttc", 0)),
    FontRole.FANG: (("simfang.ttf", 0), ("simsun.ttc", 0)),
}
_LINUX: dict[FontRole, tuple[tuple[str, int], ...]] = {
    FontRole.SONG: (("arphic/uming.ttc", 0), ("wqy/wqy-zenhei.ttc", 0)),
    FontRole.HEI: (("wqy/wqy-zenhei.ttc", 0), ("arphic/uming.ttc", 0)),
    FontRole.KAI: (("arphic/ukai.ttc", 0), ("arphic/uming.ttc", 0)),
    FontRole.FANG: (("arphic/uming.ttc", 0), ("wqy/wqy-zenhei.ttc", 0)),
}


@cache
def find_font(role: FontRole) -> FontFile:
    """Return the font of this computer for `role`, or the nearest one that is there.

    Raises:
        UserError: the computer has no usable Chinese font.
    """
    folder, table = _table()
    for name, index in table[role]:
        if (folder / name).is_file():
            return FontFile(folder / name, index)
    raise UserError(
        "本机没有可用的中文字体，不能生成 PDF 文书。",
        "Windows 请恢复系统自带的宋体、黑体；Linux 请安装 "
        "fonts-arphic-uming、fonts-arphic-ukai、fonts-wqy-zenhei。",
    )


def _table() -> tuple[Path, dict[FontRole, tuple[tuple[str, int], ...]]]:
    if sys.platform == "win32":
        return Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", _WINDOWS
    return Path("/usr/share/fonts/truetype"), _LINUX
