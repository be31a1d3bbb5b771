"""The papers of the file itself: DT01 封面, DT02 卷内目录, DT03 备考表."""

from collections.abc import Sequence

from reviewer.model import Procedure
from reviewer.proof.documents.forms import made
from reviewer.proof.documents.parts import (
    Cell,
    Look,
    MadeDocument,
    Paragraph,
    Table,
    hand,
    label,
)
from reviewer.proof.documents.wording import (
    case_no,
    day,
    decision_no,
    digits,
    overall_cause,
    table_day,
    worded,
    written_day,
)
from reviewer.proof.story import CaseStory


def cover(story: CaseStory, pages: int) -> MadeDocument:
    """Write the cover (卷宗封面); `pages` counts the numbered pages."""
    title = worded(story, "行政处罚案卷", "交通运输行政执法案卷", "行政执法卷宗")
    style, dates = story.style, story.dates
    filed = day(style, dates.approved) if story.has("DT05") else day(style, dates.found)
    rows = [
        ("案号", case_no(story)),
        ("案由", overall_cause(story)),
        ("当事人", story.party.name),
        *_decision_row(story),
        ("立案日期" if story.has("DT05") else "受理日期", filed),
        ("结案日期", day(style, dates.closed)),
        ("处理结果", _result(story)),
        ("承办人", "、".join(officer.name for officer in story.officers)),
        ("归档日期", day(style, dates.archived)),
        ("保管期限", "长期"),
        ("本卷页数", f"共{pages}页"),
    ]
    table = Table((0.3, 0.7), tuple((label(a), Cell(b)) for a, b in rows))
    made_cover = made(
        "DT01",
        title,
        dates.archived,
        (Paragraph(story.bureau.name, Look.LARGE), Paragraph(title, Look.TITLE)),
        (table,),
    )
    return _unnumbered(made_cover)


def _result(story: CaseStory) -> str:
    match story.plan.procedure:
        case Procedure.NO_PENALTY:
            return "不予行政处罚"
        case Procedure.COERCIVE:
            return "采取行政强制措施" + ("后解除" if story.has("DT18") else "")
    return f"罚款{digits(story.fines.decision)}元"


def _decision_row(story: CaseStory) -> list[tuple[str, str]]:
    match story.plan.procedure:
        case Procedure.COERCIVE:
            return []
        case Procedure.NO_PENALTY:
            return [("决定书文号", decision_no(story))]
    return [("处罚决定书文号", decision_no(story))]


def contents(
    story: CaseStory, documents: Sequence[MadeDocument], spans: Sequence[tuple[int, int]]
) -> MadeDocument:
    """Write the list of contents (卷内目录) with the 卷内页号 of each document."""
    title = worded(story, "卷内目录", "卷内文件目录", "卷内文书目录")
    head = tuple(label(text) for text in ("序号", "文号", "文书题名", "日期", "页号"))
    rows = tuple(
        (
            label(str(order)),
            Cell(document.number or "—"),
            Cell(document.title),
            Cell(table_day(story.style, document.day)),
            label(str(first) if first == last else f"{first}-{last}"),
        )
        for order, (document, (first, last)) in enumerate(zip(documents, spans, strict=True), 1)
    )
    table = Table((0.09, 0.29, 0.31, 0.2, 0.11), (head, *rows), heads=1)
    return _unnumbered(
        made("DT02", title, story.dates.archived, (Paragraph(title, Look.TITLE), table))
    )


def endnote(story: CaseStory, pages: int) -> MadeDocument:
    """Write the closing sheet of the file (备考表)."""
    title = worded(story, "备考表", "卷内备考表", "卷内备考表")
    style, archived = story.style, story.dates.archived
    rows = (
        (label("本卷情况说明"), Cell(f"本卷共{pages}页，文书材料齐全，无缺页、破损。", 3)),
        (
            label("立卷人"),
            Cell(hand(story.clerk)),
            label("立卷日期"),
            Cell(written_day(style, archived)),
        ),
        (
            label("检查人"),
            Cell(hand(story.chief)),
            label("检查日期"),
            Cell(written_day(style, archived)),
        ),
    )
    return made(
        "DT03",
        title,
        archived,
        (Paragraph(title, Look.TITLE), Table((0.22, 0.28, 0.22, 0.28), rows)),
    )


def _unnumbered(document: MadeDocument) -> MadeDocument:
    return MadeDocument(
        document.key,
        document.title,
        document.number,
        document.day,
        document.blocks,
        numbered=False,
    )
