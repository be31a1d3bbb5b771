"""What documents say of the people who act: certificates shown, recusal, review, hearing.

What a form prints with an empty box in front of it was not said.
"""

import re
from collections.abc import Iterator

from reviewer.reading.extract.approving import signer_at_end
from reviewer.reading.extract.shared import opinion_text
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import LABELLED, SIGNED, TOLD, Finder, Found
from reviewer.reading.names import PERSON, is_person, is_sounded, name_words
from reviewer.reading.sections import sections
from reviewer.reading.sheet import Sheet
from reviewer.reading.strips import Strip
from reviewer.reading.ticks import is_unticked
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.penalties import PENALTY_PATTERNS

_CERT = r"(?:行政|交通|运输|综合)*(?:执法(?:人员)?(?:资格)?证|工作证)"
_SHOWN = re.compile(
    rf"(?<!未)(?<!没有)(?:出示|亮明|亮出|展示|表明|查验|核对|查看|看清|过目)[^。;?]{{0,16}}{_CERT}|"
    rf"{_CERT}[^。;]{{0,20}}?(?:过目|查看|查验|确认|看清|核对|核实|(?<!未)出示|亮明)|"
    rf"这是我们?的[^。;]{{0,14}}(?:{_CERT}|证件)|(?<!未)(?:出示|亮明)(?:了)?(?:我们的|有效|相关)证件|"
    r"(?:(?<![未请\u4e00-\u9fa5])|(?:执法|检查)人员)(?:首先|先行|当场)?出示了?证件(?=[,、]?(?:并|后|表明|说明|告知))|"
    r"\((?:当场|主动)?(?:出示|亮明)(?:执法)?证件\)|已(?:向[^。;,]{1,12})?出示(?:执法)?证件|"
    r"这是(?:我们的|执法)?证件,?请|(?<!驾驶)(?<!人的)证件请(?:你)?(?:过目|看|查看|核对)|请(?:你)?(?:看|过目|查看)(?:一下)?(?:我们的)?证件|证件看(?:了|过|清)|"
    r"(?<!请你)(?<!请)现(?:依法)?(?:向你们?)?出示(?:我们的)?证件(?=[,、]?请)|"
    rf"{_CERT}[^。;]{{0,48}}?(?:已出示|请看|请过目)|执法人员[^。;,]{{0,14}}(?<!未)(?<!没有)出示了?证件|"
    r"表明[^。;]{0,8}身份[^。;]{0,10}出示(?:了)?[^。;]{0,6}证件|(?:已|主动|依法)亮证|亮证(?:执法|并)|"
    r"(?:持证|亮证)[^。;,]{0,6}身份|(?<!未)(?:已|均)(?:看|查看|阅)(?:了|过|到)?(?:执法)?证件"
)
_BOX = "□☑√■"
_BOX_WITHIN = 60
_CHECKED = re.compile(r"[☑√■]")

_ANSWER = re.compile(r"问:[^问答]{0,160}?回避[^问答]{0,40}答:(?P<answer>[^问。;]{1,30})")
_WANTS = re.compile(r"^(?:是|我|本人)*(?:要求|申请|需要|要|请求)|^(?:是的?|申请|需要)$")
_REFUSES = re.compile(r"不|没|无|否|放弃")
_ASKS = re.compile(
    r"(?P<lead>[^。;?]{0,12})(?:申请|要求|请求)(?P<who>[^。;?,]{1,24})回避(?!的权利|权|是否|吗|\?)"
)
_NO_REQUEST = re.compile(r"不|未|没|是否|可以|有权|权利|如|若|认为|享有|应当|放弃")
_MAY_ASK = re.compile(r"(?:[可能想]|随时|要不)[^,。;]{0,8}$")
_OFFICERS_SAY = re.compile(r"^(?:我们|我方|我等|我[两二俩])")
"""申请我们回避: who speaks of himself tells the party of a right, and asks for nothing."""
_SPEAKER = re.compile(r"([问答])[:：、]")
_DECIDES = re.compile(
    r"(?:决定(?:如下)?[:,]?[^。;]{0,20}(?:同意|驳回|准予|不予|不准)|(?<!请)(?<!请予)(?:同意|驳回|准予|不准)"
    r"[^。;,]{0,20}回避)"
)
_DECISION_TITLE = re.compile(r"回避(?:申请)?(?:的)?(?:决定|审批|答复)|(?:同意|驳回)[^书]{0,8}回避")

