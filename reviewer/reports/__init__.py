"""Reports: one report model, written as Word, PDF and Excel.

A report is built once as neutral blocks (`blocks`), from plain values; the writers know blocks
only.  So Word and PDF never say different things.
"""
