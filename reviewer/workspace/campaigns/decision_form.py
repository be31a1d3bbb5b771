"""另定: what an adjudication may give beside the two views, and the decision typed.  Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from uuid import uuid4

from reviewer import scoring
from reviewer.errors import UserError
from reviewer.model import Bonus, Choice, Clause, Item, Mark, Method, Occurrence, Standard
from reviewer.model.adjudications import ItemDecision, Side
from reviewer.workspace.campaigns.meeting_views import Outcome

_CONFORMS, _ABSENT = "conforms", "absent:"
_COUNTED = {
    Method.PER_OCCURRENCE: "处数",
    Method.PER_DOCUMENT: "份数",
    Method.PER_PERSON: "人数",
    Method.THRESHOLD: "处数",
    Method.AWARD: "例数",
}


@dataclass(frozen=True, slots=True)
class DecisionTexts:
    """A decision as it is filled in."""

    item: str
    side: Side | None
    reason: str
    outcome: str = ""
    """Key of what 另定 gives."""
    number: str = ""
    """What stands in the field beside it."""


def outcomes_of(standard: Standard, item: Item) -> tuple[Outcome, ...]:
    """Return all that 另定 may give an item."""
    return (
        Outcome(_CONFORMS, "符合，不扣分"),
        *(_by_clause(clause, item) for clause in item.clauses),
        *_absences(standard, item),
    )


def bonus_outcomes(bonus: Bonus) -> tuple[Outcome, ...]:
    """Return what 另定 may give a bonus: points."""
    return (Outcome("points", "加分", f"分，不超过 {bonus.points:f}", "0"),)


def decision_of(standard: Standard, texts: DecisionTexts) -> ItemDecision:
    """Return the decision that was filled in.

    Raises:
        UserError: no side, no reason, or 另定 without what it gives; the message says what.
    """
    reason = texts.reason.strip()
    if texts.side is None:
        raise UserError(f"{texts.item} 没有选定从甲、从乙还是另定。", "请按 1、2、3 选定。")
    if not reason:
        raise UserError(f"{texts.item} 没有填写合议的理由。", "请写明理由，合议记录会印出。")
    plain = ItemDecision(texts.item, texts.side, reason)
    if texts.side is not Side.OTHER:
        return plain
    item = next((one for one in standard.items if one.id == texts.item), None)
    if item is not None:
        mark = _mark(standard, item, texts, reason)
        return ItemDecision(texts.item, texts.side, reason, mark=mark)
    bonus = next((one for one in standard.bonuses if one.id == texts.item), None)
    if bonus is None:
        raise UserError(f"{texts.item} 只有命中和排除两种结论。", "请选从甲或者从乙。")
    points = _number(texts.number, "加分")
    if not 0 <= points <= bonus.points:
        raise UserError(f"加分应在 0 至 {bonus.points:f} 之间。", "请更正加分。")
    return ItemDecision(texts.item, texts.side, reason, points=points)


def _by_clause(clause: Clause, item: Item) -> Outcome:
    cost = f"−{clause.points.normalize():f}"
    if clause.method is Method.RATIO:
        return Outcome(clause.id, f"{clause.id} {clause.text}", "比率，0 至 1", "")
    if clause.method is Method.AWARD:
        cost = f"＋{clause.points.normalize():f}"
    if clause.method is Method.WHOLE_ITEM:
        cost = f"−{item.points.normalize():f}"
    ask = _COUNTED.get(clause.method, "")
    usual = str(max(1, clause.threshold)) if ask else ""
    return Outcome(clause.id, f"{clause.id} {clause.text}　{cost}", ask, usual)


def _absences(standard: Standard, item: Item) -> Iterator[Outcome]:
    if item.may_be_absent:
        for one in standard.absence_reasons:
            yield Outcome(f"{_ABSENT}{one.code}", f"不涉及：{one.text}")


def _mark(standard: Standard, item: Item, texts: DecisionTexts, reason: str) -> Mark:
    if not texts.outcome:
        raise UserError(f"{item.id} 选了“另定”，没有填写另定的结论。", "请选定结论后再记录。")
    if texts.outcome == _CONFORMS:
        mark = Mark(item.id, Choice.CONFORMS, note=reason)
    elif texts.outcome.startswith(_ABSENT):
        code = texts.outcome.removeprefix(_ABSENT)
        mark = Mark(item.id, Choice.ABSENT, absence=code, note=reason)
    else:
        mark = Mark(item.id, Choice.FAILS, occurrences=(_occurrence(item, texts, reason),))
    if wrong := scoring.check_mark(standard, mark):
        raise UserError(wrong[0], "请更正另定的结论。")
    return mark


def _occurrence(item: Item, texts: DecisionTexts, reason: str) -> Occurrence:
    clause = next((one for one in item.clauses if one.id == texts.outcome), None)
    if clause is None:
        raise UserError(f"{item.id} 没有扣分情形 {texts.outcome}。", "请从列表中选择。")
    if clause.method is Method.RATIO:
        ratio = _number(texts.number, "比率")
        return Occurrence(uuid4(), clause.id, 1, clause.points, reason, ratio=ratio)
    count = 1
    if clause.method in _COUNTED:
        word = _COUNTED[clause.method]
        value = _number(texts.number or "1", word)
        count = int(value)
        if value != count or count < 1:
            raise UserError(f"{word}应为不小于 1 的整数。", f"请更正{word}。")
    return Occurrence(uuid4(), clause.id, count, clause.points, reason)


def _number(text: str, word: str) -> Decimal:
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise UserError(f"{word}“{text.strip()}”不是数字。", f"请更正{word}。")
    return value
