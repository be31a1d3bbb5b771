"""What is read of the people who act and of the unit's own standards, in several wordings."""

from decimal import Decimal

import pytest

from reviewer.model import Officer, UnitStandard
from tests.reading.building import docx, drawn, read, values


def told(key: str, *blocks: str) -> list[object]:
    """Return the values of `key` read from the paragraphs of a DOCX."""
    return values(read(docx(*blocks)), key)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("执法人员向当事人出示执法证件后进行检查。", True),
        ("我们是沙湖市交通运输局的执法人员，这是我们的执法证件，请你确认。", True),
        ("我们的执法证号为640001、640002，行政执法证请你过目。", True),
        ("稽查人员先行亮明行政执法证并说明来意。", True),
        ("检查人员表明身份，出示有效证件。", True),
        ("（1）☑出示执法证件 □未出示", True),
        ("（1）□出示执法证件；（2）☑拍照", False),
        ("检查人员未出示执法证件。", False),
        ("请出示你的驾驶证、道路运输证。", False),
        ("问：我们是交通局的稽查人员，请看证件。答：看了。", True),
        ("问：我们是交通局的执法人员，证件请看。", True),
        ("执法人员：马强 执法证号：640001", False),
        ("执法人员：马强（640001）、王芳（640002），出示证件并告知陈述、申辩权利。", True),
        ("检查人员出示证件后说明来意。", True),
        ("驾驶员出示证件后放行。", False),
    ],
)
def test_showing_certificates_is_read(said: str, shown: bool) -> None:
    found = told("certs_shown", "现场笔录", "时间：2024年3月4日9时至9时30分", said)

    assert bool(found) is shown


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("问：你是否申请回避？答：不申请。", False),
        ("问：是否申请执法人员回避？答：否", False),
        ("问：你有申请回避的权利，是否清楚？答：清楚。", False),
        ("告知当事人依法享有申请执法人员回避的权利。", False),
        ("问：是否申请回避？答：申请，马强与我有债务纠纷。", True),
        ("问：你是否要求回避？答：我要求马强回避。", True),
        ("当事人当场申请执法人员马强回避。", True),
        ("问：依照规定你能申请我们回避，也能陈述申辩。答：知道了，不申请。", False),
        ("问：你可申请办案人员马强回避，听清了吗？答：听清了。", False),
        ("我们告知你：随时能够要求两名执法人员回避，同时应当如实陈述。", False),
        ("问：你可以申请我们两人中的任何一人回避，明白没有？答：明白。", False),
        ("一问：想申请马强回避的话现在就说。一答：没有。", False),
        ("当事人称马强可能影响公正，申请马强回避。", True),
        ("问：还有补充吗？答：我申请马强回避，他跟我有债务。", True),
    ],
)
def test_a_request_for_recusal_in_a_record_is_read(said: str, asked: bool) -> None:
    assert bool(told("recusal_asked", "询问笔录", said)) is asked


def test_a_decision_on_recusal_is_none_of_the_request() -> None:
    request = ("回避申请书", "沙湖市交通运输局：", "本人申请执法人员马强回避，请予同意。")
    decision = ("回避申请决定书", "经研究，决定驳回你提出的回避申请。")

    assert told("recusal_asked", *request) == [True]
    assert told("recusal_decided", *request) == []
    assert told("recusal_decided", *decision) == [True]


@pytest.mark.parametrize(
    "page",
    [
        docx("听证笔录", "听证主持人：高洁（法规科科长）　记录员：丁一"),
        docx("听证笔录", [["听证主持人", "高洁", "记录员", "丁一"]]),
        drawn("^听证通知书\n定于2024年4月5日举行听证，由高洁同志担任听证主持人。"),
        drawn("^听证笔录\n听证主持人|高洁\n记录员|丁一\n主持人：现在开始听证。"),
    ],
)
def test_the_chair_of_the_hearing_is_read(page) -> None:  # type: ignore[no-untyped-def]
    assert values(read(page), "hearing_chair") == ["高洁"]


