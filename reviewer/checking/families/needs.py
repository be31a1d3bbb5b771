"""When a document is needed (documents.md 3.4): hearing held, goods seized, party pleaded.

A need ends the rule early, because the document does not concern the case or because nobody can
tell, or lets it go on with None.  An exemption is asked only when the document is missing.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reviewer.checking.applied import told
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.withdrawn import said_of, sent_of, transferral, withdrawal
from reviewer.checking.words import in_brackets
from reviewer.model import Fact, Place, Verdict

_CONCLUDING = ("DT35", "DT26", "DT23", "DT05")
_PRESELECTS = "不停车"
"""Such a device also only picks out the vehicle that a fixed station then weighs, on record."""
_TWO = 2
"""One document that speaks of monitoring may quote a rule; two tell how the act was found."""


class Answer(NamedTuple):
    """Why the document need not be looked for, or why nobody can tell whether it is needed."""

    verdict: Verdict
    why: str
    places: tuple[Place, ...] = ()


Need = Callable[[Inquiry], Answer | None]

_HELD = ("DT30", "DT31", "DT32", "DT33")
_ORDERS = ("DT19", "DT34", "DT35", "DT36", "DT26", "DT06", "DT20")
_ENFORCING = ("DT40", "DT43", "DT44", "DT45")
_OVERLOAD = ("超限", "超载")


def hearing(inquiry: Inquiry) -> Answer | None:
    """Go on when a hearing was held: a notice, a record or a report of it is in the file.

    A request alone leaves open whether it was held, which V08 asks.
    """
    if inquiry.reading.of_type(*_HELD):
        return None
    requests = inquiry.reading.of_type("DT29")
    if not requests:
        return _outside("卷内未见听证申请、通知、笔录，未涉及听证")
    pages = in_brackets(inquiry.pages_of(*requests))
    places = tuple(place for one in requests for place in inquiry.shown_by(one))
    why = f"卷内有听证申请{pages}而未见听证通知和笔录，是否举行听证无法判断"
    return Answer(Verdict.CANNOT_TELL, why, places)


def seizure(inquiry: Inquiry) -> Answer | None:
    """Go on when coercive measures were decided."""
    if inquiry.reading.of_type("DT15"):
        return None
    return _outside("卷内未见行政强制措施决定书，未涉及强制措施")


def pleading(inquiry: Inquiry) -> Answer | None:
    """Go on when the party stated or argued something after the notice."""
    facts = [*inquiry.facts("pleaded"), *inquiry.facts("statement_date")]
    if any(fact.is_read for fact in facts):
        return None
    papers = inquiry.reading.of_type("DT27")
    given_up = {fact.document for fact in inquiry.facts("waiver_date")}
    doubtful = [one for one in papers if one.id not in given_up and inquiry.is_weak(one)]
    if facts or doubtful:
        pages = in_brackets(inquiry.pages_of(*(doubtful or papers)))
        why = f"陈述申辩材料{pages}识别不清，是否提出陈述申辩无法判断"
        return Answer(Verdict.CANNOT_TELL, why, _places(facts))
    return _outside("卷内未见当事人提出陈述申辩")


def dated_order(inquiry: Inquiry) -> Answer | None:
    """Go on when an order to correct sets a deadline."""
    facts = [*inquiry.facts("correction_deadline"), *inquiry.facts("correction_days")]
    facts = [fact for fact in facts if _orders(inquiry, fact)]
    if any(fact.is_read for fact in facts):
        return None
    orders = inquiry.reading.of_type("DT19")
    if facts or inquiry.is_weak(*orders):
        pages = in_brackets(inquiry.places_of(_places(facts)) or inquiry.pages_of(*orders))
        why = f"责令改正的期限识别不清{pages}，是否应有整改复查记录无法判断"
        return Answer(Verdict.CANNOT_TELL, why, _places(facts))
    return _outside("卷内责令改正未写明期限")


def overload(inquiry: Inquiry) -> Answer | None:
    """Go on when the case is one of 超限运输."""
    for fact in inquiry.facts("cause"):
        if any(word in str(fact.value) for word in _OVERLOAD):
            return None
    return _outside("不是超限运输案件")


def recorded(inquiry: Inquiry) -> Answer | None:
    """Go on when a document tells of a recording; the law leaves the form of records open."""
    if inquiry.reading.of_type("DT54") or inquiry.facts("recording_told"):
        return None
    return _outside("卷内文书和目录未提到录音录像")


def no_monitoring(inquiry: Inquiry) -> Answer | None:
    """Leave out evidence by technical monitoring, which needs no record on the spot."""
    papers = inquiry.reading.of_type("DT58")
    facts = [fact for fact in inquiry.facts("monitored") if fact.is_read]
    stated = told(inquiry, "electronic_evidence", *_CONCLUDING)
    recorded = told(inquiry, "electronic_evidence", "DT13")
    weighed = tuple(one for one in recorded if not one.quote.startswith(_PRESELECTS))
    few = len(inquiry.places_of(stated)) < _TWO
    if not (papers or facts or weighed) and few:
        return None
    shown = tuple(place for one in papers for place in inquiry.shown_by(one))
    places = (*shown, *_places(facts), *weighed, *stated)
    return Answer(Verdict.NOT_APPLICABLE, "以电子技术监控取证，不要求现场笔录", places)


def no_fine(inquiry: Inquiry) -> Answer | None:
    """Leave out a case in which only a warning or another penalty than a fine was imposed."""
    fines = (*inquiry.facts("decision_fine"), *inquiry.facts("decision_fine_words"))
    if any(fact.value != 0 for fact in fines):
        return None
    others = inquiry.facts("penalty_kind", *inquiry.decision_codes)
    facts = [fact for fact in (*inquiry.facts("warning_only"), *others) if fact.is_read]
    if facts:
        return Answer(
            Verdict.NOT_APPLICABLE, "只给予罚款以外的处罚，不要求罚没票据", _places(facts)
        )
    return None


def unpaid(inquiry: Inquiry) -> Answer | None:
    """Leave out a fine that is being enforced, or paid by instalments or later."""
    papers = inquiry.reading.of_type(*_ENFORCING)
    if not papers:
        return None
    places = tuple(place for one in papers for place in inquiry.shown_by(one))
    what = "、".join(f"《{one.title}》" for one in papers)
    pages = in_brackets(inquiry.pages_of(*papers))
    return Answer(Verdict.NOT_APPLICABLE, f"罚款未按期缴纳，卷内有{what}{pages}", places)


def withdrawn(inquiry: Inquiry) -> Answer | None:
    """Leave out a case that was withdrawn without a decision."""
    places = withdrawal(inquiry)
    return Answer(Verdict.NOT_APPLICABLE, said_of(inquiry, places), places) if places else None


def transferred(inquiry: Inquiry) -> Answer | None:
    """Leave out a case that was handed to another authority without a decision."""
    places = transferral(inquiry)
    return Answer(Verdict.NOT_APPLICABLE, sent_of(inquiry, places), places) if places else None


def no_fine_read(inquiry: Inquiry) -> Answer | None:
    """Tell nothing when no document that was read gives a fine."""
    keys = ("decision_fine", "decision_fine_words", "notice_fine")
    if any(fact.is_read for key in keys for fact in inquiry.facts(key)):
        return None
    facts = [fact for key in keys for fact in inquiry.facts(key)]
    return Answer(Verdict.CANNOT_TELL, "未识别到罚款金额，是否应有票据无法判断", _places(facts))


def _orders(inquiry: Inquiry, fact: Fact) -> bool:
    document = inquiry.document_of(fact)
    return document is None or document.type in _ORDERS


def _outside(why: str) -> Answer:
    return Answer(Verdict.NOT_APPLICABLE, why)


def _places(facts: list[Fact]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(fact.place for fact in facts))


NEEDS: Mapping[str, Need] = MappingProxyType(
    {
        "hearing": hearing,
        "seizure": seizure,
        "pleading": pleading,
        "dated_order": dated_order,
        "overload": overload,
        "recorded": recorded,
    }
)
EXEMPTIONS: Mapping[str, Need] = MappingProxyType(
    {
        "no_monitoring": no_monitoring,
        "no_fine": no_fine,
        "unpaid": unpaid,
        "withdrawn": withdrawn,
        "transferred": transferred,
        "no_fine_read": no_fine_read,
    }
)
