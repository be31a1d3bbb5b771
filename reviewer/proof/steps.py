"""The days of the measures of a case: evidence held, vehicle seized, reminder, court, transfer."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reviewer.proof.days import deadline, is_workday, workday, workday_from
from reviewer.proof.measures import Mark, ServiceWay
from reviewer.proof.plan import Plan


@dataclass(frozen=True, slots=True)
class HoldSteps:
    """先行登记保存."""

    held: date
    handled: date


@dataclass(frozen=True, slots=True)
class SeizureSteps:
    """扣押."""

    start: datetime
    approved: datetime
    until: date
    """Last of the thirty days that the decision gives."""
    extended: date | None
    """When the prolongation was approved and told."""
    extended_to: date | None
    released: date


@dataclass(frozen=True, slots=True)
class UnpaidSteps:
    """Reminder and court."""

    due: date
    """The last day for the payment."""
    urged: date
    applied: date


@dataclass(frozen=True, slots=True)
class TransferSteps:
    """移送."""

    reported: date
    approved: datetime
    sent: datetime
    police_filed: date
    handed: date


@dataclass(frozen=True, slots=True)
class PerformSteps:
    """代履行."""

    urged: date
    performed: date


@dataclass(frozen=True, slots=True)
class WithdrawnSteps:
    """撤回公示."""

    revoked: date
    withdrawn: date


@dataclass(frozen=True, slots=True)
class FiledSteps:
    """当场处罚备案 and what becomes of money collected on the spot."""

    filed: date
    surrendered: date
    banked: date


@dataclass(frozen=True, slots=True)
class Steps:
    """The measures of one case; None where there was none."""

    hold: HoldSteps | None
    seizure: SeizureSteps | None
    unpaid: UnpaidSteps | None
    transfer: TransferSteps | None
    performing: PerformSteps | None
    withdrawing: WithdrawnSteps | None
    filed: FiledSteps
    recusal_asked: date
    recusal_decided: date
    confirmed: date
    """When the party confirmed where and how documents reach it."""
    announced: date
    """When the service by announcement was issued."""
    served: date | None
    """When the decision counts as served where that follows from the announcement."""
    second_part: date
    """When the second part of the fine is due and paid."""
    parted: bool
    """Whether the fine is paid in two parts."""

    def ends(self) -> tuple[date, ...]:
        """Return the days before which the case cannot be closed."""
        days = [self.filed.filed]
        if self.parted:
            days.append(self.second_part)
        if self.transfer:
            days.append(self.transfer.handed)
        if self.performing:
            days.append(self.performing.performed)
        if self.withdrawing:
            days.append(self.withdrawing.withdrawn)
        if self.hold:
            days.append(self.hold.handled)
        if self.seizure:
            days.append(self.seizure.released)
        if self.unpaid:
            days.append(self.unpaid.applied)
        return tuple(days)


def make_steps(plan: Plan, found: date, inquiry: date, corrected: date, decision: date) -> Steps:
    """Return the days of the measures of `plan`."""
    announced = workday(decision, 2)
    by_announcement = plan.service is ServiceWay.ANNOUNCED
    served = announced + timedelta(days=plan.announced_days) if by_announcement else None
    told = served or workday(decision, plan.served_wait)
    hold, unpaid = plan.hold, plan.unpaid
    return Steps(
        hold=HoldSteps(found, workday(found, hold.handled_wait)) if hold else None,
        seizure=_seizure(plan, found) if plan.seizure else None,
        unpaid=_unpaid(plan, told) if unpaid else None,
        transfer=_transfer(plan, inquiry) if Mark.TRANSFER in plan.marks else None,
        performing=_performing(plan, corrected) if Mark.PERFORMED in plan.marks else None,
        withdrawing=_withdrawing(plan, told) if Mark.WITHDRAWN in plan.marks else None,
        filed=_filed(plan, decision),
        recusal_asked=inquiry,
        recusal_decided=workday(inquiry, 1),
        confirmed=inquiry,
        announced=announced,
        served=served,
        second_part=deadline(told, 60),
        parted=Mark.INSTALMENTS in plan.marks,
    )


def _seizure(plan: Plan, found: date) -> SeizureSteps:
    assert plan.seizure is not None
    own = plan.seizure
    start = datetime.combine(found, time(11, 20))
    until = found + timedelta(days=30)
    extended = found + timedelta(days=own.extended_day) if own.extended_day else None
    while extended and own.extended_day and own.extended_day <= 30 and not is_workday(extended):
        extended -= timedelta(days=1)
    released = found + timedelta(days=own.released_day)
    # Back to a working day: whether a last day off moves the end of a seizure is disputed.
    while own.released_day <= 60 and not is_workday(released):
        released -= timedelta(days=1)
    return SeizureSteps(
        start=start,
        approved=start + timedelta(minutes=own.approved_minutes),
        until=until,
        extended=extended,
        extended_to=until + timedelta(days=30) if extended else None,
        released=released,
    )


def _unpaid(plan: Plan, served: date) -> UnpaidSteps:
    assert plan.unpaid is not None
    own = plan.unpaid
    urged = workday(months_after(served, 6), own.urged_wait)
    return UnpaidSteps(deadline(served, 15), urged, workday(urged, own.applied_wait))


def _transfer(plan: Plan, inquiry: date) -> TransferSteps:
    reported = workday(inquiry, 1)
    while not is_workday(reported + timedelta(days=1)):  # the three days are disputed over days off
        reported = workday(reported, 1)
    approved = datetime.combine(workday(reported, plan.transfer.approved_wait), time(15, 30))
    sent = approved + timedelta(hours=plan.transfer.sent_hours)
    police_filed = workday(sent.date(), 4)
    while not is_workday(police_filed + timedelta(days=1)):
        police_filed = workday(police_filed, 1)
    handed = workday(police_filed, plan.transfer.handed_wait)
    return TransferSteps(reported, approved, sent, police_filed, handed)


def _performing(plan: Plan, corrected: date) -> PerformSteps:
    urged = workday(corrected, 1)
    return PerformSteps(urged, workday(urged, plan.perform_wait))


def _withdrawing(plan: Plan, served: date) -> WithdrawnSteps:
    revoked = workday(served, 25)
    return WithdrawnSteps(revoked, workday(revoked, plan.withdraw_wait))


def _filed(plan: Plan, decision: date) -> FiledSteps:
    own = plan.filed
    surrendered = workday(decision, own.surrendered_wait)
    return FiledSteps(
        workday(decision, own.filed_wait), surrendered, workday(surrendered, own.banked_wait)
    )


def months_after(day: date, months: int) -> date:
    """Return the same day `months` later, the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return workday_from(date(year, month + 1, min(day.day, last)))
