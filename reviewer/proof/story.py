"""The story of one made-up case: everything that its documents then tell.

A story made from a plan without faults is lawful in every date, person and amount that the
documents show.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from reviewer.model import Officer, PartyKind
from reviewer.proof.causes import OFFENCES, Offence, overload_of
from reviewer.proof.days import deadline, is_workday, workday, workday_from
from reviewer.proof.identities import (
    Individual,
    Namer,
    Party,
    make_individual,
    make_party,
    make_plate,
)
from reviewer.proof.plan import Plan, Style


@dataclass(frozen=True, slots=True)
class Bureau:
    """The invented authority and its surroundings."""

    name: str = "沙湖市交通运输局"
    short: str = "沙交执"
    brigade: str = "沙湖市交通运输综合行政执法支队一大队"
    government: str = "沙湖市人民政府"
    court: str = "青禾区人民法院"
    bank: str = "沙湖银行青禾支行"
    account: str = "6499000100000628"
    address: str = "沙湖市青禾区滨湖北街88号"
    phone: str = "0999-6280000"
    station: str = "沙湖市青禾固定超限检测站"
    benchmark: str = "《沙湖市交通运输行政处罚裁量基准》"


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of the case in the order of the procedure."""

    found: date
    accepted: date
    approved: date
    inquiry: date
    correction_deadline: date
    recheck: date
    report: date
    reviewed: date | None
    notice: date
    notice_served: date
    waived: date | None
    hearing_asked: date | None
    hearing_notice: date | None
    hearing: date | None
    hearing_report: date | None
    prolonged: date | None
    discussed: date | None
    decision: date
    decision_served: date
    paid: date
    published: date
    closed: date
    copied: date
    archived: date


@dataclass(frozen=True, slots=True)
class Fines:
    """The fine in whole yuan as each document gives it; all equal in a case without fault."""

    report: int
    notice: int
    decision: int
    words: int
    """What the capital numerals of the decision say."""
    bill: int


@dataclass(frozen=True, slots=True)
class CaseStory:
    """One invented case."""

    plan: Plan
    bureau: Bureau
    officers: tuple[Officer, Officer]
    head: str
    """Head of the authority (负责人)."""
    chief: str
    """Head of the unit in charge (经办机构负责人)."""
    reviewer: Officer
    """Legal reviewer (法制审核人员)."""
    chair: Officer
    """Chair of hearing, not an investigator."""
    clerk: str
    """Keeper of minutes and files."""
    party: Party
    driver: Individual
    """Who was on the spot; the party itself when it is a person."""
    witness_role: str
    """How `driver` stands to the party."""
    offence: Offence
    plate: str
    place: str
    serial: int
    found_at: datetime
    """Start of the inspection."""
    inquiry_at: datetime
    dates: Dates
    fines: Fines

    @property
    def style(self) -> Style:
        """Return the habits of writing."""
        return self.plan.style

    def has(self, key: str) -> bool:
        """Return whether the document `key` is in the file."""
        return key not in self.plan.omitted

    def crew(self, code: str) -> tuple[Officer, ...]:
        """Return the officers that took part in documents of type `code`."""
        return self.officers[:1] if code in self.plan.lone_officer else self.officers

    def filled(self, text: str) -> str:
        """Return a text of the offence with the particulars of this case."""
        gross, over = overload_of(self.fines.report)
        return text.format(
            driver=self.driver.name, plate=self.plate, place=self.place, gross=gross, over=over
        )


def make_story(plan: Plan) -> CaseStory:
    """Return the story that follows from `plan`; the same plan gives the same story."""
    rng = Random(plan.seed)
    offence = next(o for o in OFFENCES if o.key == plan.offence)
    namer = Namer(rng)
    driver = make_individual(rng, namer, plan.start.year)
    kind = plan.party or offence.parties[0]
    owner = driver
    if kind is PartyKind.ORGANISATION:
        owner = make_individual(rng, namer, plan.start.year)
    party = make_party(rng, kind, owner)
    found_at = datetime.combine(plan.start, time(rng.randint(8, 10), rng.choice((5, 12, 20, 36))))
    dates = _dates(plan, offence.correction_days)
    inquiry_at = datetime.combine(dates.inquiry, time(14, rng.choice((10, 30, 42))))
    names = [namer.person() for _ in range(7)]
    certs = rng.sample(range(10, 90), 4)
    return CaseStory(
        plan=plan,
        bureau=Bureau(),
        officers=(Officer(names[0], _cert(certs[0])), Officer(names[1], _cert(certs[1]))),
        head=names[2],
        chief=names[3],
        reviewer=Officer(names[4], _cert(certs[2])),
        chair=Officer(names[5], _cert(certs[3])),
        clerk=names[6],
        party=party,
        driver=driver,
        witness_role="工作人员" if kind is PartyKind.ORGANISATION else "本人",
        offence=offence,
        plate=make_plate(rng) if offence.vehicle else "",
        place=_place(rng, offence),
        serial=rng.randint(6, 188),
        found_at=found_at,
        inquiry_at=inquiry_at,
        dates=dates,
        fines=_fines(rng, offence, plan.fines),
    )


