"""整改台账填报表, the form that a unit fills in without this program.

Vocabulary of writer (`reports`), reader (`intake`) and preview (`campaign`).
Every row carries a mark: the id of its rectification and a check of what must not change.  The
mark is found wherever it stands in the row, so rows and columns may be moved.  The check is no
signature: it finds slips and mix-ups, and whoever reads the form compares the texts as well.
"""

import hashlib
import re
from dataclasses import dataclass
from dataclasses import field as given
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from reviewer.model.campaigns import Campaign, CampaignUnit
from reviewer.model.feedback import Rectification, RectificationState

FORM_TITLE = "整改台账填报表"
VERSION = "1"
PLACEHOLDER = "（请填写）"
"""What an empty control in Word shows."""
_CHECK = 12
_MARK = re.compile(r"ZG(?P<version>[0-9]+)-(?P<id>[0-9a-f]{32})-(?P<check>[0-9a-f]{12})")
_FORM_MARK = re.compile(
    r"ZGB(?P<version>[0-9]+)-(?P<campaign>[0-9a-f]{32})-(?P<unit>[0-9a-f]{32})"
    r"-(?P<rows>[0-9]{1,6})-(?P<check>[0-9a-f]{12})"
)
_FIELD_MARK = re.compile(r"ZGL-(?P<field>[a-z_]+)")


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of the form."""

    field: str
    """Attribute of `Rectification`; `number` is the running number."""
    title: str
    width: float
    """In characters, as Excel counts."""
    filled: bool = False
    """Whether the unit fills it in; the others are locked."""
    note: str = ""


COLUMNS = (
    FormColumn("number", "编号", 6),
    FormColumn("case_no", "案卷", 18),
    FormColumn("category", "问题类别", 11),
    FormColumn("problem", "问题", 30),
    FormColumn("basis", "依据", 20),
    FormColumn("pages", "材料页码", 10),
    FormColumn("requirement", "整改要求", 20),
    FormColumn("due", "整改期限", 12),
    FormColumn("remark", "退回意见", 14),
    FormColumn("measures", "整改措施", 28, True, "写明采取的具体措施"),
    FormColumn("responsible", "责任人", 10, True, "姓名，多人用顿号分开"),
    FormColumn("progress", "完成情况", 24, True, "已完成、部分完成或者未完成，并说明"),
    FormColumn("done_on", "完成日期", 12, True, "写成 2026-05-20 的样子"),
    FormColumn(
        "evidence_named", "佐证材料名称", 22, True, "与同一文件夹中的文件名一致，多个用顿号分开"
    ),
)
FILLED = tuple(one for one in COLUMNS if one.filled)
LOCKED = tuple(one for one in COLUMNS if not one.filled)
_CHECKED = ("case_no", "category", "problem", "basis", "pages", "requirement")
"""What the check covers.  Not the last day: it may be extended while the form is with the unit."""


def shown(rectification: Rectification, field: str) -> str:
    """Return a locked text as the form prints it; `remark` is why it was returned."""
    if field == "remark":
        return _remark(rectification)
    value = getattr(rectification, field)
    return value.isoformat() if field == "due" and value else str(value or "")


def _remark(rectification: Rectification) -> str:
    if rectification.state not in (RectificationState.RETURNED, RectificationState.REOPENED):
        return ""
    moves = (one for one in reversed(rectification.history) if one.before != one.after)
    return next((one.note for one in moves), "")


def plain(text: str) -> str:
    """Return a text without blanks and line breaks, as checks and comparisons take it."""
    return "".join(text.split())


def row_mark(rectification: Rectification) -> str:
    """Return the mark of a row."""
    return f"ZG{VERSION}-{rectification.id.hex}-{_row_check(rectification)}"


def form_mark(campaign: UUID, unit: UUID, rows: int) -> str:
    """Return the mark of a whole form: campaign, unit, number of rows."""
    front = f"ZGB{VERSION}-{campaign.hex}-{unit.hex}-{rows}"
    return f"{front}-{_digest(front)}"


def field_mark(field: str) -> str:
    """Return the mark of a column, hidden above its head."""
    return f"ZGL-{field}"


@dataclass(frozen=True, slots=True)
class RowMark:
    """The mark of a row as read."""

    version: str
    rectification: UUID
    check: str

    def fits(self, rectification: Rectification) -> bool:
        """Return whether the check is that of the rectification's texts."""
        return self.check == _row_check(rectification)


@dataclass(frozen=True, slots=True)
class FormMark:
    """The mark of a form as read."""

    version: str
    campaign: UUID
    unit: UUID
    rows: int
    sound: bool
    """Whether the mark is as it was written."""


def find_row_mark(text: str) -> RowMark | None:
    """Return the mark of a row in `text`."""
    found = _MARK.search(text)
    return RowMark(found["version"], UUID(found["id"]), found["check"]) if found else None


