"""What one document tells is mended by what the whole file shows."""

import pytest

from reviewer.model import Officer
from tests.reading.building import docx, read, values

_FILED = docx(
    "立案登记表",
    "案号：锦交案〔2024〕29号",
    [
        ["当事人", "锦川市远航运输有限公司"],
        ["统一社会信用代码", "91510724MA4Y85UNPQ"],
        ["案由", "超限运输"],
        ["执法人员", "舒晓琴（执法证号：苏J-21197）、彭娟（执法证号：苏J-21198）"],
    ],
    file="1.docx",
)
_NOTICE = docx(
    "违法行为通知书",
    "锦交告〔2024〕29号",
    "锦川市远航运输有限公司：",
    "你单位超限运输，拟罚款500元。",
    "锦川市交通运输局",
    "2024年3月12日",
    file="2.docx",
)
_DECISION = docx(
    "行政处罚决定书",
    "锦交罚〔2024〕29号",
    "当事人：锦川市远航运输有限公司",
    "统一社会信用代码：91510724MA4Y85UNPQ",
    "决定罚款500元。",
    file="3.docx",
)


@pytest.mark.parametrize("lead", ["贵机关", "我公司不服", "你局", "我单位对"])
def test_words_before_a_number_are_none_of_it(lead: str) -> None:
    request = docx(
        "听证申请书", f"我公司收到{lead}《违法行为通知书》（锦交告〔2024〕29号）。", file="4.docx"
    )
    own = docx("听证申请书", f"{lead}锦交告〔2024〕29号通知书，现申请听证。", file="4.docx")
    for one in (request, own):
        assert set(values(read(_FILED, _NOTICE, one), "notice_no")) == {"锦交告〔2024〕29号"}


def test_a_label_run_into_a_number_is_none_of_it() -> None:
    shown = docx("行政处罚信息公示", "决定书文号锦交罚〔2024〕29号", file="4.docx")
    slip = docx("缴款书", "M锦交罚〔2024〕29号 罚款500元", file="5.docx")
    reading = read(_FILED, _DECISION, shown, slip)
    assert set(values(reading, "decision_no")) == {"锦交罚〔2024〕29号"}


def test_the_number_of_an_order_is_no_number_of_the_case() -> None:
    order = docx("责令改正通知书", "案号：锦交责改〔2024〕29号", "责令立即改正。", file="4.docx")
    assert set(values(read(_FILED, order), "case_no")) == {"锦交案〔2024〕29号"}


def test_another_number_of_the_case_stays() -> None:
    record = docx("现场笔录", "案号：锦交案〔2024〕92号", "检查情况：超限。", file="4.docx")
    found = set(values(read(_FILED, record), "case_no"))
    assert found == {"锦交案〔2024〕29号", "锦交案〔2024〕92号"}


def test_a_certificate_is_no_plate() -> None:
    receipt = docx(
        "送达回证",
        [
            ["受送达人", "锦川市远航运输有限公司"],
            ["送达文书", "《行政处罚决定书》（锦交罚〔2024〕29号）"],
            ["送达人", "舒晓琴 苏 J-21197 彭娟 苏 J-21198"],
        ],
        file="4.docx",
    )
    assert values(read(_FILED, _DECISION, receipt), "plate") == []


def test_an_officer_whose_name_a_cell_cut_is_named_in_full() -> None:
    receipt = docx(
        "送达回证",
        [["送达文书", "锦交罚〔2024〕29号"], ["送达人", "晓琴、彭娟"]],
        file="4.docx",
    )
    names = {
        one.name for one in values(read(_FILED, receipt), "officer") if isinstance(one, Officer)
    }
    assert names == {"舒晓琴", "彭娟"}


@pytest.mark.parametrize(
    "told",
    [
        "送达人：彭娟苏J-21198、\n晓琴苏J-21197",
        "送达人：彭娟（苏J-21198）、由舒晓琴（苏J-21197）",
        "送达人：彭娟、晓琴",
    ],
)
def test_an_officer_has_one_name(told: str) -> None:
    receipt = docx(
        "送达回证", "送达文书：《违法行为通知书》（锦交告〔2024〕29号）", told, file="4.docx"
    )
    names = {
        one.name for one in values(read(_FILED, receipt), "officer") if isinstance(one, Officer)
    }
    assert names == {"舒晓琴", "彭娟"}


