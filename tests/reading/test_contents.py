"""The table of contents (卷内目录) row by row, as bureaus print it."""

from datetime import date

import pytest

from reviewer.model import Listed, Page
from tests.reading.building import docx, drawn, read, values
from tests.reading.scanned import scanned

NUMBER = "沙交罚〔2024〕3号"
DECISION = Listed("行政处罚决定书", "DT35", NUMBER, date(2024, 4, 10), 3, 5)
RECEIPT = Listed("送达回证", "DT37", "", date(2024, 4, 12), 6, 6)
REPORT = Listed("结案报告", "DT52", "", None, 7, 7)

TABLES: dict[str, Page] = {
    "drawn": drawn(f"""
^卷内目录
序号|题名|文号|日期|页号
1|行政处罚决定书|{NUMBER}|2024.4.10|3-5
2|送达回证||2024.4.12|6
3|结案报告|||7
"""),
    "one line a row": drawn(f"""
^卷内文件目录
序号  文件题名  文号  日期  页次
1  行政处罚决定书  {NUMBER}  2024-04-10  3-5
2  送达回证  2024-04-12  6
3  结案报告  7
"""),
    "docx": docx(
        "卷内目录",
        [
            ["序号", "文号", "责任者", "题名", "日期", "页号"],
            ["1", NUMBER, "", "行政处罚决定书", "2024年4月10日", "3—5"],
            ["2", "", "", "送达回证", "2024年4月12日", "6"],
            ["3", "", "", "结案报告", "", "7"],
        ],
    ),
    "scanned": drawn(
        f"""
^卷内目录
序号|题名|文号|日期|页码
1|行政处罚决定书|{NUMBER}|2024.4.10|3-5
2|送达回证||2024.4.12|6
3|结案报告|||7
""",
        certainty=93,
    ),
}


@pytest.mark.parametrize("page", TABLES.values(), ids=TABLES)
def test_rows_give_title_number_date_and_pages(page: Page) -> None:
    assert values(read(page), "listed") == [DECISION, RECEIPT, REPORT]


def test_a_column_of_page_counts_gives_no_page() -> None:
    page = drawn("^卷内目录\n序号|文书名称|页数\n1|立案登记表|2\n2|现场笔录|3")

    rows = values(read(page), "listed")

    assert [(row.document, row.first) for row in rows if isinstance(row, Listed)] == [
        ("DT05", None),
        ("DT06", None),
    ]


def test_a_row_may_name_several_documents_or_none_we_know() -> None:
    page = drawn(
        "^卷内目录\n序号|题名|页号\n1|违法行为通知书及送达回证|3-4\n2|情况反映|5\n3|现场笔录|6"
    )

    rows = values(read(page), "listed")

    assert [row.document for row in rows if isinstance(row, Listed)] == ["DT26", "DT37", "", "DT06"]


def test_cells_of_a_scanned_row_stand_at_their_own_heights() -> None:
    page = scanned("""
        0.093 0.44-0.59 卷内目录
        0.136 0.14-0.19 序号
        0.136 0.28-0.34 文号
        0.139 0.49-0.58 文书题名
        0.139 0.71-0.76 日期
        0.141 0.83-0.88 页号
        0.166 0.20-0.39 沙交罚决字(2024)
        0.177 0.15-0.17 1
        0.188 0.20-0.27 第58号
        0.178 0.42-0.61 行政处罚决定书
        0.182 0.66-0.77 2024-07-15
        0.183 0.83-0.87 1-2
        0.268 0.20-0.39 沙交立案字(2024)
        0.271 0.42-0.64 身份证件及营业证照复印
        0.280 0.15-0.17 2
        0.289 0.20-0.27 第58号
        0.291 0.42-0.45 件
        0.284 0.66-0.77 2024-07-19
        0.286 0.84-0.86 5
        0.411 0.20-0.39 沙交立案字(2024)
        0.422 0.15-0.17 3
        0.433 0.20-0.27 第58号
        0.425 0.42-0.54 案件结案报告
        0.426 0.65-0.76 2024-07-31
        0.429 0.84-0.86 9
    """)

    rows = [row for row in values(read(page), "listed") if isinstance(row, Listed)]

    assert [(row.title, row.number, row.first) for row in rows] == [
        ("行政处罚决定书", "沙交罚决字〔2024〕58号", 1),
        ("身份证件及营业证照复印件", "沙交立案字〔2024〕58号", 5),
        ("案件结案报告", "沙交立案字〔2024〕58号", 9),
    ]


def test_a_table_of_contents_goes_on_under_its_heads() -> None:
    pages = [
        drawn(
            "^卷内目录\n序号|题名|文号|日期|页号\n1|行政处罚决定书||2024.4.10|1-2\n2|送达回证||2024.4.12|3"
        ),
        drawn(
            "序号|题名|文号|日期|页号\n^整改复查记录\n3|整改复查记录||2024.4.13|4\n4|结案报告||2024.4.20|5",
            page=2,
        ),
    ]

    reading = read(*pages)

    assert [document.type for document in reading.documents] == ["DT02"]
