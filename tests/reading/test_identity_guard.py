"""Copies of the party's papers on pages whose title does not tell so keep M-DT55 from a problem."""

import pytest

from reviewer.checking import load_calendar, load_laws, load_rules, run_rules
from reviewer.model import Finding, Library, Page, Verdict
from tests.reading.building import drawn, plain, read

FILING = """
^立案登记表
案件来源|检查发现
当事人|张三
性别|男
身份证号|640102198501011234
住址|银川市兴庆区
负责人意见|同意立案。王刚 2024年3月2日
"""
RECORD = """
^现场笔录
时间：2024年3月1日9时10分至9时40分
当事人：张三 公民身份号码：640102198501011234 车牌：宁A12345
执法人员出示执法证件后检查，当事人出示身份证、行驶证和道路运输证，证件与原件一致。
当事人签名：张三 2024年3月1日
"""
DECISION = """
^行政处罚决定书
> 宁交执罚〔2024〕12号
当事人：宁夏某某运输有限公司 统一社会信用代码：91640100MA76EXTT0P 法定代表人：张三
经查，你单位于2024年3月1日擅自超限运输，决定给予罚款人民币叁仟元整的行政处罚。证据：营业执照复印件、行驶证复印件。
如不服本决定，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。
> 2024年4月12日
"""
PHOTOS = """
^现场照片
照片一 车辆装载情况
拍摄时间：2024年3月1日 拍摄人：马超
照片二 车辆正面
拍摄人：丁一"""


def identity(*pages: Page) -> Finding:
    rule = next(one for one in load_rules() if one.code == "M-DT55")
    reading = read(drawn(FILING, 1), drawn(RECORD, 2), drawn(DECISION, 3), *pages)
    run = run_rules(reading, (rule,), load_calendar(), load_laws(), Library())
    return run.findings[0]


def test_a_file_without_any_copy_lacks_it() -> None:
    assert identity(drawn(PHOTOS, 4)).verdict is Verdict.PROBLEM


COPIES = {
    "a card among photos": PHOTOS + "\n姓名 张三\n性别 男 民族 回\n公民身份号码 640102198501011234",
    "a licence under another title": "^证明\n统一社会信用代码 91640100MA76EXTT0P\n名称 某某公司\n"
    "类型 有限责任公司\n注册资本 壹佰万元\n经营范围 道路货物运输\n登记机关",
    "a vehicle licence among photos": PHOTOS
    + "\n号牌号码 宁A12345\n车辆识别代号 LZZ5\n使用性质 货运\n注册日期 2020-01-01",
    "a copy that was compared": "^证据材料粘贴单\n张三驾驶证\n"
    "本复印件与原件核对无误\n提供人：张三 2024年3月1日",
    "a permit": "^照片说明\n道路运输证\n业户名称 某某公司\n"
    "经营许可证号 640100001\n发证日期 2020年1月1日 核发机关",
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES.keys())
def test_a_page_that_says_what_only_such_papers_say_may_be_the_copy(text: str) -> None:
    assert identity(drawn(text, 4)).verdict in (Verdict.CANNOT_TELL, Verdict.OK)


def test_a_card_of_which_words_are_left_belongs_to_it() -> None:
    page = plain("某某省某某市\n公民身份号码 6401\n签发机关 公安局", 4)

    assert identity(page).verdict in (Verdict.CANNOT_TELL, Verdict.OK)