def test_a_name_with_a_character_too_many_is_the_usual_one() -> None:
    told = "执法人员：才让多杰（执法证号：6325007）、祁秀英（执法证号：6325012）"
    records = [docx(name, told, file=f"{name}.docx") for name in ("现场笔录", "询问笔录")]
    again = docx("整改复查记录", told.replace("才让", "日才让"), file="9.docx")
    found = values(read(*records, again), "officer")
    assert {"才让多杰", "祁秀英"} == {one.name for one in found if isinstance(one, Officer)}


def test_two_officers_of_whom_one_has_a_longer_name_stay_two() -> None:
    record = docx(
        "现场笔录", "执法人员：李晓（执法证号：苏J-1）、李晓琴（执法证号：苏J-2）", file="2.docx"
    )
    again = docx("询问笔录", "执法人员：李晓（执法证号：610001）、李晓琴（610002）", file="3.docx")
    found = values(read(record, again), "officer")
    assert {"李晓", "李晓琴"} == {one.name for one in found if isinstance(one, Officer)}


_SIGNED = docx(
    "整改复查记录",
    [["复查结果", "已改正"], ["当事人", "秦芳"], ["身份证号", "510504198911174975"]],
    file="4.docx",
)


def test_who_signs_for_a_company_is_not_the_party() -> None:
    reading = read(_FILED, _DECISION, _SIGNED)
    assert set(values(reading, "party")) == {"锦川市远航运输有限公司"}
    assert set(values(reading, "party_kind")) == {"organisation"}
    assert set(values(reading, "party_id")) == {"91510724MA4Y85UNPQ"}


def test_where_the_party_is_a_person_another_one_stays() -> None:
    decision = docx(
        "行政处罚决定书", "锦交罚〔2024〕29号", "当事人：李芳", "决定罚款500元。", file="3.docx"
    )
    assert set(values(read(decision, _SIGNED), "party")) == {"李芳", "秦芳"}


@pytest.mark.parametrize(
    "printed",
    [
        "锦川市远航运输有限公司（91510724MA4Y85UNPQ）",
        "锦川市远航运输有限公司（驾驶人詹红兵）",
        "锦川市远航运输有限公司（章）",
        "锦川市远航运输有限公司2024年8月12日",
        "锦川市远航运输有限公司 驾驶员符国强",
        "锦川市远航运输有限公司法定代表人柏玉成",
        "锦川市远航运输有限公司（原名锦川市牧野运输有限公司）",
        "锦川市远航运输有限",
    ],
)
def test_what_stands_behind_a_company_is_none_of_its_name(printed: str) -> None:
    report = docx("案件调查报告", [["当事人", printed], ["案由", "超限运输"]], file="5.docx")
    reading = read(_FILED, _DECISION, report)
    assert set(values(reading, "party")) == {"锦川市远航运输有限公司"}


def test_a_branch_is_another_party() -> None:
    report = docx(
        "案件调查报告",
        [["当事人", "锦川市远航运输有限公司驾驶员培训分公司"], ["案由", "超限运输"]],
        file="5.docx",
    )
    assert "锦川市远航运输有限公司驾驶员培训分公司" in values(read(report), "party")


def test_the_day_of_filing_is_not_the_day_of_finding() -> None:
    told = "本案于2024年3月13日批准立案，由舒晓琴（执法证号：苏J-21197）承办。"
    report = docx("案件调查报告", told, file="5.docx")
    assert values(read(report), "found_date") == []


def test_the_day_beside_a_signature_is_not_the_day_of_finding() -> None:
    form = docx(
        "立案登记表", "经办机构意见：建议立案。签名：萧磊2024年3月13日", "执法机关意见：同意。"
    )
    assert values(read(form), "found_date") == []
