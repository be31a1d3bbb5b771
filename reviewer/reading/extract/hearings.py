"""What the papers around a hearing say of its days (DT28, DT30, DT31, DT33)."""

from reviewer.reading.extract.shared import DAY, cause, numbered
from reviewer.reading.extract.take import Take
from reviewer.reading.extract.unit import CHAIR
from reviewer.reading.finders import dated, first_of, told_date
from reviewer.reading.officers import officers
from reviewer.reading.people import party, party_kind
from reviewer.reading.records import session_date
from reviewer.reading.signing import last_date, receipt_date, signing_date

_SIGNED = first_of(signing_date(), dated("signed_on"), last_date())
_CASE = (
    Take("case_no", numbered("case_no")),
    Take("cause", cause),
    Take("party", party(addressed=True)),
    Take("party_kind", party_kind(party(addressed=True))),
    Take("officer", officers, many=True),
)
_DOCUMENT_DATE = Take("document_date", _SIGNED)
_PLANNED = first_of(
    told_date(
        rf"(?:定于|订于|决定于|拟于|兹于|将于){DAY}[^。]{{0,80}}?听证",
        rf"(?<!对)于{DAY}[^。;]{{0,60}}?(?:举行|召开|公开)[^。;]{{0,16}}?听证",
    ),
    dated("time", "start"),
)
_HELD = first_of(
    dated("time", "start"),
    told_date(rf"(?:于)?{DAY}[^。;]{{0,60}}?(?:举行|召开|组织|公开|进行)[^。;]{{0,24}}?听证"),
    session_date,
)

HEARINGS: dict[str, tuple[Take, ...]] = {
    "DT28": (*_CASE, _DOCUMENT_DATE),
    "DT31": (*_CASE, CHAIR, Take("hearing_planned_date", _PLANNED), _DOCUMENT_DATE),
}
"""Tables of their own, by document type."""
ALSO: dict[str, tuple[Take, ...]] = {
    "DT30": (
        Take("hearing_planned_date", _PLANNED),
        Take("hearing_notice_served_date", receipt_date()),
    ),
    "DT33": (Take("hearing_date", _HELD),),
}
"""What other types of documents give besides what their own tables say."""
