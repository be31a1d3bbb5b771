"""The penalties (罚则) that ship: which provision threatens which fine, under which condition.

They are data of resources/penalties.  A fine without a lower bound is only checked against the
upper one; a row that is not `sure` comes from a source that was not compared with the statute and
only ever gives a hint.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from reviewer.errors import BadData
from reviewer.model import CitedArticle
from reviewer.resources import load_yaml, resource


@dataclass(frozen=True, slots=True)
class FineRange:
    """One range of fines of a provision, in yuan, or in times of the unlawful proceeds."""

    low: Decimal | None
    high: Decimal | None
    times: tuple[int, int] | None = None
    """Least and most times of the proceeds (违法所得); a least of 0 is no lower bound."""
    over: Decimal | None = None
    """The proceeds above which the range applies; None when they do not matter."""
    up_to: Decimal | None = None
    """The proceeds up to which it applies; no proceeds are 0."""
    serious: bool = False
    """Only where the circumstances are serious (情节严重)."""
    precondition: str = ""
    """逾期未改正, 拒不执行: the range applies only after that (K19)."""
    text: str = ""
    """The words of the statute that the figures were taken from."""

    def applies_to(self, proceeds: Decimal) -> bool:
        """Return whether the range is for a case with such proceeds."""
        above = self.over is None or proceeds > self.over
        return above and (self.up_to is None or proceeds <= self.up_to)

    def bounds(self, proceeds: Decimal) -> tuple[Decimal | None, Decimal | None]:
        """Return the least and the highest fine in yuan; None where there is no bound."""
        if self.times is None:
            return self.low, self.high
        least, most = self.times
        return (proceeds * least if least else None), proceeds * most


@dataclass(frozen=True, slots=True)
class Act:
    """An unlawful act (违法行为) and how case files name it."""

    id: str
    name: str
    words: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None = None

    def is_named_in(self, text: str) -> bool:
        """Return whether the half-width `text` without blanks names the act."""
        if self.unless and self.unless.search(text):
            return False
        return all(word.search(text) for word in self.words)


@dataclass(frozen=True, slots=True)
class Penalty:
    """One provision that threatens a penalty, in one edition of its law."""

    id: str
    law: str
    article: int
    valid_from: date
    valid_to: date | None
    paragraph: int | None = None
    item: int | None = None
    acts: tuple[str, ...] = ()
    fines: tuple[FineRange, ...] = ()
    others: tuple[str, ...] = ()
    precondition: str = ""
    confiscates: bool = False
    """Whether unlawful proceeds are confiscated as well (没收违法所得)."""
    items: bool = False
    """Whether it holds for whichever item of the article is cited."""
    subject: str = ""
    """Whom it punishes: person (驾驶人员), organisation, operator (经营者); empty is anybody."""
    sure: bool = True

    def in_force(self, day: date) -> bool:
        """Return whether the provision was in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def is_meant_by(self, cited: CitedArticle) -> bool:
        """Return whether `cited` is this provision, or may be: a part left out decides nothing."""
        if (cited.law, cited.article) != (self.law, self.article):
            return False
        if not _may_be(self.paragraph, cited.paragraph, whole=1):
            return False
        return self.items or _may_be(self.item, cited.item)

    @property
    def name(self) -> str:
        """Return the provision in words: 道路运输条例第六十三条第（一）项."""
        return article_name(CitedArticle(self.law, self.article, self.paragraph, self.item))


@dataclass(frozen=True, slots=True)
class Change:
    """What a new edition made of the penalty for one act (penalties.md 6.2.1)."""

    act: str
    old: str
    new: str
    """Id of the new provision; empty when the act is no longer punished."""
    lighter: bool


@dataclass(frozen=True)
class PenaltyBook:
    """All penalties, with their acts and the changes between editions."""

    acts: Mapping[str, Act] = field(default_factory=dict)
    penalties: Mapping[str, Penalty] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    version: str = ""
    """Short hash of the files."""

    def meant_by(self, cited: CitedArticle) -> tuple[Penalty, ...]:
        """Return every provision, in any edition, that `cited` may be."""
        return tuple(one for one in self.penalties.values() if one.is_meant_by(cited))

    def acts_named_in(self, text: str) -> tuple[str, ...]:
        """Return the ids of the acts that `text` names."""
        return tuple(act.id for act in self.acts.values() if act.is_named_in(text))


