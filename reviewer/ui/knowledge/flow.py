"""What the place 资料 asks of the workspace, through jobs.

A switch, a library or a calendar changes what the rules find: afterwards all cases are checked
again behind the window, and a newer change takes the place of a check that still runs.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.ui.jobs import Job, Jobs, Lane
from reviewer.ui.knowledge.knowledge_page import CALENDAR, LIBRARY, RULES, KnowledgePage
from reviewer.ui.services import Services
from reviewer.ui.theme import Tokens


class KnowledgeFlow(QObject):
    """Gives the page its values and does what it wants."""

    rechecked = Signal()
    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, services: Services, jobs: Jobs, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._checking: Job | None = None
        self.page = page = KnowledgePage(tokens)
        page.part_shown.connect(self.refresh)
        page.rules.switched.connect(self._on_switched)
        library, calendar = page.library, page.calendar
        library.preview_asked.connect(self._on_library_preview)
        library.import_asked.connect(self._on_library_import)
        library.template_asked.connect(self._on_library_template)
        library.export_asked.connect(self._on_library_export)
        library.clear_asked.connect(self._on_library_clear)
        calendar.preview_asked.connect(self._on_years_preview)
        calendar.import_asked.connect(self._on_years_import)
        calendar.template_asked.connect(self._on_years_template)
        calendar.drop_asked.connect(self._on_year_dropped)

    def show(self, part: str = "") -> None:
        """See a part, the one that was seen last without a name."""
        self.page.show_part(part or self.page.part)

    def refresh(self, part: str = "") -> None:
        """Ask again for what the part shows."""
        page, services = self.page, self._services
        asks: dict[str, tuple[Callable[[], tuple[object, ...]], Callable[..., None]]] = {
            RULES: (lambda: (services.rules.view(),), page.rules.show_view),
            LIBRARY: (
                lambda: (services.library.current(), *services.library.imported_from()),
                page.library.show_library,
            ),
            CALENDAR: (
                lambda: (services.library.calendar(), services.library.years()),
                page.calendar.show_calendar,
            ),
        }
        ask, show = asks[part or page.part]
        # After the changes that are on their way.
        job = self._jobs.start(lambda _: ask(), Lane.WRITE)
        job.succeeded.connect(lambda values: show(*values))
        job.failed.connect(self.failed)

    def _write(self, work: Callable[[], object], said: str, *, recheck: bool = True) -> None:
        job = self._jobs.start(lambda _: work(), Lane.WRITE)
        job.failed.connect(self.failed)
        job.succeeded.connect(lambda _: self._on_written(said, recheck))

    def _on_written(self, said: str, recheck: bool) -> None:
        self.said.emit(said)
        self.page.say(f"{said}。")
        self.refresh()
        if recheck:
            self._recheck(said)

    def _recheck(self, said: str) -> None:
        if self._checking is not None:
            self._checking.cancel()
        self._checking = job = self._jobs.start(self._services.rules.recheck, Lane.LONG)
        job.progressed.connect(
            lambda done, total, what: self.page.say(f"{said}。{what} {done}/{total} 卷")
        )
        job.succeeded.connect(lambda count: self._on_rechecked(job, said, count))
        job.failed.connect(self.failed)

    def _on_rechecked(self, job: Job, said: str, count: int) -> None:
        if job is self._checking:
            self._checking = None
            self.page.say(f"{said}，{count} 卷已重新核查。" if count else f"{said}。")
        self.rechecked.emit()

    def _on_switched(self, code: str, off: bool) -> None:
        word = "停用" if off else "启用"
        self._write(lambda: self._services.rules.switch(code, off=off), f"{code} 已{word}")

    def _on_library_preview(self, path: Path) -> None:
        job = self._jobs.start(lambda _: self._services.library.preview(path))
        job.succeeded.connect(lambda found: self.page.library.show_preview(path, found))
        job.failed.connect(self.failed)

    def _on_library_import(self, path: Path, right_rows_only: bool) -> None:
        self.page.library.show_current()
        self._write(
            lambda: self._services.library.take(path, right_rows_only=right_rows_only),
            f"已导入《{path.name}》",
        )

    def _on_library_template(self, path: Path) -> None:
        written = f"模板已写到《{path.name}》"
        self._write(lambda: self._services.library.write_template(path), written, recheck=False)

    def _on_library_export(self, path: Path) -> None:
        self._write(
            lambda: self._services.library.export(path), f"已导出《{path.name}》", recheck=False
        )

    def _on_library_clear(self) -> None:
        said = "本单位库已清空，重新导入工作簿即可恢复"
        self._write(self._services.library.clear, said)

    def _on_years_preview(self, path: Path) -> None:
        job = self._jobs.start(lambda _: self._services.library.preview_years(path))
        job.succeeded.connect(lambda found: self.page.calendar.show_preview(path, found))
        job.failed.connect(self.failed)

    def _on_years_import(self, path: Path) -> None:
        self.page.calendar.show_current()
        self._write(lambda: self._services.library.take_years(path), f"已导入《{path.name}》")

    def _on_years_template(self, year: int, path: Path) -> None:
        self._write(
            lambda: self._services.library.write_calendar_template(year, path),
            f"模板已写到《{path.name}》",
            recheck=False,
        )

    def _on_year_dropped(self, year: int) -> None:
        self._write(
            lambda: self._services.library.drop_years((year,)), f"{year} 年恢复为随附的日历"
        )
