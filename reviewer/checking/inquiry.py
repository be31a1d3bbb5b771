"""One case file as the rules look at it: the reading, and what the bureau knows beside it.

Looking up never raises and never guesses: a value is read, weak, or not there, and rules are
told which.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from reviewer.checking.receipts import Receipts, receipts_for, served_of
from reviewer.checking.steps import DECISIONS, STEPS, Source, Step
from reviewer.checking.words import in_brackets, page_list, place_list
from reviewer.model import (
    Calendar,
    Document,
    Fact,
    LawBook,
    Library,
    Place,
    Procedure,
    Reading,
)

# A date outside is a misreading; reckoning with it could leave the calendar of Python.
_FIRST_YEAR, _LAST_YEAR = 1990, 2099


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the place where it stands."""

    day: date
    place: Place


@dataclass(frozen=True, slots=True)
class Moment:
    """When a step happened, as far as the file tells."""

    step: Step
    days: tuple[Dated, ...]
    """Every distinct date that counts as read; more than one is more than one reading."""
    weak: tuple[Place, ...]
    """Places of dates that were read too weakly; filled only when `days` is empty."""
    documents: tuple[Document, ...]
    """The documents in which the date should stand."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places of all dates, weak ones too."""
        return (*(dated.place for dated in self.days), *self.weak)

    @property
    def earliest(self) -> date | None:
        """Return the earliest date that counts as read."""
        return min((dated.day for dated in self.days), default=None)


