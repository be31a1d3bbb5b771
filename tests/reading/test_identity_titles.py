"""Titles of copied papers: several certificates in one title, and what is no such title."""

import pytest

from reviewer.reading.kinds import load_kinds
from reviewer.reading.titles import Titles

COPIES = (
    "居民身份证、行驶证复印件",
    "营业执照及法定代表人身份证复印件",
    "营业执照(个体工商户)、身份证、道路运输证复印件",
    "当事人主体资料(营业执照复印件)",
    "检定证书、驾驶证、行驶证、营业执照复印件",
    "营业执照、资质证书、身份证复印件",
    "营业执照、行驶证、委托书、身份证",
)
OTHERS = {
    "授权委托书": "DT56",
    "检定证书": "DT13",
    "法定代表人身份证明": "DT56",
    "公路超限检测现场笔录": "DT06",
    "超限检测现场记录": "DT06",
}


@pytest.fixture(scope="module")
def titles() -> Titles:
    return Titles(load_kinds())


@pytest.mark.parametrize("title", COPIES)
def test_papers_copied_together_are_identity_papers(titles: Titles, title: str) -> None:
    match = titles.match(title)
    assert match
    assert match.code == "DT55"


@pytest.mark.parametrize(("title", "code"), OTHERS.items())
def test_what_names_something_else_keeps_its_type(titles: Titles, title: str, code: str) -> None:
    match = titles.match(title)
    assert match
    assert match.code == code
