"""Records of campaigns: revisions, stale writes, removal, drawn cases and joining."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from reviewer.errors import Refused
from reviewer.model.campaigns import Campaign, CampaignUnit, CaseKind, LedgerRow, LeftUnit, Member
from reviewer.model.draws import Assignment, Duty
from reviewer.store import Store, campaigns, case_files, case_journal, cases, desktops, drawn_cases
from reviewer.store.tables import CaseRow, PersonUnitRow, UnitRow
from tests.store.builders import add_case, add_review, make_store

UNIT = CampaignUnit(UUID(int=1), "原州区大队", "YZ")


def make_campaign(name: str = "2026年度案卷评查") -> Campaign:
    return Campaign(
        id=UUID(int=100),
        year=2026,
        name=name,
        organiser="固原市交通运输局",
        cases_from=date(2025, 10, 1),
        cases_to=date(2026, 9, 30),
        kinds=(CaseKind.GENERAL,),
        units=(UNIT,),
    )


def make_row(number: int = 1, unit: CampaignUnit = UNIT) -> LedgerRow:
    return LedgerRow(
        case=UUID(int=1000 + number),
        unit=unit.id,
        unit_name=unit.name,
        case_no=f"宁固交罚〔2026〕{number}号",
        kind=CaseKind.GENERAL,
        cause="未取得经营许可",
        party="张某",
    )


def make_assignment(number: int = 1) -> Assignment:
    return Assignment(UUID(int=5000 + number), UUID(int=1000 + number), UUID(int=7), Duty.FIRST)


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    """Give the statements sent to the database."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    connection = session.connection()
    event.listen(connection, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(connection, "before_cursor_execute", note)


def test_a_record_comes_back_as_it_was_kept(store: Store) -> None:
    campaign = make_campaign()
    with store.session() as session:
        campaigns.put(session, campaign.id, campaign, "新建活动", desktops.author(session))

    with store.snapshot() as session:
        assert campaigns.get(session, Campaign, campaign.id) == campaign
        assert campaigns.campaign_ids(session) == (campaign.id,)
        assert campaigns.get(session, Assignment, campaign.id) is None


def test_every_revision_stays_with_who_where_and_why(store: Store) -> None:
    campaign = make_campaign()
    with store.session() as session:
        by = desktops.author(session)
        campaigns.put(session, campaign.id, campaign, "新建活动", by, expected=0)
        campaigns.put(session, campaign.id, replace(campaign, blind=True), "设为盲评", by, 1)
        found = campaigns.history(session, campaign.id)

    assert [(one.number, one.label, one.person_name) for one in found] == [
        (1, "新建活动", "王工"),
        (2, "设为盲评", "王工"),
    ]
    assert found[1].parents == (found[0].hash,)
    assert [one.record.blind for one in found] == [False, True]
    assert found[0].desktop_name


def test_saving_what_is_there_makes_no_revision(store: Store) -> None:
    campaign = make_campaign()
    with store.session() as session:
        by = desktops.author(session)
        assert campaigns.put(session, campaign.id, campaign, "新建活动", by)
        assert not campaigns.put(session, campaign.id, campaign, "保存", by)
        assert len(campaigns.history(session, campaign.id)) == 1


@pytest.mark.parametrize("expected", [0, 1], ids=["as new", "older revision"])
def test_a_stale_write_is_refused(store: Store, expected: int) -> None:
    campaign = make_campaign()
    with store.session() as session:
        by = desktops.author(session)
        campaigns.put(session, campaign.id, campaign, "新建活动", by)
        campaigns.put(session, campaign.id, replace(campaign, blind=True), "设为盲评", by)
        with pytest.raises(Refused, match="刚刚已被改动"):
            campaigns.put(session, campaign.id, campaign, "改活动", by, expected)


def test_a_removed_record_is_gone_but_its_history_stays(store: Store) -> None:
    campaign = make_campaign()
    given = Assignment(uuid4(), uuid4(), uuid4(), Duty.FIRST)
    with store.session() as session:
        by = desktops.author(session)
        campaigns.put(session, campaign.id, given, "分配案卷", by)
        assert campaigns.remove(session, given.id, "撤回分配", by)
        assert not campaigns.remove(session, given.id, "撤回分配", by)

        assert campaigns.all_of(session, Assignment, campaign.id) == ()
        assert [one.removed for one in campaigns.history(session, given.id)] == [False, True]
        with pytest.raises(Refused, match="已被移除"):
            campaigns.put(session, campaign.id, given, "改分配", by, expected=1)


def test_records_of_a_kind_come_in_the_order_they_were_made(store: Store) -> None:
    made = [Assignment(uuid4(), uuid4(), uuid4(), Duty.FIRST) for _ in range(20)]
    with store.session() as session:
        by = desktops.author(session)
        for one in made:
            campaigns.put(session, UUID(int=100), one, "分配案卷", by)
        assert list(campaigns.all_of(session, Assignment, UUID(int=100))) == made
        assert list(campaigns.stands(session, UUID(int=100))) == [one.id for one in made]


def test_a_drawn_row_becomes_a_case_under_its_own_id(store: Store) -> None:
    row = make_row()
    with store.session() as session:
        by = desktops.author(session)
        assert drawn_cases.add_drawn(session, [row], [UNIT], by) == (row.case,)
        assert drawn_cases.add_drawn(session, [row], [UNIT], by) == ()
        case = cases.case(session, row.case)

    assert (case.title, case.unit, case.party) == ("宁固交罚〔2026〕1号", "原州区大队", "张某")
    assert case.cause == "未取得经营许可"
    assert not case.paper


def test_a_unit_known_by_name_is_the_same_unit(store: Store) -> None:
    with store.session() as session:
        by = desktops.author(session)
        known = desktops.unit_id(session, UNIT.name, by)
        drawn_cases.add_drawn(session, [make_row()], [UNIT], by)
        assert session.get_one(CaseRow, make_row().case).unit_id == known
        assert session.get_one(UnitRow, known).code == "YZ"


def test_a_unit_keeps_the_unit_above_it(store: Store) -> None:
    below = CampaignUnit(UUID(int=2), "三营中队", parent=UNIT.id)
    with store.session() as session:
        drawn_cases.know_units(session, (below, UNIT), desktops.author(session))
        assert session.get_one(UnitRow, below.id).parent_id == UNIT.id


def test_a_reviewer_is_known_with_the_unit_and_the_one_that_was_left(store: Store) -> None:
    member = Member(
        UUID(int=7), "李工", unit_name="彭阳县大队", left=(LeftUnit(UNIT.id, date(2025, 6, 1)),)
    )
    with store.session() as session:
        by = desktops.author(session)
        for _ in range(2):
            drawn_cases.know_campaign(session, replace(make_campaign(), members=(member,)), by)
        assert desktops.person(session, member.person).unit == "彭阳县大队"
        dates = [
            one.valid_to for one in session.query(PersonUnitRow).filter_by(person_id=UUID(int=7))
        ]
        assert sorted(dates, key=str) == [date(2025, 6, 1), None]


def test_joining_gives_all_files_in_their_order_and_can_be_taken_back(store: Store) -> None:
    row = make_row()
    with store.session() as session:
        by = desktops.author(session)
        drawn_cases.add_drawn(session, [row], [UNIT], by)
        imported = add_case(session, files=3)
        before = [file.path for file in cases.case(session, imported).files]
        drawn_cases.join(session, imported, row.case, by)

        assert [file.path for file in cases.case(session, row.case).files] == before
        with pytest.raises(Refused, match="已移除"):
            cases.case(session, imported)

        step = case_journal.steps_of(session, row.case)[-1]
        case_journal.undo(session, row.case, step.number, by)
        assert [file.path for file in cases.case(session, imported).files] == before
        assert cases.case(session, row.case).files == ()
        assert "并入" in step.label


def test_joining_keeps_what_could_not_be_read(store: Store) -> None:
    row = make_row()
    with store.session() as session:
        by = desktops.author(session)
        drawn_cases.add_drawn(session, [row], [UNIT], by)
        imported = add_case(session)
        case_files.add_unreadable(session, imported, "录像.zip", "已损坏", by)
        drawn_cases.join(session, imported, row.case, by)
        assert [one.path for one in case_files.unreadable_of(session, row.case)] == ["录像.zip"]


def test_a_case_with_reviews_is_not_joined(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.session() as session:
        add_review(session)
        by = desktops.author(session)
        (imported,) = cases.case_ids(session)
        drawn_cases.add_drawn(session, [make_row()], [UNIT], by)
        with pytest.raises(Refused, match="已有评查记录"):
            drawn_cases.join(session, imported, make_row().case, by)
    store.close()


def test_many_records_are_kept_as_one_by_one(store: Store) -> None:
    given = [make_assignment(number) for number in range(600)]
    with store.session() as session:
        by = desktops.author(session)
        campaigns.put(session, UUID(int=100), given[0], "分配案卷", by)

        assert campaigns.put_all(session, UUID(int=100), given, "分配案卷", by) == 599
        assert campaigns.all_of(session, Assignment, UUID(int=100)) == tuple(given)
        (made,) = campaigns.history(session, given[-1].id)

    assert (made.number, made.parents, made.label) == (1, (), "分配案卷")
    assert made.record == given[-1]


def test_many_records_are_asked_for_together(store: Store) -> None:
    given = [make_assignment(number) for number in range(600)]
    with store.session() as session:
        by = desktops.author(session)
        with counted(session) as statements:
            campaigns.put_all(session, UUID(int=100), given, "分配案卷", by)

    assert len(statements) < 20


def test_one_stale_record_of_many_is_refused_with_all(store: Store) -> None:
    first, second = make_assignment(1), make_assignment(2)
    with store.session() as session:
        campaigns.put(session, UUID(int=100), second, "分配案卷", desktops.author(session))

    with pytest.raises(Refused, match="刚刚已被改动"), store.session() as session:
        by = desktops.author(session)
        campaigns.put_all(session, UUID(int=100), [first, second], "分配案卷", by, {})

    with store.snapshot() as session:
        assert campaigns.all_of(session, Assignment, UUID(int=100)) == (second,)
