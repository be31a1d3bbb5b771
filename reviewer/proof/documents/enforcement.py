"""What follows when a fine is not paid in time: DT40 分期, DT43 催告书, DT44 申请书."""

from reviewer.proof.documents.forms import heading, made
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
    decision_title,
    digits,
    number,
    party_name,
    signed_day,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.steps import UnpaidSteps
from reviewer.proof.story import CaseStory


def instalment_request(story: CaseStory) -> MadeDocument:
    """Write the request to pay in parts."""
    title = worded(
        story,
        "分期缴纳罚款申请书",
        "延期（分期）缴纳罚款申请书",
        "分期缴纳罚款申请",
        "延期（分期）缴纳罚款申请书",
        "分期缴纳罚款申请书",
    )
    asked = story.dates.decision_served
    who = "我" if story.party.is_person else "我单位"
    text = (
        f"{who}收到{decision_no(story)}《{decision_title(story)}》，因经济困难，一次缴清罚款确有困难，"
        "现申请分两期缴纳，请予批准。"
    )
    return made(
        "DT40.request",
        title,
        asked,
        (Paragraph(title, Look.TITLE), Paragraph(f"{story.bureau.name}：", Look.PLAIN)),
        (
            Paragraph(text),
            Paragraph(f"申请人：{story.party.name}　{hand(story.driver.name)}", Look.RIGHT),
            Paragraph(written_day(story.style, asked), Look.RIGHT),
        ),
    )


def instalments(story: CaseStory) -> MadeDocument:
    """Write the notice of payment in parts (分期（延期）缴纳罚款通知书)."""
    title = worded(
        story,
        "分期（延期）缴纳罚款通知书",
        "分期缴纳罚款通知书",
        "延期（分期）缴纳罚款批准书",
        "分期（延期）缴纳罚款通知书",
        "延期（分期）缴纳罚款通知书",
    )
    style, fine = story.style, story.fines.decision
    first, rest = fine // 2, fine - fine // 2
    asked = (
        "根据《中华人民共和国行政处罚法》第六十六条第二款的规定，经本机关负责人批准，"
        "同意你（单位）的申请，"
    )
    if story.marked(Mark.UNASKED):
        asked = "本机关通知你（单位）"
    when = story.dates.decision_served
    text = [
        f"{day(style, story.dates.decision)}，本机关对你（单位）作出罚款{digits(fine)}"
        "元的行政处罚决定"
        f"（{decision_no(story)}）。{asked}分两期缴纳罚款：",
        f"第一期至{day(style, story.dates.paid)}前，缴纳{digits(first)}元；",
        f"第二期至{day(style, story.steps.second_part)}前，缴纳{digits(rest)}元。",
    ]
    return made(
        "DT40",
        title,
        when,
        heading(story, title, number(story, "缴"), unit=True),
        (Paragraph(f"{party_name(story)}：", Look.PLAIN),),
        paragraphs(text),
        (Signature(story.bureau.name, signed_day(style, when)),),
        number=number(story, "缴"),
    )


def reminder(story: CaseStory) -> MadeDocument:
    """Write the reminder (催告书)."""
    unpaid = _unpaid(story)
    title = worded(story, "催告书", "催告书", "履行义务催告书", "行政处罚决定履行催告书", "催告书")
    style, fine = story.style, story.fines.decision
    text = [
        f"{day(style, story.dates.decision)}，本机关对你（单位）作出{decision_no(story)}"
        "行政处罚决定，"
        f"{day(style, story.dates.decision_served)}送达。你（单位）至今未履行。",
        varied(
            story,
            f"现催告你（单位）自收到本催告书之日起十日内缴纳罚款{digits(fine)}元，加处罚款{surcharge(story)}元。",
            f"请在收到本催告书之日起10日内履行下列义务：缴纳罚款{digits(fine)}元及加处罚款{surcharge(story)}元。",
            f"限你（单位）在收到本催告书后十日内，缴清罚款{digits(fine)}元、加处罚款{surcharge(story)}元。",
            f"请于本催告书送达之日起十日内到指定银行缴纳罚款{digits(fine)}元和加处罚款{surcharge(story)}元。",
            f"催告履行义务：罚款{digits(fine)}元；加处罚款{surcharge(story)}元。履行期限：收到之日起十日内。",
        ),
        "逾期仍不履行的，本机关将依法申请人民法院强制执行。你（单位）有权进行陈述和申辩。",
    ]
    signed = f"签收人：{hand(story.driver.name)}　　签收日期：{written_day(style, unpaid.urged)}"
    return made(
        "DT43",
        title,
        unpaid.urged,
        heading(story, title, number(story, "催"), unit=True),
        (Paragraph(f"{party_name(story)}：", Look.PLAIN),),
        paragraphs(text),
        (
            Signature(story.bureau.name, signed_day(style, unpaid.urged)),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "催"),
    )


def court_application(story: CaseStory) -> MadeDocument:
    """Write the application to the court (行政强制执行申请书)."""
    unpaid = _unpaid(story)
    title = worded(
        story,
        "强制执行申请书",
        "行政强制执行申请书",
        "强制执行申请书",
        "行政处罚强制执行申请书",
        "强制执行申请书",
    )
    style, fine = story.style, story.fines.decision
    urged = ""
    if story.has("DT43"):
        urged = f"本机关于{day(style, unpaid.urged)}向被申请人送达催告书，被申请人仍未履行。"
    text = [
        f"申请人：{story.bureau.name}　　被申请人：{story.party.name}",
        f"申请事项：强制执行{decision_no(story)}行政处罚决定，罚款{digits(fine)}元，"
        f"加处罚款{surcharge(story)}元。",
        f"事实和理由：申请人于{day(style, story.dates.decision)}对被申请人作出行政处罚决定，"
        f"{day(style, story.dates.decision_served)}送达。被申请人在法定期限内未申请行政复议，"
        "也未提起行政诉讼，"
        f"又不履行。{urged}根据《中华人民共和国行政强制法》第五十三条的规定，申请强制执行。",
        f"此致　{story.bureau.court}",
    ]
    return made(
        "DT44",
        title,
        unpaid.applied,
        heading(story, title, f"案号：{case_no(story)}"),
        paragraphs(text),
        (
            Paragraph(f"负责人签名：{hand(story.head)}", Look.RIGHT),
            Signature(story.bureau.name, signed_day(style, unpaid.applied)),
        ),
        number=case_no(story),
    )


def surcharge(story: CaseStory) -> str:
    """Return the fine added for late payment, in yuan."""
    assert story.plan.unpaid is not None
    return digits(int(story.fines.decision * story.plan.unpaid.surcharge))


def _unpaid(story: CaseStory) -> UnpaidSteps:
    assert story.steps.unpaid is not None
    return story.steps.unpaid
