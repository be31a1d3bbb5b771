"""The fields of the facts panel in order of the procedure, each with its Chinese name.

Every fact key has a name here.  The core fields are always shown, so that a person can type what
was not read; the others only when a case states them, or when somebody looks for them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.model import FactValue, Waiver


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the panel."""

    key: str
    label: str
    core: bool = False
    """Shown also when nothing was read."""
    several: bool = False
    """True when a case has several, each shown in a row of its own."""
    wanted: Callable[[FactValue], bool] = lambda _: True


def _gives_up_hearing(value: FactValue) -> bool:
    return isinstance(value, Waiver) and value.hearing


_SEVERAL = frozenset(
    {
        "officer", "served", "session", "cited_article", "duty_article", "penalty_article",
        "narrated_on", "discussion_member", "discussion_speaker", "correction_deadline",
        "prolonging_measure", "redress_from", "redress_until", "offence_at", "offence_place",
    }
)  # fmt: skip
_WANTED = {"waiver_date": _gives_up_hearing}

UNLISTED = {
    "document_date": "文书落款日期",
    "listed": "卷内目录条目",
    "unit_standard": "本单位标准摘录",
    "stated": "已载明事项",
    "left_blank": "留空事项",
    "cert_kind": "执法证件种类",
    "recording_told": "记载有音像记录",
    "seal_told": "印章字样",
    "nearly_told": "可能读错的事项",
    "review_in_form": "审批表内的法制审核",
    "discussion_in_form": "审批表内的集体讨论",
    "measure_element": "强制措施文书载明事项",
}
"""What a document has many of: named, but no row of the panel."""

