from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.model import ImportResult, ImportRow
from reviewer.ui.importing.flow import ImportFlow
from reviewer.ui.importing.plan_rows import LEFT_OUT, PlanKind, PlanTable, plan_rows
from reviewer.ui.importing.preview_page import PreviewPage
from reviewer.ui.importing.run_rows import (
    RunFilter,
    RunState,
    RunTable,
    filtered,
    finished_row,
    finished_rows,
    running_counts,
    running_rows,
)
from reviewer.ui.jobs import Jobs
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import Grouping, ImportPlan, Mend
from tests.ui.made_up import (
    MadeCases,
    MadeImports,
    case_id,
    make_failure,
    make_plan,
    make_report,
)


def test_the_preview_lists_cases_with_their_files_then_failures() -> None:
    rows = plan_rows(make_plan())

    assert [row.text for row in rows if row.kind is PlanKind.CASE] == list(make_plan().titles)
    assert [row.kind for row in rows][-3:] == [PlanKind.HEADING, PlanKind.FAILED, PlanKind.FAILED]
    assert rows[0].detail == "5 个文件　91 页"


def test_a_file_left_out_stands_under_its_own_head() -> None:
    files = list(make_plan().files)
    files[3] = replace(files[3], case=LEFT_OUT)
    rows = plan_rows(make_plan(files=tuple(files)))
    heads = [row.text for row in rows if row.kind is PlanKind.HEADING]

    assert heads == ["不导入", "读不出"]
    assert rows[0].detail == "4 个文件　90 页"


def test_a_case_without_files_is_not_shown() -> None:
    plan = make_plan()
    files = tuple(replace(file, case=0) for file in plan.files)

    cases = [r for r in plan_rows(replace(plan, files=files)) if r.kind is PlanKind.CASE]
    assert len(cases) == 1


def test_the_remedy_of_an_archive_is_a_folder_of_a_file_a_file() -> None:
    failed = [row for row in plan_rows(make_plan()) if row.kind is PlanKind.FAILED]

    assert [row.buttons for row in failed] == [("输入密码…", "重选文件…"), ("选文件夹…",)]
    assert finished_row(make_failure(locked=False)).buttons == ("重选文件…",)


def _settled(done: int) -> tuple[ImportRow, ...]:
    return make_report(make_plan()).rows[:done]


@pytest.mark.parametrize("done", [0, 3, 8])
def test_running_rows_show_how_far_it_is(done: int) -> None:
    rows = running_rows(make_plan(), _settled(done))
    states = [row.state for row in rows]

    assert states.count(RunState.STORED) == done
    assert states.count(RunState.BUSY) == (1 if done < 8 else 0)
    assert states.count(RunState.FAILED) == 2


def test_a_settled_file_shows_its_result_while_the_import_runs() -> None:
    rows = list(_settled(2))
    rows[1] = replace(rows[1], result=ImportResult.DUPLICATE, message="与“a.pdf”内容相同。")

    assert [row.message for row in running_rows(make_plan(), rows)[:3]] == [
        "存入案卷",
        "与“a.pdf”内容相同",
        "正在读取",
    ]


def test_a_stored_file_does_not_repeat_its_number_of_pages() -> None:
    stored = replace(_settled(1)[0], pages=58, message="共 58 页。第 3 页图像损坏。")

    assert finished_row(stored).message == "存入案卷，第 3 页图像损坏"


def test_the_counts_of_a_running_import_add_up() -> None:
    assert running_counts(running_rows(make_plan(), _settled(3))) == (
        "已存入 3　有问题 2　未读完 5"
    )


@pytest.mark.parametrize(
    ("chosen", "number"), [(RunFilter.ALL, 11), (RunFilter.FAILED, 2), (RunFilter.STORED, 8)]
)
def test_filters_of_the_report(chosen: RunFilter, number: int) -> None:
    assert len(filtered(finished_rows(make_report(make_plan())), chosen)) == number


