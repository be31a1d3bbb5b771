"""The draw record (抽取记录文件): a certificate as a small JSON text that another copy verifies.

The text has an object `draw`, the list `replacements` and the two hashes of them.  A hash is the
SHA-256 of the part in UTF-8, keys sorted, no blanks between, characters not escaped; that of the
draw is printed on the certificate, so a file that was changed afterwards shows on paper.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from reviewer.campaign.draw_checks import verify
from reviewer.campaign.ledgers import canonical_rows
from reviewer.errors import UserError
from reviewer.model.campaigns import CaseKind, Ledger
from reviewer.model.draws import (
    Draw,
    DrawnCase,
    DrawPlan,
    MustDraw,
    Replacement,
    StratumCount,
    StratumKey,
)

FORMAT = "reviewer-draw-record 1"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DrawRecord:
    """What a draw record tells."""

    draw: Draw
    replacements: tuple[Replacement, ...]
    """In the order in which they were made; cases under the ids that the record gives them."""
    keys: Mapping[UUID, str]
    """Unit and number of each case that the record names."""
    sha256: str
    """Of the draw, as printed on the certificate."""
    campaign_name: str = ""


def certificate_hash(drawn: Draw) -> str:
    """Return the SHA-256 of the draw that the certificate prints."""
    return _hash(_draw_json(drawn))


def write_record(
    ledger: Ledger, drawn: Draw, replacements: Sequence[Replacement] = (), name: str = ""
) -> str:
    """Return the text of the record; `name` is that of the campaign, for people."""
    keys = {row.case: row.key for row in ledger.rows}
    part = _draw_json(drawn)
    swaps = [_replacement_json(one, keys) for one in replacements if one.draw == drawn.id]
    whole = {
        "format": FORMAT,
        "campaign_name": name,
        "draw": part,
        "sha256": _hash(part),
        "replacements": swaps,
        "replacements_sha256": _hash(swaps),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_record(text: str) -> DrawRecord:
    """Return what a record tells.

    Raises:
        UserError: it is no draw record, of a later version, or was changed after writing.
    """
    whole = _json_object(text)
    if whole.get("format") != FORMAT:
        raise UserError("抽取记录文件的格式版本与本程序不一致。", "请用同一版本的程序核验。")
    try:
        part, swaps = whole["draw"], whole["replacements"]
        intact = (_hash(part), _hash(swaps)) == (whole["sha256"], whole["replacements_sha256"])
        drawn = _draw(part)
        keys = {case.case: case.key for case in drawn.cases} | dict(_swapped_keys(swaps))
        found = DrawRecord(
            drawn,
            tuple(_replacement(one, drawn.id) for one in swaps),
            keys,
            str(whole["sha256"]),
            str(whole.get("campaign_name", "")),
        )
    except (KeyError, TypeError, ValueError, InvalidOperation, AttributeError) as error:
        raise _no_record() from error
    if not intact:
        raise UserError(
            "抽取记录文件的内容与其中所记的哈希不一致，文件生成后被改动过。",
            "请向组织单位另取抽取记录文件，并与纸质抽取记录上的哈希核对。",
        )
    return found


def verify_record(ledger: Ledger, record: DrawRecord) -> tuple[str, ...]:
    """Return every difference between a record and a ledger read anew from its export."""
    rows = {row.key: row.case for row in canonical_rows(ledger.rows)}
    here = {case: rows[key] for case, key in record.keys.items() if key in rows}
    cases = tuple(replace(one, case=rows.get(one.key, one.case)) for one in record.draw.cases)
    swaps = tuple(
        replace(
            one,
            missing=here.get(one.missing, one.missing),
            taken=here.get(one.taken, one.taken) if one.taken else None,
        )
        for one in record.replacements
    )
    return verify(ledger, replace(record.draw, cases=cases), swaps)


def _json_object(text: str) -> Json:
    try:
        whole = json.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        raise _no_record() from error
    if not isinstance(whole, dict) or "format" not in whole:
        raise _no_record()
    return whole


def _no_record() -> UserError:
    return UserError(
        "所选文件不是抽取记录文件，或者已经损坏。", "请选择由本程序生成的抽取记录文件（.json）。"
    )


def _hash(part: Any) -> str:
    text = json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _draw_json(drawn: Draw) -> Json:
    plan = drawn.plan
    return {
        "id": str(drawn.id),
        "campaign": str(drawn.campaign),
        "ledger": str(drawn.ledger),
        "ledger_sha256": drawn.ledger_sha256,
        "algorithm": drawn.algorithm,
        "seed": drawn.seed,
        "plan": {
            "ratio": _text(plan.ratio),
            "quota": plan.quota,
            "unit_minimum": plan.unit_minimum,
            "musts": [must.value for must in plan.musts],
            "large_amount": _text(plan.large_amount),
        },
        "drawn_at": drawn.drawn_at.isoformat(),
        "host": drawn.host,
        "witness": drawn.witness,
        "supervisor": drawn.supervisor,
        "counts": [_count_json(count) for count in drawn.counts],
        "cases": [_case_json(case) for case in drawn.cases],
        "earlier": [str(one) for one in drawn.earlier],
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


def _count_json(count: StratumCount) -> Json:
    return {
        "unit": count.stratum.unit,
        "field": count.stratum.field,
        "kind": count.stratum.kind.value,
        "size": count.size,
        "wanted": count.wanted,
        "musts": count.musts,
        "raised": count.raised,
        "drawn": count.drawn,
    }


def _case_json(case: DrawnCase) -> Json:
    must = case.must.value if case.must else None
    return {
        "case": str(case.case),
        "key": case.key,
        "digest": case.digest,
        "must": must,
        "raised": case.raised,
    }


def _replacement_json(one: Replacement, keys: Mapping[UUID, str]) -> Json:
    return {
        "id": str(one.id),
        "missing": str(one.missing),
        "missing_key": keys.get(one.missing, ""),
        "taken": str(one.taken) if one.taken else None,
        "taken_key": keys.get(one.taken, "") if one.taken else "",
        "reason": one.reason,
        "at": one.at.isoformat(),
    }


def _draw(part: Json) -> Draw:
    return Draw(
        id=UUID(part["id"]),
        campaign=UUID(part["campaign"]),
        ledger=UUID(part["ledger"]),
        ledger_sha256=part["ledger_sha256"],
        algorithm=part["algorithm"],
        seed=part["seed"],
        plan=_plan(part["plan"]),
        drawn_at=datetime.fromisoformat(part["drawn_at"]),
        host=part["host"],
        witness=part["witness"],
        supervisor=part["supervisor"],
        counts=tuple(_count(one) for one in part["counts"]),
        cases=tuple(_case(one) for one in part["cases"]),
        earlier=tuple(UUID(one) for one in part["earlier"]),
    )


def _plan(part: Json) -> DrawPlan:
    return DrawPlan(
        _decimal(part["ratio"]),
        None if part["quota"] is None else int(part["quota"]),
        int(part["unit_minimum"]),
        tuple(MustDraw(one) for one in part["musts"]),
        _decimal(part["large_amount"]),
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _count(part: Json) -> StratumCount:
    key = StratumKey(part["unit"], part["field"], CaseKind(part["kind"]))
    numbers = (int(part[name]) for name in ("size", "wanted", "musts", "raised", "drawn"))
    return StratumCount(key, *numbers)


def _case(part: Json) -> DrawnCase:
    must = None if part["must"] is None else MustDraw(part["must"])
    return DrawnCase(UUID(part["case"]), part["key"], part["digest"], must, bool(part["raised"]))


def _replacement(part: Json, draw_id: UUID) -> Replacement:
    taken = UUID(part["taken"]) if part["taken"] else None
    at = datetime.fromisoformat(part["at"])
    return Replacement(UUID(part["id"]), draw_id, UUID(part["missing"]), taken, part["reason"], at)


def _swapped_keys(parts: Sequence[Json]) -> Iterator[tuple[UUID, str]]:
    for part in parts:
        yield UUID(part["missing"]), part["missing_key"]
        if part["taken"]:
            yield UUID(part["taken"]), part["taken_key"]
