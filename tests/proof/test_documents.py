"""What the documents of a story say agrees with the story and with each other."""

from datetime import date

import pytest

from reviewer.proof import FAULTS, TRAPS, Plan, draw_faults, draw_plan, make_story
from reviewer.proof.documents import write_documents
from reviewer.proof.documents.wording import capitals, signed_day, table_day
from reviewer.proof.made import lay_out_case, sheets_with
from reviewer.proof.plan import DateStyle, Style
from reviewer.proof.story import CaseStory

NEEDED = {"DT05", "DT06", "DT07", "DT19", "DT20", "DT23", "DT26", "DT35", "DT41", "DT52", "DT55"}


def text_of(story: CaseStory) -> str:
    return "".join(sheet.text for laid in lay_out_case(story) for sheet in laid.sheets)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_clean_file_holds_every_required_document(trap: str) -> None:
    keys = {d.key for d in write_documents(make_story(draw_plan(3, trap)))}

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
def test_every_fault_can_be_seen_where_it_says(one: object) -> None:
    fault = next(f for f in FAULTS if f is one)
    story = make_story(fault.change(Plan(11, "maintenance")))
    laid = {x.document.key: x for x in lay_out_case(story)}

    for key, words in fault.proofs(story):
        assert sheets_with(laid[key], words)
    assert fault.what(story).endswith("。")


def test_a_missing_document_is_named_nowhere_in_the_file() -> None:
    for key, title in (("DT07", "询问笔录"), ("DT26", "违法行为通知书"), ("DT23", "案件调查报告")):
        fault = next(f for f in FAULTS if f.rule == f"M-{key}")
        story = make_story(fault.change(Plan(5, "spill")))

        assert title not in text_of(story).replace("责令改正违法行为通知书", "")


def test_one_officer_alone_is_alone_in_that_document_only() -> None:
    fault = next(f for f in FAULTS if f.name == "K01.DT06")
    story = make_story(fault.change(Plan(5, "spill")))
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


def test_three_ways_to_write_a_date() -> None:
    day = date(2024, 11, 20)
    styles = [Style(dates=one) for one in DateStyle]

    assert [signed_day(s, day) for s in styles] == [
        "2024年11月20日",
        "2024年11月20日",
        "二〇二四年十一月二十日",
    ]
    assert [table_day(s, day) for s in styles] == ["2024年11月20日", "2024-11-20", "2024.11.20"]
