"""Evidence held and vehicles seized: DT10, DT11 and DT14 to DT18."""

from datetime import date

from reviewer.proof.documents.forms import Opinion, approvals, fields, heading, made, sections
from reviewer.proof.documents.parts import (
    Block,
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
    case_no,
    day,
    facts_sentence,
    moment,
    number,
    officials,
    overall_cause,
    party_name,
    party_pairs,
    signatures,
    signed_day,
    varied,
    worded,
    written_day,
)
from reviewer.proof.steps import HoldSteps, SeizureSteps
from reviewer.proof.story import CaseStory

_COERCION = "《中华人民共和国行政强制法》"
_GROUND = "《中华人民共和国道路运输条例》第六十二条"


def held_list(story: CaseStory) -> MadeDocument:
    """Write the list of evidence that is held (证据登记保存清单)."""
    hold = _hold(story)
    title = worded(
        story,
        "证据登记保存清单",
        "先行登记保存通知书",
        "证据保存清单",
        "证据先行登记保存通知书",
        "先行登记保存证据清单",
    )
    when = day(story.style, hold.held)
    text = varied(
        story,
        f"因证据可能灭失或者以后难以取得，经本机关负责人批准，根据《中华人民共和国行政处罚法》第五十六条的规定，"
        f"自{when}起对下列物品先行登记保存，并将在七日内作出处理决定。",
        f"根据《中华人民共和国行政处罚法》第五十六条，经批准，于{when}对下列证据予以先行登记保存，七个工作日内"
        "作出处理。",
        f"为防止证据灭失，经负责人批准，本机关决定自{when}起对你的下列物品先行登记保存七日。",
        f"经负责人批准，{when}起对下列物品予以登记保存，保存期间不得销毁或者转移，本机关七日内作出处理决定。",
        f"本机关于{when}依法对以下物品进行先行登记保存（期限七日），已报负责人批准。",
    )
    signed = (
        f"当事人签名：{hand(story.driver.name)}　　执法人员：{signatures(story.officers)}　　"
        f"{written_day(story.style, hold.held)}"
    )
    return made(
        "DT10",
        title,
        hold.held,
        heading(story, title, number(story, "存"), unit=True),
        (Paragraph(f"{party_name(story)}：", Look.PLAIN), Paragraph(text)),
        (_goods(_evidence(story), f"{story.bureau.brigade}证物室"),),
        (Paragraph(signed, Look.PLAIN),),
        (Signature(story.bureau.name, signed_day(story.style, hold.held)),),
        number=number(story, "存"),
    )


def held_end(story: CaseStory) -> MadeDocument:
    """Write the decision on evidence that was held (解除证据登记保存决定书)."""
    hold = _hold(story)
    title = worded(
        story,
        "解除证据登记保存决定书",
        "证据登记保存处理决定书",
        "证据登记保存处理通知书",
        "解除先行登记保存决定书",
        "先行登记保存证据处理决定书",
    )
    text = varied(
        story,
        "本机关决定自即日起解除登记保存，将上述物品退还当事人。",
        "经审查，决定解除对上述证据的登记保存，予以发还。",
        "现决定对登记保存的物品作如下处理：复制留存后退还当事人。",
        "上述物品已完成取证，决定解除登记保存并退还。",
        "决定解除先行登记保存，请当事人当场领取。",
    )
    signed = f"领取人签名：{hand(story.driver.name)}　　{written_day(story.style, hold.handled)}"
    return made(
        "DT11",
        title,
        hold.handled,
        heading(story, title, number(story, "存解"), unit=True),
        (
            Paragraph(f"{party_name(story)}：", Look.PLAIN),
            Paragraph(
                f"本机关于{day(story.style, hold.held)}对你（单位）的{_evidence(story)[0]}"
                "等物品先行登记保存"
                f"（{number(story, '存')}）。{text}"
            ),
            Signature(story.bureau.name, signed_day(story.style, hold.handled)),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "存解"),
    )


