"""整改通知书: what one unit has to put right, until when and how it reports."""

from reviewer.reports.blocks import Align, Block, Cell, Layout, Report, Table, Text, head_row
from reviewer.reports.campaign.pieces import (
    attachment,
    attachment_list,
    bound,
    contact,
    heading,
    iso,
    numbered,
    on_day,
    plain_top,
    signature,
)
from reviewer.reports.campaign.year_inputs import RectificationNoticeInput
from reviewer.reports.wording import LAW_NOTE

TITLE = "案卷评查整改通知书"
LIST_TITLE = "整改事项清单"
_SMALL = 9.0
_AFTERWARDS = (
    "整改情况逐项审核，符合要求的销号，不符合要求的退回补正。",
    "已销号的事项由组织单位安排回头看；仍未完成的，转入下一年度继续跟踪。",
    "案卷存在的问题涉及已生效决定的，依照法定程序处理，不得更换、补写卷内材料。",
)


def rectification_notice(source: RectificationNoticeInput) -> Report:
    """Return the notice; a draft while an item has no requirement or the term is open."""
    items = source.rectifications
    cases = len({one.case_no for one in items if one.case_no})
    blocks: list[Block] = [
        *plain_top(source.official, TITLE),
        Text(
            f"{source.campaign.name}发现你单位 {cases} 卷案卷存在 {len(items)} 个需要整改的问题。"
            "现通知你单位限期整改，具体要求如下。"
        ),
        heading(1, "整改事项"),
        Text("问题、依据和整改要求见附件。"),
        heading(2, "整改期限"),
        Text(f"自本通知书下达之日起至{on_day(source.due)}止。清单另有期限的，从其规定。"),
        heading(3, "书面报告"),
        Text(
            "整改完成后，使用随本通知书下发的整改台账填报表逐项填写整改措施、责任人、完成情况和"
            "佐证材料，连同书面报告报送。不能按期完成的，在期限届满前书面说明原因和拟完成时间。"
        ),
        heading(4, "审核和复查"),
        *numbered(_AFTERWARDS),
        contact(source.campaign),
        *attachment_list([LIST_TITLE]),
        *signature(source.official),
        *attachment(None, LIST_TITLE),
        _list(source),
    ]
    return Report(
        title=f"{TITLE} {source.unit}",
        layout=Layout.LETTER,
        blocks=bound(blocks),
        footer=LAW_NOTE,
        draft=source.due is None or any(not one.requirement for one in items),
        draft_note="整改要求或者期限未填，不得印发",
    )


def _list(source: RectificationNoticeInput) -> Table:
    rows = [head_row("序号", "案卷", "问题", "依据和页码", "整改要求", "期限")]
    for number, one in enumerate(source.rectifications, 1):
        page = f"第 {one.pages} 页" if one.pages.replace("、", "").isdigit() else one.pages
        basis = "\n".join(part for part in (one.basis, page) if part)
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(one.case_no),
                Cell(one.problem),
                Cell(basis),
                Cell(one.requirement or "＿＿＿＿"),
                Cell(iso(one.due or source.due), Align.CENTRE),
            )
        )
    return Table((7, 21, 25, 16, 18, 13.5), tuple(rows), size=_SMALL)
