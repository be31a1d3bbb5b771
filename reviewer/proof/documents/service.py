"""DT37 送达回证, DT38 确认书, DT39 公告 and DT41 缴款凭证."""

from datetime import date, timedelta

from reviewer.proof.documents.forms import fields, heading, made
from reviewer.proof.documents.parts import (
    Block,
    Card,
    Cell,
    Look,
    MadeDocument,
    Paragraph,
    Signature,
    Table,
    hand,
    label,
    paragraphs,
)
from reviewer.proof.documents.wording import (
    capitals,
    case_no,
    day,
    decision_no,
    decision_title,
    digits,
    notice_no,
    notice_title,
    number,
    overall_cause,
    signatures,
    signed_day,
    table_day,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark, ServiceWay
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory

_WAYS = {
    ServiceWay.DIRECT: "直接送达",
    ServiceWay.LEFT: "留置送达",
    ServiceWay.POST: "邮寄送达",
    ServiceWay.ELECTRONIC: "电子送达",
    ServiceWay.ANNOUNCED: "公告送达",
}


def notice_receipt(story: CaseStory) -> MadeDocument:
    """Write the receipt for the notice."""
    served = story.dates.notice_served
    name, no = notice_title(story), notice_no(story)
    return _receipt(story, "DT37.notice", name, no, served, ServiceWay.DIRECT)


def decision_receipt(story: CaseStory) -> MadeDocument:
    """Write the receipt for the decision."""
    name = "不予行政处罚决定书" if story.no_penalty else decision_title(story)
    served = story.dates.decision_served
    return _receipt(story, "DT37.decision", name, decision_no(story), served, story.plan.service)


def confirmation(story: CaseStory) -> MadeDocument:
    """Write where and how documents reach the party (送达地址确认书)."""
    title = worded(
        story,
        "送达地址确认书",
        "电子送达确认书",
        "送达地址确认书",
        "送达地址及送达方式确认书",
        "电子送达地址确认书",
    )
    mail = f"{story.driver.phone}@mail.example"
    told = (
        "本人（单位）同意以电子方式送达行政处罚决定书等执法文书，电子送达地址为"
        f"电子邮箱{mail}，送达信息到达该邮箱的日期为送达日期。"
    )
    pairs = [
        ("案由", overall_cause(story)),
        ("受送达人", story.party.name),
        ("送达地址", story.party.address),
        ("是否同意电子送达", "同意"),
        ("联系电话", story.driver.phone),
    ]
    signed = (
        f"受送达人签名：{hand(story.driver.name)}"
        f"　　{written_day(story.style, story.steps.confirmed)}"
    )
    return made(
        "DT38",
        title,
        story.steps.confirmed,
        heading(story, title),
        fields(story, pairs),
        (Paragraph(told), Paragraph(signed, Look.PLAIN)),
        number=case_no(story),
    )


def announcement(story: CaseStory) -> MadeDocument:
    """Write the announcement that serves the decision (公告送达)."""
    title = worded(story, "公告", "送达公告", "公告", "行政处罚决定书送达公告", "公告送达")
    style, days = story.style, story.plan.announced_days
    term = {60: "六十", 30: "三十", 20: "二十", 15: "十五"}.get(days, str(days))
    issued = day(style, story.steps.announced)
    text = [
        f"{story.party.name}：",
        f"本机关于{day(style, story.dates.decision)}对{story.party.you}"
        f"作出行政处罚决定（{decision_no(story)}）。"
        f"因{story.party.you}下落不明，采用直接送达、邮寄送达等方式均无法送达，现依法向{story.party.you}公告送达"
        f"《{decision_title(story)}》。",
        varied(
            story,
            f"自发出公告之日起，经过{term}日即视为送达。",
            f"自本公告发布之日起满{term}日，视为送达。",
            f"请自公告之日起{term}日内到本机关领取，逾期不领取的视为送达。",
            f"本公告自发布之日起经过{term}日，即视为送达。",
            f"限自公告之日起{term}日内前来领取，逾期即视为送达。",
        ),
        f"本公告于{issued}在{story.bureau.government}门户网站和本机关公告栏发布。",
    ]
    return made(
        "DT39",
        title,
        story.steps.announced,
        heading(story, title, number(story, "公"), unit=True),
        paragraphs(text),
        (Signature(story.bureau.name, signed_day(style, story.steps.announced)),),
        number=number(story, "公"),
    )


def payment_slip(story: CaseStory) -> MadeDocument:
    """Write the slip of the paid fine (非税收入一般缴款书)."""
    if story.steps.parted:
        return _slip(story, "DT41", story.dates.paid, story.fines.bill // 2)
    return _slip(story, "DT41", story.dates.paid, story.fines.bill)


def second_slip(story: CaseStory) -> MadeDocument:
    """Write the slip of the second part of a fine."""
    rest = story.fines.bill - story.fines.bill // 2
    return _slip(story, "DT41.second", story.steps.second_part, rest)


def _slip(story: CaseStory, key: str, paid: date, amount: int) -> MadeDocument:
    title = worded(
        story,
        "非税收入一般缴款书（收据）",
        "政府非税收入统一票据",
        "代收罚款收据",
        "非税收入统一票据（电子）",
        "罚没收入专用票据",
    )
    card = Card(
        f"{story.bureau.government.removesuffix('人民政府')}非税收入票据（电子）",
        (
            f"票据号码：{64990000 + story.plan.seed % 9000 + story.serial + paid.day}　　"
            f"开票日期：{table_day(story.style, paid)}",
            f"执收单位：{story.bureau.name}",
            f"缴款人：{story.party.name}",
            f"项目名称：交通运输罚没收入（罚款）　　决定书文号：{decision_no(story)}",
            f"金额（大写）：{capitals(amount)}　　（小写）：¥{digits(amount)}.00",
            f"收款银行：{story.bureau.bank}　　缴款日期：{table_day(story.style, paid)}",
        ),
    )
    return made(key, title, paid, (Paragraph(title, Look.TITLE), card))


def _receipt(
    story: CaseStory, key: str, name: str, no: str, served: date, way: ServiceWay
) -> MadeDocument:
    """Write a receipt; the old form has one row a document, the new ones labelled values."""
    title = worded(story, "送达回证", "送达回证", "送达回执")
    place = f"{story.bureau.brigade}办公室" if story.style.wording % 2 else story.party.address
    crew = story.crew(key)
    when = written_day(story.style, served)
    signer, note = _signed(story, way, served)
    if story.style.layout is Layout.OLD:
        values = (f"《{name}》\n{no}", place, _WAYS[way], signer, when)
        body = _old_form(story, values, signatures(crew), note)
    else:
        pairs = [
            ("案由", f"{story.offence.cause}案"),
            ("受送达人", story.party.name),
            (worded(story, "送达文书名称、文号", "送达文书", "送达文书"), f"《{name}》{no}"),
            ("送达地点", place),
            ("送达方式", _WAYS[way]),
            (varied(story, "收件人签名", "受送达人签收", "签收人", "收件人"), signer),
            (varied(story, "收件日期", "送达时间", "签收日期", "送达日期"), when),
            ("送达人", signatures(crew)),
            ("备注", note),
        ]
        body = fields(story, pairs)
    foot = "注：受送达人拒绝签收的，由送达人注明拒收理由和日期，并由见证人签名。"
    return made(
        key,
        title,
        served,
        heading(story, title),
        body,
        (Paragraph(foot, Look.NOTE),),
        number=case_no(story),
    )


def _signed(story: CaseStory, way: ServiceWay, served: date) -> tuple[str, str]:
    """Return who signed a receipt, and the remark on it."""
    when = day(story.style, served)
    match way:
        case ServiceWay.LEFT:
            note = f"{when}，受送达人拒绝签收，送达人将文书留置于受送达人住所。"
            if not story.marked(Mark.UNWITNESSED):
                note += (
                    f"见证人：{hand(story.witness)}（滨湖社区居民委员会工作人员）。"
                    "留置过程已拍照、录像。"
                )
            return "拒绝签收", note
        case ServiceWay.POST:
            note = f"以邮政特快专递寄出（邮件号EZ{620000 + story.serial}），回执注明收件日期。"
            return f"{hand(story.driver.name)}（{_relation(story)}）", note
        case ServiceWay.ELECTRONIC:
            return "电子送达", f"{when}送达信息到达受送达人确认的电子邮箱。"
        case ServiceWay.ANNOUNCED:
            issued = story.steps.announced
            until = issued + timedelta(days=story.plan.announced_days)
            note = (
                f"受送达人下落不明，于{day(story.style, issued)}公告，"
                f"至{day(story.style, until)}公告期满。"
            )
            return "公告送达", note
    return f"{hand(story.driver.name)}（{_relation(story)}）", "无"


def _old_form(story: CaseStory, values: tuple[str, ...], crew: str, note: str) -> tuple[Block, ...]:
    names = ("送达文书名称、文号", "送达地点", "送达方式", "收件人签名", "收件日期")
    rows = (tuple(label(name) for name in names), tuple(Cell(value) for value in values))
    return (
        Paragraph(f"受送达人：{story.party.name}", Look.PLAIN),
        Table((0.26, 0.2, 0.18, 0.2, 0.16), rows),
        Paragraph(f"送达人：{crew}　　备注：{note}", Look.PLAIN),
    )


def _relation(story: CaseStory) -> str:
    if story.party.is_person:
        return "本人"
    if story.witness_role == "本人":
        return "经营者"
    return f"{story.party.name}{story.witness_role}"
