"""What the review sheet says: enough to recompute the total by hand."""

from dataclasses import replace
from decimal import Decimal

from reviewer.model import Choice, Mark, Marks, VetoChoice, VetoMark
from reviewer.reports.blocks import Report, Table, Text
from reviewer.reports.sheet import review_sheet
from tests.reports.builders import make_input, make_marks, make_place, make_score


def _rows(report: Report) -> list[list[str]]:
    tables = [block for block in report.blocks if isinstance(block, Table)]
    return [[cell.text for cell in row] for table in tables for row in table.rows]


def _row(report: Report, first: str) -> list[str]:
    return next(row for row in _rows(report) if row[0] == first)


def _texts(report: Report) -> list[str]:
    return [block.text for block in report.blocks if isinstance(block, Text)]


def test_a_deduction_stands_with_clause_points_reason_and_page() -> None:
    row = _row(review_sheet(make_input()), "G1")

    assert row[2:6] == ["6.0", "不符合", "−1.0", "5.0"]
    assert row[6].startswith("1. 超期，扣 1.0 分：决定书 2024-04-10 作出")
    assert row[7] == "46、49"


def test_a_page_without_a_folio_is_cited_by_file_and_page() -> None:
    assert _row(review_sheet(make_input()), "C9")[7] == "案卷.pdf 第 3 页"


def test_what_is_not_involved_has_no_points_and_a_reason() -> None:
    report = review_sheet(make_input())

    assert _row(report, "G4")[3:7] == ["不涉及", "", "—", "法定不需要"]
    assert ["G4", "逾期未履行的依法加处罚款、催告", "法定不需要"] in _rows(report)


def test_sums_leave_out_what_is_not_involved() -> None:
    report = review_sheet(make_input())

    assert _row(report, "G")[1:6] == ["送达与执行", "6.0", "", "−1.0", "5.0"]
    assert _row(report, "合计（不含不涉及的评查项）")[1:5] == ["10.0", "", "−1.0", "9.0"]


def test_a_count_is_written_out() -> None:
    marks = make_marks()
    occurrence = replace(marks.of("G1").occurrences[0], count=3, points=Decimal("0.5"))
    items = {**marks.items, "G1": replace(marks.of("G1"), occurrences=(occurrence,))}
    score = make_score()
    deduction = replace(score.items[1].deductions[0], count=3, points=Decimal("1.5"))
    scored = replace(score.items[1], deductions=(deduction,))

    source = make_input(Marks(items), make_score(items=(score.items[0], scored, score.items[2])))

    assert "扣 1.5 分（3 × 0.5）" in _row(review_sheet(source), "G1")[6]


def test_a_deduction_that_is_not_counted_says_why() -> None:
    score = make_score()
    deduction = replace(score.items[1].deductions[0], counted=False, note="同一事实已在 C6 扣分")
    scored = replace(score.items[1], deductions=(deduction,))

    source = make_input(score=make_score(items=(score.items[0], scored, score.items[2])))

    assert "不扣分（同一事实已在 C6 扣分）" in _row(review_sheet(source), "G1")[6]


def test_a_veto_that_is_hit_carries_reason_basis_and_page() -> None:
    mark = VetoMark("V13", VetoChoice.HIT, "发现日晚于终了日二年", (make_place(9, folio="9"),))
    marks = replace(make_marks(), vetoes={"V13": mark})
    score = make_score(
        vetoes=("V13",), total=Decimal("0.0"), grade="不合格", grade_note="命中一票否决 V13"
    )

    report = review_sheet(make_input(marks, score))

    row = _row(report, "V13")
    assert row[3:] == ["命中", "发现日晚于终了日二年", "行政处罚法第三十六条", "9"]
    assert _row(report, "总分") == [
        "总分", "0.0", "等次", "不合格", "否决前得分", "90.0", "等次说明", "命中一票否决 V13",
    ]  # fmt: skip
    assert _row(report, "程序时限")[3] == "命中一票否决 V13"


def test_anything_pending_makes_it_a_draft_with_the_span() -> None:
    marks = make_marks()
    items = {**marks.items, "C9": Mark("C9")}
    score = make_score()
    open_item = replace(score.items[0], choice=Choice.PENDING)
    pending = make_score(items=(open_item, *score.items[1:]), pending=("C9",), low=Decimal("50.0"))

    report = review_sheet(make_input(Marks(items), pending))

    assert report.draft
    assert _row(report, "总分")[1] == "50.0～90.0（有待定项）"


def test_a_finished_review_is_no_draft() -> None:
    assert not review_sheet(make_input()).draft


def test_the_questions_of_the_bureau_are_answered_one_by_one() -> None:
    report = review_sheet(make_input())

    assert _row(report, "送达执行") == ["送达执行", "6.0", "5.0", "存在扣分：G1"]
    assert _row(report, "程序时限") == ["程序时限", "4.0", "4.0", "未发现问题"]


def test_corrected_facts_show_what_was_read_and_what_was_typed() -> None:
    assert ["决定送达日期", "2024-04-20", "2024-04-26", "49"] in _rows(review_sheet(make_input()))


def test_problems_are_listed_when_the_reviewer_wrote_none() -> None:
    row = _row(review_sheet(make_input()), "主要问题")

    assert row[1].startswith("1. G1 决定书宣告后当场交付，或（−1.0）：决定书 2024-04-10")


def test_what_the_reviewer_wrote_comes_before_the_list() -> None:
    report = review_sheet(make_input(texts={"problems": "送达不及时。"}))

    assert _row(report, "主要问题")[1] == "送达不及时。"


def test_the_formula_stands_on_the_sheet() -> None:
    assert "总分 = 100 × 9.0 ÷ 10.0 = 90.0" in _texts(review_sheet(make_input()))


def test_both_reviewers_and_the_leader_have_room_to_sign() -> None:
    row = next(row for row in _rows(review_sheet(make_input())) if "组长" in row)

    assert [name.strip() for name in row[1:6:2]] == ["周敏", "马强", "田宁"]
