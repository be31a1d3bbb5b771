"""Filing forms, records, reports, reviews and closing reports in several layouts."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from reviewer.model import Officer, Page, PartyKind, Session, Waiver
from tests.reading.building import docx, drawn, plain, read, values

APPROVED = date(2024, 3, 4)
FILINGS: dict[str, Page] = {
    "ministry form": drawn("""
^立案登记表
> 案号：宁交执案〔2024〕12号
案件来源|☑检查发现 □举报 □移送
案由|马建国涉嫌违法超限运输
受案时间|2024年3月1日
当事人|个人|姓名|马建国|性别|男
案件基本情况|2024年3月1日，执法人员在检查中发现马建国超限运输。
立案依据|《中华人民共和国行政处罚法》第五十四条第二款
经办机构负责人意见|建议立案。签名：李军  2024年3月2日
负责人审批意见|同意立案。签名：王芳  2024年3月4日
"""),
    "stacked labels": drawn("""
^立案审批表
案    由|马建国涉嫌违法超限运输
受理时间|2024年3月1日
当事人姓名|马建国
|
承办机构|情况属实，建议立案调查。
负责人意见|签名：李军 2024年3月2日
|
负 责 人|同意立案。
审批意见|签名：王芳 2024年3月4日
"""),
    "word with tall cells": docx(
        "立案审批表",
        [
            ["案由", "马建国涉嫌违法超限运输", "受案时间", "2024年3月1日"],
            ["当事人", "马建国"],
            ["承办机构意见", "建议立案。\n签名：李军\n2024年3月2日"],
            ["负责人审批意见", "同意立案。\n签名：王芳\n2024年3月4日"],
        ],
    ),
    "word with signatures in rows of their own": docx(
        "立案审批表",
        [
            ["案由", "马建国涉嫌违法超限运输", "受案时间", "2024年3月1日"],
            ["当事人", "马建国", "", ""],
            ["承办部门意见", "请予审批立案", "", ""],
            ["", "签名", "李军", "2024年3月2日"],
            ["负责人审批", "同意立案。", "", ""],
            ["", "签名", "王芳", "2024年3月4日"],
        ],
    ),
    "opinions inside their cells": docx(
        "立案报告表",
        [
            ["案由：马建国涉嫌违法超限运输"],
            ["当事人：马建国"],
            ["受案时间：2024年3月1日"],
            ["承办机构意见：\n建议立案。\n李军 2024年3月2日"],
            ["领导审批意见：\n同意。\n王芳 2024年3月4日"],
        ],
    ),
    "paragraphs": plain("""
立案审批表
案由：马建国涉嫌违法超限运输
当事人：马建国
受案时间：2024年3月1日
一、承办机构意见
建议立案。李军 2024年3月2日
二、负责人审批意见
同意立案。
王芳
二〇二四年三月四日
"""),
    "a letter, each opinion below its heading": drawn("""
^立案审批表
案由：马建国涉嫌违法超限运输
当事人：马建国
受案时间：2024年3月1日
承办人意见：建议立案。
> 周超 丁一
> 2024年3月1日
承办机构意见：拟立案。
> 李军
> 2024年3月1日
负责人审批意见：
同意。
> 王芳
> 2024年3月4日
"""),
    "an office that no list names": drawn("""
^立案审批表
案由|马建国涉嫌违法超限运输
受案时间|2024年3月1日
当事人|马建国
|
承办人意见|建议立案调查。周超 2024年3月1日
二科意见|拟同意，报领导审批。
|李军|2024年3月1日
总队负责人审批意见|同意立案
|王芳|2024年3月4日
"""),
    "two broken labels close together": drawn("""
^立案审批表
案由|马建国涉嫌违法超限运输
受案时间|2024年3月1日
当事人|马建国
经办机构负责|建议立案。
人意见|签名：李军 2024年3月2日
负责人审批意|同意立案。
见|签名：王芳 2024年3月4日
"""),
    "date over cells": drawn("""
