"""Worker processes end with the program, however that ends.

A killed program can tell nobody.  A worker that waits for work through a queue would wait for
ever, because it holds the other end of the queue itself; so each worker watches its parent.
"""

import os
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread


def end_with_parent() -> None:
    """End this process at once when the one that started it is gone; in a worker only."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_watch, args=(parent,), name="parent watch", daemon=True).start()


def _watch(parent: BaseProcess) -> None:
    parent.join()
    # Not sys.exit: the page in hand may sit in a library that never comes back.
    os._exit(1)
