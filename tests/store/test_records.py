"""Cases, files, texts, readings and frozen standards as they are kept."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from reviewer.errors import Refused
from reviewer.model import (
    FACT_KEYS,
    Box,
    Breach,
    CheckRun,
    CitedArticle,
    Correction,
    CorrectionKind,
    Document,
    Fact,
    FactValue,
    FileKind,
    Finding,
    ImportResult,
    ImportRow,
    Line,
    Listed,
    Officer,
    Page,
    PageRef,
    Place,
    Procedure,
    ProposalKey,
    Reading,
    Redress,
    Served,
    Session,
    TextSource,
    UnitStandard,
    Unreadable,
    Verdict,
    Waiver,
)
from reviewer.store import (
    Store,
    case_files,
    case_journal,
    case_records,
    cases,
    checks,
    desktops,
    imports,
    reviews,
    standards,
    texts,
)
from reviewer.store.codec import decode, encode
from reviewer.store.records import CaseNames
from tests.store.builders import (
    SHA,
    add_case,
    add_review,
    make_file,
    make_page,
    make_place,
    make_standard,
)

VALUES: dict[type, FactValue] = {
    date: date(2024, 4, 10),
    datetime: datetime(2024, 4, 10, 15, 20),  # noqa: DTZ001  times of law have no zone
    Decimal: Decimal("30000.5"),
    int: 3,
    bool: False,
    str: "宁A12345",
    Officer: Officer("张三", "640001"),
    Waiver: Waiver(date(2024, 4, 1), hearing=True),
    Served: Served("DT35", "宁交执罚〔2024〕1号", None, "直接送达"),
    CitedArticle: CitedArticle("公路法", 50, 1),
    Listed: Listed("行政处罚决定书", "DT35", "1号", None, 4, 6),
    UnitStandard: UnitStandard("hearing", "person", Decimal("5000.5"), inclusive=True),
    Redress: Redress(60, "银川市人民政府", 6),
    Session: Session(("张三", "李四"), "某超限站", datetime(2024, 4, 10, 9, 0), None),  # noqa: DTZ001
}


def make_reading() -> Reading:
    fact = Fact("decision_fine", Decimal(2000), 0, make_place(), 0.97, confirmed=True)
    document = Document(0, "DT35", "行政处罚决定书", 0.98, (PageRef(SHA, 1), PageRef(SHA, 2)))
    return Reading(
        procedure=Procedure.GENERAL,
        documents=(document, replace(document, id=1, blocks=(3, 9))),
        unclassified=(PageRef(SHA, 3),),
        facts=(fact,),
        unreadable=(Unreadable("坏.pdf", "文件损坏"),),
        paths={SHA: "案卷.pdf"},
        engine="1",
    )


def make_run() -> CheckRun:
    breach = Breach("DT37@案卷.pdf#15", Verdict.PROBLEM, "逾期", (make_place(),))
    finding = Finding("T18", Verdict.PROBLEM, "逾期", ("行政处罚法第六十一条",), breaches=(breach,))
    return CheckRun((finding,), {"engine": "1", "rules": "2"})


@pytest.mark.parametrize("key", sorted(FACT_KEYS))
def test_a_fact_of_every_key_comes_back_as_it_was(key: str) -> None:
    fact = Fact(key, VALUES[FACT_KEYS[key]], 0, make_place(), 0.9)

    assert decode(Fact, encode(fact)) == fact


def test_a_correction_comes_back_with_both_values() -> None:
    correction = Correction(
        uuid4(),
        CorrectionKind.FACT,
        (PageRef(SHA, 1),),
        "DT37",
        "served",
        VALUES[Served],
        VALUES[Served],
        make_place(),
    )

    assert decode(Correction, encode(correction)) == correction


def test_a_value_of_a_later_version_is_read_without_what_is_unknown() -> None:
    raw = encode(make_place()) | {"later": 1}

    assert decode(Place, raw) == make_place()


def test_a_page_comes_back_with_boxes_and_certainty(store: Store) -> None:
    cell = Line("表格", None, block=4, start=7, cell=(1, 2), heading=True)
    page = make_page()
    page = replace(page, lines=(*page.lines, cell))
    with store.session() as session:
        add_case(session)
        texts.put_page(session, page, "ocr-1")
    with store.snapshot() as session:
        found = texts.page(session, page.ref)

    assert found == page


def test_a_page_waits_until_it_is_read_or_failed(store: Store) -> None:
    with store.session() as session:
        add_case(session)
        for number, (source, reason) in enumerate(
            [(TextSource.NONE, ""), (TextSource.NONE, "图像损坏"), (TextSource.OCR, "")], 1
        ):
            page = Page(PageRef(SHA, number), 1.0, 1.0, (), source)
            texts.put_page(session, page, "ocr-1", reason)
        heads = texts.heads_of(session, [SHA])
        summary = cases.summaries(session)[0]

    assert [heads[PageRef(SHA, number)].done for number in (1, 2, 3)] == [False, True, True]
    assert summary.pages_read == 2


def test_what_a_person_typed_covers_what_the_machine_read(store: Store) -> None:
    read = CaseNames("宁交执罚〔2024〕1号", "支队", "某公司", "超限")
    with store.session() as session:
        by = desktops.author(session)
        case_id = add_case(session, "文件夹")
        cases.set_read(session, case_id, read, "general", [ProposalKey("T18")])
        machine = cases.case(session, case_id)
        values = case_records.name_values(session, case_id, {"party": "某运输公司"})
        case_journal.apply(session, values, "改", by)
        cases.set_read(session, case_id, read, "general", [])
        typed = cases.case(session, case_id)

    assert (machine.title, machine.party, machine.unit) == (read.case_no, "某公司", "支队")
    assert (typed.party, typed.cause) == ("某运输公司", "超限")


def test_a_typed_title_stays_when_the_case_number_is_read(store: Store) -> None:
    with store.session() as session:
        by = desktops.author(session)
        case_id = add_case(session, "文件夹")
        values = case_records.name_values(session, case_id, {}, "李某超限案")
        case_journal.apply(session, values, "改", by)
        cases.set_read(session, case_id, CaseNames("宁交执罚〔2024〕1号"), "general", [])
        title = cases.case(session, case_id).title

    assert title == "李某超限案"


def test_a_removed_case_is_in_no_list_and_comes_back_whole(store: Store) -> None:
    with store.session() as session:
        case_id = add_case(session)
        whole = cases.case(session, case_id)
        by = desktops.author(session)
        gone = case_records.removal_values(case_id, removed=True)
        case_journal.apply(session, gone, "移除", by)
        [(summary, _at)] = cases.removed(session)
        listed = cases.summaries(session), cases.case_ids(session)
        with pytest.raises(Refused, match="已移除"):
            cases.case(session, case_id)
        back = case_records.removal_values(case_id, removed=False)
        case_journal.apply(session, back, "恢复", by)
        again = cases.case(session, case_id)

    assert listed == ((), ())
    assert summary.case.id == case_id
    assert again.files == whole.files


def test_a_file_is_cut_into_two_cases_with_its_folios(store: Store) -> None:
    with store.session() as session:
        by = desktops.author(session)
        first = add_case(session)
        second = cases.add_case(session, "案卷二", CaseNames(), by, removed=True)
        file = cases.case(session, first).files[0]
        typed = case_records.folio_values(session, first, SHA, {1: "1", 2: "2", 3: "3"})
        case_journal.apply(session, typed, "页号", by)
        cut = case_records.cutting_values(session, file.id, 2, second)
        case_journal.apply(session, cut, "切分", by)
        ranges = [
            (part.first_page, part.last_page)
            for case_id in (first, second)
            for part in cases.case(session, case_id).files
        ]
        counts = [cases.case(session, case_id).page_count for case_id in (first, second)]
        folios = [sorted(case_files.typed_folios(session, c).values()) for c in (first, second)]

    assert ranges == [(1, 1), (2, 0)]
    assert counts == [1, 2]
    assert folios == [["1"], ["2", "3"]]


@pytest.mark.parametrize("page", [1, 4])
def test_a_cut_that_leaves_nothing_is_refused(store: Store, page: int) -> None:
    with store.session() as session:
        case_id = add_case(session)
        file = cases.case(session, case_id).files[0]
        with pytest.raises(Refused, match=f"不能从第 {page} 页切分"):
            case_records.cutting_values(session, file.id, page, case_id)


def test_a_moved_file_goes_to_the_end_of_the_other_case(store: Store) -> None:
    with store.session() as session:
        first, second = add_case(session, files=2), add_case(session, "案卷二")
        moved = cases.case(session, first).files[0]
        values = case_records.moving_values(session, moved.id, second)
        case_journal.apply(session, values, "移动", desktops.author(session))
        left = [file.path for file in cases.case(session, first).files]
        right = [file.id for file in cases.case(session, second).files]

    assert left == ["1.pdf"]
    assert right[-1] == moved.id
    assert len(right) == 2


def test_an_empty_folio_lets_the_machines_show_again(store: Store) -> None:
    with store.session() as session:
        by = desktops.author(session)
        case_id = add_case(session)
        for typed in ({1: "7", 2: "8"}, {1: ""}):
            values = case_records.folio_values(session, case_id, SHA, typed)
            case_journal.apply(session, values, "页号", by)
        folios = case_files.typed_folios(session, case_id)

    assert folios == {(SHA, 2): "8"}


def test_a_file_in_two_cases_is_named_with_both(store: Store) -> None:
    with store.session() as session:
        add_case(session, "甲案")
        add_case(session, "乙案")
        names = case_files.titles_holding(session, SHA)
        found = case_files.stored_file(session, SHA)

    assert set(names) == {"甲案", "乙案"}
    assert found is not None
    assert found.kind == FileKind.PDF


def test_a_run_is_found_by_what_went_in_and_old_ones_go(store: Store) -> None:
    with store.session() as session:
        review_id, _ = add_review(session)
        case_id = reviews.state(session, review_id).review.case
        pinned = checks.put_run(session, case_id, "0", make_reading(), make_run())
        reviews.sign(session, review_id, pinned.id)
        for number in range(1, 9):
            checks.put_run(session, case_id, str(number), make_reading(), make_run())
        found = checks.run_of(session, case_id, "8")
        oldest = checks.run_of(session, case_id, "1")
        kept = checks.pinned_run(session, pinned.id)

    assert found is not None
    assert (found.reading, found.run) == (make_reading(), make_run())
    assert oldest is None
    assert kept.key == "0"


def test_a_standard_stays_as_it_was_at_its_first_use(store: Store) -> None:
    standard = make_standard()
    with store.session() as session:
        by = desktops.author(session)
        standards.freeze(session, standard, by)
        standards.freeze(session, replace(standard, name="改过"), by)
        found = standards.frozen(session, standard.content_hash)

    assert found == standard


def test_seen_pages_are_kept_once(store: Store) -> None:
    with store.session() as session:
        review_id, _ = add_review(session)
        for _ in range(2):
            reviews.add_seen(session, review_id, [(PageRef(SHA, 1), 1), (PageRef(SHA, 1), 2)])
        found = reviews.seen(session, review_id)

    assert found == {(PageRef(SHA, 1), 1), (PageRef(SHA, 1), 2)}


def test_an_import_report_comes_back(store: Store) -> None:
    row = ImportRow(
        "a.doc", FileKind.OTHER, "旧版 Word", ImportResult.FAILED, 0, 9, "打不开", "另存为 .docx"
    )
    with store.session() as session:
        report = imports.put_report(
            session, "案卷", (row,), (uuid4(),), False, desktops.author(session)
        )
        found = imports.report_rows(session, report)

    assert found == (row,)


def test_boxes_are_kept_to_four_places(store: Store) -> None:
    page = replace(make_page(), lines=(Line("字", Box(1 / 3, 0.0, 2 / 3, 1.0)),))
    with store.session() as session:
        add_case(session)
        texts.put_page(session, page, "ocr-1")
        found = texts.page(session, page.ref)

    assert found is not None
    assert found.lines[0].box == Box(0.3333, 0.0, 0.6667, 1.0)


def test_the_same_file_is_recorded_once(store: Store) -> None:
    with store.session() as session:
        by = desktops.author(session)
        case_files.add_file(session, make_file(), ".pdf", by)
        case_files.add_file(session, make_file(path="另名.pdf"), ".PDF", by)
        found = case_files.stored_file(session, SHA)

    assert found is not None
    assert found.suffix == ".pdf"
