"""Papers of a line or two below the page of another document: receipts, checks, slips, closings."""

from datetime import date

import pytest

from reviewer.model import Served
from tests.reading.building import docx, drawn, plain, read, types, values

NOTICE = (
    "行政处罚事先告知书",
    "岭交告〔2024〕7号",
    "鲁大成：你2024年3月1日未经许可从事货运，拟罚款5000元。"
    "你可自收到之日起五个工作日内陈述、申辩。",
    "岭州市交通运输局（章）2024年3月11日",
)
ORDER = (
    "责令改正通知书",
    "岭交责〔2024〕7号",
    "鲁大成：责令你于2024年3月20日前办理许可手续。",
    "岭州市交通运输局（印）2024年3月1日　签收：鲁大成 2024年3月1日",
)
DECISION = (
    "行政处罚决定书",
    "岭交罚〔2024〕7号",
    "鲁大成：依据《中华人民共和国道路运输条例》第六十三条，罚款人民币叁仟元整（3000元）。",
    "如不服本决定，可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。",
    "岭州市交通运输局（章）2024年4月2日",
)
REPORT = (
    "案件调查报告",
    "鲁大成未经许可从事货运。证据：现场笔录、询问笔录、照片。建议罚款3000元。",
)


@pytest.mark.parametrize(
    "receipt",
    [
        "送达回证：行政处罚事先告知书（岭交告〔2024〕7号），受送达人鲁大成，"
        "2024年3月12日直接送达，鲁大成签收。送达人马超、丁一",
        "送达回证　行政处罚事先告知书 岭交告〔2024〕7号 鲁大成 直接送达 岭州市王庄 "
        "鲁大成签收 2024年3月12日 送达人马超64010033、丁一64010045",
        "【送达回执】文书：行政处罚事先告知书 岭交告〔2024〕7号　方式：☑直接　签收："
        "鲁大成 2024年3月12日9时　送达人：马超、丁一",
        "（回证）行政处罚事先告知书，岭交告〔2024〕7号，直接送达，收件人：鲁大成 "
        "2024.3.12，送达人：马超 丁一",
    ],
)
def test_a_receipt_in_the_run_below_its_document_is_a_receipt(receipt: str) -> None:
    reading = read(docx(*NOTICE, receipt))
    assert types(reading) == ["DT26", "DT37"]
    [served] = values(reading, "served")
    assert served == Served("DT26", "岭交告〔2024〕7号", date(2024, 3, 12), "直接送达")


def test_a_receipt_form_without_its_title_is_a_receipt() -> None:
    form = [
        ["送达文书", "行政处罚决定书 岭交罚〔2024〕7号"],
        ["受送达人", "鲁大成"],
        ["签收", "鲁大成 2024年4月3日"],
        ["送达方式", "直接送达"],
        ["送达人", "马超、丁一"],
    ]
    reading = read(docx(*DECISION, form))
    assert types(reading) == ["DT35", "DT37"]
    assert [one.date for one in values(reading, "served") if isinstance(one, Served)] == [
        date(2024, 4, 3)
    ]


def test_a_receipt_named_in_the_first_cell_of_its_form_is_a_receipt() -> None:
    form = [
        ["送达回证", "行政处罚决定书 岭交罚〔2024〕7号"],
        ["受送达人", "鲁大成 王庄 直接送达"],
        ["签收", "鲁大成 2024年4月3日"],
        ["送达人", "马超64010033 丁一64010045"],
    ]
    assert types(read(docx(*DECISION, form))) == ["DT35", "DT37"]


def test_a_letter_was_served_when_it_was_received() -> None:
    receipt = (
        "送达回证 行政处罚决定书 岭交罚〔2024〕7号 ☑邮寄 交寄2024年4月3日 "
        "回执注明收件2024年4月8日 送达人马超、丁一"
    )
    [served] = values(read(docx(*DECISION, receipt)), "served")
    assert served == Served("DT35", "岭交罚〔2024〕7号", date(2024, 4, 8), "邮寄送达")


@pytest.mark.parametrize(
    "check",
    [
        "复查：2024年3月21日马超、丁一到场核实，许可手续已办。鲁大成",
        "（复查记录）2024年3月21日9时，马超、丁一查看，手续已补办。鲁大成签名",
        "复查记录　2024.3.21 马超、丁一核查，现场恢复，已改正。",
        "整改复查情况：2024年3月21日，马超、丁一现场查看，均已整改到位。",
    ],
)
def test_a_check_below_the_order_to_correct_is_one(check: str) -> None:
    reading = read(docx(*ORDER, check))
    assert types(reading) == ["DT19", "DT20"]
    assert list(values(reading, "recheck_date")) == [date(2024, 3, 21)]


