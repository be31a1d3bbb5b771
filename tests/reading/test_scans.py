"""What scans do to forms: lost characters, lines run together, dates torn over a row."""

from datetime import date

import pytest

from reviewer.model import Officer, Page, Redress, Served
from reviewer.reading.sheet import Sheet
from tests.reading.building import read, values
from tests.reading.scanned import scanned

SUMMARY_DECISION = """
0.069 0.31-0.68 行政处罚（当场）决定书
0.108 0.61-0.87 古交运当罚（2024）第687号
0.143 0.14-0.21 当事人
0.139 0.53-0.60 戴成林
0.211 0.14-0.85 二〇二四年四月二十八日10时20分，在古塬县国道G303线K72+802处，你驾驶宁
0.233 0.10-0.89 CM6537货车向公路路面倾倒建筑垃圾约2立方米，造成路面污染，违反了《中华人民共和
0.255 0.10-0.88 国公路法》第四十六条。依据《中华人民共和国公路法》第七十七条，决定给予壹佰元
0.282 0.10-0.25 整罚款的处罚。
0.466 0.14-0.22 执法人员
0.461 0.52-0.62 褚砚蒋骁
0.493 0.16-0.21 执法
0.499 0.26-0.48 JT640202081、JT640208549
0.509 0.16-0.21 证号
0.560 0.67-0.88 二四年四月二十八日
0.583 0.70-0.87 (古塬县交通局印)
0.609 0.11-0.53 当事人签收：戴成林二〇○二四年四月二十八日
"""
RECORD = """
0.068 0.40-0.62 现场检查笔录
0.113 0.64-0.88 古交运案（2024)第687号
0.136 0.15-0.23 检查时间
0.139 0.27-0.66 二〇二四年四月二十八日10时20分起至10时55分止
0.195 0.15-0.23 稽查人员
0.199 0.53-0.63 褚砚蒋骁
0.222 0.16-0.21 执法
0.232 0.26-0.48 JT640202081、JT640208549
0.239 0.16-0.21 证号
0.234 0.55-0.64 被检查人
0.236 0.74-0.81 戴成林
"""
OFFICERS = [Officer("褚砚", "JT640202081"), Officer("蒋骁", "JT640208549")]


@pytest.mark.parametrize("page", [SUMMARY_DECISION, RECORD])
def test_two_names_run_together_are_two_officers(page: str) -> None:
    assert values(read(scanned(page)), "officer") == OFFICERS


def test_a_date_whose_beginning_was_lost_still_dates_the_decision() -> None:
    reading = read(scanned(SUMMARY_DECISION))
    assert values(reading, "decision_date") == [date(2024, 4, 28)]


FILING = """
0.070 0.42-0.60 立案审批表
0.118 0.26-0.43 双交案〔2024〕92号
0.399 0.12-0.24 承办部门意见
0.403 0.52-0.63 请予审批立案
0.430 0.29-0.34 签名
0.431 0.40-0.45 樊稷
0.432 0.49-0.57 2024 年
0.434 0.60-0.66 04 月
0.434 0.71-0.76 22 日
0.458 0.14-0.23 负责人审批
0.457 0.26-0.38 同意立案查处。
0.484 0.29-0.34 签名
0.489 0.39-0.46 尉迟峻
0.490 0.49-0.56 2024 年
0.490 0.60-0.66 04月
0.491 0.71-0.76 23 日
"""


def test_a_date_torn_over_its_row_stays_with_its_section() -> None:
    assert values(read(scanned(FILING)), "filing_approved_date") == [date(2024, 4, 23)]


RECEIPT = """
0.071 0.43-0.57 送达回证
0.113 0.60-0.87 案号：云交案〔2024〕0341号
0.144 0.12-0.28 送达文书名称及文号
0.139 0.35-0.50 《行政处罚决定书》
0.143 0.51-0.70 (云交罚〔2024〕0341号)
0.168 0.18-0.26 受送达人
0.170 0.58-0.64 纪长河
0.199 0.18-0.26 送达机关
0.198 0.34-0.55 云岑市交通运输局 (印章)
0.313 0.12-0.26 收件人签名或盖章
0.313 0.58-0.64 纪长河
0.342 0.18-0.26 收件日期
0.342 0.34-0.46 2024年3月29日
"""


