"""Small standards and marks for the tests, made from a few words."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from reviewer.model import (
    AbsenceReason,
    Bonus,
    Choice,
    Clause,
    ExclusiveGroup,
    GradeBand,
    Group,
    Item,
    Mark,
    Marks,
    Method,
    Occurrence,
    Place,
    Precheck,
    ProposalKey,
    Question,
    RuleLink,
    Standard,
    Veto,
    VetoChoice,
    VetoMark,
    VetoType,
)

BANDS = (
    GradeBand("优秀", Decimal(90), excellent=True),
    GradeBand("良好", Decimal(80)),
    GradeBand("合格", Decimal(60)),
    GradeBand("不合格", Decimal(0), failing=True),
)
PLACE = Place("f" * 64, 12, "2024年4月10日")


def clause(
    clause_id: str,
    method: Method = Method.PER_OCCURRENCE,
    points: str = "0.5",
    *,
    threshold: int = 0,
    veto: str = "",
    fault: str = "",
) -> Clause:
    return Clause(clause_id, "情形", method, Decimal(points), threshold, veto, fault)


def item(
    item_id: str,
    points: str = "3",
    clauses: Iterable[Clause] = (),
    *,
    may_be_absent: bool = True,
    links: Iterable[RuleLink] = (),
) -> Item:
    links = tuple(links)
    return Item(
        id=item_id,
        group=item_id[0],
        short=f"项目{item_id}",
        text="评查内容",
        points=Decimal(points),
        clauses=tuple(clauses) or (clause(f"{item_id}.1"),),
        basis=(),
        materials=(),
        precheck=Precheck.NONE,
        precheck_note="",
        rules=tuple(dict.fromkeys(link.rule for link in links)),
        questions=(Question.BASIS,),
        may_be_absent=may_be_absent,
        absent_note="本项必评。",
        links=links,
    )


def veto(veto_id: str, kind: VetoType = VetoType.A, links: Iterable[RuleLink] = ()) -> Veto:
    links = tuple(links)
    rules = tuple(dict.fromkeys(link.rule for link in links))
    return Veto(veto_id, "否决", "否决情形", kind, (), (), Precheck.NONE, "", rules, (), links)


def standard(
    *items: Item,
    vetoes: Iterable[Veto] = (),
    exclusive: Mapping[str, tuple[str, ...]] | None = None,
    bonuses: Iterable[Bonus] = (),
) -> Standard:
    """Make a standard of `items`, grouped by the first letter of their ids."""
    groups: dict[str, Decimal] = {}
    for one in items:
        groups[one.group] = groups.get(one.group, Decimal(0)) + one.points
    return Standard(
        id="test",
        version="1",
        name="试评标准",
        subject="case",
        procedures=("general",),
        source="测试",
        groups=tuple(Group(name, f"{name}组", points) for name, points in groups.items()),
        items=items,
        vetoes=tuple(vetoes),
        bands=BANDS,
        bonuses=tuple(bonuses),
        bonus_limit=Decimal(5),
        absence_reasons=(
            AbsenceReason("not_taken", "未采取该措施"),
            AbsenceReason("other", "其他", needs_note=True),
        ),
        exclusive=tuple(
            ExclusiveGroup(fault, fault, carriers) for fault, carriers in (exclusive or {}).items()
        ),
        content_hash="",
    )


def occurrence(
    clause_id: str,
    count: int = 1,
    points: str = "0.5",
    *,
    fault: str = "",
    ratio: str | None = None,
    reason: str = "未记载",
    proposal: ProposalKey | None = None,
    name: UUID | None = None,
) -> Occurrence:
    return Occurrence(
        id=name or uuid4(),
        clause=clause_id,
        count=count,
        points=Decimal(points),
        reason=reason,
        proposal=proposal,
        fault=fault,
        ratio=None if ratio is None else Decimal(ratio),
    )


def fails(item_id: str, *occurrences: Occurrence) -> Mark:
    return Mark(item_id, Choice.FAILS, occurrences=occurrences)


def conforms(item_id: str) -> Mark:
    return Mark(item_id, Choice.CONFORMS)


def absent(item_id: str, reason: str = "not_taken", note: str = "") -> Mark:
    return Mark(item_id, Choice.ABSENT, absence=reason, note=note)


def hit(veto_id: str) -> VetoMark:
    return VetoMark(veto_id, VetoChoice.HIT, "经查属实", (PLACE,))


def marks(*given: Mark | VetoMark, **bonuses: str) -> Marks:
    """Collect marks of items and vetoes; `JF1="2"` awards a bonus."""
    return Marks(
        items={mark.item: mark for mark in given if isinstance(mark, Mark)},
        vetoes={mark.veto: mark for mark in given if isinstance(mark, VetoMark)},
        bonuses={name: Decimal(points) for name, points in bonuses.items()},
    )


def raw_standard(**changes: Any) -> dict[str, Any]:
    """Return the entries of a small sound standard file, with `changes` at the top."""
    raw: dict[str, Any] = {
        "id": "small",
        "version": "1",
        "name": "小标准",
        "subject": "case",
        "procedures": ["general"],
        "source": "测试",
        "total": 5,
        "groups": [{"id": "A", "name": "甲", "points": 5}],
        "items": [raw_item("A1", 3), raw_item("A2", 2)],
        "vetoes": [raw_veto("V01")],
        "bands": [
            {"name": "优秀", "from": 90, "excellent": True},
            {"name": "不合格", "from": 0, "failing": True},
        ],
        "bonuses": [],
        "bonus_limit": 0,
        "absence_reasons": [{"code": "not_taken", "text": "未采取该措施"}],
        "exclusive": [],
    }
    return raw | changes


def raw_item(item_id: str, points: object, **changes: Any) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "id": item_id,
        "group": "A",
        "short": "短题",
        "text": "评查内容",
        "points": points,
        "clauses": [raw_clause(f"{item_id}.1")],
        "basis": ["行政处罚法第四十条"],
        "materials": ["决定书"],
        "precheck": "full",
        "rules": {"T18": f"{item_id}.1"},
        "questions": ["basis"],
        "may_be_absent": True,
    }
    return raw | changes


def raw_clause(clause_id: str, **changes: Any) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "id": clause_id,
        "text": "情形",
        "method": "per_occurrence",
        "points": 0.5,
    }
    return raw | changes


def raw_veto(veto_id: str, **changes: Any) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "id": veto_id,
        "short": "否决",
        "text": "否决情形",
        "type": "A",
        "precheck": "none",
        "questions": ["basis"],
    }
    return raw | changes
