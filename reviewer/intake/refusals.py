"""Formats that are not read, each with a sentence and what to convert to.

A table only.  A format that a later version reads leaves this table.
"""

from reviewer.errors import UnreadableFile
from reviewer.intake.kinds import Format
from reviewer.intake.names import suffix_of

_TO_DOCX = "请用 Word 或 WPS 打开，另存为 DOCX 或 PDF 后重新导入。"
_TO_PDF = "请打开该文件，打印或另存为 PDF 后重新导入。"
_TO_ZIP = "请解压后导入文件夹，或重新压缩为 ZIP 后导入。"
_TO_JPG = "请另存为 JPG 或 PNG 后重新导入。"

_REFUSED: dict[Format, tuple[str, str]] = {
    Format.RAR: ("不能读取 RAR 压缩包。", _TO_ZIP),
    Format.SEVEN_ZIP: ("不能读取 7Z 压缩包。", _TO_ZIP),
    Format.TAR: ("不能读取 TAR、GZ 类压缩包。", _TO_ZIP),
    Format.HEIC: (
        "不能读取 HEIC 照片。",
        "请在手机或看图软件中另存为 JPG 后重新导入；手机相机格式可改为“兼容性最佳”。",
    ),
    Format.CAJ: ("不能读取 CAJ 文件。", "请用 CAJViewer 打开，打印为 PDF 后重新导入。"),
    Format.RTF: ("不能读取 RTF 文档。", _TO_DOCX),
    Format.HTML: ("不能读取网页文件。", _TO_PDF),
    Format.GIF: ("不能读取 GIF 图片。", _TO_JPG),
    Format.PHOTOSHOP: ("不能读取 PSD 图片。", _TO_JPG),
    Format.SHORTCUT: ("这是快捷方式，不是文件本身。", "请导入快捷方式所指的文件。"),
    Format.TEXT: ("不能读取纯文本文件。", _TO_DOCX),
    Format.EXCEL: ("不能读取 Excel 表格。", _TO_PDF),
    Format.POWERPOINT: ("不能读取演示文稿。", _TO_PDF),
    Format.OFD: ("不能读取 OFD 版式文件。", "请用 OFD 阅读器另存或打印为 PDF 后重新导入。"),
    Format.OPEN_DOCUMENT: ("不能读取 OpenDocument 文档。", _TO_DOCX),
    Format.LOCKED_OFFICE: (
        "文档设有打开密码。",
        "请用 Word 或 WPS 打开，取消密码后另存为 DOCX，再重新导入。",
    ),
    Format.PROGRAM: ("这是可执行程序，不属于案卷。", "请确认来源，不要运行。"),
    Format.UNKNOWN: ("不认识的文件格式。", "请转换为 PDF、DOCX、JPG 或 PNG 后重新导入。"),
}
_OLD_OFFICE: dict[str, tuple[str, str]] = {
    ".wps": ("不能读取 .wps 文档。", _TO_DOCX),
    ".wpt": ("不能读取 .wpt 文档。", _TO_DOCX),
    ".et": ("不能读取 .et 表格。", _TO_PDF),
    ".ett": ("不能读取 .ett 表格。", _TO_PDF),
    ".dps": ("不能读取 .dps 演示文稿。", _TO_PDF),
    ".xls": ("不能读取 .xls 表格。", _TO_PDF),
    ".ppt": ("不能读取 .ppt 演示文稿。", _TO_PDF),
    ".msg": ("不能读取邮件文件。", _TO_PDF),
}
_OLD_WORD = ("不能读取旧版 Word 文档（.doc）。", _TO_DOCX)
_STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("PowerPoint Document", ".ppt"),
)


def refusal(form: Format, path: str, content: bytes = b"") -> UnreadableFile | None:
    """Return why a file of this format is not read; None when the format is read.

    `content` holds as much of an old Office file as is at hand: its streams tell what it is.
    """
    if form is Format.OLE:
        return UnreadableFile(*_old_office(path, content))
    if form not in _REFUSED:
        return None
    return UnreadableFile(*_REFUSED[form])


def _old_office(path: str, content: bytes) -> tuple[str, str]:
    if _holds(content, "EncryptedPackage"):
        return _REFUSED[Format.LOCKED_OFFICE]
    suffix = suffix_of(path)
    if suffix in _OLD_OFFICE:
        return _OLD_OFFICE[suffix]
    for stream, real in _STREAMS:
        if suffix != ".doc" and _holds(content, stream):
            return _OLD_OFFICE.get(real, _OLD_WORD)
    return _OLD_WORD


def _holds(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content
