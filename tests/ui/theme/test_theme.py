import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from reviewer.resources import resource
from reviewer.ui.theme import FONT_SIZES, Tokens, apply_theme, make_tokens, pixmap
from reviewer.ui.theme.paint import fill_line

_GROUNDS = ("ground", "panel", "raised")
_TEXTS = ("ink", "ink2", "blue", "red", "green", "amber", "grey")


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize("ground", _GROUNDS)
def test_text_can_be_read_on_every_ground(theme: str, text: str, ground: str) -> None:
    tokens = make_tokens(theme, 12)

    assert _contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["blue", "red", "green", "amber", "grey"])
def test_white_can_be_read_on_every_fill(theme: str, name: str) -> None:
    tokens = make_tokens(theme, 12)

    assert _contrast(tokens.on_fill, getattr(tokens, f"{name}_fill")) >= 4.5
    assert _contrast(getattr(tokens, name), getattr(tokens, f"{name}_wash")) >= 4.5


@pytest.mark.parametrize(("size", "row"), [(12, 30), (14, 35), (16, 40), (18, 45)])
def test_rows_grow_with_the_font(size: int, row: int) -> None:
    assert make_tokens("light", size).row == row


def test_the_menu_bar_fits_into_its_row_at_every_size(qapp: QApplication) -> None:
    from PySide6.QtWidgets import QMenuBar

    for size in FONT_SIZES:
        tokens = make_tokens("light", size)
        apply_theme(qapp, tokens)
        bar = QMenuBar()
        bar.addMenu("文件")
        assert bar.sizeHint().height() <= tokens.bar
    apply_theme(qapp, make_tokens("light", 12))


def test_the_style_sheet_has_no_name_left_unfilled(qapp: QApplication, tokens: Tokens) -> None:
    apply_theme(qapp, tokens)

    assert "$" not in qapp.styleSheet()
    assert tokens.blue in qapp.styleSheet()


def test_an_icon_takes_the_colour_and_the_device_size(qapp: QApplication) -> None:
    drawn = pixmap("check", "#1F4E79", 18, 1.25)
    image = drawn.toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }

    assert (drawn.width(), drawn.devicePixelRatio()) == (22, 1.25)
    assert colours == {"#1f4e79"}


def test_icons_are_drawn_once(qapp: QApplication) -> None:
    assert pixmap("check", "#1F4E79", 18) is pixmap("check", "#1F4E79", 18)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_hairline_is_whole_device_pixels(qapp: QApplication, ratio: float) -> None:
    target = QPixmap(round(40 * ratio), round(40 * ratio))
    target.setDevicePixelRatio(ratio)
    target.fill(QColor("white"))
    painter = QPainter(target)
    fill_line(painter, QRectF(0, 13, 40, 1), "#000000")
    painter.end()
    image: QImage = target.toImage()
    column = [image.pixelColor(5, y).value() for y in range(image.height())]

    assert set(column) == {0, 255}
    assert column.count(0) == max(1, round(ratio))


def test_every_icon_named_in_the_code_is_drawn() -> None:
    drawn = {path.stem for path in resource("icons").glob("*.svg")}

    assert {"app", "home", "folder", "gear", "search", "check", "cross"} <= drawn