^立案登记表
案由|马建国涉嫌违法超限运输
受案时间|2024年|3月|1日
当事人|马建国
负责人审批意见|同意立案。
|王芳|2024年|3月|4日
"""),
}
ALL = pytest.mark.parametrize("page", FILINGS.values(), ids=FILINGS.keys())


@ALL
def test_the_filing_is_dated_by_its_approval(page: Page) -> None:
    assert values(read(page), "filing_approved_date") == [APPROVED]


@ALL
def test_the_day_of_acceptance_is_read(page: Page) -> None:
    assert values(read(page), "filing_date") == [date(2024, 3, 1)]


@ALL
def test_cause_and_party_are_read(page: Page) -> None:
    reading = read(page)

    assert values(reading, "cause") == ["马建国涉嫌违法超限运输"]
    assert values(reading, "party") == ["马建国"]
    assert values(reading, "party_kind") == [PartyKind.PERSON]


START, END = (datetime.fromisoformat(f"2024-03-05T{at}") for at in ("09:10", "09:50"))
RECORDS: dict[str, Page] = {
    "table": drawn("""
^询问笔录
询问时间|2024年3月5日9时10分至9时50分
询问地点|执法大队询问室
询问人|马超|执法证号|64010001
记录人|丁一|执法证号|64010002
被询问人|张三
"""),
    "lines": drawn("""
^询问笔录
时间：2024年3月5日9时10分至9时50分 第1次询问
地点：执法大队询问室
询问人：马超（执法证号：64010001）记录人：丁一（执法证号：64010002）
被询问人：张三  性别：男
"""),
    "told by the officers": plain("""
