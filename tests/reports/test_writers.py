"""Each writer once for structure, and for the traps of its format."""

import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from reviewer.model import VetoChoice, VetoMark
from reviewer.reports import excel, pdf, word
from reviewer.reports.blocks import Cell, Layout, Report, Style, Table, Text, head_row
from reviewer.reports.inputs import LetterInput
from reviewer.reports.letter import opinion
from reviewer.reports.names import free_path, safe_name
from reviewer.reports.sheet import review_sheet
from tests.reports.builders import make_input, make_marks, make_place, make_score

LETTER = LetterInput("沙湖市交通运输局", "宁州交通运输厅执法监督局", date(2025, 6, 3))


def _long(draft: bool = False) -> Report:
    rows = (head_row("序号", "内容"), *((Cell(str(n)), Cell("内容")) for n in range(120)))
    blocks = (Text("表", Style.TITLE), Table((1, 4), rows))
    return Report("表", Layout.FORM, blocks, "页脚", draft)


def _pdf_pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_word_names_its_east_asian_font_in_every_run(tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    word.write(review_sheet(make_input()), path)

    runs = Document(str(path)).element.body.iter(qn("w:r"))
    fonts = {run.find(f"./{qn('w:rPr')}/{qn('w:rFonts')}") for run in runs if run.text}

    assert all(font is not None and font.get(qn("w:eastAsia")) for font in fonts)


def test_word_repeats_the_head_of_tables(tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    word.write(_long(), path)

    heads = Document(str(path)).tables[0]._tbl.iter(qn("w:tblHeader"))

    assert len(list(heads)) == 1


def test_word_holds_the_pictures_of_the_evidence(tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    word.write(review_sheet(make_input()), path)

    with zipfile.ZipFile(path) as archive:
        assert any(name.startswith("word/media/") for name in archive.namelist())


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_is_marked_on_every_page_of_the_pdf(tmp_path: Path, draft: bool) -> None:
    path = tmp_path / "表.pdf"
    pdf.write(_long(draft), path)

    pages = _pdf_pages(path)

    assert len(pages) > 2
    assert all(("草　稿" in page or "草 稿" in page) is draft for page in pages)


def test_a_draft_is_marked_in_the_head_of_the_word_file(tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    word.write(_long(draft=True), path)

    assert "草　稿" in Document(str(path)).sections[0].header.paragraphs[0].text


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_bears_a_mark_over_every_page_of_the_word_file(tmp_path: Path, draft: bool) -> None:
    path = tmp_path / "表.docx"
    word.write(_long(draft), path)
    section = Document(str(path)).sections[0]
    marks = list(section.header._element.iter("{urn:schemas-microsoft-com:vml}textpath"))

    assert [mark.get("string") for mark in marks if mark.get("string")] == (
        ["草　稿"] if draft else []
    )
    assert not section.different_first_page_header_footer


def test_the_pdf_repeats_heads_and_numbers_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "表.pdf"
    pdf.write(_long(), path)

    pages = _pdf_pages(path)

    assert all("序号" in page for page in pages)
    assert f"第 2 页，共 {len(pages)} 页" in pages[1]


def test_the_pdf_embeds_its_fonts(tmp_path: Path) -> None:
    path = tmp_path / "表.pdf"
    pdf.write(review_sheet(make_input()), path)

    assert b"/FontFile2" in path.read_bytes()


def test_markup_in_a_reason_is_text(tmp_path: Path) -> None:
    rows = (head_row("a"), (Cell("车货总重<49t>&超限"),))
    report = Report("x", Layout.FORM, (Text("a<b>c"), Table((1,), rows)), "")
    path = tmp_path / "x.pdf"

    pdf.write(report, path)

    assert "车货总重<49t>&超限" in _pdf_pages(path)[0]


def test_a_cell_longer_than_a_page_is_broken_not_refused(tmp_path: Path) -> None:
    rows = (head_row("原因", "页"), (Cell("扣分原因很长。" * 900), Cell("1")))
    report = Report("x", Layout.FORM, (Table((1, 9), rows),), "")

    pdf.write(report, tmp_path / "x.pdf")

    assert len(_pdf_pages(tmp_path / "x.pdf")) >= 2


def test_the_letter_names_case_problem_basis_and_page(tmp_path: Path) -> None:
    path = tmp_path / "意见书.docx"
    word.write(opinion(LETTER, [make_input()]), path)

    text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)

    assert "沙湖市交通运输局：" in text
    assert "卷内第 46、49 页；依据：行政处罚法第六十一条、第八十五条" in text
    assert "平均得分 90.0 分，其中优秀 1 卷" in text
    assert "2025 年 6 月 3 日" in text


def test_a_problem_that_costs_points_twice_is_told_once() -> None:
    marks = make_marks()
    fault = marks.of("G1").occurrences[0]
    hit = VetoMark("V13", VetoChoice.HIT, fault.reason, (make_place(3, folio="7"),))
    score = make_score(vetoes=("V13",), total=Decimal(0), grade="不合格")

    report = opinion(LETTER, [make_input(replace(marks, vetoes={"V13": hit}), score)])

    texts = [block.text for block in report.blocks if isinstance(block, Text)]
    told = [text for text in texts if fault.reason in text]
    assert len(told) == 1
    assert "卷内第 7、46、49 页；依据：行政处罚法第三十六条、第六十一条、第八十五条" in told[0]


def test_a_letter_on_a_draft_is_a_draft() -> None:
    source = make_input(score=make_score(pending=("C9",)))

    assert opinion(LETTER, [make_input(), source]).draft


def test_the_summary_holds_numbers_not_text(tmp_path: Path) -> None:
    path = tmp_path / "汇总.xlsx"
    excel.write_summary([make_input(), make_input(title="宁交罚〔2024〕0133号")], path)

    book = openpyxl.load_workbook(path)
    cases, units = book["评查结果汇总表"], book["按单位"]

    assert [cell.value for cell in cases[3]][:3] == [1, "沙湖市交通运输局", "宁交罚〔2024〕0132号"]
    assert cases["H3"].value == 90
    assert [cell.value for cell in units[3]][:4] == ["沙湖市交通运输局", 2, 90, 2]


def test_the_problem_list_names_item_points_basis_and_page(tmp_path: Path) -> None:
    path = tmp_path / "问题.xlsx"
    excel.write_problems([make_input()], path)

    row = [cell.value for cell in openpyxl.load_workbook(path)["问题清单"][3]]

    assert row[3:5] == ["送达执行", "G1"]
    assert row[6] == 1
    assert row[8] == "46、49"


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "汇总.xlsx"
    excel.write_summary([make_input(title="=1+1")], path)

    cell = openpyxl.load_workbook(path)["评查结果汇总表"]["C3"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("宁交罚〔2024〕0132号", "宁交罚〔2024〕0132号"),
        ("a/b:c*?", "a_b_c__"),
        ("CON", "_CON"),
        ("  末尾. ", "末尾"),
        ("", "_"),
        ("长" * 300, "长" * 100),
    ],
    ids=["case number", "forbidden signs", "reserved", "dot at the end", "empty", "long"],
)
def test_file_names_are_safe_on_windows(title: str, name: str) -> None:
    assert safe_name(title) == name


def test_a_second_report_of_the_same_name_gets_a_number(tmp_path: Path) -> None:
    taken = {"案卷评查表_甲.docx"}

    assert free_path(tmp_path, "案卷评查表", "甲", ".docx", taken).name == "案卷评查表_甲（2）.docx"


def test_the_word_letter_says_at_its_foot_how_old_the_laws_are(tmp_path: Path) -> None:
    path = tmp_path / "意见书.docx"
    word.write(opinion(LETTER, [make_input()]), path)

    [section] = Document(str(path)).sections
    assert any("法规库截至" in one.text for one in section.footer.paragraphs)
