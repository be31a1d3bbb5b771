"""The demonstration of a campaign, small: three units, four reviewers, six summary cases."""

from pathlib import Path

import pytest

from reviewer.errors import Refused
from reviewer.workspace.campaign_demo.play import play_campaign
from reviewer.workspace.campaign_demo.setting import SMALL
from reviewer.workspace.campaigns.papers import PaperKind

NAMED = (
    *("通知", "抽取记录", "评查表", "意见书", "问题清单", "合议记录", "反馈意见", "通报"),
    *("汇总表", "整改通知书", "整改台账"),
)


def test_a_whole_campaign_is_played_and_nothing_is_lost(tmp_path: Path) -> None:
    played = play_campaign(tmp_path / "demo-out", SMALL, parallel=False)

    assert played.wrong == ()
    names = "\n".join(path.name for path in played.documents)
    assert [name for name in NAMED if name not in names] == []
    found = {one.name: one.found for one in played.counts}
    assert found["抽中案卷"] == SMALL.cases
    assert found["合议案卷"] > 0
    assert found["已答复的申辩"] > 0
    assert found["转入下年的问题"] > 0
    assert (tmp_path / "demo-out" / f"{PaperKind.DRAW}.json").is_file()


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "我的文件.txt").write_text("重要", encoding="utf-8")

    with pytest.raises(Refused, match="已有其他文件"):
        play_campaign(tmp_path, SMALL, parallel=False)

    assert (tmp_path / "我的文件.txt").exists()
