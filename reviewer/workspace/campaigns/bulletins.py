"""评查情况通报: what people write for it, whether it can go out, and that it was issued."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from reviewer.campaign.progress import finish_stage
from reviewer.errors import Refused
from reviewer.model.campaigns import Campaign, Stage, StageState
from reviewer.model.feedback import FeedbackState
from reviewer.progress import Progress
from reviewer.workspace.campaigns.follow_papers import BULLETIN, FORMS, written
from reviewer.workspace.campaigns.papers import Papers
from reviewer.workspace.campaigns.papers.bulletin_words import bulletin_of
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.stages import actor, at, moved_on
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.terms import HistoryLine, Term, history_line, term
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.people import People

FIELDS = ("number", "to", "copies", "practices", "requirements")
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look at before the bulletin goes out."""

    what: str
    said: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class BulletinView:
    """The bulletin of a campaign."""

    texts: Mapping[str, str]
    """What people wrote, by field; paragraphs on lines of their own."""
    checks: tuple[Check, ...]
    due: Term
    issued_on: date | None
    is_issued: bool
    history: tuple[HistoryLine, ...]


class Bulletins:
    """Keeps the words of the bulletin, writes it, and keeps that it was issued."""

    def __init__(
        self,
        records: CampaignRecords,
        results: Results,
        papers: Papers,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._records, self._results, self._papers = records, results, papers
        self._people, self._now = people, now

    def view(self, campaign_id: UUID, today: date) -> BulletinView:
        """Return the bulletin as it stands."""
        state = self._records.load(campaign_id)
        stage = state.campaign.stage(Stage.BULLETIN)
        done = stage.state is StageState.DONE
        kept = bulletin_of(state)
        texts = {name: _text(getattr(kept, name)) for name in FIELDS}
        due = term(stage.due, today, ended=done)
        lines = tuple(map(history_line, reversed(stage.history)))
        return BulletinView(texts, self._checks(state), due, stage.done, done, lines)

    def keep(self, campaign_id: UUID, texts: Mapping[str, str]) -> CampaignState:
        """Keep what was written."""
        state = self._records.load(campaign_id)
        kept = bulletin_of(state)
        after = replace(
            kept,
            number=texts["number"].strip(),
            to=texts["to"].strip().rstrip("：:"),
            copies=texts["copies"].strip(),
            practices=_paragraphs(texts["practices"]),
            requirements=_paragraphs(texts["requirements"]),
        )
        if after == kept:
            return state
        return self._records.save(campaign_id, [after], "填写通报", state)

    def write(
        self, campaign_id: UUID, folder: Path, made_on: date, progress: Progress
    ) -> tuple[Path, ...]:
        """Write the bulletin in Word and PDF; a draft while results are open.

        Raises:
            UserError: a file cannot be written.
        """
        write = partial(self._papers.write_bulletin, campaign_id, on=made_on)
        return written([(BULLETIN, "", FORMS, write)], folder, progress)

    def issue(self, campaign_id: UUID, on: date) -> CampaignState:
        """Keep that the bulletin was issued.

        Raises:
            Refused: something before it is open, or who sits here may not say so.
        """
        state = self._records.load(campaign_id)
        by = actor(state.campaign, self._people.current(), self._now().replace(microsecond=0))
        if open_ones := [one.said for one in self._checks(state) if one.is_open]:
            raise Refused(f"通报还不能印发：{'；'.join(open_ones)}。", "请办完后再登记。")
        campaign = moved_on(state, by)
        _refuse_early(campaign)
        campaign = finish_stage(campaign, Stage.BULLETIN, by, on)
        campaign = moved_on(at(state, campaign), by)
        return self._records.save(campaign_id, [campaign], "登记通报印发", state)

    def _checks(self, state: CampaignState) -> tuple[Check, ...]:
        waiting = self._results.waiting(state.campaign.id)
        drawn = len(sampled(state))
        told = f"{len(waiting)} 卷还没有评查结果" if waiting else f"{drawn} 卷都有评查结果"
        final = {one.unit for one in state.feedback if one.state is FeedbackState.FINAL}
        units = {state.row(case).unit for case in sampled(state)}
        open_ones = [
            one.name for one in state.campaign.units if one.id in units and one.id not in final
        ]
        rest = f"等 {len(open_ones)} 个单位" if len(open_ones) > _SHOWN else ""
        names = f"{'、'.join(open_ones[:_SHOWN])}{rest}"
        settled = f"{names}的反馈意见还没有终定" if open_ones else f"{len(units)} 个单位都已终定"
        listed = sum(one.origin is None for one in state.rectifications)
        problems = f"已列出 {listed} 项，问题清单作为附件" if listed else "还没有列出整改问题"
        return (
            Check("评查结果", told, bool(waiting)),
            Check("反馈申辩", settled, bool(open_ones)),
            Check("整改问题", problems, is_open=False),
        )


def _refuse_early(campaign: Campaign) -> None:
    before = tuple(Stage)[: tuple(Stage).index(Stage.BULLETIN)]
    for stage in before:
        if campaign.stage(stage).state is not StageState.DONE:
            raise Refused(
                f"“{stage}”阶段还没有完成，不能登记通报印发。", "请先在“活动”页办完这一阶段。"
            )


def _text(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
