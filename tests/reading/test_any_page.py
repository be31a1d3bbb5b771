"""Reading takes any page: it never fails, and gives the same result twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.reading.kinds import load_kinds
from reviewer.reading.labels import field_of
from tests.reading.building import docx, drawn, plain, read

TOKENS = (
    *(name for kind in load_kinds() for name in kind.names[:2]),
    *list(field_of())[::3],
    "2024年3月12日", "2024年", "3月", "12日", "马建国", "周超、丁一", "宁交执罚〔2024〕12号",
    "罚款3000元", "叁仟元整", "宁A12345", "（执法证号：64010001）", "：", "□", "☑", "直接送达",
    "《公路法》第七十六条第（五）项", "如不服本决定，可以在六十日内申请行政复议。", "第2页 共3页",
)  # fmt: skip
ROWS = st.lists(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=4), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.sampled_from(["drawn", "plain", "docx", "table"]))
def test_any_page_is_read(rows: list[list[str]], form: str) -> None:
    lines = "\n".join("|".join(row) for row in rows)
    page = {
        "drawn": lambda: drawn(lines),
        "plain": lambda: plain(lines.replace("|", "  ")),
        "docx": lambda: docx(*("　".join(row) for row in rows)),
        "table": lambda: docx(rows),
    }[form]()

    assert read(page) == read(page)
