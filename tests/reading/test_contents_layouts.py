"""Tables of contents as bureaus lay them out: numbering, halves, ranges of pages, remarks."""

from collections.abc import Callable

import pytest

from reviewer.model import Listed, Page, Reading
from tests.reading.building import docx, drawn, read, types, values

TITLES = (
    ("立案登记表", "2024.3.2", "1"),
    ("现场笔录", "2024.3.1", "2-3"),
    ("询问笔录", "2024.3.5", "4-6"),
    ("违法行为通知书", "2024.4.1", "7"),
    ("送达回证", "2024.4.2", "8"),
    ("行政处罚决定书", "2024.4.10", "9-10"),
    ("结案报告", "2024.4.20", "11"),
    ("备考表", "2024.4.20", "12"),
)
WANTED = [(title, int(p.split("-")[0]), int(p.split("-")[-1])) for title, _, p in TITLES]
HAN, CIRCLED = "一二三四五六七八", "①②③④⑤⑥⑦⑧"


def table(head: str, row: str) -> str:
    """Return a table of one row a title: `{n}` `{h}` `{c}` number it, `{a}`-`{b}` are its pages."""
    rows = [
        row.format(
            n=at + 1,
            h=HAN[at],
            c=CIRCLED[at],
            t=t,
            d=d,
            p=p,
            a=p.split("-")[0],
            b=p.split("-")[-1],
            k=len(p),
            r="复印件" if at % 2 else "",
        )
        for at, (t, d, p) in enumerate(TITLES)
    ]
    return "\n".join(["^卷内目录", head, *rows])


def halves(head: str, row: str) -> str:
    """Return a table whose right half goes on where the left ends."""
    cells = [row.format(n=at + 1, t=t, p=p) for at, (t, _, p) in enumerate(TITLES)]
    rows = [f"{left}|{right}" for left, right in zip(cells[:4], cells[4:], strict=True)]
    return "\n".join(["^卷内目录", f"{head}|{head}", *rows])


PAGED = {
    "Chinese serials": table("序号|题名|日期|页号", "{h}、|{t}|{d}|{p}"),
    "Chinese serials in the title": table("文书名称|日期||页码", "{h}、{t}|{d}||{p}"),
    "serials in brackets": table("文书名称|日期||页码", "（{h}）{t}|{d}||{p}"),
    "circled serials": table("序号|题名|日期|页号", "{c}|{t}|{d}|{p}"),
    "circled serials in the title": table("文书名称||日期|页号", "{c}{t}||{d}|{p}"),
    "Arabic serials in the title": table("文书名称||日期|页号", "{n}、{t}||{d}|{p}"),
    "no serials": table("文书名称||日期|页号", "{t}||{d}|{p}"),
    "remarks": table("序号|题名|日期|页号|备注", "{n}|{t}|{d}|{p}|{r}"),
    "pages in words": table("序号|题名|日期|页号", "{n}|{t}|{d}|第{a}页至第{b}页"),
    "pages with P": table("序号|题名|日期|页次", "{n}|{t}|{d}|P{p}"),
    "first and last page": table("序号|题名|日期|起页|止页", "{n}|{t}|{d}|{a}|{b}"),
    "page and count": table("序号|题名|日期|页号|页数", "{n}|{t}|{d}|{p}|{k}"),
    "dots": table("文书名称", "{h}、{t}………………{p}"),
    "dots without serials": table("文书名称", "{t}…………{p}"),
}
HALVES = {
    "halves": halves("序号|题名|页号", "{n}|{t}|{p}"),
    "halves without serials": halves("文书名称||页号", "{t}||{p}"),
}
UNPAGED = {
    "titles and dates": table("文书名称||日期", "{t}||{d}"),
    "titles": table("文书名称", "{t}"),
    "numbered titles": table("文书名称", "{h}、{t}"),
}


def as_table(text: str) -> Page:
    """Return a DOCX with the rows as a table."""
    title, *rows = text.split("\n")
    cells = [row.split("|") for row in rows]
    width = max(map(len, cells))
    return docx(title.strip("^"), [[*row, *[""] * (width - len(row))] for row in cells])


