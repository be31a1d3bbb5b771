"""The Chinese names of the procedures."""

from collections.abc import Mapping

from reviewer.model import Procedure

PROCEDURES: Mapping[Procedure, str] = {
    Procedure.GENERAL: "普通程序",
    Procedure.SUMMARY: "简易程序",
    Procedure.NO_PENALTY: "不予处罚",
    Procedure.COERCIVE: "行政强制",
    Procedure.INSPECTION: "行政检查",
    Procedure.UNKNOWN: "",
}
"""Empty while unknown."""
