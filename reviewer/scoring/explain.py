"""The way from the total down to each deduction, in Chinese, for recomputing by hand.

The `points` of the lines add up: counted deductions of an item (level 3) take its line (level 2)
from full points down, at most to 0; items make their group (level 1); groups make what the
total line divides.
"""

from collections.abc import Iterator
from decimal import Decimal

from reviewer.model import (
    Choice,
    Clause,
    Deduction,
    ExplanationLine,
    Item,
    ItemScore,
    Mark,
    Marks,
    Method,
    Score,
    Standard,
)
from reviewer.scoring.numbers import ZERO, percent, plain, to_tenths
from reviewer.scoring.score import FULL
from reviewer.scoring.weighing import is_awarded

_UNITS = {
    Method.PER_OCCURRENCE: "处",
    Method.PER_DOCUMENT: "份",
    Method.PER_PERSON: "人",
    Method.AWARD: "例",
}
_TOTAL, _GROUP, _ITEM, _DEDUCTION = range(4)


def explain(standard: Standard, marks: Marks, score: Score) -> tuple[ExplanationLine, ...]:
    """Return the lines that lead from the total to each deduction of `score`."""
    lines = list(_head(standard, marks, score))
    found = {item.item: item for item in score.items}
    for group in standard.groups:
        items = [item for item in standard.items if item.group == group.id]
        scores = [found[item.id] for item in items]
        full = sum((s.full for s in scores if s.choice is not Choice.ABSENT), ZERO)
        awarded = sum((s.awarded for s in scores), ZERO)
        text = f"{group.id} {group.name}：得 {plain(awarded)} 分，适用满分 {plain(full)} 分"
        lines.append(ExplanationLine(_GROUP, text, awarded))
        for item in items:
            lines.extend(_item(standard, item, marks.of(item.id), found[item.id]))
    return tuple(lines)


def _head(standard: Standard, marks: Marks, score: Score) -> Iterator[ExplanationLine]:
    name = "总分" if score.complete else "暂计"
    grade = f"，等次：{score.grade}" if score.complete else f"，暂定等次：{score.grade}"
    yield ExplanationLine(_TOTAL, f"{name} {plain(score.total)} 分{grade}", score.total)
    if score.grade_note:
        yield _note(score.grade_note)
    if not score.applicable:
        return
    rate = percent(score.awarded, score.applicable)
    yield _note(
        f"得分率：100 × {plain(score.awarded)} ÷ {plain(score.applicable)} = {plain(rate)}"
        "（四舍五入，保留一位小数）"
    )
    yield from _bonus(standard, marks, score, rate)
    absent = [item for item in score.items if item.choice is Choice.ABSENT]
    if absent:
        names = "、".join(item.item for item in absent)
        full = sum((item.full for item in score.items), ZERO)
        out = sum((item.full for item in absent), ZERO)
        yield _note(
            f"不涉及 {names}，满分 {plain(full)} − {plain(out)} = {plain(score.applicable)} 分"
        )
    if score.pending:
        yield _note(
            f"待定 {'、'.join(score.pending)}，暂按满分计；"
            f"总分可能在 {plain(score.low)} 至 {plain(score.high)} 分之间"
        )
    if score.open_vetoes:
        yield _note(f"一票否决 {'、'.join(score.open_vetoes)} 尚未判定，暂按未命中计")
    if score.vetoes:
        yield _note(
            f"命中一票否决 {'、'.join(score.vetoes)}；否决前得分 {plain(score.before_veto)} 分"
            f"{_lifted(score)}"
        )


def _lifted(score: Score) -> str:
    """Return how the score before the veto comes about where ⊕ deductions were not made."""
    before = sum((item.before_veto for item in score.items), ZERO)
    if before == score.awarded:
        return ""
    return (
        f"（按否决不再扣的情形照扣，共得 {plain(before)} 分，100 × {plain(before)} ÷ "
        f"{plain(score.applicable)} = {plain(percent(before, score.applicable))}）"
    )


