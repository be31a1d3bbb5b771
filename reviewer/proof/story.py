"""The story of one made-up case: everything that its documents then tell.

A story made from a plan without faults is lawful in every date, person and amount that the
documents show.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from random import Random

from reviewer.model import Officer, PartyKind, Procedure
from reviewer.proof.bureaus import CAMPAIGN_BUREAUS, Bureau, place_in
from reviewer.proof.causes import FIVE_AXLES, LIMIT, Offence, overload_of
from reviewer.proof.identities import (
    Individual,
    Namer,
    Party,
    make_individual,
    make_party,
    make_plate,
)
from reviewer.proof.measures import Mark
from reviewer.proof.offences import offence_of
from reviewer.proof.papers import can_hold
from reviewer.proof.plan import Plan, Style
from reviewer.proof.steps import Steps
from reviewer.proof.timeline import Dates, make_dates


@dataclass(frozen=True, slots=True)
class Fines:
    """The fine in whole yuan as each document gives it; all equal in a case without fault."""

    counted: int
    """What the weighing amounts to; the gross weight follows from it."""
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
    witness: str
    """Somebody of the neighbourhood who sees a document left or a thing taken."""
    party: Party
    driver: Individual
    """Who was on the spot; the party itself when it is a person."""
    witness_role: str
    """How `driver` stands to the party."""
    offence: Offence
    plate: str
    place: str
    serial: int
    decision_serial: int
    found_at: datetime
    """Start of the inspection."""
    inquiry_at: datetime
    dates: Dates
    steps: Steps
    fines: Fines

    @property
    def style(self) -> Style:
        """Return the habits of writing."""
        return self.plan.style

    def has(self, key: str) -> bool:
        """Return whether the document `key` is in the file."""
        return key not in self.plan.omitted and can_hold(self.plan.procedure, key)

    def crew(self, code: str) -> tuple[Officer, ...]:
        """Return the officers that took part in documents of type `code`."""
        if code in self.plan.lone_officer:
            return self.officers[:1]
        first, second = self.officers
        if code == "DT06" and self.marked(Mark.CERTLESS):
            second = replace(second, cert="")
        if code == "DT07" and self.marked(Mark.SECOND_CERT):
            cert = _miscopied(first.cert, len(first.cert) - 1, "58")
            first = replace(first, cert=cert)
        return first, second

    @property
    def no_penalty(self) -> bool:
        """Return whether the case ends without a penalty (不予处罚)."""
        return self.plan.procedure is Procedure.NO_PENALTY

    def marked(self, mark: Mark) -> bool:
        """Return whether this is so in the case."""
        return mark in self.plan.marks

    def told(self, key: str, right: str) -> str:
        """Return the words of a document: `right`, unless the plan has others."""
        return self.plan.told.get(key, right)

    def filled(self, text: str) -> str:
        """Return a text of the offence with the particulars of this case."""
        gross, limit, over = self.weights
        found = self.dates.found
        return text.format(
            driver=self.driver.name,
            plate=self.plate,
            place=self.place,
            gross=gross,
            limit=limit,
            over=over,
            found=f"{found.year}年{found.month}月{found.day}日",
        )

    @property
    def weights(self) -> tuple[int, int, int]:
        """Return gross weight, limit and excess in kg as the slip has them."""
        gross, _ = overload_of(self.fines.counted)
        limit = FIVE_AXLES if self.marked(Mark.WRONG_LIMIT) else LIMIT
        return gross, limit, gross - limit

    @property
    def acted_at(self) -> datetime:
        """Return when the act was."""
        return datetime.combine(self.dates.acted, self.found_at.time())

    def as_copied(self, key: str) -> "CaseStory":
        """Return the story as the document `key` copies it, mistakes and all."""
        wrong = {name.removeprefix(f"{key}.") for name in self.plan.altered}
        story = self
        if "party" in wrong:
            name = _miscopied(self.party.name, 2 if self.party.is_person else 4, "达运通")
            story = replace(story, party=replace(story.party, name=name))
        if "number" in wrong:
            story = replace(
                story, party=replace(story.party, number=_miscopied(self.party.number, 11, "38"))
            )
        if "plate" in wrong:
            story = replace(story, plate=_miscopied(self.plate, 4, "58"))
        if "place" in wrong:
            road, post = self.place.split("K", 1)
            story = replace(story, place=f"{road}K{_miscopied(post, 1, '58')}")
        if "time" in wrong:
            story = replace(story, found_at=later(self.found_at, 300))
        if "decision_no" in wrong:
            story = replace(story, decision_serial=self.serial + 10)
        if "case_no" in wrong:
            story = replace(story, serial=self.serial + 20, decision_serial=self.decision_serial)
        return story


def make_story(plan: Plan) -> CaseStory:
    """Return the story that follows from `plan`; the same plan gives the same story."""
    rng = Random(plan.seed)
    offence = offence_of(plan.offence)
    kind = plan.party or offence.parties[0]
    namer = Namer(rng)
    driver, party = _parties(rng, namer, plan, kind)
    found_at = time(rng.randint(8, 10), rng.choice((5, 12, 20, 36)))
    days = offence.correction_days if plan.correction_days is None else plan.correction_days
    dates, steps = make_dates(plan, days)
    asked_at = time(14, rng.choice((10, 30, 42)))
    staff = _staff(rng, namer, plan)
    plate = make_plate(rng) if offence.vehicle else ""
    place = place_in(rng, staff.bureau, offence.overload)
    serial = rng.randint(6, 188)
    return CaseStory(
        plan=plan,
        bureau=staff.bureau,
        officers=staff.officers,
        head=staff.names[2],
        chief=staff.names[3],
        reviewer=staff.reviewer,
        chair=staff.chair,
        clerk=staff.names[6],
        fines=_fines(rng, offence, kind, plan),
        witness=namer.person(),
        party=party,
        driver=driver,
        witness_role="工作人员" if kind is PartyKind.ORGANISATION else "本人",
        offence=offence,
        plate=plate,
        place=place,
        serial=serial,
        decision_serial=serial,
        found_at=datetime.combine(dates.found, found_at),
        inquiry_at=datetime.combine(dates.inquiry, asked_at),
        dates=dates,
        steps=steps,
    )


def _parties(rng: Random, namer: Namer, plan: Plan, kind: PartyKind) -> tuple[Individual, Party]:
    """Return who was on the spot, and the party: the same when it is a person."""
    age = plan.age if kind is PartyKind.PERSON else None
    driver = make_individual(rng, namer, plan.start.year, age)
    owner = driver
    if kind is PartyKind.ORGANISATION:
        owner = make_individual(rng, namer, plan.start.year)
    party = make_party(rng, kind, owner)
    if "ALL.number" in plan.altered:
        party = replace(party, number=_wrong_check(party.number))
        if party.is_person:
            driver = replace(driver, id_no=party.number)
    return driver, party


@dataclass(frozen=True, slots=True)
class _Staff:
    """Who works on the case in the authority."""

    bureau: Bureau
    names: tuple[str, ...]
    officers: tuple[Officer, Officer]
    reviewer: Officer
    chair: Officer


def _staff(rng: Random, namer: Namer, plan: Plan) -> _Staff:
    bureau = CAMPAIGN_BUREAUS[plan.style.bureau]
    names = tuple(namer.person() for _ in range(7))
    certs = [bureau.cert(number) for number in rng.sample(range(10, 90), 4)]
    first = Officer(names[0], certs[0])
    second = Officer(names[1], certs[0 if Mark.SHARED_CERT in plan.marks else 1])
    return _Staff(
        bureau=bureau,
        names=names,
        officers=(first, second),
        reviewer=first if Mark.OWN_REVIEWER in plan.marks else Officer(names[4], certs[2]),
        chair=first if Mark.OWN_CHAIR in plan.marks else Officer(names[5], certs[3]),
    )


def later(at: datetime, minutes: int) -> datetime:
    """Return `at` moved on by `minutes`."""
    return at + timedelta(minutes=minutes)


def _fines(rng: Random, offence: Offence, kind: PartyKind, plan: Plan) -> Fines:
    choices = offence.fines
    if plan.procedure is Procedure.SUMMARY:
        small = offence.small[:2] if Mark.SPOT_MONEY in plan.marks else offence.small
        choices = small if kind is PartyKind.PERSON else (500, 1000, 1500, 2000)
    counted = plan.fine or rng.choice(choices)
    fine = counted
    if Mark.WRONG_LIMIT in plan.marks:
        fine += (LIMIT - FIVE_AXLES) // 1000 * 500
    elif Mark.MISCOUNTED in plan.marks:
        fine += 1000
    elif Mark.TOO_HIGH in plan.marks:
        fine = offence.most + 2000
    elif Mark.TOO_LOW in plan.marks:
        fine = offence.least * 3 // 5
    added = plan.fines
    decision = fine + added.get("decision", 0)
    return Fines(
        counted=counted,
        report=fine + added.get("report", 0),
        notice=fine + added.get("notice", 0),
        decision=decision,
        words=decision + added.get("words", 0),
        bill=decision + added.get("bill", 0),
    )


def _wrong_check(number: str) -> str:
    """Return an ID or credit code whose check character does not fit."""
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def _miscopied(text: str, at: int, choices: str) -> str:
    """Return `text` with another character at `at`, as a clerk copies wrongly."""
    other = next(char for char in choices if char != text[at])
    return text[:at] + other + text[at + 1 :]
