"""The six case files of `dev.py demo`: every form of delivery, two without fault."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reviewer.model import PartyKind
from reviewer.proof.faults import fault
from reviewer.proof.made import Form, MadeCase, make_case
from reviewer.proof.plan import DateStyle, Layout, Plan, Style

DEMO_SEED = 20240312


@dataclass(frozen=True, slots=True)
class Recipe:
    """One case of the demo; the seed of its plan is added to that of the demo."""

    name: str
    form: Form
    plan: Plan
    faults: tuple[str, ...] = ()


# The waiver names the hearing, so that the decision may follow on the next day.
_WAIVED = Plan(
    seed=1,
    offence="refit",
    party=PartyKind.ORGANISATION,
    start=date(2024, 3, 12),
    style=Style(Layout.FORM, DateStyle.PLAIN),
    waiver=True,
    decision_wait=1,
    discussion=True,
)
_UNMAINTAINED = Plan(
    seed=2,
    offence="maintenance",
    party=PartyKind.ORGANISATION,
    start=date(2024, 5, 21),
    style=Style(Layout.PROSE, DateStyle.CHINESE, wording=1),
)
_UNLICENSED = Plan(
    seed=3,
    offence="unlicensed",
    party=PartyKind.PERSON,
    start=date(2024, 9, 3),
    style=Style(Layout.FORM, DateStyle.PLAIN, "[]"),
    review=False,
)
# The holiday of October lies in the term of service, whose last day is used.
_HOLIDAY = Plan(
    seed=4,
    offence="road_damage",
    party=PartyKind.PERSON,
    start=date(2024, 9, 6),
    style=Style(Layout.OLD, DateStyle.PADDED, wording=1),
    accept_wait=2,
    served_wait=7,
    review=False,
)
_SPILLED = Plan(
    seed=5,
    offence="spill",
    party=PartyKind.INDIVIDUAL_BUSINESS,
    start=date(2025, 4, 8),
    style=Style(Layout.PROSE, DateStyle.PADDED),
)
_OVERLOADED = Plan(
    seed=6,
    offence="overload",
    party=PartyKind.ORGANISATION,
    start=date(2025, 6, 10),
    style=Style(Layout.OLD, DateStyle.CHINESE),
)
RECIPES: tuple[Recipe, ...] = (
    Recipe("案卷1 擅自改装车辆（Word文件夹）", Form.WORD, _WAIVED),
    Recipe(
        "案卷2 不按规定维护检测车辆",
        Form.TEXT_PDF,
        _UNMAINTAINED,
        ("M-DT07", "T18", "K12.words"),
    ),
    Recipe("案卷3 无证从事货运", Form.SCAN, _UNLICENSED, ("K01.DT06", "T08", "M-DT52")),
    Recipe("案卷4 损坏公路路面", Form.SCAN, _HOLIDAY),
    Recipe(
        "案卷5 遗洒污染路面（照片和Word）",
        Form.PHOTOS,
        _SPILLED,
        ("M-DT05", "T42.review", "M-DT37.notice"),
    ),
    Recipe("案卷6 违法超限运输", Form.ARCHIVE, _OVERLOADED, ("T03", "M-DT23", "M-DT26")),
)


def make_demo_cases(folder: Path, seed: int = DEMO_SEED) -> tuple[MadeCase, ...]:
    """Write the six case files of the demo into `folder`; the same seed gives the same files."""
    return tuple(
        make_case(
            folder,
            one.name,
            one.plan.with_(seed=seed + one.plan.seed),
            one.form,
            [fault(name) for name in one.faults],
        )
        for one in RECIPES
    )
