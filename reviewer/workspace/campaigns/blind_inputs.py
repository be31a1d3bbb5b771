"""What reports say of a blind review (盲评): no names for who may not see them yet.

The marks come without names already, as the window shows them; here go the case, what was read
of it, and the pictures of the evidence.
"""

from dataclasses import replace
from uuid import UUID

from reviewer.campaign.hidden_names import HIDDEN_FACTS, MASK
from reviewer.model import Box, Place
from reviewer.reports.inputs import CorrectedFact, ReviewInput
from reviewer.store import Store
from reviewer.workspace.campaigns.blind_sight import SeenPages
from reviewer.workspace.campaigns.blind_views import hidden_case
from reviewer.workspace.campaigns.blinding import Blindfold, Blinding
from reviewer.workspace.cases import Cases
from reviewer.workspace.fact_fields import label_of_key
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.readings import Readings
from reviewer.workspace.report_inputs import ReportInputs
from reviewer.workspace.reviews import Reviews
from reviewer.workspace.views import PageImage

_COVER = bytes((185, 181, 171))
_HIDDEN_LABELS = frozenset(map(label_of_key, HIDDEN_FACTS))


class SeenInputs(ReportInputs):
    """Gives the input of the reports of a review, as who sits here may see it."""

    def __init__(
        self,
        store: Store,
        readings: Readings,
        cases_service: Cases,
        pages: SeenPages,
        reviews: Reviews,
        knowledge: Knowledge,
        blinding: Blinding,
    ) -> None:
        super().__init__(store, readings, cases_service, pages, reviews, knowledge)
        self._blinding, self._seen = blinding, pages

    def of(self, review_id: UUID, *, pictures: bool) -> ReviewInput:
        """Return everything that the reports of a review say."""
        found = super().of(review_id, pictures=pictures)
        fold = self._blinding.of(found.case.id)
        return found if fold is None else _hidden(found, fold)

    def _image(self, case_id: UUID, place: Place, sheet: int, width: int) -> PageImage:
        image = super()._image(case_id, place, sheet, width)
        fold = self._blinding.of(case_id)
        boxes = [] if fold is None else self._seen.boxes_over(fold).get((place.ref, sheet), [])
        return covered(image, boxes)


def covered(image: PageImage, boxes: list[Box]) -> PageImage:
    """Return a picture with boxes painted over it."""
    rgb, row = bytearray(image.rgb), 3 * image.width
    for box in boxes:
        left, right = (min(max(round(x * image.width), 0), image.width) for x in (box.x0, box.x1))
        top, bottom = (min(max(round(y * image.height), 0), image.height) for y in (box.y0, box.y1))
        for y in range(top, bottom):
            rgb[y * row + 3 * left : y * row + 3 * right] = _COVER * (right - left)
    return replace(image, rgb=bytes(rgb))


def _hidden(found: ReviewInput, fold: Blindfold) -> ReviewInput:
    label = found.page_label
    return replace(
        found,
        case=hidden_case(found.case, fold.text),
        decision_no=MASK if found.decision_no else "",
        pictures=tuple(replace(one, caption=fold.text(one.caption)) for one in found.pictures),
        page_label=lambda place: fold.text(label(place)),
        corrected=tuple(_corrected(one, fold) for one in found.corrected),
    )


def _corrected(one: CorrectedFact, fold: Blindfold) -> CorrectedFact:
    if one.label in _HIDDEN_LABELS:
        return replace(one, machine=MASK if one.machine else "", person=MASK)
    return replace(one, machine=fold.text(one.machine), person=fold.text(one.person))