# An asterisk marks the core fields.
_IN_ORDER = """
*case_no 案号
*cause 案由
issuing_body 办案机关
*party 当事人
party_kind 当事人类别
*party_id 证件号
representative 法定代表人
party_address 当事人住址
*plate 车牌
owner 车辆所有人
permit_no 道路运输证号
*found_date 发现日期
*offence_date 违法日期
offence_at 违法时刻
offence_place 违法路段桩号
offence_end_date 违法终了日期
offence_continued 违法行为连续或继续
continuing_told 载明持续一段时间
*filing_date 受案日期
*filing_approved_date 立案批准日期
filing_undated 立案审批未注明日期
*officer 执法人员
recorder 记录人
certs_shown 出示执法证件
session 现场、询问起止
party_absent 当事人不在场
witness 见证人
signing_refused 拒绝签名
act_told 违法行为表述
life_at_stake 涉及生命健康安全
recusal_asked 申请回避
recusal_decided 回避决定
monitored 电子监控取证
electronic_evidence 电子技术监控
place_announced 监控设置地点已公布
monitoring_failed 监控记录审核不合格
measured_on 检测日期
gross_weight_kg 车货总质量（千克）
weight_limit_kg 限定质量（千克）
overweight_kg 超限质量（千克）
axles 轴数
train_type 车辆类型
height_mm 高（毫米）
width_mm 宽（毫米）
length_mm 长（毫米）
calibration_from 检定日期
calibration_valid_until 检定有效期至
checked_with_original 与原件核对
evidence_hold_date 先行登记保存日期
evidence_hold_end_date 登记保存处理日期
seizure_approved_at 扣押批准时间
seizure_at 扣押时间
seizure_urgent 情况紧急当场扣押
goods_listed 扣押决定列明物品
untimed 笔录没有起止时间
seizure_until 扣押期限至
prolonging_measure 延长期限的措施
seizure_prolonged_on 延长扣押批准日期
seizure_extended_to 扣押延长至
seizure_end_date 解除扣押日期
seizure_returned_date 扣押物品退还日期
seizure_announced_date 扣押物品公告日期
seizure_disposed_date 扣押物品处理日期
correction_ordered 责令改正
correct_at_once 责令立即改正
correction_served_date 责令改正送达日期
correction_days 改正期限（日）
*correction_deadline 责令改正期限
*recheck_date 复查日期
refused_told 载明逾期不改正
*investigation_end_date 调查终结日期
report_fine 拟罚款金额（调查报告）
illegal_income 违法所得
crime_sign 涉嫌犯罪表述
*legal_review_date 法制审核日期
legal_reviewer 法制审核人员
review_opinion 法制审核意见
review_points 审核事项数
*notice_no 通知书文号
*notice_date 告知日期
notice_fine 拟罚款金额（告知书）
pleading_right_told 告知陈述申辩权
plead_days 陈述申辩期（日）
hearing_right_told 告知听证权
hearing_days 申请听证期（日）
*notice_served_date 告知送达日期
statement_date 陈述申辩日期
pleaded 提出陈述申辩
*waiver_date 放弃听证
hearing_request_date 申请听证日期
hearing_withdrawn 撤回听证申请
hearing_planned_date 拟举行听证日期
hearing_notice_served_date 听证通知送达日期
*hearing_date 听证日期
hearing_chair 听证主持人
hearing_told_held 载明已举行听证
*discussion_date 集体讨论日期
discussion_member 集体讨论参加人
discussion_speaker 集体讨论发言人
prolonged_on 批准延期日期
prolonged_days 延期（日）
*decision_no 决定书文号
*decision_date 决定日期
duty_article 违反条款
penalty_article 处罚依据
cited_article 引用条款
cited_edition 引用的法律版本
quoted_range 引用的罚款幅度
benchmark_told 引用裁量基准
discretion_degree 裁量档次
serious_told 载明情节严重
reduction_told 载明从轻减轻
minor_told 载明轻微不罚三要件
no_penalty_ground 不予处罚事由
education_told 载明教育
*decision_fine 罚款金额
*decision_fine_words 罚款金额（大写）
warning_only 仅警告
penalty_kind 其他处罚种类
other_penalty 罚款以外的处罚
confiscation_told 处理违法所得
pay_days 缴款期限（日）
pay_by 缴款期限至
redress 救济途径
suit_days 起诉期限（日）
reconsideration_months 复议期限（月）
reconsider_first 复议前置
direct_suit 可直接起诉
record_filed_date 当场处罚备案日期
served 送达记录
service_recorded 送达有记录
*decision_served_date 决定送达日期
electronic_consent 同意电子送达
posted_on 交邮日期
announced_on 公告日期
announced_document 公告送达的文书
announced_days 公告期（日）
announced_until 公告期满日
announcement_explained 说明公告送达原因
collected_on_spot 当场收缴
spot_reason 当场收缴事由
spot_collection_asked 当事人要求当场缴纳
collected_on 当场收缴日期
surrendered_on 上交机关日期
banked_on 缴付银行日期
instalment_asked 申请延期分期
instalment_granted 批准延期分期
instalment_until 延期分期至
*paid_date 缴款日期
*paid_amount 缴款金额
official_receipt 财政票据
fine_unpaid 罚款未缴
surcharge 加处罚款
urged_told 载明已催告
urge_served_date 催告送达日期
court_application_date 申请强制执行日期
redress_sought 已复议或诉讼
storage_charged 保管费由当事人承担
appraisal_charged 检测鉴定费由当事人承担
source_named 货物装载单位
source_followed 源头处理
redress_from 申请复议或起诉日期
redress_until 复议或诉讼终结日期
performed_on 代履行日期
performed_at 强制执行时间
performance_witnessed 代履行见证
cleared_at_once 立即代履行
crime_transferred 移送涉嫌犯罪
transfer_reported_on 移送报告日期
transfer_approved_on 移送批准日期
transfer_approved_at 移送批准时间
transfer_sent_on 移送日期
transfer_sent_at 移送时间
police_filed_on 接立案通知日期
handed_over_on 移交物品材料日期
public_date 公示日期
revoked_on 决定撤销或变更日期
public_withdrawn_on 撤回公示日期
copied_date 抄告日期
case_withdrawn 撤销案件
case_transferred 案件移送
*closing_date 结案日期
*archived_date 归档日期
archive_transferred_on 移交档案部门日期
narrated_on 文中叙述的日期
"""


def _fields() -> tuple[Field, ...]:
    made = []
    for line in _IN_ORDER.split("\n"):
        name, _, label = line.partition(" ")
        key = name.removeprefix("*")
        if key:
            more = {"wanted": _WANTED[key]} if key in _WANTED else {}
            made.append(Field(key, label, name != key, key in _SEVERAL, **more))
    return tuple(made)


FIELDS = _fields()
"""All rows of the panel, in order of the procedure."""

_LABELS = {field.key: field.label for field in FIELDS} | UNLISTED


def label_of_key(key: str) -> str:
    """Return the Chinese name of a fact; the key itself for one without a name."""
    return _LABELS.get(key, key)
