"""Which drawn cases all reviewers score first (校准案卷): chosen by rule, not by a person."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from reviewer.campaign.assignment import Work
from reviewer.campaign.ownership import barriers
from reviewer.model.campaigns import Campaign


def calibration_files(
    campaign: Campaign,
    works: Sequence[Work],
    on: date,
    count: int,
    had: Sequence[UUID] = (),
) -> tuple[UUID, ...]:
    """Return `count` cases for calibration, those in `had` first.

    The fewer reviewers must keep away from a case the better it serves; among equals the digest
    decides, which follows from the draw's seed.
    """
    rest = [work for work in works if work.row.case not in had]
    kept_away = {
        work.row.case: sum(bool(barriers(campaign, one, work.row, on)) for one in campaign.members)
        for work in rest
    }
    rest.sort(key=lambda work: (kept_away[work.row.case], work.digest))
    wanted = max(0, count - len(had))
    return (*had, *(work.row.case for work in rest[:wanted]))
