"""Verifying a draw: drawing again from the ledger and naming every difference.

Cases are tied by unit and number, never by UUID, so a second copy of the program verifies the
certificate from the exported ledger and the draw record (`draw_records`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from reviewer.campaign.draws import ALGORITHM, DrawMeeting, draw, replace_case
from reviewer.campaign.ledgers import canonical_rows, ledger_hash
from reviewer.errors import UserError
from reviewer.model.campaigns import Ledger
from reviewer.model.draws import Draw, DrawnCase, Replacement, StratumCount, StratumKey

_SHOWN = 20


def verify(
    ledger: Ledger, drawn: Draw, replacements: Sequence[Replacement] = ()
) -> tuple[str, ...]:
    """Return every difference as a Chinese sentence; nothing when the draw holds.

    `replacements` are those of this draw in the order in which they were made.
    """
    found = ledger_hash(ledger.rows)
    if found != drawn.ledger_sha256:
        return (
            f"台账哈希不一致：抽取记录写的是 {drawn.ledger_sha256}，由台账算出的是 {found}。"
            "台账不是抽取时的台账，或者已被改动。",
        )
    if drawn.algorithm != ALGORITHM:
        return (f"抽取算法为“{drawn.algorithm}”，本程序只能核验“{ALGORITHM}”。",)
    ledger = replace(
        ledger,
        rows=canonical_rows(ledger.rows),
        sha256=found,
        frozen_at=ledger.frozen_at or drawn.drawn_at,
    )
    people = DrawMeeting(drawn.host, drawn.witness, drawn.supervisor, drawn.drawn_at)
    try:
        again = draw(ledger, drawn.plan, drawn.seed, people)
    except UserError as error:
        return (f"按抽取记录无法重新抽取：{error}",)
    differences = [
        *_seed(drawn, again),
        *_counts(drawn.counts, again.counts),
        *_cases(drawn.cases, again.cases),
    ]
    if not differences:
        differences += _replaced(ledger, drawn, replacements)
    more = len(differences) - _SHOWN
    return tuple(differences[:_SHOWN]) + ((f"另有 {more} 处不一致。",) if more > 0 else ())


def _seed(drawn: Draw, again: Draw) -> Iterable[str]:
    if drawn.seed != again.seed:
        yield f"种子“{drawn.seed}”的写法不规范，应为“{again.seed}”。"


def _counts(told: Iterable[StratumCount], found: Iterable[StratumCount]) -> Iterable[str]:
    written = {count.stratum: count for count in told}
    right = {count.stratum: count for count in found}
    for key in sorted(written.keys() | right.keys()):
        if key not in right:
            yield f"抽取记录列有“{_name(key)}”，台账中没有这一层。"
        elif key not in written:
            yield f"抽取记录缺少“{_name(key)}”这一层。"
        elif written[key] != right[key]:
            yield (
                f"“{_name(key)}”的数量不一致：抽取记录为{_numbers(written[key])}，"
                f"重新计算为{_numbers(right[key])}。"
            )


def _cases(told: Sequence[DrawnCase], found: Sequence[DrawnCase]) -> Iterable[str]:
    written = {case.key: case for case in told}
    right = {case.key: case for case in found}
    if len(written) < len(told):
        yield "抽取记录中有案件列了两次。"
    for key in sorted(written.keys() - right.keys()):
        yield f"“{_case(key)}”不应抽中，抽取记录列为抽中。"
    for key in sorted(right.keys() - written.keys()):
        yield f"“{_case(key)}”应当抽中，抽取记录没有列入。"
    for key in sorted(written.keys() & right.keys()):
        yield from _case_differs(written[key], right[key])
    same = written.keys() == right.keys()
    if same and [case.key for case in told] != [case.key for case in found]:
        yield "抽中的案件相同，但排列次序不一致。"


def _case_differs(told: DrawnCase, found: DrawnCase) -> Iterable[str]:
    name = _case(told.key)
    if told.digest != found.digest:
        yield f"“{name}”的排序值不一致：抽取记录为 {told.digest}，应为 {found.digest}。"
    elif told.case != found.case:
        yield f"“{name}”指向的案卷不是台账中的这一件。"
    elif (told.must, told.raised) != (found.must, found.raised):
        yield f"“{name}”的抽中原因不一致：抽取记录为{_why(told)}，应为{_why(found)}。"


def _replaced(ledger: Ledger, drawn: Draw, replacements: Sequence[Replacement]) -> Iterable[str]:
    keys = {row.case: row.key for row in ledger.rows}
    done: list[Replacement] = []
    for one in replacements:
        name = _case(keys.get(one.missing, str(one.missing)))
        try:
            right = replace_case(ledger, drawn, done, one.missing, one.reason, one.at)
        except UserError as error:
            yield f"“{name}”的调换不成立：{error}"
            continue
        if right.taken != one.taken:
            yield f"“{name}”应调换为{_taken(right, keys)}，记录为{_taken(one, keys)}。"
        done.append(one)


def _taken(one: Replacement, keys: Mapping[UUID, str]) -> str:
    return f"“{_case(keys.get(one.taken, str(one.taken)))}”" if one.taken else "无可递补"


def _name(key: StratumKey) -> str:
    return f"{key.unit}、{key.field or '未填门类'}、{key.kind}"


def _case(key: str) -> str:
    return key.replace("|", " ")


def _numbers(count: StratumCount) -> str:
    return (
        f"总数 {count.size}、应抽 {count.wanted}、必抽 {count.musts}、补足 {count.raised}、"
        f"抽中 {count.drawn}"
    )


def _why(case: DrawnCase) -> str:
    return (
        f"必抽（{case.must}）" if case.must else "补足单位最少卷数" if case.raised else "按序抽取"
    )
