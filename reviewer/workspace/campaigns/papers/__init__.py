"""The documents of a campaign, from its records alone.

`service` is what the window asks; `planning` lists what there is to write, the other modules
collect what each document tells.
"""

from reviewer.workspace.campaigns.papers.planning import PaperKind, PaperOffer
from reviewer.workspace.campaigns.papers.service import FORMS, Papers

__all__ = ["FORMS", "PaperKind", "PaperOffer", "Papers"]
