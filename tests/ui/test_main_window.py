from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTabBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from reviewer.errors import StoreError
from reviewer.settings import Settings
from reviewer.ui.actions import ACTIONS
from reviewer.ui.home.case_rows import CaseFilter
from reviewer.ui.main_window import MainWindow, Wiring
from reviewer.ui.meeting.meeting_actions import MEETING_ACTIONS
from reviewer.ui.shell.open_tabs import case_key
from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.actions import WORKBENCH_ACTIONS
from tests.ui.made_up import (
    FREE,
    PERSON,
    MadeCaseTab,
    MadeServices,
    case_id,
    make_case_tab,
    make_window,
    twelve_rows,
)

Opener = Callable[..., MainWindow]


@pytest.fixture
def opened(qtbot: QtBot, tokens: Tokens) -> Opener:
    """Return a function that opens a window on made-up services and waits for its desk."""

    def open_window(
        services: MadeServices,
        settings: Settings | None = None,
        kept: list[Settings] | None = None,
    ) -> MainWindow:
        window = make_window(services, settings, kept)
        qtbot.addWidget(window)
        window.show()
        window.start()
        if window.settings.data_folder:
            qtbot.waitUntil(lambda: window.desk is not None, timeout=2000)
            rows = services.cases.all
            qtbot.waitUntil(lambda: window.desk.home.rows == rows, timeout=2000)  # type: ignore[union-attr]
        return window

    return open_window


def _case_tab(window: MainWindow, number: int) -> MadeCaseTab:
    assert window.desk is not None
    page = window.desk.tabs.page(case_key(case_id(number)))
    assert isinstance(page, MadeCaseTab)
    return page


def test_the_first_start_asks_who_sits_here(opened: Opener, qtbot: QtBot) -> None:
    services = MadeServices()
    kept: list[Settings] = []
    window = opened(services, Settings(), kept)
    assert window.first is not None
    assert not window.first.begin.isEnabled()

    window.first.form.set_text("name", "周敏")
    window.first.form.set_text("unit", "监督局")
    window.first.begin.click()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=2000)

    person = services.people.current()
    assert person is not None
    assert (person.name, person.unit) == ("周敏", "监督局")
    assert kept[-1].data_folder == str(Path("文档/案卷评查"))


def test_a_folder_that_cannot_be_used_is_refused_with_its_remedy(
    qtbot: QtBot, tokens: Tokens
) -> None:
    def refuse(_folder: Path) -> MadeServices:
        raise StoreError("资料库不能放在网络共享盘上。", "请选本机硬盘上的文件夹。")

    wiring = Wiring(
        lambda _settings: None, refuse, make_case_tab, lambda _folder: FREE, Path("Z:/")
    )
    window = MainWindow(Settings(), wiring)
    qtbot.addWidget(window)
    window.start()
    assert window.first is not None
    window.first.form.set_text("name", "周敏")
    window.first.begin.click()
    qtbot.waitUntil(lambda: window.first is not None and bool(window.first.refusal()), timeout=2000)

    assert window.first.refusal() == "资料库不能放在网络共享盘上。请选本机硬盘上的文件夹。"
    assert window.first.begin.isEnabled()


def test_a_data_folder_in_use_is_said_and_can_be_tried_again(qtbot: QtBot, tokens: Tokens) -> None:
    tries: list[Path] = []

    def open_workspace(folder: Path) -> MadeServices:
        tries.append(folder)
        if len(tries) == 1:
            raise StoreError("资料库打不开：本机另一个窗口正在使用。", "关闭它后重试。")
        return MadeServices(person=PERSON)

    wiring = Wiring(
        lambda _settings: None, open_workspace, make_case_tab, lambda _folder: FREE, Path()
    )
    window = MainWindow(Settings(data_folder="D:/案卷"), wiring)
    qtbot.addWidget(window)
    window.start()
    qtbot.waitUntil(lambda: "另一个窗口" in window.waiting.words(), timeout=2000)
    window.waiting.retry_asked.emit()

    qtbot.waitUntil(lambda: window.desk is not None, timeout=2000)


def test_home_without_cases_shows_the_ways_to_start(opened: Opener) -> None:
    window = opened(MadeServices(person=PERSON))

    assert window.desk is not None
    assert window.desk.home.place == "empty"


