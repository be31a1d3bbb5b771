"""The papers of a hearing: DT29 申请书, DT30 通知书, DT32 笔录, DT33 报告."""

from datetime import date, datetime, time

from reviewer.proof.documents.forms import fields, heading, made, numbered
from reviewer.proof.documents.parts import (
    Look,
    MadeDocument,
    Paragraph,
    Signature,
    hand,
    paragraphs,
)
from reviewer.proof.documents.wording import (
    case_no,
    clock,
    day,
    facts_sentence,
    fine_text,
    moment,
    notice_no,
    number,
    official,
    officials,
    overall_cause,
    party_name,
    signatures,
    signed_day,
    varied,
    written_day,
)
from reviewer.proof.story import CaseStory, later

_HOUR = time(9, 30)
_MINUTES = 75


def hearing_request(story: CaseStory) -> MadeDocument:
    """Write the request for a hearing (听证申请书)."""
    asked = _known(story.dates.hearing_asked)
    text = (
        f"申请人于{day(story.style, story.dates.notice_served)}收到贵局{notice_no(story)}通知书，"
        + varied(
            story,
            "认为拟作出的罚款数额偏高，现依法要求举行听证。",
            "对拟作出的处罚有异议，特申请听证。",
            "现申请举行听证，请予安排。",
            "认为处罚过重，根据法律规定提出听证要求。",
            "为充分陈述意见，要求贵局就本案举行听证。",
        )
    )
    title = "听证申请书"
    return made(
        "DT29",
        title,
        asked,
        (Paragraph(title, Look.TITLE),),
        (
            Paragraph(f"{story.bureau.name}：", Look.PLAIN),
            Paragraph(text),
            Paragraph(f"申请人：{story.party.name}", Look.RIGHT),
            Paragraph(f"经办人：{hand(story.driver.name)}", Look.RIGHT),
            Paragraph(written_day(story.style, asked), Look.RIGHT),
        ),
    )


def hearing_notice(story: CaseStory) -> MadeDocument:
    """Write the notice of the hearing (听证通知书)."""
    told, held = _known(story.dates.hearing_notice), _known(story.dates.hearing)
    title, you = "听证通知书", story.party.you
    when = moment(story.style, datetime.combine(held, _HOUR))
    room = f"{story.bureau.name}听证室"
    chair = official(story, story.chair)
    text = [
        varied(
            story,
            f"根据{you}的申请，本机关定于{when}在{room}公开举行{story.offence.cause}案听证会，请准时出席。"
            "无正当理由不出席的，视为放弃听证权利。",
            f"{you}要求听证的申请已收到，本机关决定于{when}在{room}举行听证，请按时参加。",
            f"本机关定于{when}就{story.offence.cause}一案举行听证会，地点：{room}。",
            f"兹定于{when}，在{room}公开举行听证，请{you}准时到会。",
            f"经审查，同意{you}的听证申请。听证时间：{when}；听证地点：{room}。",
        ),
        varied(
            story,
            f"听证主持人：{chair}；记录员：{story.clerk}。",
            f"本次听证由{chair}主持，{story.clerk}记录。",
            f"主持人为{chair}，记录员为{story.clerk}。",
        ),
        f"{you}可以亲自参加听证，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。",
    ]
    signed = f"签收人：{hand(story.driver.name)}　　签收时间：{written_day(story.style, told)}"
    return made(
        "DT30",
        title,
        told,
        heading(story, title, number(story, "听"), unit=True),
        (Paragraph(f"{party_name(story)}：", Look.PLAIN),),
        paragraphs(text),
        (
            Signature(story.bureau.name, signed_day(story.style, told)),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "听"),
    )


def hearing_record(story: CaseStory) -> MadeDocument:
    """Write the minutes of the hearing (听证笔录)."""
    held = _known(story.dates.hearing)
    start = datetime.combine(held, _HOUR)
    title = "听证笔录"
    pairs = [
        ("案由", overall_cause(story)),
        ("听证时间", f"{moment(story.style, start)}至{clock(later(start, _MINUTES))}"),
        ("听证地点", f"{story.bureau.name}听证室"),
        ("听证主持人", official(story, story.chair)),
        ("记录员", story.clerk),
        ("当事人", story.party.name),
        ("委托代理人", story.driver.name),
        ("调查人员", officials(story, story.officers)),
    ]
    talk = [
        f"主持人：现在开始听证。告知当事人有申请回避、陈述、申辩、质证的权利。是否申请回避？答：{hand('不申请。')}",
        f"调查人员{story.officers[0].name}：{facts_sentence(story)}"
        f"建议罚款{fine_text(story, story.fines.notice)}。",
        f"当事人：{hand('对违法事实没有异议，希望考虑已经改正的情况。')}",
        "调查人员：拟处罚数额已按当事人初次违法、主动改正的情节裁量，在基准幅度内。双方对证据逐一质证，均无异议。",
        f"主持人：当事人最后陈述。当事人：{hand('没有新的意见，服从处理。')}",
        "主持人：听证结束，请核对笔录并签名。",
        f"当事人：{hand(story.driver.name)}　调查人员：{signatures(story.officers)}　"
        f"主持人：{hand(story.chair.name)}　记录员：{hand(story.clerk)}　"
        f"{written_day(story.style, held)}",
    ]
    return made(
        "DT32",
        title,
        held,
        heading(story, title),
        fields(story, pairs),
        paragraphs(talk),
        number=case_no(story),
    )


def hearing_report(story: CaseStory) -> MadeDocument:
    """Write the report on the hearing (听证报告)."""
    reported, held = _known(story.dates.hearing_report), _known(story.dates.hearing)
    title = "听证报告书"
    parts = [
        (
            "听证基本情况",
            f"{day(story.style, held)}，由{story.chair.name}主持，{story.clerk}记录，公开举行听证，"
            "当事人一方和调查人员到场。",
        ),
        ("听证查明的事实", facts_sentence(story)),
        ("当事人意见", "当事人对违法事实、证据无异议，对拟处罚数额未提出新的事实、理由和证据。"),
        (
            "处理建议",
            "拟处罚意见事实清楚、证据充分、程序合法，"
            f"建议维持罚款{fine_text(story, story.fines.notice)}的意见。",
        ),
    ]
    signed = f"听证主持人：{hand(story.chair.name)}　　{written_day(story.style, reported)}"
    return made(
        "DT33",
        title,
        reported,
        heading(story, title),
        numbered(parts),
        (Paragraph(signed),),
        number=case_no(story),
    )


def _known(value: date | None) -> date:
    if value is None:
        raise ValueError("the plan of this story has no hearing")
    return value
