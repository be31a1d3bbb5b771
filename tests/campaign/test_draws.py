"""The draw: fixed vectors, counts, musts, unit minimum, replacement."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.campaign.draw_sizes import musts_of, wanted_cases
from reviewer.campaign.draws import (
    DrawMeeting,
    digest,
    draw,
    plain_seed,
    planned,
    replace_case,
    sample,
    stratum_of,
)
from reviewer.campaign.ledgers import freeze
from reviewer.errors import UserError
from reviewer.model.campaigns import CaseKind, Ledger, LedgerRow
from reviewer.model.draws import Draw, DrawPlan, MustDraw, Replacement, StratumKey
from tests.campaign.made_ledgers import AT, MEETING, frozen, ledger, made_ledger, row

FOUR = frozen(row(number="1"), row(number="2"), row(number="3"), row(number="4"))
# By hand: sha256sum of the canonical text, then of "reviewer-draw 1|618|<hash>|甲队|…〔2025〕n号".
FOUR_HASH = "1073f445c40d4e2616ab74e096e5038edb8dd09459b4932f177712c3362c44d1"
FOUR_DIGESTS = {
    "3": "1bac4743047b116c021f229942ac813ad1e1730259d7a3a8082960c608e9b865",
    "1": "23636fea3a689c87f1087e9afa78bded1b63c1cfb75e4eea4c967feb866e9d71",
    "4": "8f85c8d15e29b5e934bcac4678dd2084f361cbd33a64da130dc1fcca5b14412b",
    "2": "92ff0127bc0732361e7381c04bbf0d3bfae8b5460b4b694a92e8275defaa6e43",
}
TENTH = DrawPlan(Decimal("0.10"))
ALL_MUSTS = tuple(MustDraw)


def _numbers(drawn: Draw) -> list[str]:
    return [case.key.split("〕")[1].removesuffix("号") for case in drawn.cases]


def _quota(quota: int, minimum: int = 0, musts: tuple[MustDraw, ...] = ()) -> DrawPlan:
    return DrawPlan(None, quota, minimum, musts)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_draw_that_can_be_checked_by_hand(count: int) -> None:
    found = draw(FOUR, _quota(count), "618", MEETING)

    assert found.ledger_sha256 == FOUR_HASH
    assert found.algorithm == "reviewer-draw 1"
    assert _numbers(found) == list(FOUR_DIGESTS)[:count]
    assert [case.digest for case in found.cases] == list(FOUR_DIGESTS.values())[:count]


def test_another_seed_draws_in_another_order() -> None:
    assert _numbers(draw(FOUR, _quota(4), "619", MEETING)) == ["1", "4", "3", "2"]


@pytest.mark.parametrize(
    ("plan", "seed", "count", "expected"),
    [
        (TENTH, "20250901", 36, "550b6c662891fadb833b27f40305a926becda00d0be8b1286ecbcfa95529ce3b"),
        (
            DrawPlan(
                Decimal("0.05"), None, 6, (MustDraw.HEARING, MustDraw.LARGE_AMOUNT), Decimal(4800)
            ),
            "红豆88",
            25,
            "e023da299d1bc7bde4cfee6c2cb4ffac053577999f64f5dc55e35c860ead2ac2",
        ),
        (
            _quota(48, 5, (MustDraw.HEARING,)),
            "0",
            48,
            "422670da017e1d42d43301f7480df20fdcbb847745ee67326cbe831db02cbbdb",
        ),
    ],
    ids=["ratio", "ratio with musts and minimum", "quota with musts and minimum"],
)
def test_three_hundred_rows_give_the_fixed_list(
    plan: DrawPlan, seed: str, count: int, expected: str
) -> None:
    found = draw(made_ledger(300), plan, seed, MEETING)

    listed = "".join(f"{case.key}\n" for case in found.cases)
    assert len(found.cases) == count
    assert hashlib.sha256(listed.encode()).hexdigest() == expected


def test_a_digest_is_of_the_documented_text() -> None:
    assert digest("618", FOUR_HASH, "甲队|交执罚〔2025〕1号") == FOUR_DIGESTS["1"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("618", "618"), (" 618\u3000", "618"), ("６１８", "618"), ("红豆 88", "红豆 88")],
    ids=["plain", "blanks around", "full width", "words"],
)
def test_a_seed_as_it_is_hashed(typed: str, kept: str) -> None:
    assert plain_seed(typed) == kept
    assert draw(FOUR, _quota(2), typed, MEETING).seed == kept


@pytest.mark.parametrize("seed", ["", " \u3000", "1|2", "1\n2"])
def test_a_seed_that_cannot_be_used(seed: str) -> None:
    with pytest.raises(UserError) as caught:
        plain_seed(seed)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("size", "ratio", "expected"),
    [
        (1, "0.05", 1),
        (14, "0.10", 1),
        (15, "0.10", 2),
        (25, "0.10", 3),
        (10, "0.05", 1),
        (30, "0.05", 2),
        (7, "1", 7),
        (3, "0.5", 2),
    ],
)
def test_the_share_of_a_stratum_is_rounded_half_up(size: int, ratio: str, expected: int) -> None:
    key = StratumKey("甲队", "", CaseKind.GENERAL)

    assert wanted_cases({key: size}, {}, DrawPlan(Decimal(ratio)))[key] == expected


@pytest.mark.parametrize(
    ("sizes", "musts", "quota", "expected"),
    [
        ((60, 30, 10), (0, 0, 0), 10, (6, 3, 1)),
        ((50, 50), (0, 0), 3, (2, 1)),
        ((5, 5, 5), (0, 0, 0), 2, (1, 1, 0)),
        ((70, 20, 10), (0, 0, 0), 4, (3, 1, 0)),
        ((10, 10), (4, 0), 6, (5, 1)),
        ((3, 100), (3, 0), 10, (3, 7)),
        ((2, 1), (0, 0), 3, (2, 1)),
        ((2, 1), (2, 1), 3, (2, 1)),
    ],
    ids=[
        "even",
        "tie by name",
        "fewer than strata",
        "largest remainder",
        "musts count",
        "a stratum of musts",
        "the whole ledger",
        "all are musts",
    ],
)
def test_a_quota_is_spread_by_largest_remainder(
    sizes: tuple[int, ...], musts: tuple[int, ...], quota: int, expected: tuple[int, ...]
) -> None:
    keys = [StratumKey(f"{n}队", "", CaseKind.GENERAL) for n in range(len(sizes))]

    found = wanted_cases(
        dict(zip(keys, sizes, strict=True)), dict(zip(keys, musts, strict=True)), _quota(quota)
    )

    assert tuple(found[key] for key in keys) == expected


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (_quota(5), "台账只有 4 件"),
        (_quota(0), "正整数"),
        (DrawPlan(Decimal(0)), "比例"),
        (DrawPlan(Decimal("1.01")), "比例"),
        (DrawPlan(None, None), "只填一项"),
        (DrawPlan(Decimal("0.1"), 3), "只填一项"),
        (DrawPlan(unit_minimum=-1), "负数"),
        (DrawPlan(musts=(MustDraw.LARGE_AMOUNT,)), "金额"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused(plan: DrawPlan, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        draw(FOUR, plan, "618", MEETING)
    assert caught.value.remedy


def test_more_musts_than_the_quota_are_refused() -> None:
    heard = frozen(row(number="1", hearing=True), row(number="2", hearing=True), row(number="3"))

    with pytest.raises(UserError, match="必抽的案件有 2 件"):
        draw(heard, _quota(1, musts=ALL_MUSTS[:1]), "618", MEETING)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (row(hearing=True), MustDraw.HEARING),
        (row(hearing=None), None),
        (row(kind=CaseKind.NO_PENALTY), MustDraw.NO_PENALTY),
        (row(kind=CaseKind.NO_PENALTY, hearing=True), MustDraw.HEARING),
        (row(penalty_kinds="不予处罚"), MustDraw.NO_PENALTY),
        (row(transferred=True), MustDraw.TRANSFER),
        (row(kind=CaseKind.TRANSFER), MustDraw.TRANSFER),
        (row(remedy="复议撤销"), MustDraw.OVERTURNED),
        (row(remedy="行政诉讼，一审判决变更"), MustDraw.OVERTURNED),
        (row(remedy="复议维持，未被撤销"), None),
        (row(remedy="复议后申请人撤回"), None),
        (row(remedy="无"), None),
        (row(fine=Decimal(30000)), MustDraw.LARGE_AMOUNT),
        (row(fine=Decimal("29999.99")), None),
    ],
)
def test_what_must_be_drawn(one: LedgerRow, expected: MustDraw | None) -> None:
    plan = DrawPlan(musts=ALL_MUSTS, large_amount=Decimal(30000))

    assert musts_of([one], plan).get(one.case) is expected


def test_musts_come_first_and_count() -> None:
    heard = [row(number=str(n), hearing=n in (2, 4)) for n in range(1, 21)]

    found = draw(frozen(*heard), DrawPlan(Decimal("0.15"), None, 0, ALL_MUSTS[:1]), "1", MEETING)

    assert set(_numbers(found)[:2]) == {"2", "4"}
    assert [case.must for case in found.cases] == [MustDraw.HEARING, MustDraw.HEARING, None]
    (count,) = found.counts
    assert (count.size, count.wanted, count.musts, count.raised, count.drawn) == (20, 3, 2, 0, 3)


def test_a_unit_is_raised_to_its_minimum_by_digest_over_its_strata() -> None:
    rows = [row("甲队", str(n), field="公路路政" if n % 2 else "道路运政") for n in range(1, 9)]
    rows += [row("乙队", "1")]

    found = draw(frozen(*rows), DrawPlan(Decimal("0.1"), None, 4), "7", MEETING)

    raised = [case for case in found.cases if case.raised]
    rest = [
        digest("7", found.ledger_sha256, one.key)
        for one in rows
        if one.unit_name == "甲队" and one.case not in {c.case for c in found.cases if not c.raised}
    ]
    assert sorted(case.digest for case in raised) == sorted(rest)[:2]
    assert planned(frozen(*rows), found.plan).exhausted == ("乙队",)
    assert planned(frozen(*rows), found.plan).total == len(found.cases) == 5


def test_an_unfrozen_or_changed_ledger_is_not_drawn_from() -> None:
    with pytest.raises(UserError, match="尚未冻结"):
        draw(ledger(row()), TENTH, "618", MEETING)
    with pytest.raises(UserError, match="哈希不一致"):
        draw(replace(FOUR, rows=FOUR.rows[1:]), TENTH, "618", MEETING)


def test_everybody_of_the_meeting_is_named() -> None:
    with pytest.raises(UserError, match="见证人、监督人"):
        draw(FOUR, TENTH, "618", DrawMeeting("高", " ", "", MEETING.drawn_at))


def test_earlier_draws_are_listed_oldest_first() -> None:
    first = draw(FOUR, TENTH, "1", MEETING)
    second = draw(FOUR, TENTH, "2", MEETING, [first])
    later = replace(second, drawn_at=MEETING.drawn_at.replace(hour=15))

    assert draw(FOUR, TENTH, "3", MEETING, [later, first]).earlier == (first.id, second.id)


def test_a_missing_case_gives_way_to_the_next_of_its_stratum() -> None:
    found = draw(FOUR, _quota(2), "618", MEETING)
    by_number = {one.case_no[-2]: one.case for one in FOUR.rows}
    done: list[Replacement] = []

    for missing, taken in (("3", "4"), ("4", "2"), ("1", None)):
        one = replace_case(FOUR, found, done, by_number[missing], " 案卷在法院 ", AT)
        assert (one.taken, one.reason) == (by_number[taken] if taken else None, "案卷在法院")
        done.append(one)

    assert sample(found, done) == (by_number["2"],)


@pytest.mark.parametrize(("number", "reason"), [("4", "在法院"), ("3", " ")])
def test_a_replacement_needs_a_drawn_case_and_a_reason(number: str, reason: str) -> None:
    found = draw(FOUR, _quota(2), "618", MEETING)
    case = next(one.case for one in FOUR.rows if one.case_no[-2] == number)

    with pytest.raises(UserError):
        replace_case(FOUR, found, [], case, reason, AT)


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from(["甲队", "乙队", "丙队"]),
        st.integers(1, 40).map(str),
        st.sampled_from(list(CaseKind)),
        field=st.sampled_from(["公路路政", "道路运政"]),
        hearing=st.booleans(),
        fine=st.integers(0, 5).map(lambda n: Decimal(n * 10000)),
    ),
    min_size=1,
    max_size=40,
    unique_by=lambda one: one.key,
)
PLANS = st.builds(
    DrawPlan,
    st.integers(1, 100).map(lambda n: Decimal(n) / 100),
    st.none(),
    st.integers(0, 8),
    st.sets(st.sampled_from(MustDraw)).map(tuple),
    st.just(Decimal(30000)),
)


@settings(max_examples=60, deadline=None)
@given(ROWS, PLANS, st.data())
def test_properties_of_every_draw(
    rows: list[LedgerRow], plan: DrawPlan, data: st.DataObject
) -> None:
    if data.draw(st.booleans()):
        least = len(musts_of(rows, plan))
        plan = replace(plan, ratio=None, quota=data.draw(st.integers(max(1, least), len(rows))))
    whole = frozen(*rows)
    found = draw(whole, plan, "种子", MEETING)

    shuffled = freeze(ledger(*data.draw(st.permutations(rows))), AT)
    assert draw(shuffled, plan, "种子", MEETING).cases == found.cases
    keys = [case.key for case in found.cases]
    assert len(set(keys)) == len(keys)
    _counts_hold(whole, found)
    _musts_are_in(rows, found)
    _minimum_is_held(rows, found)
    assert planned(whole, plan).total == len(keys)


def _counts_hold(whole: Ledger, found: Draw) -> None:
    strata = {one.key: stratum_of(one) for one in whole.rows}
    drawn = Counter(strata[case.key] for case in found.cases)
    for count in found.counts:
        assert count.drawn == drawn[count.stratum] <= count.size
        assert count.drawn == max(count.wanted, count.musts) + count.raised
    if found.plan.quota is not None:
        assert sum(count.wanted for count in found.counts) == found.plan.quota


def _musts_are_in(rows: Sequence[LedgerRow], found: Draw) -> None:
    assert musts_of(rows, found.plan).keys() <= {case.case for case in found.cases}


def _minimum_is_held(rows: Sequence[LedgerRow], found: Draw) -> None:
    sizes = Counter(one.unit_name for one in rows)
    drawn = Counter(case.key.split("|")[0] for case in found.cases)
    for unit, size in sizes.items():
        assert drawn[unit] >= min(found.plan.unit_minimum, size)
