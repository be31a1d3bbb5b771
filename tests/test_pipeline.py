"""The three steps from files to findings, and that a correction starts at the second."""

from pathlib import Path
from uuid import UUID

import docx
import pytest
from PIL import Image

from reviewer import pipeline
from reviewer.errors import BadData
from reviewer.intake import OcrEngine, gather
from reviewer.model import (
    Correction,
    CorrectionKind,
    PageRef,
    Reading,
    RuleInfo,
    SourceFile,
    TextSource,
    Verdict,
)
from reviewer.progress import Silent
from tests.checking.builders import calendar_, general, laws, rules

LINES = ("行政处罚决定书", "宁交执罚〔2024〕12号", "某某市交通运输局", "2024年4月10日")


def word(folder: Path) -> tuple[SourceFile, ...]:
    """Return the files of a folder with one DOCX."""
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(folder / "决定.docx"))
    return gather([folder], folder, Silent()).files


def test_a_docx_needs_no_recognition(tmp_path: Path) -> None:
    with OcrEngine() as engine:
        read = pipeline.read(word(tmp_path), engine=engine)

        assert engine.recognised == 0
    assert [page.source for page in read.pages] == [TextSource.DOCX]
    assert read.unreadable == ()


def test_a_file_that_vanished_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    files = word(tmp_path)
    gone = SourceFile("0" * 64, "没有.docx", files[0].kind, 1, 1, str(tmp_path / "没有.docx"))

    read = pipeline.read((gone, *files))

    assert [failed.path for failed in read.unreadable] == ["没有.docx"]
    assert len(read.pages) == 1


def test_pages_keep_the_order_of_their_files_although_recognition_does_not(
    tmp_path: Path,
) -> None:
    for name in ("1.png", "2.png", "10.png"):
        Image.new("RGB", (60, 80), "white").save(tmp_path / name)
    # Different content, or they would be one file.
    Image.new("RGB", (61, 80), "white").save(tmp_path / "2.png")
    Image.new("RGB", (62, 80), "white").save(tmp_path / "10.png")
    files = gather([tmp_path], tmp_path, Silent()).files

    read = pipeline.read(files, first=lambda: PageRef(files[2].sha256, 1))

    paths = {file.sha256: file.path for file in files}
    assert [paths[page.ref.file] for page in read.pages] == ["1.png", "2.png", "10.png"]


def understood(folder: Path, *corrections: Correction) -> Reading:
    """Return the reading of the DOCX in `folder`."""
    files = word(folder)
    paths = {file.sha256: file.path for file in files}
    return pipeline.understand(pipeline.read(files).pages, paths, corrections)


def test_documents_are_understood_with_their_paths(tmp_path: Path) -> None:
    reading = understood(tmp_path)

    assert [document.type for document in reading.documents] == ["DT35"]
    assert set(reading.paths.values()) == {"决定.docx"}


def test_a_correction_changes_what_is_checked(tmp_path: Path) -> None:
    before = understood(tmp_path)
    other = Correction(UUID(int=1), CorrectionKind.PROCEDURE, text="summary")

    after = understood(tmp_path, other)

    def verdict(reading: Reading) -> Verdict:
        return pipeline.check(reading, rules=[rules()["M-DT05"]]).findings[0].verdict

    assert verdict(before) is Verdict.PROBLEM
    assert verdict(after) is Verdict.NOT_APPLICABLE


def test_checking_takes_what_ships_unless_given_otherwise() -> None:
    shipped = pipeline.check(general().reading())
    given = pipeline.check(general().reading(), None, laws(), calendar_(), tuple(rules().values()))

    assert shipped == given
    assert pipeline.check(general().reading(), rules=()).findings == ()


def test_a_wrong_rule_is_not_passed_over() -> None:
    rule = RuleInfo("T99", "无", (), (), "无。", "none", {})

    with pytest.raises(BadData):
        pipeline.check(general().reading(), rules=[rule])
