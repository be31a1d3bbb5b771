"""Cutting laid-out blocks into A4 sheets.

Lengths are in points from the top left of the sheet.
"""

from dataclasses import dataclass, field, replace

from reviewer.intake.copy_flow import Flow, Item, Picture, Rule, Stretch, moved

WIDTH, HEIGHT = 595.3, 841.9
LEFT, TOP, BOTTOM = 56.0, 62.0, 790.0
ROOM = WIDTH - 2 * LEFT


@dataclass(slots=True)
class Sheet:
    """What is drawn on one sheet."""

    stretches: list[Stretch] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def draw(self, item: Item) -> None:
        """Add an item."""
        if isinstance(item, Stretch):
            self.stretches.append(item)
        elif isinstance(item, Rule):
            self.rules.append(item)
        else:
            self.pictures.append(item)


class Paginator:
    """Sets flows one below the other and begins a sheet when one is full."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = [Sheet()]
        self._y = TOP

    def new_sheet(self) -> None:
        """Begin a sheet unless this one is still empty."""
        if self._y > TOP:
            self.sheets.append(Sheet())
            self._y = TOP

    def set(self, flow: Flow) -> None:
        """Set a flow, cut where it does not fit."""
        start = 0.0
        while flow.height - start > BOTTOM - self._y:
            cut = _cut(flow, start, BOTTOM - self._y, self._y <= TOP)
            if cut is None:
                self.new_sheet()
                continue
            self._part(flow, start, cut)
            start = cut
            self._y = BOTTOM
            self.new_sheet()
        self._part(flow, start, flow.height)
        self._y += flow.height - start

    def _part(self, flow: Flow, start: float, end: float) -> None:
        """Draw what lies between `start` and `end` of the flow."""
        sheet = self.sheets[-1]
        for item in flow.items:
            part = _clipped(item, start, end)
            if part is not None:
                sheet.draw(moved(part, LEFT, self._y - start))


def _cut(flow: Flow, start: float, room: float, whole_sheet: bool) -> float | None:
    """Return where to cut so that the part fits; None when the flow begins on the next sheet."""
    good = [cut for cut in flow.cuts if start < cut <= start + room]
    if good:
        return max(good)
    if not whole_sheet:
        return None
    # A row higher than a sheet is cut between its lines.
    lines = [
        item.y
        for item in flow.items
        if isinstance(item, Stretch) and start < item.y <= start + room
    ]
    return max(lines) if lines else start + room


def _clipped(item: Item, start: float, end: float) -> Item | None:
    if isinstance(item, Rule):
        if item.y1 < start or item.y0 > end:
            return None
        clipped = replace(item, y0=max(item.y0, start), y1=min(item.y1, end))
        # A vertical rule that only touches the cut is not drawn on both sheets.
        return None if item.y0 != item.y1 and clipped.y0 >= clipped.y1 else clipped
    if isinstance(item, Stretch):
        # A line of a merged cell may straddle the cut; the margin has room for it.
        return item if start <= item.y < end else None
    if start <= item.y and item.y + item.height <= end + 0.01:
        return item
    straddles = item.y < start < item.y + item.height - 0.01
    return replace(item, y=start) if straddles else None
