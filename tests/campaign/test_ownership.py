"""Who may review which case: own units, those left within two years, declared conflicts."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from reviewer.campaign.ownership import Ground, barriers, lineage, may_review, own_units
from tests.campaign.made_reviewers import (
    TODAY,
    make_campaign,
    make_conflict,
    make_member,
    make_row,
    make_unit,
)

# 1 ─ 2 ─ 3, 1 ─ 4; 5 stands alone.
UNITS = [make_unit(1), make_unit(2, 1), make_unit(3, 2), make_unit(4, 1), make_unit(5)]


@pytest.mark.parametrize(
    ("unit", "ground"),
    [(2, Ground.OWN), (1, Ground.ABOVE), (3, Ground.BELOW), (4, None), (5, None)],
    ids=["own", "ancestor", "descendant", "sister", "another"],
)
def test_the_own_unit_reaches_up_and_down(unit: int, ground: Ground | None) -> None:
    member = make_member(1, unit=2)
    campaign = make_campaign(UNITS, [member])

    found = barriers(campaign, member, make_row(1, unit), TODAY)

    assert [one.ground for one in found] == ([] if ground is None else [ground])
    assert may_review(campaign, member, make_row(1, unit), TODAY) is (ground is None)
    assert (UUID(int=unit) in own_units(campaign, member, TODAY)) is (ground is not None)


@pytest.mark.parametrize(
    ("left_on", "own"),
    [
        (date(2024, 11, 2), True),
        (date(2024, 11, 1), False),
        (date(2026, 10, 1), True),
        (date(2026, 12, 1), True),
    ],
    ids=["last day", "one day later", "last month", "leaves soon"],
)
def test_a_unit_left_counts_for_two_years(left_on: date, own: bool) -> None:
    member = make_member(1, unit=2, left=[(5, left_on)])

    assert may_review(make_campaign(UNITS, [member]), member, make_row(1, 5), TODAY) is not own


def test_two_years_from_the_29th_of_february_end_on_the_28th() -> None:
    member = make_member(1, left=[(5, date(2024, 2, 29))])
    campaign = make_campaign(UNITS, [member])

    assert not may_review(campaign, member, make_row(1, 5), date(2026, 2, 28))
    assert may_review(campaign, member, make_row(1, 5), date(2026, 3, 1))


def test_the_reason_of_a_left_unit_names_the_days() -> None:
    member = make_member(1, left=[(5, date(2025, 3, 1))])

    (found,) = barriers(make_campaign(UNITS, [member]), member, make_row(1, 5), TODAY)

    assert found.reason == (
        "评查1于2025年3月1日离开被评查单位“第5大队”，未满两年，2027年3月1日以前按本单位回避。"
    )


def test_who_belongs_to_no_unit_may_review_all() -> None:
    expert = make_member(1)
    campaign = make_campaign(UNITS, [expert])

    assert all(may_review(campaign, expert, make_row(1, unit), TODAY) for unit in range(1, 6))


def test_a_declared_unit_reaches_the_units_below_it() -> None:
    member = make_member(1, unit=5)
    campaign = make_campaign(UNITS, [member], [make_conflict(member, unit=2)])

    barred = [unit for unit in range(1, 6) if barriers(campaign, member, make_row(1, unit), TODAY)]

    assert barred == [2, 3, 5]


def test_a_declared_case_bars_that_case_alone_and_that_person_alone() -> None:
    member, other = make_member(1), make_member(2)
    row = make_row(1, 1)
    campaign = make_campaign(UNITS, [member, other], [make_conflict(member, row=row)])

    (found,) = barriers(campaign, member, row, TODAY)
    assert found.reason == "评查1已于2026年10月20日就本案申报回避：近亲属在该单位任职。"
    assert may_review(campaign, member, make_row(2, 1), TODAY)
    assert may_review(campaign, other, row, TODAY)


@pytest.mark.parametrize(
    ("party", "barred"),
    [
        ("王小明", True),
        ("王 小 明", True),
        ("王某", True),
        ("王某某", True),
        ("王*明", True),
        ("王**", True),
        ("李某", False),
        ("王小亮", False),
        ("王*亮", False),
        ("", False),
    ],
)
def test_a_declared_party_is_known_under_a_masked_name(party: str, barred: bool) -> None:
    member = make_member(1)
    campaign = make_campaign(UNITS, [member], [make_conflict(member, party="王小明")])

    assert may_review(campaign, member, make_row(1, 1, party=party), TODAY) is not barred


def test_who_handled_the_case_does_not_review_it() -> None:
    member = make_member(1, name="马强")
    row = replace(make_row(1, 1), officers=(("马　强", "30010001"), ("张伟", "")))

    (found,) = barriers(make_campaign(UNITS, [member]), member, row, TODAY)

    assert found.ground is Ground.HANDLED


def test_a_circle_of_units_ends() -> None:
    units = [make_unit(1, 2), make_unit(2, 1)]

    assert lineage(units, UUID(int=1)) == (UUID(int=2),)
