"""The officers (执法人员) of a document and their certificates (执法证号).

Officers are read from labels and from sentences that give a certificate number; nobody else is
taken for one.  A number belongs to the name that stands in its line, else to the names that stand
before it, in order.
"""

import re
from collections.abc import Iterator, Sequence

from reviewer.model import Box, Officer
from reviewer.reading.alike_numbers import numbered_alike
from reviewer.reading.certs import find_certs, is_cut, name_before
from reviewer.reading.finders import GUESSED, LABELLED, SIGNED, Found
from reviewer.reading.listed_numbers import deal_out_listed
from reviewer.reading.names import name_words
from reviewer.reading.officer_sentences import Entry, introduced
from reviewer.reading.officer_sentences import told as told_in
from reviewer.reading.officer_tables import names_beside, number_below, officer_rows
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip, joined
from reviewer.reading.unlisted_labels import until_other_label

_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}(?:年|(?<![A-Z0-9(].{4})[.\-/](?:0?[1-9]|1[0-2])(?:[.\-/]|(?![0-9])))|"
    r"[一二][〇零○九Oo0][〇零○一二三四五六七八九Oo0]{2}年"
)
"""The year of a date; 陕E2018-09 and (2018-0412) are numbers of certificates."""
_AGENCY = re.compile(r"[\u4e00-\u9fa5]{6,24}(?:局|厅|委员会|[总支大中]队|中心)$")
_LEAST_AGENCY = 4
_CERT_WITHIN = 4
"""A certificate stands at most this many fragments after the label of its officer."""
_MOST = 4
"""More names behind one label than this are a list of something else."""
_OTHERS = {"party", "asked", "witness", "receiver", "person_name", "payer"}
_STACKED = 3
_OFFICERS_OWN = ("执法", "行政执法")
"""How labels of numbers begin that only officers have."""
_NAMED_AGAIN = 2


def officers(sheet: Sheet) -> list[Found]:
    """Return the officers of a document; one found without and with number counts with it.

    Who wrote the record is an officer if a certificate says so, or if the document prints none.
    """
    entries = _entries(sheet)
    whole = {(one.name.text, one.cert) for one in entries}
    entries = [one for one in entries if not is_cut(one.name.text, one.cert, whole)]
    certified = {one.name.text for one in entries if one.cert}
    kept: dict[Officer, Found] = {}
    for one in entries:
        if one.cert or (one.name.text not in certified and not (one.is_recorder and certified)):
            officer = Officer(one.name.text, one.cert)
            kept.setdefault(officer, Found(officer, one.name, one.weight))
    return [*kept.values(), *_perhaps_another(sheet, list(kept.values()))]


def _perhaps_another(sheet: Sheet, known: Sequence[Found]) -> Iterator[Found]:
    """Find in a scan a second number beside the only name: whose it is the scan has lost."""
    names = {found.value.name for found in known if isinstance(found.value, Officer)}
    if len(names) != 1 or not sheet.is_scanned(known[0].strip.spots[0].page):
        return
    used = {found.value.cert for found in known if isinstance(found.value, Officer)}
    for hit in sheet.labels("cert", "officers"):
        for cert in _numbers(sheet, hit) if hit.sure else []:
            if cert.text not in used:
                yield Found(Officer(next(iter(names)), cert.text), cert, GUESSED, doubt=True)
                return


def recorders(sheet: Sheet) -> Iterator[Found]:
    """Find who wrote the record where nothing on it says that they are an officer."""
    known = {found.value.name for found in officers(sheet) if isinstance(found.value, Officer)}
    for one in _entries(sheet):
        if one.is_recorder and one.name.text not in known:
            yield Found(one.name.text, one.name, one.weight)


