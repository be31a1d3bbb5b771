"""What the machine read and found in a case, as one person may see it.

Understanding and checking are done once for the same pages, corrections and data, and kept; a
correction therefore re-checks without reading anything again.
"""

import hashlib
import json
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from uuid import UUID, uuid5

from reviewer.model import (
    Calendar,
    Case,
    CaseFile,
    CheckRun,
    Correction,
    CorrectionKind,
    Library,
    Page,
    PageRef,
    ProposalKey,
    Reading,
    Review,
    TextSource,
    Unreadable,
    Verdict,
)
from reviewer.pipeline import check, understand
from reviewer.store import Session, Store, case_files, cases, checks, corrections, desktops, texts
from reviewer.store.codec import encode
from reviewer.store.records import CaseNames, KeptRun, PageHead
from reviewer.store.reviews import state as review_state
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.library import UnitLibrary
from reviewer.workspace.page_labels import make_labels
from reviewer.workspace.rules import RuleSwitches
from reviewer.workspace.views import ReadState

_IN_MEMORY = 12
"""Runs kept in memory: a few for each case that is open in a tab."""


@dataclass(frozen=True, slots=True)
class _Inputs:
    """Everything that a run rests on."""

    case: Case
    corrections: tuple[Correction, ...]
    unreadable: tuple[Unreadable, ...]
    folios: Mapping[PageRef, str]
    library: Library
    calendar: Calendar
    off: frozenset[str]
    """Rules that are switched off."""
    key: str


class Readings:
    """Gives the reading and check run of a case, made anew when an input changed."""

    def __init__(
        self, store: Store, knowledge: Knowledge, library: UnitLibrary, switches: RuleSwitches
    ) -> None:
        self._store = store
        self._knowledge = knowledge
        self._library = library
        self._switches = switches
        self._kept: OrderedDict[tuple[UUID, str], KeptRun] = OrderedDict()
        self._lock = Lock()

    def of_case(self, case_id: UUID) -> KeptRun:
        """Return the run that who sits here sees outside a review."""
        with self._store.snapshot() as session:
            inputs = self._inputs(session, case_id, desktops.author(session).person)
        return self._run(inputs)

    def of_review(self, review: Review) -> KeptRun:
        """Return the run that a review sees; a signed one sees what it saw when signed."""
        with self._store.snapshot() as session:
            pinned = review_state(session, review.id).run
            if pinned is not None:
                return checks.pinned_run(session, pinned)
            person = None if corrections.sees_all(review.round) else review.person
            inputs = self._inputs(session, review.case, person)
        return self._run(inputs)

    def calendar(self) -> Calendar:
        """Return the calendar that counts now."""
        return self._library.calendar()

    def refresh(self, case_id: UUID) -> None:
        """Read and check a case again if anything changed, and let lists show what it is now.

        What is read by undoing may be a run of earlier, whose names the lists no longer show.
        """
        kept = self.of_case(case_id)
        with self._store.session() as session:
            _tell(session, case_id, kept.reading, kept.run)

    def refresh_all(self, case_ids: Iterable[UUID]) -> None:
        """Do so with several cases; one that was removed meanwhile is left alone."""
        with self._store.snapshot() as session:
            live = frozenset(cases.case_ids(session)).intersection(case_ids)
        for case_id in live:
            self.refresh(case_id)

    def state(self, case_id: UUID) -> ReadState:
        """Return how far the text of a case has come."""
        with self._store.snapshot() as session:
            case = cases.case(session, case_id)
            return read_state(case_heads(session, case), case)

    def _inputs(self, session: Session, case_id: UUID, person: UUID | None) -> _Inputs:
        case = cases.case(session, case_id)
        corrected = corrections.corrections_of(session, case_id, person)
        if case.paper:
            corrected += _typed_names(case_id, cases.typed_names(session, case_id), corrected)
        heads = case_heads(session, case)
        typed = case_files.typed_folios(session, case_id)
        unreadable = (
            *case_files.unreadable_of(session, case_id),
            *read_state(heads, case).failed,
        )
        library, calendar = self._library.current(), self._library.calendar()
        parts = [
            self._knowledge.version,
            f"{library.version} {calendar.version}",
            *(["off", sorted(off)] if (off := self._switches.off()) else []),
            [[f.sha256, f.path, f.first_page, f.last_page] for f in case.files],
            [head.token for head in heads],
            encode(corrected),
            encode(unreadable),
            [[*place, folio] for place, folio in typed.items()],
        ]
        text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
        key = hashlib.sha256(text.encode()).hexdigest()
        folios = make_labels(heads, typed, {}).folios
        return _Inputs(case, corrected, unreadable, folios, library, calendar, off, key)

    def _run(self, inputs: _Inputs) -> KeptRun:
        place = (inputs.case.id, inputs.key)
        with self._lock:
            known = self._kept.get(place)
            if known is not None:
                self._kept.move_to_end(place)
                return known
        with self._store.snapshot() as session:
            known = checks.run_of(session, *place)
        kept = known or self._make(inputs)
        with self._lock:
            self._kept[place] = kept
            while len(self._kept) > _IN_MEMORY:
                self._kept.popitem(last=False)
        return kept

    def _make(self, inputs: _Inputs) -> KeptRun:
        case = inputs.case
        with self._store.snapshot() as session:
            pages = case_pages(session, case)
        paths = {file.sha256: file.path for file in case.files}
        reading = understand(pages, paths, inputs.corrections, inputs.unreadable, inputs.folios)
        known = self._knowledge
        rules = tuple(rule for rule in known.rules if rule.code not in inputs.off)
        run = check(reading, inputs.library, known.law, inputs.calendar, rules)
        if inputs.off:
            run = replace(run, versions={**run.versions, "off": "、".join(sorted(inputs.off))})
        with self._store.session() as session:
            _tell(session, case.id, reading, run)
            return checks.put_run(session, case.id, inputs.key, reading, run)


