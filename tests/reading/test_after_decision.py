"""What is read from papers after the decision, in the wording of several bureaus."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from reviewer.model import Page
from tests.reading.building import docx, drawn, plain, read, values

APRIL = date(2024, 4, 12)

SITUATIONS: dict[str, tuple[Page, str, list[object]]] = {
    # DT39
    "announcement, thirty days": (
        plain("""
送达公告
马建国：
因你下落不明，采用其他方式无法送达，现依法向你公告送达《行政处罚决定书》（沙交罚〔2024〕12号）。
自本公告发布之日起，经过三十日，即视为送达。
沙湖市交通运输局
2024年4月12日
"""),
        "announced_days",
        [30],
    ),
    "announcement to fetch it within sixty days": (
        docx(
            "公 告",
            "沙湖市金路通货运有限公司：本机关作出的违法行为通知书无法直接送达，"
            "限你单位自公告之日起60日内到我局领取，逾期视为送达。",
            "沙湖市交通运输综合行政执法支队",
            "二〇二四年四月十二日",
        ),
        "announced_days",
        [60],
    ),
    "announcement, what": (
        plain("公告送达\n现将《催告书》向你公告送达，自公告之日起满30日视为送达。\n2024年4月12日"),
        "announced_document",
        ["DT43"],
    ),
    "announcement, when": (
        drawn("""
^公告
马建国：
现依法向你公告送达《行政处罚决定书》，自公告之日起30日视为送达。
> 沙湖市交通运输局（印章）
> 2024.4.12
"""),
        "announced_on",
        [APRIL],
    ),
    "announcement, why": (
        plain("送达公告\n因当事人拒收邮件被退回，现公告送达行政处罚决定书。\n2024年4月12日"),
        "announcement_explained",
        [True],
    ),
    # DT38
    "consent in a form": (
        drawn("""
^送达地址确认书
受送达人|马建国
是否同意电子送达|☑同意 □不同意
电子邮箱|ma@example.cn
"""),
        "electronic_consent",
        [True],
    ),
    "refusal in a form": (
        drawn("""
^送达地址确认书
受送达人|马建国
是否同意电子送达|□同意 ☑不同意
"""),
        "electronic_consent",
        [False],
    ),
    "refusal in words": (
        plain("送达地址确认书\n受送达人：马建国\n是否同意电子送达：不同意\n2024年4月12日"),
        "electronic_consent",
        [False],
    ),
    "consent in words": (
        docx(
            "电子送达确认书",
            "本人同意贵机关以短信、电子邮件方式向本人送达执法文书。",
            "马建国 2024年4月12日",
        ),
        "electronic_consent",
        [True],
    ),
    # DT40
    "paid in parts": (
        plain("""
分期（延期）缴纳罚款通知书
马建国：
根据你的申请，现同意你分期缴纳罚款。第一期于2024年5月10日前缴纳1000元，第二期于2024年6月10日前缴纳2000元。
沙湖市交通运输局
2024年4月12日
"""),
        "instalment_until",
        [date(2024, 6, 10)],
    ),
    "paid later": (
        docx(
            "延期缴纳罚款通知书",
            "经研究，同意你单位延期缴纳罚款，延长至二〇二四年六月十日。",
            "2024年4月12日",
        ),
        "instalment_until",
        [date(2024, 6, 10)],
    ),
    # DT42
    "handed over in a form": (
        drawn("""
^当场收缴罚款上缴单
收缴日期|2024年4月10日|上缴日期|2024年4月12日
缴付银行日期|2024年4月15日|金额|100元
"""),
        "surrendered_on",
        [APRIL],
    ),
    "handed over in a sentence": (
        plain("""
当场收缴罚款上缴凭证
执法人员于2024年4月10日当场收缴罚款100元，于2024年4月12日交至本机关财务，于2024年4月15日缴付沙湖银行。
"""),
        "surrendered_on",
        [APRIL],
    ),
    "banked in a sentence": (
        plain("""
当场收缴罚款上缴凭证
执法人员于2024年4月10日当场收缴罚款100元，于2024年4月11日交至本机关财务，于2024年4月12日缴付沙湖银行。
"""),
        "banked_on",
        [APRIL],
    ),
    # DT43, DT44
    "surcharge of a reminder": (
        plain("""
催告书
马建国：
你逾期未缴纳罚款3000元，请于收到本催告书之日起十日内缴纳罚款3000元及加处罚款人民币900元。
沙湖市交通运输局
2024年4月12日
"""),
        "surcharge",
        [Decimal(900)],
    ),
    "urged, as the application tells": (
        plain("""
