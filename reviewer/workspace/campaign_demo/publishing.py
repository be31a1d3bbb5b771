"""What the organiser writes and issues: the bulletin, and the material of the yearly report."""

from dataclasses import replace
from uuid import UUID

from reviewer.model.year_end import AnnualDraft, annual_id
from reviewer.workspace.campaign_demo.setting import Clock, Days
from reviewer.workspace.campaigns.annual_form import PLANS
from reviewer.workspace.workspace import Workspace

_BULLETIN = {
    "number": "云交执监〔2025〕18号",
    "to": "",
    "copies": "云岭省司法厅，各市交通运输局",
    "practices": "多数单位建立了法制审核清单，重大执法决定审核意见附卷。\n"
    "部分单位实行案卷归档前自查，卷内文书顺序和页码较为规范。",
    "requirements": "请各单位将本次评查发现的问题纳入下半年执法培训内容。",
}
_FIGURES = {
    "courses": "6", "trained": "842", "hours": "64", "certified": "613", "revoked": "11",
    "published": "1820", "published_decisions": "192", "recorded": "1530", "lawyers": "71",
    "inspections": "1264", "coercion": "48", "no_penalty": "48", "reviewed": "36",
    "transferred": "4", "reconsidered": "7", "lawsuits": "3",
}  # fmt: skip
"""Made-up figures; what the records of the campaign tell goes before them."""
_PLANS = (
    "一是跟踪转入下一年度的整改事项，逐项销号；二是组织法制审核人员轮训；"
    "三是结合评查发现的问题修订文书制作规范。"
)


def word_bulletin(workspace: Workspace, campaign: UUID, clock: Clock) -> None:
    """Write what the records do not tell into the bulletin."""
    clock.go_to(Days.BULLETIN)
    workspace.campaigns.bulletins.keep(campaign, _BULLETIN)


def issue_bulletin(workspace: Workspace, campaign: UUID, clock: Clock) -> None:
    """Register that the bulletin was issued."""
    workspace.campaigns.bulletins.issue(campaign, clock.go_to(Days.BULLETIN))


def fill_annual(workspace: Workspace, campaign: UUID) -> int:
    """Fill in the yearly report: what the records suggest, and the rest; return what is missing."""
    service = workspace.campaigns.year_end
    view = service.annual(campaign)
    told = {
        one.asked.key: one.suggested
        for section in view.sections
        for one in section.figures
        if one.suggested
    }
    draft = AnnualDraft(annual_id(campaign), campaign)
    texts = {PLANS: _PLANS}
    filled = service.fill_annual(campaign, replace(draft, figures=_FIGURES | told, texts=texts))
    return filled.missing
