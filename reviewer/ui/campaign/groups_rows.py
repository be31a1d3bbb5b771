"""The lists of the page 分组与回避 as rows."""

from collections.abc import Sequence
from uuid import UUID

from reviewer.ui.campaign.grid import GridRow, Head
from reviewer.ui.words import local
from reviewer.workspace.campaigns.groups_view import (
    CaseLine,
    ConflictLine,
    Given,
    GroupsView,
    LogLine,
    ReviewerLine,
)

CASES = (
    Head("单位", 5), Head("案号"), Head("类型"), Head("页数", right=True),
    Head("初评"), Head("复评"), Head("情况", 2),
)  # fmt: skip
PEOPLE = (
    Head("评查组"), Head("姓名"), Head("职务"), Head("所在单位", 1), Head("卷数", right=True),
    Head("页数", right=True), Head("涉及单位", right=True), Head("须回避", right=True),
)  # fmt: skip
CONFLICTS = (
    Head("评查人"), Head("回避的单位、案卷或当事人", 3), Head("事由", 3), Head("申报"),
    Head("登记", 2),
)  # fmt: skip
LOG = (Head("时间"), Head("办理人"), Head("内容", 1))

ALL, MISSING, BARRED, DOUBLED = "all", "missing", "barred", "doubled"


def filters(view: GroupsView) -> list[tuple[str, object]]:
    """Return what the list of cases can be narrowed to, with the counts."""
    counts: list[tuple[str, str, int]] = [
        (MISSING, "未分配完", view.missing),
        (BARRED, "评查人须回避", view.barred),
        (DOUBLED, "双评", sum(one.doubled for one in view.cases)),
    ]
    found: list[tuple[str, object]] = [(f"全部 {len(view.cases)} 卷", ALL)]
    found += [(f"{word} {count} 卷", name) for name, word, count in counts if count]
    for one in view.reviewers:
        if one.cases:
            found.append((f"{one.member.name} {one.cases} 卷", one.member.person))
    return found


def narrowed(cases: Sequence[CaseLine], wanted: object) -> list[CaseLine]:
    """Return the cases that a filter leaves."""
    if isinstance(wanted, UUID):
        return [one for one in cases if wanted in {g.person for g in (one.first, one.second) if g}]
    if wanted == MISSING:
        return [one for one in cases if one.missing]
    if wanted == BARRED:
        return [one for one in cases if one.barred]
    return [one for one in cases if wanted != DOUBLED or one.doubled]


def case_row(one: CaseLine, proposed: frozenset[UUID]) -> GridRow:
    """Return a case; who is only proposed is marked as such."""
    first, first_tone = _reviewer(one.first, proposed, needed=True)
    second, second_tone = _reviewer(one.second, proposed, needed=one.doubled)
    said, tone = _situation(one)
    pages = f"{one.pages:,}" if one.pages else "—"
    cells = (one.unit, one.case_no, one.kind, pages, first, second, said)
    return GridRow(one.case, cells, ("", "", "", "", first_tone, second_tone, tone))


def person_row(one: ReviewerLine) -> GridRow:
    """Return a reviewer."""
    member = one.member
    numbers = (f"{n:,}" if n else "—" for n in (one.cases, one.pages, one.units, one.kept_away))
    unit = member.unit_name or "组织单位"
    cells = (member.group or "未分组", member.name, one.duty, unit, *numbers)
    return GridRow(member.person, cells, strong=member.leads_group)


def conflict_row(one: ConflictLine) -> GridRow:
    """Return a declaration; one that was taken back is grey and says why."""
    kept = f"{local(one.kept_at):%m-%d %H:%M} {one.kept_by}".rstrip() if one.kept_at else ""
    told = f"已撤回：{one.gone}" if one.gone else kept
    cells = (one.name, one.about, one.reason, f"{one.declared_on:%m-%d}", told)
    return GridRow(one.id, cells, ("ink2",) * 5 if one.gone else ())


def log_row(one: LogLine) -> GridRow:
    """Return a change."""
    return GridRow((one.at, one.what), (f"{local(one.at):%Y-%m-%d %H:%M}", one.who, one.what))


def _reviewer(one: Given | None, proposed: frozenset[UUID], *, needed: bool) -> tuple[str, str]:
    if one is None:
        return ("未分配", "amber") if needed else ("—", "ink2")
    if one.assignment in proposed:
        return f"拟 {one.name}", "amber"
    return one.name, "red" if one.why else ""


def _situation(one: CaseLine) -> tuple[str, str]:
    if one.barred:
        return one.barred, "red"
    manual = any(given and given.manual for given in (one.first, one.second))
    words = ("校准" if one.calibrates else "", "人工调整" if manual else "")
    return "，".join(filter(None, words)), "ink2"
