"""The roster of officers (执法人员名册) of the unit's library: name, number, validity.

Nothing is asked of a roster that was not entered.
"""

import re
from collections.abc import Iterator
from datetime import date

from reviewer.checking.inquiry import Inquiry
from reviewer.checking.records import day_of_record
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Officer, RosterEntry, Verdict
from reviewer.reckoning.textnorm import squeezed

QUALIFICATION = "资格"
"""Ends the subject of a breach that is about being qualified, not about what a record says."""


def not_in_force(inquiry: Inquiry, document: Document, fact: Fact) -> Iterator[Breach]:
    """Report an officer of `document` whom the roster does not hold, or not on that day."""
    officer = fact.value
    if not isinstance(officer, Officer):
        return
    where = f"《{document.title}》{in_brackets(inquiry.pages_of(document))}"
    subject = inquiry.subject(document)
    if why := _odd_number(inquiry, officer):
        yield Breach(subject, Verdict.HINT, f"{where}{why}", (fact.place,))
    if not inquiry.library.officers:
        return
    entries = [one for one in inquiry.library.officers if squeezed(one.name) == _name(officer)]
    verdict, why = _judged(officer, entries, day_of_record(inquiry, document))
    if verdict is Verdict.PROBLEM and not fact.is_read:
        verdict, why = Verdict.CANNOT_TELL, f"执法人员姓名、证号识别不清，{why}，无法判断"
    if verdict is not Verdict.OK:
        yield Breach(f"{subject} {QUALIFICATION}", verdict, f"{where}{why}", (fact.place,))


def _judged(officer: Officer, entries: list[RosterEntry], day: date | None) -> tuple[Verdict, str]:
    if not entries:
        return Verdict.PROBLEM, f"执法人员{officer.name}不在本单位执法人员名册内"
    same = [one for one in entries if not officer.cert or _plain(one.cert) == _plain(officer.cert)]
    if not same:
        numbers = "、".join(one.cert for one in entries)
        told = f"执法人员{officer.name}的证号 {officer.cert} 与名册登记的 {numbers} 不一致"
        return Verdict.PROBLEM, told
    if day is None and any(one.valid_from or one.valid_to for one in same):
        told = f"未识别到日期，执法人员{officer.name}的证件当日是否有效无法判断"
        return Verdict.CANNOT_TELL, told
    if day is None or any(_covers(one, day) for one in same):
        return Verdict.OK, ""
    spans = "、".join(f"{one.valid_from or '不限'} 至 {one.valid_to or '不限'}" for one in same)
    return Verdict.PROBLEM, f"执法人员{officer.name}的执法证件有效期为 {spans}，{day} 不在有效期内"


def _covers(entry: RosterEntry, day: date) -> bool:
    return (entry.valid_from is None or entry.valid_from <= day) and (
        entry.valid_to is None or day <= entry.valid_to
    )


def _odd_number(inquiry: Inquiry, officer: Officer) -> str:
    pattern = inquiry.library.settings.get("certificate_format", "")
    if not pattern or not officer.cert or re.fullmatch(pattern, officer.cert):
        return ""
    return f"执法人员{officer.name}的证号 {officer.cert} 与本单位规定的证号格式不符，请核对"


def _plain(cert: str) -> str:
    return "".join(char for char in cert.upper() if char.isalnum() and char not in "第号")


def _name(officer: Officer) -> str:
    return squeezed(officer.name)
