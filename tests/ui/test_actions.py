import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from reviewer.ui.actions import ACTIONS, MENUS, NEVER_USED, Action, initials, matches, shown_key


def test_no_action_exists_twice() -> None:
    counts = Counter(action.id for action in ACTIONS)

    assert [name for name, number in counts.items() if number > 1] == []


@pytest.mark.parametrize("where", ["list", "page", "table"])
def test_no_key_has_two_meanings_in_one_place(where: str) -> None:
    here = [action for action in ACTIONS if action.is_bound or action.where == where]
    counts = Counter(QKeySequence(key).toString() for action in here for key in action.keys)

    assert [key for key, number in counts.items() if number > 1] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_keys_of_windows_and_input_methods_are_never_used(action: Action) -> None:
    for key in action.keys:
        assert key not in NEVER_USED
        assert not re.fullmatch(r"Ctrl\+Shift\+[A-Z]", key)
        assert not re.fullmatch(r"Alt\+[A-Z]", key)
        assert "Ctrl+Alt" not in key


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_key_is_one_that_qt_knows(action: Action) -> None:
    for key in action.keys:
        assert QKeySequence(key).toString()


def test_every_action_stands_in_a_menu() -> None:
    assert {action.menu for action in ACTIONS} <= set(MENUS)


def test_plain_keys_are_left_to_the_lists() -> None:
    plain = [
        action.id
        for action in ACTIONS
        if action.is_bound
        and any(re.fullmatch(r"(Shift\+)?(.|Space|Del|Return)", key) for key in action.keys)
    ]

    assert plain == []


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("导入案卷", "导入", True),
        ("导入案卷", "draj", True),
        ("导入案卷", "DR", True),
        ("宁交罚〔2024〕0132号", "0132", True),
        ("导入案卷", "设置", False),
    ],
    ids=["by name", "by initials", "capitals", "by number", "something else"],
)
def test_search_finds_names_and_initials(text: str, query: str, found: bool) -> None:
    assert matches(text, query) is found


def test_initials_keep_latin_and_digits() -> None:
    assert initials("打开 PDF 第2页") == "dkpdfd2y"


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("Return", "Enter"),
        ("Ctrl+Down", "Ctrl+↓"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+-", "Ctrl+−"),
        ("F8", "F8"),
    ],
)
def test_keys_are_shown_as_people_know_them(key: str, shown: str) -> None:
    assert shown_key(key) == shown
