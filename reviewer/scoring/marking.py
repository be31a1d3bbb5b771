"""Whether what a person decided is complete enough to be signed, in Chinese sentences.

Scoring itself never refuses a mark; this says what is still missing, item by item.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.model import (
    AbsenceReason,
    Choice,
    Item,
    Mark,
    Marks,
    Method,
    Occurrence,
    Standard,
    VetoChoice,
    VetoMark,
)
from reviewer.scoring.numbers import plain
from reviewer.scoring.weighing import is_awarded


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands in the way of signing (签定)."""

    pending: tuple[str, ...]
    """Ids of items still 待定."""
    open_vetoes: tuple[str, ...]
    faults: tuple[tuple[str, str], ...]
    """Item, veto or bonus id, and a sentence that says what is missing there."""
    why_not: str
    """Chinese; empty when the review may be signed."""

    @property
    def ready(self) -> bool:
        """Return whether nothing stands in the way."""
        return not self.why_not


def check_mark(standard: Standard, mark: Mark) -> tuple[str, ...]:
    """Return what is wrong with the mark of one item; nothing when it may stand."""
    item = standard.item(mark.item)
    if mark.choice is Choice.ABSENT:
        return tuple(_check_absence(standard, item, mark))
    if mark.choice is Choice.FAILS:
        return tuple(_check_failure(item, mark))
    return ()


def check_veto(standard: Standard, mark: VetoMark) -> tuple[str, ...]:
    """Return what is wrong with the mark of one veto; a hit carries a reason and a place.

    A hit accepted from the machine may be an absence: then the pages that were searched stand
    in its reason, and there is no place.
    """
    if mark.veto not in {veto.id for veto in standard.vetoes}:
        return (f"{mark.veto} 不是本标准的否决项。",)
    if mark.choice is not VetoChoice.HIT:
        return ()
    wrong = []
    if not mark.reason.strip():
        wrong.append(f"{mark.veto} 判为命中，须写明理由。")
    if not mark.places and mark.proposal is None:
        wrong.append(f"{mark.veto} 判为命中，须引用卷内页码。")
    return tuple(wrong)


def ready_to_sign(standard: Standard, marks: Marks) -> Readiness:
    """Return whether the review may be signed, and what is missing when it may not."""
    pending = tuple(i.id for i in standard.items if marks.of(i.id).choice is Choice.PENDING)
    open_vetoes = tuple(
        veto.id for veto in standard.vetoes if marks.of_veto(veto.id).choice is VetoChoice.OPEN
    )
    faults = tuple(_faults(standard, marks))
    return Readiness(
        pending, open_vetoes, faults, _why_not(standard, marks, pending, open_vetoes, faults)
    )


def _faults(standard: Standard, marks: Marks) -> Iterator[tuple[str, str]]:
    for item in standard.items:
        for sentence in check_mark(standard, marks.of(item.id)):
            yield item.id, sentence
    for veto in standard.vetoes:
        for sentence in check_veto(standard, marks.of_veto(veto.id)):
            yield veto.id, sentence
    most = {bonus.id: bonus.points for bonus in standard.bonuses}
    for name, points in marks.bonuses.items():
        if name not in most:
            yield name, f"{name} 不是本标准的加分项。"
        elif not 0 <= points <= most[name]:
            yield name, f"{name} 加分应在 0 至 {plain(most[name])} 分之间。"


def _why_not(
    standard: Standard,
    marks: Marks,
    pending: tuple[str, ...],
    open_vetoes: tuple[str, ...],
    faults: tuple[tuple[str, str], ...],
) -> str:
    parts = []
    if pending:
        parts.append(f"还有 {len(pending)} 项待定")
    if open_vetoes:
        parts.append(f"还有 {len(open_vetoes)} 个否决项未判定")
    if faults:
        parts.append(f"还有 {len({name for name, _ in faults})} 项缺少理由或填写有误")
    if all(marks.of(item.id).choice is Choice.ABSENT for item in standard.items):
        parts.append("全部评查项均为不涉及，没有可以计分的项目")
    return "，".join(parts) + "。" if parts else ""


def _check_absence(standard: Standard, item: Item, mark: Mark) -> Iterator[str]:
    if not item.may_be_absent:
        yield f"{item.id} 不能标不涉及：{item.absent_note or '本项为必评项。'}"
        return
    reason = _reason(standard, mark.absence)
    if reason is None:
        yield f"{item.id} 标不涉及，须选择理由。"
    elif reason.needs_note and not mark.note.strip():
        yield f"{item.id} 不涉及的理由为“{reason.text}”，须用文字写明。"


def _reason(standard: Standard, code: str) -> AbsenceReason | None:
    return next((one for one in standard.absence_reasons if one.code == code), None)


def _check_failure(item: Item, mark: Mark) -> Iterator[str]:
    if not mark.occurrences and not is_awarded(item):
        yield f"{item.id} 判为不符合，须至少登记一处扣分情形。"
    methods = {clause.id: clause.method for clause in item.clauses}
    for occurrence in mark.occurrences:
        yield from _check_occurrence(item, methods.get(occurrence.clause), occurrence)


def _check_occurrence(item: Item, method: Method | None, occurrence: Occurrence) -> Iterator[str]:
    if method is None:
        yield f"{item.id} 没有扣分情形 {occurrence.clause}。"
        return
    if not occurrence.reason.strip():
        yield f"{occurrence.clause} 须写明扣分理由。"
    if occurrence.count < 1:
        yield f"{occurrence.clause} 的数量应不小于 1。"
    if method is Method.RATIO and (occurrence.ratio is None or not 0 <= occurrence.ratio <= 1):
        yield f"{occurrence.clause} 须填写 0 至 1 之间的比率。"