def seizure_approval(story: CaseStory) -> MadeDocument:
    """Write the approval of the seizure (行政强制措施审批表)."""
    seizure = _seizure(story)
    assert story.plan.seizure is not None
    title = worded(
        story,
        "行政强制措施审批表",
        "行政强制措施审批表",
        "扣押审批表",
        "查封（扣押）审批表",
        "行政强制措施（执行）审批表",
    )
    reason = facts_sentence(story) + f"根据{_GROUND}的规定，拟对涉案车辆{story.plate}予以扣押。"
    approved = f"同意扣押。批准时间：{moment(story.style, seizure.approved)}。"
    if story.plan.seizure.urgent:
        reason += (
            f"因情况紧急，执法人员已于{moment(story.style, seizure.start)}"
            "当场实施扣押，现报告并补办批准手续。"
        )
        approved = f"情况紧急，同意补办。批准时间：{moment(story.style, seizure.approved)}。"
    pairs = [
        ("案由", overall_cause(story)),
        ("当事人", story.party.name),
        ("强制措施种类", "扣押"),
        ("承办人", officials(story, story.officers)),
    ]
    opinions: list[Opinion] = [
        ("负责人审批意见", approved, story.head, seizure.approved.date()),
    ]
    return made(
        "DT14",
        title,
        seizure.approved.date(),
        heading(story, title),
        fields(story, pairs),
        sections(story, [("申请理由和依据", reason)]),
        approvals(story, opinions),
        number=case_no(story),
    )


def _term_of(story: CaseStory) -> str:
    """Return the sentence that seizes the vehicle for thirty days (行政强制法 25)."""
    seizure = _seizure(story)
    start, until = moment(story.style, seizure.start), day(story.style, seizure.until)
    return varied(
        story,
        f"决定自{start}起对号牌为{story.plate}的车辆实施扣押，期限三十日，至{until}止。",
        f"本机关于{start}对{story.plate}车辆予以扣押，扣押期限为三十日（至{until}）。",
        f"现决定对{story.plate}车辆实施扣押，扣押时间自{start}起，期限30日，至{until}届满。",
        f"{start}起扣押{story.plate}车辆一台，期限30日，{until}到期。",
        f"对涉案车辆{story.plate}采取扣押措施，自{start}起至{until}止，共三十日。",
    )


def seizure_decision(story: CaseStory) -> MadeDocument:
    """Write the decision on the seizure (行政强制措施决定书)."""
    seizure = _seizure(story)
    title = worded(
        story,
        "行政强制措施决定书",
        "扣押决定书",
        "道路运输行政强制措施凭证",
        "查封（扣押）决定书",
        "车辆暂扣凭证",
    )
    day_seized = seizure.start.date()
    signed = (
        f"执法人员：{officials(story, story.crew('DT15'))}　　"
        f"当事人签收：{hand(story.driver.name)}　　{written_day(story.style, day_seized)}"
    )
    return made(
        "DT15",
        title,
        day_seized,
        heading(story, title, number(story, "强"), unit=True),
        fields(story, party_pairs(story)),
        paragraphs(_seized_and_told(story)),
        (
            Signature(story.bureau.name, signed_day(story.style, day_seized)),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "强"),
    )


def _seized_and_told(story: CaseStory) -> list[str]:
    """Return what a decision says on a seizure: ground, rights told, storage, remedies."""
    urgent = ""
    if story.plan.seizure and story.plan.seizure.urgent:
        urgent = "因情况紧急，当场实施行政强制措施。"
    return [
        f"{facts_sentence(story)}{urgent}根据{_GROUND}的规定，{_term_of(story)}",
        "已当场告知当事人采取行政强制措施的理由、依据以及依法享有的权利和救济途径，"
        "并听取了陈述和申辩。",
        story.told("storage", "车辆存放于指定停车场，由本机关妥善保管。"),
        f"如不服本决定，可以自收到本决定书之日起六十日内向{story.bureau.government}申请行政复议，或者在六个月内依法"
        f"向{story.bureau.court}提起行政诉讼。",
    ]


def seized_goods(story: CaseStory) -> MadeDocument:
    """Write the list of what was seized (扣押清单)."""
    seizure = _seizure(story)
    title = worded(
        story, "扣押财物清单", "扣押清单", "物品清单", "查封（扣押）清单", "涉案财物清单"
    )
    kept = (f"{story.offence.vehicle_type}　号牌{story.plate}", "机动车行驶证1本")
    signed = (
        f"当事人签名：{hand(story.driver.name)}　　执法人员：{signatures(story.crew('DT15'))}　　"
        f"{written_day(story.style, seizure.start.date())}"
    )
    return made(
        "DT16",
        title,
        seizure.start.date(),
        heading(story, title),
        (_goods(kept, "指定停车场"), Paragraph(signed, Look.PLAIN)),
        number=case_no(story),
    )


