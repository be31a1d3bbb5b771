"""Word files and pictures that stop or end what reads them: the program goes on and says so."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.errors import UnreadableFile, UserError
from reviewer.intake import apart, probing, read_docx_apart, read_text, reading_copy
from reviewer.intake.docx_page import read_docx
from reviewer.model import FileKind, ImportResult, TextSource
from tests.intake.builders import deliver, docx, picture, source


def end(*_arguments: object) -> Iterator[object]:
    """End the process that reads."""
    os._exit(1)
    yield


def refuse(*_arguments: object) -> Iterator[object]:
    """Say what no file is to blame for."""
    raise UserError("本机没有可用的中文字体。", "请安装字体。")
    yield


def test_a_word_file_is_read_as_it_is_in_the_program(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx("行政处罚决定书", "当事人：李某"))
    file = source(tmp_path / "a.docx", FileKind.DOCX)

    read = read_docx_apart(file)

    assert read.page == read_docx(tmp_path / "a.docx", file.sha256)
    assert list(read_text(file)) == [read.page]
    assert read.copy == reading_copy(file).to_bytes()
    assert read.sheets == 1


def test_a_file_that_ends_its_reader_is_a_row_and_the_rest_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "卷"
    case.mkdir()
    (case / "1.docx").write_bytes(docx("正文"))
    (case / "2.jpg").write_bytes(picture())
    monkeypatch.setattr(probing, "look", end)

    rows = deliver(case, tmp_path / "work").rows

    assert {(row.result, row.message) for row in rows} == {
        (ImportResult.FAILED, "读取这个文件时中断或用时过长，未读取。")
    }
    assert all(row.remedy for row in rows)


@pytest.mark.parametrize("work", ["_docx", "_docx_text", "_sizes"])
def test_a_file_that_ends_its_reader_after_it_was_looked_at_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    (tmp_path / "a").write_bytes(picture() if work == "_sizes" else docx("正文"))
    kind = FileKind.IMAGE if work == "_sizes" else FileKind.DOCX
    file = source(tmp_path / "a", kind)
    monkeypatch.setattr(apart, work, end)

    with pytest.raises(UnreadableFile, match="中断或用时过长"):
        read_docx_apart(file) if work == "_docx" else list(read_text(file))


def test_what_the_reader_says_to_the_user_comes_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.docx").write_bytes(docx("正文"))
    monkeypatch.setattr(apart, "_docx", refuse)

    with pytest.raises(UserError, match="中文字体") as caught:
        read_docx_apart(source(tmp_path / "a.docx", FileKind.DOCX))

    assert caught.value.remedy == "请安装字体。"


def test_a_picture_waits_for_recognition_with_its_size(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(picture(size=(300, 200)))

    [page] = read_text(source(tmp_path / "a.jpg", FileKind.IMAGE))

    assert (page.width, page.height, page.source) == (300, 200, TextSource.NONE)