@pytest.mark.parametrize(
    "told",
    [
        "复查情况：2024年3月21日复查，已改正。",
        "送达回证：行政处罚决定书2024年4月3日直接送达，鲁大成签收。",
        "照片：2024年3月1日10时马超拍摄。",
    ],
)
def test_a_report_that_tells_of_a_paper_is_not_that_paper(told: str) -> None:
    assert types(read(docx(*REPORT, told, "马超　丁一　2024年3月25日"))) == ["DT23"]


@pytest.mark.parametrize(
    "named",
    [
        "送达回证附后。",
        "复查：见复查记录。",
        "罚没票据：附后",
        "营业执照：一份",
        "卷内目录：立案表；送达回证；复查记录；罚没票据；结案报告；2024年6月3日整理",
    ],
)
def test_a_line_that_only_names_a_paper_is_not_that_paper(named: str) -> None:
    found = types(read(docx(*ORDER, named)))
    assert not {"DT37", "DT20", "DT41", "DT55", "DT52"} & set(found)


def test_a_closing_report_that_tells_the_payment_holds_no_payment_slip() -> None:
    closing = (
        "结案报告",
        "执行情况：罚款已缴，复查合格。",
        "罚没票据：No.340620 2024年4月12日 3000.00元",
        "复查：2024年3月21日已改正。",
        "同意结案。贺建国 2024年4月20日",
    )
    assert types(read(docx(*closing))) == ["DT52"]


@pytest.mark.parametrize(
    "slip",
    [
        "湖东省非税收入票据 No.340620230771 2024年4月12日 缴款人：鲁大成 罚没款 "
        "3000.00元（叁仟元整）",
        "岭州市罚没收据　岭财0719-55102　2024年4月12日　鲁大成　人民币叁仟元整（3000.00）",
        "湖东省非税收入电子票据 6109250331 2024年4月12日 鲁大成 3000.00元 叁仟元整",
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_a_payment_slip_of_one_line_is_one(slip: str, alone: bool) -> None:
    page = docx(slip) if alone else docx(*DECISION, slip)
    reading = read(page)
    assert types(reading)[-1:] == ["DT41"]
    assert list(values(reading, "paid_date")) == [date(2024, 4, 12)]


def test_slips_above_the_closing_report_keep_their_own() -> None:
    reading = read(
        plain(
            "岭州市罚没收据 No.5510 2024年4月12日 鲁大成 3000.00元\n"
            "公示：信用中国 岭交罚〔2024〕7号 2024年4月8日\n"
            "结案报告\n"
            "罚款3000元已缴清。马超 丁一 2024年4月19日 同意结案 贺建国 2024年4月20日\n"
            "备考表：立卷丁一 检查马超 2024年5月6日"
        )
    )
    assert types(reading) == ["DT41", "DT53", "DT52", "DT03"]
    assert list(values(reading, "closing_date")) == [date(2024, 4, 20)]


@pytest.mark.parametrize(
    "copy",
    [
        "居民身份证复印件：鲁大成410202198005020011，与原件一致。鲁大成 2024年3月5日",
        "营业执照：岭州泰和运输有限公司 91410202MA00000000；身份证410202198005020011。"
        "与原件一致。鲁大成 2024年3月5日",
        "身份证（鲁大成410202198005020011）、行驶证（豫A12345）复印件，与原件核对无误 "
        "鲁大成 2024年3月5日",
    ],
)
def test_a_copy_of_one_line_proves_who_the_party_is(copy: str) -> None:
    photo = "照片两张：2024年3月1日10时，国道310线，丁一摄，马超在场。"
    record = ("询问笔录", "问：为何没有许可？答：没办。", "以上属实。鲁大成 2024年3月5日")
    assert types(read(docx(*record, photo, copy))) == ["DT07", "DT60", "DT55"]


def test_the_record_keeps_what_stands_above_the_papers() -> None:
    text = """
^责令改正通知书
岭交责〔2024〕7号
鲁大成：责令你于2024年3月20日前办理许可手续。
岭州市交通运输局（印）2024年3月1日 收：鲁大成
复查：2024年3月21日马超、丁一现场核查，已办理。鲁大成
"""
    reading = read(drawn(text))
    assert types(reading) == ["DT19", "DT20"]
    assert list(values(reading, "correction_deadline")) == [date(2024, 3, 20)]


def test_a_statement_of_waiver_below_the_receipt_is_one() -> None:
    waiver = ("声 明", "本人自愿放弃陈述、申辩和要求听证的权利。鲁大成 2024年3月12日")
    receipt = "送达回证：行政处罚事先告知书 岭交告〔2024〕7号 直接送达 鲁大成签收2024年3月12日"
    assert types(read(docx(*NOTICE, receipt, *waiver))) == ["DT26", "DT37", "DT27"]


def test_the_sections_of_a_notice_are_no_papers() -> None:
    notice = (*NOTICE[:3], "陈述申辩", "你可于2024年3月20日前提出，也可放弃。", NOTICE[3])
    assert types(read(plain("\n".join(notice)))) == ["DT26"]
