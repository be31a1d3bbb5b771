"""Writing results and messages so that Chinese arrives whole on every console and in every pipe.

Results are UTF-8 with bare newlines whatever the console's code page is; messages use the
console's own encoding and never fail for a character it lacks.
"""

import sys
from typing import TextIO


def write_result(text: str) -> None:
    """Write one line of the result to standard output."""
    sys.stdout.flush()
    stream = sys.stdout.buffer
    stream.write(f"{text}\n".encode("utf-8", "replace"))
    stream.flush()


def tell(text: str) -> None:
    """Write one line to standard error."""
    stream = sys.stderr
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(f"{text.encode(encoding, 'replace').decode(encoding)}\n")
    stream.flush()


class ProgressLines:
    """Progress on standard error: one line that changes on a console, a few lines in a pipe."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._live = (stream or sys.stderr).isatty()
        self._said = ""

    def report(self, done: int, total: int, label: str) -> None:
        """Tell the state when it is another tenth, or another kind of work."""
        tenth = done * 10 // total if total else 0
        kind = label.partition(" ")[0]
        state = f"{kind} {tenth}" if not self._live else f"{label} {done}"
        if state == self._said:
            return
        self._said = state
        tell(f"{label}（{done}/{total}）" if total else label)
