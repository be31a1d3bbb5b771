"""The same record changed on two desktops: it is shown, and a person decides."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.exchange import Standing
from reviewer.model import Choice, Round
from reviewer.progress import Silent
from reviewer.store import desktops, journal
from reviewer.workspace.campaigns.package_views import Decision, Merged
from tests.store.test_campaigns import make_row
from tests.workspace.campaigns.builders import CAMPAIGN, LI, Desk

FIRST = make_row(1).case
GIVEN = UUID(int=3000)


def diverge_record(leader: Desk, li: Desk, folder: Path) -> Path:
    """Change the same assignment on both desktops; return the reviewer's package."""
    li.read(leader.task(folder / "李工.zip", LI))
    [given] = [one for one in li.records.load(CAMPAIGN.id).assignments if one.id == GIVEN]
    li.records.save(CAMPAIGN.id, [replace(given, manual=True)], "改为人工指定")
    leader.records.save(CAMPAIGN.id, [replace(given, withdrawn=True)], "收回案卷")
    return li.result(folder / "成果.zip")


def diverge_review(leader: Desk, li: Desk, folder: Path) -> Path:
    """Let 李工 go on with one review on two computers; return the package of the second."""
    li.read(leader.task(folder / "李工.zip", LI))
    li.mark(FIRST, "A1", Choice.CONFORMS)
    leader.read(li.result(folder / "一.zip"))
    with leader.store.session() as session:
        desktops.seat_as(session, LI.person)
    leader.mark(FIRST, "G1", Choice.CONFORMS)
    li.reviews.add_occurrence(li.open_review(FIRST).id, "G1", "G1.1", reason="逾期送达")
    li.mark(FIRST, "G2", Choice.CONFORMS)
    return li.result(folder / "二.zip")


def decide(desk: Desk, package: Path, decision: Decision) -> Merged:
    conflicts = desk.packages.preview(package).conflicts
    assert len(conflicts) == 1
    return desk.packages.merge(package, Silent(), {conflicts[0].id: decision})


def choices(desk: Desk) -> dict[str, str]:
    view = desk.reviews.view(desk.reviews.for_case(FIRST)[0].id)
    return {item: mark.choice.value for item, mark in view.marks.items.items()}


