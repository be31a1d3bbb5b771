"""The documents of 反馈申辩, 通报 and 整改 for some units at once, in Word and PDF, in a folder."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from reviewer.campaign.feedback import objection_of
from reviewer.campaign.rectification import WITH_UNIT
from reviewer.errors import Refused
from reviewer.model.feedback import RectificationState
from reviewer.progress import Progress
from reviewer.reports import names
from reviewer.workspace.campaigns.feedback_ground import holding
from reviewer.workspace.campaigns.papers import Papers
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.rectifying import Rectifying
from reviewer.workspace.campaigns.state import CampaignState

LETTER, LIST, DECISION = "案卷评查反馈意见函", "案卷评查问题清单", "申辩复核决定"
NOTICE, FORM, CLOSING, LEDGER = "整改通知书", "整改台账填报表", "销号单", "整改台账"
BULLETIN = "评查情况通报"
FORMS = (".docx", ".pdf")
Write = Callable[[Path], object]
Job = tuple[str, str, Sequence[str], Write]
"""Name of the document, whose it is, its endings, and what writes it."""


class FollowPapers:
    """Writes what goes to units, and what is filed of it."""

    def __init__(self, records: CampaignRecords, papers: Papers, rectifying: Rectifying) -> None:
        self._records, self._papers, self._rectifying = records, papers, rectifying

    def feedback(
        self,
        campaign_id: UUID,
        units: Collection[UUID],
        folder: Path,
        made_on: date,
        progress: Progress,
    ) -> tuple[Path, ...]:
        """Write letter and list of problems of these units, of all without any named.

        Raises:
            Refused: no feedback was drafted.
            UserError: a file cannot be written.
        """
        state, papers = self._records.load(campaign_id), self._papers
        jobs: list[Job] = []
        for one in state.feedback:
            if not units or one.unit in units:
                name = state.campaign.unit(one.unit).name
                letter = partial(papers.write_feedback, campaign_id, one.unit, on=made_on)
                listed = partial(papers.write_problems, campaign_id, unit=one.unit, on=made_on)
                jobs += [(LETTER, name, FORMS, letter), (LIST, name, FORMS, listed)]
        if not jobs:
            raise Refused("还没有拟制反馈意见。", "请先拟制反馈意见。")
        return written(jobs, folder, progress)

    def decision(
        self, campaign_id: UUID, objection_id: UUID, folder: Path, progress: Progress
    ) -> tuple[Path, ...]:
        """Write 申辩复核决定 on one objection.

        Raises:
            Refused: there is no such objection.
            UserError: the file cannot be written.
        """
        state, papers = self._records.load(campaign_id), self._papers
        told = objection_of(holding(state, objection_id), objection_id)
        title = state.row(told.case).case_no
        write = partial(papers.write_objection, campaign_id, objection_id)
        return written([(DECISION, title, FORMS, write)], folder, progress)

    def notices(
        self,
        campaign_id: UUID,
        unit: UUID | None,
        folder: Path,
        made_on: date,
        progress: Progress,
    ) -> tuple[Path, ...]:
        """Write 整改通知书 of a unit, or of all, and the form of those that have to report.

        Raises:
            Refused: there is nothing to be rectified.
            UserError: a file cannot be written.
        """
        state, papers = self._records.load(campaign_id), self._papers
        jobs: list[Job] = []
        for one in _units(state, unit):
            name = state.campaign.unit(one).name
            own = [told for told in state.rectifications if told.unit == one]
            if any(told.origin is None and _counts(told.state) for told in own):
                notice = partial(papers.write_rectification_notice, campaign_id, one, on=made_on)
                jobs.append((NOTICE, name, FORMS, notice))
            if any(told.state in WITH_UNIT for told in own):
                form = partial(self._rectifying.write_form, campaign_id, one)
                jobs.append((FORM, name, (".xlsx", ".docx"), form))
        if not jobs:
            raise Refused("该单位没有需要整改的问题。", "请先列出整改问题。")
        return written(jobs, folder, progress)

    def closings(
        self, campaign_id: UUID, ids: Collection[UUID], folder: Path, progress: Progress
    ) -> tuple[Path, ...]:
        """Write 销号单 of problems, one file for each unit.

        Raises:
            Refused: none of them is closed.
            UserError: a file cannot be written.
        """
        state, papers = self._records.load(campaign_id), self._papers
        closed = (RectificationState.CLOSED, RectificationState.REVISITED)
        jobs: list[Job] = []
        for unit in _units(state, None):
            own = [one.id for one in state.rectifications
                   if one.unit == unit and one.id in ids and one.state in closed]  # fmt: skip
            if own:
                write = partial(papers.write_closings, campaign_id, own)
                jobs.append((CLOSING, state.campaign.unit(unit).name, FORMS, write))
        if not jobs:
            raise Refused("所选问题还没有销号。", "请先审核销号，再写出销号单。")
        return written(jobs, folder, progress)

    def ledger(
        self, campaign_id: UUID, folder: Path, made_on: date, progress: Progress
    ) -> tuple[Path, ...]:
        """Write 整改台账 of all units.

        Raises:
            UserError: the file cannot be written.
        """
        write = partial(self._papers.write_rectification_ledger, campaign_id, on=made_on)
        return written([(LEDGER, "", FORMS, write)], folder, progress)


def _units(state: CampaignState, unit: UUID | None) -> list[UUID]:
    return [one.id for one in state.campaign.units if unit in (None, one.id)]


def _counts(state: RectificationState) -> bool:
    return state not in (RectificationState.WITHDRAWN, RectificationState.ROLLED)


def written(jobs: Sequence[Job], folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write documents into a folder, each in all its forms; return the files."""
    files: list[Path] = []
    for at, (kind, title, suffixes, write) in enumerate(jobs):
        for suffix in suffixes:
            taken = {path.name for path in files}
            path = names.free_path(folder, kind, title, suffix, taken)
            progress.report(at, len(jobs), f"正在写出《{path.name}》")
            folder.mkdir(parents=True, exist_ok=True)
            write(path)
            files.append(path)
    return tuple(files)
