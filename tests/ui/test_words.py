import pytest

from reviewer.ui.words import TimeLeft, left_text, plain_cause, size_text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (900, "900 B"),
        (38_000, "37 KB"),
        (3_100_000, "3.0 MB"),
        (214 * 1024**3, "214 GB"),
    ],
)
def test_sizes_read_as_people_say_them(size: int, text: str) -> None:
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3, "约剩 10 秒"),
        (37, "约剩 40 秒"),
        (75, "约剩 90 秒"),
        (130, "约剩 3 分钟"),
        (7000, "约剩 2 小时"),
    ],
)
def test_time_left_is_rounded_up(seconds: float, text: str) -> None:
    assert left_text(seconds) == text


@pytest.mark.parametrize(
    ("cause", "shown"),
    [
        ("沙湖市佳顺商贸物流有限公司涉嫌违法超限运输案", "违法超限运输"),
        (
            "涉嫌未取得道路运输经营许可,擅自从事货运经营案",
            "未取得道路运输经营许可，擅自从事货运经营",
        ),
        ("擅自改装车辆", "擅自改装车辆"),
        ("沙湖市佳顺商贸物流有限公司案", "沙湖市佳顺商贸物流有限公司案"),
        ("", ""),
    ],
)
def test_a_list_does_not_repeat_the_party_in_the_cause(cause: str, shown: str) -> None:
    assert plain_cause(cause, "沙湖市佳顺商贸物流有限公司") == shown


def test_nothing_is_promised_in_the_first_three_seconds() -> None:
    time = TimeLeft(now=0)

    assert time.estimate(1, 10, now=2.9) == ""
    assert time.estimate(1, 10, now=4) == "约剩 40 秒"


def test_time_left_never_leaps() -> None:
    time = TimeLeft(now=0)
    time.estimate(9, 10, now=9)

    assert time.estimate(9, 10, now=900) == "约剩 10 秒"


def test_nothing_is_left_at_the_end() -> None:
    assert TimeLeft(now=0).estimate(10, 10, now=60) == ""
