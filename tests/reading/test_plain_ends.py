"""What short papers say in running text: when to pay in other verbs, a date behind the opinion."""

import pytest

from tests.reading.building import docx, drawn, read, values

DECISION = "^行政处罚决定书\n沙交罚〔2024〕12号\n当事人：马建国\n决定罚款5000元（伍仟元整）。\n"


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("罚款于收到本决定书后十五日内存入长安银行沙湖分行罚没专户。", [15]),
        ("请自收到本决定书之日起15日内将罚款打入市财政局账户。", [15]),
        ("你应在接到本决定书之日起十日内到工商银行转账，户名：市财政局。", [10]),
        ("罚款应自送达之日起十五日内划至代收银行。", [15]),
        ("当事人须在收到本决定书之日起十五日内付清罚款。", [15]),
        ("责令你在收到本决定书之日起七日内改正，并转入合规经营。", []),
        ("自收到本决定书之日起六十日内可以申请行政复议。", []),
    ],
)
def test_the_time_to_pay_is_read_from_any_verb_of_paying(said: str, days: list[int]) -> None:
    assert values(read(drawn(DECISION + said)), "pay_days") == days


@pytest.mark.parametrize(
    "page",
    [
        drawn(
            "^法制审核意见书\n审核人 高洁（法律职业资格A20116105010026） 主体、事实、证据、\n"
            "适用法律、裁量幅度、办案程序合法，同意。2024年9月12日\n·10·"
        ),
        drawn("^法制审核意见\n高洁：本案事实清楚，证据充分，程序合法，裁量适当，同意2024.9.12"),
        docx(
            "重大执法决定法制审核意见书",
            "审核人徐弘：事实清楚、程序合法、适用正确、裁量适当。2024年9月12日",
        ),
    ],
)
def test_the_date_behind_the_opinion_is_that_of_the_review(page) -> None:  # type: ignore[no-untyped-def]
    assert [str(one) for one in values(read(page), "legal_review_date")] == ["2024-09-12"]


def test_a_date_inside_the_opinion_is_none_of_the_review() -> None:
    page = drawn(
        "^法制审核意见书\n审核人 高洁\n经审核，当事人提出申辩的事实属实，\n"
        "本机构于2024年9月12日收到材料后认为程序合法，裁量适当，同意。"
    )

    assert values(read(page), "legal_review_date") == []


@pytest.mark.parametrize("broken", ["2025年7月8\n日", "2025年7月\n8日", "2025年\n7月8日"])
def test_a_date_that_its_line_breaks_is_read_behind_its_label(broken: str) -> None:
    page = drawn(
        f"^行政处罚公示\n信用沙湖 沙交罚〔2025〕23号 沙湖运输有限公司 罚款 公示日期{broken}"
    )

    assert [str(one) for one in values(read(page), "public_date")] == ["2025-07-08"]


def test_an_act_may_follow_its_day_at_once() -> None:
    said = "你单位自2023年6月至2024年1月8日未按规定维护和检测宁A12345重型货车，有笔录为证。"

    assert "违法事实" in values(read(drawn(DECISION + said)), "stated")
