"""A made-up case for the screenshots: no name, number or sentence of it is real."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from reviewer.fonts import FontRole, find_font
from reviewer.model import (
    Answer,
    Box,
    Choice,
    Place,
    Standing,
    Timeline,
    TimelineDate,
    TimelineLimit,
    Verdict,
    VetoChoice,
)
from reviewer.workspace.views import CaseView, FactRow, PageImage, Proposal
from tests.ui.workbench.builders import CASE_ID, FILE, make_case, make_fact, make_proposal
from tests.ui.workbench.fakes import FakeWorkspace

DOCUMENTS = (
    ("DT01", "卷宗封面", 1, 1),
    ("DT02", "卷内目录", 2, 4),
    ("DT05", "立案登记表", 5, 6),
    ("DT06", "现场笔录", 7, 13),
    ("DT07", "询问笔录", 14, 23),
    ("DT08", "勘验笔录", 24, 27),
    ("DT19", "责令改正违法行为通知书", 28, 29),
    ("DT23", "案件调查报告", 30, 35),
    ("DT24", "法制审核意见书", 36, 39),
    ("DT26", "违法行为通知书", 40, 43),
    ("DT27", "陈述申辩材料", 44, 45),
    ("DT35", "行政处罚决定书", 46, 48),
    ("DT37", "送达回证", 49, 53),
    ("DT41", "罚没票据", 54, 56),
    ("DT55", "身份与许可证件", 57, 60),
    ("DT60", "现场照片、截图", 61, 72),
    ("DT13", "鉴定意见、检测报告", 73, 78),
    ("DT52", "结案报告", 79, 81),
    ("DT53", "公示材料", 82, 83),
    ("DT54", "音像资料目录", 84, 85),
    ("DT03", "备考表", 86, 87),
)
_BODY = (
    "当事人：宁夏宏途通达物流有限公司",
    "统一社会信用代码：91640100MA7R2K4X6L",
    "住所：沙湖市金波街道物流园路18号　　法定代表人：杨立新",
    "",
    "　　2024年3月6日10时20分，本机关执法人员在G109线K1186处检查时，",
    "发现你公司所属重型自卸货车（宁A·D7632）货箱栏板加高580毫米，与机",
    "动车行驶证及道路运输证登记的外廓尺寸不符。经查，该车已取得道路运输",
    "证，栏板系你公司于2024年1月自行焊接加高。",
    "",
    "　　以上事实有现场笔录、询问笔录、勘验笔录、照片、车辆检测报告、行驶",
    "证与道路运输证复印件等证据证实。",
    "",
    "　　本机关认为，你公司擅自改装已取得道路运输证的车辆，其行为违反了道",
    "路运输管理的有关规定。依据《中华人民共和国道路运输条例》第七十条第",
    "二款的规定，参照《宁夏交通运输行政处罚裁量基准》“一般”档次，决定给",
    "予你公司以下行政处罚：",
    "",
    "　　罚款人民币捌仟元整（¥8,000.00）。",
    "",
    "　　你公司应当自收到本决定书之日起十五日内，到中国农业银行沙湖市分行",
    "缴纳罚款。逾期不缴纳的，每日按罚款数额的百分之三加处罚款。",
    "",
    "　　如不服本决定，可以自收到本决定书之日起六十日内向沙湖市人民政府申",
    "请行政复议，或者在六个月内向沙湖铁路运输法院提起行政诉讼。",
)
_LEFT, _TOP, _STEP = 0.115, 0.205, 0.0268


def spot(line: int, first: int, last: int, page: int = 47, quote: str = "") -> Place:
    """Return the place of characters of a line of the decision."""
    text = _BODY[line]
    step = 0.78 / 33.5
    top = _TOP + line * _STEP
    box = Box(_LEFT + first * step, top - 0.002, _LEFT + last * step, top + 0.0205)
    return Place(FILE, page, quote or text[first:last], box, folio=str(page))


def draw(page: int, width: int, turned: int) -> PageImage:
    """Draw a made-up page."""
    tall = round(width * 842 / 595)
    image = Image.new("RGB", (width, tall), (252, 251, 247))
    pen = ImageDraw.Draw(image)
    title = next((t for _, t, first, last in DOCUMENTS if first <= page <= last), "")
    _write(pen, width, "沙湖市交通运输综合执法支队", 0.5, 0.075, 0.031, FontRole.HEI, True)
    _write(pen, width, " ".join(title), 0.5, 0.115, 0.036, FontRole.HEI, True)
    _write(pen, width, "宁交罚〔2024〕0132号", 0.70, 0.152, 0.0215, FontRole.FANG)
    _write(pen, width, str(page), 0.905, 0.03, 0.022, FontRole.SONG)
    pen.line((width * 0.11, tall * 0.183, width * 0.89, tall * 0.183), fill=(60, 60, 60), width=1)
    for number, text in enumerate(_BODY):
        _write(pen, width, text, _LEFT, _TOP + number * _STEP, 0.78 / 33.5, FontRole.FANG)
    if title in ("行政处罚决定书", "送达回证") and page % 3 == 0:
        box = (width * 0.6, tall * 0.83, width * 0.8, tall * 0.83 + width * 0.2)
        pen.ellipse(box, outline=(200, 60, 50), width=max(1, width // 200))
    if turned:
        image = image.rotate(-turned, expand=True).resize((width, round(width * width / tall)))
    return PageImage(image.width, image.height, image.tobytes())


def _write(
    pen: ImageDraw.ImageDraw,
    width: int,
    text: str,
    x: float,
    y: float,
    size: float,
    role: FontRole,
    centred: bool = False,
) -> None:
    found = find_font(role)
    face = ImageFont.truetype(str(found.path), max(4, round(width * size)), index=found.index)
    tall = width * 842 / 595
    anchor = "ma" if centred else "la"
    ink = (90, 110, 150) if size == 0.022 else (45, 45, 48)
    pen.text((width * x, tall * y), text, font=face, fill=ink, anchor=anchor)


def at(row: FactRow, line: int, first: int, last: int) -> FactRow:
    """Return a fact that stands on a line of the decision."""
    assert row.fact is not None
    return replace(row, fact=replace(row.fact, place=spot(line, first, last)))


def facts() -> tuple[FactRow, ...]:
    """Return the facts."""
    return (
        make_fact("case_no", "案号", "宁交罚〔2024〕0132号", "宁交罚〔2024〕0132号", 1),
        make_fact("cause", "案由", "擅自改装车辆", "擅自改装车辆", 5),
        at(make_fact("party", "当事人", "宏途", "宁夏宏途通达物流有限公司", 47), 0, 4, 16),
        make_fact("party_id", "证件号", "91", "91640100MA7R2K4X6L", 57),
        make_fact("plate", "车牌", "宁AD7632", "宁A·D7632", 7),
        at(make_fact("found_date", "发现日期", date(2024, 3, 6), "2024-03-06", 47), 4, 2, 9),
        make_fact("filing_date", "受案日期", date(2024, 3, 8), "2024-03-08", 5),
        FactRow("filing_approved_date", "立案批准日期", "", None, False, 0.0, "", "2024-03-08"),
        make_fact("officer", "执法人员", "马志强", "马志强 6401230018", 7),
        make_fact("officer", "执法人员", "李文娟", "李文娟 6401230021", 7, 0.71),
        make_fact("investigation_end_date", "调查终结日期", date(2024, 3, 22), "2024-03-22", 30),
        make_fact("legal_review_date", "法制审核日期", date(2024, 3, 27), "2024-03-27", 36),
        make_fact("notice_date", "告知日期", date(2024, 3, 28), "2024-03-28", 40),
        make_fact("notice_served_date", "告知送达日期", date(2024, 3, 29), "2024-03-29", 43, 0.66),
        FactRow("hearing_date", "听证日期", "", None, False, 0.0, "", "2024-04-08"),
        make_fact("decision_no", "决定书文号", "x", "宁交罚〔2024〕0132号", 46),
        make_fact("decision_date", "决定日期", date(2024, 4, 10), "2024-04-10", 48),
        at(make_fact("decision_fine", "罚款金额", Decimal(8000), "8,000.00 元", 47), 17, 2, 16),
        make_fact("decision_served_date", "决定送达日期", date(2024, 4, 26), "2024-04-26", 52),
        make_fact("paid_date", "缴款日期", date(2024, 5, 6), "2024-05-06", 55),
        make_fact("paid_amount", "缴款金额", Decimal(8000), "8,000.00 元", 55),
        FactRow("recheck_date", "复查日期", "", None, False, 0.0, "", "2024-03-25"),
        make_fact("closing_date", "结案日期", date(2024, 5, 14), "2024-05-14", 79),
        make_fact("archived_date", "归档日期", date(2024, 6, 28), "2024-06-28", 87),
    )


def timeline() -> Timeline:
    """Return the dates and limits of the case."""
    ok, bad, look = Verdict.OK, Verdict.PROBLEM, Verdict.HINT
    unknown = Verdict.CANNOT_TELL

    def on(name: str, text: str, page: int, note: str = "", verdict: Verdict = ok) -> TimelineDate:
        day = date.fromisoformat(f"2024-{text}")
        return TimelineDate(name, name, "", day, spot(4, 2, 9, page), Standing.READ, verdict, note)

    def limit(
        rule: str, title: str, days: str, basis: str, span: tuple[str, str, str],
        verdict: Verdict, word: str, not_before: bool = False,
    ) -> TimelineLimit:  # fmt: skip
        start, due, actual = (date.fromisoformat(f"2024-{text}") if text else None for text in span)
        return TimelineLimit(
            rule, title, basis, days, not_before, "a", "b", start, due, due, actual, verdict, word,
            "决定书 04-10 作出，04-26 送达。", spot(4, 2, 9, 48), spot(4, 2, 9, 52),
        )  # fmt: skip

    dates = (
        on("发现", "03-06", 5),
        on("现场检查", "03-06", 7),
        on("受案", "03-08", 5),
        on("立案", "03-08", 5, "受案后当日"),
        on("询问", "03-12", 14),
        on("责令改正", "03-08", 28),
        on("调查终结", "03-22", 30),
        on("违法行为通知", "03-28", 40),
        on("违法行为通知书送达", "03-29", 43),
        on("法制审核", "03-27", 36),
        on("决定", "04-10", 48, "办案期限 90 日，用 33 日；听证申请期至 04-08 届满"),
        on("决定书送达", "04-26", 52, "决定书送达至 04-19，逾期 5 个工作日", bad),
        on("缴款", "05-06", 55, "缴款期限 15 日，用 10 日"),
        on("公示", "05-20", 82, "处罚公示至 04-19，逾期 19 个工作日", bad),
        TimelineDate("抄告", "抄告", "", None, spot(4, 2, 9, 84), Standing.WEAK, ok,
                     "日期识别不清，请对照页面核对"),
        on("结案", "05-14", 79),
        on("归档", "06-28", 87, "结案归档至 06-13，超 15 日", look),
    )  # fmt: skip
    limits = (
        limit("T03", "办案期限", "90 日", "处罚法第六十条", ("03-08", "06-06", "04-10"), ok,
              "用 33 日"),
        limit("T08", "听证申请期", "5 个工作日", "处罚法第六十四条", ("03-29", "04-08", "04-10"),
              ok, "期满后", True),
        limit("T18", "决定书送达", "7 个工作日", "处罚法第六十一条", ("04-10", "04-19", "04-26"),
              bad, "逾期 5 个工作日"),
        limit("T38", "处罚公示", "7 个工作日", "国办发〔2018〕118号", ("04-10", "04-19", "05-20"),
              bad, "逾期 19 个工作日"),
        limit("T39", "超限抄告", "7 个工作日", "超限规定第四十四条", ("05-14", "05-23", ""),
              unknown, "无法判断"),
        limit("T40", "结案归档", "30 日", "本单位规定", ("05-14", "06-13", "06-28"), look,
              "超 15 日"),
    )  # fmt: skip
    return Timeline(dates, limits, "2004–2026")


def paper_facts() -> tuple[FactRow, ...]:
    """Return the facts of a paper review: two typed, the others still empty."""
    rows = []
    for row in facts():
        typed = row.key in ("case_no", "party")
        fact = row.fact if typed else None
        text = row.text if typed else ""
        rows.append(replace(row, fact=fact, text=text, typed=typed, folio="5" if typed else ""))
    return tuple(rows)


def proposals() -> tuple[Proposal, ...]:
    """Return what the machine proposes."""

    def on(
        item: str, clause: str, verdict: Verdict, page: int, title: str, **more: Any
    ) -> Proposal:
        more.setdefault("message", "请对照页面核对。")
        evidence = more.pop("evidence", (spot(4, 2, 13, page),))
        return make_proposal(item, clause, verdict, evidence, title=title, **more)

    return (
        on("A2", "A2.1", Verdict.PROBLEM, 12, "执法证号", message="只记一名执法人员的证号。"),
        on(
            "A7",
            "A7.4",
            Verdict.PROBLEM,
            47,
            "应适用新法而未适用",
            points="−2.0",
            message="引用第七十条第二款（旧条号），现行为第六十九条第二款。",
            evidence=(spot(13, 11, 33), spot(14, 0, 5), spot(13, 11, 33, 41)),
        ),
        on(
            "A7",
            "A7.3",
            Verdict.HINT,
            47,
            "只引罚则，未引义务条款",
            message="仅写“违反有关规定”。",
            evidence=(spot(12, 26, 33), spot(13, 0, 10)),
            record="采纳 12、不采纳 3（80 %，95 % 区间 55–93 %）",
        ),
        on(
            "V05",
            "",
            Verdict.HINT,
            47,
            "法条引用",
            points="",
            message="第七十条第二款已改为第六十九条第二款。",
            evidence=(spot(13, 11, 33),),
        ),
        on("A6", "A6.2", Verdict.PROBLEM, 61, "视听资料说明", points="−0.5"),
        on("B1", "B1.2", Verdict.PROBLEM, 32, "裁量基准", points="−1.0"),
        on("C3", "C3.1", Verdict.HINT, 14, "询问笔录起止时间", points="−0.5"),
        on("C6", "C6.1", Verdict.HINT, 30, "调查报告内容", points="−1.0"),
        on("D1", "D1.1", Verdict.HINT, 36, "法制审核意见", points="−1.0"),
        on(
            "E2",
            "E2.1",
            Verdict.PROBLEM,
            28,
            "整改复查记录",
            points="−3.0",
            message="未见复查记录、照片、复检单",
            searched=("第 28–87 页",),
            evidence=(),
        ),
        on(
            "G1",
            "G1.1",
            Verdict.PROBLEM,
            52,
            "决定书送达期限",
            points="−1.0",
            message="决定书 04-10 作出，04-26 送达，应于 04-19 前送达，"
            "逾期 5 个工作日（处罚法第六十一条）。",
        ),
        on("C1", "C1.1", Verdict.HINT, 30, "立案审批", points="−0.5"),
    )  # fmt: skip


def made_up_case() -> CaseView:
    """Return the case."""
    return replace(make_case(87, DOCUMENTS, facts()), timeline=timeline())


def half_reviewed() -> FakeWorkspace:
    """Return a workspace with a review in the middle of the work."""
    workspace = FakeWorkspace(made_up_case(), proposals(), draw)
    reviews = workspace.reviews
    review = reviews.for_case(CASE_ID)[0].id
    for item, page in (("A1", 6), ("A3", 58), ("A4", 31), ("A5", 12)):
        reviews.choose(review, item, Choice.CONFORMS)
        reviews.add_evidence(review, item, spot(4, 2, 13, page))
    by_item = {(p.item, p.clause): p for p in proposals()}
    for key in (("A2", "A2.1"), ("A6", "A6.2"), ("A7", "A7.4")):
        reviews.answer(review, by_item[key].key, key[0], Answer.ACCEPTED)
    reviews.add_occurrence(
        review, "A7", "A7.1", 1, "违反的义务条款未写明条、款、项。", (spot(12, 26, 33),)
    )
    reviews.choose(review, "A8", Choice.ABSENT, "not_taken")
    for item in ("B2", "B3", "B4", "C1", "C2", "C4", "D1", "D2", "E1", "F1", "F2", "F3", "G2"):
        reviews.choose(review, item, Choice.CONFORMS)
    for number in range(1, 21):
        if number != 5:
            reviews.set_veto(review, f"V{number:02d}", VetoChoice.EXCLUDED)
    unread = {37, 38, 39, 44, 45, 48, *range(49, 57), *range(66, 79)}
    for shown in workspace.cases.shown.pages:
        if shown.ref.page not in unread:
            reviews.seen(review, shown.ref, shown.sheet)
    return workspace
