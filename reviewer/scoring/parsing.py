"""From the entries of a standard's file to its value, and back.

Here is only the form: keys, kinds, numbers.  Whether the parts fit together is the business of
`soundness`.  `to_raw` writes every key in one fixed way; its text is the canonical content that
the hash covers and that the store keeps.
"""

from decimal import Decimal
from typing import Any

from reviewer.model import (
    AbsenceReason,
    Bonus,
    Clause,
    ExclusiveGroup,
    GradeBand,
    Group,
    Item,
    Method,
    Precheck,
    Question,
    RuleLink,
    Standard,
    Veto,
    VetoType,
)
from reviewer.scoring.raw import Fields, refuse


def parse(raw: Any, where: str) -> tuple[Standard, Decimal]:
    """Return the standard that `raw` describes, without its hash, and the total it claims.

    Raises:
        BadStandard: an entry has a wrong form; the message names it.
    """
    fields = Fields(raw, where)
    standard = Standard(
        id=fields.text("id"),
        version=fields.text("version"),
        name=fields.text("name"),
        subject=fields.text("subject"),
        procedures=fields.texts("procedures"),
        source=fields.text("source"),
        groups=tuple(_group(entry) for entry in fields.entries("groups")),
        items=tuple(_item(entry) for entry in fields.entries("items")),
        vetoes=tuple(_veto(entry) for entry in fields.entries("vetoes")),
        bands=tuple(_band(entry) for entry in fields.entries("bands")),
        bonuses=tuple(_bonus(entry) for entry in fields.entries("bonuses")),
        bonus_limit=fields.points("bonus_limit", zero=True),
        absence_reasons=tuple(_reason(entry) for entry in fields.entries("absence_reasons")),
        exclusive=tuple(_exclusive(entry) for entry in fields.entries("exclusive")),
        content_hash="",
    )
    total = fields.points("total")
    fields.done()
    return standard, total


def _entry(raw: Any, kind: str, key: str = "id") -> Fields:
    """Return the fields of one entry of a list, named by its id."""
    fields = Fields(raw, f"的一个{kind}")
    name = raw.get(key)
    if isinstance(name, str) and name:
        fields.named(f"{kind} {name} ")
    return fields


def _group(raw: Any) -> Group:
    fields = _entry(raw, "分组")
    group = Group(fields.text("id"), fields.text("name"), fields.points("points"))
    fields.done()
    return group


def _item(raw: Any) -> Item:
    fields = _entry(raw, "评查项")
    links = _links(fields)
    item = Item(
        id=fields.text("id"),
        group=fields.text("group"),
        short=fields.text("short"),
        text=fields.text("text"),
        points=fields.points("points"),
        clauses=tuple(_clause(entry) for entry in fields.entries("clauses")),
        basis=fields.texts("basis"),
        materials=fields.texts("materials"),
        precheck=fields.choice("precheck", Precheck),
        precheck_note=fields.text("precheck_note", ""),
        rules=_codes(links),
        questions=fields.choices("questions", Question),
        may_be_absent=fields.flag("may_be_absent", default=False),
        absent_note=fields.text("absent_note", ""),
        links=links,
    )
    fields.done()
    return item


def _clause(raw: Any) -> Clause:
    fields = _entry(raw, "扣分情形")
    clause = Clause(
        id=fields.text("id"),
        text=fields.text("text"),
        method=fields.choice("method", Method),
        points=fields.points("points"),
        threshold=fields.number("threshold", 0),
        veto=fields.text("veto", ""),
        fault=fields.text("fault", ""),
    )
    fields.done()
    return clause


def _veto(raw: Any) -> Veto:
    fields = _entry(raw, "否决项")
    links = _links(fields)
    veto = Veto(
        id=fields.text("id"),
        short=fields.text("short"),
        text=fields.text("text"),
        type=fields.choice("type", VetoType),
        basis=fields.texts("basis"),
        materials=fields.texts("materials"),
        precheck=fields.choice("precheck", Precheck),
        precheck_note=fields.text("precheck_note", ""),
        rules=_codes(links),
        questions=fields.choices("questions", Question),
        links=links,
        hint_only=fields.flag("hint_only", default=False),
    )
    fields.done()
    return veto


def _links(fields: Fields) -> tuple[RuleLink, ...]:
    """Read `rules`: `T18: G1.1`, `T42@DT24: D1.2` (only that subject), `T05:` (no clause)."""
    links = []
    for name, clause in fields.mapping("rules").items():
        rule, _, subject = name.partition("@")
        if clause is not None and not isinstance(clause, str):
            raise refuse(fields.where, f"规则 {name} 所对应的扣分情形“{clause}”应为文字")
        links.append(RuleLink(rule, clause or "", subject))
    return tuple(links)


