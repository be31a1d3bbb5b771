"""Setting up a campaign: an empty set-up with what is usual, made, changed, listed."""

from collections.abc import Callable
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID, uuid4

from reviewer.errors import UserError
from reviewer.model import Procedure, Standard
from reviewer.model.campaigns import Campaign, CaseKind, Stage, StageDates, StageState
from reviewer.workspace.campaigns.catching_up import refuse_told
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.setup_checks import faults, lost
from reviewer.workspace.campaigns.setup_form import SetupForm, campaign_of
from reviewer.workspace.campaigns.stages import actor, at, moved_on, with_notice
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import StandardChoice
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.people import People

_PROCEDURES = MappingProxyType(
    {
        CaseKind.GENERAL: Procedure.GENERAL,
        CaseKind.SUMMARY: Procedure.SUMMARY,
        CaseKind.COERCIVE: Procedure.COERCIVE,
        CaseKind.INSPECTION: Procedure.INSPECTION,
        CaseKind.NO_PENALTY: Procedure.NO_PENALTY,
    }
)
USUAL_KINDS = tuple(_PROCEDURES)
"""The kinds that the notice usually names, each with a standard of its own."""
_SHOWN = 4


class Setup:
    """Makes and changes campaigns."""

    def __init__(
        self,
        records: CampaignRecords,
        knowledge: Knowledge,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._records, self._knowledge, self._people = records, knowledge, people
        self._now = now
        self._followers: tuple[Callable[[UUID], CampaignState], ...] = ()

    def all(self) -> tuple[Campaign, ...]:
        """Return all campaigns, the newest first."""
        return self._records.campaigns()

    def state(self, campaign_id: UUID) -> CampaignState:
        """Return everything that is kept of a campaign; raises Refused when there is none."""
        return self._records.load(campaign_id)

    def standards(self, kind: CaseKind) -> tuple[StandardChoice, ...]:
        """Return the standards for case files, those meant for `kind` first."""
        own = _PROCEDURES.get(kind)
        known = [one for one in self._knowledge.standards if one.subject == "case"]
        meant = {one.content_hash for one in known if own is not None and own in one.procedures}
        known.sort(key=lambda one: one.content_hash not in meant)
        return tuple(_choice(one, is_own=one.content_hash in meant) for one in known)

    def blank(self, today: date) -> Campaign:
        """Return a set-up that holds what is usual: last year's cases, one standard a kind."""
        person = self._people.current()
        year = today.year
        pins = [(kind, self.standards(kind)) for kind in USUAL_KINDS]
        return Campaign(
            id=uuid4(),
            year=year,
            name=f"{year}年度交通运输行政执法案卷评查",
            organiser=person.unit if person else "",
            cases_from=date(year - 1, 1, 1),
            cases_to=date(year - 1, 12, 31),
            kinds=USUAL_KINDS,
            units=(),
            standards=tuple(some[0].pin(kind) for kind, some in pins if some),
            stages=(StageDates(Stage.NOTICE, state=StageState.RUNNING),),
        )

    def read(self, form: SetupForm, base: Campaign) -> Campaign:
        """Return `base` as a person filled in the page.

        Raises:
            UserError: a text cannot be read as the date or number that it should be.
        """
        return campaign_of(form, base, self._people.all())

    def create(self, campaign: Campaign) -> CampaignState:
        """Keep a new campaign.

        Raises:
            UserError: the set-up is not complete; the sentence says what is missing.
        """
        _require(faults(campaign))
        return self._records.save(campaign.id, [campaign], "新建活动")

    def change(self, campaign: Campaign, worked_from: CampaignState) -> CampaignState:
        """Keep a changed set-up.

        Raises:
            UserError: it is not complete, drops what is in use, or was changed since.
        """
        _require((*faults(campaign), *lost(campaign, worked_from)))
        before = worked_from.campaign
        if (campaign.double_share, campaign.disagreement) != (
            before.double_share,
            before.disagreement,
        ):
            refuse_told(worked_from, "改变双评比例和提交合议的条件")
        state = self._records.save(campaign.id, [campaign], "修改活动设置", worked_from)
        for follow in self._followers:
            state = follow(campaign.id)
        return state

    def when_changed(self, follow: Callable[[UUID], CampaignState]) -> None:
        """Let `follow` move the cases of every campaign on whose set-up is changed."""
        self._followers = (*self._followers, follow)

    def issue_notice(self, campaign_id: UUID) -> CampaignState:
        """Keep that the notice (通知) was issued today.

        Raises:
            Refused: it was issued before, or who sits here may not say so.
        """
        state = self._records.load(campaign_id)
        by = actor(state.campaign, self._people.current(), self._now())
        campaign = with_notice(state.campaign, by)
        campaign = moved_on(at(state, campaign), by)
        return self._records.save(campaign_id, [campaign], "登记通知印发", state)


def _choice(standard: Standard, *, is_own: bool) -> StandardChoice:
    name, key = standard.name, standard.content_hash
    return StandardChoice(standard.id, standard.version, name, key, is_own)


def _require(found: tuple[str, ...]) -> None:
    if found:
        rest = f"另有 {len(found) - _SHOWN} 处。" if len(found) > _SHOWN else ""
        raise UserError("".join(found[:_SHOWN]) + rest, "请补正后再保存，没有保存任何改动。")
