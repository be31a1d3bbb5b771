"""What the unit's library sets and what it leaves open, line by line (本单位库)."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.model import Library
from reviewer.model.library_sheets import (
    BENCHMARKS,
    OFFICERS,
    REVIEWERS,
    SETTING_VALUES,
    SETTINGS,
    SUBJECTS,
    THRESHOLDS,
    WHOLE_NUMBERS,
    LibraryFile,
)

_EVERY_READING = "未设定，按各种口径分别计算"
_NOT_COMPARED = "未设定，不作比对"
_BY_RULE = "未设定，按规则所写的天数"


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One thing that a library may set."""

    title: str
    content: str
    """What is set; what follows from its absence when it is not."""
    is_set: bool


def entries(library: Library) -> tuple[LibraryEntry, ...]:
    """Return everything that a library may set, in the order of the workbook."""
    return (*_tables(library), *_thresholds(library), *_settings(library))


def counts_text(found: LibraryFile) -> str:
    """Return how many right rows a workbook has, by sheet."""
    parts = [f"{title} {count} 行" for title, count in found.counts.items() if count]
    return "、".join(parts) or "没有可导入的行"


def _tables(library: Library) -> Iterator[LibraryEntry]:
    counted = (
        (SUBJECTS.title, len(library.subjects), "个"),
        (OFFICERS.title, len(library.officers), "名"),
        (REVIEWERS.title, len(library.reviewers), "名"),
        (BENCHMARKS.title, len(library.benchmarks), "项"),
    )
    for title, count, unit in counted:
        yield LibraryEntry(title, f"{count} {unit}" if count else _NOT_COMPARED, bool(count))


def _thresholds(library: Library) -> Iterator[LibraryEntry]:
    for title, kind in THRESHOLDS.items():
        count = sum(line.kind is kind for line in library.thresholds)
        yield LibraryEntry(title, f"{count} 行" if count else _EVERY_READING, bool(count))


def _settings(library: Library) -> Iterator[LibraryEntry]:
    for title, name in SETTINGS.items():
        value = library.settings.get(name, "")
        words = {code: word for word, code in SETTING_VALUES.get(name, {}).items()}
        absent = _EVERY_READING if name in SETTING_VALUES else _NOT_COMPARED
        if name in WHOLE_NUMBERS:
            absent = _BY_RULE
        yield LibraryEntry(title, words.get(value, value) or absent, bool(value))
