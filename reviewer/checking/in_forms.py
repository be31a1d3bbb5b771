"""A review or a discussion that stands as a section in an approval form, not as a paper of its own.

The law asks that the review and the discussion were made (处罚法 57, 58), not for a paper of its
own: a section that states an opinion, is signed and dated shows it.  What lacks one of these leaves
it open.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from reviewer.checking.inquiry import Inquiry
from reviewer.checking.words import in_brackets
from reviewer.model import Fact, Place

_SECTIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"DT24": ("review_in_form", "法制审核"), "DT25": ("discussion_in_form", "集体讨论")}
)
_WANTED = ("签名", "日期")
_OPEN = {"简略意见": "，只表示态度，未写明审核的内容", "未通过的意见": ""}
"""Opinions that show no review, or none that was passed."""


class Section(NamedTuple):
    """What is told of the section, in Chinese, and where it stands."""

    why: str
    places: tuple[Place, ...]
    whole: bool
    """Whether an opinion on the matters, signature and date were read in it, in a form."""


def section_of(inquiry: Inquiry, code: str) -> Section | None:
    """Return the section that stands for the document type `code`; None when there is none."""
    key, what = _SECTIONS.get(code, ("", ""))
    facts = inquiry.facts(key) if key else ()
    if not facts:
        return None
    fact = max(facts, key=lambda one: len(str(one.value)))
    lacking = [one for one in _WANTED if one not in str(fact.value)]
    opinion = str(fact.value).partition("、")[0]
    rest = _OPEN.get(opinion, "") + (f"，该栏未见{'、'.join(lacking)}" if lacking else "")
    page = in_brackets(inquiry.places_of([fact.place]))
    why = f"{_form(inquiry, fact)}{page}有{what}一栏，载有{fact.value}{rest}"
    if not lacking and opinion not in _OPEN and fact.is_read and inquiry.document_of(fact):
        return Section(why, (fact.place,), True)
    return Section(f"{why}，能否代替单独的文书请核对", (fact.place,), False)


def _form(inquiry: Inquiry, fact: Fact) -> str:
    document = inquiry.document_of(fact)
    return f"《{document.title}》" if document else "未归类的页"
