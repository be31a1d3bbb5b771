"""Titles and wordings of further bureaus: each once went unread."""

from datetime import date, datetime

import pytest

from reviewer.model import Served, Waiver
from reviewer.reading.kinds import load_kinds
from reviewer.reading.titles import Titles
from reviewer.reckoning.docnumbers import find_numbers
from tests.reading.building import docx, drawn, plain, read, types, values

TITLES = Titles(load_kinds())


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("电子案卷封面", "DT01"),
        ("送达地址及电子送达确认书", "DT38"),
        ("法律文书送达地址确认书", "DT38"),
        ("放弃声明", "DT27"),
        ("行政处罚双公示信息", "DT53"),
        ("双公示信息表", "DT53"),
    ],
)
def test_titles(title: str, code: str) -> None:
    match = TITLES.match(title)

    assert match is not None
    assert match.code == code


@pytest.mark.parametrize(
    ("text", "given_up"),
    [
        ("通知书收到。我不陈述、不申辩，请尽快处理。", True),
        ("通知书收到。我要陈述，车不是我的。", False),
        ("通知书写明逾期不陈述、申辩的后果，我要陈述，车不是我的。", False),
    ],
)
def test_a_waiver_in_plain_words(text: str, given_up: bool) -> None:
    reading = read(plain(f"陈述申辩书\n{text}\n唐永平（捺印） 2024 年 9 月 13 日"))

    found = values(reading, "waiver_date")
    assert found == ([Waiver(date(2024, 9, 13), hearing=False)] if given_up else [])


def test_a_number_with_its_word_behind_the_year() -> None:
    (found,) = find_numbers("行政处罚决定书 塔交罚〔2024〕字第415号")

    assert found.value == "塔交罚〔2024〕字415号"


MEASURE = """行政强制措施决定书
粤海交强措〔2024〕280号
当事人邱志强，男。
{said}，存放于前山停车场。
粤海市交通运输局
2024年1月15日"""


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        (
            "2024年1月15日17时30分，因邱志强载客收费，为制止违法行为，依据《中华人民共和国行政强制法》"
            "第二十二条，本局决定对粤CR8694车辆予以扣押，期限自2024年1月15日至2024年2月14日",
            datetime.fromisoformat("2024-01-15T17:30"),
        ),
        (
            "2024-01-15 18:15:00 因你（单位）载客收费，对车辆粤CR8694采取扣押措施，"
            "期限 2024-01-15 至 2024-02-14",
            datetime.fromisoformat("2024-01-15T18:15"),
        ),
        (
            "2024年1月10日17时30分，因邱志强载客收费，本局决定对粤CR8694车辆予以扣押，"
            "期限自2024年1月15日至2024年2月14日",
            datetime.fromisoformat("2024-01-15T00:00"),
        ),
    ],
    ids=["minutes", "seconds", "the day of the offence"],
)
def test_a_measure_is_taken_when_the_decision_says_so(said: str, taken: datetime) -> None:
    reading = read(plain(MEASURE.format(said=said)))

    assert values(reading, "seizure_at") == [taken]
    assert "term" in values(reading, "measure_element")
    assert values(reading, "seizure_until") == [date(2024, 2, 14)]


def test_the_form_of_approval_tells_when_the_measure_was_taken() -> None:
    form = [
        ["实施（拟实施）时间", "2024-08-12 18:15:00", "情况是否紧急", "是，当场实施后补办"],
        ["负责人审批", "同意。罗江红　2024-08-13 14:15:00"],
    ]

    reading = read(docx("行政强制措施审批表", form))

    assert values(reading, "seizure_at") == [datetime.fromisoformat("2024-08-12T18:15")]


def test_an_offence_that_ended_before_it_was_found() -> None:
    reading = read(
        plain(
            "行政处罚决定书\n黑松交罚字〔2024〕第373号\n长期使用车辆对外承揽货物运输，"
            "该行为已于2022 年 7 月 12 日停止。\n黑松县交通运输局\n2024 年 11 月 15 日"
        )
    )

    assert values(reading, "offence_end_date") == [date(2022, 7, 12)]


def test_a_decision_revoked_is_taken_off_the_page() -> None:
    reading = read(
        plain(
            "撤回行政处罚信息公示记录\n行政处罚决定已被依法撤销，撤销决定于二〇二四年八月一日生效。"
            "本局于二〇二四年八月十五日撤回该处罚信息。\n塔玛县交通运输局\n二〇二四年八月十五日"
        )
    )

    assert types(reading) == ["DT53"]
    assert values(reading, "revoked_on") == [date(2024, 8, 1)]
    assert values(reading, "public_withdrawn_on") == [date(2024, 8, 15)]


def test_two_receipts_of_one_form_are_two() -> None:
    form = "非税收入一般缴款书（收据）\n填制日期：2024年12月{n}日\n缴款人：平安公司\n￥{n}00.00"

    reading = read(*(drawn(form.format(n=page), page=page) for page in (1, 2)))

    assert types(reading) == ["DT41", "DT41"]


@pytest.mark.parametrize(
    ("printed", "how"),
    [
        ("直接 □留置 □委托 □邮寄 □公告", "直接送达"),
        ("□直接 □留置 □委托 □邮寄 ☑公告", "公告送达"),
        ("直接□ 留置□ 邮寄□ 公告☑", "公告送达"),
    ],
)
def test_how_a_paper_was_served(printed: str, how: str) -> None:
    reading = read(
        docx(
            "送达回证",
            [
                ["送达文书名称", "《违法行为通知书》", "文号", "苏泗交违通〔2024〕00115号"],
                ["送达方式", printed],
                ["收件人签名", "唐永平 2024年11月18日"],
            ],
        )
    )

    (served,) = values(reading, "served")
    assert isinstance(served, Served)
    assert served.method == how


def test_a_note_on_boxes_where_none_is_printed_leaves_no_doubt() -> None:
    reading = read(
        drawn(
            "^违法行为通知书\n苏泗交违通〔2024〕00115号\n平安公司：\n"
            "如有异议，可在收到本通知书之日起五日内向本机关提出陈述申辩意见，\n"
            "逾期视为放弃陈述和申辩权利。\n（注：在序号前□内打“√”的为当事人享有的权利。）\n"
            "> 泗临县交通运输局\n> 2024年11月15日"
        )
    )

    (fact,) = reading.of_key("pleading_right_told")
    assert fact.is_read
