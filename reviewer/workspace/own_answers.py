"""The rates of the reviewers' own answers, for who has no window open: `reviewer prove`."""

from contextlib import closing
from pathlib import Path

from reviewer.store import DATABASE, Store
from reviewer.workspace.rule_views import own_rate, total
from reviewer.workspace.track_record import TrackRecords


def own_answers(folder: Path) -> str:
    """Return the rates as the window shows them; empty below 30 answers or without a database.

    Raises:
        StoreError: the folder cannot be opened, such as while a window uses it.
    """
    if not (folder / DATABASE).is_file():
        return ""
    with closing(Store(folder)) as store:
        return own_rate(total(TrackRecords(store).all().values()))
