"""What holds for every standard and every set of marks."""

import random
import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import count
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.model import (
    Bonus,
    Choice,
    Clause,
    Item,
    Mark,
    Marks,
    Method,
    Occurrence,
    Standard,
    VetoChoice,
    VetoMark,
    VetoType,
)
from reviewer.scoring import explain, load_standards, score
from tests.scoring.builders import absent, clause, conforms, item, marks, standard, veto

ZERO = Decimal(0)
FAULTS = ("", "", "f1", "f2", "f3")
VETOES = ("V01", "V02")
SHIPPED = {one.id: one for one in load_standards()}

often = settings(deadline=None, max_examples=150)


def hundredths(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low, high).map(lambda number: Decimal(number) / 100)


_NAMES = count(1)


@st.composite
def clauses(draw: st.DrawFn, clause_id: str, full: Decimal) -> Clause:
    method = draw(st.sampled_from(Method))
    whole = method in (Method.WHOLE_ITEM, Method.RATIO)
    points = full if whole else draw(hundredths(1, int(full * 100)))
    return clause(
        clause_id,
        method,
        str(points),
        threshold=draw(st.integers(1, 4)) if method is Method.THRESHOLD else 0,
        veto=draw(st.sampled_from(("", "", *VETOES))),
        fault=draw(st.sampled_from(FAULTS)),
    )


@st.composite
def items(draw: st.DrawFn, item_id: str) -> Item:
    full = draw(hundredths(10, 1500))
    count = draw(st.integers(1, 3))
    return item(
        item_id,
        str(full),
        [draw(clauses(f"{item_id}.{number}", full)) for number in range(1, count + 1)],
        may_be_absent=draw(st.booleans()),
    )


@st.composite
def standards(draw: st.DrawFn) -> Standard:
    ids = [f"{'AB'[number % 2]}{number}" for number in range(1, draw(st.integers(1, 5)) + 1)]
    found = [draw(items(one)) for one in ids]
    exclusive = {fault: tuple(draw(st.permutations(ids))) for fault in ("f1", "f2", "f3")}
    return standard(
        *found,
        vetoes=[veto("V01", VetoType.A), veto("V02", VetoType.B)],
        exclusive=exclusive,
        bonuses=[Bonus("JF1", "加分", Decimal(2)), Bonus("JF2", "加分", Decimal(4))],
    )


@st.composite
def occurrences(draw: st.DrawFn, one: Clause) -> Occurrence:
    return Occurrence(
        # As unique as in life: two occurrences of one name would lift each other.
        id=UUID(int=next(_NAMES)),
        clause=one.id,
        count=draw(st.integers(0, 5)),
        points=one.points,
        reason="理由",
        fault=draw(st.sampled_from(FAULTS)),
        ratio=draw(st.none() | hundredths(0, 100)) if one.method is Method.RATIO else None,
    )


@st.composite
def mark_of(draw: st.DrawFn, one: Item, choices: Iterable[Choice] = tuple(Choice)) -> Mark:
    found = draw(
        st.lists(
            st.sampled_from(one.clauses).flatmap(occurrences),
            max_size=4,
            unique_by=lambda occurrence: occurrence.id,
        )
    )
    choice = draw(st.sampled_from(list(choices)))
    return Mark(one.id, choice, absence="not_taken", occurrences=tuple(found))


@st.composite
def reviews(draw: st.DrawFn) -> tuple[Standard, Marks]:
    tested = draw(standards())
    given_marks: list[Mark | VetoMark] = [draw(mark_of(one)) for one in tested.items]
    given_marks += [VetoMark(name, draw(st.sampled_from(VetoChoice))) for name in VETOES]
    bonuses = {name: str(draw(hundredths(-100, 700))) for name in ("JF1", "JF2")}
    return tested, marks(*given_marks, **bonuses)


@given(reviews())
@often
def test_a_score_is_never_below_nothing_or_above_a_hundred(review: tuple[Standard, Marks]) -> None:
    found = score(*review)

    assert 0 <= found.low <= found.total <= found.high <= 100
    assert 0 <= found.before_veto <= 100
    assert all(0 <= one.awarded <= one.full for one in found.items)


@given(reviews(), st.randoms(use_true_random=False))
@often
def test_the_order_of_marks_does_not_matter(
    review: tuple[Standard, Marks], chance: random.Random
) -> None:
    tested, given_marks = review
    shuffled = list(given_marks.items.values())
    chance.shuffle(shuffled)
    mixed = {}
    for mark in shuffled:
        own = list(mark.occurrences)
        chance.shuffle(own)
        mixed[mark.item] = replace(mark, occurrences=tuple(own))

    first = score(tested, given_marks)
    second = score(tested, replace(given_marks, items=mixed))

    assert (first.total, first.low, first.before_veto, first.grade) == (
        second.total,
        second.low,
        second.before_veto,
        second.grade,
    )
    assert [one.awarded for one in first.items] == [one.awarded for one in second.items]


