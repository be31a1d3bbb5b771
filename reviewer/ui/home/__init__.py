"""The home tab: the cases and their state, and the ways to start."""
