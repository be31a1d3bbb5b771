"""Made-up cases, pages, facts and proposals."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid5

from reviewer.model import (
    Box,
    Case,
    CaseFile,
    Document,
    Fact,
    FactValue,
    FileKind,
    PageRef,
    Place,
    Procedure,
    ProposalKey,
    ProposalState,
    Reading,
    Verdict,
)
from reviewer.workspace.views import (
    CaseView,
    FactRow,
    PageView,
    Proposal,
    ReadState,
)

SPACE = UUID("6f8a2f4e-6f9c-4df2-9a57-0c6d3c1c8a01")
CASE_ID = uuid5(SPACE, "case")
FILE = "ab" * 32
NOW = datetime(2025, 4, 22, 10, 42, tzinfo=UTC)
LINE_TALL = 0.03
LINES = (
    "行政处罚决定书",
    "本机关认为你公司擅自改装车辆",
    "依据道路运输条例第七十条第二款",
    "决定罚款捌仟元整",
)


def box_of_line(line: int, width: float = 0.6) -> Box:
    """Return where a line of every made-up page stands."""
    top = 0.1 + line * 0.05
    return Box(0.1, top, 0.1 + width, top + LINE_TALL)


def place(page: int, line: int = 2, folio: str = "") -> Place:
    """Return a place on a made-up page."""
    return Place(FILE, page, LINES[line], box_of_line(line), folio=folio or str(page))


def make_pages(
    count: int, *, read: bool = True, documents: Sequence[range] = ()
) -> tuple[PageView, ...]:
    """Return the pages of one scanned file."""

    def document_of(page: int) -> int:
        return next((i for i, own in enumerate(documents) if page in own), -1)

    return tuple(
        PageView(
            ref=PageRef(FILE, page),
            folio=str(page),
            label=f"案卷.pdf 第 {page} 页",
            width=595.0,
            height=842.0,
            sheet=page,
            document=document_of(page),
            kind=FileKind.PDF,
            read=read,
            confidence=0.98,
            source_name="扫描件",
        )
        for page in range(1, count + 1)
    )


def make_fact(
    key: str, label: str, value: FactValue, text: str, page: int, sure: float = 0.99
) -> FactRow:
    """Return a fact that was read on a page."""
    fact = Fact(key, value, 0, place(page), sure)
    return FactRow(key, label, text, fact, typed=False, confidence=sure, folio=str(page))


def make_case(
    pages: int = 6,
    documents: Sequence[tuple[str, str, int, int]] = (
        ("DT05", "立案登记表", 1, 2),
        ("DT35", "行政处罚决定书", 3, 5),
    ),
    facts: Sequence[FactRow] = (),
    *,
    paper: bool = False,
    read: bool = True,
    party: str = "宁夏宏途通达物流有限公司",
    cause: str = "擅自改装车辆",
) -> CaseView:
    """Return a case; `documents` are type, title, first and last page."""
    file = CaseFile(uuid5(SPACE, "file"), FILE, "案卷.pdf", FileKind.PDF, 1000, pages, 0)
    case = Case(
        CASE_ID,
        title="0132号",
        case_no="宁交罚〔2024〕0132号",
        party=party,
        cause=cause,
        paper=paper,
        files=() if paper else (file,),
    )
    spans = [range(first, last + 1) for _, _, first, last in documents]
    made = tuple(
        Document(i, code, title, 0.9, tuple(PageRef(FILE, p) for p in span))
        for i, ((code, title, _, _), span) in enumerate(zip(documents, spans, strict=True))
    )
    default = (
        make_fact("decision_date", "决定日期", date(2024, 4, 10), "2024-04-10", 3),
        FactRow("decision_served_date", "决定送达日期", "", None, False, 0.0, "", "2024-04-26"),
    )
    rows = tuple(facts) or default
    found = tuple(row.fact for row in rows if row.fact)
    return CaseView(
        case=case,
        reading=Reading(Procedure.GENERAL, () if paper else made, (), found),
        pages=() if paper else make_pages(pages, read=read, documents=spans),
        facts=rows,
        findings=(),
        read=ReadState(pages if read else 2, pages),
        type_names={code: title for code, title, _, _ in documents},
    )


def make_proposal(
    item: str = "A7",
    clause: str = "A7.3",
    verdict: Verdict = Verdict.HINT,
    evidence: Sequence[Place] | None = None,
    **more: Any,
) -> Proposal:
    """Return an open proposal."""
    values: dict[str, Any] = {
        "key": ProposalKey("K19", f"{item}@{clause}"),
        "points": "−1.0",
        "title": "只引罚则，未引义务条款",
        "message": "仅写“违反有关规定”。",
        "basis": ("行政处罚法第五十九条",),
        "method": "比对决定书引用的条款。",
        "searched": (),
        "state": ProposalState.OPEN,
    }
    spots = (place(4),) if evidence is None else tuple(evidence)
    return Proposal(item=item, clause=clause, verdict=verdict, evidence=spots, **(values | more))
