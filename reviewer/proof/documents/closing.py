"""DT52 结案报告 and DT51 抄告单."""

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
    worded,
    written_day,
)
from reviewer.proof.story import CaseStory


def closing_report(story: CaseStory) -> MadeDocument:
    """Write the report that closes the case (结案报告)."""
    title = worded(story, "结案报告", "行政处罚案件结案报告", "结案审批表")
    style, dates = story.style, story.dates
    pairs = [
        ("案由", overall_cause(story)),
        ("当事人", story.party.name),
        ("决定书文号", decision_no(story)),
        ("决定日期", day(style, dates.decision)),
    ]
    if story.has("DT05"):
        pairs.insert(2, ("立案日期", day(style, dates.approved)))
    signed = f"承办人：{signatures(story.officers)}　　{written_day(style, dates.closed)}"
    return made(
        "DT52",
        title,
        dates.closed,
        heading(story, title),
        fields(story, pairs),
        sections(
            story,
            [
                ("案情简介", facts_sentence(story)),
                ("处理结果", _result(story)),
                ("执行情况", _carried_out(story)),
                (
                    "结案理由",
                    f"当事人已履行行政处罚决定，违法行为已改正，符合结案条件，建议结案。\n{signed}",
                ),
            ],
        ),
        approvals(
            story,
            [
                ("经办机构负责人意见", "同意结案。", story.chief, dates.closed),
                ("负责人审批意见", "同意结案，按规定归档。", story.head, dates.closed),
            ],
        ),
        number=case_no(story),
    )


def copied_notice(story: CaseStory) -> MadeDocument:
    """Write the notice to the place of registration (违法超限运输信息抄告单)."""
    title = "违法超限运输信息抄告单"
    style, dates = story.style, story.dates
    text = [
        f"现将{story.party.name}（车牌号：{story.plate}）违法超限运输一案处理情况抄告如下：",
        f"{facts_sentence(story)}本机关于{day(style, dates.decision)}"
        f"作出行政处罚决定（{decision_no(story)}），"
        f"罚款{fine_text(story.fines.decision)}，案件已于{day(style, dates.closed)}结案。",
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


def _result(story: CaseStory) -> str:
    return (
        f"{day(story.style, story.dates.decision)}，本机关作出{decision_no(story)}行政处罚决定，"
        f"责令当事人{story.offence.stop}，并处罚款人民币{story.fines.decision}元。"
    )


def _carried_out(story: CaseStory) -> str:
    style, dates = story.style, story.dates
    served = f"行政处罚决定书于{day(style, dates.decision_served)}送达当事人。"
    paid = (
        f"当事人于{day(style, dates.paid)}缴纳罚款{story.fines.bill}元。"
        f"经{day(style, dates.recheck)}复查，"
        f"{story.offence.recheck}。处罚决定信息已于{day(style, dates.published)}公示。"
    )
    return served + paid
