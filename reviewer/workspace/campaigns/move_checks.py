"""What keeps a person from moving a case by itself, in sentences.  Pure."""

from uuid import UUID

from reviewer.campaign import states
from reviewer.errors import Refused
from reviewer.workspace.campaigns.review_book import ReviewBook
from reviewer.workspace.campaigns.views import sampled, told_units

_ELSEWHERE = {
    states.REPLACE: "抽取",
    states.ADJUDICATE: "合议",
    states.APPEAL: "反馈申辩",
    states.DECIDE_APPEAL: "反馈申辩",
    states.FINALISE: "反馈申辩",
    states.REOPEN_CASE: "反馈申辩",
    states.REVIEW_AGAIN: "分组与回避",
}
"""Steps that follow from another record, and where that record is made."""


def require_move(book: ReviewBook, case: UUID, action: str) -> None:
    """Raise Refused when a step cannot be taken on the case alone."""
    if action in _ELSEWHERE:
        raise Refused(f"{action}不能单独登记。", f"请在“{_ELSEWHERE[action]}”中办理。")
    if action == states.DISPUTE:
        _require_dispute(book, case)
    if action == states.DROP and len(sampled(book.state)) == 1:
        raise Refused("只剩这一卷，不能移出评查。", "请调换案卷，或者重新抽取。")


def _require_dispute(book: ReviewBook, case: UUID) -> None:
    if book.facts(case).adjudicated:
        raise Refused("该案卷已经合议。", "被评查单位有异议的，请在申辩复核中处理。")
    if book.state.row(case).unit in told_units(book.state):
        raise Refused("反馈意见已经送达，不能提交合议。", "有异议的，请在申辩复核中处理。")
    if book.pair(case) is None:
        raise Refused(
            "该案卷没有两份签定的评查表，不能提交合议。", "请先为该案卷分配复评，签定后再提交。"
        )
