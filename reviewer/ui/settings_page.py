"""Settings: type size, theme, who sits here, and where the case files are kept.

Every choice acts at once and is kept; nothing has to be confirmed.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.model import Person
from reviewer.settings import Settings
from reviewer.ui.dialogs import ask_folder
from reviewer.ui.forms import Form, Segments
from reviewer.ui.parts import button, card, column, dress, label, row
from reviewer.ui.theme import FONT_SIZES, Tokens, look
from reviewer.ui.words import size_text

_THEMES = (("system", "跟随系统"), ("light", "浅色"), ("dark", "深色"))
_WIDEST = 820


class SettingsPage(QWidget):
    """What a user can choose on this computer."""

    font_size_chosen = Signal(int)
    theme_chosen = Signal(str)
    person_changed = Signal(str, str)  # name, unit
    folder_chosen = Signal(Path)
    move_cancelled = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._sizes = Segments(tuple((str(size), str(size)) for size in FONT_SIZES))
        self._themes = Segments(_THEMES)
        self._sizes.chosen.connect(self._on_size)
        self._themes.chosen.connect(self.theme_chosen)
        shown = Form(tokens)
        shown.add("字号", self._sizes, "正文磅数；列表行高随之变化。")
        shown.add("主题", self._themes)
        self._who = Form(tokens)
        self._who.add_text("name", "姓名").editingFinished.connect(self._on_person)
        self._who.add_text("unit", "单位", hint="姓名和单位印在评查表上。").editingFinished.connect(
            self._on_person
        )
        self._folder = label("", "body", wraps=True)
        self._space = label("", "caption")
        self._move = button("换位置…", "normal", self._on_move)
        kept = Form(tokens)
        kept.add("位置", self._folder)
        self._moving = QWidget()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._moved = label("", "caption")
        stop = button("取消", "small", self.move_cancelled.emit)
        self._moving.setLayout(column(self._bar, row(self._moved, 1, stop)))
        self._moving.hide()
        self._failed = label("", "body", wraps=True)
        look(self._failed, "body", tone="red")
        self._failed.hide()
        body = column(
            self._section(tokens, "显示", shown),
            self._section(tokens, "评查人", self._who),
            self._section(
                tokens, "资料库", kept, row(self._space, 1, self._move), self._moving, self._failed
            ),
            1,
            gap=tokens.block,
        )
        self._build(tokens, body)
        self.set_tokens(tokens)

    def _build(self, tokens: Tokens, body: QVBoxLayout) -> None:
        inside = QWidget()
        look(inside, "clear")
        body.insertWidget(0, label("设置", "page_title"))
        body.setContentsMargins(tokens.margin, tokens.inset, tokens.margin, tokens.block)
        inside.setLayout(body)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    @staticmethod
    def _section(tokens: Tokens, heading: str, *parts: object) -> QWidget:
        made = card()
        made.setMaximumWidth(round(_WIDEST * tokens.scale))
        inside = QVBoxLayout(made)
        inside.setContentsMargins(tokens.inset, tokens.block, tokens.inset, tokens.block)
        inside.setSpacing(tokens.gap)
        inside.addWidget(label(heading, "title"))
        for part in parts:
            if isinstance(part, QWidget):
                inside.addWidget(part)
            else:
                inside.addLayout(part)  # type: ignore[arg-type]
        return made

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours."""
        dress(self, tokens)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        self._sizes.choose(str(settings.font_size))
        self._themes.choose(settings.theme)

    def show_person(self, person: Person | None) -> None:
        """Show who sits here."""
        self._who.set_text("name", person.name if person else "")
        self._who.set_text("unit", person.unit if person else "")

    def show_folder(self, folder: Path, free: int) -> None:
        """Show where the case files are kept and how much room is left."""
        self._folder.setText(str(folder))
        self._space.setText(f"所在磁盘剩余 {size_text(free)}。换位置时原件逐个核对后再删旧处。")

    def show_moving(self, done: int, total: int, what: str) -> None:
        """Show how far the move has come; a total of 0 hides it."""
        self._moving.setVisible(total > 0)
        self._move.setEnabled(total == 0)
        if total:
            self._failed.hide()
            self._bar.setMaximum(total)
            self._bar.setValue(done)
            self._moved.setText(f"正在搬移 {done}/{total}　{what}")

    def show_refusal(self, sentence: str) -> None:
        """Say why the folder cannot be moved there."""
        self.show_moving(0, 0, "")
        self._failed.setText(sentence)
        self._failed.show()

    def _on_size(self, size: str) -> None:
        self.font_size_chosen.emit(int(size))

    def _on_person(self) -> None:
        name, unit = self._who.text("name"), self._who.text("unit")
        if name:
            self.person_changed.emit(name, unit)

    def _on_move(self) -> None:
        ask_folder(self, "选资料库的新位置", self._on_folder)

    def _on_folder(self, path: str) -> None:
        self.folder_chosen.emit(Path(path))
