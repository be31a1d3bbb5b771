"""What is wrong with the set-up of a campaign, in sentences.  Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from reviewer.model.campaigns import Campaign, Ledger, Stage
from reviewer.workspace.campaigns.state import CampaignState

_YEARS = range(2000, 2101)
_FULL = 100


def faults(campaign: Campaign) -> tuple[str, ...]:
    """Return everything that keeps this set-up from being used, in the order of the page."""
    parts = (_heads, _kinds, _people, _dates, _method)
    return tuple(sentence for part in parts for sentence in part(campaign))


def lost(campaign: Campaign, state: CampaignState) -> tuple[str, ...]:
    """Return what `campaign` drops although records of the campaign rest on it."""
    before = state.campaign
    names = {unit.id: unit.name for unit in campaign.units}
    rows = Counter(row.unit for ledger in state.of(Ledger) for row in ledger.rows)
    used = [unit for unit in before.units if rows[unit.id]]
    gone = [one.name for one in used if one.id not in names]
    renamed = [one.name for one in used if one.id in names and names[one.id] != one.name]
    people = {member.person for member in campaign.members}
    busy = {one.person for one in state.assignments if not one.withdrawn}
    left = [one.name for one in before.members if one.person in busy - people]
    found = (
        (gone, "单位{}已有台账，不能移除。"),
        (renamed, "单位{}已有台账，名称不能更改；抽取以单位名称为准。"),
        (left, "评查人{}已分到案卷，不能移除。"),
    )
    return tuple(said.format(_quoted(some)) for some, said in found if some)


def _heads(campaign: Campaign) -> Iterator[str]:
    if campaign.year not in _YEARS:
        yield "年度应为四位数字，例如 2025。"
    if not campaign.name:
        yield "没有填写活动名称。"
    if not campaign.organiser:
        yield "没有填写组织单位。"
    if campaign.cases_from > campaign.cases_to:
        yield "案件时间范围的起日晚于止日。"


def _kinds(campaign: Campaign) -> Iterator[str]:
    if not campaign.kinds:
        yield "没有选定案件类型。"
    pinned = {pin.kind for pin in campaign.standards}
    bare = [kind.value for kind in campaign.kinds if kind not in pinned]
    if bare:
        yield f"案件类型{_quoted(bare)}没有选定评查标准。"


def _people(campaign: Campaign) -> Iterator[str]:
    if not campaign.units:
        yield "没有填写被评查单位。"
    if double := _doubled(unit.name for unit in campaign.units):
        yield f"单位{_quoted(double)}填写了两次。"
    if double := _doubled(f"{one.name}（{one.unit_name}）" for one in campaign.members):
        yield f"评查人{_quoted(double)}填写了两次。"
    leaders = Counter(one.group for one in campaign.members if one.leads_group)
    if any(not group for group in leaders):
        yield "有的组长没有填写组别。"
    if double := [group for group, count in leaders.items() if group and count > 1]:
        yield f"{_quoted(double)}有两名以上组长。"


def _dates(campaign: Campaign) -> Iterator[str]:
    dated = [(stage, due) for stage in Stage if (due := campaign.stage(stage).due)]
    for (one, first), (other, second) in pairwise(dated):
        if second < first:
            yield f"“{other}”的期限早于“{one}”的期限。"


def _method(campaign: Campaign) -> Iterator[str]:
    if not 0 <= campaign.double_share <= 1:
        yield "双评比例应在 0 到 100 之间。"
    if campaign.large_amount is not None and campaign.large_amount <= 0:
        yield "大额起点应大于 0；不按金额必抽的，留空。"
    days = (campaign.objection_days, campaign.objection_review_days, campaign.rectification_days)
    if min(days) < 1:
        yield "申辩、申辩复核和整改的期限应为 1 日以上。"
    rule = campaign.disagreement
    if not 0 <= rule.score_gap <= _FULL:
        yield "提交合议的总分相差应在 0 到 100 分之间。"
    if not 0 < rule.item_share <= 1:
        yield "提交合议的单项扣分相差应大于 0，不超过该项分值的 100%。"


def _doubled(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _quoted(names: Iterable[str]) -> str:
    return "、".join(f"“{name}”" for name in names)
