"""A campaign of three drawn cases that are reviewed twice, and its people at one desktop."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from reviewer.campaign.assignment import Terms
from reviewer.model import Choice, Mark, Occurrence, Place, Review, VetoChoice, VetoMark
from reviewer.model.campaigns import CaseKind, Member
from reviewer.model.draws import Assignment, DrawPlan, Duty
from reviewer.progress import Silent
from reviewer.store import desktops, journal
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from tests.workspace.campaigns.desk_builders import UNITS, book, case_row, made, taken
from tests.workspace.campaigns.prepared import once

ON = date(2026, 3, 9)
TERMS = Terms(ON, seconds=1.0)
HEAD, OTHER_UNIT = "支队", "省厅"
LEADER = Member(UUID(int=901), "高工", unit_name=HEAD, leads_campaign=True)
QIAN = Member(UUID(int=902), "钱工", unit_name=OTHER_UNIT)
SUN = Member(UUID(int=903), "孙工", unit_name=OTHER_UNIT)
LOCAL = Member(UUID(int=904), "沙工", unit=UNITS[0].id, unit_name=UNITS[0].name)
MEMBERS = (LEADER, QIAN, SUN, LOCAL)


@dataclass
class Desktop:
    """One data folder at which everybody sits in turn."""

    workspace: Workspace
    id: UUID

    @property
    def state(self) -> CampaignState:
        return self.workspace.campaigns.records.load(self.id)

    @property
    def cases(self) -> tuple[UUID, ...]:
        state = self.state
        return tuple(sorted(sampled(state), key=lambda case: state.row(case).case_no))

    def sit(self, member: Member) -> None:
        """Let a reviewer sit here."""
        person = self.workspace.people.register(member.name, member.unit_name)
        assert person.id == member.person

    def given(self, case: UUID, duty: Duty) -> Assignment:
        """Return who has a duty of a case."""
        return next(
            one
            for one in self.state.assignments
            if (one.case, one.duty) == (case, duty) and not one.withdrawn
        )

    def opened(self, case: UUID, duty: Duty) -> Review:
        """Open a review as its reviewer."""
        given = self.given(case, duty)
        self.sit(self.state.campaign.member(given.person))
        return self.workspace.campaigns.reviewing.open(self.id, given.id)

    def reviewed(
        self, case: UUID, duty: Duty, marks: Iterable[Mark] = (), hits: Iterable[str] = ()
    ) -> Review:
        """Review a case to the end as its reviewer, 符合 but for `marks`, and sign."""
        review = self.opened(case, duty)
        self.mark(review, marks, hits)
        self.workspace.campaigns.reviewing.sign(self.id, review.id)
        return review

    def mark(self, review: Review, marks: Iterable[Mark] = (), hits: Iterable[str] = ()) -> None:
        """Decide everything at once: each decision by itself would be checked anew."""
        standard = self.workspace.reviews.pinned(review.content_hash)
        values: dict[str, object | None] = {
            journal.mark_key(one.id): Mark(one.id, Choice.CONFORMS) for one in standard.items
        }
        values |= {journal.mark_key(one.item): one for one in marks}
        for veto in standard.vetoes:
            hit = VetoMark(veto.id, VetoChoice.HIT, "经核对", (Place("f" * 64, 1, "原文"),))
            spared = VetoMark(veto.id, VetoChoice.EXCLUDED)
            values[journal.veto_key(veto.id)] = hit if veto.id in hits else spared
        store = self.workspace.reviews._store
        with store.session() as session:
            journal.apply(session, review.id, values, "评查", desktops.author(session))


def fails(desk: Desktop, number: int = 0, points: str = "", clause: int = 0) -> Mark:
    """Return a deduction on the n-th item, by its n-th clause; without `points` all of it."""
    pin = next(one for one in desk.state.campaign.standards if one.kind is CaseKind.GENERAL)
    item = desk.workspace.reviews.pinned(pin.content_hash).items[number]
    lost = Decimal(points) if points else item.points
    one = Occurrence(uuid4(), item.clauses[clause].id, 1, lost, f"{item.id} 不规范")
    return Mark(item.id, Choice.FAILS, occurrences=(one,))


def desk_id(desk: Desktop) -> UUID:
    """Return the campaign of a desk."""
    return desk.id


@once(desk_id, Desktop)
def drawn_desk(workspace: Workspace, folder: Path, **changes: object) -> Desktop:
    """Return a campaign of which all three cases were drawn."""
    settings: Mapping[str, object] = {"members": MEMBERS, "double_share": Decimal(1), **changes}
    state = made(workspace, **settings)
    rows = [case_row(n, UNITS[n % 2].name) for n in (1, 2, 3)]
    state = taken(workspace, state, book(folder / "台账.xlsx", rows))
    campaigns = workspace.campaigns
    desk = Desktop(workspace, state.campaign.id)
    desk.sit(LEADER)
    campaigns.ledger.freeze(desk.id)
    plan = DrawPlan(ratio=Decimal(1), unit_minimum=1)
    campaigns.draw.draw(desk.id, plan, "20260302", ("高主持", "甄见证", "鉴督"), Silent())
    return desk


@once(desk_id, Desktop)
def assigned_desk(workspace: Workspace, folder: Path, terms: Terms = TERMS) -> Desktop:
    """Return that campaign with its cases assigned."""
    desk = drawn_desk(workspace, folder)
    assigning = workspace.campaigns.assigning
    assigning.accept(desk.id, assigning.propose(desk.id, terms, Silent()), terms)
    return desk


def by_hand(assignment: Assignment, person: UUID) -> Assignment:
    """Return a change of an assignment to another person."""
    return replace(assignment, person=person)
