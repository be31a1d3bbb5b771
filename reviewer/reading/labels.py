"""The words that forms print in front of what is filled in, by field.

They are data of resources/document-types/labels.  A label that no extractor reads still matters:
it ends the value in front of it.
"""

import re
from collections.abc import Sequence
from functools import cache

from reviewer.errors import BadData
from reviewer.resources import load_yaml, resource

_HAN = r"(?:(?!法制|法规|法律|意见)[\u4e00-\u9fa5])"
_HEADS = (
    rf"{_HAN}{{0,6}}?(?:局|厅|委|机关)(?:主要|分管)?(?:负责人|领导|长)(?:审[批定核]|签批|核准|批准)?意见|"
    rf"(?:支队|总队)(?:负责人|领导|长)(?:审[批定核]|签批)?意见"
)
"""Sections of the head of the authority: 局负责人意见, 县局领导签批意见, 支队长意见."""
_OPINION = (
    rf"{_HEADS}|"
    rf"{_HAN}{{2,10}}?(?:负责人|领导|局长|队长|主任)(?:审批|批准|签批|审定|核准)意见|"
    rf"(?:分管|主管|主要)(?:负责人|领导|局长|队长)(?:审[批核])?意见|"
    rf"{_HAN}{{1,10}}?(?:机构|部门|单位|科|科室|[大中支]队|股|处|室|站|办公室)(?:负责人)?"
    r"(?:审[核查]|初审|复核|处理|承办)?意见"
)
"""Sections that no list names: the leader's, then any other office's."""
_LEGAL = (
    r"(?:政策|本局|机关|局|支队|总队)?(?:法制|法规|法务|合法性)[\u4e00-\u9fa5]{0,8}?"
    r"(?:审[核查]|核审|复核|机构|部门|科|处|股|室|人?员)(?:负责人|人员)?(?:审[核查]|核审)?(?:意见|结论|情况)|"
    r"(?:法制|合法性)(?:审核|机构|部门)(?=:|;?$)"
)
"""Sections of the legal review that no list names: 政策法规科审核意见."""
_DISCUSSED = (
    r"(?:重大)?(?:案件)?(?:班子|领导|负责人|党组)?集体(?:讨论|研究|会审|审议)(?:情况|结论|结果|决定)?(?:意见|情况|结论)|"
    r"案件?审(?:理|核|议)?(?:委员)?会[讨论审议理集体]{0,4}意见|集体讨论(?=:|;?$)"
)
"""Sections of the discussion that no list names: 案审会审议意见."""
_LEADER = re.compile(r"审批|批准|签批|审定|核准|分管|主管|主要")
_NAMED = r"(?:(?:名称|姓名)(?:或者?(?:名称|姓名))?)"
_SUFFIX = (
    r"(?:姓名|签名|签字|\((?:签名|签字)\)(?=[、及和与]))?(?:[一二三123①②③甲乙](?![\u4e00-\u9fa5]{3}))?"
    r"(?:[(、及和与]*(?:姓名[、及和与]*)?(?:行政)?执法(?:证件?|资格证)?(?:编?号码?)\)?|"
    r"[、及和与/]+(?:姓名[、及和与]*)?(?:证件?|资格证|工作证|证书)(?:编?号码?)?)?"
)


@cache
def _tables() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    raw = load_yaml(resource("document-types", "labels", "labels.yaml"))
    if not isinstance(raw, dict) or set(raw) != {"fields", "opinions"}:
        raise BadData("表格标签库格式有误。", "请改正标签库，或重新安装程序。")
    return raw["fields"], raw["opinions"]


@cache
def field_of() -> dict[str, str]:
    """Return the field of every label."""
    fields, opinions = _tables()
    return {
        label: field
        for table in (opinions, fields)
        for field, labels in table.items()
        for label in labels
    }


@cache
def label_pattern() -> re.Pattern[str]:
    """Return the expression of a label, with an optional note in brackets and its colon.

    `;` is a colon misread.  An officer's label may count and may ask for the certificate too:
    检查人员一、询问人及执法证号.
    """
    longest_first = sorted(field_of(), key=len, reverse=True)
    alternatives = "|".join([_LEGAL, _DISCUSSED, *_by_first(longest_first), _OPINION])
    return re.compile(
        rf"(?P<label>{alternatives})(?P<suffix>(?<=[人员])(?:{_SUFFIX}))?"
        rf"(?P<note>\([^()]{{1,16}}\){_NAMED}?|(?<=\)){_NAMED}|及?(?:签名|签字|签章|盖章))?"
        r"(?P<colon>[:;]?)"
    )


def _by_first(labels: Sequence[str]) -> list[str]:
    """Return expressions of `labels` in their order, those with the same first character as one.

    Where no label begins, which is nearly everywhere, a fifth of the alternatives is tried.
    """
    rests: dict[str, list[str]] = {}
    for label in labels:
        rests.setdefault(label[0], []).append(re.escape(label[1:]))
    return [f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()]


def field_named(label: str) -> str:
    """Return the field of a label that `label_pattern` matched."""
    if known := field_of().get(label):
        return known
    if re.fullmatch(_LEGAL, label):
        return "legal"
    if re.fullmatch(_DISCUSSED, label):
        return "discussed"
    return "leader" if _LEADER.search(label) or re.fullmatch(_HEADS, label) else "office"


def is_label(text: str) -> bool:
    """Return whether the squeezed `text` is nothing but one label."""
    return label_pattern().fullmatch(text) is not None


def is_listed(text: str) -> bool:
    """Return whether the squeezed `text` is nothing but a label that the lists name."""
    match = label_pattern().fullmatch(text)
    return match is not None and match["label"] in field_of()


def is_opinion(field: str) -> bool:
    """Return whether `field` is a section in which somebody writes an opinion and signs it."""
    return field in _tables()[1]
