"""Merging a package into the records here: record by record, in one transaction.

The preview walks through the same records in the same way and changes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from reviewer.exchange import (
    Chain,
    Journal,
    Package,
    PackageKind,
    Standing,
    compare_chains,
    compare_journals,
)
from reviewer.model.campaigns import Campaign
from reviewer.progress import Progress
from reviewer.store import (
    Author,
    Session,
    campaigns,
    desktops,
    drawn_cases,
    wire_campaigns,
    wire_cases,
    wire_people,
    wire_reviews,
)
from reviewer.store.campaign_kinds import kind_named
from reviewer.store.codec import decode
from reviewer.store.wire_campaigns import Revisions
from reviewer.store.wire_cases import CaseChanges
from reviewer.store.wire_reviews import ReviewSide
from reviewer.workspace.campaigns.package_naming import (
    Names,
    by_id,
    review_line,
    revision_line,
    values_line,
)
from reviewer.workspace.campaigns.package_settling import settled
from reviewer.workspace.campaigns.package_views import Decision, PackageRow

_RECORDS, _CASES, _REVIEWS = "records", "cases", "reviews"


@dataclass(slots=True)
class Merging:
    """A package beside the records here."""

    session: Session
    package: Package
    progress: Progress
    names: Names = field(default_factory=Names)
    _coming: frozenset[str] = frozenset()
    """SHA-256 of the files that come with the package."""

    def rows(self) -> tuple[PackageRow, ...]:
        """Return how every record of the package stands; nothing is changed."""
        self._learn()
        found = [self._case_row(raw)[0] for raw in self._all(_CASES)]
        records = [self._record_row(raw) for raw in self._all(_RECORDS)]
        reviews = [self._review_row(raw) for raw in self._all(_REVIEWS)]
        return (*records, *found, *reviews)

    def apply(self, by: Author, decisions: Mapping[UUID, Decision]) -> tuple[PackageRow, ...]:
        """Take over everything; return how each record stood before."""
        self._learn()
        wire_people.merge(self.session, self._people(), by)
        wire_people.merge_standards(self.session, self.package.json("standards.json"))
        for raw in self.package.json("files.json"):
            wire_cases.merge_file(self.session, raw)
        cases = [self._apply_case(raw, by, decisions) for raw in self._all(_CASES)]
        self._apply_texts()
        records = [self._apply_record(raw, by, decisions) for raw in self._all(_RECORDS)]
        reviews = [self._apply_review(raw, by, decisions) for raw in self._all(_REVIEWS)]
        return (*records, *cases, *reviews)

    def _learn(self) -> None:
        self.names.people |= by_id(self._people())
        self._coming = frozenset(raw["sha256"] for raw in self.package.json("files.json"))

    def _learn_case(self, case_id: UUID | None) -> None:
        if case_id is not None and case_id not in self.names.cases:
            self.names.learn_case(case_id, wire_cases.title_here(self.session, case_id))

    def _people(self) -> Any:
        return self.package.json("people.json")

    def _all(self, folder: str) -> Iterator[Any]:
        entries = self.package.entries(folder)
        for number, entry in enumerate(entries):
            self.progress.report(number, len(entries), "正在核对评查包")
            raw = self.package.json(entry.name)
            self._refuse_renamed(folder, entry.name, raw)
            yield raw

    def _refuse_renamed(self, folder: str, name: str, raw: Any) -> None:
        part = {_RECORDS: "record", _CASES: "case", _REVIEWS: "review"}[folder]
        if name != f"{folder}/{UUID(raw[part]['id'])}.json":
            raise ValueError(name)

    # Cases

    def _case_row(self, raw: Any) -> tuple[PackageRow, CaseChanges | None]:
        case_id = UUID(raw["case"]["id"])
        title = wire_cases.title_here(self.session, case_id) or str(raw["title"])
        title = self.names.learn_case(case_id, title)
        changes = wire_cases.changes_of(self.session, raw, self._coming)
        if changes is None:
            return PackageRow(case_id, "案卷", title, Standing.NEW), None
        if changes.theirs:
            hidden = self.names.hides(case_id)
            sides = [values_line(one, hidden=hidden) for one in (changes.mine, changes.theirs)]
            return PackageRow(case_id, "案卷", title, Standing.CONFLICT, *sides), changes
        standing = Standing.UPDATED if changes.values else Standing.SAME
        return PackageRow(case_id, "案卷", title, standing), changes

    def _apply_case(self, raw: Any, by: Author, decisions: Mapping[UUID, Decision]) -> PackageRow:
        row, changes = self._case_row(raw)
        manifest = self.package.manifest
        if changes is None:
            wire_cases.add(self.session, raw, by)
            return row
        label = f"读入{manifest.kind.value}（{manifest.person.name}）"
        wire_cases.change(self.session, changes, by, label)
        if row.standing is Standing.CONFLICT and row.id in decisions:
            chosen = decisions[row.id]
            theirs = chosen is Decision.THEIRS
            wire_cases.decide(self.session, changes, by, theirs=theirs, label=_label(chosen))
        return row

    def _apply_texts(self) -> None:
        entries = self.package.entries("texts")
        for number, entry in enumerate(entries):
            self.progress.report(number, len(entries), "正在读入页面文字")
            sha256 = entry.name.removeprefix("texts/").removesuffix(".json")
            wire_cases.merge_text(self.session, sha256, self.package.json(entry.name))

    # Records of the campaign

    def _record_row(self, raw: Any) -> PackageRow:
        record = raw["record"]
        record_id, kind = UUID(record["id"]), kind_named(record["kind"])
        given = decode(kind.type, record["body"])
        if isinstance(given, Campaign):
            self.names.learn(given)
        self._learn_case(getattr(given, "case", None))
        mine = wire_campaigns.revisions_here(self.session, record_id)
        theirs = wire_campaigns.revisions_in(raw)
        standing = compare_chains(None if mine is None else _chain(mine), _chain(theirs))
        row = PackageRow(record_id, kind.title, self.names.of_record(given), standing)
        if standing is not Standing.CONFLICT:
            return row
        if _settled(self.session, raw) is not None:
            return replace(row, standing=Standing.UPDATED)
        return self._both_sides(row, raw, given)

    def _both_sides(self, row: PackageRow, raw: Any, given: Any) -> PackageRow:
        last = campaigns.history(self.session, row.id)
        head = campaigns.kept(self.session, row.id).head
        here = next(one for one in last if one.hash == head)
        there = next(one for one in raw["history"] if one["hash"] == raw["record"]["head"])
        decoded = wire_campaigns.revision_in(there)
        person = self.names.people.get(decoded.person, "")
        return PackageRow(
            row.id,
            row.sort,
            row.name,
            row.standing,
            revision_line(here.label, here.person_name, here.at, removed=here.removed),
            revision_line(decoded.label, person, decoded.at, removed=decoded.removed),
            here.record,
            given,
        )

    def _apply_record(self, raw: Any, by: Author, decisions: Mapping[UUID, Decision]) -> PackageRow:
        row = self._record_row(raw)
        if row.standing is Standing.NEW:
            wire_campaigns.add(self.session, raw)
        elif row.standing is Standing.UPDATED:
            self._update(raw, by)
        elif row.standing is Standing.SAME:
            wire_campaigns.unite(self.session, raw)
        elif row.standing is Standing.CONFLICT and row.id in decisions:
            chosen = decisions[row.id]
            wire_campaigns.decide(
                self.session, raw, by, theirs=chosen is Decision.THEIRS, label=_label(chosen)
            )
        if kind_named(raw["record"]["kind"]).type is Campaign:
            campaign = wire_campaigns.body_of(self.session, row.id)
            drawn_cases.know_campaign(self.session, campaign, by)
        return row

    def _update(self, raw: Any, by: Author) -> None:
        """Take a later record over, or the side that holds without asking."""
        mine = wire_campaigns.revisions_here(self.session, UUID(raw["record"]["id"]))
        if mine is not None and mine.head in wire_campaigns.revisions_in(raw).known:
            wire_campaigns.take(self.session, raw)
            return
        theirs = _settled(self.session, raw) is Decision.THEIRS
        wire_campaigns.decide(self.session, raw, by, theirs=theirs, label="合并：开始评查")

    # Reviews

    def _review_row(self, raw: Any) -> PackageRow:
        mine = wire_reviews.side_here(self.session, raw)
        theirs = wire_reviews.side_in(raw)
        standing = compare_journals(None if mine is None else _journal(mine), _journal(theirs))
        person, case = UUID(raw["review"]["person_id"]), UUID(raw["review"]["case_id"])
        self._learn_case(case)
        name = self.names.of_review(case, theirs, person)
        if mine is None or standing is not Standing.CONFLICT:
            return PackageRow(theirs.id, "评查", name, standing)
        return PackageRow(theirs.id, "评查", name, standing, review_line(mine), review_line(theirs))

    def _apply_review(self, raw: Any, by: Author, decisions: Mapping[UUID, Decision]) -> PackageRow:
        row = self._review_row(raw)
        if row.standing in (Standing.NEW, Standing.UPDATED):
            wire_reviews.put(self.session, raw)
        elif row.standing is Standing.CONFLICT and row.id in decisions:
            chosen = decisions[row.id]
            wire_reviews.decide(
                self.session, raw, by, theirs=chosen is Decision.THEIRS, label=_label(chosen)
            )
        return row

    def seat_recipient(self) -> None:
        """Let who sits here work under the id that the package gives this person."""
        recipient = self.package.manifest.recipients[:1]
        if recipient and self.is_renamed():
            desktops.seat_as(self.session, recipient[0].id)

    def is_renamed(self) -> bool:
        """Return whether the only recipient sits here under an id of this desktop's own.

        Who registers before the first package comes is given an id here; the campaign knows the
        same person under the leader's.
        """
        manifest = self.package.manifest
        if manifest.kind is not PackageKind.TASK or len(manifest.recipients) != 1:
            return False
        recipient, current = manifest.recipients[0], desktops.current_person(self.session)
        if current is None:
            return True
        return current.name == recipient.name and current.id != recipient.id


def _settled(session: Session, raw: Any) -> Decision | None:
    record = raw["record"]
    theirs = decode(kind_named(record["kind"]).type, record["body"])
    return settled(wire_campaigns.body_of(session, UUID(record["id"])), theirs)


def _label(decision: Decision) -> str:
    return f"合并：{decision.value}"


def _chain(revisions: Revisions) -> Chain:
    return Chain(revisions.head, revisions.known, revisions.content)


def _journal(side: ReviewSide) -> Journal:
    return Journal(side.changes, side.signed)
