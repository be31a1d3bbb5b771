"""The elements that the law wants in a document: which of them it states, which it left empty.

Every way in which a bureau may state an element counts; only what nobody could find is missing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reviewer.reading.extract.near import is_ticked
from reviewer.reading.extract.presented import address_presented
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Finder, Found
from reviewer.reading.officers import officers
from reviewer.reading.sheet import Hit, Sheet
from reviewer.reading.strips import Strip
from reviewer.reckoning.dates import find_dates
from reviewer.reckoning.docnumbers import find_numbers

_NUMBER = r"(?:[0-9]{1,3}|[零〇一二三四五六七八九十百两]{1,5})"
_PERIOD = rf"(?:{_NUMBER}个?(?:工作)?(?:[日天]|月)|半个?[年月])"
_PLACE_WORD = r"[省市区县旗州盟镇乡村路街巷号栋室组队道]"
_OWN_LAWS = re.compile(r"(?:处罚|复议|诉讼|强制|程序规|监督|民事)[法定例]?[^。;]{0,4}$")
_LED = re.compile(r"依据|根据|依照|按照|适用|参照|依(?=[《该本])")
_BASIS = re.compile(
    r"(?P<law>[^。;,、《]{1,40}(?:条例|规定|办法|规则|细则|法))》?(?:\([^()]{1,30}\))?(?:的|之)?第[^条。;]{1,9}条"
)
_BASIS_WITHIN = 160
_SAME_LAW = re.compile(r"(?:同法|其|同条例)?第[^条。;,]{1,9}条")
_BROKEN_LAW = re.compile(
    r"违反[^。;]{0,6}?《?(?P<law>[^。;,、《》]{2,40}(?:条例|规定|办法|规则|细则|法))》?[^。;,]{0,30}第[^。;]{1,60}(?:[。;][^。;]{0,8})?$"
)
"""违反《某条例》第二十四条，依据第六十三条第一项: the law is named once."""
_ELSE = re.compile("[。;]|复议|起诉|申辩|听证")
_FACTS = (
    r"经查|经(?:依法)?(?:调查|审理|核实|检查)|查明|(?:违法|案件|主要|基本)事实|检查(?:时|中)?发现|"
    r"(?:查获|发现)|涉嫌|因你|(?:你|当事人|该车|该公司)[^。;]{0,16}?于.{4,20}[日号]|"
    r"[日时分][^。;]{18,}。(?:以上|上述|该)(?:行为|事实)[^。;]{0,12}违反|[^。;:]{18,}(?:违反|属于|构成)|[日时分0-9],?(?:你|当事人)?[^。;,]{0,12}(?:在|于)[^。;]{12,}"
)
_ACT = (
    r"(?:驾驶|驾车|行驶|行经|行至|途经|停放|停靠|装载|载运|载有|载客|载货|搭载|运输|运送|承运|营运|揽客|招揽|从事|经营|擅自|"
    r"未(?:取得|经|按|采取|办理|持|携带|随车|配备|建立|设置|依法|履行|缴|报|开展|对|落实|如实|安装|悬挂|投保|执行)|不按|不能(?:提供|出示)|"
    r"无(?:证|法|有效)|没有|超限|超载|超员|超过|遗洒|抛洒|扬撒|撒漏|洒落|脱落|散落|污染|损坏|损毁|撞坏|占用|利用|堆放|"
    r"挖掘|倾倒|采石|爆破|铺设|架设|修建|搭建|允许|聘用|雇用|使用|伪造|变造|涂改|倒卖|转让|出租|出借|拒绝|拒不|逃避|"
    r"故意|强行|冲卡|绕行|改装|拼装|私自|加高|更换|逾期|瞒报|谎报|违规|违法|涉嫌|途中|甩客|站外|上客|下客)"
)
_STEP_TAKEN = r"(?:送达|告知书|通知书|申辩|听证|立案|审批|复议|诉讼|缴纳|缴至|本决定|改正期限)"
_NARRATED = (
    rf"(?:[0-9〇一二三四五六七八九十]日|[0-9][时分]许?|[0-9]:[0-9]{{2}}|-[0-9]{{1,2}}[,日])"
    rf"(?:(?!{_STEP_TAKEN})[^。;]){{0,200}}?{_ACT}(?:(?!{_STEP_TAKEN})[^。;]){{3,}}",
    rf"{_ACT}[^。;]{{8,}}[。;,](?:以上|上述|该|前述|此)(?:违法)?(?:事实|行为|情况)",
    r"(?:违法行为|处罚事由|案件事实|事实经过|案由|事由|违法情[况形节]|检查情况|基本情况|事实):(?=[^。;:]{6,})",
)
"""How a form or a sentence gives the fact: a day, then an act; or the field of a form, filled."""
_EVIDENCE = (
    r"(?:有|下列|以下|如下|主要|相关|上述)[^。;]{0,10}证据|证据(?:有|如下|材料|名称|[0-9一二三]|清单|证明|证实)|"
    r"(?<![及和与、])证据:|等证据|为[证据凭]|证实|印证|佐证|可证|笔录|照片|检测(?:单|报告|数据)|称重(?:检测)?(?:单|报告|记录|数据)|磅单|复印件|鉴定|"
    r"(?:录像|视频|影像)(?:资料|材料|截图|证据|光盘)|勘验图|证言|当事人的?陈述(?!意见|.{0,2}申辩)|供述|轨迹|订单|运单|合同|记录仪|截图|电子数据|"
    r"(?:询问|检查)记录"
)
_PENALTY = (
    r"(?:给予|处以?|并处|作出|予以|决定)[^。;]{0,60}?(?:罚款|警告|没收|吊销|暂扣|停产停业|通报批评)|"
    r"罚款(?:人民币|金额|数额)?[:(]?[0-9一-龥¥]{1,16}元"
)
_BANK = (
    r"银行|信用(?:社|联社)|信合|联社|农商行|账[户号]|专户|代收|电子支付|缴款码|二维码|扫码|缴款书|非税|"
    r"缴款通知|支付平台|缴费|政务(?:服务)?(?:平台|网|窗口)|[Aa][Pp]{2}|微信|支付宝|小程序|线上|网上|国库|统一支付|"
    r"农信|邮储|[缴交存汇付][^。;,]{0,16}(?:营业部|支行|分理处|储蓄所|网点|[建工农中]行)"
)


_FACT = "违法事实"
_LONGEST_HEAD = 8
_HEAD_CELL = re.compile(r"[\u4e00-\u9fa5、()/]{2,10}")
"""A cell that holds no more than a head: no figure, no sentence."""


@dataclass(frozen=True, slots=True)
class _Element:
    """An element and the expression that shows it."""

    name: str
    pattern: str


_DECISION = (
    _Element(
        "当事人姓名或者名称",
        r"当事人|被处罚人|受处罚人|统一社会信用代码|身份证|公民身份号码|(?:公司|厂|经营部|商行|合作社)[,(:]",
    ),
    _Element(
        "行政机关名称",
        r"(?:交通|运输|公路|海事|港航|航道|路政|运政|执法)[一-龥]{0,14}(?:局|厅|委员会|委|支队|总队|大队|所|站|部门)",
    ),
    _Element(_FACT, "|".join((_FACTS, *_NARRATED))),
    _Element("证据", _EVIDENCE),
    _Element("处罚种类", _PENALTY),
    _Element("履行方式", rf"{_BANK}|当场(?:收缴|缴纳)|汇入|转账|自行改正|自行拆除"),
    _Element(
        "履行期限",
        r"(?:立即|当场|即时)(?:缴纳|履行|收缴)|(?:缴款|缴纳|履行)期限(?:为|:)?[0-9一二三四五六七八九十]",
    ),
    _Element("代收机构", _BANK),
    _Element("加处罚款提示", r"加处|百分之三|3[%％]|滞纳金"),
    _Element(
        "申请行政复议的途径和期限",
        rf"{_PERIOD}(?:(?!诉讼|起诉|法院)[^。;]){{0,70}}?复议|复议[^。;]{{0,40}}?{_PERIOD}",
    ),
    _Element(
        "提起行政诉讼的途径和期限",
        rf"{_PERIOD}(?:(?!申请(?:行政)?复议)[^。;]){{0,70}}?(?:起诉|诉讼)|"
        rf"(?:起诉|诉讼)[^。;]{{0,40}}?{_PERIOD}|复议决定[^。;]{{0,60}}?(?:起诉|诉讼)",
    ),
    _Element("时间", r"[12][0-9OoIl〇]{3}[年.\-/]|[一二][〇○零O0][一二三四五六七八九〇○零]{2}年"),
    _Element(
        "地点",
        r"地点|地址|(?:在|行经|途经|至|位于)[^。;,]{2,40}?(?:路|线|处|公里|段|站|口|场|高速|国道|省道|县道|街|桥|"
        r"镇|村|港|码头|K[0-9]|卡点|服务区|门前|附近)",
    ),
    _Element("执法人员签名", r"执法人员(?:\(?签[名字]\)?(?:或盖章)?)?:?[\u4e00-\u9fa5]{2,}"),
)
_NOTICE = (
    _Element(_FACT, "|".join((_FACTS, *_NARRATED))),
    _Element("处罚理由", r"违反|违背|不符合|构成|属于|涉嫌"),
    _Element(
        "拟作出的处罚内容",
        r"(?:拟|建议|处以?|给予|并处|作出)[^。;]{0,70}?(?:罚款|警告|没收|吊销|暂扣|停产停业|降低资质|通报批评)|"
        r"罚款(?:人民币|金额|数额)?[:(]?[0-9一-龥¥]{1,16}元",
    ),
    _Element("陈述、申辩权利", r"陈述|申辩"),
)


def _elements(table: tuple[_Element, ...], *, ticked: bool = False) -> Finder:
    compiled = [(one.name, re.compile(one.pattern)) for one in table]

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.text
        for name, pattern in compiled:
            for match in pattern.finditer(text):
                if ticked and not is_ticked(text, match.start()):
                    continue
                if name == _FACT and _is_table_head(sheet, match.start(), match.end()):
                    continue
                yield Found(name, sheet.flat.cut(match.start(), match.end()), TOLD)
                break
        yield from _basis(sheet)

    return find


def _is_table_head(sheet: Sheet, start: int, end: int) -> bool:
    """Return whether words are the whole of a cell in a row of heads: 违法事实 | 证据 | 依据."""
    at = sheet.fragment_of[sheet.flat.spots[start]]
    one = sheet.fragments[at]
    if end - start > len(one.text) or len(one.text) > _LONGEST_HEAD:
        return False
    row = [sheet.fragments[other] for other in sheet.on_page(one.page) if other != at]
    beside = [other for other in row if other.row == one.row]
    return len(beside) > 1 and all(_HEAD_CELL.fullmatch(other.text) for other in beside)


def _basis(sheet: Sheet) -> Iterator[Found]:
    """Find the article that the penalty rests on; those on procedure and remedies are not it."""
    text = sheet.text
    for led in _LED.finditer(text):
        end = _ELSE.search(text, led.end(), led.end() + _BASIS_WITHIN)
        limit = end.start() if end else led.end() + _BASIS_WITHIN
        for match in _BASIS.finditer(text, led.end(), limit):
            if not _OWN_LAWS.search(match["law"]):
                yield Found("处罚依据", sheet.flat.cut(led.start(), match.end()), TOLD)
                return
        same = _SAME_LAW.match(text, led.end())
        broken = _BROKEN_LAW.search(text, max(0, led.start() - _BASIS_WITHIN), led.start())
        if same and broken and not _OWN_LAWS.search(broken["law"]):
            yield Found("处罚依据", sheet.flat.cut(led.start(), same.end()), TOLD)
            return


_ADDRESS_LABELS = frozenset(
    ("住址", "地址", "住所", "家庭住址", "户籍所在地", "现住址", "住址或住所", "通讯地址")
)
_ADDRESS_TOLD = re.compile(
    rf"(?:住(?:所地?|址|在|于|:)?|地址|经营场所|户籍(?:所在)?地|所在地|注册地)(?:为|在|:|位于)?"
    rf"(?!\s*(?:法定|联系|电话|邮编))[^。;,:]{{0,20}}?{_PLACE_WORD}"
)


def _address(sheet: Sheet) -> Iterator[Found]:
    """Find the party's address: behind a label, or told with its name."""
    for hit in sheet.hits:
        if hit.label in _ADDRESS_LABELS:
            value = sheet.value(hit, wrapped=True)
            if re.search(rf"[\u4e00-\u9fa5]{{1,}}{_PLACE_WORD}", value.text):
                yield Found("当事人地址", value, TOLD)
                return
    if match := _ADDRESS_TOLD.search(sheet.text):
        yield Found("当事人地址", sheet.flat.cut(match.start(), match.end()), TOLD)
    elif strip := address_presented(sheet):
        yield Found("当事人地址", strip, TOLD)


