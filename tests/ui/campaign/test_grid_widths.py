"""How the columns of a list share its width."""

from reviewer.ui.campaign.grid_widths import column_widths


def test_columns_of_numbers_are_as_wide_as_they_need_and_names_share_the_rest() -> None:
    assert column_widths(1000, (80, 200, 300), (0, 1, 2), 150) == (80, 340, 580)


def test_nobody_gets_more_than_needed_while_another_column_lacks() -> None:
    assert column_widths(600, (100, 150, 900), (0, 3, 1), 100) == (100, 150, 350)


def test_names_keep_their_least_width_and_the_list_is_pushed_sideways() -> None:
    assert column_widths(300, (200, 150, 900), (0, 1, 2), 100) == (200, 100, 100)


def test_a_list_without_shares_leaves_the_rest_empty() -> None:
    assert column_widths(500, (100, 100), (0, 0), 90) == (100, 100)
