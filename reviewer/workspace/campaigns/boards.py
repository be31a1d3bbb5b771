"""The cases of the page 活动, read from the reviews."""

from datetime import date
from uuid import UUID

from reviewer.store import Store
from reviewer.workspace.campaigns.board_cases import CasesView, board_case_ids, cases_view
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.campaigns.results import Results
from reviewer.workspace.campaigns.review_book import read_book
from reviewer.workspace.people import People


class Boards:
    """Counts what has come of the drawn cases."""

    def __init__(
        self, store: Store, records: CampaignRecords, results: Results, people: People
    ) -> None:
        self._store, self._records = store, records
        self._results, self._people = results, people

    def cases(self, campaign_id: UUID, today: date) -> CasesView:
        """Return how far cases, units and reviewers are."""
        state = self._records.load(campaign_id)
        book = read_book(self._store, state, board_case_ids(state))
        person = self._people.current()
        results = self._results.final_of(state)
        return cases_view(book, results, None if person is None else person.id, today)
