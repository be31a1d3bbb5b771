"""Values of papers that run on: numbers without labels, terms in brackets, addresses, officers."""

from datetime import date

import pytest

from reviewer.model import Officer, Redress
from tests.reading.building import docx, plain, read, types, values


@pytest.mark.parametrize(
    ("asked", "recorder"),
    [
        ("询问人 马超15020310", "记录人 法春燕15020322"),
        ("询问人：马超（15020310）", "记录人：郦波（15020322）"),
        ("询问人马超（证号15020310）", "记录人阚靖（15020322）"),
    ],
)
def test_a_number_like_the_colleagues_tells_an_officer_of_any_name(
    asked: str, recorder: str
) -> None:
    page = docx("询问笔录", f"{asked}　{recorder}", "问：听清了吗？答：听清了。")
    found = {one.cert for one in values(read(page), "officer") if isinstance(one, Officer)}
    assert found == {"15020310", "15020322"}


def test_officers_that_a_receipt_lists_are_told_by_their_numbers() -> None:
    receipt = [["文书", "行政处罚决定书"], ["送达人", "马超15020310、法春燕15020322"]]
    found = {one.name for one in values(read(docx("送达回证", receipt)), "officer")}  # type: ignore[attr-defined]
    assert found == {"马超", "法春燕"}


@pytest.mark.parametrize(
    "other",
    ["被询问人：包玉柱，身份证410202198005020011。", "被询问人：包玉柱（牧民）"],
)
def test_who_was_asked_in_the_next_line_is_no_officer(other: str) -> None:
    time = "时间：2024年8月9日9时至9时40分"
    text = f"询问笔录\n{time} 询问人：马超（证号\n05210034）。{other}\n问：为何挖路？"
    found = [one.name for one in values(read(plain(text)), "officer") if isinstance(one, Officer)]
    assert set(found) == {"马超"}


@pytest.mark.parametrize(
    "term",
    [
        "15日内（自收到本决定书之日起）到岭州农商行缴款，逾期每日加处3%。",
        "十五日内(从接到本决定书之日起算)将罚款缴至岭州联社。",
        "自收到本决定书之日起15日内缴至岭北信合王庄社。",
    ],
)
def test_the_term_may_stand_before_from_when_it_counts(term: str) -> None:
    reading = read(docx("行政处罚决定书", "岭交罚〔2024〕7号", term))
    assert list(values(reading, "pay_days")) == [15]
    assert "代收机构" in values(reading, "stated")


@pytest.mark.parametrize(
    "party",
    [
        "岭州泰和运输有限公司（91410202MA0K9L2F3T，法定代表人孟德，岭州市沿江大道66号）：",
        "鲁大成（410202198005020011，清河县王庄镇）：",
    ],
)
def test_the_address_may_stand_behind_the_number_of_the_addressee(party: str) -> None:
    told = "经查，你2024年3月1日擅自超限运输。"
    assert "当事人地址" in values(read(docx("行政处罚决定书", party, told)), "stated")


def test_the_days_to_pay_are_not_those_of_the_remedy() -> None:
    rows = [
        ["收缴", "□当场收缴 ☑银行代收，收到决定书起15日内缴纳"],
        ["救济", "60日内向岭州县人民政府申请行政复议，或6个月内向岭州县人民法院提起行政诉讼"],
    ]
    [told] = values(read(docx("行政处罚决定书", rows)), "redress")
    assert isinstance(told, Redress)
    assert told.reconsideration_days == 60


def test_the_number_of_a_notice_of_hearing_is_none_of_the_penalty_notice() -> None:
    notice = ("听证通知书", "岭交听通字〔2024〕3号", "定于2024年4月9日举行听证。")
    assert not values(read(docx(*notice)), "notice_no")


def test_the_certificate_below_a_slip_does_not_date_the_weighing() -> None:
    slip = "车辆超限检测单\n时间 2025年3月10日7时42分\n车货总质量 52500kg\n检测员 马超 丁一"
    scale = "检定证书\n静态汽车衡 证书号AK-0177 检定日期2024年2月26日 有效期至2025年2月25日 合格"
    reading = read(plain(f"{slip}\n{scale}"))
    assert types(reading) == ["DT13", "DT13"]
    assert list(values(reading, "measured_on")) == [date(2025, 3, 10)]


def test_the_day_behind_the_leader_who_signed_for_the_body_is_the_applications() -> None:
    end = "岭州市交通运输局（章）负责人贺建国　2024年11月11日"
    reading = read(docx("行政强制执行申请书", "申请强制执行岭交罚〔2024〕7号。", end))
    assert list(values(reading, "court_application_date")) == [date(2024, 11, 11)]


def test_goods_taken_back_behind_the_day_do_not_hide_it() -> None:
    end = "岭州市交通运输局（章）2024年8月22日 领回 鲁大成 2024年8月22日"
    paper = ("证据登记保存处理决定书", "鲁大成：解除登记保存，予以退还。", end)
    assert list(values(read(docx(*paper)), "evidence_hold_end_date")) == [date(2024, 8, 22)]
