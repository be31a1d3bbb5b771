"""`reviewer demo`: plays the demonstration and says what was found against what was planted."""

from collections.abc import Iterator
from pathlib import Path

import click

from reviewer.cli import campaign_demo
from reviewer.cli.commands import commands
from reviewer.cli.streams import ProgressLines, write_result
from reviewer.model import Verdict
from reviewer.model.figures import MADE_UP
from reviewer.workspace.demo import Demo, DemoResult, play


@commands.command(help="制作六个虚构案卷，导入、核查、评查并写出文书。")
@click.argument(
    "folder", metavar="[文件夹]", type=click.Path(path_type=Path), default=Path("demo-out")
)
@click.option(
    "--campaign",
    is_flag=True,
    help="演示一次完整的年度评查活动：12 个单位、10 名评查人、60 卷，三个资料库，全部文书。",
)
def demo(folder: Path, *, campaign: bool) -> int:
    """Play the demonstration into `folder`."""
    if campaign:
        return campaign_demo.play(folder)
    played = play(folder.resolve(), ProgressLines())
    for line in _lines(played):
        write_result(line)
    return 0


def _lines(played: Demo) -> Iterator[str]:
    yield f"案卷为虚构。以下结果{MADE_UP}。"
    for result in played.results:
        yield ""
        yield from _of_case(result)
    found = sum(len(result.comparison.found) for result in played.results)
    planted = sum(len(result.made.planted) for result in played.results)
    false = sum(len(result.comparison.false_alarms) for result in played.results)
    yield ""
    yield f"合计：设置问题 {planted} 处，查出 {found} 处，误报 {false} 处。"
    yield f"文书 {len(played.documents)} 份，在“{played.documents[0].parent}”。"


def _of_case(result: DemoResult) -> Iterator[str]:
    score, comparison = result.score, result.comparison
    yield f"{result.made.name}（{result.pages} 页）　总分 {score.total}　{score.grade}"
    if not result.made.planted:
        yield "  未设置问题。"
    for one in comparison.found:
        page = "页码正确" if one in comparison.page_right else "页码不符"
        yield f"  查出　{one.rule}　{one.what}{f'（{page}）' if one.pages else ''}"
    for one in comparison.missed:
        yield f"  漏查　{one.rule}　{one.what}"
    for finding in comparison.false_alarms:
        yield f"  误报　{finding.rule}　{finding.message}"
    for finding in comparison.unsure:
        word = "无法判断" if finding.verdict is Verdict.CANNOT_TELL else "需核实"
        yield f"  {word}　{finding.rule}　{finding.message}"