def test_the_lists_are_proper_models(qtbot: QtBot) -> None:
    plan, run = PlanTable(), RunTable()
    plan.show_plan(make_plan())
    run.show_rows(finished_rows(make_report(make_plan())))

    QAbstractItemModelTester(plan, QAbstractItemModelTester.FailureReportingMode.Warning)
    QAbstractItemModelTester(run, QAbstractItemModelTester.FailureReportingMode.Warning)


@pytest.fixture
def preview(qtbot: QtBot, tokens: Tokens) -> PreviewPage:
    made = PreviewPage(tokens)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show_plan(make_plan())
    made.show()
    return made


def _row(preview: PreviewPage, text: str) -> int:
    return next(at for at, row in enumerate(preview._table.rows) if row.text.endswith(text))


def test_the_preview_says_what_it_comes_to(preview: PreviewPage) -> None:
    assert preview.counts() == "2 卷　8 个文件　155 页　2 个读不出"


def test_a_grouping_is_asked_for(preview: PreviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.regrouped, timeout=1000) as caught:
        preview._grouping.press(Grouping.PER_FILE.value)

    assert caught.args == [Grouping.PER_FILE]


def test_a_case_is_renamed_in_its_row(preview: PreviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.retitled, timeout=1000) as caught:
        preview._table.setData(preview._table.index(0, 0), " 0132号案卷 ")

    assert caught.args == [0, "0132号案卷"]


def test_an_empty_title_changes_nothing(preview: PreviewPage) -> None:
    assert not preview._table.setData(preview._table.index(0, 0), "  ")


def test_del_leaves_a_file_out(preview: PreviewPage, qtbot: QtBot) -> None:
    at = _row(preview, "IMG_2031.jpg")
    preview.view.setCurrentIndex(preview._table.index(at, 0))
    with qtbot.waitSignal(preview.reassigned, timeout=1000) as caught:
        QTest.keyClick(preview.view, Qt.Key.Key_Delete)

    assert caught.args == [3, LEFT_OUT]


def test_a_file_can_go_to_any_case_a_new_one_or_none(preview: PreviewPage, qtbot: QtBot) -> None:
    entries = preview.move_menu(3).actions()
    words = [entry.text() for entry in entries if entry.text()]
    assert words == [*make_plan().titles, "新的一卷", "不导入"]
    with qtbot.waitSignal(preview.reassigned, timeout=1000) as caught:
        entries[1].trigger()

    assert caught.args == [3, 1]


def test_the_button_in_a_failed_row_can_be_pressed(preview: PreviewPage, qtbot: QtBot) -> None:
    at = _row(preview, "附件.rar")
    ((word, place),) = preview.view.places_of(at)
    assert word == "选文件夹…"
    with qtbot.waitSignal(preview.mending_asked, timeout=1000) as caught:
        QTest.mouseClick(
            preview.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place.center(),
        )

    assert caught.args == ["0132号/附件.rar", "选文件夹…"]


def test_enter_presses_the_first_button_of_a_row(preview: PreviewPage, qtbot: QtBot) -> None:
    at = _row(preview, "检测报告.pdf")
    preview.view.setCurrentIndex(preview._table.index(at, 0))
    with qtbot.waitSignal(preview.mending_asked, timeout=1000) as caught:
        QTest.keyClick(preview.view, Qt.Key.Key_Return)

    assert caught.args == ["0132号/检测报告.pdf", "输入密码…"]


@pytest.mark.parametrize("again", ["double click", "F2"])
def test_a_title_that_is_being_edited_is_not_opened_twice(preview: PreviewPage, again: str) -> None:
    preview.view.setCurrentIndex(preview._table.index(0, 0))
    ((_, place),) = preview.view.places_of(0)
    QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    editor = preview.view.findChild(QLineEdit)
    assert editor is not None
    if again == "F2":
        QTest.keyClick(editor, Qt.Key.Key_F2)
    else:
        QTest.mouseDClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())

    # Qt warns of an edit that fails, and a warning fails the test.
    assert preview.view.findChild(QLineEdit) is editor