def find_form_mark(text: str) -> FormMark | None:
    """Return the mark of a form in `text`."""
    found = _FORM_MARK.search(text)
    if found is None:
        return None
    front = found[0].rpartition("-")[0]
    return FormMark(
        found["version"],
        UUID(found["campaign"]),
        UUID(found["unit"]),
        int(found["rows"]),
        found["check"] == _digest(front),
    )


def find_field(text: str) -> str:
    """Return the field that a hidden mark or the head of a column names; empty for none."""
    if (found := _FIELD_MARK.search(text)) is not None:
        return found["field"] if found["field"] in {one.field for one in COLUMNS} else ""
    head = re.sub(r"[*＊：:（(].*", "", plain(text))
    return next((one.field for one in COLUMNS if one.title == head), "")


def cell_tag(rectification: Rectification, field: str) -> str:
    """Return the tag of a content control in Word, which takes 64 characters at most."""
    at = next(n for n, one in enumerate(COLUMNS) if one.field == field)
    return f"{row_mark(rectification)}.{at}"


def find_cell_field(tag: str) -> str:
    """Return the field that the tag of a content control names; empty for none."""
    at = tag.rpartition(".")[2]
    if find_row_mark(tag) is None or not at.isdecimal() or int(at) >= len(COLUMNS):
        return ""
    return COLUMNS[int(at)].field


def _row_check(rectification: Rectification) -> str:
    texts = (plain(shown(rectification, field)) for field in _CHECKED)
    ids = (rectification.campaign.hex, rectification.unit.hex, rectification.id.hex)
    return _digest("\n".join((*ids, *texts)))


def _digest(text: str) -> str:
    return hashlib.sha256(f"{VERSION}\n{text}".encode()).hexdigest()[:_CHECK]


@dataclass(frozen=True, slots=True)
class RectificationForm:
    """What a form is written from."""

    campaign: Campaign
    unit: CampaignUnit
    rectifications: tuple[Rectification, ...]

    @property
    def title(self) -> str:
        """Return the title that is printed."""
        return f"{self.campaign.name}{FORM_TITLE}"

    @property
    def mark(self) -> str:
        """Return the mark of the form."""
        return form_mark(self.campaign.id, self.unit.id, len(self.rectifications))


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of a form as it came back."""

    place: str
    """Where it stands, in Chinese: “整改台账填报表”第 5 行."""
    mark: RowMark | None
    texts: tuple[tuple[str, str], ...]
    """Field and text of each column that was found, dates as 2026-05-20."""
    shared: bool = False
    """Whether several rows were merged, so that it cannot be told whose text this is."""
    cells: tuple[tuple[str, str], ...] = ()
    """Field and address, such as M6, where the form has addresses."""

    def text(self, field: str) -> str:
        """Return the text of a column; empty when there is none."""
        return dict(self.texts).get(field, "")

    def cell(self, field: str) -> str:
        """Return the address of a column's cell; empty in Word."""
        return dict(self.cells).get(field, "")

    @property
    def has(self) -> frozenset[str]:
        """Return the fields whose columns were found."""
        return frozenset(field for field, _ in self.texts)


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A form as it came back, nothing compared yet."""

    path: Path
    mark: FormMark | None
    rows: tuple[ReadRow, ...]
    files: tuple[Path, ...] = ()
    """Other files in the same folder: where evidence may be."""
    lost_columns: tuple[str, ...] = ()
    """Titles of columns to fill in that were not found."""


class RowState(StrEnum):
    """What becomes of a row."""

    READY = "可以导入"
    CHECK = "请核对"
    SAME = "没有变化"
    EMPTY = "没有填写"
    REFUSED = "不能导入"
    ABSENT = "表中没有"


@dataclass(frozen=True, slots=True)
class CellChange:
    """A field that the row would change."""

    field: str
    title: str
    before: str
    after: str
    cell: str = given(default="", compare=False)
    """Address in the workbook; empty in Word.  The same text in another row is no other change."""


@dataclass(frozen=True, slots=True)
class NamedEvidence:
    """A name that the unit gave as evidence, and the files that bear it."""

    name: str
    files: tuple[Path, ...]
    """Empty when no file of the folder has this name."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the preview; `CHECK` rows are imported only when a person chooses them."""

    place: str
    state: RowState
    rectification: UUID | None
    case_no: str
    problem: str
    reasons: tuple[str, ...] = ()
    """Chinese sentences: why it is refused or what to look at."""
    changes: tuple[CellChange, ...] = ()
    evidence: tuple[NamedEvidence, ...] = ()

    @property
    def may_be_imported(self) -> bool:
        """Return whether a person may choose the row."""
        return self.state in (RowState.READY, RowState.CHECK)


@dataclass(frozen=True, slots=True)
class FormPreview:
    """What importing a form would do; nothing is changed by it."""

    path: Path
    unit: UUID
    unit_name: str
    rows: tuple[PreviewRow, ...]
    notes: tuple[str, ...] = ()
    """Chinese sentences about the whole form."""
    unclaimed: tuple[Path, ...] = ()
    """Files of the folder that no row names."""
