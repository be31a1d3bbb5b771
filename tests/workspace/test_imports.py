"""Imports: every file is told of, finished ones stay, originals lie in the vault once."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Never
from uuid import UUID

import pytest
from openpyxl import load_workbook

from reviewer import intake
from reviewer.errors import StoreError, UserError
from reviewer.model import FileKind, ImportResult, ImportRow, SourceFile
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.store import Author, Session, case_files, desktops
from reviewer.workspace import Workspace, storing
from reviewer.workspace.views import Grouping
from tests.workspace.files import DECISION, FILING, make_docx, make_pdf, make_picture, make_zip
from tests.workspace.work import Killed, StopAfter, import_all, import_case


def make_folder(folder: Path) -> Path:
    """Make a case of a decision, a filing form, a photo, a recording and an old document."""
    make_pdf(folder / "决定书.pdf", DECISION)
    make_pdf(folder / "立案.pdf", FILING)
    make_picture(folder / "照片" / "1.jpg")
    (folder / "录音.mp3").write_bytes(b"ID3\x04\x00" + bytes(500))
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return folder


def originals(workspace: Workspace) -> list[Path]:
    return [
        path
        for path in (workspace.data.folder / "vault").rglob("*")
        if path.is_file() and path.parent.name != "incoming"
    ]


def test_every_file_of_a_delivery_has_a_row_and_its_result(
    workspace: Workspace, tmp_path: Path
) -> None:
    report = import_all(workspace, make_folder(tmp_path / "李某案"))

    assert {(row.path, row.result) for row in report.rows} == {
        ("决定书.pdf", ImportResult.STORED),
        ("立案.pdf", ImportResult.STORED),
        ("照片/1.jpg", ImportResult.STORED),
        ("录音.mp3", ImportResult.LISTED),
        ("旧.doc", ImportResult.FAILED),
    }
    assert report.rows[0].path == "旧.doc"
    assert report.sentence == "已导入 1 卷，存入 3 个文件，1 个未能读取。"


def test_each_result_is_told_as_soon_as_the_file_is_settled(
    workspace: Workspace, tmp_path: Path
) -> None:
    told: list[ImportRow] = []
    plan = workspace.imports.plan([make_folder(tmp_path / "李某案")], Silent())
    report = workspace.imports.run(plan, Silent(), told.append)

    assert [row.path for row in told] == [file.source.path for file in plan.files]
    assert set(told) <= set(report.rows)


def test_a_case_is_filled_from_what_its_documents_say(workspace: Workspace, tmp_path: Path) -> None:
    import_all(workspace, make_folder(tmp_path / "李某案"))
    [row] = workspace.cases.rows()

    assert (row.party, row.cause, row.procedure) == ("宁夏恒通运输有限公司", "超限运输", "普通程序")
    assert row.unit == "银川市交通运输综合执法支队"
    assert (row.pages, row.pages_read) == (3, 2)


def test_what_a_person_typed_is_not_overwritten_by_reading(
    workspace: Workspace, tmp_path: Path
) -> None:
    case_id = import_case(workspace, make_pdf(tmp_path / "a.pdf", DECISION))
    workspace.cases.rename(case_id, party="某公司", title="一号卷")
    workspace.cases.view(case_id)
    [row] = workspace.cases.rows()

    assert (row.party, row.title) == ("某公司", "一号卷")
    assert workspace.cases.rename(case_id, party="").party == "宁夏恒通运输有限公司"


def test_originals_lie_read_only_in_the_vault_and_are_not_touched(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = make_pdf(tmp_path / "案卷.pdf")
    before = source.read_bytes()
    import_case(workspace, source)
    [kept] = originals(workspace)

    assert kept.read_bytes() == before == source.read_bytes()
    assert not kept.stat().st_mode & stat.S_IWUSR


def test_recordings_are_listed_and_never_copied(workspace: Workspace, tmp_path: Path) -> None:
    case_id = import_case(workspace, make_folder(tmp_path / "案"))
    case = workspace.cases.view(case_id).case
    [media] = [file for file in case.files if file.kind is FileKind.MEDIA]

    assert (media.path, media.size, len(media.sha256)) == ("录音.mp3", 505, 64)
    assert not any(path.stem == media.sha256 for path in originals(workspace))
    assert case.page_count == 3


def test_the_same_file_in_two_cases_is_kept_once_and_said_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = make_pdf(tmp_path / "案卷.pdf")
    import_case(workspace, source)
    report = import_all(workspace, source)

    assert report.rows[0].result is ImportResult.DUPLICATE
    assert "原件只存一份" in report.rows[0].message
    assert "“案卷”" in report.rows[0].message
    assert len(originals(workspace)) == 1
    assert len(workspace.cases.rows()) == 2


def test_the_same_content_twice_in_a_case_is_one_file(workspace: Workspace, tmp_path: Path) -> None:
    make_pdf(tmp_path / "案" / "a.pdf")
    make_pdf(tmp_path / "案" / "b.pdf")
    report = import_all(workspace, tmp_path / "案")

    assert [row.result for row in report.rows] == [ImportResult.STORED, ImportResult.DUPLICATE]
    assert len(workspace.cases.view(report.cases[0]).case.files) == 1


def test_a_zip_is_unpacked_and_nothing_of_it_stays_behind(
    workspace: Workspace, tmp_path: Path
) -> None:
    one, two = make_pdf(tmp_path / "a.pdf", DECISION), make_pdf(tmp_path / "b.pdf", FILING)
    archive = make_zip(tmp_path / "全部.zip", 甲__1=one, 乙__1=two)
    report = import_all(workspace, archive)

    assert len(report.cases) == 2
    assert not any((workspace.data.folder / "unpacked").iterdir())


def test_a_cancel_keeps_what_was_finished_and_says_so(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(5):
        make_pdf(tmp_path / "案" / f"{number}.pdf", (f"第{number}份",))
    plan = workspace.imports.plan([tmp_path / "案"], Silent())
    # Three reports a file: at its beginning, while it is copied, while its page is read.
    report = workspace.imports.run(plan, StopAfter(7))

    assert report.cancelled
    assert report.sentence == "已存入 2 个文件保留，其余未导入。"
    assert len(report.rows) == 5
    assert len(workspace.cases.view(report.cases[0]).case.files) == 2


def test_a_cancel_before_anything_makes_no_case(workspace: Workspace, tmp_path: Path) -> None:
    plan = workspace.imports.plan([make_pdf(tmp_path / "a.pdf")], Silent())
    report = workspace.imports.run(plan, StopAfter(1))

    assert report.cases == ()
    assert workspace.cases.rows() == ()


def test_a_kill_keeps_finished_files_and_nothing_of_the_one_in_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "FILES", 1)
    for number in range(3):
        make_pdf(tmp_path / "案" / f"{number}.pdf", (f"第{number}份",))
    workspace = Workspace.open(tmp_path / "data", Settings())
    plan = workspace.imports.plan([tmp_path / "案"], Silent())

    class Kill(StopAfter):
        def report(self, done: int, total: int, label: str) -> None:
            self.left -= 1
            if self.left < 0:
                raise Killed

    with pytest.raises(Killed):
        workspace.imports.run(plan, Kill(5))
    workspace.close()
    workspace = Workspace.open(tmp_path / "data", Settings())
    [row] = workspace.cases.rows()
    view = workspace.cases.view(row.id)
    files, missing = view.case.files, view.reading.unreadable
    left = list((tmp_path / "data" / "vault" / "incoming").iterdir())
    unpacked = (tmp_path / "data" / "unpacked").exists()
    workspace.close()

    assert [file.path for file in files] == ["0.pdf"]
    assert [one.path for one in missing] == ["1.pdf", "2.pdf"]
    assert "中断" in missing[0].reason
    assert (left, unpacked) == ([], False)


_KILLED = """
import os, signal, sys
from pathlib import Path
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.store import Store, case_files, vault
from reviewer.workspace import Workspace, storing

