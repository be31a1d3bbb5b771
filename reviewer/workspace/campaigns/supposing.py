"""Supposing (假如…): a decision falls otherwise, or another version of the standard holds.

Nothing is written: results and standards are read, reckoned again, and told.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from reviewer import scoring
from reviewer.campaign.results import Result
from reviewer.campaign.variants import variant
from reviewer.campaign.whatif import if_decided, if_standard
from reviewer.errors import Refused
from reviewer.model import Standard
from reviewer.scoring.numbers import plain
from reviewer.store import Store
from reviewer.workspace.campaigns.papers.ground import Shipped
from reviewer.workspace.campaigns.papers.writers import writing
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.review_book import read_book
from reviewer.workspace.campaigns.supposed_tables import decided, under_standard
from reviewer.workspace.campaigns.suppositions import (
    Changes,
    Flip,
    PinnedStandard,
    Supposed,
    Suppositions,
    flips_of,
)


class Supposing:
    """Answers what would be if."""

    def __init__(
        self, store: Store, records: CampaignRecords, results: Results, knowledge: Shipped
    ) -> None:
        self._store, self._records, self._results = store, records, results
        self._knowledge = knowledge

    def offers(self, campaign_id: UUID) -> Suppositions:
        """Return all that can be supposed of the settled cases."""
        state = self._records.load(campaign_id)
        results = self._results.final_of(state)
        book = read_book(self._store, state, {one.case for one in results})
        counts = Counter(one.standard.content_hash for one in results)
        used = {one.standard.content_hash: one.standard for one in results}
        return Suppositions(
            flips_of(book, results),
            tuple(self._pinned(used[key], count) for key, count in counts.most_common()),
        )

    def if_decided(self, campaign_id: UUID, flip: Flip) -> Supposed:
        """Return what would come of another decision.

        Raises:
            Refused: the review that decided is no longer the one that holds.
        """
        results = self._results.final(campaign_id)
        if all(one.review != flip.review for one in results):
            raise Refused(f"{flip.case_no}的结果已经改变。", "请在列表中重新选择。")
        return decided(flip, if_decided(results, flip.review, [flip.decision]))

    def if_changed(self, campaign_id: UUID, content_hash: str, changes: Changes) -> Supposed:
        """Return what would come of another edition, or of other numbers, of a standard.

        Raises:
            Refused: no result is under that standard.
            UserError: a number does not fit.
        """
        state = self._records.load(campaign_id)
        results = self._results.final_of(state)
        old = _used(results, content_hash)
        editions = {one.content_hash: one for one in self._knowledge.standards}
        base = editions.get(changes.edition, old)
        new = variant(base, dict(changes.points), dict(changes.lines))
        found = if_standard(results, old, new)
        return under_standard(state, found, len(results))

    def if_file(self, campaign_id: UUID, content_hash: str, path: Path) -> Supposed:
        """Return what would come of the standard that a file holds.

        Raises:
            BadStandard: the file is wrong; the message names the item.
            Refused: it is another standard, not another version of this one.
        """
        state = self._records.load(campaign_id)
        results = self._results.final_of(state)
        old, new = _used(results, content_hash), scoring.load_standard(path)
        if new.id != old.id:
            raise Refused(
                f"《{path.name}》是“{new.name}”，不是“{old.name}”的另一版本。",
                "请选编号相同的标准文件，或先把现行标准存为文件，在其中修改。",
            )
        return under_standard(state, if_standard(results, old, new), len(results))

    def write_standard(self, campaign_id: UUID, content_hash: str, path: Path) -> Path:
        """Write the standard that holds as a file that can be changed and read back.

        Raises:
            UserError: the file cannot be written.
        """
        old = _used(self._results.final(campaign_id), content_hash)
        with writing(path):
            path.write_text(scoring.standard_to_yaml(old), encoding="utf-8")
        return path

    def _pinned(self, standard: Standard, cases: int) -> PinnedStandard:
        others: Mapping[str, str] = {
            one.content_hash: one.version
            for one in self._knowledge.standards
            if one.id == standard.id and one.content_hash != standard.content_hash
        }
        return PinnedStandard(
            standard.content_hash,
            f"{standard.name}（{standard.version}）",
            cases,
            tuple((one.id, one.short, plain(one.points)) for one in standard.items),
            tuple((one.name, plain(one.from_total)) for one in standard.bands[:-1]),
            tuple(others.items()),
        )


def _used(results: tuple[Result, ...], content_hash: str) -> Standard:
    for one in results:
        if one.standard.content_hash == content_hash:
            return one.standard
    raise Refused("已定案卷没有适用这份标准的。", "请在列表中重新选择标准。")