_ROLE = (
    r"(?:党组|党委|分管|法制|法规|政策法规|行政|执法|综合|运输|办公室|机关|单位|案件|审核|科|处|股)*"
    r"(?:副?(?:局长|书记|主任|科长|处长|支队长|大队长|中队长|队长|站长|所长|股长|政委|会长|厅长|总工程师)|"
    r"一?级?(?:科员|主办|调研员)|法制员|法制审核员?|委员|成员|同志|负责人|法律顾问|律师)"
)
_ROLES = re.compile(rf"^{_ROLE}:?|{_ROLE}$")
_BRACKETS = re.compile(r"\([^()]*\)?")
_SITS_IN = re.compile("列席|汇报|记录")
_OTHERS = re.compile(
    r"(?:列席|汇报|记录|缺席|请假|主持|旁听|承办|监督)"
    r"(?:\((?:列席|汇报|记录|承办)(?:人员?)?\)|列席|汇报|承办|[、和及兼]|人员?|单位)*:"
)
"""Who else is named in the same line, or in the next one, as the members: 列席（汇报）人."""

_POINTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"主体(?:资格)?(?:是否)?(?:适格|合法|明确|具备)|执法主体|行政主体",
        r"事实(?:是否|认定)?(?:基本)?(?:清楚|清晰|属实|准确)",
        r"证据(?:是否)?(?:确实|确凿|充分|合法|齐全)",
        r"(?:法律|法规|依据|定性|条款)[^。;,]{0,8}(?:是否)?(?:正确|准确|适当|无误|得当)|适用(?:法律|依据)",
        r"裁量|处罚(?:幅度|种类)?(?:是否)?(?:适当|得当|合理)|幅度",
        r"程序(?:是否)?(?:合法|正当|规范|到位)",
        r"文书(?:是否)?(?:规范|完备|齐全|制作)",
        r"移送|超越[^。;,]{0,8}权限|(?:法定权限|管辖权?)",
    )
)
_OPENS = re.compile(
    r"(?:经(?:本科室?|我科|我处|本机构)?(?:审核|审查|核审)|审核认为|审查认为)[,:;]?"
)
_BOTH = re.compile(r"[口□]\W{0,2}同意.{0,12}[口□]\W{0,2}不(?:予)?同意")
_HELD = re.compile(
    r"(?P<lead>[^。;,]{0,24})(?:举行|召开|组织|开展)(?:了|过)?(?:公开|本案|该案|案件)*(?:的)?听证"
)
_NOT_HELD = re.compile(
    r"要求|申请|可以|有权|未|没有|是否|应当|不|放弃|定于|将|拟|如|权利|请求|可|需|须"
)
_WITHDRAWN = re.compile(r"(?P<lead>[^。;,]{0,8})撤(?:回|销)[^。;,]{0,12}(?:听证|申请)")
_CHAIR_SPOKE = re.compile(
    r"主持人(?:总结|意见|发言|表态|归纳|结论|小结)+:|主持人:(?=[^。\n]{0,12}(?:总结|综合|同意|根据|我|经|各位))"
)
_CHAIRED = re.compile(
    rf"由(?:本机关|我局|我单位)?(?:指定|指派|委派)?(?:的)?(?P<name>{PERSON})(?:同志)?(?:担任|为|任|作为)?"
    rf"(?:本案|本次)?(?:的)?(?:听证)?(?:会)?主持"
)


def _is_unchecked(text: str, at: int) -> bool:
    return is_unticked(text, at, _BOX_WITHIN, others_ticked=True)


def certs_shown(sheet: Sheet) -> Iterator[Found]:
    """Find that a record says that the officers showed their certificates."""
    for match in _SHOWN.finditer(sheet.text):
        if not _is_unchecked(sheet.text, match.start()):
            yield Found(True, sheet.flat.cut(*match.span()), TOLD)
            return


def recusal_asked(sheet: Sheet) -> Iterator[Found]:
    """Find that a party asks that somebody be recused: as an answer, or in so many words."""
    text = sheet.text
    for match in _ANSWER.finditer(text):
        answer = match["answer"]
        if _WANTS.search(answer) and not _REFUSES.search(answer):
            yield Found(True, sheet.flat.cut(*match.span("answer")), TOLD)
    for match in _ASKS.finditer(text):
        said = match["lead"] + match["who"]
        told = _NO_REQUEST.search(said) or _is_of_officers(text, match)
        if not told and not _is_unchecked(text, match.start()):
            yield Found(True, sheet.flat.cut(match.end("lead"), match.end()), TOLD)


