"""Verifying a draw: what holds gives no difference, every change is named."""

import json
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from reviewer.campaign.draw_checks import verify
from reviewer.campaign.draw_records import (
    certificate_hash,
    read_record,
    verify_record,
    write_record,
)
from reviewer.campaign.draws import draw, next_case, replace_case, sample
from reviewer.errors import UserError
from reviewer.model.campaigns import Ledger
from reviewer.model.draws import Draw, DrawPlan, MustDraw, Replacement
from tests.campaign.made_ledgers import AT, MEETING, ledger, made_ledger

LEDGER = made_ledger(60)
PLAN = DrawPlan(Decimal("0.2"), None, 2, (MustDraw.HEARING,))
DRAWN = draw(LEDGER, PLAN, "20250901", MEETING)


def _elsewhere(found: Ledger) -> Ledger:
    """Return the ledger as another copy reads it from its export: other ids, other order."""
    rows = (replace(one, case=uuid4(), unit=uuid4()) for one in reversed(found.rows))
    return ledger(*rows)


def _swaps() -> tuple[Replacement, ...]:
    first = replace_case(LEDGER, DRAWN, [], DRAWN.cases[0].case, "在法院", AT)
    second = replace_case(LEDGER, DRAWN, [first], DRAWN.cases[1].case, "灭失", AT)
    return first, second


def test_a_draw_holds() -> None:
    assert verify(LEDGER, DRAWN, _swaps()) == ()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (replace(DRAWN, ledger_sha256="0" * 64), "台账哈希不一致"),
        (replace(DRAWN, algorithm="reviewer-draw 9"), "reviewer-draw 9"),
        (replace(DRAWN, seed="20250902"), "应当抽中"),
        (replace(DRAWN, seed=" 20250901"), "写法不规范"),
        (replace(DRAWN, plan=replace(PLAN, ratio=Decimal("0.5"))), "数量不一致"),
        (replace(DRAWN, plan=DrawPlan(None, 500)), "无法重新抽取"),
        (replace(DRAWN, cases=DRAWN.cases[1:]), "应当抽中"),
        (replace(DRAWN, cases=DRAWN.cases[::-1]), "排列次序"),
        (replace(DRAWN, cases=(*DRAWN.cases, DRAWN.cases[0])), "列了两次"),
        (
            replace(DRAWN, cases=(replace(DRAWN.cases[0], case=uuid4()), *DRAWN.cases[1:])),
            "不是台账中的这一件",
        ),
        (
            replace(DRAWN, cases=(replace(DRAWN.cases[0], digest="0"), *DRAWN.cases[1:])),
            "排序值",
        ),
        (
            replace(DRAWN, cases=(replace(DRAWN.cases[0], raised=True), *DRAWN.cases[1:])),
            "抽中原因",
        ),
        (replace(DRAWN, counts=DRAWN.counts[1:]), "缺少"),
    ],
    ids=[
        "another ledger",
        "another algorithm",
        "another seed",
        "seed with blanks",
        "another ratio",
        "an impossible plan",
        "a case left out",
        "another order",
        "a case twice",
        "another case file",
        "a digest",
        "a reason",
        "a stratum left out",
    ],
)
def test_every_change_is_named(changed: Draw, words: str) -> None:
    assert any(words in one for one in verify(LEDGER, changed))


def test_a_replacement_out_of_turn_is_named() -> None:
    first, second = _swaps()
    chosen = replace(second, taken=LEDGER.rows[0].case)

    (found,) = verify(LEDGER, DRAWN, (first, chosen))

    assert "应调换为" in found
    assert "|" not in found


def test_a_second_copy_verifies_from_export_and_record() -> None:
    swaps = _swaps()
    record = read_record(write_record(LEDGER, DRAWN, swaps, "2025 年度案卷评查"))

    assert record.draw == DRAWN
    assert record.replacements == swaps
    assert record.campaign_name == "2025 年度案卷评查"
    assert record.sha256 == certificate_hash(DRAWN)
    assert verify_record(_elsewhere(LEDGER), record) == ()


def test_a_second_copy_names_a_forged_replacement() -> None:
    first, second = _swaps()
    free = next_case(LEDGER, DRAWN, (first, second), DRAWN.cases[0].case)
    taken = free.case if free else None
    record = read_record(write_record(LEDGER, DRAWN, (replace(first, taken=taken), second)))

    assert "应调换为" in verify_record(_elsewhere(LEDGER), record)[0]


def test_a_changed_record_is_refused() -> None:
    whole = json.loads(write_record(LEDGER, DRAWN))
    whole["draw"]["seed"] = "1"

    with pytest.raises(UserError, match="改动过") as caught:
        read_record(json.dumps(whole))
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "不是", '{"format": "reviewer-draw-record 1"}', '{"format": "x"}'],
)
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        read_record(text)
    assert caught.value.remedy


def test_the_printed_hash_does_not_depend_on_replacements() -> None:
    plain, swapped = (json.loads(write_record(LEDGER, DRAWN, swaps)) for swaps in ((), _swaps()))

    assert plain["sha256"] == swapped["sha256"]
    assert plain["replacements_sha256"] != swapped["replacements_sha256"]
    assert len(sample(DRAWN, _swaps())) == len(DRAWN.cases)
