"""The form of 三项制度自查: a reply to each requirement becomes a mark of its standard.  Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from uuid import UUID, uuid5

from reviewer import scoring
from reviewer.errors import UserError
from reviewer.model import Choice, Mark, Marks, Occurrence, Standard
from reviewer.model.scores import Score
from reviewer.model.standards import Clause, Item, Method
from reviewer.model.year_end import SelfCheck
from reviewer.reports.wording import points
from reviewer.scoring.numbers import plain

_HUNDRED = Decimal(100)
_WHOLE = frozenset({Method.WHOLE_ITEM, Method.ONCE})


@dataclass(frozen=True, slots=True)
class AskedClause:
    """What can be wanting in a requirement, and how much it costs."""

    id: str
    text: str
    cost: str
    """Such as `每处 1 分`."""
    is_ratio: bool
    is_counted: bool
    """Whether its number is asked; else it is there or not."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person says of one requirement."""

    choice: Choice = Choice.PENDING
    counts: Mapping[str, int] = field(default_factory=dict)
    """By clause: how often; 1 for one that is there."""
    percent: str = ""
    """The rate reached, for a clause that gives points by it."""
    reason: str = ""
    absence: str = ""
    """Reason code of 不涉及."""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement as the form shows it."""

    id: str
    group: str
    short: str
    text: str
    full: str
    basis: str
    materials: str
    may_be_absent: bool
    absent_note: str
    clauses: tuple[AskedClause, ...]
    reply: Reply
    lost: str
    """Points lost; empty when nothing was."""
    faults: tuple[str, ...]
    """What is missing in the reply, in sentences."""
    suggested: str = ""
    """The rate that the campaign's records tell, in percent."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SelfCheckView:
    """The whole form."""

    standard: str
    unit: str
    requirements: tuple[Requirement, ...]
    absences: tuple[tuple[str, str], ...]
    """Codes and texts of the reasons for 不涉及."""
    measures: str
    answered: int
    total: str
    """Points, or the span that is still possible."""
    grade: str
    why_not: str
    """Why the report is still a draft; empty when it is not."""


def view_of(
    standard: Standard, kept: SelfCheck, organiser: str, suggested: Mapping[str, tuple[str, str]]
) -> SelfCheckView:
    """Return the form; `suggested` holds rate and source by item."""
    marks = marks_of(kept)
    score = scoring.score(standard, marks)
    lost = {one.item: one.deducted for one in score.items}
    groups = {one.id: one.name for one in standard.groups}
    requirements = tuple(
        _requirement(standard, item, kept, lost[item.id], groups[item.group], suggested)
        for item in standard.items
    )
    return SelfCheckView(
        f"{standard.name}（{standard.version}）",
        kept.unit or organiser,
        requirements,
        tuple((one.code, one.text) for one in standard.absence_reasons),
        kept.measures,
        sum(one.reply.choice is not Choice.PENDING for one in requirements),
        _total(score),
        score.grade if score.complete else "",
        scoring.ready_to_sign(standard, marks).why_not,
    )


def marks_of(kept: SelfCheck) -> Marks:
    """Return the replies as marks."""
    return Marks({one.item: one for one in kept.marks})


def mark_of(standard: Standard, item_id: str, reply: Reply, check: UUID) -> Mark:
    """Return the mark that a reply makes.

    Raises:
        UserError: the rate is not a number from 0 to 100.
    """
    item = standard.item(item_id)
    if reply.choice is Choice.ABSENT:
        return Mark(item_id, reply.choice, reply.absence, reply.reason)
    found = []
    for clause in item.clauses:
        ratio = _ratio(item, reply.percent) if clause.method is Method.RATIO else None
        count = 1 if ratio is not None else reply.counts.get(clause.id, 0)
        if count:
            reason = reply.reason.strip() or _told(clause, ratio)
            key = uuid5(check, clause.id)
            found.append(Occurrence(key, clause.id, count, clause.points, reason, ratio=ratio))
    return Mark(item_id, reply.choice, note=reply.reason, occurrences=tuple(found))


def reply_of(mark: Mark, proof: str) -> Reply:
    """Return the reply that a mark was made from."""
    ratios = [one.ratio for one in mark.occurrences if one.ratio is not None]
    return Reply(
        mark.choice,
        MappingProxyType({one.clause: one.count for one in mark.occurrences if one.ratio is None}),
        plain((ratios[0] * _HUNDRED).normalize()) if ratios else "",
        mark.note,
        mark.absence,
        proof,
    )


def _requirement(
    standard: Standard,
    item: Item,
    kept: SelfCheck,
    lost: Decimal,
    group: str,
    suggested: Mapping[str, tuple[str, str]],
) -> Requirement:
    mark = marks_of(kept).of(item.id)
    rate, source = suggested.get(item.id, ("", ""))
    return Requirement(
        item.id,
        group,
        item.short,
        item.text,
        plain(item.points),
        "、".join(item.basis),
        "、".join(item.materials),
        item.may_be_absent,
        item.absent_note,
        tuple(map(_clause, item.clauses)),
        reply_of(mark, kept.proofs.get(item.id, "")),
        f"−{points(lost)}" if lost and mark.choice is Choice.FAILS else "",
        scoring.check_mark(standard, mark),
        rate,
        source,
    )


def _clause(clause: Clause) -> AskedClause:
    words = {
        Method.PER_OCCURRENCE: f"每处 {plain(clause.points)} 分",
        Method.PER_DOCUMENT: f"每份 {plain(clause.points)} 分",
        Method.PER_PERSON: f"每人 {plain(clause.points)} 分",
        Method.AWARD: f"每例给 {plain(clause.points)} 分",
        Method.RATIO: f"满分 {plain(clause.points)} 分",
        Method.WHOLE_ITEM: f"扣全部 {plain(clause.points)} 分",
    }
    cost = words.get(clause.method, f"扣 {plain(clause.points)} 分")
    is_ratio = clause.method is Method.RATIO
    counted = not is_ratio and clause.method not in _WHOLE
    return AskedClause(clause.id, clause.text, cost, is_ratio, counted)


def _ratio(item: Item, percent: str) -> Decimal | None:
    plain_text = percent.strip().rstrip("%％")
    if not plain_text:
        return None
    try:
        value = Decimal(plain_text)
    except InvalidOperation:
        value = Decimal(-1)
    if not 0 <= value <= _HUNDRED:
        raise UserError(
            f"{item.id} 的比率“{percent.strip()}”不是 0 至 100 的数。", "请按百分数填写。"
        )
    return value / _HUNDRED


def _told(clause: Clause, ratio: Decimal | None) -> str:
    if ratio is None:
        return clause.text
    return f"{clause.text.removesuffix('给分')}，为 {plain((ratio * _HUNDRED).normalize())}%"


def _total(score: Score) -> str:
    if score.complete:
        return points(score.total)
    return f"{points(score.low)}–{points(score.high)}"
