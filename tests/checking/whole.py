"""Whole case files: the faultless cases of the builders with everything that hints ask for."""

from dataclasses import replace

from reviewer.model import CitedArticle
from tests.checking.builders import Papers, day, general, no_penalty, paper, summary

_MAINTENANCE = CitedArticle("道路运输条例", 69, 1)
_LITTER = CitedArticle("公路法", 77)


def whole(case: Papers) -> Papers:
    """Return `case` bound: cover and contents in front, order and remarks at the end."""
    papers = (
        paper("DT01", "卷宗封面"),
        paper("DT02", "卷内目录"),
        *case.papers,
        paper("DT19", "责令改正违法行为通知书", correction_ordered=True, correct_at_once=True),
        paper("DT53", "公示截图", public_date=day("04-15")),
        paper("DT54", "音像资料目录"),
        paper("DT03", "备考表"),
    )
    return replace(case, papers=papers)


def whole_general() -> Papers:
    """Return a general case in which no rule finds anything."""
    return whole(
        general().setting(
            "DT35",
            cause="不按规定维护和检测车辆案",
            offence_date=day("03-01"),
            cited_article=_MAINTENANCE,
            penalty_article=_MAINTENANCE,
            benchmark_told=True,
            party_kind="organisation",
        )
    )


def whole_no_penalty() -> Papers:
    """Return a case without penalty in which no rule finds anything."""
    return whole(no_penalty().setting("DT36", no_penalty_ground="轻微", education_told=True))


def whole_summary() -> Papers:
    """Return a case under the summary procedure in which no rule finds anything."""
    return whole(summary().setting("DT34", cited_article=_LITTER, penalty_article=_LITTER))


def with_hearing(case: Papers) -> Papers:
    """Return `case` with all documents of a hearing and its legal review."""
    return case.plus(*(paper(code) for code in ("DT29", "DT30", "DT32", "DT33", "DT24")))


def with_seizure(case: Papers) -> Papers:
    """Return `case` with all documents of a seizure."""
    return case.plus(*(paper(code) for code in ("DT14", "DT15", "DT16", "DT18")))
