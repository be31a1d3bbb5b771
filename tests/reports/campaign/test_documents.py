"""Every document of a campaign is written as Word and PDF, and says what it has to."""

from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from reviewer.reports import pdf, word
from reviewer.reports.blocks import (
    Pictures,
    Report,
    Style,
    Table,
    Text,
    balanced,
    signed,
    text_width,
)
from reviewer.reports.campaign.draw_record import draw_record
from tests.reports.campaign.made_campaign import draw, draw_input
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
