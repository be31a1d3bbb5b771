"""K02 where officers hold certificates of the ministry (部证) and of their province (省证)."""

import pytest

from reviewer.model import Officer, Verdict
from tests.checking.builders import Papers, general

OK, PROBLEM, UNTOLD = Verdict.OK, Verdict.PROBLEM, Verdict.CANNOT_TELL
MINE, OTHERS = Officer("马强", "32072210049"), Officer("王芳", "32072210050")
LOCAL, OTHER_LOCAL = Officer("马强", "苏J-21049"), Officer("王芳", "苏J-21050")


def case(first: list[Officer], second: list[Officer], kinds: list[str] | None = None) -> Papers:
    """Return the general case with these officers on the inspection record and the interview."""
    told = general().setting("DT06", officer=first, session=None)
    told = told.setting("DT07", officer=second, session=None)
    return told.setting("DT07", cert_kind=kinds) if kinds else told


SITUATIONS = {
    "each holds two": (case([MINE, OTHERS], [LOCAL, OTHER_LOCAL]), OK),
    "said to be the province's": (
        case([MINE, OTHERS], [LOCAL, OTHERS], ["省证 苏J-21049"]),
        OK,
    ),
    "one alone changes its pattern": (case([MINE, OTHERS], [LOCAL, OTHERS]), UNTOLD),
    "two numbers of one pattern": (
        case([MINE, OTHERS], [Officer("马强", "32072219963"), OTHERS]),
        PROBLEM,
    ),
    "two of one kind that is told": (
        case([LOCAL, OTHERS], [Officer("马强", "苏J-99977"), OTHERS], ["省证 苏J-21049"]),
        PROBLEM,
    ),
}


@pytest.mark.parametrize(("papers", "verdict"), SITUATIONS.values(), ids=SITUATIONS)
def test_numbers_of_two_kinds_are_no_contradiction(papers: Papers, verdict: Verdict) -> None:
    assert papers.verdict("K02") is verdict