def _codes(links: tuple[RuleLink, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.rule for link in links))


def _band(raw: Any) -> GradeBand:
    fields = _entry(raw, "等次", "name")
    band = GradeBand(
        name=fields.text("name"),
        from_total=fields.points("from", zero=True),
        excellent=fields.flag("excellent", default=False),
        failing=fields.flag("failing", default=False),
    )
    fields.done()
    return band


def _bonus(raw: Any) -> Bonus:
    fields = _entry(raw, "加分项")
    bonus = Bonus(fields.text("id"), fields.text("text"), fields.points("points"))
    fields.done()
    return bonus


def _reason(raw: Any) -> AbsenceReason:
    fields = _entry(raw, "不涉及理由", "code")
    reason = AbsenceReason(
        fields.text("code"), fields.text("text"), fields.flag("needs_note", default=False)
    )
    fields.done()
    return reason


def _exclusive(raw: Any) -> ExclusiveGroup:
    fields = _entry(raw, "互斥组", "fault")
    group = ExclusiveGroup(
        fields.text("fault"), fields.text("name"), fields.texts("items"), fields.texts("words")
    )
    fields.done()
    return group


def to_raw(standard: Standard) -> dict[str, Any]:
    """Return the entries of `standard`; `parse` makes the same value of them."""
    return {
        "id": standard.id,
        "version": standard.version,
        "name": standard.name,
        "subject": standard.subject,
        "procedures": list(standard.procedures),
        "source": standard.source,
        "total": _number(standard.total),
        "groups": [
            {"id": group.id, "name": group.name, "points": _number(group.points)}
            for group in standard.groups
        ],
        "items": [_raw_item(item) for item in standard.items],
        "vetoes": [_raw_veto(veto) for veto in standard.vetoes],
        "bands": [_raw_band(band) for band in standard.bands],
        "bonuses": [
            {"id": bonus.id, "text": bonus.text, "points": _number(bonus.points)}
            for bonus in standard.bonuses
        ],
        "bonus_limit": _number(standard.bonus_limit),
        "absence_reasons": [
            {"code": reason.code, "text": reason.text, "needs_note": reason.needs_note}
            for reason in standard.absence_reasons
        ],
        "exclusive": [_raw_exclusive(group) for group in standard.exclusive],
    }


def _raw_band(band: GradeBand) -> dict[str, Any]:
    return {
        "name": band.name,
        "from": _number(band.from_total),
        "excellent": band.excellent,
        "failing": band.failing,
    }


def _raw_exclusive(group: ExclusiveGroup) -> dict[str, Any]:
    return {
        "fault": group.fault,
        "name": group.name,
        "items": list(group.items),
        "words": list(group.words),
    }


def _raw_item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "group": item.group,
        "short": item.short,
        "text": item.text,
        "points": _number(item.points),
        "clauses": [_raw_clause(clause) for clause in item.clauses],
        "basis": list(item.basis),
        "materials": list(item.materials),
        "precheck": item.precheck.value,
        "precheck_note": item.precheck_note,
        "rules": _raw_links(item.links),
        "questions": [question.value for question in item.questions],
        "may_be_absent": item.may_be_absent,
        "absent_note": item.absent_note,
    }


def _raw_clause(clause: Clause) -> dict[str, Any]:
    return {
        "id": clause.id,
        "text": clause.text,
        "method": clause.method.value,
        "points": _number(clause.points),
        "threshold": clause.threshold,
        "veto": clause.veto,
        "fault": clause.fault,
    }


def _raw_veto(veto: Veto) -> dict[str, Any]:
    return {
        "id": veto.id,
        "short": veto.short,
        "text": veto.text,
        "type": veto.type.value,
        "basis": list(veto.basis),
        "materials": list(veto.materials),
        "precheck": veto.precheck.value,
        "precheck_note": veto.precheck_note,
        "rules": _raw_links(veto.links),
        "questions": [question.value for question in veto.questions],
        "hint_only": veto.hint_only,
    }


def _raw_links(links: tuple[RuleLink, ...]) -> dict[str, str | None]:
    return {
        f"{link.rule}@{link.subject}" if link.subject else link.rule: link.clause or None
        for link in links
    }


def _number(points: Decimal) -> str:
    # Text, because JSON would make a float of it; two places, so that 3 and 3.0 hash alike.
    return f"{points:.2f}"
