"""Random campaigns through the services: no dead end, no lost record, figures that agree."""

import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reviewer.campaign import states
from reviewer.errors import UserError
from reviewer.settings import Settings
from reviewer.store import desktops
from reviewer.workspace import Workspace
from tests.workspace.campaigns.walk_board import to_the_end
from tests.workspace.campaigns.walk_checks import Watch, stand
from tests.workspace.campaigns.walk_steps import Walk, small_desk

_WALKS = int(os.environ.get("REVIEWER_WALKS", "0"))
"""Number of walks of a long run, in which bugs are looked for."""
NTH, FEW = st.integers(0, 7), st.integers(0, 3)
ACTIONS = st.sampled_from(sorted({one.action for one in states.CASES.steps}))


def _refusal(work: Callable[[], object]) -> UserError | None:
    try:
        work()
    except UserError as refused:
        return refused
    return None


class RandomServices(RuleBasedStateMachine):
    """Takes whatever step is drawn; a step is taken whole or refused with a remedy."""

    def __init__(self) -> None:
        super().__init__()
        self.ended = False
        self.stack = ExitStack()
        self.folder = Path(mkdtemp(prefix="walk"))
        self.stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        workspace = Workspace.open(self.folder / "data", Settings())
        self.stack.callback(workspace.close)
        workspace.people.register("王工", "支队")
        self.workspace = workspace
        self.watch = Watch()

    def attempt(self, said: str, work: Callable[[], object], *, single: bool = True) -> None:
        """Take a step; one that is refused says what to do, and a single one changes nothing."""
        before = stand(self.walk.desk)
        self.walk.log.append(f"{self.walk.today} {said}")
        if refused := _refusal(work):
            self.walk.log[-1] += f" refused: {refused}"
            assert refused.remedy
            assert not single or stand(self.walk.desk) == before, refused

    @initialize(depth=st.integers(0, 5))
    def a_campaign(self, depth: int) -> None:
        self.walk = Walk(small_desk(self.workspace, self.folder / "files", depth))
        self.walk.log.append(f"depth {depth}")
        self.stack.enter_context(desktops.telling(self.walk.now))

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.walk.today += timedelta(days=days)

    @rule()
    def the_ledger_is_frozen(self) -> None:
        self.attempt("freeze", self.walk.freeze)

    @rule()
    def the_ledger_is_begun_anew(self) -> None:
        self.attempt("anew", self.walk.anew)

    @rule(seed=FEW)
    def cases_are_drawn(self, seed: int) -> None:
        self.attempt(f"draw {seed}", lambda: self.walk.draw(seed))

    @rule(at=NTH)
    def a_case_is_replaced(self, at: int) -> None:
        self.attempt(f"replace {at}", lambda: self.walk.replace_case(at))

    @rule(to=FEW)
    def the_share_changes(self, to: int) -> None:
        self.attempt(f"share {to}", lambda: self.walk.share(to))

    @rule(at=NTH)
    def a_conflict_is_declared(self, at: int) -> None:
        self.attempt(f"conflict {at}", lambda: self.walk.conflict(at))

    @rule(at=NTH)
    def a_conflict_is_taken_back(self, at: int) -> None:
        self.attempt(f"take back {at}", lambda: self.walk.take_back(at))

    @rule()
    def cases_are_assigned(self) -> None:
        self.attempt("assign", self.walk.assign)

    @rule(at=NTH, person=FEW)
    def somebody_else_takes_a_case(self, at: int, person: int) -> None:
        self.attempt(f"change {at} {person}", lambda: self.walk.change(at, person))

    @rule(at=NTH)
    def an_assignment_is_withdrawn(self, at: int) -> None:
        self.attempt(f"withdraw {at}", lambda: self.walk.withdraw(at))

    @rule(at=NTH, fault=FEW, sign=st.booleans())
    def a_case_is_reviewed(self, at: int, fault: int, sign: bool) -> None:
        said = f"review {at} {fault} {sign}"
        self.attempt(said, lambda: self.walk.review(at, fault, sign=sign), single=False)

    @rule(at=NTH, action=ACTIONS)
    def a_case_moves(self, at: int, action: str) -> None:
        self.attempt(f"{action} {at}", lambda: self.walk.move(at, action))

    @rule(at=NTH, side=FEW, close=st.booleans())
    def a_case_is_adjudicated(self, at: int, side: int, close: bool) -> None:
        said = f"adjudicate {at} {side} {close}"
        self.attempt(said, lambda: self.walk.adjudicate(at, side, close=close), single=False)

    @rule()
    def feedback_is_drafted(self) -> None:
        self.attempt("draft", self.walk.draft)

    @rule(at=NTH)
    def feedback_is_sent(self, at: int) -> None:
        self.attempt(f"send {at}", lambda: self.walk.send(at))

    @rule(at=NTH, step=NTH)
    def feedback_moves(self, at: int, step: int) -> None:
        self.attempt(f"feedback {at} {step}", lambda: self.walk.feedback(at, step))

    @rule(at=NTH, item=FEW)
    def a_unit_objects(self, at: int, item: int) -> None:
        self.attempt(f"object {at} {item}", lambda: self.walk.object(at, item))

    @rule(at=NTH, step=NTH)
    def an_objection_moves(self, at: int, step: int) -> None:
        self.attempt(f"answer {at} {step}", lambda: self.walk.answer(at, step))

    @rule()
    def the_bulletin_is_issued(self) -> None:
        self.attempt("bulletin", self.walk.bulletin)

    @rule()
    def problems_are_listed(self) -> None:
        self.attempt("plan", self.walk.plan)

    @rule(at=NTH, step=NTH)
    def a_rectification_moves(self, at: int, step: int) -> None:
        self.attempt(f"rectify {at} {step}", lambda: self.walk.rectify(at, step))

    @rule()
    def the_year_ends(self) -> None:
        self.attempt("roll over", self.walk.roll_over)

    @invariant()
    def nothing_is_lost_and_figures_agree(self) -> None:
        if hasattr(self, "walk"):
            self.guarded(lambda: self.watch.look(self.walk.desk))

    def teardown(self) -> None:
        """Whatever was done before, the board leads to the end."""
        try:
            if hasattr(self, "walk") and not self.ended:
                self.guarded(lambda: to_the_end(self.walk, self.watch))
        finally:
            self.stack.close()

    def guarded(self, work: Callable[[], object]) -> None:
        """Tell what was done when something does not hold."""
        try:
            work()
        except Exception as error:
            self.ended = True
            error.add_note("\n".join(self.walk.log))
            raise


TestRandomServices = RandomServices.TestCase
TestRandomServices.settings = settings(
    max_examples=_WALKS or 6,
    stateful_step_count=30 if _WALKS else 12,
    # In the suite the same walks each time; a long run looks for others.
    derandomize=not _WALKS,
    deadline=None,
)
