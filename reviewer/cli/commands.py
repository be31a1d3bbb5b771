"""`reviewer check`: reads and checks case files without a database and leaves nothing behind.

Exit status: 0 read and checked, 2 unusable arguments, 3 nothing could be read.
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from reviewer import pipeline
from reviewer.checking import load_laws, load_rules
from reviewer.cli.as_json import as_json
from reviewer.cli.as_text import as_text
from reviewer.cli.chinese import ChineseGroup, unusable
from reviewer.cli.streams import ProgressLines, tell, write_result
from reviewer.cli.unit import unit_calendar, unit_library
from reviewer.errors import UserError
from reviewer.intake import OcrEngine, gather
from reviewer.model import Calendar, CheckRun, LawBook, Library, Reading, RuleInfo, TextSource
from reviewer.progress import Progress
from reviewer.reports.library_excel import write_library_template
from reviewer.scoring import load_standards

DONE, FAILED, UNUSABLE, NOTHING_READ, STOPPED = 0, 1, 2, 3, 130


@dataclass(frozen=True, slots=True)
class _Known:
    """What is loaded once and serves every case."""

    engine: OcrEngine
    rules: tuple[RuleInfo, ...]
    calendar: Calendar
    law: LawBook
    library: Library


@dataclass(frozen=True, slots=True)
class _Checked:
    reading: Reading
    run: CheckRun
    is_read: bool
    """Whether any page could be read."""


@click.group(cls=ChineseGroup, help="交通运输行政执法案卷评查。不带命令时打开窗口。")
def commands() -> None:
    """Hold the commands together."""


@commands.command(
    help="读取并核查案卷，不写入资料库。\n\n"
    "每个路径为一个案卷：文件夹、ZIP，或单个 PDF、DOCX、图片。",
    short_help="读取并核查案卷，不写入资料库。",
)
@click.argument("paths", metavar="路径…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "wants_json", is_flag=True, help="每个案卷输出一行 JSON。")
@click.option(
    "--library",
    "library_file",
    metavar="FILE.xlsx",
    type=click.Path(path_type=Path),
    help="本单位库，用 library-template 写出的模板填写。",
)
@click.option(
    "--calendar",
    "calendar_files",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="补充年份的工作日历（.xlsx 或 .yaml），可以给出多个。",
)
def check(
    paths: tuple[Path, ...],
    wants_json: bool,
    library_file: Path | None,
    calendar_files: tuple[Path, ...],
) -> int:
    """Check each of `paths` and print the results in their order."""
    given = [*paths, *([library_file] if library_file else []), *calendar_files]
    if missing := [path for path in given if not path.exists()]:
        tell(f"找不到“{missing[0]}”。请确认路径是否正确。")
        return UNUSABLE
    try:
        library, calendar = unit_library(library_file), unit_calendar(calendar_files)
    except UserError as error:
        tell(f"{error}{error.remedy}")
        return UNUSABLE
    standards = load_standards()
    read = False
    with OcrEngine() as engine:
        known = _Known(engine, load_rules(), calendar, load_laws(), library)
        for path in paths:
            checked = _check(path, known, ProgressLines())
            read = read or checked.is_read
            for failed in checked.reading.unreadable:
                tell(f"未能读取《{failed.path}》：{failed.reason}")
            if wants_json:
                write_result(as_json(checked.reading, checked.run, standards))
            else:
                titles = {rule.code: rule for rule in known.rules}
                write_result(as_text(path.name, checked.reading, checked.run, titles))
    return DONE if read else NOTHING_READ


@commands.command("library-template", help="写出本单位库的 Excel 模板。FILE 为要写的文件。")
@click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path))
def library_template(file: Path) -> int:
    """Write the empty workbook of the unit's library; an existing file is not overwritten."""
    if file.exists():
        tell(f"“{file}”已经存在，没有改动。请换一个文件名。")
        return UNUSABLE
    try:
        write_library_template(file)
    except OSError as error:
        raise UserError(f"写不出“{file}”。", "请确认文件夹存在且可以写入。") from error
    tell(f"模板已写到“{file}”。")
    return DONE


def _check(path: Path, known: _Known, progress: Progress) -> _Checked:
    # Windows may hold a file of the folder open a moment longer; what is left is removed later.
    with tempfile.TemporaryDirectory(prefix="reviewer-", ignore_cleanup_errors=True) as work:
        delivery = gather([path], Path(work), progress)
        read = pipeline.read(delivery.files, progress=progress, engine=known.engine)
    paths = {file.sha256: file.path for file in delivery.files}
    unreadable = (*delivery.unreadable, *read.unreadable)
    reading = pipeline.understand(read.pages, paths, unreadable=unreadable)
    run = pipeline.check(reading, known.library, known.law, known.calendar, known.rules)
    is_read = any(page.source is not TextSource.NONE for page in read.pages)
    return _Checked(reading, run, is_read)


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command of `arguments` (those of the process without them) and exit."""
    try:
        status = commands.main(arguments, prog_name="reviewer", standalone_mode=False)
    except click.Abort:
        tell("已停止。")
        status = STOPPED
    except click.UsageError as error:
        tell(unusable(error))
        status = UNUSABLE
    except UserError as error:
        tell(f"{error}{error.remedy}")
        status = FAILED
    sys.exit(status if isinstance(status, int) else DONE)
