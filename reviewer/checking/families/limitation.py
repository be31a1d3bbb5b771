"""The time after which an offence is no longer punished (追责时效, 处罚法 36).

Two years from the offence, or from the end of a continuing one, to its discovery; five years
where life, health or financial safety suffered, which the machine only suspects.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.checking import parameters
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import OLD_LAW, conclude, not_applicable
from reviewer.checking.periods import months_after
from reviewer.checking.registry import FAMILIES
from reviewer.model import Fact, Finding, Place, Procedure, RuleInfo, Verdict

_TELLING = ("DT35", "DT26", "DT23", "DT05", "DT06")
_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Offence:
    """When the offence ended, as one document tells it."""

    day: date
    place: Place


@FAMILIES.add("limitation.expired")
def expired(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report an offence that was discovered more than two years after it ended."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不核对追责时效")
    found = _discovered(inquiry)
    ended = list(_offences(inquiry))
    if found is None or not ended:
        return _unknown(inquiry, rule, found, ended)
    discovered = day_of(found)
    assert discovered is not None
    late = [one for one in ended if discovered > months_after(one.day, 2 * _YEAR)]
    in_time = [one for one in ended if one not in late]
    places = (found.place, *(one.place for one in (late or ended)))
    if len(in_time) >= len(late):
        return _in_time(rule, in_time, discovered, places, disputed=len(in_time) == len(late))
    return _late(inquiry, rule, late, discovered, places)


def _in_time(
    rule: RuleInfo, ended: list[_Offence], found: date, places: tuple[Place, ...], *, disputed: bool
) -> Finding:
    told = f"违法行为 {ended[0].day}，{found} 发现"
    if disputed:
        message = f"{told}；各文书所述违法时间不一，是否超过追责时效无法判断"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return conclude(rule, Verdict.OK, f"{told}，未超过二年追责时效（处罚法第三十六条）", places)


def _late(
    inquiry: Inquiry,
    rule: RuleInfo,
    late: list[_Offence],
    found: date,
    places: tuple[Place, ...],
) -> Finding:
    last = max(one.day for one in late)
    told = f"违法行为 {last} 终了，{found} 发现"
    if rule.valid_from and found < rule.valid_from:
        message = f"{told}；{rule.valid_from} 以前的步骤{OLD_LAW}"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    doubt = ""
    ended = inquiry.facts("offence_end_date", *_TELLING)
    if not ended and (continued := _flag(inquiry, "offence_continued")):
        places = (*places, continued.place)
        doubt = "违法行为有连续或者继续状态，终了日未识别到"
    if found <= months_after(last, 5 * _YEAR) and (stake := _flag(inquiry, "life_at_stake")):
        places = (*places, stake.place)
        doubt = doubt or "是否属于涉及生命健康安全、金融安全且有危害后果而适用五年时效，请核对"
    if doubt:
        return conclude(rule, Verdict.CANNOT_TELL, f"{told}；{doubt}，无法判断", places)
    message = f"{told}，超过二年追责时效（处罚法第三十六条）"
    return conclude(rule, Verdict.PROBLEM, message, places)


def _unknown(
    inquiry: Inquiry, rule: RuleInfo, found: Fact | None, ended: list[_Offence]
) -> Finding:
    if found is None and not ended and not inquiry.reading.of_type(*_TELLING):
        return conclude(rule, Verdict.CANNOT_TELL, "卷内未见载明违法时间的文书，追责时效无法判断")
    what = "违法行为日期" if found else "发现日期"
    places = [one.place for one in ended] or ([found.place] if found else [])
    return conclude(rule, Verdict.CANNOT_TELL, f"未识别到{what}，追责时效无法判断", places)


def _discovered(inquiry: Inquiry) -> Fact | None:
    """Return when the offence was discovered: the form's day, else that of the first record."""
    for key, code in (
        ("found_date", "DT05"),
        ("found_date", "DT06"),
        ("found_date", "DT23"),
        ("filing_date", "DT05"),
        ("filing_approved_date", "DT05"),
    ):
        facts = [fact for fact in inquiry.facts(key, code) if fact.is_read and day_of(fact)]
        if facts:
            return min(facts, key=lambda fact: str(day_of(fact)))
    return None


def _offences(inquiry: Inquiry) -> Iterator[_Offence]:
    """Return the end of the offence by each document that tells it."""
    for document in inquiry.reading.of_type(*_TELLING):
        for key in ("offence_end_date", "offence_date"):
            facts = [fact for fact in inquiry.reading.of_key(key, document.id) if fact.is_read]
            days = [(day, fact) for fact in facts if (day := day_of(fact))]
            if days:
                day, fact = max(days, key=lambda pair: pair[0])
                yield _Offence(day, fact.place)
                break


def _flag(inquiry: Inquiry, key: str) -> Fact | None:
    facts = inquiry.facts(key)
    return next((fact for fact in facts if fact.value is True), None)