强制执行申请书
沙湖市人民法院：
本机关于2024年4月12日向被申请人送达了《催告书》，被申请人至今未履行。
沙湖市交通运输局
2024年5月6日
"""),
        "urge_served_date",
        [APRIL],
    ),
    "surcharge as a row of the receipt": (
        docx(
            "非税收入统一票据",
            [
                ["项目名称", "单位", "数量", "金额（元）"],
                ["交通罚没收入", "元", "1", "2,000.00"],
                ["加处罚款", "元", "1", "600.00"],
            ],
            "缴款日期：2024年5月12日",
        ),
        "surcharge",
        [Decimal("600.00")],
    ),
    "surcharge beside the total": (
        docx(
            "非税收入一般缴款书（收据）",
            [
                ["金额（大写）", "贰仟元整", "金额（小写）", "¥2000.00"],
                ["加处罚款", "¥540.00", "合计", "¥2540.00"],
                ["缴款日期", "2024年12月11日", "收款银行", "沙湖银行"],
            ],
        ),
        "surcharge",
        [Decimal("540.00")],
    ),
    "surcharge beside the total, drawn": (
        drawn("""
^ 非税收入一般缴款书
金额|¥2000.00|大写|贰仟元整
加处罚款|540.00|实缴总额|2540.00
缴款日期|2024年12月11日
"""),
        "surcharge",
        [Decimal("540.00")],
    ),
    # DT45, DT46
    "performed at": (
        plain("代履行决定书\n马建国：\n由养护中心拆除，代履行时间：2024.5.30 9:30。\n2024.5.20"),
        "performed_on",
        [date(2024, 5, 30)],
    ),
    "to be performed on": (
        docx(
            "代履行决定书",
            "本机关决定于二〇二四年五月三十日组织实施代履行。",
            "二〇二四年五月二十日",
        ),
        "performed_on",
        [date(2024, 5, 30)],
    ),
    "enforced by night": (
        plain(
            "行政强制执行决定书\n马建国：\n定于2024年5月30日22时30分对围墙强制拆除。\n2024年5月20日"
        ),
        "performed_at",
        [datetime.fromisoformat("2024-05-30T22:30")],
    ),
    # DT50
    "approved in the form": (
        drawn("""
^涉嫌犯罪案件移送审批表
案由|涉嫌使用伪造的道路运输证
承办人意见|拟移送公安机关。周超 2024年4月10日
负责人审批意见|批准移送。李明 2024年4月12日
"""),
        "transfer_approved_on",
        [APRIL],
    ),
    "reported in the form": (
        drawn("""
^涉嫌犯罪案件移送审批表
案由|涉嫌使用伪造的道路运输证
承办人意见|拟移送公安机关。周超 2024年4月12日
负责人审批意见|批准移送。李明 2024年4月15日
"""),
        "transfer_reported_on",
        [APRIL],
    ),
    "sent by a letter": (
        plain(
            "涉嫌犯罪案件移送书\n沙湖市公安局：\n现将该案移送你局处理。\n沙湖市交通运输局\n2024年4月12日"
        ),
        "transfer_sent_on",
        [APRIL],
    ),
    "things handed over": (
        plain(
            "涉案物品移交清单\n收到公安机关立案通知书日期：2024.4.22\n移交日期：2024.4.12\n移交人：周超"
        ),
        "handed_over_on",
        [APRIL],
    ),
    # DT51, DT53, DT62
    "public in a form": (
        drawn("""
^行政处罚信息公示
行政处罚决定书文号|沙交罚〔2024〕12号
处罚决定日期|2024年4月2日
公示日期|2024年4月12日
"""),
        "public_date",
        [APRIL],
    ),
    "public on a page of the net": (
        plain("公示截图\n信用中国（沙北）\n处罚决定日期：2024-04-02\n发布时间 2024-04-12 10:22\n"),
        "public_date",
        [APRIL],
    ),
    "withdrawn": (
        plain(
            "行政处罚公示信息撤回记录\n撤销决定生效日期：2024年4月8日\n撤回公示日期：2024年4月12日"
        ),
        "public_withdrawn_on",
        [APRIL],
    ),
    "withdrawn is not public": (
        plain(
            "行政处罚公示信息撤回记录\n撤销决定生效日期：2024年4月8日\n撤回公示日期：2024年4月12日"
        ),
        "public_date",
        [],
    ),
    "public, as the closing report tells": (
        plain(
            "结案报告\n案由：违法超限运输\n处罚决定信息已于2024年4月12日在信用中国公示。\n"
            "负责人意见：同意结案。李明 2024年4月25日"
        ),
        "public_date",
        [APRIL],
    ),
    "copied": (
        docx(
            "违法超限运输信息抄告函",
            "银川市交通运输局：现将违法信息抄告如下。",
            "沙湖市交通运输局",
            "2024年4月12日",
        ),
        "copied_date",
        [APRIL],
    ),
    "filed": (
        drawn("""
