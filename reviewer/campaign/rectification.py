"""Rectification (整改): from the problems of final reviews to closing and 回头看.

A term of rectification is set by the notice in calendar days and no law moves its end: the day of
the notice plus the days, whatever weekday that is.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from reviewer.campaign import states
from reviewer.campaign.dues import Due, due, in_order
from reviewer.campaign.machines import Actor
from reviewer.errors import Refused, UserError
from reviewer.model import Marks, Place, Score, Standard
from reviewer.model.campaigns import Campaign
from reviewer.model.feedback import Evidence, Rectification, RectificationState
from reviewer.model.standards import category
from reviewer.reckoning.citations import articles

REQUIREMENT = "按照依据补正或者纠正，查明原因，完善制度，防止再次发生"
"""What a problem asks for when the leader writes nothing of their own."""
WITH_UNIT = frozenset(
    {RectificationState.NOTIFIED, RectificationState.RETURNED, RectificationState.REOPENED}
)
UNFINISHED = WITH_UNIT | {RectificationState.OPEN, RectificationState.REPORTED}


@dataclass(frozen=True, slots=True)
class FinalReview:
    """The review whose result holds for a case."""

    case: UUID
    case_no: str
    unit: UUID
    standard: Standard
    marks: Marks
    score: Score
    page_label: Callable[[Place], str]
    """卷内页号 of a place, else file name and page."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the final reviews change in the list of rectifications."""

    added: tuple[Rectification, ...]
    kept: tuple[Rectification, ...]
    lifted: tuple[Rectification, ...]
    """Unfinished ones whose problem the final review no longer has: to be withdrawn."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a unit reports about one problem."""

    measures: str
    responsible: str
    progress: str
    done_on: date | None = None
    evidence_named: str = ""
    evidence: tuple[Evidence, ...] = ()


def problems(campaign: UUID, review: FinalReview) -> tuple[Rectification, ...]:
    """Return one rectification for each veto that was hit and each deduction that counts.

    Its id follows from case, clause and text: made again from the same review it is the same.
    """
    found = [*_vetoes(campaign, review), *_deductions(campaign, review)]
    seen: dict[UUID, int] = {}
    numbered = []
    for one in found:
        seen[one.id] = seen.get(one.id, 0) + 1
        again = seen[one.id]
        numbered.append(one if again == 1 else replace(one, id=uuid5(one.id, str(again))))
    return tuple(numbered)


def plan(campaign: UUID, reviews: Iterable[FinalReview], existing: Iterable[Rectification]) -> Plan:
    """Return what the final reviews add to the rectifications that exist.

    An existing one is never changed here: what a unit reported stays.
    """
    chosen = tuple(reviews)
    cases = {one.case for one in chosen}
    known = {one.id: one for one in existing}
    wanted = {one.id: one for review in chosen for one in problems(campaign, review)}
    lifted = tuple(
        one
        for one in known.values()
        if one.case in cases
        and one.id not in wanted
        and one.origin is None
        and one.state in UNFINISHED
    )
    gone = {one.id for one in lifted}
    return Plan(
        tuple(one for key, one in wanted.items() if key not in known),
        tuple(one for key, one in known.items() if key not in gone),
        lifted,
    )


def _vetoes(campaign: UUID, review: FinalReview) -> list[Rectification]:
    found = []
    for veto in review.standard.vetoes:
        if veto.id in review.score.vetoes:
            mark = review.marks.of_veto(veto.id)
            text = mark.reason or veto.text
            blank = _blank(campaign, review, veto.id, veto.id, text)
            found.append(
                replace(
                    blank,
                    basis=articles(veto.basis),
                    pages=_pages(review, mark.places),
                    category=category(veto.questions),
                )
            )
    return found


def _deductions(campaign: UUID, review: FinalReview) -> list[Rectification]:
    found = []
    for score in review.score.items:
        item = review.standard.item(score.item)
        clauses = {clause.id: clause.text for clause in item.clauses}
        counted = {one.occurrence for one in score.deductions if one.counted}
        for one in review.marks.of(item.id).occurrences:
            if one.id not in counted:
                continue
            text = one.reason or clauses.get(one.clause, "") or item.text
            blank = _blank(campaign, review, item.id, one.clause, text)
            found.append(
                replace(
                    blank,
                    basis=articles(item.basis),
                    pages=_pages(review, one.places),
                    category=category(item.questions),
                )
            )
    return found


def _blank(campaign: UUID, review: FinalReview, item: str, clause: str, text: str) -> Rectification:
    plain = "".join(text.split())
    return Rectification(
        id=uuid5(campaign, f"rectification {review.case} {item} {clause} {plain}"),
        campaign=campaign,
        unit=review.unit,
        case=review.case,
        case_no=review.case_no,
        item=item,
        problem=text,
        basis="",
        pages="",
        category="",
        requirement=REQUIREMENT,
        state=RectificationState.OPEN,
    )


def _pages(review: FinalReview, places: Sequence[Place]) -> str:
    return "、".join(dict.fromkeys(filter(None, map(review.page_label, places))))


