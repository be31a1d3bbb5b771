"""Tables of contents that are no tables: in one line, in running text, over broken lines."""

import pytest

from reviewer.model import Listed
from tests.reading.building import docx, plain, read, types, values

CODES = ["DT05", "DT06", "DT07", "DT23", "DT37"]
PAGES = [(1, 1), (2, 3), (4, 4), (5, 5), (6, 6)]

PAGED = {
    "one line": "1、立案登记表（第1页）；2、现场笔录（第2-3页）；3、询问笔录（第4页）；"
    "4、案件调查报告（第5页）；5、送达回证（第6页）",
    "broken in a title": "1、立案登记表（第1页）；2、现场笔录（第2-3页）；3、询问\n笔录（第4页）；"
    "4、案件调查报告（第5页）；5、送达回证（第6页）",
    "a sentence": "本卷内有立案登记表（1页）、现场笔录（2-3页）、询问笔录（4页）、"
    "案件调查报告（5页）、送达回证（6页）。",
    "sentences": "一、立案登记表，第1页。二、现场笔录，第2页至第3页。三、询问笔录，第4页。"
    "四、案件调查报告，第5页。五、送达回证，第6页。",
    "pages as P": "(1)立案登记表 P1 (2)现场笔录 P2-3 (3)询问笔录 P4 "
    "(4)案件调查报告 P5 (5)送达回证 P6",
    "heads in the line": "序号 题名 页号 1 立案登记表 1 2 现场笔录 2-3 3 询问笔录 4 "
    "4 案件调查报告 5 5 送达回证 6",
}
BARE = {
    "a sentence": "本卷收有立案登记表、现场笔录、询问笔录、案件调查报告、送达回证，共五份。",
    "strokes": "立案登记表/现场笔录/询问笔录/案件调查报告/送达回证",
    "serials": "1 立案登记表 2 现场笔录 3 询问笔录 4 案件调查报告 5 送达回证",
}


def listed(text: str) -> list[list[Listed]]:
    """Return what is listed as a text layer and as a DOCX."""
    found = [values(read(page), "listed") for page in (plain(text), docx(*text.split("\n")))]
    return [[one for one in some if isinstance(one, Listed)] for some in found]


@pytest.mark.parametrize("text", PAGED.values(), ids=PAGED.keys())
def test_each_title_has_its_pages(text: str) -> None:
    for rows in listed("卷内目录\n" + text):
        assert [row.document for row in rows] == CODES
        assert [(row.first, row.last) for row in rows] == PAGES


@pytest.mark.parametrize("text", BARE.values(), ids=BARE.keys())
def test_titles_without_pages(text: str) -> None:
    for rows in listed("卷内目录\n" + text):
        assert [(row.document, row.first) for row in rows] == [(code, None) for code in CODES]


def test_the_heading_may_run_into_the_list() -> None:
    page = plain("卷内目录：1.立案登记表 2.现场笔录 3.询问笔录 4.案件调查报告 5.送达回证")

    assert types(read(page)) == ["DT02"]
    assert [row.document for row in listed("卷内目录：" + BARE["strokes"])[0]] == CODES


def test_a_row_of_a_table_that_names_several_papers_stays_a_row() -> None:
    page = plain(
        "卷内目录\n1、立案登记表 1\n2、违法行为通知书、陈述申辩书、送达回证 2\n3、结案报告 5"
    )
    rows = [row for row in values(read(page), "listed") if isinstance(row, Listed)]

    assert [row.first for row in rows] == [1, 2, 2, 2, 5]
