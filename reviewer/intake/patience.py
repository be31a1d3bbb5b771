"""How long a process that reads may take before it is taken for stuck.

Only time in which this program ran as well is counted: a computer that slept for an hour, or was
too busy to run anything, has not shown that a file never comes to an end.
"""

from time import monotonic

_STEP = 1.0
"""Seconds between two looks that count at most; whoever waits looks several times a second."""


class Patience:
    """Counts down while it is asked."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._seen = monotonic()

    def is_over(self) -> bool:
        """Return whether the time is up; to be asked again and again while waiting."""
        now = monotonic()
        self._left -= min(now - self._seen, _STEP)
        self._seen = now
        return self._left < 0
