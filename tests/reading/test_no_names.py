"""Words of speech and titles that stand where a name may stand."""

import pytest

from reviewer.reading.names import is_person, may_be_person

_WORDS = (
    "催告书",
    "通知书",
    "送达回证",
    "还没拿到",
    "没有办",
    "这么说",
    "怎么办",
    "谁知道",
    "好的吧",
    "方便吗",
)


@pytest.mark.parametrize("text", _WORDS)
def test_words_of_speech_and_titles_are_no_names(text: str) -> None:
    assert not may_be_person(text)
    assert not is_person(text)


@pytest.mark.parametrize(
    "text", ["张和平", "苏和", "操龙海", "都兰", "那顺", "幸福来", "还兰英", "平书成", "张知书"]
)
def test_names_with_common_characters_stay_names(text: str) -> None:
    assert may_be_person(text)
