"""The year's end: material of the yearly report, and the check of the three systems.

What people fill in is a record of the campaign, saved with every change.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from reviewer.model import Mark
from reviewer.model.year_end import AnnualDraft, SelfCheck
from reviewer.store import Author, Session, standards
from reviewer.workspace.campaigns import self_check_form
from reviewer.workspace.campaigns.annual_form import AnnualView
from reviewer.workspace.campaigns.papers import year_end
from reviewer.workspace.campaigns.papers.ground import Ground, official
from reviewer.workspace.campaigns.papers.service import Papers
from reviewer.workspace.campaigns.papers.writers import save
from reviewer.workspace.campaigns.self_check_form import Reply, SelfCheckView
from reviewer.workspace.campaigns.state import CampaignState


class YearEnd:
    """Keeps what people fill in, and writes the two reports."""

    def __init__(
        self, ground: Ground, papers: Papers, now: Callable[[], datetime] = datetime.now
    ) -> None:
        self._ground, self._papers, self._now = ground, papers, now

    def annual(self, campaign_id: UUID) -> AnnualView:
        """Return the form of the yearly report as it stands."""
        return year_end.annual_view(self._ground, self._ground.records.load(campaign_id))

    def fill_annual(self, campaign_id: UUID, draft: AnnualDraft) -> AnnualView:
        """Keep what was filled in; nothing is refused, a draft may hold anything.

        Raises:
            Refused: it was changed on another desktop since.
        """
        state = self._ground.records.load(campaign_id)
        if draft != year_end.draft_of(state):
            state = self._ground.records.save(campaign_id, [draft], "填写年度报告素材", state)
        return year_end.annual_view(self._ground, state)

    def write_annual(self, campaign_id: UUID, path: Path, on: date | None = None) -> Path:
        """Write 年度工作报告素材; a draft while a figure is missing.

        Raises:
            UserError: a figure is not a number, or the file cannot be written.
        """
        return self._papers.write_annual(campaign_id, path, on=on)

    def self_check(self, campaign_id: UUID) -> SelfCheckView:
        """Return the form of the self-check as it stands."""
        return year_end.check_view(self._ground, self._ground.records.load(campaign_id))

    def reply(self, campaign_id: UUID, item: str, reply: Reply) -> SelfCheckView:
        """Keep the reply to one requirement.

        Raises:
            UserError: a rate is not a number from 0 to 100.
        """
        state = self._ground.records.load(campaign_id)
        kept, standard = year_end.check_of(self._ground, state)
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
        kept, _ = year_end.check_of(self._ground, state)
        named = "" if unit.strip() == state.campaign.organiser else unit.strip()
        return self._keep(state, replace(kept, unit=named, measures=measures), "自查整改措施")

    def write_self_check(self, campaign_id: UUID, path: Path, on: date | None = None) -> Path:
        """Write 三项制度自查评估报告; a draft while a requirement is 待定.

        Raises:
            UserError: the file cannot be written.
        """
        state = self._ground.records.load(campaign_id)
        head = official(state.campaign, on or self._now().date())
        return save(year_end.check_report(self._ground, state, head), path)

    def _keep(self, state: CampaignState, kept: SelfCheck, label: str) -> SelfCheckView:
        before, standard = year_end.check_of(self._ground, state)
        if kept != before:
            records = self._ground.records

            def freeze(session: Session, by: Author) -> None:
                standards.freeze(session, standard, by)

            state = records.save(state.campaign.id, [kept], label, state, freeze)
        return year_end.check_view(self._ground, state)
