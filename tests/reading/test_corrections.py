"""A person's corrections cover what the machine read and survive reading again."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from reviewer.model import Correction, CorrectionKind, FactValue, PageRef, Place, Procedure, Reading
from reviewer.reading import understand
from tests.reading.building import docx, drawn, types, values

DECISION = """
^行政处罚决定书
> 宁交执罚〔2024〕12号
当事人：马建国
决定给予罚款3,000元的行政处罚。
> 银川市交通运输局
> 2024年4月12日
"""
OTHER = """
^情况说明
我单位对全部车辆开展了维护保养工作，现将有关情况说明如下，请予核实。
> 2024年4月2日
"""
PAGES = (drawn(DECISION, 1), drawn(OTHER, 2))
FIRST, SECOND = (page.ref for page in PAGES)


def corrected(*corrections: Correction) -> Reading:
    return understand(PAGES, {"case.pdf": "case.pdf"}, corrections=corrections)


def make(kind: CorrectionKind, **fields: object) -> Correction:
    return Correction(uuid4(), kind, **fields)  # type: ignore[arg-type]


def typed(key: str, value: FactValue, replaces: FactValue | None = None) -> Correction:
    return make(CorrectionKind.FACT, key=key, value=value, replaces=replaces, type="DT35")


def test_pages_become_the_document_that_a_person_set() -> None:
    reading = corrected(make(CorrectionKind.DOCUMENT, pages=(SECOND,), type="DT27"))

    assert types(reading) == ["DT35", "DT27"]
    assert reading.documents[1].corrected
    assert reading.unclassified == ()
    assert values(reading, "statement_date") == [date(2024, 4, 2)]


def test_a_document_can_be_taken_away() -> None:
    reading = corrected(make(CorrectionKind.NOT_A_DOCUMENT, pages=(FIRST,)))

    assert types(reading) == []
    assert reading.unclassified == (FIRST, SECOND)
    assert reading.facts == ()


def test_the_later_of_two_corrections_counts() -> None:
    reading = corrected(
        make(CorrectionKind.DOCUMENT, pages=(FIRST,), type="DT26"),
        make(CorrectionKind.DOCUMENT, pages=(FIRST,), type="DT36"),
    )

    assert types(reading) == ["DT36"]


def test_a_typed_value_covers_the_machine_s() -> None:
    day = date(2024, 4, 15)

    reading = corrected(typed("decision_date", day, replaces=date(2024, 4, 12)))

    (fact,) = reading.of_key("decision_date")
    assert (fact.value, fact.corrected, fact.document) == (day, True, 0)


def test_typing_twice_leaves_the_last_value() -> None:
    first, second = date(2024, 4, 15), date(2024, 4, 16)

    reading = corrected(
        typed("decision_date", first, replaces=date(2024, 4, 12)), typed("decision_date", second)
    )

    assert values(reading, "decision_date") == [second]


def test_a_missing_value_can_be_typed_without_a_place() -> None:
    reading = corrected(typed("decision_served_date", date(2024, 4, 18)))

    (fact,) = reading.of_key("decision_served_date")
    assert fact.is_read


def test_a_place_names_the_document() -> None:
    place = Place("case.pdf", 1, "3,000元")

    reading = corrected(
        make(CorrectionKind.FACT, key="paid_amount", value=Decimal(3000), place=place)
    )

    assert reading.of_key("paid_amount")[0].document == 0


def test_a_wrong_value_can_be_struck_out() -> None:
    struck = make(CorrectionKind.NO_FACT, key="decision_date", value=date(2024, 4, 12))

    assert values(corrected(struck), "decision_date") == []


def test_the_procedure_can_be_set() -> None:
    reading = corrected(make(CorrectionKind.PROCEDURE, text="summary"))

    assert reading.procedure is Procedure.SUMMARY


def test_one_document_inside_a_docx_can_be_retyped() -> None:
    page = docx("行政处罚决定书", "决定罚款3000元。", "送达回证", "送达日期：2024年4月15日")
    place = Place(page.ref.file, 1, "送达回证", block=2, chars=(0, 4))
    correction = make(
        CorrectionKind.DOCUMENT, pages=(PageRef(page.ref.file, 1),), type="DT38", place=place
    )

    reading = understand((page,), {}, corrections=(correction,))

    assert types(reading) == ["DT35", "DT38"]
