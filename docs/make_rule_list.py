"""Rewrite the tables of docs/manual.md that come from the program: run after changing any of them.

Each table stands between two markers, `<!-- begin: NAME -->` and `<!-- end: NAME -->`; everything
between them is replaced, the rest of the manual is left alone.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from reviewer.checking import load_figures, load_rules
from reviewer.intake.kinds import Format
from reviewer.intake.refusals import refusal
from reviewer.model import Standard, VetoType
from reviewer.model.figures import MADE_UP, Measured, sum_scores
from reviewer.scoring import load_standards
from reviewer.ui.actions import ACTIONS, MENUS, Action, shown_key

MANUAL = Path(__file__).with_name("manual.md")

_OLD_OFFICE = (".doc", ".wps", ".wpt", ".et", ".ett", ".dps", ".xls", ".ppt", ".msg")
_WHERE = {
    "table": "（首页列表）",
    "list": "（评查清单）",
    "page": "（页面）",
    "timeline": "（时间线）",
    "meeting": "（合议）",
}


def rule_table() -> Iterator[str]:
    """Yield the rules in the order of the program, and how they fared on made-up case files."""
    measured = load_figures()
    kinds = [[one for one in measured if one.scanned is scanned] for scanned in (False, True)]
    cases = "，".join(
        f"{name} {sum(one.cases for one in kind)} 卷"
        for name, kind in zip(("文字", "扫描"), kinds, strict=True)
    )
    yield f"后两栏{MADE_UP}（{cases}）：查出的处数/设置的处数，有误报的另行写明。"
    yield ""
    rows = (
        (r.code, r.title, "、".join(r.basis), r.method, *(_fared(r.code, kind) for kind in kinds))
        for r in load_rules()
    )
    yield from _table(("代码", "名称", "依据", "查什么", "文字", "扫描"), rows)


def standard_lists() -> Iterator[str]:
    """Yield each standard with its groups, items and vetoes; the same items only once."""
    told: dict[tuple[str, ...], str] = {}
    for standard in load_standards():
        yield f"**{standard.name}**（`{standard.id}`，{standard.version} 版，{_size(standard)}）"
        yield ""
        lines = tuple(_lines_of(standard))
        same = told.setdefault(lines, standard.name)
        yield from lines if same == standard.name else (f"- 评查项和分值与《{same}》相同",)
        for type_, name in ((VetoType.A, "A 型否决"), (VetoType.B, "B 型否决")):
            vetoes = [f"{v.id} {v.short}" for v in standard.vetoes if v.type is type_]
            if vetoes:
                yield f"- {name}：{'、'.join(vetoes)}"
        yield ""


def key_table() -> Iterator[str]:
    """Yield every action that has a key, by menu, two to a row."""
    yield "| 操作 | 按键 | 操作 | 按键 |"
    yield "| --- | --- | --- | --- |"
    for menu in MENUS:
        keyed = [action for action in ACTIONS if action.menu == menu and action.keys]
        cells = [f"{action.name} | {_keys(action)}" for action in keyed]
        cells += [" | "] * (len(cells) % 2)
        yield f"| **{menu}** | | | |"
        for left, right in zip(cells[::2], cells[1::2], strict=True):
            yield f"| {left} | {right} |"


def refusal_table() -> Iterator[str]:
    """Yield why a format is not read and what to do, those with the same remedy together."""
    remedies: dict[str, list[str]] = {}
    paths = [(form, "") for form in Format if form is not Format.OLE]
    for form, suffix in [*paths, *((Format.OLE, suffix) for suffix in _OLD_OFFICE)]:
        refused = refusal(form, f"文件{suffix}")
        if refused is not None:
            reasons = remedies.setdefault(refused.remedy, [])
            if str(refused) not in reasons:
                reasons.append(str(refused))
    return _table(("提示", "办法"), (("".join(why), remedy) for remedy, why in remedies.items()))


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "refusals": refusal_table,
    "keys": key_table,
    "rules": rule_table,
    "standards": standard_lists,
}


def renewed(text: str) -> str:
    """Return the manual `text` with every table made anew.

    Raises:
        ValueError: a pair of markers is missing.
    """
    for name, lines in TABLES.items():
        begin, end = f"<!-- begin: {name} -->", f"<!-- end: {name} -->"
        pattern = re.compile(f"({re.escape(begin)}\n).*?({re.escape(end)})", re.DOTALL)
        if len(pattern.findall(text)) != 1:
            raise ValueError(f"markers of {name!r}")
        body = "\n".join(lines()).strip("\n")
        head, tail = pattern.split(text)[0], pattern.split(text)[-1]
        text = f"{head}{begin}\n\n{body}\n\n{end}{tail}"
    return text


def _fared(code: str, measured: Iterable[Measured]) -> str:
    scores = (score for one in measured for score in one.rules if score.rule == code)
    score = sum_scores(code, scores)
    found = f"{score.found}/{score.planted}" if score.planted else ""
    false = f"误报 {score.false_alarms}" if score.false_alarms else ""
    return "，".join(filter(None, (found, false))) or "—"


def _keys(action: Action) -> str:
    keys = "、".join(dict.fromkeys(map(shown_key, action.keys)))
    return keys + _WHERE.get(action.where, "")


def _lines_of(standard: Standard) -> Iterator[str]:
    for group in standard.groups:
        items = "、".join(
            f"{item.id} {item.short} {item.points:f}"
            for item in standard.items
            if item.group == group.id
        )
        yield f"- {group.id} {group.name}（{group.points:f} 分）：{items}"


def _size(standard: Standard) -> str:
    vetoes = f"，一票否决 {len(standard.vetoes)} 项" if standard.vetoes else ""
    return f"{len(standard.items)} 项，{standard.total:f} 分{vetoes}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    MANUAL.write_text(renewed(MANUAL.read_text(encoding="utf-8")), encoding="utf-8")
