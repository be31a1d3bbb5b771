"""问题清单 of a campaign or of one unit, as campaign.md 4.4 has its columns."""

from reviewer.reports.blocks import Align, Cell, Layout, Report, Style, Table, Text, head_row
from reviewer.reports.campaign.inputs import ProblemLine, ProblemsInput
from reviewer.reports.campaign.pieces import iso
from reviewer.reports.wording import LAW_NOTE

TITLE = "案卷评查问题清单"
_SHARES = (4.5, 19, 8, 21, 13, 8, 8, 15, 6.5, 9.2, 6.5)


def problem_list(source: ProblemsInput) -> Report:
    """Return the list; it names the unit of each problem when it is of several units."""
    about = source.unit or f"全部被评查单位，共 {_units(source)} 个单位有问题"
    found = f"问题 {len(source.problems)} 个" if source.problems else "未发现需要整改的问题"
    return Report(
        title=f"{TITLE} {source.unit or source.campaign.name}",
        layout=Layout.FORM,
        blocks=(
            Text(TITLE, Style.TITLE),
            Text(
                f"{source.campaign.name}　{about}　{found}　{iso(source.made_on)}".rstrip("　"),
                Style.SUBTITLE,
            ),
            table(source.problems, with_unit=not source.unit),
        ),
        footer=LAW_NOTE,
        draft=source.pending,
    )


def _units(source: ProblemsInput) -> int:
    return len({line.unit for line in source.problems if line.unit})


def table(lines: tuple[ProblemLine, ...], *, with_unit: bool, size: float | None = None) -> Table:
    """Return the problems as a table; without one a row says so."""
    titles = (
        "序号",
        "单位、案卷号" if with_unit else "案卷号",
        "问题类别",
        "问题描述",
        "依据",
        "材料页码",
        "责任环节",
        "整改要求",
        "责任人",
        "期限",
        "状态",
    )
    rows = [head_row(*titles)]
    for number, line in enumerate(lines, 1):
        case = f"{line.unit}\n{line.case_no}" if with_unit and line.unit else line.case_no
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(case),
                Cell(line.category, Align.CENTRE),
                Cell(line.problem),
                Cell(line.basis),
                Cell(line.pages, Align.CENTRE),
                Cell(line.stage, Align.CENTRE),
                Cell(line.requirement),
                Cell(line.responsible, Align.CENTRE),
                Cell(iso(line.due), Align.CENTRE),
                Cell(line.state, Align.CENTRE),
            )
        )
    if not lines:
        rows.append((Cell("未发现需要整改的问题", Align.CENTRE, span=len(titles)),))
    return Table(_SHARES, tuple(rows), size=size)


def short_table(lines: tuple[ProblemLine, ...], size: float) -> Table:
    """Return the columns that fit on an upright page, for the attachment of a bulletin."""
    rows = [head_row("序号", "单位、案卷号", "问题类别", "问题描述", "依据", "页码")]
    for number, line in enumerate(lines, 1):
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(f"{line.unit}\n{line.case_no}".strip()),
                Cell(line.category, Align.CENTRE),
                Cell(line.problem),
                Cell(line.basis),
                Cell(line.pages, Align.CENTRE),
            )
        )
    return Table((7.3, 26, 12, 28, 16, 10.7), tuple(rows), size=size)
