"""Every form of delivery opens, is the same on every run, and carries the pages it names."""

import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from reviewer.fonts import FontRole
from reviewer.proof import Form, MadeCase, Plan, make_case
from reviewer.proof.demo import RECIPES
from reviewer.proof.documents.parts import Block, Look, MadeDocument, Paragraph, Signature
from reviewer.proof.faults import fault
from reviewer.proof.renderings.ageing import photo_of, write_scan
from reviewer.proof.renderings.layout import lay_out
from reviewer.proof.renderings.lines import break_lines

T18 = fault("T18")


def small() -> MadeDocument:
    blocks = (
        Paragraph("送达回证", Look.TITLE),
        Paragraph("受送达人：某某" * 30),
        Signature("沙湖市交通运输局", "2024年4月10日"),
    )
    return MadeDocument("DT37", "送达回证", "", date(2024, 4, 10), blocks)


def content(path: Path) -> str:
    files = [path] if path.is_file() else sorted(path.iterdir())
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


@pytest.mark.parametrize("form", [Form.WORD, Form.ARCHIVE])
def test_the_same_plan_gives_the_same_bytes(form: Form, tmp_path: Path) -> None:
    one, two = (make_case(tmp_path / name, "案卷", Plan(9, "refit"), form, [T18]) for name in "ab")

    assert content(one.path) == content(two.path)
    assert one.planted == two.planted


def test_word_files_open_and_name_a_chinese_font(tmp_path: Path) -> None:
    case = make_case(tmp_path, "案卷", Plan(9, "refit"), Form.WORD)
    files = sorted(case.path.iterdir())

    assert {f.name for f in files} == {file for p in case.documents.values() for file, _ in p}
    for file in files:
        word = Document(str(file))
        xml = word.element.xml
        assert 'w:eastAsia="黑体"' in xml or 'w:eastAsia="宋体"' in xml
        assert "\ue000" not in xml


def test_an_archive_has_gbk_names_without_the_utf8_flag(tmp_path: Path) -> None:
    case = make_case(tmp_path, "案卷", Plan(9, "overload"), Form.ARCHIVE, [T18])

    with zipfile.ZipFile(case.path, metadata_encoding="cp936") as archive:
        assert archive.testzip() is None
        assert not any(entry.flag_bits & 0x800 for entry in archive.infolist())
        names = set(archive.namelist())
        assert all(archive.read(name).startswith(b"%PDF") for name in names)
    assert names == {file for pages in case.documents.values() for file, _ in pages}


def test_a_scan_is_the_same_on_every_run_and_has_its_pages(tmp_path: Path) -> None:
    laid = [lay_out(small())]
    for name in ("a.pdf", "b.pdf"):
        write_scan(laid, tmp_path / name, "送达回证", 5)
    first = (tmp_path / "a.pdf").read_bytes()

    assert first == (tmp_path / "b.pdf").read_bytes()
    assert first.count(b"/DCTDecode") == len(laid[0].sheets) == 1


def test_a_photo_can_lie_on_its_side() -> None:
    laid = lay_out(small())
    with (
        Image.open(io.BytesIO(photo_of(laid, 0, 5, 0))) as upright,
        Image.open(io.BytesIO(photo_of(laid, 0, 5, 90))) as turned,
    ):
        assert upright.size == turned.size[::-1]
        assert upright.height > upright.width


@pytest.mark.parametrize("number", [2, 6])
def test_planted_pages_of_the_demo_are_pages_of_the_file(number: int, tmp_path: Path) -> None:
    recipe = RECIPES[number - 1]
    faults = [fault(name) for name in recipe.faults]
    case = make_case(tmp_path, recipe.name, recipe.plan, recipe.form, faults)

    assert_pages(case)


def assert_pages(case: MadeCase) -> None:
    pages = {page for pages in case.documents.values() for page in pages}
    for one in case.planted:
        assert set(one.pages) <= pages
        assert bool(one.pages) is not one.rule.startswith("M-")


def test_the_demo_plants_all_twelve_rules_and_leaves_two_cases_clean() -> None:
    recipes = RECIPES
    planted = {fault(name).rule for one in recipes for name in one.faults}

    assert planted == {
        *("M-DT05", "M-DT07", "M-DT23", "M-DT26", "M-DT37", "M-DT52"),
        *("T03", "T08", "T18", "T42", "K01", "K12"),
    }
    assert sum(not one.faults for one in recipes) == 2
    assert {one.form for one in recipes} == set(Form)


def test_lines_keep_figures_whole_and_marks_off_their_beginning() -> None:
    lines = break_lines("共计罚款¥12,345元，限于" * 12, FontRole.SONG, 12, 100)
    texts = ["".join(run.text for run in line) for line in lines]

    assert "".join(texts) == "共计罚款¥12,345元，限于" * 12
    assert not any(text.startswith("，") for text in texts)
    assert sum("¥12,345" in text for text in texts) == 12


def test_a_seal_never_stands_on_a_page_without_text() -> None:
    for count in range(20, 40):
        blocks: list[Block] = [Paragraph("经调查核实。")] * count
        blocks.append(Signature("沙湖市交通运输局", "2024年4月10日"))
        laid = lay_out(MadeDocument("DT35", "决定书", "", date(2024, 4, 10), tuple(blocks)))

        assert "经调查核实" in laid.sheets[-1].text
        assert "2024年4月10日" in laid.sheets[-1].text
