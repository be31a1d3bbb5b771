"""What records and copies say in other words."""

import pytest

from tests.reading.building import docx, read


@pytest.mark.parametrize(
    "said",
    [
        "检查前已出示证件并说明来意。",
        "问：（出示证件）我们现向你了解有关情况，是否听清？",
        "我们是某局的执法人员，这是执法证件，请过目。",
        "现依法找你谈话，这是证件，请看。",
        "问：我们是某局行政执法人员，现出示证件，请看清楚。",
        "现向你出示证件，请核对。",
    ],
)
def test_a_record_says_that_certificates_were_shown(said: str) -> None:
    assert read(docx("询问笔录", said)).of_key("certs_shown")


def test_a_record_of_something_else_does_not_say_it() -> None:
    record = docx(
        "询问笔录",
        "当事人未能出示证件。",
        "请你现出示证件，接受检查。",
        "该轮未取得船舶营运证件，请说明。",
    )

    assert not read(record).of_key("certs_shown")