def test_nothing_to_import_cannot_be_started(preview: PreviewPage) -> None:
    preview.show_plan(make_plan(files=(), titles=()))

    assert not preview._start.isEnabled()


class _Stage:
    def __init__(self, qtbot: QtBot, tokens: Tokens) -> None:
        self.host = QWidget()
        qtbot.addWidget(self.host)
        self.jobs = Jobs(self.host)
        self.imports = MadeImports(MadeCases(()))
        self.flow = ImportFlow(self.imports, self.jobs, tokens, self.host)
        self.qtbot = qtbot

    def plan(self) -> None:
        self.flow.start([Path("D:/2025评查")])
        self.qtbot.waitUntil(self._has_plan, timeout=2000)

    def _has_plan(self) -> bool:
        return self.flow.page.currentWidget() is self.flow.preview and not self.flow.busy


@pytest.fixture
def stage(qtbot: QtBot, tokens: Tokens) -> Iterator[_Stage]:
    made = _Stage(qtbot, tokens)
    yield made
    made.jobs.shut_down()


def test_an_import_goes_from_plan_to_report(stage: _Stage, qtbot: QtBot) -> None:
    stage.plan()
    with qtbot.waitSignal(stage.flow.stored, timeout=2000) as caught:
        stage.flow.preview.confirmed.emit()

    assert caught.args is not None
    assert caught.args[0].count(ImportResult.STORED) == 8
    assert stage.flow.running.headline() == (
        "已导入 2 卷，存入 8 个文件，1 个与已存的相同，2 个未能读取。"
    )


def test_changes_of_the_plan_are_what_is_run(stage: _Stage) -> None:
    stage.plan()
    stage.flow.preview.retitled.emit(0, "第一卷")
    stage.flow.preview.reassigned.emit(3, LEFT_OUT)

    plan = stage.flow._plan
    assert isinstance(plan, ImportPlan)
    assert plan.titles[0] == "第一卷"
    assert plan.files[3].case == LEFT_OUT


def test_going_back_lets_go_of_what_was_unpacked(stage: _Stage, qtbot: QtBot) -> None:
    stage.plan()
    with qtbot.waitSignal(stage.flow.left, timeout=1000):
        stage.flow.preview.cancelled.emit()

    qtbot.waitUntil(lambda: len(stage.imports.discarded) == 1, timeout=1000)


def test_a_cancel_keeps_what_was_stored_and_says_so(stage: _Stage, qtbot: QtBot) -> None:
    reached, go = Event(), Event()

    def between(done: int) -> None:
        if done == 4:
            reached.set()
            go.wait()

    stage.imports.between = between
    stage.plan()
    stage.flow.preview.confirmed.emit()
    assert reached.wait(2)
    with qtbot.waitSignal(stage.flow.stored, timeout=2000):
        stage.flow.running.cancel_asked.emit()
        go.set()

    assert stage.flow.running.headline() == "已存入 4 个文件保留，其余未导入。"


def test_rows_get_their_results_while_the_import_runs(stage: _Stage, qtbot: QtBot) -> None:
    go = Event()
    stage.imports.between = lambda done: go.wait(5) if done == 4 else None
    stage.plan()
    stage.flow.preview.confirmed.emit()
    try:
        qtbot.waitUntil(
            lambda: [row.state for row in stage.flow.running.shown()].count(RunState.STORED) == 4,
            timeout=2000,
        )
    finally:
        go.set()


def test_first_case_is_where_the_review_goes(stage: _Stage, qtbot: QtBot) -> None:
    stage.plan()
    with qtbot.waitSignal(stage.flow.stored, timeout=2000):
        stage.flow.preview.confirmed.emit()
    with qtbot.waitSignal(stage.flow.review_asked, timeout=1000) as caught:
        stage.flow.running.review.click()

    assert caught.args == [case_id(132)]


