from decimal import Decimal

import pytest

from reviewer.reckoning.amounts import find_amounts, parse_amount
from reviewer.reckoning.checkdigits import repair, valid_credit_code, valid_id_card
from reviewer.reckoning.docnumbers import find_numbers, listed_number, normal_number
from reviewer.reckoning.numerals import parse_numeral
from reviewer.reckoning.plates import find_plates
from reviewer.reckoning.textnorm import halfwidth, squeeze


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("23", 23), ("十", 10), ("十二", 12), ("二十三", 23), ("廿三", 23), ("卅", 30),
        ("一百零五", 105), ("三千五", 3500), ("叁万伍仟", 35000), ("两千", 2000), ("〇三", 3),
        ("六十", 60), ("十五", 15), ("贰仟零伍拾", 2050),
    ],
)  # fmt: skip
def test_numerals_are_read(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "甲", "万", "三三十"])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("¥30,000.00", "30000", False),
        ("￥30000", "30000", False),
        ("30，000元", "30000", False),
        ("3,000 元", "3000", False),
        ("3万元", "30000", False),
        ("0.3万元", "3000", False),
        ("30000.50元", "30000.5", False),
        ("人民币3000元整", "3000", False),
        ("Y3,000.00", "3000", False),
        ("叁万元整", "30000", True),
        ("人民币叁仟伍佰元", "3500", True),
        ("三千元", "3000", True),
        ("贰佰圆整", "200", True),
        ("壹仟贰佰元伍角", "1200.5", True),
        ("叁 万 元 整", "30000", True),
    ],
)
def test_amounts_are_read(text: str, value: str, words: bool) -> None:
    (found,) = find_amounts(f"罚款{text}，")

    assert (found.value, found.words) == (Decimal(value), words)


def test_both_forms_of_one_amount_are_found_with_their_places() -> None:
    text = "处人民币叁仟元整（¥3,000.00）的罚款"

    assert [text[one.start : one.end] for one in find_amounts(text)] == [
        "人民币叁仟元整",
        "¥3,000.00",
    ]


@pytest.mark.parametrize("text", ["3000千克", "第3条", "超重3.2吨", "2024年3月12日", "Y12"])
def test_what_is_no_money_is_not_read(text: str) -> None:
    assert find_amounts(text) == []


def test_a_bare_number_is_an_amount_only_when_asked_for_one() -> None:
    assert parse_amount(" 3,000.00 ") == Decimal(3000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("宁交执罚〔2024〕12号", "宁交执罚〔2024〕12号"),
        ("宁交执罚[2024]第12号", "宁交执罚〔2024〕12号"),
        ("宁交执罚（2024）12 号", "宁交执罚〔2024〕12号"),
        ("宁 交 执 罚 【2024】 12 号", "宁交执罚〔2024〕12号"),
        ("宁交执罚〔2O24〕12号", "宁交执罚〔2024〕12号"),
        ("宁交执罚2024〕12号", "宁交执罚〔2024〕12号"),
        ("银交罚字(2024)第0012号", "银交罚字〔2024〕0012号"),
        ("皖淮北交罚〔2015〕2200479号", "皖淮北交罚〔2015〕2200479号"),
        ("溆交改正〔２０２４〕２００６号", "溆交改正〔2024〕2006号"),
        ("宁交执罚〔2024〕12-1号", "宁交执罚〔2024〕12-1号"),
        ("宁交执罚〔2024〕12号-1", "宁交执罚〔2024〕12号-1"),
        ("宁银交（运）罚〔2024〕7号", "宁银交(运)罚〔2024〕7号"),
        ("银运罚字第2024001号", "银运罚字2024001号"),
        ("川郫交运（2024）罚字第74号", "川郫交运〔2024〕罚字74号"),
        ("（2024）荆交不罚第329号", "〔2024〕荆交不罚329号"),
        ("甘陇泉交综执（2024）罚686号", "甘陇泉交综执〔2024〕罚686号"),
        ("渭交罚字【2024】第0482号", "渭交罚字〔2024〕0482号"),
    ],
)
def test_numbers_have_one_normal_form(text: str, value: str) -> None:
    assert normal_number(text) == value


