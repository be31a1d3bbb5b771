"""Legal reviews and discussions whose sections are headed in the text."""

import datetime

import pytest

from reviewer.model import Officer
from tests.reading.building import docx, drawn, plain, read, types, values

OPINION = "经审核，执法主体合法，事实清楚，程序合法，文书完备，同意处罚建议。"


@pytest.mark.parametrize(
    "numbers", [("一、", "二、"), ("（一）", "（二）"), ("1.", "2."), ("", "")]
)
@pytest.mark.parametrize("title", ["法制审核意见书", "法制审核表", "案件审核意见书"])
def test_a_section_of_the_review_opens_no_document(title: str, numbers: tuple[str, str]) -> None:
    found = read(
        docx(
            "江油市交通运输局",
            title,
            "案号：江交立〔2024〕125号",
            f"{numbers[0]}审核意见",
            OPINION,
            f"{numbers[1]}审核人意见",
            "审核通过。（霍海燕，二〇二四年七月五日）",
            "江油市交通运输局",
            "送达回证",
            "受送达人：倪新民",
        )
    )

    assert types(found) == ["DT24", "DT37"]
    assert values(found, "legal_review_date") == [datetime.date(2024, 7, 5)]
    assert values(found, "legal_reviewer") == ["霍海燕"]


def test_numbered_titles_open_documents_where_all_titles_bear_numbers() -> None:
    found = read(
        docx(
            "1.立案审批表",
            "案由：未取得许可",
            "受案时间：2024年4月2日",
            "2.现场笔录",
            "时间：2024年4月2日9时10分至9时50分",
            "执法人员：周超、丁一",
        )
    )

    assert types(found) == ["DT05", "DT06"]


@pytest.mark.parametrize(
    "label",
    ["列席（汇报）人", "汇报（列席）人员", "列席人员（汇报人）", "列席、汇报人", "汇报人兼承办人"],
)
def test_who_sits_in_and_reports_is_no_member(label: str) -> None:
    page = plain(
        "重大案件集体讨论记录\n案由：未取得许可，时间：2024年7月9日15时00分至15时50分，"
        f"主持人：植晓峰，参加人：景天佑、毕启明，{label}：薄长河、凌景涛，记录人：耿佳宁。\n"
        "薄长河汇报案情。景天佑：同意。毕启明：同意。植晓峰：同意。"
    )

    assert sorted(map(str, values(read(page), "discussion_member"))) == sorted(
        ["植晓峰", "景天佑", "毕启明"]
    )


@pytest.mark.parametrize(
    "label", ["执法人员及证号", "检查人员、证号", "执法人员/证件号码", "执法人员姓名及证号"]
)
def test_a_label_that_asks_for_name_and_number(label: str) -> None:
    rows = [["时间", "2024-11-12 09:40至10:25"], [label, "周超/豫交M00887，丁一/豫交M00737"]]
    found = read(docx("现场检查笔录", [*rows, ["记录人", "丁一"]], "执法人员周超、丁一出示证件。"))

    assert set(values(found, "officer")) == {
        Officer("周超", "豫交M00887"),
        Officer("丁一", "豫交M00737"),
    }


def test_the_reviewers_name_stands_right_before_the_date() -> None:
    page = drawn(
        f"^法制审核意见书\n案由：未取得许可\n审核意见：{OPINION}\n（霍海燕，2024年7月5日）"
    )

    assert values(read(page), "legal_reviewer") == ["霍海燕"]


@pytest.mark.parametrize("name", ["乌兰花", "苏和", "娜仁", "阿古拉", "霍海燕"])
def test_names_written_by_their_sound_sign_a_review(name: str) -> None:
    page = drawn(
        "^法制审核意见书\n审核通过（主体、事实、证据、依据、裁量、程序、文书、移送）。"
        f"{name} 2024.10.30\n蒙泰市交通运输局|||||4"
    )

    assert values(read(page), "legal_reviewer") == [name]
    assert values(read(page), "legal_review_date") == [datetime.date(2024, 10, 30)]


def test_a_closing_phrase_signs_nothing() -> None:
    page = drawn("^法制审核意见书\n当事人：马建国\n事实清楚，同意处罚建议。特此审核 2024.10.30")

    assert values(read(page), "legal_reviewer") == []
