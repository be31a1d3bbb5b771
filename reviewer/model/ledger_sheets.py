"""The ledger (台账，案件目录) as a workbook: vocabulary of the writer, the reader and the window.

Writing stands in `reports`, reading in `intake`; both go by these columns (campaign.md 4.2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from reviewer.model.campaigns import CaseKind, LedgerRow
from reviewer.model.library_sheets import NO, YES, CellKind, SheetColumn

LEDGER_SHEET = "案件目录"
NOTES_SHEET = "填写说明"
NUMBER_TITLE = "序号"
"""Its cell says 示例 in the row that shows how to fill in the sheet and is never imported."""
FIELDS_OF_ENFORCEMENT = (
    "公路路政",
    "道路运政",
    "水路运政",
    "航道行政",
    "地方海事行政",
    "交通建设工程质量监督",
)
"""The six 执法门类."""

_T, _D, _A, _N, _C = (
    CellKind.TEXT,
    CellKind.DATE,
    CellKind.AMOUNT,
    CellKind.NUMBER,
    CellKind.CHOICE,
)
_YES_NO = (YES, NO)


def _asked(field: str, title: str, example: str = NO) -> SheetColumn:
    return SheetColumn(field, title, _C, choices=_YES_NO, width=14, example=example)


LEDGER_COLUMNS = (
    SheetColumn("unit", "单位", _T, needed=True, width=30, example="沙湖市交通运输综合执法支队"),
    SheetColumn("year", "年度", _N, width=8, note="空白时取文号中的年份", example="2025"),
    SheetColumn(
        "case_no",
        "案号或决定书文号",
        _T,
        needed=True,
        width=26,
        note="同一单位内不得重复；抽取以单位和文号为准",
        example="沙交执罚〔2025〕12号",
    ),
    SheetColumn("cause", "案由", _T, width=30, example="超限运输车辆行驶公路"),
    SheetColumn(
        "field",
        "执法门类",
        _C,
        choices=FIELDS_OF_ENFORCEMENT,
        width=14,
        note="抽取按单位、执法门类、案件类型分层，同一门类请用同一写法",
        example="公路路政",
    ),
    SheetColumn(
        "kind",
        "案件类型",
        _C,
        needed=True,
        choices=tuple(kind.value for kind in CaseKind),
        width=10,
        example="普通",
    ),
    SheetColumn("party", "当事人", _T, width=22, note="可以脱敏", example="沙湖某运输有限公司"),
    SheetColumn("party_kind", "当事人类型", _T, width=12, example="法人"),
    SheetColumn("plate", "车牌", _T, width=12, example="宁A12345"),
    SheetColumn("offence_on", "违法时间", _D, width=13, example="2025-03-01"),
    SheetColumn("filed_on", "立案日期", _D, width=13, example="2025-03-03"),
    SheetColumn("decided_on", "决定日期", _D, width=13, example="2025-03-20"),
    SheetColumn("penalty_kinds", "处罚种类", _T, width=14, example="罚款"),
    SheetColumn("fine", "罚款金额（元）", _A, width=14, note="单位为元", example="2000"),
    SheetColumn("confiscated", "没收金额（元）", _A, width=14, note="单位为元"),
    _asked("hearing", "是否听证"),
    _asked("legal_review", "是否法制审核", YES),
    _asked("discussion", "是否集体讨论"),
    SheetColumn("coercion", "强制措施及期限", _T, width=18, example="无"),
    _asked("ordered_correction", "是否责令改正", YES),
    _asked("rechecked", "是否复查", YES),
    _asked("transferred", "是否移送"),
    SheetColumn("remedy", "复议、诉讼及结果", _T, width=18, example="无"),
    SheetColumn("performance", "执行情况", _T, width=14, example="已履行"),
    SheetColumn("paid_on", "缴款日期", _D, width=13, example="2025-03-25"),
    SheetColumn("closed_on", "结案日期", _D, width=13, example="2025-03-28"),
    SheetColumn("officer1", "承办人一（证号）", _T, width=22, example="马甲（3001001）"),
    SheetColumn("officer2", "承办人二（证号）", _T, width=22, example="王乙（3001002）"),
    SheetColumn("pages", "卷宗页数", _N, width=10, note="分配评查任务时用", example="36"),
    SheetColumn("volumes", "册数", _N, width=8, example="1"),
    SheetColumn("electronic", "电子卷状态", _T, width=12, example="已扫描"),
    SheetColumn("note", "密级及敏感备注", _T, width=18),
)
FURTHER_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "number": NUMBER_TITLE,
        "decision_no": "决定书文号（另有案号时）",
        "officer1_cert": "承办人一证号",
        "officer2_cert": "承办人二证号",
    }
)
"""Further columns that ledgers have; read, but not part of the template."""
LEDGER_TITLES: Mapping[str, str] = MappingProxyType(
    {**{column.field: column.title for column in LEDGER_COLUMNS}, **FURTHER_FIELDS}
)
NEEDED_FIELDS = tuple(column.field for column in LEDGER_COLUMNS if column.needed)
UNKNOWN_UNIT = UUID(int=0)
"""Unit of a row whose unit nobody has confirmed yet."""


@dataclass(frozen=True, slots=True)
class HeadMapping:
    """Which column is which field, remembered by the heads of the columns."""

    fingerprint: str
    """SHA-256 of the heads in their order."""
    fields: tuple[str, ...]
    """A field for each column; empty for a column that is not read."""


@dataclass(frozen=True, slots=True)
class LedgerLayout:
    """A mapping that a person confirmed, kept so that the next workbook of this kind fits."""

    id: UUID
    mapping: HeadMapping
    source: str
    """Name of the workbook."""


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """A cell, or a row, that cannot be imported."""

    row: int
    column: str
    """Letter; empty for the whole row."""
    title: str
    reason: str

    def __str__(self) -> str:
        """Return the sentence: 第 12 行 F 列（决定日期）：……."""
        where = f"{self.column} 列（{self.title}）" if self.column else ""
        return f"第 {self.row} 行{' ' if where else ''}{where}：{self.reason}。"


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """One column as found."""

    letter: str
    head: str
    field: str
    """Empty when it is not read."""
    sure: bool = True
    """False when the head only resembles a known one: a person looks at it."""


class UnitMatching(StrEnum):
    """How a name in the ledger was tied to a unit of the campaign."""

    EXACT = "一致"
    NORMALISED = "除空格、括号外一致"
    CHOSEN = "人工选定"
    UNKNOWN = "未找到"


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit name as the ledger writes it."""

    name: str
    rows: int
    how: UnitMatching
    unit: UUID | None = None
    suggestions: tuple[UUID, ...] = ()
    """Units of similar name, the most similar first; never taken without a person."""


