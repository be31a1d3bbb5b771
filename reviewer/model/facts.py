"""Facts: what a document says, normalised, each with its place.

The keys are those of `FACT_KEYS`; the kind of a key says which Python type its value has.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from reviewer.model.fact_values import (
    CitedArticle,
    FactValue,
    Listed,
    Officer,
    Redress,
    Served,
    Session,
    UnitStandard,
    Waiver,
)
from reviewer.model.places import Place

_DATES = (
    "found_date",
    "offence_date",
    "offence_end_date",
    "filing_date",
    "filing_approved_date",
    "investigation_end_date",
    "notice_date",
    "notice_served_date",
    "statement_date",
    "hearing_request_date",
    "hearing_notice_served_date",
    "hearing_date",
    "legal_review_date",
    "discussion_date",
    "decision_date",
    "decision_served_date",
    "prolonged_on",
    "paid_date",
    "urge_served_date",
    "court_application_date",
    "closing_date",
    "archived_date",
    "public_date",
    "copied_date",
    "record_filed_date",
    "evidence_hold_date",
    "evidence_hold_end_date",
    "seizure_extended_to",
    "seizure_end_date",
    "calibration_valid_until",
    "correction_deadline",
    "recheck_date",
    "document_date",  # the signing date of any other document
    "measured_on",  # when a vehicle was weighed or measured
    "calibration_from",  # when the scale was last verified (检定)
    "correction_served_date",  # when the party signed for an order to correct
    "hearing_planned_date",  # the day for which a notice (听证通知书) calls the hearing
    "seizure_until",  # the last day that the decision on the measure states
    "seizure_prolonged_on",  # approval to prolong the measure (延长强制措施期限)
    "seizure_returned_date",  # hand-over of what was seized (退还交接)
    "seizure_announced_date",  # 公告 calling the owner of a detained vehicle (公路安全保护条例 72)
    "seizure_disposed_date",  # disposal of what was seized (涉案财物处理)
    "posted_on",  # the day on which a mailed document was handed to the post (交邮)
    "announced_on",  # the day a service announcement (公告) was issued
    "announced_until",  # the last day of its time
    "pay_by",  # the day until which the decision asks for the fine
    "instalment_until",  # the end of a payment that was put off or divided
    "collected_on",  # when a fine was collected on the spot (当场收缴)
    "surrendered_on",  # when the officers handed it to their office (上交机关)
    "banked_on",  # when the office paid it into the bank (缴付银行)
    "performed_on",  # when enforcement or 代履行 was carried out
    "transfer_reported_on",  # the written report on a suspected crime (移送报告)
    "transfer_approved_on",
    "transfer_sent_on",
    "police_filed_on",  # when the notice that the police filed the case was received
    "handed_over_on",  # when the things and papers went to the police
    "revoked_on",  # when a published decision was revoked, changed or found unlawful
    "public_withdrawn_on",  # when its publication was taken back
    "archive_transferred_on",  # when the file went to the archive (移交档案部门)
    "redress_from",  # when a reconsideration or suit was begun (申请复议、提起诉讼)
    "redress_until",  # when it was decided, ended or taken back
    "narrated_on",  # a step that the document tells as done
)
_TIMES = (
    "seizure_at",
    "seizure_approved_at",
    "transfer_approved_at",
    "transfer_sent_at",
    "performed_at",
    "offence_at",  # a time of day that a document tells of the act
)
_MONEY = (
    "paid_amount",
    "surcharge",
    "notice_fine",
    "decision_fine",
    "decision_fine_words",
    "report_fine",  # what the investigation report (调查报告) proposes
    "illegal_income",  # 违法所得 as found; 0 when the document says that there is none
)
_NUMBERS = (
    "pay_days",
    "gross_weight_kg",
    "axles",
    "plead_days",  # days that the notice gives for statement and defence
    "hearing_days",  # days that the notice gives for requesting a hearing
    "prolonged_days",
    "correction_days",  # days within which an order wants the correction
    "weight_limit_kg",  # what the document says the vehicle may weigh
    "overweight_kg",
    "height_mm",
    "width_mm",
    "length_mm",
    "review_points",  # how many of the matters that a legal review looks at it names
    "announced_days",  # after which an announced document counts as served
    "suit_days",  # the time to sue where a decision gives it in days
    "reconsideration_months",  # the time for reconsideration where it is given in months
)
_FLAGS = (
    "seizure_urgent",
    "hearing_right_told",  # the notice tells the right to a hearing
    "pleading_right_told",  # the notice tells the right of statement and defence
    "correction_ordered",  # any document orders 责令…改正/停止/拆除/卸载
    "fine_unpaid",  # the file says that the fine was not paid
    "warning_only",  # the penalty is a warning without a fine
    "pleaded",  # the party states or argues something, giving nothing up
    "monitored",  # the offence was recorded by technical monitoring (电子技术监控)
    "goods_listed",  # the decision on a seizure lists the goods itself
    "untimed",  # a record (笔录) gives no time of day at which it ends, nor two times at all
    "checked_with_original",  # a copy says 与原件核对一致
    "electronic_evidence",  # found by technical monitoring (电子技术监控、非现场)
    "place_announced",  # says that the place of the monitoring was announced
    "serious_told",  # says that the circumstances are serious (情节严重)
    "reduction_told",  # says that the penalty is reduced or lightened (减轻、从轻)
    "confiscation_told",  # deals with unlawful proceeds
    "education_told",
    "benchmark_told",  # names discretion benchmark or degree
    "continuing_told",  # the act went on over some time
    "minor_told",  # minor, corrected in time, no harm: the three conditions of 处罚法 33
    "other_penalty",  # a penalty other than a fine or a warning: 吊销, 停业
    "correct_at_once",  # orders to correct at once (立即改正)
    "monitoring_failed",  # the review of a monitoring record says that it does not meet the rules
    "refused_told",  # says that the party did not correct in time
    "certs_shown",  # a record says that the officers showed their certificates
    "recusal_asked",  # the party asks that somebody be recused (回避)
    "recusal_decided",  # a document decides on the recusal
    "hearing_told_held",  # a document other than the minutes says that the hearing took place
    "hearing_withdrawn",  # the party takes the request for a hearing back
    "filing_undated",  # the leader's section of the filing form bears no date
    "offence_continued",  # the offence is told as continuing (连续、继续状态)
    "life_at_stake",  # the text tells of harm to life, health or financial safety (五年时效)
    "party_absent",  # the party did not come, or was not there
    "signing_refused",  # the party refused to sign or to receive
    "service_recorded",  # photographs or a video of the service are told
    "prolonging_measure",  # the document is about prolonging a coercive measure
    "announcement_explained",  # why a document had to be served by announcement
    "electronic_consent",  # the party agrees to electronic service; False when it does not
    "collected_on_spot",  # the fine was collected on the spot (当场收缴)
    "spot_collection_asked",  # the party asked for that (处罚法 69)
    "instalment_asked",  # the party asked to pay later or in parts
    "instalment_granted",
    "crime_transferred",  # the transfer is of a suspected crime, to the police
    "urged_told",  # a document of enforcement tells of a reminder (催告)
    "cleared_at_once",  # 立即代履行 of what lies on the road (强制法 52)
    "performance_witnessed",
    "storage_charged",  # lays the cost of storing what was seized on the party
    "appraisal_charged",  # lays the cost of an appraisal on the party
    "source_named",  # names who loaded the goods of an overloaded vehicle
    "source_followed",  # tells what became of whoever loaded them
    "redress_sought",  # a reconsideration or suit that was decided
    "reconsider_first",  # the decision tells to ask for reconsideration before suing
    "direct_suit",  # the decision tells that one may sue at once
    "recording_told",  # a sound or video recording is mentioned
    "official_receipt",  # the receipt of payment is of the treasury, or of a bank
    "case_withdrawn",  # the case was withdrawn (撤销案件、撤销立案)
    "case_transferred",  # the whole case was handed to another authority (案件移送)
)
_TEXTS = (
    "case_no",
    "decision_no",
    "notice_no",
    "cause",
    "party",
    "party_kind",
    "party_id",
    "plate",
    "hearing_chair",
    "legal_reviewer",
    "review_opinion",
    "issuing_body",
    "recorder",  # who wrote a record (记录人) that names them as no officer
    "owner",  # who owns the vehicle, as its licence or permit says
    "permit_no",  # number of the road transport permit (道路运输证号)
    "act_told",  # the act in the words of the document
    "cited_edition",  # law and year of the edition that is named: 道路运输条例 2022
    "quoted_range",  # a range of fines that is quoted: 3000-10000, -30000
    "discretion_degree",  # 轻微 较轻 一般 较重 严重
    "train_type",  # 货车 or 汽车列车
    "no_penalty_ground",  # 轻微 初次 无过错 未满14周岁
    "crime_sign",  # words that make one think of a crime
    "penalty_kind",  # what is imposed or proposed beside a fine: 吊销许可证件, 责令停产停业 …
    "party_address",
    "representative",  # 法定代表人、负责人、经营者
    "discussion_member",  # who takes part in the discussion and decides
    "discussion_speaker",  # whose own opinion the minutes of the discussion state
    "witness",  # who witnessed (见证人)
    "measure_element",  # what a decision on a coercive measure states (强制法 24)
    "spot_reason",  # why a fine was collected on the spot: hard | remote | small
    "announced_document",  # DT code of what was announced
    "stated",  # an element that the law wants in a document, in Chinese, where it stands
    "seal_told",  # what a document says of its seal: 印章处, 未盖章
    "offence_place",  # road and post (桩号) of the act: G109 K1180+300
    "left_blank",  # an element whose place in the form was left empty
    "nearly_told",  # what a scan may state in characters that were misread: an element, a DT code
    "cert_kind",  # 部证 or 省证, and the number that is said to be of that kind
    "review_in_form",  # what a section of legal review in an approval form holds: 意见、签名、日期
    "discussion_in_form",  # the same of a section of joint discussion
)
_RECORDS: dict[str, type] = {
    "officer": Officer,
    "waiver_date": Waiver,
    "served": Served,
    "cited_article": CitedArticle,
    "duty_article": CitedArticle,  # what was violated (违反…)
    "penalty_article": CitedArticle,  # what is applied (依据…)
    "redress": Redress,
    "session": Session,
    "listed": Listed,
    "unit_standard": UnitStandard,
}

FACT_KEYS: Mapping[str, type] = MappingProxyType(
    dict.fromkeys(_DATES, date)
    | dict.fromkeys(_TIMES, datetime)
    | dict.fromkeys(_MONEY, Decimal)
    | dict.fromkeys(_NUMBERS, int)
    | dict.fromkeys(_FLAGS, bool)
    | dict.fromkeys(_TEXTS, str)
    | _RECORDS
)
"""Every fact key and the type of its value; a key may be added, none renamed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that one document states."""

    key: str
    value: FactValue
    document: int
    """Id of the document in the same reading; -1 when it stands in no document."""
    place: Place
    confidence: float
    """0–1, of the least certain character of the value."""
    confirmed: bool = False
    """True when a second place or a check digit confirms the value."""
    corrected: bool = False
    """True when a person typed or drew the value."""

    @property
    def is_read(self) -> bool:
        """Return whether the value counts as read (check-output.md: 0.8, or confirmed)."""
        return self.corrected or self.confirmed or self.confidence >= READ_FROM


READ_FROM = 0.8
"""A value counts as read when its weakest character is at least this certain."""
