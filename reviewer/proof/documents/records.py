"""Records: DT06 现场笔录, DT07 询问笔录, DT13 检测单 and DT20 复查记录."""

from datetime import date, datetime, time, timedelta

from reviewer.model import PartyKind
from reviewer.proof.documents.forms import fields, heading, made, sections
from reviewer.proof.documents.parts import Look, MadeDocument, Paragraph, hand, paragraphs
from reviewer.proof.documents.wording import (
    case_no,
    clock,
    day,
    moment,
    number,
    official,
    officials,
    signatures,
    taught,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.plan import Layout
from reviewer.proof.story import CaseStory, later

SITE_MINUTES = 42
INQUIRY_MINUTES = 55


def site_record(story: CaseStory) -> MadeDocument:
    """Write the record made on the spot (现场笔录)."""
    title = worded(story, "现场笔录", "现场检查笔录", "现场笔录", "现场笔录", "检查笔录")
    start, end = story.found_at, later(story.found_at, SITE_MINUTES)
    crew = story.crew("DT06")
    pairs = [
        ("执法地点", story.place),
        ("执法时间", f"{moment(story.style, start)}至{clock(end)}"),
        *(_officer_pairs(story, "DT06")),
        ("现场人员", story.driver.name),
        ("身份证件号", story.driver.id_no),
        ("与案件关系", story.witness_role),
        ("联系电话", story.driver.phone),
        *(_vehicle_pairs(story)),
    ]
    shown = f"{_introduced(story)}\n{_rights_told(story)}"
    found = "\n".join(
        (
            f"检查情况：{_seen(story)}。",
            *(f"{story.filled(detail)}。" for detail in story.offence.details),
            "执法人员对现场进行了拍照、摄像，执法记录仪全程开启；当事一方人员在场见证了检查和测量的全过程，"
            "对检查情况未提出不同意见。",
            "现场检查至此结束，以下无正文。",
        )
    )
    signed = (
        f"上述笔录我已看过（已向我宣读），情况属实无误。现场人员签名：{hand(story.driver.name)}　"
        f"{written_day(story.style, start.date())}\n备注：{hand('无')}"
    )
    return made(
        "DT06",
        title,
        start.date(),
        heading(story, title),
        fields(story, pairs),
        sections(story, [("亮证告知", shown), ("现场情况", found), ("现场人员意见", signed)]),
        number=case_no(story),
        foot=f"现场人员签名：{hand(story.driver.name)}　　执法人员签名：{signatures(crew)}",
    )


def _introduced(story: CaseStory) -> str:
    crew = officials(story, story.crew("DT06"))
    seen = f"{story.driver.name}答：{hand('看清楚了。')}"
    we = f"我们是{story.bureau.name}的执法人员{crew}，"
    return varied(
        story,
        f"{we}这是我们的执法证件，请你过目确认。{seen}",
        f"{we}现向你出示执法证件，请核对。{seen}",
        f"执法人员{crew}向现场人员出示执法证件，表明身份。{seen}",
        f"{we}依法进行检查，这是执法证，请你看清。{seen}",
        f"执法人员{crew}主动出示了行政执法证件，说明了检查事由。{seen}",
    )


def _rights_told(story: CaseStory) -> str:
    return varied(
        story,
        "执法人员告知现场人员依法享有陈述、申辩和申请执法人员回避的权利，并负有如实提供有关情况和材料、"
        f"协助检查的义务。问：是否申请回避？答：{hand('不申请回避。')}",
        f"告知：你有申请回避、陈述和申辩的权利，应当如实回答并协助检查。你是否申请回避？答：{hand('不申请。')}",
        f"执法人员告知了陈述、申辩、申请回避等权利和如实配合的义务。是否申请回避：{hand('否。')}",
    )


def _seen(story: CaseStory) -> str:
    if story.marked(Mark.LONG_AGO):
        past = story.filled(story.offence.seen_long_ago)
        return f"执法人员核查货运单据，{day(story.style, story.dates.acted)}，{past}"
    return story.filled(story.offence.seen)


def inquiry_record(story: CaseStory) -> MadeDocument:
    """Write the record of the inquiry (询问笔录)."""
    title = worded(story, "询问笔录", "询问笔录", "调查询问笔录", "调查（询问）笔录", "询问笔录")
    start, end = story.inquiry_at, later(story.inquiry_at, INQUIRY_MINUTES)
    crew, person = story.crew("DT07"), story.driver
    pairs = [
        ("询问时间", f"{moment(story.style, start)}至{clock(end)}"),
        ("询问次数", "第1次询问"),
        ("询问地点", f"{story.bureau.brigade}询问室"),
        ("询问人", officials(story, crew)),
        ("记录人", crew[-1].name),
        ("被询问人", person.name),
        ("与案件关系", story.witness_role),
        ("性别", person.sex),
        ("年龄", f"{person.age}岁"),
        ("身份证件号", person.id_no),
        ("联系电话", person.phone),
        ("住址", person.address),
    ]
    return made(
        "DT07",
        title,
        start.date(),
        heading(story, title),
        fields(story, pairs),
        paragraphs(_dialogue(story)),
        number=case_no(story),
        foot=f"被询问人签名：{hand(person.name)}　　询问人签名：{signatures(crew)}",
    )


def weighing_slip(story: CaseStory) -> MadeDocument:
    """Write the slip of the weighing (称重检测单)."""
    gross, limit, over = story.weights
    title = worded(
        story, "超限检测单", "称重检测单", "超限检测单", "车辆超限检测单", "称重检测记录单"
    )
    valid = day(story.style, scale_valid_until(story))
    scale = "动态公路车辆自动衡" if story.offence.monitored else "静态电子汽车衡"
    pairs = [
        ("检测站", story.bureau.station),
        ("检测时间", moment(story.style, later(story.found_at, 15))),
        ("车牌号", story.plate),
        ("轴数", "6轴"),
        ("车货总质量", f"{gross}千克"),
        ("限定标准", f"{limit}千克"),
        ("超限质量", f"{over}千克"),
        ("检测结论", "超限"),
        ("检测设备", f"{scale}　编号QH-0628"),
        ("检定证书", f"检定合格，有效期至{valid}"),
    ]
    signed = (
        f"检测人员：{signatures(story.crew('DT06'))}　　驾驶人确认：{hand(story.driver.name)}　　"
        f"{written_day(story.style, story.dates.found)}"
    )
    return made(
        "DT13",
        title,
        story.dates.found,
        heading(story, title, f"编号：{number(story, '检')}"),
        fields(story, pairs),
        (Paragraph(signed, Look.PLAIN),),
    )


def scale_valid_until(story: CaseStory) -> date:
    """Return the last day on which the scale counts as verified."""
    if story.marked(Mark.EXPIRED_SCALE):
        return story.dates.found - timedelta(days=40)
    if story.dates.found.month == 1:
        return scale_valid_from(story) + timedelta(days=364)
    return date(story.dates.found.year + 1, 1, 31)


def scale_valid_from(story: CaseStory) -> date:
    """Return when the scale was verified, which is before it weighed."""
    if story.dates.found.month == 1 and not story.marked(Mark.EXPIRED_SCALE):
        return story.dates.found - timedelta(days=10)
    until = scale_valid_until(story)
    return date(until.year - 1, until.month, min(until.day, 28))


def recheck(story: CaseStory) -> MadeDocument:
    """Write the recheck of what was to be put right (复查记录)."""
    title = worded(
        story, "整改复查记录", "整改复查记录", "责令改正复查笔录", "复查笔录", "整改复查记录"
    )
    start = datetime.combine(story.dates.recheck, time(10, 20))
    crew = story.crew("DT20")
    unsigned = story.marked(Mark.UNSIGNED_RECHECK)
    pairs = [
        ("当事人", story.party.name),
        ("复查时间", f"{moment(story.style, start)}至{clock(later(start, 25))}"),
        ("复查地点", story.place if not story.offence.vehicle else f"{story.bureau.brigade}停车场"),
        *([] if unsigned else [("复查人员", officials(story, crew))]),
    ]
    body = (
        f"{day(story.style, story.dates.inquiry)}，本机关向当事人发出《责令改正违法行为通知书》"
        f"（{number(story, '责改')}），要求于{day(story.style, story.dates.correction_deadline)}前"
        f"{story.offence.order}。\n执法人员出示执法证件后进行复查，{story.offence.recheck}。"
    )
    signed = (
        f"当事人（或其工作人员）签名：{hand(story.driver.name)}\n"
        + ("" if unsigned else f"执法人员签名：{signatures(crew)}　　")
        + written_day(story.style, story.dates.recheck)
    )
    return made(
        "DT20",
        title,
        story.dates.recheck,
        heading(story, title),
        fields(story, pairs),
        sections(
            story,
            [
                ("复查情况", body),
                ("复查结论", _rechecked(story)),
                ("签名", signed),
            ],
        ),
        number=case_no(story),
    )


def _rechecked(story: CaseStory) -> str:
    if story.steps.performing is not None:
        return "经代履行，违法行为已改正。"
    if story.offence.key == "unfiled":
        return varied(
            story,
            "当事人逾期未改正，拒不改正违法行为。",
            "期限届满，违法行为仍未改正。",
            "当事人拒不改正。",
            "经复查，逾期仍未改正，属拒不改正。",
            "未按要求改正，拒不改正。",
        )
    return varied(
        story,
        "违法行为已按要求改正。",
        "已整改到位。",
        "经复查，已改正完毕。",
        "整改合格。",
        "当事人已在规定期限内改正。",
    )


def _officer_pairs(story: CaseStory, code: str) -> list[tuple[str, str]]:
    crew = story.crew(code)
    if story.style.layout in (Layout.PROSE, Layout.LOOSE):
        return [("执法人员", officials(story, crew)), ("记录人", crew[-1].name)]
    pairs = []
    for officer in crew:
        pairs += [("执法人员", officer.name), ("执法证号", officer.cert)]
    return [*pairs, ("记录人", crew[-1].name)]


def _vehicle_pairs(story: CaseStory) -> list[tuple[str, str]]:
    if not story.plate:
        what = "河沙、水泥" if story.offence.key == "road_damage" else "无"
        return [("涉案财物", what)]
    return [("车牌号", story.plate), ("车辆类型", story.offence.vehicle_type)]


def _dialogue(story: CaseStory) -> list[str]:
    crew, person = story.crew("DT07"), story.driver
    we = f"我们是{story.bureau.name}的执法人员{'，另一名是'.join(official(story, o) for o in crew)}"
    asked = [
        (f"{we}，这是我们的执法证件，请你过目。你看清楚了吗？", "看清楚了。"),
        (
            "现依法向你询问，请如实回答所问问题。执法人员与你有直接利害关系的，你可以申请回避。你申请回避吗？",
            "不申请回避。",
        ),
        (
            "你有陈述、申辩的权利，有核对笔录的权利，也有如实提供情况和证据的义务，作伪证、隐匿证据的要负法律"
            "责任。你听明白了吗？",
            "听明白了。",
        ),
        ("请介绍一下你的基本情况以及与本案的关系。", _introduction(story)),
        (
            f"{moment(story.style, story.found_at)}许，执法人员在{story.place}检查时你是否在场？",
            "在场，当时是我在现场配合检查的。",
        ),
        *((q, a) for q, a in story.offence.questions),
        (
            f"你的行为涉嫌违反{story.offence.duty}的规定，你对此有什么认识？",
            varied(
                story,
                "我们学习法律法规不够，认识到错了，愿意马上改正，接受处理。",
                "知道不对了，以后一定按规定来，请求从轻处理。",
            ),
        ),
        *_teaching(story),
        ("你还有什么要补充说明的？", "没有了。"),
        ("以上笔录请你核对，与你所说是否一致？", "以上笔录我看过，和我说的一样。"),
    ]
    lines = []
    for question, answer in asked:
        lines += [f"问：{story.filled(question)}", f"答：{hand(story.filled(answer))}"]
    signed = f"被询问人：{hand(person.name)}　　{written_day(story.style, story.dates.inquiry)}"
    return [*lines, signed]


def _teaching(story: CaseStory) -> list[tuple[str, str]]:
    if not taught(story):
        return []
    question = f"{taught(story)}执法人员现对你进行法治教育，你是否明白？"
    return [(question, "明白了，今后一定遵守规定。")]


def _introduction(story: CaseStory) -> str:
    person, party = story.driver, story.party
    if party.is_person:
        return f"我叫{person.name}，身份证号码是{person.id_no}，我就是当事人本人。"
    if party.kind is PartyKind.INDIVIDUAL_BUSINESS:
        return f"我叫{person.name}，是{party.name}的经营者，证件资料已经交给你们了。"
    return (
        f"我叫{person.name}，是{party.name}的工作人员，"
        "受公司委托前来接受询问，身份证和委托书已提交。"
    )
