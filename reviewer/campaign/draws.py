"""The draw (抽取): which cases of a frozen ledger are reviewed, and who replaces a missing one.

No random generator: in each stratum the cases stand in ascending order of the SHA-256 of the
UTF-8 text `algorithm|seed|ledger hash|row key`, and the first ones are drawn
(docs/decisions/draw-by-hash.md).  A change of anything here that alters a list needs a new
version in `ALGORITHM`; `draw_checks.verify` knows the versions.
"""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from uuid import UUID, uuid4

from reviewer.campaign.draw_sizes import musts_of, wanted_cases
from reviewer.campaign.ledgers import is_intact
from reviewer.errors import Refused, UserError
from reviewer.model.campaigns import Ledger, LedgerRow
from reviewer.model.draws import (
    Draw,
    DrawnCase,
    DrawPlan,
    MustDraw,
    Replacement,
    StratumCount,
    StratumKey,
)

ALGORITHM = "reviewer-draw 1"
"""Name and version of the algorithm, part of every digest."""


@dataclass(frozen=True, slots=True)
class DrawMeeting:
    """Who was there when the seed was given, and when."""

    host: str
    witness: str
    supervisor: str
    drawn_at: datetime


@dataclass(frozen=True, slots=True)
class PlannedDraw:
    """How many cases a plan draws; known before the seed is given."""

    counts: tuple[StratumCount, ...]
    """`raised` is 0 here: in which stratum a unit is raised depends on the seed."""
    raised: Mapping[str, int]
    """Cases added for the minimum, by unit."""
    exhausted: tuple[str, ...]
    """Units that hold fewer cases than the minimum: all of theirs are drawn."""

    @property
    def total(self) -> int:
        """Return the number of cases in all."""
        return sum(count.drawn for count in self.counts) + sum(self.raised.values())


def plain_seed(seed: str) -> str:
    """Return the seed as it is hashed and printed: NFKC (１ is 1), blanks around it dropped.

    Raises:
        UserError: nothing is left, or it holds a line break or `|`.
    """
    found = unicodedata.normalize("NFKC", seed).strip()
    if not found:
        raise UserError("没有填写种子。", "请由见证人当场报出一串数字或文字，照样填入。")
    if "|" in found or any(unicodedata.category(char) == "Cc" for char in found):
        raise UserError("种子不能含有“|”或者换行。", "请由见证人另报一串数字或文字。")
    return found


def digest(seed: str, ledger_sha256: str, key: str) -> str:
    """Return the SHA-256 that orders a case, lower-case hexadecimal."""
    text = f"{ALGORITHM}|{seed}|{ledger_sha256}|{key}"
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def planned(ledger: Ledger, plan: DrawPlan) -> PlannedDraw:
    """Return how many cases the plan draws, without a seed.

    Raises:
        UserError: the plan does not fit the ledger.
    """
    sizes = _sizes(ledger.rows)
    musts = musts_of(ledger.rows, plan)
    must_counts = _count_musts(ledger.rows, musts)
    wanted = wanted_cases(sizes, must_counts, plan)
    counts = tuple(
        StratumCount(
            key, size, wanted[key], must_counts[key], 0, max(wanted[key], must_counts[key])
        )
        for key, size in sizes.items()
    )
    raised, exhausted = _unit_minimum(counts, plan.unit_minimum)
    return PlannedDraw(counts, raised, exhausted)


def draw(
    ledger: Ledger,
    plan: DrawPlan,
    seed: str,
    meeting: DrawMeeting,
    before: Sequence[Draw] = (),
) -> Draw:
    """Return the draw of a frozen ledger; `before` are all draws of the campaign so far.

    Raises:
        UserError: the ledger is not frozen or was changed, the plan does not fit, no seed, or a
            person of the meeting is not named.
    """
    if ledger.frozen_at is None or not ledger.sha256:
        raise Refused(
            "台账尚未冻结，不能抽取。", "请先冻结台账，公布台账哈希，再由见证人报出种子。"
        )
    if not is_intact(ledger):
        raise UserError(
            "台账内容与冻结时的哈希不一致，不能抽取。", "请恢复备份，或者重新导入台账并冻结。"
        )
    _require_names(meeting)
    seed = plain_seed(seed)
    cases, counts = _drawn(ledger, plan, seed)
    return Draw(
        id=uuid4(),
        campaign=ledger.campaign,
        ledger=ledger.id,
        ledger_sha256=ledger.sha256,
        algorithm=ALGORITHM,
        seed=seed,
        plan=plan,
        drawn_at=meeting.drawn_at,
        host=meeting.host.strip(),
        witness=meeting.witness.strip(),
        supervisor=meeting.supervisor.strip(),
        counts=counts,
        cases=cases,
        earlier=tuple(one.id for one in sorted(before, key=attrgetter("drawn_at"))),
    )


def sample(drawn: Draw, replacements: Iterable[Replacement]) -> tuple[UUID, ...]:
    """Return the cases to be reviewed: those drawn, each missing one replaced by its successor."""
    taken = {one.missing: one.taken for one in replacements if one.draw == drawn.id}
    found = []
    for case in drawn.cases:
        current: UUID | None = case.case
        while current is not None and current in taken:
            current = taken[current]
        if current is not None:
            found.append(current)
    return tuple(found)


