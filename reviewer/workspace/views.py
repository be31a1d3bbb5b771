"""What a window shows: frozen values made by the workspace, so that widgets know nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from reviewer.model import (
    Box,
    Case,
    Document,
    ExplanationLine,
    Fact,
    FileKind,
    Finding,
    ImportResult,
    ImportRow,
    Marks,
    PageRef,
    Place,
    ProposalKey,
    ProposalState,
    Reading,
    Review,
    Score,
    SignalGroup,
    SourceFile,
    Standard,
    Timeline,
    Unreadable,
    Verdict,
)


class CaseState(StrEnum):
    """Where the work on a case stands."""

    READING = "正在识别"
    NEW = "未评查"
    IN_REVIEW = "评查中"
    SIGNED = "已签定"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row of the table of cases."""

    id: UUID
    title: str
    unit: str
    party: str
    cause: str
    procedure: str
    """Chinese name, such as 普通程序; empty while unknown."""
    pages: int
    pages_read: int
    state: CaseState
    total: str
    """Total or span as shown, such as 94.4; empty without a review."""
    grade: str
    problems: int
    """Number of open proposals of verdict problem."""
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class RemovedCase:
    """A case that was taken out of the table and can come back."""

    id: UUID
    title: str
    unit: str
    party: str
    pages: int
    removed_at: datetime


class Grouping(StrEnum):
    """How imported files become cases."""

    ONE_CASE = "one_case"
    PER_FOLDER = "per_folder"
    PER_FILE = "per_file"


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file found at import and the case it is planned for."""

    source: SourceFile
    kind_name: str
    """Chinese, such as 扫描 PDF, Word, 照片."""
    case: int
    """Index into `ImportPlan.titles`; -1 leaves the file out."""
    message: str = ""
    """Chinese: what was noticed when it was read."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; shown and changed before it is run."""

    grouping: Grouping
    titles: tuple[str, ...]
    files: tuple[PlannedFile, ...]
    rejected: tuple[ImportRow, ...]
    """Files that cannot be read, with reason and remedy."""
    folder: Path
    """Where unpacked archives lie until the import ends."""
    source: str
    """What was dropped, as shown to the user."""
    noted: tuple[ImportRow, ...] = ()
    """Files that need no decision: repeated contents and what programs left behind."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The result of an import: every file with what became of it."""

    rows: tuple[ImportRow, ...]
    cases: tuple[UUID, ...]
    cancelled: bool = False
    homes: Mapping[str, UUID] = field(default_factory=dict)
    """By path: the case of each file that could not be read, where that is known."""

    def count(self, result: ImportResult) -> int:
        """Return the number of rows with this result."""
        return sum(row.result is result for row in self.rows)

    @property
    def sentence(self) -> str:
        """Return the outcome in one Chinese sentence."""
        kept = self.count(ImportResult.STORED)
        if self.cancelled:
            return f"已存入 {kept} 个文件保留，其余未导入。"
        same, failed = self.count(ImportResult.DUPLICATE), self.count(ImportResult.FAILED)
        rest = f"，{same} 个与已存的相同" if same else ""
        rest += f"，{failed} 个未能读取" if failed else ""
        return f"已导入 {len(self.cases)} 卷，存入 {kept} 个文件{rest}。"


@dataclass(frozen=True, slots=True)
class Mend:
    """What is to stand for a file that could not be read."""

    path: str
    """The file, as its row names it."""
    paths: tuple[Path, ...]
    """Other files; with a password, what was dropped for this import."""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ReadState:
    """How far the text recognition of a case has come."""

    done: int
    total: int
    failed: tuple[Unreadable, ...] = ()


