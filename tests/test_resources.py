"""Shipped data is refused with a sentence when it is missing or wrong."""

from pathlib import Path

import pytest

from reviewer.errors import BadData
from reviewer.fonts import FontRole, find_font
from reviewer.resources import load_yaml


def test_a_missing_file_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="规则") as caught:
        load_yaml(tmp_path / "规则.yaml")

    assert caught.value.remedy


def test_a_file_that_is_not_yaml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "规则.yaml"
    path.write_text("a: [1, 2", encoding="utf-8")

    with pytest.raises(BadData, match="规则"):
        load_yaml(path)


def test_a_key_written_twice_is_refused_and_named(tmp_path: Path) -> None:
    path = tmp_path / "规则.yaml"
    path.write_text("T18: {days: 7, basis: 甲, days: 5}", encoding="utf-8")

    with pytest.raises(BadData, match="days”写了两次"):
        load_yaml(path)


@pytest.mark.parametrize("role", list(FontRole))
def test_every_role_has_a_font_file(role: FontRole) -> None:
    assert find_font(role).path.is_file()
