"""A leader's desktop with reviewed cases of one unit, and the services that follow a review."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from reviewer.model import Choice, Round, VetoChoice
from reviewer.model.campaigns import Ledger
from reviewer.model.draws import Draw, DrawnCase, DrawPlan
from reviewer.workspace.campaigns.appeal_reviews import AppealReviews
from reviewer.workspace.campaigns.feedback import Feedbacks
from reviewer.workspace.campaigns.objections import Objections
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.people import People
from tests.store.test_campaigns import make_row
from tests.workspace.builders import SmallKnowledge
from tests.workspace.campaigns.builders import CAMPAIGN, LI, Desk

ROWS = (make_row(1), make_row(2))
FIRST, SECOND = (row.case for row in ROWS)
UNIT = ROWS[0].unit
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Served:
    """The services of a desktop on which the leader has reviewed."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.records = desk, desk.records
        people = People(desk.store)
        self.results = Results(desk.store, desk.records)
        appeals = AppealReviews(desk.store, self.results)
        parts = (desk.records, self.results, appeals, SmallKnowledge(), people, lambda: NOW)
        self.feedback, self.objections = Feedbacks(*parts), Objections(*parts)


def served(desk: Desk, *, withdrawn: bool = True) -> Served:
    """Return the services; both cases are drawn, and who sits here reviews instead of others."""
    drawn = tuple(DrawnCase(row.case, row.key, "0" * 64) for row in ROWS)
    ledger = Ledger(UUID(int=900), CAMPAIGN.id, ROWS, NOW, "a" * 64)
    draw = Draw(UUID(int=901), CAMPAIGN.id, ledger.id, ledger.sha256, "sha256/1", "1", DrawPlan(),
                NOW, "甲", "乙", "丙", (), drawn)  # fmt: skip
    desk.records.save(CAMPAIGN.id, [ledger, draw], "抽取")
    if withdrawn:
        given = desk.records.load(CAMPAIGN.id).assignments
        taken = [replace(one, withdrawn=True) for one in given]
        desk.records.save(CAMPAIGN.id, taken, "撤回分配")
    return Served(desk)


def review(desk: Desk, case: UUID, fails: str = "", round_: Round = Round.FIRST) -> UUID:
    """Sign a review in which everything conforms but one item."""
    review_id = desk.open_review(case, round_).id
    for item in ("A1", "G1", "G2"):
        desk.reviews.choose(review_id, item, Choice.CONFORMS)
    if fails:
        desk.reviews.add_occurrence(review_id, fails, f"{fails}.1", reason="未附送达回证")
    desk.reviews.set_veto(review_id, "V05", VetoChoice.EXCLUDED, "引用的条款仍然有效")
    desk.reviews.sign(review_id)
    return review_id


def sent(desk: Desk, fails: str = "G1") -> Served:
    """Return the services with the feedback of the unit sent on 2 March and received then."""
    made = served(desk)
    for case in (FIRST, SECOND):
        review(desk, case, fails)
    made.feedback.draft(CAMPAIGN.id)
    made.feedback.send(CAMPAIGN.id, [UNIT], date(2026, 3, 2))
    made.feedback.receive(CAMPAIGN.id, UNIT, date(2026, 3, 2))
    return made


__all__ = ["CAMPAIGN", "FIRST", "LI", "SECOND", "UNIT", "Served", "review", "sent", "served"]
