"""The six case files of `dev.py demo`: every form of delivery, two without fault."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reviewer.model import PartyKind
from reviewer.proof.faults import fault
from reviewer.proof.made import Form, MadeCase, make_case
from reviewer.proof.plan import DateStyle, Layout, Plan, Style

DEMO_SEED = 20240312


@dataclass(frozen=True, slots=True)
class _Recipe:
    name: str
    form: Form
    plan: Plan
    faults: tuple[str, ...] = ()


def make_demo_cases(folder: Path, seed: int = DEMO_SEED) -> tuple[MadeCase, ...]:
    """Write the six case files of the demo into `folder`; the same seed gives the same files."""
    return tuple(
        make_case(folder, one.name, one.plan, one.form, [fault(name) for name in one.faults])
        for one in _recipes(seed)
    )


def _recipes(seed: int) -> Sequence[_Recipe]:
    return (
        _Recipe(
            "案卷1 擅自改装车辆（Word文件夹）",
            Form.WORD,
            # 放弃听证的次日作出决定: lawful, since the waiver names the hearing.
            Plan(
                seed + 1,
                "refit",
                PartyKind.ORGANISATION,
                date(2024, 3, 12),
                Style(Layout.FORM, DateStyle.PLAIN),
                waiver=True,
                decision_wait=1,
                discussion=True,
            ),
        ),
        _Recipe(
            "案卷2 不按规定维护检测车辆",
            Form.TEXT_PDF,
            Plan(
                seed + 2,
                "maintenance",
                PartyKind.ORGANISATION,
                date(2024, 5, 21),
                Style(Layout.PROSE, DateStyle.CHINESE, wording=1),
            ),
            ("M-DT07", "T18", "K12.words"),
        ),
        _Recipe(
            "案卷3 无证从事货运",
            Form.SCAN,
            Plan(
                seed + 3,
                "unlicensed",
                PartyKind.PERSON,
                date(2024, 9, 3),
                Style(Layout.FORM, DateStyle.PLAIN, "[]"),
                review=False,
            ),
            ("K01.DT06", "T08", "M-DT52"),
        ),
        _Recipe(
            "案卷4 损坏公路路面",
            Form.SCAN,
            # The holiday of October lies in the term of service, whose last day is used.
            Plan(
                seed + 4,
                "road_damage",
                PartyKind.PERSON,
                date(2024, 9, 6),
                Style(Layout.OLD, DateStyle.PADDED, wording=1),
                accept_wait=2,
                served_wait=7,
                review=False,
            ),
        ),
        _Recipe(
            "案卷5 遗洒污染路面（照片和Word）",
            Form.PHOTOS,
            Plan(
                seed + 5,
                "spill",
                PartyKind.INDIVIDUAL_BUSINESS,
                date(2025, 4, 8),
                Style(Layout.PROSE, DateStyle.PADDED),
            ),
            ("M-DT05", "T42.review", "M-DT37.notice"),
        ),
        _Recipe(
            "案卷6 违法超限运输",
            Form.ARCHIVE,
            Plan(
                seed + 6,
                "overload",
                PartyKind.ORGANISATION,
                date(2025, 6, 10),
                Style(Layout.OLD, DateStyle.CHINESE),
            ),
            ("T03", "M-DT23", "M-DT26"),
        ),
    )
