import pytest

from reviewer.errors import BadData
from reviewer.model import DocumentType
from reviewer.reading import load_types
from reviewer.reading.kinds import kinds_of, load_kinds
from reviewer.reading.titles import Titles, is_unknown_title
from reviewer.reckoning.textnorm import squeezed
from tests.reading.building import docx, plain, read

TITLES = Titles(load_kinds())


def test_every_type_of_the_list_is_there() -> None:
    assert [one.code for one in load_types()] == [f"DT{n:02}" for n in range(1, 64)]


@pytest.mark.parametrize("kind", load_kinds(), ids=lambda kind: kind.code)
def test_a_standard_name_is_the_title_of_its_type(kind) -> None:  # type: ignore[no-untyped-def]
    assert all(
        match is None or match.code == kind.code
        for match in (TITLES.match(name) for name in kind.names)
    )


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("行政处罚决定书", "DT35"),
        ("银川市交通运输局行政处罚决定书", "DT35"),
        ("交 通 行 政 处 罚 决 定 书", "DT35"),
        ("行政处罚决定书（副本）", "DT35"),
        ("行政处罚决定书　宁交执罚〔2024〕12号", "DT35"),
        ("当场行政处罚决定书", "DT34"),
        ("“双公示”截图", "DT53"),
        ("行政处罚“双公示”截图", "DT53"),
        ("行政处罚（当场）决定书", "DT34"),
        ("不予行政处罚决定书", "DT36"),
        ("行政处罚决定审批表", "DT59"),
        ("违法行为通知书", "DT26"),
        ("行政处罚事先告知书", "DT26"),
        ("行政处罚听证告知书", "DT26"),
        ("行政处罚听证通知书", "DT30"),
        ("责令改正违法行为通知书", "DT19"),
        ("责令（限期）改正通知书", "DT19"),
        ("责令改正复查记录", "DT20"),
        ("立案审批表", "DT05"),
        ("交通行政处罚案件立案审批表", "DT05"),
        ("现场检查笔录", "DT06"),
        ("调查（询问）笔录", "DT07"),
        ("询问笔录（第2次）", "DT07"),
        ("听证笔录", "DT32"),
        ("关于某公司擅自从事道路货物运输经营案的调查报告", "DT23"),
        ("张三超限运输一案调查终结报告", "DT23"),
        ("案件处理意见书", "DT23"),
        ("重大行政执法决定法制审核意见书", "DT24"),
        ("重大案件集体讨论记录", "DT25"),
        ("放弃听证权利声明书", "DT27"),
        ("陈述（申辩）笔录", "DT27"),
        ("听证申请书", "DT29"),
        ("送达回执", "DT37"),
        ("行政处罚决定书送达回证", "DT37"),
        ("宁夏回族自治区政府非税收入一般缴款书（收据）", "DT41"),
        ("行政处罚案件结案报告", "DT52"),
        ("延长办理案件期限审批表", "DT57"),
        ("中华人民共和国道路运输证", "DT55"),
        ("交通运输行政执法案卷", "DT01"),
        ("卷内文件目录", "DT02"),
        ("身份证件及营业证照复印件", "DT55"),
        ("证件复印件（身份证、营业执照）", "DT55"),
        ("行政处罚公示信息", "DT53"),
        ("送达回正", "DT37"),
        ("行政处罚决走书", "DT35"),
    ],
)
def test_titles_of_many_regions_are_known(title: str, code: str) -> None:
    match = TITLES.match(squeezed(title))

    assert match is not None
    assert match.code == code


@pytest.mark.parametrize(
    "text",
    [
        "本机关于2024年3月1日向你送达了《违法行为通知书》",
        "送达行政处罚决定书",
        "行政处罚决定书文号：宁交执罚〔2024〕12号",
        "如不服本行政处罚决定书，可以申请行政复议。",
        "1份，证明违法行为的现场笔录；",
        "处罚",
        "情况说明",
    ],
)
def test_a_title_inside_something_else_is_no_title(text: str) -> None:
    assert TITLES.match(squeezed(text)) is None


def test_a_title_that_is_not_on_the_list_is_still_seen_as_one() -> None:
    assert is_unknown_title("情况说明")
    assert not is_unknown_title("以上笔录我看过,属实。")


def test_types_of_a_bureau_stand_beside_the_shipped_ones() -> None:
    own = DocumentType("DT35", "处罚决定通告", (), ("处罚决定通告",), (), "正")

    assert Titles(kinds_of((own,))).match("处罚决定通告") is not None


def test_a_broken_expression_is_refused_by_name(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "types.yaml"
    file.write_text('- {code: DT35, name: 处罚决定书, volume: 正, titles: ["("]}', "utf-8")

    with pytest.raises(BadData, match="DT35"):
        load_kinds(tmp_path)


@pytest.mark.parametrize("make", ["docx", "plain"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("案件名称：擅自挖掘公路\n拟处理意见：罚款3000元\n【承办人意见】建议作出决定。", "DT59"),
        ("调查经过：2024年3月1日立案调查。\n证据：现场笔录。\n处理建议：罚款3000元", "DT23"),
    ],
)
def test_a_form_for_handling_a_case_is_what_it_tells(make: str, text: str, code: str) -> None:
    page = (
        docx("案件处理审批表", *text.split("\n"))
        if make == "docx"
        else plain(f"案件处理审批表\n{text}")
    )
    assert [one.type for one in read(page).documents] == [code]
