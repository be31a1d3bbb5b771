"""Internal papers before the decision: DT23 调查报告, DT24 法制审核意见书, DT25 集体讨论记录."""

from datetime import datetime, time

from reviewer.proof.documents.forms import approvals, fields, heading, made, numbered, sections
from reviewer.proof.documents.parts import MadeDocument, Paragraph, hand, paragraphs
from reviewer.proof.documents.wording import (
    case_no,
    clock,
    day,
    facts_sentence,
    fine_text,
    moment,
    notice_no,
    notice_title,
    official,
    officials,
    overall_cause,
    party_name,
    party_pairs,
    penalty,
    signatures,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory, later


def evidence_lines(story: CaseStory) -> list[str]:
    """Return the evidence that the file holds, numbered."""
    style, dates = story.style, story.dates
    found = []
    if story.has("DT06"):
        found.append(f"{day(style, dates.found)}制作的现场笔录1份，证明违法行为的时间、地点和经过")
    if story.has("DT07"):
        found.append(
            f"{day(style, dates.inquiry)}对{story.driver.name}制作的询问笔录1份，证明违法事实和经过"
        )
    if story.offence.monitored:
        found.append("电子技术监控记录及其法制和技术审核表1份，证明车辆超限运输的事实")
    if story.offence.overload:
        found.append("超限检测单1份，证明车货总质量和超限质量")
    found.append(f"{day(style, dates.found)}拍摄的现场照片2张和执法音像资料，证明现场情况")
    found.append("当事人身份证件、营业证照等复印件，证明当事人的主体身份")
    return [f"{order}．{text}；" for order, text in enumerate(found, 1)]


def investigation_report(story: CaseStory) -> MadeDocument:
    """Write the report that ends the investigation (案件调查报告)."""
    title = worded(
        story,
        "案件调查报告",
        "案件调查终结报告",
        "案件处理意见书",
        "调查终结报告",
        "案件调查终结报告",
    )
    written, parts = story.dates.report, _found(story)
    signed = f"承办人签名：{signatures(story.officers)}　　{written_day(story.style, written)}"
    body = sections(story, parts) if story.style.layout is Layout.FORM else numbered(parts)
    return made(
        "DT23",
        title,
        written,
        heading(story, title),
        fields(
            story,
            [
                ("案由", overall_cause(story)),
                ("调查人员", officials(story, story.officers)),
                *party_pairs(story),
            ],
        ),
        body,
        (Paragraph(signed),),
        approvals(
            story,
            [("经办机构负责人意见", "同意承办人意见，按程序报审。", story.chief, written)],
        ),
        number=case_no(story),
    )


def _found(story: CaseStory) -> list[tuple[str, str]]:
    """Return the sections of a report: how it was investigated, what was found, what follows."""
    details = (f"{story.filled(detail)}。" for detail in story.offence.details)
    return [
        ("案件来源和调查经过", _course(story)),
        ("违法事实", "\n".join((facts_sentence(story), *details))),
        ("证据材料", "\n".join(evidence_lines(story))),
        ("定性和处罚依据", _law(story)),
        ("裁量意见", _weighing(story)),
        ("处理建议", _proposal(story)),
    ]


def legal_review(story: CaseStory) -> MadeDocument:
    """Write the opinion of the legal review (法制审核意见书)."""
    reviewed = story.dates.reviewed
    assert reviewed is not None
    title = worded(
        story,
        "重大执法决定法制审核意见书",
        "法制审核意见书",
        "案件法制审核意见书",
        "重大行政执法决定法制审核意见书",
        "法制审核意见表",
    )
    signed = (
        f"审核人：{hand(story.reviewer.name)}"
        f"（执法证号：{story.reviewer.cert}，取得法律职业资格）　　"
        f"{written_day(story.style, reviewed)}"
    )
    return made(
        "DT24",
        title,
        reviewed,
        heading(story, title),
        fields(
            story,
            [
                ("案由", overall_cause(story)),
                ("送审机构", story.bureau.brigade),
                ("当事人", story.party.name),
                ("审核机构", "政策法规科"),
            ],
        ),
        sections(
            story,
            [
                ("审核内容", _matters(story)),
                ("审核意见", f"{_agreed(story)}\n{signed}"),
            ],
        ),
        number=case_no(story),
    )


def _matters(story: CaseStory) -> str:
    """Return what was reviewed, one matter a line (处罚法 58)."""
    matters = (
        "1．执法主体合法，执法人员具备执法资格，承办人员两名以上；",
        "2．认定的主要事实清楚，证据确实、充分；",
        f"3．适用{story.offence.duty}、{penalty(story)}准确，援引条款具体；",
        f"4．适用{story.bureau.benchmark}适当，{_weighed(story)}在法定幅度内；",
        "5．执法程序合法，文书制作规范；",
        "6．未超越本机关法定权限，未发现涉嫌犯罪需要移送的情形。",
    )
    return "\n".join(matters[:2] if story.marked(Mark.FEW_MATTERS) else matters)


def _agreed(story: CaseStory) -> str:
    if story.marked(Mark.REVIEW_REFUSED):
        return varied(
            story,
            "经审核，不同意承办机构的处理意见，退回补充调查。",
            "审核不通过，建议退回承办机构补充证据。",
            "不同意该处理意见，证据不足，退回重新调查。",
            "经审核，本案主要证据不足，不同意作出行政处罚，退回承办机构。",
            "审核结论：不同意。",
        )
    return varied(
        story,
        "经审核，同意承办机构的处理意见，可以按程序办理。",
        "同意承办机构意见。",
        "经审核，事实清楚、证据充分、程序合法，同意。",
        "审核通过，同意按拟处理意见办理。",
        "同意拟作出的处理决定。",
    )


def discussion(story: CaseStory) -> MadeDocument:
    """Write the minutes of the joint discussion (集体讨论记录)."""
    discussed = story.dates.discussed
    assert discussed is not None
    title = worded(
        story,
        "重大案件集体讨论记录",
        "案件集体讨论记录",
        "重大案件集体讨论记录",
        "案件集体讨论笔录",
        "集体讨论记录",
    )
    start = datetime.combine(discussed, time(9, 0))
    pairs = [
        ("案由", overall_cause(story)),
        ("讨论时间", f"{moment(story.style, start)}至{clock(later(start, 50))}"),
        ("讨论地点", f"{story.bureau.name}三楼会议室"),
        ("主持人", f"{story.head}（局长）"),
        ("参加人", f"{story.head}、{story.chief}、{story.chair.name}"),
        ("列席人", f"{story.reviewer.name}、{story.officers[0].name}（汇报人，不参与表决）"),
        ("记录人", story.clerk),
    ]
    signed = (
        "参加人签名：" + hand(f"{story.head}　{story.chief}　{story.chair.name}") + "　　"
        f"记录人：{hand(story.clerk)}　　{written_day(story.style, discussed)}"
    )
    return made(
        "DT25",
        title,
        discussed,
        heading(story, title),
        fields(story, pairs),
        paragraphs([*_spoken(story), signed]),
        number=case_no(story),
    )


def _spoken(story: CaseStory) -> list[str]:
    """Return who said what in a joint discussion, and its result."""
    fine = fine_text(story, story.fines.decision)
    return [
        f"{story.officers[0].name}汇报案情：{facts_sentence(story)}本案证据已经调查核实，当事人对违法事实无异议。",
        f"{story.reviewer.name}：本案事实清楚，适用法律正确，程序合法。",
        f"{story.chief}：当事人积极配合调查，违法程度为{story.offence.band[0]}，建议处罚款{fine}。",
        f"{story.chair.name}：同意。裁量与违法情节相当。",
        f"{story.head}：同意上述意见。",
        f"结论：经集体讨论，一致同意对当事人处以罚款{fine}的行政处罚。",
    ]


def _weighed(story: CaseStory) -> str:
    return "处理意见" if story.no_penalty else f"拟罚款{fine_text(story, story.fines.report)}"


def _course(story: CaseStory) -> str:
    style, dates = story.style, story.dates
    course = (
        f"{day(style, dates.found)}，{story.bureau.name}执法人员在{story.place}"
        "开展检查时发现本案线索。"
    )
    if story.offence.monitored:
        course = f"{day(style, dates.found)}，设在{story.place}的电子技术监控设备记录了本案线索。"
    if story.has("DT05"):
        course += f"经本机关负责人批准，于{day(style, dates.approved)}立案调查，"
    else:
        course += "随后本机关开展调查，"
    course += f"由{'、'.join(official(story, o) for o in story.officers)}承办。"
    if story.has("DT07"):
        course += f"{day(style, dates.inquiry)}，执法人员询问了{story.driver.name}。"
    if dates.prolonged is not None:
        course += (
            f"因案情复杂，经负责人批准，办案期限延长三十日（{day(style, dates.prolonged)}批准）。"
        )
    return course + "现案件已调查终结，报告如下。"


def _law(story: CaseStory) -> str:
    offence = story.offence
    quoted = f"规定：“{offence.penalty_text}。”"
    if story.marked(Mark.UNORDERED):
        quoted = "规定了相应的法律责任。"
    return (
        f"{party_name(story)}的行为违反了{offence.duty}“{offence.duty_text}”的规定，构成"
        f"{offence.cause}的违法行为。\n{penalty(story)}{quoted}"
        "本机关对本案具有管辖权。"
    )


def _weighing(story: CaseStory) -> str:
    degree, span = story.offence.band
    if story.no_penalty:
        return "当事人系初次违法，违法行为轻微，已当场改正，没有造成危害后果。"
    if story.offence.key == "unfiled":
        return (
            f"当事人经责令限期改正仍拒不改正，参照{story.bureau.benchmark}，违法程度为{degree}，"
            f"对应裁量幅度为{span}。"
        )
    mild = varied(
        story,
        "当事人系初次违法，案发后积极配合调查，主动改正违法行为",
        "当事人能够如实陈述违法事实，配合调查，没有造成其他危害后果",
    )
    return (
        f"{mild}，没有从重处罚的情节。参照{story.bureau.benchmark}，违法程度为{degree}，"
        f"对应裁量幅度为{span}。"
    )


def _proposal(story: CaseStory) -> str:
    told = ""
    if story.plan.report_after_notice:
        told = f"{notice_title(story)}（{notice_no(story)}）已先行送达当事人。"
    if story.no_penalty:
        return (
            "综上，当事人违法行为轻微并及时改正，没有造成危害后果，根据《中华人民共和国行政处罚法》第三十三条"
            "第一款的规定，建议不予行政处罚。妥否，请审批。"
        )
    stop, fine = story.offence.stop, fine_text(story, story.fines.report)
    proposed = varied(
        story,
        f"综上，建议责令当事人{stop}，并处以罚款{fine}。",
        f"建议对当事人处以罚款{fine}，责令{stop}。",
        f"根据以上事实和依据，拟建议给予当事人罚款{fine}的行政处罚。",
        f"建议作出如下处罚：罚款{fine}。",
        f"承办人建议：责令{stop}，处罚款{fine}。",
    )
    return f"{proposed}{told}妥否，请审批。"
