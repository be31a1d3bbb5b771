"""What the documents of a story say agrees with the story and with each other."""

from dataclasses import replace
from datetime import date

import pytest

from reviewer.errors import UserError
from reviewer.proof import (
    FAULTS,
    REPORTING_SEEDS,
    TRAPS,
    Fault,
    Plan,
    draw_faults,
    draw_plan,
    make_story,
)
from reviewer.proof.documents import write_documents
from reviewer.proof.documents.decision import payment
from reviewer.proof.documents.wording import (
    capitals,
    decision_no,
    signed_day,
    table_day,
    varied,
)
from reviewer.proof.faults import fault
from reviewer.proof.made import lay_out_case, sheets_with
from reviewer.proof.plan import DateStyle, Numbering, Style
from reviewer.proof.story import CaseStory

_TERMS = (*range(2, 4), *range(6, 17), *range(18, 30), 31, 34, 35, 36, 37)
_CHECKS = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 19, 20)
NEEDED = {"DT05", "DT06", "DT07", "DT19", "DT20", "DT23", "DT26", "DT35", "DT41", "DT52", "DT55"}


def text_of(story: CaseStory) -> str:
    return "".join(sheet.text for laid in lay_out_case(story) for sheet in laid.sheets)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_clean_file_holds_every_required_document(trap: str) -> None:
    story = make_story(draw_plan(3, trap))
    keys = {d.key for d in write_documents(story)}
    if story.offence.monitored:
        keys.add("DT06")  # not asked for where technical monitoring gives the evidence
    if story.steps.unpaid:
        keys.add("DT41")

    assert keys >= NEEDED | {"DT37.notice", "DT37.decision"}


def test_a_hearing_a_waiver_and_a_prolongation_bring_their_papers() -> None:
    for trap, codes in (
        ("hearing", {"DT24", "DT29", "DT30", "DT32", "DT33"}),
        ("decision on the day after a waiver", {"DT27"}),
        ("approved prolongation", {"DT57"}),
    ):
        keys = {d.key for d in write_documents(make_story(draw_plan(3, trap)))}

        assert keys >= codes


@pytest.mark.parametrize("seed", range(6))
def test_the_list_of_contents_gives_the_pages_that_are_there(seed: int) -> None:
    laid = lay_out_case(make_story(draw_plan(seed)))
    contents = laid[1]
    rows = contents.document.blocks[1].rows[1:]  # type: ignore[union-attr]

    assert len(rows) == len(laid) - 3
    for row, one in zip(rows, laid[2:-1], strict=True):
        last = one.first_folio + len(one.sheets) - 1
        pages = str(one.first_folio) if last == one.first_folio else f"{one.first_folio}-{last}"
        assert row[2].text == one.document.title
        assert row[4].text == pages


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_left_unfilled_and_nothing_runs_off_the_page(seed: int) -> None:
    laid = lay_out_case(make_story(draw_plan(seed)))

    for one in laid:
        for sheet in one.sheets:
            assert not set("{}") & set(sheet.text)
            assert all(0 < item.y < 842 for item in sheet.items if hasattr(item, "y"))
            assert sheet.text


@pytest.mark.parametrize("one", FAULTS, ids=lambda one: one.name)
@pytest.mark.parametrize("seed", [11, 12])
def test_every_fault_can_be_seen_where_it_says(one: Fault, seed: int) -> None:
    story = make_story(one.change(draw_plan(seed, "none", one.procedures)))
    laid = {x.document.key: x for x in lay_out_case(story)}
    proofs = [(key, words) for key, words in one.proofs(story) if key in laid]

    assert all(sheets_with(laid[key], words) for key, words in proofs)
    assert proofs or one.rule.startswith("M-")
    assert one.what(story).endswith("。")


