"""The window: Qt Widgets, and nothing else of the program knows Qt."""