@pytest.mark.parametrize(
    "page",
    [
        docx("法制审核意见书", "审核意见：同意。", "审核人：高洁（执法证号：640009）2024年4月8日"),
        docx("案件审核表", [["法制审核意见", "事实清楚，同意。\n签名：高洁\n2024年4月8日"]]),
        drawn("^法制审核意见书\n法制审核意见|事实清楚，证据充分，同意。\n|高洁\n|2024年4月8日"),
        drawn("^重大执法决定法制审核意见书\n审核人员（签名）：高　洁　　2024年4月8日"),
    ],
)
def test_the_legal_reviewer_is_read(page) -> None:  # type: ignore[no-untyped-def]
    assert values(read(page), "legal_reviewer") == ["高洁"]


def test_the_title_of_a_review_opens_no_section() -> None:
    page = drawn(
        "^法制审核意见书\n当事人|丁一\n审核意见|事实清楚，同意处罚。\n|高洁\n|2024年4月8日"
    )

    assert values(read(page), "review_opinion") == ["事实清楚,同意处罚"]


@pytest.mark.parametrize(
    ("opinion", "read_as"),
    [
        ("☑同意 □不同意 □退回补充调查", ["同意"]),
        ("□同意 ☑退回补充调查", ["退回补充调查"]),
        ("口同意 口不同意", []),
    ],
)
def test_options_with_an_empty_box_are_not_said(opinion: str, read_as: list[str]) -> None:
    table = [["审核意见", opinion]]
    found = values(read(docx("法制审核意见书", table)), "review_opinion")

    assert [str(one).strip("☑") for one in found] == read_as


def test_the_members_of_a_discussion_and_their_opinions_are_read() -> None:
    reading = read(
        docx(
            "重大案件集体讨论记录",
            "主持人：白玉（局长）",
            "参加人：白玉、丁一（副局长）、法规科科长高洁",
            "列席人员：马强（汇报人，不参与表决）",
            "马强汇报案情。",
            "丁一：同意承办机构意见。",
            "主持人总结：同意罚款3万元。",
        )
    )

    assert values(reading, "discussion_member") == ["白玉", "丁一", "高洁"]
    assert values(reading, "discussion_speaker") == ["白玉", "丁一"]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("决定给予罚款三千元的行政处罚。", []),
        ("决定对你作出如下处罚：1．责令停产停业整顿七日。2．罚款三千元。", ["责令停产停业"]),
        ("依据第六十三条“情节严重的，由原许可机关吊销经营许可证”的规定，决定处罚款三千元。", []),
        ("决定处罚款三千元；情节严重的，由原许可机关吊销道路运输经营许可证。", []),
        ("决定吊销你单位的《道路运输经营许可证》，没收违法所得2000元。",
         ["吊销许可证件", "没收违法所得"]),
    ],
)  # fmt: skip
def test_penalties_beside_a_fine_are_read_where_they_are_imposed(
    said: str, kinds: list[str]
) -> None:
    assert told("penalty_kind", "行政处罚决定书", "宁交罚〔2024〕12号", said) == kinds


def test_the_rights_that_a_notice_tells_are_no_penalty() -> None:
    found = told(
        "penalty_kind",
        "违法行为通知书",
        "拟对你处罚款三千元。拟作出责令停产停业、吊销许可证件等处罚的，你有权要求听证。",
        "行政机关拟作出下列行政处罚决定，应当告知当事人有要求听证的权利：吊销许可证件。",
    )

    assert "吊销许可证件" not in found


BODY = "沙湖市交通运输局"


