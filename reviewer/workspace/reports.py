"""The documents that go out: for one review or many at once, as Word, PDF and Excel."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from uuid import UUID

from reviewer.errors import UserError
from reviewer.progress import Progress
from reviewer.reports import excel, letter, names, pdf, sheet, word
from reviewer.reports.blocks import Report
from reviewer.reports.inputs import LetterInput, ReviewInput
from reviewer.workspace.people import People
from reviewer.workspace.report_inputs import ReportInputs

KINDS = (
    "sheet_docx",
    "sheet_pdf",
    "opinion_docx",
    "opinion_pdf",
    "summary_xlsx",
    "problems_xlsx",
)
"""Everything that can be written, in this order."""

_SHEET, _OPINION = "案卷评查表", "案卷评查意见书"
_SUMMARY, _PROBLEMS = "评查结果汇总表", "问题清单"

Writer = Callable[[Report, Path], None]
_WRITERS: dict[str, tuple[str, Writer]] = {
    "docx": (".docx", word.write),
    "pdf": (".pdf", pdf.write),
}


class Reports:
    """Writes reports into a folder."""

    def __init__(self, inputs: ReportInputs, people: People) -> None:
        self._inputs = inputs
        self._people = people

    def write(
        self,
        review_ids: Sequence[UUID],
        kinds: AbstractSet[str],
        folder: Path,
        progress: Progress,
    ) -> tuple[Path, ...]:
        """Write `kinds` (of `KINDS`) for the reviews; return the files in that order.

        Review sheets are one for each case, opinions one for each unit, tables one for all.
        A review with something 待定 left gives drafts.  Files of the same name are replaced.

        Raises:
            UserError: a file cannot be written, or the computer has no Chinese font.
            Cancelled: the user stopped it; files that were finished stay.
        """
        if unknown := set(kinds) - set(KINDS):
            raise KeyError(min(unknown))
        run = _Run(folder, progress, len(review_ids))
        pictured = any(kind.startswith("sheet") for kind in kinds)
        inputs = []
        for review_id in review_ids:
            run.tell("正在整理评查结果")
            inputs.append(self._inputs.of(review_id, pictures=pictured))
            run.done += 1
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for kind in KINDS:
                if kind in kinds:
                    self._write_kind(kind, inputs, run)
        except OSError as error:
            raise UserError(
                f"文书没有写入“{folder}”：{error.strerror or '写入失败'}。",
                "请确认同名文件未在 WPS、Word 或 Excel 中打开，或另选文件夹。",
            ) from error
        return tuple(run.written)

    def _write_kind(self, kind: str, inputs: Sequence[ReviewInput], run: "_Run") -> None:
        name, _, form = kind.partition("_")
        if form == "xlsx":
            title, write = {
                "summary": (_SUMMARY, excel.write_summary),
                "problems": (_PROBLEMS, excel.write_problems),
            }[name]
            write(inputs, run.path(title, "", ".xlsx"))
            return
        suffix, writer = _WRITERS[form]
        if name == "sheet":
            for source in inputs:
                writer(sheet.review_sheet(source), run.path(_SHEET, source.case.title, suffix))
            return
        for unit in dict.fromkeys(source.case.unit for source in inputs):
            of_unit = [source for source in inputs if source.case.unit == unit]
            title = unit or of_unit[0].case.title
            writer(letter.opinion(self._letter(unit), of_unit), run.path(_OPINION, title, suffix))

    def _letter(self, unit: str) -> LetterInput:
        person = self._people.current()
        today = date.today()  # noqa: DTZ011  the day on a letter is that of the desk
        return LetterInput(unit, person.unit if person else "", today)


class _Run:
    """The files of one writing, and how far it is."""

    def __init__(self, folder: Path, progress: Progress, reviews: int) -> None:
        self.written: list[Path] = []
        self.done = 0
        self._folder = folder
        self._progress = progress
        self._reviews = reviews

    def tell(self, label: str) -> None:
        """Report progress, or stop."""
        self._progress.report(self.done, self._reviews, label)

    def path(self, kind: str, title: str, suffix: str) -> Path:
        """Return where the next file goes; no two of this writing are the same."""
        taken = {path.name for path in self.written}
        path = names.free_path(self._folder, kind, title, suffix, taken)
        self.tell(f"正在写入 {path.name}")
        self.written.append(path)
        return path
