"""What the frame of the window says: actions, keys, status row, title and what Ctrl+K finds.

Pure functions of a `Situation`.  Keys come from the table of actions, so that a key shown is a
key that works.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from reviewer.ui.actions import ACTIONS, find_action, shown_key
from reviewer.ui.shell.search import Found
from reviewer.ui.words import plain_cause
from reviewer.workspace.views import CaseRow

PROGRAM = "交通运输行政执法案卷评查"
_ALWAYS = frozenset({
    "file.import", "file.import_folder", "file.paper", "file.quit", "view.search", "tab.home",
    "tab.next", "tab.previous", "window.full", "tools.saved", "tools.settings", "help.keys",
    "help.about", "table.removed", "tools.signals", "tools.rules", "tools.library",
    "tools.calendar", "campaign.new", "campaign.board", "draw.verify", "package.open",
})  # fmt: skip
_COMMON = (("file.import", "导入"), ("view.search", "命令"), ("help.keys", "帮助"))
_HELP = (("view.search", "命令"), ("help.keys", "帮助"))
# An entry is an action and its word, with another key behind a bar; or a key that a page knows by
# itself.
_HERE: dict[str, tuple[tuple[str, str], ...]] = {
    "empty": _COMMON,
    "cases": (
        ("table.open", "打开案卷"),
        ("table.remove", "移除"),
        ("case.export", "导出"),
        *_COMMON,
    ),
    "paper": (("Enter", "新建"), ("Esc", "返回"), ("help.keys", "帮助")),
    "names": (("Enter", "保存"), ("Esc", "返回"), ("help.keys", "帮助")),
    "settings": _HELP,
    "export": (("Esc", "返回"), *_HELP),
    "rules": (("↑↓", "换行"), ("空格", "停用或启用"), *_HELP),
    "library": _HELP,
    "calendar": _HELP,
    "signals": (("↑↓", "换行"), ("Enter", "打开案卷"), *_HELP),
    "board": (("campaign.new", "新建活动"), *_COMMON),
    "ledger": (("↑↓", "换行"), ("Del", "移出所选单位的台账"), *_HELP),
    "draw": _HELP,
    "annual": (("Esc", "返回"), *_HELP),
    "selfcheck": (("↑↓", "换项"), ("1–4", "定结论"), ("Esc", "返回"), *_HELP),
    "statistics": (
        ("↑↓", "换行"),
        ("Enter", "看案卷"),
        ("Ctrl+C", "复制表"),
        *_HELP,
    ),
    "feedback": (("↑↓", "换行"), *_HELP),
    "bulletin": _HELP,
    "rectify": (("↑↓", "换行"), *_HELP),
    "form_preview": (("空格", "选定或取消"), ("Esc", "返回"), *_HELP),
    "objection": (("空格", "选定评查项"), ("Del", "移出附件"), ("Esc", "返回"), *_HELP),
    "files": (("↑↓", "换行"), ("file.import", "导入"), *_HELP),
    "packages": (("↑↓", "换行"), ("package.open", "打开评查包"), *_HELP),
    "package_preview": (("↑↓", "换行"), ("Esc", "返回"), *_HELP),
    "ledger_preview": (("Esc", "返回"), *_HELP),
    "setup": (("F2", "改单元格"), ("Ctrl+V", "粘贴"), ("Esc", "返回"), *_HELP),
    "tasks": (("↑↓", "换行"), ("Enter", "评查所选案卷"), *_HELP),
    "agreement": (("↑↓", "换行"), ("空格", "选定校准案卷"), *_HELP),
    "adjudication": (("↑↓", "换行"), ("Enter", "合议所选案卷"), *_HELP),
    "meeting": (
        ("meeting.first|1", "从甲"),
        ("meeting.second|2", "从乙"),
        ("meeting.other|3", "另定"),
        ("↓", "下一项"),
        ("meeting.record", "记录"),
        ("window.full", "投屏"),
        ("help.keys", "帮助"),
    ),
    "copy": (("Esc", "返回"), *_HELP),
    "groups": (("↑↓", "换行"), ("Ctrl+C", "复制表"), *_HELP),
    "removed": (("Enter", "恢复"), ("Esc", "返回"), *_HELP),
    "preview": (("F2", "改名"), ("Del", "不导入"), ("Esc", "返回"), ("help.keys", "帮助")),
    "running": (("Esc", "取消"), *_HELP),
    "report": _COMMON,
    "case": (
        ("item.conforms|1–4", "定结论"),
        ("item.next|↓", "下一项"),
        ("item.accept", "采纳"),
        ("item.reject", "不采纳"),
        ("evidence.box", "框选"),
        ("page.next_unread", "未阅页"),
        ("help.keys", "按键表"),
    ),
    # Where vetoes, explanation, 签定 or 导出 stand over the items.
    "covered": (
        ("case.back", "返回"),
        ("evidence.box", "框选"),
        ("page.next_unread", "未阅页"),
        ("help.keys", "按键表"),
    ),
    "timeline": (
        ("←→", "前后日期"),
        ("timeline.open", "看原页"),
        ("timeline.correct", "更正日期"),
        ("case.back", "返回"),
        ("help.keys", "按键表"),
    ),
}
_CLOSABLE = (("tab.close", "关闭标签"), ("view.search", "命令"))


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the user is and what goes on."""

    place: str
    """`empty`, `cases`, … of home, `case`, or the key of a help tab."""
    title: str = ""
    """Of the case or the help tab; empty on home."""
    reading: str = ""
    """Sentence of the text recognition; empty when there is nothing to read."""
    pausable: bool = False
    paused: bool = False
    said: str = ""
    """What was done last, said once."""
    counts: str = ""
    """Cases by state."""
    folder: str = ""
    case_status: str = ""
    case_actions: frozenset[str] = frozenset()
    campaign_actions: frozenset[str] = frozenset()
    """What can be done with the campaign that is seen, from anywhere."""

    @property
    def on_home(self) -> bool:
        """Whether the home tab is seen."""
        return self.place in _HERE and self.place not in ("case", "meeting")


