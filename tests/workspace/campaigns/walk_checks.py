"""What holds after every step of a campaign: nothing lost, histories grow, figures agree."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from reviewer.model.feedback import Transition
from reviewer.store.database import DATABASE
from reviewer.workspace.campaigns.board_cases import BoardFilter
from reviewer.workspace.campaigns.counting import standing
from reviewer.workspace.campaigns.papers.outcomes import summary_input
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled
from tests.workspace.campaigns.assigned_builders import Desktop

Stand = tuple[frozenset[Any], ...]
_KEPT = (
    "SELECT record_id, hash FROM campaign_history",
    "SELECT id FROM campaign_records",
    "SELECT id FROM changes",
    # A signed review never changes: neither its result nor what was said in it.
    "SELECT r.id, r.signed_at, r.total, r.grade, count(c.id) FROM reviews r LEFT JOIN changes c"
    " ON c.review_id = r.id WHERE r.signed_at IS NOT NULL GROUP BY r.id",
    "SELECT id FROM reviews",
    "SELECT id FROM cases",
)


def stand(desk: Desktop) -> Stand:
    """Return what a data folder keeps for good; equal before and after: nothing was changed."""
    with closing(sqlite3.connect(desk.workspace.data.folder / DATABASE)) as connection:
        return tuple(frozenset(connection.execute(one).fetchall()) for one in _KEPT)


@dataclass
class Watch:
    """What was seen of a campaign so far."""

    stand: Stand = ()
    histories: dict[object, tuple[Transition, ...]] = field(default_factory=dict)

    def look(self, desk: Desktop) -> None:
        """Look at a data folder after a step."""
        now = stand(desk)
        for before, after in zip(self.stand, now, strict=False):
            assert before <= after, before - after
        if now == self.stand:
            return
        self.stand = now
        state = desk.state
        self._histories(state)
        agree(desk, state)

    def _histories(self, state: CampaignState) -> None:
        for key, now, history in _histories(state):
            before = self.histories.get(key, ())
            assert history[: len(before)] == before, key
            assert not history or history[-1].after == now, key
            assert all(one.after == two.before for one, two in pairwise(history)), key
            self.histories[key] = history


def agree(desk: Desktop, state: CampaignState) -> None:
    """Compare the figures of board, statistics, 通报 and the inputs of 汇总表."""
    campaigns, chosen = desk.workspace.campaigns, sampled(state)
    results = campaigns.results.final(desk.id)
    waiting = campaigns.results.waiting(desk.id)
    figures = standing(state, results)
    view = campaigns.boards.cases(desk.id, desk.state.campaign.cases_to)
    assert {one.case for one in results} == set(figures.settled) == set(chosen) - set(waiting)
    assert set(figures.settled) | set(figures.waiting) == set(chosen)
    if not chosen:
        return
    assert {one.case for one in view.cases} == set(chosen)
    settled = {one.case for one in view.of(BoardFilter.SETTLED)}
    assert settled == set(figures.settled), (settled, figures)
    assert sum(one.done for one in view.units) == len(settled)
    assert sum(one.whole for one in view.units) == len(chosen)
    disputed = {one.case for one in view.of(BoardFilter.DISPUTED)}
    assert disputed == set(figures.disputed)
    assert {one.case for one in campaigns.adjudicating.queue(desk.id)} <= disputed | settled
    told = summary_input(campaigns.papers._ground, state, state.campaign.cases_to)
    assert told.overall.cases == len(results)
    assert told.pending == len(waiting)


def _histories(state: CampaignState) -> Iterator[tuple[object, str, tuple[Transition, ...]]]:
    yield from ((one.stage, one.state, one.history) for one in state.campaign.stages)
    yield from ((one.id, one.state, one.history) for one in state.progress)
    yield from ((one.id, one.state, one.history) for one in state.rectifications)
    for one in state.feedback:
        yield one.id, one.state, one.history
        yield from ((told.id, told.state, told.history) for told in one.objections)
