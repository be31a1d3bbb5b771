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
    penalty,
    signed_day,
    taught,
    varied,
)
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory

_SURCHARGE = "《中华人民共和国行政处罚法》第七十二条第一款第（一）项"


def penalty_decision(story: CaseStory) -> MadeDocument:
    """Write the decision (行政处罚决定书)."""
    title = decision_title(story)
    style, dates = story.style, story.dates
    body = story.bureau.brigade if story.marked(Mark.BRIGADE_SIGNS) else story.bureau.name
    blocks: list[Block] = []
    for name, texts in (
        ("违法事实和证据", _facts(story)),
        ("告知和听取意见情况", _heard(story)),
        ("处罚理由和依据", _reasons(story)),
        ("处罚决定", _decided(story)),
        ("履行方式和期限", payment(story)),
        ("救济途径", redress(story)),
    ):
        if texts and story.style.layout is not Layout.FORM:
            blocks.append(Paragraph(name, Look.HEAD))
        blocks += paragraphs(texts)
    return made(
        "DT35",
        title,
        dates.decision,
        heading(story, title, decision_no(story), unit=True, body=body),
        fields(story, party_pairs(story)),
        blocks,
        (
            Signature(body, signed_day(style, dates.decision)),
            Paragraph("（本文书一式两份：一份存根，一份交当事人）", Look.NOTE),
        ),
        number=decision_no(story),
    )


def payment(story: CaseStory) -> list[str]:
    """Return how and until when the fine is to be paid, and what follows when it is not."""
    if not story.told("decision_payment", "paid"):
        return []
    you, bank = story.party.you, story.bureau.bank
    days, account = story.told("pay_days", "十五"), story.bureau.account
    pay = varied(
        story,
        f"请{you}自收到本决定书之日起{days}日内，持缴款通知书到{bank}（账号：{account}）缴纳罚款，"
        "也可以通过电子支付系统缴纳。",
        f"罚款自本决定书送达之日起{days}日内缴至{bank}，账号{account}。",
        f"{you}应当自收到行政处罚决定书之日起{days}日内将罚款缴至指定银行（{bank}，账号：{account}）。",
        f"限{you}于收到本决定书之日起{days}日内到{bank}（账号{account}）缴清上述罚款。",
        f"履行方式和期限：自收到本决定之日起{days}日内，到{bank}或者通过电子支付系统缴纳罚款"
        f"（收款账号：{account}）。",
    )
    if not story.told("decision_surcharge", "told"):
        return [pay]
    late = varied(
        story,
        f"到期不缴纳罚款的，根据{_SURCHARGE}的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出"
        "罚款的数额。",
        "逾期不缴纳的，每日按罚款数额的3%加处罚款。",
        f"逾期未缴纳罚款的，本机关将依据{_SURCHARGE}，每日按罚款数额的百分之三加处罚款，总额不超过本金。",
        "到期不缴纳罚款的，依法每日按罚款数额的百分之三加处罚款。",
        "逾期不履行的，每日按罚款数额的百分之三加处罚款，加处罚款总额不超过罚款本数。",
    )
    return [pay + late]


def redress(story: CaseStory) -> list[str]:
    """Return where and until when the party can object."""
    if not story.told("decision_redress", "told"):
        return []
    body = story.told("redress_body", story.bureau.government)
    days, months = story.told("redress_days", "六十日"), story.told("suit_months", "六个月")
    court = story.bureau.court
    first = varied(
        story,
        f"如不服本决定，可以自收到本决定书之日起{days}内向{body}申请行政复议，或者在{months}内依法向{court}"
        "提起行政诉讼，但本决定不停止执行，法律另有规定的除外。",
        f"如对本处罚决定不服，可在收到本决定书之日起{days}内向{body}申请行政复议，也可以自收到本决定书之日起"
        f"{months}内直接向{court}提起行政诉讼。",
        f"当事人不服本行政处罚决定的，可以在接到本决定书之日起{days}内依法向{body}申请行政复议；也可以在"
        f"{months}内向{court}起诉。行政复议或者行政诉讼期间，本处罚决定不停止执行。",
        f"若不服本处罚决定，可以自知道本决定之日起{days}内，依法向{body}申请行政复议，或者自收到本决定书之日起"
        f"{months}内，依法向{court}提起行政诉讼。",
        f"对本决定不服的，自收到本决定书之日起{days}内向{body}申请复议，或者{months}内向{court}提起行政诉讼。",
    )
    return [
        f"{first}逾期不申请行政复议、不提起行政诉讼又不履行的，本机关将依法申请人民法院强制执行。"
    ]


