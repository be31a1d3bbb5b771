"""Making one case file: story, documents, pages, files, and where its faults can be seen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from reviewer.proof.documents import covers, write_documents
from reviewer.proof.documents.parts import plain
from reviewer.proof.faults import Fault, Planted, Proof
from reviewer.proof.plan import Plan
from reviewer.proof.renderings.ageing import photo_of, write_scan
from reviewer.proof.renderings.archive import write_zip
from reviewer.proof.renderings.layout import lay_out
from reviewer.proof.renderings.pdf import write_pdf
from reviewer.proof.renderings.sheets import LaidDocument
from reviewer.proof.renderings.word import write_word
from reviewer.proof.story import CaseStory, make_story


class Form(StrEnum):
    """How a case file is delivered."""

    WORD = "word"  # a folder of DOCX
    TEXT_PDF = "text_pdf"  # one PDF with a text layer
    SCAN = "scan"  # one image-only PDF
    PHOTOS = "photos"  # a folder of photographed pages beside DOCX
    ARCHIVE = "archive"  # a ZIP of several PDFs, names in GBK


@dataclass(frozen=True, slots=True)
class MadeCase:
    """A made-up case file on disk."""

    name: str
    path: Path
    form: Form
    story: CaseStory
    planted: tuple[Planted, ...]
    """Empty for a case without fault."""
    documents: Mapping[str, tuple[tuple[str, int], ...]]
    """Pages of each document, by its key."""


Pages = dict[str, tuple[tuple[str, int], ...]]

_PHOTOGRAPHED = frozenset({"DT06", "DT07", "DT37.decision", "DT37.notice", "DT41", "DT60", "DT55"})
_PARTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("01 封面和目录", frozenset({"DT01", "DT02"})),
    ("02 处罚决定及送达", frozenset({"DT34", "DT35", "DT36", "DT37.decision", "DT38", "DT39"})),
    (
        "03 告知材料",
        frozenset({"DT26", "DT37.notice", "DT27", "DT27.pleading", "DT29", "DT30", "DT32"}),
    ),
    ("04 立案和证据材料", frozenset({"DT05", "DT06", "DT07", "DT22", "DT55", "DT56", "DT60"})),
    (
        "05 检测和保存扣押材料",
        frozenset({"DT13", "DT58", "DT54", *(f"DT{n}" for n in range(10, 19))}),
    ),
    (
        "06 责令改正和执行",
        frozenset({"DT19", "DT20", "DT21", "DT40", "DT41", "DT42", "DT43", "DT44"}),
    ),
    ("07 结案和公示", frozenset({"DT52", "DT51", "DT53", "DT62", "DT50"})),
    ("08 副卷", frozenset()),
)
"""The files of an archive: keys or codes of documents; the last takes what is left."""


def make_case(
    folder: Path, name: str, plan: Plan, form: Form, faults: Sequence[Fault] = ()
) -> MadeCase:
    """Write a case file with `faults` into `folder` and return it.

    The faults must concern different parts of the plan.  The same arguments give the same bytes.
    """
    for one in faults:
        plan = one.change(plan)
    story = make_story(plan)
    laid = lay_out_case(story)
    path, pages = _write(folder, name, laid, form, plan.seed)
    planted = tuple(
        Planted(
            one.rule,
            one.what(story),
            tuple(_places(one.proofs(story), laid, pages)),
            one.also,
            one.name,
            one.hinted,
        )
        for one in faults
    )
    return MadeCase(name, path, form, story, planted, pages)


def lay_out_case(story: CaseStory) -> tuple[LaidDocument, ...]:
    """Return the whole file on its pages: cover, list with right page numbers, papers, end."""
    papers, folio = [], 1
    for document in write_documents(story):
        laid = replace(lay_out(document), first_folio=folio)
        papers.append(laid)
        folio += len(laid.sheets)
    spans = [(p.first_folio, p.first_folio + len(p.sheets) - 1) for p in papers]
    front = (
        covers.cover(story, folio - 1),
        covers.contents(story, [p.document for p in papers], spans),
    )
    return (*map(lay_out, front), *papers, lay_out(covers.endnote(story, folio - 1)))


def _write(
    folder: Path, name: str, laid: Sequence[LaidDocument], form: Form, seed: int
) -> tuple[Path, Pages]:
    folder.mkdir(parents=True, exist_ok=True)
    if form is Form.WORD:
        return folder / name, _write_folder(folder / name, laid, frozenset(), seed)
    if form is Form.PHOTOS:
        return folder / name, _write_folder(folder / name, laid, _PHOTOGRAPHED, seed)
    if form is Form.ARCHIVE:
        path = folder / f"{name}.zip"
        return path, _write_archive(path, name, laid)
    path = folder / f"{name}.pdf"
    if form is Form.TEXT_PDF:
        write_pdf(laid, path, name)
    else:
        write_scan(laid, path, name, seed)
    return path, _numbered(laid, path.name)


def _write_folder(
    folder: Path, laid: Sequence[LaidDocument], photographed: frozenset[str], seed: int
) -> Pages:
    folder.mkdir(exist_ok=True)
    pages: Pages = {}
    for order, one in enumerate(laid, 1):
        document = one.document
        stem = f"{order:02} {document.title}"
        if document.key not in photographed:
            write_word(document, folder / f"{stem}.docx")
            pages[document.key] = ((f"{stem}.docx", 1),)
            continue
        names = []
        for page in range(len(one.sheets)):
            # Every third page lies on its side, as pages from a telephone do.
            turned = 90 if (order + page) % 3 == 0 else 0
            file = f"{stem}-{page + 1}.jpg"
            (folder / file).write_bytes(photo_of(one, page, seed * 100 + order * 7 + page, turned))
            names.append((file, 1))
        pages[document.key] = tuple(names)
    return pages


def _write_archive(path: Path, name: str, laid: Sequence[LaidDocument]) -> Pages:
    pages: Pages = {}
    members = []
    left = list(laid)
    for part, keys in _PARTS:
        inside = [one for one in left if not keys or {one.document.key, one.document.code} & keys]
        left = [one for one in left if one not in inside]
        if not inside:
            continue
        draft = path.with_suffix(".part")
        write_pdf(inside, draft, part)
        member = f"{name}/{part}.pdf"
        members.append((member, draft.read_bytes()))
        draft.unlink()
        pages |= _numbered(inside, member)
    write_zip(members, path)
    return pages


def _numbered(laid: Sequence[LaidDocument], file: str) -> Pages:
    pages: Pages = {}
    page = 1
    for one in laid:
        pages[one.document.key] = tuple((file, page + n) for n in range(len(one.sheets)))
        page += len(one.sheets)
    return pages


def _places(
    proofs: Sequence[Proof], laid: Sequence[LaidDocument], pages: Pages
) -> Iterator[tuple[str, int]]:
    by_key = {one.document.key: one for one in laid}
    seen = set()
    for key, words in proofs:
        # A second fault may have taken the document away; the others still prove it.
        if key not in by_key:
            continue
        for order in sheets_with(by_key[key], words):
            place = pages[key][min(order, len(pages[key]) - 1)]
            if place not in seen:
                seen.add(place)
                yield place


def sheets_with(laid: LaidDocument, words: str) -> list[int]:
    """Return the pages of a document, from 0, on which `words` stand.

    Raises:
        ValueError: the document does not say so.
    """
    wanted = "".join(plain(words).split())
    found = [order for order, sheet in enumerate(laid.sheets) if wanted in sheet.text]
    if found:
        return found
    text, starts = "", []
    for sheet in laid.sheets:
        starts.append(len(text))
        text += sheet.text
    at = text.find(wanted)
    if at < 0:
        raise ValueError(f"{laid.document.key}: {wanted}")
    last = at + len(wanted) - 1
    return [
        order
        for order, start in enumerate(starts)
        if start <= last and at < start + len(laid.sheets[order].text)
    ]
