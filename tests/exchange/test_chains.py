"""Which of two copies is the later one."""

import pytest

from reviewer.exchange import Chain, Journal, Standing, compare_chains, compare_journals


def chain(known: str, content: str = "") -> Chain:
    """Return a record with one revision for each letter, the last one newest."""
    return Chain(known[-1], frozenset(known), content or known[-1])


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (None, chain("a"), Standing.NEW),
        (chain("a"), chain("a"), Standing.SAME),
        (chain("a"), chain("ab"), Standing.UPDATED),
        (chain("ab"), chain("a"), Standing.OLDER),
        (chain("ab"), chain("ac"), Standing.CONFLICT),
        (chain("a"), chain("b"), Standing.CONFLICT),
        (chain("ab", "same"), chain("ac", "same"), Standing.SAME),
        (chain("abcd"), chain("ac"), Standing.OLDER),
        (chain("ac"), chain("abcd"), Standing.UPDATED),
    ],
    ids=[
        "unknown here",
        "same revision",
        "changed there",
        "changed here",
        "changed on both",
        "made apart",
        "changed alike on both",
        "their conflict was decided here",
        "my conflict was decided there",
    ],
)
def test_records(mine: Chain | None, theirs: Chain, expected: Standing) -> None:
    assert compare_chains(mine, theirs) is expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (None, ("a", False), Standing.NEW),
        (("a", False), ("a", False), Standing.SAME),
        (("a", False), ("a", True), Standing.UPDATED),
        (("a", True), ("a", False), Standing.OLDER),
        (("a", False), ("ab", False), Standing.UPDATED),
        (("a", False), ("ab", True), Standing.UPDATED),
        (("ab", True), ("a", False), Standing.OLDER),
        (("a", True), ("ab", False), Standing.CONFLICT),
        (("ab", False), ("a", True), Standing.CONFLICT),
        (("ab", False), ("ac", False), Standing.CONFLICT),
    ],
    ids=[
        "unknown here",
        "same changes",
        "signed there",
        "signed here",
        "went on there",
        "went on and signed there",
        "went on and signed here",
        "signed here, went on there",
        "went on here, signed there",
        "went on at both",
    ],
)
def test_reviews(
    mine: tuple[str, bool] | None, theirs: tuple[str, bool], expected: Standing
) -> None:
    own = None if mine is None else Journal(frozenset(mine[0]), mine[1])

    assert compare_journals(own, Journal(frozenset(theirs[0]), theirs[1])) is expected
