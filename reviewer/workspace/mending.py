"""Mending a file that could not be read, in the import that it belongs to.

Another file takes its place, or its password opens it; before the import is run that changes the
plan, afterwards the file joins the case of the one that it stands for.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

from reviewer import intake
from reviewer.model import ImportResult, ImportRow
from reviewer.progress import Progress
from reviewer.store import Store, case_files
from reviewer.workspace import planning
from reviewer.workspace.views import Grouping, ImportPlan, ImportReport, Mend

Run = Callable[[ImportPlan, Progress, UUID | None], ImportReport]


class Mending:
    """Looks at what was chosen and puts it into the plan, or into the case."""

    def __init__(self, store: Store, run: Run) -> None:
        self._store = store
        self._run = run

    def in_plan(self, plan: ImportPlan, mend: Mend, progress: Progress) -> ImportPlan:
        """Return the plan with the file mended; all that the user changed in it stays.

        Raises:
            UserError: a path does not exist.
        """
        delivery = _look(mend, plan.folder / str(uuid4()), progress)
        return planning.mended(plan, mend.path, delivery)

    def in_report(self, report: ImportReport, mend: Mend, progress: Progress) -> ImportReport:
        """Store the file in the case of the one that it stands for; return the whole report.

        Raises:
            UserError: a path does not exist.
        """
        folder = self._store.folder / planning.UNPACKED / str(uuid4())
        home = report.homes.get(mend.path)
        try:
            found = planning.make_plan(_look(mend, folder, progress), folder)
            if home is not None:
                found = planning.regroup(found, Grouping.ONE_CASE)
            if not found.files:
                return _merged(report, mend, found.rejected, ())
            stored = self._run(found, progress, home)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        if home is not None and _came(stored.rows):
            with self._store.session() as session:
                case_files.forget_unreadable(session, home, mend.path)
        return _merged(report, mend, stored.rows, stored.cases)


def _look(mend: Mend, folder: Path, progress: Progress) -> intake.Delivery:
    key = intake.Key(mend.path, mend.password) if mend.password else None
    return intake.gather(mend.paths, folder, progress, key)


def _came(rows: Sequence[ImportRow]) -> bool:
    return any(row.result is not ImportResult.FAILED for row in rows)


def _merged(
    report: ImportReport, mend: Mend, rows: Sequence[ImportRow], cases: Sequence[UUID]
) -> ImportReport:
    """Return the report with the new rows in place of the file's, or above it if they failed."""
    names = {row.path for row in rows}
    merged: list[ImportRow] = []
    for row in report.rows:
        if row.path != mend.path or row.result is not ImportResult.FAILED:
            merged.append(row)
            continue
        merged += rows
        if not _came(rows) and mend.path not in names:
            merged.append(row)
    merged.sort(key=lambda row: row.result is not ImportResult.FAILED)
    home = report.homes.get(mend.path)
    homes = dict(report.homes)
    if home is not None:
        homes |= {row.path: home for row in rows if row.result is ImportResult.FAILED}
    return replace(
        report,
        rows=tuple(merged),
        cases=tuple(dict.fromkeys((*report.cases, *cases))),
        homes=homes,
    )
