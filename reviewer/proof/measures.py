"""The measures of a plan: what a case may hold beside the steps that every case has.

Every default is lawful.  Waits are working days, `day` counts calendar days from the start.
"""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """Something that is so in a case, or that went wrong in it."""

    RECUSAL = "recusal"  # the party asks for the recusal of an officer, which is decided
    PLEADS = "pleads"  # the party states and argues; the authority looks at it
    PLEADING_ONLY = "pleading_only"  # the notice tells no right to a hearing
    TRANSFER = "transfer"  # a lead goes to the police
    PERFORMED = "performed"  # somebody else put things right at the party's cost (代履行)
    WITHDRAWN = "withdrawn"  # the decision was revoked and its publication taken back
    INSTALMENTS = "instalments"
    LONG_AGO = "long_ago"  # the act lies some time back
    SPOT_MONEY = "spot_money"  # the fine is collected on the spot
    REVIEW_LISTED = "review_listed"  # the unit's own list of cases to be reviewed is in the file
    DISCUSSION_LISTED = "discussion_listed"
    HEARING_LISTED = "hearing_listed"
    UNREACHED = "unreached"  # the amounts of such a list lie above the fine

    UNAPPROVED = "unapproved"  # nobody signed the filing
    UNHEARD = "unheard"  # a hearing was asked for and not held
    REVIEW_FIRST = "review_first"  # the legal review was before the hearing
    REVIEW_REFUSED = "review_refused"  # the legal review did not agree
    OWN_REVIEWER = "own_reviewer"  # an investigator made the legal review
    OWN_CHAIR = "own_chair"  # an investigator chaired the hearing
    SHARED_CERT = "shared_cert"  # two officers with one certificate number
    SECOND_CERT = "second_cert"  # one officer with another number in the inquiry record
    CERTLESS = "certless"  # a record gives one officer without number
    EXPIRED_SCALE = "expired_scale"
    WRONG_LIMIT = "wrong_limit"  # weighed against the limit of another number of axles
    UNWITNESSED = "unwitnessed"  # left service without witness and without recording
    UNORDERED = "unordered"  # nobody told the party to put things right
    UNTAUGHT = "untaught"  # nothing tells that the party was taught
    BRIGADE_SIGNS = "brigade_signs"  # a brigade decides in its own name
    OLD_ARTICLE = "old_article"  # the article of the law before its change
    UNASKED = "unasked"  # instalments that nobody asked for
    UNREASONED = "unreasoned"  # money collected on the spot without a reason
    EARLY_RECHECK = "early_recheck"  # the recheck was before the time to correct had passed
    UNSIGNED_RECHECK = "unsigned_recheck"  # nobody tells who made the recheck
    FEW_MATTERS = "few_matters"  # the legal review leaves out several matters
    EARLY_CLOSING = "early_closing"  # the case was closed before the decision was served
    TOO_HIGH = "too_high"  # the fine is above what the law allows
    TOO_LOW = "too_low"
    MISCOUNTED = "miscounted"  # the fine for the overload is not what the formula gives


class ServiceWay(StrEnum):
    """How the decision reached the party."""

    DIRECT = "direct"
    LEFT = "left"
    POST = "post"
    ELECTRONIC = "electronic"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class Hold:
    """Evidence is held (先行登记保存)."""

    handled_wait: int = 5


@dataclass(frozen=True, slots=True)
class Seizure:
    """The vehicle is seized (扣押)."""

    urgent: bool = False
    approved_minutes: int = -45
    """After the start; before it when negative."""
    released_day: int = 19
    extended_day: int | None = None
    """When the prolongation by thirty days was approved; None without one."""


@dataclass(frozen=True, slots=True)
class Unpaid:
    """The party neither pays nor sues: reminder, then the court."""

    urged_wait: int = 3
    """After the end of the time to sue."""
    applied_wait: int = 13
    """After service of the reminder; lawful from the eleventh on."""
    surcharge: float = 1.0
    """Share of the fine; it has reached its ceiling by then."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What follows a decision on the spot (当场处罚)."""

    filed_wait: int = 3
    surrendered_wait: int = 1
    banked_wait: int = 1


@dataclass(frozen=True, slots=True)
class Transfer:
    """A lead on a suspected crime goes to the police (移送)."""

    approved_wait: int = 1
    sent_hours: int = 20
    """After the approval."""
    handed_wait: int = 1
    """Between the notice that the police filed the case and handing over the things."""
