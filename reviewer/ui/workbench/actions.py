"""What can be done in a case tab: one table, from which menus, keys and help are made.

`where` says where the keys act.  `case` keys act everywhere in the tab and may be shortcuts of
the window.  `list` and `page` keys are plain keys: the tab itself takes them, from lists and the
page only, so that they never reach a text field; a window shows them and must not bind them.
`timeline` keys are those of the timeline, which takes them by itself.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkbenchAction:
    """One action of the case tab."""

    id: str
    text: str
    """Chinese, as the menu shows it."""
    menu: str
    """Name of the menu: 文件 编辑 查看 评查."""
    keys: tuple[str, ...] = ()
    """As `QKeySequence` reads them, the one shown first."""
    where: str = "case"
    """`case`, `list`, `page` or `timeline`."""


WORKBENCH_ACTIONS: tuple[WorkbenchAction, ...] = (
    WorkbenchAction("case.export", "导出文书…", "文件", ("Ctrl+E",)),
    WorkbenchAction("edit.undo", "撤销", "编辑", ("Ctrl+Z",)),
    WorkbenchAction("edit.redo", "重做", "编辑", ("Ctrl+Y",)),
    WorkbenchAction("edit.copy", "复制页面文字", "编辑", ("Ctrl+C",), "page"),
    WorkbenchAction("edit.find", "在卷内查找…", "编辑", ("Ctrl+F",)),
    WorkbenchAction("edit.find_next", "查找下一处", "编辑", ("F3",)),
    WorkbenchAction("edit.find_previous", "查找上一处", "编辑", ("Shift+F3",)),
    WorkbenchAction("case.review", "评查", "查看", ("Alt+1",)),
    WorkbenchAction("case.timeline", "时间线", "查看", ("Alt+2",)),
    WorkbenchAction("timeline.open", "看该日期的原页", "查看", ("Return", "Enter"), "timeline"),
    WorkbenchAction("timeline.correct", "更正该日期", "查看", ("E",), "timeline"),
    WorkbenchAction("view.documents", "文书栏", "查看", ("Ctrl+B",)),
    WorkbenchAction("view.second_screen", "页面移到第二屏，或移回", "查看"),
    WorkbenchAction("view.next_area", "下一区域", "查看", ("F6",)),
    WorkbenchAction("view.previous_area", "上一区域", "查看", ("Shift+F6",)),
    WorkbenchAction("page.next", "下一页", "查看", ("Ctrl+PgDown",)),
    WorkbenchAction("page.previous", "上一页", "查看", ("Ctrl+PgUp",)),
    WorkbenchAction("page.go", "转到页…", "查看", ("Ctrl+G",)),
    WorkbenchAction("page.zoom_in", "放大", "查看", ("Ctrl+=", "Ctrl++")),
    WorkbenchAction("page.zoom_out", "缩小", "查看", ("Ctrl+-",)),
    WorkbenchAction("page.fit_width", "适合宽度", "查看", ("Ctrl+0",)),
    WorkbenchAction("page.fit_page", "整页", "查看", ("Ctrl+9",)),
    WorkbenchAction("page.rotate", "向右旋转", "查看", ("R",), "page"),
    WorkbenchAction("page.rotate_back", "向左旋转", "查看", ("Shift+R",), "page"),
    WorkbenchAction("page.original", "打开原件", "查看"),
    WorkbenchAction("page.lift", "盲评：本页显示…", "查看"),
    WorkbenchAction("page.cover", "盲评：重新遮盖本页", "查看"),
    WorkbenchAction("page.facts", "标色：显示读出的要素", "查看", ("H",), "page"),
    WorkbenchAction("page.next_unread", "下一未阅页", "查看", ("F8",)),
    WorkbenchAction("page.previous_unread", "上一未阅页", "查看", ("Shift+F8",)),
    WorkbenchAction("item.conforms", "符合", "评查", ("1",), "list"),
    WorkbenchAction("item.fails", "不符合", "评查", ("2",), "list"),
    WorkbenchAction("item.absent", "不涉及…", "评查", ("3",), "list"),
    WorkbenchAction("item.pending", "待定", "评查", ("4",), "list"),
    WorkbenchAction("item.conforms_anywhere", "符合（在任何栏内）", "评查", ("Ctrl+1",)),
    WorkbenchAction("item.fails_anywhere", "不符合（在任何栏内）", "评查", ("Ctrl+2",)),
    WorkbenchAction("item.absent_anywhere", "不涉及（在任何栏内）", "评查", ("Ctrl+3",)),
    WorkbenchAction("item.pending_anywhere", "待定（在任何栏内）", "评查", ("Ctrl+4",)),
    WorkbenchAction("item.next", "下一项", "评查", ("Ctrl+Down",)),
    WorkbenchAction("item.previous", "上一项", "评查", ("Ctrl+Up",)),
    WorkbenchAction("item.next_pending", "下一待定项", "评查", ("F4",)),
    WorkbenchAction("item.previous_pending", "上一待定项", "评查", ("Shift+F4",)),
    WorkbenchAction("item.accept", "采纳", "评查", ("Return", "Enter"), "list"),
    WorkbenchAction("item.accept_next", "采纳并到下一项", "评查", ("Ctrl+Return", "Ctrl+Enter")),
    WorkbenchAction("item.reject", "不采纳，或删去扣分情形", "评查", ("Del",), "list"),
    WorkbenchAction("item.why", "为何提示", "评查", ("?",), "list"),
    WorkbenchAction("item.add", "添加扣分情形", "评查", ("Ctrl+D",)),
    WorkbenchAction("item.reason", "修改处数、理由", "评查", ("F2",)),
    WorkbenchAction("item.next_evidence", "本项下一处证据", "评查", ("Space",), "list"),
    WorkbenchAction("evidence.box", "框选证据", "评查", ("B",), "page"),
    WorkbenchAction("evidence.selection", "选中文字作为证据", "评查", ("E",), "page"),
    WorkbenchAction("veto.panel", "一票否决项", "评查", ("F7",)),
    WorkbenchAction("case.back", "返回评查项", "评查", ("Esc",), "list"),
    WorkbenchAction("review.explain", "得分说明", "评查"),
    WorkbenchAction("review.new", "另开一轮评查…", "评查"),
    WorkbenchAction("review.sign", "签定…", "评查", ("F12",)),
)
