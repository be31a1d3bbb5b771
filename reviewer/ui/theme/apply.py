"""Putting the tokens on the application: Fusion, a palette, one style sheet and the font.

The only module that calls `setStyleSheet`.  Widgets say what they are with `look`; the style
sheet says what that looks like.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from string import Template

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.resources import resource
from reviewer.ui.theme.tokens import Tokens


def apply_theme(app: QApplication, tokens: Tokens) -> None:
    """Give the whole application the look of `tokens`; may be called again at any time."""
    # Under the old sheet every widget would take the new style, font and sheet one after the
    # other: with all places of home that is 2.4 s of CPU, and 0.5 s so.
    app.setStyleSheet("")
    app.setStyle("Fusion")
    # For the few drawings that a style sheet has to name: the grey arrow of combo boxes, which
    # can be seen in both themes, and the white marks on a blue fill.
    QDir.setSearchPaths("icons", [str(resource("icons"))])
    font = QFont(tokens.font_family)
    font.setPixelSize(tokens.body)
    app.setFont(font)
    app.setPalette(_palette(tokens))
    app.setStyleSheet(_sheet(tokens))


@contextmanager
def undressed() -> Iterator[None]:
    """Let many widgets be made without the style sheet, and put it on all of them at once.

    With it on, every widget that gets a parent hands the style down to all below it, at every
    level of a page that is put together: the places of home took 1.3 s of CPU, and take 0.6 s so.
    Nothing may be shown or measured meanwhile.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def follow_system(theme: str) -> str:
    """Return `light` or `dark` for the setting `theme`, asking the system for `system`."""
    if theme != "system":
        return theme
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def look(widget: QWidget, kind: str, **more: str) -> None:
    """Say what `widget` is, such as `caption` or `primary`, so that the style sheet finds it.

    `more` sets further words that the sheet knows, such as `tone="red"`.
    """
    widget.setProperty("look", kind)
    for name, value in more.items():
        widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _sheet(tokens: Tokens) -> str:
    values = asdict(tokens) | _derived(tokens)
    values["font_family"] = ", ".join(f'"{name}"' for name in tokens.font_family.split(", "))
    return Template(_source()).substitute({name: str(value) for name, value in values.items()})


def _derived(tokens: Tokens) -> dict[str, int]:
    # Qt counts borders and padding on top of min-height, and the focus ring is a pixel wider
    # than the border: so that nothing moves, what is inside gives way.
    def scaled(size: int) -> int:
        return round(size * tokens.scale)

    filter_height = scaled(26)
    return {
        "control_inner": tokens.control - 2,
        "control_focus": tokens.control - 2 * tokens.ring,
        "small_inner": tokens.control_small - 2,
        "small_focus": tokens.control_small - 2 * tokens.ring,
        "filter_inner": filter_height - 2,
        "filter_focus": filter_height - 2 * tokens.ring,
        "button_pad": scaled(12),
        "button_pad_focus": scaled(12) - 1,
        "small_pad_focus": tokens.gap - 1,
        "link_pad_focus": tokens.unit - 1,
        "key_pad": scaled(6),
        "key_inner": scaled(22) - 2,
        "menu_pad": max(2, (tokens.bar - scaled(26)) // 2),
        "menu_side": scaled(10),
        "menu_near": scaled(24),
        "menu_far": scaled(28),
        "scroll": scaled(10),
        "bar_height": scaled(7),
        "indicator": scaled(16),
        "indicator_round": scaled(16) // 2 + 1,
        "tab_pad": scaled(12),
        "tab_height": tokens.bar - 2,
        "tab_widest": scaled(220),
    }


@cache
def _source() -> str:
    return files(__package__).joinpath("reviewer.qss").read_text(encoding="utf-8")


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    everywhere = {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.raised,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.ink,
        role.Button: tokens.raised,
        role.ButtonText: tokens.ink,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.ink,
        role.PlaceholderText: tokens.ink2,
        role.Highlight: tokens.blue_fill,
        role.HighlightedText: tokens.on_fill,
        role.Link: tokens.blue,
        role.LinkVisited: tokens.blue,
        role.Light: tokens.raised,
        role.Midlight: tokens.panel,
        role.Mid: tokens.line2,
        role.Dark: tokens.edge,
        role.Shadow: tokens.sunken,
        role.BrightText: tokens.on_fill,
        role.Accent: tokens.blue_fill,
    }
    for which, colour in everywhere.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.ink3))
    return palette
