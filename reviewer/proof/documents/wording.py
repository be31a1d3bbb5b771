"""How the documents of one story write dates, numbers, sums, people and articles."""

from collections.abc import Sequence
from datetime import date, datetime

from reviewer.model import Officer, PartyKind
from reviewer.proof.documents.parts import hand
from reviewer.proof.plan import DateStyle, Layout, Style
from reviewer.proof.story import CaseStory

_DIGITS = "〇一二三四五六七八九"
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_RANKS = ((10000, "万"), (1000, "仟"), (100, "佰"), (10, "拾"), (1, ""))


def day(style: Style, value: date) -> str:
    """Return a date as running text has it."""
    if style.dates is DateStyle.PADDED:
        return f"{value.year}年{value.month:02}月{value.day:02}日"
    return f"{value.year}年{value.month}月{value.day}日"


def table_day(style: Style, value: date) -> str:
    """Return a date as a narrow column has it."""
    if style.dates is DateStyle.PADDED:
        return value.isoformat()
    if style.dates is DateStyle.CHINESE:
        return f"{value.year}.{value.month}.{value.day}"
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
    left, right = story.style.brackets[0], story.style.brackets[1]
    return f"{story.bureau.short}{word}{left}{story.dates.found.year}{right}{story.serial}号"


def case_no(story: CaseStory) -> str:
    """Return the case number (案号)."""
    return number(story, "立")


def decision_no(story: CaseStory) -> str:
    """Return the number of the decision."""
    return number(story, "罚")


def notice_no(story: CaseStory) -> str:
    """Return the number of the notice."""
    return number(story, "告")


def notice_title(story: CaseStory) -> str:
    """Return what the unit calls the notice of the intended penalty."""
    return worded(story, "违法行为通知书", "行政处罚事先告知书", "行政处罚（听证）告知书")


def decision_title(story: CaseStory) -> str:
    """Return what the unit calls the decision."""
    return worded(story, "行政处罚决定书", "行政处罚决定书", "交通运输行政处罚决定书")


def order_no(story: CaseStory) -> str:
    """Return the number of the order to correct."""
    return number(story, "责改")


def worded(story: CaseStory, form: str, prose: str, old: str) -> str:
    """Return the wording of the story's layout."""
    return {Layout.FORM: form, Layout.PROSE: prose, Layout.OLD: old}[story.style.layout]


def varied(story: CaseStory, *wordings: str) -> str:
    """Return one of several equal wordings."""
    return wordings[story.style.wording % len(wordings)]


def official(officer: Officer) -> str:
    """Return an officer with the certificate number."""
    return f"{officer.name}（执法证号：{officer.cert}）"


def officials(officers: Sequence[Officer]) -> str:
    """Return officers with their certificate numbers."""
    return "、".join(official(officer) for officer in officers)


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
    seen = story.filled(story.offence.seen)
    return f"{moment(story.style, story.found_at)}许，{seen}。"


def overall_cause(story: CaseStory) -> str:
    """Return the 案由 with the party, as cover and forms have it."""
    return f"{story.party.name}涉嫌{story.offence.cause}案"


def fine_text(amount: int, words: int | None = None) -> str:
    """Return a fine in capital numerals and digits."""
    return f"人民币{capitals(words if words is not None else amount)}（¥{digits(amount)}元）"


def _spoken(value: int) -> str:
    tens, ones = divmod(value, 10)
    text = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return text + (_DIGITS[ones] if ones else "")