def available(now: Situation) -> frozenset[str]:
    """Return the actions that can be given."""
    ids = set(_ALWAYS | now.case_actions | now.campaign_actions)
    if not now.on_home:
        ids.add("tab.close")
    if now.place == "cases":
        ids |= {"table.open", "table.names", "table.remove", "case.export"}
    if now.paused:
        ids.add("texts.resume")
    elif now.pausable:
        ids.add("texts.pause")
    return frozenset(ids)


def behind(now: Situation) -> str:
    """Return the left end of the status row."""
    return now.reading or now.said or (now.counts if now.on_home else "") or "就绪"


def mode(now: Situation) -> str:
    """Return the right end of the status row."""
    return now.case_status if now.place in ("case", "meeting") else f"案卷保存在本机　{now.folder}"


def window_title(now: Situation) -> str:
    """Return the title of the window."""
    return f"{now.title} - {PROGRAM}" if now.title else PROGRAM


def keys_here(now: Situation) -> tuple[tuple[str, str], ...]:
    """Return the keys that work now, each with its word."""
    ids = available(now)
    place = "covered" if "case.back" in now.case_actions else now.place
    if "timeline.open" in now.case_actions:
        place = "timeline"
    entries = ((*name.partition("|"), word) for name, word in _HERE.get(place, _CLOSABLE))
    return tuple(
        (key or _key(name), word)
        for name, _, key, word in entries
        if "." not in name or name in ids
    )


def _key(name: str) -> str:
    return shown_key(find_action(name).keys[0]) if "." in name else name


def findable(rows: Iterable[CaseRow], ids: AbstractSet[str]) -> tuple[Found, ...]:
    """Return the commands that can be given now, then the cases."""
    cases = [Found("case", str(row.id), row.title, _about(row)) for row in rows]
    commands = [
        Found("command", action.id, action.name, action.menu, _shown(action.keys))
        for action in ACTIONS
        if action.id in ids and action.id != "view.search"
    ]
    return (*commands, *cases)


def _about(row: CaseRow) -> str:
    return "　".join(filter(None, (row.party, plain_cause(row.cause, row.party))))


def _shown(keys: tuple[str, ...]) -> str:
    return shown_key(keys[0]) if keys else ""


def short_title(title: str) -> str:
    """Return what a tab says: the serial number of a case number, else the title itself."""
    found = re.search(r"〕\s*第?\s*(\d+\s*号)", title)
    return found.group(1) if found else title
