"""Random campaigns through all states: no dead end, no lost record, history only grows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reviewer.campaign import feedback as fb
from reviewer.campaign import rectification as rect
from reviewer.campaign import states
from reviewer.campaign.machines import Actor, Machine, Role
from reviewer.campaign.progress import (
    CaseFacts,
    begin_stage,
    finish_stage,
    move_case,
    reopen_stage,
)
from reviewer.campaign.rollover import roll_over
from reviewer.errors import UserError
from reviewer.model.campaigns import Stage, StageState
from reviewer.model.casework import CaseProgress, progress_of
from reviewer.model.feedback import (
    Evidence,
    Feedback,
    FeedbackState,
    Objection,
    Rectification,
    RectificationState,
    Transition,
)
from tests.campaign.campaign_builders import (
    CALENDAR,
    CAMPAIGN,
    LEADER,
    OTHER_UNIT,
    UNIT,
    make_campaign,
    make_rectification,
)

ROLES = st.sampled_from((frozenset(Role), frozenset({Role.REVIEWER}), frozenset[Role]()))
NOTES = st.sampled_from(("", "经核对"))
STAGE = st.sampled_from(Stage)
CASE_ACTIONS = st.sampled_from(sorted({one.action for one in states.CASES.steps}))
FACTS = st.builds(
    CaseFacts,
    reviewers=st.integers(0, 2),
    finished=st.integers(0, 2),
    signed=st.integers(0, 2),
    disputed=st.booleans(),
    adjudicated=st.booleans(),
    open_objections=st.integers(0, 1),
    appeal_signed=st.booleans(),
)
START = date(2026, 3, 2)
LATE = date(2026, 11, 30)
PROOF = Evidence("a" * 64, "照片.jpg")
TOLD = rect.Report("补签", "赵某某", "已完成", START, "照片", (PROOF,))


class RandomCampaign(RuleBasedStateMachine):
    """Takes whatever step is drawn; a step is taken whole or refused with a remedy."""

    def __init__(self) -> None:
        super().__init__()
        self.campaign = make_campaign()
        self.cases: list[CaseProgress] = [progress_of(CAMPAIGN, UUID(int=n)) for n in (501, 502)]
        self.feedback: list[Feedback] = [
            Feedback(UUID(int=2), CAMPAIGN, UNIT, FeedbackState.DRAFT),
            Feedback(UUID(int=3), CAMPAIGN, OTHER_UNIT, FeedbackState.DRAFT),
        ]
        self.rectifications: list[Rectification] = [
            make_rectification(n, state=RectificationState.OPEN, due=None) for n in (1, 2)
        ]
        self.archive: list[Rectification] = []
        self.today = START
        self.objections = 0
        self.refusals: list[UserError] = []
        self.seen: dict[object, tuple[Transition, ...]] = {}

    def actor(self, roles: frozenset[Role] = frozenset(Role)) -> Actor:
        at = datetime(self.today.year, self.today.month, self.today.day, tzinfo=UTC)
        return Actor(LEADER, "王某某", roles, at)

    def attempt(self, work: Callable[[], None]) -> None:
        try:
            work()
        except UserError as refused:
            self.refusals.append(refused)

    @rule(days=st.integers(1, 9))
    @precondition(lambda self: self.today < LATE)
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(stage=STAGE, what=st.integers(0, 2), roles=ROLES, note=NOTES)
    def a_stage_moves(self, stage: Stage, what: int, roles: frozenset[Role], note: str) -> None:
        by = self.actor(roles)

        def work() -> None:
            if what == 0:
                self.campaign = begin_stage(self.campaign, stage, by)
            elif what == 1:
                self.campaign = finish_stage(
                    self.campaign, stage, by, self.today, [note] if note else []
                )
            else:
                self.campaign = reopen_stage(self.campaign, stage, by, note)

        self.attempt(work)

    @rule(at=st.integers(0, 1), action=CASE_ACTIONS, roles=ROLES, facts=FACTS, note=NOTES)
    def a_case_moves(
        self, at: int, action: str, roles: frozenset[Role], facts: CaseFacts, note: str
    ) -> None:
        def work() -> None:
            self.cases[at] = move_case(self.cases[at], action, self.actor(roles), facts, note)

        self.attempt(work)

    @rule(at=st.integers(0, 1), what=st.integers(0, 7), roles=ROLES, note=NOTES)
    def feedback_moves(self, at: int, what: int, roles: frozenset[Role], note: str) -> None:
        one, by = self.feedback[at], self.actor(roles)
        steps: tuple[Callable[[], Feedback], ...] = (
            lambda: fb.send(one, by, self.today),
            lambda: fb.recall(one, by, note),
            lambda: fb.receive(one, by, self.today, self.campaign, CALENDAR),
            lambda: fb.set_limit(one, by, self.today, note),
            lambda: fb.complete_review(one, by),
            lambda: fb.consent(one, by, note),
            lambda: fb.finalise(one, by, self.today),
            lambda: fb.reopen(one, by, note),
        )

        def work() -> None:
            self.feedback[at] = steps[what]()

        self.attempt(work)

    @rule(at=st.integers(0, 1))
    def a_unit_objects(self, at: int) -> None:
        def work() -> None:
            objection = Objection(
                UUID(int=700 + self.objections), UUID(int=501), ("C9",), "有签名", self.today, None
            )
            self.feedback[at] = fb.add_objection(
                self.feedback[at], objection, self.actor(), self.campaign, CALENDAR
            )
            self.objections += 1

        self.attempt(work)

    @rule(at=st.integers(0, 1), nth=st.integers(0, 3), what=st.integers(0, 3), note=NOTES)
    def an_objection_moves(self, at: int, nth: int, what: int, note: str) -> None:
        one, by = self.feedback[at], self.actor()
        if nth >= len(one.objections):
            return
        which = one.objections[nth].id
        steps: tuple[Callable[[], Feedback], ...] = (
            lambda: fb.take_up(one, which, by, note=note),
            lambda: fb.decide(one, which, by, fb.PARTLY, note, self.today),
            lambda: fb.turn_away(one, which, by, note, self.today),
            lambda: fb.withdraw(one, which, by, note),
        )

        def work() -> None:
            self.feedback[at] = steps[what]()

        self.attempt(work)

    @rule(at=st.integers(0, 1), what=st.integers(0, 7), roles=ROLES, note=NOTES)
    def a_rectification_moves(self, at: int, what: int, roles: frozenset[Role], note: str) -> None:
        one, by = self.rectifications[at], self.actor(roles)
        later = self.today + timedelta(days=40)
        steps: tuple[Callable[[], Rectification], ...] = (
            lambda: rect.notify(one, by, self.campaign, self.today),
            lambda: rect.extend(one, by, later, note),
            lambda: rect.report(one, by, TOLD if note else replace(TOLD, measures="")),
            lambda: rect.send_back(one, by, note),
            lambda: rect.close(one, by, self.today, note, later),
            lambda: rect.pass_revisit(one, by, note),
            lambda: rect.fail_revisit(one, by, note, later),
            lambda: rect.withdraw(one, by, note),
        )

        def work() -> None:
            self.rectifications[at] = steps[what]()

        self.attempt(work)

    @rule()
    def the_year_ends(self) -> None:
        """Roll over: what is open goes on under a new id, what was stays in the archive."""
        number = self.campaign.year + 1
        result = roll_over(
            self.campaign,
            self.rectifications,
            {},
            START,
            CALENDAR,
            self.actor(),
            lambda: UUID(int=number),
        )
        left = {one.id: one for one in result.left}
        assert len(result.taken) == len(result.left)
        self.archive += result.left
        taken = {one.origin: one for one in result.taken}
        self.rectifications = [taken.get(one.id, one) for one in self.rectifications]
        assert set(left) == set(taken)
        self.campaign = replace(self.campaign, id=result.campaign.id, year=number)

    @invariant()
    def no_record_is_lost(self) -> None:
        assert [one.case for one in self.cases] == [UUID(int=501), UUID(int=502)]
        assert [one.unit for one in self.feedback] == [UNIT, OTHER_UNIT]
        assert sum(len(one.objections) for one in self.feedback) == self.objections
        assert {one.case_no for one in self.rectifications} == {
            make_rectification(n).case_no for n in (1, 2)
        }
        known = {one.id for one in self.archive}
        assert all(one.origin is None or one.origin in known for one in self.rectifications)

    @invariant()
    def history_only_grows_and_tells_the_state(self) -> None:
        for key, state, history in self._histories():
            before = self.seen.get(key, ())
            assert history[: len(before)] == before
            assert not history or history[-1].after == state
            assert all(a.after == b.before for a, b in pairwise(history))
            self.seen[key] = history

    @invariant()
    def a_refusal_says_what_to_do(self) -> None:
        assert all(str(one) and one.remedy for one in self.refusals)
        self.refusals.clear()

    @invariant()
    def there_is_no_dead_end(self) -> None:
        for machine, state in self._states():
            assert machine.way_out(state) is not None

    def teardown(self) -> None:
        """Whatever was done before, everything can be brought to its end."""
        self.today = LATE
        for stage in Stage:
            if self.campaign.stage(stage).state is StageState.WAITING:
                self.campaign = begin_stage(self.campaign, stage, self.actor())
            if self.campaign.stage(stage).state is StageState.RUNNING:
                self.campaign = finish_stage(self.campaign, stage, self.actor(), self.today)
        assert all(one.state is FeedbackState.FINAL for one in map(self._end, self.feedback))
        assert all(one.state in states.CASES.ends for one in map(self._end_case, self.cases))
        ended = map(self._end_rectification, self.rectifications)
        assert all(one.state in states.RECTIFICATION.ends for one in ended)

    def _end(self, one: Feedback) -> Feedback:
        by = self.actor()
        if one.state is FeedbackState.DRAFT:
            one = fb.send(one, by, self.today)
        for objection in fb.open_objections(one):
            if one.state is FeedbackState.FINAL:
                one = fb.reopen(one, by, "逾期申辩")
            one = fb.withdraw(one, objection.id, by, "单位撤回")
        if one.state is FeedbackState.SENT:
            one = fb.consent(one, by)
        if one.state in (FeedbackState.OBJECTED, FeedbackState.REVIEWING):
            one = fb.complete_review(one, by)
        if one.state is FeedbackState.DECIDED:
            one = fb.finalise(one, by, max(self.today, one.objection_until or START) + DAY)
        return one

    def _end_case(self, one: CaseProgress) -> CaseProgress:
        for step in states.CASES.way_out(one.state) or ():
            signed = 0 if step.action == states.SEND_BACK else 1
            facts = CaseFacts(1, 1, signed, adjudicated=True, appeal_signed=True)
            one = move_case(one, step.action, self.actor(), facts, "经核对")
        return one

    def _end_rectification(self, one: Rectification) -> Rectification:
        by = self.actor()
        if one.state is RectificationState.OPEN:
            one = rect.notify(one, by, self.campaign, self.today)
        if one.state in rect.WITH_UNIT:
            one = rect.report(one, by, TOLD)
        if one.state is RectificationState.REPORTED:
            one = rect.close(one, by, self.today)
        return one

    def _histories(self) -> list[tuple[object, str, tuple[Transition, ...]]]:
        found: list[tuple[object, str, tuple[Transition, ...]]] = []
        found += [(one.stage, one.state, one.history) for one in self.campaign.stages]
        found += [(one.id, one.state, one.history) for one in self.cases]
        found += [(one.id, one.state, one.history) for one in self.feedback]
        found += [
            (objection.id, objection.state, objection.history)
            for one in self.feedback
            for objection in one.objections
        ]
        found += [(one.id, one.state, one.history) for one in (*self.rectifications, *self.archive)]
        return found

    def _states(self) -> list[tuple[Machine[Any], Any]]:
        return [
            *((states.STAGES, one.state) for one in self.campaign.stages),
            *((states.CASES, one.state) for one in self.cases),
            *((states.FEEDBACK, one.state) for one in self.feedback),
            *((states.RECTIFICATION, one.state) for one in self.rectifications),
        ]


DAY = timedelta(days=1)
TestRandomCampaigns = RandomCampaign.TestCase
TestRandomCampaigns.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
