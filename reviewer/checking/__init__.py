"""Documents, facts and library → findings: the rules of deadlines-and-rules.md and documents.md.

Rules are data (resources/rules) that name a family; families are pure functions of one case.
Rules know no review items: a standard's item lists the rules that propose for it.
"""

from reviewer.checking.calendars import load_calendar, overlaid
from reviewer.checking.engine import (
    ENGINE_VERSION,
    engine_version,
    knowledge_version,
    run_rules,
)
from reviewer.checking.figures import FIGURES_FILE, load_figures, save_figures
from reviewer.checking.laws import StatuteBook, load_laws
from reviewer.checking.rules import load_rules
from reviewer.checking.timeline import timeline

__all__ = [
    "ENGINE_VERSION",
    "FIGURES_FILE",
    "StatuteBook",
    "engine_version",
    "knowledge_version",
    "load_calendar",
    "load_figures",
    "load_laws",
    "load_rules",
    "overlaid",
    "run_rules",
    "save_figures",
    "timeline",
]