def test_every_rule_that_can_find_a_problem_has_a_fault() -> None:
    planted = {one.rule for one in FAULTS}
    follows = {rule for one in FAULTS for rule in one.also}

    assert len(FAULTS) == len({one.name for one in FAULTS})
    assert planted >= {f"T{n:02}" for n in (*_TERMS, 38, 39, 42)}
    assert planted >= {f"K{n:02}" for n in _CHECKS} | {"K-F4", "K-F5"}
    assert planted >= {"V01", "V05", "V08", "V11", "V13", "V15"}
    assert follows >= {"V02", "V06", "V07", "V09", "V10", "V18", "V19", "V20"}


def test_a_missing_document_is_named_nowhere_in_the_file() -> None:
    for key, title in (("DT07", "询问笔录"), ("DT26", "违法行为通知书"), ("DT23", "案件调查报告")):
        one = fault(f"M-{key}")
        story = make_story(one.change(Plan(5, "spill")))

        assert title not in text_of(story).replace("责令改正违法行为通知书", "")


def test_one_officer_alone_is_alone_in_that_document_only() -> None:
    story = make_story(fault("K01.DT06").change(Plan(5, "spill")))
    second = story.officers[1].name
    by_key = {d.key: lay for lay in lay_out_case(story) if (d := lay.document)}

    assert not any(second in sheet.text for sheet in by_key["DT06"].sheets)
    assert any(second in sheet.text for sheet in by_key["DT07"].sheets)


@pytest.mark.parametrize("seed", range(20))
def test_drawn_faults_concern_different_rules(seed: int) -> None:
    faults = draw_faults(draw_plan(seed, "none"), 3)

    assert len(faults) == len({one.rule for one in faults}) == 3


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (500, "伍佰元整"),
        (1500, "壹仟伍佰元整"),
        (10050, "壹万零伍拾元整"),
        (20000, "贰万元整"),
        (30800, "叁万零捌佰元整"),
    ],
)
def test_capital_numerals(amount: int, words: str) -> None:
    assert capitals(amount) == words


def test_five_ways_to_write_a_date() -> None:
    value = date(2024, 11, 2)
    styles = [Style(dates=one) for one in DateStyle]

    assert [signed_day(s, value) for s in styles] == [
        "2024年11月2日",
        "2024年11月02日",
        "二〇二四年十一月二日",
        "2024 年 11 月 2 日",
        "2024年11月2日",
    ]
    assert [table_day(s, value) for s in styles] == [
        "2024年11月2日",
        "2024-11-02",
        "2024.11.2",
        "2024 年 11 月 2 日",
        "2024.11.02",
    ]


@pytest.mark.parametrize(
    ("numbering", "number"),
    [
        (Numbering.PLAIN, "沙交执罚〔2024〕12号"),
        (Numbering.WORD, "沙交执罚字〔2024〕第12号"),
        (Numbering.PADDED, "沙交执罚〔2024〕0012号"),
    ],
)
def test_three_ways_to_number_a_document(numbering: Numbering, number: str) -> None:
    story = make_story(Plan(11, style=Style(numbering=numbering)))

    assert decision_no(replace(story, decision_serial=12)) == number


@pytest.mark.parametrize("key", ["party", "number", "decision_no"])
def test_a_miscopied_value_stands_in_one_document_only(key: str) -> None:
    story = make_story(Plan(5, "spill", altered=frozenset({f"DT52.{key}"})))
    right = {"party": story.party.name, "number": story.party.number}
    right["decision_no"] = decision_no(story)
    by_key = {laid.document.key: laid for laid in lay_out_case(story)}

    with pytest.raises(ValueError, match="DT52"):
        sheets_with(by_key["DT52"], right[key])
    assert sheets_with(by_key["DT35"], right[key])


@pytest.mark.parametrize("seed", range(4))
def test_equal_wordings_come_up_and_the_first_is_the_one_of_the_demo(seed: int) -> None:
    texts = {
        payment(make_story(Plan(seed, style=Style(wording=wording))))[0] for wording in range(10)
    }

    assert len(texts) >= 5
    assert varied(make_story(Plan(seed)), "甲", "乙", "丙") == "甲"


def test_reporting_seeds_are_not_for_tests() -> None:
    with pytest.raises(UserError):
        draw_plan(REPORTING_SEEDS[0])
