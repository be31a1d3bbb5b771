"""年度报告材料: the yearly report on enforcement work (three-year plan, item 27).

Training, conduct and enforcement in that order, then what the case review showed.  A figure
that is not known is a blank; the text under each heading is what people wrote.
"""

from decimal import Decimal

from reviewer.reports.blocks import (
    Align,
    Block,
    Cell,
    Layout,
    Report,
    Table,
    Text,
    head_row,
)
from reviewer.reports.campaign.bulletin import categories
from reviewer.reports.campaign.pieces import (
    bound,
    grade_words,
    heading,
    imprint,
    mean_words,
    red_top,
    sentence,
    share,
    signature,
    veto_words,
)
from reviewer.reports.campaign.year_inputs import AnnualInput, Figure
from reviewer.reports.wording import LAW_NOTE

_BLANK = "＿＿＿＿"
_PARTS = (
    ("training", "行政执法培训情况"),
    ("conduct", "规范行政执法行为情况"),
    ("enforcement", "开展行政执法情况"),
)


def annual_report(source: AnnualInput) -> Report:
    """Return the report; a draft while a figure is missing."""
    title = f"关于{source.year}年度行政执法工作情况的报告"
    figures = {
        "training": source.training,
        "conduct": source.conduct,
        "enforcement": source.enforcement,
    }
    blocks: list[Block] = [
        *red_top(source.official, title),
        Text(
            "按照行政执法工作年度报告制度和行政执法三项制度要求，"
            f"现将 {source.year} 年度行政执法工作情况报告如下。"
        ),
    ]
    for number, (key, name) in enumerate(_PARTS, 1):
        blocks.append(heading(number, name))
        blocks += _written(source, key)
        if figures[key]:
            blocks.append(_figures(figures[key], source.year))
    blocks += [
        heading(4, "行政执法案卷评查情况"),
        *_review(source),
        heading(5, "存在的问题"),
        *(_written(source, "problems") or _found(source)),
        heading(6, "下一步工作安排"),
        *(_written(source, "plans") or [Text(_BLANK * 3)]),
        *signature(source.official),
        imprint(source.official),
    ]
    missing = any(one.value is None for part in figures.values() for one in part)
    return Report(title, Layout.LETTER, bound(blocks), LAW_NOTE, missing, "尚有未填事项，不得报送")


def _written(source: AnnualInput, key: str) -> list[Block]:
    lines = source.texts.get(key, "").splitlines()
    return [Text(sentence(line)) for line in lines if line.strip()]


def _figures(figures: tuple[Figure, ...], year: int) -> Table:
    rows = [head_row("序号", "项目", "单位", f"{year} 年", f"{year - 1} 年")]
    for number, one in enumerate(figures, 1):
        rows.append(
            (
                Cell(str(number), Align.CENTRE),
                Cell(one.name),
                Cell(one.unit, Align.CENTRE),
                Cell(_shown(one.value), Align.CENTRE),
                Cell(_shown(one.last) if one.last is not None else "—", Align.CENTRE),
            )
        )
    return Table((9, 47, 12, 16, 16), tuple(rows))


def _shown(value: Decimal | int | None) -> str:
    return _BLANK if value is None else f"{value:,}"


def _review(source: AnnualInput) -> list[Block]:
    if source.summary is None:
        return [Text("本年度未组织案卷评查活动。")]
    total = source.summary.overall
    texts = [
        f"组织{source.summary.campaign.name}，评查 {total.cases} 卷，"
        f"平均得分 {mean_words(total)} 分，"
        f"{grade_words(source.summary.grades, total.grades)}，"
        f"{veto_words(total)}。"
    ]
    if source.rectified:
        done, total_found = source.rectified
        rate = share(done, total_found)
        left = f"，其余 {total_found - done} 个继续整改" if done < total_found else ""
        texts.append(f"需要整改的问题 {total_found} 个，已销号 {done} 个，销号率 {rate}{left}。")
    return [Text(text) for text in texts]


def _found(source: AnnualInput) -> list[Block]:
    if source.summary is None or not source.categories:
        return [Text(_BLANK * 3)]
    return categories(source.categories, source.summary.overall.cases)
