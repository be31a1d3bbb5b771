"""What cannot be read in is named with its remedy, and nothing of it is kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.errors import BadPackage, UserError
from reviewer.exchange import Standing
from reviewer.model import Choice
from reviewer.progress import Silent
from tests.store.test_campaigns import make_row
from tests.workspace.campaigns.builders import CAMPAIGN, LI, Desk
from tests.workspace.campaigns.test_package_damage import DAMAGES, rewrite

FIRST = make_row(1).case
PARTS = 10


def refused(desk: Desk, package: Path) -> UserError:
    """Return why a package is refused; nothing of it was kept."""
    before, originals = desk.dump(), desk.originals
    with pytest.raises(UserError) as caught:
        desk.packages.merge(package, Silent())
    assert (desk.dump(), desk.originals) == (before, originals)
    return caught.value


def test_a_package_that_was_cut_anywhere_is_named(leader: Desk, li: Desk, tmp_path: Path) -> None:
    body = leader.task(tmp_path / "李工.zip", LI).read_bytes()
    cut = tmp_path / "李工（拷贝）.zip"

    for part in range(PARTS):
        cut.write_bytes(body[: len(body) * part // PARTS])
        why = refused(li, cut)
        assert "“李工（拷贝）.zip”" in str(why)
        assert "重新" in why.remedy


def test_a_changed_byte_is_found_or_changes_nothing(leader: Desk, li: Desk, tmp_path: Path) -> None:
    """A day in the head of an entry of the ZIP says nothing; everything that is read is checked."""
    sound = leader.task(tmp_path / "李工.zip", LI)
    body, changed = sound.read_bytes(), tmp_path / "李工（拷贝）.zip"
    found = 0
    for part in range(2 * PARTS):
        at = len(body) * part // (2 * PARTS) + 7
        changed.write_bytes(body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :])
        before = li.dump()
        why = refusal(li, changed)
        if why is None:
            again = li.read(sound).counts
            assert again[Standing.SAME] == sum(again.values())
        else:
            found += 1
            assert "“李工（拷贝）.zip”" in str(why)
            assert li.dump() == before
    assert found >= PARTS


def refusal(desk: Desk, package: Path) -> UserError | None:
    try:
        desk.packages.merge(package, Silent())
    except UserError as why:
        return why
    return None


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_damage_is_told_with_the_name_of_the_file(
    leader: Desk, li: Desk, tmp_path: Path, damage: str
) -> None:
    package = rewrite(leader.task(tmp_path / "李工.zip", LI), DAMAGES[damage][0])

    why = refused(li, package)

    assert "“李工.zip”" in str(why)
    assert why.remedy


def test_a_result_of_a_campaign_that_is_not_here_is_refused(
    leader: Desk, li: Desk, zhao: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    li.mark(FIRST, "A1", Choice.CONFORMS)
    result = li.result(tmp_path / "李工成果.zip")

    why = refused(zhao, result)

    assert "“李工成果.zip”" in str(why)
    assert CAMPAIGN.name in str(why)
    assert "组织单位" in why.remedy
    with pytest.raises(BadPackage):
        zhao.packages.preview(result)


def test_an_older_result_after_a_newer_one_takes_nothing_back(
    leader: Desk, li: Desk, tmp_path: Path
) -> None:
    li.read(leader.task(tmp_path / "李工.zip", LI))
    li.mark(FIRST, "A1", Choice.CONFORMS)
    older = li.result(tmp_path / "一.zip")
    li.mark(FIRST, "G1", Choice.CONFORMS)
    given = li.records.load(CAMPAIGN.id).assignments[0]
    li.records.save(CAMPAIGN.id, [replace(given, manual=True)], "改为人工指定")
    newer = li.result(tmp_path / "二.zip")

    leader.read(newer)
    before = leader.dump()
    for package in (older, newer, older):
        merged = leader.read(package)
        assert merged.counts[Standing.CONFLICT] == merged.counts[Standing.UPDATED] == 0
        assert leader.dump() == before