_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number below 1,000 in Chinese numerals: 六十三, 一百零一."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if not rest:
        return head or _DIGITS[0]
    ten = ("一" if hundreds and tens == 1 else _DIGITS[tens] if tens > 1 else "") + "十"
    middle = ten if tens else (_DIGITS[0] if hundreds else "")
    return head + middle + (_DIGITS[ones] if ones else "")


def article_name(cited: CitedArticle) -> str:
    """Return an article as laws write it: 公路法第七十六条第（五）项."""
    name = f"{cited.law}第{chinese(cited.article)}条"
    if cited.paragraph:
        name += f"第{chinese(cited.paragraph)}款"
    return name + (f"第（{chinese(cited.item)}）项" if cited.item else "")


@cache
def load_penalties(folder: Path | None = None) -> PenaltyBook:
    """Return the penalties of all files in `folder`, the shipped ones without it.

    Raises:
        BadData: a file is wrong; the message names the file and the entry.
    """
    folder = folder or resource("penalties")
    acts: dict[str, Act] = {}
    penalties: dict[str, Penalty] = {}
    changes: list[Change] = []
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.read_bytes())
        content = load_yaml(path)
        if not isinstance(content, dict) or set(content) != {"acts", "penalties", "changes"}:
            raise _refuse(path, "", "应有 acts、penalties、changes 三项")
        acts |= {one.id: one for one in _each(path, content["acts"], _act)}
        penalties |= {one.id: one for one in _each(path, content["penalties"], _penalty)}
        changes += _each(path, content["changes"], lambda entry: Change(**entry))
    _check(folder, PenaltyBook(acts, penalties, tuple(changes)))
    return PenaltyBook(acts, penalties, tuple(changes), digest.hexdigest()[:12])


def _may_be(own: int | None, cited: int | None, whole: int | None = None) -> bool:
    if cited is None:
        return True
    return cited == (whole if own is None else own)


def _each(path: Path, entries: Iterable[Any], make: Any) -> list[Any]:
    made = []
    for entry in entries or ():
        try:
            made.append(make(dict(entry)))
        except (TypeError, KeyError, ValueError, re.error) as error:
            name = entry.get("id", entry.get("act", "")) if isinstance(entry, dict) else ""
            raise _refuse(path, str(name), f"写法有误（{error}）") from error
    return made


def _act(entry: dict[str, Any]) -> Act:
    unless = entry.pop("unless", "")
    words = tuple(re.compile(word) for word in entry.pop("words"))
    return Act(**entry, words=words, unless=re.compile(unless) if unless else None)


def _penalty(entry: dict[str, Any]) -> Penalty:
    since, until = entry.pop("from"), entry.pop("to", None)
    if type(since) is not date or (until is not None and type(until) is not date):
        raise ValueError("from、to")
    fines = tuple(_range(dict(one)) for one in entry.pop("fines"))
    for name in ("acts", "others"):
        entry[name] = tuple(entry.get(name) or ())
    return Penalty(**entry, valid_from=since, valid_to=until, fines=fines)


def _range(entry: dict[str, Any]) -> FineRange:
    times = entry.pop("times", None)
    for name in ("low", "high", "over", "up_to"):
        entry[name] = _decimal(entry.get(name))
    return FineRange(**entry, times=tuple(times) if times else None)


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _check(folder: Path, book: PenaltyBook) -> None:
    named = {act for one in book.penalties.values() for act in one.acts}
    named |= {change.act for change in book.changes}
    if unknown := named - set(book.acts):
        raise _refuse(folder, min(unknown), "没有这一违法行为")
    rows = {row for change in book.changes for row in (change.old, change.new) if row}
    if unknown := rows - set(book.penalties):
        raise _refuse(folder, min(unknown), "没有这一罚则")


def _refuse(path: Path, name: str, why: str) -> BadData:
    entry = f"“{name}”" if name else ""
    return BadData(f"罚则文件《{path.name}》有误：{entry}{why}。", "请改正该文件，或重新安装程序。")
