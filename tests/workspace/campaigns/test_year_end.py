"""The yearly report and the check of the three systems, filled in and written."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from reviewer.errors import UserError
from reviewer.model import Choice
from reviewer.model.year_end import AnnualDraft, annual_id
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.annual_form import ASKED, CONDUCT, ENFORCEMENT, ledger_figures
from reviewer.workspace.campaigns.self_check_form import Reply, Requirement, SelfCheckView
from reviewer.workspace.campaigns.year_end import YearEnd
from tests.store.test_campaigns import make_row
from tests.workspace.campaigns.assigned_builders import Desktop
from tests.workspace.campaigns.statistics_builders import settled_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    folder = tmp_path_factory.mktemp("year_end")
    workspace = Workspace.open(folder / "data", Settings())
    workspace.people.register("周敏", "监督局")
    yield settled_desk(workspace, folder, each=2, left=0)
    workspace.close()


@pytest.fixture
def year_end(desk: Desktop) -> YearEnd:
    return desk.workspace.campaigns.year_end


def _words(path: Path) -> str:
    document = Document(str(path))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def _of(view: SelfCheckView, item: str) -> Requirement:
    return next(one for one in view.requirements if one.id == item)


def test_the_ledger_suggests_figures_and_fills_in_none(desk: Desktop, year_end: YearEnd) -> None:
    view = year_end.annual(desk.id)

    figures = {one.asked.key: one for section in view.sections for one in section.figures}
    assert figures["penalties"].suggested == "6"
    assert figures["files"].suggested == "6"
    assert figures["penalties"].now == ""
    assert view.missing == sum(map(len, ASKED.values()))


def test_the_draft_is_kept_and_the_report_tells_it(
    desk: Desktop, year_end: YearEnd, tmp_path: Path
) -> None:
    figures = {one.key: "12" for asked in ASKED.values() for one in asked}
    draft = AnnualDraft(
        annual_id(desk.id), desk.id, {**figures, "hours": "64.5"}, {"penalties": "9"},
        {ENFORCEMENT: "严格规范公正文明执法。", CONDUCT: "裁量基准已经公布。"},
    )  # fmt: skip
    assert year_end.fill_annual(desk.id, draft).missing == 0
    assert year_end.annual(desk.id).sections[0].figures[2].now == "64.5"

    text = _words(year_end.write_annual(desk.id, tmp_path / "素材.docx"))

    assert "严格规范公正文明执法。" in text
    assert "64.5" in text
    assert "评查 6 卷" in text


def test_a_figure_that_is_no_number_is_named(
    desk: Desktop, year_end: YearEnd, tmp_path: Path
) -> None:
    draft = AnnualDraft(annual_id(desk.id), desk.id, {"courses": "六期"})
    year_end.fill_annual(desk.id, draft)

    with pytest.raises(UserError, match=r"举办行政执法培训班.*六期"):
        year_end.write_annual(desk.id, tmp_path / "素材.docx")


def test_replies_are_scored_and_reported(desk: Desktop, year_end: YearEnd, tmp_path: Path) -> None:
    view = year_end.self_check(desk.id)
    assert (view.answered, view.total) == (0, "0.0–100.0")
    assert _of(view, "Z12").suggested
    for one in view.requirements:
        year_end.reply(desk.id, one.id, Reply(Choice.CONFORMS))

    year_end.reply(desk.id, "Z3", Reply(Choice.FAILS, percent="80"))
    year_end.reply(
        desk.id,
        "Z5",
        Reply(Choice.FAILS, {"Z5.1": 2}, reason="未公开救济渠道", proof="门户网站截图"),
    )
    view = year_end.reply(desk.id, "Z10", Reply(Choice.ABSENT, absence="not_taken"))

    assert (_of(view, "Z3").lost, _of(view, "Z5").lost) == ("−0.6", "−2.0")
    assert (view.answered, view.grade, view.why_not) == (25, "优秀", "")
    year_end.fill_measures(desk.id, "平川支队", "一个月内补公开。\n每季度抽查。")
    text = _words(year_end.write_self_check(desk.id, tmp_path / "自查.docx"))
    assert "未公开救济渠道" in text
    assert "门户网站截图" in text
    assert "每季度抽查" in text
    assert "平川支队" in text


@pytest.mark.parametrize(
    ("item", "reply", "said"),
    [
        ("Z5", Reply(Choice.FAILS), "至少登记一处"),
        ("Z3", Reply(Choice.ABSENT, absence="other"), "不能标不涉及"),
        ("Z10", Reply(Choice.ABSENT), "须选择理由"),
    ],
    ids=["fails without a clause", "never absent", "absent without reason"],
)
def test_what_is_missing_in_a_reply_is_told_and_the_reply_is_kept(
    desk: Desktop, year_end: YearEnd, item: str, reply: Reply, said: str
) -> None:
    before = _of(year_end.self_check(desk.id), item).reply

    found = _of(year_end.reply(desk.id, item, reply), item)

    assert said in found.faults[0]
    assert found.reply.choice is reply.choice
    year_end.reply(desk.id, item, replace(before))


def test_a_rate_over_a_hundred_is_refused(desk: Desktop, year_end: YearEnd) -> None:
    with pytest.raises(UserError, match="Z3 的比率“120”"):
        year_end.reply(desk.id, "Z3", Reply(Choice.FAILS, percent="120"))


def test_a_ledger_that_says_none_counts_no_coercion() -> None:
    told = ("扣押车辆 30 日", "无", "否", "")
    rows = [replace(make_row(at), coercion=text) for at, text in enumerate(told, 1)]

    assert ledger_figures(rows)["coercion"] == "1"
    assert "coercion" not in ledger_figures(rows[1:])
