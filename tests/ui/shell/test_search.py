import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.shell.hints import (
    Situation,
    available,
    behind,
    findable,
    keys_here,
    mode,
    short_title,
    window_title,
)
from reviewer.ui.shell.search import Found, SearchBox
from reviewer.ui.theme import Tokens
from tests.ui.made_up import case_id, twelve_rows

_THINGS = (
    Found("command", "file.import", "导入案卷", "文件", "Ctrl+I"),
    Found("case", "a", "宁交罚〔2024〕0132号", "宁夏宏途通达物流有限公司"),
)


@pytest.fixture
def box(qtbot: QtBot, tokens: Tokens) -> SearchBox:
    window = QWidget()
    window.resize(900, 600)
    made = SearchBox(tokens, lambda: _THINGS)
    made.setParent(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    made.window_kept = window  # type: ignore[attr-defined]
    made.enter()
    qtbot.waitUntil(made.hasFocus, timeout=1000)
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["导入案卷", "宁交罚〔2024〕0132号"]),
        ("draj", ["导入案卷"]),
        ("htt", ["宁交罚〔2024〕0132号"]),
        ("无此", []),
    ],
    ids=["everything", "initials", "initials of the party", "nothing"],
)
def test_the_box_finds(box: SearchBox, query: str, found: list[str]) -> None:
    box.setText(query)

    assert [thing.text for thing in box.found()] == found


def test_down_and_enter_choose(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.chosen, timeout=1000) as caught:
        QTest.keyClick(box, Qt.Key.Key_Down)
        QTest.keyClick(box, Qt.Key.Key_Return)

    assert caught.args == ["case", "a"]
    assert box.text() == ""


def test_esc_leaves(box: SearchBox, qtbot: QtBot) -> None:
    box.setText("dr")
    QTest.keyClick(box, Qt.Key.Key_Escape)

    assert not box.hasFocus()


def test_only_what_can_be_done_now_is_found() -> None:
    names = {thing.id for thing in findable((), available(Situation("empty")))}

    assert "file.import" in names
    assert not names & {"table.open", "item.next", "texts.pause", "tab.close"}


def test_cases_are_found_with_their_party() -> None:
    found = findable(twelve_rows(), frozenset())

    assert found[0].id == str(case_id(132))
    assert found[0].fits("宏途")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("宁交罚〔2024〕0132号", "0132号"),
        ("宁交罚〔2024〕第 87 号", "87 号"),
        ("沙湖支队扫描件", "沙湖支队扫描件"),
    ],
)
def test_a_tab_says_the_serial_number(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize(
    "place",
    [
        "empty",
        "cases",
        "paper",
        "settings",
        "export",
        "preview",
        "running",
        "report",
        "case",
        "keys",
    ],
)
def test_every_place_shows_its_keys(place: str) -> None:
    keys = keys_here(Situation(place, case_actions=frozenset({"item.conforms", "evidence.box"})))

    assert 2 <= len(keys) <= 7
    assert all(cap and word for cap, word in keys)


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (Situation("empty"), "就绪"),
        (Situation("cases", counts="2 卷：未评查 2"), "2 卷：未评查 2"),
        (Situation("case", counts="2 卷：未评查 2"), "就绪"),
        (Situation("cases", counts="2 卷", said="导入报告已保存"), "导入报告已保存"),
        (Situation("cases", said="导入报告已保存", reading="正在识别 1/3 页"), "正在识别 1/3 页"),
    ],
    ids=["nothing", "counts at home", "no counts in a case", "said", "reading first"],
)
def test_the_status_row_says_what_matters_most(now: Situation, sentence: str) -> None:
    assert behind(now) == sentence


def test_reading_can_be_paused_or_resumed_never_both() -> None:
    running = available(Situation("cases", pausable=True))
    paused = available(Situation("cases", pausable=True, paused=True))

    assert "texts.pause" in running
    assert "texts.resume" not in running
    assert "texts.resume" in paused
    assert "texts.pause" not in paused


def test_title_and_mode_follow_the_place() -> None:
    case = Situation("case", title="0132号", case_status="标准：普通程序 2025 版", folder="D:/案卷")

    assert window_title(case) == "0132号 - 交通运输行政执法案卷评查"
    assert mode(case) == "标准：普通程序 2025 版"
    assert mode(Situation("cases", folder="D:/案卷")) == "案卷保存在本机　D:/案卷"


def test_a_key_is_shown_only_while_it_works() -> None:
    now = Situation("case", case_actions=frozenset({"item.conforms"}))

    assert keys_here(now) == (("1–4", "定结论"), ("F1", "按键表"))