def _bonus(
    standard: Standard, marks: Marks, score: Score, rate: Decimal
) -> Iterator[ExplanationLine]:
    given = [
        f"{bonus.id} {plain(min(marks.bonuses[bonus.id], bonus.points))} 分"
        for bonus in standard.bonuses
        if marks.bonuses.get(bonus.id, ZERO) > 0
    ]
    if given:
        yield _note(
            f"加分 {'、'.join(given)}，计 {plain(score.bonus)} 分"
            f"（合计不超过 {plain(standard.bonus_limit)} 分）"
        )
        raised = to_tenths(rate + score.bonus)
        most = "，超过 100，按 100 分计" if raised > FULL else ""
        yield _note(f"得分率加加分：{plain(rate)} ＋ {plain(score.bonus)} = {plain(raised)}{most}")


def _note(text: str) -> ExplanationLine:
    return ExplanationLine(_TOTAL, text)


def _item(
    standard: Standard, item: Item, mark: Mark, score: ItemScore
) -> Iterator[ExplanationLine]:
    text = f"{item.id} {item.short}：{_judgement(standard, item, mark, score)}"
    yield ExplanationLine(_ITEM, text, score.awarded, item.id)
    clauses = {clause.id: clause for clause in item.clauses}
    for deduction in score.deductions:
        clause = clauses.get(deduction.clause)
        text = _deduction(clause, deduction) if clause else _unknown(deduction)
        yield ExplanationLine(_DEDUCTION, text, deduction.points, item.id)


def _judgement(standard: Standard, item: Item, mark: Mark, score: ItemScore) -> str:
    full = plain(score.full)
    if score.choice is Choice.ABSENT:
        reasons = {reason.code: reason.text for reason in standard.absence_reasons}
        why = "，".join(part for part in (reasons.get(mark.absence, ""), mark.note) if part)
        return f"不涉及{f'（{why}）' if why else ''}，{full} 分不计入满分"
    if score.choice is Choice.PENDING:
        return f"待定，暂按满分 {full} 分计"
    if score.choice is Choice.CONFORMS:
        return f"符合，{full} 分"
    return f"不符合，{_sum(item, score)}"


def _sum(item: Item, score: ItemScore) -> str:
    full, awarded = plain(score.full), plain(score.awarded)
    methods = {clause.id: clause.method for clause in item.clauses}
    counted = [one for one in score.deductions if one.counted]
    lost = sum((d.points for d in counted if methods[d.clause] is not Method.AWARD), ZERO)
    if is_awarded(item):
        earned = sum((d.points for d in counted if methods[d.clause] is Method.AWARD), ZERO)
        most = "" if earned <= score.full else f"，最多 {full}"
        less = f" − {plain(lost)}" if lost else ""
        return f"给分 {plain(earned)}{most}{less}，得 {awarded} 分"
    if lost > score.full:
        return f"扣分合计 {plain(lost)}，超过满分 {full}，扣完为止，得 {awarded} 分"
    return f"{full} − {plain(lost)} = {awarded} 分"


def _deduction(clause: Clause, deduction: Deduction) -> str:
    head = f"{clause.id} {clause.text}："
    if not deduction.counted:
        return f"{head}不扣（{deduction.note}）"
    points = plain(deduction.points)
    if clause.method is Method.WHOLE_ITEM:
        return f"{head}扣整项 {points} 分"
    if clause.method is Method.RATIO:
        return f"{head}给 {deduction.note} 分，扣 {points} 分"
    if clause.method is Method.ONCE or clause.method is Method.THRESHOLD:
        return f"{head}扣 {points} 分"
    unit = _UNITS[clause.method]
    verb = "给" if clause.method is Method.AWARD else "扣"
    each = deduction.points / deduction.count if deduction.count > 0 else clause.points
    return f"{head}{plain(each)} 分 × {deduction.count} {unit}，{verb} {points} 分"


def _unknown(deduction: Deduction) -> str:
    return f"{deduction.clause}：不扣（{deduction.note}）"
