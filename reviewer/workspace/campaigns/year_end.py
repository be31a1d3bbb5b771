"""The year's end: material of the yearly report, and the check of the three systems.

What people fill in is a record of the campaign, saved with every change.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from reviewer import scoring
from reviewer.errors import Refused
from reviewer.model import Case, Mark, Review, Round, Standard
from reviewer.model.feedback import RectificationState
from reviewer.model.year_end import AnnualDraft, SelfCheck, annual_id, self_check_id
from reviewer.reports.campaign.self_check import self_check
from reviewer.reports.campaign.year_inputs import SelfCheckInput
from reviewer.reports.inputs import ReviewInput
from reviewer.store import Author, Session, standards
from reviewer.workspace.campaigns import annual_form, self_check_form
from reviewer.workspace.campaigns.annual_form import AnnualView
from reviewer.workspace.campaigns.papers.ground import Ground, official
from reviewer.workspace.campaigns.papers.service import Papers
from reviewer.workspace.campaigns.papers.writers import save
from reviewer.workspace.campaigns.self_check_form import Reply, SelfCheckView
from reviewer.workspace.campaigns.state import CampaignState

_THREE_SYSTEMS = "three_systems"
_FROM_REVIEWS, _FROM_CLOSINGS = "Z12", "Z25"
"""Items of that standard whose rate the campaign's own records tell."""
_CLOSED = frozenset({RectificationState.CLOSED, RectificationState.REVISITED})


