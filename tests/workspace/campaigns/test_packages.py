"""Packages from the leader to reviewers and back: three data folders, no copy of a database."""

import json
import os
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from reviewer.campaign.volume_numbers import volume_no
from reviewer.errors import Cancelled, Refused
from reviewer.exchange import Standing
from reviewer.model import Choice, Round
from reviewer.model.draws import Assignment
from reviewer.progress import Silent
from reviewer.store import case_files, case_journal, case_records, cases, desktops, texts
from reviewer.workspace.campaigns.package_views import Decision
from tests.store.test_campaigns import make_row
from tests.workspace.campaigns.builders import CAMPAIGN, LI, ZHAO, Desk, lead
from tests.workspace.work import StopAfter

FIRST, SECOND = make_row(1).case, make_row(2).case


def marks_at(desk: Desk, case: UUID) -> list[tuple[str, str, str]]:
    """Return round, reviewer and choice at A1 of each review of a case."""
    found = []
    for review in desk.reviews.for_case(case):
        view = desk.reviews.view(review.id)
        with desk.store.snapshot() as session:
            name = desktops.person(session, review.person).name
        found.append((review.round.value, name, view.marks.of("A1").choice.value))
    return sorted(found)


def test_a_task_travels_and_its_results_come_back(
    leader: Desk, li: Desk, zhao: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    zhao.read(leader.task(tmp_path / "赵工.zip", ZHAO))
    li.mark(FIRST, "A1", Choice.CONFORMS)
    signed = li.mark(SECOND, "A1", Choice.PENDING)
    li.reviews.choose(signed.id, "G1", Choice.CONFORMS)
    li.sign(signed.id)
    second = zhao.reviews.open(FIRST, "small", Round.SECOND)
    zhao.reviews.add_occurrence(second.id, "A1", "A1.1", reason="名称不规范")
    zhao.reviews.set_text(second.id, "merits", "卷面整洁")

    leader.read(li.result(tmp_path / "李工成果.zip"))
    leader.read(zhao.result(tmp_path / "赵工成果.zip"))

    assert marks_at(leader, FIRST) == [
        ("初评", "李工", "conforms"),
        ("复评", "赵工", "fails"),
    ]
    [back] = leader.reviews.for_case(SECOND)
    assert back.is_signed
    view = leader.reviews.view(second.id)
    assert view.texts["merits"] == "卷面整洁"
    assert view.marks.of("A1").occurrences[0].reason == "名称不规范"
    assert li.reviews.view(signed.id).marks == leader.reviews.view(signed.id).marks


def test_the_recipient_gets_own_cases_with_originals_and_their_text(
    leader: Desk, li: Desk, zhao: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    zhao.read(leader.task(tmp_path / "赵工.zip", ZHAO))

    with zhao.store.snapshot() as session:
        assert cases.case_ids(session) == (FIRST,)
        [file] = case_files.files_of(session, FIRST)
        assert texts.pages_of(session, file.sha256)[1].lines
    assert [path.stem for path in zhao.originals] == [file.sha256]
    assert zhao.originals[0].read_bytes() == (
        leader.store.vault.path(file.sha256, ".pdf").read_bytes()
    )
    assert [path.name for path in li.originals] == [path.name for path in leader.originals]
    assert li.records.load(CAMPAIGN.id).campaign == CAMPAIGN
    assert {one.person for one in zhao.records.load(CAMPAIGN.id).assignments} == {ZHAO.person}


def test_an_independent_second_reviewer_sees_no_earlier_marks(
    leader: Desk, li: Desk, zhao: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    li.mark(FIRST, "A1")
    leader.read(li.result(tmp_path / "李工成果.zip"))

    zhao.read(leader.task(tmp_path / "赵工.zip", ZHAO))
    group = leader.task(tmp_path / "一组.zip", LI, ZHAO)

    assert zhao.reviews.for_case(FIRST) == ()
    with zipfile.ZipFile(group) as archive:
        assert not [name for name in archive.namelist() if name.startswith("reviews/")]


def test_a_reviewer_who_lost_the_computer_gets_the_own_reviews_back(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    li.mark(FIRST, "A1")
    leader.read(li.result(tmp_path / "李工成果.zip"))
    new = Desk(tmp_path / "new", LI.name, LI.unit_name)

    new.read(leader.task(tmp_path / "再发.zip", LI))

    assert marks_at(new, FIRST) == [("初评", "李工", "conforms")]
    new.store.close()


def test_a_package_read_twice_changes_nothing(leader: Desk, li: Desk, tmp_path: Path) -> None:
    task = leader.task(tmp_path / "李工.zip", LI)
    li.read(task)
    li.mark(FIRST, "A1")
    result = li.result(tmp_path / "李工成果.zip")
    leader.read(result)
    before = leader.dump(), li.dump()

    again = leader.read(result), li.read(task)

    assert (leader.dump(), li.dump()) == before
    for one in again:
        assert one.counts[Standing.NEW] == one.counts[Standing.UPDATED] == 0
        assert one.counts[Standing.CONFLICT] == one.new_files == 0


def test_a_preview_names_everything_and_changes_nothing(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    task = leader.task(tmp_path / "李工.zip", LI)
    before = li.dump()

    preview = li.packages.preview(task)

    assert li.dump() == before
    assert (preview.kind.value, preview.person, preview.campaign) == (
        "任务包",
        "王工",
        CAMPAIGN.name,
    )
    assert preview.recipients == ("李工",)
    assert [(row.sort, row.name) for row in preview.rows] == [
        ("活动设置", "2026年度案卷评查"),
        ("分配", "宁固交罚〔2026〕1号 · 初评 · 李工"),
        ("分配", "宁固交罚〔2026〕2号 · 初评 · 李工"),
        ("案卷", "宁固交罚〔2026〕1号"),
        ("案卷", "宁固交罚〔2026〕2号"),
    ]
    assert {row.standing for row in preview.rows} == {Standing.NEW}
    assert (preview.new_files, preview.new_bytes > 1000) == (2, True)


def test_what_is_new_and_what_is_known_is_told_apart(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    leader.records.save(CAMPAIGN.id, [replace(CAMPAIGN, blind=True)], "设为盲评")
    leader.add_file(FIRST, b"%PDF later", "补充.pdf")

    task = leader.task(tmp_path / "再发.zip", LI)
    preview = li.packages.preview(task)
    li.read(task)

    standings = {(row.sort, row.name): row.standing for row in preview.rows}
    assert standings["活动设置", CAMPAIGN.name] is Standing.UPDATED
    assert standings["案卷", volume_no(FIRST)] is Standing.UPDATED
    assert standings["案卷", volume_no(SECOND)] is Standing.SAME
    assert preview.new_files == 1
    assert li.records.load(CAMPAIGN.id).campaign.blind
    with li.store.snapshot() as session:
        assert len(case_files.files_of(session, FIRST)) == 2


def test_an_older_package_does_not_take_anything_back(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    old = leader.task(tmp_path / "旧.zip", LI)
    leader.records.save(CAMPAIGN.id, [replace(CAMPAIGN, blind=True)], "设为盲评")
    li.read(leader.task(tmp_path / "新.zip", LI))

    merged = li.read(old)

    assert merged.rows[0].standing is Standing.OLDER
    assert li.records.load(CAMPAIGN.id).campaign.blind


def test_who_registered_before_the_task_works_under_the_id_of_the_campaign(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    task = leader.task(tmp_path / "李工.zip", LI)

    preview = li.packages.preview(task)
    li.read(task)

    assert preview.notices == ("读入后，本机以“李工”的身份评查。",)
    assert li.mark(FIRST, "A1").person == LI.person


def test_a_task_for_somebody_else_is_told(leader: Desk, zhao: Desk, tmp_path: Path) -> None:
    preview = zhao.packages.preview(leader.task(tmp_path / "李工.zip", LI))

    [notice] = preview.notices
    assert "发给“李工”" in notice
    assert "“赵工”" in notice


def test_an_assignment_that_was_withdrawn_goes_away_at_the_reviewer(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    gone = leader.records.load(CAMPAIGN.id).assignments[1]
    leader.records.remove([gone.id], "撤回分配")

    li.read(leader.task(tmp_path / "再发.zip", LI))

    left = li.records.load(CAMPAIGN.id).of(Assignment)
    assert gone.id not in {one.id for one in left}
    assert [one.label for one in li.records.history(gone.id)] == ["分配案卷", "撤回分配"]
    assert li.records.history(gone.id)[1].person_name == "王工"


def rename(desk: Desk, party: str) -> None:
    with desk.store.session() as session:
        values = case_records.name_values(session, FIRST, {"party": party})
        case_journal.apply(session, values, "改案卷信息", desktops.author(session))


def party(desk: Desk) -> str:
    with desk.store.snapshot() as session:
        return cases.case(session, FIRST).party


def test_a_name_typed_on_one_desktop_reaches_the_other_and_no_older_package_takes_it_back(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    old = leader.task(tmp_path / "李工.zip", LI)
    li.read(old)
    rename(leader, "王某")
    li.read(leader.task(tmp_path / "再发.zip", LI))
    assert party(li) == "王某"

    li.read(old)
    assert party(li) == "王某"

    rename(li, "王某某")
    li.mark(FIRST, "A1")
    leader.read(li.result(tmp_path / "李工成果.zip"))
    assert party(leader) == "王某某"


@pytest.mark.parametrize("decision", list(Decision))
def test_a_name_typed_on_both_desktops_is_shown_and_decided_once(
    leader: Desk, li: Desk, tmp_path: Path, decision: Decision
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    rename(leader, "王某")
    rename(li, "李某")
    li.mark(FIRST, "A1")
    result = li.result(tmp_path / "李工成果.zip")

    [row] = leader.packages.preview(result).conflicts
    leader.packages.merge(result, Silent(), {row.id: decision})

    assert (row.sort, row.mine, row.theirs) == ("案卷", "当事人：王某", "当事人：李某")
    assert party(leader) == ("王某" if decision is Decision.MINE else "李某")
    assert leader.packages.preview(result).conflicts == ()
    li.read(leader.task(tmp_path / "再发.zip", LI))
    assert party(li) == party(leader)


@pytest.mark.parametrize("reports", [0, 1, 2, 5, 8])
def test_a_cancelled_reading_leaves_everything_as_it_was(
    leader: Desk, li: Desk, tmp_path: Path, reports: int
) -> None:
    task = leader.task(tmp_path / "李工.zip", LI)
    before = li.dump()

    with pytest.raises(Cancelled):
        li.packages.merge(task, StopAfter(reports))

    assert li.dump() == before
    assert li.originals == []
    assert not list((li.folder / "vault" / "incoming").iterdir())


@pytest.mark.parametrize("reports", [0, 2, 3])
def test_a_cancelled_writing_leaves_no_file(leader: Desk, tmp_path: Path, reports: int) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    with pytest.raises(Cancelled):
        leader.packages.write_task(CAMPAIGN.id, [LI.person], stick / "李工.zip", StopAfter(reports))

    assert list(stick.iterdir()) == []


def test_who_has_no_case_gets_no_task(leader: Desk, tmp_path: Path) -> None:
    leader.records.remove([UUID(int=4000)], "撤回分配")

    with pytest.raises(Refused, match="还没有分配案卷"):
        leader.task(tmp_path / "赵工.zip", ZHAO)


def test_without_a_review_there_is_no_result(leader: Desk, li: Desk, tmp_path: Path) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))

    with pytest.raises(Refused, match="还没有这个活动的评查结果"):
        li.result(tmp_path / "李工成果.zip")


def test_a_package_lists_every_entry_with_its_hash(leader: Desk, tmp_path: Path) -> None:
    with zipfile.ZipFile(leader.task(tmp_path / "李工.zip", LI)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        names = {info.filename for info in archive.infolist()}

    assert names == {entry[0] for entry in manifest["entries"]} | {"manifest.json"}
    assert (manifest["format"], manifest["kind"]) == (1, "TASK")


def test_five_hundred_cases_travel_in_one_package(tmp_path: Path) -> None:
    leader = lead(tmp_path / "many", cases=500)
    li = Desk(tmp_path / "li", LI.name, LI.unit_name)

    li.packages.merge(leader.task(tmp_path / "李工.zip", LI), Silent())

    with li.store.snapshot() as session:
        assert len(cases.case_ids(session)) == 500
    assert len(li.records.load(CAMPAIGN.id).assignments) == 500
    leader.store.close()
    li.store.close()


def test_memory_does_not_grow_with_the_size_of_originals(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    leader.add_file(FIRST, os.urandom(1_000_000) * 40, "大卷.pdf")

    tracemalloc.start()
    li.read(leader.task(tmp_path / "李工.zip", LI))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 16_000_000
    assert len(li.originals) == 3
