"""整改台账: every problem of a campaign or unit and how far its rectification has come."""

from collections import Counter

from reviewer.model.feedback import Rectification, RectificationState
from reviewer.reports.blocks import (
    Align,
    Cell,
    Layout,
    Report,
    Style,
    Table,
    Text,
    Tone,
    head_row,
)
from reviewer.reports.campaign.pieces import iso
from reviewer.reports.campaign.year_inputs import RectificationLedgerInput
from reviewer.reports.wording import LAW_NOTE

TITLE = "案卷评查整改台账"
_DONE = {
    RectificationState.CLOSED,
    RectificationState.REVISITED,
    RectificationState.WITHDRAWN,
    RectificationState.ROLLED,
}
_VISITED = {RectificationState.REVISITED: "是", RectificationState.REOPENED: "是（未通过）"}


def rectification_ledger(source: RectificationLedgerInput) -> Report:
    """Return the ledger as it stands on one day; overdue problems are marked."""
    states = Counter(one.state for _, one in source.rows)
    counts = "、".join(
        f"{state.value} {states[state]}" for state in RectificationState if states[state]
    )
    late = sum(1 for _, one in source.rows if overdue(one, source))
    note = f"共 {len(source.rows)} 项：{counts or '没有整改事项'}。"
    if late:
        note += f"已逾期 {late} 项。"
    about = "　".join(
        filter(None, (source.campaign.name, source.unit, f"截至 {iso(source.as_of)}"))
    )
    return Report(
        title=f"{TITLE} {source.unit or source.campaign.name}",
        layout=Layout.FORM,
        blocks=(
            Text(TITLE, Style.TITLE),
            Text(about, Style.SUBTITLE),
            _table(source),
            Text(note, Style.NOTE),
        ),
        footer=LAW_NOTE,
    )


def overdue(one: Rectification, source: RectificationLedgerInput) -> bool:
    """Return whether the term of a problem has passed and it is not closed."""
    return one.due is not None and one.due < source.as_of and one.state not in _DONE


def _table(source: RectificationLedgerInput) -> Table:
    titles = (
        *("编号", "单位、案卷", "问题", "依据", "整改措施", "责任人", "期限", "完成情况"),
        *("佐证", "复核人", "销号日期", "回头看"),
    )
    rows = [head_row(*titles)]
    for number, (unit, one) in enumerate(source.rows, 1):
        case = one.case_no if source.unit else f"{unit}\n{one.case_no}"
        late = overdue(one, source)
        evidence = "、".join(file.name for file in one.evidence) or one.evidence_named
        state = f"{one.state.value}{'（逾期）' if late else ''}"
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(case.strip()),
                Cell(one.problem),
                Cell(one.basis),
                Cell(one.measures),
                Cell(one.responsible, Align.CENTRE),
                Cell(iso(one.due), Align.CENTRE, Tone.LOST if late else Tone.PLAIN),
                Cell("\n".join(part for part in (state, one.progress) if part)),
                Cell(evidence),
                Cell(one.verified_by, Align.CENTRE),
                Cell(iso(one.closed_on), Align.CENTRE),
                Cell(_VISITED.get(one.state, "否"), Align.CENTRE),
            )
        )
    if not source.rows:
        rows.append((Cell("没有整改事项", Align.CENTRE, span=len(titles)),))
    return Table((4.6, 19, 18, 12, 15, 6.5, 9.4, 10, 12, 6.5, 9.4, 6.5), tuple(rows))
