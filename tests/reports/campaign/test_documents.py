"""Every document of a campaign is written as Word and PDF, and says what it has to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import RGBColor

from reviewer.model.feedback import ObjectionState
from reviewer.reports import pdf, word
from reviewer.reports.blocks import (
    Cell,
    Layout,
    PageBreak,
    Pictures,
    Report,
    Style,
    Table,
    Text,
    balanced,
    head_row,
    signed,
    text_width,
)
from reviewer.reports.campaign.annual import annual_report
from reviewer.reports.campaign.bulletin import bulletin
from reviewer.reports.campaign.closing import closing
from reviewer.reports.campaign.draw_record import draw_record
from reviewer.reports.campaign.feedback_letter import feedback_letter
from reviewer.reports.campaign.file_index import file_index
from reviewer.reports.campaign.from_statistics import RANK_NOTE
from reviewer.reports.campaign.inputs import ObjectionInput
from reviewer.reports.campaign.minutes import minutes
from reviewer.reports.campaign.notice import notice
from reviewer.reports.campaign.objection_decision import objection_decision
from reviewer.reports.campaign.problem_list import problem_list
from reviewer.reports.campaign.rectification_ledger import rectification_ledger
from reviewer.reports.campaign.rectification_notice import rectification_notice
from reviewer.reports.campaign.self_check import self_check
from reviewer.reports.campaign.summary import summary
from reviewer.reports.campaign.year_inputs import Figure
from reviewer.reports.wording import LAW_NOTE
from tests.reports.campaign import made_results as made
from tests.reports.campaign.made_campaign import PEOPLE, draw, draw_input, notice_input
from tests.reports.campaign.made_documents import DOCUMENTS


def words(report: Report) -> str:
    """Return all text of a report."""
    parts: list[str] = []
    for block in report.blocks:
        if isinstance(block, Text):
            parts.append(block.text)
        elif isinstance(block, Table):
            parts += [cell.text for row in block.rows for cell in row]
        elif isinstance(block, Pictures):
            parts += [picture.caption for picture in block.pictures]
    return "\n".join(parts)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_row_of_a_table_is_as_wide_as_the_table(name: str) -> None:
    for block in DOCUMENTS[name]().blocks:
        if isinstance(block, Table):
            assert {sum(cell.span for cell in row) for row in block.rows} == {len(block.widths)}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_speaks_plainly(name: str) -> None:
    text = words(DOCUMENTS[name]())

    for unwanted in ("None", "您", "！", "抱歉", "系统", "异常", "。。", "；。", "，。"):
        assert unwanted not in text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_written_in_both_forms(name: str, tmp_path: Path) -> None:
    report = DOCUMENTS[name]()
    word.write(report, tmp_path / "a.docx")
    pdf.write(report, tmp_path / "a.pdf")

    assert Document(str(tmp_path / "a.docx")).core_properties.title == report.title
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        texts = [page.get_textpage().get_text_range().strip() for page in document]
    assert all(len(text) > len(report.footer) + 12 for text in texts), "an empty page"


def test_the_draw_record_shows_all_that_decides_who_is_drawn() -> None:
    source = draw_input()
    text = words(draw_record(source))

    for shown in (draw().seed, draw().algorithm, draw().ledger_sha256, source.certificate_sha256):
        assert shown in text
    assert all(case.digest[:16] in text for case in draw().cases)
    assert source.earlier[0].seed in text
    assert source.replacements[0].reason in text


def test_titles_are_cut_between_words() -> None:
    title = balanced("关于开展2025年度全区交通运输行政执法案卷评查活动的通知")

    assert "\n" in title
    assert not title.split("\n")[0].endswith(("案", "评", "执", "行政"))


def test_a_signature_stands_over_the_middle_of_its_date() -> None:
    for body in (
        "宁州交通运输厅执法监督局",
        "县交通局",
        "宁州回族自治区交通运输综合行政执法监督局",
    ):
        above, below = signed(body, "2025 年 6 月 3 日")
        assert above.style is Style.SIGNATURE
        middles = [(one.inset or 0) + text_width(one.text) / 2 for one in (above, below)]
        assert middles[0] == pytest.approx(middles[1])


def test_a_page_break_before_a_table_is_not_lost(tmp_path: Path) -> None:
    blocks = (Text("一"), PageBreak(), Table((1,), (head_row("表"), (Cell("值"),))))
    word.write(Report("表", Layout.RECORD, blocks, ""), tmp_path / "a.docx")

    paragraphs = Document(str(tmp_path / "a.docx")).paragraphs

    assert any(one.paragraph_format.page_break_before for one in paragraphs)


def test_letters_number_their_pages_on_the_outer_side(tmp_path: Path) -> None:
    word.write(notice(notice_input()), tmp_path / "a.docx")
    document = Document(str(tmp_path / "a.docx"))
    section = document.sections[0]

    assert document.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert section.even_page_footer.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.LEFT


def test_a_draft_is_marked_on_even_pages_too(tmp_path: Path) -> None:
    word.write(notice(replace(notice_input(), pending=True)), tmp_path / "a.docx")
    section = Document(str(tmp_path / "a.docx")).sections[0]

    for header in (section.header, section.even_page_header):
        assert "草　稿（尚有待定事项，不得印发）" in header.paragraphs[0].text


def test_the_red_head_is_red_and_fits_the_line(tmp_path: Path) -> None:
    word.write(notice(notice_input()), tmp_path / "a.docx")
    run = Document(str(tmp_path / "a.docx")).paragraphs[0].runs[0]

    assert run.text == "宁州交通运输厅执法监督局文件"
    assert run.font.color.rgb == RGBColor(0xFF, 0, 0)
    assert run.font.size is not None
    assert run.font.size.pt * text_width(run.text) <= 442


def _open(item: str) -> Report:
    source = made.minutes_input()
    kept = tuple(one for one in source.adjudication.decisions if one.item != item)
    return minutes(replace(source, adjudication=replace(source.adjudication, decisions=kept)))


@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("an item not adjudicated", lambda: _open("C6")),
        ("no third review", lambda: minutes(replace(made.minutes_input(), result=None))),
        ("an objection not decided", lambda: objection_decision(_objection(after=None))),
        (
            "a case that is open",
            lambda: feedback_letter(
                replace(
                    made.feedback_input(),
                    cases=(replace(made.case_results()[0], complete=False),),
                )
            ),
        ),
        ("results that are open", lambda: summary(replace(made.summary_input(), pending=2))),
        (
            "a bulletin on open results",
            lambda: bulletin(
                replace(made.bulletin_input(), summary=replace(made.summary_input(), pending=2))
            ),
        ),
        (
            "a notice without a term",
            lambda: rectification_notice(replace(made.rectification_notice_input(), due=None)),
        ),
        ("a sheet not decided", lambda: closing(replace(made.closing_input(), passed=None))),
        (
            "a figure that is missing",
            lambda: annual_report(made.annual_input(training=(Figure("培训", None, "期"),))),
        ),
    ],
)
def test_what_is_pending_makes_a_draft(name: str, report: Callable[[], Report]) -> None:
    assert report().draft, name


def _objection(**changes: object) -> ObjectionInput:
    return replace(made.objection_input(), **changes)  # type: ignore[arg-type]


def test_what_is_complete_is_no_draft() -> None:
    assert [name for name, make in DOCUMENTS.items() if make().draft] == []


def test_a_refused_objection_is_answered_with_its_reason() -> None:
    source = made.objection_input()
    refused = replace(source.objection, state=ObjectionState.REFUSED, reason="超过申辩期限")
    report = objection_decision(_objection(objection=refused, after=None))

    assert not report.draft
    assert "不予受理" in words(report)
    assert "理由：超过申辩期限。" in words(report)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_that_cites_law_says_how_far_the_law_reaches(name: str) -> None:
    report = DOCUMENTS[name]()

    assert report.footer == LAW_NOTE or name in {"抽取记录", "卷内目录"}


def test_the_bulletin_praises_nothing_by_itself() -> None:
    text = words(bulletin(replace(made.bulletin_input(), practices=())))

    assert "主要做法和亮点" not in text
    assert "四、整改要求和下一步安排" in text
    for praise in ("显著", "良好成效", "高度重视", "扎实", "有力", "圆满"):
        assert praise not in text


def test_the_bulletin_names_no_officers() -> None:
    attached = words(bulletin(made.bulletin_input())).split("评查结果汇总表")[-1]

    assert "承办人" not in attached
    assert not any(f"\n{name}\n" in attached for name in PEOPLE)


def test_the_bulletin_names_a_last_day_only_where_notices_set_it() -> None:
    source = made.bulletin_input()

    assert "自收到之日起 30 日内完成整改" in words(bulletin(replace(source, rectify_by=None)))
    assert "于 2026 年 7 月 3 日前完成整改" in words(
        bulletin(replace(source, rectify_by=date(2026, 7, 3)))
    )


def test_ranks_that_cannot_be_told_apart_are_explained() -> None:
    assert RANK_NOTE in words(summary(made.summary_input()))


def test_last_years_points_are_not_compared_across_standards_without_a_word() -> None:
    source = made.bulletin_input()
    assert source.last_year is not None
    same = replace(source, last_year=replace(source.last_year, standard_same=True))

    assert "评查标准版本不同，分数不宜直接比较" in words(bulletin(source))
    assert "不宜直接比较" not in words(bulletin(same))


def test_overdue_rectifications_are_counted() -> None:
    report = rectification_ledger(made.rectification_ledger_input())

    assert "已逾期 6 项" in words(report)


def test_the_self_check_tells_each_lost_point() -> None:
    source = made.self_check_input()
    text = words(self_check(source))
    failed = [one.item for one in source.source.score.items if one.deducted]

    assert failed
    assert all(source.source.standard.item(item).short in text for item in failed)


def test_an_empty_list_says_so() -> None:
    text = words(problem_list(replace(made.problems_input(), problems=())))

    assert "未发现需要整改的问题" in text


def test_the_index_follows_the_stages_and_counts_pages_as_far_as_they_are_known() -> None:
    table = next(
        one for one in file_index(made.file_index_input()).blocks if isinstance(one, Table)
    )
    shown = [(row[2].text, row[5].text) for row in table.rows[1:]]

    assert shown == [
        ("评查通知", "1—14"),
        ("案卷抽取记录", "15—19"),
        ("评查组名单及回避、保密材料", "20—23"),
        ("案卷评查表（60 卷）", "24"),
        ("合议记录", ""),
    ]


@pytest.mark.parametrize(("alone", "named"), [(True, "见附件。"), (False, "见附件 1。")])
def test_an_only_attachment_has_no_number(alone: bool, named: str) -> None:
    source = made.bulletin_input()
    if alone:
        source = replace(source, excellent=(), problems=())

    assert named in words(bulletin(source))
