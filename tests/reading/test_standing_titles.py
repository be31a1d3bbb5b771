"""Titles of several papers, lists that open a file, and titles inside another paper."""

import pytest

from reviewer.model import Officer
from reviewer.reading.kinds import load_kinds
from reviewer.reading.titles import Titles
from tests.reading.building import docx, plain, read, types, values

SAME = {
    "汽车衡检测单及检定证书": "DT13",
    "称重检测单、计量检定证书": "DT13",
    "现场照片及视频截图": "DT60",
    "路口抓拍图像": "DT60",
    "卫星定位轨迹截图": "DT60",
    "船舶国籍证书、港口作业附证、身份证复印件": "DT55",
    "当事人证照复制件（营业执照、水路运输经营许可证、船舶营业运输证）": "DT55",
}


@pytest.mark.parametrize(("title", "code"), SAME.items())
def test_a_title_of_papers_of_one_type_tells_it(title: str, code: str) -> None:
    match = Titles(load_kinds()).match(title.replace("（", "(").replace("）", ")"))
    assert match
    assert match.code == code


def test_papers_of_two_types_in_one_title_tell_none() -> None:
    assert Titles(load_kinds()).match("立案审批表及询问笔录") is None


def test_what_follows_a_numbered_list_opens_a_document() -> None:
    listed = [f"{at} {name}" for at, name in enumerate(("立案登记表", "询问笔录", "备考表"), 1)]
    body = docx("卷内目录", *listed, "电子技术监控记录审核表", "监控点位：国道310线K12+300")
    assert types(read(body)) == ["DT02", "DT58"]


def test_a_title_alone_in_a_line_may_be_the_missing_document() -> None:
    pages = "询问笔录\n问：何时？\n答：昨日。\n责令改正通知书\n鲁大成：限期改正。\n此令。\n"
    assert "DT19" in values(read(plain(pages)), "nearly_told")


def test_titles_in_a_list_are_no_documents() -> None:
    pages = "询问笔录\n附：\n责令改正通知书\n结案报告\n违法行为通知书\n以上材料均已出示。\n"
    assert values(read(plain(pages)), "nearly_told") == []


def test_a_number_behind_half_a_name_is_that_of_the_whole() -> None:
    record = docx(
        "现场笔录",
        [["执法人员", "佳怡（HZ33010093）"], ["当事人", "鲁大成"]],
        "执法人员签名：章晓峰 楼佳怡",
    )
    found = values(read(record), "officer")
    certs = {one.name: one.cert for one in found if isinstance(one, Officer)}
    assert certs.get("楼佳怡") == "HZ33010093"
    assert "佳怡" not in certs


def test_a_number_of_several_letters_is_whole() -> None:
    text = "检查人：庄森林（QZ-JT-0152）、曾丽红（QZ-JT-0176）"
    found = values(read(docx("现场检查笔录", text)), "officer")
    assert [one.cert for one in found if isinstance(one, Officer)] == ["QZ-JT-0152", "QZ-JT-0176"]


def test_the_title_of_a_form_is_no_other_missing_document() -> None:
    form = docx(
        "案件处理审批表", "拟处理意见：罚款3000元", "【承办人意见】建议作出决定。", "同意。"
    )
    assert types(read(form)) == ["DT59"]
    assert values(read(form), "nearly_told") == []
