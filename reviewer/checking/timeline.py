"""The timeline of a case: its dates, and the limits between them as the rules computed them.

Verdicts are those of the findings, never judged a second time; here is only reckoned what can be
drawn: the last lawful day, how much was used and how much is over.  A rule that was not run has
no limit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reviewer.checking.inquiry import Dated, Inquiry, Moment
from reviewer.checking.periods import days_after, end_of
from reviewer.checking.timeline_steps import SEQUENCE, key_of, moment_of
from reviewer.model import (
    Calendar,
    Finding,
    LawBook,
    Library,
    Place,
    Reading,
    RuleInfo,
    Standing,
    Timeline,
    TimelineDate,
    TimelineLimit,
    Verdict,
)
from reviewer.reckoning.workdays import NoCalendar, count_workdays

_WORKING, _CALENDAR, _EITHER = "working", "calendar", "either"
_BY_FAMILY: Mapping[str, tuple[str, str, str]] = {
    "paying.surrendered": ("collected", "surrendered", _WORKING),
    "transferring.in_time": ("transfer_reported", "transfer_approved", _EITHER),
}
"""From, to and counting of families whose rules name none."""
_LOUD = (Verdict.PROBLEM, Verdict.HINT)
_RANK = {Verdict.PROBLEM: 2, Verdict.HINT: 1}


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit as a rule's data tell it."""

    rule: RuleInfo
    finding: Finding
    start: str
    to: str
    days: int
    counting: str

    @property
    def not_before(self) -> bool:
        return self.rule.family.endswith("not_before")


def timeline(
    reading: Reading,
    rules: Sequence[RuleInfo],
    findings: Iterable[Finding],
    calendar: Calendar,
    law: LawBook,
) -> Timeline:
    """Return the timeline of a case from its `reading` and the `findings` of `rules` on it."""
    inquiry = Inquiry(reading, calendar, law, Library())
    found = {finding.rule: finding for finding in findings}
    limits = [limit for rule in rules if (limit := _limit(rule, found.get(rule.code)))]
    needed = {step for limit in limits for step in (limit.start, limit.to)}
    moments = {step.id: moment_of(inquiry, step) for step in SEQUENCE}
    drawn = tuple(_drawn(inquiry, limit, moments) for limit in limits)
    dates = [
        one
        for step in SEQUENCE
        for one in _dates(inquiry, moments[step.id], asked=step.id in needed)
    ]
    noted = [_with_limits(one, drawn) for one in _each_once(dates)]
    ruled = _with_findings(noted, found.values(), {limit.rule for limit in drawn})
    years = f"{calendar.first_year}–{calendar.last_year}"
    return Timeline(tuple(ruled), drawn, years)


def _limit(rule: RuleInfo, finding: Finding | None) -> _Limit | None:
    if finding is None or finding.verdict is Verdict.NOT_APPLICABLE:
        return None
    data = rule.parameters
    own = (data.get("from"), data.get("to"), data.get("counting", _EITHER))
    start, to, counting = _BY_FAMILY.get(rule.family, own)
    days = data.get("days")
    known = [step.id for step in SEQUENCE]
    # A conclusion's `from` is a list of rules.
    if start not in known or to not in known or type(days) is not int:
        return None
    return _Limit(rule, finding, str(start), str(to), days, str(counting))


def _dates(inquiry: Inquiry, moment: Moment, *, asked: bool) -> list[TimelineDate]:
    """Return the dates of one step; one that is missing only when a limit asks for it."""
    step = moment.step
    key = key_of(step)

    def made(day: date | None, place: Place | None, standing: Standing) -> TimelineDate:
        return TimelineDate(step.id, step.name, key, day, place, standing)

    if moment.days:
        return [made(one.day, one.place, Standing.READ) for one in moment.days]
    if moment.weak:
        return [made(None, place, Standing.WEAK) for place in moment.weak[:1]]
    if asked and moment.documents:
        return [made(None, _place_in(inquiry, moment), Standing.MISSING)]
    return []


def _each_once(dates: Sequence[TimelineDate]) -> list[TimelineDate]:
    """Return the dates without those that another step already takes from the same words."""
    kept: dict[object, TimelineDate] = {}
    for number, one in enumerate(dates):
        kept.setdefault((one.day, one.place) if one.day and one.place else number, one)
    return list(kept.values())


def _place_in(inquiry: Inquiry, moment: Moment) -> Place | None:
    document = moment.documents[0]
    if shown := inquiry.shown_by(document):
        return shown[0]
    return Place(document.pages[0].file, document.pages[0].page, "") if document.pages else None


def _drawn(inquiry: Inquiry, limit: _Limit, moments: Mapping[str, Moment]) -> TimelineLimit:
    starts, stops = moments[limit.start].days, moments[limit.to].days
    start, stop = _mildest(starts, stops, not_before=limit.not_before)
    due, latest = _due(inquiry.calendar, limit, start.day) if start else (None, None)
    verdict = limit.finding.verdict
    return TimelineLimit(
        rule=limit.rule.code,
        title=limit.rule.title,
        basis=_basis(limit.rule),
        days=_days(limit),
        not_before=limit.not_before,
        from_step=limit.start,
        to_step=limit.to,
        start=start.day if start else None,
        due=due,
        due_latest=latest,
        actual=stop.day if stop else None,
        verdict=verdict,
        word=_word(inquiry.calendar, limit, start, stop, latest),
        message=limit.finding.message,
        start_place=start.place if start else _first(moments[limit.start].places),
        actual_place=stop.place if stop else _first(moments[limit.to].places),
    )


