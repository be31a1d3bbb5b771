"""The phrase bank and how it is searched."""

from collections import Counter
from pathlib import Path

import pytest

from reviewer.errors import BadData
from reviewer.scoring import PhraseEntry, load_phrases, load_standards, search_phrases
from reviewer.scoring import phrases as phrase_module

BANK = load_phrases()


def codes(query: str, *about: str) -> list[str]:
    return [entry.code for entry in search_phrases(BANK, query, about)]


def test_all_phrases_of_the_trade_ship() -> None:
    assert Counter(entry.code[:2] for entry in BANK) == {
        "PY": 24,
        "PC": 12,
        "PP": 31,
        "PS": 11,
        "PF": 17,
        "PW": 18,
    }


def test_a_phrase_keeps_its_words_and_relations() -> None:
    (found,) = search_phrases(BANK, "PY15")

    assert found == PhraseEntry(
        "PY15", "D", "检测、称重设备无检定证书，或检定已过有效期", ("A6", "K15")
    )


def test_relations_name_items_vetoes_and_rules_that_exist() -> None:
    general = load_standards()[0]
    known = {item.id for item in general.items} | {veto.id for veto in general.vetoes}
    known |= {rule for item in general.items for rule in item.rules}
    known |= {veto.id for one in load_standards() for veto in one.vetoes}
    known |= {item.id for one in load_standards() for item in one.items}
    named = {code for entry in BANK for code in entry.items}

    unknown = {code for code in named - known if not code.startswith(("X", "行政处罚法"))}
    # Hard checks that no item of the general standard lists.
    assert unknown <= {"K03", "K19", "T26"}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("PP22", "PP22"),
        ("pp2", "PP20"),
        ("大小写", "PW08"),
        ("卷内无当事人", "PY06"),
        ("wgzdsr", "PY04"),
        ("dxxje", "PW08"),
        ("听证 主持", "PP24"),
        ("tz 笔录", "PP24"),
    ],
    ids=[
        "code",
        "code prefix",
        "part",
        "beginning",
        "initials",
        "initials inside",
        "two words",
        "mixed",
    ],
)
def test_a_phrase_is_found(query: str, first: str) -> None:
    assert codes(query)[0] == first


@pytest.mark.parametrize("query", ["没有这样的话", "zzzzqq", "PX", "2019"])
def test_what_fits_nothing_finds_nothing(query: str) -> None:
    assert codes(query) == []


def test_without_a_query_only_phrases_about_the_item_are_offered() -> None:
    assert codes("", "A7") == ["PY18", "PY19"]
    assert codes("", "G1", "T19", "T20") == ["PP26", "PP27", "PP28"]


def test_without_query_and_item_all_are_offered_in_order() -> None:
    assert codes("") == [entry.code for entry in BANK]


def test_phrases_about_the_item_come_first_among_equals() -> None:
    assert codes("复查")[0] == "PY24"
    assert codes("复查", "E2")[0] == "PF04"
    assert set(codes("复查", "E2")) == set(codes("复查"))


def test_a_code_comes_before_a_text() -> None:
    entries = (
        PhraseEntry("PY01", "D", "按 PY02 处理", ("A1",)),
        PhraseEntry("PY02", "D", "其他", ("A1",)),
    )

    assert [one.code for one in search_phrases(entries, "py02")] == ["PY02", "PY01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {code: PY01, type: D, text: 短语, items: [A1], colour: red}", "PY01.*colour"),
        ("- {code: PY01, type: Z, text: 短语, items: [A1]}", "PY01.*类型“Z”"),
        ("- {code: PY01, type: D, text: 短语, items: []}", "PY01.*评查项"),
        ("- {code: Q1, type: D, text: 短语, items: [A1]}", "Q1.*编码"),
        ("- {code: PY01, type: D, items: [A1]}", "PY01.*text"),
        ("- {code: PY01, type: D, text: 甲, items: [A1]}\n" * 2, "PY01.*重复"),
        ("code: PY01", "列表"),
    ],
)
def test_a_wrong_phrase_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: str
) -> None:
    path = tmp_path / "phrases.yaml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(phrase_module, "resource", lambda *_: path)

    with pytest.raises(BadData, match=expected):
        load_phrases()