def test_the_report_is_saved_where_the_user_says(stage: _Stage, qtbot: QtBot) -> None:
    stage.plan()
    with qtbot.waitSignal(stage.flow.stored, timeout=2000):
        stage.flow.preview.confirmed.emit()
    with qtbot.waitSignal(stage.flow.said, timeout=2000):
        stage.flow.saving._report = stage.flow._report
        stage.flow.saving.save("D:/导入报告.xlsx")

    assert stage.imports.saved == [Path("D:/导入报告.xlsx")]


def test_a_second_import_waits_for_the_first(stage: _Stage, qtbot: QtBot) -> None:
    stage.flow.start([Path("a.pdf")])
    with qtbot.waitSignal(stage.flow.said, timeout=1000) as caught:
        stage.flow.start([Path("b.pdf")])

    assert caught.args == ["正在导入，请等这一次完成，或先取消"]


def test_a_table_cell_ends_without_a_full_stop() -> None:
    failure = make_failure(message="PDF 已损坏，无法打开。")
    plan = make_plan(rejected=(failure,))

    assert plan_rows(plan)[-1].size == "PDF 已损坏，无法打开"
    assert finished_row(failure).message == "PDF 已损坏，无法打开"


def test_a_mended_file_joins_the_plan_and_changes_made_stay(stage: _Stage, qtbot: QtBot) -> None:
    stage.plan()
    stage.flow.preview.retitled.emit(0, "第一卷")
    stage.flow.mend(Mend("0132号/检测报告.pdf", (Path("D:/2025评查"),), "密码"))
    qtbot.waitUntil(lambda: not stage.flow.busy, timeout=2000)

    plan = stage.flow._plan
    assert plan is not None
    assert plan.titles[0] == "第一卷"
    assert [row.path for row in plan.rejected] == ["0132号/附件.rar"]


def test_a_file_mended_after_the_import_stands_in_its_report(stage: _Stage, qtbot: QtBot) -> None:
    stage.plan()
    with qtbot.waitSignal(stage.flow.stored, timeout=2000):
        stage.flow.preview.confirmed.emit()
    qtbot.waitUntil(lambda: not stage.flow.busy, timeout=1000)
    with qtbot.waitSignal(stage.flow.stored, timeout=2000):
        stage.flow.mend(Mend("0132号/检测报告.pdf", (Path("D:/检测报告.pdf"),)))

    failed = [row.path for row in stage.flow.running.shown() if row.is_failed]
    assert failed == ["0132号/附件.rar"]
    assert stage.flow.page.currentWidget() is stage.flow.running


def test_what_cannot_be_mended_leaves_the_import_where_it_is(stage: _Stage, qtbot: QtBot) -> None:
    stage.plan()
    with (
        qtbot.waitSignal(stage.flow.failed, timeout=2000),
        qtbot.assertNotEmitted(stage.flow.left, wait=50),
    ):
        stage.flow.mend(Mend("0132号/检测报告.pdf", ()))

    assert stage.flow.page.currentWidget() is stage.flow.preview


def test_a_password_is_asked_for_hidden(stage: _Stage, qtbot: QtBot) -> None:
    stage.plan()
    stage.flow.preview.mending_asked.emit("0132号/检测报告.pdf", "输入密码…")
    dialog = stage.flow.page.window().findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    assert dialog.textEchoMode() is QLineEdit.EchoMode.Password
    with qtbot.waitSignal(stage.flow._mending.chosen, timeout=1000) as caught:
        dialog.setTextValue("密码")
        dialog.accept()

    assert caught.args == [Mend("0132号/检测报告.pdf", (Path("D:/2025评查"),), "密码")]
    assert "密码" not in repr(caught.args[0]).replace("password", "")
