"""The tables: which facts each type of document gives, and how each is found.

A type that is not listed gives the common facts and the date it was signed.
"""

from reviewer.reading.citations import cited_articles
from reviewer.reading.contents import contents
from reviewer.reading.ending_dates import end_date
from reviewer.reading.extract import (
    clauses,
    coercive,
    happening,
    hearings,
    offences,
    redress,
    witnesses,
)
from reviewer.reading.extract.across_types import takes_beside
from reviewer.reading.extract.approving import (
    CLOSED,
    FILED,
    PROLONGED,
    approved,
    date_after_opinion,
    signed_at_end,
)
from reviewer.reading.extract.elements import IN_RECEIPT
from reviewer.reading.extract.execution import (
    ANNOUNCEMENT,
    APPLICATION,
    ARCHIVED,
    CONSENT,
    COPY,
    EXPLAINED,
    HANDED_OVER,
    INSTALMENT,
    OFFICIAL,
    PERFORMANCE,
    PUBLICATION,
    RECORD,
    SURCHARGE,
    URGE,
    takes_told,
)
from reviewer.reading.extract.instalments import days_of_instalments, sums_of_instalments
from reviewer.reading.extract.more import MORE
from reviewer.reading.extract.near import not_in_head
from reviewer.reading.extract.penalty import DECISION, NO_PENALTY, NOTICE, OFFENCE
from reviewer.reading.extract.shared import (
    DAY,
    DEADLINES,
    ORDERED,
    SAME_SENTENCE,
    STATUTE,
    YEAR,
    cause,
    numbered,
    plates,
)
from reviewer.reading.extract.slips import days_of_slips, sums_of_slips
from reviewer.reading.extract.statements import hearing_request, statement_date, waiver
from reviewer.reading.extract.take import Take
from reviewer.reading.extract.terms import ON_THE_SPOT
from reviewer.reading.extract.told_anywhere import takes_anywhere
from reviewer.reading.extract.transfer import TRANSFER
from reviewer.reading.extract.unit import (
    CHAIR,
    DISCUSSION,
    HELD,
    PARTY,
    PENALTY,
    RECUSAL,
    REVIEW,
    SHOWN,
    WITHDRAWN,
    recusal_asked,
)
from reviewer.reading.extract.unit_standards import unit_standards
from reviewer.reading.finders import (
    dated,
    first_of,
    outside_of,
    signed_in,
    told_date,
    told_flag,
)
from reviewer.reading.money import any_sum, counted, fines, sum_of_fine, sums
from reviewer.reading.officers import officers, recorders
from reviewer.reading.opinion_grid import approved_in_grid
from reviewer.reading.people import party, party_id, party_kind
from reviewer.reading.receipts import served_rows
from reviewer.reading.records import session, session_date
from reviewer.reading.run_in import (
    agreed_date,
    body_date,
    handler_date,
    later_of,
    only_date,
    opening_date,
    said_date,
)
from reviewer.reading.signing import last_date, signature_of, signing_date
from reviewer.reading.titles import Titles

__all__ = ["Take", "takes_of"]

_CASE = (
    Take("case_no", numbered("case_no")),
    Take("cause", cause),
    Take("party", party()),
    Take("party_kind", party_kind(party())),
)
_ADDRESSED = (
    Take("case_no", numbered("case_no")),
    Take("cause", cause),
    Take("party", party(addressed=True)),
    Take("party_kind", party_kind(party(addressed=True))),
)
_IDENTITY = (Take("party_id", party_id), Take("plate", plates, many=True))
_OFFICERS = (
    Take("officer", officers, many=True),
    Take("recorder", recorders, many=True),
)
_LAW = (Take("cited_article", cited_articles, many=True),)
_ORDER = (
    Take("correction_ordered", told_flag(*ORDERED, unless=STATUTE)),
    Take("correction_deadline", first_of(dated("correction_by"), told_date(*DEADLINES))),
)
_FOUND = told_date(
    rf"{DAY}(?:(?!立案|受案|受理|批准|指派|调查终结){SAME_SENTENCE}){{0,90}}?"
    rf"(?:检查|巡查|巡逻|路检|执法(?!证|机关|部门|人员[^。;]{{0,3}}(?:于|在){YEAR})|检测|稽查|发现|查获)"
)
"""2024年7月6日批准立案，由某某（执法证号…）承办 tells no day of finding."""
_SIGNED = first_of(dated("signed_on"), signing_date(), body_date(), last_date())
_SIGNED_ALONE = first_of(signing_date(), dated("signed_on"), body_date(), last_date())
_HANDLER_SIGNED = signature_of(r"(?:承办|调查|办案|执法|报告|经办)(?:人员?)|(?:承办|经办)(?=:)")
_DOCUMENT_DATE = (Take("document_date", _SIGNED_ALONE),)

