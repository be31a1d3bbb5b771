"""The documents of a made-up case: a story in, the papers of its file out.

Nothing here knows how a page looks; `reviewer.proof.renderings` lays the papers out.
"""

from collections.abc import Callable

from reviewer.model import PartyKind
from reviewer.proof.documents import (
    closing,
    decision,
    evidence,
    hearing,
    notices,
    opening,
    records,
    report,
    service,
)
from reviewer.proof.documents.parts import MadeDocument
from reviewer.proof.story import CaseStory

Writer = Callable[[CaseStory], MadeDocument]

# The order in which the file is bound (documents.md 3.5).
_ORDER: tuple[tuple[str, Writer], ...] = (
    ("DT35", decision.penalty_decision),
    ("DT37.decision", service.decision_receipt),
    ("DT26", notices.penalty_notice),
    ("DT37.notice", service.notice_receipt),
    ("DT27", notices.waiver),
    ("DT29", hearing.hearing_request),
    ("DT30", hearing.hearing_notice),
    ("DT32", hearing.hearing_record),
    ("DT05", opening.filing),
    ("DT06", records.site_record),
    ("DT07", records.inquiry_record),
    ("DT55", evidence.copies),
    ("DT56", evidence.mandate),
    ("DT60", evidence.photos),
    ("DT13", records.weighing_slip),
    ("DT54", evidence.recordings),
    ("DT19", notices.correction_order),
    ("DT20", records.recheck),
    ("DT41", service.payment_slip),
    ("DT52", closing.closing_report),
    ("DT51", closing.copied_notice),
    ("DT53", evidence.publication),
    ("DT23", report.investigation_report),
    ("DT57", opening.prolonging),
    ("DT33", hearing.hearing_report),
    ("DT24", report.legal_review),
    ("DT25", report.discussion),
)


def write_documents(story: CaseStory) -> tuple[MadeDocument, ...]:
    """Return the papers of the file in binding order, without cover, list and closing sheet."""
    return tuple(
        writer(story) for key, writer in _ORDER if story.has(key) and _called_for(story, key)
    )


def _called_for(story: CaseStory, key: str) -> bool:
    dates = story.dates
    conditions = {
        "DT27": dates.waived is not None,
        "DT29": dates.hearing is not None,
        "DT30": dates.hearing is not None,
        "DT32": dates.hearing is not None,
        "DT33": dates.hearing is not None,
        "DT56": story.party.kind is PartyKind.ORGANISATION,
        "DT13": story.offence.overload,
        "DT51": story.offence.overload,
        "DT24": dates.reviewed is not None,
        "DT25": dates.discussed is not None,
        "DT57": dates.prolonged is not None,
    }
    return conditions.get(key, True)
