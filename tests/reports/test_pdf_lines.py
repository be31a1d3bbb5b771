"""避头尾: what begins and what ends a line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle

from reviewer.reports import pdf
from reviewer.reports.pdf_lines import NO_END, NO_START, ChineseParagraph, break_lines

WORDS = "案卷处罚决定当事人送达回证号页"


def wide(text: str) -> float:
    """Measure as print does: a Chinese sign is 10 wide, others half of that."""
    return sum(10.0 if ord(char) > 0x2E80 or char in "“”" else 5.0 for char in text)


def lines(text: str, width: float = 60) -> list[str]:
    return break_lines(text, [width], wide)


SITUATIONS = {
    "a comma that would begin a line": ("当事人李某超，限运输", ["当事人李某", "超，限运输"]),
    "a title whose end would begin a line": ("依据行政处罚》的", ["依据行政处", "罚》的"]),
    "a title that would begin at the end": ("依据行政的《处罚法》", ["依据行政的", "《处罚法》"]),
    "two closing signs together": ("（见行政处罚）。另", ["（见行政处", "罚）。另"]),
    "the bracket of a number": ("宁交执罚字〔2024〕12号", ["宁交执罚字", "〔2024〕12号"]),
    "a number is not broken": ("罚款人民币30000.00元", ["罚款人民币", "30000.00元"]),
    "a word longer than a line": ("ABCDEFGHIJKLMNOPQ", ["ABCDEFGHIJKL", "MNOPQ"]),
    "a space at the break": ("当事人李某人　案由", ["当事人李某人", "案由"]),
    "all fits": ("当事人李某人", ["当事人李某人"]),
    "nothing": ("", []),
    "an indent stays": ("　　当事人李某人", ["　　当事人李", "某人"]),
}


@pytest.mark.parametrize(("text", "wanted"), SITUATIONS.values(), ids=SITUATIONS)
def test_lines_break_as_in_print(text: str, wanted: list[str]) -> None:
    assert lines(text) == wanted


def test_the_first_line_may_be_narrower() -> None:
    assert break_lines("当事人李某人", [30, 60], wide) == ["当事人", "李某人"]


PIECES = st.one_of(
    st.text(WORDS, min_size=2, max_size=9),
    st.sampled_from(["“案", "（案", "《案", "〔案", "2024年4月10日", "3.5", "T18", "　"]),
    st.sampled_from(["，", "。", "；", "》，", "）。", "”。", "〕12号", "：“", "、《"]),
)


def has_place_to_break(line: str) -> bool:
    return any(before not in NO_END and after not in NO_START for before, after in pairwise(line))


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(70, 300))
def test_no_line_begins_or_ends_wrongly_or_is_too_wide(text: str, width: int) -> None:
    found = lines(text, width)

    assert "".join(found).replace("　", "") == text.replace("　", "")
    assert all(wide(line) <= width + 0.01 for line in found)
    for above, below in pairwise(found):
        if has_place_to_break(above):
            assert below[0] not in NO_START
            assert above[-1] not in NO_END


def test_the_lines_of_a_report_are_broken_so_too() -> None:
    pdf._register()
    style = ParagraphStyle("s", fontName="song", fontSize=10, wordWrap="CJK")
    text = "依据《公路安全保护条例》第六十四条，“超限运输”的，处罚款（三万元以下）；" * 6
    for width in range(60, 200, 7):
        paragraph = ChineseParagraph(text, style)
        paragraph.wrap(width, 1000)
        drawn = [words[0] for _, words in vars(paragraph)["blPara"].lines]

        assert "".join(drawn) == text
        assert not [line for line in drawn if line[0] in NO_START or line[-1] in NO_END]


def test_a_paragraph_that_goes_on_on_the_next_page_keeps_its_lines() -> None:
    pdf._register()
    style = ParagraphStyle("s", fontName="song", fontSize=10, leading=14, wordWrap="CJK")
    text = "依据《公路安全保护条例》第六十四条，“超限运输”的，处罚款。" * 4
    paragraph = ChineseParagraph(text, style)
    paragraph.wrap(100, 1000)
    whole = [words[0] for _, words in vars(paragraph)["blPara"].lines]
    parts = paragraph.split(100, 14 * 3)
    drawn = []
    for part in parts:
        part.wrap(100, 1000)
        drawn += [words[0] for _, words in vars(part)["blPara"].lines]

    assert len(parts) == 2
    assert drawn == whole
