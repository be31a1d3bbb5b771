"""Papers of one paragraph: addressee, opinion, name, body and day in one run."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.reading.building import docx, drawn, plain, read, values


def _stated(*blocks: str) -> list[object]:
    return list(values(read(docx("行政处罚决定书", *blocks)), "stated"))


@pytest.mark.parametrize(
    "party",
    [
        "当事人：岭州泰和运输有限公司，91410202MA00000000，法定代表人孟德，岭州市城关区朝阳路19号",
        "被处罚人：鲁大成，男，1980年5月2日出生，410202198005020011，清河县王庄镇李屯村4组",
        "当事人：沙湾驾驶员培训有限公司，负责人马会；平川市高新区创业大道88号3幢",
    ],
)
def test_an_address_in_the_run_of_the_party_is_stated(party: str) -> None:
    assert "当事人地址" in _stated(party, "2024年3月1日，你单位在国道310线超限运输。")


@pytest.mark.parametrize(
    "party",
    [
        "当事人：岭州市城关区泰和运输有限公司，91410202MA00000000，法定代表人孟德",
        "被处罚人：鲁大成，男，410202198005020011",
    ],
)
def test_without_an_address_none_is_stated(party: str) -> None:
    told = "2024年3月1日，你在岭州市城关区朝阳路19号门前揽客。岭州市交通运输局"
    assert "当事人地址" not in _stated(party, told)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("鲁大成：因你驾驶的豫A12345车涉嫌无证经营，决定扣押车辆。", "鲁大成"),
        ("濮阳志远：经查，你驾驶的豫A12345车无车辆营运证，决定扣押车辆。", "濮阳志远"),
        ("岭州泰和运输有限公司：你单位车辆无车辆营运证，决定扣押车辆。", "岭州泰和运输有限公司"),
        ("说明：你有权陈述、申辩。", None),
    ],
)
def test_the_addressee_of_a_paragraph_is_the_party(text: str, party: str | None) -> None:
    reading = read(docx("行政强制措施决定书", "岭交强〔2024〕3号", text))
    found = list(values(reading, "party"))
    assert found == ([party] if party else [])


@pytest.mark.parametrize(
    "end",
    [
        "岭州市交通运输局 2024年3月6日",
        "岭州市交通运输局（印章）2024年3月6日10时20分 当事人签收：鲁大成 2024年3月7日",
        "岭州市公路管理委员会（岭州市公路管理委员会印章）2024年3月6日，签收：鲁大成",
        "岭州市交通运输综合行政执法支队二〇二四年三月六日",
    ],
)
def test_the_day_behind_the_body_is_that_of_the_paper(end: str) -> None:
    text = "鲁大成：因你驾驶的豫A12345车无车辆营运证，决定扣押车辆，期限30日。"
    reading = read(docx("行政强制措施决定书", f"{text}{end}"))
    assert values(reading, "document_date") == [date(2024, 3, 6)]
    assert "date" in values(reading, "measure_element")


_CLOSED, _FILED = "closing_date", "filing_approved_date"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("已缴清，建议结案 张勇 李强 2024年4月1日 同意 王建国 2024年4月3日", _CLOSED),
        ("建议结案。张勇 2024.04.01。批准：同意结案。王建国 2024.04.03", _CLOSED),
        ("拟立案 李强 2024-04-01；准予立案，承办人李强。王建国 2024-04-03", _FILED),
        ("张勇建议立案2024/4/1，同意呈报赵明2024/4/2，同意立案 王建国2024/4/3", _FILED),
    ],
)
def test_the_last_approval_of_a_paragraph_counts(text: str, key: str) -> None:
    title = "结案报告" if key == _CLOSED else "立案审批表"
    assert values(read(docx(title, text)), key) == [date(2024, 4, 3)]


def test_who_only_proposes_has_not_approved() -> None:
    text = "基本情况：超限运输。建议批准立案 张勇 李强 2024年4月1日"
    assert values(read(docx("立案审批表", text)), "filing_approved_date") == []


def test_a_receipt_of_one_line_tells_its_day() -> None:
    text = "岭州泰和运输有限公司 罚款10000元 2024年7月1日 票号120003号"
    assert values(read(plain(f"罚没款收据\n{text}\n")), "paid_date") == [date(2024, 7, 1)]


@pytest.mark.parametrize(
    "name", ["苏城天平机动车驾驶员培训有限公司", "玉峰驾驶培训学校有限公司", "安达驾驶技能服务中心"]
)
def test_a_name_with_driving_in_it_is_whole(name: str) -> None:
    reading = read(plain(f"行政处罚决定书\n当事人：{name}，法定代表人归建华\n"))
    assert values(reading, "party") == [name]


def test_the_body_behind_a_paragraph_issues_the_paper() -> None:
    text = "鲁大成：因你驾驶的车辆无车辆营运证，决定扣押，期限自2024年3月6日起三十日。"
    end = "岭州市交通运输局（印章） 2024年3月6日10时20分 当事人签收：鲁大成 2024年3月6日"
    reading = read(docx("行政强制措施决定书", text, end))
    assert values(reading, "issuing_body") == ["岭州市交通运输局"]
    assert values(reading, "seizure_at") == [datetime.fromisoformat("2024-03-06T10:20")]


def test_an_approval_in_one_cell_tells_its_hour() -> None:
    row = "同意（电话请示并经系统审批）。倪宏 2024年4月16日 22时28分"
    reading = read(docx("行政强制措施审批表", [["事项", "扣押车辆"], ["签批栏", row]]))
    assert values(reading, "seizure_approved_at") == [datetime.fromisoformat("2024-04-16T22:28")]


def test_the_first_who_signs_a_report_ended_the_inquiry() -> None:
    text = "建议罚款3000元。孟海 万芹 2024年4月8日 相建国 同意 2024年4月9日"
    found = values(read(docx("案件调查报告", text)), "investigation_end_date")
    assert found == [date(2024, 4, 8)]


def test_a_sum_before_the_day_of_a_receipt_is_no_part_of_it() -> None:
    text = "缴款人鲁大成 罚没收入 30000.00 2024年4月15日 票号3302001"
    assert values(read(plain(f"政府非税收入票据\n{text}\n")), "paid_date") == [date(2024, 4, 15)]


@pytest.mark.parametrize("deemed", ["视为送达", "期满，视为送达", "即视为送达"])
def test_an_announcement_serves_on_the_day_that_it_names(deemed: str) -> None:
    how = f"公告送达（2024年4月10日发布公告，2024年5月10日{deemed}）"
    pages = docx("送达回证", [["送达文书", "行政处罚决定书"], ["送达方式", how]])
    assert values(read(pages), "decision_served_date") == [date(2024, 5, 10)]


@pytest.mark.parametrize(
    "basis", ["依据该条例第六十三条第二项", "依《公路安全保护条例》第六十四条"]
)
def test_the_basis_in_few_words_is_stated(basis: str) -> None:
    text = f"鲁大成：你超限运输，违反《公路安全保护条例》第三十三条，{basis}，拟罚款3000元。"
    assert "处罚依据" in values(read(docx("违法行为通知书", text)), "stated")


def test_the_words_tell_which_row_the_leader_signed() -> None:
    form = (
        "^立案报告表\n发现经过|2024年8月6日上午巡查发现公路路肩被挖掘\n"
        "办案人意见|建议立案 李强 2024年8月5日\n"
        "部门负责人|同意呈报 卢福 2024年8月6日\n领导批示|同意立案 羊明 2024年8月7日\n"
    )
    assert values(read(drawn(form)), "filing_approved_date") == [date(2024, 8, 7)]


def test_a_sum_with_its_cents_alone_is_the_sum_of_a_receipt() -> None:
    text = "缴款人鲁大成 罚没收入 30,000.00 2024.04.15 票号3302001"
    found = values(read(plain(f"政府非税收入票据\n{text}\n")), "paid_amount")
    assert found == [Decimal(30000)]


@pytest.mark.parametrize(
    ("number", "key"), [("汕交告〔2024〕水003号", "notice_no"), ("第2220240416号", "notice_no")]
)
def test_numbers_of_a_trade_or_a_system_are_numbers(number: str, key: str) -> None:
    text = "鲁大成：你超限运输，拟罚款3000元。"
    assert len(values(read(docx("行政处罚告知书", number, text)), key)) == 1


def test_who_reports_is_no_member_of_the_discussion() -> None:
    text = "主持人：惠良\n参加人：惠良、尚红梅、\n武江。汇报人：孟海\n尚红梅：同意。\n"
    assert "孟海" not in values(read(plain(f"案件集体讨论记录\n{text}")), "discussion_member")


def test_what_the_party_did_on_a_day_dates_the_offence() -> None:
    text = "2024年4月23日，你单位在航道保护范围内倾倒泥土约30立方米。"
    assert values(read(docx("行政处罚决定书", text)), "offence_date") == [date(2024, 4, 23)]
