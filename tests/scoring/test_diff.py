"""What two versions of a standard differ in, and which marks that reopens."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.model import Choice, GradeBand, Item, Mark, Standard, VetoChoice, VetoType
from reviewer.model.standards import ExclusiveGroup, Method
from reviewer.scoring import load_standards, score
from reviewer.scoring.carrying import carry
from reviewer.scoring.diff import Kind, Part, diff
from tests.scoring.builders import (
    absent,
    clause,
    conforms,
    fails,
    hit,
    item,
    marks,
    occurrence,
    standard,
    veto,
)

OLD = standard(
    item("A1", "3", [clause("A1.1"), clause("A1.2", points="1")]),
    item("A2", "2"),
    vetoes=[veto("V01"), veto("V02")],
)


def _changed(**of_item: Any) -> Standard:
    """Return OLD with fields of A1 changed."""
    return _with_item(lambda one: replace(one, **of_item))


def _with_item(change: Callable[[Item], Item]) -> Standard:
    return replace(OLD, items=(change(OLD.items[0]), *OLD.items[1:]), version="2")


def _with_clause(**of_clause: Any) -> Standard:
    """Return OLD with fields of A1.1 changed."""
    return _with_item(
        lambda one: replace(one, clauses=(replace(one.clauses[0], **of_clause), *one.clauses[1:]))
    )


_REWORDED = _changed(text="另一评查内容")
_OTHER_BASIS = _changed(basis=("行政处罚法第四十条",))
_DEARER = _changed(points=Decimal(4))
_MUST = _changed(may_be_absent=False)
_RETITLED = _changed(short="新短题")
_CLAUSE_ADDED = _with_item(
    lambda one: replace(one, clauses=(*one.clauses, clause("A1.3", points="2")))
)
_CLAUSE_GONE = _with_item(lambda one: replace(one, clauses=one.clauses[1:]))
_CLAUSE_DEARER = _with_clause(points=Decimal(1))
_CLAUSE_ONCE = _with_clause(method=Method.ONCE)
_CLAUSE_REWORDED = _with_clause(text="另一情形")


@pytest.mark.parametrize(
    ("new", "part", "kind", "name"),
    [
        (_REWORDED, Part.ITEM, Kind.TEXT, "A1"),
        (_OTHER_BASIS, Part.ITEM, Kind.BASIS, "A1"),
        (_DEARER, Part.ITEM, Kind.POINTS, "A1"),
        (_MUST, Part.ITEM, Kind.ABSENCE, "A1"),
        (_RETITLED, Part.ITEM, Kind.GUIDE, "A1"),
        (_CLAUSE_ADDED, Part.CLAUSE, Kind.ADDED, "A1.3"),
        (_CLAUSE_GONE, Part.CLAUSE, Kind.REMOVED, "A1.1"),
        (_CLAUSE_DEARER, Part.CLAUSE, Kind.POINTS, "A1.1"),
        (_CLAUSE_ONCE, Part.CLAUSE, Kind.METHOD, "A1.1"),
        (_with_clause(veto="V01"), Part.CLAUSE, Kind.LINK, "A1.1"),
        (replace(OLD, items=OLD.items[:1]), Part.ITEM, Kind.REMOVED, "A2"),
        (replace(OLD, items=(*OLD.items, item("A3"))), Part.ITEM, Kind.ADDED, "A3"),
        (replace(OLD, vetoes=OLD.vetoes[:1]), Part.VETO, Kind.REMOVED, "V02"),
        (
            replace(OLD, vetoes=(OLD.vetoes[0], replace(OLD.vetoes[1], type=VetoType.B))),
            Part.VETO,
            Kind.TYPE,
            "V02",
        ),
        (
            replace(OLD, bands=(GradeBand("优秀", Decimal(92), excellent=True), *OLD.bands[1:])),
            Part.BAND,
            Kind.POINTS,
            "优秀",
        ),
        (
            replace(OLD, exclusive=(ExclusiveGroup("late", "逾期", ("A1", "A2")),)),
            Part.EXCLUSIVE,
            Kind.ADDED,
            "late",
        ),
    ],
)
def test_each_change_is_one_difference(new: Standard, part: Part, kind: Kind, name: str) -> None:
    found = diff(OLD, new).differences

    assert [(one.part, one.kind, one.id) for one in found] == [(part, kind, name)]


def test_a_difference_is_a_line_of_plain_words() -> None:
    assert diff(OLD, _DEARER).differences[0].line == "评查项 A1 分值：由“3”改为“4”"
    assert diff(OLD, _CLAUSE_ONCE).differences[0].line == (
        "扣分情形 A1.1 扣分方法：由“每处”改为“只扣一次”"
    )
    assert diff(OLD, _CLAUSE_ADDED).differences[0].line == "扣分情形 A1.3 新增：情形"


@pytest.mark.parametrize("shipped", load_standards(), ids=lambda one: one.id)
def test_a_standard_does_not_differ_from_itself(shipped: Standard) -> None:
    assert diff(shipped, shipped).differences == ()


CONFORMS = conforms("A1")
FAILS = fails("A1", occurrence("A1.1"))
ABSENT = absent("A1")


@pytest.mark.parametrize(
    ("new", "mark", "reopens"),
    [
        (_REWORDED, CONFORMS, True),
        (_REWORDED, FAILS, True),
        (_REWORDED, ABSENT, True),
        (_OTHER_BASIS, CONFORMS, True),
        (_OTHER_BASIS, ABSENT, False),
        (_DEARER, CONFORMS, False),
        (_DEARER, FAILS, True),
        (_MUST, ABSENT, True),
        (_MUST, CONFORMS, False),
        (_RETITLED, FAILS, False),
        (_CLAUSE_ADDED, CONFORMS, True),
        (_CLAUSE_ADDED, ABSENT, False),
        (_CLAUSE_REWORDED, CONFORMS, True),
        (_CLAUSE_DEARER, CONFORMS, False),
        (_CLAUSE_DEARER, FAILS, True),
        (_CLAUSE_DEARER, fails("A1", occurrence("A1.2")), False),
        (_CLAUSE_GONE, FAILS, True),
        (_CLAUSE_GONE, CONFORMS, False),
    ],
)
def test_only_what_a_change_touches_reopens(new: Standard, mark: Mark, reopens: bool) -> None:
    found = carry(marks(mark, conforms("A2")), OLD, new)

    assert ("A1" in found.reopened) is reopens
    assert found.marks.of("A1").choice is (Choice.PENDING if reopens else mark.choice)
    assert "A2" in found.kept
    assert found.marks.of("A2") == conforms("A2")


def test_a_reopened_item_keeps_its_deductions_at_the_new_points() -> None:
    found = carry(marks(FAILS), OLD, _CLAUSE_DEARER)

    kept = found.marks.of("A1").occurrences
    assert [one.id for one in kept] == [one.id for one in FAILS.occurrences]
    assert kept[0].points == Decimal(1)


def test_points_that_did_not_change_stay_as_they_were_when_the_deduction_was_made() -> None:
    own = fails("A1", occurrence("A1.1", points="0.3"))

    found = carry(marks(own), OLD, _CLAUSE_ADDED)

    assert found.marks.of("A1").occurrences[0].points == Decimal("0.3")


def test_items_that_are_new_wait_and_items_that_are_gone_are_named() -> None:
    new = replace(OLD, items=(OLD.items[0], item("A3")))

    found = carry(marks(conforms("A1"), conforms("A2")), OLD, new)

    assert "A3" in found.reopened
    assert found.dropped == ("A2",)
    assert found.kept == ("A1",)


def test_a_veto_whose_words_changed_is_open_again_with_its_reason() -> None:
    new = replace(OLD, vetoes=(replace(OLD.vetoes[0], text="另一情形"), OLD.vetoes[1]))

    found = carry(marks(hit("V01"), hit("V02")), OLD, new)

    assert found.marks.of_veto("V01").choice is VetoChoice.OPEN
    assert found.marks.of_veto("V01").reason == "经查属实"
    assert found.marks.of_veto("V02") == hit("V02")


def test_the_same_version_carries_every_mark_as_it_was() -> None:
    made = marks(FAILS, conforms("A2"), hit("V01"), hit("V02"))

    found = carry(made, OLD, OLD)

    assert (found.reopened, found.dropped) == ((), ())
    assert score(OLD, found.marks) == score(OLD, made)


_CHANGES = (
    lambda one: replace(one, text=f"{one.text}。"),
    lambda one: replace(one, points=one.points + 1),
    lambda one: replace(one, basis=(*one.basis, "新依据")),
    lambda one: replace(one, clauses=one.clauses[1:]),
    lambda one: replace(one, clauses=(*one.clauses, clause(f"{one.id}.99"))),
    lambda one: replace(one, short="新"),
    lambda one: None,
)
_CHOICES = (Choice.CONFORMS, Choice.FAILS, Choice.ABSENT, Choice.PENDING)


@settings(deadline=None)
@given(st.data())
def test_every_mark_is_kept_or_reopened_and_no_deduction_is_lost(data: st.DataObject) -> None:
    old = replace(OLD, items=(*OLD.items, item("B1", "4"), item("B2", "1")))
    changed = data.draw(
        st.dictionaries(st.sampled_from(old.items), st.sampled_from(_CHANGES), max_size=6)
    )
    items = [changed[one](one) if one in changed else one for one in old.items]
    new = replace(old, items=tuple(one for one in items if one), version="2")
    made = marks(
        *(
            Mark(
                one.id,
                data.draw(st.sampled_from(_CHOICES)),
                occurrences=(occurrence(one.clauses[0].id),),
            )
            for one in old.items
        )
    )

    found = carry(made, old, new)

    every = {one.id for one in new.items} | {one.id for one in new.vetoes}
    assert set(found.reopened) | set(found.kept) == every
    assert not set(found.reopened) & set(found.kept)
    for one in new.items:
        before, after = made.of(one.id), found.marks.of(one.id)
        if one.id in found.kept:
            assert after.choice is before.choice
        if before.choice is not Choice.PENDING:
            assert [each.id for each in after.occurrences] == [
                each.id for each in before.occurrences
            ]
    untouched = {one.id for one in old.items if one not in changed}
    decided = {one for one in untouched if made.of(one).choice is not Choice.PENDING}
    assert decided <= set(found.kept)
    span = score(new, found.marks)
    assert span.low <= score(new, found.unchanged).total <= span.high
