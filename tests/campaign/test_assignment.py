"""The assignment: hard rules, balance, proof, and the proof that there is none."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.campaign.assignment import (
    NotAssignable,
    Proposal,
    Terms,
    Work,
    doubled_cases,
    propose,
)
from reviewer.campaign.ownership import may_review
from reviewer.campaign.reassignment import reassigned
from reviewer.errors import Cancelled, Refused, UserError
from reviewer.model.campaigns import Campaign
from reviewer.model.draws import Assignment, Duty
from tests.campaign.made_reviewers import (
    TODAY,
    make_campaign,
    make_conflict,
    make_member,
    make_row,
    make_unit,
    make_work,
)

TERMS = Terms(on=TODAY, seconds=1.0)


def make_works(count: int, units: int = 12) -> list[Work]:
    return [
        make_work(make_row(number, 1 + number % units, pages=20 + number * (number + 37) % 173))
        for number in range(count)
    ]


def make_usual(double_share: str = "0.05") -> Campaign:
    units = [make_unit(number) for number in range(1, 13)]
    members = [make_member(number, unit=number) for number in range(1, 11)]
    return make_campaign(units, members, double_share=double_share)


def who(proposal: Proposal) -> list[tuple[UUID, UUID, Duty]]:
    return [(one.case, one.person, one.duty) for one in proposal.assignments]


def test_a_usual_campaign_is_spread_to_the_page() -> None:
    proposal = propose(make_usual(), make_works(60), TERMS)

    assert proposal.proved
    assert len(proposal.doubled) == 3
    assert max(load.pages for load in proposal.loads) == proposal.pages_bound
    assert {load.cases for load in proposal.loads} <= {6, 7}
    assert all(load.units >= 4 for load in proposal.loads)
    assert "已证明页数最多者的页数不能再少。" in proposal.summary
    assert Counter(one.duty for one in proposal.assignments) == {Duty.FIRST: 60, Duty.SECOND: 3}


def test_one_huge_file_does_not_leave_the_others_uneven() -> None:
    members = [make_member(number) for number in range(4)]
    works = [make_work(make_row(number, 1, pages=40)) for number in range(12)]
    works.append(make_work(make_row(12, 1, pages=900)))
    campaign = make_campaign([make_unit(1)], members, double_share="0")

    proposal = propose(campaign, works, TERMS)

    assert sorted(load.pages for load in proposal.loads) == [160, 160, 160, 900]


def test_the_same_input_gives_the_same_list_in_whatever_order_it_comes() -> None:
    campaign, works = make_usual(), make_works(24)
    turned = replace(campaign, members=campaign.members[::-1], units=campaign.units[::-1])

    assert who(propose(campaign, works, TERMS)) == who(propose(turned, works[::-1], TERMS))


@pytest.mark.parametrize(("share", "count"), [("0", 0), ("0.05", 2), ("0.5", 13), ("1", 25)])
def test_the_double_share_is_rounded_up(share: str, count: int) -> None:
    works = make_works(25)

    assert len(doubled_cases(make_usual(share), works, ())) == count


def test_cases_are_reviewed_twice_in_the_order_of_their_digests() -> None:
    works = make_works(20)
    first, second, *_ = sorted(works, key=lambda work: work.digest)

    assert doubled_cases(make_usual("0.05"), works, ()) == (first.row.case,)
    assert doubled_cases(make_usual("0.05"), works, (first.row.case,)) == (second.row.case,)


def test_calibration_files_go_to_all_but_those_who_are_barred() -> None:
    campaign, works = make_usual(), make_works(12)
    chosen = works[0].row

    proposal = propose(campaign, works, replace(TERMS, calibration=(chosen.case,)))

    calibrated = [one for one in proposal.assignments if one.duty is Duty.CALIBRATION]
    assert len(calibrated) == 9
    (left,) = proposal.left_out
    assert campaign.member(left.person).unit == chosen.unit
    assert left.reason == "被评查单位“第1大队”是评查1所在单位。"


def test_what_stands_is_kept_and_counts() -> None:
    campaign, works = make_usual("0"), make_works(20)
    busy = campaign.members[0].person
    kept = tuple(
        Assignment(UUID(int=9000 + number), work.row.case, busy, Duty.FIRST)
        for number, work in enumerate(works[1:5])
    )

    proposal = propose(campaign, works, replace(TERMS, kept=kept))

    assert len(proposal.assignments) == 16
    assert busy not in {one.person for one in proposal.assignments}
    assert proposal.loads[0].cases == 4


def test_a_second_reviewer_is_found_beside_one_who_stands() -> None:
    campaign, works = make_usual("1"), make_works(4)
    person = campaign.members[8].person
    kept = (Assignment(UUID(int=9000), works[0].row.case, person, Duty.SECOND),)

    proposal = propose(campaign, works, replace(TERMS, kept=kept))

    new = [one for one in proposal.assignments if one.case == works[0].row.case]
    assert [one.duty for one in new] == [Duty.FIRST]
    assert new[0].person != person


def test_a_case_of_unknown_size_counts_as_the_mean() -> None:
    works = [make_work(make_row(1, 1, pages=0)), make_work(make_row(2, 2, pages=80))]

    proposal = propose(make_usual("0"), works, TERMS)

    assert sum(load.pages for load in proposal.loads) == 160
    assert "有 1 件案卷页数不明" in proposal.summary


def test_too_few_reviewers_are_proved_with_cases_people_and_number() -> None:
    units = [make_unit(1), make_unit(2)]
    members = [make_member(1, unit=1), make_member(2, unit=1)]
    works = [make_work(make_row(number, 1)) for number in range(3)]
    works.append(make_work(make_row(9, 2)))

    with pytest.raises(NotAssignable) as caught:
        propose(make_campaign(units, members, double_share="0"), works, TERMS)

    (found,) = caught.value.shortages
    assert (len(found.cases), found.people, found.missing) == (3, (), 1)
    assert str(caught.value) == (
        "无法分配：第1大队的 3 件案卷（宁交罚〔2026〕0号、宁交罚〔2026〕1号、宁交罚〔2026〕2号）"
        "共需 3 人次，除去须回避的人员，没有人可以评查，只能承担 0 人次，至少还缺 1 名评查人。"
    )
    assert caught.value.remedy.startswith("请增加至少 1 名不属于上述单位")


def test_two_reviewers_of_one_unit_are_too_few_where_units_must_differ() -> None:
    units = [make_unit(1), make_unit(2)]
    members = [make_member(1, unit=1), make_member(2, unit=1)]
    campaign = make_campaign(units, members, double_share="1")
    works = [make_work(make_row(1, 2))]

    assert len(propose(campaign, works, TERMS).assignments) == 2
    with pytest.raises(NotAssignable, match="来自不同单位"):
        propose(campaign, works, replace(TERMS, different_units=True))


def test_a_limit_of_cases_is_told_with_what_it_allows() -> None:
    members = [make_member(1), make_member(2)]
    works = [make_work(make_row(number, 1)) for number in range(9)]
    campaign = make_campaign([make_unit(1)], members, double_share="0")

    with pytest.raises(NotAssignable) as caught:
        propose(campaign, works, replace(TERMS, most_cases=3))

    assert "可以评查的只有评查1、评查2共 2 人，每人最多 3 件，只能承担 6 人次" in str(caught.value)
    assert caught.value.shortages[0].missing == 1
    assert "提高每人最多件数" in caught.value.remedy


def test_without_reviewers_nothing_is_assigned() -> None:
    with pytest.raises(UserError, match="没有评查人"):
        propose(make_campaign([make_unit(1)], []), [make_work(make_row(1, 1))], TERMS)


def test_without_cases_nothing_is_to_do() -> None:
    assert propose(make_usual(), [], TERMS).assignments == ()


# By hand


def given_case(campaign: Campaign, person: int) -> Assignment:
    return Assignment(UUID(int=5000), UUID(int=1001), campaign.members[person].person, Duty.FIRST)


def test_a_change_by_hand_withdraws_the_old_and_marks_the_new() -> None:
    campaign = make_usual()
    old = given_case(campaign, 3)
    change = replace(old, person=campaign.members[4].person, due=date(2026, 11, 20))

    taken, new = reassigned(campaign, make_row(1, 1), [old], change, TERMS)

    assert taken == replace(old, withdrawn=True, manual=True)
    assert new == replace(change, id=new.id, manual=True)
    assert new.id != old.id


def test_a_change_by_hand_keeps_the_hard_rules() -> None:
    campaign = make_usual()
    old = given_case(campaign, 3)
    own = replace(old, person=campaign.members[0].person)
    twice = replace(old, id=UUID(int=5001), duty=Duty.SECOND)
    again = replace(old, id=UUID(int=5002), person=campaign.members[5].person)

    for change, words in ((own, "所在单位"), (twice, "不同的人"), (again, "已由评查4承担")):
        with pytest.raises(Refused, match=words):
            reassigned(campaign, make_row(1, 1), [old], change, TERMS)


def test_withdrawing_by_hand_needs_no_successor() -> None:
    old = given_case(make_usual(), 3)

    (taken,) = reassigned(make_usual(), make_row(1, 1), [old], replace(old, withdrawn=True), TERMS)

    assert taken.withdrawn
    assert taken.manual


# Whatever comes


@st.composite
def campaigns(draw: st.DrawFn) -> tuple[Campaign, list[Work], Terms]:
    """Small campaigns, some without a solution."""
    count = draw(st.integers(1, 5))
    parents = [draw(st.none() | st.integers(1, count)) for number in range(count)]
    units = [
        make_unit(number + 1, parent if parent and parent <= number else None)
        for number, parent in enumerate(parents)
    ]
    members = [
        make_member(number, draw(st.none() | st.integers(1, count)))
        for number in range(draw(st.integers(1, 5)))
    ]
    works = [
        make_work(make_row(number, draw(st.integers(1, count)), draw(st.integers(0, 300))))
        for number in range(draw(st.integers(1, 6)))
    ]
    conflicts = [
        make_conflict(member, row=draw(st.sampled_from(works)).row)
        for member in members
        if draw(st.booleans())
    ]
    share = draw(st.sampled_from(["0", "0.3", "1"]))
    campaign = make_campaign(units, members, conflicts, share)
    most = draw(st.none() | st.integers(1, 6))
    return campaign, works, replace(TERMS, different_units=draw(st.booleans()), most_cases=most)


def every_list(campaign: Campaign, works: list[Work], terms: Terms) -> list[int]:
    """Return the largest load of every assignment that keeps the rules: by trying all."""
    doubled = doubled_cases(campaign, works, ())
    known = [work.row.pages for work in works if work.row.pages]
    usual = max(1, round(sum(known) / len(known))) if known else 1
    choices = []
    for work in works:
        able = [one for one in campaign.members if may_review(campaign, one, work.row, TODAY)]
        pairs = [
            (one, other)
            for number, one in enumerate(able)
            for other in able[number + 1 :]
            if not terms.different_units or one.unit is None or one.unit != other.unit
        ]
        choices.append(pairs if work.row.case in doubled else [(one,) for one in able])
    found = []
    for chosen in product(*choices):
        pages: Counter[UUID] = Counter()
        cases: Counter[UUID] = Counter()
        for work, people in zip(works, chosen, strict=True):
            for one in people:
                pages[one.person] += work.row.pages or usual
                cases[one.person] += 1
        if terms.most_cases is None or max(cases.values()) <= terms.most_cases:
            found.append(max(pages.values()))
    return found


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns())
def test_an_assignment_is_found_exactly_when_there_is_one_and_it_is_even(
    made: tuple[Campaign, list[Work], Terms],
) -> None:
    campaign, works, terms = made
    works = works[:4]
    possible = every_list(campaign, works, terms)
    if not possible:
        with pytest.raises(NotAssignable) as caught:
            propose(campaign, works, terms)
        assert caught.value.shortages
        return

    proposal = propose(campaign, works, terms)

    most = max(load.pages for load in proposal.loads)
    assert proposal.pages_bound <= min(possible) <= most
    assert most == min(possible)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns())
def test_so_many_more_reviewers_are_needed_as_the_proof_says_and_not_fewer(
    made: tuple[Campaign, list[Work], Terms],
) -> None:
    campaign, works, terms = made
    try:
        propose(campaign, works, terms)
    except NotAssignable as error:
        missing = [one.missing for one in error.shortages]
    else:
        return

    def with_more(count: int) -> Campaign:
        more = tuple(make_member(50 + number) for number in range(count))
        return replace(campaign, members=(*campaign.members, *more))

    assert propose(with_more(sum(missing)), works, terms).assignments
    with pytest.raises(NotAssignable):
        propose(with_more(max(missing) - 1), works, terms)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns())
def test_no_hard_rule_is_ever_broken(made: tuple[Campaign, list[Work], Terms]) -> None:
    campaign, works, terms = made
    rows = {work.row.case: work.row for work in works}
    try:
        proposal = propose(campaign, works, replace(terms, calibration=(works[0].row.case,)))
    except NotAssignable:
        return

    members = {one.person: one for one in campaign.members}
    for one in proposal.assignments:
        assert may_review(campaign, members[one.person], rows[one.case], TODAY)
    for case in rows:
        given_to = [
            members[one.person]
            for one in proposal.assignments
            if one.case == case and one.duty is not Duty.CALIBRATION
        ]
        assert len(given_to) == (2 if case in proposal.doubled else 1)
        assert len(set(given_to)) == len(given_to)
        if terms.different_units and len(given_to) == 2:
            first, second = given_to
            assert first.unit is None or first.unit != second.unit
    if terms.most_cases is not None:
        assert all(load.cases <= terms.most_cases for load in proposal.loads)


@pytest.mark.parametrize("after", [1, 30, 300])
def test_a_search_that_is_stopped_asks_no_more(after: int) -> None:
    asked = 0

    def alive() -> None:
        nonlocal asked
        asked += 1
        if asked >= after:
            raise Cancelled

    with pytest.raises(Cancelled):
        propose(make_usual("0.3"), make_works(150), replace(TERMS, seconds=20.0), alive)

    assert asked == after
