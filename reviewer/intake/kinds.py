"""What a delivered file is, decided by its content.

The suffix only tells apart what the content cannot (old Office formats, raw video streams) and
is compared afterwards, so that a wrong one can be named.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.intake.names import suffix_of
from reviewer.model import FileKind

HEAD = 4096
"""Bytes of the beginning of a file that `sniff` wants."""


class Format(StrEnum):
    """A file format, finer than `FileKind`; the value is its Chinese name."""

    PDF = "PDF"
    JPEG = "JPG 图片"
    PNG = "PNG 图片"
    BMP = "BMP 图片"
    WEBP = "WebP 图片"
    TIFF = "TIFF 图片"
    ZIP = "ZIP 压缩包"  # also DOCX, XLSX, OFD until the members were seen
    DOCX = "Word 文档"
    MEDIA = "音像资料"
    OLE = "旧版 Office 文档"
    RAR = "RAR 压缩包"
    SEVEN_ZIP = "7Z 压缩包"
    TAR = "TAR、GZ 压缩包"
    HEIC = "HEIC 照片"
    CAJ = "CAJ 文献"
    RTF = "RTF 文档"
    HTML = "网页"
    GIF = "GIF 图片"
    PHOTOSHOP = "PSD 图片"
    SHORTCUT = "快捷方式"
    TEXT = "纯文本"
    EXCEL = "Excel 表格"
    POWERPOINT = "演示文稿"
    OFD = "OFD 版式文件"
    OPEN_DOCUMENT = "OpenDocument 文档"
    LOCKED_OFFICE = "加密的 Office 文档"
    PROGRAM = "可执行程序"
    UNKNOWN = "其他文件"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What the first bytes of a file say it is."""

    format: Format
    kind: FileKind
    name: str
    """Chinese name shown to the reviewer."""


_MAGIC: tuple[tuple[int, bytes, Format], ...] = (
    (0, b"\xff\xd8\xff", Format.JPEG),
    (0, b"\x89PNG\r\n\x1a\n", Format.PNG),
    (0, b"BM", Format.BMP),
    (0, b"II*\0", Format.TIFF),
    (0, b"MM\0*", Format.TIFF),
    (0, b"II+\0", Format.TIFF),
    (0, b"MM\0+", Format.TIFF),
    (0, b"PK\x03\x04", Format.ZIP),
    (0, b"PK\x05\x06", Format.ZIP),
    (0, b"PK\x07\x08", Format.ZIP),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLE),
    (0, b"Rar!\x1a\x07", Format.RAR),
    (0, b"7z\xbc\xaf\x27\x1c", Format.SEVEN_ZIP),
    (0, b"\x1f\x8b", Format.TAR),
    (0, b"BZh", Format.TAR),
    (0, b"\xfd7zXZ\0", Format.TAR),
    (257, b"ustar", Format.TAR),
    (0, b"GIF8", Format.GIF),
    (0, b"8BPS", Format.PHOTOSHOP),
    (0, b"{\\rtf", Format.RTF),
    (0, b"CAJ\0", Format.CAJ),
    (0, b"HN\0\0", Format.CAJ),
    (0, b"HN\xc8\0", Format.CAJ),
    (0, b"KDH ", Format.CAJ),
    (0, b"L\0\0\0\x01\x14\x02\0", Format.SHORTCUT),
    (0, b"MZ", Format.PROGRAM),
    (0, b"\x7fELF", Format.PROGRAM),
    (0, b"ID3", Format.MEDIA),
    (0, b"\x1aE\xdf\xa3", Format.MEDIA),
    (0, b"0&\xb2u\x8ef\xcf\x11", Format.MEDIA),
    (0, b"FLV\x01", Format.MEDIA),
    (0, b".RMF", Format.MEDIA),
    (0, b"fLaC", Format.MEDIA),
    (0, b"OggS", Format.MEDIA),
    (0, b"#!AMR", Format.MEDIA),
    (0, b"DHAV", Format.MEDIA),
    (0, b"IMKH", Format.MEDIA),
    (0, b"\0\0\x01\xba", Format.MEDIA),
    (0, b"\0\0\x01\xb3", Format.MEDIA),
)
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")
_MEDIA_SUFFIXES = frozenset(
    """
    .mp4 .m4v .mov .avi .mkv .wmv .flv .f4v .rm .rmvb .mpg .mpeg .vob .ts .mts .m2ts .3gp .webm
    .dav .h264 .h265 .264 .265 .ps .asf .mp3 .wav .wma .m4a .aac .amr .ogg .flac .ape
    """.split()  # noqa: SIM905 - a table of forty suffixes reads better as words
)
_IMAGES = {Format.JPEG, Format.PNG, Format.BMP, Format.WEBP}
_SUFFIXES: dict[Format, frozenset[str]] = {
    Format.PDF: frozenset({".pdf"}),
    Format.JPEG: frozenset({".jpg", ".jpeg", ".jpe", ".jfif"}),
    Format.PNG: frozenset({".png"}),
    Format.BMP: frozenset({".bmp", ".dib"}),
    Format.WEBP: frozenset({".webp"}),
    Format.TIFF: frozenset({".tif", ".tiff"}),
    Format.ZIP: frozenset({".zip"}),
    Format.DOCX: frozenset({".docx", ".docm", ".dotx", ".dotm"}),
}