def _mildest(
    starts: Sequence[Dated], stops: Sequence[Dated], *, not_before: bool
) -> tuple[Dated | None, Dated | None]:
    """Return the pair of dates by which the least is wrong, where the file gives several."""
    first, last = (0, -1) if not_before else (-1, 0)
    return (starts[first] if starts else None, stops[last] if stops else None)


def _due(calendar: Calendar, limit: _Limit, start: date) -> tuple[date, date]:
    countings = (True, False) if limit.counting == _EITHER else (limit.counting == _WORKING,)
    ends = [end_of(calendar, start, limit.days, working=working) for working in countings]
    return min(end.first for end in ends), max(end.last for end in ends)


def _word(
    calendar: Calendar, limit: _Limit, start: Dated | None, stop: Dated | None, latest: date | None
) -> str:
    verdict = limit.finding.verdict
    if verdict is Verdict.CANNOT_TELL or start is None or stop is None or latest is None:
        return "无法判断"
    working = limit.counting != _CALENDAR
    if limit.not_before:
        return "期满后" if verdict is Verdict.OK else "期限未满"
    if verdict in _LOUD:
        over = days_after(calendar, latest, stop.day, working=working) if stop.day > latest else ""
        name = "逾期" if verdict is Verdict.PROBLEM else "超"
        return f"{name} {over}" if over else name
    return _used(calendar, start.day, stop.day, working=working)


def _used(calendar: Calendar, start: date, stop: date, *, working: bool) -> str:
    if stop == start:
        return "当日"
    if not working:
        return f"用 {(stop - start).days} 日"
    try:
        return f"用 {count_workdays(calendar, start, stop)} 个工作日"
    except NoCalendar:
        return "期限内"


def _days(limit: _Limit) -> str:
    return f"{limit.days} 个工作日" if limit.counting == _WORKING else f"{limit.days} 日"


def _basis(rule: RuleInfo) -> str:
    cite = rule.parameters.get("cite")
    return cite if isinstance(cite, str) else (rule.basis[0] if rule.basis else "")


def _with_limits(one: TimelineDate, limits: Iterable[TimelineLimit]) -> TimelineDate:
    """Return the date with what the limits that end in it say."""
    notes: list[str] = []
    for limit in limits:
        if limit.to_step != one.step:
            continue
        if limit.verdict in _LOUD and _RANK[limit.verdict] > _RANK.get(one.verdict, 0):
            one = replace(one, verdict=limit.verdict, rule=limit.rule)
        if note := _note(one, limit):
            # What is wrong is read first.
            notes.insert(0 if limit.verdict in _LOUD else len(notes), note)
    if one.standing is not Standing.READ:
        notes.insert(0, "日期识别不清，请对照页面核对" if one.place else "")
        if one.standing is Standing.MISSING:
            notes[0] = "未识别到日期，可手工填写"
    return replace(one, note="；".join(dict.fromkeys(note for note in notes if note)))


def _note(one: TimelineDate, limit: TimelineLimit) -> str:
    if one.day is None or limit.due is None or limit.due_latest is None:
        return ""
    due = _short(limit.due, one.day)
    if limit.not_before:
        late = "" if limit.verdict is Verdict.OK else "，其前即作出"
        return f"{limit.title}至 {due} 届满{late}"
    if limit.verdict in _LOUD:
        return f"{limit.title}至 {_short(limit.due_latest, one.day)}，{limit.word}"
    if limit.verdict is Verdict.CANNOT_TELL:
        return f"{limit.title}无法判断"
    return f"{limit.title} {limit.days}，{limit.word}"


def _short(day: date, beside: date) -> str:
    return f"{day:%m-%d}" if day.year == beside.year else f"{day:%Y-%m-%d}"


def _with_findings(
    dates: Sequence[TimelineDate], findings: Iterable[Finding], drawn: set[str]
) -> list[TimelineDate]:
    """Return the dates with what other rules on times and order found wrong in them.

    A rule that compares dates names both as evidence; the later one is where it went wrong.
    """
    result = list(dates)
    for finding in findings:
        if finding.rule in drawn or not finding.rule.startswith("T"):
            continue
        for breach in finding.breaches:
            at = _latest_named(result, breach.evidence)
            if at is None or breach.verdict not in _LOUD:
                continue
            old = result[at]
            if _RANK[breach.verdict] > _RANK.get(old.verdict, 0):
                said = breach.message.rstrip("。")
                result[at] = replace(old, verdict=breach.verdict, note=said, rule=finding.rule)
    return result


def _latest_named(dates: Sequence[TimelineDate], places: Sequence[Place]) -> int | None:
    named = [
        (one.day, at)
        for at, one in enumerate(dates)
        if one.day is not None and one.place is not None and one.place in places
    ]
    return max(named)[1] if named else None


def _first(places: Sequence[Place]) -> Place | None:
    return places[0] if places else None
