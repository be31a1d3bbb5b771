"""What would be if a decision fell otherwise, or another version of the standard held."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from reviewer.errors import Refused, UserError
from reviewer.model.draws import Duty
from reviewer.settings import Settings
from reviewer.workspace import Workspace
from reviewer.workspace.campaigns.supposing import Supposing
from reviewer.workspace.campaigns.suppositions import Changes
from tests.workspace.campaigns.assigned_builders import LEADER, Desktop, assigned_desk, fails


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """Return three cases reviewed twice, of which two differ a little and all are settled."""
    folder = tmp_path_factory.mktemp("supposing")
    workspace = Workspace.open(folder / "data", Settings())
    workspace.people.register("周敏", "监督局")
    made = assigned_desk(workspace, folder)
    for at, case in enumerate(made.cases):
        made.reviewed(case, Duty.FIRST, [fails(made, 0, "1")] if at else [])
        made.reviewed(case, Duty.SECOND)
    made.sit(LEADER)
    yield made
    workspace.close()


@pytest.fixture
def supposing(desk: Desktop) -> Supposing:
    return desk.workspace.campaigns.supposing


def test_what_two_reviews_differ_on_is_offered_before_other_deductions(
    desk: Desktop, supposing: Supposing
) -> None:
    flips = supposing.offers(desk.id).flips

    assert [(one.item, one.now, one.otherwise, one.why) for one in flips] == [
        ("A1", "扣 1 分", "从复评，符合", "初评、复评不同"),
    ] * 2
    assert {one.case for one in flips} == set(desk.cases[1:])


def test_a_flip_is_told_for_case_and_unit_and_changes_nothing(
    desk: Desktop, supposing: Supposing
) -> None:
    before = desk.workspace.campaigns.results.final(desk.id)
    flip = supposing.offers(desk.id).flips[0]

    found = supposing.if_decided(desk.id, flip)

    assert "总分由 99.0 变为 100.0" in found.sentence
    texts = [[cell.text for cell in row.cells] for row in found.tables[0].rows]
    assert [flip.case_no, "总分", "99.0", "100.0", "+1.0"] in texts
    assert any(row[:2] == [flip.unit, "平均分"] for row in texts)
    assert desk.workspace.campaigns.results.final(desk.id) == before


def test_other_points_reopen_only_the_cases_that_they_touch(
    desk: Desktop, supposing: Supposing
) -> None:
    (pinned,) = supposing.offers(desk.id).standards
    changes = Changes(points=(("A1", Decimal(5)),), lines=(("优秀", Decimal("99.5")),))

    found = supposing.if_changed(desk.id, pinned.content_hash, changes)

    cases, units, differences = found.tables
    assert "2 卷共 2 项需重新评定，其余结论和已记扣分保留" in found.sentence
    assert "2 卷等次会变" in found.sentence
    assert [row.cells[7].text for row in cases.rows] == ["A1", "A1", "无"]
    assert {row.cells[1].text for row in differences.rows} >= {"A1", "优秀"}
    assert len(units.rows) == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (Changes(points=(("A1", Decimal("0.5")),)), "一次就扣"),
        (Changes(points=(("A1", Decimal(0)),)), "不合适"),
        (Changes(lines=(("优秀", Decimal(70)),)), "应高于"),
    ],
    ids=["less than one deduction", "no points", "grades out of order"],
)
def test_numbers_that_do_not_fit_are_refused(
    desk: Desktop, supposing: Supposing, changes: Changes, said: str
) -> None:
    (pinned,) = supposing.offers(desk.id).standards

    with pytest.raises(UserError, match=said):
        supposing.if_changed(desk.id, pinned.content_hash, changes)


def test_a_standard_is_written_changed_and_read_back(
    desk: Desktop, supposing: Supposing, tmp_path: Path
) -> None:
    (pinned,) = supposing.offers(desk.id).standards
    path = supposing.write_standard(desk.id, pinned.content_hash, tmp_path / "标准.yaml")
    assert supposing.if_file(desk.id, pinned.content_hash, path).sentence == "与现行标准没有差别。"

    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: general\n", "id: other\n"), encoding="utf-8")
    with pytest.raises(Refused, match="另一版本"):
        supposing.if_file(desk.id, pinned.content_hash, path)
