"""What the documents of rectification and of the year's end are made from: plain values.

Nothing here is computed; a figure that is not known is None or empty and stands as a blank to be
filled in by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from reviewer.model.campaigns import Campaign, Stage
from reviewer.model.feedback import Rectification
from reviewer.reports.campaign.inputs import CategoryLine, Official, SummaryInput
from reviewer.reports.inputs import ReviewInput


@dataclass(frozen=True, slots=True)
class RectificationNoticeInput:
    """整改通知书 to one unit."""

    campaign: Campaign
    official: Official
    unit: str
    rectifications: tuple[Rectification, ...]
    due: date | None = None


@dataclass(frozen=True, slots=True)
class RectificationLedgerInput:
    """整改台账: problems with the name of their unit."""

    campaign: Campaign
    rows: tuple[tuple[str, Rectification], ...]
    as_of: date
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ClosingInput:
    """整改审核意见（销号单） of one problem."""

    campaign: Campaign
    unit: str
    rectification: Rectification
    number: str = ""
    opinion: str = ""
    """What was verified and found, in the verifier's words."""
    passed: bool | None = None
    """None: not decided yet, a draft."""
    verified_on: date | None = None


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """One paper of 评查卷宗."""

    stage: Stage
    name: str
    number: str = ""
    """文号 or 编号."""
    dated: date | None = None
    sheets: int | None = None
    """Pages of paper; None stands as a blank."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileIndexInput:
    """卷内目录 of 评查卷宗: the papers of a campaign as they are filed."""

    campaign: Campaign
    papers: tuple[FiledPaper, ...]
    filed_on: date | None = None
    kept_for: str = ""
    """保管期限; empty for a blank."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the annual report; None stands as a blank."""

    name: str
    value: Decimal | int | None
    unit: str = ""
    last: Decimal | int | None = None


@dataclass(frozen=True, slots=True)
class AnnualInput:
    """年度报告材料 (three-year plan, item 27)."""

    official: Official
    year: int
    training: tuple[Figure, ...]
    conduct: tuple[Figure, ...]
    """规范行政执法行为: publication, recording, legal review."""
    enforcement: tuple[Figure, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    """`training`, `conduct`, `enforcement`, `problems`, `plans` as people wrote them."""
    summary: SummaryInput | None = None
    categories: tuple[CategoryLine, ...] = ()
    rectified: tuple[int, int] | None = None
    """Problems closed, and problems in all."""


@dataclass(frozen=True, slots=True)
class SelfCheckInput:
    """三项制度自查评估报告, from a review under the standard of the three systems."""

    official: Official
    source: ReviewInput
    unit: str
    year: int
    measures: tuple[str, ...] = ()
    """Next steps as people wrote them."""
    evidence: Mapping[str, str] = field(default_factory=dict)
    """By item: what shows it (佐证), in words."""