def test_a_record_changed_on_both_is_shown_with_both_sides(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    package = diverge_record(leader, li, tmp_path)

    [row] = leader.packages.preview(package).conflicts

    assert (row.sort, row.name) == ("分配", "宁固交罚〔2026〕1号 · 初评 · 李工")
    assert row.mine.startswith("收回案卷，王工，")
    assert row.theirs.startswith("改为人工指定，李工，")
    assert row.mine_record.withdrawn
    assert row.theirs_record.manual


@pytest.mark.parametrize("diverge", [diverge_record, diverge_review])
def test_without_a_decision_mine_stays_and_it_is_shown_again(
    leader: Desk, li: Desk, tmp_path: Path, diverge: Callable[[Desk, Desk, Path], Path]
) -> None:
    package = diverge(leader, li, tmp_path)
    stand, marked = leader.records.load(CAMPAIGN.id), leader.reviews.for_case(FIRST)

    merged = leader.read(package)

    assert len(merged.undecided) == 1
    assert leader.records.load(CAMPAIGN.id) == stand
    assert leader.reviews.for_case(FIRST) == marked
    assert len(leader.packages.preview(package).conflicts) == 1


@pytest.mark.parametrize("decision", list(Decision))
def test_a_decision_about_a_record_is_a_revision_made_from_both(
    leader: Desk, li: Desk, tmp_path: Path, decision: Decision
) -> None:
    package = diverge_record(leader, li, tmp_path)

    decide(leader, package, decision)

    [kept] = [one for one in leader.records.load(CAMPAIGN.id).assignments if one.id == GIVEN]
    assert (kept.withdrawn, kept.manual) == (
        (True, False) if decision is Decision.MINE else (False, True)
    )
    last = leader.records.history(GIVEN)[-1]
    assert (last.label, len(last.parents)) == (f"合并：{decision.value}", 2)
    assert {one.label for one in leader.records.history(GIVEN)} >= {"收回案卷", "改为人工指定"}
    assert leader.packages.preview(package).conflicts == ()


@pytest.mark.parametrize("decision", list(Decision))
def test_the_other_desktop_takes_the_decision_without_asking_again(
    leader: Desk, li: Desk, tmp_path: Path, decision: Decision
) -> None:
    decide(leader, diverge_record(leader, li, tmp_path), decision)

    merged = li.read(leader.task(tmp_path / "再发.zip", LI))

    assert merged.counts[Standing.CONFLICT] == 0
    assert [one.hash for one in li.records.history(GIVEN)] == [
        one.hash for one in leader.records.history(GIVEN)
    ]


def test_the_same_change_on_both_is_no_conflict(leader: Desk, li: Desk, tmp_path: Path) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    given = li.records.load(CAMPAIGN.id).assignments[0]
    for desk in (li, leader):
        desk.records.save(CAMPAIGN.id, [replace(given, manual=True)], "改为人工指定")
    package = li.result(tmp_path / "成果.zip")

    leader.read(package)
    leader.records.save(CAMPAIGN.id, [replace(given, withdrawn=True)], "收回案卷")
    li.read(leader.task(tmp_path / "再发.zip", LI))

    assert li.records.load(CAMPAIGN.id).assignments[0].withdrawn


def test_a_removed_and_a_changed_record_are_a_conflict(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    given = li.records.load(CAMPAIGN.id).assignments[0]
    li.records.save(CAMPAIGN.id, [replace(given, manual=True)], "改为人工指定")
    leader.records.remove([given.id], "撤回分配")
    package = li.result(tmp_path / "成果.zip")

    [row] = leader.packages.preview(package).conflicts
    decide(leader, package, Decision.MINE)

    assert row.mine.startswith("已移除，撤回分配")
    assert given.id not in {one.id for one in leader.records.load(CAMPAIGN.id).assignments}


def test_a_review_continued_on_two_computers_is_shown_with_both_sides(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    package = diverge_review(leader, li, tmp_path)

    [row] = leader.packages.preview(package).conflicts

    assert (row.sort, row.name) == ("评查", "宁固交罚〔2026〕1号 · 初评 · 李工")
    assert "2 处改动" in row.mine
    assert "3 处改动" in row.theirs
    assert "未签定" in row.theirs


def test_keeping_mine_keeps_my_marks_and_both_journals(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    package = diverge_review(leader, li, tmp_path)
    mine = choices(leader)

    decide(leader, package, Decision.MINE)

    assert choices(leader) == mine == {"A1": "conforms", "G1": "conforms"}
    assert leader.packages.preview(package).conflicts == ()


def test_taking_theirs_takes_their_marks_and_undo_brings_mine_back(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    package = diverge_review(leader, li, tmp_path)
    mine, theirs = choices(leader), choices(li)

    decide(leader, package, Decision.THEIRS)

    review = leader.reviews.for_case(FIRST)[0].id
    assert choices(leader) == theirs == {"A1": "conforms", "G1": "fails", "G2": "conforms"}
    assert leader.reviews.view(review).undo == "合并：采用来包"
    leader.reviews.undo(review)
    assert choices(leader) == mine
    leader.reviews.redo(review)
    assert choices(leader) == theirs


@pytest.mark.parametrize("decision", list(Decision))
def test_the_other_computer_takes_the_decided_review(
    leader: Desk, li: Desk, tmp_path: Path, decision: Decision
) -> None:
    decide(leader, diverge_review(leader, li, tmp_path), decision)

    li.read(leader.result(tmp_path / "回.zip"))

    review = leader.reviews.for_case(FIRST)[0].id
    assert choices(li) == choices(leader)
    with li.store.snapshot() as here, leader.store.snapshot() as there:
        assert journal.changes_of(here, review) == journal.changes_of(there, review)


def test_a_review_opened_apart_on_two_computers_becomes_one(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    with leader.store.session() as session:
        desktops.seat_as(session, LI.person)
    own = leader.mark(FIRST, "G1")
    other = li.mark(FIRST, "A1")
    assert own.id != other.id

    decide(leader, li.result(tmp_path / "成果.zip"), Decision.THEIRS)

    assert [one.id for one in leader.reviews.for_case(FIRST)] == [own.id]
    assert choices(leader) == {"A1": "conforms"}
    li.read(leader.result(tmp_path / "回.zip"))
    assert [one.id for one in li.reviews.for_case(FIRST)] == [other.id]
    assert choices(li) == {"A1": "conforms"}


def test_a_signed_review_is_not_opened_again_by_a_package(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    review = li.mark(FIRST, "A1")
    leader.read(li.result(tmp_path / "一.zip"))
    leader.sign(review.id)
    li.mark(FIRST, "G1")
    package = li.result(tmp_path / "二.zip")

    leader.read(package)
    assert leader.reviews.view(review.id).review.is_signed
    assert choices(leader) == {"A1": "conforms"}

    decide(leader, package, Decision.MINE)
    assert leader.reviews.view(review.id).review.is_signed
    assert leader.reviews.for_case(FIRST)[0].round is Round.FIRST
