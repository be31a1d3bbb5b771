"""A legal review or a discussion that an approval form holds as a section."""

import pytest

from reviewer.model import Page
from tests.reading.building import docx, drawn, plain, read, values

REVIEWED: dict[str, Page] = {
    "rows of a table": docx(
        "行政处罚审批表",
        [
            ["案由", "未取得道路运输经营许可擅自从事道路货物运输经营"],
            ["当事人", "马建国"],
            ["承办人意见", "建议罚款30000元。 周超、丁一 2024年4月1日"],
            ["法制机构审核意见", "事实清楚，证据确凿，同意处罚。\n签名：白若云  2024年4月3日"],
            ["负责人审批意见", "同意。 签名：石磊 2024年4月8日"],
        ],
    ),
    "label over its text": docx(
        "案件处理呈批表",
        "案由：超限运输",
        "承办机构意见：建议罚款3000元。 周超 2024年4月1日",
        "政策法规科审核意见：",
        "经审核，本案主体适格，适用法律正确，同意。",
        "审核人：白若云",
        "2024年4月3日",
        "领导审批意见：同意。石磊 2024年4月8日",
    ),
    "drawn": drawn("""
^行政处罚决定审批表
当事人|马建国
承办人意见|建议罚款30000元
|周超 丁一|2024年4月1日
法制审核机构意见|事实清楚，程序合法，同意拟处罚意见
|签名：白若云|2024年4月3日
负责人审批意见|同意
|石磊|2024年4月8日
"""),
    "lines": plain("""
案件处理意见书
当事人：马建国
五、法制部门审核意见：
拟处罚意见事实清楚、程序合法，同意提交审批。
法制员（签字）：白若云 2024年4月3日
六、负责人审批意见：
同意。 石磊 2024年4月8日
"""),
}


@pytest.mark.parametrize("page", REVIEWED.values(), ids=REVIEWED)
def test_a_section_of_legal_review_tells_what_it_holds(page: Page) -> None:
    assert values(read(page), "review_in_form") == ["意见、签名、日期"]


DISCUSSED: dict[str, Page] = {
    "cell": docx(
        "行政处罚审批表",
        [
            ["当事人", "马建国"],
            ["集体讨论意见", "经集体讨论，一致同意罚款30000元。\n石磊 2024年4月5日"],
            ["负责人审批意见", "同意。 签名：石磊 2024年4月8日"],
        ],
    ),
    "line": plain("""
案件处理呈批表
当事人：马建国
案件审理委员会意见：经审理，同意对当事人罚款三万元。 主任：石磊 2024年4月5日
领导审批意见：同意。 石磊 2024年4月8日
"""),
}


@pytest.mark.parametrize("page", DISCUSSED.values(), ids=DISCUSSED)
def test_a_section_of_discussion_tells_what_it_holds(page: Page) -> None:
    assert values(read(page), "discussion_in_form") == ["意见、签名、日期"]


BLANK: dict[str, Page] = {
    "nothing written": docx(
        "行政处罚审批表",
        [
            ["当事人", "马建国"],
            ["法制机构审核意见", "签名：      年  月  日"],
            ["负责人审批意见", "同意。 签名：石磊 2024年4月8日"],
        ],
    ),
    "of the filing": docx(
        "立案审批表",
        [["法制机构审核意见", "同意立案。 白若云 2024年3月1日"], ["负责人审批意见", "同意"]],
    ),
    "of the department": docx(
        "行政处罚审批表",
        [["审核意见", "同意承办人意见。 胡军 2024年4月2日"], ["负责人审批意见", "同意"]],
    ),
    "handed on to the review": docx(
        "行政处罚审批表",
        [["审核意见", "事实清楚，证据充分，建议提交法制审核。 胡军 2024年4月2日"]],
    ),
    "asked of the legal unit": docx(
        "案件处理呈批表",
        [["审核意见", "拟同意承办人意见，请法规科核审。\n签名：胡军 2024年4月2日"]],
    ),
    "held unnecessary": docx(
        "行政处罚审批表",
        [["法制机构意见", "不属于重大执法决定，无需法制审核。 签名：白若云 2024年4月3日"]],
    ),
    "a paper of its own": docx(
        "法制审核意见书", [["法制审核意见", "同意处罚。 签名：白若云 2024年4月3日"]]
    ),
}


@pytest.mark.parametrize("page", BLANK.values(), ids=BLANK)
def test_a_blank_section_and_one_of_another_approval_tell_nothing(page: Page) -> None:
    assert values(read(page), "review_in_form") == []


def test_a_section_without_signature_says_so() -> None:
    page = docx("行政处罚审批表", [["法制审核意见", "事实清楚，裁量适当。 2024年4月3日"]])

    assert values(read(page), "review_in_form") == ["意见、日期"]


LABELS = [
    "合法性审核意见",
    "法制员意见",
    "法制审核情况",
    "审核意见（法制科）",
    "政策法规处意见",
    "法制审核",
]


@pytest.mark.parametrize("label", LABELS)
def test_the_section_has_many_names(label: str) -> None:
    page = docx(
        "行政处罚审批表",
        [
            ["当事人", "马建国"],
            [label, "主体适格，程序合法，同意处罚。\n白若云 2024年4月3日"],
            ["领导审批意见", "同意"],
        ],
    )

    assert values(read(page), "review_in_form") == ["意见、签名、日期"]


BRIEF = {
    "agrees": "同意。\n签名：白若云 2024年4月3日",
    "one matter": "程序合法，同意。\n签字：白若云　2024.4.3",
    "no objection": "无意见。 白若云 2024年4月3日",
    "like the handler": "同意承办人意见，报局长审批。 签名：白若云 2024年4月3日",
}


@pytest.mark.parametrize("words", BRIEF.values(), ids=BRIEF)
def test_an_opinion_that_names_no_matters_of_review_is_told_as_brief(words: str) -> None:
    page = docx(
        "处罚决定呈批表",
        [["法制机构意见", words], ["负责人审批意见", "同意。 签名：石磊 2024年4月8日"]],
    )

    assert values(read(page), "review_in_form") == ["简略意见、签名、日期"]


REFUSED = [
    "证据不足，退回补充调查。",
    "不同意拟处罚意见，适用法律错误，程序有误。",
    "事实不清，暂不予通过。",
]


@pytest.mark.parametrize("words", REFUSED)
def test_a_review_that_was_not_passed_says_so(words: str) -> None:
    page = docx("行政处罚审批表", [["法制审核意见", f"{words} 签名：白若云 2024年4月3日"]])

    assert values(read(page), "review_in_form") == ["未通过的意见、签名、日期"]


def test_not_grave_but_reviewed_all_the_same() -> None:
    words = "非重大执法决定，已经法制员审核，事实清楚，程序合法。 签名：白若云 2024年4月3日"

    page = docx("行政处罚审批表", [["法制审核意见", words]])

    assert values(read(page), "review_in_form") == ["意见、签名、日期"]


@pytest.mark.parametrize("label", ["违法行为（案由）", "案由（违法行为）", "案由"])
def test_the_cause_has_many_names(label: str) -> None:
    page = drawn(f"^立案登记表\n{label}：|涉嫌违法超限运输\n当事人：|马建国")
    assert values(read(page), "cause") == ["涉嫌违法超限运输"]
