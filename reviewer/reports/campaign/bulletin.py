"""评查情况通报: figures and sentences made from what was found, in the order of campaign.md 4.4.

Nothing is praised here: what was done well is told only in words that people wrote.
"""

from reviewer.reports.blocks import Block, Layout, Pictures, Report, Style, Table, Text
from reviewer.reports.campaign import feedback_letter, problem_list, summary
from reviewer.reports.campaign.inputs import (
    BulletinInput,
    CategoryLine,
    LastYear,
    ResultLine,
    ResultTable,
)
from reviewer.reports.campaign.pieces import (
    NOT_FINAL,
    attachment,
    attachment_list,
    bound,
    grade_words,
    heading,
    imprint,
    mean_words,
    numbered,
    on_day,
    red_top,
    rounded,
    sentence,
    share,
    signature,
    subheading,
    veto_words,
)
from reviewer.reports.wording import LAW_NOTE, points

SUMMARY_TITLE = "评查结果汇总表"
EXCELLENT_TITLE = "优秀案卷名单"
PROBLEMS_TITLE = "问题清单"
OFFICERS = "承办人"
_SMALL = 9.0


def bulletin(source: BulletinInput) -> Report:
    """Return the bulletin; a draft while results are open."""
    campaign = source.summary.campaign
    title = f"关于{campaign.name}情况的通报"
    attached = [(SUMMARY_TITLE, _summary(source))]
    if source.excellent:
        attached.append((EXCELLENT_TITLE, [_excellent(source)]))
    if source.problems:
        attached.append((PROBLEMS_TITLE, [_problems(source)]))
    many = len(attached) > 1
    blocks: list[Block] = [
        *red_top(source.official, title),
        Text(_opening(source)),
        heading(1, "基本情况"),
        *_basics(source),
        heading(2, "评查结果"),
        *_results(source),
        *_practices(source),
        heading(3 + bool(source.practices), "存在的主要问题"),
        *categories(source.categories, source.summary.overall.cases),
        heading(4 + bool(source.practices), "整改要求和下一步安排"),
        *_demands(source),
        *attachment_list([name for name, _ in attached]),
        *signature(source.official),
    ]
    for number, (name, content) in enumerate(attached, 1):
        blocks += [*attachment(number if many else None, name), *content]
    blocks.append(imprint(source.official))
    return Report(
        title, Layout.LETTER, bound(blocks), LAW_NOTE, source.summary.pending > 0, NOT_FINAL
    )


def _opening(source: BulletinInput) -> str:
    campaign = source.summary.campaign
    return f"{campaign.organiser}组织开展了{campaign.name}。现将有关情况通报如下。"


def _basics(source: BulletinInput) -> list[Block]:
    campaign, figures = source.summary.campaign, source.figures
    kinds = "、".join(kind.value for kind in campaign.kinds)
    selves = f"，自查 {figures.self_reviewed} 卷" if figures.self_reviewed is not None else ""
    musts = f"，其中必抽 {figures.must_drawn} 卷" if figures.must_drawn else ""
    objections = (
        f"反馈后收到申辩 {figures.objections} 件，采纳或者部分采纳 {figures.accepted} 件。"
        if figures.objections
        else "反馈后未收到申辩。"
    )
    return [
        Text(
            f"评查范围为 {len(campaign.units)} 个单位{on_day(campaign.cases_from)}"
            f"至{on_day(campaign.cases_to)}期间办结的{kinds}案卷。"
            f"各单位共报送案件目录 {figures.ledger_rows} 件{selves}。随机抽取 {figures.drawn} 卷，"
            f"占 {share(figures.drawn, figures.ledger_rows)}{musts}。"
        ),
        Text(
            f"{figures.reviewers} 名评查人员交叉评查，评查人员不评查本单位的案卷。"
            f"{figures.double_reviewed} 卷由两名评查人员各自独立评查，"
            f"{figures.adjudicated} 卷经合议确定结果。{objections}"
        ),
    ]