@dataclass(frozen=True, slots=True)
class PageView:
    """One page as the thumbnails and the page canvas show it."""

    ref: PageRef
    folio: str
    """卷内页号, or empty; then `label` names file and page."""
    label: str
    width: float
    height: float
    """Upright size in points; DOCX pages are sheets of the reading copy."""
    sheet: int
    """For a DOCX: page of the reading copy, from 1; otherwise equal to the page."""
    document: int
    """Id of the document in the reading; -1 when in none."""
    kind: FileKind
    read: bool
    confidence: float
    source_name: str
    """Chinese: 扫描件, 文字版 PDF, Word 阅读版, 照片."""
    covers: tuple[Box, ...] = ()
    """What the blind mode (盲评) covers of it for who sits here."""
    lifted: str = ""
    """Why who sits here lifted the covers; empty while they lie."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A rendered page: 8-bit RGB rows without padding."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class CharBox:
    """One character of a page with its place, for selecting text."""

    char: str
    box: Box
    line: int
    """Index of the line in the page."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A machine proposal for one item or veto, as the item pane shows it."""

    key: ProposalKey
    item: str
    """Item id or veto id."""
    clause: str
    """Clause that accepting would deduct by; empty for a veto or a mere hint."""
    points: str
    """What accepting costs, such as −2.0; empty when nothing."""
    verdict: Verdict
    title: str
    """Title of the rule."""
    message: str
    basis: tuple[str, ...]
    method: str
    """One sentence: how the rule works (为何)."""
    evidence: tuple[Place, ...]
    searched: tuple[str, ...]
    state: ProposalState
    record: str = ""
    """What people on this computer made of the rule's proposals; empty without an answer."""
    made_up: str = ""
    """How the rule fared on made-up case files, with what such figures stand for."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of the facts panel, in order of the procedure."""

    key: str
    label: str
    """Chinese name of the field."""
    text: str
    """The value as shown; empty when none was found."""
    fact: Fact | None
    typed: bool
    """True when a person typed or drew it."""
    confidence: float
    folio: str
    """卷内页号 or file and page of its place."""
    hint: str = ""
    """How to type it, such as 2024-04-10."""
    core: bool = True
    """Shown also when nothing was read."""
    may_type: bool = True
    """False for a value of several parts, which is corrected at its document."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of the phrase bank (短语库)."""

    code: str
    type: str
    """V may be a veto, D deduction, T hint."""
    text: str
    items: tuple[str, ...]
    """Items, vetoes and rules it belongs to."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything the workbench shows that belongs to the case."""

    case: Case
    reading: Reading
    pages: tuple[PageView, ...]
    facts: tuple[FactRow, ...]
    findings: tuple[Finding, ...]
    read: ReadState
    type_names: Mapping[str, str] = field(default_factory=dict)
    """Standard name of every document type by DT code."""
    undo: str = ""
    """What Ctrl+Z would take back while no review is open; empty when nothing."""
    redo: str = ""
    timeline: Timeline = field(default_factory=Timeline)
    blind: bool = False
    """Whether unit, officers and party are hidden from who sits here (盲评)."""
    named: frozenset[str] = frozenset()
    """Items and vetoes of a blind review that need the names: marked last, unmasked."""

    def title_of(self, document: Document) -> str:
        """Return the name shown for `document`."""
        return self.type_names.get(document.type, document.title)


@dataclass(frozen=True, slots=True)
class ReviewView:
    """Everything the workbench shows that belongs to the review."""

    review: Review
    person: str
    standard: Standard
    marks: Marks
    score: Score
    if_all_accepted: str
    """Total if every open proposal were accepted, one decimal."""
    proposals: tuple[Proposal, ...]
    explanation: tuple[ExplanationLine, ...]
    undo: str
    """What Ctrl+Z would take back, in Chinese; empty when nothing."""
    redo: str
    saved_at: datetime | None
    seen: frozenset[tuple[PageRef, int]] = frozenset()
    """Page and sheet of every page that was in view for 1.5 s."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """`merits` 优点, `problems` 主要问题, `suggestions` 建议, `leader` 组长,
    `second` 第二评查人."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """What stands in the way of signing off (签定), each entry a link."""

    pending: tuple[str, ...]
    """Items still 待定."""
    open_vetoes: tuple[str, ...]
    open_proposals: tuple[Proposal, ...]
    unseen: tuple[tuple[PageRef, int], ...]
    missing_reasons: tuple[str, ...]
    """Items or vetoes that lack a reason."""
    may_sign: bool
    why_not: str
    """Chinese; empty when signing is possible."""


@dataclass(frozen=True, slots=True)
class SignalsView:
    """What rules across cases found in all cases of the data folder."""

    groups: tuple[SignalGroup, ...]
    titles: Mapping[UUID, str]
    """Title of every case."""
    unread: tuple[UUID, ...]
    """Cases of which some pages were not recognised yet."""
