"""Fines against the statute (罚款幅度): range, benchmark band, confiscation, whom it punishes.

The file may leave open which part of a provision is meant and what the proceeds were: every
reading is tried, and only a fine outside all of them is a problem.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from reviewer.checking import parameters
from reviewer.checking.applied import (
    Applied,
    acts_of,
    applied,
    checked_until,
    decided_on,
    first_read,
    offence_days,
    told,
    values_of,
)
from reviewer.checking.editions import is_wrong_edition
from reviewer.checking.families.amounts import Amount, amount_of
from reviewer.checking.inquiry import Inquiry, day_of
from reviewer.checking.outcomes import conclude, not_applicable
from reviewer.checking.penalties import Penalty, article_name
from reviewer.checking.registry import FAMILIES
from reviewer.checking.words import in_brackets, joined, yuan
from reviewer.model import Fact, Finding, Place, Procedure, RuleInfo, Verdict

_TELLING = ("DT35", "DT34", "DT26", "DT23")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One admissible range in yuan."""

    low: Decimal | None
    high: Decimal
    row: Penalty

    def holds(self, fine: Decimal) -> bool:
        return (self.low is None or self.low <= fine) and fine <= self.high

    @property
    def said(self) -> str:
        if self.low is None:
            return f"{yuan(self.high)}以下"
        if self.low == self.high:
            return yuan(self.high)
        return f"{yuan(self.low)}至 {yuan(self.high)}"


