"""Finding the files of a delivery: folders, single files, archives and what is in them.

A file that cannot be read becomes a row with a reason and a remedy; the rest goes on.  Originals
are only read; archives are unpacked into the folder that the caller gives.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import UserError
from reviewer.intake.intaking import Intaking, Key
from reviewer.intake.names import clean_name, natural_key
from reviewer.intake.walking import walk
from reviewer.model import ImportRow, SourceFile, Unreadable
from reviewer.progress import Progress


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was delivered: readable files and media, and one row for every file."""

    files: tuple[SourceFile, ...]
    """In natural order of their paths; each content once, audio and video with 0 pages."""
    rows: tuple[ImportRow, ...]
    unreadable: tuple[Unreadable, ...]
    source: str
    """What was dropped, as shown to the user."""


def gather(
    paths: Sequence[Path], workdir: Path, progress: Progress, key: Key | None = None
) -> Delivery:
    """Find, identify, hash and count the pages of everything below `paths`.

    `workdir` receives what archives hold; its files must stay until they were copied or read.
    With a `key`, only the file that it opens is looked at.

    Raises:
        UserError: one of `paths` does not exist.
        Cancelled: the user stopped it.
    """
    for path in paths:
        if not path.exists():
            raise UserError(
                f"找不到“{clean_name(str(path))}”。", "请确认路径是否正确，移动盘是否已连接。"
            )
    intaking = Intaking(workdir, progress, key)
    found = [item for path, prefix in _roots(paths) for item in walk(path, prefix)]
    found.sort(key=lambda item: natural_key(item.path))
    for done, item in enumerate(found):
        progress.report(done, len(found), f"正在读取 {item.path}")
        intaking.take(item)
    progress.report(len(found), len(found), "读取完成")
    report = intaking.report
    report.sort()
    return Delivery(
        tuple(report.files), tuple(report.rows), tuple(report.unreadable), _source(paths)
    )


def _roots(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Return each path with the prefix of what lies below it.

    One folder or archive is the case itself and leaves no prefix; several keep their names apart.
    """
    if len(paths) == 1:
        return [(paths[0], "")]
    roots: list[tuple[Path, str]] = []
    taken: set[str] = set()
    for path in paths:
        name = clean_name(path.resolve().name)
        shown, number = name, 2
        while shown in taken:
            shown, number = f"{name}（{number}）", number + 1
        taken.add(shown)
        roots.append((path, shown))
    return roots


def _source(paths: Sequence[Path]) -> str:
    if not paths:
        return ""
    first = clean_name(paths[0].resolve().name)
    return first if len(paths) == 1 else f"{first}等 {len(paths)} 项"
