"""No penalty (不予处罚): DT36 不予行政处罚决定书 and DT21 教育约谈记录."""

from datetime import datetime, time

from reviewer.proof.documents.decision import redress
from reviewer.proof.documents.forms import fields, heading, made
from reviewer.proof.documents.parts import (
    MadeDocument,
    Signature,
    hand,
    paragraphs,
)
from reviewer.proof.documents.report import evidence_lines
from reviewer.proof.documents.wording import (
    case_no,
    clock,
    decision_no,
    facts_sentence,
    moment,
    officials,
    overall_cause,
    party_pairs,
    signatures,
    signed_day,
    taught,
    varied,
    worded,
    written_day,
)
from reviewer.proof.measures import Mark
from reviewer.proof.story import CaseStory, later


def no_penalty_decision(story: CaseStory) -> MadeDocument:
    """Write the decision not to punish (不予行政处罚决定书)."""
    title = worded(
        story,
        "不予行政处罚决定书",
        "不予行政处罚决定书",
        "免予处罚决定书",
        "不予行政处罚决定书",
        "不予处罚决定书",
    )
    style, dates, you = story.style, story.dates, story.party.you
    ground = varied(
        story,
        f"鉴于{you}违法行为轻微并及时改正，没有造成危害后果，根据《中华人民共和国行政处罚法》第三十三条第一款的规定，"
        f"本机关决定对{you}不予行政处罚。",
        f"{you}的违法行为轻微，案发后及时改正，未造成危害后果，依照《中华人民共和国行政处罚法》第三十三条第一款，"
        "决定不予行政处罚。",
        f"因{you}违法行为轻微并及时改正、没有造成危害后果，依据《中华人民共和国行政处罚法》第三十三条第一款规定，"
        "现决定不予处罚。",
    )
    lesson = [] if story.marked(Mark.UNTAUGHT) else [_lesson(story)]
    return made(
        "DT36",
        title,
        dates.decision,
        heading(story, title, decision_no(story), unit=True),
        fields(story, party_pairs(story)),
        paragraphs(
            [
                f"经查明，{facts_sentence(story)}上述事实，有下列证据证实：",
                *evidence_lines(story),
                f"{you}的行为违反了{story.offence.duty}“{story.offence.duty_text}”的规定。{ground}",
                *lesson,
                *redress(story),
            ]
        ),
        (Signature(story.bureau.name, signed_day(style, dates.decision)),),
        number=decision_no(story),
    )


def lesson_record(story: CaseStory) -> MadeDocument:
    """Write the record of the talk that teaches (教育约谈记录)."""
    title = worded(
        story,
        "教育约谈记录",
        "警示约谈记录",
        "行政指导书",
        "约谈教育记录",
        "教育约谈记录",
    )
    start = datetime.combine(story.dates.decision, time(15, 10))
    pairs = [
        ("案由", overall_cause(story)),
        ("约谈时间", f"{moment(story.style, start)}至{clock(later(start, 20))}"),
        ("约谈对象", story.driver.name),
        ("约谈人", officials(story, story.officers)),
    ]
    signed = (
        f"约谈对象签名：{hand(story.driver.name)}　　约谈人签名：{signatures(story.officers)}　　"
        f"{written_day(story.style, start.date())}"
    )
    return made(
        "DT21",
        title,
        start.date(),
        heading(story, title),
        fields(story, pairs),
        paragraphs(
            [
                f"执法人员向约谈对象讲解{story.offence.duty}的规定，进行批评教育。{taught(story)}",
                f"约谈对象表示：{hand('已经认识到错误，今后一定守法经营。')}",
                signed,
            ]
        ),
        number=case_no(story),
    )


def _lesson(story: CaseStory) -> str:
    you = story.party.you
    return varied(
        story,
        f"本机关已对{you}进行批评教育。{taught(story)}希望{you}引以为戒，自觉遵守法律法规。",
        f"执法人员对{you}进行了法治教育，{taught(story)}今后应当依法经营。",
        f"现对{you}予以教育：{taught(story)}如再次违法，将依法处罚。",
    )
