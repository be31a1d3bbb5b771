"""Reports are written for many reviews at once, with evidence and without a second source."""

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from docx import Document
from openpyxl import load_workbook

from reviewer.errors import Cancelled, UserError
from reviewer.model import Correction, CorrectionKind
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from reviewer.workspace.reports import KINDS
from tests.workspace.files import DECISION, make_docx, make_pdf
from tests.workspace.work import StopAfter, import_case


def make_review(workspace: Workspace, path: Path) -> UUID:
    """Import a file, and deduct for a date that a person corrected."""
    case_id = import_case(workspace, path)
    review = workspace.reviews.open(case_id, "general").id
    found = workspace.cases.view(case_id).reading.of_key("decision_date")[0]
    typed = Correction(
        uuid4(),
        CorrectionKind.FACT,
        key="decision_date",
        value=date(2024, 4, 12),
        replaces=found.value,
    )
    workspace.reviews.correct(review, typed)
    workspace.reviews.add_occurrence(review, "G1", "G1.1", 1, "要素不全", [found.place])
    return review


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_everything_is_written_at_once(workspace: Workspace, tmp_path: Path) -> None:
    reviews = [
        make_review(workspace, make_pdf(tmp_path / "a.pdf")),
        make_review(workspace, make_docx(tmp_path / "b.docx", *DECISION)),
    ]
    written = workspace.reports.write(reviews, set(KINDS), tmp_path / "文书", Silent())

    assert [path.suffix for path in written] == [
        ".docx", ".docx", ".pdf", ".pdf", ".docx", ".pdf", ".xlsx", ".xlsx",
    ]  # fmt: skip
    assert len({path.name for path in written}) == 8
    assert all(path.stat().st_size > 1000 for path in written)
    assert load_workbook(written[6]).worksheets[0].title == "评查结果汇总表"


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_sheet_shows_evidence_and_the_corrected_fact(
    workspace: Workspace, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"决定书.{kind}"
    review = make_review(workspace, make_pdf(path) if kind == "pdf" else make_docx(path))
    [written] = workspace.reports.write([review], {"sheet_docx"}, tmp_path, Silent())
    text = text_of(written)

    assert "要素不全" in text
    assert "2024-04-10" in text
    assert "2024-04-12" in text
    assert len(Document(str(written)).inline_shapes) == 1


def test_a_stop_leaves_what_was_finished(workspace: Workspace, tmp_path: Path) -> None:
    review = make_review(workspace, make_pdf(tmp_path / "a.pdf"))
    with pytest.raises(Cancelled):
        workspace.reports.write([review], {"sheet_docx", "sheet_pdf"}, tmp_path / "o", StopAfter(2))

    assert [path.suffix for path in (tmp_path / "o").iterdir()] == [".docx"]


def test_a_folder_that_cannot_be_written_is_a_sentence(
    workspace: Workspace, tmp_path: Path
) -> None:
    review = make_review(workspace, make_pdf(tmp_path / "a.pdf"))
    (tmp_path / "file").write_text("")

    with pytest.raises(UserError, match="文书没有写入"):
        workspace.reports.write([review], {"summary_xlsx"}, tmp_path / "file", Silent())
    with pytest.raises(KeyError):
        workspace.reports.write([review], {"fax"}, tmp_path, Silent())
