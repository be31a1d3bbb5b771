"""The middle of the workbench: page bar, document strip, find bar, canvas, absence strip.

Shows what it is given; every button says what is wanted by the id of its action.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer.ui.theme import Tokens
from reviewer.ui.workbench.blind_strip import BlindStrip
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import Elided, FlatButton, Rule, ground, label
from reviewer.ui.workbench.find_bar import FindBar
from reviewer.ui.workbench.page_canvas import PageCanvas
from reviewer.ui.workbench.page_images import PageImages
from reviewer.ui.workbench.page_layout import Fit, Zoom
from reviewer.ui.workbench.paint import colour, draw_icon, draw_text, font, outline, text_width
from reviewer.ui.workbench.words import GAP

_YIELD = (
    "page.facts",
    "page.zoom_in",
    "page.zoom_out",
    "page.rotate",
    "page.previous",
    "page.next",
)
_FACTORS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PagePanel(QWidget):
    """Everything around the canvas."""

    action_wanted = Signal(str)
    page_wanted = Signal(int)
    page_typed = Signal(str)

    def __init__(self, images: PageImages, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "sunken")
        self._index: CaseIndex | None = None
        self.canvas = PageCanvas(images, tokens)
        self.find_bar = FindBar(tokens)
        self.find_bar.hide()
        self.absence = AbsenceStrip(tokens)
        self.bar = PageBar(tokens)
        self.strip = DocumentStrip(tokens)
        self.blind = BlindStrip(tokens)
        self.empty = label("", "second")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(tokens.inset)
        self.empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, Rule(tokens), self.strip, self.blind, self.find_bar):
            column.addWidget(widget)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.absence)
        self.bar.action_wanted.connect(self.action_wanted)
        self.bar.typed.connect(self.page_typed)
        self.bar.zoom_wanted.connect(self.canvas.set_zoom)
        self.canvas.zoom_changed.connect(self.bar.show_zoom)
        self.canvas.page_changed.connect(self._on_page)

    def show_case(self, index: CaseIndex) -> None:
        """Show the pages of a case, or why there are none."""
        old = self._index.pages if self._index else ()
        # What lies under a cover is asked for again when the cover is lifted.
        moved = [(one.ref, one.covers) for one in old] != [(p.ref, p.covers) for p in index.pages]
        self.canvas.mouse.text.forget(moved=moved)
        self._index = index
        paper = index.view.case.paper
        self.canvas.setVisible(bool(index.pages))
        self.strip.setVisible(bool(index.pages))
        self.bar.setVisible(bool(index.pages))
        self.empty.setVisible(not index.pages)
        self.empty.setText(_PAPER if paper else "本卷没有可显示的页。")
        self.canvas.show_case(index)
        self._on_page(self.canvas.current)

    def _on_page(self, at: int) -> None:
        if self._index is None or not 0 <= at < len(self._index.pages):
            self.blind.show_page(None)
            return
        self.blind.show_page(self._index.pages[at] if self._index.view.blind else None)
        self.bar.show_page(self._index.name(at), len(self._index.pages))
        self.strip.show_page(self._index, at)
        self.bar.show_turning(self.canvas.may_turn)
        page = self._index.pages[at]
        self.canvas.setAccessibleDescription(f"第 {self._index.name(at)} 页，{page.label}")


_PAPER = (
    "纸质案卷，没有电子文件。\n\n对照纸质原卷逐项评查，在右边各项的“证据”处写明卷内页号。\n"
    "在左边的“要素”栏填写日期、当事人和金额。"
)


class PageBar(QWidget):
    """Page number, zoom, turn, drawing, facts, find."""

    action_wanted = Signal(str)
    typed = Signal(str)
    zoom_wanted = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self._buttons: dict[str, FlatButton] = {}
        self._narrow = False
        self._turns = True
        self.page = QLineEdit()
        self.page.setAccessibleName("页码")
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.returnPressed.connect(self._on_typed)
        self._count = label("", "second")
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("缩放")
        self.zoom.addItems([Fit.WIDTH.value, Fit.PAGE.value])
        self.zoom.addItems([Zoom(Fit.FREE, factor).text for factor in _FACTORS])
        self.zoom.activated.connect(self._on_zoom)
        self.row = QHBoxLayout(self)
        self.row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._button(tokens, "page.previous", "", "chevron-left", "上一页 Ctrl+PgUp")
        self.row.addWidget(self.page)
        self.row.addWidget(self._count)
        self._button(tokens, "page.next", "", "chevron-right", "下一页 Ctrl+PgDn")
        self.row.addStretch(1)
        self._button(tokens, "page.zoom_out", "", "minus", "缩小 Ctrl+−")
        self.row.addWidget(self.zoom)
        self._button(tokens, "page.zoom_in", "", "plus", "放大 Ctrl+=")
        self.row.addStretch(1)
        self._button(tokens, "page.rotate", "旋转", "rotate", "向右旋转 R，向左 Shift+R")
        self._button(tokens, "evidence.box", "框选证据", "box", "在页面上拖框作为证据 B，Esc 停止")
        self._button(tokens, "page.facts", "标色", "highlight", "显示读出的要素 H")
        self._button(tokens, "edit.find", "", "search", "在卷内查找 Ctrl+F")
        for name in ("evidence.box", "page.facts"):
            self._buttons[name].setCheckable(True)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self.setFixedHeight(tokens.bar)
        self.page.setFixedWidth(round(tokens.control * 1.8))
        self.zoom.setFixedWidth(round(tokens.control * 3.5))
        self.row.setContentsMargins(tokens.gap, 0, tokens.gap, 0)
        self.row.setSpacing(tokens.unit)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out 标色 where there is little room."""
        self._narrow = narrow
        self._yield()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.page.width() + self.zoom.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._yield()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Before it is shown a button does not know the font of the style sheet.
        self._yield()

    def _yield(self) -> None:
        """Leave out buttons that do not fit; their keys and menus stay."""
        widths = {
            name: min(button.sizeHint().width(), button.maximumWidth())
            for name, button in self._buttons.items()
        }
        fields = self.page.width() + self.zoom.width() + self._count.sizeHint().width()
        margins = self.row.contentsMargins()
        needed = fields + sum(widths.values()) + margins.left() + margins.right()
        needed += (len(widths) + 4) * self.row.spacing()
        dropped = {"page.facts"} if self._narrow else set()
        dropped |= set() if self._turns else {"page.rotate"}
        needed -= sum(widths[name] for name in dropped)
        for name in [name for name in _YIELD if name not in dropped]:
            if needed <= self.width():
                break
            dropped.add(name)
            needed -= widths[name]
        for name, button in self._buttons.items():
            button.setVisible(name not in dropped)

    def show_page(self, name: str, count: int) -> None:
        """Show which page is in view."""
        if not self.page.hasFocus():
            self.page.setText(name)
        self._count.setText(f"/ {count}")

    def show_zoom(self, zoom: Zoom) -> None:
        """Show the zoom."""
        at = self.zoom.findText(zoom.text)
        if at < 0:
            self.zoom.setItemText(self.zoom.count() - 1, zoom.text)
            at = self.zoom.count() - 1
        self.zoom.setCurrentIndex(at)

    def show_drawing(self, on: bool) -> None:
        """Show whether boxes are being drawn."""
        self._buttons["evidence.box"].setChecked(on)

    def show_turning(self, can: bool) -> None:
        """Offer to turn the page only where that can be done."""
        if can != self._turns:
            self._turns = can
            self._yield()

    def show_facts(self, on: bool) -> None:
        """Show whether facts are coloured."""
        self._buttons["page.facts"].setChecked(on)

    def _button(self, tokens: Tokens, action: str, text: str, icon: str, tip: str) -> None:
        button = FlatButton(tokens, text, icon, tip)
        button.setProperty("action", action)
        button.clicked.connect(self._on_clicked)
        self._buttons[action] = button
        self.row.addWidget(button)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, FlatButton):
            self.action_wanted.emit(button.property("action"))

    def _on_typed(self) -> None:
        self.typed.emit(self.page.text())

    def _on_zoom(self, at: int) -> None:
        if at < 2:
            self.zoom_wanted.emit(Zoom((Fit.WIDTH, Fit.PAGE)[at]))
        else:
            text = self.zoom.itemText(at).rstrip("%")
            self.zoom_wanted.emit(Zoom(Fit.FREE, int(text) / 100))


