"""The way in: what was dropped, how it becomes cases, and what became of every file."""
