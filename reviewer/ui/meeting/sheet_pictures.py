"""The pictures of pages that the two sides of the place 合议 show."""

from collections import OrderedDict
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from reviewer.ui.jobs import Jobs
from reviewer.ui.meeting.meeting_page import Sheet
from reviewer.ui.meeting.ports import MeetingsPort
from reviewer.workspace.campaigns.meeting_views import Meeting
from reviewer.workspace.views import PageImage

_KEPT = 12
_Key = tuple[UUID, int, int]


class SheetPictures(QObject):
    """Fetches pictures behind the window and keeps the last ones."""

    came = Signal(object, object, object)  # UUID of the case, Sheet, QPixmap or None

    def __init__(self, meetings: MeetingsPort, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._meetings, self._jobs = meetings, jobs
        self._pictures: OrderedDict[_Key, QPixmap] = OrderedDict()

    def ask(self, meeting: Meeting, sheet: Sheet) -> QPixmap | None:
        """Return a picture that is there already; else `came` brings it.

        It brings None when the page cannot be shown.
        """
        case, key = meeting.case_id, (meeting.case_id, sheet.index, sheet.width)
        if key in self._pictures:
            return self._pictures[key]
        page, meetings = meeting.case.pages[sheet.index], self._meetings
        job = self._jobs.start(lambda _: meetings.picture(case, page.ref, page.sheet, sheet.width))
        job.succeeded.connect(lambda image: self._on_picture(key, sheet, image))
        job.failed.connect(lambda _error: self.came.emit(case, sheet, None))
        return None

    def _on_picture(self, key: _Key, sheet: Sheet, image: PageImage) -> None:
        raw = QImage(
            image.rgb, image.width, image.height, image.width * 3, QImage.Format.Format_RGB888
        )
        # fromImage copies, so that the bytes of the job may go.
        made = QPixmap.fromImage(raw, Qt.ImageConversionFlag.NoFormatConversion)
        self._pictures[key] = made
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.came.emit(key[0], sheet, made)
