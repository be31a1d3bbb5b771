"""The penalties that ship say what the statutes say; wrong files are refused."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reviewer.checking.penalties import FineRange, Penalty, article_name, chinese, load_penalties
from reviewer.errors import BadData
from reviewer.model import CitedArticle
from reviewer.reckoning.amounts import find_amounts
from tests.checking.builders import laws

BOOK = load_penalties()
ROAD = "道路运输条例"
RANGES = [
    (penalty, fine)
    for penalty in BOOK.penalties.values()
    for fine in penalty.fines
    if laws().article(penalty.law, penalty.article)
]
_MONEY = r"[0-9一二三四五六七八九十百千万]+元"


def body(penalty: Penalty) -> str:
    article = laws().article(penalty.law, penalty.article, penalty.valid_from)
    assert article, penalty.id
    return article.text


@pytest.mark.parametrize(("penalty", "fine"), RANGES, ids=[p.id for p, _ in RANGES])
def test_every_figure_stands_in_the_statute(penalty: Penalty, fine: FineRange) -> None:
    assert fine.text
    assert fine.text in body(penalty)

    if fine.times:
        times = re.search(r"(?:([0-9一二三]+)倍以上)?([0-9一二三]+)倍以下", fine.text)
        assert times
        numbers = {"三": 3}
        most = numbers.get(times[2]) or int(times[2])
        assert fine.times == (int(times[1] or 0), most)
        return
    amounts = [one.value for one in find_amounts(fine.text.rpartition("处")[2])]
    assert amounts[-1] == fine.high
    assert (amounts[0] if len(amounts) == 2 else None) == fine.low or fine.low == fine.high


@pytest.mark.parametrize(("penalty", "fine"), RANGES, ids=[p.id for p, _ in RANGES])
def test_every_limit_of_proceeds_stands_in_the_statute(penalty: Penalty, fine: FineRange) -> None:
    limits = {
        one.value
        for told in re.findall(rf"违法所得(?:超过|不足)({_MONEY})", body(penalty))
        for one in find_amounts(told)
    }
    for limit in (fine.over, fine.up_to):
        assert not limit or limit in limits


@pytest.mark.parametrize("penalty", BOOK.penalties.values(), ids=list(BOOK.penalties))
def test_what_a_row_says_of_confiscation_and_of_correction_is_the_statute(
    penalty: Penalty,
) -> None:
    if not laws().article(penalty.law, penalty.article):
        return
    text = body(penalty)
    assert not penalty.confiscates or "没收违法所得" in text
    for words in (penalty.precondition, *(fine.precondition for fine in penalty.fines)):
        assert words in text


def test_paragraph_and_item_of_every_row_exist() -> None:
    for penalty in BOOK.penalties.values():
        if not laws().article(penalty.law, penalty.article):
            continue
        text = body(penalty)
        paragraphs = [
            part for part in text.split("\n") if part and not part.startswith(("（", "("))
        ]
        assert (penalty.paragraph or 1) <= len(paragraphs), penalty.id
        if penalty.item:
            assert f"（{chinese(penalty.item)}）" in text, penalty.id


def test_the_changes_join_two_editions() -> None:
    for change in BOOK.changes:
        assert BOOK.penalties[change.old].valid_to == date(2023, 7, 19)
        if change.new:
            assert BOOK.penalties[change.new].valid_from == date(2023, 7, 20)


@pytest.mark.parametrize("change", BOOK.changes, ids=[change.act for change in BOOK.changes])
def test_a_change_is_lighter_where_its_figures_are(change: object) -> None:
    assert isinstance(change, type(BOOK.changes[0]))
    old = BOOK.penalties[change.old]
    if not change.new:
        assert change.lighter
        return
    new = BOOK.penalties[change.new]

    def reach(penalty: Penalty) -> tuple[Decimal, Decimal]:
        ranges = [one for one in penalty.fines if one.high and not one.serious]
        return (
            min((one.low or Decimal(0) for one in ranges), default=Decimal(0)),
            max((one.high or Decimal(0) for one in ranges), default=Decimal(0)),
        )

    assert change.lighter is (reach(new) != reach(old))
    assert not change.lighter or reach(new) < reach(old)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("未取得道路运输经营许可擅自从事道路普通货物运输经营案", "freight"),
        ("未取得道路运输经营许可，擅自从事道路客运经营", "passenger"),
        ("无道路危险货物运输许可擅自从事道路危险货物运输", "dangerous"),
        ("不按规定维护和检测运输车辆案", "maintain"),
        ("未按规定的周期和频次进行车辆检验检测", "maintain"),
        ("擅自改装已取得车辆营运证的车辆案", "modify"),
        ("未按规定携带车辆营运证", "carry_card"),
        ("不按批准的客运站点停靠", "stops"),
        ("没有采取必要措施防止货物脱落、扬撒", "spill"),
        ("从事机动车维修经营业务未按规定进行备案", "record_repair"),
        ("从事机动车驾驶员培训业务未按规定备案", "record_station"),
        ("使用假冒伪劣配件维修机动车", "repair_fake"),
        ("道路货物运输站经营者允许超载车辆出站", "freight_station_release"),
        ("道路旅客运输站经营者允许未经安全检查的车辆出站", "station_release"),
        ("未取得相应从业资格证件驾驶道路货物运输车辆", "driver"),
        ("违法超限运输案", "overload"),
    ],
)
def test_an_act_is_known_by_how_files_name_it(text: str, act: str) -> None:
    assert BOOK.acts_named_in(text) == (act,)


def test_a_citation_means_the_rows_that_it_may_be() -> None:
    def meant(*parts: int | None) -> list[str]:
        return [one.id for one in BOOK.meant_by(CitedArticle(ROAD, *parts))]  # type: ignore[arg-type]

    assert meant(63, None, 1) == ["road23-63-1"]
    assert meant(63, 1, 1) == ["road23-63-1"]
    assert meant(63) == ["road22-63", "road23-63-1", "road23-63-2", "road23-63-3"]
    assert meant(65, 4) == ["road23-65-4"]
    assert meant(68, 2) == ["road23-68-2"]


def test_a_range_follows_the_proceeds() -> None:
    over, up_to, serious = BOOK.penalties["road23-63-1"].fines

    assert over.applies_to(Decimal(20000))
    assert over.bounds(Decimal(20000)) == (Decimal(20000), Decimal(100000))
    assert up_to.applies_to(Decimal(10000))
    assert not up_to.applies_to(Decimal(10001))
    assert serious.serious


def test_articles_are_named_as_laws_write_them() -> None:
    assert article_name(CitedArticle("公路法", 76, None, 5)) == "公路法第七十六条第（五）项"
    assert [chinese(n) for n in (10, 11, 20, 101, 110, 113)] == [
        "十",
        "十一",
        "二十",
        "一百零一",
        "一百一十",
        "一百一十三",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("penalties: []", "三项"),
        ("acts: [{id: a}]\npenalties: []\nchanges: []", "“a”写法有误"),
        ("acts: []\npenalties: [{id: p, from: 2024}]\nchanges: []", "“p”写法有误"),
        (
            "acts: []\npenalties: []\nchanges: [{act: x, old: p, new: '', lighter: true}]",
            "“x”没有这一违法行为",
        ),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(BadData, match=told):
        load_penalties(tmp_path)
