"""Last year's campaign copied as a new one; open rectifications roll forward.

Units keep their ids, so that years compare.  A deadline keeps its distance in working days from
the notice; where it cannot be reckoned it is left open with a note.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4, uuid5

from reviewer.campaign import states
from reviewer.campaign.machines import Actor
from reviewer.campaign.rectification import UNFINISHED, roll
from reviewer.model import Calendar
from reviewer.model.campaigns import Campaign, Stage, StageDates, StageState, StandardPin
from reviewer.model.feedback import Rectification, Transition
from reviewer.reckoning.workdays import NoCalendar, add_workdays, count_workdays


@dataclass(frozen=True, slots=True)
class Rollover:
    """A new campaign and what it takes over."""

    campaign: Campaign
    taken: tuple[Rectification, ...]
    """In the new campaign, each with its origin."""
    left: tuple[Rectification, ...]
    """The same ones in last year's campaign, ended as rolled forward."""
    notes: tuple[str, ...]
    """Chinese sentences: what could not be taken over and has to be set."""


def roll_over(
    previous: Campaign,
    rectifications: Iterable[Rectification],
    newest: Mapping[str, StandardPin],
    begins_on: date,
    calendar: Calendar,
    by: Actor,
    new_id: Callable[[], UUID] = uuid4,
) -> Rollover:
    """Return a new campaign for the year after `previous`, whose notice goes out on `begins_on`.

    Args:
        previous: last year's campaign.
        rectifications: all of it; finished ones stay where they are.
        newest: newest version by id of the standard; its kind of case is not looked at.
        begins_on: day of the new notice.
        calendar: working days.
        by: who copies.
        new_id: makes the id of the new campaign.
    """
    year = previous.year + 1
    stages, notes = _moved_stages(previous, begins_on, calendar)
    campaign = replace(
        previous,
        id=new_id(),
        year=year,
        name=_renamed(previous.name, previous.year, year),
        cases_from=_next_year(previous.cases_from),
        cases_to=_next_year(previous.cases_to),
        standards=tuple(_newest(pin, newest) for pin in previous.standards),
        stages=stages,
        conflicts=tuple(one for one in previous.conflicts if one.row is None),
        previous=previous.id,
        closed_at=None,
    )
    open_ones = [one for one in rectifications if one.state in UNFINISHED]
    taken = tuple(_taken(one, campaign, previous, by) for one in open_ones)
    left = tuple(roll(one, by, f"转入{year}年度") for one in open_ones)
    return Rollover(campaign, taken, left, (*notes, *_not_taken(previous, newest)))


def _not_taken(previous: Campaign, newest: Mapping[str, StandardPin]) -> Iterator[str]:
    """Yield what of last year's campaign has to be set anew."""
    lost = sum(one.row is not None for one in previous.conflicts)
    if lost:
        yield f"上年针对具体案卷的回避登记 {lost} 条没有带入，请重新申报。"
    gone = [pin.standard for pin in previous.standards if pin.standard not in newest]
    if gone:
        listed = "、".join(dict.fromkeys(gone))
        yield f"评查标准 {listed} 没有找到，沿用上年版本，请核对。"


def _taken(
    rectification: Rectification, campaign: Campaign, previous: Campaign, by: Actor
) -> Rectification:
    """Return the same problem in the new campaign; its state, due day and evidence go on."""
    state = rectification.state
    told = Transition(by.at, by.person, by.name, states.ROLL, state, state,
                      f"由{previous.year}年度转入")  # fmt: skip
    return replace(
        rectification,
        id=uuid5(campaign.id, f"rolled {rectification.id}"),
        campaign=campaign.id,
        origin=rectification.id,
        history=(told,),
    )


def _moved_stages(
    previous: Campaign, begins_on: date, calendar: Calendar
) -> tuple[tuple[StageDates, ...], tuple[str, ...]]:
    notice = previous.stage(Stage.NOTICE)
    start = notice.due or notice.done
    moved, notes = [], []
    for one in previous.stages:
        until, why = _moved(one, start, begins_on, calendar)
        # A new campaign stands at its notice, whether it is copied or made anew.
        state = StageState.RUNNING if one.stage is Stage.NOTICE else StageState.WAITING
        moved.append(StageDates(one.stage, until, state=state))
        if why:
            notes.append(f"“{one.stage}”阶段的期限没有带入：{why}，请填写。")
    return tuple(moved), tuple(notes)


def _moved(
    stage: StageDates, start: date | None, begins_on: date, calendar: Calendar
) -> tuple[date | None, str]:
    """Return the new last day of a stage, or why there is none."""
    if stage.due is None:
        return None, ""
    if start is None:
        return None, "上年没有登记通知日期"
    if stage.due < start:
        return None, "上年的期限早于通知日期"
    try:
        distance = count_workdays(calendar, start, stage.due)
        return (add_workdays(calendar, begins_on, distance) if distance else begins_on), ""
    except NoCalendar as error:
        return None, f"缺少 {error.year} 年的工作日历"


def _newest(pin: StandardPin, newest: Mapping[str, StandardPin]) -> StandardPin:
    found = newest.get(pin.standard)
    return replace(found, kind=pin.kind) if found else pin


def _renamed(name: str, year: int, after: int) -> str:
    return name.replace(str(year), str(after)).replace(_han(year), _han(after))


def _han(year: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


def _next_year(day: date) -> date:
    """Return the same day a year later; 29 February becomes the last of February."""
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 2, 28) if leap_day else day.replace(year=day.year + 1)
