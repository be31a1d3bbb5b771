"""The words that forms print in front of what is filled in, by field.

They are data of resources/document-types/labels.  A label that no extractor reads still matters:
it ends the value in front of it.
"""

import re
from functools import cache

from reviewer.errors import BadData
from reviewer.resources import load_yaml, resource

_SUFFIX = (
    r"(?:姓名|签名|签字)?(?:[一二三123①②③甲乙](?![\u4e00-\u9fa5]{3}))?"
    r"(?:[(、及和与]*(?:姓名[、及和与]*)?(?:行政)?执法(?:证件?|资格证)?(?:编?号码?)\)?)?"
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
    alternatives = "|".join(re.escape(label) for label in longest_first)
    return re.compile(
        rf"(?P<label>{alternatives})(?P<suffix>(?<=[人员])(?:{_SUFFIX}))?(?P<note>\([^()]{{1,16}}\)|及?(?:签名|签字|签章|盖章))?"
        r"(?P<colon>[:;]?)"
    )


def is_label(text: str) -> bool:
    """Return whether the squeezed `text` is nothing but one label."""
    return label_pattern().fullmatch(text) is not None


def is_opinion(field: str) -> bool:
    """Return whether `field` is a section in which somebody writes an opinion and signs it."""
    return field in _tables()[1]