def notify(
    rectification: Rectification, by: Actor, campaign: Campaign, notified_on: date
) -> Rectification:
    """Return it as notified (下达整改通知); the term is that of the campaign."""
    due_on = notified_on + timedelta(days=campaign.rectification_days)
    note = f"整改期限 {due_on.isoformat()}"
    after = _step(rectification, states.NOTIFY, by, note)
    return replace(after, notified_on=notified_on, due=due_on)


def extend(rectification: Rectification, by: Actor, due_on: date, reason: str) -> Rectification:
    """Return it with a later last day.

    Raises:
        Refused, UserError: the unit need not act now, no reason, or the day is not later.
    """
    note = f"延长至 {due_on.isoformat()}：{reason.strip()}" if reason.strip() else ""
    after = _step(rectification, states.EXTEND, by, note)
    if rectification.due and due_on <= rectification.due:
        raise UserError(
            f"新的期限不晚于原期限 {rectification.due.isoformat()}。", "请填写原期限之后的日期。"
        )
    return replace(after, due=due_on)


def report(rectification: Rectification, by: Actor, told: Report, note: str = "") -> Rectification:
    """Return it with what the unit reports; evidence is added to what is there.

    Raises:
        Refused, UserError: it is not with the unit, or neither measures nor progress are told.
    """
    if not told.measures.strip() and not told.progress.strip():
        raise UserError("整改措施和完成情况都没有填写。", "请填写后再登记整改报告。")
    after = _step(rectification, states.REPORT, by, note)
    held = {one.sha256 for one in rectification.evidence}
    new = tuple(one for one in told.evidence if one.sha256 not in held)
    return replace(
        after,
        measures=told.measures,
        responsible=told.responsible,
        progress=told.progress,
        done_on=told.done_on,
        evidence_named=told.evidence_named or rectification.evidence_named,
        evidence=(*rectification.evidence, *new),
    )


def attach(
    rectification: Rectification, by: Actor, evidence: Collection[Evidence]
) -> Rectification:
    """Return it with more evidence for what was reported.

    Raises:
        Refused, UserError: it is not with the unit and not reported, or nothing was reported yet.
    """
    one = rectification
    told = Report(
        one.measures, one.responsible, one.progress, one.done_on, one.evidence_named,
        tuple(evidence),
    )  # fmt: skip
    return report(one, by, told, f"补充{'、'.join(f'《{file.name}》' for file in evidence)}")


def send_back(
    rectification: Rectification, by: Actor, reason: str, due_on: date | None = None
) -> Rectification:
    """Return it to the unit (退回补正), with a new last day when one is given."""
    after = _step(rectification, states.RETURN, by, reason)
    return replace(after, due=due_on or rectification.due)


def close(
    rectification: Rectification,
    by: Actor,
    closed_on: date,
    note: str = "",
    revisit_due: date | None = None,
) -> Rectification:
    """Return it as closed (销号); `revisit_due` plans a 回头看.

    Raises:
        Refused: progress is not told, or there is no evidence and no note says why.
    """
    after = _step(rectification, states.CLOSE, by, note)
    if not rectification.progress.strip():
        raise Refused("没有填写完成情况，不能销号。", f"请退回单位补正（{states.RETURN}）。")
    if not rectification.evidence and not note.strip():
        raise Refused(
            "没有佐证材料，不能销号。", "请补充佐证材料，或者在审核意见中写明核实的方式。"
        )
    return replace(after, verified_by=by.name, closed_on=closed_on, revisit_due=revisit_due)


def pass_revisit(rectification: Rectification, by: Actor, note: str = "") -> Rectification:
    """Return it as looked at again (回头看通过)."""
    return _step(rectification, states.PASS_REVISIT, by, note)


def fail_revisit(
    rectification: Rectification, by: Actor, reason: str, due_on: date
) -> Rectification:
    """Return it open again, with a new last day; who closed it stays in the history."""
    after = _step(rectification, states.FAIL_REVISIT, by, reason)
    return replace(after, due=due_on, closed_on=None, verified_by="", revisit_due=None)


def withdraw(rectification: Rectification, by: Actor, reason: str) -> Rectification:
    """Return it withdrawn (撤销), because the problem no longer holds."""
    return _step(rectification, states.CANCEL, by, reason)


def roll(rectification: Rectification, by: Actor, note: str) -> Rectification:
    """Return it as rolled forward (转入下年)."""
    return _step(rectification, states.ROLL, by, note)


def rectification_dues(rectifications: Iterable[Rectification], today: date) -> tuple[Due, ...]:
    """Return what has to be done: reports of units, verification, 回头看."""
    found = []
    for one in rectifications:
        if one.state in WITH_UNIT:
            note = "" if one.due else "没有填写整改期限。"
            found.append(due(one.id, one.unit, "报送整改报告", one.due, today, note))
        elif one.state is RectificationState.CLOSED and one.revisit_due:
            found.append(due(one.id, one.unit, "回头看", one.revisit_due, today))
    return in_order(found)


def _step(rectification: Rectification, action: str, by: Actor, note: str = "") -> Rectification:
    state, told = states.RECTIFICATION.take(rectification.state, action, by, note)
    return replace(rectification, state=state, history=(*rectification.history, told))
