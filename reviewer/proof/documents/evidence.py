"""Evidence and annexes: DT53 公示, DT54 音像目录, DT55 证件复印件, DT56 委托书, DT60 现场照片."""

from reviewer.model import PartyKind
from reviewer.proof.documents.forms import heading, made
from reviewer.proof.documents.parts import (
    Block,
    Card,
    Cell,
    Look,
    MadeDocument,
    Paragraph,
    Picture,
    Table,
    hand,
    label,
)
from reviewer.proof.documents.records import INQUIRY_MINUTES, SITE_MINUTES
from reviewer.proof.documents.wording import (
    case_no,
    clock,
    decision_no,
    digits,
    moment,
    signatures,
    table_day,
    worded,
    written_day,
)
from reviewer.proof.story import CaseStory, later

_SCENES = {
    "road_damage": ("公路上堆放物料情况", "路面污染丈量情况"),
    "unfiled": ("维修经营场所外观", "维修作业情况"),
}


def copies(story: CaseStory) -> MadeDocument:
    """Write the page with the copies of licences (证件复印件)."""
    title = worded(
        story, "身份证件及营业证照复印件", "当事人身份证明复印件", "证件复印件（身份证、营业执照）"
    )
    checked = (
        f"经核对，上述复印件与原件一致。提供人：{hand(story.driver.name)}　　"
        f"核对人：{signatures(story.officers)}　　{written_day(story.style, story.dates.inquiry)}"
    )
    return made(
        "DT55",
        title,
        story.dates.inquiry,
        heading(story, title),
        _cards(story),
        (Paragraph(checked, Look.PLAIN),),
        number=case_no(story),
    )


def mandate(story: CaseStory) -> MadeDocument:
    """Write the mandate of the person who answers for a firm (授权委托书)."""
    title = "授权委托书"
    text = (
        f"现委托我单位工作人员{story.driver.name}（身份证件号：{story.driver.id_no}）作为我单位代理人，"
        f"就{story.offence.cause}一案接受调查询问、签收法律文书、代为陈述和申辩。委托期限自签署之日起至"
        "本案办结之日止。"
    )
    return made(
        "DT56",
        title,
        story.dates.found,
        (Paragraph(title, Look.TITLE),),
        (
            Paragraph(f"{story.bureau.name}：", Look.PLAIN),
            Paragraph(text),
            Paragraph(f"委托单位：{story.party.name}（盖章）", Look.RIGHT),
            Paragraph(f"法定代表人：{hand(story.party.person.name)}", Look.RIGHT),
            Paragraph(written_day(story.style, story.dates.found), Look.RIGHT),
        ),
    )


def photos(story: CaseStory) -> MadeDocument:
    """Write the page with the photos of the place (现场照片)."""
    title = worded(story, "现场照片", "现场照片粘贴页", "证据照片")
    scenes = ("truck", "scale") if story.offence.overload else ("truck", "measure")
    if not story.offence.vehicle:
        scenes = ("road", "patch")
    what = _SCENES.get(story.offence.key, ("车辆全貌", "检测、测量情况"))
    blocks: list[Block] = []
    for order, scene in enumerate(scenes):
        taken = later(story.found_at, 6 + 9 * order)
        stamp = taken.strftime("%Y-%m-%d %H:%M")
        blocks.append(Picture(scene, stamp, story.plan.seed))
        caption = (
            f"照片{order + 1}：{what[order]}　拍摄时间：{moment(story.style, taken)}　"
            f"拍摄地点：{story.place}　拍摄人：{story.crew('DT06')[-1].name}　见证人："
            f"{story.driver.name}"
        )
        blocks.append(Paragraph(caption, Look.NOTE))
    return made("DT60", title, story.dates.found, heading(story, title), blocks)