def _is_of_officers(text: str, match: re.Match[str]) -> bool:
    """Return whether it is an officer who speaks of recusal: in a question, or of a right."""
    if _MAY_ASK.search(match["lead"]) or _OFFICERS_SAY.match(match["who"]):
        return True
    speakers = _SPEAKER.findall(text[: match.end("lead")])
    return bool(speakers) and speakers[-1] == "问"


def recusal_paper(sheet: Sheet) -> Iterator[Found]:
    """Find the request in a paper that is about recusal alone (DT22)."""
    head = sheet.text[:80]
    title = re.search(r"回避申请(?!的?决定|决定)", head)
    if title:
        yield Found(True, sheet.flat.cut(*title.span()), SIGNED)
    match = re.search(r"(?:申请|要求|请求)[^。;?]{1,40}回避|(?:提出|的)回避申请", sheet.text)
    if match:
        yield Found(True, sheet.flat.cut(*match.span()), TOLD)


def recusal_decided(sheet: Sheet) -> Iterator[Found]:
    """Find that the recusal was decided on: by the title, by the text, or by the leader."""
    title = _DECISION_TITLE.search(sheet.text[:80])
    if title:
        yield Found(True, sheet.flat.cut(*title.span()), SIGNED)
    match = _DECIDES.search(sheet.text)
    if match:
        yield Found(True, sheet.flat.cut(*match.span()), TOLD)
    for content in sections(sheet, "leader"):
        plain = content.bare()
        if re.search(r"同意|驳回|准予|不予|批准", plain.text):
            yield Found(True, plain, TOLD)


def penalty_kinds(sheet: Sheet) -> Iterator[Found]:
    """Find every kind of penalty that is proposed or imposed; statutes that are cited are not."""
    text = re.sub(r"[“\"][^”\"]{0,300}[”\"]", lambda m: "~" * len(m[0]), sheet.text)
    seen: set[str] = set()
    for start, end in _imposing(text):
        for name, pattern in PENALTY_PATTERNS.items():
            for match in pattern.finditer(text, start, end):
                lead = re.split("[。;:]", text[max(start, match.start() - 30) : match.start()])[-1]
                if name in seen or re.search("情节严重|由原|可以|可并|不予|免予|不再|或者", lead):
                    continue
                seen.add(name)
                yield Found(name, sheet.flat.cut(*match.span()), TOLD)
    for hit in sheet.labels("punishment"):
        value = sheet.value(hit, wrapped=True)
        for name, pattern in PENALTY_PATTERNS.items():
            found = pattern.search(value.text)
            if hit.sure and found and name not in seen:
                seen.add(name)
                yield Found(name, value.cut(*found.span()), LABELLED)


_IMPOSING = re.compile(
    r"(?:(?<!审)(?<!处罚)决定(?!书|之日|前|作出前|后|机关)|(?<!模)拟(?!作出[^。]{0,8}(?:行政)?处罚决定[^。]{0,6}(?:前|应当))|"
    r"建议)(?!予以公开)"
)
_ITEM = re.compile(r"\(?[1-9一二三四五六七八九十][)、.,]")
_IN_CASE = re.compile(r"等(?:行政)?处罚|下列|之一|处罚(?:决定)?的[,:]|应当告知")
_RIGHTS = re.compile(r"听证|有权|权利|如不服|陈述")


def _imposing(text: str) -> Iterator[tuple[int, int]]:
    """Return the stretches of `text` in which a penalty is proposed or imposed."""
    for match in _IMPOSING.finditer(text):
        end = text.find("。", match.end())
        while end >= 0 and _ITEM.match(text, end + 1):
            end = text.find("。", end + 1)
        end = min(end if end >= 0 else len(text), match.end() + 300)
        rights = _RIGHTS.search(text, match.end(), end)
        if not (rights and _IN_CASE.search(text, match.end(), end)):
            yield match.end(), rights.start() if rights else end


def described(*labels: str) -> Finder:
    """Find the text behind any of the labels, which no field of its own names."""

    def find(sheet: Sheet) -> Iterator[Found]:
        for hit in sheet.labels("other"):
            value = sheet.value(hit, wrapped=True).trimmed(":,;。_ ")
            if hit.label in labels and hit.sure and 4 <= len(value) <= 60:
                yield Found(value.text, value, LABELLED)

    return find


