"""The view 时间线: what the limits come to, the chart, and the list of dates."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer.model import Standing, Timeline, TimelineDate, Verdict
from reviewer.ui.theme import Tokens, look
from reviewer.ui.workbench.case_index import CaseIndex
from reviewer.ui.workbench.controls import Elided, Rule, label
from reviewer.ui.workbench.timeline.chart import TimelineChart
from reviewer.ui.workbench.timeline.legend import Legend
from reviewer.ui.workbench.timeline.rows import DatesList


class TimelinePage(QWidget):
    """Shows the timeline of a case; a date or limit opens its page."""

    place_wanted = Signal(object)  # Place
    correction_wanted = Signal(object)  # TimelineDate

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = Timeline()
        self.chart = TimelineChart(tokens)
        self.list = DatesList(tokens)
        self._summary = label("", "strong", "red")
        self._rest = Elided("", "second")
        self._nothing = label("", "second")
        self._foot = Elided("", "caption")
        self._body = QVBoxLayout()
        self._head = QHBoxLayout()
        self._limits, self._dates = self._build(tokens)
        for widget in (self._limits, self._dates):
            # Until the case is read there is nothing that a frame could hold.
            widget.hide()
        self.set_tokens(tokens)
        for signal in (self.chart.place_wanted, self.list.opened):
            signal.connect(self._on_opened)
        self.chart.date_chosen.connect(self._on_chart_date)
        self.list.moved.connect(self.chart.set_date)
        self.list.correction_wanted.connect(self.correction_wanted)

    def _build(self, tokens: Tokens) -> tuple[QFrame, QFrame]:
        limits, dates = QFrame(), QFrame()
        look(limits, "card")
        look(dates, "card")
        self._head.addWidget(label("法定期限", "title"))
        self._head.addWidget(self._summary)
        self._head.addWidget(self._rest, 1)
        self._head.addWidget(Legend(tokens))
        upper = QVBoxLayout(limits)
        upper.setContentsMargins(1, 1, 1, 1)
        upper.setSpacing(0)
        upper.addLayout(self._head)
        upper.addWidget(Rule(tokens))
        upper.addWidget(self.chart)
        lower = QVBoxLayout(dates)
        lower.setContentsMargins(1, 1, 1, 1)
        lower.addWidget(self.list)
        inside = QWidget()
        look(inside, "clear")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self._nothing, limits, dates, self._foot):
            self._body.addWidget(widget)
        self._body.addStretch(1)
        inside.setLayout(self._body)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        return limits, dates

    def set_tokens(self, tokens: Tokens) -> None:
        """Take new sizes."""
        t = tokens
        self._body.setContentsMargins(t.inset, t.block, t.inset, t.block)
        self._body.setSpacing(t.block)
        self._head.setContentsMargins(t.inset, t.gap, t.inset, t.gap)
        self._head.setSpacing(t.block)

    def show_case(self, index: CaseIndex) -> None:
        """Show the timeline of a case."""
        timeline = index.view.timeline
        self._timeline = timeline
        self.chart.show_timeline(timeline)
        self.list.show_timeline(timeline, index)
        wrong, rest = summary_of(timeline)
        self._summary.setText(wrong)
        self._summary.setVisible(bool(wrong))
        self._rest.set_whole(rest)
        drawn = any(one.day for one in timeline.dates)
        self._limits.setVisible(drawn)
        self._dates.setVisible(bool(timeline.dates))
        reading = index.view.read.done < index.view.read.total
        self._nothing.setText(
            "正在从文书中提取日期" if reading else "卷内未找到日期。可在“要素”中手工填写"
        )
        self._nothing.setVisible(not timeline.dates)
        counted = f"工作日按国务院办公厅节假日安排计算（{timeline.calendar} 年）"
        self._foot.set_whole(f"日期取自卷内文书，均可点开原页核对。{counted}。")

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.list.current_row() is None and self._timeline.dates:
            self.list.set_current(0)
            self.chart.set_date(0)

    def open_current(self) -> None:
        """Open the page of what is current in the part that has the keyboard."""
        line = self.list.current_row()
        if self.chart.hasFocus():
            self.chart.open_current()
        elif line is not None:
            self._on_opened(line.date)

    def correct_current(self) -> None:
        """Ask to correct the current date."""
        line = self.list.current_row()
        if line is not None:
            self.correction_wanted.emit(line.date)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.correct_current()
        else:
            super().keyPressEvent(event)

    def _on_opened(self, wanted: object) -> None:
        place = wanted.place if isinstance(wanted, TimelineDate) else wanted
        if place is not None:
            self.place_wanted.emit(place)
        elif isinstance(wanted, TimelineDate) and wanted.standing is Standing.MISSING:
            self.correction_wanted.emit(wanted)

    def _on_chart_date(self, at: int) -> None:
        self.list.set_current(at)


def summary_of(timeline: Timeline) -> tuple[str, str]:
    """Return what is wrong with the limits, and how the others stand."""
    if not timeline.limits:
        return "", "没有可以计算的期限"
    wrong = timeline.count(Verdict.PROBLEM)
    others = (
        (Verdict.HINT, "{} 项需核实"),
        (Verdict.CANNOT_TELL, "{} 项无法判断"),
        (Verdict.OK, "{} 项符合"),
    )
    said = "，".join(
        words.format(number) for verdict, words in others if (number := timeline.count(verdict))
    )
    return (f"{wrong} 项疑似问题" if wrong else "", said)
