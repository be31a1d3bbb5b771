"""DT35 行政处罚决定书, with everything that 行政处罚法第五十九条 asks for."""

from reviewer.proof.documents.forms import fields, heading, made
from reviewer.proof.documents.parts import (
    Block,
    Look,
    MadeDocument,
    Paragraph,
    Signature,
    paragraphs,
)
from reviewer.proof.documents.report import evidence_lines
from reviewer.proof.documents.wording import (
    day,
    decision_no,
    decision_title,
    facts_sentence,
    fine_text,
    notice_no,
    notice_title,
    party_pairs,
    signed_day,
    varied,
)
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory


def penalty_decision(story: CaseStory) -> MadeDocument:
    """Write the decision (行政处罚决定书)."""
    title = decision_title(story)
    style, dates = story.style, story.dates
    blocks: list[Block] = []
    for name, texts in (
        ("违法事实和证据", _facts(story)),
        ("告知和听取意见情况", _heard(story)),
        ("处罚理由和依据", _reasons(story)),
        ("处罚决定", _decided(story)),
        ("履行方式和期限", _payment(story)),
        ("救济途径", _redress(story)),
    ):
        if texts and story.style.layout is not Layout.FORM:
            blocks.append(Paragraph(name, Look.HEAD))
        blocks += paragraphs(texts)
    return made(
        "DT35",
        title,
        dates.decision,
        heading(story, title, decision_no(story), unit=True),
        fields(story, party_pairs(story)),
        blocks,
        (
            Signature(story.bureau.name, signed_day(style, dates.decision)),
            Paragraph("（本文书一式两份：一份存根，一份交当事人）", Look.NOTE),
        ),
        number=decision_no(story),
    )


def _facts(story: CaseStory) -> list[str]:
    return [
        f"经查明，{facts_sentence(story)}"
        + "".join(f"{story.filled(text)}。" for text in story.offence.details),
        "上述事实，有下列证据证实：",
        *evidence_lines(story),
        "上述证据经本机关审查核实，来源合法、内容真实，能够相互印证，足以认定案件事实。",
    ]


def _heard(story: CaseStory) -> list[str]:
    if not story.has("DT26"):
        return []
    style, dates, you = story.style, story.dates, story.party.you
    told = (
        f"{day(style, dates.notice_served)}，本机关向{you}送达了{notice_no(story)}"
        f"《{notice_title(story)}》，告知拟作出的行政处罚内容及事实、理由、依据和依法享有的陈述、申辩、要求听证的权利。"
    )
    if dates.hearing is not None and dates.hearing_asked is not None:
        heard = (
            f"{you}于{day(style, dates.hearing_asked)}要求听证，本机关于{day(style, dates.hearing)}"
            "依法举行了听证，当事人未提出新的事实、理由和证据。"
        )
        return [told + heard]
    if dates.waived is not None and story.has("DT27"):
        return [told + f"{you}于当日书面声明放弃陈述、申辩和要求听证的权利。"]
    if story.plan.decision_wait < story.plan.pleads_days + 1:
        return [told + f"截至本决定作出时，{you}没有提出陈述、申辩意见，没有要求听证。"]
    return [told + f"{you}在规定期限内没有提出陈述、申辩意见，没有要求听证。"]


def _reasons(story: CaseStory) -> list[str]:
    you, offence = story.party.you, story.offence
    mild = varied(
        story,
        f"鉴于{you}系初次违法，积极配合调查并主动改正违法行为",
        f"鉴于{you}能够如实陈述违法事实，没有造成其他危害后果",
    )
    return [
        f"本机关认为，{you}的行为违反了{offence.duty}“{offence.duty_text}”的规定，属于{offence.cause}的违法行为。"
        f"{offence.harm}，依法应当予以处罚。",
        f"{mild}，参照{story.bureau.benchmark}，违法程度为{offence.band[0]}，裁量幅度为{offence.band[1]}。",
    ]


def _decided(story: CaseStory) -> list[str]:
    you = story.party.you
    fine = fine_text(story.fines.decision, story.fines.words)
    return [
        f"依据{story.offence.penalty}“{story.offence.penalty_text}”的规定，决定责令{you}{story.offence.stop}，"
        f"并给予{you}罚款{fine}的行政处罚。"
    ]


def _payment(story: CaseStory) -> list[str]:
    you, bureau = story.party.you, story.bureau
    return [
        f"请{you}自收到本决定书之日起十五日内，持缴款通知书到{bureau.bank}（账号：{bureau.account}）缴纳罚款，"
        "也可以通过电子支付系统缴纳。到期不缴纳罚款的，根据《中华人民共和国行政处罚法》第七十二条第一款第（一）项"
        "的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。"
    ]


def _redress(story: CaseStory) -> list[str]:
    bureau = story.bureau
    return [
        f"如不服本决定，可以自收到本决定书之日起六十日内向{bureau.government}申请行政复议，或者在六个月内依法"
        f"向{bureau.court}提起行政诉讼，但本决定不停止执行，法律另有规定的除外。逾期不申请行政复议、不提起行政"
        "诉讼又不履行的，本机关将依法申请人民法院强制执行。"
    ]
