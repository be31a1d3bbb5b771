"""Made-up values and services for the window: nothing here touches a disk or a database."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer.errors import Cancelled, UserError
from reviewer.model import (
    Case,
    FileKind,
    ImportResult,
    ImportRow,
    PageRef,
    Person,
    Place,
    Review,
    Round,
    SourceFile,
)
from reviewer.progress import Progress
from reviewer.settings import Settings
from reviewer.ui.jobs import Jobs
from reviewer.ui.main_window import MainWindow, Wiring
from reviewer.ui.theme import Tokens
from reviewer.workspace.views import (
    CaseRow,
    CaseState,
    Grouping,
    ImportPlan,
    ImportReport,
    Mend,
    PlannedFile,
    ReadState,
    RemovedCase,
)
from tests.ui.made_up_campaigns import MadeCampaigns
from tests.ui.made_up_knowledge import MadeLibrary, MadeRules, MadeSignals

_SPACE = UUID(int=7)
FREE = 214 * 1024**3


def case_id(number: int) -> UUID:
    """Return the id of the made-up case with this serial number."""
    return uuid5(_SPACE, str(number))


def make_row(number: int = 132, **changes: Any) -> CaseRow:
    """Return a case that is being reviewed."""
    usual = CaseRow(
        id=case_id(number),
        title=f"宁交罚〔2024〕{number:04d}号",
        unit="沙湖支队",
        party="宁夏宏途通达物流有限公司",
        cause="擅自改装车辆",
        procedure="普通程序",
        pages=87,
        pages_read=87,
        state=CaseState.IN_REVIEW,
        total="94.4",
        grade="优秀",
        problems=7,
        changed_at=datetime.fromisoformat("2025-04-25T10:42"),
    )
    return replace(usual, **changes)


def twelve_rows() -> tuple[CaseRow, ...]:
    """Return a dozen cases in every state, with one long unit name."""
    return tuple(_row_of(*line.split()) for line in _DOZEN.strip().splitlines())


def _row_of(
    number: str, unit: str, party: str, cause: str, procedure: str, pages: str, state: str,
    score: str, problems: str, at: str,
) -> CaseRow:  # fmt: skip
    read, _, whole = pages.partition("/")
    total, _, grade = score.partition(":")
    return CaseRow(
        id=case_id(int(number)),
        title=f"宁交罚〔2024〕{int(number):04d}号",
        unit=unit,
        party=party,
        cause=cause,
        procedure=procedure,
        pages=int(whole or read),
        pages_read=int(read),
        state=CaseState(state),
        total=total.strip("-"),
        grade=grade,
        problems=int(problems),
        changed_at=datetime.fromisoformat(f"2025-04-{at}"),
    )


_DOZEN = """
132 沙湖支队 宁夏宏途通达物流有限公司 擅自改装车辆 普通程序 87 评查中 94.4:优秀 7 25T10:42
87 青铜大队 马占山 未取得货运许可从事经营 普通程序 64 评查中 88.0:良好 3 25T09:58
211 平川支队 平川县顺达汽车运输有限责任公司 违法超限运输 强制措施 41/112 正在识别 - 0 25T09:31
45 红柳支队 李建国 未随车携带从业资格证 不予处罚 18 未评查 - 1 24T17:05
178 西滩支队 西滩区利民客运站 违法超限运输 普通程序 73 已签定 88.0:良好 2 24T16:20
19 金积支队 杨学文 未按规定检测车辆技术状况 普通程序 58 评查中 79.5:合格 5 24T15:44
156 黄渠大队 丁卫东 不按站点停靠 简易程序 9 已签定 96.5:优秀 0 24T11:16
63 自治区交通运输综合执法监督局高速公路第一支队 宁夏北方大件运输有限公司 未按许可线路行驶 \
普通程序 141 评查中 91.2:优秀 4 23T16:38
204 平川支队 周宝财 非法营运 普通程序 66 未评查 - 6 23T15:02
8 沙湖支队 宁夏恒泰石化运输有限公司 未配备押运人员 普通程序 95 已签定 61.3:不合格 9 23T10:27
117 青铜大队 马晓兰 网约车未取得运输证 普通程序 47 未评查 - 2 22T14:51
233 红柳支队 红柳县公路养护中心 擅自占用公路用地 行政检查 22 已签定 85.0:良好 1 22T09:13
"""


def make_file(
    path: str, kind: FileKind = FileKind.PDF, pages: int = 1, size: int = 90_000
) -> SourceFile:
    """Return a delivered file."""
    return SourceFile(uuid5(_SPACE, path).hex * 2, path, kind, size, pages)


def make_failure(path: str = "检测报告.pdf", **changes: Any) -> ImportRow:
    """Return a file that could not be read."""
    usual = ImportRow(
        path,
        FileKind.PDF,
        "PDF",
        ImportResult.FAILED,
        0,
        410_000,
        "PDF 设有打开密码。",
        "知道密码的，可在导入时输入；否则请索取不加密的文件。",
        locked=True,
    )
    return replace(usual, **changes)


def make_plan(**changes: Any) -> ImportPlan:
    """Return a plan of two cases with eight files and two failures."""
    kinds = {
        "docx": (FileKind.DOCX, "Word"),
        "jpg": (FileKind.IMAGE, "照片"),
        "tif": (FileKind.TIFF, "多页 TIFF"),
    }
    table = (
        ("0132号/01 立案登记表.docx", 1, 38_000, 0),
        ("0132号/扫描件第一册.pdf", 58, 31_400_000, 0),
        ("0132号/扫描件第二册.pdf", 26, 14_900_000, 0),
        ("0132号/IMG_2031.jpg", 1, 3_100_000, 0),
        ("0132号/送达回证.tif", 5, 2_700_000, 0),
        ("0087号/卷宗.pdf", 61, 28_200_000, 1),
        ("0087号/票据.png", 1, 640_000, 1),
        ("0087号/结案报告.docx", 2, 41_000, 1),
    )
    files = []
    for path, pages, size, case in table:
        kind, name = kinds.get(path.rpartition(".")[2], (FileKind.PDF, "扫描 PDF"))
        files.append(PlannedFile(make_file(path, kind, pages, size), name, case))
    rar = make_failure(
        "0132号/附件.rar",
        locked=False,
        kind=FileKind.OTHER,
        kind_name="RAR",
        message="RAR 压缩包不能直接读取",
        remedy="先解压成文件夹，再把文件夹拖进来；本次其余文件不受影响。",
    )
    plan = ImportPlan(
        Grouping.PER_FOLDER,
        ("宁交罚〔2024〕0132号", "宁交罚〔2024〕0087号"),
        tuple(files),
        (make_failure("0132号/检测报告.pdf"), rar),
        Path("unpacked"),
        r"D:\2025评查",
    )
    return replace(plan, **changes)


def make_report(plan: ImportPlan, **changes: Any) -> ImportReport:
    """Return the report of a plan that was run, with one duplicate."""
    rows = [
        ImportRow(
            file.source.path,
            file.source.kind,
            file.kind_name,
            ImportResult.STORED,
            file.source.pages,
            file.source.size,
            f"共 {file.source.pages} 页。",
        )
        for file in plan.files
    ]
    copy = replace(
        rows[0],
        path="0132号/副本 立案登记表.docx",
        result=ImportResult.DUPLICATE,
        message="与“01 立案登记表.docx”相同，不重复保存",
    )
    report = ImportReport((*rows, copy, *plan.rejected), (case_id(132), case_id(87)))
    return replace(report, **changes)


class MadePeople:
    def __init__(self, person: Person | None) -> None:
        self._person = person

    def current(self) -> Person | None:
        return self._person

    def register(self, name: str, unit: str) -> Person:
        self._person = Person(uuid5(_SPACE, name), name, unit)
        return self._person


class MadeCases:
    def __init__(self, rows: tuple[CaseRow, ...]) -> None:
        self.all = rows
        self.gone: list[CaseRow] = []

    def rows(self) -> tuple[CaseRow, ...]:
        return self.all

    def new_paper_case(
        self, title: str, case_no: str = "", unit: str = "", party: str = "", cause: str = ""
    ) -> Case:
        case = Case(uuid5(_SPACE, title), title, case_no, unit, party, cause, paper=True)
        self.all += (make_row(id=case.id, title=title, pages=0, pages_read=0),)
        return case

    def rename(self, case_id: UUID, **fields: str) -> Case:
        self.all = tuple(
            replace(row, **fields) if row.id == case_id else row  # type: ignore[arg-type]
            for row in self.all
        )
        return Case(case_id, next(row.title for row in self.all if row.id == case_id))

    def remove(self, gone: UUID) -> None:
        self.gone += [case for case in self.all if case.id == gone]
        self.all = tuple(row for row in self.all if row.id != gone)

    def restore(self, gone: UUID) -> None:
        self.all += tuple(case for case in self.gone if case.id == gone)
        self.gone = [case for case in self.gone if case.id != gone]

    def removed(self) -> tuple[RemovedCase, ...]:
        return tuple(
            RemovedCase(case.id, case.title, case.unit, case.party, case.pages, case.changed_at)
            for case in reversed(self.gone)
        )


class MadeImports:
    """Plans and stores without files; `ask` is called between two steps of a run."""

    def __init__(self, cases: MadeCases) -> None:
        self._cases = cases
        self.saved: list[Path] = []
        self.discarded: list[ImportPlan] = []
        self.between: Callable[[int], object] = lambda _done: None

    def plan(self, paths: Sequence[Path], progress: Progress) -> ImportPlan:
        progress.report(0, 1, "")
        return make_plan(source="、".join(path.name for path in paths))

    def regroup(self, plan: ImportPlan, grouping: Grouping) -> ImportPlan:
        if grouping is Grouping.ONE_CASE:
            files = tuple(replace(file, case=0) for file in plan.files)
            return replace(plan, grouping=grouping, titles=plan.titles[:1], files=files)
        return replace(plan, grouping=grouping)

    def reassign(self, plan: ImportPlan, file: int, case: int) -> ImportPlan:
        files = list(plan.files)
        files[file] = replace(files[file], case=case)
        return replace(plan, files=tuple(files))

    def retitle(self, plan: ImportPlan, index: int, title: str) -> ImportPlan:
        titles = list(plan.titles)
        titles[index] = title
        return replace(plan, titles=tuple(titles))

    def mend(self, plan: ImportPlan, mend: Mend, progress: Progress) -> ImportPlan:
        if not mend.paths:
            raise UserError("找不到文件。")
        return replace(plan, rejected=tuple(r for r in plan.rejected if r.path != mend.path))

    def mend_stored(self, report: ImportReport, mend: Mend, progress: Progress) -> ImportReport:
        rows = [
            replace(row, result=ImportResult.STORED, locked=False) if row.path == mend.path else row
            for row in report.rows
        ]
        return replace(report, rows=tuple(rows))

    def discard(self, plan: ImportPlan) -> None:
        self.discarded.append(plan)

    def run(
        self,
        plan: ImportPlan,
        progress: Progress,
        on_row: Callable[[ImportRow], object] | None = None,
    ) -> ImportReport:
        report = make_report(plan)
        settled = [row for row in report.rows if row.result is not ImportResult.FAILED]
        for done in range(len(plan.files)):
            self.between(done)
            try:
                progress.report(done, len(plan.files), f"正在导入 {done}")
            except Cancelled:
                return replace(report, rows=report.rows[:done], cancelled=True)
            if on_row is not None:
                on_row(settled[done])
        self._cases.all = tuple({row.id: row for row in (*self._cases.all, make_row())}.values())
        return report

    def save_report(self, _report: ImportReport, path: Path) -> None:
        self.saved.append(path)


class MadeTexts:
    def __init__(self, waiting: tuple[UUID, ...] = (), pages: int = 3) -> None:
        self.waiting = waiting
        self.pages = pages
        self.read: list[tuple[UUID, int]] = []
        self.firsts: list[PageRef | None] = []
        self.between: Callable[[int], object] = lambda _done: None

    def pending(self) -> tuple[UUID, ...]:
        return self.waiting

    def read_case(
        self,
        case: UUID,
        first: Callable[[], PageRef | None],
        progress: Progress,
        on_page: Callable[[PageRef], None],
    ) -> None:
        for page in range(1, self.pages + 1):
            progress.report(page - 1, self.pages, "")
            self.between(page)
            self.firsts.append(first())
            self.read.append((case, page))
            on_page(PageRef("a" * 64, page))

    def state(self, _case: UUID) -> ReadState:
        return ReadState(0, self.pages)


class MadeData:
    def __init__(self) -> None:
        self.folder = Path("文档/案卷评查")

    def free_space(self, _path: Path) -> int:
        return FREE

    def move(self, to: Path, progress: Progress) -> None:
        progress.report(1, 2, "原件")
        self.folder = to


class MadeReviews:
    def __init__(self, cases: MadeCases) -> None:
        self._cases = cases

    def for_case(self, case: UUID) -> tuple[Review, ...]:
        row = next(row for row in self._cases.all if row.id == case)
        begun = datetime.fromisoformat("2025-04-20T09:00")
        first = Review(case, case, "GENERAL", "2025-1", "", case, Round.FIRST, begun)
        signed = row.state is CaseState.SIGNED
        return (replace(first, signed_at=begun) if signed else first,)


class MadeReports:
    def __init__(self) -> None:
        self.written: list[tuple[tuple[UUID, ...], frozenset[str], Path]] = []

    def write(
        self,
        review_ids: Sequence[UUID],
        kinds: AbstractSet[str],
        folder: Path,
        progress: Progress,
    ) -> tuple[Path, ...]:
        progress.report(0, len(review_ids), "案卷评查表")
        self.written.append((tuple(review_ids), frozenset(kinds), folder))
        return tuple(folder / str(number) for number, _ in enumerate(review_ids))


class MadeServices:
    """The workspace in memory."""

    def __init__(
        self,
        rows: tuple[CaseRow, ...] = (),
        person: Person | None = None,
        waiting: tuple[UUID, ...] = (),
    ) -> None:
        self.people = MadePeople(person)
        self.cases = MadeCases(rows)
        self.imports = MadeImports(self.cases)
        self.texts = MadeTexts(waiting)
        self.reviews = MadeReviews(self.cases)
        self.reports = MadeReports()
        self.data = MadeData()
        self.rules = MadeRules()
        self.library = MadeLibrary()
        self.signals = MadeSignals(self.cases.rows)
        self.campaigns = MadeCampaigns()
        self.closed = False

    def close(self) -> None:
        self.closed = True


class MadeCaseTab(QWidget):
    """A case tab that only keeps its promises."""

    saved = Signal(object)
    title_changed = Signal(str)
    status_changed = Signal(str)
    wants_page_first = Signal(object)

    def __init__(self, case: UUID) -> None:
        super().__init__()
        self.case = case
        self.performed: list[str] = []
        self.reloads = 0
        self.places: list[Place] = []
        self.restored: dict[str, Any] = {}
        QVBoxLayout(self).addWidget(QLabel(str(case)))

    def set_tokens(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def perform(self, action_id: str) -> bool:
        self.performed.append(action_id)
        return True

    def available_actions(self) -> frozenset[str]:
        return frozenset({"edit.undo", "item.next", "item.conforms"})

    def reload(self) -> None:
        self.reloads += 1

    def show_place(self, place: Place) -> None:
        self.places.append(place)

    def state(self) -> dict[str, Any]:
        return {"item": "A7"}

    def restore(self, state: dict[str, Any]) -> None:
        self.restored = state


PERSON = Person(uuid5(_SPACE, "周敏"), "周敏", "自治区交通运输综合执法监督局")


def make_case_tab(_services: object, _jobs: Jobs, _tokens: Tokens, case: UUID) -> QWidget:
    """Return a case tab that only keeps its promises."""
    return MadeCaseTab(case)


def make_window(
    services: MadeServices, settings: Settings | None = None, kept: list[Settings] | None = None
) -> MainWindow:
    """Return a window on made-up services, not yet shown."""
    wiring = Wiring(
        keep=(kept if kept is not None else []).append,
        open_workspace=lambda _folder: services,
        make_case_tab=make_case_tab,
        free_space=lambda _folder: FREE,
        default_folder=Path("文档/案卷评查"),
    )
    return MainWindow(settings or Settings(data_folder="文档/案卷评查"), wiring)
