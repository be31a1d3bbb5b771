"""Certificate numbers that hold the year in which they were given: 陕E2018-09."""

import pytest

from reviewer.model import Officer
from tests.reading.building import docx, drawn, plain, read, values

HEAD = "^现场笔录\n"


@pytest.mark.parametrize(
    ("page", "officers"),
    [
        (
            drawn(
                HEAD + "2024年8月19日10时05分至11时00分　G310检查点　执法人员　雒强（陕E2018-09）\n"
                "、折小燕（陕E2018-31）\n已出示执法证件，告知回避、陈述申辩权。"
            ),
            [("雒强", "陕E2018-09"), ("折小燕", "陕E2018-31")],
        ),
        (
            plain(
                "现场笔录\n时间：2024年8月19日10时05分至11时00分\n"
                "执法人员：周超 鲁K2019-112、丁一 鲁K2021-087\n当事人：马建国"
            ),
            [("周超", "鲁K2019-112"), ("丁一", "鲁K2021-087")],
        ),
        (
            docx(
                "询问笔录",
                "时间：2024年8月19日10时05分至11时00分",
                "询问人：周超（2018-0412）　丁一（2020-0518）",
            ),
            [("周超", "2018-0412"), ("丁一", "2020-0518")],
        ),
        (
            drawn(HEAD + "执法人员：周超、丁一 2024-08-19\n当事人：马建国"),
            [("周超", ""), ("丁一", "")],
        ),
        (
            drawn(HEAD + "执法人员：周超、丁一 2024.8.19\n当事人：马建国"),
            [("周超", ""), ("丁一", "")],
        ),
    ],
)
def test_a_year_in_a_number_does_not_end_the_officers(page, officers) -> None:  # type: ignore[no-untyped-def]
    found = values(read(page), "officer")

    assert found == [Officer(name, cert) for name, cert in officers]
