"""The annual campaign (年度案卷评查活动): ledger, draw, assignment, adjudication, statistics.

Pure functions on values of `model`: no files, no database, no clock unless the time is given.
"""
