"""What single clauses of the standards ask papers to tell: on the spot, of storage, of follow-up.

A passage behind an empty box, or one that denies it, does not tell it.
"""

import re
from collections.abc import Iterator, Mapping

from reviewer.reading.extract.near import is_ticked, ticked
from reviewer.reading.extract.take import Take
from reviewer.reading.finders import TOLD, Finder, Found
from reviewer.reading.sheet import Sheet

_TOLD = r"(?:告知|说明|宣读|讲明|宣布|释明|送达)"
_ON_THE_SPOT = {
    "告知理由、依据": (
        rf"{_TOLD}[^。;]{{0,80}}?(?:理由|依据|原因|事由)",
        rf"(?:理由|依据|原因)[^。;]{{0,30}}?(?:已|均|予以|进行)?(?:当场|现场|口头)?{_TOLD}",
    ),
    "告知权利和救济途径": (
        rf"{_TOLD}[^。;]{{0,80}}?(?:权利|权益|救济|陈述|申辩|复议|诉讼)",
        r"(?:有权|享有|可以|可)[^。;]{0,80}?(?:陈述|申辩|复议|诉讼|起诉)",
        rf"(?:权利|救济途径)[^。;]{{0,30}}?(?:已|均)?(?:当场|现场|口头)?{_TOLD}",
    ),
    "听取陈述和申辩": (
        r"听取[^。;]{0,30}?(?:陈述|申辩|意见)",
        r"(?:陈述|申辩)[^。;]{0,16}?(?:未|无|没有|不|放弃|如下|称|表示|认为|:)",
        r"(?:未|无|没有|不|放弃|表示)[^。;,]{0,10}?(?:陈述|申辩|异议|意见)",
        r"(?:当事人|驾驶人|你)[^。;]{0,10}?(?:称|表示|陈述|回答|申辩)",
    ),
}
_STORING = {
    "保管情况": (
        r"(?:存放|保管|停放|保存|寄存|封存|看管)(?:地点|地址|场所|处所|于|在|至|单位|人|方式|条件)",
        r"(?:妥善|负责|委托)[^。;,]{0,16}?保管",
        r"(?:停车场|仓库|保管场所|指定(?:地点|场所|停车))",
    ),
}
_APPRAISING = {
    "检测鉴定期间": (
        r"(?:检测|检验|检疫|鉴定)(?:的)?(?:期间|期限|时限)",
        r"(?:检测|检验|检疫|鉴定)[^。;]{0,24}?(?:自|从)[^。;]{4,20}?[日号](?:起)?[^。;]{0,6}?(?:至|到)",
        r"(?:检测|检验|检疫|鉴定)[^。;]{0,12}?(?:所需|需要?)(?:时间|期限)?[^。;]{0,6}?[0-9一二三四五六七八九十]+[日天]",
    ),
}
_HANDING = {
    "随案移送财物": (
        r"(?:随案|一并|一同|同时|随卷)[^。;]{0,16}?移(?:送|交)",
        r"(?:财物|物品|车辆|涉案物)[^。;]{0,20}?移(?:送|交)",
        r"移(?:送|交)[^。;]{0,16}?(?:财物|物品|车辆|清单)",
    ),
    "告知当事人移送": (
        r"(?:告知|通知)(?:了)?(?:书)?[^。;,]{0,6}?(?:当事人|你|被扣押人|所有人)[^。;]{0,40}?(?:移送|移交|公安)",
        r"(?:移送|移交)[^。;]{0,40}?(?:告知|通知)(?:了)?(?:当事人|你|其|所有人)",
    ),
}
_MATTERS = {
    "主体": (r"(?:执法|行政|处罚|实施)?主体|管辖权?|执法资格|法定(?:权限|职权)",),
    "事实、证据": (r"事实|证据",),
    "法律适用": (
        r"适用(?:法律|法规|依据)|法律依据|"
        r"(?:法律|法规|依据|条款|定性)[^。;,]{0,12}?(?:准确|正确|适当|得当|无误|错误|不当)",
    ),
    "裁量": (r"裁量|幅度|处罚(?:种类)?[^。;,]{0,6}?(?:适当|得当|合理|过重|过轻|相当)",),
    "程序": (r"程序",),
    "文书": (r"文书|案卷材料|格式|卷宗",),
    "移送": (r"移送|涉嫌犯罪|刑事|司法机关",),
}
_RECHECKERS = (
    r"(?:复查|检查|执法|核查|验收|检测|检验|称重|操作|经办|承办|司磅|记录|勘验|复核)(?:人员|人(?!员)|员)"
    r"(?:\(?签[名字]\)?)?(?:、[\u4e00-\u9fa5]{2,6})?:?(?:\([^()]{1,6}\))?:?"
    r"(?!出示|向|对|到|在|进行|于|根据|依|应|发现|检查|复查|现场|的|均|及|和|签|当事|意见|证|20)"
    r"[\u4e00-\u9fa5]{2,4}",
    r"我(?:们|局|队|大队|支队|单位)[^。;,]{0,12}?(?:执法人员|工作人员)",
)
_GOODS_FROM = (
    r"(?:在|从|由|于|到)[^。;,?问答]{2,24}?(?:矿|厂|料场|砂石|沙场|石场|石料|物流园|煤场|货场|堆场|码头|仓库|工地|公司)"
    r"[^。;,?]{0,10}?(?:装(?:的|载|货|了|上|车|运|料)|拉(?:的|货|了|上)|配载)",
    r"(?:货源|装载|发货|托运|配载|装货)(?:单位|企业|方)(?:为|是|:|系)(?!无|不|/|—)[\u4e00-\u9fa5]{4,30}",
)
_SOURCE = (
    r"(?:货物?源头|货源|源头|装载|发货|托运|配载|装货)(?:单位|企业|地|方|环节|场所|治理|监管|管理)?"
)
_DEALT = r"(?:移送|移交|抄告|抄送|通报|约谈|倒查|追查|溯源|核查|查处|立案|函告|线索|整改|另案|转交)"
_FOLLOWED = (
    rf"{_SOURCE}[^。;]{{0,40}}?{_DEALT}",
    rf"{_DEALT}[^。;]{{0,40}}?{_SOURCE}",
    r"(?:倒查|溯源|一超四罚)",
)
_FEE = r"(?:保管|看管|存放)(?:费用?|金)"
_NOBODY = r"(?:不|免|未|无需|无须|禁止|没有|不得|逾期|拒不领|超过[^。;]{0,10}领)[^。;]{0,20}$"
_STORAGE_CHARGED = (
    rf"{_FEE}(?:(?!不|免|由(?:本|我|行政|实施|作出|执法|扣押|交通|财政|查封)|[。;]).){{0,20}}?"
    r"由(?:你|当事人|车主|被|该|其|违法)[^。;,]{0,12}?(?:承担|支付|缴纳|交纳|负担|自理)",
    rf"{_FEE}(?:自理|自行(?:承担|负担)|自负)",
    rf"(?:收取|缴纳|交纳|支付|缴清|付清)(?:了|其)?(?:(?!不|免)[^。;,]){{0,12}}?{_FEE}",
    rf"{_FEE}(?:金额|人民币|共计|合计|:|每[日天]|¥|\(元\))*[1-9][0-9,]*(?:\.[0-9]{{2}})?元?",
)
_APPRAISAL_FEE = r"(?:检测|检验|检疫|鉴定)费用?"
_APPRAISAL_CHARGED = (
    rf"{_APPRAISAL_FEE}(?:(?!不|免|由(?:本|我|行政|实施|作出|执法|扣押|交通|财政|委托)|[。;]).){{0,20}}?"
    r"由(?:你|当事人|车主|被|该|其|违法)[^。;,]{0,12}?(?:承担|支付|缴纳|交纳|负担|自理)",
    rf"{_APPRAISAL_FEE}(?:自理|自行(?:承担|负担)|自负)",
)