@pytest.mark.parametrize(
    "lead",
    [
        "《行政处罚决定书》",
        "行政处罚决定书",
        "送达了",
        "案号：",
        "本机关作出的",
        "你机关",
        "贵局",
        "处理结果",
        "同意你单位对",
        "行政处罚案卷卷号",
    ],
)
def test_running_text_in_front_of_a_number_is_not_part_of_it(lead: str) -> None:
    text = f"{lead}宁交执罚〔2024〕12号"

    (found,) = find_numbers(text)

    assert found.value == "宁交执罚〔2024〕12号"
    assert text[found.start : found.end] == found.value


@pytest.mark.parametrize("text", ["国办发", "第12条", "2024年12号楼", "3号车"])
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert find_numbers(text) == []


ID_CARD = "11010519491231002X"
CREDIT = "91350100M000100Y43"


def test_codes_with_a_right_check_digit_are_valid() -> None:
    assert valid_id_card(ID_CARD)
    assert valid_credit_code(CREDIT)


@pytest.mark.parametrize("code", ["110105194912310021", "11010519491331002X", "1101", ""])
def test_wrong_id_cards_are_not_valid(code: str) -> None:
    assert not valid_id_card(code)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("1101O519491231002X", ID_CARD),
        ("11010519491231 002x", ID_CARD),
        ("l1010519491231002X".replace("l", "I"), ID_CARD),
        ("9135O100M000100Y43", CREDIT),
    ],
)
def test_one_confused_character_is_mended(read: str, meant: str) -> None:
    assert repair(read) == meant


def test_what_cannot_be_mended_is_left() -> None:
    assert repair("123456789012345670") is None


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("宁A12345", "宁A12345"),
        ("宁A·12345", "宁A12345"),
        ("宁A•B2345", "宁AB2345"),
        ("宁 A 1234O", "宁A12340"),
        ("宁AD12345", "宁AD12345"),
        ("宁A1234挂", "宁A1234挂"),
        ("宁a.12345", "宁A12345"),
        ("陕KF06789", "陕KF06789"),
    ],
)
def test_plates_have_one_normal_form(text: str, plate: str) -> None:
    (found,) = find_plates(f"驾驶{text}号重型货车")

    assert found.value == plate


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("小型客车粤CS24851辆", "粤CS2485"),
        ("客车粤CS2485 1辆", "粤CS2485"),
        ("轿车粤AD123451辆", "粤AD12345"),
    ],
)
def test_the_number_of_vehicles_is_no_part_of_a_plate(text: str, plate: str) -> None:
    (found,) = find_plates(text)

    assert found.value == plate


def test_the_word_of_a_number_may_stand_behind_the_year() -> None:
    (found,) = find_numbers("编号：塔交罚〔2022〕字第196号")

    assert found.value == "塔交罚〔2022〕字196号"


@pytest.mark.parametrize("text", ["宁ABCDEF", "宁A123", "宁夏A12345678"])
def test_what_is_no_plate_is_not_read(text: str) -> None:
    assert find_plates(text) == []


def test_folding_keeps_the_length_and_squeezing_the_way_back() -> None:
    text = "案　由：Ａ（１２）㎏"
    source = squeeze(text)

    assert len(halfwidth(text)) == len(text)
    assert source.text == "案由:A(12)㎏"
    assert text[slice(*source.span(0, 2))] == "案　由"


def test_only_doubtful_characters_of_a_code_are_mended() -> None:
    code = "11010519491231002X"
    broken = "11O" + code[3:]

    assert repair(broken, {2}) == code
    assert repair(broken, {5}) is None
    assert repair(broken, ()) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("沙交罚 [2025] 第 12 号", "沙交罚〔2025〕12号"),
        ("处罚决定(2025)1", "处罚决定〔2025〕1号"),
        ("强制决定〔2025〕1号", "强制决定〔2025〕1号"),
        ("文号：沙交罚〔2025〕12号-1", "沙交罚〔2025〕12号-1"),
        ("NX-2025-07", "NX-2025-07"),
        ("", ""),
    ],
)
def test_a_number_that_is_the_whole_of_a_cell(text: str, value: str) -> None:
    assert listed_number(text) == value
    assert listed_number(value) == value
