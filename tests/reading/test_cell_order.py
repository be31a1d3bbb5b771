"""Running text of a cell on a scan: the label beside its middle does not tear it."""

from datetime import date

import pytest

from reviewer.model import Page, Redress, Served
from reviewer.reading.sheet import Sheet
from tests.reading.building import read, values
from tests.reading.scanned import scanned

SEIZURE = """
0.055 0.41-0.62 车辆暂扣凭证
0.092 0.41-0.61 海交扣〔2023〕338号
0.112 0.13-0.22 被处罚人
0.118 0.31-0.39 鲍大勇
0.263 0.12-0.22 扣押理由
0.250 0.31-0.87 2023年11月14日10:01在海门湾区国道G238线K386+452处，你的
0.268 0.31-0.88 粤D09778小型普通客车涉嫌未取得道路运输经营许可，擅自从事
0.288 0.31-0.45 道路客运经营。
0.319 0.12-0.22 扣押依据
0.316 0.32-0.88 《中华人民共和国道路运输条例》第六十二条、《中华人民共和
0.333 0.31-0.56 国行政强制法》第二十二条
0.355 0.12-0.21 扣押期限
0.359 0.31-0.71 三十日(2023年11月14日至2023年12月13日)
0.408 0.12-0.21 存放地点
0.413 0.30-0.70 海门湾区道路救援停车场(不收取保管费用)
0.453 0.12-0.21 权利告知
0.459 0.30-0.88 十日内向海门湾区人民政府申请行政复议，或者在六个月内向海
0.440 0.30-0.88 你有权陈述、申辩；不服本决定的，可以自收到本决定之日起六
0.479 0.30-0.59 门湾区人民法院提起行政诉讼。
0.498 0.11-0.21 执法人员
0.504 0.30-0.56 鲍敏、鲍彪
0.574 0.61-0.87 海门湾区交通运输局 (印章)
0.598 0.65-0.88 二〇二三年十一月十四日
"""


def _text(page: Page) -> str:
    return Sheet([page], [(0, None)]).text


def test_the_time_to_ask_for_reconsideration_is_not_torn_by_its_label() -> None:
    (redress,) = values(read(scanned(SEIZURE)), "redress")
    assert redress == Redress(60, "海门湾区人民政府", 6)


@pytest.mark.parametrize(
    "whole",
    [
        "扣押理由2023年11月14日10:01在",
        "你的粤D09778小型普通客车",
        "《中华人民共和国行政强制法》",
        "权利告知你有权陈述",
        "存放地点海门湾区道路救援停车场",
    ],
)
def test_labels_stand_before_the_text_of_their_cells(whole: str) -> None:
    assert whole in _text(scanned(SEIZURE))


TAIL_ABOVE = """
0.100 0.12-0.22 违法事实
0.101 0.31-0.88 当事人于当日驾驶重型半挂牵引车在国道上运送碎石，经检测车货
0.120 0.31-0.88 总质量超过限定标准，其行为涉嫌违反公路法第五十条的有关规定
0.145 0.12-0.22 处理意见
0.146 0.31-0.88 建议立案调查，指派两名执法人员办理，并在规定的期限内提出处
0.164 0.31-0.50 理建议。
"""
OWN_LABELS = """
0.100 0.12-0.22 当事人
0.101 0.31-0.88 青桐县中驰物流有限公司青桐县工业园区分公司第二货运营业部门
0.120 0.12-0.22 地址
0.121 0.31-0.88 青桐县河东街道滨江路一百五十七号物流园区综合楼三单元二层东
0.142 0.12-0.22 电话
0.143 0.31-0.50 13872192188
"""


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        (TAIL_ABOVE, "车货总质量超过限定标准,其行为涉嫌违反公路法第五十条的有关规定处理意见建议"),
        (OWN_LABELS, "营业部门地址青桐县"),
        (OWN_LABELS, "二层东电话13872192188"),
    ],
)
def test_what_belongs_to_the_label_above_stays_before_the_next(page: str, whole: str) -> None:
    assert whole in _text(scanned(page))


def test_lines_that_end_a_sentence_stay_where_they_are() -> None:
    page = scanned(
        """
        0.100 0.12-0.22 承办意见
        0.101 0.31-0.60 事实清楚，证据确凿。
        0.118 0.31-0.60 建议处罚。
        0.134 0.12-0.22 审批意见
        0.136 0.31-0.60 同意。
        """
    )
    assert _text(page) == "承办意见事实清楚,证据确凿。建议处罚。审批意见同意。"


RECEIPT = """
0.059 0.40-0.60 文书送达回证
0.097 0.11-0.47 案号：青交运执案字〔2023〕第380号
0.177 0.12-0.21 送达文书
0.177 0.25-0.30 文号
0.178 0.40-0.58 送达方式收件日期
0.168 0.64-0.75 收件人签名
0.189 0.64-0.72 或盖章
0.176 0.77-0.85 送达人
0.252 0.12-0.17 知书
0.234 0.12-0.23 行政处罚告
0.242 0.25-0.38 2023〕第380
0.262 0.25-0.28 号
0.225 0.25-0.38 青交运告字〔
0.244 0.40-0.49 直接送达
0.234 0.49-0.64 2024年01月09
0.253 0.49-0.58 日10:20
0.225 0.64-0.75 薛锐（该公
0.244 0.64-0.75 司工作人员）
0.233 0.78-0.85 黎云峰、
0.253 0.78-0.85 顾慧敏
"""


def test_a_date_that_a_narrow_cell_broke_is_the_day_of_the_receipt() -> None:
    served = values(read(scanned(RECEIPT)), "served")
    assert served == [Served("DT26", "青交运告字〔2023〕380号", date(2024, 1, 9), "直接送达")]


TWO_PAIRS = """
0.068 0.42-0.55 送达回证
0.124 0.13-0.18 文书
0.109 0.23-0.47 行政处罚事先告知书 湖交告
0.130 0.24-0.35 〔2024〕63号
0.118 0.51-0.60 受送达人
0.111 0.62-0.86 长兴永固基础工程有限公司
0.148 0.63-0.88 湖州市长兴县雉城街道明珠路
0.171 0.13-0.18 时间
0.168 0.23-0.36 2024年11月6日
0.164 0.51-0.60 地点方式
0.168 0.62-0.78 201号，直接送达
0.207 0.13-0.20 收件人
0.204 0.23-0.30 佘永固
0.200 0.52-0.59 送达人
0.196 0.63-0.77 姚永泉、费晓琳
"""


@pytest.mark.parametrize(
    "whole",
    [
        "文书行政处罚事先告知书湖交告〔2024〕63号受送达人长兴永固基础工程有限公司",
        "时间2024年11月6日地点方式湖州市长兴县雉城街道明珠路201号,直接送达",
        "收件人佘永固送达人姚永泉、费晓琳",
    ],
)
def test_two_pairs_of_label_and_cell_in_a_row_are_read_one_after_the_other(whole: str) -> None:
    assert whole in _text(scanned(TWO_PAIRS))


def test_the_number_of_a_paper_in_a_narrow_cell_is_whole() -> None:
    served = values(read(scanned(TWO_PAIRS)), "served")
    assert served == [Served("DT26", "湖交告〔2024〕63号", date(2024, 11, 6), "直接送达")]