class DocumentStrip(QWidget):
    """Which document, which of its pages, how well it was read."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "ground")
        self._title = Elided("", "strong")
        self._where = label("", "caption")
        self._quality = label("", "caption")
        self.row = QHBoxLayout(self)
        self.row.addWidget(self._title)
        self.row.addWidget(self._where)
        self.row.addStretch(1)
        self.row.addWidget(self._quality)
        self._title.setSizePolicy(self._where.sizePolicy())
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        self.setFixedHeight(tokens.head)
        self.row.setContentsMargins(tokens.block, 0, tokens.block, 0)
        self.row.setSpacing(tokens.gap)

    def show_page(self, index: CaseIndex, at: int) -> None:
        """Describe the page at a position."""
        page = index.pages[at]
        document = index.document_at(at)
        if document is None:
            self._title.set_whole("未归入文书")
            self._where.setText(page.label)
        else:
            own = index.of_document(document)
            self._title.set_whole(index.view.title_of(document))
            self._where.setText(f"第 {own.index(at) + 1} 页，共 {len(own)} 页" if at in own else "")
        quality = f"文字可信度 {round(page.confidence * 100)}%" if page.read else "正在识别文字"
        plain = page.read and page.confidence >= 1.0
        self._quality.setText(page.source_name if plain else page.source_name + GAP + quality)


class AbsenceStrip(QWidget):
    """Says what was searched where nothing was found: absence is evidence too."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._text = ""
        self._solid = False
        self.hide()
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new colours."""
        self._tokens = tokens
        self.setFixedHeight(tokens.bar + tokens.inset)

    def show_absence(self, text: str) -> None:
        """Show `text`; an empty text hides the strip."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t = self._tokens
        area = QRectF(self.rect()).adjusted(t.block, t.unit, -t.block, -t.unit)
        red = colour(t, "red")
        outline(painter, area, red, t.radius, fill=colour(t, "red_wash"), dashed=True)
        draw_icon(painter, area.left() + t.block, area.center().y(), "search", red, t.icon)
        words = area.adjusted(t.block + t.icon + t.gap, 0, -t.block, 0)
        text = f"缺件证据：{self._text}"
        if text_width(t, text) <= words.width():
            draw_text(painter, words, text, font(t), red)
            return
        painter.setFont(font(t, "caption"))
        painter.setPen(red)
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWrapAnywhere)
        painter.drawText(words, flags, text)
