"""Delivered files and what became of each of them at import."""

from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    """What a delivered file is, decided by its content, never by its suffix alone."""

    PDF = "pdf"
    DOCX = "docx"
    IMAGE = "image"
    TIFF = "tiff"
    MEDIA = "media"  # audio and video: listed with their hash, never copied
    OTHER = "other"


class ImportResult(StrEnum):
    """What became of one file."""

    STORED = "stored"
    DUPLICATE = "duplicate"  # same content as a file of this case, stored once
    LISTED = "listed"  # audio or video: recorded, not copied
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a case, readable by intake."""

    sha256: str
    """SHA-256 of the content, lower-case hex."""
    path: str
    """Delivered path below what was imported, `/` between parts, Unicode NFC."""
    kind: FileKind
    size: int
    """Bytes."""
    pages: int
    """Number of pages; 0 for audio and video."""
    location: str = ""
    """Absolute path of a readable copy on this computer (vault, original or temporary)."""
    original: str = ""
    """Absolute path of the file as delivered, when `location` is a copy opened by a password."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a page of one, that could not be read."""

    path: str
    """As in `SourceFile.path`."""
    reason: str
    """Chinese: what happened and what to do about it."""
    sha256: str = ""
    page: int = 0
    """0 when the whole file could not be read."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row of the import report."""

    path: str
    kind: FileKind
    kind_name: str
    """Chinese name shown to the reviewer, such as 扫描 PDF."""
    result: ImportResult
    pages: int
    size: int
    message: str
    """Chinese: the result in one sentence."""
    remedy: str = ""
    """Chinese: what to do about a failure."""
    sha256: str = ""
    locked: bool = False
    """It failed for want of its password."""