def _all(*finders: Finder) -> Finder:
    def find(sheet: Sheet) -> Iterator[Found]:
        for finder in finders:
            yield from finder(sheet)

    return find


def _no_penalty_basis(sheet: Sheet) -> Iterator[Found]:
    match = re.search(r"第[^条。;]{1,9}条", sheet.text)
    if match:
        yield Found("处罚依据", sheet.flat.cut(match.start(), match.end()), TOLD)


IN_DECISION = Take("stated", _all(_elements(_DECISION), _address), many=True)
IN_NO_PENALTY = Take("stated", _all(_elements(_DECISION), _address, _no_penalty_basis), many=True)
IN_NOTICE = Take("stated", _elements(_NOTICE, ticked=True), many=True)


_RECEIPT_LABELS = {
    "送达地点": ("served_where",),
    "送达时间": ("served_on",),
    "签收人": ("receiver",),
    "文号": ("number", "served_no"),
    "文书名称": ("served_what",),
}
_NAME = re.compile(r"[\u4e00-\u9fa5]{2}")
_NOT_A_NAME = re.compile(r"年|月|日|签名|签字|盖章|签章|\(|\)|或|者|时间|日期|:")
_SERVER = re.compile(r"送达人")


_NAMED_BY = {
    "文书名称": re.compile(r"[决定通知告催公申请凭]{2}书|清单|报告"),
    "送达地点": re.compile(r"地点|地址|处所|场所"),
    "签收人": re.compile(r"签收|收件|代收|签[名字]|捺印"),
    "送达人": re.compile(r"送达(?:人|员)|执法人员|经办"),
}
"""Words by which a form asks for an element; where no label was told apart, nobody can say."""


