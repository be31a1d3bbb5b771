"""Desktops of a campaign in folders of their own: the leader's and those of reviewers."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from reviewer.model import Choice, FileKind, Review, Round, SourceFile
from reviewer.model.campaigns import CaseKind, Member, StandardPin
from reviewer.model.draws import Assignment, Duty
from reviewer.progress import Silent
from reviewer.store import Store, case_files, desktops, reviews, texts
from reviewer.workspace.campaigns.package_views import Merged
from reviewer.workspace.campaigns.packages import Packages
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.reviews import Reviews
from tests.store.builders import make_page
from tests.store.test_campaigns import make_campaign, make_row
from tests.workspace.builders import FixedRuns, SmallKnowledge, make_standard

LI = Member(UUID(int=201), "李工", unit_name="彭阳县大队")
ZHAO = Member(UUID(int=202), "赵工", unit_name="西吉县大队")
PIN = StandardPin(CaseKind.GENERAL, "small", "1", make_standard().content_hash)
CAMPAIGN = replace(make_campaign(), members=(LI, ZHAO), standards=(PIN,))


@dataclass
class Desk:
    """One desktop with its own data folder."""

    folder: Path
    name: str
    unit: str
    store: Store = field(init=False)

    def __post_init__(self) -> None:
        self.open()
        with self.store.session() as session:
            desktops.seat(session, self.name, self.unit)

    def open(self) -> None:
        self.store = Store(self.folder)
        runs, knowledge = FixedRuns(self.store), SmallKnowledge()
        self.reviews = Reviews(self.store, runs, runs, knowledge)
        self.packages = Packages(self.store, knowledge, self.reviews.flush)
        self.records = CampaignRecords(self.store, runs)

    @property
    def originals(self) -> list[Path]:
        return sorted(self.store.vault.files())

    def open_review(self, case: UUID, round_: Round = Round.FIRST) -> Review:
        return self.reviews.open(case, "small", round_)

    def mark(self, case: UUID, item: str, choice: Choice = Choice.CONFORMS) -> Review:
        review = self.open_review(case)
        self.reviews.choose(review.id, item, choice)
        return review

    def sign(self, review: UUID) -> None:
        run = self.reviews._runs.of_review(self.reviews.view(review).review)
        with self.store.session() as session:
            reviews.sign(session, review, run.id)

    def add_file(self, case: UUID, body: bytes, name: str = "案卷.pdf") -> str:
        """Put an original into the vault and into a case, with the text of its first page."""
        sha256 = hashlib.sha256(body).hexdigest()
        source = self.folder / "delivered.pdf"
        source.write_bytes(body)
        draft = self.store.vault.bring(source, sha256, ".pdf")
        with self.store.vault.arriving([draft]), self.store.session() as session:
            by = desktops.author(session)
            file = SourceFile(sha256, name, FileKind.PDF, len(body), 1)
            case_files.add_file(session, file, ".pdf", by)
            case_files.add_case_file(session, case, sha256, name, by)
            texts.put_page(session, make_page(sha256), "test")
        return sha256

    def task(self, path: Path, *people: Member) -> Path:
        """Write the task package of these people to a stick."""
        ids = [one.person for one in people]
        return self.packages.write_task(CAMPAIGN.id, ids, path, Silent()).path

    def result(self, path: Path) -> Path:
        return self.packages.write_result(CAMPAIGN.id, path, Silent()).path

    def read(self, path: Path) -> Merged:
        return self.packages.merge(path, Silent())

    def dump(self) -> dict[str, list[str]]:
        """Return every row of every table, to see that nothing changed."""
        with self.store.snapshot() as session:
            names = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
            return {
                name: sorted(str(row) for row in session.execute(text(f"SELECT * FROM {name}")))
                for (name,) in names.all()
            }


def lead(folder: Path, cases: int = 2, files: int = 2) -> Desk:
    """Return the leader's desktop: a campaign of some cases, the first ones with an original.

    李工 reviews all of them first, 赵工 reviews the first one a second time.
    """
    desk = Desk(folder, "王工", "固原市综合执法支队")
    rows = [make_row(number) for number in range(1, cases + 1)]
    desk.records.save(CAMPAIGN.id, [CAMPAIGN], "新建活动")
    desk.records.add_drawn(CAMPAIGN.id, rows)
    given = [Assignment(UUID(int=3000 + n), row.case, LI.person, Duty.FIRST)
             for n, row in enumerate(rows)]  # fmt: skip
    given.append(Assignment(UUID(int=4000), rows[0].case, ZHAO.person, Duty.SECOND))
    desk.records.save(CAMPAIGN.id, given, "分配案卷")
    for number, row in enumerate(rows[:files]):
        desk.add_file(row.case, b"%PDF original " + str(number).encode() * 500)
    return desk
