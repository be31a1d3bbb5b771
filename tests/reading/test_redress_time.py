"""When a reconsideration or suit began and ended, as bureaus tell it in their papers."""

from datetime import date

import pytest

from tests.reading.building import docx, drawn, read, values

TOLD = {
    "told in one sentence": (
        "2024年4月22日，当事人向沙湖市人民政府申请行政复议，"
        "2024年6月12日复议机关作出维持原处罚决定的复议决定。"
    ),
    "two sentences and a suit": (
        "当事人不服处罚决定，于2024年4月22日向沙湖市人民法院提起行政诉讼。"
        "2024年6月12日，法院作出行政判决，驳回原告的诉讼请求。"
    ),
    "taken up and taken back": (
        "2024-04-22，沙湖市人民政府受理当事人的行政复议申请；"
        "2024-06-12当事人撤回行政复议申请，复议终止。"
    ),
    "as a span": "加处罚款计算时已扣除行政复议期间2024年4月22日至2024年6月12日。",
    "with a colon": "行政诉讼期间：二〇二四年四月二十二日起至二〇二四年六月十二日止，不计算。",
}
NONE = {
    "rights only": "如不服，可以在2024年6月12日前向沙湖市人民政府申请行政复议或者提起行政诉讼。",
    "not used": (
        "处罚决定书2024年4月12日送达，当事人在法定期限内未申请行政复议，也未提起行政诉讼，又不履行。"
    ),
    "term passed": "2024年10月12日起诉期限届满，当事人逾期不申请行政复议、不提起行政诉讼。",
}
FORM = """
^ 催告书
> 沙交催〔2024〕12号
沙湖市顺达运输有限公司：
本机关于2024年4月10日作出沙交执罚〔2024〕12号行政处罚决定书，罚款3000元，并于2024年4月12日送达。
{told}
你单位应当自收到本催告书之日起十日内履行缴纳罚款的义务，逾期不履行的，本机关将申请人民法院强制执行。
> 沙湖市交通运输局
> 2024年11月1日
"""


@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD)
def test_the_time_of_redress_is_read(told: str) -> None:
    reading = read(drawn(FORM.format(told=told)))

    assert values(reading, "redress_from") == [date(2024, 4, 22)]
    assert values(reading, "redress_until") == [date(2024, 6, 12)]


@pytest.mark.parametrize("told", NONE.values(), ids=NONE)
def test_what_was_not_sought_has_no_time(told: str) -> None:
    reading = read(drawn(FORM.format(told=told)))

    assert values(reading, "redress_from") == []
    assert values(reading, "redress_until") == []


def test_the_time_stands_in_a_cell_of_the_closing_report() -> None:
    reading = read(
        docx(
            "结案报告",
            [
                ["案号", "沙交执罚〔2024〕12号"],
                [
                    "执行情况",
                    "当事人2024年4月22日申请行政复议，2024年6月12日复议决定书维持原决定。",
                ],
            ],
        )
    )

    assert values(reading, "redress_from") == [date(2024, 4, 22)]
    assert values(reading, "redress_until") == [date(2024, 6, 12)]
