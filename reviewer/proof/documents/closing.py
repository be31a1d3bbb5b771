"""DT52 结案报告 and DT51 抄告单."""

from reviewer.model import Procedure
from reviewer.proof.documents.forms import approvals, fields, heading, made, sections
from reviewer.proof.documents.parts import Look, MadeDocument, Paragraph, Signature, paragraphs
from reviewer.proof.documents.wording import (
    case_no,
    day,
    decision_no,
    facts_sentence,
    fine_text,
    number,
    overall_cause,
    signatures,
    signed_day,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.story import CaseStory


def closing_report(story: CaseStory) -> MadeDocument:
    """Write the report that closes the case (结案报告)."""
    title = worded(
        story,
        "结案报告",
        "行政处罚案件结案报告",
        "结案审批表",
        "案件结案报告",
        "行政处罚案件结案审批表",
    )
    closed = story.dates.closed
    signed = f"承办人：{signatures(story.officers)}　　{written_day(story.style, closed)}"
    return made(
        "DT52",
        title,
        closed,
        heading(story, title),
        fields(story, _what_was_decided(story)),
        sections(
            story,
            [
                ("案情简介", facts_sentence(story)),
                ("处理结果", _result(story)),
                ("执行情况", _carried_out(story)),
                ("结案理由", f"{_reason(story)}\n{signed}"),
            ],
        ),
        approvals(
            story,
            [
                ("经办机构负责人意见", "同意结案。", story.chief, closed),
                ("负责人审批意见", "同意结案，按规定归档。", story.head, closed),
            ],
        ),
        number=case_no(story),
    )


def copied_notice(story: CaseStory) -> MadeDocument:
    """Write the notice to the place of registration (违法超限运输信息抄告单)."""
    title = worded(
        story,
        "违法超限运输信息抄告单",
        "违法超限运输信息抄告单",
        "违法超限运输信息抄告函",
        "超限运输违法信息抄告单",
        "抄告单",
    )
    style, dates = story.style, story.dates
    text = [
        f"现将{story.party.name}（车牌号：{story.plate}）违法超限运输一案处理情况抄告如下：",
        f"{facts_sentence(story)}本机关于{day(style, dates.decision)}"
        f"作出行政处罚决定（{decision_no(story)}），"
        f"罚款{fine_text(story, story.fines.decision)}，案件已于{day(style, dates.closed)}结案。",
        story.told("source", "货物装载单位的线索已移送其行业主管部门核查。"),
        "请车籍地交通运输主管部门依法将上述违法行为记入信用记录并加强源头监管。",
    ]
    return made(
        "DT51",
        title,
        dates.copied,
        heading(story, title, number(story, "抄"), unit=True),
        (Paragraph("车籍所在地交通运输主管部门：", Look.PLAIN),),
        paragraphs(text),
        (Signature(story.bureau.name, signed_day(style, dates.copied)),),
        number=number(story, "抄"),
    )


def _what_was_decided(story: CaseStory) -> list[tuple[str, str]]:
    style, dates = story.style, story.dates
    pairs = [
        ("案由", overall_cause(story)),
        ("当事人", story.party.name),
        ("决定书文号", decision_no(story)),
        ("决定日期", day(style, dates.decision)),
    ]
    if story.has("DT05") and story.plan.procedure is not Procedure.SUMMARY:
        pairs.insert(2, ("立案日期", day(style, dates.approved)))
    return pairs


def _result(story: CaseStory) -> str:
    when, no = day(story.style, story.dates.decision), decision_no(story)
    stop, fine = story.offence.stop, f"{story.fines.decision}元"
    if story.plan.procedure is Procedure.NO_PENALTY:
        return f"{when}，本机关作出{no}不予行政处罚决定，并对当事人进行教育。"
    if story.plan.procedure is Procedure.SUMMARY:
        return f"{when}，执法人员当场作出{no}行政处罚决定，罚款人民币{fine}。"
    return varied(
        story,
        f"{when}，本机关作出{no}行政处罚决定，责令当事人{stop}，并处罚款人民币{fine}。",
        f"本机关于{when}作出行政处罚决定（{no}），对当事人罚款{fine}。",
        f"{when}作出{no}《行政处罚决定书》，决定罚款{fine}，责令{stop}。",
        f"依法对当事人处以罚款{fine}（{no}，{when}作出）。",
        f"已于{when}对当事人作出罚款{fine}的行政处罚，决定书文号为{no}。",
    )


def _carried_out(story: CaseStory) -> str:
    style, dates, steps = story.style, story.dates, story.steps
    title = "不予行政处罚决定书" if story.no_penalty else "行政处罚决定书"
    text = f"{title}于{day(style, dates.decision_served)}送达当事人。"
    if story.no_penalty:
        pass
    elif steps.unpaid is not None:
        text += (
            "当事人逾期未缴纳罚款，未申请行政复议，也未提起行政诉讼，经催告仍未履行，本机关已于"
            f"{day(style, steps.unpaid.applied)}向{story.bureau.court}申请强制执行。"
        )
    elif steps.parted:
        text += (
            f"经批准，当事人分两期缴纳罚款，至{day(style, steps.second_part)}缴清"
            f"{story.fines.bill}元。"
        )
    else:
        text += f"当事人于{day(style, dates.paid)}缴纳罚款{story.fines.bill}元。"
    if story.plan.procedure is Procedure.SUMMARY:
        return text
    if not story.marked(Mark.UNORDERED):
        text += f"经{day(style, dates.recheck)}复查，{story.offence.recheck}。"
    if story.offence.key == "unfiled":
        text += "处罚后当事人已办理备案。"
    if story.no_penalty:
        return text
    return f"{text}处罚决定信息已于{day(style, dates.published)}公示。"


def _reason(story: CaseStory) -> str:
    if story.no_penalty:
        return "不予行政处罚决定已送达，违法行为已改正，符合结案条件，建议结案。"
    if story.steps.unpaid is not None:
        return "本案已依法申请人民法院强制执行，符合结案条件，建议结案。"
    return "当事人已履行行政处罚决定，违法行为已改正，符合结案条件，建议结案。"
