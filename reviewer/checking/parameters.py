"""Reading the parameters of a rule; a wrong one is refused with the rule named."""

from collections.abc import Mapping

from reviewer.errors import BadData
from reviewer.model import Procedure, RuleInfo


def text(rule: RuleInfo, name: str, default: str | None = None) -> str:
    """Return the text parameter `name`."""
    value = rule.parameters.get(name, default)
    if not isinstance(value, str):
        raise _refuse(rule, name)
    return value


def number(rule: RuleInfo, name: str) -> int:
    """Return the whole number `name`."""
    value = rule.parameters.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refuse(rule, name)
    return value


def texts(rule: RuleInfo, name: str) -> tuple[str, ...]:
    """Return the list of texts `name`; empty when it is not given."""
    value = rule.parameters.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _refuse(rule, name)
    return tuple(value)


def tables(rule: RuleInfo, name: str) -> tuple[Mapping[str, object], ...]:
    """Return the list of tables `name`; empty when it is not given."""
    value = rule.parameters.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _refuse(rule, name)
    return tuple(value)


def table(rule: RuleInfo, name: str) -> Mapping[str, object]:
    """Return the table `name`; empty when it is not given."""
    value = rule.parameters.get(name, {})
    if not isinstance(value, dict):
        raise _refuse(rule, name)
    return value


def procedures(rule: RuleInfo) -> frozenset[Procedure]:
    """Return the procedures that the rule concerns."""
    names = texts(rule, "procedures")
    try:
        return frozenset(Procedure(name) for name in names)
    except ValueError as error:
        raise _refuse(rule, "procedures") from error


def _refuse(rule: RuleInfo, name: str) -> BadData:
    return BadData(f"规则 {rule.code} 的参数“{name}”有误。", "请改正规则文件，或重新安装程序。")
