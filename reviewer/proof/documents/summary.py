"""The summary procedure: DT34 当场行政处罚决定书, DT42 上缴凭证, DT62 备案表."""

from reviewer.proof.documents.decision import payment
from reviewer.proof.documents.forms import Opinion, approvals, fields, heading, made
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
    day,
    decision_no,
    digits,
    facts_sentence,
    fine_text,
    officials,
    party_pairs,
    penalty,
    signed_day,
    taught,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.story import CaseStory


def spot_decision(story: CaseStory) -> MadeDocument:
    """Write the decision made on the spot (当场行政处罚决定书)."""
    title = worded(
        story,
        "当场行政处罚决定书",
        "行政处罚当场决定书",
        "行政处罚（当场）决定书",
        "现场处罚决定书",
        "当场行政处罚决定书",
    )
    style, decided, you = story.style, story.dates.decision, story.party.you
    fine = fine_text(story, story.fines.decision, story.fines.words)
    officers = officials(story, story.crew("DT34"))
    text = [
        f"{facts_sentence(story)}",
        f"{you}的行为违反了{story.offence.duty}的规定，依据{penalty(story)}和《中华人民共和国行政处罚法》第五十一条的"
        f"规定，决定给予{you}罚款{fine}的行政处罚。",
        f"作出决定前，执法人员已当场出示执法证件，口头告知{you}违法事实、处罚理由、依据和依法享有的陈述、申辩权利，"
        f"{you}未提出陈述、申辩。{taught(story)}现责令{you}{story.offence.stop}。",
        *_collected(story),
        *_redress(story),
        f"处罚地点：{story.place}　　处罚时间：{day(style, decided)}",
        f"执法人员：{officers}",
    ]
    signed = f"当事人签收：{hand(story.driver.name)}　　{written_day(style, decided)}"
    return made(
        "DT34",
        title,
        decided,
        heading(story, title, decision_no(story), unit=True),
        fields(story, party_pairs(story)),
        paragraphs(text),
        (
            Paragraph(signed, Look.PLAIN),
            Signature(story.bureau.name, signed_day(style, decided)),
        ),
        number=decision_no(story),
    )


def surrendered_money(story: CaseStory) -> MadeDocument:
    """Write the slip of money handed in (罚款上缴单)."""
    title = worded(
        story,
        "当场收缴罚款上缴单",
        "当场收缴罚款上缴凭证",
        "罚款上缴单",
        "当场收缴罚款上缴凭证",
        "罚款上缴单",
    )
    style, filed = story.style, story.steps.filed
    pairs = [
        ("决定书文号", decision_no(story)),
        ("当事人", story.party.name),
        ("收缴金额", f"{digits(story.fines.bill)}元"),
        ("当场收缴日期", day(style, story.dates.decision)),
        ("交至本机关日期", day(style, filed.surrendered)),
        ("缴付银行日期", day(style, filed.banked)),
        ("收缴人", "、".join(one.name for one in story.officers)),
        ("经手人", story.clerk),
    ]
    return made(
        "DT42",
        title,
        filed.banked,
        heading(story, title),
        fields(story, pairs),
        number=case_no(story),
    )


def filed_decision(story: CaseStory) -> MadeDocument:
    """Write the form by which the decision is filed (当场处罚备案表)."""
    title = worded(
        story,
        "当场处罚备案表",
        "当场行政处罚备案表",
        "当场处罚决定备案表",
        "当场行政处罚决定备案表",
        "当场处罚备案登记表",
    )
    style, filed = story.style, story.steps.filed.filed
    pairs = [
        ("决定书文号", decision_no(story)),
        ("当事人", story.party.name),
        ("处罚决定日期", day(style, story.dates.decision)),
        ("处罚金额", f"{digits(story.fines.decision)}元"),
        ("备案日期", day(style, filed)),
    ]
    opinions: list[Opinion] = [("备案意见", "同意备案。", story.chief, filed)]
    return made(
        "DT62",
        title,
        filed,
        heading(story, title),
        fields(story, pairs),
        approvals(story, opinions),
        number=case_no(story),
    )


def _collected(story: CaseStory) -> list[str]:
    if not story.marked(Mark.SPOT_MONEY):
        return payment(story)
    if story.fines.decision <= 100 or story.marked(Mark.UNREASONED):
        return ["执行方式：当场收缴罚款。"]
    return ["执行方式：当场收缴罚款。当事人系外省过境人员，不当场收缴事后难以执行。"]


def _redress(story: CaseStory) -> list[str]:
    body = story.told("redress_body", story.bureau.government)
    days, months = story.told("redress_days", "六十日"), story.told("suit_months", "六个月")
    if not story.told("reconsider_first", "told"):
        return [
            f"如不服本决定，可以自收到本决定书之日起{days}内向{body}申请行政复议，或者在{months}内依法向"
            f"{story.bureau.court}提起行政诉讼。"
        ]
    told = varied(
        story,
        f"如不服本决定，应当自收到本决定书之日起{days}内先向{body}申请行政复议；对行政复议决定不服的，可以在收到"
        f"行政复议决定书之日起十五日内向{story.bureau.court}提起行政诉讼。",
        f"对本当场处罚决定不服的，请在{days}内先向{body}申请行政复议，对复议决定不服再依法向人民法院起诉。",
        f"如对本决定不服，应先在收到本决定书之日起{days}内向{body}申请行政复议；对行政复议决定仍不服的，可以自收到"
        f"行政复议决定书之日起十五日内向{story.bureau.court}起诉。",
    )
    return [told]
