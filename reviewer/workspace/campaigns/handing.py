"""Handing tasks to reviewers and results back, as the page 评查包 shows and does it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from reviewer.errors import Refused
from reviewer.progress import Progress
from reviewer.reports.names import free_path
from reviewer.store import Store, cases, desktops, wire_campaigns, wire_reviews
from reviewer.workspace.campaigns.package_views import Decision, Merged, PackagePreview, Written
from reviewer.workspace.campaigns.packages import Packages
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.state import CampaignState


@dataclass(frozen=True, slots=True)
class Recipient:
    """A reviewer who can be given a task package (任务包)."""

    person: UUID
    name: str
    unit: str
    group: str
    cases: int
    """Assigned, withdrawn ones not counted."""
    without_file: int
    """Of them, those whose electronic file is not here."""
    sits_here: bool


@dataclass(frozen=True, slots=True)
class HandingView:
    """Who can be given a package, and what could be handed back from this desktop."""

    recipients: tuple[Recipient, ...]
    reviews: int
    """Reviews of the campaign that were opened or changed on this desktop."""
    records: int
    """Records of the campaign that were made or changed on this desktop."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A package that was read in."""

    merged: Merged
    state: CampaignState
    """The campaign of the package as it stands now."""


class Handing:
    """Task packages for several reviewers at once, and packages read in whole."""

    def __init__(self, store: Store, records: CampaignRecords, packages: Packages) -> None:
        self._store, self._records, self._packages = store, records, packages

    def view(self, campaign_id: UUID) -> HandingView:
        """Return who has what to review, and what waits on this desktop."""
        state = self._records.load(campaign_id)
        with self._store.snapshot() as session:
            files = {one.case.id for one in cases.summaries(session) if one.pages}
            current = desktops.current_person(session)
            here = desktops.author(session).desktop
            reviews = wire_reviews.made_on(session, set(state.case_ids), here)
            records = wire_campaigns.changed_on(session, campaign_id, here)
        given: dict[UUID, set[UUID]] = defaultdict(set)
        for one in state.assignments:
            if not one.withdrawn:
                given[one.person].add(one.case)
        units = {unit.id: unit.name for unit in state.campaign.units}
        recipients = tuple(
            Recipient(
                member.person,
                member.name,
                units.get(member.unit, member.unit_name) if member.unit else member.unit_name,
                member.group,
                len(given[member.person]),
                len(given[member.person] - files),
                current is not None and current.id == member.person,
            )
            for member in state.campaign.members
        )
        return HandingView(recipients, len(reviews), len(records))

    def write_tasks(
        self, campaign_id: UUID, people: Sequence[UUID], folder: Path, progress: Progress
    ) -> tuple[Written, ...]:
        """Write one task package for each of these reviewers into a folder.

        A package that is there under the same name is not overwritten.

        Raises:
            Refused: nobody was named, or one of them has no case; nothing more is written then.
            StoreError: the disk is full, or an original is missing.
            Cancelled: the user stopped it; packages that were finished stay.
        """
        if not people:
            raise Refused("没有选评查人。", "请先在“分组与回避”中分配案卷。")
        campaign = self._records.load(campaign_id).campaign
        taken = {path.name for path in folder.iterdir()}
        written = []
        for number, person in enumerate(people):
            name = campaign.member(person).name
            progress.report(number, len(people), f"正在写出{name}的任务包")
            path = free_path(folder, f"任务包_{campaign.name}", name, ".zip", taken)
            taken.add(path.name)
            written.append(self._packages.write_task(campaign_id, [person], path, progress))
        return tuple(written)

    def take(
        self, preview: PackagePreview, progress: Progress, decisions: Mapping[UUID, Decision]
    ) -> Taken:
        """Read a package in; return what it did and how its campaign stands now.

        Raises:
            BadPackage: it is damaged, not a package, or of a later version.
            StoreError: the disk is full.
            Cancelled: the user stopped it; everything is as it was.
        """
        merged = self._packages.merge(preview.path, progress, decisions)
        return Taken(merged, self._records.load(preview.campaign_id))