def test_home_with_cases_shows_the_table(opened: Opener, qtbot: QtBot) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))

    assert window.desk is not None
    assert window.desk.home.place == "cases"
    assert window.status.behind() == "12 卷：已签定 4，评查中 4，未评查 3，正在识别 1"


def test_enter_opens_the_case_in_a_tab(opened: Opener, qtbot: QtBot) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    view = window.desk.home.cases.view
    view.setFocus()
    view.choose(case_id(132))
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert window.top.tabs.tabText(1) == "0132号"
    assert window.windowTitle() == "宁交罚〔2024〕0132号 - 交通运输行政执法案卷评查"
    assert _case_tab(window, 132).case == case_id(132)


class _Windows(QObject):
    """Keeps what is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if shows and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_flashes_beside_the_window(opened: Opener, qapp: QApplication) -> None:
    watch = _Windows()
    qapp.installEventFilter(watch)
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    for action in ("file.paper", "table.names", "case.export", "tools.settings", "help.about"):
        window.desk.perform(action)
    qapp.removeEventFilter(watch)

    assert watch.shown == ["MainWindow"]


def test_the_keys_act_on_the_table_from_the_start(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))

    assert window.desk is not None
    assert window.focusWidget() is window.desk.home.cases.view


def test_a_refreshed_table_does_not_take_the_focus(opened: Opener, qtbot: QtBot) -> None:
    services = MadeServices(twelve_rows(), PERSON)
    window = opened(services)
    assert window.desk is not None
    window.top.search.setFocus()
    services.cases.all = services.cases.all[:3]
    window.desk.home.refresh()
    qtbot.waitUntil(lambda: len(window.desk.home.rows) == 3, timeout=2000)  # type: ignore[union-attr]

    assert window.focusWidget() is window.top.search


def test_home_behind_another_tab_does_not_take_the_focus(opened: Opener, qtbot: QtBot) -> None:
    services = MadeServices((), PERSON)
    window = opened(services)
    assert window.desk is not None
    window.desk.perform("help.keys")
    page = window.desk.tabs.page("keys")
    assert page is not None
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    qtbot.waitUntil(lambda: not window.desk.home.keeping._asked, timeout=2000)  # type: ignore[union-attr]
    services.cases.all = twelve_rows()
    window.desk.home.refresh()
    qtbot.waitUntil(lambda: len(window.desk.home.rows) == 12, timeout=2000)  # type: ignore[union-attr]

    assert window.focusWidget() is field
    window.desk.perform("tab.home")
    assert window.focusWidget() is window.desk.home.cases.view


def test_a_case_is_opened_once(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    window.desk.open_case(case_id(87))
    window.desk.open_case(case_id(132))

    assert window.desk.tabs.keys() == ("home", case_key(case_id(132)), case_key(case_id(87)))
    assert window.desk.tabs.current == case_key(case_id(132))


def test_actions_of_the_case_tab_reach_it_and_only_while_it_is_seen(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    assert not window.commands.action("item.next").isEnabled()
    window.desk.open_case(case_id(132))
    window.commands.action("item.next").trigger()

    assert _case_tab(window, 132).performed == ["item.next"]
    assert not window.commands.action("veto.panel").isEnabled()


def test_a_plain_key_never_acts_in_a_text_field(opened: Opener, qtbot: QtBot) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "1ebR")

    assert field.text() == "1ebR"
    assert _case_tab(window, 132).performed == []


def test_what_a_case_tab_tells_reaches_the_frame(opened: Opener) -> None:
    from datetime import datetime

    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    tab = _case_tab(window, 132)
    tab.saved.emit(datetime.fromisoformat("2025-04-25T10:42"))
    tab.status_changed.emit("标准：普通程序 2025 版")
    tab.title_changed.emit("宁交罚〔2024〕0133号")

    assert window.top.tabs.tabText(1) == "0133号"
    assert window.status.mode() == "标准：普通程序 2025 版"
    assert window.top._saved.text() == "已保存 10:42"


def test_tabs_come_back_after_a_restart_and_are_built_when_seen(opened: Opener) -> None:
    kept: list[Settings] = []
    first = opened(MadeServices(twelve_rows(), PERSON), None, kept)
    assert first.desk is not None
    first.desk.open_case(case_id(132))
    first.desk.open_case(case_id(87))
    first.close()

    window = opened(MadeServices(twelve_rows(), PERSON), kept[-1])
    assert window.desk is not None
    assert window.desk.tabs.keys() == ("home", case_key(case_id(132)), case_key(case_id(87)))
    assert window.desk.tabs.current == case_key(case_id(87))
    assert window.desk.tabs.page(case_key(case_id(132))) is None
    assert _case_tab(window, 87).restored == {"item": "A7"}


def test_broken_memory_is_forgotten(opened: Opener) -> None:
    settings = Settings(data_folder="x", panels='{"tabs": 3}')

    assert opened(MadeServices(twelve_rows(), PERSON), settings).desk is not None


def test_ctrl_w_closes_a_tab_but_never_home(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    window.commands.action("tab.close").trigger()

    assert window.desk.tabs.keys() == ("home",)
    assert not window.commands.action("tab.close").isEnabled()


def test_ctrl_tab_goes_round(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    window.commands.action("tab.next").trigger()
    assert window.desk.tabs.current == "home"
    window.commands.action("tab.previous").trigger()

    assert window.desk.tabs.current == case_key(case_id(132))


def test_a_removed_case_can_be_brought_back(opened: Opener, qtbot: QtBot) -> None:
    services = MadeServices(twelve_rows(), PERSON)
    window = opened(services)
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    window.desk.tabs.go("home")
    window.desk.home.cases.view.choose(case_id(132))
    window.commands.action("table.remove").trigger()
    qtbot.waitUntil(lambda: len(services.cases.all) == 11, timeout=2000)
    assert window.desk.tabs.keys() == ("home",)
    assert "已移除《宁交罚〔2024〕0132号》" in window.notice.words()
    window.notice.do_button.click()

    qtbot.waitUntil(lambda: len(services.cases.all) == 12, timeout=2000)


def test_a_case_removed_long_ago_comes_back_from_the_list(opened: Opener, qtbot: QtBot) -> None:
    services = MadeServices(twelve_rows(), PERSON)
    services.cases.remove(case_id(132))
    window = opened(services)
    assert window.desk is not None
    home = window.desk.home
    window.commands.action("table.removed").trigger()
    page = home.removing.page
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=2000)
    assert home.place == "removed"
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(home.rows) == 12, timeout=2000)
    qtbot.waitUntil(lambda: page.table.rowCount() == 0, timeout=2000)

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert home.place == "cases"


def test_a_paper_case_is_made_and_opened(opened: Opener, qtbot: QtBot) -> None:
    services = MadeServices(person=PERSON)
    window = opened(services)
    assert window.desk is not None
    window.commands.action("file.paper").trigger()
    paper = window.desk.home.paper
    paper.form.set_text("case_no", "宁交罚〔2024〕0300号")
    paper._create.click()
    qtbot.waitUntil(lambda: len(window.desk.tabs.keys()) == 2, timeout=2000)  # type: ignore[union-attr]

    assert services.cases.all[0].title == "宁交罚〔2024〕0300号"


def test_the_font_size_acts_at_once_and_is_kept(opened: Opener) -> None:
    kept: list[Settings] = []
    window = opened(MadeServices(twelve_rows(), PERSON), None, kept)
    assert window.desk is not None
    window.commands.action("tools.settings").trigger()
    window.desk.home.setting.page._sizes.press("16")

    assert window.tokens.row == 40
    assert window.desk.home.cases.view.verticalHeader().defaultSectionSize() == 40
    assert kept[-1].font_size == 16
    window.change_settings(window.settings.with_(font_size=12))


def test_the_theme_reaches_every_open_tab(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    window.change_settings(window.settings.with_(theme="dark"))

    assert _case_tab(window, 132).tokens.dark
    window.change_settings(window.settings.with_(theme="light"))


def test_every_help_page_opens_and_closes(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    for name in ("help.keys", "help.about"):
        window.commands.action(name).trigger()
    assert window.desk.tabs.keys() == ("home", "keys", "about")
    for _ in range(2):
        window.commands.action("tab.close").trigger()

    assert window.desk.tabs.keys() == ("home",)


def test_the_window_closes_the_data_folder(opened: Opener) -> None:
    services = MadeServices(twelve_rows(), PERSON)
    opened(services).close()

    assert services.closed


def test_the_window_fits_the_least_screen_at_the_largest_font(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON), Settings(data_folder="x", font_size=18))
    window.apply_look()

    hint = window.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 720
    window.change_settings(window.settings.with_(font_size=12))


def test_a_case_number_on_a_tab_is_whole_at_the_largest_font(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON), Settings("D:/案卷", "light", 18))
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    window.top.show_saved(datetime.fromisoformat("2025-04-25T10:42"))
    window.resize(1366, 720)
    QApplication.processEvents()
    tabs = window.top.tabs

    assert tabs.width() >= tabs.sizeHint().width()


def test_the_documents_of_the_cases_in_the_table_are_written_at_once(
    opened: Opener, qtbot: QtBot
) -> None:
    services = MadeServices(twelve_rows(), PERSON)
    window = opened(services)
    assert window.desk is not None
    home = window.desk.home
    home.cases.choose_filter(CaseFilter.SIGNED)
    window.commands.action("case.export").trigger()
    assert home.place == "export"
    home.exporting.page.set_folder("D:/文书")
    home.exporting.page.go.click()
    qtbot.waitUntil(lambda: home.exporting.page.said() == "已导出 4 个文件。", timeout=2000)

    ((reviews, kinds, folder),) = services.reports.written
    assert set(reviews) == {case_id(number) for number in (178, 156, 8, 233)}
    assert "summary_xlsx" in kinds
    assert folder == Path("D:/文书")


def test_the_data_folder_is_moved_and_remembered(opened: Opener, qtbot: QtBot) -> None:
    kept: list[Settings] = []
    window = opened(MadeServices(twelve_rows(), PERSON), None, kept)
    assert window.desk is not None
    window.commands.action("tools.settings").trigger()
    window.desk.home.setting.page.folder_chosen.emit(Path("E:/案卷评查"))

    qtbot.waitUntil(lambda: bool(kept), timeout=2000)
    assert kept[-1].data_folder == str(Path("E:/案卷评查"))


def test_only_names_that_were_changed_are_sent(opened: Opener, qtbot: QtBot) -> None:
    services = MadeServices(twelve_rows(), PERSON)
    window = opened(services)
    assert window.desk is not None
    home = window.desk.home
    home.cases.view.choose(case_id(132))
    window.commands.action("table.names").trigger()
    home.names.form.set_text("unit", "沙湖二大队")
    with qtbot.waitSignal(home.names.changed, timeout=1000) as caught:
        home.names.save.click()

    assert caught.args == [case_id(132), {"unit": "沙湖二大队"}]
    assert home.place == "cases"
    qtbot.waitUntil(lambda: services.cases.all[0].unit == "沙湖二大队", timeout=2000)


def test_files_dropped_anywhere_are_looked_at(opened: Opener, qtbot: QtBot) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    window.desk.open_case(case_id(132))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/案卷/扫描件.pdf")])
    drop = QDropEvent(
        QPointF(700, 400),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.desk.home.place == "preview", timeout=2000)  # type: ignore[union-attr]

    assert drop.isAccepted()
    assert window.desk.tabs.current == "home"


def test_every_action_of_the_shell_is_done_by_somebody(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    in_cases = {action.id for action in WORKBENCH_ACTIONS}
    shell = {action.id for action in ACTIONS} - in_cases

    deeds = set(window.desk._deeds) | MEETING_ACTIONS
    assert shell == deeds | {"file.quit", "window.full"}


def test_everything_that_takes_the_focus_has_a_name(opened: Opener) -> None:
    window = opened(MadeServices(twelve_rows(), PERSON))
    assert window.desk is not None
    window.commands.action("help.keys").trigger()
    nameless: list[str] = []
    widget: QWidget
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not widget.isHidden()
        kind = isinstance(widget, (QLineEdit, QAbstractButton, QTableView, QTabBar))
        if takes and kind and not (widget.accessibleName() or getattr(widget, "text", str)()):
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")

    assert nameless == []
