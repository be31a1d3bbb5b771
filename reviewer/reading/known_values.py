"""What a decision states in a place where nobody looked: values that the rest of the file tells.

Before a rule says that a decision names no party or no address, the name and the addresses that
other documents of the file give are looked for in its text as they stand.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewer.model import Document, Fact
from reviewer.reading.finders import TOLD
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import place_of

_ADDRESS = ("stated", "当事人地址")
_NAMES = {
    "DT15": ("measure_element", "party"),
    "DT34": ("stated", "当事人姓名或者名称"),
    "DT35": ("stated", "当事人姓名或者名称"),
    "DT36": ("stated", "当事人姓名或者名称"),
}
_ADDRESSED = frozenset({"DT34", "DT35", "DT36"})
_LABELS = frozenset(
    ("住址", "地址", "住所", "家庭住址", "户籍所在地", "现住址", "单位地址", "通讯地址", "注册地址")
)
_LEAST_ADDRESS, _LEAST_NAME = 6, 2
_AT = frozenset("在于至到往")
"""What happened at the party's own address does not tell that it is the address."""
_UNIT = "市县区镇乡村路街号旗"


def known_values(
    documents: Sequence[Document], sheets: Sequence[Sheet], facts: Sequence[Fact]
) -> Iterator[Fact]:
    """Find the party's name and address in decisions that were not seen to state them."""
    told = {(fact.document, fact.key, str(fact.value)) for fact in facts}
    name = _name(facts)
    for document, sheet in zip(documents, sheets, strict=True):
        wanted = [(_NAMES.get(document.type), [name] if name else [])]
        if document.type in _ADDRESSED:
            wanted.append((_ADDRESS, _addresses(sheets)))
        for what, values in wanted:
            if what and (document.id, *what) not in told:
                yield from _standing(document, sheet, what, values)


def _standing(
    document: Document, sheet: Sheet, what: tuple[str, str], values: Sequence[str]
) -> Iterator[Fact]:
    for value in values:
        at = sheet.text.find(value)
        if at >= 0 and not (what == _ADDRESS and sheet.text[at - 1 : at] in _AT):
            strip = sheet.flat.cut(at, at + len(value))
            place = place_of(strip, sheet.pages)
            yield Fact(what[0], what[1], document.id, place, TOLD)
            return


def _name(facts: Sequence[Fact]) -> str:
    """Return the party as most documents name it; empty when none or two do."""
    names = Counter(str(fact.value) for fact in facts if fact.key == "party" and fact.is_read)
    best = names.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return ""
    return best[0][0] if len(best[0][0]) >= _LEAST_NAME else ""


def _addresses(sheets: Sequence[Sheet]) -> list[str]:
    """Return the addresses behind the labels of all documents."""
    found: dict[str, None] = {}
    for sheet in sheets:
        for hit in sheet.hits:
            if hit.sure and hit.label in _LABELS:
                text = sheet.value(hit, wrapped=True).text.split(",")[0].strip(":;。 ")
                if len(text) >= _LEAST_ADDRESS and sum(char in _UNIT for char in text) > 1:
                    found[text] = None
    return list(found)
