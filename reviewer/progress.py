"""How long work reports where it is, and how it is stopped.

Work is a plain function that takes a `Progress`; it never sees Qt.  Calling `report` often is
cheap and is the only place where a cancel or a pause takes effect.
"""

from typing import Protocol


class Progress(Protocol):
    """Receives the state of running work."""

    def report(self, done: int, total: int, label: str) -> None:
        """Tell that `done` of `total` steps are finished; `label` is a short Chinese phrase.

        `total` is 0 while it is unknown.  Blocks while the user has paused the work.

        Raises:
            Cancelled: the user asked the work to stop.
        """
        ...


class Silent:
    """Progress that nobody watches and nobody cancels."""

    def report(self, done: int, total: int, label: str) -> None:
        """Take the report and do nothing."""
