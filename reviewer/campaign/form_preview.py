"""What importing a filled-in 整改台账填报表 would do, row by row; and doing it.

Only the columns that the unit fills in are taken.  An empty cell never deletes what is recorded.
A row that cannot be told for certain is shown and imported only when a person chooses it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from reviewer.campaign import rectification as rect
from reviewer.campaign import states
from reviewer.campaign.evidence_names import named_evidence
from reviewer.campaign.machines import Actor
from reviewer.errors import UserError
from reviewer.model.campaigns import Campaign
from reviewer.model.feedback import Rectification
from reviewer.model.rectification_forms import (
    FILLED,
    FORM_TITLE,
    LOCKED,
    VERSION,
    CellChange,
    FormPreview,
    PreviewRow,
    ReadForm,
    ReadRow,
    RowState,
    plain,
    shown,
)
from reviewer.reckoning.dates import parse_date

_OTHER_FORM = "请核对是否选错了文件，或者切换到对应的评查活动后再导入。"
_COMPARED = ("case_no", "problem", "basis", "requirement")


@dataclass(frozen=True, slots=True)
class _Known:
    """The records that a form is compared with."""

    campaign: Campaign
    by_id: Mapping[UUID, Rectification]
    today: date


def preview(
    form: ReadForm,
    campaign: Campaign,
    rectifications: Iterable[Rectification],
    today: date,
    unit: UUID | None = None,
) -> FormPreview:
    """Return what importing `form` would do.

    Args:
        form: as it was read.
        campaign: the campaign that is open.
        rectifications: all of the campaign.
        today: no completion lies after it.
        unit: the unit whose form is expected; None takes that of the form.

    Raises:
        UserError: the form is of another campaign or unit, of a later version, or altered.
    """
    known = _Known(campaign, {one.id: one for one in rectifications}, today)
    _refuse_foreign(form, campaign)
    owner = _owner(form, known)
    _refuse_unit(form, campaign, owner, unit)
    rows = [_row(one, known, owner) for one in form.rows]
    rows = _without_doubles(rows)
    rows = [_with_files(one, form.files, known) for one in rows]
    rows += _absent(rows, known, owner)
    claimed = {path for row in rows for named in row.evidence for path in named.files}
    unclaimed = tuple(one for one in form.files if one not in claimed)
    return FormPreview(
        form.path,
        owner,
        _unit_name(campaign, owner),
        tuple(rows),
        tuple(_notes(form)),
        unclaimed,
    )


def apply(
    shown_rows: FormPreview,
    chosen: Collection[UUID],
    rectifications: Iterable[Rectification],
    by: Actor,
) -> tuple[Rectification, ...]:
    """Return the rectifications that were `chosen`, each with what its row reports.

    Evidence files are recorded by whoever calls: here they are only named.

    Raises:
        UserError: a chosen row cannot be imported, or its record changed since the preview.
    """
    by_id = {one.id: one for one in rectifications}
    changed = []
    rows = {one.rectification: one for one in shown_rows.rows if one.may_be_imported}
    for key in chosen:
        row, record = rows.get(key), by_id.get(key)
        if row is None or record is None:
            raise UserError("所选的一行不能导入。", "请取消选择这一行后再导入。")
        changed.append(_reported(record, row, by))
    return tuple(changed)


def default_choice(shown_rows: FormPreview) -> tuple[UUID, ...]:
    """Return the rectifications whose rows are imported unless a person decides otherwise."""
    return tuple(
        one.rectification
        for one in shown_rows.rows
        if one.state is RowState.READY and one.rectification is not None
    )


def _reported(record: Rectification, row: PreviewRow, by: Actor) -> Rectification:
    changes = {one.field: one for one in row.changes}
    for one in row.changes:
        if _recorded(record, one.field) != one.before:
            raise UserError(
                f"{row.place}的“{one.title}”在预览之后已经改动。", "请重新读取表格后再导入。"
            )
    after = {one.field: _recorded(record, one.field) for one in FILLED}
    after |= {field: one.after for field, one in changes.items()}
    told = rect.Report(
        measures=after["measures"],
        responsible=after["responsible"],
        progress=after["progress"],
        done_on=parse_date(after["done_on"]) if after["done_on"] else None,
        evidence_named=after["evidence_named"],
    )
    return rect.report(record, by, told, f"由{FORM_TITLE}导入")


def _refuse_foreign(form: ReadForm, campaign: Campaign) -> None:
    mark, name = form.mark, form.path.name
    versions = {one.mark.version for one in form.rows if one.mark}
    if mark is not None:
        versions.add(mark.version)
    if any(int(one) > int(VERSION) for one in versions):
        raise UserError(f"《{name}》由新版本程序生成。", "请安装新版本程序后再导入。")
    if mark is not None and not mark.sound:
        raise UserError(
            f"《{name}》的表标识被改动过，不能确认是下发的{FORM_TITLE}。",
            f"请让填报单位在下发的{FORM_TITLE}上填写后重新报送。",
        )
    if mark is not None and mark.campaign != campaign.id:
        raise UserError(f"《{name}》不是“{campaign.name}”的{FORM_TITLE}。", _OTHER_FORM)


def _owner(form: ReadForm, known: _Known) -> UUID:
    """Return the unit of the form: as its mark says, else that of most of its rows."""
    if form.mark is not None:
        return form.mark.unit
    units = [
        known.by_id[one.mark.rectification].unit
        for one in form.rows
        if one.mark and one.mark.rectification in known.by_id
    ]
    if not units:
        name = known.campaign.name
        raise UserError(f"《{form.path.name}》不是“{name}”的{FORM_TITLE}。", _OTHER_FORM)
    return max(dict.fromkeys(units), key=units.count)


def _refuse_unit(form: ReadForm, campaign: Campaign, owner: UUID, wanted: UUID | None) -> None:
    if all(one.id != owner for one in campaign.units):
        raise UserError(f"《{form.path.name}》的填报单位不在本次评查活动中。", _OTHER_FORM)
    if wanted is not None and owner != wanted:
        raise UserError(
            f"《{form.path.name}》是{_unit_name(campaign, owner)}的{FORM_TITLE}，"
            f"不是{_unit_name(campaign, wanted)}的。",
            f"请选择{_unit_name(campaign, wanted)}报送的文件，或者切换单位后导入。",
        )


def _unit_name(campaign: Campaign, unit: UUID) -> str:
    return next((one.name for one in campaign.units if one.id == unit), "")


def _row(row: ReadRow, known: _Known, owner: UUID) -> PreviewRow:
    record, doubts, refusals = _record(row, known, owner)
    if record is None:
        return PreviewRow(
            row.place, RowState.REFUSED, None, row.text("case_no"), row.text("problem"), refusals
        )
    if not any(row.text(one.field) for one in FILLED):
        return _about(row.place, RowState.EMPTY, record)
    changes, wrong = _changes(row, record, known.today)
    reasons = (*doubts, *_locked_doubts(row, record), *wrong)
    if row.shared:
        reasons = (*reasons, "本行与其他行合并填写，请核对内容是否都适用。")
    if not changes and not wrong:
        return _about(row.place, RowState.SAME, record)
    why_not = _closed_to_reports(record)
    if not why_not and not _would_be_told(record, changes):
        why_not = "整改措施和完成情况都没有填写。"
    if why_not:
        return _about(row.place, RowState.REFUSED, record, (why_not, *reasons), changes)
    state = RowState.CHECK if reasons else RowState.READY
    return _about(row.place, state, record, reasons, changes)


def _about(
    place: str,
    state: RowState,
    record: Rectification,
    reasons: tuple[str, ...] = (),
    changes: tuple[CellChange, ...] = (),
) -> PreviewRow:
    return PreviewRow(place, state, record.id, record.case_no, record.problem, reasons, changes)


def _record(
    row: ReadRow, known: _Known, owner: UUID
) -> tuple[Rectification | None, tuple[str, ...], tuple[str, ...]]:
    """Return the record of a row, what is doubtful about that, and why there is none."""
    if row.mark is None:
        return _by_text(row, known, owner)
    record = known.by_id.get(row.mark.rectification)
    if record is None:
        return None, (), ("本行的标识不在本次评查活动的整改台账中，可能来自其他年度的表。",)
    if record.unit != owner:
        return None, (), (f"本行是{_unit_name(known.campaign, record.unit)}的整改事项。",)
    # Rows sorted without the hidden column keep the mark of another row: the text tells then.
    others = _printed(row, known, owner)
    if record not in others and len(others) == 1:
        doubt = "本行的标识属于另一问题，按案卷和问题的文字对应，请核对。"
        return others[0], (doubt,), ()
    if not row.mark.fits(record):
        doubt = "本行标识的校验不符：标识被改动，或者下发后整改内容已经更正。"
        return record, (doubt,), ()
    return record, (), ()


def _by_text(
    row: ReadRow, known: _Known, owner: UUID
) -> tuple[Rectification | None, tuple[str, ...], tuple[str, ...]]:
    same = _printed(row, known, owner)
    if len(same) == 1:
        return same[0], ("本行没有标识，按案卷和问题的文字对应，请核对。",), ()
    return None, (), ("本行没有标识，可能是填报单位自行增加的行。",)


def _printed(row: ReadRow, known: _Known, owner: UUID) -> list[Rectification]:
    """Return the records of the unit with the case and problem that the row prints."""
    wanted = plain(row.text("problem")), plain(row.text("case_no"))
    return [
        one
        for one in known.by_id.values()
        if one.unit == owner and (plain(one.problem), plain(one.case_no)) == wanted
    ]


def _locked_doubts(row: ReadRow, record: Rectification) -> tuple[str, ...]:
    """Return which locked texts differ; a return remark may follow the requirement in Word."""
    titles = {one.field: one.title for one in LOCKED}
    changed = [
        titles[field]
        for field in _COMPARED
        if field in row.has and not plain(row.text(field)).startswith(plain(shown(record, field)))
    ]
    if not changed:
        return ()
    listed = "、".join(f"“{one}”" for one in changed)
    return (f"{listed}一栏与下发的内容不同，导入后仍以下发的内容为准。",)


def _changes(
    row: ReadRow, record: Rectification, today: date
) -> tuple[tuple[CellChange, ...], tuple[str, ...]]:
    found, wrong = [], []
    for column in FILLED:
        after, cell = row.text(column.field), row.cell(column.field)
        if column.field == "done_on" and after:
            day = parse_date(after)
            where = f"{cell} 单元格：" if cell else ""
            if day is None:
                wrong.append(f"{where}完成日期“{after}”不是日期，不导入这一栏。")
                continue
            if day > today:
                wrong.append(f"{where}完成日期 {day.isoformat()} 在今日之后。")
            after = day.isoformat()
        before = _recorded(record, column.field)
        if after and after != before:
            found.append(CellChange(column.field, column.title, before, after, cell))
    return tuple(found), tuple(wrong)


def _recorded(record: Rectification, field: str) -> str:
    value = getattr(record, field)
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _would_be_told(record: Rectification, changes: Sequence[CellChange]) -> bool:
    told = {one.field for one in changes if one.after}
    return bool(told & {"measures", "progress"} or record.measures or record.progress)


def _closed_to_reports(record: Rectification) -> str:
    allowed = {one.action for one in states.RECTIFICATION.allowed(record.state)}
    if states.REPORT in allowed:
        return ""
    return f"该项整改现为“{record.state}”，不再接收整改报告。"


def _without_doubles(rows: Iterable[PreviewRow]) -> list[PreviewRow]:
    """Return the rows with repeated ones refused; of equal or empty ones the filled one counts."""
    kept: list[PreviewRow] = []
    for row in rows:
        at = next((n for n, one in enumerate(kept) if _same_record(one, row)), None)
        if at is None:
            kept.append(row)
            continue
        first = kept[at]
        blank = (RowState.EMPTY, RowState.SAME)
        if row.changes == first.changes or row.state in blank:
            kept.append(_refused(row, f"与{first.place}重复。"))
        elif first.state in blank:
            kept[at] = _refused(first, f"与{row.place}重复。")
            kept.append(row)
        else:
            kept[at] = _refused(first, f"与{row.place}是同一问题，填写的内容不同。")
            kept.append(_refused(row, f"与{first.place}是同一问题，填写的内容不同。"))
    return kept


def _same_record(one: PreviewRow, other: PreviewRow) -> bool:
    return one.rectification is not None and one.rectification == other.rectification


def _refused(row: PreviewRow, why: str) -> PreviewRow:
    return replace(row, state=RowState.REFUSED, reasons=(*row.reasons, why))


def _absent(rows: Iterable[PreviewRow], known: _Known, owner: UUID) -> list[PreviewRow]:
    seen = {row.rectification for row in rows}
    return [
        _about("", RowState.ABSENT, one, ("表中没有这一项，可能被删除或者没有下发。",))
        for one in known.by_id.values()
        if one.unit == owner and one.id not in seen and one.state in rect.WITH_UNIT
    ]


def _notes(form: ReadForm) -> Iterable[str]:
    if form.mark is None:
        yield "表标识已丢失，按各行的标识辨认。"
    if form.lost_columns:
        yield f"没有找到{'、'.join(f'“{one}”' for one in form.lost_columns)}列，这些栏不导入。"
    marked = len({one.mark.rectification for one in form.rows if one.mark})
    if form.mark is not None and marked < form.mark.rows:
        yield f"下发时 {form.mark.rows} 项，表中辨认出 {marked} 项。"


def _with_files(row: PreviewRow, files: Sequence[Path], known: _Known) -> PreviewRow:
    """Return the row with the files that bear the names of its evidence.

    A form that comes again unchanged, now with its files, is worth importing.
    """
    record = known.by_id.get(row.rectification) if row.rectification else None
    if record is None or row.state is RowState.REFUSED:
        return row
    changed = (one.after for one in row.changes if one.field == "evidence_named")
    evidence = named_evidence(next(changed, record.evidence_named), files)
    held = {one.name for one in record.evidence}
    new = any(path.name not in held for one in evidence for path in one.files)
    state = row.state
    if state is RowState.SAME and new and not _closed_to_reports(record):
        state = RowState.READY
    missing = [one.name for one in evidence if not one.files and one.name not in held]
    reasons = row.reasons
    if missing:
        told = "、".join(f"“{one}”" for one in missing)
        reasons = (*reasons, f"佐证材料{told}没有在同一文件夹中找到。")
    return replace(row, state=state, reasons=reasons, evidence=evidence)
