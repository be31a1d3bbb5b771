"""Reviews: which there are, opening them, and signing them off."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from reviewer.errors import Refused, UserError
from reviewer.model import Mark, Review, Round, Standard
from reviewer.store import Author, Session, cases, desktops, journal, marks, reviews, standards
from reviewer.store.corrections import sees_all
from reviewer.store.records import NOBODY
from reviewer.workspace import review_views
from reviewer.workspace.review_edits import ReviewEdits
from reviewer.workspace.views import ReviewView, SignOff

log = logging.getLogger(__name__)

Follower = Callable[[Review], object]


class Reviews(ReviewEdits):
    """The reviews of the data folder."""

    _followers: tuple[Follower, ...] = ()

    def when_signed(self, follow: Follower) -> None:
        """Let `follow` know of every review that is signed from now on."""
        self._followers = (*self._followers, follow)

    def standards(self) -> tuple[Standard, ...]:
        """Return the standards that a review can be opened under."""
        return self._knowledge.standards

    def for_case(self, case_id: UUID) -> tuple[Review, ...]:
        """Return the reviews of a case, oldest first."""
        with self._store.snapshot() as session:
            return tuple(state.review for state in reviews.states_of_case(session, case_id))

    def suggested_standard(self, case_id: UUID) -> str:
        """Return the id of the standard for the procedure that the case file shows."""
        procedure = self._runs.of_case(case_id).reading.procedure.value
        known = [one for one in self.standards() if one.subject == "case"]
        fitting = [one for one in known if procedure in one.procedures]
        general = [one for one in known if "general" in one.procedures]
        return (fitting or general or known)[0].id

    def open(self, case_id: UUID, standard_id: str, round: Round = Round.FIRST) -> Review:  # noqa: A002  the trade's word
        """Open a review, or return the one that is open already.

        A round that decides over an earlier one (合议, 申辩复核, 终评) starts from the marks of
        the last signed review; an independent one starts empty.

        Raises:
            Refused: nobody sits here, or there is no such standard.
        """
        standard = next((one for one in self.standards() if one.id == standard_id), None)
        if standard is None:
            raise Refused(f"没有评查标准 {standard_id}。", "请从列表中选择评查标准。")
        return self._opened(case_id, standard, round)

    def pinned(self, content_hash: str) -> Standard:
        """Return the edition of a standard that was pinned: as received or used here, or shipped.

        Raises:
            Refused: this computer has another edition only.
        """
        with self._store.snapshot() as session:
            found = standards.known(session, content_hash)
        if found is None:
            same = (one for one in self.standards() if one.content_hash == content_hash)
            found = next(same, None)
        if found is None:
            raise Refused(
                "本机没有评查活动选定的这一版评查标准。",
                "请读入组织单位发来的任务包，标准随包带来。",
            )
        return found

    def open_pinned(self, case_id: UUID, content_hash: str, round_: Round) -> Review:
        """Open a review under a pinned edition, or return the one that is open already.

        Raises:
            Refused: nobody sits here, or this computer has another edition only.
        """
        return self._opened(case_id, self.pinned(content_hash), round_)

    def _opened(self, case_id: UUID, standard: Standard, round_: Round) -> Review:
        with self._store.session() as session:
            by = desktops.author(session)
            if by.person == NOBODY:
                raise Refused("还没有登记评查人。", "请先填写姓名和单位。")
            cases.live_row(session, case_id)
            earlier = [state.review for state in reviews.states_of_case(session, case_id)]
            same = [
                review
                for review in earlier
                if (review.content_hash, review.person, review.round)
                == (standard.content_hash, by.person, round_)
            ]
            if same:
                return same[0]
            standards.freeze(session, standard, by)
            review_id = reviews.add_review(session, case_id, standard.content_hash, round_, by)
            signed = [r for r in earlier if r.is_signed and r.content_hash == standard.content_hash]
            if sees_all(round_) and signed:
                _take_over(session, max(signed, key=_signed_at), review_id, by)
            return self._changed(session, review_id).state.review

    def sign_off(self, review_id: UUID) -> SignOff:
        """Return what stands in the way of signing."""
        view = self.view(review_id)
        return review_views.sign_off_of(view, self._sheets.all_sheets(view.review.case))

    def sign(self, review_id: UUID) -> ReviewView:
        """Sign the review off; from then on it cannot be changed.

        Raises:
            Refused: something is still missing; the message says what.
        """
        stand = self.sign_off(review_id)
        if not stand.may_sign:
            raise Refused(f"还不能签定：{stand.why_not}", "请逐项处理后再签定。")
        run = self._runs.of_review(self.view(review_id).review)
        with self._store.session() as session:
            self._write_seen(session, review_id)
            reviews.sign(session, review_id, run.id)
        signed = self.view(review_id)
        for follow in self._followers:
            self._tell(follow, signed.review)
        return signed

    @staticmethod
    def _tell(follow: Follower, review: Review) -> None:
        try:
            follow(review)
        except UserError as error:
            # The review is signed; what follows from it is made up for with the next step.
            log.warning("nothing followed from a signed review: %s", error)


def _take_over(session: Session, old: Review, review_id: UUID, by: Author) -> None:
    found = marks.marks_of(session, old.id)
    values: dict[str, object | None] = {}
    values |= {journal.mark_key(item): _copied(mark) for item, mark in found.items.items()}
    values |= {journal.veto_key(veto): mark for veto, mark in found.vetoes.items()}
    values |= {journal.bonus_key(name): points for name, points in found.bonuses.items()}
    journal.apply(session, review_id, values, f"承接{old.round.value}结果", by)


def _copied(mark: Mark) -> Mark:
    # An occurrence is a record of its own review, so a copy has an id of its own.
    copies = tuple(replace(old, id=uuid4()) for old in mark.occurrences)
    return replace(mark, occurrences=copies)


def _signed_at(review: Review) -> datetime:
    return review.signed_at or review.opened_at