storing.FILES = 2
workspace = Workspace.open(Path(sys.argv[2]), Settings())
told = []

def end(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def tell(row):
    print(row.path, flush=True)
    told.append(row)
    if len(told) == 2:
        # In the second batch: {where}.
        {kill}

plan = workspace.imports.plan([Path(sys.argv[1])], Silent())
workspace.imports.run(plan, Silent(), tell)
"""
KILLS = {
    "when copies are flushed": "vault._flush = end",
    "when copies are in their places": "case_files.add_file = end",
    "when everything is recorded but not kept": "case_files.settle_file = end",
}


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("where", KILLS)
def test_a_killed_program_leaves_no_original_without_a_record(tmp_path: Path, where: str) -> None:
    for number in range(5):
        make_pdf(tmp_path / "案" / f"{number}.pdf", (f"第{number}份",))
    script = _KILLED.replace("{where}", where).replace("{kill}", KILLS[where])
    arguments = [sys.executable, "-c", script, str(tmp_path / "案"), str(tmp_path / "data")]
    ended = subprocess.run(arguments, capture_output=True, text=True, timeout=60)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    workspace = Workspace.open(tmp_path / "data", Settings())
    [row] = workspace.cases.rows()
    view = workspace.cases.view(row.id)
    kept = originals(workspace)
    again = import_all(workspace, tmp_path / "案")
    workspace.close()

    assert ended.stdout.split() == [file.path for file in view.case.files] == ["0.pdf", "1.pdf"]
    assert sorted(path.stem for path in kept) == sorted(f.sha256 for f in view.case.files)
    assert [one.path for one in view.reading.unreadable] == ["2.pdf", "3.pdf", "4.pdf"]
    assert again.count(ImportResult.STORED) == 3


def test_a_file_that_fails_after_it_was_copied_is_not_in_the_vault(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_pdf(tmp_path / "案" / "a.pdf", DECISION)
    make_docx(tmp_path / "案" / "b.docx")

    def refuse(_file: SourceFile) -> Never:
        raise UserError("读不出。", "请转存。")

    monkeypatch.setattr(intake, "read_docx_apart", refuse)
    report = import_all(workspace, tmp_path / "案")

    assert [(row.path, row.result) for row in report.rows] == [
        ("b.docx", ImportResult.FAILED),
        ("a.pdf", ImportResult.STORED),
    ]
    assert len(originals(workspace)) == 1
    assert not list((workspace.data.folder / "vault" / "incoming").iterdir())


def test_a_file_that_the_records_refuse_holds_up_no_other(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        make_pdf(tmp_path / "案" / f"{number}.pdf", (f"第{number}份",))
    real = case_files.add_case_file

    def add(session: Session, case_id: UUID, sha256: str, path: str, by: Author) -> UUID:
        if path == "1.pdf":
            raise StoreError("磁盘空间不足。", "请清理磁盘。")
        return real(session, case_id, sha256, path, by)

    monkeypatch.setattr(case_files, "add_case_file", add)
    report = import_all(workspace, tmp_path / "案")
    view = workspace.cases.view(report.cases[0])

    assert [row.path for row in report.rows] == ["1.pdf", "0.pdf", "2.pdf"]
    assert len(originals(workspace)) == 2
    assert [one.path for one in view.reading.unreadable] == ["1.pdf"]


CHANGED: dict[str, tuple[Callable[[Path], object], str]] = {
    "changed": (lambda path: path.write_bytes(b"%PDF-1.4 other"), "被改动"),
    "taken away": (lambda path: path.unlink(), "读取或写入文件失败"),
}


@pytest.mark.parametrize(("change", "says"), CHANGED.values(), ids=CHANGED)
def test_a_file_that_is_not_what_was_planned_is_named_in_its_case(
    workspace: Workspace, tmp_path: Path, change: Callable[[Path], object], says: str
) -> None:
    for number in range(3):
        make_pdf(tmp_path / "案" / f"{number}.pdf", (f"第{number}份",))
    plan = workspace.imports.plan([tmp_path / "案"], Silent())
    change(tmp_path / "案" / "1.pdf")
    report = workspace.imports.run(plan, Silent())
    [missing] = workspace.cases.view(report.cases[0]).reading.unreadable

    assert [row.path for row in report.rows] == ["1.pdf", "0.pdf", "2.pdf"]
    assert report.rows[0].result is ImportResult.FAILED
    assert report.rows[0].remedy
    assert says in report.rows[0].message
    assert (missing.path, missing.reason) == (
        "1.pdf",
        f"{report.rows[0].message}{report.rows[0].remedy}",
    )


def test_a_file_left_out_is_told_of_and_not_stored(workspace: Workspace, tmp_path: Path) -> None:
    make_pdf(tmp_path / "案" / "a.pdf", DECISION)
    make_pdf(tmp_path / "案" / "b.pdf", FILING)
    plan = workspace.imports.plan([tmp_path / "案"], Silent())
    plan = workspace.imports.reassign(plan, 1, -1)
    report = workspace.imports.run(plan, Silent())

    assert report.rows[1].message == "未归入任何案卷，没有导入。"
    assert len(originals(workspace)) == 1


def test_a_case_for_each_file_as_chosen(workspace: Workspace, tmp_path: Path) -> None:
    make_pdf(tmp_path / "案" / "甲.pdf", DECISION)
    make_docx(tmp_path / "案" / "乙.docx")
    report = import_all(workspace, tmp_path / "案", grouping=Grouping.PER_FILE)

    assert len(report.cases) == 2


def test_a_file_that_could_not_be_read_makes_absence_uncertain(
    workspace: Workspace, tmp_path: Path
) -> None:
    case_id = import_case(workspace, make_folder(tmp_path / "案"))
    reading = workspace.cases.view(case_id).reading

    assert [file.path for file in reading.unreadable] == ["旧.doc"]
    assert "另存为" in reading.unreadable[0].reason


def test_a_file_that_changed_since_the_plan_is_told_of(
    workspace: Workspace, tmp_path: Path
) -> None:
    source = make_pdf(tmp_path / "a.pdf", DECISION)
    plan = workspace.imports.plan([source], Silent())
    make_pdf(source, FILING)
    [row] = workspace.imports.run(plan, Silent()).rows

    assert row.result is ImportResult.FAILED
    assert "在导入过程中被改动" in row.message
    assert row.remedy


def test_a_missing_path_is_a_sentence(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到"):
        workspace.imports.plan([tmp_path / "nowhere"], Silent())


def test_a_plan_that_is_not_run_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "a.zip", 甲__1=make_pdf(tmp_path / "a.pdf"))
    plan = workspace.imports.plan([archive], Silent())
    assert plan.folder.exists()
    workspace.imports.discard(plan)

    assert not plan.folder.exists()


def test_the_report_is_saved_as_excel(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "案"
    make_pdf(folder / "=1+1.pdf")
    report = import_all(workspace, folder)
    path = workspace.imports.save_report(report, tmp_path / "报告.xlsx")
    sheet = load_workbook(path).worksheets[0]

    assert sheet["A1"].value == "导入报告　已导入 1 卷，存入 1 个文件。"
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("=1+1.pdf", "s")
    assert sheet["D3"].value == "已存入"


def test_a_report_that_cannot_be_written_is_a_sentence(
    workspace: Workspace, tmp_path: Path
) -> None:
    report = import_all(workspace, make_pdf(tmp_path / "a.pdf"))
    with pytest.raises(UserError, match="没有写入"):
        workspace.imports.save_report(report, tmp_path / "no" / "报告.xlsx")


CAME = {
    "under another suffix": ("卷/决定书.doc", "卷/决定书.docx", True),
    "alone, without its folder": ("卷/决定书.doc", "决定书.docx", True),
    "with a folder above": ("决定书.doc", "卷/决定书.docx", True),
    "the same name in another folder": ("甲/1.jpg", "乙/1.jpg", False),
    "another name": ("甲/1.jpg", "甲/11.jpg", False),
}


@pytest.mark.parametrize(("missing", "came", "is_it"), CAME.values(), ids=CAME)
def test_an_unreadable_file_is_told_of_until_it_comes(
    workspace: Workspace, missing: str, came: str, is_it: bool
) -> None:
    case_id = workspace.cases.new_paper_case("案").id
    with workspace._store.session() as session:
        by = desktops.author(session)
        case_files.add_unreadable(session, case_id, missing, "不能读取。", by)
        source = SourceFile("a" * 64, came, FileKind.DOCX, 1, 1, "")
        case_files.add_file(session, source, "", by)
        case_files.add_case_file(session, case_id, source.sha256, came, by)
        told = case_files.unreadable_of(session, case_id)

    assert (told == ()) is is_it
