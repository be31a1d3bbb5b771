"""Turning a delivery into planned cases, and changing that plan.

Pure functions on frozen plans.  Nothing is written before the plan is run.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from reviewer.intake import Delivery, natural_key
from reviewer.model import FileKind, ImportResult, SourceFile
from reviewer.workspace.grouping import bunches
from reviewer.workspace.views import Grouping, ImportPlan, PlannedFile

UNPACKED = "unpacked"
"""Folder of the data folder where archives are unpacked until their import ends."""
_UNTITLED = "未命名案卷"


def make_plan(delivery: Delivery, folder: Path) -> ImportPlan:
    """Return the plan that fits the delivery best; the user may change it.

    A content that was delivered twice is planned twice: it may belong to two cases.
    """
    files = _planned(delivery)
    planned = {file.source.path for file in files}
    plan = ImportPlan(
        grouping=Grouping.ONE_CASE,
        titles=(),
        files=files,
        rejected=tuple(row for row in delivery.rows if row.result is ImportResult.FAILED),
        folder=folder,
        source=_title_of(delivery.source),
        noted=tuple(
            row
            for row in delivery.rows
            if row.result is not ImportResult.FAILED and row.path not in planned
        ),
    )
    return regroup(plan, _best_grouping(plan))


def regroup(plan: ImportPlan, grouping: Grouping) -> ImportPlan:
    """Return the plan with every file put into cases by `grouping` anew."""
    name_of = case_of(plan, grouping)
    keys: dict[str, str] = {}
    files = []
    for file in plan.files:
        key, title = name_of(file.source)
        keys.setdefault(key, title)
        files.append(replace(file, case=list(keys).index(key)))
    return replace(plan, grouping=grouping, titles=_distinct(keys.values()), files=tuple(files))


def reassign(plan: ImportPlan, file: int, case: int) -> ImportPlan:
    """Return the plan with one file in another case; -1 leaves it out.

    One more than the last case makes a new one, named after the file.
    """
    if not -1 <= case <= len(plan.titles):
        raise IndexError(case)
    moved = plan.files[file]
    titles = plan.titles
    if case == len(titles):
        titles = _distinct((*titles, _title_of(PurePosixPath(moved.source.path).name)))
    files = (*plan.files[:file], replace(moved, case=case), *plan.files[file + 1 :])
    return replace(plan, titles=titles, files=files)


def retitle(plan: ImportPlan, index: int, title: str) -> ImportPlan:
    """Return the plan with another name for one case; an empty one changes nothing."""
    name = title.strip() or plan.titles[index]
    return replace(plan, titles=(*plan.titles[:index], name, *plan.titles[index + 1 :]))


def case_of(plan: ImportPlan, grouping: Grouping) -> Callable[[SourceFile], tuple[str, str]]:
    """Return what gives each file the key and the title of its case."""
    if grouping is Grouping.ONE_CASE:
        return lambda _: ("", plan.source)
    if grouping is Grouping.PER_FOLDER:
        return _by_folder(plan)
    return lambda source: _by_file(source, [file.source for file in plan.files])


def mended(plan: ImportPlan, path: str, delivery: Delivery) -> ImportPlan:
    """Return the plan with the delivered files in place of one that could not be read."""
    came = _planned(delivery)
    failed = [row for row in delivery.rows if row.result is ImportResult.FAILED]
    gone = bool(came) or any(row.path == path for row in failed)
    rejected = [row for row in plan.rejected if row.path != path or not gone]
    titles, case = plan.titles, folder_of(path, plan)
    if came and case < 0:
        case = len(titles)
        titles = _distinct((*titles, _title_of(PurePosixPath(came[0].source.path).name)))
    files = [*plan.files, *(replace(file, case=case) for file in came)]
    files.sort(key=lambda file: natural_key(file.source.path))
    rejected = sorted([*rejected, *failed], key=lambda row: natural_key(row.path))
    return replace(plan, titles=titles, files=tuple(files), rejected=tuple(rejected))


def folder_of(path: str, plan: ImportPlan) -> int:
    """Return the planned case that a file which could not be read belongs to; -1 for none."""
    live = {file.case for file in plan.files if file.case >= 0}
    # With cases by folder it may have lain in the folder of a case that has nothing else.
    if len(live) == 1 and plan.grouping is not Grouping.PER_FOLDER:
        return live.pop()
    parents = PurePosixPath(path).parents
    for parent in list(parents)[:-1]:
        cases = {f.case for f in plan.files if PurePosixPath(f.source.path).is_relative_to(parent)}
        if len(cases) == 1:
            return cases.pop()
    return -1


def _planned(delivery: Delivery) -> tuple[PlannedFile, ...]:
    sources = {source.sha256: source for source in delivery.files}
    return tuple(
        PlannedFile(replace(sources[row.sha256], path=row.path), row.kind_name, 0, row.message)
        for row in delivery.rows
        if row.result is not ImportResult.FAILED and row.sha256 in sources
    )


def _best_grouping(plan: ImportPlan) -> Grouping:
    found = bunches(_delivered(plan))
    if len(found) == 1:
        return Grouping.ONE_CASE
    return Grouping.PER_FILE if all(bunch.is_file for bunch in found) else Grouping.PER_FOLDER


def _delivered(plan: ImportPlan) -> list[SourceFile]:
    """Return all files; those that could not be read still tell what their folders are."""
    unread = [SourceFile("", row.path, FileKind.OTHER, row.size, 0) for row in plan.rejected]
    return [*(file.source for file in plan.files), *unread]


def _by_folder(plan: ImportPlan) -> Callable[[SourceFile], tuple[str, str]]:
    found = bunches(_delivered(plan))
    if any(not bunch.is_file for bunch in found) and len(found) > 1:
        names = {
            path: (f"{at}", _title_of(bunch.title) if bunch.title else plan.source)
            for at, bunch in enumerate(found)
            for path in bunch.paths
        }
        return lambda source: names[source.path]
    # Nothing speaks for several cases, but the user wants them: the first folders as they are.
    shared = _shared_folder([file.source.path for file in plan.files])
    return lambda source: _by_first_folder(source.path, shared, plan.source)


def _by_first_folder(path: str, shared: PurePosixPath, source: str) -> tuple[str, str]:
    folder = _below(PurePosixPath(path), shared)
    return (folder, _title_of(folder) if folder else source)


def _by_file(source: SourceFile, files: Sequence[SourceFile]) -> tuple[str, str]:
    path = next(file.path for file in files if file.sha256 == source.sha256)
    if source.kind is FileKind.MEDIA:
        # A recording is no case: it goes with a document of its folder.
        folder = PurePosixPath(path).parent
        path = next(
            (
                file.path
                for file in files
                if file.kind is not FileKind.MEDIA and PurePosixPath(file.path).parent == folder
            ),
            path,
        )
    return (path, _title_of(PurePosixPath(path).name))


def _below(path: PurePosixPath, shared: PurePosixPath) -> str:
    parts = path.relative_to(shared).parts
    return parts[0] if len(parts) > 1 else ""


def _shared_folder(paths: Sequence[str]) -> PurePosixPath:
    """Return the deepest folder that holds all paths."""
    folders = [PurePosixPath(path).parent for path in paths]
    shared = folders[0] if folders else PurePosixPath()
    while not all(folder.is_relative_to(shared) for folder in folders):
        shared = shared.parent
    return shared


def _title_of(name: str) -> str:
    suffix = PurePosixPath(name).suffix
    known = 1 < len(suffix) <= 5 and suffix[1:].isascii() and suffix[1:].isalnum()
    return (name.removesuffix(suffix) if known else name).strip() or _UNTITLED


def _distinct(titles: Iterable[str]) -> tuple[str, ...]:
    """Return the titles with a number behind those that came before."""
    found: list[str] = []
    for title in titles:
        shown, number = title, 2
        while shown in found:
            shown, number = f"{title}（{number}）", number + 1
        found.append(shown)
    return tuple(found)
