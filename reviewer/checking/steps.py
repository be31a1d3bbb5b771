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
            Step(
                "discovered",
                "发现",
                "立案登记表或现场笔录",
                (
                    Source("found_date", ("DT05",)),
                    Source("found_date", ("DT06",)),
                    Source("found_date", ("DT23",)),
                    Source("filing_date", ("DT05",)),
                ),
            ),
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
                "evidence_hold",
                "先行登记保存",
                "证据登记保存清单",
                (Source("evidence_hold_date", ("DT10",)), Source(_DATED, ("DT10",))),
            ),
            Step(
                "evidence_hold_end",
                "登记保存处理",
                "证据登记保存处理决定书",
                (Source("evidence_hold_end_date", ("DT11",)), Source(_DATED, ("DT11",))),
            ),
            Step(
                "seizure",
                "采取强制措施",
                "行政强制措施决定书",
                (Source("seizure_at", ("DT15",)), Source(_DATED, ("DT15",))),
            ),
            Step(
                "seizure_end",
                "解除强制措施",
                "解除行政强制措施决定书",
                (Source("seizure_end_date", ("DT18",)), Source(_DATED, ("DT18",))),
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
                "hearing_request",
                "听证申请",
                "听证申请书",
                (Source("hearing_request_date", ("DT29",)), Source(_DATED, ("DT29",))),
            ),
            Step(
                "hearing_notice_served",
                "听证通知书送达",
                "听证通知书的送达回证",
                (
                    Source("hearing_notice_served_date", ("DT37",)),
                    Source("served", ("DT30",), served=True),
                    Source("hearing_notice_served_date", ("DT30",)),
                ),
            ),
            Step(
                "hearing",
                "听证",
                "听证笔录",
                (
                    Source("hearing_date", ("DT32",)),
                    Source("hearing_date", ("DT33",)),
                    Source("hearing_planned_date", ("DT30", "DT31")),
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
                "prolonged",
                "延长办案期限批准",
                "办案期限延长审批表",
                (Source("prolonged_on", ("DT57",)), Source(_DATED, ("DT57",))),
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
            Step("paid", "缴款", "罚没票据", (Source("paid_date", ("DT41", "DT42")),)),
            Step(
                "record_filed",
                "备案",
                "当场处罚备案表",
                (
                    Source("record_filed_date", ("DT62",)),
                    Source(_DATED, ("DT62",)),
                    Source("record_filed_date"),
                ),
            ),
            Step(
                "collected",
                "当场收缴",
                "当场收缴上缴凭证",
                (
                    Source("collected_on", ("DT42",)),
                    Source("paid_date", ("DT41",)),
                    Source("decision_date", ("DT34", "DT35")),
                ),
            ),
            Step(
                "surrendered",
                "上交机关",
                "当场收缴上缴凭证",
                (Source("surrendered_on", ("DT42",)), Source(_DATED, ("DT42",))),
            ),
            Step("banked", "缴付银行", "当场收缴上缴凭证", (Source("banked_on", ("DT42",)),)),
            Step(
                "urge_served",
                "催告书送达",
                "催告书的送达回证",
                (
                    Source("urge_served_date", ("DT37",)),
                    Source("served", ("DT43",), served=True),
                    Source("urge_served_date", ("DT43", "DT44", "DT45", "DT46")),
                ),
            ),
            Step(
                "court_application",
                "申请强制执行",
                "强制执行申请书",
                (Source("court_application_date", ("DT44",)), Source(_DATED, ("DT44",))),
            ),
            Step("performed", "代履行", "代履行决定书", (Source("performed_on", ("DT46",)),)),
            Step(
                "transfer_reported",
                "移送报告",
                "移送文书",
                (Source("transfer_reported_on", ("DT50",)),),
            ),
            Step(
                "transfer_approved",
                "移送审批",
                "移送文书",
                (Source("transfer_approved_on", ("DT50",)),),
            ),
            Step("police_filed", "接立案通知", "移送文书", (Source("police_filed_on"),)),
            Step("handed_over", "移交涉案物品材料", "移送文书", (Source("handed_over_on"),)),
            Step("revoked", "决定撤销或变更", "撤销、变更决定", (Source("revoked_on"),)),
            Step("withdrawn", "撤回公示", "公示材料", (Source("public_withdrawn_on"),)),
            Step(
                "public",
                "公示",
                "公示材料",
                (Source("public_date", ("DT53",)), Source("public_date")),
            ),
            Step(
                "copied",
                "抄告",
                "抄告单",
                (
                    Source("copied_date", ("DT51",)),
                    Source(_DATED, ("DT51",)),
                    Source("copied_date"),
                ),
            ),
            Step(
                "announced",
                "公告",
                "公告",
                (Source("seizure_announced_date", ("DT39", "DT47")),),
            ),
            Step(
                "disposed",
                "处理",
                "涉案财物处理记录",
                (Source("seizure_disposed_date", ("DT49",)), Source(_DATED, ("DT49",))),
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
