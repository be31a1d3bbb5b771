"""The steps of a case (程序步骤) that rules reckon with, and which facts say when they happened.

Sources are tried in order and the first that the file holds counts, also when it was read too
weakly: a later source would be another step's date.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reviewer.model import Procedure


@dataclass(frozen=True, slots=True)
class Source:
    """A fact key that dates a step, and the documents that speak for it."""

    key: str
    documents: tuple[str, ...] = ()
    """DT codes; empty takes the fact from any document."""
    served: bool = False
    """True for `served` records: those of `documents` count by the document they name."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the procedure."""

    id: str
    name: str
    """Chinese, as in 立案日期."""
    document: str
    """Chinese name of the document that shows it."""
    sources: tuple[Source, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the DT codes of the documents that may show the step."""
        codes = (code for source in self.sources for code in source.documents)
        return tuple(dict.fromkeys(codes))


DECISIONS: Mapping[Procedure, tuple[str, ...]] = MappingProxyType(
    {
        Procedure.GENERAL: ("DT35",),
        Procedure.NO_PENALTY: ("DT36",),
        Procedure.SUMMARY: ("DT34",),
    }
)
"""The decision (决定书) of each procedure; other procedures have none."""

_DECISION = ("DT35", "DT36", "DT34")
_DATED = "document_date"

STEPS: Mapping[str, Step] = MappingProxyType(
    {
        step.id: step
        for step in (
            # Of the form alone: an inspection may well come after the filing.
            Step("found", "发现", "立案登记表", (Source("found_date", ("DT05",)),)),
            Step("received", "受案", "立案登记表", (Source("filing_date", ("DT05",)),)),
            Step(
                "filing",
                "立案",
                "立案登记表",
                # 立案日 is the day of approval, without one the day of the form (2.2).
                (
                    Source("filing_approved_date", ("DT05",)),
                    Source(_DATED, ("DT05",)),
                    Source("filing_date", ("DT05",)),
                ),
            ),
            Step(
                "investigation_end",
                "调查终结",
                "案件调查报告",
                (Source("investigation_end_date", ("DT23",)), Source(_DATED, ("DT23",))),
            ),
            Step(
                "notice",
                "违法行为通知",
                "违法行为通知书",
                (Source("notice_date", ("DT26",)), Source(_DATED, ("DT26",))),
            ),
            Step(
                "notice_served",
                "违法行为通知书送达",
                "违法行为通知书的送达回证",
                (
                    Source("notice_served_date", ("DT37",)),
                    Source("served", ("DT26",), served=True),
                    Source("notice_served_date", ("DT26", "DT27")),
                ),
            ),
            Step(
                "review",
                "法制审核",
                "法制审核意见书",
                (Source("legal_review_date", ("DT24",)), Source(_DATED, ("DT24",))),
            ),
            Step(
                "discussion",
                "集体讨论",
                "集体讨论记录",
                (Source("discussion_date", ("DT25",)), Source(_DATED, ("DT25",))),
            ),
            Step(
                "decision",
                "决定",
                "决定书",
                (Source("decision_date", _DECISION), Source(_DATED, _DECISION)),
            ),
            Step(
                "decision_served",
                "决定书送达",
                "决定书的送达回证",
                (
                    Source("decision_served_date", ("DT37",)),
                    Source("served", _DECISION, served=True),
                    Source("decision_served_date", _DECISION),
                ),
            ),
            Step(
                "closing",
                "结案",
                "结案报告",
                (Source("closing_date", ("DT52",)), Source(_DATED, ("DT52",))),
            ),
            Step("archived", "归档", "卷宗封面或备考表", (Source("archived_date"),)),
        )
    }
)
