"""Rectification (整改): planned from final results, notified, reported by forms, closed."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from reviewer.campaign import form_preview
from reviewer.campaign import rectification as steps
from reviewer.campaign.dues import Due
from reviewer.campaign.machines import Actor
from reviewer.campaign.results import Result
from reviewer.errors import Refused
from reviewer.intake.rectification_forms import read_form
from reviewer.model import Place
from reviewer.model.feedback import Evidence, FeedbackState, Rectification
from reviewer.model.rectification_forms import FormPreview, RectificationForm
from reviewer.progress import Progress
from reviewer.reports.campaign.rectification_form_word import write_word_form
from reviewer.reports.campaign.rectification_forms import write_form
from reviewer.store import Store
from reviewer.workspace.campaigns.evidence import keep_evidence
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.stages import actor, following
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.terms import read_day
from reviewer.workspace.people import People

PageLabel = Callable[[UUID, Place], str]
"""Gives 卷内页号 of a place in a case, else file name and page."""
_LIFTED = "最终评查结果中已无此问题"
Edit = Callable[[Rectification, Actor], Rectification]


class Rectifying:
    """Takes each problem from its notice to 销号 and 回头看."""

    def __init__(
        self,
        store: Store,
        records: CampaignRecords,
        results: Results,
        people: People,
        page_label: PageLabel,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._records, self._results = store, records, results
        self._people, self._page_label, self._now = people, page_label, now

    def plan(self, campaign_id: UUID) -> CampaignState:
        """Make the problems of all units whose feedback is final; what is reported stays.

        A problem that the final result no longer has is withdrawn.

        Raises:
            Refused: no feedback is final.
        """
        state = self._records.load(campaign_id)
        by = self._actor(state)
        told = [one for one in state.feedback if one.state is FeedbackState.FINAL]
        if not told:
            raise Refused("还没有终定的反馈意见，不能列出整改问题。", "请先终定反馈意见。")
        final = {one.unit for one in told}
        results = [one for one in self._results.final_of(state) if one.unit in final]
        reviews = [self._final(state, one) for one in results]
        found = steps.plan(campaign_id, reviews, state.rectifications)
        lifted = [steps.withdraw(one, by, _LIFTED) for one in found.lifted]
        label = f"列出整改问题 {len(found.added)} 项"
        listed = [replace(one, listed=True) for one in told if not one.listed]
        changed = following(state, [*found.added, *lifted, *listed], by)
        return self._records.save(campaign_id, changed, label, state)

    def notify(self, campaign_id: UUID, ids: Collection[UUID], on: date) -> CampaignState:
        """Keep that the notice (整改通知书) of these problems was issued."""
        campaign = self._records.load(campaign_id).campaign
        return self._change(
            campaign_id, ids, "下达整改通知", lambda one, by: steps.notify(one, by, campaign, on)
        )

    def extend(
        self, campaign_id: UUID, ids: Collection[UUID], due: date, reason: str
    ) -> CampaignState:
        """Give a later last day."""
        return self._change(
            campaign_id, ids, "延长整改期限", lambda one, by: steps.extend(one, by, due, reason)
        )

    def report(
        self, campaign_id: UUID, ids: Collection[UUID], texts: Mapping[str, str]
    ) -> CampaignState:
        """Keep what a unit reports on paper: 措施, 责任人, 完成情况, 完成日期 by field."""
        told = _told(texts)
        return self._change(
            campaign_id, ids, "登记整改报告", lambda one, by: steps.report(one, by, told)
        )

    def attach(
        self, campaign_id: UUID, ids: Collection[UUID], evidence: Collection[Evidence]
    ) -> CampaignState:
        """Add evidence to what was reported."""
        return self._change(
            campaign_id, ids, "补充佐证材料", lambda one, by: steps.attach(one, by, evidence)
        )

    def send_back(
        self, campaign_id: UUID, ids: Collection[UUID], reason: str, due: date | None = None
    ) -> CampaignState:
        """Send reports back to be completed (退回补正)."""
        return self._change(
            campaign_id, ids, "退回补正", lambda one, by: steps.send_back(one, by, reason, due)
        )

    def close(
        self,
        campaign_id: UUID,
        ids: Collection[UUID],
        on: date,
        note: str = "",
        revisit: date | None = None,
    ) -> CampaignState:
        """Close problems (销号): all of them, or none; `revisit` plans 回头看."""
        return self._change(
            campaign_id, ids, "审核销号", lambda one, by: steps.close(one, by, on, note, revisit)
        )

    def pass_revisit(
        self, campaign_id: UUID, ids: Collection[UUID], note: str = ""
    ) -> CampaignState:
        """Keep that 回头看 found the problems rectified."""
        return self._change(
            campaign_id, ids, "回头看通过", lambda one, by: steps.pass_revisit(one, by, note)
        )

    def fail_revisit(
        self, campaign_id: UUID, ids: Collection[UUID], reason: str, due: date
    ) -> CampaignState:
        """Keep that 回头看 did not, with a new last day."""
        return self._change(
            campaign_id,
            ids,
            "回头看未通过",
            lambda one, by: steps.fail_revisit(one, by, reason, due),
        )

    def withdraw(self, campaign_id: UUID, ids: Collection[UUID], reason: str) -> CampaignState:
        """Withdraw problems that do not hold."""
        return self._change(
            campaign_id, ids, "撤销整改", lambda one, by: steps.withdraw(one, by, reason)
        )

    def write_form(self, campaign_id: UUID, unit: UUID, path: Path) -> None:
        """Write the form of a unit, in Word when `path` ends so, else in Excel.

        Raises:
            Refused: nothing is with the unit.
        """
        state = self._records.load(campaign_id)
        own = [one for one in state.rectifications if one.unit == unit]
        open_ones = tuple(one for one in own if one.state in steps.WITH_UNIT)
        if not open_ones:
            raise Refused("该单位没有需要填报的整改问题。", "请先下达整改通知。")
        form = RectificationForm(state.campaign, state.campaign.unit(unit), open_ones)
        (write_word_form if path.suffix.lower() == ".docx" else write_form)(form, path)

    def preview(
        self, campaign_id: UUID, path: Path, today: date, unit: UUID | None = None
    ) -> FormPreview:
        """Return what importing a returned form would do; nothing is changed.

        Raises:
            UserError: it is no form of this campaign or unit, or cannot be read.
        """
        state, form = self._records.load(campaign_id), read_form(path)
        return form_preview.preview(form, state.campaign, state.rectifications, today, unit)

    def apply(
        self, campaign_id: UUID, shown: FormPreview, chosen: Collection[UUID], progress: Progress
    ) -> CampaignState:
        """Import the chosen rows with their evidence: all of them, or none.

        Raises:
            UserError: a row cannot be imported or changed since, or a file cannot be opened.
        """
        state = self._records.load(campaign_id)
        by = self._actor(state)
        changed = form_preview.apply(shown, chosen, state.rectifications, by)
        files = {row.rectification: [p for one in row.evidence for p in one.files]
                 for row in shown.rows if row.rectification in chosen}  # fmt: skip
        kept = []
        for at, one in enumerate(changed):
            progress.report(at, len(changed), f"正在导入 {one.case_no}")
            found = [keep_evidence(self._store, path, progress) for path in files[one.id]]
            kept.append(_with_evidence(one, found))
        label = f"导入《{shown.path.name}》{len(kept)} 项"
        return self._records.save(campaign_id, kept, label, state)

    def dues(self, campaign_id: UUID, today: date) -> tuple[Due, ...]:
        """Return reports and 回头看 that are due, the most overdue first."""
        return steps.rectification_dues(self._records.load(campaign_id).rectifications, today)

    def _final(self, state: CampaignState, one: Result) -> steps.FinalReview:
        return steps.FinalReview(
            one.case, state.row(one.case).case_no, one.unit, one.standard, one.marks, one.score,
            lambda place: self._page_label(one.case, place),
        )  # fmt: skip

    def _change(
        self, campaign_id: UUID, ids: Collection[UUID], label: str, edit: Edit
    ) -> CampaignState:
        state = self._records.load(campaign_id)
        by = self._actor(state)
        after = [edit(one, by) for one in state.rectifications if one.id in ids]
        kept = following(state, after, by)
        return self._records.save(campaign_id, kept, f"{label} {len(after)} 项", state)

    def _actor(self, state: CampaignState) -> Actor:
        now = self._now().replace(microsecond=0)
        return actor(state.campaign, self._people.current(), now)


def _told(texts: Mapping[str, str]) -> steps.Report:
    done = texts["done_on"].strip()
    return steps.Report(
        texts["measures"].strip(),
        texts["responsible"].strip(),
        texts["progress"].strip(),
        read_day(done, "完成日期") if done else None,
    )


def _with_evidence(one: Rectification, found: Iterable[Evidence]) -> Rectification:
    by_hash = {known.sha256: known for known in (*found, *one.evidence)}
    held = [known.sha256 for known in one.evidence]
    new = [known for key, known in by_hash.items() if key not in held]
    return replace(one, evidence=(*one.evidence, *new))
