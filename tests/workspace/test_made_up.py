"""The figures on made-up case files in words: text and scans apart, old ones marked."""

from dataclasses import replace
from datetime import date

import pytest

from reviewer.model.figures import MADE_UP, Measured, RuleScore
from reviewer.workspace.made_up import Engine, MadeUpFigures, told
from tests.checking.test_figures import SCAN, WORD

NOW = Engine(WORD.engine, WORD.rules_version, SCAN.recognition)
PDF = replace(WORD, form="text_pdf", cases=10, rules=(RuleScore("T18", 1, 1, 1, 1),))


def sentences(code: str, *measured: Measured, engine: Engine = NOW) -> list[str]:
    return [line.sentence for line in MadeUpFigures(measured, engine).of_rule(code)]


def test_the_forms_of_text_are_counted_together_and_scans_apart() -> None:
    read = replace(SCAN, rules=(RuleScore("T18", 2, 1, 1, 1),))

    assert sentences("T18", WORD, PDF, read) == [
        "文字查出 3/4，误报 1，页码正确 2/3",
        "扫描查出 1/2，误报 0，页码正确 1/1",
    ]


def test_a_missing_document_has_no_page() -> None:
    assert sentences("M-DT26", WORD)[0] == "文字查出 2/2，误报 0"


def test_what_was_not_planted_or_not_measured_is_told() -> None:
    assert sentences("T99", WORD) == ["文字未设置这类问题，误报 0", "扫描尚未测量"]
    assert sentences("T18") == ["文字尚未测量", "扫描尚未测量"]


@pytest.mark.parametrize(
    ("measured", "engine", "remark"),
    [
        (WORD, NOW, ""),
        (WORD, replace(NOW, engine="reading-4 checking-3"), "旧版本测得"),
        (WORD, replace(NOW, rules="c d"), "旧版本测得"),
        (WORD, replace(NOW, recognition="other"), ""),
        (SCAN, replace(NOW, recognition="other"), "旧版本测得"),
        (replace(WORD, reporting=False), NOW, "试测"),
        (replace(WORD, reporting=False), Engine(), "旧版本测得，试测"),
    ],
    ids=[
        "of now",
        "earlier engine",
        "earlier rules",
        "recognition does not concern text",
        "earlier recognition",
        "writing seeds",
        "both",
    ],
)
def test_figures_of_another_engine_or_of_writing_seeds_are_marked(
    measured: Measured, engine: Engine, remark: str
) -> None:
    line = MadeUpFigures((measured,), engine).of_rule("T18")[measured.scanned]

    assert line.remark == remark


def test_all_rules_together_say_how_many_files_and_when() -> None:
    later = replace(PDF, on=date(2025, 5, 6))

    assert told(MadeUpFigures((WORD, later), NOW).of_all()) == (
        f"{MADE_UP}：文字查全率 83.3 %、查准率 83.3 %、页码正确 66.7 %"
        "（30 卷，2025-04-25—2025-05-06）；扫描尚未测量。"
    )
    assert MadeUpFigures((WORD,), NOW).of_all()[0].remark == "20 卷，2025-04-25"
