"""评查结果汇总表: units, and fields, brigades and officers in the same form."""

from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Layout,
    PageBreak,
    Report,
    Style,
    Table,
    Text,
    Tone,
)
from reviewer.reports.blocks import head_row as heads
from reviewer.reports.campaign.inputs import ResultLine, ResultTable, SummaryInput
from reviewer.reports.campaign.pieces import iso, mean_words
from reviewer.reports.wording import LAW_NOTE

TITLE = "案卷评查结果汇总表"


def summary(source: SummaryInput) -> Report:
    """Return the summary; a draft while results are open."""
    blocks: list[Block] = []
    for number, one in enumerate(source.tables):
        if number:
            blocks.append(PageBreak())
        blocks += [
            Text(f"{TITLE}（按{one.dimension}）", Style.TITLE),
            Text(f"{source.campaign.name}　{iso(source.made_on)}", Style.SUBTITLE),
            result_table(source, one),
        ]
        if one.note:
            blocks.append(Text(one.note, Style.NOTE))
    if source.pending:
        note = f"尚有 {source.pending} 卷结果待定，待定案卷按目前评分列入。"
        blocks.append(Text(note, Style.NOTE))
    return Report(
        title=f"{TITLE} {source.campaign.name}",
        layout=Layout.FORM,
        blocks=tuple(blocks),
        footer=LAW_NOTE,
        draft=source.pending > 0,
    )


def _ranked(table: ResultTable) -> bool:
    return any(line.rank for line in table.lines)


def result_table(
    source: SummaryInput, table: ResultTable, *, top: bool = True, size: float | None = None
) -> Table:
    """Return one table; `top` adds the items that cost most points."""
    ranked = _ranked(table)
    titles = ["序号", table.dimension, "案卷数", "平均分", *source.grades, "否决卷数"]
    widths = [5.0, 26.0, 7.0, 7.0, *(6.5 for _ in source.grades), 7.0]
    if not top:  # on an upright page
        widths = [8.0, 26.0, 9.5, 9.5, *(9.5 for _ in source.grades), 12.0]
    if ranked:
        titles.append("名次")
        widths.append(7.0 if top else 9.5)
    if top:
        titles.append("扣分最多的评查项")
        widths.append(34.0)
    rows = [heads(*titles)]
    for number, line in enumerate(table.lines, 1):
        rows.append(_row(str(number), line, ranked=ranked, top=top))
    rows.append(_row("", source.overall, ranked=ranked, top=top, total=True))
    return Table(tuple(widths), tuple(rows), size=size)


def _row(
    number: str, line: ResultLine, *, ranked: bool, top: bool, total: bool = False
) -> tuple[Cell, ...]:
    tone = Tone.GROUP if total else Tone.PLAIN
    figures = [str(line.cases), mean_words(line), *map(str, line.grades), str(line.vetoed)]
    if ranked:
        figures.append("" if total else line.rank or "—")
    if total:
        first = [Cell("合计", Align.CENTRE, tone, 2)]
    else:
        first = [Cell(number, Align.CENTRE), Cell(line.name)]
    cells = [*first, *(Cell(figure, Align.CENTRE, tone) for figure in figures)]
    if top:
        cells.append(Cell("；".join(line.top[:5]) or "—", Align.LEFT, tone))
    return tuple(cells)
