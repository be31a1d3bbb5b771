"""Pages → documents and facts: the whole of reading.

Segments are cut first; then each document is laid out once and its table is taken; then what only
the whole file can tell is added.  Corrections are applied on top.  Linear in the number of pages.
"""

from collections.abc import Iterator, Mapping, Sequence

from reviewer.model import (
    Correction,
    Document,
    DocumentType,
    Fact,
    Listed,
    Page,
    PageRef,
    Procedure,
    Reading,
    Recognised,
    Served,
    TextSource,
    Unreadable,
)
from reviewer.model.facts import READ_FROM
from reviewer.reading.across import across
from reviewer.reading.certainty import DOUBTED, certainty_of
from reviewer.reading.confirm import confirmed
from reviewer.reading.corrections import (
    correct_facts,
    correct_procedure,
    correct_segments,
    dismissed_pages,
)
from reviewer.reading.ended import ended_otherwise
from reviewer.reading.extract import takes_of
from reviewer.reading.in_forms import in_forms
from reviewer.reading.kinds import Kind, kinds_of
from reviewer.reading.known_values import known_values
from reviewer.reading.laid_pages import LaidPages
from reviewer.reading.named_papers import named_papers
from reviewer.reading.nearly import nearly_titled, nearly_told
from reviewer.reading.run_in_papers import with_run_in
from reviewer.reading.segment import Segment
from reviewer.reading.segments import Segmenter
from reviewer.reading.sheet import Sheet
from reviewer.reading.standing_titles import standing_titles
from reviewer.reading.strips import place_of
from reviewer.reading.strong import speaking_pages
from reviewer.reading.titles import Titles
from reviewer.reading.unexplained import unexplained
from reviewer.reading.unknown_titles import unknown_titles
from reviewer.reading.whole_file import by_whole_file

_PRINTED = str.maketrans("()", "（）")
"""Titles are matched with brackets half-width; Chinese prints them full-width."""
ENGINE_VERSION = "reading-8"


def understand(
    pages: Sequence[Page],
    paths: Mapping[str, str],
    types: Sequence[DocumentType] | None = None,
    corrections: Sequence[Correction] = (),
    unreadable: Sequence[Unreadable] = (),
) -> Reading:
    """Return documents and facts of one case file.

    `pages` are in case order; `paths` gives the delivered path of each file by its SHA-256.
    """
    kinds: tuple[Kind, ...] = kinds_of(types)
    titles = Titles(kinds)
    laid = LaidPages(pages)
    cut, left = _cut(laid, paths, titles)
    segments, unclassified = correct_segments(cut, left, pages, kinds, corrections)
    sheets = [Sheet(laid, _lines(segment, pages)) for segment in segments]
    facts = [
        fact
        for number, (segment, sheet) in enumerate(zip(segments, sheets, strict=True))
        for fact in _facts(number, segment, sheet, titles)
    ]
    documents = tuple(_document(number, one, pages) for number, one in enumerate(segments))
    facts = confirmed(across(documents, by_whole_file(documents, facts)), sheets)
    dismissed = dismissed_pages(corrections)
    open_pages = [index for index in unclassified if pages[index].ref not in dismissed]
    loose = [Sheet(laid, [chosen]) for chosen in _loose(segments, open_pages, pages)]
    facts += known_values(documents, sheets, facts)
    facts += _told(documents, sheets, loose, facts, titles)
    return Reading(
        correct_procedure(procedure(documents, facts), corrections),
        documents,
        tuple(pages[index].ref for index in unclassified),
        correct_facts(facts, documents, corrections),
        tuple(unreadable),
        _weak(pages),
        dict(paths),
        ENGINE_VERSION,
        recognised=tuple(_recognised(page) for page in pages if page.source is TextSource.OCR),
    )


def _cut(
    laid: LaidPages, paths: Mapping[str, str], titles: Titles
) -> tuple[Sequence[Segment], Sequence[int]]:
    """Return the documents as the pages tell them, and the pages of none."""
    segmenter = Segmenter(laid, titles, paths)
    segmenter.walk()
    return with_run_in(segmenter.segments, segmenter.unclassified, laid, titles)


def _told(
    documents: Sequence[Document],
    sheets: Sequence[Sheet],
    loose: Sequence[Sheet],
    facts: Sequence[Fact],
    titles: Titles,
) -> list[Fact]:
    """Return what tells of documents that were not read as such."""
    return [
        *nearly_told(documents, sheets, facts, titles),
        *nearly_titled(loose, titles),
        *unexplained(documents, sheets, facts),
        *unknown_titles(documents, sheets, loose, titles),
        *speaking_pages(documents, sheets, loose),
        *standing_titles(documents, sheets, loose, titles),
        *named_papers(documents, sheets, loose, titles),
        *in_forms(documents, sheets, loose),
        *ended_otherwise(loose),
    ]


