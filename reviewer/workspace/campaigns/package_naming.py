"""What records of a package are called in its preview.  Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from reviewer.campaign.volume_numbers import volume_no
from reviewer.model.adjudications import Adjudication
from reviewer.model.campaigns import Campaign
from reviewer.model.draws import Assignment
from reviewer.store.records import CaseValues
from reviewer.store.wire_reviews import ReviewSide

_FIELDS = {
    "name:case_no": "案号",
    "name:party": "当事人",
    "name:cause": "案由",
    "name:unit": "单位",
}


@dataclass(slots=True)
class Names:
    """Names of what records refer to, gathered from here and from the package."""

    people: dict[UUID, str] = field(default_factory=dict)
    cases: dict[UUID, str] = field(default_factory=dict)
    units: dict[UUID, str] = field(default_factory=dict)
    hidden: frozenset[UUID] = frozenset()
    """Cases that a blind review (盲评) hides from who looks."""
    hides_all: bool = False

    def hides(self, case: UUID | None) -> bool:
        """Return whether a case goes by its 卷号 alone."""
        return case is not None and (self.hides_all or case in self.hidden)

    def learn_case(self, case: UUID, title: str) -> str:
        """Keep what a case is called; return it as it may be told."""
        self.cases[case] = volume_no(case) if self.hides(case) else title
        return self.cases[case]

    def learn(self, campaign: Campaign) -> None:
        """Take the names that a campaign gives."""
        self.units |= {unit.id: unit.name for unit in campaign.units}
        self.people |= {member.person: member.name for member in campaign.members}

    def of_record(self, record: Any) -> str:
        """Return what tells a record of a campaign from others of its kind."""
        if isinstance(record, Campaign):
            return record.name
        case = getattr(record, "case", None)
        parts = [self.cases.get(case or UUID(int=0), "")]
        if not self.hides(case):
            parts += [
                getattr(record, "case_no", ""),
                self.units.get(getattr(record, "unit", None) or UUID(int=0), ""),
            ]
        if isinstance(record, Assignment):
            parts += [record.duty.value, self.people.get(record.person, "")]
        if isinstance(record, Adjudication):
            parts.append(f"第 {record.session} 次合议")
        return " · ".join(dict.fromkeys(part for part in parts if part))

    def of_review(self, case: UUID, side: ReviewSide, person: UUID) -> str:
        """Return what a review is called: case, round, reviewer."""
        parts = (self.cases.get(case, ""), side.round, self.people.get(person, ""))
        return " · ".join(part for part in parts if part)


def review_line(side: ReviewSide) -> str:
    """Return how a review stands on one side of a conflict."""
    parts = [f"{side.total} 分 {side.grade}".strip()] if side.total else []
    parts.append(f"{len(side.changes)} 处改动" if side.changes else "没有改动")
    if side.last:
        parts.append(f"最后一处：{side.last}")
    parts += ["已签定" if side.signed else "未签定", moment(side.changed_at)]
    return "，".join(parts)


def revision_line(label: str, person: str, at: datetime, *, removed: bool) -> str:
    """Return the newest revision of a record on one side of a conflict."""
    parts = [label, person, moment(at)]
    if removed:
        parts.insert(0, "已移除")
    return "，".join(part for part in parts if part)


def values_line(values: CaseValues, *, hidden: bool = False) -> str:
    """Return the names and 卷内页号 of a case on one side of a conflict."""
    if hidden:
        return f"{len(values)} 处改动（盲评隐藏）"
    return "；".join(
        "卷内页号" if (name := _FIELDS.get(what)) is None else f"{name}：{value}"
        for (_, what), value in values.items()
    )


def moment(at: datetime) -> str:
    """Return a time as this desktop's clock shows it."""
    local = at.astimezone()
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"


def by_id(raws: Mapping[str, Any]) -> dict[UUID, str]:
    """Return the people of a package by id."""
    return {UUID(one["id"]): str(one["name"]) for one in raws["people"]}