def representatives(sheet: Sheet) -> Iterator[Found]:
    """Find who represents the party: 法定代表人, 负责人, 经营者."""
    for hit in sheet.labels("other"):
        if re.match("法定代表人|负责人|法人代表|经营者|主要负责人", hit.label) and hit.sure:
            for name in name_words(sheet.value(hit))[:1]:
                yield Found(name.text, name, LABELLED)


def reviewers(sheet: Sheet) -> Iterator[Found]:
    """Find who reviewed: behind the label, else who signed the section of the review."""
    found = False
    for hit in sheet.labels("reviewer"):
        for name in name_words(_until_date(_plain(sheet.value(hit))))[:3]:
            if hit.sure and _is_name(name):
                found = True
                yield Found(name.text, name, LABELLED)
    if found:
        return
    signed = [one for content in sections(sheet, "legal") for one in _signer(content)]
    yield from signed or signer_at_end()(sheet)


_SIGNED_BY = re.compile(r"(?:签名|签字|审核人员?|核审人|法制员|审核员|签章)[:(签名字)]{0,5}")
_NAME_LAST = re.compile(r"(?:^|[\n(。;])(?P<name>[\u4e00-\u9fa5·]{2,8})[,、;:]?\n*$")
"""审核通过。(霍海燕,二〇二四年七月五日): a name right before the date."""


def _signer(content: Strip) -> Iterator[Found]:
    """Find the name that signs a section: behind a label, else right before its date."""
    for match in _SIGNED_BY.finditer(content.text):
        rest = _until_date(_plain(content.cut(match.end(), match.end() + 16)))
        names = [name for name in name_words(rest) if _is_name(name)]
        if names:
            yield Found(names[0].text, names[0], SIGNED)
            return
    dates = find_dates(content.text)
    if dates:
        before = content.cut(0, dates[-1].start)
        last = _NAME_LAST.search(before.text)
        if last and (is_person(last["name"]) or is_sounded(last["name"])):
            name = before.cut(*last.span("name"))
            yield Found(name.text, name, SIGNED)


def review_opinion(sheet: Sheet) -> Iterator[Found]:
    """Find what the legal review concludes; options whose box is empty are left out."""
    found = list(opinion_text("legal")(sheet)) or list(_told_opinion(sheet))
    for one in found:
        text = str(one.value)
        if _BOTH.search(text) and not _CHECKED.search(text):
            continue
        text = re.sub(r"□[^□☑√■。;]*", "", text).strip(_BOX + " ")
        text = re.sub("[☑■]", "", text)
        text = re.sub(rf"(?<=[。;,])(?:{PERSON}|[(]?[一二三四五六七八九][)、])$", "", text).rstrip(
            "。;, "
        )
        if len(text) >= 2:
            yield Found(text, one.strip, one.weight)


def _told_opinion(sheet: Sheet) -> Iterator[Found]:
    match = _OPENS.search(sheet.text)
    if match:
        end = re.search(r"审核人|法制员|签名|[12][0-9]{3}年|$", sheet.text[match.end() :])
        stop = match.end() + (end.start() if end else 0)
        strip = sheet.flat.cut(match.start(), min(stop, match.start() + 400))
        yield Found(strip.text, strip, TOLD)


def review_points(sheet: Sheet) -> Iterator[Found]:
    """Find how many of the matters of a legal review the paper names, where the first stands."""
    found = [match for pattern in _POINTS if (match := pattern.search(sheet.text))]
    if found:
        first = min(found, key=lambda match: match.start())
        yield Found(len(found), sheet.flat.cut(*first.span()), TOLD)


def hearing_chair(sheet: Sheet) -> Iterator[Found]:
    """Find who chairs the hearing: behind the label, or told as chairing."""
    for hit in sheet.labels("chair"):
        names = [name for name in name_words(_plain(sheet.value(hit))) if _is_name(name)]
        if hit.sure and names:
            yield Found(names[0].text, names[0], LABELLED)
    for match in _CHAIRED.finditer(sheet.text):
        if is_person(match["name"]):
            yield Found(match["name"], sheet.flat.cut(*match.span("name")), TOLD)


