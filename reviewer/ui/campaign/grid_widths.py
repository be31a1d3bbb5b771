"""How the columns of a list share its width.  Pure."""

from collections.abc import Sequence


def column_widths(
    room: int, needs: Sequence[int], shares: Sequence[int], least: int
) -> tuple[int, ...]:
    """Return the width of each column in pixels.

    A column without a share is as wide as it needs.  The others first get what they need up to
    `least`, then the rest by their shares, none more than it needs while another one lacks.  What
    does not fit goes beyond the room, and the list is pushed sideways.
    """
    found = [need if not share else min(need, least)
             for need, share in zip(needs, shares, strict=True)]  # fmt: skip
    rest = room - sum(found)
    while rest > 0:
        short = [at for at, share in enumerate(shares) if share and found[at] < needs[at]]
        open_ones = short or [at for at, share in enumerate(shares) if share]
        total = sum(shares[at] for at in open_ones)
        given = 0
        for at in open_ones:
            part = rest * shares[at] // total
            part = min(part, needs[at] - found[at]) if short else part
            found[at] += part
            given += part
        rest -= given
        if not short or not given:
            break
    if rest > 0 and any(shares):
        found[max(range(len(shares)), key=lambda at: shares[at])] += rest
    return tuple(found)
