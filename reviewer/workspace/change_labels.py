"""What a change is called, for 撤销 and the journal: object first, then what was done."""

from collections.abc import Mapping

from reviewer.model import Answer, Choice, Correction, CorrectionKind, ProposalKey, VetoChoice
from reviewer.workspace.fact_fields import label_of_key

_CHOICES = {
    Choice.CONFORMS: "符合",
    Choice.FAILS: "不符合",
    Choice.ABSENT: "不涉及",
    Choice.PENDING: "待定",
}
_VETOES = {VetoChoice.OPEN: "待判定", VetoChoice.EXCLUDED: "排除", VetoChoice.HIT: "命中"}
_ANSWERS = {Answer.ACCEPTED: "采纳", Answer.REJECTED: "不采纳"}
_FIELDS = {
    "clause": "扣分情形",
    "count": "处数",
    "reason": "扣分理由",
    "places": "扣分证据",
    "ratio": "比率",
    "fault": "互斥事实",
}
_TEXTS = {
    "merits": "优点",
    "problems": "主要问题",
    "suggestions": "建议",
    "leader": "组长",
    "second": "第二评查人",
}
_CORRECTIONS = {
    CorrectionKind.DOCUMENT: "更正文书类型",
    CorrectionKind.NOT_A_DOCUMENT: "标为不属文书的页",
    CorrectionKind.PROCEDURE: "更正程序",
}


def chosen(item: str, choice: Choice) -> str:
    """Return the label of deciding about an item."""
    return f"{item} {_CHOICES[choice]}"


def added(item: str, clause: str) -> str:
    """Return the label of adding a deduction."""
    return f"{item} 加扣分（{clause}）"


def removed(item: str) -> str:
    """Return the label of removing a deduction."""
    return f"{item} 去扣分"


def changed(item: str, fields: Mapping[str, object]) -> str:
    """Return the label of changing a deduction."""
    return f"{item} 改{'、'.join(_FIELDS.get(name, name) for name in fields)}"


def vetoed(veto: str, choice: VetoChoice) -> str:
    """Return the label of deciding about a veto."""
    return f"{veto} {_VETOES[choice]}"


def answered(item: str, key: ProposalKey, answer: Answer) -> str:
    """Return the label of answering a proposal."""
    return f"{item} {_ANSWERS[answer]}提示 {key.rule}"


def corrected(correction: Correction) -> str:
    """Return the label of a correction."""
    if correction.kind in _CORRECTIONS:
        return _CORRECTIONS[correction.kind]
    name = label_of_key(correction.key)
    return f"填写{name}" if correction.kind is CorrectionKind.FACT else f"清除{name}"


def texted(name: str) -> str:
    """Return the label of writing a text."""
    return f"填写{_TEXTS[name]}"
