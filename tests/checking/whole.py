"""Whole case files: the faultless cases of the builders with everything that hints ask for."""

from dataclasses import replace

from reviewer.model import CitedArticle, Listed
from tests.checking.builders import TITLES, Paper, Papers, day, general, no_penalty, paper, summary

_MAINTENANCE = CitedArticle("道路运输条例", 69, 1)
_LITTER = CitedArticle("公路法", 77)


def listed(papers: tuple[Paper, ...], first: int = 3) -> list[Listed]:
    """Return the rows of a table of contents that lists `papers` from page `first` on."""
    return [
        Listed(one.title or TITLES.get(one.code, one.code), one.code, "", None, page, page)
        for page, one in enumerate(papers, first)
    ]


def whole(case: Papers) -> Papers:
    """Return `case` bound: cover and contents in front, order and remarks at the end."""
    papers = (
        *case.papers,
        paper("DT19", "责令改正违法行为通知书", correction_ordered=True, correct_at_once=True),
        paper("DT53", "公示截图", public_date=day("04-15")),
        paper("DT54", "音像资料目录"),
        paper("DT03", "备考表"),
    )
    contents = paper("DT02", "卷内目录", listed=listed(papers))
    bound = replace(case, papers=(paper("DT01", "卷宗封面"), contents, *papers))
    return bound.setting("DT55", checked_with_original=True)


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
    case = no_penalty().setting(
        "DT36",
        no_penalty_ground="轻微",
        education_told=True,
        decision_no="宁交不罚〔2024〕12号",
    )
    return whole(case)


def whole_summary() -> Papers:
    """Return a case under the summary procedure in which no rule finds anything."""
    case = summary().setting(
        "DT34", cited_article=_LITTER, penalty_article=_LITTER, decision_no="宁交罚〔2024〕12号"
    )
    return whole(case)


def with_hearing(case: Papers) -> Papers:
    """Return `case` with all documents of a hearing and its legal review."""
    return case.plus(*(paper(code) for code in ("DT29", "DT30", "DT32", "DT33", "DT24")))


def with_seizure(case: Papers) -> Papers:
    """Return `case` with all documents of a seizure."""
    return case.plus(*(paper(code) for code in ("DT14", "DT15", "DT16", "DT18")))
