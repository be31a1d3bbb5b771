"""A decision states what the rest of the file knows, wherever it stands."""

from tests.reading.building import docx, read, values

_FILED = docx(
    "立案审批表",
    [["当事人", "鲁大成"], ["住址", "清河县王庄镇李屯村4组"], ["案由", "超限运输"]],
    file="1.docx",
)


def _decision(text: str) -> list[object]:
    return list(values(read(_FILED, docx("行政处罚决定书", text, file="2.docx")), "stated"))


def test_an_address_known_from_the_file_is_stated_anywhere() -> None:
    text = "本机关查明鲁大成（清河县王庄镇李屯村4组）驾驶货车超限运输，决定罚款500元。"
    assert "当事人地址" in _decision(text)


def test_an_address_that_does_not_stand_there_is_not_stated() -> None:
    assert "当事人地址" not in _decision("本机关查明鲁大成驾驶货车超限运输，决定罚款500元。")


def test_what_happened_at_the_address_does_not_tell_it() -> None:
    assert "当事人地址" not in _decision("鲁大成在清河县王庄镇李屯村4组改装车辆，罚款500元。")


def test_a_party_known_from_the_file_is_named_in_the_measure() -> None:
    told = "现查明鲁大成驾驶的货车无车辆营运证，决定扣押该车，期限30日。"
    reading = read(_FILED, docx("行政强制措施决定书", told, file="2.docx"))
    assert "party" in values(reading, "measure_element")
