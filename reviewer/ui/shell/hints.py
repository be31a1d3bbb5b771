"""Which keys the status row shows where, and what Ctrl+K can find; pure functions.

Keys come from the table of actions, so that a key shown is a key that works.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from reviewer.ui.actions import ACTIONS, find_action, shown_key
from reviewer.ui.shell.search import Found
from reviewer.workspace.views import CaseRow

_ALWAYS = (("file.import", "导入"), ("view.search", "命令"), ("help.keys", "帮助"))
# An entry is an action, or a key that a list knows by itself, and its word.
_HERE: dict[str, tuple[tuple[str, str], ...]] = {
    "empty": _ALWAYS,
    "cases": (("table.open", "打开案卷"), *_ALWAYS),
    "paper": (("Enter", "新建"), ("Esc", "返回"), ("help.keys", "帮助")),
    "settings": (("view.search", "命令"), ("help.keys", "帮助")),
    "preview": (("F2", "改名"), ("Del", "不导入"), ("Esc", "返回"), ("help.keys", "帮助")),
    "running": (("Esc", "取消"), ("view.search", "命令"), ("help.keys", "帮助")),
    "case": (
        ("1–4", "定结论"),
        ("↓", "下一项"),
        ("item.accept", "采纳"),
        ("item.reject", "不采纳"),
        ("evidence.box", "框选"),
        ("page.next_unread", "未阅页"),
        ("help.keys", "按键表"),
    ),
}
_CLOSABLE = (("tab.close", "关闭标签"), ("view.search", "命令"))


def keys_here(place: str) -> tuple[tuple[str, str], ...]:
    """Return the keys that work in a place, each with its word."""
    return tuple((_key(name), word) for name, word in _HERE.get(place, _CLOSABLE))


def _key(name: str) -> str:
    return shown_key(find_action(name).keys[0]) if "." in name else name


def findable(rows: Iterable[CaseRow], available: AbstractSet[str]) -> tuple[Found, ...]:
    """Return the cases, then the commands that can be given now."""
    cases = [
        Found("case", str(row.id), row.title, "　".join(filter(None, (row.party, row.cause))))
        for row in rows
    ]
    commands = [
        Found("command", action.id, action.name, action.menu, _shown(action.keys))
        for action in ACTIONS
        if action.id in available and action.id != "view.search"
    ]
    return (*commands, *cases)


def _shown(keys: tuple[str, ...]) -> str:
    return shown_key(keys[0]) if keys else ""


def short_title(title: str) -> str:
    """Return what a tab says: the serial number of a case number, else the title itself."""
    found = re.search(r"〕\s*第?\s*(\d+\s*号)", title)
    return found.group(1) if found else title
