"""What a proposal unfolds: its rule, what was read and searched, and how the rule fared."""

from pytestqt.qtbot import QtBot

from reviewer.model.figures import MADE_UP
from reviewer.ui.theme import make_tokens
from reviewer.ui.workbench.item_lines import ProposalLine
from reviewer.ui.workbench.proposal_card import ProposalCard
from tests.ui.workbench.builders import make_proposal


def why(qtbot: QtBot, made_up: str) -> list[str]:
    proposal = make_proposal("A7", made_up=made_up)
    card = ProposalCard(make_tokens("light", 12), ProposalLine("a", proposal, ()), locked=False)
    qtbot.addWidget(card)
    card.show_why()
    return card._why.text().splitlines()


def test_why_ends_with_how_the_rule_fared_on_made_up_files(qtbot: QtBot) -> None:
    told = f"{MADE_UP}：文字查出 3/3，误报 0；扫描尚未测量。"

    assert why(qtbot, told)[-1] == f"K19 {told}"
    assert not any(MADE_UP in line for line in why(qtbot, ""))
