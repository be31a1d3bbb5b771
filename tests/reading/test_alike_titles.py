"""Short papers below each other on one page, each under a title in the same large type."""

import pytest

from tests.reading.building import drawn, read, types, values

OCR = 96
both = pytest.mark.parametrize("certainty", [None, OCR], ids=["text", "scan"])

COVER = """
^行政处罚卷宗
案由：擅自从事道路货物运输经营
当事人：周立
归档日期：2024年7月1日  保管期限：长期
"""
LIST = """
{mark}卷内文书目录
1.立案审批表
2.现场检查笔录
3.行政处罚决定书
4.结案审批表
"""
END = """
^非税收入缴款书
缴款人：周立 金额：3000元 日期：2024年6月5日

^处罚结果公示截图
政务服务网 公示日期：2024年6月6日

^结案审批表
同意结案。王刚 2024年6月12日

^音像资料清单
执法记录仪视频一段

^卷内备考表
立卷人丁一 2024年7月1日
"""
REDRESS = """
^证件复印件（与原件一致）
周立 身份证、驾驶证 640102198501011234

|银川市交通运输局
^责令改正通知书
周立：责令立即停止经营。周立签收 2024年3月1日

^整改复查记录
经复查已经改正。
"""


@both
def test_papers_of_a_line_each_share_a_page(certainty: int | None) -> None:
    reading = read(drawn(END, 1, certainty=certainty))

    assert types(reading) == ["DT41", "DT53", "DT52", "DT54", "DT03"]
    assert [str(one) for one in values(reading, "closing_date", 2)] == ["2024-06-12"]
    assert [str(one) for one in values(reading, "public_date", 1)] == ["2024-06-06"]
    assert reading.unclassified == ()


@both
def test_orders_stand_below_copies_of_cards(certainty: int | None) -> None:
    page = drawn(REDRESS, 1, columns=(0.1, 0.428), certainty=certainty)

    assert types(read(page)) == ["DT55", "DT19", "DT20"]


@both
def test_a_waiver_stands_below_the_receipt(certainty: int | None) -> None:
    text = """
^送达回证
文书：违法行为通知书 受送达人：周立 签收：周立 2024年4月1日

^放弃陈述、申辩权利声明书
本人自愿放弃陈述、申辩。周立 2024年4月1日
"""
    assert types(read(drawn(text, 1, certainty=certainty))) == ["DT37", "DT27"]


@both
@pytest.mark.parametrize("mark", ["^", "|"], ids=["large", "as the text"])
def test_the_list_of_papers_begins_below_the_cover(mark: str, certainty: int | None) -> None:
    text = COVER + LIST.format(mark=mark)
    page = drawn(text, 1, columns=(0.1, 0.446), certainty=certainty)

    assert types(read(page)) == ["DT01", "DT02"]


def test_the_name_of_the_file_above_its_list_is_no_cover() -> None:
    text = "银川市交通运输局行政执法案卷\n" + LIST.format(mark="^").lstrip()

    assert types(read(drawn(text, 1))) == ["DT02"]


def test_a_line_below_a_large_title_is_enough_where_a_signature_ends_the_paper_above() -> None:
    decision = """
^行政处罚决定书
当事人：周立
经查，你擅自从事道路货物运输经营，决定给予罚款人民币叁仟元整的行政处罚。
"""
    tail = """
如不服本决定，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。
> 银川市交通运输局（印章）
> 2024年4月12日

^送达回证
周立签收 送达人马超、丁一
"""
    reading = read(drawn(decision, 1), drawn(tail, 2))

    assert types(reading) == ["DT35", "DT37"]


NO_SECOND = {
    "the decision as it is published": """
^行政处罚公示截图
信用中国 公示日期：2024年6月6日

^行政处罚决定书
文号：宁交执罚〔2024〕12号
""",
    "copies of cards, each under its name": """
^证件复印件
周立提供，与原件一致

^居民身份证复印件
周立 640102198501011234

^机动车行驶证复印件
车牌号：宁A12345 所有人：周立
""",
    "names below each other": """
^结案审批表
同意结案。王刚 2024年6月12日

^送达回证
^询问笔录
""",
    "in a list of contents": """
^卷内目录
1.立案登记表
2.询问笔录

^行政处罚决定书
3.行政处罚决定书
4.结案报告
""",
}