@pytest.mark.parametrize(
    "foot",
    [
        ">沙湖市交通运输局（印章）\n>2024年4月10日",
        ">2024年4月10日\n>（沙湖市交通运输局印）",
        ">2024年4月10日\n>沙湖市交通运输局",
        ">处罚机关（盖章）：沙湖市交通运输局\n>2024年4月10日",
        ">沙湖市交通运输局　2024年4月10日",
    ],
)
def test_the_body_stands_around_the_date(foot: str) -> None:
    page = drawn(
        f"^行政处罚决定书\n宁交罚〔2024〕12号\n不服本处罚决定的，可以向沙湖市人民政府申请复议。\n{foot}"
    )

    assert values(read(page), "issuing_body") == [BODY]


def test_a_number_may_begin_with_the_agency() -> None:
    page = docx("现场笔录", "执法人员：马强、王芳（执法证号分别为宁交05-0764、宁交05-0579）")

    assert values(read(page), "officer") == [
        Officer("马强", "宁交05-0764"),
        Officer("王芳", "宁交05-0579"),
    ]


def test_numbers_go_to_the_names_where_they_are_as_many() -> None:
    page = docx(
        "询问笔录", [["执法证号", "640001、640002", "被调查人", "丁一"]], "调查人签字：王芳　马强"
    )

    assert {one.cert for one in values(read(page), "officer") if isinstance(one, Officer)} == {
        "640001",
        "640002",
    }


def test_a_time_that_a_report_tells_is_not_that_of_the_meeting() -> None:
    page = docx(
        "集体讨论记录", "时间：2024年4月3日上午", "承办人：2024年3月4日10时20分，查获当事人。"
    )

    assert [str(one) for one in values(read(page), "discussion_date")] == ["2024-04-03"]


PERSON, UNIT, EVERY = "person", "organisation", ""


def standard(kind: str, party: str, amount: int, inclusive: bool = True) -> UnitStandard:
    """Return a line of a standard."""
    return UnitStandard(kind, party, Decimal(amount), inclusive)


@pytest.mark.parametrize(
    ("blocks", "lines"),
    [
        (
            [
                "沙湖市交通运输局重大执法决定法制审核目录（摘录）",
                "对公民处三千元以上罚款、对法人或者其他组织处二万元以上罚款的行政处罚决定，"
                "应当进行法制审核。",
            ],
            [standard("review", PERSON, 3000), standard("review", UNIT, 20000)],
        ),
        (
            ["重大案件集体讨论标准", "（一）对自然人罚款超过3万元，对组织罚款超过10万元的；"],
            [
                standard("discussion", PERSON, 30000, inclusive=False),
                standard("discussion", UNIT, 100000, inclusive=False),
            ],
        ),
        (
            ["行政处罚听证标准", "较大数额罚款：个人5000元（含）以上，单位5万元（含）以上。"],
            [standard("hearing", PERSON, 5000), standard("hearing", UNIT, 50000)],
        ),
        (
            ["重大案件集体讨论制度",
                "下列案件应当集体讨论：（一）罚款50000元以上的；（二）吊销许可证件的。"],
            [
                standard("discussion", EVERY, 50000),
                UnitStandard("discussion", "", None, True, "吊销许可证件"),
            ],
        ),
        (
            ["法制审核目录", "（一）经过听证程序的；（二）罚款2万元以上的。"],
            [standard("review", EVERY, 20000)],
        ),
    ],
)  # fmt: skip
def test_the_units_standards_are_read(blocks: list[str], lines: list[UnitStandard]) -> None:
    assert told("unit_standard", *blocks) == lines


def test_a_directory_may_be_a_table() -> None:
    page = docx(
        "重大行政执法决定法制审核目录清单",
        [
            ["序号", "事项", "标准"],
            ["1", "罚款", "公民3000元以上，法人或者其他组织20000元以上"],
            ["2", "责令停产停业", "全部"],
        ],
    )

    assert values(read(page), "unit_standard") == [
        standard("review", PERSON, 3000),
        standard("review", UNIT, 20000),
        UnitStandard("review", "", None, True, "责令停产停业"),
    ]
