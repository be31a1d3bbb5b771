"""A workspace in memory that behaves like the real one.

Marks change through the same pure functions, scores come from `reviewer.scoring`; pages are
plain pictures of lines whose text is known.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import reduce
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from reviewer import scoring
from reviewer.errors import Refused, UserError
from reviewer.model import (
    Answer,
    Box,
    Case,
    Choice,
    Correction,
    Fact,
    Mark,
    Marks,
    PageRef,
    Place,
    ProposalKey,
    ProposalState,
    Review,
    Round,
    Standard,
    VetoChoice,
    VetoMark,
)
from reviewer.progress import Progress
from reviewer.workspace import marking
from reviewer.workspace.campaigns.task_offers import TaskOffer
from reviewer.workspace.views import (
    CaseRow,
    CaseView,
    CharBox,
    PageImage,
    Phrase,
    Proposal,
    ReviewView,
    SignOff,
)
from tests.ui.workbench.builders import CASE_ID, LINES, NOW, SPACE, box_of_line, make_case


@dataclass
class State:
    """The review in memory."""

    marks: Marks = field(default_factory=Marks)
    answers: dict[tuple[str, ProposalKey], Answer] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    seen: frozenset[tuple[PageRef, int]] = frozenset()
    signed: datetime | None = None


class FakeReviews:
    """Reviews in memory, with undo."""

    def __init__(self, workspace: "FakeWorkspace", proposals: Sequence[Proposal]) -> None:
        self._workspace = workspace
        self._proposals = tuple(proposals)
        self._review: Review | None = None
        self.state = State()
        self.saved_at = NOW
        self.past: list[tuple[str, Marks, dict[tuple[str, ProposalKey], Answer]]] = []
        self.future: list[tuple[str, Marks, dict[tuple[str, ProposalKey], Answer]]] = []

    def standards(self) -> tuple[Standard, ...]:
        return STANDARDS

    def for_case(self, case_id: UUID) -> tuple[Review, ...]:
        return (self._now(),) if self._review else ()

    def suggested_standard(self, case_id: UUID) -> str:
        return "general"

    def open(self, case_id: UUID, standard_id: str, round: Round = Round.FIRST) -> Review:  # noqa: A002 — the service's own word
        standard = next(s for s in STANDARDS if s.id == standard_id)
        self._review = Review(
            uuid5(SPACE, "review"),
            case_id,
            standard.id,
            standard.version,
            standard.content_hash,
            uuid5(SPACE, "person"),
            round,
            NOW,
        )
        return self._review

    def view(self, review_id: UUID) -> ReviewView:
        standard, marks = self._standard(), self.state.marks
        score = scoring.score(standard, marks)
        proposals = tuple(replace(p, state=self._state_of(p)) for p in self._proposals)
        return ReviewView(
            review=self._now(),
            person="周敏",
            standard=standard,
            marks=marks,
            score=score,
            if_all_accepted=self._if_all(standard),
            proposals=proposals,
            explanation=scoring.explain(standard, marks, score),
            undo=self.past[-1][0] if self.past and not self.state.signed else "",
            redo=self.future[-1][0] if self.future else "",
            saved_at=self.saved_at if self.past else None,
            seen=self.state.seen,
            texts=self.state.texts,
        )

    def choose(
        self, review_id: UUID, item: str, choice: Choice, absence: str = "", note: str = ""
    ) -> ReviewView:
        one = self._standard().item(item)
        return self._mark(item, lambda m: marking.choose(one, m, choice, absence, note), "结论")

    def add_occurrence(
        self,
        review_id: UUID,
        item: str,
        clause: str,
        count: int = 1,
        reason: str = "",
        places: Sequence[Place] = (),
        proposal: ProposalKey | None = None,
    ) -> ReviewView:
        one = self._standard().item(item)
        return self._mark(
            item,
            lambda m: marking.add_occurrence(one, m, clause, count, reason, places, proposal),
            "加扣分",
        )

    def change_occurrence(
        self, review_id: UUID, item: str, occurrence_id: UUID, **changes: Any
    ) -> ReviewView:
        one = self._standard().item(item)
        return self._mark(
            item, lambda m: marking.change_occurrence(one, m, occurrence_id, **changes), "改扣分"
        )

    def remove_occurrence(self, review_id: UUID, item: str, occurrence_id: UUID) -> ReviewView:
        return self._mark(item, lambda m: marking.remove_occurrence(m, occurrence_id), "删扣分")

    def add_evidence(self, review_id: UUID, item: str, *places: Place) -> ReviewView:
        return self._mark(item, lambda m: reduce(marking.add_evidence, places, m), "加证据")

    def remove_evidence(self, review_id: UUID, item: str, place: Place) -> ReviewView:
        return self._mark(item, lambda m: marking.remove_evidence(m, place), "去证据")

    def set_veto(
        self,
        review_id: UUID,
        veto: str,
        choice: VetoChoice,
        reason: str = "",
        places: Sequence[Place] = (),
    ) -> ReviewView:
        mark = VetoMark(veto, choice, reason, tuple(places))
        vetoes = {**self.state.marks.vetoes, veto: mark}
        return self._set(replace(self.state.marks, vetoes=vetoes), f"{veto} {choice.value}")

    def exclude_open_vetoes(self, review_id: UUID) -> ReviewView:
        proposed = {p.item for p in self._proposals if self._state_of(p) is ProposalState.OPEN}
        open_ = [
            mark
            for veto in self._standard().vetoes
            if (mark := self.state.marks.of_veto(veto.id)).choice is VetoChoice.OPEN
            and mark.veto not in proposed
        ]
        out = {mark.veto: replace(mark, choice=VetoChoice.EXCLUDED) for mark in open_}
        vetoes = {**self.state.marks.vetoes, **out}
        return self._set(replace(self.state.marks, vetoes=vetoes), "其余否决项均排除")

    def set_bonus(self, review_id: UUID, bonus: str, points: Decimal | None) -> ReviewView:
        bonuses = {**self.state.marks.bonuses, bonus: points or Decimal(0)}
        return self._set(replace(self.state.marks, bonuses=bonuses), f"{bonus} 加分")

    def answer(self, review_id: UUID, key: ProposalKey, item: str, answer: Answer) -> ReviewView:
        asked = next(p for p in self._proposals if p.key == key and p.item == item)
        self._remember(f"{item} 提示")
        self.state.answers[item, key] = answer
        if answer is Answer.REJECTED:
            return self.view(review_id)
        if any(veto.id == item for veto in self._standard().vetoes):
            hit = VetoMark(item, VetoChoice.HIT, asked.message, asked.evidence, key)
            vetoes = {**self.state.marks.vetoes, item: hit}
            self.state.marks = replace(self.state.marks, vetoes=vetoes)
        elif asked.clause:
            one = self._standard().item(item)
            old = self.state.marks.of(item)
            mark = marking.add_occurrence(
                one, old, asked.clause, 1, asked.message, asked.evidence, key
            )
            self.state.marks = self._with(item, mark)
        return self.view(review_id)

    def correct(self, review_id: UUID, correction: Correction) -> ReviewView:
        self.state.corrections.append(correction)
        self._workspace.cases.apply(correction)
        return self.view(review_id)

    def set_text(self, review_id: UUID, name: str, text: str) -> ReviewView:
        self.state.texts = {**self.state.texts, name: text}
        return self.view(review_id)

    def undo(self, review_id: UUID) -> ReviewView:
        label, marks, answers = self.past.pop()
        self.future.append((label, self.state.marks, dict(self.state.answers)))
        self.state.marks, self.state.answers = marks, answers
        return self.view(review_id)

    def redo(self, review_id: UUID) -> ReviewView:
        label, marks, answers = self.future.pop()
        self.past.append((label, self.state.marks, dict(self.state.answers)))
        self.state.marks, self.state.answers = marks, answers
        return self.view(review_id)

    def seen(self, review_id: UUID, ref: PageRef, sheet: int) -> ReviewView:
        self.state.seen |= {(ref, sheet)}
        return self.view(review_id)

    def sign_off(self, review_id: UUID) -> SignOff:
        view = self.view(review_id)
        ready = scoring.ready_to_sign(view.standard, view.marks)
        pages = self._workspace.cases.shown.pages
        return SignOff(
            pending=ready.pending,
            open_vetoes=ready.open_vetoes,
            open_proposals=tuple(p for p in view.proposals if p.state is ProposalState.OPEN),
            unseen=tuple((p.ref, p.sheet) for p in pages if (p.ref, p.sheet) not in view.seen),
            missing_reasons=tuple(dict.fromkeys(name for name, _ in ready.faults)),
            may_sign=ready.ready,
            why_not=ready.why_not,
        )

    def sign(self, review_id: UUID) -> ReviewView:
        if not self.sign_off(review_id).may_sign:
            raise Refused("还不能签定。", "请逐项处理后再签定。")
        self.state.signed = NOW
        return self.view(review_id)

    def _standard(self) -> Standard:
        return next(s for s in STANDARDS if s.id == self._now().standard)

    def _now(self) -> Review:
        assert self._review is not None
        return replace(self._review, signed_at=self.state.signed)

    def _state_of(self, proposal: Proposal) -> ProposalState:
        answer = self.state.answers.get((proposal.item, proposal.key))
        states = {
            None: ProposalState.OPEN,
            Answer.ACCEPTED: ProposalState.ACCEPTED,
            Answer.REJECTED: ProposalState.REJECTED,
        }
        return states[answer]

    def _if_all(self, standard: Standard) -> str:
        marks = self.state.marks
        for proposal in self._proposals:
            if proposal.clause and self._state_of(proposal) is ProposalState.OPEN:
                one = standard.item(proposal.item)
                mark = marking.add_occurrence(
                    one, marks.of(proposal.item), proposal.clause, 1, "", (), proposal.key
                )
                marks = replace(marks, items={**marks.items, proposal.item: mark})
        return f"{scoring.score(standard, marks).total:.1f}"

    def _mark(self, item: str, edit: Callable[[Mark], Mark], label: str) -> ReviewView:
        return self._set(self._with(item, edit(self.state.marks.of(item))), f"{item} {label}")

    def _with(self, item: str, mark: Mark) -> Marks:
        return replace(self.state.marks, items={**self.state.marks.items, item: mark})

    def _set(self, marks: Marks, label: str) -> ReviewView:
        if self.state.signed:
            raise Refused("本次评查已签定。", "改动须另开一轮评查。")
        self._remember(label)
        self.state.marks = marks
        return self.view(self._now().id)

    def _remember(self, label: str) -> None:
        self.past.append((label, self.state.marks, dict(self.state.answers)))
        self.future.clear()


class FakeCases:
    """One case in memory."""

    def __init__(self, shown: CaseView) -> None:
        self.shown = shown
        self.folios: list[dict[PageRef, str]] = []
        self.undone: list[str] = []
        self.cut: list[tuple[int, str]] = []
        self.moved: list[UUID] = []

    def rows(self) -> tuple[CaseRow, ...]:
        return ()

    def view(self, case_id: UUID, review_id: UUID | None = None) -> CaseView:
        return self.shown

    def move_file(self, case_file_id: UUID, to_case_id: UUID) -> None:
        self.moved.append(to_case_id)

    def cut_file(self, case_file_id: UUID, at_page: int, new_title: str) -> Case:
        self.cut.append((at_page, new_title))
        return self.shown.case

    def set_folios(self, case_id: UUID, folios: Mapping[PageRef, str]) -> None:
        self.folios.append(dict(folios))
        self.shown = replace(self.shown, undo="设定卷内页号")

    def undo(self, case_id: UUID) -> None:
        self.undone.append(self.shown.undo)
        self.shown = replace(self.shown, undo="", redo=self.shown.undo)

    def redo(self, case_id: UUID) -> None:
        self.shown = replace(self.shown, undo=self.shown.redo, redo="")

    def apply(self, correction: Correction) -> None:
        """Cover a fact, as the real workspace would."""
        rows = []
        for row in self.shown.facts:
            if row.key == correction.key and correction.value is not None:
                spot = correction.place or Place("", 0, "")
                fact = Fact(row.key, correction.value, -1, spot, 1.0, corrected=True)
                row = replace(row, text=str(correction.value), fact=fact, typed=True)
            rows.append(row)
        self.shown = replace(self.shown, facts=tuple(rows))


class FakePages:
    """Pages that are all alike; `broken` ones cannot be drawn."""

    def __init__(self, draw: Callable[[int, int, int], PageImage] | None = None) -> None:
        self._draw = draw
        self.broken: set[int] = set()
        self.asked: list[tuple[int, int]] = []
        self.found: tuple[Place, ...] = ()

    def image(
        self, case_id: UUID, ref: PageRef, sheet: int, width: int, turned: int = 0
    ) -> PageImage:
        self.asked.append((ref.page, width))
        if ref.page in self.broken:
            raise UserError("这一页图像损坏，无法显示。", "可在原件中查看。")
        if self._draw is not None:
            return self._draw(ref.page, width, turned)
        tall = round(width * 842 / 595)
        return PageImage(width, tall, b"\xf8" * (width * tall * 3))

    def chars(self, case_id: UUID, ref: PageRef, sheet: int) -> tuple[CharBox, ...]:
        found = []
        for line, text in enumerate(LINES):
            box = box_of_line(line)
            step = (box.x1 - box.x0) / len(text)
            for at, char in enumerate(text):
                left = box.x0 + at * step
                found.append(CharBox(char, Box(left, box.y0, left + step, box.y1), line))
        return tuple(found)

    def find(self, case_id: UUID, text: str) -> tuple[Place, ...]:
        return self.found

    def place_of(self, case_id: UUID, ref: PageRef, sheet: int, box: Box) -> Place:
        return Place(ref.file, ref.page, "2024年4月26日", box, folio=str(ref.page))

    def place_of_chars(
        self, case_id: UUID, ref: PageRef, sheet: int, first: int, last: int
    ) -> Place:
        chars = self.chars(case_id, ref, sheet)[first : last + 1]
        quote = "".join(char.char for char in chars)
        return Place(ref.file, ref.page, quote, chars[0].box, folio=str(ref.page))

    def boxes_of(self, case_id: UUID, place: Place) -> tuple[tuple[int, Box], ...]:
        return ((1, box_of_line(2)),)


class FakeOriginals:
    """Originals that are only named."""

    def __init__(self) -> None:
        self.asked: list[PageRef] = []

    def copy_of(self, case_id: UUID, ref: PageRef) -> Path:
        self.asked.append(ref)
        return Path("opened") / "案卷.pdf"


class FakePhrases:
    """Two phrases."""

    def search(self, query: str, item: str = "") -> tuple[Phrase, ...]:
        bank = (
            Phrase("PY18", "D", "引用法律条文不具体，未到条、款、项；使用简称未加书名号", ("A7",)),
            Phrase("PY19", "D", "只引用罚则条款，未引用所违反的义务条款", ("A7",)),
        )
        return tuple(p for p in bank if query.upper() in p.code or query in p.text)


class FakeReports:
    """Writes nothing, and says what it was asked."""

    def __init__(self) -> None:
        self.asked: list[frozenset[str]] = []

    def write(
        self,
        review_ids: Sequence[UUID],
        kinds: AbstractSet[str],
        folder: Path,
        progress: Progress,
    ) -> tuple[Path, ...]:
        self.asked.append(frozenset(kinds))
        progress.report(1, 1, "正在写评查表")
        return tuple(folder / f"{kind}.docx" for kind in sorted(kinds))


class FakeTasks:
    """Nothing was given out."""

    def offer(self, case: UUID) -> TaskOffer | None:
        return None

    def begin(self, offer: TaskOffer) -> Review:
        raise AssertionError


class FakeBlind:
    """Nothing is hidden."""

    def lift(self, case: UUID, ref: PageRef, reason: str) -> object:
        raise AssertionError

    def cover(self, case: UUID, ref: PageRef) -> object:
        raise AssertionError


class FakeWorkspace:
    """All services."""

    def __init__(
        self,
        case: CaseView | None = None,
        proposals: Sequence[Proposal] = (),
        draw: Callable[[int, int, int], PageImage] | None = None,
        *,
        opened: bool = True,
    ) -> None:
        self.cases = FakeCases(case if case is not None else make_case())
        self.pages = FakePages(draw)
        self.originals = FakeOriginals()
        self.reviews = FakeReviews(self, proposals)
        self.phrases = FakePhrases()
        self.tasks = FakeTasks()
        self.reports = FakeReports()
        self.blind = FakeBlind()
        if opened:
            self.reviews.open(CASE_ID, "general")


STANDARDS = scoring.load_standards()
