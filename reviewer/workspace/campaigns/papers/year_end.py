"""What people filled in at the year's end, beside what the records tell, and its two reports."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from reviewer import scoring
from reviewer.errors import Refused
from reviewer.model import Case, Review, Round, Standard
from reviewer.model.feedback import RectificationState
from reviewer.model.year_end import AnnualDraft, SelfCheck, annual_id, self_check_id
from reviewer.reports.blocks import Report
from reviewer.reports.campaign.inputs import Official
from reviewer.reports.campaign.self_check import self_check
from reviewer.reports.campaign.year_inputs import AnnualInput, SelfCheckInput
from reviewer.reports.inputs import ReviewInput
from reviewer.store import standards
from reviewer.workspace.campaigns import annual_form, self_check_form
from reviewer.workspace.campaigns.annual_form import AnnualView
from reviewer.workspace.campaigns.papers.ground import Ground
from reviewer.workspace.campaigns.self_check_form import SelfCheckView
from reviewer.workspace.campaigns.state import CampaignState

_THREE_SYSTEMS = "three_systems"
_FROM_REVIEWS, _FROM_CLOSINGS = "Z12", "Z25"
"""Items of that standard whose rate the campaign's own records tell."""
_CLOSED = frozenset({RectificationState.CLOSED, RectificationState.REVISITED})


def draft_of(state: CampaignState) -> AnnualDraft:
    """Return what was filled in for the yearly report; an empty draft before that."""
    found = state.of(AnnualDraft)
    campaign = state.campaign.id
    return found[-1] if found else AnnualDraft(annual_id(campaign), campaign)


def annual_view(ground: Ground, state: CampaignState) -> AnnualView:
    """Return the form of the yearly report with what ledger and reviews suggest."""
    campaign = state.campaign
    told = annual_form.ledger_figures(state.ledger.rows if state.ledger else ())
    source = f"台账 {campaign.cases_from:%Y-%m-%d} 至 {campaign.cases_to:%Y-%m-%d}"
    suggested = {key: (value, source) for key, value in told.items()}
    if reviewed := len({one.case for one in ground.final(state)}):
        suggested["files"] = (str(reviewed), "本次评查已定")
    last = _last(ground, campaign.previous)
    return annual_form.view_of(campaign.year, draft_of(state), last, suggested)


def annual_source(ground: Ground, state: CampaignState, head: Official) -> AnnualInput:
    """Return what the yearly report is made from; it goes to the authorities above.

    Raises:
        UserError: a figure is not a number; the sentence names it.
    """
    return annual_form.input_of(annual_view(ground, state), replace(head, to=""))


def check_of(ground: Ground, state: CampaignState) -> tuple[SelfCheck, Standard]:
    """Return the replies with their standard: the pinned one, before it the newest.

    Raises:
        Refused: the standard of the three systems is missing.
    """
    shipped = {one.content_hash: one for one in ground.knowledge.standards}
    found = state.of(SelfCheck)
    if found:
        with ground.store.snapshot() as session:
            pinned = standards.known(session, found[-1].content_hash)
        standard = pinned or shipped.get(found[-1].content_hash)
        if standard is not None:
            return found[-1], standard
    newest = next((one for one in shipped.values() if one.id == _THREE_SYSTEMS), None)
    if newest is None:
        raise Refused("没有三项制度自查评估的标准。", "请重新安装程序，恢复随附的标准。")
    campaign = state.campaign.id
    return SelfCheck(self_check_id(campaign), campaign, newest.content_hash), newest


def check_view(ground: Ground, state: CampaignState) -> SelfCheckView:
    """Return the form of the self-check with what the campaign's records suggest."""
    kept, standard = check_of(ground, state)
    organiser = state.campaign.organiser
    return self_check_form.view_of(standard, kept, organiser, _suggested(ground, state))


def check_report(ground: Ground, state: CampaignState, head: Official) -> Report:
    """Return 三项制度自查评估报告; a draft while a requirement is 待定."""
    kept, standard = check_of(ground, state)
    unit = kept.unit or state.campaign.organiser
    source = SelfCheckInput(
        replace(head, body=unit, to=""),
        _review_input(kept, standard, unit, head.written_on),
        unit,
        state.campaign.year,
        tuple(line.strip() for line in kept.measures.splitlines() if line.strip()),
        kept.proofs,
    )
    return self_check(source)


def _last(ground: Ground, campaign_id: UUID | None) -> AnnualDraft | None:
    known = {one.id for one in ground.records.campaigns()}
    if campaign_id is None or campaign_id not in known:
        return None
    return draft_of(ground.records.load(campaign_id))


def _suggested(ground: Ground, state: CampaignState) -> Mapping[str, tuple[str, str]]:
    """Return the rates that the campaign's own records tell, in percent, with their source."""
    found = {}
    if ground.final(state):
        mean = ground.results.statistics(state.campaign.id).overview.mean
        if mean.value is not None:
            told = f"本次案卷评查 {mean.count} 卷，平均 {mean.value} 分"
            found[_FROM_REVIEWS] = (str(mean.value), told)
    counted = [one for one in state.rectifications if one.state is not RectificationState.WITHDRAWN]
    if counted:
        done = sum(one.state in _CLOSED for one in counted)
        rate = round(done * 100 / len(counted), 1)
        found[_FROM_CLOSINGS] = (f"{rate:g}", f"整改台账 {len(counted)} 项，已销号 {done} 项")
    return found


def _review_input(kept: SelfCheck, standard: Standard, unit: str, day: date) -> ReviewInput:
    """Return the replies as a report reads a review; a unit has no case file and no pages."""
    marks = self_check_form.marks_of(kept)
    score = scoring.score(standard, marks)
    moment = datetime.combine(day, datetime.min.time())
    review = Review(
        kept.id, kept.id, standard.id, standard.version, standard.content_hash,
        kept.id, Round.SELF, moment,
    )  # fmt: skip
    return ReviewInput(
        case=Case(kept.id, unit, unit=unit),
        review=review,
        standard=standard,
        marks=marks,
        score=score,
        explanation=scoring.explain(standard, marks, score),
        procedure="",
        decision_no="",
        reviewer="",
        second_reviewer="",
        leader="",
        texts={},
        page_label=lambda _place: "",
        reviewed_on=day,
    )
