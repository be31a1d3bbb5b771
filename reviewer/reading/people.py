"""Who acts and who is acted upon: officers (执法人员) and the party (当事人).

Officers are read from labels and from sentences that give a certificate number; nobody else is
taken for one.
"""

import re
from collections.abc import Iterator

from reviewer.model import Officer
from reviewer.reading.finders import LABELLED, SIGNED, TOLD, Finder, Found
from reviewer.reading.names import (
    PERSON,
    is_person,
    kind_of,
    may_be_person,
    name_words,
    until_gap,
    words,
)
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.checkdigits import is_valid_code, repair, valid_credit_code, valid_id_card

CERT = (
    r"(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])?"
    r"[A-Z]{0,4}[0-9][0-9A-Z\-]{4,20}(?![0-9年])"
)
_CERT = re.compile(CERT)
_CERT_WORD = (
    r"(?:(?:交通|运输|行政|综合)*执法(?:人员)?(?:证件?|资格证)?(?:编?号码?|名称及编号)?|"
    r"证件?(?:编?号码?)|工号|证号)"
)
_WITH_CERT = re.compile(
    rf"(?P<name>{PERSON})[(:,、]{{0,2}}(?:{_CERT_WORD}[:为是]?)?(?P<cert>{CERT})"
)
_TWO_WITH_CERTS = re.compile(
    rf"(?P<names>{PERSON}(?:[、,和及]{PERSON})+)[(,，。]?[^。;()]{{0,30}}?\(?{_CERT_WORD}(?:分别)?[:为是]*"
    rf"(?P<certs>{CERT}(?:[、,和及;]{CERT})+)"
)
_INTRODUCED = re.compile(rf"执法人员(?P<names>{PERSON}(?:[、,和及]{PERSON})+)")
_HEAD_LINES = 12
_CERT_WITHIN = 4
"""A certificate stands at most this many fragments after the label of its officer."""
_PARTY = re.compile(r"[\u4e00-\u9fa5A-Za-z0-9·()]{2,50}")
_PARTY_END = re.compile(
    r"\(?经营者.*|\((?:身份证|公民身份|统一社会|男|女|以下|下称|个体|法定|驾驶|车牌|地址|住址|联系|签|盖|证件).*|"
    r"(?:,|;|男,|女,|性别|身份证|统一社会|于20|未取得|涉嫌|驾驶).*"
)
_NO_PARTY = re.compile(
    r"某|违法|事实|证据|案件|决定|情况|处罚|依据|姓名|名称|如下|人民法院|人民政府"
)
"""某 is a name made unreadable for publication."""
_SALUTATION = re.compile(r"(?P<name>[\u4e00-\u9fa5A-Za-z0-9·()]{2,40}?)(?:先生|女士|同志)?:")
_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{15,18}(?![0-9A-Z])")


def officers(sheet: Sheet) -> list[Found]:
    """Return the officers of a document; one found without and with number counts with it."""
    found = [*_with_certs(sheet), *_labelled_officers(sheet), *_introduced(sheet)]
    certified = {f.value.name for f in found if isinstance(f.value, Officer) and f.value.cert}
    kept: dict[Officer, Found] = {}
    for one in found:
        officer = one.value
        if isinstance(officer, Officer) and (officer.cert or officer.name not in certified):
            kept.setdefault(officer, one)
    return list(kept.values())


