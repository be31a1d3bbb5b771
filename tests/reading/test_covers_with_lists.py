"""A cover that carries the list of the papers, and titles that stand on such pages."""

import pytest

from reviewer.reading.kinds import kinds_of
from reviewer.reading.titles import Titles
from tests.reading.building import drawn, read, types

_COVER = """
^沅澧市交通运输局行政处罚卷宗
案号|沅澧交案字〔2023〕第27号
案由|未经许可在公路用地范围内埋设管道
当事人|沅澧市清源水务工程有限公司
立案|2023年8月28日
保管期限|30年
"""
_LISTED = """
顺号|材料|日期
1|决定书、回证|20231120
2|立案登记表|20230828
3|勘验、询问、照片、证照|20230825
4|责令停止、改正通知及复查|20230915
"""


@pytest.mark.parametrize("heading", ["卷内目录", "^卷内目录", "^目次", "卷内文件目录"])
def test_the_list_below_a_cover_is_a_document_of_its_own(heading: str) -> None:
    assert types(read(drawn(f"{_COVER}{heading}{_LISTED}"))) == ["DT01", "DT02"]


def test_a_heading_without_a_list_is_none() -> None:
    text = f"{_COVER}卷内目录\n立卷人|谭敏\n检查人|钟敏\n备注|无\n"
    assert types(read(drawn(text))) == ["DT01"]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("当场处罚（简易程序）卷", "DT01"),
        ("行政处罚（一般程序）卷", "DT01"),
        ("目次", "DT02"),
        ("执行款收据", "DT41"),
        ("法院执行款收据", "DT41"),
        ("行政处罚意见告知书（拟不予处罚）", "DT26"),
        ("行政处罚事先告知书（拟不予行政处罚）", "DT26"),
    ],
)
def test_titles_that_some_bureaus_print(title: str, code: str) -> None:
    match = Titles(kinds_of(None)).match(title.replace("（", "(").replace("）", ")"))
    assert match is not None
    assert match.code == code
