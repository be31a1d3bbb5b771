"""Loading the rules (核查规则) from resources/rules.

A rule is data: code, title, basis, what it reads, its method in one sentence, and the parameters
of the family that runs it.  A file that is wrong is refused with the rule named.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reviewer.errors import BadData
from reviewer.model import FACT_KEYS, RuleInfo
from reviewer.resources import load_yaml, resource

_CODE = re.compile(r"(T|K|V)\d{2}|K-F\d|M-DT\d{2}|R-[A-Z]{1,2}\d{1,2}-\d{2}")
_ORDER = "MTKVR"
_DOCUMENT = re.compile(r"DT\d{2}")
_NEEDED = {"code", "title", "basis", "reads", "method", "family"}
_KNOWN = _NEEDED | {"parameters", "valid_from", "valid_to"}


def load_rules(folder: Path | None = None) -> tuple[RuleInfo, ...]:
    """Return the rules of all files in `folder`, the shipped ones without it.

    In the order M-DT, T, K, V, R, and by code within each.

    Raises:
        BadData: a file is wrong; the message names the file and the rule.
    """
    folder = folder or resource("rules")
    rules: dict[str, RuleInfo] = {}
    for path in sorted(folder.glob("*.yaml")):
        for entry in _entries(path):
            rule = _rule(entry, path)
            if rule.code in rules:
                raise _refuse(path, rule.code, "代码重复")
            rules[rule.code] = rule
    if not rules:
        raise BadData("缺少核查规则。", "请重新安装程序，或从备份恢复规则文件。")
    return tuple(sorted(rules.values(), key=lambda rule: (_ORDER.index(rule.code[0]), rule.code)))


def _entries(path: Path) -> list[Any]:
    content = load_yaml(path)
    if not isinstance(content, list):
        raise _refuse(path, "", "应为规则列表")
    return content


def _rule(entry: Any, path: Path) -> RuleInfo:
    code = str(entry.get("code", "")) if isinstance(entry, dict) else ""
    if not _CODE.fullmatch(code):
        raise _refuse(path, code, "代码不合规范")
    if missing := _NEEDED - set(entry):
        raise _refuse(path, code, f"缺少“{min(missing)}”")
    if unknown := set(entry) - _KNOWN:
        raise _refuse(path, code, f"不认识的字段“{min(unknown)}”")
    for name in entry["reads"]:
        if name not in FACT_KEYS and not _DOCUMENT.fullmatch(name):
            raise _refuse(path, code, f"不认识的读取内容“{name}”")
    return RuleInfo(
        code=code,
        title=str(entry["title"]),
        basis=tuple(entry["basis"]),
        reads=tuple(entry["reads"]),
        method=str(entry["method"]),
        family=str(entry["family"]),
        parameters=_frozen(entry.get("parameters") or {}, path, code),
        valid_from=_day(entry.get("valid_from"), path, code),
        valid_to=_day(entry.get("valid_to"), path, code),
    )


def _frozen(parameters: Any, path: Path, code: str) -> Mapping[str, object]:
    if not isinstance(parameters, dict):
        raise _refuse(path, code, "“parameters”应为对照表")
    return MappingProxyType(parameters)


def _day(value: Any, path: Path, code: str) -> date | None:
    if value is not None and type(value) is not date:
        raise _refuse(path, code, f"“{value}”不是日期")
    return value


def _refuse(path: Path, code: str, why: str) -> BadData:
    rule = f"规则 {code} " if code else ""
    return BadData(f"规则文件《{path.name}》有误：{rule}{why}。", "请改正该文件，或重新安装程序。")
