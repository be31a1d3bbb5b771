"""A line that names a paper in words that nobody expected keeps it from being called missing."""

import pytest

from tests.reading.building import docx, read, types, values

ORDER = (
    "责令改正通知书",
    "岭交责〔2024〕7号",
    "鲁大成：责令你于2024年3月20日前办理许可手续。",
    "岭州市交通运输局（印）2024年3月1日　签收：鲁大成",
)
REPORT = ("案件调查报告", "鲁大成未经许可从事货运。证据：现场笔录。建议罚款3000元。")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("复查：2024年3月21日马超、丁一再到王庄，院门上锁，电话询问。", "DT20"),
        ("送达回证：行政处罚决定书于2024年4月3日放在其家中堂屋桌上。", "DT37"),
        ("营业执照：岭州泰和公司2019年5月6日领取，现由工商部门收存待换。", "DT55"),
    ],
)
def test_a_line_that_goes_on_with_a_day_may_be_the_paper(line: str, code: str) -> None:
    reading = read(docx(*ORDER, line))
    assert types(reading) == ["DT19"]
    assert code in values(reading, "nearly_told")


@pytest.mark.parametrize(
    "line",
    ["复查：见附卷。", "送达回证：2份，2024年5月整理归入本卷内。", "结案：2024年5月6日"],
)
def test_a_note_is_none(line: str) -> None:
    assert not values(read(docx(*ORDER, line)), "nearly_told")


def test_a_report_that_names_a_paper_does_not_hold_it() -> None:
    line = "复查：2024年3月21日马超、丁一再到王庄，院门上锁，电话询问。"
    assert not values(read(docx(*REPORT, line)), "nearly_told")
