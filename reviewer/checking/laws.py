"""The statute texts (法规库) that ship, cut into articles, each version with its effective date.

A law that is not listed in resources/laws/index.yaml is not included: asking for it gives None,
never a guess.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from reviewer.errors import BadData
from reviewer.model import Article
from reviewer.reckoning.numerals import parse_numeral
from reviewer.resources import load_yaml, resource

_HEAD = re.compile(r"^第([〇零一二三四五六七八九十百]+)条(?!之)[\s　]*", re.MULTILINE)
_SECTION = re.compile(r"^#", re.MULTILINE)
_KEYS = {"law", "same_as", "file", "adopted", "effective"}


@dataclass(frozen=True)
class _Edition:
    law: str
    path: Path
    effective: date

    @cached_property
    def articles(self) -> Mapping[int, Article]:
        text = self.path.read_text(encoding="utf-8")
        heads = list(_HEAD.finditer(text))
        ends = [*(head.start() for head in heads[1:]), len(text)]
        return {
            number: Article(self.law, number, _body(text[head.end() : end]), self.effective)
            for head, end in zip(heads, ends, strict=True)
            if (number := parse_numeral(head[1])) is not None
        }


def _body(text: str) -> str:
    section = _SECTION.search(text)
    return text[: section.start() if section else None].strip()


class StatuteBook:
    """The included editions of each law; texts are read when first asked for."""

    def __init__(self, editions: list[_Edition], names: Mapping[str, str], version: str) -> None:
        self._editions = sorted(editions, key=lambda edition: edition.effective, reverse=True)
        self._names = names
        self.version = version

    @property
    def laws(self) -> tuple[str, ...]:
        """Return the short names of the included laws, each once."""
        return tuple(dict.fromkeys(sorted(edition.law for edition in self._editions)))

    def full_name(self, law: str) -> str:
        """Return the short name under which `law` (处罚法, 中华人民共和国…) is kept, or ``""``."""
        return self._names.get(re.sub(r"[《》\s]|^中华人民共和国", "", law.strip("《》 　")), "")

    def article(self, law: str, number: int, on: date | None = None) -> Article | None:
        """Return the article in force on `on` (the latest when None); None when not included."""
        name = self.full_name(law)
        for edition in self._editions:
            if edition.law == name and (on is None or edition.effective <= on):
                return edition.articles.get(number)
        return None


def load_laws(folder: Path | None = None) -> StatuteBook:
    """Return the law book of `folder`; the shipped one without it.

    Raises:
        BadData: the index is wrong or names a file that is not there.
    """
    folder = folder or resource("laws")
    index = load_yaml(folder / "index.yaml")
    if not isinstance(index, dict) or set(index) != {"version", "laws"}:
        raise _refuse("应有 version 和 laws 两项")
    editions: list[_Edition] = []
    names: dict[str, str] = {}
    for entry in index["laws"]:
        _check(entry, folder)
        editions.append(_Edition(entry["law"], folder / entry["file"], entry["effective"]))
        names.update(dict.fromkeys([entry["law"], *entry["same_as"]], entry["law"]))
    _check_doubles(editions)
    return StatuteBook(editions, names, str(index["version"]))


def _check(entry: Any, folder: Path) -> None:
    if not isinstance(entry, dict) or set(entry) != _KEYS or type(entry["effective"]) is not date:
        raise _refuse(f"条目 {entry} 不完整")
    if not (folder / entry["file"]).is_file():
        raise _refuse(f"缺少《{entry['file']}》")


def _check_doubles(editions: list[_Edition]) -> None:
    keys = sorted((edition.law, edition.effective) for edition in editions)
    for one, other in pairwise(keys):
        if one == other:
            raise _refuse(f"《{one[0]}》{one[1]} 施行的版本登记了两次")


def _refuse(why: str) -> BadData:
    return BadData(f"法规库目录《index.yaml》有误：{why}。", "请改正该文件，或重新安装程序。")
