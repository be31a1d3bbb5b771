"""Everything a user can ask for: one small service per area, and the values a window shows.

The window shows those values before it opens a data folder, so the services, with all that they
stand on (1.5 s to load, measured), come only when they are asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.workspace.workspace import Workspace

__all__ = ["Workspace"]


def __getattr__(name: str) -> object:
    """Load the services at their first use."""
    if name != "Workspace":
        raise AttributeError(name)
    from reviewer.workspace.workspace import Workspace  # noqa: PLC0415 - the rule of this module

    return Workspace
