"""The frame of the window: the top row, the rail, the status row, notices and help pages."""