def _typed_names(
    case_id: UUID, names: CaseNames, corrected: Sequence[Correction]
) -> tuple[Correction, ...]:
    """Return what was typed when a paper case was made, as facts that nobody typed otherwise."""
    typed = {"case_no": names.case_no, "cause": names.cause, "party": names.party}
    known = {one.key for one in corrected}
    return tuple(
        Correction(uuid5(case_id, key), CorrectionKind.FACT, key=key, value=value)
        for key, value in typed.items()
        if value and key not in known
    )


def _tell(session: Session, case_id: UUID, reading: Reading, run: CheckRun) -> None:
    """Keep what was read and found, for the table of cases."""
    problems = [
        ProposalKey(finding.rule, breach.subject)
        for finding in run.findings
        for breach in finding.breaches
        if breach.verdict is Verdict.PROBLEM
    ]
    cases.set_read(session, case_id, names_in(reading), reading.procedure.value, problems)


def page_numbers(file: CaseFile) -> range:
    """Return the numbers of the pages of a file that belong to its case."""
    return range(file.first_page, (file.last_page or file.pages) + 1 if file.pages else 0)


def case_pages(session: Session, case: Case) -> tuple[Page, ...]:
    """Return all pages of a case in its order; those not read yet come without lines."""
    pages: list[Page] = []
    for file in case.files:
        known = texts.pages_of(session, file.sha256)
        pages += [
            known.get(number)
            or Page(PageRef(file.sha256, number), 595.0, 842.0, (), TextSource.NONE)
            for number in page_numbers(file)
        ]
    return tuple(pages)


def case_heads(session: Session, case: Case) -> tuple[PageHead, ...]:
    """Return what is known of all pages of a case, in its order, without their text."""
    known = texts.heads_of(session, (file.sha256 for file in case.files))
    refs = (PageRef(f.sha256, number) for f in case.files for number in page_numbers(f))
    return tuple(known.get(ref) or _unknown(ref) for ref in refs)


def read_state(heads: Sequence[PageHead], case: Case) -> ReadState:
    """Return how many pages and sheets of a case are done, and which failed."""
    paths = {file.sha256: file.path for file in case.files}
    sheets = {file.sha256: file.sheets or 1 for file in case.files}
    return ReadState(
        sum(sheets[head.ref.file] for head in heads if head.done),
        sum(sheets[head.ref.file] for head in heads),
        tuple(
            Unreadable(paths[head.ref.file], head.reason, head.ref.file, head.ref.page)
            for head in heads
            if head.reason
        ),
    )


def names_in(reading: Reading) -> CaseNames:
    """Return what the case is called by most of its documents."""
    return CaseNames(
        case_no=_most(reading, "case_no"),
        unit=_most(reading, "issuing_body"),
        party=_most(reading, "party"),
        cause=_most(reading, "cause"),
    )


def _most(reading: Reading, key: str) -> str:
    facts = [fact for fact in reading.of_key(key) if fact.is_read]
    typed = [fact for fact in facts if fact.corrected]
    counted = Counter(str(fact.value) for fact in typed or facts)
    return counted.most_common(1)[0][0] if counted else ""


def _unknown(ref: PageRef) -> PageHead:
    return PageHead(ref, 595.0, 842.0, TextSource.NONE, "", 0.0, done=False)
