"""Hints on binding and forms, responsibility and evidence; V18 and V20 as conclusions."""

import pytest

from reviewer.model import Unreadable, Verdict
from tests.checking.builders import Papers, day, paper
from tests.checking.whole import listed, whole_general, whole_summary

OK, PROBLEM, HINT = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
UNTOLD, OUTSIDE = Verdict.CANNOT_TELL, Verdict.NOT_APPLICABLE
WHOLE = whole_general()
ROWS = listed(WHOLE.papers[2:])
LOST = Unreadable("旧.doc", "旧版 Word 文件，请另存为 .docx 后重新导入。")

SEALED = WHOLE.setting("DT26", seal_told="印章处").setting("DT19", seal_told="印章处")
ASKED = {
    "contents agree": (WHOLE, "R-H1-01", OK),
    "a listed document is not there": (WHOLE.without("DT53"), "R-H1-01", HINT),
    "it may lie in a file that cannot be opened": (
        WHOLE.without("DT53").with_(unreadable=(LOST,)),
        "R-H1-01",
        OK,
    ),
    "a document is not listed": (WHOLE.plus(paper("DT51", "抄告单")), "R-H1-01", HINT),
    "a row that names no type we know may list it": (
        WHOLE.plus(paper("DT51", "抄告单")).setting(
            "DT02", listed=[*ROWS, listed((paper("", "其他证据材料"),), 18)[0]]
        ),
        "R-H1-01",
        OK,
    ),
    "a page behind the last": (
        WHOLE.setting("DT02", listed=[*ROWS[:-1], listed((paper("DT03", "备考表"),), 99)[0]]),
        "R-H1-01",
        HINT,
    ),
    "contents not read": (WHOLE.setting("DT02", listed=None), "R-H1-01", UNTOLD),
    "no contents": (WHOLE.without("DT02"), "R-H1-01", OUTSIDE),
    "frame in place": (WHOLE, "R-H2-01", OK),
    "remarks not at the end": (WHOLE.plus(paper("DT51")), "R-H2-01", HINT),
    "no frame": (WHOLE.without("DT01", "DT02", "DT03"), "R-H2-01", OUTSIDE),
    "present titles": (WHOLE, "R-F2-01", OK),
    "an old title": (WHOLE.plus(paper("DT15", "车辆暂扣凭证")), "R-F2-01", HINT),
    "an old title in its time": (
        WHOLE.plus(paper("DT15", "车辆暂扣凭证")).setting("DT35", decision_date=day("2018-05-02")),
        "R-F2-01",
        OUTSIDE,
    ),
    "number and date": (WHOLE, "R-F3-01", OK),
    "no number": (WHOLE.setting("DT35", decision_no=None), "R-F3-01", HINT),
    "no date": (WHOLE.setting("DT52", closing_date=None), "R-F3-01", HINT),
    "copies compared": (WHOLE, "R-A6-01", OK),
    "a copy nobody compared": (WHOLE.plus(paper("DT55", "身份证")), "R-A6-01", HINT),
    "no copy": (WHOLE.without("DT55"), "R-A6-01", OUTSIDE),
    "no owner": (WHOLE, "V03", OUTSIDE),
    "the party owns the vehicle": (
        WHOLE.setting("DT55", owner="宁夏鑫达物流有限公司").setting(
            "DT35", party="宁夏鑫达物流有限公司"
        ),
        "V03",
        OK,
    ),
    "another owns the vehicle": (
        WHOLE.setting("DT55", owner="宁夏鑫达物流有限公司").setting("DT35", party="张三"),
        "V03",
        HINT,
    ),
    "two kinds of evidence": (WHOLE, "V04", OK),
    "only a statement": (WHOLE.without("DT06", "DT54"), "V04", HINT),
    "no evidence": (WHOLE.without("DT06", "DT07", "DT54"), "V04", HINT),
    "evidence of a summary case": (whole_summary(), "V04", OUTSIDE),
    "identity shown": (WHOLE, "V20", OK),
    "identity not shown": (WHOLE.without("DT55"), "V20", PROBLEM),
    "no seal is told": (WHOLE.setting("DT35", seal_told="未盖章"), "V20", PROBLEM),
    "a seal was left out": (WHOLE.setting("DT35", seal_told="未盖章"), "R-F3-02", PROBLEM),
    "nothing is told of seals": (WHOLE, "R-F3-02", OUTSIDE),
    "one has no place for a seal": (SEALED, "R-F3-02", HINT),
    "all have a place for a seal": (
        SEALED.setting("DT35", seal_told="印章处"),
        "R-F3-02",
        OUTSIDE,
    ),
    "investigation without an inquiry": (WHOLE.without("DT07"), "V18", OK),
    "investigation without a report": (WHOLE.without("DT23"), "V18", PROBLEM),
}


@pytest.mark.parametrize(("case", "code", "verdict"), ASKED.values(), ids=ASKED)
def test_a_person_is_asked_to_look(case: Papers, code: str, verdict: Verdict) -> None:
    finding = case.check(code)

    assert finding.verdict is verdict, finding.message
    if verdict is HINT:
        assert "请核对" in finding.message