调查（询问）笔录
开始时间：2024年3月5日9时10分
结束时间：2024年3月5日9时50分
地点：执法大队询问室
问：我们是沙湖市交通运输局执法人员马超、丁一，执法证号分别为64010001、64010002，请你过目。
"""),
    "word": docx(
        "询问笔录",
        [
            ["询问时间", "2024年3月5日 9:10-9:50"],
            ["询问地点", "执法大队询问室"],
            ["询问人", "马超", "执法证号", "64010001"],
            ["记录人", "丁一", "执法证号", "64010002"],
        ],
    ),
}


@pytest.mark.parametrize("page", RECORDS.values(), ids=RECORDS.keys())
def test_a_record_tells_who_where_and_when(page: Page) -> None:
    reading = read(page)

    assert set(values(reading, "officer")) == {
        Officer("马超", "64010001"),
        Officer("丁一", "64010002"),
    }
    assert values(reading, "session") == [Session(("马超", "丁一"), "执法大队询问室", START, END)]


def test_a_record_of_one_officer_names_one() -> None:
    page = drawn("^现场笔录\n执法人员|马超|执法证号|64010001\n当事人|张三\n见证人|李四")

    assert values(read(page), "officer") == [Officer("马超", "64010001")]


def test_the_day_of_the_inspection_is_the_day_of_discovery() -> None:
    page = drawn("^现场笔录\n执法时间|2024年3月1日10时05分至10时40分\n检查情况|发现超限运输。")

    assert values(read(page), "found_date") == [date(2024, 3, 1)]


@pytest.mark.parametrize(
    "page",
    [
        docx("案件调查报告", "建议罚款3000元。", "承办人：马超、丁一  2024年3月20日"),
        docx(
            "案件处理意见书",
            [
                ["处理建议", "建议处以3000元罚款。\n承办人：马超 丁一\n2024年3月20日"],
                ["负责人审批意见", "同意。王芳 2024年3月22日"],
            ],
        ),
        drawn("^调查终结报告\n建议处罚款叁仟元（3,000元）。\n> 马超 丁一\n> 2024年3月20日"),
        drawn("^案件调查终结报告\n调查终结日期|2024年3月20日\n处罚建议|罚款3000元"),
    ],
    ids=["signed line", "form with approval", "signature block", "label"],
)  # fmt: skip
def test_the_investigation_ends_with_the_report(page: Page) -> None:
    reading = read(page)

    assert values(reading, "investigation_end_date") == [date(2024, 3, 20)]
    assert values(reading, "report_fine") == [Decimal(3000)]


@pytest.mark.parametrize(
    "page",
    [
        drawn("^法制审核意见书\n送审时间|2024年3月21日\n审核意见|同意。审核人：高洁 2024年3月25日"),
        docx("案件法制审核表", "审核人：高洁", "审核日期：2024年3月25日"),
        plain("重大执法决定法制审核意见书\n经审核，同意拟处罚意见。\n审核人：高洁  2024年3月25日"),
    ],
    ids=["form", "labels", "signed line"],
)
def test_the_legal_review_is_dated_and_signed(page: Page) -> None:
    reading = read(page)

    assert values(reading, "legal_review_date") == [date(2024, 3, 25)]
    assert values(reading, "legal_reviewer") == ["高洁"]


@pytest.mark.parametrize(
    ("text", "hearing"),
    [
        ("我自愿放弃陈述、申辩和听证的权利。", True),
        ("本人放弃陈述、申辩权利，不要求听证。", True),
        ("我已知晓陈述、申辩及要求听证的权利，现自愿放弃上述权利。", True),
        ("我放弃陈述、申辩的权利。", False),
        ("我放弃陈述、申辩，但要求举行听证。", False),
    ],
)
def test_giving_up_a_right_names_the_right(text: str, hearing: bool) -> None:
    reading = read(docx("陈述申辩书", text, "马建国", "2024年4月3日"))

    assert values(reading, "waiver_date") == [Waiver(date(2024, 4, 3), hearing)]
    assert values(reading, "statement_date") == []


@pytest.mark.parametrize(
    "text", ["我认为处罚过重，请求从轻处罚。", "我不放弃听证的权利，要求依法举行。"]
)
def test_a_statement_gives_nothing_up(text: str) -> None:
    reading = read(docx("陈述申辩书", text, "陈述人：马建国", "2024年4月3日"))

    assert values(reading, "statement_date") == [date(2024, 4, 3)]
    assert values(reading, "waiver_date") == []


CLOSING = docx(
    "结案报告",
    "承办人意见：建议结案。马超 2024年4月24日",
    "负责人审批意见：同意结案。王芳 2024年4月25日",
)
PROLONGED = docx(
    "办案期限延长审批表",
    "申请延长办案期限三十日。",
    "负责人意见：同意。王芳 2024年5月20日",
)
PAID = drawn("""
^罚没款专用收据
缴款日期|2024年4月20日
金额|3,000.00
执收单位|沙湖市交通运输局
""")


@pytest.mark.parametrize(
    ("page", "key", "value"),
    [
        (docx("听证申请书", "现申请举行听证。", "申请人：马建国", "2024年4月5日"),
         "hearing_request_date", date(2024, 4, 5)),
        (docx("听证笔录", "时间：2024年4月20日9时至10时", "主持人：高洁"),
         "hearing_date", date(2024, 4, 20)),
        (docx("听证笔录", "时间：2024年4月20日9时至10时", "主持人：高洁"), "hearing_chair", "高洁"),
        (docx("重大案件集体讨论记录", "讨论时间：2024年4月8日15时", "主持人：王芳"),
         "discussion_date", date(2024, 4, 8)),
        (PROLONGED, "prolonged_on", date(2024, 5, 20)),
        (PROLONGED, "prolonged_days", 30),
        (PAID, "paid_date", date(2024, 4, 20)),
        (PAID, "paid_amount", Decimal(3000)),
        (CLOSING, "closing_date", date(2024, 4, 25)),
        (docx("结案报告", "当事人逾期未缴纳罚款，已申请强制执行。"), "fine_unpaid", True),
        (docx("备考表", [["立卷人", "李军", "立卷日期", "2024年4月30日"]]),
         "archived_date", date(2024, 4, 30)),
        (docx("整改复查记录", [["复查时间", "2024年4月20日10时20分至10时45分"]]),
         "recheck_date", date(2024, 4, 20)),
    ],
)  # fmt: skip
def test_one_fact_of_each_document(page: Page, key: str, value: object) -> None:
    assert values(read(page), key) == [value]


def test_a_weak_date_is_confirmed_by_another_page() -> None:
    weak = drawn("^结案报告\n负责人审批意见|同意结案。王芳 2024年4月25日", 1, certainty=60)
    clear = docx("备考表", "本案于2024年4月25日结案。")

    (fact,) = read(weak, clear).of_key("closing_date")

    assert fact.confidence == 0.6
    assert fact.is_read


def test_a_check_digit_confirms_a_code_and_mends_one_character() -> None:
    page = drawn("^立案登记表\n当事人|马建国\n身份证件号|1101O519491231002X", certainty=70)

    (fact,) = read(page).of_key("party_id")

    assert fact.value == "11010519491231002X"
    assert fact.confirmed


def test_the_day_of_execution_is_not_that_of_closing() -> None:
    page = drawn("""
^结案报告
处罚内容|罚款3000元|执行日期|2024年5月6日
|
|建议结案||同意结案
承办机构意见|李军|负责人意见|王芳
|2024年5月9日||2024年5月10日
""")

    assert values(read(page), "closing_date") == [date(2024, 5, 10)]
