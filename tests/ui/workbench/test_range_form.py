"""Choosing one of some seventy document types by a part of its name."""

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.range_form import RangeAnswer, RangeForm, Wish

TYPES = (
    ("DT35", "行政处罚决定书　DT35"),
    ("DT37", "送达回证　DT37"),
    ("DT39", "公告送达材料　DT39"),
)


@pytest.fixture
def form(qtbot: QtBot, tokens: Tokens) -> RangeForm:
    made = RangeForm(tokens)
    qtbot.addWidget(made)
    made.open(Wish.TYPE, "3", "5", TYPES, "DT37")
    return made


def answers(form: RangeForm) -> list[RangeAnswer]:
    given: list[RangeAnswer] = []
    form.answered.connect(given.append)
    form._on_fine()
    return given


@pytest.mark.parametrize(
    ("typed", "code"), [("决定", "DT35"), ("DT39", "DT39"), ("送达回证　DT37", "DT37")]
)
def test_a_part_of_the_name_finds_the_type(form: RangeForm, typed: str, code: str) -> None:
    form._choice.setEditText(typed)

    assert [one.choice for one in answers(form)] == [code]


def test_the_type_of_the_document_is_offered_first(form: RangeForm) -> None:
    assert [one.choice for one in answers(form)] == ["DT37"]


def test_what_no_type_is_called_is_not_taken(form: RangeForm) -> None:
    form._choice.setEditText("没有这种")

    assert answers(form) == []
    assert form.isVisible()
