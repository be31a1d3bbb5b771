"""Documents of a campaign written from its records."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from reviewer.errors import Cancelled, Refused, UserError
from reviewer.progress import Silent
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.papers import PaperKind
from tests.workspace.campaigns.assigned_builders import Desktop
from tests.workspace.campaigns.desk_builders import UNITS, made
from tests.workspace.campaigns.played_builders import TODAY, played_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    folder = tmp_path_factory.mktemp("papers")
    workspace = Workspace.open(folder / "data", Settings())
    workspace.people.register("王工", "支队")
    yield played_desk(workspace, folder)
    workspace.close()


def words(path: Path) -> str:
    document = Document(str(path))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join((*(one.text for one in document.paragraphs), *cells))


def test_every_kind_can_be_built_and_none_is_a_draft(desk: Desktop) -> None:
    papers = desk.workspace.campaigns.papers
    planner = papers.planner(desk.id, TODAY)
    offers = {one.kind: one.count for one in papers.offers(desk.id)}

    for kind in PaperKind:
        built = [one.build() for one in planner.papers(kind)]
        assert len(built) == offers[kind] > 0
        assert not any(report.draft for report in built), kind
    assert offers[PaperKind.SHEETS] == 8  # of each reviewer, of the meeting, of the objection
    assert offers[PaperKind.PROBLEMS] == 1 + len(UNITS)


def test_one_stands_alone_and_several_in_their_folder(desk: Desktop, tmp_path: Path) -> None:
    kinds = {PaperKind.SUMMARY, PaperKind.LEDGER, PaperKind.NOTICES}

    found = desk.workspace.campaigns.papers.write(desk.id, kinds, tmp_path, Silent(), on=TODAY)

    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names[:3] == ["评查结果汇总表.docx", "评查结果汇总表.pdf", "评查结果汇总表.xlsx"]
    assert set(names[3:]) == {
        *(
            f"整改通知书/整改通知书_{unit.name}{form}"
            for unit in UNITS
            for form in (".docx", ".pdf")
        ),
        "整改台账.docx",
        "整改台账.pdf",
    }
    assert all(path.stat().st_size for path in found)
    assert load_workbook(found[2]).worksheets


def test_the_feedback_tells_the_results_before_the_objection(desk: Desktop, tmp_path: Path) -> None:
    papers, case = desk.workspace.campaigns.papers, desk.cases[0]
    unit = desk.state.row(case).unit
    item = desk.workspace.reviews.pinned(desk.state.campaign.standards[0].content_hash).items[1]

    told = words(papers.write_feedback(desk.id, unit, tmp_path / "反馈意见.docx"))
    now = words(papers.write_problems(desk.id, tmp_path / "问题清单.docx", unit))

    assert f"{item.id} 不规范" in told
    assert f"{item.id} 不规范" not in now


def test_the_minutes_tell_both_views_votes_and_decision(desk: Desktop, tmp_path: Path) -> None:
    (held,) = desk.state.adjudications

    text = words(
        desk.workspace.campaigns.papers.write_minutes(desk.id, held.id, tmp_path / "合议记录.docx")
    )

    assert "从评查人乙 3 票（高工、钱工、孙工）" in text
    assert "证据充分" in text
    assert "合议总分" in text


def test_the_decision_on_an_objection_tells_both_scores(desk: Desktop, tmp_path: Path) -> None:
    (objection,) = [one for told in desk.state.feedback for one in told.objections]

    text = words(
        desk.workspace.campaigns.papers.write_objection(desk.id, objection.id, tmp_path / "a.docx")
    )

    assert "经核对材料在卷" in text
    assert "变更为" in text


def test_each_closed_problem_has_its_sheet(desk: Desktop, tmp_path: Path) -> None:
    papers = desk.workspace.campaigns.papers
    closed = [one.id for one in desk.state.rectifications if one.closed_on]

    text = words(papers.write_closings(desk.id, closed, tmp_path / "销号单.docx"))

    assert text.count("案卷评查整改审核意见（销号单）") == len(closed)
    assert "经核对，已补正" in text
    with pytest.raises(Refused, match="没有已销号"):
        papers.write_closings(desk.id, [], tmp_path / "b.docx")


def test_a_new_campaign_offers_its_notice_and_says_what_misses(
    workspace: Workspace, tmp_path: Path
) -> None:
    state = made(workspace)
    papers = workspace.campaigns.papers

    offers = {one.kind: one for one in papers.offers(state.campaign.id)}
    path = papers.write_notice(state.campaign.id, tmp_path / "评查通知.docx", TODAY)

    assert {kind for kind, one in offers.items() if one.count} == {PaperKind.NOTICE}
    assert offers[PaperKind.DRAW].why_not == "还没有抽取"
    assert all(unit.name in words(path) for unit in UNITS)


def test_what_was_written_stays_after_a_cancel(desk: Desktop, tmp_path: Path) -> None:
    class Once:
        def report(self, done: int, _total: int, _label: str) -> None:
            if done:
                raise Cancelled

    kinds = {PaperKind.GROUPS, PaperKind.DRAW}
    with pytest.raises(Cancelled):
        desk.workspace.campaigns.papers.write(desk.id, kinds, tmp_path, Once(), (".docx",))

    assert [path.name for path in tmp_path.iterdir()] == ["评查组名单.docx"]


def test_a_file_in_the_way_is_told(desk: Desktop, tmp_path: Path) -> None:
    (tmp_path / "抽取记录.docx").mkdir()

    with pytest.raises(UserError, match="没有写入"):
        desk.workspace.campaigns.papers.write_draw(desk.id, tmp_path / "抽取记录.docx")
