"""The blind mode: what is covered on pages and in lists, in which order items come, lifting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from reviewer.campaign.hidden_names import MASK, Hidden, Name, masked, masked_row, names_of, spans
from reviewer.campaign.masks import (
    NEED_NAMES,
    NOTICE,
    Cover,
    covering,
    in_order,
    is_blind,
    lift,
    still_covered,
    waits_for,
)
from reviewer.errors import Refused
from reviewer.model import (
    Box,
    Choice,
    Document,
    Fact,
    Line,
    Mark,
    Marks,
    Officer,
    Page,
    PageRef,
    Place,
    Procedure,
    Reading,
    Session,
    TextSource,
    VetoChoice,
    VetoMark,
)
from reviewer.model.reviews import Round
from reviewer.scoring import load_standards
from tests.campaign.made_reviewers import make_campaign, make_member, make_row, make_unit
from tests.campaign.made_reviews import general

FILE = "f" * 64
REF = PageRef(FILE, 1)
NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)


def make_line(text: str, y: float, x0: float = 0.1, x1: float = 0.9) -> Line:
    return Line(text, Box(x0, y, x1, y + 0.02))


def make_page(*lines: Line, number: int = 1) -> Page:
    return Page(PageRef(FILE, number), 595, 842, lines, TextSource.TEXT_LAYER)


def make_reading(
    facts: Sequence[Fact] = (), pages: int = 1, title: str = "行政处罚决定书"
) -> Reading:
    refs = tuple(PageRef(FILE, number + 1) for number in range(pages))
    document = Document(0, "DT35", title, 1.0, refs)
    return Reading(Procedure.GENERAL, (document,), (), tuple(facts))


def make_fact(key: str, value: str | Officer | Session, box: Box | None = None) -> Fact:
    return Fact(key, value, 0, Place(FILE, 1, str(value), box), 1.0)


def hidden(covers: Sequence[Cover], what: Hidden) -> list[Box | None]:
    return [one.place.box for one in covers if one.hidden is what]


def holds(outer: Box | None, inner: Box) -> bool:
    return (
        outer is not None
        and outer.x0 <= inner.x0
        and outer.y0 <= inner.y0
        and outer.x1 >= inner.x1
        and outer.y1 >= inner.y1
    )


def test_places_of_facts_that_name_somebody_are_covered() -> None:
    box = Box(0.3, 0.4, 0.5, 0.42)
    facts = [
        make_fact("party", "张三", box),
        make_fact("cause", "超限运输", Box(0.1, 0.5, 0.2, 0.6)),
    ]

    found = covering(make_reading(facts), [make_page()], ())

    (cover,) = found.covers
    assert cover.hidden is Hidden.PARTY
    assert holds(cover.place.box, box)
    assert cover.place.quote == ""


def test_a_name_is_covered_wherever_a_line_has_it() -> None:
    reading = make_reading([make_fact("officer", Officer("马强", "30010001"))], title="无题")
    page = make_page(make_line("我们是马 强和王芳，证号30010001", 0.3))

    found = covering(reading, [page], names_of(reading, None))

    boxes = hidden(found.covers, Hidden.OFFICER)
    assert len(boxes) == 2
    # 马 强 stands behind three of about fifteen full characters.
    assert holds(boxes[0], Box(0.27, 0.3, 0.34, 0.32))
    assert boxes[0] is not None
    assert boxes[0].x1 < 0.5


def test_names_in_a_word_file_are_covered_by_block_and_characters() -> None:
    reading = make_reading([make_fact("party", "张三")])
    page = replace(make_page(Line("当事人：张三", None, block=4, start=10)), source=TextSource.DOCX)

    found = covering(reading, [page], names_of(reading, None))

    assert [(one.place.block, one.place.chars) for one in found.covers] == [(4, (14, 16))]


def test_the_head_above_the_title_is_covered_and_the_title_is_not() -> None:
    page = make_page(
        make_line("固原市交通运输综合行政执法支队", 0.08), make_line("行政处罚决定书", 0.14)
    )

    (box,) = hidden(covering(make_reading(), [page], ()).covers, Hidden.HEAD)

    assert box is not None
    assert 0.1 < box.y1 <= 0.14


def test_a_title_at_the_top_has_no_head() -> None:
    page = make_page(
        make_line("12", 0.03), make_line("行政处罚决定书", 0.08), make_line("当事人", 0.2)
    )

    assert not hidden(covering(make_reading(), [page], ()).covers, Hidden.HEAD)


def test_seal_and_signatures_at_the_foot_are_covered() -> None:
    first = make_page(make_line("行政处罚决定书", 0.08), make_line("2026年3月1日", 0.6))
    last = make_page(
        make_line("本机关认为事实清楚", 0.2),
        make_line("执法人员签名：", 0.6, x1=0.3),
        make_line("某某交通运输局", 0.70, 0.6, 0.9),
        make_line("2026年3月9日", 0.75, 0.6, 0.9),
        number=2,
    )

    covers = covering(make_reading(pages=2), [first, last], ()).covers

    (seal,) = [one for one in covers if one.hidden is Hidden.SEAL]
    assert seal.place.page == 2
    assert holds(seal.place.box, Box(0.62, 0.68, 0.88, 0.79))
    (signed,) = hidden(covers, Hidden.SIGNATURE)
    assert holds(signed, Box(0.33, 0.6, 0.5, 0.62))


def test_a_page_that_was_not_read_is_named_as_open() -> None:
    assert covering(make_reading(), [make_page()], ()).open_pages == (REF,)
    assert "不能保证遮全" in NOTICE


def test_lists_and_exports_show_no_name() -> None:
    row = replace(
        make_row(1, 3, party="宁夏某运输有限公司"),
        officers=(("马强", "30010001"),),
        plate="宁D12345",
        note="第 3 大队移交，当事人宁夏某运输有限公司",
    )

    found = masked_row(row)

    assert (found.unit_name, found.case_no, found.party) == (MASK, MASK, MASK)
    assert found.note == f"{MASK}移交，当事人{MASK}"
    assert found.officers == ((MASK, MASK),)
    assert found.case == row.case
    text = " ".join(str(getattr(found, one)) for one in ("unit_name", "party", "note", "plate"))
    assert not any(word in text for word in ("第3大队", "马强", "运输有限公司", "12345"))


def test_overlapping_names_become_one_mask() -> None:
    names = [Name("固原市交通运输局", Hidden.UNIT), Name("交通运输局原州区大队", Hidden.UNIT)]

    assert masked("见固原市交通运输局原州区大队文件", names) == f"见{MASK}文件"
    assert [(one.start, one.end) for one in spans("马强", [Name("马强", Hidden.OFFICER)])] == [
        (0, 2)
    ]


def test_a_single_character_hides_nothing() -> None:
    assert names_of(None, make_row(1, 1, party="张")) == names_of(None, make_row(1, 1))


def test_names_of_units_of_the_campaign_are_hidden() -> None:
    reading = make_reading([make_fact("session", Session(("马强", "王芳"), "", None, None))])

    found = {one.text for one in names_of(reading, None, [make_unit(4)])}

    assert found == {"第4大队", "马强", "王芳"}


def test_items_that_need_names_come_last() -> None:
    standard = general()
    ids = [*(one.id for one in standard.vetoes), *(one.id for one in standard.items)]

    first, last = in_order(ids)

    assert last == ("V01", "V02", "V03", "A1", "A2", "A3", "G2")
    assert sorted([*first, *last]) == sorted(ids)


def test_every_item_that_needs_names_is_one_of_a_standard() -> None:
    known = {one.id for standard in load_standards() for one in standard.items}
    known |= {one.id for standard in load_standards() for one in standard.vetoes}

    assert known >= NEED_NAMES


def test_the_covers_come_off_when_all_else_is_decided() -> None:
    standard = general()
    first, _ = in_order(one.id for one in standard.items)
    vetoes = {one.id: VetoMark(one.id, VetoChoice.EXCLUDED) for one in standard.vetoes}
    marks = Marks({one: Mark(one, Choice.CONFORMS) for one in first}, vetoes)

    assert waits_for(standard, marks) == ()
    assert waits_for(standard, replace(marks, items={})) == first


@pytest.mark.parametrize(
    ("round_", "adjudicated", "expected"),
    [
        (Round.FIRST, False, True),
        (Round.SECOND, False, True),
        (Round.SECOND, True, False),
        (Round.JOINT, False, False),
    ],
)
def test_the_case_is_covered_until_adjudication(
    round_: Round, adjudicated: bool, expected: bool
) -> None:
    campaign = replace(make_campaign([make_unit(1)], [make_member(1)]), blind=True)

    assert is_blind(campaign, round_, adjudicated=adjudicated) is expected
    assert not is_blind(replace(campaign, blind=False), round_, adjudicated=adjudicated)


def test_a_lifted_page_is_open_to_who_lifted_it_and_to_nobody_else() -> None:
    case, me, other = UUID(int=1), UUID(int=2), UUID(int=3)
    reading = make_reading([make_fact("party", "张三", Box(0.3, 0.4, 0.5, 0.42))])
    covers = covering(reading, [make_page()], ())
    record = lift(case, REF, me, " 核对身份证号 ", NOON)

    assert record.reason == "核对身份证号"
    assert still_covered(covers, [record], case, me).covers == ()
    assert still_covered(covers, [record], case, other) == covers
    assert still_covered(covers, [record], UUID(int=9), me) == covers


def test_lifting_needs_a_reason() -> None:
    with pytest.raises(Refused, match="放行理由"):
        lift(UUID(int=1), REF, UUID(int=2), "  ", NOON)
