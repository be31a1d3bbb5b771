"""Packages between desktops: tasks from the leader to reviewers, results back to the leader."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from uuid import UUID, uuid4

from reviewer import __version__
from reviewer.errors import Refused, UserError
from reviewer.exchange import Manifest, Named, Package, PackageKind, PackageWriter, is_package
from reviewer.model.campaigns import Campaign, Ledger
from reviewer.model.casework import CaseProgress, GivenRow, given_id, given_row, progress_of
from reviewer.model.draws import Assignment, Draw, Replacement
from reviewer.progress import Progress, Silent
from reviewer.store import (
    Session,
    Store,
    campaigns,
    desktops,
    standards,
    wire,
    wire_campaigns,
    wire_cases,
    wire_reviews,
)
from reviewer.store.desktops import now
from reviewer.store.records import NOBODY
from reviewer.workspace.campaigns.originals import Originals
from reviewer.workspace.campaigns.package_blind import names_for
from reviewer.workspace.campaigns.package_merging import Merging
from reviewer.workspace.campaigns.package_refusals import named, refuse_foreign
from reviewer.workspace.campaigns.package_views import (
    Decision,
    Merged,
    PackagePreview,
    Standing,
    Written,
)
from reviewer.workspace.campaigns.package_writing import Contents, Writing
from reviewer.workspace.knowledge import Knowledge

log = logging.getLogger(__name__)

_NO_DECISIONS: Mapping[UUID, Decision] = {}


class Packages:
    """Writes packages, shows what reading one in would do, and reads it in."""

    def __init__(self, store: Store, knowledge: Knowledge, settle: Callable[[], None]) -> None:
        """Take what writes that which still waits in memory: pages seen in a review."""
        self._store = store
        self._originals = Originals(store)
        self._knowledge = knowledge
        self._settle = settle
        self._followers: tuple[Callable[[UUID], object], ...] = ()

    def when_merged(self, follow: Callable[[UUID], object]) -> None:
        """Let `follow` know of every campaign into which a package was read from now on."""
        self._followers = (*self._followers, follow)

    def write_task(
        self, campaign_id: UUID, people: Sequence[UUID], path: Path, progress: Progress
    ) -> Written:
        """Write the set-up of a campaign and the cases of one reviewer, or of a group.

        Marks of others never go along: who reviews a case a second time is independent.  A
        single reviewer gets back what is known here of the own reviews.

        Raises:
            Refused: they have no case, or one of their cases was not made yet.
            StoreError: the disk is full, or an original is missing.
            Cancelled: the user stopped it; nothing was written.
        """
        self._settle()
        self._freeze_pins(campaign_id)
        self._give_rows(campaign_id, people)
        with self._store.snapshot() as session:
            campaign = _campaign(session, campaign_id)
            cases = _made_cases(session, _given_to(session, campaign_id, people))
            own = wire_reviews.of_people(session, cases, people) if len(people) == 1 else ()
            contents = Contents(
                (
                    campaign_id,
                    *_with_removed(session, campaign_id, people),
                    *_of_cases(session, campaign_id, cases),
                ),
                cases,
                own,
                tuple(pin.content_hash for pin in campaign.standards),
                desktops.author(session).desktop,
                all_files=True,
            )
            recipients = tuple(Named(one, campaign.member(one).name) for one in people)
            manifest = _manifest(session, PackageKind.TASK, campaign, recipients)
            return self._write(session, path, manifest, contents, progress)

    def write_result(self, campaign_id: UUID, path: Path, progress: Progress) -> Written:
        """Write what was reviewed and recorded on this desktop.

        Raises:
            Refused: there is nothing to hand back.
            StoreError: the disk is full, or an original is missing.
            Cancelled: the user stopped it; nothing was written.
        """
        self._settle()
        with self._store.snapshot() as session:
            campaign = _campaign(session, campaign_id)
            here = desktops.author(session).desktop
            reviews = wire_reviews.made_on(session, _cases_of(session, campaign_id), here)
            records = wire_campaigns.changed_on(session, campaign_id, here)
            if not reviews and not records:
                raise Refused(
                    "本机还没有这个活动的评查结果。", "请先评查分配的案卷，再导出成果包。"
                )
            cases = tuple(dict.fromkeys(wire_reviews.case_of(session, one) for one in reviews))
            contents = Contents(records, cases, reviews, (), here, all_files=False)
            manifest = _manifest(session, PackageKind.RESULT, campaign, ())
            return self._write(session, path, manifest, contents, progress)

    def is_package(self, path: Path) -> bool:
        """Return whether a file says that it is a package, damaged or not."""
        return is_package(path)

    def preview(self, path: Path, progress: Progress | None = None) -> PackagePreview:
        """Return what reading a package in would do; nothing is changed.

        Raises:
            BadPackage: it is damaged, not a package, of a later version, or of a campaign that
                is not here.
        """
        with named(path), Package(path) as package, self._store.snapshot() as session:
            refuse_foreign(session, package)
            with wire.refusing_nonsense():
                merging = Merging(
                    session, package, progress or Silent(), names_for(session, package)
                )
                rows = merging.rows()
                wanted = self._originals.wanted(session, package)
                notices = tuple(_notices(session, merging))
            manifest = package.manifest
            return PackagePreview(
                path=path,
                kind=manifest.kind,
                campaign_id=manifest.campaign.id,
                campaign=manifest.campaign.name,
                person=manifest.person.name,
                desktop=manifest.desktop.name,
                made_at=manifest.made_at,
                recipients=tuple(one.name for one in manifest.recipients),
                rows=rows,
                new_files=len(wanted),
                new_bytes=sum(size for _, _, size in wanted),
                notices=notices,
            )

    def merge(
        self,
        path: Path,
        progress: Progress,
        decisions: Mapping[UUID, Decision] = _NO_DECISIONS,
    ) -> Merged:
        """Read a package in: all of it in one transaction, or nothing.

        Originals are put into the vault first; those that are there are not copied again.
        Conflicts without a decision stay as they are here.

        Raises:
            BadPackage: it is damaged, not a package, or of a later version.
            StoreError: the disk is full.
            Cancelled: the user stopped it; everything is as it was.
        """
        with named(path), Package(path) as package:
            with self._store.snapshot() as session:
                refuse_foreign(session, package)
            with (
                self._originals.brought(package, progress) as drafts,
                self._store.vault.arriving(drafts),
                self._store.session() as session,
                wire.refusing_nonsense(),
            ):
                merging = Merging(session, package, progress, names_for(session, package))
                renamed = merging.is_renamed()
                rows = merging.apply(desktops.author(session), decisions)
                if renamed:
                    merging.seat_recipient()
            self._tell(package.manifest.campaign.id)
            waiting = (row for row in rows if row.standing is Standing.CONFLICT)
            undecided = tuple(row for row in waiting if row.id not in decisions)
            new = sum(draft.path != draft.target for draft in drafts)
            return Merged(rows, undecided, new)

    def _tell(self, campaign_id: UUID) -> None:
        for follow in self._followers:
            try:
                follow(campaign_id)
            except UserError as error:
                # What was read in stays; its cases are moved on with the next step.
                log.warning("nothing followed from a package: %s", error)

    def _write(
        self,
        session: Session,
        path: Path,
        manifest: Manifest,
        contents: Contents,
        progress: Progress,
    ) -> Written:
        with PackageWriter(path, manifest) as writer:
            files = Writing(self._store, session, writer, progress).fill(contents)
        size = path.stat().st_size
        return Written(path, len(contents.cases), len(contents.reviews), files, size)

    def _freeze_pins(self, campaign_id: UUID) -> None:
        """Freeze the standards that a campaign pinned, so that they can travel."""
        with self._store.session() as session:
            by = desktops.author(session)
            pinned = {pin.content_hash for pin in _campaign(session, campaign_id).standards}
            for standard in self._knowledge.standards:
                if standard.content_hash in pinned:
                    standards.freeze(session, standard, by)

    def _give_rows(self, campaign_id: UUID, people: Iterable[UUID]) -> None:
        """Keep the ledger row of each case that is given away, so that it can travel alone."""
        with self._store.session() as session:
            by = desktops.author(session)
            wanted = set(_given_to(session, campaign_id, people))
            rows = [
                given_row(campaign_id, row)
                for ledger in campaigns.all_of(session, Ledger, campaign_id)
                for row in ledger.rows
                if row.case in wanted
            ]
            campaigns.put_all(session, campaign_id, rows, "随任务包发出", by)


def _campaign(session: Session, campaign_id: UUID) -> Campaign:
    campaign = campaigns.get(session, Campaign, campaign_id)
    if campaign is None:
        raise Refused("没有这个评查活动，或它已被移除。", "请返回列表，另选评查活动。")
    return campaign


def _assignments(session: Session, campaign_id: UUID) -> tuple[Assignment, ...]:
    return campaigns.all_of(session, Assignment, campaign_id)


def _given_to(session: Session, campaign_id: UUID, people: Iterable[UUID]) -> tuple[UUID, ...]:
    """Return the cases that some people have to review."""
    chosen = set(people)
    given = (one for one in _assignments(session, campaign_id) if not one.withdrawn)
    return tuple(one.case for one in given if one.person in chosen)


def _of_cases(session: Session, campaign_id: UUID, cases: Iterable[UUID]) -> tuple[UUID, ...]:
    """Return ledger row and progress of each case: both sides go on from the same record."""
    found: list[UUID] = []
    for case in cases:
        row, moved = given_id(campaign_id, case), progress_of(campaign_id, case).id
        if campaigns.get(session, GivenRow, row) is not None:
            found.append(row)
        if campaigns.get(session, CaseProgress, moved) is not None:
            found.append(moved)
    return tuple(found)


def _with_removed(session: Session, campaign_id: UUID, people: Iterable[UUID]) -> tuple[UUID, ...]:
    """Return the assignments of some people, removed ones too."""
    wanted = set(people)
    ids = wire_campaigns.of_kinds(session, campaign_id, ("assignment",))
    return tuple(one for one in ids if wire_campaigns.body_of(session, one).person in wanted)


def _made_cases(session: Session, ids: Iterable[UUID]) -> tuple[UUID, ...]:
    cases = tuple(dict.fromkeys(ids))
    if not cases:
        raise Refused("所选评查人还没有分配案卷。", "请先分配案卷，再导出任务包。")
    if any(not wire_cases.title_here(session, one) for one in cases):
        raise Refused("分配的案卷中有的还没有建立。", "请先在抽取结果中建立抽中的案卷。")
    return cases


def _cases_of(session: Session, campaign_id: UUID) -> set[UUID]:
    """Return all cases of a campaign that are known here."""
    found = {one.case for one in _assignments(session, campaign_id)}
    for draw in campaigns.all_of(session, Draw, campaign_id):
        found |= {one.case for one in draw.cases}
    replaced = campaigns.all_of(session, Replacement, campaign_id)
    return found | {one.taken for one in replaced if one.taken is not None}


def _manifest(
    session: Session, kind: PackageKind, campaign: Campaign, recipients: tuple[Named, ...]
) -> Manifest:
    person, desktop = desktops.current_person(session), desktops.here(session)
    who = Named(NOBODY, "") if person is None else Named(person.id, person.name)
    return Manifest(
        id=uuid4(),
        kind=kind,
        campaign=Named(campaign.id, campaign.name),
        person=who,
        desktop=Named(desktop.id, desktop.name),
        made_at=now(),
        recipients=recipients,
        program=__version__,
    )


def _notices(session: Session, merging: Merging) -> Iterator[str]:
    manifest = merging.package.manifest
    names = "、".join(one.name for one in manifest.recipients)
    current = desktops.current_person(session)
    if merging.is_renamed():
        yield f"读入后，本机以“{names}”的身份评查。"
    elif (
        current is not None
        and manifest.recipients
        and current.id not in {one.id for one in manifest.recipients}
    ):
        yield f"这个任务包发给“{names}”，本机登记的评查人是“{current.name}”，请核对。"