def _of_receipt(sheet: Sheet) -> Iterator[Found]:
    """Find what a receipt of service states."""
    yield from _named_by(sheet)
    for name, fields in _RECEIPT_LABELS.items():
        for hit in sheet.labels(*fields):
            value = sheet.value(hit, wrapped=True)
            if _is_filled(name, value.text):
                yield Found(name, value, TOLD)
                break
    dates, numbers = find_dates(sheet.text), find_numbers(sheet.text)
    if dates:
        yield Found("送达时间", sheet.flat.cut(dates[0].start, dates[0].end), TOLD)
    if numbers:
        yield Found("文号", sheet.flat.cut(numbers[0].start, numbers[0].end), TOLD)
    yield from (Found("送达人", one.strip, TOLD) for one in islice(officers(sheet), 1))


def _named_by(sheet: Sheet) -> Iterator[Found]:
    """Find elements that the form asks for by words that no label was told apart for."""
    labelled = {hit.field for hit in sheet.hits if hit.sure}
    for name, pattern in _NAMED_BY.items():
        fields = set(_RECEIPT_LABELS.get(name, ("officers",)))
        match = pattern.search(sheet.text)
        if match and (name == "文书名称" or not fields & labelled):
            yield Found(name, sheet.flat.cut(match.start(), match.end()), TOLD)


def _is_filled(name: str, text: str) -> bool:
    if name == "签收人":
        return bool(_NAME.search(_NOT_A_NAME.sub(" ", text)))
    return bool(re.search(r"[\u4e00-\u9fa5A-Za-z0-9]", text))


def _left_blank(sheet: Sheet) -> Iterator[Found]:
    """Find the labels of a receipt behind which nothing was filled in."""
    stated = {str(one.value) for one in _of_receipt(sheet)}
    for name, fields in _RECEIPT_LABELS.items():
        hits = [hit for hit in sheet.labels(*fields) if hit.sure]
        if hits and name not in stated:
            yield Found(name, _label(sheet, hits[0]), TOLD)
    servers = [hit for hit in sheet.labels("officers") if _SERVER.search(hit.label)]
    if servers and "送达人" not in stated and not any(sheet.value(hit).text for hit in servers):
        yield Found("送达人", _label(sheet, servers[0]), TOLD)


def _label(sheet: Sheet, hit: Hit) -> Strip:
    return sheet.fragments[hit.at].strip.cut(hit.start, hit.end)


IN_RECEIPT = (
    Take("stated", _of_receipt, many=True),
    Take("left_blank", _left_blank, many=True),
)
