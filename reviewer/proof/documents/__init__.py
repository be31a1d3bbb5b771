"""The documents of a made-up case: a story in, the papers of its file out.

Nothing here knows how a page looks; `reviewer.proof.renderings` lays the papers out.
"""

from collections.abc import Callable

from reviewer.model import PartyKind, Procedure
from reviewer.proof.documents import (
    closing,
    coercion,
    decision,
    enforcement,
    evidence,
    heard,
    hearing,
    leniency,
    notices,
    opening,
    records,
    report,
    service,
    special,
    summary,
)
from reviewer.proof.documents.parts import MadeDocument
from reviewer.proof.measures import Mark, ServiceWay
from reviewer.proof.story import CaseStory

Writer = Callable[[CaseStory], MadeDocument]

# The order in which the file is bound (documents.md 3.5).
_ORDER: tuple[tuple[str, Writer], ...] = (
    ("DT35", decision.penalty_decision),
    ("DT34", summary.spot_decision),
    ("DT36", leniency.no_penalty_decision),
    ("DT37.decision", service.decision_receipt),
    ("DT38", service.confirmation),
    ("DT39", service.announcement),
    ("DT26", notices.penalty_notice),
    ("DT37.notice", service.notice_receipt),
    ("DT27", notices.waiver),
    ("DT27.pleading", heard.pleading),
    ("DT29", hearing.hearing_request),
    ("DT30", hearing.hearing_notice),
    ("DT32", hearing.hearing_record),
    ("DT05", opening.filing),
    ("DT06", records.site_record),
    ("DT07", records.inquiry_record),
    ("DT22.request", heard.recusal_request),
    ("DT22", heard.recusal_decision),
    ("DT55", evidence.copies),
    ("DT56", evidence.mandate),
    ("DT60", evidence.photos),
    ("DT13", records.weighing_slip),
    ("DT13.certificate", special.calibration),
    ("DT58", special.monitoring_review),
    ("DT54", evidence.recordings),
    ("DT10", coercion.held_list),
    ("DT11", coercion.held_end),
    ("DT15", coercion.seizure_decision),
    ("DT16", coercion.seized_goods),
    ("DT17", coercion.extension_notice),
    ("DT18", coercion.release),
    ("DT19", notices.correction_order),
    ("DT20", records.recheck),
    ("DT43.performance", special.performance_reminder),
    ("DT46", special.performance_decision),
    ("DT21", leniency.lesson_record),
    ("DT40.request", enforcement.instalment_request),
    ("DT40", enforcement.instalments),
    ("DT41", service.payment_slip),
    ("DT41.second", service.second_slip),
    ("DT42", summary.surrendered_money),
    ("DT43", enforcement.reminder),
    ("DT44", enforcement.court_application),
    ("DT52", closing.closing_report),
    ("DT51", closing.copied_notice),
    ("DT53", evidence.publication),
    ("DT53.withdrawn", special.withdrawal),
    ("DT62", summary.filed_decision),
    ("DT50", special.transfer),
    ("DT50.receipt", special.handing_over),
    ("DT50.approval", special.transfer_approval),
    ("DT14", coercion.seizure_approval),
    ("DT14.extension", coercion.extension_approval),
    ("DT23", report.investigation_report),
    ("DT28", heard.pleading_review),
    ("DT57", opening.prolonging),
    ("DT33", hearing.hearing_report),
    ("DT24", report.legal_review),
    ("DT25", report.discussion),
    ("DT61", special.directory),
)
_LISTED = {Mark.REVIEW_LISTED, Mark.DISCUSSION_LISTED, Mark.HEARING_LISTED}


def write_documents(story: CaseStory) -> tuple[MadeDocument, ...]:
    """Return the papers of the file in binding order, without cover, list and closing sheet."""
    return tuple(
        writer(story.as_copied(key))
        for key, writer in _ORDER
        if story.has(key) and _called_for(story, key)
    )


def _called_for(story: CaseStory, key: str) -> bool:
    conditions = _steps(story) | _measures(story)
    return conditions.get(key, True)


def _steps(story: CaseStory) -> dict[str, bool]:
    dates, overload = story.dates, story.offence.overload
    return {
        "DT06": not story.offence.monitored,
        "DT13": overload,
        "DT13.certificate": story.offence.monitored,
        "DT24": dates.reviewed is not None,
        "DT25": dates.discussed is not None,
        "DT27": dates.waived is not None,
        "DT27.pleading": dates.pleaded is not None,
        "DT28": dates.pleaded is not None,
        "DT29": dates.hearing_asked is not None,
        "DT30": dates.hearing is not None,
        "DT32": dates.hearing is not None,
        "DT33": dates.hearing is not None,
        "DT51": overload,
        "DT56": story.party.kind is PartyKind.ORGANISATION,
        "DT57": dates.prolonged is not None,
        "DT58": story.offence.monitored,
    }


def _measures(story: CaseStory) -> dict[str, bool]:
    plan, steps = story.plan, story.steps
    seizure, unpaid, hold = steps.seizure, steps.unpaid, steps.hold
    recusal = story.marked(Mark.RECUSAL)
    on_the_spot = story.marked(Mark.SPOT_MONEY)
    return {
        "DT10": hold is not None,
        "DT11": hold is not None,
        "DT14": seizure is not None,
        "DT14.extension": seizure is not None and seizure.extended is not None,
        "DT15": seizure is not None,
        "DT16": seizure is not None,
        "DT17": seizure is not None and seizure.extended is not None,
        "DT18": seizure is not None,
        "DT21": not story.marked(Mark.UNTAUGHT),
        "DT22": recusal,
        "DT22.request": recusal,
        "DT38": plan.service is ServiceWay.ELECTRONIC,
        "DT39": plan.service is ServiceWay.ANNOUNCED,
        "DT40": steps.parted,
        "DT40.request": steps.parted and not story.marked(Mark.UNASKED),
        "DT41": unpaid is None,
        "DT41.second": steps.parted,
        "DT42": on_the_spot,
        "DT43": unpaid is not None,
        "DT44": unpaid is not None,
        "DT50": steps.transfer is not None,
        "DT43.performance": steps.performing is not None,
        "DT46": steps.performing is not None,
        "DT50.receipt": steps.transfer is not None,
        "DT53.withdrawn": steps.withdrawing is not None,
        "DT50.approval": steps.transfer is not None,
        "DT53": plan.procedure in (Procedure.GENERAL, Procedure.SUMMARY),
        "DT61": bool(_LISTED & plan.marks),
    }
