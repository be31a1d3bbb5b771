"""整改审核意见（销号单）: one problem, what was verified, and whether it is closed."""

from reviewer.reports.blocks import Cell, Layout, Report, Style, Table, Text
from reviewer.reports.blocks import label as head
from reviewer.reports.campaign.pieces import fields, shown_day, sign_table
from reviewer.reports.campaign.year_inputs import ClosingInput
from reviewer.reports.wording import LAW_NOTE

TITLE = "案卷评查整改审核意见（销号单）"


def closing(source: ClosingInput) -> Report:
    """Return the sheet; a draft until it is decided."""
    one = source.rectification
    short = fields(
        (
            ("被评查单位", source.unit),
            ("案卷", one.case_no or "—"),
            ("问题类别", one.category or "—"),
            ("材料页码", one.pages or "—"),
            ("整改期限", shown_day(one.due)),
            ("完成日期", shown_day(one.done_on)),
            ("责任人", one.responsible or "＿＿＿＿"),
            ("目前状态", one.state.value),
        ),
        2,
        (16, 34, 16, 34),
    )
    rows = tuple((head(name), Cell(value, span=3)) for name, value in _told(source))
    number = source.number or f"＿＿＿＿〔{source.campaign.year}〕＿＿号"
    return Report(
        title=f"{TITLE} {source.unit} {one.case_no}".strip(),
        layout=Layout.RECORD,
        blocks=(
            Text(TITLE, Style.TITLE),
            Text(f"{source.campaign.name}　编号：{number}", Style.SUBTITLE),
            Table(short.widths, (*short.rows, *rows), head=0),
            sign_table((("审核人", one.verified_by), ("组长", ""), ("组织单位", "（盖章）"))),
        ),
        footer=LAW_NOTE,
        draft=source.passed is None,
        draft_note="尚未审核完毕，不作为销号依据",
    )


def _told(source: ClosingInput) -> tuple[tuple[str, str], ...]:
    """Return the long texts: the problem, what was done about it and what was verified."""
    one = source.rectification
    evidence = "\n".join(file.name for file in one.evidence) or one.evidence_named
    return (
        ("问题", one.problem),
        ("依据", one.basis or "—"),
        ("整改要求", one.requirement or "—"),
        ("整改措施", one.measures or "\n\n"),
        ("完成情况", one.progress or "\n\n"),
        ("佐证材料", evidence or "未见佐证材料"),
        ("审核意见", source.opinion or "\n\n\n"),
        ("审核结论", _conclusion(source)),
        ("审核日期", shown_day(source.verified_on)),
        ("回头看安排", _revisit(source)),
    )


def _conclusion(source: ClosingInput) -> str:
    if source.passed is None:
        return "□ 符合要求，予以销号　　□ 不符合要求，退回补正"
    if source.passed:
        return "☑ 符合要求，予以销号　　□ 不符合要求，退回补正"
    return "□ 符合要求，予以销号　　☑ 不符合要求，退回补正"


def _revisit(source: ClosingInput) -> str:
    due = source.rectification.revisit_due
    return f"{shown_day(due)}前回头看" if due else "由组织单位另行安排"
