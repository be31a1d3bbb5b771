"""What a DOCX says, block by block, and how its reading copy shows it."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from PIL import Image

from reviewer.intake import ReadingCopy, read_text, reading_copy, render_sheet, sheet_chars
from reviewer.intake.docx_body import read_body
from reviewer.intake.docx_numbering import han_number
from reviewer.intake.docx_tree import block_text
from reviewer.model import FileKind, Line, SourceFile, TextSource
from tests.intake.builders import source

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(tmp_path: Path, document: DocumentType) -> SourceFile:
    document.save(str(tmp_path / "x.docx"))
    return source(tmp_path / "x.docx", FileKind.DOCX)


def lines(file: SourceFile) -> list[Line]:
    [page] = read_text(file)
    assert page.source is TextSource.DOCX
    return list(page.lines)


def brief(file: SourceFile) -> list[tuple[int | None, int, tuple[int, int] | None, str]]:
    return [(line.block, line.start, line.cell, line.text) for line in lines(file)]


def test_paragraphs_and_cells_come_in_order_with_their_offsets(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("立案审批表")
    document.add_paragraph("")
    table = document.add_table(rows=2, cols=2)
    for index, text in enumerate(("案由", "超限", "当事人", "张三")):
        table.cell(index // 2, index % 2).text = text
    document.add_paragraph("尾")

    assert brief(saved(tmp_path, document)) == [
        (0, 0, None, "立案审批表"),
        (2, 0, (0, 0), "案由"),
        (2, 3, (0, 1), "超限"),
        (2, 6, (1, 0), "当事人"),
        (2, 10, (1, 1), "张三"),
        (3, 0, None, "尾"),
    ]


def test_a_merged_cell_and_a_nested_table_appear_once(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "竖"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "横"
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "乙"

    assert brief(saved(tmp_path, document)) == [
        (0, 0, (0, 0), "竖"),
        (0, 2, (0, 1), "横"),
        (0, 4, (1, 1), "甲\t乙"),
    ]


def test_headers_come_first_and_footers_last(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "某市交通局"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    document.add_paragraph("正文")

    assert brief(saved(tmp_path, document)) == [
        (None, 0, None, "某市交通局"),
        (0, 0, None, "正文"),
        (None, 0, None, "页脚"),
    ]


def test_a_text_box_follows_its_paragraph_in_the_same_block(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("见框")
    inside = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{inside}</w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )

    assert brief(saved(tmp_path, document)) == [(0, 0, None, "见框"), (0, 3, None, "框内")]


def test_changes_fields_and_hidden_text_read_as_they_are_shown(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("罚款")
    for xml in (
        f"<w:del {W}><w:r><w:delText>一千元</w:delText></w:r></w:del>",
        f"<w:ins {W}><w:r><w:t>两千元</w:t></w:r></w:ins>",
        f"<w:r {W}><w:instrText>PAGE</w:instrText></w:r>",
        f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>",
        f'<w:r {W}><w:t>整</w:t><w:br/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
    ):
        paragraph._p.append(parse_xml(xml))

    assert [line.text for line in lines(saved(tmp_path, document))] == ["罚款两千元整\n☑"]


def test_numbered_paragraphs_carry_their_label(tmp_path: Path) -> None:
    document = Document()
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in ((0, "事实"), (1, "时间"), (1, "地点"), (0, "依据"), (1, "法条")):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )

    assert [line.text for line in lines(saved(tmp_path, document))] == [
        "一、事实",
        "1.时间",
        "2.地点",
        "二、依据",
        "1.法条",
    ]


NUMBERS = {
    1: "一",
    10: "十",
    12: "十二",
    20: "二十",
    101: "一百零一",
    110: "一百一十",
    2005: "二千零五",
}


@pytest.mark.parametrize(("value", "text"), NUMBERS.items())
def test_numbers_in_chinese(value: int, text: str) -> None:
    assert han_number(value) == text


def long_document() -> DocumentType:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.add_paragraph("行政处罚决定书").alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "合并格"
    table.cell(2, 1).text = "\n".join(f"第{number}行" for number in range(90))
    table.cell(0, 1).add_table(1, 2).cell(0, 1).text = "内表"
    stream = io.BytesIO()
    Image.new("RGB", (400, 300), "red").save(stream, "PNG")
    stream.seek(0)
    document.add_picture(stream)
    for number in range(60):
        document.add_paragraph(
            f"第{number}段：当事人于2024年3月1日驾驶重型半挂牵引车，经过检测站。" * 2
        )
    return document


def test_every_character_of_every_block_is_drawn_once_and_known(tmp_path: Path) -> None:
    file = saved(tmp_path, long_document())

    copy = reading_copy(file)

    texts = [block_text(block) for block in read_body(Path(file.location)).blocks]
    drawn = {(one.block, index) for one in copy.layout for index in range(one.start, one.end)}
    assert len(drawn) == sum(one.end - one.start for one in copy.layout)
    assert drawn == {
        (block, index)
        for block, text in enumerate(texts)
        for index, char in enumerate(text)
        if char not in "\n\t"
    }
    assert all(0 <= one.box.x0 < one.box.x1 <= 1 for one in copy.layout)
    assert all(0 <= one.box.y0 < one.box.y1 <= 1 for one in copy.layout)


def test_characters_of_a_sheet_are_those_of_its_layout(tmp_path: Path) -> None:
    file = saved(tmp_path, long_document())
    copy = reading_copy(file)
    texts = [block_text(block) for block in read_body(Path(file.location)).blocks]

    for sheet in range(1, copy.sheets + 1):
        chars = sheet_chars(copy, sheet)
        for line, one in enumerate(one for one in copy.layout if one.sheet == sheet):
            here = "".join(char.char for char in chars if char.line == line)
            assert here == texts[one.block][one.start : one.end]


def test_a_copy_survives_being_kept(tmp_path: Path) -> None:
    copy = reading_copy(saved(tmp_path, long_document()))

    kept = ReadingCopy.from_bytes(copy.to_bytes())

    assert kept.sheets == copy.sheets > 2
    assert [(one.block, one.start, one.end) for one in kept.layout] == [
        (one.block, one.start, one.end) for one in copy.layout
    ]
    assert render_sheet(kept, 1, 300).height == 424
    with pytest.raises(ValueError, match="not a reading copy"):
        ReadingCopy.from_bytes(b"something else")


def test_a_sheet_shows_text_pictures_and_its_head(tmp_path: Path) -> None:
    copy = reading_copy(saved(tmp_path, long_document()))

    sheets = [render_sheet(copy, number, 400) for number in range(1, copy.sheets + 1)]

    for drawn in sheets:
        image = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb)
        assert image.crop((0, 0, 400, 32)).getextrema() != ((255, 255),) * 3
    assert any(b"\xfe\x00\x00" in drawn.rgb or b"\xff\x00\x00" in drawn.rgb for drawn in sheets)


def test_a_hostile_docx_reads_no_file_of_this_computer(tmp_path: Path) -> None:
    import zipfile

    (tmp_path / "secret").write_text("secret")
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
            f"<w:document {W}><w:body><w:p><w:r><w:t>前&x;后</w:t></w:r></w:p></w:body>"
            "</w:document>",
        )

    text = " ".join(line.text for line in lines(source(tmp_path / "x.docx", FileKind.DOCX)))

    assert "secret" not in text


def test_an_unknown_wrapper_does_not_lose_paragraphs(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("在控件里")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    paragraph._p.addprevious(control)
    control.append(content)
    content.append(paragraph._p)

    assert brief(saved(tmp_path, document)) == [(0, 0, None, "在控件里")]