def later(at: datetime, minutes: int) -> datetime:
    """Return `at` moved on by `minutes`."""
    return at + timedelta(minutes=minutes)


def _cert(number: int) -> str:
    return f"6499000{number:02}"


def _place(rng: Random, offence: Offence) -> str:
    road = rng.choice(("G109线", "G307线", "S203线", "S302线"))
    spot = f"{road}K{rng.randint(1000, 1380)}+{rng.choice((150, 300, 420, 680, 900))}处"
    return f"沙湖市青禾区境内{spot}" if not offence.overload else f"沙湖市青禾区{spot}"


def _fines(rng: Random, offence: Offence, added: Mapping[str, int]) -> Fines:
    fine = rng.choice(offence.fines)
    decision = fine + added.get("decision", 0)
    return Fines(
        report=fine + added.get("report", 0),
        notice=fine + added.get("notice", 0),
        decision=decision,
        words=decision + added.get("words", 0),
        bill=decision + added.get("bill", 0),
    )


def _dates(plan: Plan, correction_days: int) -> Dates:
    found = workday_from(plan.start)
    accepted = workday(found, plan.accept_wait)
    approved = workday(accepted, plan.approve_wait)
    inquiry = workday(approved, plan.inquiry_wait)
    correction_deadline = deadline(inquiry, correction_days)
    report = workday(inquiry, plan.report_wait)
    settled = report
    notice = workday(report, plan.notice_wait)
    if plan.report_after_notice:
        report = workday(notice, plan.report_after_notice)
    served = workday(notice, plan.notice_served_wait)
    heard = _hearing_dates(plan, served)
    decision = workday(heard[3] or served, plan.decision_wait)
    if plan.decision_case_day is not None:
        decision = deadline(approved, plan.decision_case_day)
    after = _after_decision(plan, decision, correction_deadline)
    return Dates(
        found=found,
        accepted=accepted,
        approved=approved,
        inquiry=inquiry,
        correction_deadline=correction_deadline,
        recheck=correction_deadline,
        report=report,
        reviewed=_reviewed(plan, settled, heard[3], decision),
        notice=notice,
        notice_served=served,
        waived=served if plan.waiver else None,
        hearing_asked=heard[0],
        hearing_notice=heard[1],
        hearing=heard[2],
        hearing_report=heard[3],
        prolonged=deadline(approved, 80) if plan.prolonged else None,
        discussed=_discussed(plan, heard[3] or served, decision),
        decision=decision,
        **after,
    )


def _after_decision(plan: Plan, decision: date, correction: date) -> dict[str, date]:
    served = workday(decision, plan.served_wait)
    last_day = deadline(served, 15)
    paid = last_day if plan.pay_on_last_day else min(workday(served, plan.pay_wait), last_day)
    published = workday(decision, 5)
    closed = workday(max(paid, published, correction), plan.closing_wait)
    return {
        "decision_served": served,
        "paid": paid,
        "published": published,
        "closed": closed,
        "copied": workday(closed, 3),
        "archived": workday(closed, plan.archive_wait),
    }


def _hearing_dates(
    plan: Plan, served: date
) -> tuple[date | None, date | None, date | None, date | None]:
    if not plan.hearing:
        return None, None, None, None
    asked = workday(served, 2)
    notified = workday(asked, 2)
    held = workday(notified, 9)  # more than seven working days under every way of counting
    return asked, notified, held, workday(held, 2)


def _reviewed(plan: Plan, report: date, heard: date | None, decision: date) -> date | None:
    if plan.review_after_decision:
        return workday(decision, plan.review_after_decision)
    if heard is not None:
        return workday(heard, 1)
    return workday(report, 1) if plan.review else None


def _discussed(plan: Plan, told: date, decision: date) -> date | None:
    if plan.discussion_after_decision:
        return workday(decision, plan.discussion_after_decision)
    if not plan.discussion:
        return None
    day = decision - timedelta(days=1)
    while not is_workday(day):
        day -= timedelta(days=1)
    return max(day, told)
