"""How the window looks: tokens, the one style sheet, icons and the strokes that delegates draw.

Colours, font sizes and pixel constants live here and nowhere else.
"""

from reviewer.ui.theme.apply import apply_theme, follow_system, look, undressed
from reviewer.ui.theme.icons import icon, pixmap
from reviewer.ui.theme.tokens import FONT_SIZES, Tokens, make_tokens

__all__ = [
    "FONT_SIZES",
    "Tokens",
    "apply_theme",
    "follow_system",
    "icon",
    "look",
    "make_tokens",
    "pixmap",
    "undressed",
]
