"""A recognition worker without models, for what the engine does around it."""

import os
from multiprocessing.connection import Connection

from reviewer.intake.ocr_worker import Done, Drawn, Failed, Order
from reviewer.intake.reading_codec import PageReading, encode_reading
from reviewer.model import Box, Line

DEADLY, DAMAGED, SLOW = 13, 14, 15
"""Pages that end the worker, cannot be read, and never come to an end."""


def serve(pipe: Connection) -> None:
    """Answer like the real worker; the image of a page is named by file name and page."""
    while True:
        try:
            order: Order = pipe.recv()
        except EOFError:
            return
        if order.page == DEADLY:
            os._exit(1)
        if order.page == DAMAGED:
            pipe.send(Failed("这一页已损坏。"))
            continue
        pipe.send(Drawn(f"image of page {order.page}", 100.0, 200.0))
        if not pipe.recv():
            pipe.send(Done(b""))
        elif order.page == SLOW:
            pipe.recv()
        else:
            line = Line(f"第{order.page}页", Box(0.1, 0.1, 0.5, 0.2), 0.9, bytes([90] * 3))
            pipe.send(Done(encode_reading(PageReading(90, (line,)))))
