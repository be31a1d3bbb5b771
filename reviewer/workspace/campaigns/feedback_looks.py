"""Looks at the feedback of each unit: what the page 反馈申辩 shows."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from reviewer.campaign import feedback as steps
from reviewer.campaign import states
from reviewer.campaign.machines import LEADERS, Machine, Role, S, roles_of
from reviewer.campaign.results import Result
from reviewer.errors import Refused
from reviewer.model import Choice, VetoChoice
from reviewer.model.feedback import Feedback, FeedbackState, Objection, ObjectionState
from reviewer.reports.wording import points
from reviewer.workspace.campaigns.appeal_reviews import AppealReviews
from reviewer.workspace.campaigns.feedback_views import (
    NOT_DRAFTED,
    CaseChoice,
    FeedbackView,
    ItemChoice,
    ObjectedItem,
    ObjectionView,
    UnitFeedback,
)
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results, Reviewed
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.terms import HistoryLine, Term, history_line, term
from reviewer.workspace.campaigns.views import sampled
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.people import People

_BY_ITSELF = frozenset({states.BEGIN_REVIEW, states.DECIDE})
"""Steps that others take along."""
_ANSWERED = frozenset({FeedbackState.OBJECTED, FeedbackState.REVIEWING})
_RUNS = frozenset({FeedbackState.SENT, *_ANSWERED})


class FeedbackLooks:
    """Makes the values of the page."""

    def __init__(
        self,
        records: CampaignRecords,
        results: Results,
        appeals: AppealReviews,
        knowledge: Knowledge,
        people: People,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self._records, self._results, self._appeals = records, results, appeals
        self._knowledge, self._people, self._now = knowledge, people, now

    def view(self, campaign_id: UUID, today: date) -> FeedbackView:
        """Return the feedback of every unit of which cases were drawn, in the order of set-up."""
        state = self._records.load(campaign_id)
        results = self._results.final_of(state)
        drawn = Counter(state.row(case).unit for case in sampled(state))
        decided = Counter(state.row(case).unit for case in {one.case for one in results})
        known = {one.unit: one for one in state.feedback}
        units = tuple(
            self._unit(
                state, unit.id, known.get(unit.id), drawn[unit.id] - decided[unit.id],
                [one for one in results if one.unit == unit.id], today,
            )
            for unit in state.campaign.units
            if drawn[unit.id] or unit.id in known
        )  # fmt: skip
        drafted = all(one.unit in known for one in units)
        leads = bool(self._roles(state) & LEADERS)
        return FeedbackView(units, state.campaign.objection_days, drafted, leads)

    def _unit(
        self,
        state: CampaignState,
        unit: UUID,
        one: Feedback | None,
        waiting: int,
        results: Sequence[Result],
        today: date,
    ) -> UnitFeedback:
        name = state.campaign.unit(unit).name
        cases = len({result.case for result in results}) + waiting
        choices = tuple(_choice(state, result) for result in results)
        if one is None:
            return UnitFeedback(unit, name, cases, waiting, NOT_DRAFTED, None, None, Term(), Term(),
                                0, (), (), choices, ())  # fmt: skip
        limit = steps.objection_deadline(one, state.campaign, self._knowledge.calendar)
        ended = one.state not in _RUNS
        objections = tuple(self._objection(state, one, told, today) for told in one.objections)
        open_ones = steps.open_objections(one)
        return UnitFeedback(
            unit, name, cases, waiting, one.state.value, one.sent_on, one.received_on,
            term(limit.until, today, ended=ended or bool(open_ones), note=limit.why),
            term(one.decide_until, today, ended=not open_ones),
            len(open_ones), self._steps(state, one, waiting), objections, choices, _history(one),
        )  # fmt: skip

    def _steps(self, state: CampaignState, one: Feedback, waiting: int) -> tuple[str, ...]:
        found = [name for name in self._allowed(state, states.FEEDBACK, one.state)
                 if name not in _BY_ITSELF]  # fmt: skip
        if waiting and states.SEND in found:
            found.remove(states.SEND)
        if one.state in _ANSWERED and not steps.open_objections(one):
            found.append(states.FINALISE)
        if one.state is FeedbackState.FINAL and not steps.open_objections(one):
            found = [name for name in found if name != states.REOPEN_FEEDBACK]
        return tuple(found)

    def _objection(
        self, state: CampaignState, feedback: Feedback, one: Objection, today: date
    ) -> ObjectionView:
        limit = steps.review_deadline(one, state.campaign, self._knowledge.calendar)
        review = self._appeals.review_of(one)
        signed = review is not None and review.is_signed
        items, suggested = self._items(state, one)
        ended = one.state in states.OBJECTIONS.ends
        return ObjectionView(
            one.id, one.case, state.row(one.case).case_no, items, one.text, one.received_on,
            one.in_time, term(limit.until, today, ended=ended, note=limit.why), one.state.value,
            one.outcome, suggested, one.reason, one.decided_on, one.attachments,
            review is not None and not signed and one.state is ObjectionState.REVIEWING,
            self._objection_steps(state, feedback, one, signed=signed),
        )  # fmt: skip

    def _objection_steps(
        self, state: CampaignState, feedback: Feedback, one: Objection, *, signed: bool
    ) -> tuple[str, ...]:
        found = list(self._allowed(state, states.OBJECTIONS, one.state))
        if feedback.state is FeedbackState.FINAL and states.TAKE_UP in found:
            found.remove(states.TAKE_UP)
        if one.in_time and states.TURN_AWAY in found:
            found.remove(states.TURN_AWAY)
        if not signed and states.ANSWER in found:
            found.remove(states.ANSWER)
        return tuple(found)

    def _items(self, state: CampaignState, one: Objection) -> tuple[tuple[ObjectedItem, ...], str]:
        """Return the items before and after the review, and the outcome it suggests."""
        review = self._appeals.review_of(one)
        told = {answer.item: answer for answer in one.answers}
        try:
            if review is None:
                final = self._appeals.under(state, one.case, one.items)
                before = Reviewed(final.standard, final.marks, final.score)
            else:
                before = self._results.before(state, review)
        except Refused:  # the result was taken back since: only the ids are left to show
            return tuple(ObjectedItem(i, i, "", "", None, "") for i in one.items), ""
        signed = review is not None and review.is_signed
        after = self._results.reviewed(review) if review is not None and signed else None
        changed = self._appeals.changed(state, one)
        items = []
        for item in one.items:
            answer = told.get(item)
            items.append(
                ObjectedItem(
                    item, _title(before, item), _value(before, item),
                    _value(after, item) if after else "",
                    (answer.changed if answer else item in changed) if after else None,
                    answer.reason if answer else _noted(after, item),
                )
            )  # fmt: skip
        outcome = "" if after is None else (
            steps.REJECTED if not changed
            else steps.ACCEPTED if len(changed) == len(one.items) else steps.PARTLY
        )  # fmt: skip
        return tuple(items), outcome

    def _allowed(self, state: CampaignState, machine: Machine[S], now: S) -> tuple[str, ...]:
        allowed = machine.allowed(now, self._roles(state))
        return tuple(dict.fromkeys(one.action for one in allowed))

    def _roles(self, state: CampaignState) -> frozenset[Role]:
        person = self._people.current()
        return roles_of(state.campaign, person.id) if person else frozenset()


def _choice(state: CampaignState, one: Result) -> CaseChoice:
    reviewed = Reviewed(one.standard, one.marks, one.score)
    items = [ItemChoice(i.id, i.short, _lost(reviewed, i.id)) for i in one.standard.items]
    items += [ItemChoice(v.id, v.short, _lost(reviewed, v.id)) for v in one.standard.vetoes]
    items.sort(key=lambda item: not item.lost)
    return CaseChoice(
        one.case, state.row(one.case).case_no, one.standard.name, one.score.total,
        one.score.grade, tuple(items),
    )  # fmt: skip


def _lost(one: Reviewed, item: str) -> str:
    score = next((found for found in one.score.items if found.item == item), None)
    if score is None:
        return "命中" if item in one.score.vetoes else ""
    return f"−{points(score.deducted)}" if score.deducted else ""


def _title(one: Reviewed, item: str) -> str:
    names = {found.id: found.short for found in one.standard.items}
    names |= {found.id: found.short for found in one.standard.vetoes}
    return names.get(item, "")


def _value(one: Reviewed, item: str) -> str:
    score = next((found for found in one.score.items if found.item == item), None)
    if score is None:
        hit = one.marks.of_veto(item).choice is VetoChoice.HIT
        return "命中" if hit else "排除"
    if score.choice is Choice.ABSENT:
        return "不涉及"
    return f"{points(score.awarded)} / {points(score.full)}"


def _noted(after: Reviewed | None, item: str) -> str:
    """Return what the reviewer wrote beside the item; a start for the reason."""
    if after is None:
        return ""
    mark = after.marks.of(item)
    reasons = [one.reason for one in mark.occurrences] if mark.choice is Choice.FAILS else []
    return mark.note or "；".join(filter(None, reasons)) or after.marks.of_veto(item).reason


def _history(one: Feedback) -> tuple[HistoryLine, ...]:
    found = [history_line(step) for step in one.history]
    for number, objection in enumerate(one.objections, 1):
        about = f"（申辩 {number}）"
        found += [history_line(step, about) for step in objection.history]
    oldest_first = sorted(found, key=lambda line: line.at)
    return tuple(oldest_first[::-1])
