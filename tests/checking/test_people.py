"""K01: two different officers in every record, also where a paper was left behind (留置)."""

import pytest

from reviewer.model import Officer, Procedure, Verdict
from tests.checking.builders import (
    OFFICERS,
    Papers,
    day,
    general,
    paper,
    served,
    session,
    summary,
    weak,
)

OK, PROBLEM = Verdict.OK, Verdict.PROBLEM
UNTOLD = Verdict.CANNOT_TELL
MA, WANG = OFFICERS


def only(**facts: object) -> Papers:
    """Return the general case with these facts on its inspection record."""
    return general().setting("DT06", officer=None, session=None).setting("DT06", **facts)


SITUATIONS = {
    "two in each record": (general(), OK),
    "two in the session only": (only(session=session("03-01T09:00", "03-01T09:30")), OK),
    "one": (only(officer=[MA]), PROBLEM),
    "one, spelled with blanks": (only(officer=[MA, Officer("马 强")]), PROBLEM),
    "the same name with two numbers": (only(officer=[MA, Officer("马强", "640009")]), UNTOLD),
    "none read": (only(officer=None), UNTOLD),
    "second read weakly": (only(officer=[MA, weak(WANG)]), UNTOLD),
    "both read, a third weakly": (only(officer=[MA, WANG, weak(Officer("李"))]), OK),
    "one on a weak page": (only(officer=[MA]).with_(weak_pages=(2,)), UNTOLD),
    "one on a seizure list": (general().plus(paper("DT16", officer=[MA])), PROBLEM),
    "seizure list without names": (general().plus(paper("DT16")), OK),
    "receipt left behind by one": (
        general().plus(
            paper("DT37", served=served("DT26", "03-20", method="留置送达"), officer=[MA])
        ),
        PROBLEM,
    ),
    "receipt left behind by one under the old law": (
        general().plus(
            paper("DT37", served=served("DT26", "2021-07-14", method="留置送达"), officer=[MA])
        ),
        UNTOLD,
    ),
    "receipt signed by the party": (
        general().plus(paper("DT37", served=served("DT26", "03-20"), officer=[MA])),
        OK,
    ),
    "no record in the file": (general().without("DT06", "DT07"), UNTOLD),
    "summary": (summary(), OK),
    "summary by one": (summary().setting("DT34", officer=[MA]), PROBLEM),
    "inspection": (only(officer=[MA]).with_(procedure=Procedure.INSPECTION), PROBLEM),
    "a record of 2020": (only(officer=[MA], document_date=day("2020-03-01")), UNTOLD),
}


@pytest.mark.parametrize(("case", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_every_record_names_two_officers(case: Papers, verdict: Verdict) -> None:
    assert case.verdict("K01") is verdict


def test_each_record_by_one_officer_is_a_breach_with_its_place() -> None:
    case = general().setting("DT06", officer=[MA], session=None)
    case = case.setting("DT07", officer=[WANG], session=None)

    finding = case.check("K01")

    assert [one.subject for one in finding.breaches] == ["DT06@案卷.pdf#2", "DT07@案卷.pdf#3"]
    assert [place.page for place in finding.breaches[0].evidence] == [2]
    assert finding.breaches[0].message == (
        "《现场笔录》（第2页）仅见一名执法人员（马强），应不少于两名（处罚法第四十二条）。"
    )


def test_who_writes_the_record_counts_if_the_file_knows_them_as_an_officer() -> None:
    case = only(officer=[MA], recorder=[WANG.name])
    stranger = only(officer=[MA], recorder=["方圆"])

    assert case.verdict("K01") is OK
    assert stranger.verdict("K01") is PROBLEM