@dataclass(frozen=True, slots=True)
class LedgerChoices:
    """What a person settled in the preview, given back to read once more."""

    sheet: str = ""
    """Empty: the sheet that looks most like a ledger."""
    head_row: int | None = None
    fields: tuple[str, ...] | None = None
    """A field for each column; None: as remembered, else as guessed."""
    constants: Mapping[str, str] | None = None
    """Fields that the whole sheet shares and has no column for, such as unit or kind."""
    units: Mapping[str, UUID] | None = None
    """Unit of the campaign by the name in the ledger."""


@dataclass(frozen=True, slots=True)
class LedgerPreview:
    """What a workbook would give: shown first, imported only when a person confirms it."""

    source: str
    sheet: str
    sheets: tuple[str, ...]
    head_rows: tuple[int, int]
    """First and last row of the heads; both 0 when the caller has to name them."""
    columns: tuple[PreviewColumn, ...]
    mapping: HeadMapping
    missing: tuple[str, ...]
    """Titles of needed columns that no column was found for."""
    sample: tuple[tuple[str, ...], ...]
    """The first rows as written, a text for each column."""
    rows: tuple[LedgerRow, ...] = ()
    """Rows without fault; `unit_name` as written, `unit` not yet settled."""
    faults: tuple[LedgerFault, ...] = ()
    """In the order of the rows; at most some hundreds."""
    fault_count: int = 0
    faulty_rows: int = 0
    units: tuple[UnitMatch, ...] = ()
    notices: tuple[str, ...] = ()
    """What was done with hidden rows, repeated heads, totals: sentences."""

    @property
    def ready(self) -> bool:
        """Return whether every row can be imported as it stands."""
        settled = all(match.unit is not None for match in self.units)
        return bool(self.rows) and settled and not self.fault_count and not self.missing
