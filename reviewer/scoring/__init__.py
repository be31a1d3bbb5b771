"""Standards and marks in, score, grade and explanation out.

Pure functions on values of `reviewer.model`; only the loaders read files.
"""

from reviewer.scoring.exclusion import likely_fault
from reviewer.scoring.score import score
from reviewer.scoring.standards import (
    load_standard,
    load_standards,
    standard_from_text,
    standard_to_text,
)

__all__ = [
    "likely_fault",
    "load_standard",
    "load_standards",
    "score",
    "standard_from_text",
    "standard_to_text",
]