def test_the_number_of_the_case_is_not_that_of_what_is_served() -> None:
    served = values(read(scanned(RECEIPT)), "served")
    assert served == [Served("DT35", "云交罚〔2024〕0341号", date(2024, 3, 29), "")]


DECISION = """
0.069 0.35-0.65 行政处罚决定书
0.108 0.61-0.87 古交运罚〔2024〕第687号
0.143 0.14-0.40 当事人：戴成林
0.211 0.14-0.85 你驾驶货车向公路路面倾倒建筑垃圾，造成路面污染，决定给予壹仟元罚款。
0.560 0.67-0.88 二〇二四年四月二十八日
0.583 0.70-0.87 古塬县交通运输局
"""


@pytest.mark.parametrize(
    ("weak", "is_read"),
    [
        ({"年四": 60}, False),
        ({"月": 40}, True),
        ({"〇二四年": 60}, True),
        ({"二十八": 60}, False),
        ({"二〇": 40}, True),
    ],
)
def test_only_the_characters_that_carry_a_date_must_be_read_well(
    weak: dict[str, int], is_read: bool
) -> None:
    (fact,) = read(scanned(DECISION, weak=weak)).of_key("decision_date")
    assert (fact.value, fact.is_read) == (date(2024, 4, 28), is_read)


def test_the_brackets_of_a_number_carry_nothing() -> None:
    page: Page = scanned(DECISION, weak={"〔": 30, "〕第": 30})
    (fact,) = read(page).of_key("decision_no")
    assert fact.is_read


def test_a_date_that_lost_a_stroke_is_one_where_it_stands_alone() -> None:
    page = DECISION.replace("二〇二四年四月二十八日", "2024-0428")
    assert values(read(scanned(page)), "decision_date") == [date(2024, 4, 28)]


def test_a_number_of_the_same_shape_stays_a_number() -> None:
    page = RECORD.replace("古交运案（2024)第687号", "编号：古交案2024-0428号")
    assert date(2024, 4, 28) not in values(read(scanned(page)), "document_date")


ONE_NAME = """
0.068 0.40-0.62 现场检查笔录
0.136 0.15-0.23 检查时间
0.139 0.27-0.66 2024年4月28日10时20分起至10时55分止
0.195 0.15-0.23 执法人员
0.199 0.53-0.63 蒋骁
0.222 0.15-0.23 执法证号
0.222 0.26-0.48 JT640202081、JT640208549
"""


def test_a_second_number_beside_one_name_of_a_scan_is_kept_in_doubt() -> None:
    facts = read(scanned(ONE_NAME)).of_key("officer")
    assert [fact.is_read for fact in facts] == [True, False]


def test_old_forms_of_characters_are_read_as_the_ones_printed() -> None:
    page = RECEIPT.replace("决定书", "決定书").replace("0341号)", "0341號)")
    (served,) = values(read(scanned(page)), "served")
    assert served == Served("DT35", "云交罚〔2024〕0341号", date(2024, 3, 29), "")


def test_a_sum_in_words_confirms_the_same_sum_in_figures() -> None:
    text = """
        0.060 0.38-0.62 行政处罚决定书
        0.120 0.12-0.60 当事人：马建国
        0.160 0.12-0.81 决定给予你罚款人民币（大写）陆佰元整（¥{}）的行政处罚。
        0.600 0.60-0.85 沙湖市交通运输局
        0.640 0.60-0.85 2024年4月10日
    """
    agreed = read(scanned(text.format("600.00"), weak={"600.00": 61}))
    parted = read(scanned(text.format("900.00"), weak={"900.00": 61}))

    assert [fact.is_read for fact in agreed.of_key("decision_fine")] == [True]
    assert [fact.is_read for fact in parted.of_key("decision_fine")] == [False]