def passages(table: Mapping[str, tuple[str, ...]]) -> Finder:
    """Find, by its Chinese name, each passage of `table` that the paper has."""
    compiled = {name: [re.compile(one) for one in some] for name, some in table.items()}

    def find(sheet: Sheet) -> Iterator[Found]:
        text = sheet.text
        for name, patterns in compiled.items():
            matches = (match for one in patterns for match in one.finditer(text))
            match = next((one for one in matches if is_ticked(text, one.start())), None)
            if match:
                yield Found(name, sheet.flat.cut(*match.span()), TOLD)

    return find


_MEASURE = Take("stated", passages({**_ON_THE_SPOT, **_STORING, **_APPRAISING}), many=True)
_APPRAISAL = Take("stated", passages(_APPRAISING), many=True)
_CHARGES = (
    Take("storage_charged", ticked(*_STORAGE_CHARGED, unless=_NOBODY)),
    Take("appraisal_charged", ticked(*_APPRAISAL_CHARGED, unless=_NOBODY)),
)
_HANDED = Take("stated", passages({**_HANDING, **_STORING}), many=True)
_NAMED = Take("source_named", ticked(*_GOODS_FROM))
_FOLLOW = Take("source_followed", ticked(*_FOLLOWED, unless=r"(?:未|没有|无)[^。;,]{0,8}$"))
_STORED = Take("stated", passages(_STORING), many=True)

ALSO: Mapping[str, tuple[Take, ...]] = {
    "DT04": (_APPRAISAL, _FOLLOW),
    "DT06": (_MEASURE, *_CHARGES, _NAMED),
    "DT07": (_NAMED, *_CHARGES),
    "DT12": (_APPRAISAL, *_CHARGES),
    "DT13": (_NAMED,),
    "DT15": (_MEASURE, *_CHARGES),
    "DT16": (_STORED,),
    "DT17": (_APPRAISAL, *_CHARGES),
    "DT18": (_HANDED, *_CHARGES),
    "DT19": (_FOLLOW,),
    "DT20": (Take("stated", passages({"复查人员": _RECHECKERS}), many=True), _FOLLOW),
    "DT21": (_FOLLOW,),
    "DT23": (_NAMED, _FOLLOW),
    "DT24": (Take("stated", passages(_MATTERS), many=True),),
    "DT25": (_FOLLOW,),
    "DT35": (_FOLLOW,),
    "DT41": _CHARGES,
    "DT49": (_HANDED, *_CHARGES),
    "DT50": (_HANDED, _FOLLOW),
    "DT51": (_FOLLOW,),
    "DT52": (_FOLLOW,),
}
"""By document type."""
