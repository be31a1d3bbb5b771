"""Officers and their certificates, as records of several regions print them."""

import pytest

from reviewer.model import Officer, Page
from tests.reading.building import docx, drawn, plain, read, values
from tests.reading.scanned import scanned

ZHOU, DING = Officer("周超", "宁C0300118"), Officer("丁一", "宁C0300127")
LETTERED = [Officer("周超", "沙交执字第0118号"), Officer("丁一", "沙交执字第0127号")]
HEAD = "^现场笔录\n检查时间：2024年3月12日10时20分至11时05分\n"

SITUATIONS: dict[str, tuple[Page, list[Officer]]] = {
    "four digits behind the place": (
        drawn(HEAD + "执法人员:周超 渝涪5529；丁一渝涪1975\n当事人：马建国"),
        [Officer("周超", "渝涪5529"), Officer("丁一", "渝涪1975")],
    ),
    "blanks between and inside the names": (
        drawn(HEAD + "勘验（检查）人员：周　超　丁　一\n执法证号：宁C0300118　宁C0300127"),
        [ZHOU, DING],
    ),
    "each name before its number": (
        drawn(HEAD + "执法人员：周超 宁C0300118  丁一 宁C0300127\n当事人：马建国"),
        [ZHOU, DING],
    ),
    "a number broken over lines": (
        plain(
            "现场笔录\n检查人员：周超（执法证号：沙交执字第0118号），丁一（执法证号：沙交执字第\n0127号）\n"
            "检查时间：2024年3月12日10时20分"
        ),
        LETTERED,
    ),
    "counted labels": (
        plain(
            "现场笔录\n检查人员一：周超　执法证号：沙交执字第0118号\n"
            "检查人员二：丁一　执法证号：沙交执字第0127号\n当事人：马建国"
        ),
        LETTERED,
    ),
    "names and numbers stacked in two cells": (
        docx(
            "现场笔录",
            [["执法人员姓名", "周超\n丁一", "执法证件号", "宁C0300118\n宁C0300127"]],
        ),
        [ZHOU, DING],
    ),
    "stacked cells on a drawn form": (
        drawn(HEAD + "执法人员|周超|执法证号|宁C0300118\n|丁一||宁C0300127\n当事人|马建国"),
        [ZHOU, DING],
    ),
    "name and number in one cell": (
        docx(
            "询问笔录", [["询问人及执法证号", "周超 宁C0300118\n丁一 宁C0300127", "记录人", "丁一"]]
        ),
        [ZHOU, DING],
    ),
    "a row for each officer": (
        drawn(HEAD + "执法人员|周超|执法证号|宁C0300118\n|丁一|执法证号|宁C0300127\n记录人|方圆"),
        [ZHOU, DING],
    ),
    "a year in the next line": (
        plain(
            "现场笔录\n执法人员：周超，执法证号宁C0300118；丁一，执法证号宁C0300127\n2024年3月12日"
        ),
        [ZHOU, DING],
    ),
    "a recorder where no number is printed": (
        plain("询问笔录\n询问人：周超\n记录人：丁一\n被询问人：马建国"),
        [Officer("周超"), Officer("丁一")],
    ),
    "names that a scan ran together": (
        plain("现场笔录\n执法人员签名：周超丁一"),
        [Officer("周超"), Officer("丁一")],
    ),
    "a name of four characters": (
        plain("现场笔录\n执法人员签名：欧阳建国"),
        [Officer("欧阳建国")],
    ),
    "numbers with a letter": (
        plain(
            "现场检查笔录\n检查人员：周超（执法证粤交执字A0123）、丁一（执法证粤交执字A0207）\n记录：丁一"
        ),
        [Officer("周超", "粤交执字A0123"), Officer("丁一", "粤交执字A0207")],
    ),
    "numbers without 字": (
        plain(
            "整改复查记录\n复查人：阿依古丽·买买提（新交执第65-00218号）、马占海（新交执第\n65-00245号）"
        ),
        [Officer("阿依古丽·买买提", "新交执第65-00218号"), Officer("马占海", "新交执第65-00245号")],
    ),
    "a name that a scan ran into its number": (
        plain(
            "现场笔录\n检查人：马占海（新交执第65-00245号）\n记录人：杨柳新交执第65-00333号\n当事人：马建国"
        ),
        [Officer("马占海", "新交执第65-00245号"), Officer("杨柳", "新交执第65-00333号")],
    ),
    "a name that a cell broke": (
        scanned("""
            0.060 0.42-0.58 询问笔录
            0.269 0.55-0.63 询问人
            0.249 0.67-0.74 周占山
            0.268 0.68-0.87 (1164330358)、苏小
            0.291 0.67-0.82 刚（1164350358）
            0.324 0.16-0.23 记录人
            0.323 0.27-0.34 苏小刚
        """),
        [Officer("周占山", "1164330358"), Officer("苏小刚", "1164350358")],
    ),
    "a sentence says whose number it is": (
        scanned("""
            0.060 0.42-0.58 案件调查报告
            0.192 0.67-0.74 高天佑
            0.213 0.67-0.81 （执法证号：
            0.234 0.67-0.88 YZ20820045）、沈天佑
            0.245 0.16-0.25 调查人员
            0.255 0.67-0.81 （执法证号：
            0.276 0.67-0.80 YZ20330045）
            0.418 0.28-0.88 由高天佑（执法证号：YZ20820045）、沈天佑（执法证号：YZ20330045）承办。
        """),
        [Officer("沈天佑", "YZ20330045"), Officer("高天佑", "YZ20820045")],
    ),
    "a long name between separators": (
        plain("当场行政处罚决定书\n执法人员 刘洋（CM5114-0231）、曲比阿牛（CM5114-0307）"),
        [Officer("刘洋", "CM5114-0231"), Officer("曲比阿牛", "CM5114-0307")],
    ),
    "two family names and one number": (
        plain("现场笔录\n执法人员：陈方安生（CM5114-0231）\n当事人：马建国"),
        [Officer("陈方安生", "CM5114-0231")],
    ),
    "a name that ends like a province": (
        drawn(HEAD + "询问人|泽仁多吉 CM5114-0112|记录人|周倩 CM5114-0415"),
        [Officer("泽仁多吉", "CM5114-0112"), Officer("周倩", "CM5114-0415")],
    ),
    "the same without blanks": (
        plain("现场笔录\n执法人员：泽仁多吉CM5114-0112、周倩CM5114-0415"),
        [Officer("泽仁多吉", "CM5114-0112"), Officer("周倩", "CM5114-0415")],
    ),
    "a rare family name before a bare number": (
        plain("现场笔录\n执法人员：张铁军 08-1123、那顺 08-1150"),
        [Officer("张铁军", "08-1123"), Officer("那顺", "08-1150")],
    ),
}