def test_columns_that_a_scan_lowered_keep_their_rows() -> None:
    page = scanned("""
        0.121 0.44-0.59 听证笔录
        0.260 0.54-0.65 听证主持人
        0.252 0.67-0.85 沈海涛（执法证号：
        0.274 0.67-0.79 1164770358)
        0.299 0.16-0.24 记录员
        0.299 0.27-0.35 冯建国
        0.301 0.56-0.64 当事人
        0.302 0.67-0.74 罗海涛
        0.333 0.67-0.84 周国栋（执法证号：
        0.361 0.14-0.26 委托代理人
        0.361 0.27-0.34 罗海涛
        0.363 0.55-0.64 调查人员
        0.354 0.67-0.88 1164340358)、邓俊杰
        0.375 0.68-0.79 (执法证号:
        0.398 0.67-0.78 1164290358)
    """)

    reading = read(page)

    assert values(reading, "party") == ["罗海涛"]
    assert Officer("罗海涛", "1164340358") not in values(reading, "officer")


LIST_OF_GOODS = """
0.055 0.38-0.59 涉案财物清单
0.094 0.39-0.59 海交扣〔2023〕338号
0.152 0.30-0.43 小型普通客车
0.151 0.49-0.58 粤D09778
0.197 0.11-0.61 当事人:鲍大勇签名:鲍大勇二○二三年十一月十四日
0.221 0.10-0.55 执法人员：鲍敏、鲍彪二〇二三年十一月十四日
"""


def test_names_that_run_into_a_date_in_words_end_before_it() -> None:
    reading = read(scanned(LIST_OF_GOODS))
    assert values(reading, "officer") == [Officer("鲍敏", ""), Officer("鲍彪", "")]
    assert values(reading, "party") == ["鲍大勇"]


NOTICE = """
0.056 0.40-0.62 行政处罚告知书
0.109 0.12-0.21 乔兆丰：
0.133 0.16-0.89 你运送碎石，违反了《中华人民共和国道路运输条例》第二十四条第一款第（一）
0.310 0.16-0.87 项的规定。根据《中华人民共和国行政处罚法》第四十四条的规定，你享有陈述、
0.332 0.12-0.87 申辩的权利，可以自收到本通知书之日起五日内向本机关提出，逾期未提出的视为放弃。
0.423 0.75-0.89 2024年9月24日
"""


@pytest.mark.parametrize(
    ("weak", "key", "is_read"),
    [
        ({"、": 52}, "plead_days", True),
        ({"利，可以自": 52}, "plead_days", True),
        ({"五日内": 52}, "plead_days", False),
        ({"（": 52, "）": 52}, "duty_article", True),
        ({"一）": 52}, "duty_article", False),
    ],
)
def test_the_punctuation_of_a_sentence_carries_nothing(
    weak: dict[str, int], key: str, is_read: bool
) -> None:
    (fact,) = read(scanned(NOTICE, weak=weak)).of_key(key)
    assert fact.is_read == is_read


FULL_PAGE = """
0.068 0.42-0.58 送达回证
0.113 0.11-0.47 送达文书：行政处罚决定书（海交罚〔2023〕338号）
0.236 0.11-0.28 签收人：鲍大勇
0.283 0.12-0.43 签收日期：2023年11月16日09:40
0.303 0.11-0.70 送达人：鲍敏、鲍彪，执法证号分别为4405127750、4405121587
"""


@pytest.mark.parametrize("number", ["13", "- 13 -", "-13-", "第13页", "13/24", "共24页 第13页"])
def test_the_number_of_the_page_goes_on_with_nothing(number: str) -> None:
    page = scanned(f"{FULL_PAGE}0.950 0.47-0.53 {number}\n")
    officers = [Officer("鲍敏", "4405127750"), Officer("鲍彪", "4405121587")]
    assert values(read(page), "officer") == officers


def test_a_number_that_stands_in_a_row_of_the_last_lines_is_no_page_number() -> None:
    page = scanned("0.950 0.12-0.20 编号\n0.951 0.30-0.34 0713\n")
    assert "0713" in Sheet([page], [(0, None)]).text


