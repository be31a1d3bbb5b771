"""Every action of the window: one table, from which menus, keys, Ctrl+K and F1 are made.

An action that is not in this table does not exist, and only what is built is in it.  `where`
says where its keys act: `window` and `case` are bound by the window; `table`, `list` and `page`
keys are plain keys which the lists and the page take themselves, so that they never reach a text
field.
"""

from dataclasses import dataclass
from functools import cache

from reviewer.ui.workbench.actions import WORKBENCH_ACTIONS

MENUS = ("文件", "编辑", "查看", "评查", "活动", "工具", "帮助")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done."""

    id: str
    text: str
    """Chinese, as the menu shows it."""
    menu: str
    keys: tuple[str, ...] = ()
    """As `QKeySequence` reads them, the one shown first."""
    where: str = "window"

    @property
    def name(self) -> str:
        """The text without the dots that say that more is asked."""
        return self.text.rstrip("…")

    @property
    def is_bound(self) -> bool:
        """Whether the window binds the keys; otherwise lists and the page take them."""
        return self.where in {"window", "case"}


_SHELL = (
    Action("file.import", "导入案卷…", "文件", ("Ctrl+I",)),
    Action("file.import_folder", "导入文件夹…", "文件"),
    Action("file.paper", "新建纸质评查…", "文件"),
    Action("table.open", "打开所选案卷", "文件", ("Enter", "Return"), "table"),
    Action("table.names", "案卷信息…", "文件"),
    Action("table.remove", "移除所选案卷", "文件", ("Del",), "table"),
    Action("table.removed", "已移除的案卷…", "文件"),
    Action("tab.close", "关闭标签", "文件", ("Ctrl+W",)),
    Action("file.quit", "退出", "文件"),
    Action("view.search", "搜案卷或命令", "查看", ("Ctrl+K",)),
    Action("tab.home", "首页", "查看"),
    Action("tab.next", "下一标签", "查看", ("Ctrl+Tab",)),
    Action("tab.previous", "上一标签", "查看", ("Ctrl+Shift+Tab",)),
    Action("window.full", "全屏", "查看", ("F11",)),
    Action("package.open", "打开评查包…", "文件", ("Ctrl+O",)),
    Action("campaign.new", "新建活动…", "活动", ("Ctrl+N",)),
    Action("campaign.copy", "由上年复制活动…", "活动"),
    Action("campaign.board", "活动进度", "活动"),
    Action("board.late", "逾期的案卷", "活动"),
    Action("campaign.setup", "活动设置…", "活动"),
    Action("campaign.notice", "登记通知印发", "活动"),
    Action("ledger.open", "台账", "活动"),
    Action("ledger.template", "写出台账模板…", "活动"),
    Action("ledger.import", "导入台账…", "活动"),
    Action("ledger.export", "导出台账…", "活动"),
    Action("ledger.freeze", "冻结台账", "活动"),
    Action("ledger.anew", "另建台账", "活动"),
    Action("draw.open", "抽取", "活动"),
    Action("files.open", "调卷", "活动"),
    Action("draw.record", "导出抽取记录…", "活动"),
    Action("draw.verify", "核对抽取记录…", "活动"),
    Action("groups.open", "分组与回避", "活动"),
    Action("groups.propose", "自动分配评查人", "活动"),
    Action("groups.export", "导出评查组名单与回避登记…", "活动"),
    Action("package.list", "评查包", "活动"),
    Action("package.tasks", "写出任务包…", "活动"),
    Action("package.result", "写出成果包…", "活动"),
    Action("statistics.open", "统计", "活动"),
    Action("statistics.copy", "复制到表格", "活动"),
    Action("statistics.excel", "导出全部统计表…", "活动"),
    Action("feedback.open", "反馈申辩", "活动"),
    Action("feedback.letters", "写出反馈意见和问题清单…", "活动"),
    Action("bulletin.open", "评查情况通报", "活动"),
    Action("bulletin.write", "写出评查情况通报…", "活动"),
    Action("rectification.open", "整改", "活动"),
    Action("rectification.late", "逾期未报的整改", "活动"),
    Action("rectification.revisit", "待回头看的整改", "活动"),
    Action("rectification.papers", "写出整改通知书和填报表…", "活动"),
    Action("rectification.read", "读回整改填报表…", "活动"),
    Action("rectification.ledger", "导出整改台账…", "活动"),
    Action("tasks.open", "评查任务", "活动"),
    Action("adjudication.open", "合议列表", "活动"),
    Action("agreement.open", "一致性与校准", "活动"),
    Action("meeting.attend", "登记到会…", "活动"),
    Action("meeting.first", "从甲", "活动", ("1",), "meeting"),
    Action("meeting.second", "从乙", "活动", ("2",), "meeting"),
    Action("meeting.other", "另定…", "活动", ("3",), "meeting"),
    Action("meeting.record", "记录并看下一项", "活动", ("Ctrl+Return",), "meeting"),
    Action("meeting.close", "结束合议…", "活动"),
    Action("meeting.minutes", "导出合议记录…", "活动"),
    Action("papers.open", "导出活动文书…", "活动"),
    Action("statistics.summary", "写出评查结果汇总表…", "活动"),
    Action("annual.open", "年度工作报告素材…", "活动"),
    Action("selfcheck.open", "三项制度自查…", "活动"),
    Action("tools.signals", "跨卷线索", "工具"),
    Action("tools.rules", "核查规则", "工具"),
    Action("tools.library", "本单位库", "工具"),
    Action("tools.calendar", "工作日历", "工具"),
    Action("texts.pause", "暂停文字识别", "工具"),
    Action("texts.resume", "继续文字识别", "工具"),
    Action("tools.saved", "查看保存情况", "工具", ("Ctrl+S",)),
    Action("tools.settings", "设置", "工具"),
    Action("help.keys", "按键表", "帮助", ("F1",)),
    Action("help.about", "关于", "帮助"),
)

ACTIONS: tuple[Action, ...] = _SHELL + tuple(
    Action(action.id, action.text, action.menu, action.keys, action.where)
    for action in WORKBENCH_ACTIONS
)

NEVER_USED = ("Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+,", "F10")
"""Keys that Windows or input methods own, beside Ctrl+Shift+letter, Ctrl+Alt, Alt+letter."""


def find_action(action_id: str) -> Action:
    """Return the action; raises KeyError when there is none."""
    for action in ACTIONS:
        if action.id == action_id:
            return action
    raise KeyError(action_id)


@cache
def initials(text: str) -> str:
    """Return the pinyin initials of `text` in lower case, such as `drAJ` → `draj`."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - 0.4 s of the start (measured)

    letters = lazy_pinyin(text, style=Style.FIRST_LETTER)
    return "".join(letters).lower().replace(" ", "")


def matches(text: str, query: str) -> bool:
    """Return whether `query` is part of `text` or of its pinyin initials."""
    wanted = query.strip().lower().replace(" ", "")
    if wanted in text.lower().replace(" ", ""):
        return True
    # Only Latin letters can be initials; asking for anything else costs the loading of pypinyin.
    return wanted.isascii() and wanted in initials(text)


_SHOWN = {
    "Return": "Enter",
    "PgDown": "PgDn",
    "Down": "↓",
    "Up": "↑",
    "Left": "←",
    "Right": "→",
    "Space": "空格",
    "-": "−",
}


def shown_key(key: str) -> str:
    """Return a key as help and status row show it, such as Ctrl+↓."""
    head, plus, last = key.rpartition("+") if not key.endswith("++") else (key[:-2], "+", "+")
    return f"{head}{plus}{_SHOWN.get(last, last)}"
