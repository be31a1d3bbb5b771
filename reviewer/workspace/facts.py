"""The facts panel: the key dates, people, amounts and numbers in order of the procedure.

One row for each field, with the value that the most trusted document states, or empty so that a
person can type it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewer.model import Fact, FactValue, Officer, Place, Reading, Served, Waiver
from reviewer.workspace import fact_values
from reviewer.workspace.views import FactRow


@dataclass(frozen=True, slots=True)
class _Field:
    """One row of the panel."""

    key: str
    label: str
    wanted: Callable[[FactValue], bool] = lambda _: True
    several: bool = False
    """True when a case has several, each shown in a row of its own."""


def _gives_up_hearing(value: FactValue) -> bool:
    return isinstance(value, Waiver) and value.hearing


FIELDS = (
    _Field("case_no", "案号"),
    _Field("cause", "案由"),
    _Field("party", "当事人"),
    _Field("party_id", "证件号"),
    _Field("plate", "车牌"),
    _Field("found_date", "发现日期"),
    _Field("offence_date", "违法日期"),
    _Field("filing_date", "受案日期"),
    _Field("filing_approved_date", "立案批准日期"),
    _Field("officer", "执法人员", several=True),
    _Field("investigation_end_date", "调查终结日期"),
    _Field("legal_review_date", "法制审核日期"),
    _Field("notice_no", "通知书文号"),
    _Field("notice_date", "告知日期"),
    _Field("notice_served_date", "告知送达日期"),
    _Field("waiver_date", "放弃听证", _gives_up_hearing),
    _Field("hearing_date", "听证日期"),
    _Field("discussion_date", "集体讨论日期"),
    _Field("decision_no", "决定书文号"),
    _Field("decision_date", "决定日期"),
    _Field("decision_fine", "罚款金额"),
    _Field("decision_fine_words", "罚款金额（大写）"),
    _Field("decision_served_date", "决定送达日期"),
    _Field("paid_date", "缴款日期"),
    _Field("paid_amount", "缴款金额"),
    _Field("correction_deadline", "责令改正期限"),
    _Field("recheck_date", "复查日期"),
    _Field("closing_date", "结案日期"),
    _Field("archived_date", "归档日期"),
)
"""In order of the procedure."""

_MOST_OFFICERS = 4


def fact_rows(reading: Reading, label_of: Callable[[Place], str]) -> tuple[FactRow, ...]:
    """Return the rows of the panel; `label_of` names the page of a place."""
    rows: list[FactRow] = []
    for field in FIELDS:
        found = [fact for fact in reading.of_key(field.key) if field.wanted(fact.value)]
        chosen = _distinct(found)[: _MOST_OFFICERS if field.several else 1]
        if not chosen:
            rows.append(_row(field, None, label_of))
        rows += [_row(field, fact, label_of) for fact in chosen]
    return tuple(rows)


def label_of_key(key: str) -> str:
    """Return the Chinese name of a fact; the key itself for one that the panel does not show."""
    return next((field.label for field in FIELDS if field.key == key), key)


def _row(field: _Field, fact: Fact | None, label_of: Callable[[Place], str]) -> FactRow:
    return FactRow(
        key=field.key,
        label=field.label,
        text="" if fact is None else fact_values.show(fact.value),
        fact=fact,
        typed=fact is not None and fact.corrected,
        confidence=0.0 if fact is None else fact.confidence,
        folio="" if fact is None else label_of(fact.place),
        hint=fact_values.hint_of(field.key),
    )


def _distinct(facts: Sequence[Fact]) -> list[Fact]:
    """Return one fact for each value, the most trusted value first.

    A person's value comes first, then what most documents state, then what was read best.
    """
    by_value: dict[str, list[Fact]] = {}
    for fact in facts:
        by_value.setdefault(_identity(fact.value), []).append(fact)
    groups = sorted(_joined(list(by_value.values())), key=_trust, reverse=True)
    return [_shown(group) for group in groups]


def _joined(groups: Sequence[list[Fact]]) -> list[list[Fact]]:
    """Return the groups with each that says less joined to the most trusted that says more."""
    kept = [list(group) for group in groups]
    for weak in groups:
        fuller = [at for at, group in enumerate(groups) if says_less(weak[0].value, group[0].value)]
        if fuller and not any(fact.corrected for fact in weak):
            kept[max(fuller, key=lambda at: _trust(groups[at]))] += weak
            kept[groups.index(weak)] = []
    return [group for group in kept if group]


def _shown(group: Sequence[Fact]) -> Fact:
    """Return the fact that stands for a group: a person's, else the fullest, read best."""

    def rank(fact: Fact) -> tuple[bool, bool, float]:
        fullest = not any(says_less(fact.value, other.value) for other in group)
        return fact.corrected, fullest, fact.confidence

    return max(group, key=rank)


def says_less(weak: FactValue, full: FactValue) -> bool:
    """Return whether `weak` is a weaker statement of what `full` says.

    An officer without the certificate number, a day without the time, a number partly covered
    by asterisks.
    """
    if isinstance(weak, Officer) and isinstance(full, Officer):
        return weak.name == full.name and not weak.cert and bool(full.cert)
    if isinstance(full, datetime):
        return not isinstance(weak, datetime) and weak == full.date()
    if isinstance(weak, str) and isinstance(full, str) and "*" in weak and "*" not in full:
        pairs = zip(weak, full, strict=False)
        return len(weak) == len(full) and all(a in ("*", b) for a, b in pairs)
    return False


def _trust(group: Sequence[Fact]) -> tuple[bool, bool, int, float]:
    return (
        any(fact.corrected for fact in group),
        any(fact.is_read for fact in group),
        len({fact.document for fact in group}),
        max(fact.confidence for fact in group),
    )


def _identity(value: FactValue) -> str:
    if isinstance(value, Served):
        return value.number or fact_values.show(value)
    return fact_values.show(value)