@dataclass(frozen=True)
class Inquiry:
    """Everything that a rule may ask."""

    reading: Reading
    calendar: Calendar
    law: LawBook
    library: Library

    @property
    def procedure(self) -> Procedure:
        """Return the procedure that the file shows."""
        return self.reading.procedure

    @property
    def decision_codes(self) -> tuple[str, ...]:
        """Return the DT codes of what is the decision in this procedure."""
        return DECISIONS.get(self.procedure, ("DT35", "DT36", "DT34"))

    def moment(self, step_id: str, document: Document | None = None) -> Moment:
        """Return when the step `step_id` of `STEPS` happened, by one `document` if given."""
        step = STEPS[step_id]
        facts: tuple[Fact, ...] = ()
        for source in step.sources:
            facts = self._facts(source)
            if document:
                facts = tuple(fact for fact in facts if fact.document == document.id)
            if facts:
                break
        days: dict[date, Dated] = {}
        for fact in facts:
            day = day_of(fact)
            if fact.is_read and day is not None:
                days.setdefault(day, Dated(day, fact.place))
        weak = () if days else tuple(fact.place for fact in facts)
        in_order = tuple(days[day] for day in sorted(days))
        homes = (document,) if document else self._homes(step)
        return Moment(step, in_order, weak, homes)

    def receipts(self, *codes: str) -> Receipts:
        """Return the receipts of service of the documents of the DT `codes`."""
        return receipts_for(self.reading, codes)

    def facts(self, key: str, *codes: str) -> tuple[Fact, ...]:
        """Return the facts of `key` that documents of `codes` state, or that a person gave.

        What a person gave covers what the machine read of the same key.
        """
        homes = {document.id for document in self.reading.of_type(*codes)} if codes else None
        facts = [
            fact
            for fact in self.reading.of_key(key)
            if homes is None or fact.document in homes or fact.document < 0 or fact.corrected
        ]
        return tuple([fact for fact in facts if fact.corrected] or facts)

    def document_of(self, fact: Fact) -> Document | None:
        """Return the document that states `fact`; None when it stands in none."""
        for document in self.reading.documents:
            if document.id == fact.document:
                return document
        return None

    def shown_by(self, document: Document) -> tuple[Place, ...]:
        """Return a place that shows `document`: where its first value stands."""
        facts = [fact for fact in self.reading.facts if fact.document == document.id]
        first = min(facts, key=lambda fact: _position(fact.place), default=None)
        return (first.place,) if first else ()

    def subject(self, document: Document) -> str:
        """Return the stable name of `document` as the subject of a breach: `DT37@案卷.pdf#15`.

        The second receipt on that page is `DT37@案卷.pdf#15.2`.
        """
        if not document.pages:
            return document.type
        ref = document.pages[0]
        where = f"b{document.blocks[0]}" if document.blocks else self._page_of(document)
        return f"{document.type}@{self.reading.paths.get(ref.file, '')}#{where}"

    def _page_of(self, document: Document) -> str:
        """Return the page a document begins on; of several of a type there the place in order."""
        ref = document.pages[0]
        beside = [one.id for one in self.reading.of_type(document.type) if one.pages[:1] == (ref,)]
        order = beside.index(document.id) + 1 if document.id in beside else 1
        return f"{ref.page}" if order == 1 else f"{ref.page}.{order}"

    def subject_of(self, place: Place, code: str) -> str:
        """Return the subject for a value at `place`: its document, or `code` on its page."""
        for fact in self.reading.facts:
            if fact.place == place and (document := self.document_of(fact)):
                return self.subject(document)
        path = self.reading.paths.get(place.file, "")
        return f"{code}@{path}#{place.page}" if path else code

    def subject_of_step(self, moment: Moment) -> str:
        """Return the subject of a breach that the document of a step shows."""
        code = moment.step.documents[0] if moment.step.documents else ""
        if moment.days:
            return self.subject_of(moment.days[0].place, code)
        return self.subject(moment.documents[0]) if moment.documents else code

    def pages_of(self, *documents: Document) -> str:
        """Return the pages of `documents` in words."""
        refs = [ref for document in documents for ref in document.pages]
        return page_list(self.reading.paths, refs, dict(self.reading.folios))

    def places_of(self, places: Iterable[Place]) -> str:
        """Return the pages of `places` in words."""
        return place_list(self.reading.paths, places, dict(self.reading.folios))

    def is_weak(self, *documents: Document) -> bool:
        """Return whether a page of `documents` was read weakly."""
        weak = set(self.reading.weak)
        return any(ref in weak for document in documents for ref in document.pages)

    def why_unknown(self, moment: Moment) -> str:
        """Return in words why the date of a step is not known; empty when it is."""
        if moment.days:
            return ""
        step = moment.step
        if moment.weak:
            pages = in_brackets(self.places_of(moment.weak))
            return f"{step.name}日期识别不清{pages}"
        if moment.documents:
            pages = in_brackets(self.pages_of(*moment.documents))
            return f"{step.document}{pages}未识别到{step.name}日期"
        return f"卷内未见{step.document}，无{step.name}日期"

    def _facts(self, source: Source) -> tuple[Fact, ...]:
        codes = tuple(code for code in source.documents if self._speaks(code))
        if not source.served:
            return self.facts(source.key, *codes)
        return self.receipts(*codes).proving

    def _homes(self, step: Step) -> tuple[Document, ...]:
        served = next((source for source in step.sources if source.served), None)
        if served is None:
            codes = tuple(code for code in step.documents if self._speaks(code))
            return self.reading.of_type(*codes)
        codes = tuple(code for code in served.documents if self._speaks(code))
        receipts = self.receipts(*codes)
        ids = {fact.document for fact in receipts.proving}
        found = tuple(one for one in self.reading.documents if one.id in ids)
        return found or receipts.unnamed

    def _speaks(self, code: str) -> bool:
        """Return whether documents of `code` can speak for a step of this procedure."""
        return code not in ("DT34", "DT35", "DT36") or code in self.decision_codes


def day_of(fact: Fact) -> date | None:
    """Return the plausible date that `fact` states, also inside a `served` record."""
    served = served_of(fact)
    value = served.date if served else fact.value
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date) or not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return None
    return value


def _position(place: Place) -> tuple[int, int, float]:
    return (place.page, place.block or 0, place.box.y0 if place.box else 0.0)