def hearing_told_held(sheet: Sheet) -> Iterator[Found]:
    """Find that a paper says that the hearing took place."""
    for match in _HELD.finditer(sheet.text):
        if not _NOT_HELD.search(match["lead"]):
            yield Found(True, sheet.flat.cut(match.end("lead"), match.end()), TOLD)
            return


def hearing_withdrawn(sheet: Sheet) -> Iterator[Found]:
    """Find that the party takes the request for a hearing back."""
    for match in _WITHDRAWN.finditer(sheet.text):
        if "听证" in sheet.text and not re.search("视为|不|未|视作", match["lead"]):
            yield Found(True, sheet.flat.cut(match.end("lead"), match.end()), TOLD)
            return


def discussion_members(sheet: Sheet) -> Iterator[Found]:
    """Find who takes part in the discussion, its chair included; who only sits in is left out."""
    for hit in sheet.labels("attendees", "chair"):
        if not hit.sure or _SITS_IN.search(hit.label):
            continue
        if hit.field == "chair" and not sheet.value(hit).text:
            continue
        names = _members(sheet.value(hit, wrapped=True))
        for name in names[:1] if hit.field == "chair" else names:
            yield Found(name.text, name, LABELLED)


def _members(value: Strip) -> list[Strip]:
    if others := _OTHERS.search(value.text, 1):
        value = value.cut(0, others.start())
    return [name for name in name_words(_plain(value)) if _is_name(name)]


def discussion_speakers(sheet: Sheet) -> Iterator[Found]:
    """Find which members' own opinions the minutes state."""
    chairs = {found.value for found in hearing_chair(sheet)}
    for found in discussion_members(sheet):
        name = re.escape(str(found.value))
        spoken = re.compile(
            rf"{name}(?:\([^()]{{1,16}}\)|{_ROLE})?(?:同志)?(?:的)?(?:个人)?(?:发言|意见)?:(?!\W)[^签]|"
            rf"{name}(?:\([^()]{{1,16}}\)|{_ROLE})?(?:同志)?[:,]?(?:同意|认为|建议|赞成|表示|提出|发言|无异议|没有意见)"
        )
        match = spoken.search(sheet.text, sheet.flat.spots.index(found.strip.spots[-1]) + 1)
        if match is None and found.value in chairs:
            match = _CHAIR_SPOKE.search(sheet.text)
        if match:
            yield Found(found.value, sheet.flat.cut(*match.span()), TOLD)


def _plain(value: Strip) -> Strip:
    """Return `value` with brackets and titles of office masked as punctuation."""
    text = _BRACKETS.sub(lambda match: "、" * len(match[0]), value.text)
    text = re.sub(
        rf"(?<=[\u4e00-\u9fa5·])(?:{_ROLE})(?=[、,;。\s]|$)|(?:^|(?<=[、,;:\s]))(?:{_ROLE})[:]?(?=[\u4e00-\u9fa5])",
        lambda match: "、" * len(match[0]),
        text,
    )
    return Strip(text, value.spots)


def _until_date(value: Strip) -> Strip:
    year = re.search(r"(?:19|20)[0-9]{2}[年.\-/]|执法证|证号|法律职业", value.text)
    return value.cut(0, year.start()) if year else value


def _is_name(name: Strip) -> bool:
    return not re.search("资格|取得|审核|听证|意见|人|记录|主持|职务|科|局|单位", name.text)


SHOWN = (
    Take("certs_shown", certs_shown),
    Take("recusal_asked", recusal_asked),
)
RECUSAL = (
    Take("recusal_asked", recusal_paper),
    Take("recusal_decided", recusal_decided),
)
REVIEW = (
    Take("legal_reviewer", reviewers, many=True),
    Take("review_opinion", review_opinion),
    Take("review_points", review_points),
)
DISCUSSION = (
    Take("discussion_member", discussion_members, many=True),
    Take("discussion_speaker", discussion_speakers, many=True),
)
CHAIR = Take("hearing_chair", hearing_chair)
HELD = Take("hearing_told_held", hearing_told_held)
WITHDRAWN = Take("hearing_withdrawn", hearing_withdrawn)
PENALTY = Take("penalty_kind", penalty_kinds, many=True)
PARTY = (
    Take(
        "party_address",
        described("住址", "地址", "家庭住址", "现住址", "住所", "住址或住所", "户籍所在地"),
    ),
    Take("representative", representatives),
)