def _facts(story: CaseStory) -> list[str]:
    lead = varied(story, "经查明，", "经查：", "现查明，", "本机关查明：", "经依法调查，查明")
    facts = lead + facts_sentence(story)
    facts += "".join(f"{story.filled(text)}。" for text in story.offence.details)
    if not story.told("decision_evidence", "told"):
        return [facts]
    return [
        facts,
        varied(
            story,
            "上述事实，有下列证据证实：",
            "以上事实有以下证据证明：",
            "认定上述违法事实的证据有：",
            "主要证据如下：",
            "证明上述事实的证据：",
        ),
        *evidence_lines(story),
        "上述证据经本机关审查核实，来源合法、内容真实，能够相互印证，足以认定案件事实。",
    ]


def _heard(story: CaseStory) -> list[str]:
    if not story.has("DT26"):
        return []
    style, dates, you = story.style, story.dates, story.party.you
    rights = (
        "陈述、申辩的权利" if story.marked(Mark.PLEADING_ONLY) else "陈述、申辩、要求听证的权利"
    )
    when, notice = day(style, dates.notice_served), f"{notice_no(story)}《{notice_title(story)}》"
    told = varied(
        story,
        f"{when}，本机关向{you}送达了{notice}，告知拟作出的行政处罚内容及事实、理由、依据和依法享有的{rights}。",
        f"本机关于{when}依法送达{notice}，告知{you}拟处罚的事实、理由、依据、内容及{rights}。",
        f"{when}，{notice}送达{you}，{you}依法享有的{rights}已一并告知。",
        f"本机关已于{when}向{you}送达{notice}，告知了{rights}。",
        f"{notice}已于{when}送达{you}，载明了拟作出的行政处罚和{rights}。",
    )
    return [told + _answered(story)]


def _answered(story: CaseStory) -> str:
    style, dates, you = story.style, story.dates, story.party.you
    if dates.hearing is not None and dates.hearing_asked is not None:
        return (
            f"{you}于{day(style, dates.hearing_asked)}要求听证，本机关于{day(style, dates.hearing)}"
            "依法举行了听证，当事人未提出新的事实、理由和证据。"
        )
    if dates.hearing_asked is not None:
        return f"{you}于{day(style, dates.hearing_asked)}要求听证。"
    if dates.pleaded is not None:
        return (
            f"{you}于{day(style, dates.pleaded)}提出陈述、申辩意见，本机关进行了复核，"
            "认为申辩理由不足以改变本案事实的认定，不予采纳。"
        )
    if dates.waived is not None and story.has("DT27"):
        return f"{you}于当日书面声明放弃陈述、申辩和要求听证的权利。"
    asked = "" if story.marked(Mark.PLEADING_ONLY) else "，没有要求听证"
    if story.plan.decision_wait < story.plan.pleads_days + 1:
        return f"截至本决定作出时，{you}没有提出陈述、申辩意见{asked}。"
    return f"{you}在规定期限内没有提出陈述、申辩意见{asked}。"


def _reasons(story: CaseStory) -> list[str]:
    you, offence = story.party.you, story.offence
    mild = varied(
        story,
        f"鉴于{you}系初次违法，积极配合调查并主动改正违法行为",
        f"鉴于{you}能够如实陈述违法事实，没有造成其他危害后果",
    )
    if offence.key == "unfiled":
        mild = f"鉴于{you}经责令改正，期限届满仍拒不改正"
    if not story.told("decision_law", "told"):
        return [f"本机关认为，{you}的行为违反了交通运输管理秩序。{taught(story)}依法应当予以处罚。"]
    return [
        f"本机关认为，{you}的行为违反了{offence.duty}“{offence.duty_text}”的规定，属于{offence.cause}的违法行为。"
        f"{taught(story)}依法应当予以处罚。",
        f"{mild}，参照{story.bureau.benchmark}，违法程度为{offence.band[0]}，裁量幅度为{offence.band[1]}。",
    ]


def _decided(story: CaseStory) -> list[str]:
    you, stop = story.party.you, story.offence.stop
    fine = fine_text(story, story.fines.decision, story.fines.words)
    law = ""
    if story.told("decision_law", "told"):
        law = f"依据{penalty(story)}“{story.offence.penalty_text}”的规定，"
    decided = varied(
        story,
        f"决定责令{you}{stop}，并给予{you}罚款{fine}的行政处罚。",
        f"本机关决定对{you}处以罚款{fine}，同时责令{stop}。",
        f"责令{you}{stop}，决定处罚款{fine}。",
        f"现决定：一、责令{you}{stop}；二、处以{fine}罚款。",
        f"决定给予{you}以下行政处罚：罚款{fine}；并责令{stop}。",
    )
    return [law + decided]
