"""Officers whose family name nobody knows, by a number like that of their colleague.

询问人矫立伟15020310 记录人法春燕15020322: behind a word of office, or beside a colleague, two or
three characters with a number of the same unit are an officer, whatever the family name.
"""

import re
from collections.abc import Iterator, Sequence

from reviewer.reading.finders import TOLD
from reviewer.reading.names import may_be_person
from reviewer.reading.officer_sentences import Entry
from reviewer.reading.sheet import Sheet

_NAMED = re.compile(
    r"(?:记录|询问|检查|勘验|勘查|复查|执法|送达|承办|经办)人?员?:?(?P<name>[\u4e00-\u9fa5]{2,3})"
    r"\(?(?:证号|执法证号?)?:?(?P<cert>[0-9]{5,14})(?![0-9])"
    r"|(?<=[0-9)])[、,;和及]?(?P<other>[\u4e00-\u9fa5]{2,3})\(?(?P<number>[0-9]{5,14})(?![0-9])"
)
_SHARED = 3
"""Numbers of one unit begin with as many of the same digits."""
_SHORTEST = 5


def numbered_alike(sheet: Sheet, known: Sequence[Entry]) -> Iterator[Entry]:
    """Return the officers whose number is like one of a known officer."""
    certs = {one.cert for one in known if len(one.cert) >= _SHORTEST and one.cert.isdigit()}
    names = {one.name.text for one in known}
    if not certs:
        return
    for match in _NAMED.finditer(sheet.flat.text):
        group = "name" if match["name"] else "other"
        name, cert = match[group], match["cert"] or match["number"]
        alike = any(len(cert) == len(one) and cert[:_SHARED] == one[:_SHARED] for one in certs)
        own = any(name in one or one in name for one in names)
        if alike and cert not in certs and not own and may_be_person(name):
            yield Entry(sheet.flat.cut(*match.span(group)), cert, TOLD)
