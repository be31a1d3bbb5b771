"""A person's corrections, applied on top of what the machine read.

Later corrections cover earlier ones.  Documents are re-cut before facts are read, so that facts
of a corrected document come from the right table.
"""

from collections.abc import Sequence
from dataclasses import replace

from reviewer.model import (
    Correction,
    CorrectionKind,
    Document,
    Fact,
    Page,
    PageRef,
    Place,
    Procedure,
)
from reviewer.reading.kinds import Kind
from reviewer.reading.segment import Segment


def correct_segments(
    segments: Sequence[Segment],
    unclassified: Sequence[int],
    pages: Sequence[Page],
    kinds: Sequence[Kind],
    corrections: Sequence[Correction],
) -> tuple[list[Segment], list[int]]:
    """Return segments and unclassified pages as the corrections set them, in case order."""
    names = {kind.code: kind.type.name for kind in kinds}
    index = {page.ref: at for at, page in enumerate(pages)}
    cut, loose = list(segments), set(unclassified)
    for correction in corrections:
        chosen = tuple(sorted(index[ref] for ref in correction.pages if ref in index))
        if not chosen:
            continue
        if correction.kind is CorrectionKind.DOCUMENT:
            block = correction.place.block if correction.place else None
            if block is not None:
                cut = [_retyped(one, chosen, block, correction.type, names) for one in cut]
                continue
            cut = [*_without(cut, chosen), _made(cut, chosen, correction.type, names)]
            loose -= set(chosen)
        elif correction.kind is CorrectionKind.NOT_A_DOCUMENT:
            cut = _without(cut, chosen)
            loose |= set(chosen)
    cut.sort(key=lambda one: (one.pages[0], one.blocks or (0, 0)))
    return cut, sorted(loose)


def dismissed_pages(corrections: Sequence[Correction]) -> frozenset[PageRef]:
    """Return the pages of which a person said that they are no document.

    Nothing is looked for on them again: a person's word is never overwritten.
    """
    said = (one for one in corrections if one.kind is CorrectionKind.NOT_A_DOCUMENT)
    return frozenset(ref for one in said for ref in one.pages)


def _made(
    cut: Sequence[Segment], chosen: tuple[int, ...], code: str, names: dict[str, str]
) -> Segment:
    """Return the document that a person set; it keeps the printed title if the type agrees."""
    same = [one for one in cut if one.code == code and one.pages[0] == chosen[0]]
    title = same[0].title if same else names.get(code, code)
    return Segment(code, title, 1.0, chosen, corrected=True)


def _retyped(
    one: Segment, chosen: tuple[int, ...], block: int, code: str, names: dict[str, str]
) -> Segment:
    if one.pages == chosen and one.blocks and one.blocks[0] <= block <= one.blocks[1]:
        return replace(one, code=code, title=names.get(code, code), confidence=1.0, corrected=True)
    return one


def _without(cut: Sequence[Segment], chosen: tuple[int, ...]) -> list[Segment]:
    gone = set(chosen)
    left = [replace(one, pages=tuple(p for p in one.pages if p not in gone)) for one in cut]
    return [one for one in left if one.pages]


def correct_procedure(read: Procedure, corrections: Sequence[Correction]) -> Procedure:
    """Return the procedure, as the last correction sets it."""
    for correction in corrections:
        if correction.kind is CorrectionKind.PROCEDURE:
            read = Procedure(correction.text)
    return read


def correct_facts(
    facts: Sequence[Fact], documents: Sequence[Document], corrections: Sequence[Correction]
) -> tuple[Fact, ...]:
    """Return the facts as the corrections set them, in order of documents."""
    current = list(facts)
    for correction in corrections:
        if correction.kind is CorrectionKind.FACT:
            current = _with_fact(current, documents, correction)
        elif correction.kind is CorrectionKind.NO_FACT:
            current = [
                fact for fact in current if not _is_target(fact, documents, correction, exact=True)
            ]
    current.sort(key=lambda fact: fact.document if fact.document >= 0 else len(documents))
    return tuple(current)


def _with_fact(
    facts: list[Fact], documents: Sequence[Document], correction: Correction
) -> list[Fact]:
    if correction.value is None:
        return facts
    covered = [fact for fact in facts if _is_target(fact, documents, correction, exact=False)]
    left = [fact for fact in facts if fact not in covered]
    document = covered[0].document if covered else _document_of(documents, correction)
    place = correction.place or Place("", 0, "")
    fact = Fact(
        correction.key, correction.value, document, place, 1.0, confirmed=True, corrected=True
    )
    return [*left, fact]


def _is_target(
    fact: Fact, documents: Sequence[Document], correction: Correction, exact: bool
) -> bool:
    """Return whether the correction covers `fact`.

    Without a value to replace it covers what an earlier correction typed for the same key and
    type, so that typing twice leaves one value.
    """
    if fact.key != correction.key:
        return False
    if correction.type and not _has_type(fact, documents, correction.type):
        return False
    wrong = correction.replaces if correction.replaces is not None else None
    if exact:
        wrong = correction.value if wrong is None else wrong
        return wrong is None or fact.value == wrong
    if wrong is not None:
        return fact.value == wrong
    return fact.corrected


def _has_type(fact: Fact, documents: Sequence[Document], code: str) -> bool:
    return fact.document < 0 or documents[fact.document].type == code


def _document_of(documents: Sequence[Document], correction: Correction) -> int:
    """Return the document that holds the correction's place, else the first of its type."""
    ref = correction.place.ref if correction.place else PageRef("", 0)
    block = correction.place.block if correction.place else None
    for document in documents:
        if ref in document.pages and (
            block is None
            or document.blocks is None
            or document.blocks[0] <= block <= document.blocks[1]
        ):
            return document.id
    for document in documents:
        if correction.type and document.type == correction.type:
            return document.id
    return -1
