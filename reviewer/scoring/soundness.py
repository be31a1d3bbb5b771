"""Whether the parts of a standard fit together: ids, sums, references, bands.

Each check refuses with a sentence that names the item; the first thing wrong is reported.
"""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from reviewer.model import Clause, Item, Method, Procedure, Standard, Veto, VetoType
from reviewer.scoring.raw import refuse

SHORT_TITLE = 12
"""Longest short title in characters: what fits a list row at the smallest window."""

_FULL_POINTS = (Method.WHOLE_ITEM, Method.RATIO)
_LAST_NUMBER = {"T": 44, "K": 20, "V": 20, "M-DT": 63}
_RULE = re.compile(r"(T|K|V|M-DT)(\d{2})|K-F[45]|R-([A-Z]{1,2}\d{1,2})-\d{2}")


def check(standard: Standard, total: Decimal, where: str) -> None:
    """Refuse a standard whose parts do not fit together, or whose items miss `total`.

    Raises:
        BadStandard: the first thing that is wrong, with the item named.
    """
    if standard.subject not in {"case", "unit"}:
        raise refuse(where, f"“subject”应为 case 或 unit，现为“{standard.subject}”")
    for procedure in standard.procedures:
        if procedure not in set(Procedure):
            raise refuse(where, f"不认识的程序“{procedure}”")
    _check_ids(standard, where)
    _check_sums(standard)
    if standard.total != total:
        raise refuse(where, f"各项满分合计 {standard.total} 分，与总分 {total} 分不符")
    for item in standard.items:
        _check_item(standard, item)
    for veto in standard.vetoes:
        _check_links(veto, f"否决项 {veto.id} ", standard)
    _check_exclusive(standard)
    _check_bands(standard, where)


def is_rule_code(code: str) -> bool:
    """Return whether `code` is in the numbering of rules (T01, K-F5, M-DT37, R-C3-02)."""
    match = _RULE.fullmatch(code)
    if match is None:
        return False
    family, number = match[1], match[2]
    return family is None or 1 <= int(number) <= _LAST_NUMBER[family]


def _check_ids(standard: Standard, where: str) -> None:
    if not standard.items:
        raise refuse(where, "没有评查项")
    marked = [item.id for item in standard.items]
    marked += [veto.id for veto in standard.vetoes]
    marked += [bonus.id for bonus in standard.bonuses]
    _refuse_doubles("编号", marked)
    _refuse_doubles("分组", (group.id for group in standard.groups))
    _refuse_doubles("扣分情形", (c.id for item in standard.items for c in item.clauses))
    _refuse_doubles("不涉及理由", (reason.code for reason in standard.absence_reasons))
    _refuse_doubles("互斥组", (group.fault for group in standard.exclusive))


def _refuse_doubles(kind: str, ids: Iterable[str]) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            raise refuse(f"{kind} {name} ", f"重复出现 {times} 次", "请为每一处使用不同的编号。")


def _check_sums(standard: Standard) -> None:
    groups = {group.id: Decimal(0) for group in standard.groups}
    for item in standard.items:
        if item.group not in groups:
            raise refuse(f"评查项 {item.id} ", f"所属分组“{item.group}”不存在")
        groups[item.group] += item.points
    for group in standard.groups:
        if groups[group.id] != group.points:
            raise refuse(
                f"分组 {group.id} ",
                f"各项满分合计 {groups[group.id]} 分，与分组满分 {group.points} 分不符",
            )


def _check_item(standard: Standard, item: Item) -> None:
    where = f"评查项 {item.id} "
    if len(item.short) > SHORT_TITLE:
        raise refuse(where, f"简称“{item.short}”超过 {SHORT_TITLE} 个字")
    if not item.clauses:
        raise refuse(where, "没有扣分情形")
    if not item.questions:
        raise refuse(where, "没有标明所属的评查问题（questions）")
    if item.may_be_absent and not standard.absence_reasons:
        raise refuse(where, "可标不涉及，但标准没有列出不涉及的理由")
    for clause in item.clauses:
        _check_clause(item, clause)
        _check_references(standard, item, clause)
    _check_links(item, where, standard)
    clauses = {clause.id for clause in item.clauses}
    for link in item.links:
        if link.clause and link.clause not in clauses:
            raise refuse(where, f"规则 {link.rule} 所对应的扣分情形“{link.clause}”不存在")


def _check_references(standard: Standard, item: Item, clause: Clause) -> None:
    where = f"评查项 {item.id} 的 {clause.id} "
    if clause.veto and clause.veto not in {veto.id for veto in standard.vetoes}:
        raise refuse(where, f"否决项“{clause.veto}”不存在")
    carriers = {group.fault: group.items for group in standard.exclusive}
    if clause.fault and item.id not in carriers.get(clause.fault, ()):
        raise refuse(where, f"互斥组“{clause.fault}”不存在或不含本项")


def _check_clause(item: Item, clause: Clause) -> None:
    where = f"评查项 {item.id} 的 {clause.id} "
    if not re.fullmatch(re.escape(item.id) + r"\.\d{1,2}", clause.id):
        raise refuse(where, f"编号应为“{item.id}.数字”")
    if clause.points > item.points:
        raise refuse(where, f"扣 {clause.points} 分，超过本项满分 {item.points} 分")
    if clause.method in _FULL_POINTS and clause.points != item.points:
        raise refuse(where, f"按整项计算，分值应等于本项满分 {item.points} 分")
    if (clause.method is Method.THRESHOLD) != (clause.threshold > 0):
        raise refuse(where, "“threshold”须与 threshold 方法一起使用，且大于 0")


def _check_links(target: Item | Veto, where: str, standard: Standard) -> None:
    known = {item.id for item in standard.items}
    for rule in target.rules:
        match = _RULE.fullmatch(rule)
        if not is_rule_code(rule) or (match and match[3] and match[3] not in known):
            raise refuse(where, f"规则“{rule}”不存在", "请使用规则清单中的编号。")
    if isinstance(target, Veto):
        if len(target.short) > SHORT_TITLE:
            raise refuse(where, f"简称“{target.short}”超过 {SHORT_TITLE} 个字")
        if any(link.clause for link in target.links):
            raise refuse(where, "否决项的规则不能对应扣分情形")


def _check_exclusive(standard: Standard) -> None:
    known = {item.id for item in standard.items}
    for group in standard.exclusive:
        where = f"互斥组 {group.fault} "
        if len(set(group.items)) < 2:
            raise refuse(where, "至少要有两个评查项")
        for item in group.items:
            if item not in known:
                raise refuse(where, f"评查项“{item}”不存在")


def _check_bands(standard: Standard, where: str) -> None:
    if not standard.bands:
        raise refuse(where, "没有等次")
    starts = [band.from_total for band in standard.bands]
    for band, (upper, lower) in zip(standard.bands[1:], pairwise(starts), strict=True):
        if lower >= upper:
            raise refuse(f"等次 {band.name} ", "起点分应低于前一等次，等次须由高到低排列")
    if starts[-1] != 0:
        raise refuse(f"等次 {standard.bands[-1].name} ", "最低等次的起点分应为 0")
    types = {veto.type for veto in standard.vetoes}
    if VetoType.A in types and not any(band.failing for band in standard.bands):
        raise refuse(where, "有 A 型否决项，但没有标明哪一等次是不合格（failing）")
    if VetoType.B in types and all(band.excellent for band in standard.bands):
        raise refuse(where, "有 B 型否决项，但所有等次都是优秀")
