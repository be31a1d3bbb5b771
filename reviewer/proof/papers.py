"""Which papers a file of each procedure can hold (documents.md 3.4)."""

from collections.abc import Mapping

from reviewer.model import Procedure

_COMMON = {"DT06", "DT54", "DT55", "DT56", "DT60"}
_ONLY_SUMMARY = {"DT34", "DT42", "DT62"}
_ONLY_NO_PENALTY = {"DT21", "DT36"}

_HELD: Mapping[Procedure, frozenset[str]] = {
    Procedure.SUMMARY: frozenset(_COMMON | _ONLY_SUMMARY | {"DT41", "DT52", "DT53"}),
    Procedure.NO_PENALTY: frozenset(
        _COMMON
        | _ONLY_NO_PENALTY
        | {"DT05", "DT07", "DT19", "DT20", "DT22", "DT23", "DT24", "DT37", "DT52"}
    ),
    Procedure.COERCIVE: frozenset(_COMMON | {"DT14", "DT15", "DT16", "DT17", "DT18"}),
}


def can_hold(procedure: Procedure, key: str) -> bool:
    """Return whether a file of `procedure` can hold the document `key`."""
    code = key.partition(".")[0]
    if procedure in _HELD:
        return code in _HELD[procedure]
    return code not in _ONLY_SUMMARY | _ONLY_NO_PENALTY
