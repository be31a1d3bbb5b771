"""The sheets of the unit's library (本单位库) as a workbook: vocabulary of writer and reader.

Writing stands in `reports`, reading in `intake`; both go by these tables.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from reviewer.model.fact_values import PartyKind
from reviewer.model.knowledge import Library, ThresholdKind

EXAMPLE_COLUMN = "标记"
EXAMPLE = "示例"
"""A row with this mark shows how to fill in the sheet and is never imported."""


class CellKind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    DATE = "date"
    AMOUNT = "amount"
    NUMBER = "number"
    CHOICE = "choice"
    NAMES = "names"  # several texts, parted by 、


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet."""

    field: str
    title: str
    kind: CellKind
    needed: bool = False
    choices: tuple[str, ...] = ()
    note: str = ""
    width: float = 16
    example: str = ""


@dataclass(frozen=True, slots=True)
class LibrarySheet:
    """One sheet of the workbook."""

    title: str
    note: str
    """What the sheet is for and what an empty cell means, in one or two sentences."""
    columns: tuple[SheetColumn, ...]


@dataclass(frozen=True, slots=True)
class CellFault:
    """One cell, or row, that cannot be imported."""

    sheet: str
    cell: str
    """As Excel names it: B5; a row as 第5行; empty for the whole sheet."""
    reason: str


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """What a workbook holds: the rows that are right, and every cell that is wrong."""

    library: Library
    faults: tuple[CellFault, ...]
    counts: Mapping[str, int]
    """Number of right rows by the title of the sheet."""


_T, _D, _A, _N = CellKind.TEXT, CellKind.DATE, CellKind.AMOUNT, CellKind.NUMBER
_C, _NAMES = CellKind.CHOICE, CellKind.NAMES
YES, NO = "是", "否"
PARTIES: Mapping[str, PartyKind | None] = MappingProxyType(
    {
        "全部": None,
        "公民": PartyKind.PERSON,
        "法人或者其他组织": PartyKind.ORGANISATION,
        "个体工商户": PartyKind.INDIVIDUAL_BUSINESS,
    }
)
THRESHOLDS: Mapping[str, ThresholdKind] = MappingProxyType(
    {
        "听证标准": ThresholdKind.HEARING,
        "重大案件集体讨论标准": ThresholdKind.DISCUSSION,
        "法制审核目录": ThresholdKind.REVIEW,
    }
)
SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "超限罚款取整": "overload_rounding",
        "个体工商户简易程序档": "individual_business",
        "执法证号格式": "certificate_format",
        "陈述申辩天数": "plead_days",
        "立案提示天数": "filing_hint_days",
        "立案警告天数": "filing_warning_days",
        "归档天数": "archive_days",
    }
)
SETTING_VALUES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "overload_rounding": {"满1000千克的整数倍": "whole", "零头进一": "up"},
        "individual_business": {"公民": "person", "法人或者其他组织": "organisation"},
    }
)
WHOLE_NUMBERS = frozenset({"plead_days", "filing_hint_days", "filing_warning_days", "archive_days"})
_FROM = SheetColumn("valid_from", "生效日期", _D, width=13, note="空白为不限")
_TO = SheetColumn("valid_to", "失效日期", _D, width=13, note="当日仍有效；空白为不限")

