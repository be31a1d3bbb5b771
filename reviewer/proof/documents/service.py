"""DT37 送达回证 and DT41 缴款凭证."""

from datetime import date

from reviewer.proof.documents.forms import fields, heading, made
from reviewer.proof.documents.parts import (
    Block,
    Card,
    Cell,
    Look,
    MadeDocument,
    Paragraph,
    Table,
    hand,
    label,
)
from reviewer.proof.documents.wording import (
    capitals,
    case_no,
    decision_no,
    decision_title,
    digits,
    notice_no,
    notice_title,
    signatures,
    table_day,
    worded,
    written_day,
)
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory


def notice_receipt(story: CaseStory) -> MadeDocument:
    """Write the receipt for the notice."""
    return _receipt(
        story, "DT37.notice", notice_title(story), notice_no(story), story.dates.notice_served
    )


def decision_receipt(story: CaseStory) -> MadeDocument:
    """Write the receipt for the decision."""
    served = story.dates.decision_served
    return _receipt(story, "DT37.decision", decision_title(story), decision_no(story), served)


def payment_slip(story: CaseStory) -> MadeDocument:
    """Write the slip of the paid fine (非税收入一般缴款书)."""
    title = worded(story, "非税收入一般缴款书（收据）", "政府非税收入统一票据", "代收罚款收据")
    paid, amount = story.dates.paid, story.fines.bill
    card = Card(
        f"{story.bureau.government.removesuffix('人民政府')}非税收入票据（电子）",
        (
            f"票据号码：{64990000 + story.plan.seed % 9000 + story.serial}　　"
            f"开票日期：{table_day(story.style, paid)}",
            f"执收单位：{story.bureau.name}",
            f"缴款人：{story.party.name}",
            f"项目名称：交通运输罚没收入（罚款）　　决定书文号：{decision_no(story)}",
            f"金额（大写）：{capitals(amount)}　　（小写）：¥{digits(amount)}.00",
            f"收款银行：{story.bureau.bank}　　缴款日期：{table_day(story.style, paid)}",
        ),
    )
    return made("DT41", title, paid, (Paragraph(title, Look.TITLE), card))


def _receipt(story: CaseStory, key: str, name: str, no: str, served: date) -> MadeDocument:
    """Write a receipt; the old form has one row a document, the new ones labelled values."""
    title = worded(story, "送达回证", "送达回证", "送达回执")
    place = f"{story.bureau.brigade}办公室" if story.style.wording % 2 else story.party.address
    signer = f"{hand(story.driver.name)}（{_relation(story)}）"
    when = written_day(story.style, served)
    if story.style.layout is Layout.OLD:
        body = _old_form(story, (f"《{name}》\n{no}", place, "直接送达", signer, when))
    else:
        pairs = [
            ("案由", f"{story.offence.cause}案"),
            ("受送达人", story.party.name),
            ("送达文书名称、文号", f"《{name}》{no}"),
            ("送达地点", place),
            ("送达方式", "直接送达"),
            ("收件人签名", signer),
            ("收件日期", when),
            ("送达人", signatures(story.officers)),
            ("备注", "无"),
        ]
        body = fields(story, pairs)
    note = "注：受送达人拒绝签收的，由送达人注明拒收理由和日期，并由见证人签名。"
    return made(
        key,
        title,
        served,
        heading(story, title),
        body,
        (Paragraph(note, Look.NOTE),),
        number=case_no(story),
    )


def _old_form(story: CaseStory, values: tuple[str, ...]) -> tuple[Block, ...]:
    names = ("送达文书名称、文号", "送达地点", "送达方式", "收件人签名", "收件日期")
    rows = (tuple(label(name) for name in names), tuple(Cell(value) for value in values))
    return (
        Paragraph(f"受送达人：{story.party.name}", Look.PLAIN),
        Table((0.26, 0.2, 0.18, 0.2, 0.16), rows),
        Paragraph(f"送达人：{signatures(story.officers)}　　备注：无", Look.PLAIN),
    )


def _relation(story: CaseStory) -> str:
    if story.party.is_person:
        return "本人"
    if story.witness_role == "本人":
        return "经营者"
    return f"{story.party.name}{story.witness_role}"
