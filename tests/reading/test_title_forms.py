"""Every title of every type as twenty bureaus would print it: each still opens one document."""

import pytest

from reviewer.model import Box, Line, Page
from reviewer.reading.kinds import Kind, load_kinds
from reviewer.reading.titles import Titles
from reviewer.reckoning.textnorm import squeezed
from tests.reading.building import docx, drawn, plain, read, types

BODY = """案号：沙交案〔2024〕3号
当事人：马建国
本页内容为办理本案过程中形成的记载，现将有关情况记录如下，以备查考。
有关人员签名：王强  2024年3月1日"""
AGENCY = "沙湖市交通运输局"
TITLES = Titles(load_kinds())
each_kind = pytest.mark.parametrize("kind", load_kinds(), ids=lambda kind: kind.code)

AROUND = {
    "bureau": "沙湖市交通运输局{}",
    "bureau of a masked county": "XX县交通运输局{}",
    "brigade": "青铜峡市交通运输综合行政执法大队{}",
    "quoted": "《{}》",
    "copy": "{}（副本）",
    "numbered": "1.{}",
}


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@each_kind
def test_what_stands_around_a_title_does_not_hide_it(kind: Kind, around: str) -> None:
    found = {name: TITLES.match(squeezed(around.format(name))) for name in kind.names}

    assert {name: one and one.code for name, one in found.items()} == dict.fromkeys(
        kind.names, kind.code
    )


def letters_apart(title: str) -> Page:
    """Return a page on which every character of the title is a line of its own."""
    page, left = drawn(f" \n \n{BODY}"), 0.5 - len(title) * 0.03
    letters = [
        Line(char, Box(left + at * 0.06, 0.06, left + at * 0.06 + 0.025, 0.085))
        for at, char in enumerate(title)
    ]
    return Page(page.ref, page.width, page.height, (*letters, *page.lines), page.source)


def broken(title: str) -> tuple[str, str]:
    """Return the title broken in the middle."""
    half = len(title) // 2
    return title[:half], title[half:]


FORMS = {
    "drawn": lambda title: drawn(f"^{title}\n{BODY}"),
    "bureau above": lambda title: drawn(f"^{AGENCY}\n^{title}\n{BODY}"),
    "scanned": lambda title: drawn(f"^{AGENCY}\n^{title}\n{BODY}", certainty=93),
    "header and number": lambda title: drawn(
        f">第3页\n交通运输行政执法文书\n^{title}\n>沙交〔2024〕3号\n{BODY}"
    ),
    "paragraphs": lambda title: docx(AGENCY, title, *BODY.split("\n")),
    "spaced": lambda title: docx(AGENCY, " ".join(title), *BODY.split("\n")),
    "first row of a table": lambda title: docx(
        [[title], ["案号", "沙交案〔2024〕3号"], ["当事人", "马建国"]], *BODY.split("\n")
    ),
    "one paragraph": lambda title: docx(f"{AGENCY}\n{title}", *BODY.split("\n")),
    "no boxes": lambda title: plain(f"{AGENCY}\n{title}\n{BODY}"),
    "letters apart": letters_apart,
}
BROKEN = {
    "two rows": lambda title: drawn("^{}\n^{}\n{}".format(*broken(title), BODY)),
    "two paragraphs": lambda title: docx(AGENCY, *broken(title), *BODY.split("\n")),
    "line break": lambda title: docx(AGENCY, "\n".join(broken(title)), *BODY.split("\n")),
}


@pytest.mark.parametrize("code", ["DT15", "DT19", "DT26", "DT30", "DT34", "DT35", "DT36", "DT43"])
def test_a_number_may_stand_behind_a_title(code: str) -> None:
    kind = next(kind for kind in load_kinds() if kind.code == code)

    match = TITLES.match(squeezed(f"{kind.names[0]} 沙交〔2024〕3号"))

    assert match is not None
    assert match.code == code


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@each_kind
def test_a_standard_name_opens_one_document(kind: Kind, form) -> None:  # type: ignore[no-untyped-def]
    assert types(read(form(kind.names[0]))) == [kind.code]


@pytest.mark.parametrize("form", BROKEN.values(), ids=BROKEN)
@each_kind
def test_a_long_title_broken_over_lines_opens_one_document(kind: Kind, form) -> None:  # type: ignore[no-untyped-def]
    if len(kind.names[0]) >= 6:
        assert types(read(form(kind.names[0]))) == [kind.code]


@pytest.mark.parametrize(
    ("scanned", "code"),
    [
        ("责令走正违法行为通知书", "DT19"),
        ("不子行政处罚决定书", "DT36"),
        ("当汤行政处罚决定书", "DT34"),
        ("听征通知书", "DT30"),
        ("立案登纪表", "DT05"),
        ("证据登记保存请单", "DT10"),
    ],
)
def test_a_misread_character_does_not_change_the_type(scanned: str, code: str) -> None:
    match = TITLES.match(scanned)

    assert match is not None
    assert match.code == code


def test_a_label_in_front_of_a_title_is_no_title() -> None:
    """文书 违法行为通知书 in a receipt says what was served."""
    receipt = docx(
        "送达回证", "文书 违法行为通知书", "文号 沙交告〔2024〕3号", "签收日期 2024-03-26"
    )

    assert types(read(receipt)) == ["DT37"]
