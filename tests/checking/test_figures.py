"""The file of the measured figures: what is written is read back, and a wrong file is named."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reviewer.checking import load_figures, save_figures
from reviewer.errors import BadData, UserError
from reviewer.model.figures import MADE_UP, Measured, RuleScore, sum_scores

WORD = Measured(
    form="word",
    scanned=False,
    on=date(2025, 4, 25),
    seeds=(7_000_000, 7_000_059),
    reporting=True,
    cases=20,
    clean=7,
    clean_alarms=1,
    clean_unsure=2,
    clean_applicable=300,
    engine="reading-3 checking-2",
    rules_version="a b",
    recognition="",
    rules=(RuleScore("M-DT26", 2, 2), RuleScore("T18", 3, 2, 2, 1, 1)),
)
SCAN = replace(WORD, form="scan", scanned=True, recognition="rapidocr", rules=())


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    save_figures((WORD, SCAN), path)

    assert load_figures(path) == (WORD, SCAN)
    text = path.read_text(encoding="utf-8")
    assert MADE_UP in text
    assert sum("T18" in line for line in text.splitlines()) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["figures.json"]


def test_without_a_file_nothing_was_measured(tmp_path: Path) -> None:
    assert load_figures(tmp_path / "none.json") == ()


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"schema": 2, "measured": []}', '{"schema": 1, "measured": [{"form": "word"}]}'],
    ids=["empty", "no table", "of another program", "entry cut off"],
)
def test_a_wrong_file_is_named_with_a_remedy(text: str, tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadData, match="《figures") as caught:
        load_figures(path)

    assert caught.value.remedy


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="写不出"):
        save_figures((WORD,), tmp_path / "none" / "figures.json")


def test_what_ships_can_be_read() -> None:
    assert {one.form for one in load_figures()} <= {"word", "text_pdf", "archive", "scan", "photos"}


def test_scores_add_up_and_give_shares() -> None:
    both = sum_scores("T18", (RuleScore("T18", 3, 2, 2, 1, 1), RuleScore("T18", 1, 1, 1, 1)))

    assert both == RuleScore("T18", 4, 3, 3, 2, 1)
    assert (both.recall, both.precision, both.page_rate) == (3 / 4, 3 / 4, 2 / 3)
    none = RuleScore("T18")
    assert (none.recall, none.precision, none.page_rate) == (None, None, None)