@pytest.mark.parametrize(("page", "expected"), SITUATIONS.values(), ids=SITUATIONS)
def test_officers_have_their_own_numbers(page: Page, expected: list[Officer]) -> None:
    found = values(read(page), "officer")

    assert sorted(map(str, found)) == sorted(map(str, expected))


def test_who_only_writes_the_record_is_no_officer() -> None:
    reading = read(plain("现场笔录\n执法人员：周超　执法证号：宁C0300118\n记录人：方圆"))

    assert values(reading, "officer") == [ZHOU]
    assert values(reading, "recorder") == ["方圆"]


def test_the_id_of_who_is_questioned_is_no_certificate() -> None:
    page = plain("询问笔录\n询问人：周超、丁一\n被询问人：马建国　证件号：640101198001011234")

    assert values(read(page), "officer") == [Officer("周超"), Officer("丁一")]


def test_what_forms_print_before_a_name_is_no_part_of_it() -> None:
    reading = read(drawn("^立案登记表\n承办人员：由卢天佑、蔡怀远承办\n受案时间：2024年3月1日", 1))

    names = {one.name for one in values(reading, "officer") if isinstance(one, Officer)}
    assert names <= {"卢天佑", "蔡怀远"}


@pytest.mark.parametrize("word", ["约谈人", "车辆案", "经营许可", "污染公路"])
def test_words_of_the_case_are_no_names(word: str) -> None:
    text = f"^教育约谈记录\n约谈人员：{word}（执法证号：64990003）、周超（执法证号：64990007）"

    facts = read(drawn(text, 1)).of_key("officer")
    assert word not in {fact.value.name for fact in facts if isinstance(fact.value, Officer)}


def test_the_folio_of_the_next_page_ends_no_number() -> None:
    pages = [
        drawn(
            "^当场行政处罚决定书\n执法人员：李建国，执法证号：SF-88116；苏金柱，执法证号：SF-16116"
        ),
        drawn("2\n当事人签收：傅永平", page=2),
    ]

    assert values(read(*pages), "officer") == [
        Officer("李建国", "SF-88116"),
        Officer("苏金柱", "SF-16116"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "被本机关执法人员查获，车上载有乘客5人",
        "被执法人员查扣、车厢内装有货物",
        "被我局执法人员查获，车顶安装可拆卸顶灯",
    ],
)
def test_what_officers_did_is_no_name(told: str) -> None:
    page = plain(f"现场笔录\n执法人员周超（宁C0300118）、丁一（宁C0300127）到达现场。该车{told}。")
    assert values(read(page), "officer") == [ZHOU, DING]


def test_who_signs_has_the_number_of_the_table_above() -> None:
    page = drawn(
        "^现场检查笔录\n检查时间：2024年3月12日10时20分至11时05分\n记录员：丁一\n"
        "姓名|执法证编号|备注\n周超|宁C0300118|主办\n丁一|宁C0300127|协办\n"
        "现场情况：该车未取得道路运输证。\n执法人员签字：周超  丁一  2024年3月12日"
    )
    assert sorted(values(read(page), "officer"), key=str) == sorted([ZHOU, DING], key=str)


@pytest.mark.parametrize(
    "certs", ["冀港0499、冀港0696", "冀\n港0499、冀港0696", "冀港0499、\n冀港0696"]
)
def test_who_asks_has_the_numbers_in_the_order_of_the_names(certs: str) -> None:
    page = plain(
        "询问笔录\n询问人：杨炳坤、蒋少华\n记录人：蒋少华\n被询问人：周庆余\n"
        f"问：我们是港航局执法人员杨炳坤、蒋少华（执法证号：{certs}），现向你出示执法证件。"
    )
    both = [Officer("杨炳坤", "冀港0499"), Officer("蒋少华", "冀港0696")]
    assert sorted(values(read(page), "officer"), key=str) == sorted(both, key=str)


def test_the_rights_told_before_the_officers_are_nobody() -> None:
    page = plain(
        "扣押决定书\n如不服，可以申请行政复议或者提起行政诉讼。你有权陈述和申辩。\n"
        "执法人员：周超、丁一，执法证号分别为宁C0300118、宁C0300127"
    )
    assert sorted(values(read(page), "officer"), key=str) == sorted([ZHOU, DING], key=str)
