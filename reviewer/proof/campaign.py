"""The made-up cases of a whole campaign: twelve invented units, their ledgers, their case files.

A case follows from the seed, its unit and its number there, so that any process makes the same
one again: the ledger is written first, and only what was drawn from it becomes a file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from types import MappingProxyType

from openpyxl import load_workbook

from reviewer.checking import load_rules
from reviewer.model import PartyKind, Procedure, RuleInfo
from reviewer.model.campaigns import CaseKind
from reviewer.model.ledger_sheets import LEDGER_COLUMNS, LEDGER_SHEET
from reviewer.model.library_sheets import NO, YES
from reviewer.proof.bureaus import CAMPAIGN_BUREAUS
from reviewer.proof.documents.wording import case_no, decision_no
from reviewer.proof.drawing import draw_faults, draw_plan
from reviewer.proof.faults import FAULTS, Fault
from reviewer.proof.made import Form, make_case
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Plan, Style
from reviewer.proof.story import CaseStory, make_story
from reviewer.scoring import load_standards

YEAR = 2024
"""All cases were closed in it."""
_FIRST_DAY, _DAYS = date(YEAR, 1, 8), 200
_MOST_FAULTS = 4
_GRAVE = 0.25
"""Share of the faulty cases whose faults may lead to a veto."""
_PAGES = 24
_ROADS = frozenset({"overload", "monitored", "road_damage", "spill"})
_KINDS: Mapping[Procedure, CaseKind] = MappingProxyType(
    {
        Procedure.GENERAL: CaseKind.GENERAL,
        Procedure.SUMMARY: CaseKind.SUMMARY,
        Procedure.NO_PENALTY: CaseKind.NO_PENALTY,
        Procedure.COERCIVE: CaseKind.COERCIVE,
    }
)
_PARTIES = {
    PartyKind.PERSON: "自然人",
    PartyKind.ORGANISATION: "法人",
    PartyKind.INDIVIDUAL_BUSINESS: "个体工商户",
}
Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class CampaignCase:
    """One case of a unit's ledger."""

    unit: int
    """Number of the unit, from 0."""
    number: int
    """In the unit's ledger, from 0."""
    plan: Plan
    story: CaseStory
    faults: tuple[Fault, ...]

    @property
    def kind(self) -> CaseKind:
        """Return the kind as the ledger names it."""
        return _KINDS[self.plan.procedure]

    @property
    def case_no(self) -> str:
        """Return 决定书文号; of a file of coercive measures, which has none, 案号."""
        return (case_no if self.kind is CaseKind.COERCIVE else decision_no)(self.story)

    @property
    def name(self) -> str:
        """Return what its file is called."""
        return f"{self.unit + 1:02}-{self.number + 1:02} {self.case_no} {self.story.offence.cause}"


def unit_names(units: int) -> tuple[str, ...]:
    """Return the names of the invented units."""
    return tuple(one.name for one in CAMPAIGN_BUREAUS[:units])


def cases_of(
    seed: int, unit: int, count: int, only: Procedure | None = None
) -> tuple[CampaignCase, ...]:
    """Return the ledger of one unit; no two of its cases have the same number.

    Of twenty cases one is a summary one, one without penalty, one of coercive measures, and one
    had a hearing; a third of them has no fault.  With `only`, all are of that procedure.
    """
    found: list[CampaignCase] = []
    taken: set[str] = set()
    at = seed + unit * 1000
    # One unit writes all its papers alike.
    style = replace(draw_plan(at, "none").style, bureau=unit)
    while len(found) < count:
        one = _case(at, style, len(found), only)
        at += 1
        if one.case_no not in taken and one.story.dates.closed.year == YEAR:
            taken.add(one.case_no)
            found.append(one)
    return tuple(found)


def make_campaign_case(
    folder: Path, seed: int, unit: int, number: int, only: Procedure | None = None
) -> Path:
    """Write the file of one case, as PDF with text, and return where it is; any process may."""
    one = cases_of(seed, unit, number + 1, only)[number]
    return make_case(folder, one.name, one.plan, Form.TEXT_PDF, one.faults).path


