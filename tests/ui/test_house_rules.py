"""Rules of the house that a reader of one file would not notice to be broken."""

import re
from pathlib import Path

import pytest

import reviewer.ui
from reviewer.resources import resource

_UI = Path(reviewer.ui.__file__).parent
_OUTSIDE_THEME = sorted(path for path in _UI.rglob("*.py") if path.parent.name != "theme")
_IN_OTHER_COLOURS = {"app", "combo-arrow", "mark-check", "mark-dot"}
_NAMES = [str(path.relative_to(_UI)) for path in _OUTSIDE_THEME]


@pytest.mark.parametrize("path", _OUTSIDE_THEME, ids=_NAMES)
def test_colours_and_style_sheets_stay_in_the_theme(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert not re.search(r"#[0-9a-fA-F]{6}\b", source)
    assert "setStyleSheet" not in source


@pytest.mark.parametrize("path", _OUTSIDE_THEME, ids=_NAMES)
def test_nothing_blocks_or_pumps_the_event_loop(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert "processEvents" not in source
    assert not re.search(r"(?<!app)\.exec\(\)", source)


@pytest.mark.parametrize("path", _OUTSIDE_THEME, ids=_NAMES)
def test_words_on_screen_are_plain(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert not re.search("您|抱歉|智能|系统错误|！|违法的|无效的", source)


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_an_icon_is_drawn_on_the_24_grid_with_the_same_stroke(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")

    assert 'viewBox="0 0 24 24"' in drawing
    if path.stem not in _IN_OTHER_COLOURS:
        assert 'stroke-width="1.8"' in drawing
        assert set(re.findall(r"#[0-9A-Fa-f]{3,6}", drawing)) == {"#000"}