^当场处罚决定备案表
处罚日期|2024年4月10日
备案日期|2024年4月12日
"""),
        "record_filed_date",
        [APRIL],
    ),
}


@pytest.mark.parametrize(("page", "key", "wanted"), SITUATIONS.values(), ids=SITUATIONS)
def test_it_is_read(page: Page, key: str, wanted: list[object]) -> None:
    assert values(read(page), key) == wanted


DECISIONS = {
    "in a sentence": "自收到本决定书之日起十五日内到沙湖银行缴纳罚款。",
    "after service": "罚款限于本决定书送达后15日内缴至沙湖市农村商业银行。",
    "as a term": "缴款期限：收到决定书之日起15日。",
    "beside an order to correct": "责令七日内改正违法行为；罚款自收到本决定书之日起十五日内缴纳。",
    "with boxes": "□1.当场缴纳。☑2.自收到本决定书之日起15日内缴至沙湖银行。",
}


@pytest.mark.parametrize("sentence", DECISIONS.values(), ids=DECISIONS)
def test_days_to_pay(sentence: str) -> None:
    page = plain(
        f"行政处罚决定书\n沙交罚〔2024〕12号\n当事人：马建国\n决定处罚款3000元。\n{sentence}\n"
        "如不服本决定，可以在六十日内向沙湖市交通运输局申请行政复议，也可以在六个月内起诉。\n2024年4月12日"
    )

    assert values(read(page), "pay_days") == [15]


def test_the_time_for_remedies_is_no_time_to_pay() -> None:
    page = plain(
        "行政处罚决定书\n当事人：马建国\n决定处罚款3000元。\n"
        "自收到本决定书之日起六十日内向沙湖市交通运输局申请行政复议，或者六个月内提起行政诉讼。\n2024年4月12日"
    )

    assert values(read(page), "pay_days") == []


FIRST = {
    "应当自收到之日起六十日内先向沙湖市人民政府申请复议；对复议决定不服的，可以提起行政诉讼。": (
        True,
        False,
    ),
    "应当先行申请行政复议，对行政复议决定不服的，可在收到复议决定书之日起十五日内提起行政诉讼。": (
        True,
        False,
    ),
    "可以在六十日内向沙湖市人民政府申请行政复议，也可以在六个月内直接向沙湖市人民法院起诉。": (
        False,
        True,
    ),
    "可以依法申请行政复议或者提起行政诉讼。": (False, True),
}


@pytest.mark.parametrize(("sentence", "told"), FIRST.items())
def test_reconsideration_first(sentence: str, told: tuple[bool, bool]) -> None:
    page = plain(
        f"当场行政处罚决定书\n当事人：马建国\n罚款200元。\n如不服本决定，{sentence}\n2024年4月12日"
    )
    reading = read(page)

    found = (values(reading, "reconsider_first"), values(reading, "direct_suit"))
    assert (bool(found[0]), bool(found[1])) == told
    assert values(reading, "suit_days") == []


def test_fifteen_days_to_sue_are_read() -> None:
    page = plain(
        "行政处罚决定书\n当事人：马建国\n罚款200元。\n可在60日内申请复议，或者在15日内向人民法院起诉。\n2024年4月12日"
    )

    assert values(read(page), "suit_days") == [15]


SPOT = {
    "ticked small": ("当场收缴罚款，理由：■罚款数额在一百元以下 □不当场收缴事后难以执行。", []),
    "ticked hard": ("罚款当场收缴。理由：□罚款一百元以下 ☑不当场收缴事后难以执行。", ["hard"]),
    "nothing ticked": ("罚款已由执法人员当场收缴。理由：□一百元以下 □不当场收缴事后难以执行。", []),
    "remote": ("因位于边远地区，经当事人提出，当场收缴罚款200元。", ["remote"]),
}


@pytest.mark.parametrize(("sentence", "reasons"), SPOT.values(), ids=SPOT)
def test_collected_on_the_spot(sentence: str, reasons: list[str]) -> None:
    page = plain(f"当场行政处罚决定书\n当事人：马建国\n罚款200元。\n{sentence}\n2024年4月12日")
    reading = read(page)

    assert values(reading, "collected_on_spot") == [True]
    assert values(reading, "spot_reason") == reasons


def test_remedies_are_read_where_only_the_sentence_around_them_is_weak() -> None:
    text = "可以在六十日内向沙湖市人民政府申请行政复议，或者在六个月内提起行政诉讼。"
    page = plain(f"行政处罚决定书\n当事人：马建国\n罚款200元。\n{text}\n2024年4月12日")
    at = next(n for n, line in enumerate(page.lines) if line.text == text)
    certainty = bytes(60 if char == "请" else 98 for char in text)
    lines = list(page.lines)
    lines[at] = replace(lines[at], confidence=0.95, certainty=certainty)

    (fact,) = read(replace(page, lines=tuple(lines))).of_key("redress")

    assert fact.confidence < 0.8
    assert fact.is_read
