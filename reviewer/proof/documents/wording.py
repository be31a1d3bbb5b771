"""How the documents of one story write dates, numbers, sums, people and articles."""

from collections.abc import Sequence
from datetime import date, datetime
from zlib import crc32

from reviewer.model import Officer, PartyKind
from reviewer.proof.documents.parts import hand
from reviewer.proof.measures import Mark
from reviewer.proof.plan import DateStyle, Layout, Numbering, Style
from reviewer.proof.story import CaseStory

_DIGITS = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_RANKS = ((10000, "万"), (1000, "仟"), (100, "佰"), (10, "拾"), (1, ""))


def day(style: Style, value: date) -> str:
    """Return a date as running text has it."""
    if style.dates is DateStyle.PADDED:
        return f"{value.year}年{value.month:02}月{value.day:02}日"
    if style.dates is DateStyle.SPACED:
        return f"{value.year} 年 {value.month} 月 {value.day} 日"
    return f"{value.year}年{value.month}月{value.day}日"


def table_day(style: Style, value: date) -> str:
    """Return a date as a narrow column has it."""
    if style.dates is DateStyle.PADDED:
        return value.isoformat()
    if style.dates is DateStyle.CHINESE:
        return f"{value.year}.{value.month}.{value.day}"
    if style.dates is DateStyle.DOTTED:
        return f"{value.year}.{value.month:02}.{value.day:02}"
    return day(style, value)


def signed_day(style: Style, value: date) -> str:
    """Return a date as it stands under the name of the authority."""
    if style.dates is not DateStyle.CHINESE:
        return day(style, value)
    year = "".join(_DIGITS[int(digit)] for digit in str(value.year))
    return f"{year}年{_spoken(value.month)}月{_spoken(value.day)}日"


def written_day(style: Style, value: date) -> str:
    """Return a date as a hand adds it to a signature."""
    return hand(day(style, value))


def moment(style: Style, value: datetime) -> str:
    """Return a time of day with its date."""
    return f"{day(style, value.date())}{clock(value)}"


def clock(value: datetime) -> str:
    """Return a time of day."""
    return f"{value.hour}时{value.minute:02}分"


def digits(amount: int) -> str:
    """Return an amount in digits with thousands separated."""
    return f"{amount:,}"


def capitals(amount: int) -> str:
    """Return an amount in capital numerals (大写)."""
    text, rest, gap = "", amount, False
    for rank, name in _RANKS:
        digit, rest = divmod(rest, rank)
        if digit:
            text += ("零" if gap and text else "") + _CAPITALS[digit] + name
            gap = False
        else:
            gap = True
    return f"{text}元整"


def number(story: CaseStory, word: str) -> str:
    """Return a document number (文号) with the word that stands for the kind of document."""
    return _number(story, word, story.serial)


def _number(story: CaseStory, word: str, serial: int) -> str:
    left, right = story.style.brackets[0], story.style.brackets[1]
    year = f"{left}{story.dates.found.year}{right}"
    name = f"{story.bureau.short}{story.bureau.word(word)}"
    match story.style.numbering:
        case Numbering.WORD:
            return f"{name}字{year}第{serial}号"
        case Numbering.PADDED:
            return f"{name}{year}{serial:04}号"
    return f"{name}{year}{serial}号"


def case_no(story: CaseStory) -> str:
    """Return the case number (案号)."""
    return number(story, "立")


def decision_no(story: CaseStory) -> str:
    """Return the number of the decision."""
    return _number(story, "罚", story.decision_serial)


def notice_no(story: CaseStory) -> str:
    """Return the number of the notice."""
    return number(story, "告")


def notice_title(story: CaseStory) -> str:
    """Return what the unit calls the notice of the intended penalty."""
    if story.marked(Mark.PLEADING_ONLY):
        return worded(story, "违法行为通知书", "行政处罚事先告知书", "行政处罚告知书")
    return worded(
        story,
        "违法行为通知书",
        "行政处罚事先告知书",
        "行政处罚（听证）告知书",
        "行政处罚意见告知书",
        "行政处罚听证告知书",
    )


def decision_title(story: CaseStory) -> str:
    """Return what the unit calls the decision."""
    return worded(story, "行政处罚决定书", "行政处罚决定书", "交通运输行政处罚决定书")


