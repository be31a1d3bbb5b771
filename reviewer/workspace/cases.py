"""The cases: the table of them, one of them whole, and what can be done with its files."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from reviewer.checking import timeline
from reviewer.errors import UserError
from reviewer.model import (
    Case,
    CaseFile,
    Document,
    FileKind,
    PageRef,
    Procedure,
    ProposalKey,
    Reading,
    TextSource,
    Timeline,
)
from reviewer.store import (
    Store,
    case_files,
    cases,
    corrections,
    desktops,
    history,
    reviews,
)
from reviewer.store.records import CaseNames, CaseSummary, KeptRun, PageHead, ReviewState
from reviewer.workspace.case_edits import CaseEdits
from reviewer.workspace.copies import Copies
from reviewer.workspace.facts import fact_rows
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.page_labels import PageLabels, make_labels
from reviewer.workspace.procedures import PROCEDURES
from reviewer.workspace.readings import Readings, case_heads, page_numbers, read_state
from reviewer.workspace.views import CaseRow, CaseState, CaseView, PageView

_SOURCES: Mapping[FileKind, str] = {
    FileKind.DOCX: "Word 阅读版",
    FileKind.IMAGE: "照片",
    FileKind.TIFF: "扫描件",
}


class Cases(CaseEdits):
    """The cases of the data folder."""

    def __init__(
        self, store: Store, readings: Readings, copies: Copies, knowledge: Knowledge
    ) -> None:
        super().__init__(store, readings)
        self._copies = copies
        self._knowledge = knowledge

    def rows(self) -> tuple[CaseRow, ...]:
        """Return the table of cases, the one changed last first."""
        with self._store.snapshot() as session:
            found = cases.summaries(session)
            states = reviews.states_by_case(session)
            latest = {case_id: _latest(of_case) for case_id, of_case in states.items()}
            answered = corrections.answered_keys(
                session, (state.review.id for state in latest.values())
            )
        rows = [
            _row(summary, review := latest.get(summary.case.id), _answered(review, answered))
            for summary in found
        ]
        return tuple(sorted(rows, key=lambda row: row.changed_at, reverse=True))

    def view(self, case_id: UUID, review_id: UUID | None = None) -> CaseView:
        """Return a case with everything read in it, as one review may see it.

        Raises:
            Refused: the case was removed.
        """
        kept = self._kept(case_id, review_id)
        with self._store.snapshot() as session:
            case = cases.case(session, case_id)
            heads = case_heads(session, case)
            typed = case_files.typed_folios(session, case_id)
            standing = history.standing(session, case_id)
        labels = make_labels(heads, typed, {f.sha256: f.path for f in case.files})
        return CaseView(
            case=case,
            reading=kept.reading,
            pages=self._pages(case, heads, kept.reading, labels),
            facts=fact_rows(kept.reading, labels.place),
            findings=kept.run.findings,
            read=read_state(heads, case),
            type_names=self._knowledge.type_names,
            undo=standing.undo.label if standing.undo else "",
            redo=standing.redo.label if standing.redo else "",
            timeline=self._timeline(kept),
        )

    def _timeline(self, kept: KeptRun) -> Timeline:
        known = self._knowledge
        calendar = self._readings.calendar()
        return timeline(kept.reading, known.rules, kept.run.findings, calendar, known.law)

    def new_paper_case(
        self, title: str, case_no: str = "", unit: str = "", party: str = "", cause: str = ""
    ) -> Case:
        """Make a case without files; its pages are typed as 卷内页号.

        Raises:
            UserError: it has neither name nor case number.
        """
        name = title.strip() or case_no.strip()
        if not name:
            raise UserError("还没有填写案卷名称或案号。", "请至少填写其中一项。")
        names = CaseNames(case_no.strip(), unit.strip(), party.strip(), cause.strip())
        with self._store.session() as session:
            by = desktops.author(session)
            case_id = cases.add_case(session, name, names, by, paper=True)
            return cases.case(session, case_id)

    def labels(self, case_id: UUID) -> PageLabels:
        """Return how the pages of a case are called, for reports."""
        with self._store.snapshot() as session:
            case = cases.case(session, case_id)
            heads = case_heads(session, case)
            typed = case_files.typed_folios(session, case_id)
        return make_labels(heads, typed, {f.sha256: f.path for f in case.files})

    def _kept(self, case_id: UUID, review_id: UUID | None) -> KeptRun:
        if review_id is None:
            return self._readings.of_case(case_id)
        with self._store.snapshot() as session:
            review = reviews.state(session, review_id).review
        return self._readings.of_review(review)

    def _pages(
        self, case: Case, heads: tuple[PageHead, ...], reading: Reading, labels: PageLabels
    ) -> tuple[PageView, ...]:
        document_of = {ref: one.id for one in reading.documents for ref in one.pages}
        by_ref = {head.ref: head for head in heads}
        views: list[PageView] = []
        for file in case.files:
            own = [by_ref[PageRef(file.sha256, number)] for number in page_numbers(file)]
            if file.kind is FileKind.DOCX:
                views += self._sheets(file, own[0], reading, labels)
            else:
                views += [
                    _page_view(head, file, labels, document_of.get(head.ref, -1)) for head in own
                ]
        return tuple(views)

    def _sheets(
        self, file: CaseFile, head: PageHead, reading: Reading, labels: PageLabels
    ) -> list[PageView]:
        text = self._copies.of(file)
        width, height = text.copy.size
        view = _page_view(head, file, labels, -1)
        return [
            replace(
                view,
                sheet=sheet,
                width=width,
                height=height,
                label=_sheet_label(view.label, sheet, text.copy.sheets),
                document=_document_on(reading, head.ref, text.blocks(sheet)),
            )
            for sheet in range(1, text.copy.sheets + 1)
        ]


def _row(
    summary: CaseSummary, state: ReviewState | None, answered: frozenset[ProposalKey]
) -> CaseRow:
    case = summary.case
    procedure = Procedure(summary.procedure or Procedure.UNKNOWN)
    changed = max(summary.changed_at, state.changed_at if state else summary.changed_at)
    return CaseRow(
        id=case.id,
        title=case.title,
        unit=case.unit,
        party=case.party,
        cause=case.cause,
        procedure=PROCEDURES[procedure],
        pages=summary.pages,
        pages_read=summary.pages_read,
        state=_case_state(summary.pages - summary.pages_read, state),
        total=state.total if state else "",
        grade=state.grade if state else "",
        problems=len(set(summary.problems) - answered),
        changed_at=changed,
    )


def _case_state(unread: int, state: ReviewState | None) -> CaseState:
    if state is not None:
        return CaseState.SIGNED if state.review.is_signed else CaseState.IN_REVIEW
    return CaseState.READING if unread > 0 else CaseState.NEW


def _latest(states: list[ReviewState]) -> ReviewState:
    unsigned = [state for state in states if not state.review.is_signed]
    return max(unsigned or states, key=lambda state: state.review.opened_at)


def _answered(
    state: ReviewState | None, answered: Mapping[UUID, frozenset[ProposalKey]]
) -> frozenset[ProposalKey]:
    return frozenset() if state is None else answered.get(state.review.id, frozenset())


def _page_view(head: PageHead, file: CaseFile, labels: PageLabels, document: int) -> PageView:
    return PageView(
        ref=head.ref,
        folio=labels.folio(head.ref),
        label=PageLabels({}, labels.paths).page(head.ref),
        width=head.width,
        height=head.height,
        sheet=head.ref.page,
        document=document,
        kind=file.kind,
        read=head.done,
        confidence=head.confidence if head.done else 0.0,
        source_name=_source_name(head, file),
    )


def _source_name(head: PageHead, file: CaseFile) -> str:
    if file.kind is FileKind.PDF:
        return "文字版 PDF" if head.source is TextSource.TEXT_LAYER else "扫描件"
    return _SOURCES.get(file.kind, "扫描件")


def _sheet_label(label: str, sheet: int, sheets: int) -> str:
    name = label.removesuffix(" 第 1 页")
    return f"{name} 阅读版第 {sheet} 页" if sheets > 1 else f"{name} 阅读版"


def _document_on(reading: Reading, ref: PageRef, blocks: frozenset[int]) -> int:
    """Return the document that most of the sheet belongs to; -1 when none does."""
    shared = {document.id: len(blocks & _blocks(document, blocks)) for document in reading.documents
              if ref in document.pages}  # fmt: skip
    best = max(shared, key=lambda one: (shared[one], -one), default=-1)
    return best if best >= 0 and shared[best] else -1


def _blocks(document: Document, whole: frozenset[int]) -> frozenset[int]:
    if document.blocks is None:
        return whole
    first, last = document.blocks
    return frozenset(range(first, last + 1))