_UNPAID = (
    r"(?:罚款)?(?:未(?:按期|按时|依法|主动)?(?:履行|缴纳|缴清|缴款)|拒不(?:缴纳|履行)|尚未缴|没有缴|"
    r"逾期(?:未|不)(?:缴|履行))"
)
_COUNT = r"(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,4})"
_PROLONGED = rf"(?:延长|延期)[^。;]{{0,30}}?{_COUNT}个?(?:自然|工作)?[日天]"

_TABLES: dict[str, tuple[Take, ...]] = {
    "DT01": (*_CASE, Take("archived_date", dated("archived_on")), *ARCHIVED),
    "DT03": (Take("archived_date", first_of(dated("archived_on"), _SIGNED)), *ARCHIVED),
    "DT05": (
        Take("case_no", first_of(numbered("case_no"), numbered("number", head=True))),
        *_CASE,
        *_IDENTITY,
        *_OFFICERS,
        *_LAW,
        Take("filing_date", dated("filing_date")),
        *PARTY,
        Take("found_date", first_of(dated("found_on"), _FOUND)),
        Take("offence_date", OFFENCE),
        Take(
            "filing_approved_date",
            first_of(
                approved_in_grid("立案(?:调查|查处|办理|处理)?|受理"),
                later_of(signed_in("leader", last=True), said_date("立案")),
                dated("approved_on", "filed_on"),
                outside_of(
                    "leader",
                    "office",
                    "handler",
                    finder=first_of(agreed_date("立案|受理|受案"), approved(FILED)),
                ),
            ),
        ),
        Take(
            "document_date",
            first_of(
                dated("signed_on"),
                signed_in("leader", "office", "handler"),
                last_date(),
                approved(FILED),
            ),
        ),
    ),
    "DT06": (
        *_CASE,
        *_IDENTITY,
        *SHOWN,
        *_OFFICERS,
        Take("session", session),
        Take("found_date", first_of(session_date, _FOUND)),
        Take("correction_ordered", told_flag(*ORDERED, unless=STATUTE)),
    ),
    "DT07": (
        Take("case_no", numbered("case_no")),
        Take("cause", cause),
        Take("plate", plates, many=True),
        *_OFFICERS,
        *SHOWN,
        Take("session", session),
    ),
    "DT08": (*_CASE, *_OFFICERS, *SHOWN, Take("session", session)),
    "DT19": (*_ADDRESSED, *_IDENTITY, *_OFFICERS, *_LAW, *_ORDER, *_DOCUMENT_DATE),
    "DT20": (
        *_CASE,
        *_OFFICERS,
        Take("session", session),
        Take("recheck_date", first_of(session_date, dated("time"), opening_date(), _SIGNED)),
    ),
    "DT22": (*_CASE, *RECUSAL, *_DOCUMENT_DATE),
    "DT23": (
        *_CASE,
        *_IDENTITY,
        *_OFFICERS,
        *_LAW,
        *_ORDER,
        Take("found_date", _FOUND),
        Take("offence_date", OFFENCE),
        PENALTY,
        HELD,
        Take("report_fine", fines(words=False)),
        Take("report_fine", fines()),
        Take(
            "investigation_end_date",
            first_of(
                dated("investigated_on"),
                signed_in("handler"),
                _HANDLER_SIGNED,
                handler_date(),
                _SIGNED_ALONE,
                date_after_opinion(),
            ),
        ),
    ),
    "DT24": (
        *_CASE,
        Take(
            "legal_review_date",
            first_of(
                dated("review_on"),
                signed_in("legal", last=True),
                signature_of(r"(?:审核|核审)(?:人员?|员)|法制员"),
                signing_date(),
                last_date(),
                signed_at_end(),
                date_after_opinion(),
                end_date(),
            ),
        ),
        *REVIEW,
        HELD,
    ),
    "DT25": (
        *_CASE,
        *DISCUSSION,
        HELD,
        Take(
            "discussion_date",
            first_of(session_date, dated("time"), _SIGNED),
        ),
    ),
    "DT26": NOTICE,
    "DT27": (
        Take("party", party("party", "asked")),
        Take("statement_date", statement_date),
        Take("waiver_date", waiver),
        WITHDRAWN,
    ),
    "DT29": (
        Take("party", party("party", "asked")),
        Take("hearing_request_date", hearing_request),
        WITHDRAWN,
    ),
    "DT30": (*_ADDRESSED, CHAIR, *_DOCUMENT_DATE),
    "DT32": (
        *_CASE,
        CHAIR,
        Take("officer", officers, many=True),
        Take("hearing_date", first_of(session_date, dated("time"), _SIGNED)),
        Take("session", session),
        Take("recusal_asked", recusal_asked),
    ),
    "DT33": (*_CASE, CHAIR, HELD, *_DOCUMENT_DATE),
    "DT34": DECISION,
    "DT35": DECISION,
    "DT36": NO_PENALTY,
    "DT41": (
        Take("party", party("payer")),
        Take("paid_date", first_of(days_of_slips, days_of_instalments), many=True),
        Take("paid_date", first_of(dated("paid_on"), dated("signed_on"), last_date(), only_date())),
        Take("paid_amount", first_of(sums_of_slips, sums_of_instalments), many=True, each=True),
        Take(
            "paid_amount",
            first_of(sums("amount"), sums("amount_words"), sum_of_fine, any_sum),
        ),
        SURCHARGE,
        OFFICIAL,
        *ON_THE_SPOT,
    ),
    "DT43": (*_ADDRESSED, *_DOCUMENT_DATE, *URGE, Take("fine_unpaid", told_flag(_UNPAID))),
    "DT44": (
        *_CASE,
        Take("court_application_date", _SIGNED),
        *APPLICATION,
        Take("fine_unpaid", told_flag(_UNPAID)),
    ),
    "DT52": (
        *_CASE,
        *_IDENTITY,
        Take("decision_no", numbered("decision_no")),
        Take(
            "closing_date",
            first_of(
                approved_in_grid("结案|销案|终结"),
                signed_in("leader", last=True),
                dated("closed_on", "approved_on"),
                agreed_date("结案|销案|终结"),
                approved(CLOSED),
                _SIGNED_ALONE,
            ),
        ),
        Take("fine_unpaid", told_flag(_UNPAID)),
    ),
    "DT38": (*_CASE, *CONSENT),
    "DT39": (*_DOCUMENT_DATE, *ANNOUNCEMENT),
    "DT40": (
        Take("cause", cause),
        # An application is addressed to the bureau, not to the party.
        Take("party", not_in_head("申请", party(addressed=True))),
        *_DOCUMENT_DATE,
        *INSTALMENT,
    ),
    "DT42": (*_CASE, *_OFFICERS, *_DOCUMENT_DATE, *HANDED_OVER),
    "DT45": (*_ADDRESSED, *_DOCUMENT_DATE, *PERFORMANCE),
    "DT46": (*_ADDRESSED, *_OFFICERS, *_DOCUMENT_DATE, *PERFORMANCE),
    "DT47": (*_ADDRESSED, *_DOCUMENT_DATE, *PERFORMANCE),
    "DT50": (*_CASE, *_DOCUMENT_DATE, *TRANSFER),
    "DT51": (*_CASE, Take("plate", plates, many=True), *_DOCUMENT_DATE, *COPY),
    "DT53": (*_CASE, *PUBLICATION),
    "DT55": _IDENTITY,
    "DT57": (
        *_CASE,
        Take(
            "prolonged_on",
            first_of(
                signed_in("leader", last=True),
                dated("approved_on"),
                approved(PROLONGED),
                signed_at_end(),
                _SIGNED,
            ),
        ),
        Take(
            "prolonged_days",
            first_of(
                counted(_PROLONGED),
                counted(r"延长(?:天数|期限|时限):?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,4})"),
            ),
        ),
    ),
    "DT60": (),
    "DT61": (Take("unit_standard", unit_standards, many=True),),
    "DT62": (*_CASE, *_OFFICERS, *_DOCUMENT_DATE, *RECORD),
}
_TABLES |= coercive.COERCIVE | hearings.HEARINGS
_OTHERS = (*_CASE, *_OFFICERS, *_DOCUMENT_DATE, EXPLAINED)
_ALSO = (
    clauses.ALSO,
    coercive.ALSO,
    happening.ALSO,
    hearings.ALSO,
    offences.ALSO,
    redress.ALSO,
    witnesses.ALSO,
)
"""What is read besides from types that have a table; a key that it gives keeps its value."""


def takes_of(code: str, titles: Titles) -> tuple[Take, ...]:
    """Return the table of a document type, and what any type may say."""
    more = (take for table in _ALSO for take in table.get(code, ()))
    beside = (*takes_beside(code), *takes_told(code), *takes_anywhere(code))
    return (*_own_takes(code, titles), *more, *beside)


def _own_takes(code: str, titles: Titles) -> tuple[Take, ...]:
    if code == "DT02":
        return (Take("listed", contents(titles), many=True),)
    if code == "DT37":
        return (
            Take("case_no", numbered("case_no")),
            Take("cause", cause),
            Take("party", party()),
            Take("officer", officers, many=True),
            Take("served", served_rows(titles), many=True),
            *IN_RECEIPT,
            EXPLAINED,
        )
    return (*_TABLES.get(code, _OTHERS), *MORE.get(code, ()))