@FAMILIES.add("fines.range")
def in_range(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a fine outside the range of the provision that the decision applies."""
    fine = amount_of(inquiry, "决定书金额", "decision_fine", *inquiry.decision_codes)
    if finding := _not_fined(inquiry, rule, fine):
        return finding
    if not fine.values:
        places = [fact.place for fact in fine.weak]
        return conclude(rule, Verdict.CANNOT_TELL, _no_fine(inquiry), places)
    laws = applied(inquiry)
    if not any(one.rows for one in laws):
        return _unlisted(inquiry, rule, fine, laws)
    places = [*fine.places, *(one.fact.place for one in laws)]
    if doubt := _doubt(inquiry, laws):
        return conclude(rule, Verdict.CANNOT_TELL, f"{doubt}，无法核对罚款幅度", places)
    return _compared(inquiry, rule, fine, laws)


def _not_fined(inquiry: Inquiry, rule: RuleInfo, fine: Amount) -> Finding | None:
    """Return that there is no fine to compare: another procedure, a warning, a revocation."""
    if inquiry.procedure not in parameters.procedures(rule) | {Procedure.UNKNOWN}:
        return not_applicable(rule, "本程序案卷没有罚款")
    if warned := told(inquiry, "warning_only"):
        return not_applicable(rule, "处罚为警告，没有罚款", warned)
    other = told(inquiry, "other_penalty", *inquiry.decision_codes)
    if other and not fine.read and not fine.weak:
        return not_applicable(rule, "处罚为吊销、停业等，没有罚款", other)
    return None


def _doubt(inquiry: Inquiry, laws: tuple[Applied, ...]) -> str:
    """Return why the provision that applies is not known; empty when it is."""
    if weak := [one.fact.place for one in laws if not one.fact.is_read]:
        return f"处罚依据识别不清{in_brackets(inquiry.places_of(weak))}"
    return "适用新旧规定有疑问" if is_wrong_edition(inquiry) else ""


def _no_fine(inquiry: Inquiry) -> str:
    documents = inquiry.reading.of_type(*inquiry.decision_codes)
    if not documents:
        return "卷内未见决定书，无法核对罚款幅度"
    pages = in_brackets(inquiry.pages_of(*documents))
    return f"决定书{pages}未识别到罚款金额，无法核对罚款幅度"


def _unlisted(inquiry: Inquiry, rule: RuleInfo, fine: Amount, laws: tuple[Applied, ...]) -> Finding:
    """Compare with the range that the decision itself quotes where no statute is included."""
    quoted = _quoted(inquiry)
    places = (*fine.places, *(one.fact.place for one in laws), *(place for *_, place in quoted))
    if not laws and not quoted:
        where = in_brackets(inquiry.pages_of(*inquiry.reading.of_type(*inquiry.decision_codes)))
        message = f"决定书{where}未识别到处罚依据，无法核对罚款幅度"
        return conclude(rule, Verdict.CANNOT_TELL, message, places)
    names = "、".join(dict.fromkeys(article_name(one.cited) for one in laws)) or "所引罚则"
    if not quoted:
        return conclude(rule, Verdict.CANNOT_TELL, f"{names}未附原文，无法核对罚款幅度", places)
    said = f"决定书罚款 {fine.said}，{names}未附原文，文书载明的幅度"
    inside = any(_holds(low, high, one) for low, high, _ in quoted for one in fine.values)
    if inside:
        return conclude(rule, Verdict.OK, f"{said}包含该金额{checked_until(inquiry)}", places)
    return conclude(rule, Verdict.HINT, f"{said}不包含该金额，请核对", places)


def _quoted(inquiry: Inquiry) -> list[tuple[Decimal | None, Decimal, Place]]:
    ranges = []
    for fact in inquiry.facts("quoted_range", *_TELLING):
        low, _, high = str(fact.value).partition("-")
        if high:
            ranges.append((Decimal(low) if low else None, Decimal(high), fact.place))
    return ranges


def _holds(low: Decimal | None, high: Decimal, fine: Decimal) -> bool:
    return (low or 0) <= fine <= high


def _compared(inquiry: Inquiry, rule: RuleInfo, fine: Amount, laws: tuple[Applied, ...]) -> Finding:
    readings = [one for law in laws for one in _readings(inquiry, law)]
    places = _evidence(inquiry, fine, laws)
    if not readings:
        names = "、".join(dict.fromkeys(article_name(one.cited) for one in laws))
        return conclude(rule, Verdict.HINT, f"{names}未规定罚款，请核对处罚依据", places)
    ranges = joined([f"{one.row.name}：{one.said}" for one in readings])
    says = f"决定书罚款 {fine.said}；{ranges}"
    inside = {any(one.holds(value) for one in readings) for value in fine.values}
    if inside == {True}:
        message = f"{says}，金额在法定幅度内{checked_until(inquiry)}"
        return conclude(rule, Verdict.OK, message, places)
    if len(inside) > 1:
        return conclude(rule, Verdict.CANNOT_TELL, f"{says}；识别到不止一个金额，无法判断", places)
    return _outside(inquiry, rule, fine, laws, says)


def _outside(
    inquiry: Inquiry, rule: RuleInfo, fine: Amount, laws: tuple[Applied, ...], says: str
) -> Finding:
    """Return what a fine outside every range is: excused, doubtful, or a problem."""
    readings = [one for law in laws for one in _readings(inquiry, law)]
    places = _evidence(inquiry, fine, laws)
    if summed := _summed(laws, readings, max(fine.values)):
        return conclude(rule, Verdict.CANNOT_TELL, f"{says}；{summed}", places)
    if not all(one.row.sure for one in readings):
        return conclude(rule, Verdict.HINT, f"{says}；该罚则来源待核，请核对", places)
    lowest = min(one.low or Decimal(0) for one in readings)
    reduced = told(inquiry, "reduction_told")
    if max(fine.values) < lowest and reduced:
        message = f"{says}，低于法定下限；卷内载明从轻或者减轻处罚，请核对理由"
        return conclude(rule, Verdict.HINT, message, (*places, *reduced))
    message = f"{says}，金额不在法定幅度内{checked_until(inquiry)}"
    return conclude(rule, Verdict.PROBLEM, message, places, subject=_subject(inquiry, fine))


def _subject(inquiry: Inquiry, fine: Amount) -> str:
    return inquiry.subject_of(fine.places[0], inquiry.decision_codes[0]) if fine.places else ""


def _readings(inquiry: Inquiry, law: Applied) -> Iterator[_Reading]:
    serious = bool(told(inquiry, "serious_told"))
    rows = _in_force(inquiry, law.rows)
    for row in rows:
        for proceeds in _proceeds(inquiry):
            for one in row.fines:
                low, high = one.bounds(proceeds)
                if one.applies_to(proceeds) and high is not None and (serious or not one.serious):
                    yield _Reading(low, high, row)


def _in_force(inquiry: Inquiry, rows: tuple[Penalty, ...]) -> tuple[Penalty, ...]:
    """Return the rows in force when the act was done or decided; all where no day is known."""
    days = [day for fact in offence_days(inquiry) if (day := day_of(fact))]
    decided = decided_on(inquiry)
    days += [decided] if decided else []
    return tuple(row for row in rows if any(row.in_force(day) for day in days)) or rows


def _proceeds(inquiry: Inquiry) -> tuple[Decimal, ...]:
    """Return the proceeds that the file tells; none told counts as none."""
    facts = first_read(inquiry, "illegal_income", *_TELLING)
    values = tuple(value for value in values_of(facts) if isinstance(value, Decimal))
    return values or (Decimal(0),)


def _summed(laws: tuple[Applied, ...], readings: list[_Reading], fine: Decimal) -> str:
    """Return why a sum over several provisions of one law may hold the fine; else nothing."""
    highest: dict[tuple[str, int, int | None, int | None], Decimal] = {}
    for one in readings:
        key = (one.row.law, one.row.article, one.row.paragraph, one.row.item)
        highest[key] = max(one.high, highest.get(key, Decimal(0)))
    cited = [law.cited for law in laws if law.rows]
    itemed = {(one.law, one.article) for one in cited if one.item}
    parts = {
        (one.law, one.article, one.item)
        for one in cited
        if one.item or (one.law, one.article) not in itemed
    }
    if len({law for law, *_ in parts}) == len(parts):
        return ""
    if fine <= sum(highest.values()):
        return "适用多项处罚依据，合并处罚的金额无法分别核对"
    return ""


def _evidence(inquiry: Inquiry, fine: Amount, laws: tuple[Applied, ...]) -> tuple[Place, ...]:
    proceeds = first_read(inquiry, "illegal_income", *_TELLING)
    return (*fine.places, *(one.fact.place for one in laws), *_places(proceeds))


def _places(facts: Iterable[Fact]) -> tuple[Place, ...]:
    return tuple(fact.place for fact in facts)


@FAMILIES.add("fines.confiscation")
def confiscation(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Point out proceeds that the provision confiscates and the decision does not mention."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷不涉及没收违法所得")
    laws = [one for one in applied(inquiry) if any(row.confiscates for row in one.rows)]
    if not laws:
        return not_applicable(rule, "所适用的罚则没有没收违法所得的规定")
    proceeds = [
        fact
        for fact in inquiry.facts("illegal_income", "DT35", "DT26", "DT23", "DT07")
        if isinstance(fact.value, Decimal) and fact.value > 0 and fact.is_read
    ]
    dealt = told(inquiry, "confiscation_told", *inquiry.decision_codes)
    if not proceeds:
        return not_applicable(rule, "卷内未载明有违法所得", [one.fact.place for one in laws])
    places = (*_places(proceeds), *(one.fact.place for one in laws), *dealt)
    amounts = "、".join(yuan(one) for one in values_of(proceeds) if isinstance(one, Decimal))
    if dealt:
        return conclude(rule, Verdict.OK, f"卷内载明违法所得 {amounts}，决定书已作处理", places)
    message = (
        f"卷内载明违法所得 {amounts}，{article_name(laws[0].cited)}规定没收违法所得，决定书未见处理"
    )
    return conclude(rule, Verdict.HINT, f"{message}，请核对", places)


@FAMILIES.add("fines.band")
def in_band(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a fine outside the band of the unit's benchmark that the decision itself names."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷没有罚款")
    if not inquiry.library.benchmarks:
        return not_applicable(rule, "本单位库未录入裁量基准")
    fine = amount_of(inquiry, "决定书金额", "decision_fine", *inquiry.decision_codes)
    degrees = first_read(inquiry, "discretion_degree", *_TELLING)
    bands = _bands(inquiry, {str(value) for value in values_of(degrees)})
    if not fine.values or not degrees or not bands:
        return not_applicable(rule, "决定书未载明裁量档次，或者本单位库没有该违法行为的基准")
    places = (*fine.places, *_places(degrees))
    ranges = joined([f"{name}档 {yuan(low)}至 {yuan(high)}" for name, low, high in bands])
    says = f"决定书罚款 {fine.said}；裁量基准{ranges}"
    if any(low <= value <= high for _, low, high in bands for value in fine.values):
        return conclude(rule, Verdict.OK, f"{says}，金额在所载档次内", places)
    message = f"{says}，金额超出所载档次"
    return conclude(rule, Verdict.PROBLEM, message, places, subject=_subject(inquiry, fine))


def _bands(inquiry: Inquiry, degrees: set[str]) -> list[tuple[str, Decimal, Decimal]]:
    """Return the bands, in yuan, that the benchmarks in force give the applied provisions."""
    day = decided_on(inquiry)
    cited = {(one.cited.law, one.cited.article): one.cited for one in applied(inquiry)}
    found = []
    for one in inquiry.library.benchmarks:
        same = cited.get((one.law, one.article))
        valid = day is None or (
            (one.valid_from is None or one.valid_from <= day)
            and (one.valid_to is None or day <= one.valid_to)
        )
        if one.unit != "元" or same is None or not valid:
            continue
        if (one.paragraph or same.paragraph) != (same.paragraph or one.paragraph):
            continue
        if (one.item or same.item) != (same.item or one.item):
            continue
        found += [(band.name, band.low, band.high) for band in one.bands if band.name in degrees]
    return found


def _other_owners(inquiry: Inquiry) -> tuple[Place, ...]:
    """Return where papers name an owner of the vehicle who is not the party."""
    parties = {str(fact.value) for fact in inquiry.facts("party")}
    owners = [fact for fact in inquiry.facts("owner") if fact.is_read]
    return tuple(fact.place for fact in owners if str(fact.value) not in parties)


@FAMILIES.add("fines.subject")
def punishes_whom_it_names(inquiry: Inquiry, rule: RuleInfo) -> Finding:
    """Report a provision for drivers applied to an organisation, and the like (K20)."""
    if inquiry.procedure not in parameters.procedures(rule):
        return not_applicable(rule, "本程序案卷没有处罚")
    rows = [(one, row) for one in applied(inquiry) for row in one.rows if row.subject]
    if not rows or not acts_of(inquiry):
        return not_applicable(rule, "所适用的罚则不限定处罚对象")
    kinds = first_read(inquiry, "party_kind", *inquiry.decision_codes, "DT26", "DT05", "DT23")
    if not kinds:
        return conclude(rule, Verdict.CANNOT_TELL, "当事人类型未能识别，无法核对处罚对象")
    kind = str(kinds[0].value)
    places = (*_places(kinds), *(one.fact.place for one, _ in rows))
    wanted = {row.subject for _, row in rows}
    name = article_name(rows[0][0].cited)
    who = parameters.table(rule, "names")
    says = f"{name}处罚的是{who.get(min(wanted), '')}，当事人为{who.get(kind, kind)}"
    if wanted == {"person"} and kind == "organisation":
        return conclude(rule, Verdict.PROBLEM, f"{says}，不相符{checked_until(inquiry)}", places)
    if kind == "person" and "person" not in wanted:
        owners = _other_owners(inquiry)
        if wanted == {"organisation"} or owners:
            return conclude(rule, Verdict.HINT, f"{says}，请核对", (*places, *owners))
    return conclude(rule, Verdict.OK, f"{says}，未见不相符", places)
