"""Steps of a small campaign through the services, each with what it acts on chosen by a number."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

from reviewer.campaign import feedback as told
from reviewer.model import Choice, Review, VetoChoice
from reviewer.model.adjudications import ItemDecision, Side
from reviewer.model.campaigns import CaseKind, Conflict, Stage, StageDates, StandardPin
from reviewer.model.casework import CaseState
from reviewer.model.draws import Assignment, DrawPlan
from reviewer.model.feedback import Feedback, Objection, ObjectionState, Rectification
from reviewer.progress import Silent
from reviewer.store import desktops, standards
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.review_book import progress
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from tests.workspace.builders import make_standard
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    MEMBERS,
    TERMS,
    Desktop,
    desk_id,
)
from tests.workspace.campaigns.desk_builders import UNITS, book, case_row, made, taken
from tests.workspace.campaigns.prepared import once

START = date(2026, 3, 2)
PLAN = DrawPlan(ratio=Decimal("0.5"), unit_minimum=1)
REPORT = {"measures": "补签", "responsible": "赵某某", "progress": "已完成", "done_on": ""}
T = TypeVar("T")


@once(desk_id, Desktop)
def small_desk(workspace: Workspace, folder: Path, depth: int) -> Desktop:
    """Return a campaign with the ledger of two units, as far as `depth`; its leader sits here.

    0: nothing frozen; 1: drawn; 2: assigned; 3: reviewed; 4: feedback sent; 5: results final.
    """
    desk = Desktop(workspace, UUID(int=0))
    walk = Walk(desk, START)
    with desktops.telling(walk.now):
        desk.id = _collected(workspace, folder).campaign.id
        desk.sit(LEADER)
        for step in _WAY[:depth]:
            step(walk)
    return desk


def _collected(workspace: Workspace, folder: Path) -> CampaignState:
    standard = make_standard()
    store = workspace.reviews._store
    with store.session() as session:
        standards.freeze(session, standard, desktops.author(session))
    pin = StandardPin(CaseKind.GENERAL, standard.id, standard.version, standard.content_hash)
    state = made(
        workspace,
        members=MEMBERS,
        double_share=Decimal("0.5"),
        stages=tuple(StageDates(one) for one in Stage),
        kinds=(CaseKind.GENERAL,),
        standards=(pin,),
    )
    rows = [case_row(n, UNITS[n % 2].name) for n in range(1, 9)]
    return taken(workspace, state, book(folder / "台账.xlsx", rows))


@dataclass
class Beginning:
    """A campaign on one desktop, at which everybody sits in turn: ledger, draw, groups."""

    desk: Desktop
    today: date = START + timedelta(days=1)
    """A day after what was prepared: a clock that goes back puts records in another order."""
    ticks: int = 0
    log: list[str] = field(default_factory=list)

    @property
    def state(self) -> CampaignState:
        return self.desk.state

    @property
    def id(self) -> UUID:
        return self.desk.id

    def now(self) -> datetime:
        """Return the time that records carry, later at each question as on a real clock."""
        self.ticks += 1
        at = datetime.combine(self.today, time(9)) + timedelta(milliseconds=self.ticks)
        return at.astimezone()

    def nth(self, some: Sequence[T], number: int) -> T | None:
        """Return one of some; None of none."""
        return some[number % len(some)] if some else None

    # Ledger and draw

    def notice(self) -> None:
        self.desk.workspace.campaigns.setup.issue_notice(self.id)

    def freeze(self) -> None:
        self.desk.workspace.campaigns.ledger.freeze(self.id)

    def anew(self) -> None:
        self.desk.workspace.campaigns.ledger.begin_anew(self.id)

    def draw(self, number: int) -> None:
        people = ("高主持", "甄见证", "鉴督")
        seed = f"2026{number:04}"
        self.desk.workspace.campaigns.draw.draw(self.id, PLAN, seed, people, Silent())

    def replace_case(self, number: int) -> None:
        case = self.nth(sampled(self.state), number)
        if case is not None:
            self.desk.workspace.campaigns.draw.replace(self.id, case, "原件遗失")

    # Groups

    def share(self, number: int) -> None:
        text = ("0", "50", "100")[number % 3]
        self.desk.workspace.campaigns.grouping.set_share(self.id, text)

    def conflict(self, number: int) -> None:
        """Let somebody keep away from a drawn case; at least two may still review each."""
        case = self.nth(sampled(self.state), number)
        person = MEMBERS[1 + number % 2].person
        known = {one.row: one.person for one in self.state.campaign.conflicts}
        if case is None or known.get(case, person) != person:
            return
        about = Conflict(uuid4(), person, "亲属承办", self.today, row=case)
        self.desk.workspace.campaigns.assigning.declare(self.id, about)

    def take_back(self, number: int) -> None:
        one = self.nth(self.state.campaign.conflicts, number)
        if one is not None:
            self.desk.workspace.campaigns.assigning.take_back(self.id, one.id, "申报有误")

    def assign(self) -> None:
        assigning = self.desk.workspace.campaigns.assigning
        terms = replace(TERMS, on=self.today)
        found = assigning.propose(self.id, terms, Silent())
        assigning.accept(self.id, found, terms)

    def change(self, number: int, person: int) -> None:
        """Give an assignment to somebody by hand."""
        one = self.nth(self.given(), number)
        if one is not None:
            who = MEMBERS[person % len(MEMBERS)].person
            terms = replace(TERMS, on=self.today)
            changed = replace(one, person=who)
            self.desk.workspace.campaigns.assigning.change(self.id, changed, "换人", terms)

    def withdraw(self, number: int) -> None:
        one = self.nth(self.given(), number)
        if one is not None:
            self.desk.workspace.campaigns.assigning.withdraw(self.id, [one.id], "收回")

    def given(self) -> list[Assignment]:
        """Return the assignments of drawn cases that stand, in an order that no id decides."""
        state = self.state
        chosen = sampled(state)
        found = [one for one in state.assignments if not one.withdrawn and one.case in chosen]
        return sorted(found, key=lambda one: (state.row(one.case).case_no, one.duty))


@dataclass
class Walk(Beginning):
    """The whole of it: reviews, what units are told, rectification."""

    def review(self, number: int, fault: int, *, sign: bool = True) -> None:
        """Open an assigned review, mark it through the edits of a review, and sign it."""
        one = self.nth(self.given(), number)
        if one is not None:
            self.review_one(one, fault, sign=sign)

    def review_one(self, one: Assignment, fault: int, *, sign: bool = True) -> None:
        self.desk.sit(self.state.campaign.member(one.person))
        try:
            campaigns, reviews = self.desk.workspace.campaigns, self.desk.workspace.reviews
            review = campaigns.reviewing.open(self.id, one.id)
            if not review.is_signed:
                self.desk.mark(review)
                self.edit(review, fault)
            if sign:
                campaigns.reviewing.sign(self.id, review.id)
            else:
                reviews.undo(review.id)
        finally:
            self.desk.sit(LEADER)

    def edit(self, review: Review, fault: int) -> None:
        """Make a review differ through the edits that the window makes."""
        reviews = self.desk.workspace.reviews
        standard = reviews.pinned(review.content_hash)
        item = standard.items[fault % 3]
        if fault % 4 == 0:
            reviews.choose(review.id, item.id, Choice.CONFORMS)
        elif fault % 4 == 3:
            reviews.set_veto(review.id, standard.vetoes[0].id, VetoChoice.EXCLUDED, "经核对")
        else:
            clause = item.clauses[fault % len(item.clauses)]
            reviews.add_occurrence(review.id, item.id, clause.id, reason=f"{item.id} 不规范")

    def move(self, number: int, action: str) -> None:
        case = self.nth(sampled(self.state), number)
        if case is not None:
            self.desk.workspace.campaigns.reviewing.move(self.id, case, action, "经核对")

    def adjudicate(self, number: int, side: int, *, close: bool = True) -> None:
        state = self.state
        cases = [c for c in sampled(state) if progress(state, c).state is CaseState.DISPUTED]
        case = self.nth(cases, number)
        if case is None:
            return
        service = self.desk.workspace.campaigns.adjudicating
        one = service.begin(self.id, case, self.today)
        barred = {c.person for c in state.campaign.conflicts}
        present = [m.person for m in MEMBERS]
        away = [m.person for m in MEMBERS if m.unit == state.row(case).unit] + [
            who for who in present if who in barred
        ]
        service.attend(self.id, one.id, present, away)
        chosen = (Side.FIRST, Side.SECOND)[side % 2]
        for item in service.to_decide(self.id, case):
            service.decide(self.id, one.id, ItemDecision(item, chosen, "证据充分"))
        if close:
            service.close(self.id, one.id)

    # Feedback and objections

    def draft(self) -> None:
        self.desk.workspace.campaigns.feedback.draft(self.id)

    def send(self, number: int) -> None:
        one = self.nth(self.state.feedback, number)
        if one is not None:
            self.desk.workspace.campaigns.feedback.send(self.id, [one.unit], self.today)

    def feedback(self, number: int, step: int) -> None:
        one = self.nth(self.state.feedback, number)
        if one is None:
            return
        service = self.desk.workspace.campaigns.feedback
        match step % 6:
            case 0:
                service.receive(self.id, one.unit, self.today)
            case 1:
                service.recall(self.id, one.unit, "更正")
            case 2:
                service.set_limit(self.id, one.unit, self.today + timedelta(days=3), "约定")
            case 3:
                service.consent(self.id, one.unit, "书面无异议")
            case 4:
                service.reopen(self.id, one.unit, "逾期申辩")
            case _:
                service.finalise(self.id, one.unit, self.today)

    def object(self, number: int, item: int) -> None:
        case = self.nth(sampled(self.state), number)
        results = self.desk.workspace.campaigns.results.final(self.id)
        found = [one for one in results if one.case == case]
        if case is not None and found:
            named = [found[0].standard.items[item % 3].id]
            service = self.desk.workspace.campaigns.objections
            service.add(self.id, case, named, "材料在卷", self.today)

    def objections(self) -> list[tuple[Feedback, Objection]]:
        return [(one, objection) for one in self.state.feedback for objection in one.objections]

    def answer(self, number: int, step: int) -> None:
        found = self.nth(self.objections(), number)
        if found is None:
            return
        one, service = found[1], self.desk.workspace.campaigns.objections
        match step % 5:
            case 0:
                service.take_up(self.id, one.id, "经核对")
            case 1:
                self.review_appeal(one)
            case 2:
                self.decide(one)
            case 3:
                service.turn_away(self.id, one.id, "逾期", self.today)
            case _:
                service.withdraw(self.id, one.id, "单位撤回")

    def review_appeal(self, one: Objection) -> None:
        """Take the deductions of the named items back in the review of an objection."""
        if one.review is None or one.state is not ObjectionState.REVIEWING:
            return
        reviews = self.desk.workspace.reviews
        for item in one.items:
            reviews.choose(one.review, item, Choice.CONFORMS)
        reviews.sign(one.review)

    def decide(self, one: Objection) -> None:
        service = self.desk.workspace.campaigns.objections
        outcome = service.suggested(self.id, one.id)
        outcome, reasons = outcome or told.REJECTED, dict.fromkeys(one.items, "经核对")
        service.decide(self.id, one.id, outcome, "经核对", self.today, reasons)

    # Bulletin, rectification, next year

    def bulletin(self) -> None:
        self.desk.workspace.campaigns.bulletins.issue(self.id, self.today)

    def plan(self) -> None:
        self.desk.workspace.campaigns.rectifying.plan(self.id)

    def rectify(self, number: int, step: int) -> None:
        one = self.nth(self.problems(), number)
        if one is None:
            return
        service, ids = self.desk.workspace.campaigns.rectifying, [one.id]
        later = self.today + timedelta(days=40)
        steps: tuple[Callable[[], object], ...] = (
            lambda: service.notify(self.id, ids, self.today),
            lambda: service.report(self.id, ids, REPORT),
            lambda: service.close(self.id, ids, self.today, "经核对", later),
            lambda: service.send_back(self.id, ids, "材料不全"),
            lambda: service.extend(self.id, ids, later, "单位申请"),
            lambda: service.pass_revisit(self.id, ids),
            lambda: service.fail_revisit(self.id, ids, "又发生", later),
            lambda: service.withdraw(self.id, ids, "不成立"),
        )
        steps[step % len(steps)]()

    def problems(self) -> list[Rectification]:
        return sorted(
            self.state.rectifications, key=lambda one: (one.case_no, one.item, one.problem)
        )

    def roll_over(self) -> None:
        self.desk.workspace.campaigns.rollover.roll_over(self.id, self.today)

    def waiting(self) -> Iterable[Assignment]:
        """Yield what stands and is not signed."""
        for member in MEMBERS:
            for task in self.desk.workspace.campaigns.reviewing.tasks(self.id, member.person):
                if task.review is None or not task.review.is_signed:
                    yield task.assignment


def _drawn(walk: Walk) -> None:
    walk.notice()
    walk.freeze()
    walk.draw(1)


def _reviewed(walk: Walk) -> None:
    for at, one in enumerate(walk.waiting()):
        walk.review_one(one, 1 + at % 2)
    for _ in sampled(walk.state):
        walk.adjudicate(0, 1)


def _told(walk: Walk) -> None:
    walk.draft()
    for unit in UNITS:
        walk.send(UNITS.index(unit))
        walk.feedback(UNITS.index(unit), 0)


def _final(walk: Walk) -> None:
    for at in range(len(UNITS)):
        walk.feedback(at, 3)
    walk.plan()


_WAY = (_drawn, Walk.assign, _reviewed, _told, _final)
