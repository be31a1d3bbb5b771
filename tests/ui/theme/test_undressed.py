"""Widgets that are made without the style sheet look as if they had been made with it."""

from contextlib import suppress

from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from reviewer.ui.parts import button, card, column, label
from reviewer.ui.theme import Tokens, undressed


def _made() -> QFrame:
    made = card("form")
    made.setLayout(column(label("导出文书", "page_title"), label("说明", "second"), button("导出")))
    return made


def test_what_was_made_without_the_sheet_has_the_size_it_has_with_it(
    qtbot: QtBot, qapp: QApplication, tokens: Tokens
) -> None:
    sheet = qapp.styleSheet()
    usual = _made()
    with undressed():
        assert qapp.styleSheet() == ""
        later = _made()
    for one in (usual, later):
        qtbot.addWidget(one)
        one.show()

    assert qapp.styleSheet() == sheet
    assert later.sizeHint() == usual.sizeHint()
    assert later.grab().toImage() == usual.grab().toImage()


def test_the_sheet_is_back_after_a_failure(qapp: QApplication, tokens: Tokens) -> None:
    sheet = qapp.styleSheet()
    with suppress(KeyError), undressed():
        raise KeyError("nothing")

    assert qapp.styleSheet() == sheet
