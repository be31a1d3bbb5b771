"""Papers to the party before the decision: DT19 责令改正, DT26 通知书, DT27 放弃声明."""

from reviewer.proof.documents.forms import heading, made
from reviewer.proof.documents.parts import (
    Block,
    Look,
    MadeDocument,
    Paragraph,
    Signature,
    hand,
    paragraphs,
)
from reviewer.proof.documents.report import evidence_lines
from reviewer.proof.documents.wording import (
    day,
    facts_sentence,
    fine_text,
    notice_no,
    notice_title,
    order_no,
    party_name,
    penalty,
    signatures,
    signed_day,
    taught,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory

_LAW = "《中华人民共和国行政处罚法》"


def correction_order(story: CaseStory) -> MadeDocument:
    """Write the order to put things right (责令改正违法行为通知书)."""
    title = worded(
        story,
        "责令改正违法行为通知书",
        "责令改正违法行为通知书",
        "责令改正通知书",
        "责令限期改正通知书",
        "责令（限期）改正违法行为通知书",
    )
    style, dates, you = story.style, story.dates, story.party.you
    text = [
        f"经调查，{facts_sentence(story)}{you}的上述行为违反了{story.offence.duty}的规定。",
        f"根据{_LAW}第二十八条第一款的规定，{_ordered(story)}",
        *([f"{taught(story)}请{you}引以为戒，依法从事有关活动。"] if taught(story) else []),
    ]
    signed = (
        f"签收人：{hand(story.driver.name)}　　签收时间：{written_day(style, dates.inquiry)}　　"
        f"执法人员：{signatures(story.officers)}"
    )
    return made(
        "DT19",
        title,
        dates.inquiry,
        heading(story, title, order_no(story), unit=True),
        (Paragraph(f"{party_name(story)}：", Look.PLAIN),),
        paragraphs(text),
        (
            Signature(story.bureau.name, signed_day(style, dates.inquiry)),
            Paragraph(signed, Look.PLAIN),
        ),
        number=order_no(story),
    )


def _ordered(story: CaseStory) -> str:
    """Return the sentence that orders what until when (处罚法 28)."""
    you, order = story.party.you, story.offence.order
    until = day(story.style, story.dates.correction_deadline)
    return varied(
        story,
        f"现责令{you}于{until}前{order}，并将改正情况书面报告本机关。",
        f"责令{you}限于{until}前改正：{order}。",
        f"现责令{you}在{until}前{order}，逾期不改正的依法处理。",
        f"责令{you}改正上述违法行为，改正期限至{until}，改正内容：{order}。",
        f"请{you}立即停止违法行为，于{until}之前{order}，本机关将进行复查。",
    )


def penalty_notice(story: CaseStory) -> MadeDocument:
    """Write the notice of the intended penalty (违法行为通知书)."""
    title = notice_title(story)
    style, dates, you = story.style, story.dates, story.party.you
    offence, fine = story.offence, fine_text(story, story.fines.notice)
    weighed = f"参照{story.bureau.benchmark}，违法程度为{offence.band[0]}，"
    blocks: list[Block] = [Paragraph(f"{party_name(story)}：", Look.PLAIN)]
    blocks += paragraphs(
        [
            f"经调查，本机关认为{you}涉嫌{offence.cause}。{facts_sentence(story)}",
            "以上事实有下列证据证明：",
            *evidence_lines(story),
            f"{you}的行为违反了{offence.duty}的规定，依据{penalty(story)}的规定，{weighed}"
            + varied(
                story,
                f"本机关拟对{you}作出罚款{fine}的行政处罚。",
                f"拟给予{you}罚款{fine}的行政处罚。",
                f"本机关拟作出如下处罚：罚款{fine}。",
                f"拟对{you}处以{fine}的罚款。",
                f"拟处罚款{fine}。",
            ),
            *_rights(story),
            f"联系人：{story.officers[0].name}　电话：{story.bureau.phone}　"
            f"地址：{story.bureau.address}",
        ]
    )
    return made(
        "DT26",
        title,
        dates.notice,
        heading(story, title, notice_no(story), unit=True),
        blocks,
        (
            Signature(story.bureau.name, signed_day(style, dates.notice)),
            Paragraph("（本文书一式两份：一份存根，一份交当事人）", Look.NOTE),
        ),
        number=notice_no(story),
    )


def waiver(story: CaseStory) -> MadeDocument:
    """Write the statement that gives up the rights (放弃陈述申辩听证声明)."""
    title = worded(
        story,
        "放弃陈述申辩和听证权利声明书",
        "放弃陈述、申辩、听证声明",
        "放弃权利声明书",
        "听证放弃声明",
        "放弃陈述申辩及听证声明",
    )
    style, dates = story.style, story.dates
    assert dates.waived is not None
    who = "我" if story.party.is_person else "我单位"
    text = (
        f"{who}已于{day(style, dates.notice_served)}收到《{notice_title(story)}》"
        f"（{notice_no(story)}），"
        + varied(
            story,
            "对认定的违法事实、拟作出的行政处罚及依据没有异议，自愿放弃陈述、申辩和要求举行听证的权利，"
            "请依法作出处理。",
            f"{who}不进行陈述申辩，也不要求听证，请尽快处理。",
            "现自愿放弃陈述、申辩及听证的权利，接受处罚。",
            "对告知的内容已经清楚，明确表示放弃陈述权、申辩权和听证权。",
            f"{who}承认违法事实，不再陈述和申辩，放弃要求听证的权利。",
        )
    )
    signer = "声明人" if story.party.is_person else f"声明单位：{story.party.name}（盖章）　经办人"
    return made(
        "DT27",
        title,
        dates.waived,
        (Paragraph(title, Look.TITLE),),
        (
            Paragraph(f"{story.bureau.name}：", Look.PLAIN),
            Paragraph(text),
            Paragraph("特此声明。"),
            Paragraph(f"{signer}：{hand(story.driver.name)}", Look.RIGHT),
            Paragraph(written_day(style, dates.waived), Look.RIGHT),
        ),
    )


def _rights(story: CaseStory) -> list[str]:
    you, mark = story.party.you, "■" if story.style.layout is Layout.FORM else ""
    days = {3: "三", 5: "五"}[story.plan.pleads_days]
    plead = varied(
        story,
        f"{you}如对上述拟处罚意见有异议，可以自收到本通知书之日起{days}个工作日内向本机关提出陈述、申辩，"
        "本机关将依法予以复核。",
        f"{you}可以在收到本通知书之日起{days}个工作日内向本机关进行陈述和申辩，逾期视为放弃。",
        f"{you}有权进行陈述和申辩。如需陈述、申辩，请于收到本通知书之日起{days}日内提出。",
        f"{you}可自收到本告知之日起{days}日内，书面或者口头向本机关陈述、申辩。",
        f"{you}享有陈述、申辩的权利，请在接到本通知后{days}个工作日内行使。",
    )
    rights = [f"{mark}根据{_LAW}第四十四条、第四十五条的规定，{plead}"]
    if not story.marked(Mark.PLEADING_ONLY):
        heard = varied(
            story,
            f"{you}有权要求举行听证。要求听证的，应当自收到本通知书之日起五个工作日内向本机关提出；逾期不提出的，"
            "视为放弃听证权利。",
            f"{you}可以要求听证，如要求举行听证，请在收到本通知书之日起5日内提出申请。",
            f"{you}有要求听证的权利。如要求听证，应在本通知书送达之日起五日内向本机关书面提出，逾期视为放弃。",
            f"{you}享有申请听证的权利，应当在告知后五日内提出，逾期未提出的视为放弃此权利。",
            f"{you}可在收到本通知书之日起五日内向本机关要求举行听证。",
        )
        rights.append(f"{mark}根据{_LAW}第六十三条、第六十四条的规定，{heard}")
    return rights
