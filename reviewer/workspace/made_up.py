"""The figures of the rules on made-up case files, in the words of the window.

Text files and scans are told apart, and figures that an earlier engine or earlier rules gave are
marked so.  Values only, so that the window can be there before the store is loaded.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.model.figures import MADE_UP, Measured, RuleScore, sum_scores

_KINDS = (("文字", False), ("扫描", True))
_UNMEASURED = "尚未测量"


@dataclass(frozen=True, slots=True)
class Engine:
    """The versions that figures must bear to be those of this program."""

    engine: str = ""
    rules: str = ""
    recognition: str = ""

    def fits(self, one: Measured) -> bool:
        """Return whether `one` was measured with this engine and these rules."""
        read = not one.scanned or one.recognition == self.recognition
        return read and (one.engine, one.rules_version) == (self.engine, self.rules)


@dataclass(frozen=True, slots=True)
class MadeUpLine:
    """The figures of one kind of delivery, for one rule or for all."""

    kind: str
    """文字 or 扫描."""
    text: str
    remark: str
    """Where the figures come from, and whether an earlier version gave them; may be empty."""

    @property
    def sentence(self) -> str:
        """Return the whole line."""
        return f"{self.kind}{self.text}" + (f"（{self.remark}）" if self.remark else "")


class MadeUpFigures:
    """Tells the figures of all rules together and of each."""

    def __init__(self, measured: Sequence[Measured] = (), engine: Engine | None = None) -> None:
        engine = engine or Engine()
        self._kinds = [
            _Kind(kind, tuple(one for one in measured if one.scanned is scanned), engine)
            for kind, scanned in _KINDS
        ]

    def of_all(self) -> tuple[MadeUpLine, ...]:
        """Return the rates over all rules, for text files and for scans."""
        return tuple(kind.of_all() for kind in self._kinds)

    def of_rule(self, code: str) -> tuple[MadeUpLine, ...]:
        """Return the counts of one rule, for text files and for scans."""
        return tuple(kind.of_rule(code) for kind in self._kinds)


def told(lines: Iterable[MadeUpLine]) -> str:
    """Return the lines in one sentence that says first what such figures stand for."""
    parts = "；".join(line.sentence for line in lines)
    return f"{MADE_UP}：{parts}。" if parts else ""


def percent(share: float | None) -> str:
    """Return a share with one decimal, such as 97.5 %; a dash when there is none."""
    return "—" if share is None else f"{share:.1%}".replace("%", " %").replace(".0 %", " %")


class _Kind:
    """Text files or scans."""

    def __init__(self, kind: str, measured: Sequence[Measured], engine: Engine) -> None:
        self._kind = kind
        self._measured = measured
        self._earlier = not all(engine.fits(one) for one in measured)
        self._scores: dict[str, RuleScore] = {}
        for one in measured:
            for score in one.rules:
                before = self._scores.get(score.rule, RuleScore(score.rule))
                self._scores[score.rule] = sum_scores(score.rule, (before, score))

    def of_all(self) -> MadeUpLine:
        if not self._measured:
            return MadeUpLine(self._kind, _UNMEASURED, "")
        every = sum_scores("", self._scores.values())
        text = f"查全率 {percent(every.recall)}、查准率 {percent(every.precision)}"
        if every.paged:
            text += f"、页码正确 {percent(every.page_rate)}"
        return MadeUpLine(self._kind, text, "，".join(self._origin()))

    def of_rule(self, code: str) -> MadeUpLine:
        if not self._measured:
            return MadeUpLine(self._kind, _UNMEASURED, "")
        score = self._scores.get(code, RuleScore(code))
        return MadeUpLine(self._kind, _counts(score), "，".join(self._doubts()))

    def _origin(self) -> Iterator[str]:
        yield f"{sum(one.cases for one in self._measured)} 卷"
        days = sorted({one.on for one in self._measured})
        yield "—".join(f"{day:%Y-%m-%d}" for day in dict.fromkeys((days[0], days[-1])))
        yield from self._doubts()

    def _doubts(self) -> Iterator[str]:
        if self._earlier:
            yield "旧版本测得"
        if not all(one.reporting for one in self._measured):
            yield "试测"


def _counts(score: RuleScore) -> str:
    false = f"误报 {score.false_alarms}"
    if not score.planted:
        return f"未设置这类问题，{false}"
    said = f"查出 {score.found}/{score.planted}，{false}"
    return said + (f"，页码正确 {score.page_right}/{score.paged}" if score.paged else "")
