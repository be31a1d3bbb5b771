"""Views of a case as a blind review shows them: names replaced, nothing else changed.  Pure."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from reviewer.campaign.hidden_names import HIDDEN_FACTS, MASK, Name, masked
from reviewer.campaign.masks import NEED_NAMES
from reviewer.campaign.volume_numbers import volume_no
from reviewer.model import Breach, Case, Fact, FactValue, Finding, Mark, Marks, Place, Reading
from reviewer.model.fact_values import Officer, Session
from reviewer.model.timelines import Timeline
from reviewer.workspace.campaigns.blinding import Blindfold
from reviewer.workspace.views import CaseRow, CaseView, FactRow, PageView, Proposal, ReviewView

T = TypeVar("T")


def hidden_case(case: Case, text: Callable[[str], str]) -> Case:
    """Return a case that goes by its 卷号."""
    return replace(
        case,
        title=volume_no(case.id),
        case_no="",
        unit=MASK,
        party=MASK if case.party else "",
        cause=text(case.cause),
        files=tuple(replace(one, path=text(one.path)) for one in case.files),
    )


def hidden_row(row: CaseRow, names: tuple[Name, ...]) -> CaseRow:
    """Return a row of the table of cases that goes by its 卷号."""
    return replace(
        row,
        title=volume_no(row.id),
        unit=MASK,
        party=MASK if row.party else "",
        cause=masked(row.cause, names),
    )


def hidden_view(view: CaseView, fold: Blindfold) -> CaseView:
    """Return everything the workbench shows of a case, without names; pages keep no covers yet."""
    return replace(
        view,
        case=hidden_case(view.case, fold.text),
        reading=hidden_reading(view.reading, fold),
        pages=tuple(_page(one, fold) for one in view.pages),
        facts=tuple(_fact_row(one, fold) for one in view.facts),
        findings=tuple(_finding(one, fold) for one in view.findings),
        undo=fold.text(view.undo),
        redo=fold.text(view.redo),
        timeline=_timeline(view.timeline, fold),
        blind=True,
        named=NEED_NAMES,
    )


def hidden_review(view: ReviewView, fold: Blindfold) -> ReviewView:
    """Return everything the workbench shows of a review, without names."""
    return replace(
        view,
        marks=hidden_marks(view.marks, fold),
        proposals=tuple(_proposal(one, fold) for one in view.proposals),
        explanation=tuple(replace(one, text=fold.text(one.text)) for one in view.explanation),
        undo=fold.text(view.undo),
        redo=fold.text(view.redo),
        texts={name: fold.text(text) for name, text in view.texts.items()},
    )


def hidden_reading(reading: Reading, fold: Blindfold) -> Reading:
    """Return documents and facts without names."""
    return replace(
        reading,
        documents=tuple(replace(one, title=fold.text(one.title)) for one in reading.documents),
        facts=tuple(_fact(one, fold) for one in reading.facts),
        paths={file: fold.text(path) for file, path in reading.paths.items()},
    )


def hidden_marks(marks: Marks, fold: Blindfold) -> Marks:
    """Return marks whose reasons and quotes tell no name."""
    return replace(
        marks,
        items={item: _mark(mark, fold) for item, mark in marks.items.items()},
        vetoes={
            veto: replace(mark, reason=fold.text(mark.reason), places=_places(mark.places, fold))
            for veto, mark in marks.vetoes.items()
        },
    )


def _mark(mark: Mark, fold: Blindfold) -> Mark:
    occurrences = tuple(
        replace(one, reason=fold.text(one.reason), places=_places(one.places, fold))
        for one in mark.occurrences
    )
    return replace(
        mark,
        note=fold.text(mark.note),
        evidence=_places(mark.evidence, fold),
        occurrences=occurrences,
    )


def _places(places: tuple[Place, ...], fold: Blindfold) -> tuple[Place, ...]:
    return tuple(map(fold.place, places))


def _page(page: PageView, fold: Blindfold) -> PageView:
    return replace(page, label=fold.text(page.label))


def _fact(fact: Fact, fold: Blindfold) -> Fact:
    place = fold.place(fact.place)
    if fact.key in HIDDEN_FACTS:
        return replace(fact, value=_value(fact.value), place=replace(place, quote=MASK))
    value = fold.text(fact.value) if isinstance(fact.value, str) else fact.value
    return replace(fact, value=value, place=place)


def _value(value: FactValue) -> FactValue:
    if isinstance(value, Officer):
        return Officer(MASK)
    if isinstance(value, Session):
        return replace(value, officers=(MASK,), place="")
    return MASK


def _fact_row(row: FactRow, fold: Blindfold) -> FactRow:
    fact = None if row.fact is None else _fact(row.fact, fold)
    if row.key in HIDDEN_FACTS and row.text:
        # What is not seen cannot be corrected either.
        return replace(row, text=MASK, fact=fact, folio=fold.text(row.folio), may_type=False)
    return replace(row, text=fold.text(row.text), fact=fact, folio=fold.text(row.folio))


def _finding(finding: Finding, fold: Blindfold) -> Finding:
    return replace(
        finding,
        message=fold.text(finding.message),
        evidence=_places(finding.evidence, fold),
        breaches=tuple(_breach(one, fold) for one in finding.breaches),
        searched=tuple(map(fold.text, finding.searched)),
    )


def _breach(breach: Breach, fold: Blindfold) -> Breach:
    return replace(
        breach, message=fold.text(breach.message), evidence=_places(breach.evidence, fold)
    )


def _proposal(proposal: Proposal, fold: Blindfold) -> Proposal:
    return replace(
        proposal,
        message=fold.text(proposal.message),
        evidence=_places(proposal.evidence, fold),
        searched=tuple(map(fold.text, proposal.searched)),
    )


def _timeline(timeline: Timeline, fold: Blindfold) -> Timeline:
    def place(one: Place | None) -> Place | None:
        return None if one is None else fold.place(one)

    return replace(
        timeline,
        dates=tuple(
            replace(one, note=fold.text(one.note), place=place(one.place)) for one in timeline.dates
        ),
        limits=tuple(
            replace(
                one,
                word=fold.text(one.word),
                message=fold.text(one.message),
                start_place=place(one.start_place),
                actual_place=place(one.actual_place),
            )
            for one in timeline.limits
        ),
    )