def extension_approval(story: CaseStory) -> MadeDocument:
    """Write the approval that prolongs the seizure."""
    seizure = _seizure(story)
    assert seizure.extended is not None
    assert seizure.extended_to is not None
    title = worded(
        story,
        "延长行政强制措施期限审批表",
        "延长扣押期限审批表",
        "行政强制措施延期审批表",
        "延长查封（扣押）期限审批表",
        "行政强制措施期限延长审批表",
    )
    reason = (
        f"涉案车辆于{day(story.style, seizure.start.date())}被扣押，"
        f"期限至{day(story.style, seizure.until)}届满。"
        f"因案情复杂，需继续调查，拟延长扣押期限三十日，至{day(story.style, seizure.extended_to)}。"
    )
    opinions: list[Opinion] = [("负责人审批意见", "同意延长三十日。", story.head, seizure.extended)]
    return made(
        "DT14.extension",
        title,
        seizure.extended,
        heading(story, title),
        fields(story, [("案由", overall_cause(story)), ("当事人", story.party.name)]),
        sections(story, [("延长理由", reason)]),
        approvals(story, opinions),
        number=case_no(story),
    )


def extension_notice(story: CaseStory) -> MadeDocument:
    """Write the notice that the seizure is prolonged (延长行政强制措施期限通知书)."""
    seizure = _seizure(story)
    assert seizure.extended is not None
    assert seizure.extended_to is not None
    title = worded(
        story,
        "延长行政强制措施期限通知书",
        "延长扣押期限通知书",
        "延长行政强制措施期限通知书",
        "延长查封（扣押）期限通知书",
        "延长行政强制措施期限告知书",
    )
    text = (
        f"本机关于{day(story.style, seizure.start.date())}对你（单位）的{story.plate}"
        f"车辆实施扣押（{number(story, '强')}）。"
        f"因案情复杂，根据{_COERCION}第二十五条的规定，经本机关负责人批准，扣押期限延长三十日，"
        f"至{day(story.style, seizure.extended_to)}止。"
    )
    signed = (
        f"当事人签收：{hand(story.driver.name)}　　{written_day(story.style, seizure.extended)}"
    )
    return made(
        "DT17",
        title,
        seizure.extended,
        heading(story, title, number(story, "强延"), unit=True),
        (
            Paragraph(f"{party_name(story)}：", Look.PLAIN),
            Paragraph(text),
            Signature(story.bureau.name, signed_day(story.style, seizure.extended)),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "强延"),
    )


def release(story: CaseStory) -> MadeDocument:
    """Write the decision that ends the seizure (解除行政强制措施决定书)."""
    seizure = _seizure(story)
    title = worded(
        story,
        "解除行政强制措施决定书",
        "解除扣押决定书",
        "解除行政强制措施通知书",
        "解除查封（扣押）决定书",
        "解除行政强制措施决定书",
    )
    seized = (
        f"本机关于{day(story.style, seizure.start.date())}对你（单位）的{story.plate}"
        f"车辆实施扣押（{number(story, '强')}）。"
    )
    signed = (
        f"上述车辆及物品已全部领回。领取人：{hand(story.driver.name)}　　"
        f"{written_day(story.style, seizure.released)}"
    )
    return made(
        "DT18",
        title,
        seizure.released,
        heading(story, title, number(story, "强解"), unit=True),
        (
            Paragraph(f"{party_name(story)}：", Look.PLAIN),
            Paragraph(f"{seized}{_ended(story, seizure.released)}"),
            Signature(story.bureau.name, signed_day(story.style, seizure.released)),
            Paragraph(signed, Look.PLAIN),
        ),
        number=number(story, "强解"),
    )


def _ended(story: CaseStory, released: date) -> str:
    when = day(story.style, released)
    return varied(
        story,
        f"现决定自{when}起解除扣押，退还车辆。",
        f"经审查，不再需要采取行政强制措施，决定于{when}解除扣押。",
        f"根据{_COERCION}第二十八条的规定，决定自{when}解除扣押。",
        f"决定解除对上述车辆的扣押，请于{when}领取。",
        f"现予解除扣押，解除时间：{when}。",
    )


def _goods(names: tuple[str, ...], kept: str) -> Block:
    head = tuple(label(text) for text in ("编号", "名称", "数量", "保存地点"))
    rows = tuple(
        (label(str(order)), Cell(name), label("1"), Cell(kept))
        for order, name in enumerate(names, 1)
    )
    return Table((0.1, 0.44, 0.12, 0.34), (head, *rows), heads=1)


def _evidence(story: CaseStory) -> tuple[str, ...]:
    if story.plate:
        return ("货物运单原件", "车辆装载磅单原件")
    return ("施工记录本", "购料单据")


def _hold(story: CaseStory) -> HoldSteps:
    assert story.steps.hold is not None
    return story.steps.hold


def _seizure(story: CaseStory) -> SeizureSteps:
    assert story.steps.seizure is not None
    return story.steps.seizure
