"""Signals of a unit's habits: X4, X5 and X6."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from reviewer.checking.across import RULES_ACROSS, Named, look_across, make_digest
from reviewer.model import CaseDigest, CitedArticle, PartyKind, Procedure, SignalGroup
from tests.checking.builders import day, general, paper


def group(code: str, *cases: CaseDigest) -> SignalGroup:
    [rule] = [one for one in RULES_ACROSS if one.code == code]
    return look_across(cases, [rule])[0]


def discussed(fine: int, least: int | None = 5000, *, minutes: bool = True) -> CaseDigest:
    return CaseDigest(
        UUID(int=1),
        "一卷",
        "一大队",
        Procedure.GENERAL,
        fine=Decimal(fine),
        discussed=minutes,
        least=None if least is None else Decimal(least),
    )


def held(number: int, unit: str, days: int | None, *, longer: bool = False) -> CaseDigest:
    return CaseDigest(
        UUID(int=number),
        f"第{number}卷",
        unit,
        Procedure.GENERAL,
        held_days=days,
        held_longer=longer,
    )


def on_the_spot(
    number: int, fine: int, unit: str = "一大队", kind: PartyKind | None = PartyKind.PERSON
) -> CaseDigest:
    return CaseDigest(
        UUID(int=number),
        f"第{number}卷",
        unit,
        Procedure.SUMMARY,
        fine=Decimal(fine),
        party_kind=kind,
    )


def test_a_discussion_below_the_least_fine_is_shown() -> None:
    [signal] = group("X4", discussed(3000)).signals

    assert "低于所引条款的下限 5,000 元" in signal.message


def test_a_fine_at_the_least_or_without_discussion_is_none() -> None:
    assert group("X4", discussed(5000)).signals == ()
    assert group("X4", discussed(3000, minutes=False)).signals == ()


def test_a_provision_without_least_is_not_compared() -> None:
    assert len(group("X4", discussed(100, None)).not_compared) == 1


def test_overdue_seizures_of_one_unit_are_shown() -> None:
    cases = [held(n, "一大队", 31) for n in range(3)] + [held(n, "二大队", 30) for n in (3, 4, 5)]

    [signal] = group("X5", *cases).signals

    assert signal.message.startswith("一大队扣押的 3 卷中有 3 卷超期")
    assert len(signal.sides) == 3


def test_two_overdue_seizures_do_not_gather() -> None:
    assert group("X5", held(1, "一大队", 31), held(2, "一大队", 40)).signals == ()


def test_what_all_units_do_gathers_in_none() -> None:
    cases = [held(n, f"{n % 2}大队", 45) for n in range(8)]

    assert group("X5", *cases).signals == ()


def test_a_prolonged_seizure_has_sixty_days() -> None:
    cases = [held(n, "一大队", 60, longer=True) for n in range(4)]

    assert group("X5", *cases).signals == ()


def test_most_fines_at_the_limit_are_shown() -> None:
    cases = [on_the_spot(n, 200) for n in range(3)] + [on_the_spot(n, 100) for n in (3, 4)]

    [signal] = group("X6", *cases).signals

    assert "5 卷中有 3 卷" in signal.message


def test_half_at_the_limit_or_few_cases_are_nothing() -> None:
    half = [on_the_spot(n, 200 if n % 2 else 100) for n in range(6)]

    assert group("X6", *half).signals == ()
    assert group("X6", *[on_the_spot(n, 200) for n in range(4)]).signals == ()


def test_two_hundred_yuan_of_a_company_is_not_its_limit() -> None:
    cases = [on_the_spot(n, 200, kind=PartyKind.ORGANISATION) for n in range(6)]

    assert group("X6", *cases).signals == ()


def test_the_digest_tells_what_these_signals_need() -> None:
    reading = (
        general()
        .setting("DT35", penalty_article=CitedArticle("道路运输条例", 69, 2), decision_fine=3000)
        .plus(
            paper("DT25"),
            paper("DT15", seizure_at=datetime.fromisoformat("2024-03-01T11:20")),
            paper("DT18", seizure_end_date=day("04-12")),
        )
        .reading()
    )

    digest = make_digest(Named(UUID(int=1), "一卷", "一大队"), reading, lambda _: "")

    assert (digest.discussed, digest.least) == (True, Decimal(5000))
    assert (digest.held_days, digest.held_longer) == (42, False)
    assert digest.party_kind is PartyKind.ORGANISATION
