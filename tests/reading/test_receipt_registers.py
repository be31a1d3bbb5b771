"""A register of service: one table for all documents of a file, with narrow columns."""

import pytest

from reviewer.model import Served
from tests.reading.building import docx, drawn, read, values

DRAWN = drawn(
    """
^ 文书送达登记表
受送达人：佟涛
序号|文书名称|文号|送达日期|方式|送达地点
1|责令改正通知书|沙交责改〔2025〕4号|2025-08-05|直接|沙湖市交
|||||通运输局
2|行政处罚决定书|沙交罚〔2025〕4号|2025-09-01|留置|沙湖市河
|||||口乡15号
""",
    columns=(0.08, 0.16, 0.34, 0.58, 0.74, 0.84),
)


@pytest.mark.parametrize("head", ["方式", "送达方式", "如何送达"])
def test_each_row_tells_its_own_method(head: str) -> None:
    table = [
        ["序号", "文书名称", "文号", "送达日期", head, "签收人"],
        ["1", "责令改正通知书", "沙交责改〔2025〕4号", "2025-08-05", "直接送达", "佟涛"],
        ["2", "行政处罚决定书", "沙交罚〔2025〕4号", "2025-09-01", "留置送达", "拒签"],
    ]
    methods = {
        one.document: one.method
        for one in values(read(docx("文书送达登记表", table)), "served")
        if isinstance(one, Served)
    }
    assert methods == {"DT19": "直接送达", "DT35": "留置送达"}


def test_each_row_of_a_drawn_register_tells_its_own_method() -> None:
    served = [one for one in values(read(DRAWN), "served") if isinstance(one, Served)]
    assert {one.document: one.method for one in served} == {
        "DT19": "直接送达",
        "DT35": "留置送达",
    }