def procedure(documents: Sequence[Document], facts: Sequence[Fact] = ()) -> Procedure:
    """Return the procedure that the documents show (documents.md 3.4).

    Where no decision is in the file, receipts and the table of contents tell which there was.
    """
    codes = {document.type for document in documents}
    named = {fact.value.document for fact in facts if isinstance(fact.value, (Served, Listed))}
    for decision, result in _DECISIONS:
        if decision in codes:
            return result
    for decision, result in _DECISIONS:
        if decision in named:
            return result
    for deciding, result in _PROCEDURES:
        if codes & deciding:
            return result
    return Procedure.INSPECTION if _is_inspection(codes) else Procedure.UNKNOWN


_DECISIONS = (
    ("DT36", Procedure.NO_PENALTY),
    ("DT34", Procedure.SUMMARY),
    ("DT35", Procedure.GENERAL),
)
_PROCEDURES: tuple[tuple[frozenset[str], Procedure], ...] = (
    (frozenset({"DT62"}), Procedure.SUMMARY),
    (frozenset({"DT05", "DT26"}), Procedure.GENERAL),
    (frozenset({"DT15"}), Procedure.COERCIVE),
    (
        frozenset({"DT23", "DT24", "DT25", "DT27", "DT29", "DT30", "DT32", "DT33", "DT59"}),
        Procedure.GENERAL,
    ),
    (frozenset({"DT40", "DT43", "DT44", "DT57"}), Procedure.GENERAL),
)
_INSPECTING = {"DT04", "DT06", "DT08", "DT09", "DT13", "DT19", "DT20", "DT21"}
_PENALISING = {"DT41", "DT42", "DT52", "DT53"}


def _is_inspection(codes: set[str]) -> bool:
    """Return whether the file holds documents of an inspection and none of a penalty."""
    return bool(codes & _INSPECTING) and not codes & _PENALISING


def _lines(segment: Segment, pages: Sequence[Page]) -> Iterator[tuple[int, list[int] | None]]:
    for index in segment.pages:
        if segment.blocks is None:
            own = segment.lines_on(index)
            yield index, None if own is None else list(own)
        else:
            first, last = segment.blocks
            lines = enumerate(pages[index].lines)
            yield (
                index,
                [
                    at
                    for at, line in lines
                    if line.block is not None and first <= line.block <= last
                ],
            )


def _loose(
    segments: Sequence[Segment], unclassified: Sequence[int], pages: Sequence[Page]
) -> Iterator[tuple[int, list[int] | None]]:
    """Return what belongs to no document: whole pages, and what stands between two on a page."""
    yield from ((index, None) for index in unclassified)
    yield from _between(segments, pages)
    taken: dict[int, list[tuple[int, int]]] = {}
    for one in segments:
        if one.blocks is not None:
            taken.setdefault(one.pages[0], []).append(one.blocks)
    for index, ranges in taken.items():
        left = [
            at
            for at, line in enumerate(pages[index].lines)
            if line.block is not None
            and not any(first <= line.block <= last for first, last in ranges)
        ]
        if left:
            yield index, left


def _between(segments: Sequence[Segment], pages: Sequence[Page]) -> Iterator[tuple[int, list[int]]]:
    """Return the lines of shared pages that stand below an unknown title."""
    owned: dict[int, set[int]] = {}
    for index, lines in (part for one in segments for part in one.parts):
        owned.setdefault(index, set()).update(lines)
    for index, taken in owned.items():
        whole = any(index in one.pages and one.lines_on(index) is None for one in segments)
        if not whole and (left := [at for at in range(len(pages[index].lines)) if at not in taken]):
            yield index, left


def _facts(number: int, segment: Segment, sheet: Sheet, titles: Titles) -> Iterator[Fact]:
    seen: set[str] = set()
    for take in takes_of(segment.code, titles):
        if take.key in seen:
            continue
        found = take.take(sheet)
        if found:
            seen.add(take.key)
        for one in found:
            confidence = round(certainty_of(take.key, one.value, one.strip, sheet), 4)
            if one.doubt:
                confidence = min(confidence, DOUBTED)
            place = place_of(one.strip, sheet.pages)
            yield Fact(take.key, one.value, number, place, confidence, one.check)


def _document(number: int, segment: Segment, pages: Sequence[Page]) -> Document:
    refs: tuple[PageRef, ...] = tuple(pages[index].ref for index in segment.pages)
    return Document(
        number,
        segment.code,
        segment.title.translate(_PRINTED),
        round(segment.confidence, 4),
        refs,
        segment.blocks,
        segment.corrected,
    )


def _recognised(page: Page) -> Recognised:
    length = sum(len(line.text) for line in page.lines)
    doubtful = sum(
        sum(value < 100 * READ_FROM for value in line.certainty)
        if line.certainty
        else len(line.text) * (line.confidence < READ_FROM)
        for line in page.lines
    )
    share = round(doubtful / length, 4) if length else 0.0
    return Recognised(page.ref, round(page.confidence, 4), share)


def _weak(pages: Sequence[Page]) -> tuple[PageRef, ...]:
    return tuple(
        page.ref
        for page in pages
        if not page.source.is_whole or (page.lines and page.confidence < READ_FROM)
    )