SUBJECTS = LibrarySheet(
    "合法主体",
    "可以自己的名义作出决定的机关。填写后，决定书落款不在其内、决定日不在有效期内或者超出执法门类的，会报出；辖区不一致的提示核对；不填写的不核对。",
    (
        SheetColumn("name", "名称", _T, needed=True, width=34, example="银川市交通运输局"),
        replace(_FROM, example="2025-05-01"),
        _TO,
        SheetColumn("fields", "执法门类", _NAMES, width=30, example="公路路政、道路运政"),
        SheetColumn("region", "辖区", _T, example="银川市"),
    ),
)
OFFICERS = LibrarySheet(
    "执法人员",
    "执法人员名册。填写后，不在名册、证号不符或者步骤当日证件无效的，会报出。住址、近亲属只用于提示回避。",
    (
        SheetColumn("name", "姓名", _T, needed=True, example="张某某"),
        SheetColumn("cert", "执法证号", _T, needed=True, width=20, example="30010100001"),
        SheetColumn("valid_from", "有效期起", _D, width=13, example="2022-01-01"),
        SheetColumn("valid_to", "有效期止", _D, width=13, note="当日仍有效", example="2026-12-31"),
        SheetColumn("address", "住址", _T, width=30),
        SheetColumn("relatives", "近亲属", _NAMES, width=22, note="用顿号分开"),
    ),
)
REVIEWERS = LibrarySheet(
    "法制审核人员",
    "从事行政处罚决定法制审核的人员。2018年1月1日起初次从事审核的，应当取得法律职业资格。",
    (
        SheetColumn("name", "姓名", _T, needed=True, example="李某某"),
        SheetColumn(
            "qualified", "取得法律职业资格", _C, needed=True, choices=(YES, NO), example=YES
        ),
        SheetColumn("since", "从事审核起始日", _D, width=18, example="2020-03-01"),
    ),
)
BENCHMARKS = LibrarySheet(
    "裁量基准",
    "每个档次一行，同一基准的编号、违法行为和条款相同。金额单位为元，按倍数或者每吨计算的在“单位”中选择。",
    (
        SheetColumn("id", "编号", _T, needed=True, example="DY-001"),
        SheetColumn(
            "offence",
            "违法行为",
            _T,
            needed=True,
            width=36,
            example="未取得经营许可擅自从事道路货物运输经营",
        ),
        SheetColumn(
            "law",
            "法律法规",
            _T,
            needed=True,
            width=20,
            note="不写“中华人民共和国”和书名号",
            example="道路运输条例",
        ),
        SheetColumn("article", "条", _N, needed=True, width=6, example="63"),
        SheetColumn("paragraph", "款", _N, width=6, example="1"),
        SheetColumn("item", "项", _N, width=6),
        SheetColumn("unit", "单位", _C, choices=("元", "倍", "元/吨"), width=8, example="元"),
        SheetColumn("precondition", "前置条件", _C, choices=("责令改正", "拒不改正"), width=12),
        SheetColumn("band", "档次", _T, needed=True, width=10, example="一般"),
        SheetColumn("condition", "适用条件", _T, width=36, example="初次违法，未造成危害后果"),
        SheetColumn("low", "下限", _A, needed=True, width=12, example="3000"),
        SheetColumn("high", "上限", _A, needed=True, width=12, example="5000"),
        SheetColumn("document", "发布文号", _T, width=22),
        _FROM,
        _TO,
    ),
)
STANDARDS = LibrarySheet(
    "标准和口径",
    "听证“较大数额”、重大案件、法制审核目录填数额或者处罚种类，每种当事人一行；口径填在“内容”中。没有填写的，按各种可能的口径分别计算。",
    (
        SheetColumn(
            "kind",
            "项目",
            _C,
            needed=True,
            choices=(*THRESHOLDS, *SETTINGS),
            width=24,
            example="听证标准",
        ),
        SheetColumn(
            "party",
            "当事人类型",
            _C,
            choices=tuple(PARTIES),
            width=18,
            note="空白为全部",
            example="公民",
        ),
        SheetColumn("amount", "数额（元）", _A, width=14, example="5000"),
        SheetColumn(
            "inclusive",
            "含本数",
            _C,
            choices=(YES, NO),
            width=10,
            note="以上为是，超过为否",
            example=YES,
        ),
        SheetColumn("words", "内容", _T, width=30, note="处罚种类，或者口径的取法"),
        _FROM,
        _TO,
    ),
)
SHEETS = (SUBJECTS, OFFICERS, REVIEWERS, BENCHMARKS, STANDARDS)


def versioned(library: Library) -> Library:
    """Return `library` with the hash of its content as version; empty for an empty one."""
    plain = replace(library, version="", settings=dict(sorted(library.settings.items())))
    if plain == Library():
        return plain
    return replace(plain, version=hashlib.sha256(repr(plain).encode()).hexdigest()[:12])