def fill_ledger(template: Path, path: Path, cases: Sequence[CampaignCase]) -> None:
    """Fill in the template of the ledger as a unit does, and save it as `path`."""
    book = load_workbook(template)
    sheet = book[LEDGER_SHEET]
    titles = [str(cell.value or "").splitlines()[0].rstrip("*＊ ") for cell in sheet[1]]
    for at, one in enumerate(cases):
        values = ledger_cells(one)
        for column, title in enumerate(titles, 1):
            if title == "序号":
                sheet.cell(at + 3, column).value = at + 1
            elif (value := values.get(title)) is not None:
                sheet.cell(at + 3, column).value = value
    book.save(path)


def ledger_cells(one: CampaignCase) -> Mapping[str, Cell]:
    """Return the cells of one case by the titles of the ledger's columns."""
    by_field = dict(_cells(one))
    return {column.title: by_field.get(column.field) for column in LEDGER_COLUMNS}


def _case(seed: int, style: Style, number: int, only: Procedure | None) -> CampaignCase:
    rng = Random(seed)
    procedure = only or _procedure(number)
    plan = draw_plan(seed, "none", frozenset({procedure}))
    plan = plan.with_(
        start=_FIRST_DAY + timedelta(days=rng.randrange(_DAYS)), style=style, unpaid=None
    )
    if number % 20 == 11 and procedure is Procedure.GENERAL:
        plan = plan.with_(hearing=True, decision_wait=3, waiver=False)
    count = 0 if number % 3 == 0 else 1 + rng.randrange(_MOST_FAULTS)
    pool = FAULTS if rng.random() < _GRAVE else _mild()
    faults = draw_faults(plan, count, pool=pool) if count else ()
    return CampaignCase(style.bureau, number, plan, make_story(_changed(plan, faults)), faults)


@cache
def _mild() -> tuple[Fault, ...]:
    """Return the faults that cost points and are no ground for a veto: most are of this kind."""
    grave = {rule for one in load_standards() for veto in one.vetoes for rule in veto.rules}
    for rule in load_rules():
        if rule.code in grave:
            grave = grave | {str(one) for one in _premises(rule)}
    return tuple(one for one in FAULTS if one.rule not in grave)


def _premises(rule: RuleInfo) -> Sequence[object]:
    """Return the rules from which a conclusion follows."""
    found = rule.parameters.get("from", ())
    return found if isinstance(found, list | tuple) else (found,)


def _changed(plan: Plan, faults: Sequence[Fault]) -> Plan:
    for one in faults:
        plan = one.change(plan)
    return plan


def _procedure(number: int) -> Procedure:
    match number % 20:
        case 4:
            return Procedure.SUMMARY
        case 7:
            return Procedure.NO_PENALTY
        case 9:
            return Procedure.COERCIVE
    return Procedure.GENERAL


def _cells(one: CampaignCase) -> Iterator[tuple[str, Cell]]:
    story, dates, plan = one.story, one.story.dates, one.plan
    penal = one.kind in (CaseKind.GENERAL, CaseKind.SUMMARY)
    yield "unit", story.bureau.name
    yield "year", YEAR
    yield "case_no", one.case_no
    yield "cause", story.offence.cause
    yield "field", "公路路政" if story.offence.key in _ROADS else "道路运政"
    yield "kind", one.kind.value
    yield "party", story.party.name
    yield "party_kind", _PARTIES[story.party.kind]
    yield "plate", story.plate
    yield "offence_on", dates.acted
    yield "filed_on", dates.approved if one.kind is not CaseKind.SUMMARY else None
    yield "decided_on", dates.decision
    yield "penalty_kinds", "罚款" if penal else "不予处罚" if story.no_penalty else None
    yield "fine", story.fines.decision if penal else None
    yield "hearing", YES if plan.hearing else NO
    yield "legal_review", YES if dates.reviewed else NO
    yield "discussion", YES if dates.discussed else NO
    yield "coercion", "扣押车辆 30 日" if plan.seizure else "无"
    yield "transferred", YES if story.marked(Mark.TRANSFER) else NO
    yield "performance", "已履行" if penal else None
    yield "paid_on", dates.paid if penal else None
    yield "closed_on", dates.closed
    for at, officer in enumerate(story.officers, 1):
        yield f"officer{at}", f"{officer.name}（{officer.cert}）"
    yield "pages", _PAGES
    yield "volumes", 1
    yield "electronic", "已扫描"
