"""Standards and marks in, score, grade and explanation out.

Pure functions on values of `reviewer.model`; only the loaders read files.
"""

from reviewer.scoring.exclusion import likely_fault
from reviewer.scoring.explain import explain
from reviewer.scoring.marking import Readiness, check_mark, check_veto, ready_to_sign
from reviewer.scoring.phrases import PhraseEntry, load_phrases, search_phrases
from reviewer.scoring.proposals import ItemProposal, items_of_rule, propose, with_proposals
from reviewer.scoring.score import score
from reviewer.scoring.standards import (
    load_standard,
    load_standards,
    standard_from_text,
    standard_to_text,
    standard_to_yaml,
)

__all__ = [
    "ItemProposal",
    "PhraseEntry",
    "Readiness",
    "check_mark",
    "check_veto",
    "explain",
    "items_of_rule",
    "likely_fault",
    "load_phrases",
    "load_standard",
    "load_standards",
    "propose",
    "ready_to_sign",
    "score",
    "search_phrases",
    "standard_from_text",
    "standard_to_text",
    "standard_to_yaml",
    "with_proposals",
]