def _entries(sheet: Sheet) -> list[Entry]:
    entries = [one for hit in sheet.labels("officers", "recorder") for one in _behind(sheet, hit)]
    for one in entries:
        if not one.cert and (cert := number_below(sheet, one.name)):
            one.cert, one.weight = cert, LABELLED
    if not entries:
        entries = [Entry(name, cert, LABELLED) for name, cert in officer_rows(sheet)]
    elif not all(one.cert for one in entries):
        _take_from_rows(sheet, entries)
    for hit in sheet.labels("cert"):
        if hit.sure:
            entries += _with_numbers(sheet, hit, entries)
    _deal_out(sheet, entries)
    told = list(told_in(sheet))
    _correct(entries, [one for one in told if one.paired or _in_brackets(sheet.text, one)])
    used = {one.cert for one in entries}
    entries += [one for one in told if one.cert not in used and _is_new(one, entries)]
    deal_out_listed(sheet, entries)
    entries += list(numbered_alike(sheet, entries))
    return [*entries, *(one for one in introduced(sheet) if _is_whole(sheet, one, entries))]


def _take_from_rows(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Give who only signed the number that a table of names and numbers has beside the name."""
    rows = {name.text: cert for name, cert in officer_rows(sheet) if cert}
    for one in entries:
        if not one.cert and (cert := rows.get(one.name.text)):
            one.cert, one.weight = cert, LABELLED


def _in_brackets(text: str, one: Entry) -> bool:
    """Return whether the number stands in brackets behind the name: 王芳（证号640002）."""
    pattern = rf"{re.escape(one.name.text)}\([^()]{{0,12}}{re.escape(one.cert)}"
    # 停车场 before the brackets of another column is no name; an officer is named again.
    named = text.count(one.name.text) >= _NAMED_AGAIN
    return bool(one.cert) and named and re.search(pattern, text) is not None


def _correct(entries: Sequence[Entry], told: Sequence[Entry]) -> None:
    """Take from names the numbers that a sentence gives to somebody else.

    Behind a label the first line of a cell may be missing, and its number stands there alone.
    """
    owners = {one.cert: one.name.text for one in told if one.cert}
    own = {one.name.text: one.cert for one in told if one.cert}
    for one in entries:
        owner, name = owners.get(one.cert, ""), one.name.text
        if owner and owner not in name and name not in owner:
            one.cert = own.get(name, "")


def _is_new(one: Entry, known: Sequence[Entry]) -> bool:
    """Return whether the name is no part of a longer one behind a label: 阿牛 of 曲比阿牛."""
    longer = (entry.name.spots for entry in known if len(entry.name) > len(one.name))
    return not any(set(spots).intersection(one.name.spots) for spots in longer)


def _is_whole(sheet: Sheet, one: Entry, known: Sequence[Entry]) -> bool:
    """Return whether the name is not the beginning of a longer one that a label gives."""
    at = sheet.flat.spots.index(one.name.spots[0])
    names = {entry.name.text for entry in known} - {one.name.text}
    # 宋词 is known: of 宋词现向你了解 the name is no 宋词现.
    return not any(
        sheet.flat.text.startswith(name, at)
        if len(name) > len(one.name)
        else one.name.text.startswith(name)
        for name in names
    )


def _deal_out(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Give numbers that no line ties to a name to the names, where they are as many."""
    used = {one.cert for one in entries}
    certified = {one.name.text for one in entries if one.cert}
    bare: dict[str, list[Entry]] = {}
    for one in entries:
        if not one.cert and one.name.text not in certified and not one.is_recorder:
            bare.setdefault(one.name.text, []).append(one)
    numbers = [
        cert.text
        for hit in sheet.labels("cert", "officers")
        if hit.sure
        for cert in _numbers(sheet, hit)
        if cert.text not in used
    ]
    left = list(dict.fromkeys(numbers))
    if left and len(left) == len(bare):
        for cert, some in zip(left, bare.values(), strict=True):
            some[0].cert, some[0].weight = cert, LABELLED


def _behind(sheet: Sheet, hit: Hit) -> list[Entry]:
    """Return the names behind a label, each with the number that follows it there."""
    if not hit.sure:
        return []
    value = _until_agency(sheet, until_other_label(_until_date(_reach(sheet, hit))))
    entries: list[Entry] = []
    start = 0
    certs = find_certs(value)
    most = len(certs) or None
    for cert in [*certs, None]:
        end = _offset(value, cert) if cert else len(value)
        names = name_words(value.cut(start, end).trimmed("-"), most)
        entries += [Entry(name, "", SIGNED, hit) for name in names]
        waiting = next((one for one in entries if not one.cert), None)
        if cert and not waiting and (led := name_before(cert)):
            waiting = Entry(cert.cut(0, led), "", SIGNED, hit)
            entries.append(waiting)
            start, cert = end + led, cert.cut(led)
            end = start
        if cert and waiting:
            waiting.cert, waiting.weight = cert.text, LABELLED
        start = end + (len(cert) if cert else 0)
    if len(entries) == 1 and not certs:
        more = names_beside(sheet, hit, entries[0].name)
        entries += [Entry(name, "", SIGNED, hit) for name in more]
    return entries[:_MOST]


def _reach(sheet: Sheet, hit: Hit) -> Strip:
    """Return what stands behind a label up to the next label but those of certificates."""
    later = [one for one in sheet.hits_in(hit.at) if one.start >= hit.end]
    ending = next((one.start for one in later if not _is_of_cert(sheet, one)), None)
    inline = sheet.fragments[hit.at].strip.cut(hit.end, ending)
    if not later and not inline.text.strip(":;,.、_-|"):
        return sheet.value(hit)
    rest = _wrapped(sheet, hit.at) if ending is None else []
    # A scan reads a speck behind the colon as a point.
    inline = inline.cut(len(inline) - len(inline.text.lstrip(":;,.、_-|")))
    return joined([inline, *rest])


def _wrapped(sheet: Sheet, at: int) -> list[Strip]:
    """Return the lines in which a value goes on, up to the next label: 05210034）。被询问人：…"""
    rest: list[Strip] = []
    for below in sheet.cells.wraps(at, []):
        hits = (one for one in sheet.hits_in(below) if one.sure and not _is_of_cert(sheet, one))
        ending = next((one.start for one in hits), None)
        rest.append(sheet.fragments[below].strip.cut(0, ending))
        if ending is not None:
            break
    return rest


def _is_of_cert(sheet: Sheet, hit: Hit) -> bool:
    """Return whether a label is that of a certificate, as 张三（证件号码：…） prints it."""
    opened = sheet.fragments[hit.at].text[hit.start - 1 : hit.start] == "("
    return hit.field == "cert" or (opened and "证" in hit.label and "身份" not in hit.label)


def _until_date(value: Strip) -> Strip:
    year = _YEAR.search(value.text)
    return value.cut(0, year.start()) if year else value


def _until_agency(sheet: Sheet, value: Strip) -> Strip:
    """Return the value without the agency that a scan ran into its last name.

    费晓琳湖州市交通运输局: where the agency begins, another line of the sheet tells.
    """
    match = _AGENCY.search(value.text)
    if not match:
        return value
    for start in range(match.start(), match.end() - _LEAST_AGENCY):
        agency = re.escape(value.text[start : match.end()])
        if re.search(rf"(?:^|[\n:,]){agency}", sheet.flow.text):
            return value.cut(0, start)
    return value


def _offset(value: Strip, part: Strip) -> int:
    return value.spots.index(part.spots[0])


def _with_numbers(sheet: Sheet, hit: Hit, known: Sequence[Entry]) -> list[Entry]:
    """Return what a label of certificates adds; gives `known` names their numbers."""
    certs = _numbers(sheet, hit)
    found: list[Entry] = []
    dealt = {one.cert for one in known}
    for names, numbers in _lines(sheet, hit, certs):
        for name, cert in zip(names, numbers, strict=False):
            entry = next((one for one in known if one.name.spots == name.spots), None)
            if entry and not entry.cert:
                entry.cert, entry.weight = cert.text, LABELLED
            elif not entry and cert.text not in dealt and hit.label.startswith(_OFFICERS_OWN):
                found.append(Entry(name, cert.text, LABELLED))
    return found


def _numbers(sheet: Sheet, hit: Hit) -> list[Strip]:
    """Return the numbers behind a label, and those that stand by themselves below the first."""
    value = sheet.value(hit, wrapped=True)
    if _is_opened(sheet, hit) and ")" in value.text:
        return find_certs(value.cut(0, value.text.index(")")))
    certs = find_certs(value)
    at = _fragment(sheet, certs[-1]) if certs else -1
    while certs and at >= 0 and len(certs) <= _STACKED:
        one = sheet.fragments[at]
        below = next(
            (
                other
                for other in sheet.on_page(one.page)
                if 0 <= sheet.fragments[other].box.y0 - one.box.y1 + 0.5 * one.height < one.height
                and one.box.x0 - 0.02 < sheet.fragments[other].box.x0 < one.box.x1
                and one.cell == sheet.fragments[other].cell
            ),
            -1,
        )
        more = find_certs(sheet.fragments[below].strip) if below >= 0 else []
        if not more or "".join(cert.text for cert in more) != sheet.fragments[below].text:
            break
        certs, at = [*certs, *more], below
    return list({cert.spots: cert for cert in certs}.values())


def _is_opened(sheet: Sheet, hit: Hit) -> bool:
    """Return whether a label stands in brackets that go on: 王芳(执法证号: at the end of a line."""
    before = sheet.fragments[hit.at].text[: hit.start]
    return before.count("(") > before.count(")")


def _lines(
    sheet: Sheet, hit: Hit, certs: list[Strip]
) -> Iterator[tuple[Sequence[Strip], Sequence[Strip]]]:
    """Return names and the numbers that belong to them in order, line by line."""
    names = _names_in(sheet, hit.at, hit.start) if hit.start > 0 else []
    if names and _is_opened(sheet, hit):
        # 张三、李四（执法证号：1、 at the end of a line: the first number is that of the first.
        goes_on = sheet.fragments[hit.at].text.endswith("、") and len(names) > len(certs)
        yield names[: len(certs)] if goes_on else names[-len(certs) :], certs
        return
    if names and certs and _fragment(sheet, certs[0]) != hit.at:
        # 张三，执法证号： ends its line: the number in the next one is that of the name before it.
        yield names[-1:], certs[:1]
        return
    by_line: dict[int, list[Strip]] = {}
    for cert in certs:
        by_line.setdefault(_fragment(sheet, cert), []).append(cert)
    left = {at: _names_left(sheet, hit, at) for at in by_line}
    first = next(iter(left.values()), [])
    if not any(left.values()):
        yield _names_above(sheet, hit), certs
    elif len(first) >= len(certs):
        yield first, certs
    else:
        for at, numbers in by_line.items():
            yield left[at], numbers


def _names_left(sheet: Sheet, hit: Hit, at: int) -> list[Strip]:
    """Return the names nearest on the left in the line of a number, if they are no party's."""
    one = sheet.fragments[at]
    if at == hit.at and hit.start:
        return _names_in(sheet, at, hit.start)
    beside = [
        other
        for other in sheet.on_page(one.page)
        if other != at
        and sheet.fragments[other].box.x1 <= one.box.x0 + 0.01
        and _share_line(sheet.fragments[other].box, one.box)
    ]
    for other in sorted(beside, key=lambda n: -sheet.fragments[n].box.x0):
        hits = sheet.hits_in(other)
        if hits and hits[-1].field in _OTHERS:
            return []
        if not (hits and hits[-1].whole):
            return _names_in(sheet, other, None)
    return []


def _share_line(one: Box, other: Box) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0)


def _names_in(sheet: Sheet, at: int, end: int | None) -> list[Strip]:
    strip = sheet.fragments[at].strip.cut(0, end)
    before = [one for one in sheet.hits_in(at) if one.end <= len(strip)]
    if before and before[-1].field in _OTHERS:
        return []
    return name_words(strip.cut(before[-1].end if before else 0))


def _names_above(sheet: Sheet, hit: Hit) -> list[Strip]:
    """Return the names behind the label of officers that stands right before."""
    before = [
        one
        for one in sheet.hits
        if (one.at, one.start) < (hit.at, hit.start) and one.field in {"officers", *_OTHERS}
    ]
    if not before or hit.at - before[-1].at > _CERT_WITHIN or before[-1].field != "officers":
        return []
    return [one.name for one in _behind(sheet, before[-1])]


def _fragment(sheet: Sheet, part: Strip) -> int:
    """Return the fragment in which `part` begins."""
    return sheet.fragment_of[part.spots[0]]
