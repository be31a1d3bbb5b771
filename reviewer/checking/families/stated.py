"""What each document says of one key, and how a document that says otherwise is reported (K-F5).

The value of most documents counts (少数服从多数), with a tie that of the decision.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.checking.families.likeness import plain
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.receipts import served_of
from reviewer.checking.words import in_brackets
from reviewer.model import Breach, Document, Fact, Place, Verdict

_AUTHORITY = ("DT35", "DT36", "DT34", "DT26", "DT05")
"""Whose value counts where as many documents say the one as the other."""
_SCANNED = 0.9
"""A single character of a scan is believed to differ when read at least so surely."""
NAMES = {
    "party": "当事人名称",
    "party_id": "证件号码",
    "plate": "车牌号",
    "case_no": "案号",
    "decision_no": "决定书文号",
    "notice_no": "违法行为通知书文号",
    "offence_date": "违法行为时间",
    "offence_at": "违法行为时刻",
    "offence_place": "违法行为地点",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """What one document says of a key."""

    value: str
    """As compared: without blanks, dots and notes."""
    fact: Fact
    document: Document

    @property
    def printed(self) -> str:
        """Return what the document prints."""
        served = served_of(self.fact)
        return str(served.number if served else self.fact.value)


@dataclass(frozen=True, slots=True)
class Compared:
    """What the documents say of one key."""

    name: str
    places: tuple[Place, ...]
    """One place of each document that says what most say."""
    breaches: tuple[Breach, ...] = ()


def said(inquiry: Inquiry, key: str, *codes: str) -> list[Stated]:
    """Return what each document says of `key`, of `codes` only when given, in reading order."""
    found = []
    for fact in inquiry.facts(key):
        document = inquiry.document_of(fact)
        if document and fact.is_read and (not codes or document.type in codes):
            found.append(Stated(plain(str(fact.value)), fact, document))
    return found


def usual_of(stated: Sequence[Stated]) -> Stated | None:
    """Return what most documents say; with a tie what the decision says."""
    if not stated:
        return None
    counts = Counter(value for value, _ in {(one.value, one.document.id) for one in stated})
    most = max(counts.values())
    leading = [one for one in stated if counts[one.value] == most]
    return min(leading, key=lambda one: _rank(one.document))


def _rank(document: Document) -> int:
    return _AUTHORITY.index(document.type) if document.type in _AUTHORITY else len(_AUTHORITY)


def surely_read(one: Stated, usual: Stated) -> bool:
    """Return whether the difference can be no misreading (只差低置信字符的不报)."""
    return one.fact.corrected or min(one.fact.confidence, usual.fact.confidence) >= _SCANNED


def breach_of(inquiry: Inquiry, key: str, one: Stated, usual: Stated, hint: bool) -> Breach:
    """Return the breach of a document that says otherwise; both places go along."""
    where = in_brackets(inquiry.pages_of(one.document))
    there = in_brackets(inquiry.pages_of(usual.document))
    message = (
        f"{NAMES[key]}不一致：《{one.document.title}》{where}为“{one.printed}”，"
        f"《{usual.document.title}》{there}等为“{usual.printed}”"
    )
    if hint:
        message += "，请核对"
    subject = f"{key}-{inquiry.subject(one.document)}"
    places = (one.fact.place, usual.fact.place)
    return Breach(subject, Verdict.HINT if hint else Verdict.PROBLEM, message, places)
