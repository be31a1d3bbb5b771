"""Made-up case files with planted faults, and the measure of what was found in them.

Names, numbers and places are invented.  A fault is planted in the data of a case (dates, people,
amounts, missing documents), never in a form that only one expression would find.
"""

from reviewer.proof.demo import make_demo_cases
from reviewer.proof.drawing import TRAPS, draw_faults, draw_plan
from reviewer.proof.faults import FAULTS, Fault, Planted
from reviewer.proof.made import Form, MadeCase, make_case
from reviewer.proof.measure import Comparison, RuleScore, compare, totals
from reviewer.proof.plan import Plan
from reviewer.proof.story import CaseStory, make_story

__all__ = [
    "FAULTS",
    "TRAPS",
    "CaseStory",
    "Comparison",
    "Fault",
    "Form",
    "MadeCase",
    "Plan",
    "Planted",
    "RuleScore",
    "compare",
    "draw_faults",
    "draw_plan",
    "make_case",
    "make_demo_cases",
    "make_story",
    "totals",
]
