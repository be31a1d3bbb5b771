"""What the trade knows and every package needs: days, dates, numerals, amounts, numbers, names.

Pure functions over text and plain values.  Every finder returns offsets into the text as it was
given, so that a quote can be cut from the page exactly as it stands there.
"""
