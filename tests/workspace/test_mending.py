"""A file that could not be read gets another, or its password, in the import it belongs to."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from reviewer.intake import hash_file
from reviewer.model import ImportResult
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from reviewer.workspace.views import CaseView, ImportPlan, Mend
from tests.workspace.files import DECISION, FILING, make_docx, make_pdf, make_zip


def make_locked(path: Path, lines: Sequence[str] = ("LOCKED PAGE",)) -> Path:
    """Write a PDF that the password `0951` opens."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), encrypt="0951", invariant=1)
    for line in lines:
        canvas.drawString(72, 700, line)
        canvas.showPage()
    canvas.save()
    return path


def make_cases(folder: Path) -> Path:
    """Make two cases, one with an encrypted file and an old document."""
    make_pdf(folder / "甲案" / "决定书.pdf", DECISION)
    make_locked(folder / "甲案" / "检测报告.pdf")
    (folder / "甲案" / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    make_pdf(folder / "乙案" / "立案.pdf", FILING)
    return folder


def planned(workspace: Workspace, *paths: Path) -> ImportPlan:
    return workspace.imports.plan(paths, Silent())


def paths_of(view: CaseView) -> list[str]:
    return [file.path for file in view.case.files]


def test_a_password_opens_the_file_in_the_plan_and_changes_made_stay(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = make_cases(tmp_path / "送检")
    plan = workspace.imports.retitle(planned(workspace, folder), 1, "第一卷")
    assert [row.locked for row in plan.rejected] == [False, True]
    plan = workspace.imports.mend(plan, Mend("甲案/检测报告.pdf", (folder,), "0951"), Silent())
    report = workspace.imports.run(plan, Silent())
    view = workspace.cases.view(report.cases[1])

    assert plan.titles == ("乙案", "第一卷")
    assert paths_of(view) == ["甲案/决定书.pdf", "甲案/检测报告.pdf"]
    assert [row.path for row in plan.rejected] == ["甲案/旧.doc"]
    assert not (workspace.data.folder / "unpacked").exists() or not any(
        (workspace.data.folder / "unpacked").iterdir()
    )


def test_an_opened_file_is_read_drawn_and_moved_and_its_original_stays_encrypted(
    workspace: Workspace, tmp_path: Path
) -> None:
    locked = make_locked(tmp_path / "检测报告.pdf", ("LOCKED PAGE", "SECOND PAGE"))
    plan = planned(workspace, locked)
    plan = workspace.imports.mend(plan, Mend("检测报告.pdf", (locked,), "0951"), Silent())
    report = workspace.imports.run(plan, Silent())
    view = workspace.cases.view(report.cases[0])
    [place] = workspace.pages.find(view.case.id, "SECOND")
    drawn = workspace.pages.image(view.case.id, view.pages[1].ref, 1, 200)
    workspace.data.move(tmp_path / "new", Silent())
    again = workspace.pages.image(view.case.id, view.pages[0].ref, 1, 210)
    sha256 = hash_file(locked)
    kept = tmp_path / "new" / "vault" / sha256[:2] / f"{sha256}.pdf"

    assert place.page == 2
    assert min(drawn.rgb) < 128
    assert min(again.rgb) < 128
    assert kept.read_bytes() == locked.read_bytes()
    assert "已用密码打开" in report.rows[0].message
    data = b"".join(p.read_bytes() for p in (tmp_path / "new").glob("*.db*"))
    assert b"0951" not in data


def test_a_wrong_password_leaves_the_file_to_be_tried_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = make_cases(tmp_path / "送检")
    plan = planned(workspace, folder)
    mended = workspace.imports.mend(plan, Mend("甲案/检测报告.pdf", (folder,), "x"), Silent())

    assert mended.files == plan.files
    assert [(row.message, row.locked) for row in mended.rejected[1:]] == [
        ("密码不对，PDF 没有打开。", True)
    ]


def test_a_password_typed_after_the_import_brings_the_file_into_its_case(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = make_cases(tmp_path / "送检")
    report = workspace.imports.run(planned(workspace, folder), Silent())
    case_id = report.homes["甲案/检测报告.pdf"]
    assert len(workspace.cases.view(case_id).reading.unreadable) == 2
    wrong = workspace.imports.mend_stored(
        report, Mend("甲案/检测报告.pdf", (folder,), "x"), Silent()
    )
    right = workspace.imports.mend_stored(
        wrong, Mend("甲案/检测报告.pdf", (folder,), "0951"), Silent()
    )
    view = workspace.cases.view(case_id)

    assert [row.message for row in wrong.rows if row.locked] == ["密码不对，PDF 没有打开。"]
    assert paths_of(view) == ["甲案/决定书.pdf", "甲案/检测报告.pdf"]
    assert [one.path for one in view.reading.unreadable] == ["甲案/旧.doc"]
    assert [row.path for row in right.rows if row.result is ImportResult.FAILED] == ["甲案/旧.doc"]
    assert right.cases == report.cases
    assert len(right.rows) == len(report.rows)


def test_another_file_chosen_after_the_import_joins_the_case_of_the_one_it_stands_for(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = make_cases(tmp_path / "送检")
    report = workspace.imports.run(planned(workspace, folder), Silent())
    other = make_docx(tmp_path / "转存" / "处罚告知（转存）.docx", "行政处罚事先告知书")
    mended = workspace.imports.mend_stored(report, Mend("甲案/旧.doc", (other,)), Silent())
    view = workspace.cases.view(report.homes["甲案/旧.doc"])

    assert paths_of(view) == ["甲案/决定书.pdf", "处罚告知（转存）.docx"]
    assert [one.path for one in view.reading.unreadable] == ["甲案/检测报告.pdf"]
    assert len(workspace.cases.rows()) == 2
    assert mended.sentence == "已导入 2 卷，存入 3 个文件，1 个未能读取。"


def test_another_file_that_cannot_be_read_either_is_told_of_beside_the_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = make_cases(tmp_path / "送检")
    plan = planned(workspace, folder)
    report = workspace.imports.run(plan, Silent())
    (tmp_path / "空.pdf").write_bytes(b"")
    mend = Mend("甲案/旧.doc", (tmp_path / "空.pdf",))
    stored = workspace.imports.mend_stored(report, mend, Silent())

    failed = [row.path for row in stored.rows if row.result is ImportResult.FAILED]
    assert failed == ["空.pdf", "甲案/旧.doc", "甲案/检测报告.pdf"]
    assert stored.homes["空.pdf"] == report.homes["甲案/旧.doc"]


def test_another_file_joins_the_plan_in_place_of_the_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = make_cases(tmp_path / "送检")
    other = make_docx(tmp_path / "转存.docx", "行政处罚事先告知书")
    plan = planned(workspace, folder)
    plan = workspace.imports.mend(plan, Mend("甲案/旧.doc", (other,)), Silent())

    assert [row.path for row in plan.rejected] == ["甲案/检测报告.pdf"]
    assert [plan.titles[f.case] for f in plan.files if f.source.path == "转存.docx"] == ["甲案"]


def test_a_password_opens_a_file_in_a_zip_after_the_import(
    workspace: Workspace, tmp_path: Path
) -> None:
    locked = make_locked(tmp_path / "a.pdf")
    archive = make_zip(tmp_path / "卷.zip", 报告=locked, 决定书=make_pdf(tmp_path / "b.pdf"))
    report = workspace.imports.run(planned(workspace, archive), Silent())
    mend = Mend("报告.pdf", (archive,), "0951")
    stored = workspace.imports.mend_stored(report, mend, Silent())

    assert stored.count(ImportResult.FAILED) == 0
    assert paths_of(workspace.cases.view(report.cases[0])) == ["决定书.pdf", "报告.pdf"]


@pytest.mark.parametrize("password", ["0951", "x"])
def test_an_import_of_nothing_but_a_locked_file_can_be_mended_after_it(
    workspace: Workspace, tmp_path: Path, password: str
) -> None:
    locked = make_locked(tmp_path / "宁交罚〔2024〕1号.pdf")
    report = workspace.imports.run(planned(workspace, locked), Silent())
    assert report.cases == ()
    mend = Mend(locked.name, (locked,), password)
    stored = workspace.imports.mend_stored(report, mend, Silent())

    opened = password == "0951"
    assert len(stored.cases) == (1 if opened else 0)
    assert [row.locked for row in stored.rows] == [not opened]
