"""What counts as found, missed, on the right page and false."""

from dataclasses import replace

from reviewer.model import Finding, Place, Verdict
from reviewer.proof import Planted, compare, totals

NAMES = {"f1": "案卷.pdf"}
T18 = Planted("T18", "决定书超期送达。", (("案卷.pdf", 5),))
M05 = Planted("M-DT05", "卷内未见立案登记表。", (), also=("V18",))


def finding(rule: str, verdict: Verdict = Verdict.PROBLEM, *pages: int) -> Finding:
    places = tuple(Place("f1", page, "2024年4月10日") for page in pages)
    return Finding(rule, verdict, "", evidence=places)


def test_a_problem_with_one_right_page_is_found_on_the_right_page() -> None:
    result = compare([finding("T18", Verdict.PROBLEM, 3, 5)], [T18], NAMES)

    assert result.found == result.page_right == (T18,)
    assert not result.missed
    assert not result.false_alarms


def test_a_hint_on_a_planted_fault_is_a_miss() -> None:
    for verdict in (Verdict.HINT, Verdict.CANNOT_TELL, Verdict.OK):
        result = compare([finding("T18", verdict, 5)], [T18], NAMES)

        assert result.missed == (T18,)
        assert not result.unsure


def test_a_hint_finds_what_may_only_be_hinted_at() -> None:
    hinted = replace(T18, hinted=True)

    for verdict in (Verdict.HINT, Verdict.PROBLEM):
        assert compare([finding("T18", verdict, 5)], [hinted], NAMES).page_right == (hinted,)
    for verdict in (Verdict.CANNOT_TELL, Verdict.OK):
        assert compare([finding("T18", verdict, 5)], [hinted], NAMES).missed == (hinted,)


def test_a_problem_elsewhere_is_a_false_alarm_unless_it_follows() -> None:
    result = compare([finding("M-DT05"), finding("V18"), finding("T03")], [M05], NAMES)

    assert [f.rule for f in result.false_alarms] == ["T03"]
    assert result.found == (M05,)
    assert not result.page_right
    assert not result.page_wrong


def test_hints_where_nothing_was_planted_are_counted_apart() -> None:
    findings = [finding("T01", Verdict.HINT), finding("T09", Verdict.NOT_APPLICABLE)]
    result = compare(findings, [], NAMES)

    assert [f.rule for f in result.unsure] == ["T01"]
    assert result.applicable == 1


def test_totals_add_up_by_rule() -> None:
    results = [
        compare([finding("T18", Verdict.PROBLEM, 5), finding("T03")], [T18], NAMES),
        compare([finding("T18", Verdict.OK)], [T18, M05], NAMES),
    ]
    by_rule = {score.rule: score for score in totals(results)}

    assert (by_rule["T18"].planted, by_rule["T18"].found, by_rule["T18"].recall) == (2, 1, 0.5)
    assert (by_rule["T18"].paged, by_rule["T18"].page_right) == (1, 1)
    assert (by_rule["T03"].false_alarms, by_rule["T03"].precision) == (1, 0.0)
    assert by_rule["T03"].recall is None
