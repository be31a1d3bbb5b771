"""The review of assigned cases under the pinned standard, and how far each case is."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.campaign import states
from reviewer.errors import Refused
from reviewer.model import Mark
from reviewer.model.casework import CaseState
from reviewer.model.draws import Duty
from reviewer.model.reviews import Round
from reviewer.progress import Silent
from reviewer.store import desktops, standards
from reviewer.workspace import Workspace
from tests.workspace.campaigns.assigned_builders import (
    LEADER,
    TERMS,
    Desktop,
    assigned_desk,
    drawn_desk,
    fails,
)


def _state(desk: Desktop, number: int = 0) -> CaseState:
    case = desk.cases[number]
    return next(one.state for one in desk.state.progress if one.case == case)


def test_the_duty_gives_the_round_and_the_case_begins(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)

    first = desk.opened(desk.cases[0], Duty.FIRST)
    second = desk.opened(desk.cases[0], Duty.SECOND)

    assert (first.round, second.round) == (Round.FIRST, Round.SECOND)
    assert _state(desk) is CaseState.REVIEWING
    assert _state(desk, 1) is CaseState.WAITING
    assert desk.opened(desk.cases[0], Duty.FIRST) == first


def test_tasks_are_those_of_who_sits_here(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    given = desk.given(desk.cases[0], Duty.FIRST)
    desk.opened(desk.cases[0], Duty.FIRST)

    tasks = workspace.campaigns.reviewing.tasks(desk.id)

    assert {one.assignment.person for one in tasks} == {given.person}
    found = next(one for one in tasks if one.assignment == given)
    assert found.review is not None
    assert found.state is CaseState.REVIEWING


def test_nobody_opens_the_review_of_another(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    given = desk.given(desk.cases[0], Duty.FIRST)
    desk.sit(next(one for one in desk.state.campaign.members if one.person != given.person))

    with pytest.raises(Refused, match="没有分配给当前使用人"):
        workspace.campaigns.reviewing.open(desk.id, given.id)


def test_an_edition_that_came_with_the_campaign_is_used(
    workspace: Workspace, tmp_path: Path
) -> None:
    desk = assigned_desk(workspace, tmp_path)
    campaign = desk.state.campaign
    shipped = workspace.reviews.pinned(campaign.standards[0].content_hash)
    received = replace(shipped, version="2025", content_hash="e" * 64)
    pins = tuple(replace(one, content_hash="e" * 64) for one in campaign.standards)
    workspace.campaigns.records.save(desk.id, [replace(campaign, standards=pins)], "改标准")

    with pytest.raises(Refused, match="没有评查活动选定的这一版"):
        desk.opened(desk.cases[0], Duty.FIRST)
    assert _state(desk) is CaseState.WAITING
    with workspace.reviews._store.session() as session:
        standards.freeze(session, received, desktops.author(session))

    review = desk.opened(desk.cases[0], Duty.FIRST)
    assert (review.content_hash, review.version) == ("e" * 64, "2025")
    assert workspace.reviews.view(review.id).standard == received


def test_two_equal_reviews_decide_the_case(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)

    desk.reviewed(desk.cases[0], Duty.FIRST)
    assert _state(desk) is CaseState.REVIEWING
    desk.reviewed(desk.cases[0], Duty.SECOND)

    assert _state(desk) is CaseState.DECIDED
    assert workspace.campaigns.adjudicating.queue(desk.id) == ()


def test_two_different_reviews_wait_for_adjudication(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)

    desk.reviewed(desk.cases[0], Duty.FIRST)
    desk.reviewed(desk.cases[0], Duty.SECOND, [fails(desk)])

    assert _state(desk) is CaseState.DISPUTED


def test_an_unfinished_review_is_not_signed(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    review = desk.opened(desk.cases[0], Duty.FIRST)

    with pytest.raises(Refused, match="还不能签定"):
        workspace.campaigns.reviewing.sign(desk.id, review.id)

    assert _state(desk) is CaseState.REVIEWING


def test_a_missing_file_is_not_reviewed(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    workspace.campaigns.reviewing.move(desk.id, desk.cases[0], states.MISS, "卷宗在法院")

    with pytest.raises(Refused, match="现为“缺件”，不能评查"):
        desk.opened(desk.cases[0], Duty.FIRST)


def test_results_that_came_in_move_their_cases(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    # Signed on another desktop: nothing follows here before the package is read.
    workspace.reviews._followers = ()
    for duty in (Duty.FIRST, Duty.SECOND):
        review = desk.opened(desk.cases[0], duty)
        desk.mark(review)
        workspace.reviews.sign(review.id)
    assert _state(desk) is CaseState.REVIEWING

    desk.sit(LEADER)
    workspace.campaigns.reviewing.catch_up(desk.id)

    assert _state(desk) is CaseState.DECIDED
    assert _state(desk, 1) is CaseState.WAITING


def test_calibration_is_a_round_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    desk = drawn_desk(workspace, tmp_path)
    case = desk.cases[0]
    terms = replace(TERMS, calibration=(case,))
    assigning, reviewing = workspace.campaigns.assigning, workspace.campaigns.reviewing
    assigning.accept(desk.id, assigning.propose(desk.id, terms, Silent()), terms)
    given = [one for one in desk.state.assignments if one.duty is Duty.CALIBRATION]
    marks: list[list[Mark]] = [[], [fails(desk)], []]
    for one, found in zip(given, marks, strict=False):
        desk.sit(desk.state.campaign.member(one.person))
        review = reviewing.open(desk.id, one.id)
        assert review.round is Round.CALIBRATION
        desk.mark(review, found)
        reviewing.sign(desk.id, review.id)

    assert _state(desk) is CaseState.WAITING
    first = reviewing.calibration(desk.id)[0][1]
    assert (first.id, first.is_read_differently) == (fails(desk).item, True)


def test_a_signed_review_is_not_given_to_another(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    desk.reviewed(desk.cases[0], Duty.FIRST)
    desk.sit(LEADER)
    old = desk.given(desk.cases[0], Duty.FIRST)

    with pytest.raises(Refused, match="该评查已签定，不能改派"):
        workspace.campaigns.assigning.change(
            desk.id, replace(old, withdrawn=True), "另有任务", TERMS
        )


def test_a_sign_off_moves_the_case_whoever_asked_for_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    desk = assigned_desk(workspace, tmp_path)
    for duty in (Duty.FIRST, Duty.SECOND):
        review = desk.opened(desk.cases[0], duty)
        desk.mark(review)
        workspace.reviews.sign(review.id)

    assert _state(desk) is CaseState.DECIDED


def test_the_offer_is_the_own_task_that_is_not_signed(workspace: Workspace, tmp_path: Path) -> None:
    desk = assigned_desk(workspace, tmp_path)
    case = desk.cases[0]
    given = desk.given(case, Duty.FIRST)
    desk.sit(desk.state.campaign.member(given.person))

    offer = workspace.tasks.offer(case)
    assert offer is not None
    assert (offer.assignment, offer.round, offer.review) == (given.id, Round.FIRST, None)
    review = workspace.tasks.begin(offer)

    after = workspace.tasks.offer(case)
    assert after is not None
    assert after.review == review
    desk.sit(next(one for one in desk.state.campaign.members if _has_nothing(desk, one.person)))
    assert workspace.tasks.offer(case) is None


def _has_nothing(desk: Desktop, person: UUID) -> bool:
    case = desk.cases[0]
    return all(one.person != person for one in desk.state.assignments if one.case == case)
