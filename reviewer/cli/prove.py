"""`reviewer prove`: measures the program on made-up case files with planted faults."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from reviewer.cli.commands import commands
from reviewer.cli.prove_text import figures_text, misses_text
from reviewer.cli.streams import ProgressLines, write_result
from reviewer.proof import DEFAULT_SEED, Form, Proven, Request, prove, sum_up

_FORMS = {form.value: form for form in Form}


@commands.command(
    name="prove",
    help="用程序自制的虚构案卷测量查全率、查准率和页码命中率。\n\n"
    "案卷写入临时文件夹，测完删除；同样的种子得到同样的案卷。",
    short_help="用程序自制的虚构案卷测量查全率、查准率和页码命中率。",
)
@click.option(
    "--cases", type=click.IntRange(1, 5000), default=30, metavar="个数", help="案卷个数，默认30。"
)
@click.option("--seed", type=int, default=DEFAULT_SEED, metavar="种子", help="第一个案卷的种子。")
@click.option(
    "--forms",
    default="word,text_pdf,archive",
    metavar="形式",
    help="案卷形式，用逗号分开：" + "、".join(_FORMS) + "。",
)
@click.option("--rules", default="", metavar="规则", help="只设置这些规则的问题，用逗号分开。")
@click.option(
    "--save", type=click.Path(path_type=Path), metavar="文件", help="把全部结果写入 JSON 文件。"
)
@click.option("--misses", is_flag=True, hidden=True)
def prove_command(
    cases: int, seed: int, forms: str, rules: str, save: Path | None, misses: bool
) -> int:
    """Make, read and check `cases` case files and print the figures."""
    request = Request(cases, seed, _forms(forms), frozenset(filter(None, rules.split(","))))
    proven = []
    for one in prove(request, ProgressLines()):
        proven.append(one)
        if misses:
            for line in misses_text(one):
                write_result(line)
    figures = sum_up(proven)
    for line in figures_text(figures, request):
        write_result(line)
    if save is not None:
        save.write_text(_as_json(proven), encoding="utf-8", newline="\n")
    return 0


def _forms(text: str) -> tuple[Form, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if unknown := [name for name in names if name not in _FORMS]:
        raise click.BadParameter(f"没有“{unknown[0]}”这种形式，可选：{'、'.join(_FORMS)}")
    if not names:
        raise click.BadParameter("请至少给出一种形式")
    return tuple(dict.fromkeys(_FORMS[name] for name in names))


def _as_json(proven: Sequence[Proven]) -> str:
    """Return every case with what was planted, found, missed and false."""
    cases = [
        {
            "seed": one.drawn.seed,
            "form": one.drawn.form.value,
            "clean": one.clean,
            "pages": one.pages,
            "recognised": one.recognised,
            "seconds": round(one.seconds, 2),
            "planted": [asdict(planted) for planted in one.made.planted],
            "missed": [planted.fault for planted in one.comparison.missed],
            "page_wrong": [planted.fault for planted in one.comparison.page_wrong],
            "false_alarms": {f.rule: f.message for f in one.comparison.false_alarms},
            "unsure": {f.rule: f.message for f in one.comparison.unsure},
            "applicable": one.comparison.applicable,
        }
        for one in proven
    ]
    figures = sum_up(proven)
    sums = [asdict(one) | {"form": one.form.value if one.form else "all"} for one in figures.forms]
    rules = [asdict(one) for one in figures.rules]
    content = {"forms": sums, "rules": rules, "cases": cases}
    return json.dumps(content, ensure_ascii=False, indent=1)
