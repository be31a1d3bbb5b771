"""`reviewer demo --campaign`: plays a whole campaign and says what came of each step."""

from collections.abc import Iterator
from pathlib import Path

from reviewer.cli.streams import ProgressLines, write_result
from reviewer.workspace.campaign_demo.counting import Count
from reviewer.workspace.campaign_demo.play import CampaignDemo, play_campaign

LOST = 1
"""Exit status when a document is missing or a record got lost."""


def play(folder: Path) -> int:
    """Play the campaign into `folder`; return the exit status."""
    played = play_campaign(folder.resolve(), progress=ProgressLines())
    for line in _lines(played):
        write_result(line)
    return LOST if played.wrong else 0


def _lines(played: CampaignDemo) -> Iterator[str]:
    yield "评查活动演示：单位、人员、案卷均为虚构，评查意见由程序按种子模拟，不代表真实评查。"
    yield ""
    yield from map(_line, played.counts)
    yield ""
    yield from (f"转入下年时：{note}" for note in played.notes)
    folder = played.data_folder.parent
    yield f"文书 {len(played.documents)} 份，在“{folder}”。"
    yield f'在窗口中查看：python dev.py run --data "{played.data_folder}"'
    yield "窗口先显示转入的下年活动；本次活动在“活动”页右上的列表中选。"
    if played.wrong:
        yield f"有 {len(played.wrong)} 处与应有的数目不符，见上面标“不符”的各行。"
    else:
        yield "各步数目相符，没有缺少的文书和丢失的记录。"


def _line(one: Count) -> str:
    if one.wanted is None:
        return f"  {one.name}　{one.found}"
    return f"  {one.name}　{one.found}，应为 {one.wanted}{'' if one.is_right else '　不符'}"
