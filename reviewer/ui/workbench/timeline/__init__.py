"""The view 时间线 of a case: limits as bars on one axis, and all dates as a list."""
