"""The colours of the charts in the window: those of its tokens."""

from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.charting import Colours


def colours_of(tokens: Tokens) -> Colours:
    """Return the colours of a chart that stands on a card."""
    return Colours(
        ground=tokens.panel,
        ink=tokens.ink,
        ink2=tokens.ink2,
        rule=tokens.line2,
        blue=tokens.blue,
        blue_fill=tokens.blue_fill,
        red_fill=tokens.red_fill,
    )
