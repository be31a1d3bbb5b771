"""Calibration (校准) and agreement (一致性), for the leader of a campaign."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from reviewer.campaign.calibration import calibration
from reviewer.campaign.disagreement import Reviewed
from reviewer.campaign.machines import Actor, Role
from reviewer.campaign.ownership import barriers
from reviewer.errors import Refused, UserError
from reviewer.model.draws import Assignment, Duty
from reviewer.store import Store
from reviewer.workspace.campaigns.agreement import agreement_of
from reviewer.workspace.campaigns.agreement_view import (
    AgreementView,
    CalibrationFile,
    CalibrationLine,
    calibration_line,
    reviewer_lines,
    spread_of,
    standard_lines,
)
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.review_book import ReviewBook, read_book
from reviewer.workspace.campaigns.stages import actor
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.people import People

LEAST, MOST = 2, 3
"""Files that all reviewers score first."""


class Calibrating:
    """Shows how far reviewers agree, and lets them score the same files first."""

    def __init__(
        self,
        store: Store,
        records: CampaignRecords,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._store, self._records, self._people, self._now = store, records, people, now

    def view(self, campaign_id: UUID) -> AgreementView:
        """Return agreement, severity and calibration.

        Raises:
            Refused: who sits here does not lead the campaign.
        """
        state = self._records.load(campaign_id)
        self._leader(state)
        book = read_book(self._store, state, sampled(state))
        agreement = agreement_of(book)
        by_id = {one.id: one for one in book.standards.values()}
        names = {one.person: one.name for one in state.campaign.members}
        lines = [standard_lines(one, by_id[one.standard]) for one in agreement.double]
        return AgreementView(
            # The standard with the most files first: a single file tells nothing.
            tuple(sorted(lines, key=lambda one: one.files, reverse=True)),
            tuple(reviewer_lines(agreement, names)),
            tuple(_file(state, book, case) for case in sampled(state)),
            _lines(state, book, names),
            sum(book.pair(case) is not None for case in book.reviewed),
        )

    def choose(self, campaign_id: UUID, cases: Iterable[UUID]) -> CampaignState:
        """Give these drawn cases to all reviewers to be scored first, instead of earlier ones.

        Raises:
            UserError: not two or three, or not drawn.
            Refused: who sits here does not lead, or an earlier file was signed by somebody.
        """
        state = self._records.load(campaign_id)
        self._leader(state)
        wanted = tuple(dict.fromkeys(cases))
        if not LEAST <= len(wanted) <= MOST:
            said = f"校准案卷选 {LEAST} 至 {MOST} 卷，现选了 {len(wanted)} 卷。"
            raise UserError(said, "请增减后再发给评查人。")
        if any(case not in sampled(state) for case in wanted):
            raise UserError("有案卷不在抽中的案卷之内。", "请从抽取结果中选择案卷。")
        standing = _standing(state)
        gone = [one for one in standing if one.case not in wanted]
        self._require_unsigned(state, gone)
        had = {(one.case, one.person) for one in standing}
        on = self._now().date()
        new = [
            Assignment(uuid4(), case, member.person, Duty.CALIBRATION)
            for case in wanted
            for member in state.campaign.members
            if (case, member.person) not in had
            and not barriers(state.campaign, member, state.row(case), on)
        ]
        withdrawn = [
            Assignment(one.id, one.case, one.person, one.duty, one.due, one.manual, withdrawn=True)
            for one in gone
        ]
        if not new and not withdrawn:
            return state
        label = f"选定校准案卷 {len(wanted)} 卷"
        return self._records.save(campaign_id, [*withdrawn, *new], label, state)

    def _leader(self, state: CampaignState) -> Actor:
        by = actor(state.campaign, self._people.current(), self._now())
        if Role.LEADER not in by.roles:
            raise Refused("一致性统计由评查活动负责人查看。", "请由负责人登录后查看。")
        return by

    def _require_unsigned(self, state: CampaignState, gone: Sequence[Assignment]) -> None:
        book = read_book(self._store, state, {one.case for one in gone})
        for one in gone:
            found = book.of(one)
            if found is not None and found.review.is_signed:
                name = state.campaign.member(one.person).name
                raise Refused(
                    f"{state.row(one.case).case_no} 已由{name}完成校准，不能换下。",
                    "请保留这一卷，另加校准案卷。",
                )


def _standing(state: CampaignState) -> list[Assignment]:
    return [one for one in state.assignments if one.duty is Duty.CALIBRATION and not one.withdrawn]


def _of_case(state: CampaignState, book: ReviewBook, case: UUID) -> list[Reviewed]:
    asked = (one for one in _standing(state) if one.case == case)
    return [found for one in asked if (found := book.of(one)) is not None]


def _file(state: CampaignState, book: ReviewBook, case: UUID) -> CalibrationFile:
    row = state.row(case)
    asked = [one for one in _standing(state) if one.case == case]
    signed = [one for one in _of_case(state, book, case) if one.review.is_signed]
    return CalibrationFile(
        case=case,
        case_no=row.case_no,
        unit=row.unit_name,
        pages=row.pages,
        chosen=bool(asked),
        given=len(asked),
        signed=len(signed),
        totals=spread_of(one.score.total for one in signed),
    )


def _lines(
    state: CampaignState, book: ReviewBook, names: dict[UUID, str]
) -> tuple[CalibrationLine, ...]:
    cases = {case: state.row(case).case_no for case in sampled(state)}
    found = [
        one
        for case in sampled(state)
        for one in _of_case(state, book, case)
        if one.review.is_signed
    ]
    used = {one.review.content_hash: book.standard(one.review) for one in found}
    return tuple(
        calibration_line(item, standard, names, cases)
        for standard in used.values()
        for item in calibration(standard, found)
        if item.readings
    )