def _results(source: BulletinInput) -> list[Block]:
    total = source.summary.overall
    vetoed = f"{veto_words(total)}。"
    pending = f"尚有 {source.summary.pending} 卷结果待定。" if source.summary.pending else ""
    blocks: list[Block] = [
        Text(
            f"共评查 {total.cases} 卷，平均得分 {mean_words(total)} 分。"
            f"{grade_words(source.summary.grades, total.grades)}。{vetoed}{pending}"
        )
    ]
    if source.last_year:
        blocks.append(Text(_compared(total, source.last_year)))
    if source.summary.tables:
        table = source.summary.tables[0]
        place = "附件 1" if source.excellent or source.problems else "附件"
        blocks.append(Text(f"各{table.dimension}评查结果见{place}。{_spread(table)}"))
    if source.charts:
        blocks.append(Pictures(source.charts, columns=1))
    return blocks


def _compared(total: ResultLine, last: LastYear) -> str:
    text = f"{last.year} 年度评查 {last.cases} 卷，平均得分 {points(rounded(last.mean))} 分"
    if total.mean is None:
        return f"{text}。"
    gap = rounded(total.mean) - rounded(last.mean)
    if gap:
        text += f"，本年度{'高' if gap > 0 else '低'} {points(abs(gap))} 分"
    else:
        text += "，与本年度相同"
    if not last.standard_same:
        text += "。两年适用的评查标准版本不同，分数不宜直接比较"
    return f"{text}。"


def _spread(table: ResultTable) -> str:
    means = [line.mean for line in table.lines if line.mean is not None]
    if len(means) < 2:
        return ""
    return (
        f"平均分最高 {points(rounded(max(means)))} 分，最低 {points(rounded(min(means)))} 分。"
        + table.note
    )


def _practices(source: BulletinInput) -> list[Block]:
    if not source.practices:
        return []
    return [heading(3, "主要做法和亮点"), *numbered(map(sentence, source.practices))]


def categories(lines: tuple[CategoryLine, ...], cases: int) -> list[Block]:
    """Return the problems by category, the most frequent first, with examples."""
    found = sorted((one for one in lines if one.problems), key=lambda one: -one.cases)
    if not found:
        return [Text("评查中未发现需要整改的问题。")]
    total = sum(one.problems for one in found)
    blocks: list[Block] = [Text(f"共发现问题 {total} 个，按类别列举如下。")]
    for number, one in enumerate(found, 1):
        blocks.append(subheading(number, one.name))
        text = (
            f"发现问题 {one.problems} 个，涉及 {one.cases} 卷，占评查案卷的 "
            f"{share(one.cases, cases)}。"
        )
        if one.examples:
            text += f"主要是：{'；'.join(example.rstrip('。；') for example in one.examples)}。"
        blocks.append(Text(text))
    return blocks


def _demands(source: BulletinInput) -> list[Block]:
    days = source.summary.campaign.rectification_days
    # The notices may follow the bulletin: then only they can name the day.
    until = f"于{on_day(source.rectify_by)}前" if source.rectify_by else f"自收到之日起 {days} 日内"
    texts = [
        f"逐项整改。各单位对照整改通知书，{until}完成整改并书面报告，明确责任人，附佐证材料。",
        "逐项审核。整改情况经审核符合要求的予以销号，不符合的退回补正，逾期未完成的另行督促。",
        "回头看。对已销号的问题抽取一部分复查，未完成的整改事项转入下一年度继续跟踪。",
    ]
    return numbered([*texts, *map(sentence, source.requirements)])


def _summary(source: BulletinInput) -> list[Block]:
    blocks: list[Block] = []
    for one in source.summary.tables:
        if one.dimension == OFFICERS:
            continue  # a bulletin names no officers
        blocks.append(Text(f"按{one.dimension}", Style.SUBHEADING))
        blocks.append(summary.result_table(source.summary, one, top=False, size=_SMALL))
    return blocks


def _excellent(source: BulletinInput) -> Table:
    return feedback_letter.result_list(source.excellent)


def _problems(source: BulletinInput) -> Table:
    """Return the list with the columns that fit on an upright page."""
    return problem_list.short_table(source.problems, _SMALL)
