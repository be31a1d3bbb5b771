"""How the file is bound (立卷归档): its table of contents beside what is there, and the order.

Only hints: a table of contents may sum papers up in one line, and every bureau binds in its way.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from reviewer.checking import parameters
from reviewer.checking.families.binding import odd_paper
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, conclude_each, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Finding, Listed, Place, RuleInfo, Verdict
from reviewer.reckoning.textnorm import squeezed

_FRAME = ("DT01", "DT02", "DT03")
_FEW = 3
"""So many rows at least make a table of contents that can be compared."""


@FAMILIES.add("archive.contents")
def contents(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look where the table of contents and the file differ."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "未能判定程序的案卷不核对目录")
    tables = inquiry.reading.of_type("DT02")
    if not tables:
        return not_applicable(rule, "卷内未见目录")
    rows = [
        (fact, fact.value)
        for fact in inquiry.facts("listed")
        if isinstance(fact.value, Listed) and fact.is_read
    ]
    pages = in_brackets(inquiry.pages_of(*tables))
    filed = sum(one.type not in _FRAME for one in inquiry.reading.documents)
    if len(rows) < max(_FEW, filed // 2):
        return conclude(rule, Verdict.CANNOT_TELL, f"卷内目录{pages}的内容识别不清，无法核对")
    breaches = [
        *_absent(inquiry, rows),
        *_unlisted(inquiry, tables[0], rows),
        *_beyond(inquiry, rows),
    ]
    if breaches:
        return conclude_each(rule, breaches)
    message = f"卷内目录{pages}所列 {len(rows)} 项与卷内文书相符"
    return conclude(rule, Verdict.OK, message, [fact.place for fact, _ in rows])


Rows = list[tuple[Fact, Listed]]


def _absent(inquiry: Inquiry, rows: Rows) -> Iterator[Breach]:
    """Return the rows whose document is not there, neither by its kind nor by its title."""
    there = {document.type for document in inquiry.reading.documents}
    titles = {document.title for document in inquiry.reading.documents}
    hidden = bool(inquiry.reading.unreadable)
    for fact, row in rows:
        if row.document and row.document not in there and not hidden:
            if any(_names(row.title, title) for title in titles):
                continue
            message = f"卷内目录列有《{row.title}》，卷内未见，请核对"
            yield _hint(inquiry, fact.place, row.document, message)


def _unlisted(inquiry: Inquiry, table: Document, rows: Rows) -> Iterator[Breach]:
    """Return the documents that no row lists; rows that we cannot name may list them."""
    listed = {row.document for _, row in rows}
    missing = [
        document
        for document in inquiry.reading.documents
        if document.type not in listed | {*_FRAME}
        and not any(_names(row.title, document.title) for _, row in rows)
    ]
    by_type = {document.type: document for document in reversed(missing)}
    unnamed = Counter(not row.document for _, row in rows)[True]
    if len(by_type) <= unnamed:
        return
    for document in by_type.values():
        where = in_brackets(inquiry.pages_of(document))
        message = f"《{document.title}》{where}未列入卷内目录，请核对"
        places = (*inquiry.shown_by(table), *inquiry.shown_by(document))
        yield Breach(inquiry.subject(document), Verdict.HINT, message, places)


def _names(listed: str, title: str) -> bool:
    """Return whether a row lists a title: what is one kind to us may be another to the unit.

    Who made the paper may stand in front of it.
    """
    return squeezed(listed).strip("《》").endswith(squeezed(title).strip("《》"))


def _beyond(inquiry: Inquiry, rows: Rows) -> Iterator[Breach]:
    """Return the row that names a page behind the last one; a DOCX has no pages to count."""
    paths = inquiry.reading.paths.values()
    if inquiry.reading.unreadable or any(path.lower().endswith(".docx") for path in paths):
        return
    folios = [int(folio) for _, folio in inquiry.reading.folios if folio.isdigit()]
    total = max([len(inquiry.reading.pages), *folios])
    last = max(rows, key=lambda pair: pair[1].last or 0)
    if (last[1].last or 0) > total:
        message = (
            f"卷内目录所列《{last[1].title}》页号为第 {last[1].last} 页，案卷共 {total} 页，请核对"
        )
        yield _hint(inquiry, last[0].place, "页号", message)


def _hint(inquiry: Inquiry, place: Place, what: str, message: str) -> Breach:
    subject = f"{what}-{inquiry.subject_of(place, 'DT02')}"
    return Breach(subject, Verdict.HINT, message, (place,))


@FAMILIES.add("archive.order")
def order(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Ask to look where cover, contents and remarks do not stand at their ends of the file."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "未能判定程序的案卷不核对排列")
    documents = inquiry.reading.documents
    framing = [one for one in documents if one.type in _FRAME]
    if not framing or not _is_bound(inquiry):
        return not_applicable(rule, "文书分别报送或者没有封面、目录、备考表，排列顺序无从核对")
    front = parameters.texts(rule, "front")
    codes = [one.type for one in documents]
    wanted = [code for code in front if code in codes]
    breaches = [
        _misplaced(inquiry, one, "应在卷首")
        for at, code in enumerate(wanted)
        for one in inquiry.reading.of_type(code)[:1]
        if codes.index(code) != at
    ]
    breaches += [
        _misplaced(inquiry, one, "应在卷末")
        for code in parameters.texts(rule, "back")
        for one in inquiry.reading.of_type(code)[-1:]
        if one.id != documents[-1].id
    ]
    if odd := odd_paper(inquiry, rule):
        where = f"与“{odd.template}”的其他文书先后不符"
        breaches.append(_misplaced(inquiry, odd.document, where))
    if breaches:
        return conclude_each(rule, breaches)
    places = [place for one in framing for place in inquiry.shown_by(one)]
    return conclude(rule, Verdict.OK, "封面、目录、备考表的位置和文书先后未见需要核对之处", places)


def _misplaced(inquiry: Inquiry, document: Document, where: str) -> Breach:
    pages = in_brackets(inquiry.pages_of(document))
    message = f"《{document.title}》{pages}{where}，请核对排列顺序"
    return Breach(inquiry.subject(document), Verdict.HINT, message, inquiry.shown_by(document))


def _is_bound(inquiry: Inquiry) -> bool:
    """Return whether the order of the pages is one that somebody chose."""
    paths = {
        inquiry.reading.paths.get(ref.file, "")
        for document in inquiry.reading.documents
        for ref in document.pages
    }
    return len(paths) == 1 or all(PurePosixPath(path).name[:1].isdigit() for path in paths)
