"""What documents say in words and places of their own: long lists, long names, free narratives."""

from datetime import date

import pytest

from reviewer.model import Officer
from reviewer.reading.names import may_be_person
from tests.reading.building import drawn, read, types, values

LIST = drawn("""
^卷内目录
序号|文号|题名|日期|页号
1||立案审批表|2024.3.1|1
2||现场笔录|2024.3.1|2
3||违法行为通知书|2024.3.9|3
""")
DECISION = """
^当场行政处罚决定书
当事人：张宝成，住址：某某市西关街道65号。
{body}
你（单位）的行为违反了《公路安全保护条例》第四十三条第一款的规定。依据《公路安全保护条例》第六十九条的规定，作出罚款贰佰元整的行政处罚。
> 某某市交通运输局
> 2024年9月11日
"""


@pytest.mark.parametrize(
    "rest",
    [
        "（接上页）\n4||行政处罚决定书|2024.3.20|4\n5||送达回证|2024.3.21|5",
        "4||行政处罚决定书|2024.3.20|4",
    ],
)
def test_a_list_of_papers_goes_on_without_a_title(rest: str) -> None:
    assert types(read(LIST, drawn(rest))) == ["DT02"]


def test_a_paper_behind_the_list_begins_where_it_bears_its_title() -> None:
    page = drawn("^行政处罚决定书\n当事人：张宝成\n1.罚款五百元。\n> 2024年3月20日")

    assert types(read(LIST, page)) == ["DT02", "DT35"]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("信用中国行政处罚信息公示", "DT53"),
        ("信用中国（辽宁）行政处罚信息公示", "DT53"),
        ("货运车辆称重检测报告单", "DT13"),
        ("案件处理呈批表", "DT59"),
    ],
)
def test_more_titles_of_papers(title: str, code: str) -> None:
    assert types(read(drawn(f"^{title}\n案由|违法超限运输\n领导审批意见|同意。"))) == [code]


@pytest.mark.parametrize("name", ["乌云其木格", "买买提江吐尔逊", "额尔敦布和", "孟和"])
def test_a_name_written_by_its_sound_is_one(name: str) -> None:
    assert may_be_person(name)


def test_a_long_name_is_an_officer_beside_a_short_one() -> None:
    page = drawn("""
^现场笔录
检查时间|2024年3月18日13时05分至13时33分
执法人员|乌云其木格|执法证号|1504236397
执法人员|巴特尔|执法证号|1504232029
""")

    assert set(values(read(page), "officer")) == {
        Officer("乌云其木格", "1504236397"),
        Officer("巴特尔", "1504232029"),
    }


@pytest.mark.parametrize(
    "body",
    [
        "2024年09月11日10时许，张宝成驾驶冀HR5691号货车行驶至站前广场，装载物遗洒，造成路面污染。以上事实有笔录证明。",
        "2024年9月11日8时许，白双全驾驶鲁YC9619号货车运输玉米行经国道，未采取苫盖等必要措施。",
        "处罚事由：装载物遗洒造成路面污染",
    ],
)
def test_a_fact_told_freely_is_stated(body: str) -> None:
    assert "违法事实" in values(read(drawn(DECISION.format(body=body))), "stated")


def test_a_sentence_that_nothing_explains_may_be_the_fact() -> None:
    told = values(
        read(drawn(DECISION.format(body="    该货车的蓬布松开，玉米掉到了广场东侧的路面上。"))),
        "nearly_told",
    )

    assert "违法事实" in told


def test_a_decision_without_a_fact_nearly_tells_none() -> None:
    reading = read(drawn(DECISION.format(body="")))

    assert "违法事实" not in values(reading, "stated")
    assert "违法事实" not in values(reading, "nearly_told")


def test_a_code_behind_a_note_in_brackets_is_the_partys() -> None:
    page = drawn("""
^行政处罚决定书
当事人|恒顺商贸有限公司
（单位） 统一社会信用代码||91210702MA8099Q6X7
""")

    assert values(read(page), "party_id") == ["91210702MA8099Q6X7"]


def test_a_fine_of_nothing_is_a_warning() -> None:
    page = drawn(DECISION.format(body="").replace("作出罚款贰佰元整", "罚款0元，当场作出警告"))

    assert values(read(page), "warning_only") == [True]


def test_the_hour_of_a_measure_stands_beside_another_naming_of_its_day() -> None:
    page = drawn("""
^扣押决定书
当事人：丁国栋
    本机关决定自2024年4月10日11时20分起，对下列财物予以扣押：冀JH0881号车辆一辆。
    扣押期限为三十日，自2024年4月10日起至2024年5月10日止。
> 某某市交通运输局
> 2024年4月10日
""")

    assert [str(one) for one in values(read(page), "seizure_at")] == ["2024-04-10 11:20:00"]


def test_a_record_prints_its_day_and_its_hours_in_places_of_their_own() -> None:
    page = drawn("""
^现场笔录
执法时间|2023 年 10 月 17 日|8 时 25 分至|8 时 50 分
执法人员|邢立新
""")

    (session,) = values(read(page), "session")
    assert str(getattr(session, "finish", getattr(session, "end", ""))) == "2023-10-17 08:50:00"


@pytest.mark.parametrize(
    ("second", "doubted"),
    [
        ("执法证号|1504232029", True),
        ("见证人|王强", False),
    ],
)
def test_another_number_beside_the_only_name_may_be_another_officer(
    second: str, doubted: bool
) -> None:
    page = drawn(f"""
^现场笔录
执法人员|邢立新|执法证号|1504236397
{second}
""")

    assert ("执法人员" in values(read(page), "nearly_told")) is doubted


def test_the_day_of_filing_is_not_the_day_of_finding() -> None:
    page = drawn("""
^ 案件处理意见书
调查经过|本机关在执法检查中发现马建国涉嫌违法，于2024年10月16日批准立案，由王平
|（执法证号：渝涪5000）、李强（执法证号：渝涪7116）承办。
违法事实|2024年10月14日8时14分，马建国驾驶渝AG4198小型轿车被执法人员检查发现。
""")
    assert values(read(page), "found_date") == [date(2024, 10, 14)]


@pytest.mark.parametrize(
    ("said", "day"),
    [("2024/7/3 09:07", 3), ("2024/7/3 9:07", 3), ("2024.7.30 9:07", 30), ("2024-7-30 19:07", 30)],
)
def test_the_hour_behind_a_day_is_none_of_it(said: str, day: int) -> None:
    page = drawn(
        f"^ 案件处理意见书\n违法事实|{said}，执法人员在国道检查发现马建国驾驶的货车未经许可。"
    )
    assert values(read(page), "found_date") == [date(2024, 7, day)]
