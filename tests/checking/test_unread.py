"""A scan may have lost what a rule does not find; good pages say all they say."""

from dataclasses import replace

import pytest

from reviewer.checking import load_calendar, load_laws, run_rules
from reviewer.model import (
    Fact,
    Finding,
    Library,
    Officer,
    PageRef,
    Place,
    Reading,
    Recognised,
    Verdict,
)
from tests.checking.builders import FILE, Papers, elements, general, rules, summary

GOOD, POOR, DOUBTFUL = (0.98, 0.02), (0.85, 0.05), (0.93, 0.2)
"""Confidence and doubtful share of a page."""
WITHOUT = [one for one in elements("K-F4", "DT35") if one != "加处罚款提示"]
UNTOLD = general().setting("DT35", stated=WITHOUT)


def scanned(papers: Papers, quality: tuple[float, float]) -> Reading:
    """Return the reading of a case whose pages were all recognised so well."""
    reading = papers.reading()
    pages = tuple(Recognised(page, *quality) for page in reading.pages)
    return replace(reading, recognised=pages)


def near(reading: Reading, papers: Papers, code: str, name: str, quote: str) -> Reading:
    """Return the reading with words on the page of `code` that come near to `name`."""
    page = papers.page(code)
    document = next(one.id for one in reading.documents if PageRef(FILE, page) in one.pages)
    fact = Fact("nearly_told", name, document, Place(FILE, page, quote), 0.5)
    return replace(reading, facts=(*reading.facts, fact))


def check(reading: Reading, code: str) -> Finding:
    """Return what the shipped rule `code` finds."""
    run = run_rules(reading, (rules()[code],), load_calendar(), load_laws(), Library())
    return run.findings[0]


def test_what_a_good_scan_does_not_say_is_missing() -> None:
    finding = check(scanned(UNTOLD, GOOD), "K-F4")

    assert finding.verdict is Verdict.PROBLEM
    assert "未见加处罚款提示" in finding.message


@pytest.mark.parametrize("quality", [POOR, DOUBTFUL])
def test_what_a_poor_scan_does_not_say_nobody_can_tell(quality: tuple[float, float]) -> None:
    finding = check(scanned(UNTOLD, quality), "K-F4")

    assert finding.verdict is Verdict.CANNOT_TELL
    assert f"第{UNTOLD.page('DT35')}页识别不清" in finding.message


def test_words_that_come_near_keep_an_element_from_being_missing() -> None:
    reading = near(
        scanned(UNTOLD, GOOD), UNTOLD, "DT35", "加处罚款提示", "每日按罚教额的百分之二如处罚款"
    )

    finding = check(reading, "K-F4")

    assert finding.verdict is Verdict.CANNOT_TELL
    assert f"（第{UNTOLD.page('DT35')}页）" in finding.message
    assert "每日按罚教额的百分之二如处罚款" in finding.message


def test_words_that_come_near_to_another_element_do_not() -> None:
    reading = near(scanned(UNTOLD, GOOD), UNTOLD, "DT35", "代收机构", "到根行缴纳罚款")

    assert check(reading, "K-F4").verdict is Verdict.PROBLEM


def test_a_number_that_may_be_a_certificate_leaves_the_certificate_open() -> None:
    papers = general().setting("DT06", officer=[Officer("马强", "640001"), Officer("王芳")])
    reading = scanned(papers, GOOD)

    assert check(reading, "K02").verdict is Verdict.PROBLEM
    unsure = near(reading, papers, "DT06", "执法证号", "64OOO2")
    assert check(unsure, "K02").verdict is Verdict.CANNOT_TELL


def test_a_name_that_may_be_an_officer_leaves_their_number_open() -> None:
    papers = general().setting("DT07", officer=[Officer("马强", "640001")], session=None)
    reading = scanned(papers, GOOD)

    assert check(reading, "K01").verdict is Verdict.PROBLEM
    unsure = near(reading, papers, "DT07", "执法人员", "王方")
    assert check(unsure, "K01").verdict is Verdict.CANNOT_TELL


def test_a_misread_title_may_be_that_of_a_missing_document() -> None:
    papers = general().without("DT23")
    reading = scanned(papers, GOOD)

    assert check(reading, "M-DT23").verdict is Verdict.PROBLEM
    unsure = near(reading, papers, "DT07", "DT23", "案仵调查报吿")
    assert check(unsure, "M-DT23").verdict is Verdict.CANNOT_TELL


def test_a_misread_notice_to_ask_for_reconsideration_first_leaves_it_open() -> None:
    papers = summary().setting("DT34", reconsider_first=None)
    reading = scanned(papers, GOOD)

    assert check(reading, "T36").verdict is Verdict.PROBLEM
    unsure = near(reading, papers, "DT34", "先申请行政复议", "对行政夏议决定不服的")
    assert check(unsure, "T36").verdict is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("quality", "verdict"), [(GOOD, Verdict.CANNOT_TELL), (None, Verdict.PROBLEM)]
)
def test_a_name_that_lacks_one_character_may_have_lost_it_in_a_scan(
    quality: tuple[float, float] | None, verdict: Verdict
) -> None:
    papers = general()
    for code in ("DT05", "DT26", "DT35"):
        papers = papers.setting(code, party="沙湖市鑫隆货运有限公司")
    papers = papers.setting("DT52", party="沙湖市鑫隆运有限公司")
    reading = scanned(papers, quality) if quality else papers.reading()

    assert check(reading, "K-F5").verdict is verdict


COUNTY, LOOKALIKE = "沭阳诚信运输服务部", "述阳诚信运输服务部"


def named(*odd: str) -> Papers:
    """Return the case of one party whose name the documents `odd` spell with another character."""
    case = general()
    for code in ("DT05", "DT06", "DT23", "DT26", "DT35", "DT52"):
        case = case.setting(code, party=LOOKALIKE if code in odd else COUNTY)
    return case


@pytest.mark.parametrize(
    ("odd", "verdict"),
    [(("DT52",), Verdict.PROBLEM), (("DT05", "DT52"), Verdict.CANNOT_TELL)],
)
def test_on_scans_a_character_that_several_documents_bear_may_be_misread(
    odd: tuple[str, ...], verdict: Verdict
) -> None:
    assert check(scanned(named(*odd), GOOD), "K-F5").verdict is verdict


def test_on_printed_pages_two_spellings_are_two_names() -> None:
    assert check(named("DT05", "DT52").reading(), "K-F5").verdict is Verdict.PROBLEM
