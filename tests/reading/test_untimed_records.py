"""Records (笔录) that do not say from when to when they were made."""

import pytest

from tests.reading.building import docx, drawn, read, values
from tests.reading.scanned import scanned

SAID = (
    "现场情况：执法人员向当事人出示执法证件，告知申请回避、陈述和申辩的权利。"
    "{when}该公司车辆驶离工地时未冲洗，造成路面污染。"
)
REST = (
    "执法人员对现场进行了拍照、录像取证，现场人员对上述情况无异议，"
    "记录人当场宣读并交当事人阅看。上述笔录我已看过，情况属实。"
)
TIMES = {
    "no time at all": ("检查地点：某县某镇", "", True),
    "the time of the act alone": ("检查地点：某县某镇", "2024年2月26日9时18分，", True),
    "from and to": ("检查时间：2024年2月26日9时20分至9时50分", "2024年2月26日9时18分，", False),
    "with colons": ("时间：2024.2.26 9:20—9:50", "", False),
    "the minutes of the end alone": ("检查时间：2024年2月26日9时20分至50分", "", False),
    "in two fields": ("开始时间：2024年2月26日9时20分 结束时间：9时50分", "", False),
    "an end somewhere": ("检查地点：某县某镇", "9时18分到场，9时40分检查结束，", False),
}


@pytest.mark.parametrize(("field", "when", "missing"), TIMES.values(), ids=TIMES)
def test_what_tells_two_times_is_no_record_without_times(
    field: str, when: str, missing: bool
) -> None:
    page = docx("现场笔录", field, "执法人员：王平、李强", SAID.format(when=when), REST)
    assert values(read(page), "untimed") == ([True] if missing else [])


def test_a_title_with_nothing_below_it_is_no_record() -> None:
    page = drawn("现场笔录\n^立案登记表\n案由|未经许可从事货物运输\n当事人|马建国")
    assert values(read(page), "untimed") == []


def test_what_a_scan_does_not_show_may_have_been_lost() -> None:
    page = scanned(
        "0.071 0.40-0.60 现场笔录\n"
        "0.120 0.12-0.88 执法人员：王平、李强\n"
        f"0.160 0.12-0.88 {SAID.format(when='')}\n"
        f"0.200 0.12-0.88 {REST}\n"
    )
    assert values(read(page), "untimed") == []
