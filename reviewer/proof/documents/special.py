"""Papers of special cases: DT13 检定证书, DT50 移送, DT58 监控审核表, DT61 目录摘录."""

from datetime import date

from reviewer.proof.days import workday
from reviewer.proof.documents.forms import Opinion, approvals, fields, heading, made, sections
from reviewer.proof.documents.parts import (
    Block,
    Look,
    MadeDocument,
    Paragraph,
    Signature,
    hand,
    paragraphs,
)
from reviewer.proof.documents.records import scale_valid_from, scale_valid_until
from reviewer.proof.documents.wording import (
    case_no,
    day,
    decision_no,
    digits,
    facts_sentence,
    moment,
    number,
    overall_cause,
    signatures,
    signed_day,
    table_day,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.steps import PerformSteps, TransferSteps
from reviewer.proof.story import CaseStory


def calibration(story: CaseStory) -> MadeDocument:
    """Write the certificate of the scale (检定证书)."""
    title = worded(story, "检定证书", "计量器具检定证书", "检定证书", "计量检定证书", "检定证书")
    issued = scale_valid_from(story)
    pairs = [
        ("送检单位", story.bureau.name),
        ("计量器具名称", "动态公路车辆自动衡"),
        ("出厂编号", "QH-0628"),
        ("检定结论", "准予该计量器具作OIML 5级使用"),
        ("检定日期", table_day(story.style, issued)),
        ("有效期至", table_day(story.style, scale_valid_until(story))),
    ]
    return made(
        "DT13.certificate",
        title,
        issued,
        (Paragraph(title, Look.TITLE),),
        fields(story, pairs),
        (Signature("沙湖计量检定测试所", signed_day(story.style, issued)),),
    )


def monitoring_review(story: CaseStory) -> MadeDocument:
    """Write the review of what the monitoring recorded (电子技术监控记录审核表)."""
    title = worded(
        story,
        "电子技术监控记录审核表",
        "非现场执法记录审核表",
        "电子技术监控记录审核表",
        "电子技术监控资料审核表",
        "非现场执法电子技术监控记录审核表",
    )
    when = story.dates.found
    pairs = [
        ("案由", overall_cause(story)),
        ("车牌号", story.plate),
        ("检测时间", moment(story.style, story.found_at)),
        ("检测地点", story.place),
    ]
    text = (
        "监控设备经检定合格并在有效期内，设置地点已向社会公布；记录的车辆号牌、时间、"
        "地点、称重数据清晰完整、真实准确。"
    )
    opinions: list[Opinion] = [
        ("技术审核意见", f"{text}技术审核合格。", story.clerk, when),
        (
            "法制审核意见",
            "记录内容符合法定要求，法制审核合格，可以作为证据使用。",
            story.reviewer.name,
            when,
        ),
    ]
    return made(
        "DT58",
        title,
        when,
        heading(story, title),
        fields(story, pairs),
        approvals(story, opinions),
        number=case_no(story),
    )


def transfer_approval(story: CaseStory) -> MadeDocument:
    """Write the approval of the transfer (案件移送审批表)."""
    steps = _transfer(story)
    title = worded(
        story,
        "案件移送审批表",
        "涉嫌犯罪案件移送审批表",
        "案件移送审批表",
        "涉嫌犯罪案件移送审批表",
        "案件移送审批表",
    )
    reason = (
        f"{facts_sentence(story)}调查中发现驾驶人出示的道路运输从业资格证涉嫌伪造，有关线索涉嫌犯罪，拟移送"
        f"{story.bureau.police}处理。\n承办人：{signatures(story.officers)}　　"
        f"报告日期：{written_day(story.style, steps.reported)}"
    )
    approved = f"同意移送。批准时间：{moment(story.style, steps.approved)}。"
    opinions: list[Opinion] = [("负责人审批意见", approved, story.head, steps.approved.date())]
    return made(
        "DT50.approval",
        title,
        steps.reported,
        heading(story, title),
        fields(
            story,
            [
                ("案由", overall_cause(story)),
                ("报告日期", day(story.style, steps.reported)),
                ("移送机关", story.bureau.police),
            ],
        ),
        sections(story, [("移送理由", reason)]),
        approvals(story, opinions),
        number=case_no(story),
    )


def transfer(story: CaseStory) -> MadeDocument:
    """Write the letter to the police (涉嫌犯罪案件移送书)."""
    steps = _transfer(story)
    title = worded(
        story,
        "涉嫌犯罪案件移送书",
        "涉嫌犯罪案件移送函",
        "案件移送书",
        "涉嫌犯罪案件移送书",
        "涉嫌犯罪案件移送函",
    )
    sent = moment(story.style, steps.sent)
    text = [
        f"本机关在查处{overall_cause(story)}中，发现驾驶人出示的从业资格证涉嫌伪造。经本机关负责人批准，现将有关线索"
        f"和材料移送你单位。移送时间：{sent}。",
        "附：1．现场笔录复印件1份；2．涉嫌伪造的证件1本；3．物品清单1份。",
    ]
    blocks: list[Block] = [Paragraph(f"{story.bureau.police}：", Look.PLAIN), *paragraphs(text)]
    signed = f"接收人：{hand(story.witness)}　　签收时间：{hand(sent)}"
    return made(
        "DT50",
        title,
        steps.sent.date(),
        heading(story, title, number(story, "移"), unit=True),
        blocks,
        (
            Signature(story.bureau.name, signed_day(story.style, steps.sent.date())),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "移"),
    )


def handing_over(story: CaseStory) -> MadeDocument:
    """Write the list of what went to the police (移送回执)."""
    steps = _transfer(story)
    title = worded(
        story, "移送回执", "涉案物品移送回执", "移送回执", "案件移送回执", "涉嫌犯罪案件移送回执"
    )
    pairs = [
        ("案由", overall_cause(story)),
        ("接收机关", story.bureau.police),
        ("接到公安机关立案通知书日期", day(story.style, steps.police_filed)),
        ("涉案物品和材料移交日期", day(story.style, steps.handed)),
        ("移交人", story.officers[0].name),
        ("接收人", story.witness),
    ]
    return made(
        "DT50.receipt",
        title,
        steps.handed,
        heading(story, title),
        fields(story, pairs),
        number=case_no(story),
    )


def withdrawal(story: CaseStory) -> MadeDocument:
    """Write why a published decision was taken back (撤回公示说明)."""
    steps = story.steps.withdrawing
    assert steps is not None
    title = worded(
        story,
        "行政处罚信息撤回公示说明",
        "撤回公示情况说明",
        "公示信息撤回审批表",
        "行政处罚决定信息撤回公示说明",
        "撤回公示说明",
    )
    text = (
        f"{decision_no(story)}行政处罚决定已经公开。{day(story.style, steps.revoked)}，"
        "该行政处罚决定经行政复议被变更。"
        "根据《中华人民共和国行政处罚法》第四十八条第二款的规定，"
        f"本机关于{day(story.style, steps.withdrawn)}"
        "撤回行政处罚决定信息并公开说明理由。"
    )
    signed = f"经办人：{hand(story.clerk)}　　{written_day(story.style, steps.withdrawn)}"
    return made(
        "DT53.withdrawn",
        title,
        steps.withdrawn,
        heading(story, title),
        (Paragraph(text), Paragraph(signed, Look.PLAIN)),
    )


def performance_reminder(story: CaseStory) -> MadeDocument:
    """Write the reminder before somebody else performs (代履行催告书)."""
    steps = _performing(story)
    title = worded(story, "催告书", "代履行催告书", "履行义务催告书", "代履行催告书", "催告书")
    text = (
        f"你（单位）未在{day(story.style, story.dates.correction_deadline)}"
        f"前{story.offence.order}。现催告你（单位）"
        "立即履行，逾期仍不履行的，本机关将委托没有利害关系的第三人代履行，费用由你（单位）承担。你（单位）有权进行"
        "陈述和申辩。"
    )
    signed = (
        f"签收人：{hand(story.driver.name)}　　签收日期：{written_day(story.style, steps.urged)}"
    )
    return made(
        "DT43.performance",
        title,
        steps.urged,
        heading(story, title, number(story, "催"), unit=True),
        (Paragraph(f"{story.party.name}：", Look.PLAIN), Paragraph(text)),
        (
            Signature(story.bureau.name, signed_day(story.style, steps.urged)),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "催"),
    )


def performance_decision(story: CaseStory) -> MadeDocument:
    """Write the decision that somebody else performs (代履行决定书)."""
    steps = _performing(story)
    title = "代履行决定书"
    when = day(story.style, steps.performed)
    text = varied(
        story,
        f"经催告，你（单位）仍未履行。本机关决定于{when}由青禾公路养护中心代履行，清除公路路面堆放物料，费用预算1200元。",
        f"现决定委托青禾公路养护中心实施代履行，代履行时间：{when}，代履行费用预算1200元。",
        f"因你（单位）经催告仍不履行，决定代履行。代履行日期为{when}，代履行人为青禾公路养护中心，费用1200元。",
    )
    signed = (
        f"到场监督人员：{signatures(story.officers)}　　当事人：{hand(story.driver.name)}　　"
        f"见证人：{hand(story.witness)}　　{written_day(story.style, steps.performed)}"
    )
    return made(
        "DT46",
        title,
        steps.urged,
        heading(story, title, number(story, "代"), unit=True),
        (Paragraph(f"{story.party.name}：", Look.PLAIN), Paragraph(text)),
        (
            Signature(story.bureau.name, signed_day(story.style, _decided(story))),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "代"),
    )


def _decided(story: CaseStory) -> date:
    """Return the day of the decision on the performance."""
    steps = _performing(story)
    return workday(steps.urged, 1) if story.plan.perform_wait > 1 else steps.performed


def _performing(story: CaseStory) -> PerformSteps:
    assert story.steps.performing is not None
    return story.steps.performing


_LISTS = {
    Mark.REVIEW_LISTED: (
        "重大执法决定法制审核目录（摘录）",
        "下列行政处罚决定应当进行法制审核",
    ),
    Mark.DISCUSSION_LISTED: (
        "重大行政处罚案件集体讨论标准（摘录）",
        "下列行政处罚案件属于重大违法案件，应当由负责人集体讨论决定",
    ),
    Mark.HEARING_LISTED: (
        "行政处罚听证标准（摘录）",
        "拟作出下列较大数额罚款的，应当告知当事人有要求举行听证的权利",
    ),
}


def directory(story: CaseStory) -> MadeDocument:
    """Write the extract of the unit's own list (本单位制度摘录)."""
    mark = next(one for one in _LISTS if story.marked(one))
    title, lead = _LISTS[mark]
    person, firm = thresholds(story)
    amounts = varied(
        story,
        f"（一）对公民处以{digits(person)}元以上罚款的；（二）对法人或者其他组织处以{digits(firm)}元以上罚款的。",
        f"（一）对个人罚款{digits(person)}元以上；（二）对单位罚款{digits(firm)}元以上。",
        f"一、对公民罚款数额{digits(person)}元以上的；二、对法人、其他组织罚款数额{digits(firm)}元以上的。",
    )
    text = f"{lead}：{amounts}本标准所称“以上”包括本数。个体工商户按照法人或者其他组织执行。"
    return made(
        "DT61",
        title,
        story.dates.found,
        (Paragraph(f"{story.bureau.name}", Look.UNIT), Paragraph(title, Look.TITLE)),
        (Paragraph(text), Paragraph("（本摘录与原件一致）", Look.NOTE)),
    )


def thresholds(story: CaseStory) -> tuple[int, int]:
    """Return the amounts of the unit's list for a person and for a firm, in yuan."""
    fine = story.fines.notice
    own = fine * 3 if story.marked(Mark.UNREACHED) else max(fine - fine % 500, 500)
    return (own, own * 5) if story.party.is_person else (max(own // 5, 100), own)


def _transfer(story: CaseStory) -> TransferSteps:
    assert story.steps.transfer is not None
    return story.steps.transfer