def as_lines(text: str) -> Page:
    """Return a DOCX with the rows as paragraphs set by tabs."""
    return docx(*(row.strip("^").replace("|", "\t") for row in text.split("\n")))


def as_text(text: str) -> Page:
    return drawn(text, columns=(0.08, 0.16, 0.38, 0.52, 0.6, 0.84))


def as_scan(text: str) -> Page:
    return drawn(text, columns=(0.08, 0.16, 0.38, 0.52, 0.6, 0.84), certainty=93)


def rows_of(reading: Reading) -> list[tuple[str, int | None, int | None]]:
    found = [one for one in values(reading, "listed") if isinstance(one, Listed)]
    return [(one.title, one.first, one.last) for one in found]


Form = Callable[[str], Page]
FORMS = pytest.mark.parametrize("form", [as_text, as_scan, as_table, as_lines])


@FORMS
@pytest.mark.parametrize("text", PAGED.values(), ids=PAGED.keys())
def test_every_numbering_gives_the_titles_and_pages(text: str, form: Form) -> None:
    reading = read(form(text))

    assert types(reading) == ["DT02"]
    assert rows_of(reading) == WANTED


@pytest.mark.parametrize("form", [as_text, as_scan, as_table])
@pytest.mark.parametrize("text", HALVES.values(), ids=HALVES.keys())
def test_a_table_of_two_halves_is_read_half_by_half(text: str, form: Form) -> None:
    reading = read(form(text))

    assert types(reading) == ["DT02"]
    assert rows_of(reading) == WANTED


@FORMS
@pytest.mark.parametrize("text", UNPAGED.values(), ids=UNPAGED.keys())
def test_titles_tell_the_rows_of_a_table_without_numbers(
    text: str, form: Callable[[str], Page]
) -> None:
    reading = read(form(text))

    assert types(reading) == ["DT02"]
    assert rows_of(reading) == [(title, None, None) for title, _, _ in TITLES]


@FORMS
def test_the_rest_of_a_title_goes_with_the_row_it_makes_a_title_with(
    form: Callable[[str], Page],
) -> None:
    text = """^卷内目录
文书名称||日期|页号
立案登记表||2024.3.2|1
陈述申辩和听证||2024.4.3|2
权利放弃声明书
现场笔录||2024.3.1|3-4
结案报告||2024.4.20|5"""
    reading = read(form(text))

    assert types(reading) == ["DT02"]
    assert [row[0] for row in rows_of(reading)][:2] == [
        "立案登记表",
        "陈述申辩和听证权利放弃声明书",
    ]


def test_a_table_without_serials_goes_on_over_the_page() -> None:
    second = "\n".join(f"{t}||{d}|{p}" for t, d, p in TITLES[6:])
    reading = read(as_text(PAGED["no serials"]), drawn(second, 2))

    assert types(reading) == ["DT02"]


def test_what_is_signed_below_a_table_without_numbers_is_no_entry() -> None:
    reading = read(as_text(UNPAGED["titles"] + "\n立卷人：马超\n检查人：丁一"))

    assert [row[0] for row in rows_of(reading)] == [title for title, _, _ in TITLES]


def test_the_first_document_below_a_table_of_contents_of_a_word_file_begins_at_its_title() -> None:
    reading = read(
        docx(
            "卷内目录",
            "1、立案登记表\t1",
            "2、现场笔录\t2",
            "立案登记表",
            "一、案由：擅自超限运输",
            "二、受案时间：2024年3月1日",
        )
    )

    assert types(reading) == ["DT02", "DT05"]


def test_the_title_before_a_number_is_no_part_of_it() -> None:
    text = "^目录\n序号|名称|文号|页次\n" + "\n".join(
        f"{n}|{title}||{n}" for n, title in enumerate(("立案登记表", "现场笔录"), 1)
    )
    reading = read(drawn(text + "\n3|责令限期整改指令书|闽厦港责改〔2024〕0033号|3"))

    assert rows_of(reading)[-1] == ("责令限期整改指令书", 3, 3)
