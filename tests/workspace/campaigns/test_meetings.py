"""The place 合议: the queue, one case with its two reviews, and what 另定 may give."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from reviewer.errors import UserError
from reviewer.model import Choice, Method
from reviewer.model.adjudications import Side
from reviewer.workspace.campaigns.decision_form import DecisionTexts, decision_of
from reviewer.workspace.campaigns.meeting_views import Meeting, Presence, Standing
from tests.workspace.campaigns.assigned_builders import LEADER, LOCAL, QIAN, SUN, Desktop
from tests.workspace.campaigns.meeting_builders import disputed_folder, opened


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return disputed_folder(tmp_path_factory.mktemp("meetings"))


@pytest.fixture
def desk(prepared: Path, tmp_path: Path) -> Iterator[Desktop]:
    shutil.copytree(prepared, tmp_path / "data")
    found = opened(tmp_path / "data")
    yield found
    found.workspace.close()


THERE = dict.fromkeys((LEADER.person, QIAN.person, SUN.person), Presence.PRESENT)


def _meeting(desk: Desktop) -> Meeting:
    return desk.workspace.campaigns.meetings.show(desk.id, desk.cases[0])


def _decide(desk: Desktop, item: str, side: Side, **given: str) -> Meeting:
    meeting = _meeting(desk)
    assert meeting.adjudication is not None
    texts = DecisionTexts(item, side, "证据充分", **given)
    decision = decision_of(meeting.standard, texts)
    desk.workspace.campaigns.adjudicating.decide(desk.id, meeting.adjudication.id, decision)
    return _meeting(desk)


def test_only_what_needs_a_decision_is_queued(desk: Desktop) -> None:
    queue = desk.workspace.campaigns.meetings.queue(desk.id)

    assert [(row.case, row.standing) for row in queue.rows] == [(desk.cases[0], Standing.WAITING)]
    assert [row.case for row in queue.listed] == [desk.cases[1]]
    assert "扣分相同，理由不同" in queue.listed[0].grounds
    assert queue.equal == 1


def test_both_views_stand_beside_each_other(desk: Desktop) -> None:
    meeting = _meeting(desk)

    assert [item.standing for item in meeting.items] == ["待议", "待议"]
    item = meeting.items[0]
    assert (item.first.word, item.second.word) == ("符合", "不符合")
    assert item.second.given == 0
    assert "不规范" in item.second.reasons[0]
    assert meeting.agreed == len(meeting.standard.items) - 2
    assert (meeting.lacking, meeting.adjudication) == (3, None)
    assert meeting.leads


def test_attendance_begins_the_adjudication(desk: Desktop) -> None:
    meetings = desk.workspace.campaigns.meetings

    meetings.attend(desk.id, desk.cases[0], {LEADER.person: Presence.PRESENT})
    assert _meeting(desk).lacking == 2
    meetings.attend(desk.id, desk.cases[0], THERE)

    meeting = _meeting(desk)
    assert meeting.lacking == 0
    assert [one.name for one in meeting.voters] == ["高工", "钱工", "孙工"]
    assert (meeting.session, meeting.held_on) == (1, datetime.now().date())  # noqa: DTZ005


def test_who_must_stand_back_is_named(desk: Desktop) -> None:
    own = next(one for one in desk.cases if desk.state.row(one).unit == LOCAL.unit)

    people = desk.workspace.campaigns.meetings.show(desk.id, own).people

    assert [bool(one.barrier) for one in people] == [one.person == LOCAL.person for one in people]


def test_the_third_review_gives_what_was_decided(desk: Desktop) -> None:
    campaigns, case = desk.workspace.campaigns, desk.cases[0]
    campaigns.meetings.attend(desk.id, case, THERE)
    first, second = (item.id for item in _meeting(desk).wanted)

    meeting = _decide(desk, first, Side.SECOND)
    assert (meeting.next_open(first), meeting.score) == (second, None)
    assert meeting.item(first).decided == 0
    meeting = _decide(desk, second, Side.FIRST)

    assert meeting.next_open(second) == ""
    assert meeting.score is not None
    assert meeting.adjudication is not None
    campaigns.adjudicating.close(desk.id, meeting.adjudication.id)
    after = _meeting(desk)
    assert after.is_closed
    assert campaigns.meetings.queue(desk.id).rows[0].standing is Standing.SETTLED


def test_another_result_is_chosen_among_the_clauses(desk: Desktop) -> None:
    standard = _meeting(desk).standard
    item = next(one for one in standard.items if one.clauses[0].method is Method.PER_OCCURRENCE)
    clause = item.clauses[0]

    decision = decision_of(
        standard, DecisionTexts(item.id, Side.OTHER, "两处不规范", clause.id, "2")
    )

    assert decision.mark is not None
    [occurrence] = decision.mark.occurrences
    assert (decision.mark.choice, occurrence.clause, occurrence.count) == (
        Choice.FAILS,
        clause.id,
        2,
    )


@pytest.mark.parametrize(
    ("side", "reason", "outcome", "number", "said"),
    [
        (None, "理由", "", "", "没有选定"),
        (Side.FIRST, "  ", "", "", "没有填写合议的理由"),
        (Side.OTHER, "理由", "", "", "没有填写另定的结论"),
        (Side.OTHER, "理由", "A1.99", "", "没有扣分情形"),
    ],
    ids=["no side", "no reason", "no outcome", "unknown clause"],
)
def test_an_unfinished_decision_is_refused(
    desk: Desktop, side: Side | None, reason: str, outcome: str, number: str, said: str
) -> None:
    standard = _meeting(desk).standard
    texts = DecisionTexts(standard.items[0].id, side, reason, outcome, number)

    with pytest.raises(UserError, match=said):
        decision_of(standard, texts)


def test_a_disputed_case_has_no_result(desk: Desktop) -> None:
    waiting = desk.workspace.campaigns.results.waiting(desk.id)

    assert waiting == (desk.cases[0],)
