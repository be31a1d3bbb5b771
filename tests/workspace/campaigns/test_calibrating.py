"""Agreement and calibration as the leader sees them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.errors import Refused, UserError
from reviewer.model.draws import Duty
from tests.workspace.campaigns.assigned_builders import LOCAL, QIAN, Desktop, fails
from tests.workspace.campaigns.meeting_builders import disputed_folder, opened


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return disputed_folder(tmp_path_factory.mktemp("calibrating"))


@pytest.fixture
def desk(prepared: Path, tmp_path: Path) -> Iterator[Desktop]:
    shutil.copytree(prepared, tmp_path / "data")
    found = opened(tmp_path / "data")
    yield found
    found.workspace.close()


def test_agreement_stands_with_intervals_and_the_worst_first(desk: Desktop) -> None:
    found = desk.workspace.campaigns.calibrating.view(desk.id)

    [standard] = found.standards
    first = standard.items[0]
    assert (found.double, first.id, first.percent, first.low) == (3, fails(desk).item, "67%", True)
    assert "至" in first.ac1
    assert {word for word, _, _ in standard.totals} >= {"等次一致率", "总分 ICC，绝对一致"}
    assert sum(one.cases for one in found.reviewers) == 6


def test_two_or_three_files_go_to_everybody_who_may(desk: Desktop) -> None:
    calibrating = desk.workspace.campaigns.calibrating

    with pytest.raises(UserError, match="选 2 至 3 卷，现选了 1 卷"):
        calibrating.choose(desk.id, desk.cases[:1])
    state = calibrating.choose(desk.id, desk.cases[:2])

    given = [one for one in state.assignments if one.duty is Duty.CALIBRATION]
    own = [case for case in desk.cases[:2] if state.row(case).unit == LOCAL.unit]
    assert len(given) == 2 * len(state.campaign.members) - len(own)
    assert not any(one.person == LOCAL.person and one.case in own for one in given)


def test_items_that_were_read_differently_stand_with_all_readings(desk: Desktop) -> None:
    calibrating, case = desk.workspace.campaigns.calibrating, desk.cases[0]
    calibrating.choose(desk.id, desk.cases[:2])
    leader = desk.workspace.people.current()
    given = [
        one for one in desk.state.assignments if one.case == case and one.duty is Duty.CALIBRATION
    ]
    for one, marks in zip(given, ([], [fails(desk)]), strict=False):
        desk.sit(desk.state.campaign.member(one.person))
        review = desk.workspace.campaigns.reviewing.open(desk.id, one.id)
        desk.mark(review, marks)
        desk.workspace.reviews.sign(review.id)
    assert leader is not None
    desk.workspace.people.register(leader.name, leader.unit)

    found = calibrating.view(desk.id)

    line = found.calibration[0]
    assert (line.id, line.differs) == (fails(desk).item, True)
    assert {one.verdict for one in line.readings} == {"符合", "不符合"}
    file = next(one for one in found.files if one.case == case)
    assert (file.chosen, file.signed) == (True, 2)
    with pytest.raises(Refused, match="完成校准，不能换下"):
        calibrating.choose(desk.id, desk.cases[1:])


def test_nobody_else_sees_or_chooses(desk: Desktop) -> None:
    desk.sit(QIAN)
    calibrating = desk.workspace.campaigns.calibrating

    with pytest.raises(Refused, match="由评查活动负责人查看"):
        calibrating.view(desk.id)
    with pytest.raises(Refused, match="由评查活动负责人查看"):
        calibrating.choose(desk.id, desk.cases[:2])
