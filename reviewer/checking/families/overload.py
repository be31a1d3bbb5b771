"""Overweight and oversize vehicles (治超): recomputing the fine, limits by axles, the scale.

超限规定 43: up to 1,000 kg over the limit a warning, above it 500 yuan for each 1,000 kg, at most
30,000 yuan.  Whether a begun thousand counts is left open by the text: unless the unit's library
says, both readings are tried (deadlines-and-rules.md, K13).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reviewer.checking import parameters
from reviewer.checking.applied import checked_until, first_read, is_overload, told
from reviewer.checking.families.amounts import Amount, amount_of
from reviewer.checking.inquiry import Inquiry
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, joined, yuan
from reviewer.model import Fact, Finding, Place, Procedure, RuleInfo, Verdict

_WEIGHED = ("DT35", "DT34", "DT26", "DT23", "DT13", "DT06", "DT05", "DT07", "DT19")
_SINGLE_DRIVE = "单轴驱动"


@dataclass(frozen=True, slots=True)
class _Way:
    """One admissible computation of the fine."""

    said: str
    low: Decimal
    high: Decimal


@FAMILIES.add("overload.fine")
def fine(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a fine that no admissible computation gives."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷没有罚款")
    if not is_overload(inquiry):
        return not_applicable(rule, "不是违法超限运输案件")
    weight, sizes = _Weight(inquiry, rule), _sizes(inquiry)
    amount = amount_of(inquiry, "决定书金额", "decision_fine", *inquiry.decision_codes)
    warned = told(inquiry, "warning_only", *inquiry.decision_codes)
    places = (*amount.places, *warned, *weight.places, *(fact.place for fact in sizes.values()))
    values = amount.values or ({Decimal(0)} if warned else frozenset())
    if not values:
        return conclude(rule, Verdict.CANNOT_TELL, _unread(inquiry, amount), places)
    ways = list(_ways(inquiry, rule, weight, sizes))
    if not ways:
        return conclude(rule, Verdict.CANNOT_TELL, _unweighed(weight), places)
    said = "警告" if warned and not amount.values else f"罚款 {amount.said}"
    says = f"决定书{said}；{weight.said}{joined([way.said for way in ways])}"
    subject = inquiry.subject_of(amount.places[0], "DT35") if amount.places else ""
    return _recomputed(inquiry, rule, _Sum(sorted(values), ways, says, places, subject))


@dataclass(frozen=True, slots=True)
class _Sum:
    """What was decided, beside what the admissible computations give."""

    values: list[Decimal]
    ways: list[_Way]
    says: str
    places: tuple[Place, ...]
    subject: str


def _recomputed(inquiry: Inquiry, rule: RuleInfo, sum_: _Sum) -> Finding:
    holds = [[way.low <= value <= way.high for way in sum_.ways] for value in sum_.values]
    says, places = sum_.says, sum_.places
    if all(all(row) for row in holds):
        message = f"{says}，金额相符{checked_until(inquiry)}"
        return conclude(rule, Verdict.OK, message, places)
    if any(any(row) for row in holds):
        return conclude(rule, Verdict.CANNOT_TELL, f"{says}，不同口径结论不一，无法判断", places)
    reduced = told(inquiry, "reduction_told")
    if reduced and max(sum_.values) < min(way.low for way in sum_.ways):
        message = f"{says}；卷内载明从轻或者减轻处罚，请核对理由"
        return conclude(rule, Verdict.HINT, message, (*places, *reduced))
    message = f"{says}，各种算法均不相符（超限规定第四十三条）{checked_until(inquiry)}"
    return conclude(rule, Verdict.PROBLEM, message, places, subject=sum_.subject)


class _Weight:
    """What the file says of the weight, the limit and what is above it."""

    def __init__(self, inquiry: Inquiry, rule: RuleInfo) -> None:
        self.gross = first_read(inquiry, "gross_weight_kg", *_WEIGHED)
        self.limit = first_read(inquiry, "weight_limit_kg", *_WEIGHED)
        self.over = first_read(inquiry, "overweight_kg", *_WEIGHED)
        self.axles = first_read(inquiry, "axles", *_WEIGHED)
        self._grosses = [fact for fact in inquiry.facts("gross_weight_kg") if fact.is_read]
        self._allowed = allowed_limits(rule, _numbers(self.axles))

    @property
    def places(self) -> tuple[Place, ...]:
        """Return where the figures stand."""
        facts = (*self.gross, *self.limit, *self.over, *self.axles)
        return tuple(fact.place for fact in facts)

    @property
    def overs(self) -> tuple[int, ...]:
        """Return every excess in kg that gross weight and limit, or the file itself, give."""
        stated = set(_numbers(self.over))
        limits = set(_numbers(self.limit))
        if self._allowed and limits and not limits & self._allowed:
            limits |= self._allowed
        limits = limits or set(self._allowed)
        computed = {gross - limit for gross in _numbers(self.gross) for limit in limits}
        if stated & computed:
            computed &= stated
        elif self._is_sure(limits) and stated and min(stated) > max(computed):
            stated = set()
        return tuple(sorted(one for one in computed | stated if one > 0))

    def _is_sure(self, limits: set[int]) -> bool:
        """Return whether weight and limit are so plain that a larger excess is a wrong sum.

        The limit is that of the axles, and two documents state the weight: a misread digit of
        one does not make the excess wrong.
        """
        gross = set(_numbers(self.gross))
        homes = {fact.document for fact in self._grosses if fact.value in gross}
        return len(gross) == len(limits) == 1 and limits <= self._allowed and len(homes) > 1

    @property
    def said(self) -> str:
        """Return weight and limit in words."""
        parts = []
        if self.gross:
            parts.append(f"车货总重 {_kilograms(self.gross)}")
        if self.limit:
            parts.append(f"限值 {_kilograms(self.limit)}")
        if self.over:
            parts.append(f"超重 {_kilograms(self.over)}")
        return f"{'，'.join(parts)}；" if parts else ""


def _ways(
    inquiry: Inquiry, rule: RuleInfo, weight: _Weight, sizes: dict[str, Fact]
) -> Iterator[_Way]:
    cap = Decimal(parameters.number(rule, "cap"))
    low, high, size_said = _size_range(sizes)
    overs = weight.overs
    if not overs and size_said:
        yield _Way(size_said, low, high)
    for over in overs:
        for said, sum_ in _weight_sums(inquiry, rule, over):
            least, most = min(cap, sum_ + low), min(cap, sum_ + high)
            yield _Way(joined([said, size_said]), least, most)


def _weight_sums(inquiry: Inquiry, rule: RuleInfo, over: int) -> Iterator[tuple[str, Decimal]]:
    step, each = parameters.number(rule, "step"), parameters.number(rule, "each")
    cap = parameters.number(rule, "cap")
    if over <= step:
        yield f"超限 {over} 千克，未超过 {step} 千克的予以警告", Decimal(0)
        return
    whole, up = over // step, -(-over // step)
    rounding = inquiry.library.settings.get("overload_rounding", "")
    ways = {"whole": ("满1000千克计", whole), "up": ("零头进一计", up)}
    for name, (said, number) in ways.items():
        if rounding in ("", name):
            sum_ = Decimal(min(cap, each * number))
            yield f"超限 {over} 千克，{said}为 {yuan(sum_)}", sum_


def _sizes(inquiry: Inquiry) -> dict[str, Fact]:
    """Return the sizes above the limits, in millimetres, by key."""
    limits = {"height_mm": 4000, "width_mm": 2550, "length_mm": 18100}
    found = {}
    for key, limit in limits.items():
        facts = first_read(inquiry, key, *_WEIGHED)
        if facts and isinstance(facts[0].value, int) and facts[0].value > limit:
            found[key] = facts[0]
    return found


_TIERS = (
    ({"height_mm": 4200, "width_mm": 3000, "length_mm": 20000}, 0, 200),
    ({"height_mm": 4500, "width_mm": 3750, "length_mm": 28000}, 200, 1000),
)
_WORST = (1000, 3000)


def _size_range(sizes: dict[str, Fact]) -> tuple[Decimal, Decimal, str]:
    """Return the least and the highest fine for oversize (超限规定 43(1)一), and it in words."""
    if not sizes:
        return Decimal(0), Decimal(0), ""
    low, high = _WORST
    for limits, least, most in _TIERS:
        if all(_value(fact) <= limits[key] for key, fact in sizes.items()):
            low, high = least, most
            break
    return Decimal(low), Decimal(high), f"外廓超限罚款 {low}至{high} 元"


def _value(fact: Fact) -> int:
    return fact.value if isinstance(fact.value, int) else 0


def _numbers(facts: tuple[Fact, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(_value(fact) for fact in facts))


def _kilograms(facts: tuple[Fact, ...]) -> str:
    return "、".join(f"{one:,} 千克" for one in _numbers(facts))


def _unread(inquiry: Inquiry, amount: Amount) -> str:
    if amount.weak:
        pages = in_brackets(inquiry.places_of(fact.place for fact in amount.weak))
        return f"决定书金额识别不清{pages}，无法复算"
    found = inquiry.reading.of_type(*inquiry.decision_codes)
    pages = in_brackets(inquiry.pages_of(*found))
    return f"决定书{pages}未识别到罚款金额，无法复算" if found else "卷内未见决定书，无法复算"


def _unweighed(weight: _Weight) -> str:
    if weight.gross and not weight.limit and not weight.axles:
        return f"{weight.said}未识别到限值和轴数，无法复算"
    return f"{weight.said}未识别到车货总重和超限重量，无法复算"


def allowed_limits(rule: RuleInfo, axles: tuple[int, ...]) -> frozenset[int]:
    """Return the limits in kg for so many axles, of every type of vehicle that it may be."""
    table = parameters.table(rule, "limits")
    most = max((int(str(key)) for key in table), default=0)
    found: set[int] = set()
    for number in axles:
        limits = table.get(str(min(number, most)))
        if isinstance(limits, dict):
            found |= {one for one in limits.values() if isinstance(one, int)}
    return frozenset(found)


@FAMILIES.add("overload.limit")
def limit(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a limit that does not belong to a vehicle with so many axles."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷不适用")
    if not is_overload(inquiry):
        return not_applicable(rule, "不是违法超限运输案件")
    axles = first_read(inquiry, "axles", *_WEIGHED)
    stated = [
        fact for code in _WEIGHED for fact in inquiry.facts("weight_limit_kg", code) if fact.is_read
    ]
    places = (*(fact.place for fact in axles), *(fact.place for fact in stated))
    if not stated:
        return not_applicable(rule, "卷内未载明车货总重限值", places)
    if not axles:
        message = "卷内未识别到车辆轴数，无法核对车货总重限值"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    return _limits_compared(inquiry, rule, axles, stated)


def _limits_compared(
    inquiry: Inquiry, rule: RuleInfo, axles: tuple[Fact, ...], stated: list[Fact]
) -> Finding:
    places = (*(fact.place for fact in axles), *(fact.place for fact in stated))
    allowed = allowed_limits(rule, _numbers(axles))
    says = f"{'、'.join(map(str, _numbers(axles)))}轴车辆，文书载明限值 {_kilograms(tuple(stated))}"
    right = "、".join(f"{one:,}" for one in sorted(allowed))
    wrong = [fact for fact in stated if _value(fact) not in allowed]
    if len(_numbers(axles)) > 1 and wrong:
        return conclude(rule, Verdict.CANNOT_TELL, f"{says}，轴数不一，无法判断", places)
    if wrong:
        message = f"{says}，应为 {right} 千克（超限规定第三条）"
        subject = inquiry.subject_of(wrong[0].place, "DT35")
        return conclude(rule, Verdict.PROBLEM, message, places, subject=subject)
    verdict, said = _by_type(inquiry, rule, axles, stated)
    if verdict is not Verdict.OK:
        return conclude(rule, verdict, f"{says}；{said}", places)
    return conclude(rule, Verdict.OK, f"{says}，与轴数相符", places)


def _by_type(
    inquiry: Inquiry, rule: RuleInfo, axles: tuple[Fact, ...], stated: list[Fact]
) -> tuple[Verdict, str]:
    """Return what the type of vehicle makes of a limit that its axles allow.

    Only a file that names one type throughout settles it: a lorry may draw a trailer elsewhere.
    """
    table = parameters.table(rule, "limits")
    most = max((int(str(key)) for key in table), default=0)
    limits = table.get(str(min(_value(axles[0]), most)))
    named = {str(fact.value) for fact in inquiry.facts("train_type") if fact.is_read}
    types = {one.removesuffix(_SINGLE_DRIVE) for one in named}
    if not isinstance(limits, dict):
        return Verdict.OK, ""
    values = {_value(fact) for fact in stated}
    single = limits.get(_SINGLE_DRIVE)
    if single in values and not any(one.endswith(_SINGLE_DRIVE) for one in named):
        return Verdict.HINT, "该限值适用于牵引车驱动轴为单轴的汽车列车，卷内未见载明，请核对"
    if len(types) != 1 or len(limits) == 1 or not types <= set(limits):
        return Verdict.OK, ""
    name = min(types)
    if values <= {limits[name], single}:
        return Verdict.OK, ""
    return Verdict.PROBLEM, f"{name}应为 {limits[name]:,} 千克（超限规定第三条）"
