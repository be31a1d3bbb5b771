"""Signals across cases: what they need, what they leave alone, and that they stay linear."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.across import RULES_ACROSS, Named, look_across, make_digest
from reviewer.checking.across.minhash import likeness, sketch
from reviewer.model import (
    CaseDigest,
    Document,
    InterviewSketch,
    PictureSketch,
    Place,
    Presence,
    Procedure,
    Signal,
)
from tests.checking.builders import general, paper, session

HERE = Place("f" * 64, 3, "现场笔录")
STORY = (
    "我是这辆车的驾驶员，车是公司的，早上从煤场装了煤往电厂送，装车的时候没有过磅，"
    "走到检测站被你们拦下来，称了以后说超了，我以后一定按规定装载，不再超限运输了。"
)


def case(number: int = 1, **changes: object) -> CaseDigest:
    """Return a digest of a case that was fined."""
    one = CaseDigest(
        UUID(int=number),
        f"宁交罚〔2024〕{number}号",
        "支队",
        Procedure.GENERAL,
        parties=(f"当事人{number}",),
        cause="擅自改装车辆",
        offence_dates=(date(2024, 3, 1),),
        articles=("道路运输条例69",),
        fine=Decimal(5000),
        decided_on=date(2024, 4, 1),
        decided=True,
    )
    return replace(one, **changes)  # type: ignore[arg-type]  # tests name fields


def seen(start: str, end: str, spot: str, officer: str = "640001") -> Presence:
    day = "2024-03-01T"
    return Presence(
        officer,
        "马强",
        spot,
        datetime.fromisoformat(day + start),
        datetime.fromisoformat(day + end),
        HERE,
    )


def signals(code: str, *cases: CaseDigest) -> tuple[Signal, ...]:
    [rule] = [one for one in RULES_ACROSS if one.code == code]
    return look_across(cases, [rule])[0].signals


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (seen("09:00", "10:00", "青禾检测站"), seen("09:30", "10:30", "滨湖客运站"), 1),
        (seen("09:00", "10:00", "青禾检测站"), seen("10:00", "10:30", "滨湖客运站"), 0),
        (seen("09:00", "10:00", "青禾检测站"), seen("09:30", "10:30", "沙湖市青禾检测站"), 0),
        (seen("09:00", "10:00", "青禾检测站"), seen("09:30", "10:30", ""), 0),
        (seen("09:00", "10:00", "青禾检测站"), seen("09:30", "10:30", "滨湖客运站", "640009"), 0),
    ],
    ids=["two places", "one after the other", "same place", "place unknown", "other officer"],
)
def test_an_officer_is_at_one_place_at_a_time(
    first: Presence, second: Presence, expected: int
) -> None:
    found = signals("T43", case(1, presences=(first,)), case(2, presences=(second,)))

    assert len(found) == expected
    if found:
        assert {side.case for side in found[0].sides} == {UUID(int=1), UUID(int=2)}
        assert all(side.place for side in found[0].sides)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"parties": ("当事人1",)}, 1),
        ({"parties": ("当事人1",), "cause": "未按规定维护检测车辆"}, 0),
        ({"parties": ("当事人1",), "offence_dates": (date(2024, 3, 2),)}, 0),
        ({"parties": ("当事人1",), "fine": None}, 0),
        ({}, 0),
    ],
    ids=["twice", "other act", "other day", "no fine", "other party"],
)
def test_one_act_is_fined_once(changes: dict[str, object], expected: int) -> None:
    assert len(signals("K17", case(1), case(2, **changes))) == expected


def test_the_same_vehicle_fined_twice_is_told_once() -> None:
    both = {"parties": ("当事人1",), "plates": ("宁A12345",)}

    assert len(signals("K17", case(1, **both), case(2, **both))) == 1


@pytest.mark.parametrize(
    ("days", "rechecked", "expected"),
    [
        (("2024-01-05", "2024-05-05", "2024-12-05"), False, 1),
        (("2024-01-05", "2024-05-05", "2025-02-05"), False, 0),
        (("2024-01-05", "2024-05-05"), False, 0),
        (("2024-01-05", "2024-05-05", "2024-12-05"), True, 0),
    ],
    ids=["three in a year", "over a year", "only two", "rechecked"],
)
def test_fined_again_and_again_without_recheck(
    days: Sequence[str], rechecked: bool, expected: int
) -> None:
    cases = [
        case(n, parties=("甲",), decided_on=date.fromisoformat(day), rechecked=rechecked)
        for n, day in enumerate(days, 1)
    ]

    assert len(signals("X1", *cases)) == expected


def test_cases_without_a_cause_are_not_of_a_kind() -> None:
    cases = [case(n, parties=("甲",), cause="") for n in range(1, 5)]

    assert not signals("X1", *cases)


def test_an_order_to_correct_in_place_of_a_penalty() -> None:
    ordered = case(1, ordered=True, decided=False, fine=None)

    assert len(signals("X2", ordered, case(2, ordered=True))) == 1


@pytest.mark.parametrize(
    ("fines", "far"),
    [
        ((3000, 3000, 3000, 3000, 9000), 1),
        ((3000, 3200, 3400, 3600, 3800), 0),
        ((3000, 3000, 9000), 0),
        ((3000, 3000, 3000, 3000, 3000), 0),
    ],
    ids=["one far off", "evenly spread", "too few", "all the same"],
)
def test_uneven_fines(fines: Sequence[int], far: int) -> None:
    cases = [case(n, fine=Decimal(fine)) for n, fine in enumerate(fines, 1)]
    found = signals("X3", *cases)

    assert sum(len(one.sides) for one in found) == far


def test_fines_of_different_bands_are_not_compared() -> None:
    cases = [case(n, fine=Decimal(3000)) for n in range(1, 6)]

    assert not signals("X3", *cases, case(9, fine=Decimal(9000), band="严重"))


def interviewed(number: int, text: str) -> CaseDigest:
    return case(number, interviews=(InterviewSketch(sketch(text), len(text), HERE),))


def test_answers_that_differ_in_dates_and_numbers_only_are_copied() -> None:
    other = STORY.replace("早上", "2024年3月5日8时")

    assert (
        len(signals("R-C3-91", interviewed(1, STORY * 3), interviewed(2, (STORY + "8") * 3))) == 1
    )
    assert likeness(sketch(STORY * 3), sketch(other * 3)) > 0.7


def test_different_answers_are_not_copied() -> None:
    other = "我开的是客车，从县城到乡里，路上有人招手我就停了，不知道不让停，以后只在站里上客。" * 3

    assert not signals("R-C3-91", interviewed(1, STORY * 3), interviewed(2, other))


@pytest.mark.parametrize(
    ("bits", "expected"),
    [(0x0F0F_3C3C_AAAA_1234, 1), (0x0F0F_3C3C_AAAA_1235, 1), (0x0F0F_3C3C_AAAA_EDCB, 0)],
    ids=["same", "one bit off", "another"],
)
def test_a_photo_in_two_cases(bits: int, expected: int) -> None:
    first = case(1, pictures=(PictureSketch(0x0F0F_3C3C_AAAA_1234, HERE),))
    second = case(2, pictures=(PictureSketch(bits, HERE),))

    assert len(signals("R-A6-91", first, second)) == expected


def test_a_photo_twice_in_one_case_is_no_signal() -> None:
    photo = PictureSketch(0x0F0F_3C3C_AAAA_1234, HERE)

    assert not signals("R-A6-91", case(1, pictures=(photo, photo)))


def test_every_rule_says_which_cases_it_could_not_compare() -> None:
    blind = CaseDigest(UUID(int=7), "无", "", Procedure.UNKNOWN)

    for group in look_across([case(1), blind], RULES_ACROSS):
        assert set(group.compared) | set(group.not_compared) == {UUID(int=1), UUID(int=7)}
        assert UUID(int=7) in group.not_compared


@given(st.text(alphabet="车路人法罚证明时间地点驾驶", min_size=60, max_size=200))
def test_a_text_is_like_itself(text: str) -> None:
    assert likeness(sketch(text), sketch(text)) == 1.0


def test_the_digest_holds_what_was_read() -> None:
    record = paper("DT06", session=session("03-01T09:00", "03-01T09:30"))
    reading = general().plus(record).reading()
    text = f"询问笔录\n问：你好\n答：{STORY}"

    def text_of(document: Document) -> str:
        return text if document.type == "DT07" else ""

    digest = make_digest(Named(UUID(int=1), "一号", "支队"), reading, text_of)

    assert digest.decided
    assert digest.fine is not None
    assert digest.fine_place is not None
    assert len(digest.interviews) == len(reading.of_type("DT07"))
