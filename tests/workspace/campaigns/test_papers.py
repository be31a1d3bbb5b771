"""Documents of a campaign written from its records."""

from datetime import date
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

from reviewer.progress import Silent
from reviewer.workspace.campaigns.papers import Papers
from tests.campaign.campaign_builders import make_rectification
from tests.workspace.campaigns.builders import Desk
from tests.workspace.campaigns.results_builders import CAMPAIGN, FIRST, UNIT, review, served

TODAY = date(2026, 3, 30)


def test_summary_and_draw_record_are_written(leader: Desk, tmp_path: Path) -> None:
    made = served(leader)
    review(leader, FIRST, "G1")

    found = Papers(made.records, made.results).write(CAMPAIGN.id, tmp_path, TODAY, Silent())

    names = ["抽取记录.docx", "评查结果汇总表.docx", "评查结果汇总表.xlsx"]
    assert [path.name for path in found] == names
    cells = [c.text for t in Document(str(found[1])).tables for r in t.rows for c in r.cells]
    assert "原州区大队" in cells
    assert load_workbook(found[2]).worksheets


def test_nothing_is_written_of_a_campaign_without_a_result(leader: Desk, tmp_path: Path) -> None:
    made = served(leader)

    found = Papers(made.records, made.results).write(CAMPAIGN.id, tmp_path, TODAY, Silent())

    assert [path.name for path in found] == ["抽取记录.docx"]


def test_problems_stand_in_the_ledger_of_rectifications(leader: Desk, tmp_path: Path) -> None:
    made = served(leader)
    one = make_rectification(campaign=CAMPAIGN.id, unit=UNIT)
    made.records.save(CAMPAIGN.id, [one], "列出整改问题")

    found = Papers(made.records, made.results).write(CAMPAIGN.id, tmp_path, TODAY, Silent())

    document = Document(str(found[-1]))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    assert found[-1].name == "整改台账.docx"
    assert any(one.problem in text for text in cells)
