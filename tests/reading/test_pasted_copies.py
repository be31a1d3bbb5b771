"""Copies of certificates that stand below photos on one page are documents of their own."""

import pytest

from tests.reading.building import docx, drawn, plain, read, types

PHOTOS = "现场照片\n照片1：宁E12345车停于G109线\n拍摄时间：2024年3月12日10时20分 拍摄人：周超\n"
COPIES = {
    "identity card": "当事人身份证复印件\n姓名 马建国 公民身份号码 642101198003121813\n"
    "与原件核对一致 马建国 2024年3月12日",
    "driving licence": "行驶证复印件：\n号牌号码 宁E12345 所有人 马建国\n"
    "本复印件与原件一致。马建国 2024年3月12日",
    "brackets": "道路运输证（复印件）\n业户名称：宁夏远达物流有限公司\n证号：640500001234\n"
    "此件与原件核对无误 马建国 2024.3.12",
    "counted up": "二、身份证复印件\n姓名：马建国 公民身份号码：642101198003121813\n"
    "与原件一致 核对人：周超 2024年3月12日",
    "business licence": "营业执照副本复印件\n统一社会信用代码 91640500MA75XXXXXX\n"
    "复印自当事人，经核对与原件相符。",
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_a_copy_below_photos_is_its_own(copy: str) -> None:
    text = PHOTOS + copy
    for page in (plain(text), drawn("^" + text), docx(*text.split("\n"))):
        assert types(read(page)) == ["DT60", "DT55"]


def test_a_photo_of_a_card_stays_a_photo() -> None:
    page = plain(PHOTOS + "照片2：当事人出示的身份证\n拍摄时间：2024年3月12日10时21分")

    assert types(read(page)) == ["DT60"]


def test_the_title_ends_before_what_the_card_says() -> None:
    reading = read(docx(*(PHOTOS + COPIES["identity card"]).split("\n")))

    assert reading.documents[1].title == "当事人身份证复印件"