def sniff(head: bytes, path: str) -> Sniffed:
    """Return what a file is whose first `HEAD` bytes are `head`; `path` decides only last."""
    form = _by_magic(head)
    if form is Format.UNKNOWN:
        form = _by_suffix_or_text(head, suffix_of(path))
    return described(form)


def described(form: Format) -> Sniffed:
    """Return the kind and the name that go with a format."""
    kind = FileKind.OTHER
    if form is Format.PDF:
        kind = FileKind.PDF
    elif form in _IMAGES:
        kind = FileKind.IMAGE
    elif form is Format.TIFF:
        kind = FileKind.TIFF
    elif form is Format.DOCX:
        kind = FileKind.DOCX
    elif form is Format.MEDIA:
        kind = FileKind.MEDIA
    return Sniffed(form, kind, form.value)


def wrong_suffix(form: Format, path: str) -> str:
    """Return a Chinese remark when the suffix says something else than the content."""
    suffix = suffix_of(path)
    right = _SUFFIXES.get(form)
    if right is None or suffix in right:
        return ""
    if not suffix:
        return f"文件没有扩展名，按内容（{form.value}）读取。"
    return f"扩展名是 {suffix}，内容是{form.value}，按内容读取。"


def _by_magic(head: bytes) -> Format:
    for offset, magic, form in _MAGIC:
        if head.startswith(magic, offset):
            return form
    # Scanners put printer commands or a byte order mark before the header; readers accept it
    # anywhere in the first kilobyte.
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    return _by_container(head)


def _by_container(head: bytes) -> Format:
    if head[4:8] == b"ftyp":
        return Format.HEIC if head[8:12] in _HEIC_BRANDS else Format.MEDIA
    if head[:4] == b"RIFF":
        return {b"WEBP": Format.WEBP, b"AVI ": Format.MEDIA, b"WAVE": Format.MEDIA}.get(
            head[8:12], Format.UNKNOWN
        )
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free"):
        return Format.MEDIA
    if len(head) > 376 and head[0] == head[188] == head[376] == 0x47:
        return Format.MEDIA
    if head[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf1", b"\xff\xf9"):
        return Format.MEDIA
    return Format.UNKNOWN


def _by_suffix_or_text(head: bytes, suffix: str) -> Format:
    start = head[:512].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Format.HTML
    if suffix in _MEDIA_SUFFIXES and not _is_text(head):
        return Format.MEDIA
    if suffix in (".caj", ".nh", ".kdh"):
        return Format.CAJ
    return Format.TEXT if head and _is_text(head) else Format.UNKNOWN


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    if any(byte < 9 or 13 < byte < 32 for byte in head):
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            # The head may end inside a character.
            head[: len(head) - 4 if len(head) > 8 else None].decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
