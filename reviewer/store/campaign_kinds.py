"""The kinds of records that a campaign keeps: a new one is one more line."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol
from uuid import UUID

from reviewer.errors import StoreError
from reviewer.model.adjudications import Adjudication
from reviewer.model.bulletins import Bulletin
from reviewer.model.campaigns import Campaign, Ledger
from reviewer.model.casework import CaseProgress, GivenRow
from reviewer.model.draws import Assignment, Draw, Replacement
from reviewer.model.feedback import Feedback, Rectification
from reviewer.model.ledger_sheets import LedgerLayout
from reviewer.model.lifts import PageLift
from reviewer.model.year_end import AnnualDraft, SelfCheck


class CampaignRecord(Protocol):
    """A frozen dataclass of one of the kinds."""

    @property
    def id(self) -> UUID:
        """Return the id, given where the record was made."""
        ...


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record."""

    key: str
    """Its name in the database and in packages; never changed."""
    type: type[Any]
    title: str
    """Chinese."""


KINDS = (
    RecordKind("campaign", Campaign, "活动设置"),
    RecordKind("ledger", Ledger, "台账"),
    RecordKind("draw", Draw, "抽取"),
    RecordKind("replacement", Replacement, "调换"),
    RecordKind("assignment", Assignment, "分配"),
    RecordKind("adjudication", Adjudication, "合议"),
    RecordKind("feedback", Feedback, "反馈意见"),
    RecordKind("rectification", Rectification, "整改"),
    RecordKind("lift", PageLift, "放行"),
    RecordKind("progress", CaseProgress, "案卷进度"),
    RecordKind("given-row", GivenRow, "案件目录行"),
    RecordKind("bulletin", Bulletin, "通报"),
    RecordKind("ledger-layout", LedgerLayout, "台账列对应"),
    RecordKind("annual", AnnualDraft, "年度报告素材"),
    RecordKind("self-check", SelfCheck, "三项制度自查"),
)

_BY_KEY: Mapping[str, RecordKind] = MappingProxyType({kind.key: kind for kind in KINDS})
_BY_TYPE: Mapping[type[Any], RecordKind] = MappingProxyType({kind.type: kind for kind in KINDS})


def kind_named(key: str) -> RecordKind:
    """Return the kind of this key.

    Raises:
        StoreError: a later version of this program made the record.
    """
    try:
        return _BY_KEY[key]
    except KeyError as error:
        raise StoreError(
            f"活动记录中有当前版本不认识的种类“{key}”。", "请安装新版本程序后再打开。"
        ) from error


def kind_of(record_type: type[Any]) -> RecordKind:
    """Return the kind of records of this class; raises KeyError when there is none."""
    return _BY_TYPE[record_type]