REDRESS = """
0.071 0.36-0.64 行政处罚决定书
0.129 0.11-0.33 鄂荆交罚字〔2023〕619号
0.159 0.11-0.89 被处罚人：清远安途旅游客运有限公司信用代码：91441802MA2UKQLN4U地址：清远市新城镇
0.569 0.14-0.89 不服本决定的，可以自收到本决定书之日起60日内向荆门市人民政府申请行政复议，也可以
0.590 0.11-0.89 自收到本决定书之日起六个月内直接向荆门城区人民法院起诉。
0.637 0.73-0.89 2023年11月6日
"""


@pytest.mark.parametrize(
    ("weak", "is_read"),
    [({"日内": 60, "，也": 60}, True), ({"60": 60}, False), ({"六": 60}, False)],
)
def test_of_a_period_only_its_figure_must_be_read_well(weak: dict[str, int], is_read: bool) -> None:
    (fact,) = read(scanned(REDRESS, weak=weak)).of_key("redress")
    assert (fact.value, fact.is_read) == (Redress(60, "荆门市人民政府", 6), is_read)


def test_a_name_ends_before_the_labels_that_run_into_it() -> None:
    assert values(read(scanned(REDRESS)), "party") == ["清远安途旅游客运有限公司"]


SUM = """
0.071 0.36-0.64 行政处罚决定书
0.159 0.11-0.60 被处罚人：清远安途旅游客运有限公司
0.399 0.15-0.88 现决定给予你单位罚款人民币叁仟元整（¥3,000.00）的行政处罚。
"""


@pytest.mark.parametrize(("weak", "is_read"), [({"¥": 50}, True), ({"3": 50}, False)])
def test_the_sign_of_a_sum_carries_nothing(weak: dict[str, int], is_read: bool) -> None:
    page = scanned(SUM.replace("叁仟元整", ""), weak=weak)
    (fact,) = read(page).of_key("decision_fine")
    assert fact.is_read == is_read


def test_a_number_in_brackets_that_a_cell_broke_is_whole() -> None:
    page = scanned(
        """
        0.070 0.42-0.56 送达回证
        0.168 0.30-0.45 行政处罚告知书
        0.282 0.30-0.48 黎志恒（440112036）
        0.304 0.16-0.23 送达人
        0.301 0.30-0.49 、区嘉敏（44011205
        0.323 0.30-0.33 8)
        """
    )
    officers = [Officer("黎志恒", "440112036"), Officer("区嘉敏", "440112058")]
    assert values(read(page), "officer") == officers


def test_a_name_that_runs_into_the_agency_ends_before_it() -> None:
    page = scanned(
        """
        0.028 0.08-0.28 湖州市交通运输局(航道行政)
        0.066 0.36-0.61 证据登记保存清单
        0.273 0.14-0.83 当事人:费根宝执法人员:姚永泉、费晓琳湖州市交通运输局2024年10月22日
        """
    )
    assert values(read(page), "officer") == [Officer("姚永泉", ""), Officer("费晓琳", "")]


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("0.168 0.58-0.88 法规科补丽华2024年05月29日", "补丽华"),
        ("0.168 0.58-0.88 审核人 殷秀琴二〇二四年六月四日", "殷秀琴"),
        ("0.168 0.58-0.88 审核人：殷秀琴2024年6月4日", "殷秀琴"),
        ("0.130 0.10-0.37 兰二〇二三年九月二十七日", "汪小兰"),
    ],
)
def test_who_reviewed_is_read_where_name_and_date_run_together(end: str, name: str) -> None:
    broken = "汪小" if end.startswith("0.130") else ""
    page = scanned(
        "0.068 0.38-0.60 法制审核意见书\n"
        f"0.100 0.10-0.88 审核：主体、事实、裁量均无不当，不需移送。{broken}\n{end}\n"
    )
    assert values(read(page), "legal_reviewer") == [name]
