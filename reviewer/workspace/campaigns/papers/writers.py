"""One function for each document of a campaign: which one, where to, and the path is returned."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from reviewer.errors import Refused, UserError
from reviewer.reports import pdf, word
from reviewer.reports.blocks import Report
from reviewer.reports.campaign.inputs import Official
from reviewer.reports.campaign.summary_excel import write_campaign_summary
from reviewer.reports.campaign.year_inputs import AnnualInput
from reviewer.workspace.campaigns.papers import (
    corrections,
    findings,
    judgements,
    meetings,
    openings,
    outcomes,
    sheets,
)
from reviewer.workspace.campaigns.papers.ground import Ground, official
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.report_inputs import ReportInputs


class PaperWriters:
    """Writes one document at a time from the records of its campaign alone.

    A path that ends in .pdf gives PDF, any other one Word.  `on` is the day that the document
    carries where no record has one; without it, today.

    Raises:
        UserError: a file cannot be written, or the computer has no Chinese font.
    """

    def __init__(
        self,
        ground: Ground,
        inputs: ReportInputs,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._ground, self._inputs, self._now = ground, inputs, now

    def write_notice(
        self, campaign_id: UUID, path: Path, on: date | None = None, head: Official | None = None
    ) -> Path:
        """Write 评查通知 with its attachments; `head` has number and addressees."""
        state = self._state(campaign_id)
        head = head or official(state.campaign, self._day(on))
        return save(openings.notice_of(self._ground, state, head), path)

    def write_groups(self, campaign_id: UUID, path: Path, on: date | None = None) -> Path:
        """Write 评查组名单 with 回避登记表, 案卷分配表, 保密承诺书 and 培训签到表."""
        return save(openings.groups_of(self._state(campaign_id), self._day(on)), path)

    def write_draw(self, campaign_id: UUID, path: Path) -> Path:
        """Write 抽取记录 of the newest draw."""
        return save(openings.draw_of(self._state(campaign_id)), path)

    def write_sheet(self, review: UUID, path: Path) -> Path:
        """Write 评查表 of one review."""
        return save(sheets.sheet_of(self._inputs, review), path)

    def write_minutes(self, campaign_id: UUID, adjudication: UUID, path: Path) -> Path:
        """Write 合议记录; a draft while the adjudication is under way."""
        state = self._state(campaign_id)
        for one in state.adjudications:
            if one.id == adjudication:
                return save(meetings.minutes_of(self._ground, state, one), path)
        raise Refused("没有这次合议，或它已被移除。", "请从合议列表中选择。")

    def write_feedback(
        self, campaign_id: UUID, unit: UUID, path: Path, on: date | None = None
    ) -> Path:
        """Write 反馈意见函 to one unit, with its results before any objection."""
        state = self._state(campaign_id)
        for told in state.feedback:
            if told.unit == unit:
                head = self._head(state, unit, told.sent_on or on)
                return save(findings.feedback_of(self._ground, state, told, head), path)
        raise Refused("还没有拟制该单位的反馈意见。", "请先拟制反馈意见。")

    def write_objection(
        self, campaign_id: UUID, objection: UUID, path: Path, on: date | None = None
    ) -> Path:
        """Write 申辩复核决定; a draft until it is decided."""
        state = self._state(campaign_id)
        told, one = judgements.objection_of(state, objection)
        head = self._head(state, told.unit, one.decided_on or on)
        return save(judgements.decision_of(self._ground, state, objection, head), path)

    def write_opinion(
        self, campaign_id: UUID, unit: UUID, path: Path, on: date | None = None
    ) -> Path:
        """Write 案卷评查意见书 to one unit."""
        state, day = self._state(campaign_id), self._day(on)
        return save(sheets.opinion_of(self._ground, self._inputs, state, unit, day), path)

    def write_problems(
        self, campaign_id: UUID, path: Path, unit: UUID | None = None, on: date | None = None
    ) -> Path:
        """Write 问题清单 of one unit, or of all."""
        state = self._state(campaign_id)
        return save(findings.problems_of(self._ground, state, self._day(on), unit), path)

    def write_summary(self, campaign_id: UUID, path: Path, on: date | None = None) -> Path:
        """Write 评查结果汇总表; a name that ends in .xlsx gives a workbook."""
        state = self._state(campaign_id)
        if path.suffix.lower() == ".xlsx":
            return self._summary_book(state, path)
        return save(outcomes.summary_report(self._ground, state, self._day(on)), path)

    def write_bulletin(self, campaign_id: UUID, path: Path, on: date | None = None) -> Path:
        """Write 评查情况通报 with its charts and what people wrote for it."""
        state = self._state(campaign_id)
        return save(outcomes.bulletin_report(self._ground, state, self._day(on)), path)

    def write_rectification_notice(
        self, campaign_id: UUID, unit: UUID, path: Path, on: date | None = None
    ) -> Path:
        """Write 整改通知书 to one unit; a draft before it is issued."""
        state = self._state(campaign_id)
        return save(corrections.notice_of_unit(state, unit, self._head(state, unit, on)), path)

    def write_rectification_ledger(
        self, campaign_id: UUID, path: Path, unit: UUID | None = None, on: date | None = None
    ) -> Path:
        """Write 整改台账 of one unit, or of all."""
        return save(corrections.ledger_of(self._state(campaign_id), self._day(on), unit), path)

    def write_closings(self, campaign_id: UUID, ids: Collection[UUID], path: Path) -> Path:
        """Write 销号单 of some problems, each on a page of its own."""
        state = self._state(campaign_id)
        chosen = [one for one in state.rectifications if one.id in ids]
        return save(corrections.closings_of(state, chosen), path)

    def write_annual(
        self,
        campaign_id: UUID,
        path: Path,
        source: AnnualInput | None = None,
        on: date | None = None,
    ) -> Path:
        """Write 年度报告素材; `source` holds the figures and texts that people filled in."""
        state = self._state(campaign_id)
        head = official(state.campaign, self._day(on), "")
        return save(outcomes.annual_of(self._ground, state, head, source), path)

    def _summary_book(self, state: CampaignState, path: Path) -> Path:
        found = self._ground.results.statistics(state.campaign.id)
        with writing(path):
            write_campaign_summary(found, path, f"{state.campaign.name}评查结果汇总表")
        return path

    def _state(self, campaign_id: UUID) -> CampaignState:
        return self._ground.records.load(campaign_id)

    def _day(self, on: date | None) -> date:
        return on or self._now().date()

    def _head(self, state: CampaignState, unit: UUID, on: date | None) -> Official:
        return official(state.campaign, self._day(on), state.campaign.unit(unit).name)


def save(report: Report, path: Path) -> Path:
    """Write a report as its path's ending says, making the folder; return the path.

    Raises:
        UserError: it cannot be written there.
    """
    with writing(path):
        (pdf.write if path.suffix.lower() == ".pdf" else word.write)(report, path)
    return path


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Make the folder of a file that is written within, and say what an error means."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise UserError(
            f"《{path.name}》没有写入“{path.parent}”：{error.strerror or '写入失败'}。",
            "请确认同名文件未在 WPS、Word 或 Excel 中打开，或另选文件夹。",
        ) from error
