"""评查通知: the notice that opens a campaign, with its attachments.

Every number in it is a setting of the campaign, so the notice binds what the program does later.
"""

from decimal import Decimal

from reviewer.model.campaigns import Campaign, Stage
from reviewer.model.draws import DrawPlan
from reviewer.reports.blocks import Align, Block, Cell, Layout, Report, Table, Text, head_row
from reviewer.reports.campaign.inputs import NoticeInput
from reviewer.reports.campaign.notice_attachments import (
    FORM_TITLE,
    LEDGER_TITLE,
    SELF_TITLE,
    STANDARDS_TITLE,
    form_sample,
    ledger_notes,
    self_review_form,
    standards_list,
)
from reviewer.reports.campaign.pieces import (
    NOT_FINAL,
    attachment,
    attachment_list,
    bound,
    contact,
    heading,
    imprint,
    numbered,
    on_day,
    red_top,
    sentence,
    shown_day,
    signature,
    subheading,
)
from reviewer.reports.wording import LAW_NOTE, day, points

_PURPOSE = (
    "检查行政执法案卷的合法性、规范性和完整性，查找办案中的共性问题，统一执法尺度，"
    "督促整改，提高行政执法质量。"
)
_STAGE_WORK = {
    Stage.NOTICE: "印发评查通知，各单位开展自查",
    Stage.LEDGER: "各单位报送案件目录（台账）",
    Stage.DRAW: "核对、冻结台账，现场随机抽取案卷",
    Stage.GROUPS: "组建评查组，培训，登记回避，签订保密承诺",
    Stage.REVIEW: "调取案卷，分组交叉评查",
    Stage.ADJUDICATION: "对评分差异较大和有争议的案卷合议",
    Stage.FEEDBACK: "向各单位反馈意见，受理申辩并复核",
    Stage.BULLETIN: "汇总结果，印发评查情况通报",
    Stage.RECTIFICATION: "下发整改通知，审核整改情况，销号，回头看",
}
_DEMANDS = (
    "各单位应当如实、完整报送案件目录，不得漏报、瞒报或者选择性报送。",
    "被抽取的案卷报送原始案卷或者其扫描件，不得为评查补充、更换、加工材料；"
    "确实不能提供的，书面说明原因，由主持抽取的人员依次调换并记录。",
    "评查人员应当独立、客观评查，遵守回避和保密规定，不得评查本单位的案卷。",
)


def notice(source: NoticeInput) -> Report:
    """Return the notice with its attachments."""
    campaign = source.campaign
    title = f"关于开展{campaign.name}的通知"
    attachments = [STANDARDS_TITLE, LEDGER_TITLE, SELF_TITLE]
    if source.standards:
        attachments.append(FORM_TITLE)
    blocks: list[Block] = [
        *red_top(source.official, title),
        Text(
            "根据《中华人民共和国行政处罚法》第七十五条关于行政处罚监督制度的规定和行政执法评议考核的"
            f"要求，决定开展{campaign.name}。现将有关事项通知如下。"
        ),
        heading(1, "评查目的"),
        *(Text(sentence(text)) for text in source.purposes or (_PURPOSE,)),
        heading(2, "评查范围"),
        *_scope(campaign),
        heading(3, "评查内容和标准"),
        Text(_standards(source)),
        heading(4, "评查方式"),
        *_ways(source),
        heading(5, "步骤和时间"),
        _stages(campaign),
        heading(6, "反馈、申辩和整改"),
        Text(_after(campaign)),
        heading(7, "工作要求"),
        *numbered(map(sentence, (*_DEMANDS, *source.requirements))),
        contact(campaign),
        *attachment_list(attachments),
        *signature(source.official),
        *_attached(source),
        imprint(source.official),
    ]
    return Report(title, Layout.LETTER, bound(blocks), LAW_NOTE, source.pending, NOT_FINAL)


def _attached(source: NoticeInput) -> list[Block]:
    """Return the attachments, each on a page of its own."""
    campaign = source.campaign
    blocks = [
        *attachment(1, STANDARDS_TITLE),
        *standards_list(campaign, source.standards),
        *attachment(2, LEDGER_TITLE),
        *ledger_notes(),
        *attachment(3, SELF_TITLE),
        *self_review_form(campaign),
    ]
    if source.standards:
        blocks += [*attachment(4, FORM_TITLE), *form_sample(campaign, source.standards[0])]
    return blocks


