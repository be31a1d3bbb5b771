"""The documents that open and prolong a case: DT05 立案登记表 and DT57 办案期限延长审批表."""

from reviewer.proof.documents.forms import Opinion, approvals, fields, heading, made, sections
from reviewer.proof.documents.parts import MadeDocument, hand
from reviewer.proof.documents.wording import (
    case_no,
    day,
    facts_sentence,
    moment,
    official,
    overall_cause,
    party_pairs,
    signatures,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory

_SOURCES = ("检查发现", "投诉举报", "上级交办", "下级报请", "有关部门移送", "其他途径")


def filing(story: CaseStory) -> MadeDocument:
    """Write the filing form (立案登记表)."""
    title = worded(
        story, "立案登记表", "立案登记表", "立案审批表", "立案报告表", "行政处罚立案审批表"
    )
    style, dates = story.style, story.dates
    source = "检查发现（执法人员在日常检查中发现）"
    if story.offence.monitored:
        source = "检查发现（电子技术监控设备记录）"
    if style.layout is Layout.FORM:
        source = "　".join(("■" if name == "检查发现" else "□") + name for name in _SOURCES)
    pairs = [("案由", overall_cause(story)), ("受案时间", day(style, dates.accepted))]
    law = (
        f"当事人的上述行为涉嫌违反{story.offence.duty}的规定，依据{story.offence.penalty}的规定，"
        "应当给予行政处罚。根据《中华人民共和国行政处罚法》第五十四条第二款的规定，建议立案调查。"
    )
    people = f"承办人：{signatures(story.officers)}　　{written_day(style, dates.accepted)}"
    certs = "、".join(official(story, one) for one in story.officers)
    return made(
        "DT05",
        title,
        dates.approved,
        heading(story, title),
        fields(story, pairs),
        fields(story, [("案件来源", source)]),
        fields(story, party_pairs(story)),
        sections(
            story,
            [
                ("案件基本情况", facts_sentence(story) + _first_steps(story)),
                ("立案依据", f"{law}\n拟由{certs}承办。\n{people}"),
            ],
        ),
        approvals(story, _approval(story)),
        number=case_no(story),
    )


def _approval(story: CaseStory) -> list[Opinion]:
    dates = story.dates
    agreed = varied(
        story, "同意立案。", "同意。", "批准立案。", "同意立案调查。", "同意立案，依法办理。"
    )
    head: Opinion = ("负责人审批意见", agreed, story.head, dates.approved)
    if story.marked(Mark.UNAPPROVED):
        head = ("负责人审批意见", "", "", None)
    return [
        ("经办机构负责人意见", "情况属实，符合立案条件，建议立案。", story.chief, dates.accepted),
        head,
    ]


def prolonging(story: CaseStory) -> MadeDocument:
    """Write the approval that prolongs the case (办案期限延长审批表)."""
    style, dates = story.style, story.dates
    assert dates.prolonged is not None
    title = worded(story, "办案期限延长审批表", "延长办案期限审批表", "案件办理期限延长审批表")
    reason = (
        f"本案于{day(style, dates.approved)}立案。调查中，需向外省多家单位调取材料、核实情况，"
        "有关材料陆续寄达，案情较为复杂，自立案之日起九十日内不能作出行政处罚决定。"
        "为查清事实，拟申请延长办案期限。"
    )
    pairs = [
        ("案由", overall_cause(story)),
        ("当事人", story.party.name),
        ("立案日期", day(style, dates.approved)),
        ("申请延长天数", "30日"),
    ]
    proposal = (
        "建议自原办案期限届满之次日起延长三十日。\n"
        f"承办人：{signatures(story.officers)}　　{written_day(style, dates.prolonged)}"
    )
    agreed: list[Opinion] = [
        ("经办机构负责人意见", "情况属实，同意上报。", story.chief, dates.prolonged),
        ("负责人审批意见", "同意延长办案期限三十日。", story.head, dates.prolonged),
    ]
    return made(
        "DT57",
        title,
        dates.prolonged,
        heading(story, title),
        fields(story, pairs),
        sections(story, [("延长理由", reason), ("承办人意见", proposal)]),
        approvals(story, agreed),
        number=case_no(story),
    )


def _first_steps(story: CaseStory) -> str:
    crew = "、".join(o.name for o in story.crew("DT06"))
    if not story.has("DT06"):
        return ""
    if story.offence.monitored:
        return "执法人员对监控记录进行了核对，并依法告知了当事人。"
    return (
        f"执法人员{hand(crew) if story.style.wording % 2 else crew}出示执法证件后进行了现场检查，"
        f"于{moment(story.style, story.found_at)}开始制作现场笔录，并拍照固定证据。"
    )
