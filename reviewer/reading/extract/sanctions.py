"""What a decision, notice or report says of the law it applies and of the circumstances.

What is quoted from a statute (“情节严重的，处…”) says nothing about the case; a circumstance counts
where the document states it of this act.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from reviewer.reading.citations import citations, cited_as, cited_editions
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Finder, Found
from reviewer.reading.sheet import Sheet
from reviewer.reckoning.amounts import find_amounts
from reviewer.reckoning.numerals import parse_numeral

_ACT_BEFORE = 180
_ACT_LONG = 60
"""Longer, and the number, the title and the addressee stand in front of the act."""
_ACT_START = re.compile(
    r".*(?:当事人|你\(?单位\)?|你公司|该(?:公司|车|单位)|查明|经查|驾驶|公司|单位|\))", re.S
)
_VIOLATED = re.compile(r"(?:的?(?:上述)?行为)?[,]?(?:已|均|涉嫌|分别)?(?:违反|触犯|属于)了?")
_QUOTE = re.compile(r"[“\"][^”\"]{0,400}[”\"]")
_STATUTE_TAIL = re.compile(
    r"^(?:的|者|且|,?(?:处|并处|由|责令(?!今后|以后|你|其|当事)|吊销|可以|应当|从重|依法))"
)
_NEGATED = re.compile(
    r"(?:不(?!予(?:行政)?处罚)|未|没有|无|非|不属于|不构成|未造成|尚未)[^。;,]{0,6}$"
)
_SERIOUS = re.compile(
    r"情节(?:较为|较|特别|比较)?严重|(?:属于?|为|认定为?|构成)[“\"]?(?:特别)?严重"
)
_LIGHTER = re.compile(
    r"(?:从轻(?:或者?减轻)?|减轻)(?:行政)?(?:处罚|处理)|予以(?:从轻|减轻)(?:处罚|处理)?|从轻(?=[,。;、])"
)
_OTHER_PENALTY = re.compile(
    r"(?:决定|给予|处以|予以|作出)[^。;]{0,40}?(?:吊销|责令(?:停产)?停业|停业整顿|暂扣|降低资质)"
)
_PROCEEDS = re.compile(r"违法(?:经营)?(?:所得|收入)")
_NO_PROCEEDS = re.compile(
    r"(?:没有|无|未(?:取得|获得|获取|发现有?|产生|形成)|尚无|并无)(?:任何)?违法(?:经营)?所得(?!或者|的[,，处]|或|不足)"
)
_PROCEEDS_SUM = re.compile(
    r"违法(?:经营)?(?:所得|收入)(?:共计|合计|总计|金额|数额|款|为|计|共|是|人民币|:|\(|\))*$"
)
_EDUCATION = re.compile(
    r"(?:批评|法治|法制|警示|普法|宣传|进行|予以|给予|开展|接受|加强)[^。;,]{0,10}教育|教育(?:内容|情况|措施|方式|引导|引导|记录|谈话|告诫|提醒)|约谈|责令[^。;]{0,6}学习|"
    r"(?:讲解|宣讲|告知)[^。;,]{0,16}(?:危害|法律法规)"
)
_BENCHMARK = re.compile(
    r"裁量(?!权(?:利|力)|(?:基准|意见|说明)?(?:适用)?:?(?:[-—–/]|无[;。]|$))|(?:处罚|执法)基准|(?:违法(?:程度|情节)|情节)[^。;,]{0,8}(?:轻微|较轻|一般|较重|严重)|(?:轻微|较轻|一般|较重|严重)(?:违法(?:行为|情形)|档次|情形|阶次|等级)"
)
_DEGREE = re.compile(
    r"(?:违法程度|违法情节|裁量档次|裁量等[级次]|裁量阶次|裁量情形|违法等级|情节|档次|阶次|程度|等[级次])(?:属于?|为|认定为|确定为|符合|是|:|“|\"|\()*(?P<n>轻微|较轻|一般|较重|严重)"
    r"|(?:属于?|认定为|确定为|符合)[“\"]?(?P<m>轻微|较轻|一般|较重|严重)[”\"]?(?:违法|档|情形|阶次|等级|情节)"
)
_RANGE = re.compile(
    r"(?P<low>[0-9一二三四五六七八九十百千万,.]+(?:[万千百])?元)以上(?:,)?(?:至)?(?P<high>[0-9一二三四五六七八九十百千万,.]+元)以下"
    r"|(?<!以上)(?P<only>[0-9一二三四五六七八九十百千万,.]+元)以下(?:的)?罚款"
)
_MINOR = (
    re.compile(r"(?:情节|行为)[^。;,]{0,6}轻微|轻微违法"),
    re.compile(r"及时(?:改正|纠正|整改)|(?:已|主动)[^。;,]{0,8}(?:改正|纠正|整改)"),
    re.compile(r"(?:没有|未|无)(?:造成)?[^。;,]{0,6}(?:危害|社会|严重)?后果"),
)
_GROUNDS = {
    "轻微": re.compile(r"轻微"),
    "初次": re.compile(r"初次违法|首次违法|初次(?:实施|发生)|首违"),
    "无过错": re.compile(r"(?:没有|无|不存在)主观过错"),
    "未满14周岁": re.compile(r"不满十四周岁|未满十四周岁|不满14周岁|未满14周岁"),
    "超过时效": re.compile(r"(?:二|两|2)年内未被发现|超过[^。;,]{0,8}(?:追责|追究|处罚)?时效"),
    "事实不成立": re.compile(r"违法(?:事实|行为)不(?:能)?成立|证据不足"),
}
_CORRECTED = re.compile(r"(?:及时|已|主动|立即|当场|自行)[^。;,]{0,10}(?:改正|纠正|整改|补办|消除)")
_REFUSED = re.compile(
    r"拒不(?:改正|整改|执行|投保)|(?:逾期|到期|期满|届满|仍|仍然|至今|尚)(?:后)?[^。;,]{0,12}(?:未|没有|拒不|不)[^。;,]{0,8}(?:改正|整改|备案|办理|投保|拆除|消除|完成|执行)"
)
_AT_ONCE = re.compile(
    r"(?:立即|当场|马上|即刻)[^。;]{0,16}(?:改正|停止|卸载|整改|消除|拆除|纠正|停驶)|"
    r"责令(?:你|单位|公司|当事人|\(|\)){0,4}(?:立即|马上|即刻)"
)
_GOES_ON = re.compile(
    r"(?:自|从)[12][0-9]{3}年[^。;]{2,20}?(?:至|到|起至)[^。;]{0,4}(?:[12][0-9]{3}年|今|案发|被查)|持续(?:经营|从事|实施|状态|至)|连续(?:状态|从事|实施|多次)|继续状态|长期(?:从事|经营|占用)"
)
_CRIMES = re.compile(
    r"涉嫌(?:犯罪|刑事)|(?:使用|持有|出示|购买|制作)?(?:伪造|变造)(?:的)?[^。;,]{0,16}(?:证|件|牌|章|报告|合格证|通行证)|虚假(?:的)?(?:检测|检验|检定)(?:报告|数据)|"
    r"(?:致|造成)[^。;,]{0,12}(?:[0-9一二两三四五六七八九十]人)?(?:死亡|重伤)|(?:暴力|威胁|围攻|殴打|冲撞)[^。;,]{0,12}(?:抗法|执法人员|阻碍|执行公务|执法)|"
    r"危险(?:物品|货物)[^。;,]{0,10}(?:非法运输|罪)|非法(?:运输|经营)[^。;,]{0,6}(?:危险(?:货物|物品)|爆炸|数额(?:巨大|较大))|妨害公务"
)


def _bare(text: str) -> str:
    """Return `text` with what stands in quotation marks blanked, of the same length."""
    return _QUOTE.sub(lambda match: "□" * len(match[0]), text)


def _stated(pattern: re.Pattern[str]) -> Finder:
    """Find that the document states something of this case: not quoted, not denied."""

    def find(sheet: Sheet) -> Iterator[Found]:
        text = _bare(sheet.text)
        for match in pattern.finditer(text):
            if _NEGATED.search(text[max(0, match.start() - 10) : match.start()]):
                continue
            if _STATUTE_TAIL.match(text[match.end() :]):
                continue
            yield Found(True, sheet.flat.cut(*match.span()), TOLD)
            return

    return find


def _mentioned(pattern: re.Pattern[str]) -> Finder:
    def find(sheet: Sheet) -> Iterator[Found]:
        if match := pattern.search(sheet.text):
            yield Found(True, sheet.flat.cut(*match.span()), TOLD)

    return find


def _act_told(sheet: Sheet) -> Iterator[Found]:
    """Find the act in the words that stand before the article it violates."""
    text = sheet.text
    for _, _, _, law_at in citations(text):
        before = text[max(0, law_at - _ACT_BEFORE) : law_at]
        verbs = list(_VIOLATED.finditer(before))
        if not verbs:
            continue
        told = re.split("[。;]", before[: verbs[-1].start()])[-1]
        if len(told) > _ACT_LONG:
            told = re.split("[\u4e00-\u9fa5)]:", told)[-1] or told
        start = law_at - len(before) + verbs[-1].start() - len(told)
        if len(told) >= 4:
            yield Found(told, sheet.flat.cut(start, start + len(told)), TOLD)
            return


def _proceeds(sheet: Sheet) -> Iterator[Found]:
    """Find the unlawful proceeds; 0 when the document says that there are none."""
    text = _bare(sheet.text)
    for amount in find_amounts(text):
        before, after = text[max(0, amount.start - 20) : amount.start], text[amount.end :]
        if _PROCEEDS_SUM.search(before) and not after.startswith(("以上", "以下", "的,", "的处")):
            yield Found(amount.value, sheet.flat.cut(amount.start, amount.end), TOLD + 0.1)
    if match := _NO_PROCEEDS.search(text):
        yield Found(Decimal(0), sheet.flat.cut(*match.span()), TOLD)


def _ranges(sheet: Sheet) -> Iterator[Found]:
    """Find the ranges of fines that the document quotes: 3000-10000, or -30000."""
    for match in _RANGE.finditer(sheet.text):
        low = _yuan(match["low"]) if match["low"] else None
        high = _yuan(match["high"] or match["only"])
        if high is not None and (low is not None or match["only"]):
            told = f"{low if low is not None else ''}-{high}"
            yield Found(told, sheet.flat.cut(*match.span()), TOLD)


def _yuan(text: str) -> int | None:
    found = find_amounts(text)
    return int(found[0].value) if found else None


def _degree(sheet: Sheet) -> Iterator[Found]:
    text = _bare(sheet.text) if "“" not in sheet.text else sheet.text
    for match in _DEGREE.finditer(text):
        if not _STATUTE_TAIL.match(text[match.end() :]):
            yield Found(match["n"] or match["m"], sheet.flat.cut(*match.span()), TOLD)
            return


def _minor(sheet: Sheet) -> Iterator[Found]:
    """Find that all three conditions of 处罚法 33 are stated of this act."""
    text = _bare(sheet.text)
    found = [pattern.search(text) for pattern in _MINOR]
    if all(found) and found[0]:
        yield Found(True, sheet.flat.cut(*found[0].span()), TOLD)


def _grounds(sheet: Sheet) -> Iterator[Found]:
    for name, pattern in _GROUNDS.items():
        if match := pattern.search(sheet.text):
            yield Found(name, sheet.flat.cut(*match.span()), TOLD)


def _crimes(sheet: Sheet) -> Iterator[Found]:
    text = _bare(sheet.text)
    for match in _CRIMES.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if not _NEGATED.search(before) and not re.search(
            r"是否|不涉及$|构成犯罪的$|[如若]$|[、](?:文书|程序)$", before
        ):
            yield Found(match[0], sheet.flat.cut(*match.span()), TOLD)


_DAYS = re.compile(
    r"(?:收到|送达|接到|签收)[^。;]{0,16}(?:之日)?起?(?:的)?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,4})个?(?:工作)?[日天](?:之?内|前)[^。;]{0,40}?(?:改正|整改|备案|办理|拆除|消除|恢复|投保|完成|停止)"
    r"|(?:限|责令)[^。;]{0,20}?(?P<m>[0-9]{1,3}|[一二三四五六七八九十]{1,4})个?(?:工作)?[日天](?:之?内)[^。;]{0,30}?(?:改正|整改|备案|办理|拆除|消除|恢复|投保|完成|停止)"
)


def _correction_days(sheet: Sheet) -> Iterator[Found]:
    for match in _DAYS.finditer(sheet.text):
        number = parse_numeral(match["n"] or match["m"])
        if number and number <= 365:
            yield Found(number, sheet.flat.cut(*match.span()), TOLD)


CITED = (
    Take("duty_article", cited_as("duty"), many=True),
    Take("penalty_article", cited_as("penalty"), many=True),
    Take("cited_edition", cited_editions, many=True),
    Take("quoted_range", _ranges, many=True),
    Take("act_told", _act_told),
)
CIRCUMSTANCES = (
    Take("serious_told", _stated(_SERIOUS)),
    Take("reduction_told", _stated(_LIGHTER)),
    Take("benchmark_told", _mentioned(_BENCHMARK)),
    Take("discretion_degree", _degree),
    Take("minor_told", _minor),
    Take("continuing_told", _stated(_GOES_ON)),
    Take("refused_told", _stated(_REFUSED)),
)
PROCEEDS = (
    Take("illegal_income", _proceeds),
    Take("confiscation_told", _mentioned(re.compile(r"没收|违法(?:经营)?所得"))),
)
OTHER_PENALTY = (Take("other_penalty", _stated(_OTHER_PENALTY)),)
CRIMES = (Take("crime_sign", _crimes, many=True),)
EDUCATION = (Take("education_told", _stated(_EDUCATION)),)
GROUNDS = (Take("no_penalty_ground", _grounds, many=True),)
CORRECTION_DAYS = (
    Take("correction_days", _correction_days),
    Take("correct_at_once", _mentioned(_AT_ONCE)),
)
REFUSED = (Take("refused_told", _stated(_REFUSED)),)
