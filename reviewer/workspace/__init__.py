"""Everything a user can ask for: one small service per area, and the values a window shows."""

from reviewer.workspace.workspace import Workspace

__all__ = ["Workspace"]
