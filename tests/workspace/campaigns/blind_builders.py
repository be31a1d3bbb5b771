"""A blind campaign whose first case has an original with unit, officers and party in it."""

from pathlib import Path
from uuid import UUID

from reviewer.model.draws import Duty
from reviewer.progress import Silent
from reviewer.workspace import Workspace
from reviewer.workspace.views import Grouping
from tests.workspace.campaigns.assigned_builders import TERMS, Desktop, drawn_desk
from tests.workspace.files import make_pdf

PARTY, UNIT, OFFICER = "宁夏恒通运输有限公司", "平川支队", "王建国"
DECISION = (
    UNIT,
    "行政处罚决定书",
    "交执罚〔2025〕1号",
    f"当事人：{PARTY}",
    "统一社会信用代码：91640100MA0000000X",
    "你单位于2024年3月1日在银川市某路段实施了超限运输行为。",
    f"执法人员{OFFICER}（执法证号：64010012345）现场检查。",
    f"{PARTY}未提出异议。",
    "依据《公路安全保护条例》第六十四条的规定，决定给予罚款人民币叁万元整（¥30000.00）的行政处罚。",
    UNIT,
    "2024年4月10日",
)
FILING = (
    "立案登记表",
    "案号：交执罚〔2025〕1号",
    "案由：超限运输",
    f"当事人：{PARTY}",
    "经办机构意见：建议立案调查。",
    f"承办人：{OFFICER}",
    "负责人审批意见：同意立案。 2024年3月2日",
)


def blind_desk(workspace: Workspace, folder: Path) -> tuple[Desktop, UUID]:
    """Return the desktop, its first reviewer sitting at it, and the case with the original."""
    desk = drawn_desk(workspace, folder, blind=True)
    assigning = workspace.campaigns.assigning
    assigning.accept(desk.id, assigning.propose(desk.id, TERMS, Silent()), TERMS)
    drawn = desk.cases[0]
    source = make_pdf(folder / "来件" / f"{PARTY}.pdf", FILING, DECISION)
    plan = workspace.imports.plan([source], Silent())
    plan = workspace.imports.regroup(plan, Grouping.ONE_CASE)
    imported = workspace.imports.run(plan, Silent()).cases[0]
    workspace.campaigns.records.join(imported, drawn)
    sit_first(desk, drawn)
    return desk, drawn


def sit_first(desk: Desktop, case: UUID) -> None:
    """Let who reviews the case first sit here."""
    desk.sit(desk.state.campaign.member(desk.given(case, Duty.FIRST).person))
