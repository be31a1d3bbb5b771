"""What next year's campaign takes over, as lines to be read before it is made.  Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reviewer.campaign.rollover import Rollover
from reviewer.model.campaigns import Campaign, Stage, StandardPin

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class TakenLine:
    """One thing that is taken over, or that has to be seen to."""

    what: str
    text: str
    tone: str = ""
    """`amber` for what a person has to settle."""


def taken_lines(previous: Campaign, made: Rollover) -> tuple[TakenLine, ...]:
    """Return what a new campaign takes over from last year's, in the order of the set-up."""
    return (*_copied(previous, made.campaign), _open(previous, made), *_notes(made))


def said_of(made: Rollover) -> str:
    """Return in a sentence what was taken, for after it is done."""
    campaign = made.campaign
    parts = [f"{len(campaign.units)} 个单位", f"{len(campaign.members)} 名评查人"]
    parts.append(f"未完成整改 {len(made.taken)} 项" if made.taken else "没有未完成的整改")
    return f"已由上年复制{campaign.name}：{'、'.join(parts)}"


def _copied(previous: Campaign, campaign: Campaign) -> Iterator[TakenLine]:
    yield TakenLine("活动名称", f"{campaign.name}（{campaign.year} 年度）")
    yield TakenLine("案件时间", f"{campaign.cases_from} 至 {campaign.cases_to}")
    yield TakenLine("案件类型", "、".join(kind.value for kind in campaign.kinds))
    yield TakenLine("评查标准", _standards(previous.standards, campaign.standards))
    yield TakenLine("被评查单位", f"{len(campaign.units)} 个：{_some(campaign)}")
    groups = len({one.group for one in campaign.members if one.group})
    grouped = f"，{groups} 个评查组" if groups else ""
    yield TakenLine("评查人", f"{len(campaign.members)} 名{grouped}")
    if campaign.conflicts:
        yield TakenLine("回避登记", f"{len(campaign.conflicts)} 条")
    dues = [(stage, campaign.stage(stage).due) for stage in Stage]
    told = "、".join(f"{stage} {due}" for stage, due in dues if due)
    yield TakenLine("各阶段期限", told or "上年没有设期限")
    share = f"{(campaign.double_share * _HUNDRED).normalize():f}%"
    days = (
        f"申辩 {campaign.objection_days} 个工作日，申辩复核 {campaign.objection_review_days} "
        f"个工作日，整改 {campaign.rectification_days} 日"
    )
    yield TakenLine("评查办法", f"双评 {share}，{days}{'，盲评' if campaign.blind else ''}")


def _open(previous: Campaign, made: Rollover) -> TakenLine:
    if not made.taken:
        return TakenLine("未完成整改", "没有")
    names = {unit.id: unit.name for unit in previous.units}
    counts = Counter(names.get(one.unit, "其他") for one in made.taken)
    told = "、".join(f"{name} {count} 项" for name, count in counts.items())
    return TakenLine(
        "未完成整改", f"{len(made.taken)} 项转入：{told}；在上年活动中记为“转入下年”", "amber"
    )


def _notes(made: Rollover) -> Iterator[TakenLine]:
    for note in made.notes:
        yield TakenLine("请核对", note, "amber")


def _standards(before: tuple[StandardPin, ...], after: tuple[StandardPin, ...]) -> str:
    changed = [
        f"{new.kind} {old.version} → {new.version}"
        for old, new in zip(before, after, strict=True)
        if old.content_hash != new.content_hash
    ]
    more = f"，换用新版本：{'、'.join(changed)}" if changed else "，版本不变"
    return f"{len(after)} 套{more}"


def _some(campaign: Campaign) -> str:
    shown = [unit.name for unit in campaign.units[:4]]
    rest = "等" if len(campaign.units) > len(shown) else ""
    return f"{'、'.join(shown)}{rest}"