def recordings(story: CaseStory) -> MadeDocument:
    """Write the list of recordings (音像资料目录)."""
    title = worded(story, "音像记录资料目录", "执法音像资料目录", "视听资料目录")
    site_end = later(story.found_at, SITE_MINUTES)
    inquiry_end = later(story.inquiry_at, INQUIRY_MINUTES)
    rows = [
        (
            "1",
            "现场检查",
            f"{moment(story.style, story.found_at)}至{clock(site_end)}",
            f"{SITE_MINUTES}分",
            "DSJ-0312",
        ),
    ]
    if story.has("DT07"):
        rows.append(
            (
                "2",
                "调查询问",
                f"{moment(story.style, story.inquiry_at)}至{clock(inquiry_end)}",
                f"{INQUIRY_MINUTES}分",
                "DSJ-0315",
            )
        )
    table = Table(
        (0.1, 0.18, 0.38, 0.14, 0.2),
        (
            tuple(label(name) for name in ("序号", "内容", "起止时间", "时长", "设备编号")),
            *(tuple(Cell(text) for text in row) for row in rows),
        ),
        heads=1,
    )
    kept = (
        "以上音像资料已上传执法记录仪采集站并刻录光盘保存。"
        f"制作人：{hand(story.crew('DT06')[-1].name)}　　"
        f"{written_day(story.style, story.dates.inquiry)}"
    )
    return made("DT54", title, story.dates.inquiry, heading(story, title), (table, Paragraph(kept)))


def publication(story: CaseStory) -> MadeDocument:
    """Write the copy of the published decision (公示)."""
    title = worded(story, "行政处罚决定信息公示截图", "行政处罚公示信息", "处罚结果公示打印页")
    party = story.party.name
    if story.party.is_person:
        party = party[0] + "某" * (len(party) - 1)
    card = Card(
        "沙湖市人民政府门户网站　行政执法信息公示　行政处罚",
        (
            f"行政处罚决定书文号：{decision_no(story)}",
            f"行政相对人名称：{party}",
            f"违法行为类型：{story.offence.cause}",
            f"处罚内容：罚款{digits(story.fines.decision)}元",
            f"处罚机关：{story.bureau.name}",
            f"公示日期：{table_day(story.style, story.dates.published)}",
        ),
    )
    note = (
        f"截图人：{hand(story.clerk)}　　截图时间："
        f"{written_day(story.style, story.dates.published)}"
    )
    return made(
        "DT53",
        title,
        story.dates.published,
        heading(story, title),
        (card, Paragraph(note, Look.PLAIN)),
    )


def _cards(story: CaseStory) -> list[Block]:
    party, person = story.party, story.driver
    cards: list[Block] = [_identity(person.name, person.sex, person.id_no, person.address)]
    if not party.is_person:
        kind = "有限责任公司" if party.kind is PartyKind.ORGANISATION else "个体工商户"
        who = "法定代表人" if party.kind is PartyKind.ORGANISATION else "经营者"
        cards.append(
            Card(
                "营业执照（副本）",
                (
                    f"统一社会信用代码：{party.number}",
                    f"名称：{party.name}",
                    f"类型：{kind}　　{who}：{party.person.name}",
                    f"住所：{party.address}",
                    "经营范围：道路普通货物运输；装卸搬运",
                ),
            )
        )
    if story.plate:
        owner = party.name
        cards.append(
            Card(
                "中华人民共和国机动车行驶证",
                (
                    f"号牌号码：{story.plate}　　车辆类型：{story.offence.vehicle_type}",
                    f"所有人：{owner}　　使用性质：货运",
                    f"住址：{party.address}",
                ),
            )
        )
    return cards


def _identity(name: str, sex: str, id_no: str, address: str) -> Card:
    born = f"{id_no[6:10]}年{int(id_no[10:12])}月{int(id_no[12:14])}日"
    return Card(
        "居民身份证",
        (
            f"姓名：{name}　　性别：{sex}　　民族：汉",
            f"出生：{born}",
            f"住址：{address}",
            f"公民身份号码：{id_no}",
        ),
        portrait=True,
    )
