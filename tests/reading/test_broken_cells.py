"""Numbers, names and times that a narrow cell breaks or that stand in an unusual shape."""

from datetime import date

import pytest

from reviewer.model import Box, Line, Officer, Page, PageRef, Served, Session, TextSource
from reviewer.reading.names import is_person, may_be_person
from tests.reading.building import docx, plain, read, types, values


def page(*lines: tuple[float, float, str]) -> Page:
    """Return a page of lines at (left, top), each character 0.0226 wide."""
    made = tuple(
        Line(text, Box(left, top, min(0.9, left + _width(text)), top + 0.0132))
        for left, top, text in lines
    )
    return Page(PageRef("case.pdf", 1), 595, 842, made, TextSource.TEXT_LAYER)


def _width(text: str) -> float:
    return sum(0.0107 if char.isascii() else 0.0226 for char in text)


@pytest.mark.parametrize(
    "number", ["苏J-21049", "粤C-5160", "川E0504049", "ZF-0123", "32072210049", "(粤)C5160123"]
)
def test_a_certificate_is_read_whole_whatever_it_looks_like(number: str) -> None:
    reading = read(
        docx(
            "现场笔录",
            "检查时间：2024年5月21日10时05分至2024年5月21日10时33分",
            f"检查人员1：宋霞　执法证件号：{number}",
            "检查人员2：孔桂英　执法证件号：5123456789",
        )
    )

    assert Officer("宋霞", number) in values(reading, "officer")


def test_a_telephone_number_is_no_certificate() -> None:
    reading = read(
        docx(
            "询问笔录",
            [
                ["调查人员", "夏立新、尹佳琪"],
                ["被调查人", "孟文博，男，身份证号510504199810166410，电话13513628985，住某路18号"],
            ],
            "我们是执法人员夏立新、尹佳琪，执法证号分别是川E0504049、川E0504123，请你确认。",
        )
    )

    assert set(values(reading, "officer")) == {
        Officer("夏立新", "川E0504049"),
        Officer("尹佳琪", "川E0504123"),
    }


@pytest.mark.parametrize("word", ["时间", "原状", "执法人员", "路段", "联系电话", "性别"])
def test_what_forms_print_is_no_name(word: str) -> None:
    assert not is_person(word)
    assert not may_be_person(word)


RECORD = (
    (0.43, 0.081, "现场笔录"),
    (0.61, 0.112, "案号：川锦交案〔2024〕488 号"),
    (0.11, 0.133, "执法地点 锦川县城关镇中心路与建设路交叉"),
    (0.22, 0.152, "口"),
    (0.56, 0.133, "执法时间 2024 年 8 月 20 日 7 时"),
    (0.65, 0.152, "50 分至 8 时 25 分"),
    (0.11, 0.173, "执法人员 何丽"),
    (0.33, 0.173, "执法证号 230401120"),
    (0.43, 0.193, "049"),
    (0.56, 0.173, "记录人"),
    (0.67, 0.173, "龙磊"),
    (0.22, 0.213, "龙磊"),
    (0.33, 0.213, "执法证号 230401120086"),
    (0.11, 0.574, "执法人员"),
    (0.11, 0.593, "签名"),
    (0.22, 0.574, "何丽　龙磊　时间：2024 年 8 月 20 日 8 时 25 分"),
)


def test_a_number_that_its_cell_breaks_is_read_whole() -> None:
    reading = read(page(*RECORD))

    assert set(values(reading, "officer")) == {
        Officer("何丽", "230401120049"),
        Officer("龙磊", "230401120086"),
    }


def test_a_time_and_a_place_go_on_in_the_next_line_of_their_cells() -> None:
    session = values(read(page(*RECORD)), "session")[0]

    assert isinstance(session, Session)
    assert f"{session.start} {session.end}" == "2024-08-20 07:50:00 2024-08-20 08:25:00"
    assert session.place == "锦川县城关镇中心路与建设路交叉口"


def test_the_end_of_the_cell_above_belongs_to_that_cell() -> None:
    reading = read(
        page(
            (0.43, 0.1, "整改复查记录表"),
            (0.11, 0.249, "复查时间"),
            (0.5, 0.249, "2022 年 11 月 17 日 9 时 40 分"),
            (0.11, 0.288, "复查情况"),
            (0.5, 0.288, "经现场核查，堆放物已全部清除，公路恢"),
            (0.5, 0.307, "复原状"),
            (0.11, 0.327, "复查人员"),
            (0.5, 0.327, "夏立新（执法证号川 E0504049）；尹佳琪"),
            (0.5, 0.345, "（执法证号川 E0504123）"),
        )
    )

    assert set(values(reading, "officer")) == {
        Officer("夏立新", "川E0504049"),
        Officer("尹佳琪", "川E0504123"),
    }


