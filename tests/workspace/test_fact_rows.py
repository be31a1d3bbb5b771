"""What says less of the same is shown once, with what says more."""

from datetime import date, datetime

import pytest

from reviewer.model import FactValue, Officer
from reviewer.workspace.facts import says_less


@pytest.mark.parametrize(
    ("weak", "full", "less"),
    [
        (Officer("马建国"), Officer("马建国", "30010012"), True),
        (Officer("马建国"), Officer("马建军", "30010012"), False),
        (Officer("马建国", "30010011"), Officer("马建国", "30010012"), False),
        (date(2024, 4, 1), datetime(2024, 4, 1, 9, 30), True),  # noqa: DTZ001  local, as read
        (date(2024, 4, 2), datetime(2024, 4, 1, 9, 30), False),  # noqa: DTZ001
        (date(2024, 4, 1), date(2024, 4, 1), False),
        ("6403***********012", "640300199001010012", True),
        ("6403***********013", "640300199001010012", False),
        ("宁A1234", "宁A12345", False),
    ],
)
def test_a_value_that_says_less(weak: FactValue, full: FactValue, less: bool) -> None:
    assert says_less(weak, full) is less
