"""Chinese words for what rules say: pages, lists, verdicts put together.

A sentence names the fact, the rule and the place; it accuses nobody.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType

from reviewer.model import PageRef, Place

_NONE: Mapping[PageRef, str] = MappingProxyType({})
_LISTED = 3
"""Files that a sentence still names one by one."""


Folios = Mapping[PageRef, str]


def page_list(paths: Mapping[str, str], refs: Iterable[PageRef], folios: Folios = _NONE) -> str:
    """Return the pages as `第3—5、8页`, with the file's name where a case has several files.

    Pages that have a 卷内页号 in `folios` go by that: `卷内第3—5页`.
    """
    refs = list(refs)
    numbered = list(dict.fromkeys(folios[ref] for ref in refs if ref in folios))
    parts = [_folio_list(numbered)] if numbered else []
    return "、".join(parts + _by_file(paths, [ref for ref in refs if ref not in folios]))


def _folio_list(folios: list[str]) -> str:
    if all(folio.isdigit() for folio in folios):
        return f"卷内第{_spans(sorted({int(folio) for folio in folios}))}页"
    return f"卷内第{'、'.join(folios)}页"


def _by_file(paths: Mapping[str, str], refs: Iterable[PageRef]) -> list[str]:
    by_file: dict[str, list[int]] = {}
    # The delivered order, which is that of the reading's paths.
    order = {file: number for number, file in enumerate(paths)}
    for ref in sorted(refs, key=lambda ref: (order.get(ref.file, len(order)), ref.page)):
        by_file.setdefault(ref.file, []).append(ref.page)
    parts = []
    for file, pages in by_file.items():
        path = paths.get(file, "")
        # A DOCX has no pages of its own; its name is all that can be told.
        is_docx = path.lower().endswith(".docx")
        name = f"《{path}》" if path and (len(paths) > 1 or is_docx) else ""
        parts.append(name if is_docx else f"{name}第{_spans(sorted(set(pages)))}页")
    return parts


def all_pages(paths: Mapping[str, str], refs: Iterable[PageRef], folios: Folios = _NONE) -> str:
    """Return what was searched: the pages, or their number where many files were delivered."""
    refs = list(refs)
    if folios:
        return f"全部 {len(refs)} 页"
    files = {ref.file for ref in refs}
    if len(files) > _LISTED:
        return f"全部 {len(files)} 个文件共 {len(refs)} 页"
    return page_list(paths, refs)


def place_list(paths: Mapping[str, str], places: Iterable[Place], folios: Folios = _NONE) -> str:
    """Return the pages of `places` as `page_list` does; in a paper case the typed 卷内页号."""
    places = list(places)
    typed = list(dict.fromkeys(place.folio for place in places if not place.file and place.folio))
    refs = [place.ref for place in places if place.file and place.page]
    parts = [_folio_list(typed)] if typed else []
    if refs:
        parts.append(page_list(paths, refs, folios))
    return "、".join(parts)


def in_brackets(text: str) -> str:
    """Return `text` in full-width brackets, nothing for nothing."""
    return f"（{text}）" if text else ""


def joined(parts: Sequence[str]) -> str:
    """Return sentences joined by a semicolon, each once."""
    return "；".join(dict.fromkeys(part for part in parts if part))


def yuan(amount: Decimal) -> str:
    """Return an amount as `8,000 元`; fen only where there are any."""
    return f"{amount:,.0f} 元" if amount == amount.to_integral_value() else f"{amount:,.2f} 元"


def _spans(pages: list[int]) -> str:
    spans = []
    for _, group in groupby(enumerate(pages), lambda pair: pair[1] - pair[0]):
        run = [page for _, page in group]
        spans.append(str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}")
    return "、".join(spans)