def penalty(story: CaseStory) -> str:
    """Return the article that is applied."""
    if story.marked(Mark.OLD_ARTICLE):
        return story.offence.old_penalty
    return story.offence.penalty


def taught(story: CaseStory) -> str:
    """Return the sentence that tells the harm; empty where nothing teaches the party."""
    return "" if story.marked(Mark.UNTAUGHT) else f"{story.offence.harm}。"


def order_no(story: CaseStory) -> str:
    """Return the number of the order to correct."""
    return number(story, "责改")


def worded(story: CaseStory, form: str, prose: str, old: str, *more: str) -> str:
    """Return the wording of the story's layout; units that are used to another take that."""
    if more and story.style.wording:
        return varied(story, form, prose, old, *more)
    if story.style.layout in (Layout.PROSE, Layout.LOOSE):
        return prose
    return old if story.style.layout is Layout.OLD else form


def varied(story: CaseStory, *wordings: str) -> str:
    """Return one of several equal wordings; two sentences of a story vary independently."""
    turn = story.style.wording
    return wordings[(turn * (1 + crc32(wordings[-1].encode()) % 97)) % len(wordings)]


def steady(story: CaseStory, *wordings: str) -> str:
    """Return one of several ways of writing that a unit keeps to in all its documents."""
    return wordings[story.style.wording % len(wordings)]


def official(story: CaseStory, officer: Officer) -> str:
    """Return an officer with the certificate number."""
    if not officer.cert:
        return officer.name
    return steady(
        story,
        f"{officer.name}（执法证号：{officer.cert}）",
        f"{officer.name}（执法证号{officer.cert}）",
        f"{officer.name}（证件号码：{officer.cert}）",
        f"{officer.name}（{officer.cert}）",
        f"{officer.name}，执法证号：{officer.cert}",
    )


def officials(story: CaseStory, officers: Sequence[Officer]) -> str:
    """Return officers with their certificate numbers."""
    return steady(story, "、", "；", "、").join(official(story, officer) for officer in officers)


def signatures(officers: Sequence[Officer]) -> str:
    """Return the signatures of officers."""
    return hand("　".join(officer.name for officer in officers))


def party_name(story: CaseStory) -> str:
    """Return the party with what the law wants to be told beside the name."""
    if story.party.kind is PartyKind.INDIVIDUAL_BUSINESS:
        return f"{story.party.name}（经营者：{story.party.person.name}）"
    return story.party.name


def party_pairs(story: CaseStory) -> list[tuple[str, str]]:
    """Return the labelled particulars of the party."""
    party, person = story.party, story.party.person
    if party.is_person:
        return [
            ("当事人", party.name),
            ("性别", person.sex),
            ("年龄", f"{person.age}岁"),
            ("身份证件号", party.number),
            ("住址", party.address),
            ("联系电话", party.phone),
        ]
    role = "法定代表人" if party.kind is PartyKind.ORGANISATION else "经营者"
    return [
        ("当事人", party.name),
        (role, person.name),
        ("统一社会信用代码", party.number),
        ("联系电话", party.phone),
        ("地址", party.address),
    ]


def facts_sentence(story: CaseStory) -> str:
    """Return the facts of the offence as report, notice and decision tell them."""
    if story.marked(Mark.LONG_AGO):
        return (
            f"{day(story.style, story.dates.acted)}，{story.filled(story.offence.seen_long_ago)}。"
        )
    seen = story.filled(story.offence.seen)
    return f"{moment(story.style, story.found_at)}许，{seen}。"


def overall_cause(story: CaseStory) -> str:
    """Return the 案由 with the party, as cover and forms have it."""
    return f"{story.party.name}涉嫌{story.offence.cause}案"


def fine_text(story: CaseStory, amount: int, words: int | None = None) -> str:
    """Return a fine in capital numerals and digits."""
    spoken, written = capitals(amount if words is None else words), digits(amount)
    return steady(
        story,
        f"人民币{spoken}（¥{written}元）",
        f"{spoken}（{written}元）",
        f"人民币（大写）{spoken}（￥{written}.00）",
        f"{written}元（大写：人民币{spoken}）",
        f"{written}.00元（人民币{spoken}）",
    )


def _spoken(value: int) -> str:
    tens, ones = divmod(value, 10)
    text = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return text + (_DIGITS[ones] if ones else "")
