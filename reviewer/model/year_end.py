"""What people fill in at the year's end: the yearly report and the check of the three systems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from reviewer.model.marks import Mark


@dataclass(frozen=True, slots=True)
class AnnualDraft:
    """The figures and texts of 年度工作报告素材 as they were typed."""

    id: UUID
    campaign: UUID
    figures: Mapping[str, str] = field(default_factory=dict)
    """By the key of the figure; one that is not there is not known yet."""
    before: Mapping[str, str] = field(default_factory=dict)
    """The same of the year before."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """`training`, `conduct`, `enforcement`, `problems`, `plans`."""


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """三项制度自查: an answer to each requirement of the standard."""

    id: UUID
    campaign: UUID
    content_hash: str
    """Of the standard, pinned with the first answer."""
    unit: str = ""
    """Which unit checked itself; empty: the organiser of the campaign."""
    marks: tuple[Mark, ...] = ()
    proofs: Mapping[str, str] = field(default_factory=dict)
    """By item: what shows it (佐证), in words."""
    measures: str = ""
    """Next steps, one a line."""


def annual_id(campaign: UUID) -> UUID:
    """Return the id of a campaign's draft: two desktops that begin it hold one record."""
    return uuid5(campaign, "annual draft")


def self_check_id(campaign: UUID) -> UUID:
    """Return the id of a campaign's self-check."""
    return uuid5(campaign, "self-check of the three systems")
