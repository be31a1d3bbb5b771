"""The workbench: the tab of one case, with its documents, pages and checklist.

Widgets show values they are given and say what is wanted; `CaseDesk` alone talks to the
workspace, through jobs.
"""

from reviewer.ui.workbench.case_tab import CaseTab

__all__ = ["CaseTab"]
