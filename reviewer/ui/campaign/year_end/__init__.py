"""The year's end: material of the yearly report, and the check of the three systems."""