@given(reviews(), st.data())
@often
def test_one_more_deduction_never_raises_the_score(
    review: tuple[Standard, Marks], data: st.DataObject
) -> None:
    tested, given_marks = review
    failing = [
        tested.item(name) for name, mark in given_marks.items.items() if mark.choice is Choice.FAILS
    ]
    deducting = [
        one for item_ in failing for one in item_.clauses if one.method is not Method.AWARD
    ]
    if not deducting:
        return
    more = data.draw(st.sampled_from(deducting).flatmap(occurrences))
    name = more.clause.partition(".")[0]
    mark = given_marks.of(name)
    if more.id in {one.id for one in mark.occurrences}:
        return
    longer = replace(mark, occurrences=(*mark.occurrences, more))

    before = score(tested, given_marks)
    after = score(tested, replace(given_marks, items={**given_marks.items, name: longer}))

    assert after.total <= before.total
    assert after.before_veto <= before.before_veto
    assert after.low <= before.low


@given(reviews(), st.data())
@often
def test_the_span_contains_every_way_of_deciding_what_is_pending(
    review: tuple[Standard, Marks], data: st.DataObject
) -> None:
    tested, given_marks = review
    found = score(tested, given_marks)
    decided = dict(given_marks.items)
    for name in found.pending:
        one = tested.item(name)
        choices = [Choice.CONFORMS, Choice.FAILS]
        choices += [Choice.ABSENT] if one.may_be_absent else []
        decided[name] = data.draw(mark_of(one, choices))

    complete = score(tested, replace(given_marks, items=decided))

    assert not complete.pending
    # Where nothing is left to score there is no total to compare.
    if complete.applicable:
        assert found.low <= complete.total <= found.high


@given(st.sampled_from(sorted(SHIPPED)), st.data())
@settings(deadline=None, max_examples=40)
def test_all_but_one_item_may_be_absent(standard_id: str, data: st.DataObject) -> None:
    tested = SHIPPED[standard_id]
    # Absence is allowed for all here: what counts is the arithmetic.
    tested = replace(tested, items=tuple(replace(i, may_be_absent=True) for i in tested.items))
    left = data.draw(st.sampled_from(tested.items))
    given_marks = [absent(one.id) for one in tested.items if one is not left]

    assert score(tested, marks(conforms(left.id), *given_marks)).total == 100
    assert score(tested, marks(*given_marks)).applicable == left.points


@given(reviews())
@often
def test_the_explanation_recomputes_to_the_total(review: tuple[Standard, Marks]) -> None:
    tested, given_marks = review
    found = score(tested, given_marks)
    lines = explain(tested, given_marks, found)
    groups = [line.points for line in lines if line.level == 1]
    item_lines = [line for line in lines if line.level == 2]

    assert lines[0].points == found.total
    assert sum(line.points or 0 for line in item_lines) == sum(one or 0 for one in groups)
    assert sum(one or 0 for one in groups) == found.awarded
    assert {line.item for line in item_lines} == {one.item for one in found.items}
    for line in item_lines:
        one = next(one for one in found.items if one.item == line.item)
        methods = {each.method for each in tested.item(one.item).clauses}
        if Method.AWARD in methods or one.choice is not Choice.FAILS:
            continue
        below = [taken for taken in lines if taken.level == 3 and taken.item == one.item]
        assert line.points == max(ZERO, one.full - sum((b.points or ZERO for b in below), ZERO))


@given(reviews())
@often
def test_the_formula_of_the_explanation_can_be_checked_by_hand(
    review: tuple[Standard, Marks],
) -> None:
    tested, given_marks = review
    found = score(tested, given_marks)
    texts = [line.text for line in explain(tested, given_marks, found)]
    formula = [re.search(r"100 × ([\d.]+) ÷ ([\d.]+) = ([\d.]+)", text) for text in texts]
    numbers = [match for match in formula if match]

    if not found.applicable:
        assert not numbers
        return
    # The second is the one of the score before the veto, where a hit veto lifted deductions.
    sums = [tuple(Decimal(part) for part in match.groups()) for match in numbers]
    before = sum((item.before_veto for item in found.items), ZERO)
    assert sums[0][:2] == (found.awarded, found.applicable)
    assert [one[:2] for one in sums[1:]] in ([], [(before, found.applicable)])
    for awarded, applicable, rate in sums:
        assert abs(100 * awarded / applicable - rate) <= Decimal("0.05")
