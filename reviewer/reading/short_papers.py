"""What a line that names a paper must say below it to be that paper, not only its name.

Small units print a receipt, a check after correction, a payment receipt or the closing as a line or
two at the end of another page: 复查：2024年5月13日… .  A list, a report or a note names the same
papers without being them, so each kind has words that only the paper itself says.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reviewer.reckoning.dates import find_dates

_REPORTS = frozenset({"DT04", "DT05", "DT23", "DT24", "DT25", "DT26", "DT28", "DT33", "DT36"}) | {
    *("DT34", "DT35", "DT52", "DT59", "DT62"),
}
"""They tell of other papers: what stands there under such a name is told of it."""
_TELL = frozenset({"DT23", "DT24", "DT25", "DT28", "DT33"})
_LISTS = frozenset({"DT01", "DT02"})
TELLING = _REPORTS | _LISTS | {"DT03"}
"""What names papers without being them."""
_SLIPS = frozenset({"DT03", "DT20", "DT37", "DT41", "DT51", "DT53", "DT54", "DT55", "DT60"})
"""Papers of a line or two; nothing marks where one ends."""
_AMOUNT = r"[0-9]{2,}\.[0-9]{2}|[0-9]{2,}元|[壹贰叁肆伍陆柒捌玖拾佰仟万]{2,}元?[整正]"
_ID = r"[0-9]{17}[0-9Xx]|[0-9A-Z]{18}|复印件"


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of paper stands in a run: its short names and the words it must hold."""

    short: str
    """Expression of what the line may begin with beside the titles of the kind."""
    words: tuple[str, ...]
    """Expressions that must all be found in what stands below the name."""
    never_in: frozenset[str] = _TELL
    """Types of documents in which the name only tells of the paper."""
    dated: bool = True
    titled: bool = True
    """Whether the titles of the kind count too, not only its short names."""