@both
@pytest.mark.parametrize("text", NO_SECOND.values(), ids=NO_SECOND.keys())
def test_a_large_name_alone_opens_nothing(text: str, certainty: int | None) -> None:
    assert len(read(drawn(text, 1, certainty=certainty)).documents) == 1


TITLES = {
    "非现场执法案卷": "DT01",
    "公路治超非现场行政处罚卷": "DT01",
    "港口行政执法卷": "DT01",
    "安徽省行政执法服务网公示": "DT53",
    "县人民政府网站行政处罚信息公开": "DT53",
    "政务服务网处罚结果公示": "DT53",
}


@pytest.mark.parametrize(("title", "code"), TITLES.items())
def test_covers_and_notices_of_publication_are_told_by_their_titles(title: str, code: str) -> None:
    assert types(read(drawn(f"^{title}\n当事人：周立\n2024年6月6日\n", 1))) == [code]


def test_a_sentence_about_a_site_is_no_notice_of_publication() -> None:
    page = drawn("^称重检测单\n检测点：国道109线\n检测点设置已在市交通运输局网站公示\n", 1)

    assert types(read(page)) == ["DT13"]


PACKED = """
^行政处罚案卷
案号：宁执案〔2024〕8号 案由：擅自从事道路货物运输经营
当事人：周立 结案：2024年6月12日

^{title}
{listed}

^立案登记表
来源：日常检查。受案：2024年3月1日。当事人：周立
同意立案。王刚 2024年3月2日

^现场笔录
2024年3月1日9时至9时20分，国道109线。检查人马超、丁一已出示证件。
周立：属实。2024年3月1日

^询问笔录
2024年3月4日9时至9时30分，询问人马超，记录人丁一。
问：有无许可？答：没有。周立 2024年3月4日

^证照复印件
身份证：周立 640102198501011234 与原件核对一致，提供人周立，2024年3月4日
"""
RUN_IN_LISTS = {
    "numbers": "1 立案登记表；2 现场笔录；3 询问笔录；4 证照材料；5 结案报告；6 备考表",
    "names only": "封面、目录、立案登记表、现场笔录、询问笔录、证照复印件、结案、备考",
    "counted words": "文书一 立案登记表；文书二 现场笔录；文书三 询问笔录\n文书四 证照",
    "rows": "1.立案登记表\n2.现场笔录\n3.询问笔录\n4.证照复印件",
    "a table": "序号|题名||页号\n1|立案登记表||1\n2|现场笔录||1\n3|询问笔录||1",
}


@both
@pytest.mark.parametrize("title", ["卷内目录", "本卷文书目录", "案卷材料目录"])
@pytest.mark.parametrize("listed", RUN_IN_LISTS.values(), ids=RUN_IN_LISTS.keys())
def test_papers_stand_below_the_list_of_papers(
    listed: str, title: str, certainty: int | None
) -> None:
    page = drawn(PACKED.format(title=title, listed=listed), 1, certainty=certainty)

    assert types(read(page)) == ["DT01", "DT02", "DT05", "DT06", "DT07", "DT55"]


@both
def test_notice_and_decision_without_a_penalty_are_two_papers(certainty: int | None) -> None:
    text = """
^不予行政处罚事先告知书
周立：拟对你不予行政处罚，可在五个工作日内陈述、申辩。银川市交通运输局 2024年5月6日

^不予行政处罚决定书
当事人：周立。你违法行为轻微并及时改正，决定不予行政处罚。
银川市交通运输局 2024年5月16日

^车辆称重检测单
车牌号：宁A12345 车货总重：52吨 检测时间：2024年3月1日

^计量器具检定证书
器具：动态汽车衡 检定结论：合格 有效期至：2025年5月20日
"""
    reading = read(drawn(text, 1, certainty=certainty))

    assert types(reading) == ["DT26", "DT36", "DT13", "DT13"]