def _with_certs(sheet: Sheet) -> Iterator[Found]:
    flat = sheet.flat
    taken: list[tuple[int, int]] = []
    for match in _TWO_WITH_CERTS.finditer(flat.text):
        taken.append(match.span())
        at = match.start()
        certs = re.split("[、,和及;]", match["certs"])
        for name, cert in zip(re.split("[、,和及]", match["names"]), certs, strict=False):
            at = flat.text.index(name, at)
            yield Found(Officer(name, cert), flat.cut(at, at + len(name)), TOLD)
    for match in _WITH_CERT.finditer(flat.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        word = flat.text[match.end("name") : match.start("cert")]
        if valid_id_card(match["cert"]) or "身份" in word:
            continue
        if is_person(match["name"]) and (_is_cert_word(word) or _is_bracketed(word, match["cert"])):
            strip = flat.cut(match.start("name"), match.end("cert"))
            if len({spot.line for spot in strip.spots}) > 1:
                strip = flat.cut(match.start("name"), match.end("name"))
            yield Found(Officer(match["name"], match["cert"]), strip, LABELLED)


def _is_cert_word(word: str) -> bool:
    return "证" in word or "号" in word


def _is_bracketed(word: str, cert: str) -> bool:
    return word == "(" and len(cert) >= 5 and not is_valid_code(cert)  # 张三(640100123)


def _labelled_officers(sheet: Sheet) -> Iterator[Found]:
    hits = sheet.labels("officers", "cert", "witness", "party", "asked")
    for number, hit in enumerate(hits):
        if hit.field != "officers" or not hit.sure:
            continue
        value = sheet.value(hit)
        certs = _certs_behind(sheet, hit, hits[number + 1 :], value)
        names = name_words(_until_date(value))
        for at, name in enumerate(names[:4]):
            cert = certs[at] if at < len(certs) else ""
            yield Found(Officer(name.text, cert), name, SIGNED)


def _until_date(value: Strip) -> Strip:
    digit = re.search(r"[0-9]{4}年|20[0-9]{2}", value.text)
    return value.cut(0, digit.start()) if digit else value


def _certs_behind(sheet: Sheet, own: Hit, following: list[Hit], value: Strip) -> list[str]:
    """Return the numbers behind the next label of certificates, if it stands close by."""
    certs = [match[0] for match in _CERT.finditer(value.text)]
    for hit in () if certs else following:
        if hit.field != "cert" or hit.at - own.at > _CERT_WITHIN:
            break
        certs += [match[0] for match in _CERT.finditer(sheet.value(hit).text)]
    return certs


def _introduced(sheet: Sheet) -> Iterator[Found]:
    for match in _INTRODUCED.finditer(sheet.text):
        at = match.start("names")
        for name in re.split("[、,和及]", match["names"]):
            start = sheet.text.index(name, at)
            if is_person(name):
                yield Found(Officer(name), sheet.flat.cut(start, start + len(name)), TOLD)


def party(*fields: str, addressed: bool = False) -> Finder:
    """Find the party behind its labels, behind 姓名 or 名称 below them, or as addressee."""
    wanted = fields or ("party",)

    def find(sheet: Sheet) -> Iterator[Found]:
        for hit in sheet.labels(*wanted):
            if not hit.sure:
                continue
            name = _name_in(sheet.value(hit, wrapped=True)) or _named_below(sheet, hit)
            if name:
                yield Found(name.text, name, LABELLED)
        if addressed:
            yield from _addressee(sheet)

    return find


def _name_in(value: Strip) -> Strip | None:
    text = _PARTY_END.sub("", value.text.lstrip(":"))
    shift = len(value.text) - len(value.text.lstrip(":"))
    match = _PARTY.match(text)
    if not match:
        return None
    name = value.cut(shift, shift + match.end())
    first = until_gap(name)
    if len(first) < len(name) and kind_of(first.text, ""):
        name = first
    first = next(words(name), name)
    if may_be_person(first.text) and len(first) < len(name):
        name = first
    spaced = [word for word in words(name) if len(word) == 1]
    if len(spaced) == len(name) and len(name) > 4:
        return None
    text = name.text.strip("()")
    known = kind_of(name.text, "") is not None or len(text) >= 5
    label = re.fullmatch(
        r"(?:个人|单位|姓名|名称|公民|法人|签名|或者?|盖章|及其他组织|[()])+.*", text
    )
    return name if known and not label and not _NO_PARTY.search(text) else None


def _named_below(sheet: Sheet, hit: Hit) -> Strip | None:
    """Return the first 姓名 or 名称 that is filled in among the labels after `hit`."""
    following = [h for h in sheet.hits if (h.at, h.start) > (hit.at, hit.start)][:14]
    for other in following:
        if other.field in {"person_name", "unit_name"} and other.sure:
            name = _name_in(sheet.value(other, wrapped=True))
            if name:
                return name
        if other.field in {"officers", "asked", "witness"}:
            return None
    return None


def _addressee(sheet: Sheet) -> Iterator[Found]:
    for at, one in enumerate(sheet.fragments[:_HEAD_LINES]):
        match = _SALUTATION.fullmatch(one.text)
        if match and kind_of(match["name"], "") and not sheet.hits_in(at):
            strip = one.strip.cut(0, match.end("name"))
            yield Found(match["name"], strip, TOLD)
            return


def party_kind(parties: Finder) -> Finder:
    """Find what the party is, on the place where its name stands."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for one in parties(sheet):
            kind = kind_of(str(one.value), sheet.text)
            if kind:
                yield Found(kind, one.strip, one.weight)

    return find


def party_id(sheet: Sheet) -> Iterator[Found]:
    """Find ID card numbers and credit codes behind their labels, or standing anywhere if valid."""
    seen: set[str] = set()
    for hit in sheet.labels("credit_code", "id_no"):
        value = sheet.value(hit)
        match = re.search(r"[0-9A-Z]{15,18}", value.text.upper().replace("·", ""))
        if match:
            seen.add(match[0])
            yield _code_found(match[0], value.cut(match.start(), match.end()), LABELLED)
    for match in _CODE.finditer(sheet.text.upper()):
        if match[0] not in seen and (valid_id_card(match[0]) or valid_credit_code(match[0])):
            yield _code_found(match[0], sheet.flat.cut(match.start(), match.end()), TOLD)


def _code_found(code: str, strip: Strip, weight: float) -> Found:
    mended = repair(code)
    return Found(mended or code, strip, weight, check=mended is not None)