def _shape(
    short: str,
    *words: str,
    never_in: frozenset[str] = _TELL,
    dated: bool = True,
    titled: bool = True,
) -> Shape:
    return Shape(short, words, never_in, dated, titled)


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "DT37": _shape(
            r"[\u4e00-\u9fa5、]{0,12}(?:送达)?回[证执]",
            r"签收|签名|签字|签章|收件|收讫|受送达人|送达人|留置|邮寄|到达",
            r"[书表单函]|号",
        ),
        "DT20": _shape(
            r"(?:整改|现场|改正|整改情况)?(?:复查|验收|复检|核查)(?:记录|情况|结果|意见|笔录|单|结论)?",
            r"已|恢复|合格|完好|清[理除走空洁]|齐全|到位|无(?:损|遗留)|未(?:再|改正|超限)|均|"
            r"复位|复原|修复|清除|拆除|改正",
            never_in=_REPORTS,
        ),
        "DT41": _shape(
            r"(?:[\u4e00-\u9fa5()]{0,12}(?:非税|罚没|罚款|财政)[\u4e00-\u9fa5()]{0,10}(?:票据|收据|缴款书|凭证|发票))",
            _AMOUNT,
        ),
        "DT52": _shape(
            r"结案(?:表|报告|审批|审批表|呈批表|登记表|申请)",
            r"(?<![不议拟请])(?:同意|批准|准予)",
            r"结案|执行|缴清|履行",
        ),
        "DT55": _shape(
            r"[\u4e00-\u9fa5]{0,4}(?:营业执照|身份证|行驶证|驾驶证|证照|证件|道路运输证|从业资格证|经营许可证|驾照)"
            r"(?:副本|正本|正反面)?(?:\(?(?:复[印制]件|副本|正反面)\)?)*",
            r"原件|核对[一无相]|复[印制]件",
            rf"{_ID}|[0-9A-Z]{{12}}|号牌号码|[业车]户名称|证号|姓名",
            never_in=_REPORTS,
            dated=False,
        ),
        "DT60": _shape(
            r"(?:现场|证据|检查|取证)?照片[0-9一二三四五六七八九十两]{0,3}张?",
            r"摄|拍|粘贴",
            never_in=_REPORTS,
        ),
        "DT53": _shape(
            r"(?:行政)?(?:处罚)?(?:决定)?(?:信息)?(?:网上)?公示(?:打印|截图|页面|情况|记录|材料)?(?:打印|截图)?|信用中国",
            r"网|平台|信用|公示",
        ),
        "DT13": _shape(
            r"(?:检定|校准)(?:合格)?证书?(?:复印件)?",
            r"有效期|检定日期|校准日期",
            r"合格|证书|编号|[0-9]",
            never_in=_REPORTS | {"DT55", "DT60"},
            titled=False,
        ),
        "DT02": _shape(
            r"卷内(?:文[件书]|材料)?目录",
            r"(?:(?:笔录|[表书证据]|报告|照片|凭证)[^\u4e00-\u9fa5]{0,16}[\u4e00-\u9fa5]*){3}",
            never_in=_REPORTS,
            dated=False,
        ),
        "DT03": _shape(r"(?:卷内)?备考表?", r"立卷|检查人"),
        "DT54": _shape(
            r"(?:音像|录像|视频|执法记录仪)(?:资料|记录|视频)?(?:目录|清单)?",
            r"[0-9]{1,2}:[0-9]{2}|时长|段|光盘|编号",
        ),
        "DT51": _shape(r"[\u4e00-\u9fa5]{0,8}抄告(?:单|函|书)?", r"抄告|车籍|[章印]\)"),
        "DT27": _shape(
            r"声明书?|放弃[\u4e00-\u9fa5、]{0,12}(?:声明|书)", r"放弃|申辩", titled=False
        ),
        "DT05": _shape(r"(?:案件)?立案表", r"(?<![不议拟请])(?:同意|批准|准予)", r"案"),
        "DT10": _shape(r"[\u4e00-\u9fa5]{0,6}登记保存清单", r"登记保存", r"[台辆件个把]|数量"),
        "DT11": _shape(
            r"(?:解除)?[\u4e00-\u9fa5]{0,6}登记保存[\u4e00-\u9fa5]{0,4}决定书?",
            r"登记保存",
            r"退还|解除|返还|没收",
        ),
        "DT23": _shape(
            r"案件调查(?:终结)?报告", r"建议|拟", r"证据|事实|违反|依据", never_in=_REPORTS
        ),
    }
)
_ENDED = re.compile(
    r"[收印章签]\)?[:。]?$|属实\)?|无误|一致|签[名字收]|盖章|[印章]\)|收(?:到|件)?[:]|收$|合格|送达人|立卷|"
    r"(?:同意|批准|领回|经办|人)[:]?[\u4e00-\u9fa5·、:]{0,12}$|"
    r"[日号0-9][。,)]?$|日\)?(?:当事人|执法人员|送达人|经办|收件人?|签收|[\u4e00-\u9fa5·、,:。]{1,14})$"
)
_NAMES_END = re.compile(r"(?:^|[。)])[\u4e00-\u9fa5·、]{2,14}[。]?$")
_CLOSELY_ENDED = re.compile(
    r"(?:日|[-./][0-9]{1,2}|[印章]\))(?:[0-9:时点分]{0,8})[。,)]?(?:[\u4e00-\u9fa5·:]{0,14}(?:收|签收|签名)?|"
    r"(?:收|签收|收到|送达人|经办|当事人)[:]?[\u4e00-\u9fa5·、:0-9]{0,40})。?$"
)
_TAIL = 60
_WITHIN = 420


def is_paper(code: str, said: str) -> bool:
    """Return whether the squeezed `said` below the name of a paper is that paper."""
    shape, said = SHAPES[code], said[:_WITHIN]
    dated = not shape.dated or bool(find_dates(said))
    return dated and all(re.search(word, said) for word in shape.words)


def may_follow(code: str, home: str, above: str) -> bool:
    """Return whether a paper may begin in a document of type `home` below the text `above`.

    Reports and approvals tell of other papers; below their last date they are at an end.
    """
    if home in _LISTS:
        return code == "DT03"
    if home == code:
        # One receipt below another, once the one above is whole; a certificate below a slip.
        return code == "DT13" or (code == "DT37" and is_paper(code, above))
    if home in SHAPES[code].never_in:
        return False
    tail = "" if home in _SLIPS else above[-_TAIL:]
    if not tail:
        return True
    if home in _REPORTS:
        return _CLOSELY_ENDED.search(tail) is not None
    return bool(_ENDED.search(tail) or _NAMES_END.search(tail))
