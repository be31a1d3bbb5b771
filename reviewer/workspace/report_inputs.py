"""Collecting what a report says about one review: the case, the marks, the evidence.

Pictures are cut from the originals when the report is written; nothing is kept twice.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from reviewer.errors import UserError
from reviewer.model import (
    Case,
    Choice,
    Correction,
    CorrectionKind,
    Marks,
    Place,
    Reading,
    VetoChoice,
)
from reviewer.reports.blocks import Picture
from reviewer.reports.inputs import CorrectedFact, ReviewInput
from reviewer.reports.pictures import evidence_picture
from reviewer.store import Store, cases, corrections
from reviewer.store.corrections import sees_all
from reviewer.workspace.cases import Cases
from reviewer.workspace.fact_fields import label_of_key
from reviewer.workspace.fact_values import show
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.page_labels import PageLabels
from reviewer.workspace.pages import Pages
from reviewer.workspace.procedures import PROCEDURES
from reviewer.workspace.readings import Readings
from reviewer.workspace.reviews import Reviews
from reviewer.workspace.views import PageImage, ReviewView

_WIDTH = 1100
"""Pixels across a page in evidence pictures: small print stays readable at half a sheet."""
_MOST_PICTURES = 60


class ReportInputs:
    """Gives the input of the reports of a review."""

    def __init__(
        self,
        store: Store,
        readings: Readings,
        cases_service: Cases,
        pages: Pages,
        reviews: Reviews,
        knowledge: Knowledge,
    ) -> None:
        self._store = store
        self._readings = readings
        self._cases = cases_service
        self._pages = pages
        self._reviews = reviews
        self._knowledge = knowledge

    def of(self, review_id: UUID, *, pictures: bool) -> ReviewInput:
        """Return everything that the reports of a review say."""
        view = self._reviews.view(review_id)
        review = view.review
        with self._store.snapshot() as session:
            case = cases.case(session, review.case)
            person = None if sees_all(review.round) else review.person
            corrected = corrections.corrections_of(session, review.case, person)
        reading = self._readings.of_review(review).reading
        labels = self._cases.labels(review.case)
        return ReviewInput(
            case=case,
            review=review,
            standard=view.standard,
            marks=view.marks,
            score=view.score,
            explanation=view.explanation,
            procedure=PROCEDURES[reading.procedure],
            decision_no=_text_of(reading, "decision_no"),
            reviewer=view.person,
            second_reviewer=view.texts.get("second", ""),
            leader=view.texts.get("leader", ""),
            texts=view.texts,
            page_label=labels.place,
            reviewed_on=(review.signed_at or view.saved_at or datetime.now(UTC))
            .astimezone()
            .date(),
            pictures=self._pictures(case, view.marks, labels) if pictures else (),
            corrected=self._corrected(view, corrected, labels),
        )

    def _pictures(self, case: Case, marks: Marks, labels: PageLabels) -> tuple[Picture, ...]:
        """Return a picture of each place that a deduction or a veto rests on, each once."""
        found: list[Picture] = []
        done: set[tuple[str, int, object]] = set()
        for name, place in _cited(marks):
            key = (place.file, place.page, place.box or (place.block, place.chars))
            if not place.file or key in done or len(found) >= _MOST_PICTURES:
                continue
            done.add(key)
            found += self._picture(case, name, place, labels)
        return tuple(found)

    def _picture(self, case: Case, name: str, place: Place, labels: PageLabels) -> list[Picture]:
        page = labels.place(place)
        where = f"第 {page} 页" if page.isdigit() else page
        quote = f"：{place.quote[:40]}" if place.quote else ""
        try:
            spots = self._pages.boxes_of(case.id, place)[:1]
            drawn = [(self._image(case.id, place, sheet, _WIDTH), box) for sheet, box in spots]
        except UserError:
            # The original is gone or damaged; the sheet still cites the page.
            return []
        return [
            evidence_picture(f"{name}　{where}{quote}", image.rgb, (image.width, image.height), box)
            for image, box in drawn
        ]

    def _image(self, case_id: UUID, place: Place, sheet: int, width: int) -> PageImage:
        return self._pages.image(case_id, place.ref, sheet, width)

    def _corrected(
        self, view: ReviewView, made: Iterable[Correction], labels: PageLabels
    ) -> tuple[CorrectedFact, ...]:
        """Return the corrected facts that a deduction or a veto rests on.

        It rests on one when a rule reads it whose proposal was accepted, or when it cites the
        place where the fact stands.
        """
        rules = {
            entry.proposal.rule
            for mark in view.marks.items.values()
            if mark.choice is Choice.FAILS
            for entry in mark.occurrences
            if entry.proposal is not None
        }
        rules |= {
            mark.proposal.rule
            for mark in view.marks.vetoes.values()
            if mark.choice is VetoChoice.HIT and mark.proposal is not None
        }
        cited = {place for _, place in _cited(view.marks)}
        known = self._knowledge.rules_by_code
        read = {key for rule in rules if rule in known for key in known[rule].reads}
        return tuple(
            CorrectedFact(
                label=label_of_key(one.key),
                machine=show(one.replaces) if one.replaces is not None else "",
                person=show(one.value) if one.value is not None else "（无）",
                page=labels.place(one.place) if one.place else "",
            )
            for one in made
            if one.kind in {CorrectionKind.FACT, CorrectionKind.NO_FACT}
            and (one.key in read or one.place in cited)
        )


def _cited(marks: Marks) -> Iterable[tuple[str, Place]]:
    for veto, decided in sorted(marks.vetoes.items()):
        if decided.choice is VetoChoice.HIT:
            yield from ((veto, place) for place in decided.places)
    for item, mark in sorted(marks.items.items()):
        if mark.choice is Choice.FAILS:
            for entry in mark.occurrences:
                yield from ((item, place) for place in entry.places)


def _text_of(reading: Reading, key: str) -> str:
    facts = sorted(reading.of_key(key), key=lambda fact: (fact.corrected, fact.confidence))
    return show(facts[-1].value) if facts else ""
