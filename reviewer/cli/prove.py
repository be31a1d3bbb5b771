"""`reviewer prove`: measures the program on made-up case files with planted faults."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from reviewer.checking import FIGURES_FILE, load_figures, save_figures
from reviewer.cli.commands import commands
from reviewer.cli.prove_text import figures_text, misses_text
from reviewer.cli.streams import ProgressLines, tell, write_result
from reviewer.errors import UserError
from reviewer.model.figures import MADE_UP
from reviewer.paths import settings_file
from reviewer.proof import (
    DEFAULT_SEED,
    Form,
    Proven,
    Request,
    measured,
    merged,
    prove,
    refuse_figures,
    sum_up,
)
from reviewer.settings import load_settings
from reviewer.workspace.own_answers import own_answers

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
@click.option(
    "--figures",
    "figures_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="把各规则、各形式的结果写入这个文件，所测形式的旧结果被代替；"
    f"随程序附带、窗口显示的是 resources/{FIGURES_FILE}。只收公布用的种子的结果。",
)
@click.option("--any-seeds", is_flag=True, help="--figures 也收写规则用的种子的结果，仅供试用。")
@click.option(
    "--data",
    "data_folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="并列本机评查人回答的比率时所读的资料文件夹；不写时取窗口所用的。",
)
@click.option("--misses", is_flag=True, hidden=True)
def prove_command(
    cases: int,
    seed: int,
    forms: str,
    rules: str,
    save: Path | None,
    figures_file: Path | None,
    any_seeds: bool,
    data_folder: Path | None,
    misses: bool,
) -> int:
    """Make, read and check `cases` case files and print the figures."""
    request = Request(cases, seed, _forms(forms), frozenset(filter(None, rules.split(","))))
    if figures_file is not None:
        before = load_figures(figures_file)
        refuse_figures(request, before, figures_file, any_seeds=any_seeds)
    proven = []
    for one in prove(request, ProgressLines()):
        proven.append(one)
        if misses:
            for line in misses_text(one):
                write_result(line)
    own = _own_rate(data_folder)
    for line in figures_text(sum_up(proven), request, own):
        write_result(line)
    if save is not None:
        save.write_text(_as_json(proven), encoding="utf-8", newline="\n")
    if figures_file is not None:
        now = measured(proven, request, datetime.now().astimezone().date())
        # Read again: the other run, of text files or of scans, may have ended in between.
        save_figures(merged(load_figures(figures_file), now), figures_file)
        tell(f"测量结果已写入“{figures_file}”。")
    return 0


def _own_rate(folder: Path | None) -> str:
    """Return the rates of the reviewers' own answers in `folder`, or in that of the window."""
    known = str(folder or "") or load_settings(settings_file()).data_folder
    try:
        return own_answers(Path(known)) if known else ""
    except UserError as error:
        # The figures that took an hour to measure are printed all the same.
        tell(f"本机评查人的回答未能读取：{error}{error.remedy}")
        return ""


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
    content = {"note": MADE_UP, "forms": sums, "rules": rules, "cases": cases}
    return json.dumps(content, ensure_ascii=False, indent=1)