def _scope(campaign: Campaign) -> list[Block]:
    units = "、".join(unit.name for unit in campaign.units) or "＿＿＿＿＿＿"
    kinds = "、".join(kind.value for kind in campaign.kinds) or "＿＿＿＿"
    return [
        subheading(1, "被评查单位"),
        Text(f"共 {len(campaign.units)} 个单位：{units}。"),
        subheading(2, "案卷"),
        Text(
            f"{day(campaign.cases_from)}至{on_day(campaign.cases_to)}期间办结的案卷，"
            f"案件类型包括：{kinds}。"
        ),
    ]


def _standards(source: NoticeInput) -> str:
    names = "、".join(f"《{one.name}》（{one.version}）" for one in source.standards)
    return (
        "评查执法主体、事实和证据、法律适用、程序、裁量、文书制作、送达执行和立卷归档等情况，"
        f"评查标准为{names or '附件 1 所列标准'}，详见附件 1。"
        "同一案件类型的案卷适用同一版本的标准，评查期间不作变更。"
    )


def _ways(source: NoticeInput) -> list[Block]:
    campaign = source.campaign
    gap = points(campaign.disagreement.score_gap).removesuffix(".0")
    double = f"{(campaign.double_share * 100).normalize():f}%"
    blind = "评查期间隐去单位、执法人员和当事人名称。" if campaign.blind else ""
    scale = (
        "全部案卷由两名评查人员各自独立评查"
        if campaign.double_share >= Decimal(1)
        else f"其中不少于 {double} 的案卷由两名评查人员各自独立评查"
    )
    return [
        subheading(1, "单位自查"),
        Text("各单位对照评查标准自查，填写案卷自查情况表（附件 3），随案件目录一并报送。"),
        subheading(2, "随机抽取"),
        Text(_drawing(source.plan)),
        subheading(3, "交叉评查"),
        Text(f"评查人员不评查本单位的案卷。{blind}一卷一表，{scale}。"),
        subheading(4, "合议"),
        Text(
            f"两名评查人员的评分相差超过 {gap} 分，或者一票否决认定、等次不同，"
            "或者同一评查项扣分差异较大的，由评查组合议确定。"
        ),
    ]


def _drawing(plan: DrawPlan | None) -> str:
    start = "以冻结的案件目录为抽样范围，按单位、执法门类和案件类型分层，由见证人当场给出种子数。"
    if plan is None:
        return start + "抽取比例和必抽情形在抽取前公布。"
    if plan.ratio is not None:
        amount = f"每层抽取 {(plan.ratio * 100).normalize():f}%，不少于 1 卷"
    else:
        amount = f"共抽取 {plan.quota or 0} 卷，按各层案件数分配"
    text = f"{start}{amount}；每个单位不少于 {plan.unit_minimum} 卷。"
    if plan.musts:
        names = "、".join(one.value for one in plan.musts)
        large = f"（罚款 {plan.large_amount:,f} 元以上）" if plan.large_amount else ""
        text += f"下列案件必抽：{names}{large}。"
    return text


def _stages(campaign: Campaign) -> Table:
    rows = [head_row("序号", "阶段", "工作内容", "完成时限")]
    for number, stage in enumerate(Stage, 1):
        due = campaign.stage(stage).due
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(stage.value, Align.CENTRE),
                Cell(_STAGE_WORK[stage]),
                Cell(shown_day(due) if due else "另行通知", Align.CENTRE),
            )
        )
    return Table((8, 16, 48, 28), tuple(rows))


def _after(campaign: Campaign) -> str:
    return (
        f"各单位自收到反馈意见之日起 {campaign.objection_days} 个工作日内可以书面提出申辩，"
        "并附相关案卷材料，逾期未提出的视为无异议；"
        f"申辩自收到之日起 {campaign.objection_review_days} 个工作日内复核并书面答复。"
        f"需要整改的，自整改通知书下达之日起 {campaign.rectification_days} 日内完成整改并书面报告，"
        "整改情况逐项审核销号。"
    )
