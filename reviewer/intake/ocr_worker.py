"""The process that reads pages: draws a page, says its hash, and recognises it when asked.

It talks over one pipe and ends when the pipe does or the program dies, whatever page it is at.
Nothing that goes wrong with a page ends it.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import psutil

from reviewer.errors import UnreadableFile
from reviewer.intake.images import Pixels
from reviewer.intake.page_image import image_hash, page_image
from reviewer.intake.parent import end_with_parent
from reviewer.model import FileKind

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is asked: one page."""

    location: str
    kind: FileKind
    page: int
    head: bool = False
    """Whether only the lines where a title stands are wanted."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """First answer: the page was drawn.  The worker then waits for True (read it) or False."""

    sha256: str
    """Of the page image; empty when only its head is read."""
    width: float
    height: float
    """Size as delivered, before turning."""


@dataclass(frozen=True, slots=True)
class Done:
    """Last answer: the encoded reading; empty when it was not wanted."""

    reading: bytes


@dataclass(frozen=True, slots=True)
class Failed:
    """Last answer instead: why this page cannot be read."""

    reason: str


def serve(pipe: Connection) -> None:
    """Answer orders until the pipe closes."""
    end_with_parent()
    _step_back()
    read: Callable[[Pixels, bool], bytes] | None = None
    while True:
        try:
            order: Order = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pixels, (width, height) = page_image(Path(order.location), order.kind, order.page)
            pipe.send(Drawn("" if order.head else image_hash(pixels), width, height))
            if not pipe.recv():
                pipe.send(Done(b""))
                continue
            # Loaded late: a page that the cache knows costs no models.
            if read is None:
                read = _load()
            pipe.send(Done(read(pixels, order.head)))
        except (EOFError, BrokenPipeError):
            return
        except UnreadableFile as error:
            pipe.send(Failed(f"{error}{error.remedy}"))
        except Exception:  # a page must not end the worker
            log.exception("page %d cannot be recognised", order.page)
            pipe.send(Failed("识别这一页时出错。请单独查看该页，必要时手工填写。"))


def _step_back() -> None:
    """Give way to the window and leave Ctrl+C to the program."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    process = psutil.Process()
    if sys.platform == "win32":
        process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(10)


def _load() -> Callable[[Pixels, bool], bytes]:
    """Return what reads a picture, or only its head.

    The imports stand here because the program itself must not load the models' libraries: they
    cost a second and 150 MB.
    """
    import onnxruntime  # noqa: PLC0415

    from reviewer.intake.page_reading import read_head, read_image  # noqa: PLC0415
    from reviewer.intake.reading_codec import encode_reading  # noqa: PLC0415
    from reviewer.intake.recogniser import Recogniser  # noqa: PLC0415

    onnxruntime.set_default_logger_severity(4)
    reader = Recogniser()

    def read(pixels: Pixels, head: bool) -> bytes:
        return encode_reading((read_head if head else read_image)(pixels, reader))

    return read