def replace_case(
    ledger: Ledger,
    drawn: Draw,
    replacements: Sequence[Replacement],
    missing: UUID,
    reason: str,
    at: datetime,
) -> Replacement:
    """Return the replacement of a case that cannot be delivered by the next of its stratum.

    A case that was drawn, taken or reported missing before is never taken again.

    Raises:
        UserError: no reason, the case is not in the sample, or the ledger is another one.
    """
    if not reason.strip():
        raise UserError("没有填写调换的原因。", "请写明案卷不能提供的原因，再调换。")
    if missing not in sample(drawn, replacements):
        raise UserError("要调换的案卷不在抽取名单内，或者已经调换。", "请在当前名单中选择案卷。")
    if ledger.sha256 != drawn.ledger_sha256:
        raise UserError("台账不是抽取时的台账，不能调换。", "请打开抽取时冻结的台账。")
    taken = next_case(ledger, drawn, replacements, missing)
    return Replacement(
        uuid4(), drawn.id, missing, taken.case if taken else None, reason.strip(), at
    )


def next_case(
    ledger: Ledger, drawn: Draw, replacements: Sequence[Replacement], missing: UUID
) -> LedgerRow | None:
    """Return the next case of the stratum of `missing`; None when it has no further one."""
    used = {case.case for case in drawn.cases}
    for one in replacements:
        if one.draw == drawn.id:
            used |= {one.missing, one.taken or one.missing}
    stratum = next(stratum_of(row) for row in ledger.rows if row.case == missing)
    free = [row for row in ledger.rows if stratum_of(row) == stratum and row.case not in used]
    return min(free, key=lambda row: digest(drawn.seed, drawn.ledger_sha256, row.key), default=None)


def stratum_of(row: LedgerRow) -> StratumKey:
    """Return the stratum of a case: unit, field and kind."""
    return StratumKey(row.unit_name, row.field, row.kind)


def _drawn(
    ledger: Ledger, plan: DrawPlan, seed: str
) -> tuple[tuple[DrawnCase, ...], tuple[StratumCount, ...]]:
    """Return the drawn cases by stratum, and what the certificate counts."""
    outline = planned(ledger, plan)
    musts = musts_of(ledger.rows, plan)
    ordered = _ordered(ledger, seed, musts)
    chosen = {count.stratum: ordered[count.stratum][: count.drawn] for count in outline.counts}
    raised: dict[StratumKey, list[DrawnCase]] = defaultdict(list)
    for unit, number in outline.raised.items():
        rest = [
            (case.digest, key, case)
            for key, cases in ordered.items()
            if key.unit == unit
            for case in cases[len(chosen[key]) :]
        ]
        for _, key, case in sorted(rest, key=lambda one: one[0])[:number]:
            raised[key].append(DrawnCase(case.case, case.key, case.digest, raised=True))
    counts = tuple(
        StratumCount(
            one.stratum,
            one.size,
            one.wanted,
            one.musts,
            len(raised[one.stratum]),
            one.drawn + len(raised[one.stratum]),
        )
        for one in outline.counts
    )
    cases = tuple(
        case for count in counts for case in (*chosen[count.stratum], *raised[count.stratum])
    )
    return cases, counts


def _ordered(
    ledger: Ledger, seed: str, musts: Mapping[UUID, MustDraw]
) -> Mapping[StratumKey, list[DrawnCase]]:
    """Return the cases of each stratum in the order in which they are drawn: musts first."""
    found: dict[StratumKey, list[DrawnCase]] = defaultdict(list)
    for row in ledger.rows:
        sign = digest(seed, ledger.sha256, row.key)
        found[stratum_of(row)].append(DrawnCase(row.case, row.key, sign, musts.get(row.case)))
    for cases in found.values():
        cases.sort(key=lambda case: (case.must is None, case.digest))
    return found


def _sizes(rows: Iterable[LedgerRow]) -> dict[StratumKey, int]:
    """Return the number of cases of each stratum, in the order of the strata."""
    sizes: dict[StratumKey, int] = defaultdict(int)
    for row in rows:
        sizes[stratum_of(row)] += 1
    return dict(sorted(sizes.items()))


def _count_musts(
    rows: Iterable[LedgerRow], musts: Mapping[UUID, MustDraw]
) -> dict[StratumKey, int]:
    counts: dict[StratumKey, int] = defaultdict(int)
    for row in rows:
        counts[stratum_of(row)] += row.case in musts
    return counts


def _unit_minimum(
    counts: Iterable[StratumCount], minimum: int
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return by how many cases each unit is raised, and the units that hold too few."""
    sizes: dict[str, int] = defaultdict(int)
    chosen: dict[str, int] = defaultdict(int)
    for count in counts:
        sizes[count.stratum.unit] += count.size
        chosen[count.stratum.unit] += count.drawn
    goals = {unit: min(minimum, size) for unit, size in sizes.items()}
    raised = {unit: goal - chosen[unit] for unit, goal in goals.items() if goal > chosen[unit]}
    return raised, tuple(unit for unit, size in sizes.items() if size < minimum)


def _require_names(meeting: DrawMeeting) -> None:
    people = {
        "主持人": meeting.host,
        "见证人": meeting.witness,
        "监督人": meeting.supervisor,
    }
    missing = [title for title, name in people.items() if not name.strip()]
    if missing:
        raise UserError(
            f"没有填写{'、'.join(missing)}。", "抽取记录须有主持人、见证人和监督人，请补填。"
        )
