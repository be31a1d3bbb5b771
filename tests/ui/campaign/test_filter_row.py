"""Filters of a list: which holds when counts come late."""

from pytestqt.qtbot import QtBot

from reviewer.ui.campaign.filter_row import FilterRow
from reviewer.ui.theme import make_tokens


def test_a_wanted_filter_waits_for_its_rows(qtbot: QtBot) -> None:
    row = FilterRow(make_tokens("light", 12), ("全部", "逾期", "待回头看"))
    qtbot.addWidget(row)
    row.want("待回头看")

    row.show_counts({"全部": 6, "逾期": 2})
    assert row.current == "全部"
    row.show_counts({"全部": 6, "逾期": 2, "待回头看": 2})
    assert row.current == "待回头看"
    row.show_counts({"全部": 6})
    row.show_counts({"全部": 6, "待回头看": 2})
    assert row.current == "全部"


def test_what_somebody_chose_is_not_taken_back(qtbot: QtBot) -> None:
    row = FilterRow(make_tokens("light", 12), ("全部", "逾期", "待回头看"))
    qtbot.addWidget(row)
    row.want("待回头看")
    row.show_counts({"全部": 6, "逾期": 2})
    row.press("逾期")

    row.show_counts({"全部": 6, "逾期": 2, "待回头看": 2})
    assert row.current == "逾期"
