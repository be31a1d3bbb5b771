import pytest
from pytestqt.qtbot import QtBot

from reviewer.errors import UserError
from reviewer.ui.shell.notice import Notice
from reviewer.ui.theme import Tokens


@pytest.fixture
def notice(qtbot: QtBot, tokens: Tokens) -> Notice:
    made = Notice(tokens)
    qtbot.addWidget(made)
    return made


def test_nothing_is_shown_while_there_is_nothing_to_say(notice: Notice) -> None:
    assert notice.words() == ""


def test_an_error_is_its_sentence_and_its_remedy(notice: Notice) -> None:
    notice.show_error(UserError("文件设了打开密码。", "另存为不加密的 PDF。"))

    assert notice.words() == "文件设了打开密码。另存为不加密的 PDF。"
    assert notice._more.isHidden()


def test_the_button_does_what_it_says_and_the_notice_goes(notice: Notice) -> None:
    done: list[str] = []
    notice.say("磁盘快满了。", act=("打开设置", lambda: done.append("打开设置")))
    notice.do_button.click()

    assert done == ["打开设置"]
    assert notice.words() == ""


def _bug() -> Exception:
    nothing: dict[str, str] = {}
    try:
        nothing["a name of nobody"]
    except KeyError as error:
        return error
    raise AssertionError


def test_a_bug_keeps_its_details_behind_a_button(notice: Notice) -> None:
    notice.show_error(_bug())

    assert "KeyError" not in notice.words()
    assert notice._copyable.isHidden()
    notice._more.click()
    assert not notice._copyable.isHidden()
    assert "KeyError" in notice._copyable.toPlainText()


def test_the_same_bug_is_shown_once(notice: Notice) -> None:
    notice.show_error(_bug())
    notice.hide()
    notice.show_error(_bug())

    assert notice.words() == ""