class YearEnd:
    """Keeps what people fill in, and writes the two reports."""

    def __init__(
        self, ground: Ground, papers: Papers, now: Callable[[], datetime] = datetime.now
    ) -> None:
        self._ground, self._papers, self._now = ground, papers, now

    def annual(self, campaign_id: UUID) -> AnnualView:
        """Return the form of the yearly report as it stands."""
        return self._annual(self._ground.records.load(campaign_id))

    def fill_annual(self, campaign_id: UUID, draft: AnnualDraft) -> AnnualView:
        """Keep what was filled in; nothing is refused, a draft may hold anything.

        Raises:
            Refused: it was changed on another desktop since.
        """
        state = self._ground.records.load(campaign_id)
        if draft != _draft(state):
            state = self._ground.records.save(campaign_id, [draft], "填写年度报告素材", state)
        return self._annual(state)

    def write_annual(self, campaign_id: UUID, path: Path, on: date | None = None) -> Path:
        """Write 年度工作报告素材; a draft while a figure is missing.

        Raises:
            UserError: a figure is not a number, or the file cannot be written.
        """
        state = self._ground.records.load(campaign_id)
        head = official(state.campaign, on or self._now().date())
        source = annual_form.input_of(self._annual(state), head)
        return self._papers.write_annual(campaign_id, path, source, on)

    def self_check(self, campaign_id: UUID) -> SelfCheckView:
        """Return the form of the self-check as it stands."""
        return self._check_view(self._ground.records.load(campaign_id))

    def reply(self, campaign_id: UUID, item: str, reply: Reply) -> SelfCheckView:
        """Keep the reply to one requirement.

        Raises:
            UserError: a rate is not a number from 0 to 100.
        """
        state = self._ground.records.load(campaign_id)
        kept, standard = self._check(state)
        mark = self_check_form.mark_of(standard, item, reply, kept.id)
        others = tuple(one for one in kept.marks if one.item != item)
        marks = others if mark == Mark(item) else (*others, mark)
        proofs = {key: text for key, text in kept.proofs.items() if key != item}
        if reply.proof.strip():
            proofs[item] = reply.proof.strip()
        return self._keep(state, replace(kept, marks=marks, proofs=proofs), f"自查 {item}")

    def fill_measures(self, campaign_id: UUID, unit: str, measures: str) -> SelfCheckView:
        """Keep who checked itself and what is to be done next."""
        state = self._ground.records.load(campaign_id)
        kept, _ = self._check(state)
        named = "" if unit.strip() == state.campaign.organiser else unit.strip()
        return self._keep(state, replace(kept, unit=named, measures=measures), "自查整改措施")

    def write_self_check(self, campaign_id: UUID, path: Path, on: date | None = None) -> Path:
        """Write 三项制度自查评估报告; a draft while a requirement is 待定.

        Raises:
            UserError: the file cannot be written.
        """
        state = self._ground.records.load(campaign_id)
        kept, standard = self._check(state)
        day = on or self._now().date()
        head = replace(official(state.campaign, day), to="")
        unit = kept.unit or state.campaign.organiser
        source = SelfCheckInput(
            replace(head, body=unit),
            _review_input(state, kept, standard, day),
            unit,
            state.campaign.year,
            tuple(line.strip() for line in kept.measures.splitlines() if line.strip()),
            kept.proofs,
        )
        return save(self_check(source), path)

    def _annual(self, state: CampaignState) -> AnnualView:
        campaign, results = state.campaign, self._ground.results
        rows = state.ledger.rows if state.ledger else ()
        reviewed = len({one.case for one in results.final_of(state)})
        source = f"台账 {campaign.cases_from:%Y-%m-%d} 至 {campaign.cases_to:%Y-%m-%d}"
        told = annual_form.ledger_figures(rows)
        suggested = {key: (value, source) for key, value in told.items()}
        if reviewed:
            suggested["files"] = (str(reviewed), "本次评查已定")
        last = self._last(campaign.previous)
        return annual_form.view_of(campaign.year, _draft(state), last, suggested)

    def _last(self, campaign_id: UUID | None) -> AnnualDraft | None:
        known = {one.id for one in self._ground.records.campaigns()}
        if campaign_id is None or campaign_id not in known:
            return None
        return _draft(self._ground.records.load(campaign_id))

    def _check(self, state: CampaignState) -> tuple[SelfCheck, Standard]:
        """Return the replies with their standard: the pinned one, before it the newest."""
        shipped = {one.content_hash: one for one in self._ground.knowledge.standards}
        found = state.of(SelfCheck)
        if found:
            kept = found[-1]
            with self._ground.store.snapshot() as session:
                pinned = standards.known(session, kept.content_hash)
            standard = pinned or shipped.get(kept.content_hash)
            if standard is not None:
                return kept, standard
        newest = next((one for one in shipped.values() if one.id == _THREE_SYSTEMS), None)
        if newest is None:
            raise Refused("没有三项制度自查评估的标准。", "请重新安装程序，恢复随附的标准。")
        made = SelfCheck(self_check_id(state.campaign.id), state.campaign.id, newest.content_hash)
        return made, newest

    def _check_view(self, state: CampaignState) -> SelfCheckView:
        kept, standard = self._check(state)
        return self_check_form.view_of(
            standard, kept, state.campaign.organiser, self._suggested(state)
        )

    def _suggested(self, state: CampaignState) -> Mapping[str, tuple[str, str]]:
        """Return the rates that the campaign's own records tell, in percent."""
        found = {}
        if self._ground.results.final_of(state):
            mean = self._ground.results.statistics(state.campaign.id).overview.mean
            if mean.value is not None:
                told = f"本次案卷评查 {mean.count} 卷，平均 {mean.value} 分"
                found[_FROM_REVIEWS] = (str(mean.value), told)
        counted = [
            one for one in state.rectifications if one.state is not RectificationState.WITHDRAWN
        ]
        if counted:
            done = sum(one.state in _CLOSED for one in counted)
            rate = round(done * 100 / len(counted), 1)
            found[_FROM_CLOSINGS] = (f"{rate:g}", f"整改台账 {len(counted)} 项，已销号 {done} 项")
        return found

    def _keep(self, state: CampaignState, kept: SelfCheck, label: str) -> SelfCheckView:
        before, standard = self._check(state)
        if kept == before:
            return self._check_view(state)

        def freeze(session: Session, by: Author) -> None:
            standards.freeze(session, standard, by)

        records = self._ground.records
        return self._check_view(records.save(state.campaign.id, [kept], label, state, freeze))


def _draft(state: CampaignState) -> AnnualDraft:
    found = state.of(AnnualDraft)
    campaign = state.campaign.id
    return found[-1] if found else AnnualDraft(annual_id(campaign), campaign)


def _review_input(
    state: CampaignState, kept: SelfCheck, standard: Standard, day: date
) -> ReviewInput:
    """Return the replies as a report reads a review; a unit has no case file and no pages."""
    marks = self_check_form.marks_of(kept)
    score = scoring.score(standard, marks)
    unit = kept.unit or state.campaign.organiser
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
