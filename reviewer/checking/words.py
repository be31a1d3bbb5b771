"""Chinese words for what rules say: pages, lists, verdicts put together.

A sentence names the fact, the rule and the place; it accuses nobody.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from reviewer.model import PageRef, Place

_LISTED = 3
"""Files that a sentence still names one by one."""


def page_list(paths: Mapping[str, str], refs: Iterable[PageRef]) -> str:
    """Return the pages as `第3—5、8页`, with the file's name where a case has several files."""
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
    return "、".join(parts)


def all_pages(paths: Mapping[str, str], refs: Iterable[PageRef]) -> str:
    """Return what was searched: the pages, or their number where many files were delivered."""
    refs = list(refs)
    files = {ref.file for ref in refs}
    if len(files) > _LISTED:
        return f"全部 {len(files)} 个文件共 {len(refs)} 页"
    return page_list(paths, refs)


def place_list(paths: Mapping[str, str], places: Iterable[Place]) -> str:
    """Return the pages of `places` as `page_list` does; the typed 卷内页号 where there is one."""
    places = list(places)
    folios = list(dict.fromkeys(place.folio for place in places if place.folio))
    loose = [place.ref for place in places if not place.folio and place.page]
    parts = [f"卷内第{'、'.join(folios)}页"] if folios else []
    if loose:
        parts.append(page_list(paths, loose))
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
