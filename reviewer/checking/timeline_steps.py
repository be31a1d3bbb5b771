"""The steps that a timeline shows, in order of the procedure: those of the rules, and some more.

The further steps are dates that no rule reckons with as a step but that a reviewer looks for.
"""

from dataclasses import replace
from datetime import date, datetime

from reviewer.checking.inquiry import Dated, Inquiry, Moment, day_of
from reviewer.checking.steps import STEPS, Source, Step
from reviewer.model import FACT_KEYS, Fact, Session, Waiver

_DATED = "document_date"

_MORE: tuple[tuple[str, Step], ...] = tuple(
    (after, Step(name, word, document, (Source(key, codes),)))
    for after, name, word, document, key, codes in (
        ("", "offence", "违法行为", "立案登记表", "offence_date", ()),
        ("found", "inspected", "现场检查", "现场笔录", "session", ("DT06",)),
        ("filing", "asked", "询问", "询问笔录", "session", ("DT07",)),
        ("filing", "held", "先行登记保存", "登记保存文书", "evidence_hold_date", ()),
        ("filing", "held_until", "登记保存处理", "登记保存文书", "evidence_hold_end_date", ()),
        ("filing", "seized", "扣押、查封", "扣押决定书", "seizure_at", ()),
        ("filing", "seizure_ended", "解除扣押", "解除扣押决定书", "seizure_end_date", ()),
        ("filing", "ordered", "责令改正", "责令改正通知书", _DATED, ("DT19",)),
        ("filing", "correct_by", "改正期限", "责令改正通知书", "correction_deadline", ()),
        ("filing", "rechecked", "复查", "复查记录", "recheck_date", ()),
        ("notice_served", "pleaded", "陈述申辩", "陈述申辩书", "statement_date", ()),
        ("notice_served", "waived", "放弃权利", "放弃声明", "waiver_date", ()),
        ("notice_served", "hearing_asked", "申请听证", "听证申请书", "hearing_request_date", ()),
        ("notice_served", "hearing", "听证", "听证笔录", "hearing_date", ()),
        ("discussion", "prolonged", "批准延期", "延期审批表", "prolonged_on", ()),
    )
)
"""Each after which step of the rules; empty stands before all."""


def _sequence() -> tuple[Step, ...]:
    known = {(source.key, code) for step in STEPS.values() for source in step.sources
             for code in (source.documents or ("",))}  # fmt: skip
    keys = {key for key, _ in known if key != _DATED}

    def is_new(step: Step) -> bool:
        source = step.sources[0]
        by_document = {(source.key, code) for code in source.documents}
        return step.id not in STEPS and source.key not in keys and not by_document & known

    more = [(after, step) for after, step in _MORE if is_new(step)]
    steps = [step for after, step in more if not after or after not in STEPS]
    for one in STEPS.values():
        steps += [one, *(step for after, step in more if after == one.id)]
    return tuple(steps)


SEQUENCE = _sequence()
"""All steps in order of the procedure."""


def moment_of(inquiry: Inquiry, step: Step) -> Moment:
    """Return when `step` of `SEQUENCE` happened, as far as the file tells."""
    if step.id in STEPS:
        return inquiry.moment(step.id)
    source = step.sources[0]
    facts = inquiry.facts(source.key, *source.documents)
    days: dict[date, Dated] = {}
    for fact in facts:
        day = _day(fact)
        if fact.is_read and day is not None:
            days.setdefault(day, Dated(day, fact.place))
    weak = () if days else tuple(fact.place for fact in facts if not fact.is_read)
    return Moment(step, tuple(days[day] for day in sorted(days)), weak, ())


def key_of(step: Step) -> str:
    """Return the fact key by which a person corrects the date of `step`; empty without one."""
    keys = (source.key for source in step.sources if not source.served)
    return next((key for key in keys if FACT_KEYS[key] in (date, datetime)
                 and key != _DATED), "")  # fmt: skip


def _day(fact: Fact) -> date | None:
    value = fact.value
    if isinstance(value, Waiver):
        fact = replace(fact, value=value.date)
    elif isinstance(value, Session):
        if value.start is None:
            return None
        fact = replace(fact, value=value.start)
    return day_of(fact)
