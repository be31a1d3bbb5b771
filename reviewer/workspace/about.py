"""What the program says about the knowledge that it ships with.

Read from the shipped data itself, so that it cannot be out of date.
"""

from reviewer.checking import load_laws


def law_state() -> str:
    """Return up to when the statute texts are complete, in words: 法规库截至 2025-04."""
    return load_laws().version
