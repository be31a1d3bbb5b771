"""Made-up case files with planted faults, and the measure of what was found in them.

Names, numbers and places are invented.  A fault is planted in the data of a case (dates, people,
amounts, missing documents), never in a form that only one expression would find.
"""

from reviewer.model.figures import RuleScore
from reviewer.proof.demo import make_demo_cases
from reviewer.proof.drawing import TRAPS, draw_faults, draw_plan
from reviewer.proof.faults import FAULTS, Fault, Planted
from reviewer.proof.figures import Figures, FormFigures, sum_up
from reviewer.proof.made import Form, MadeCase, make_case
from reviewer.proof.measure import Comparison, compare, totals
from reviewer.proof.plan import Plan
from reviewer.proof.proving import Drawn, Proven, Request, draw, prove
from reviewer.proof.publishing import measured, merged, refuse_figures
from reviewer.proof.seeds import DEFAULT_SEED, REPORTING_SEEDS, WRITING_SEEDS
from reviewer.proof.story import CaseStory, make_story

__all__ = [
    "DEFAULT_SEED",
    "FAULTS",
    "REPORTING_SEEDS",
    "TRAPS",
    "WRITING_SEEDS",
    "CaseStory",
    "Comparison",
    "Drawn",
    "Fault",
    "Figures",
    "Form",
    "FormFigures",
    "MadeCase",
    "Plan",
    "Planted",
    "Proven",
    "Request",
    "RuleScore",
    "compare",
    "draw",
    "draw_faults",
    "draw_plan",
    "make_case",
    "make_demo_cases",
    "make_story",
    "measured",
    "merged",
    "prove",
    "refuse_figures",
    "sum_up",
    "totals",
]
