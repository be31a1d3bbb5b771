"""What the party says: DT22 回避, DT27 陈述申辩 and the answer to it, DT28 复核意见."""

from datetime import date

from reviewer.proof.documents.forms import heading, made, sections
from reviewer.proof.documents.parts import Look, MadeDocument, Paragraph, Signature, hand
from reviewer.proof.documents.wording import (
    case_no,
    day,
    fine_text,
    notice_no,
    number,
    overall_cause,
    party_name,
    signatures,
    signed_day,
    varied,
    worded,
    written_day,
)
from reviewer.proof.story import CaseStory


def recusal_request(story: CaseStory) -> MadeDocument:
    """Write the request that an officer be recused (回避申请书)."""
    asked = story.steps.recusal_asked
    text = varied(
        story,
        f"现申请执法人员{story.officers[1].name}回避，理由：该执法人员与本人曾有经济纠纷。",
        f"本人认为执法人员{story.officers[1].name}与本案有利害关系，可能影响公正执法，特申请其回避。",
        f"请求执法人员{story.officers[1].name}回避本案的调查处理，因其与本人有矛盾。",
        f"申请{story.officers[1].name}回避。理由是该同志与本人有过节，担心处理不公。",
        f"因承办人{story.officers[1].name}与本人相识并有过争执，申请其回避。",
    )
    return _letter(story, "DT22.request", "回避申请书", text, asked)


def recusal_decision(story: CaseStory) -> MadeDocument:
    """Write the decision on the recusal (驳回回避申请决定书)."""
    title = worded(
        story,
        "驳回回避申请决定书",
        "回避申请决定书",
        "同意（驳回）回避申请决定书",
        "驳回回避申请决定书",
        "回避决定书",
    )
    decided = story.steps.recusal_decided
    text = (
        f"你于{day(story.style, story.steps.recusal_asked)}提出申请，"
        f"要求执法人员{story.officers[1].name}回避。"
        "经审查，申请理由不属于《中华人民共和国行政处罚法》第四十三条规定的情形，本机关决定驳回回避申请。"
    )
    return made(
        "DT22",
        title,
        decided,
        heading(story, title, number(story, "避"), unit=True),
        (
            Paragraph(f"{story.driver.name}：", Look.PLAIN),
            Paragraph(text),
            Signature(story.bureau.name, signed_day(story.style, decided)),
        ),
        number=number(story, "避"),
    )


def pleading(story: CaseStory) -> MadeDocument:
    """Write what the party states and argues (陈述申辩书)."""
    pleaded = story.dates.pleaded
    assert pleaded is not None
    who = "我" if story.party.is_person else "我单位"
    text = (
        f"{who}于{day(story.style, story.dates.notice_served)}收到{notice_no(story)}通知书，"
        "现陈述申辩如下："
        + varied(
            story,
            f"{who}对违法事实没有异议，但罚款数额过高，{who}经营困难，请求减轻处罚。",
            f"{who}不是故意违法，且已经主动改正，请求从轻处理。",
            f"{who}认为处罚偏重，违法时间短、没有造成后果，希望不予罚款。",
            f"因不熟悉法规才发生此事，{who}已经整改，请求免予罚款。",
            f"{who}申辩：货物装载是货主要求的，责任不全在{who}，请求少罚。",
        )
    )
    title = worded(
        story, "陈述申辩书", "陈述申辩书", "陈述申辩书", "陈述、申辩意见", "陈述申辩材料"
    )
    return _letter(story, "DT27.pleading", title, text, pleaded)


def pleading_review(story: CaseStory) -> MadeDocument:
    """Write what the authority thinks of the pleading (陈述申辩复核意见)."""
    pleaded, reviewed = story.dates.pleaded, story.dates.pleading_reviewed
    assert pleaded is not None
    assert reviewed is not None
    title = worded(
        story,
        "陈述申辩复核意见书",
        "陈述申辩复核报告",
        "陈述申辩复核意见",
        "当事人陈述申辩复核意见书",
        "陈述申辩复核意见",
    )
    body = (
        f"当事人于{day(story.style, pleaded)}提出陈述申辩。经复核，本案事实清楚、证据充分，"
        f"拟罚款{fine_text(story, story.fines.notice)}已考虑当事人初次违法、主动改正的情节，"
        "申辩理由不成立，不予采纳。"
    )
    signed = f"复核人：{signatures(story.officers)}　　{written_day(story.style, reviewed)}"
    return made(
        "DT28",
        title,
        reviewed,
        heading(story, title),
        sections(story, [("案由", overall_cause(story)), ("复核意见", f"{body}\n{signed}")]),
        number=case_no(story),
    )


def _letter(story: CaseStory, key: str, title: str, text: str, when: date) -> MadeDocument:
    signer = "申请人" if key.startswith("DT22") else "陈述申辩人"
    name = "" if story.party.is_person else f"{party_name(story)}　"
    return made(
        key,
        title,
        when,
        (
            Paragraph(title, Look.TITLE),
            Paragraph(f"{story.bureau.name}：", Look.PLAIN),
            Paragraph(text),
            Paragraph(f"{signer}：{name}{hand(story.driver.name)}", Look.RIGHT),
            Paragraph(written_day(story.style, when), Look.RIGHT),
        ),
    )