def test_a_receipt_whose_cells_break_is_known_by_what_stands_in_them() -> None:
    reading = read(
        page(
            (0.43, 0.08, "送达回执"),
            (0.61, 0.11, "案号：川锦交案〔2023〕443 号"),
            (0.11, 0.153, "送达文书"),
            (0.31, 0.153, "《涉嫌违法行为通"),
            (0.31, 0.173, "知书》"),
            (0.5, 0.153, "文书编号"),
            (0.69, 0.153, "川锦交涉通"),
            (0.69, 0.173, "〔2023〕443 号"),
            (0.11, 0.233, "签收人"),
            (0.31, 0.233, "秦娟"),
            (0.5, 0.233, "签收日期"),
            (0.69, 0.233, "2023 年 10 月 9 日"),
        )
    )

    assert values(reading, "served") == [
        Served("DT26", "川锦交涉通〔2023〕443号", date(2023, 10, 9), "")
    ]


def test_a_date_of_a_narrow_column_stays_in_its_column() -> None:
    heads = ((0.11, "送达文书名称"), (0.42, "送达日期"), (0.58, "送达方式"), (0.73, "送达人"))
    reading = read(
        page(
            (0.43, 0.1, "送达回证"),
            *((left, 0.212, text) for left, text in heads),
            (0.11, 0.269, "违法行为通知书"),
            (0.42, 0.269, "2024 年 9 月 27"),
            (0.42, 0.288, "日"),
            (0.58, 0.269, "直接送达"),
            (0.73, 0.269, "姚强、姜德才"),
        )
    )

    assert [one.date for one in values(reading, "served") if isinstance(one, Served)] == [
        date(2024, 9, 27)
    ]


@pytest.mark.parametrize(
    "title",
    [
        "涉嫌违法行为通知书",
        "行政处罚事前告知书",
        "拟处罚意见告知书",
        "处罚内容预先告知书",
        "违法事实告知书",
    ],
)
def test_a_notice_is_known_by_the_grammar_of_its_title(title: str) -> None:
    body = "本机关拟对你单位作出罚款伍仟元的处罚，你单位有权陈述和申辩。"

    assert types(read(plain(f"{title}\n当事人：某某公司\n{body}"))) == ["DT26"]


def test_a_party_is_named_behind_a_label_with_a_note_and_a_word() -> None:
    reading = read(
        docx(
            "行政处罚事先告知书",
            "当事人（单位）名称：鑫源建筑工程有限公司　统一社会信用代码：91320981MAFMQK2Y85",
            "拟对你单位给予罚款人民币贰仟元整的行政处罚。",
        )
    )

    assert values(reading, "party") == ["鑫源建筑工程有限公司"]


NOTICE = (
    "本机关拟对你单位作出罚款5000元的行政处罚。"
    "你单位可自收到本通知书之日起五日内向本机关进行陈述和申辩。"
)


def test_a_page_that_speaks_as_a_notice_is_told_whatever_its_title() -> None:
    reading = read(docx("责令改正通知书", "现责令你单位改正。", "关于拟罚事宜的函", NOTICE))

    assert "DT26" in values(reading, "nearly_told")


def test_a_report_that_tells_of_the_notice_does_not_speak_as_one() -> None:
    reading = read(docx("案件调查报告", "拟作出罚款5000元的处罚，应告知当事人陈述和申辩的权利。"))

    assert "DT26" not in values(reading, "nearly_told")


def test_a_number_of_unknown_shape_at_the_name_is_told() -> None:
    reading = read(
        docx("现场笔录", "检查人员：宋霞　证件：甲7.12", "检查时间：2024年5月21日10时05分")
    )

    assert "执法证号" in values(reading, "nearly_told")


def test_a_telephone_number_at_the_name_is_no_unread_certificate() -> None:
    reading = read(
        docx("现场笔录", "检查人员：宋霞　电话：13513628985", "检查时间：2024年5月21日10时05分")
    )

    assert "执法证号" not in values(reading, "nearly_told")


def test_a_code_in_the_line_of_its_label_goes_on_below_itself() -> None:
    reading = read(
        page(
            (0.43, 0.1, "行政处罚决定书"),
            (0.11, 0.2, "当事人 鑫源货运经营部"),
            (0.11, 0.24, "身份证件号 4413221986120467"),
            (0.24, 0.265, "92"),
            (0.44, 0.24, "经营者"),
            (0.55, 0.24, "冯敏"),
        )
    )

    assert values(reading, "party_id") == ["441322198612046792"]


def test_a_code_that_may_go_on_somewhere_is_not_read_for_certain() -> None:
    reading = read(
        page(
            (0.43, 0.1, "行政处罚决定书"),
            (0.11, 0.24, "身份证件号：4413221986120467"),
            (0.75, 0.265, "92"),
        )
    )

    assert [one.is_read for one in reading.of_key("party_id")] == [False]
