"""What the page 反馈申辩 asks of the workspace, through jobs."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from reviewer.progress import Progress
from reviewer.ui.campaign.feedback_page import FeedbackPage
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.follow_part import Change, FollowPart
from reviewer.ui.campaign.objection_page import NewObjection, ObjectionPage
from reviewer.ui.campaign.part import Deed
from reviewer.ui.campaign.steps_line import today
from reviewer.ui.jobs import Jobs
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.feedback_views import FeedbackView
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.terms import read_day


class FeedbackFlow(FollowPart):
    """Takes the feedback of each unit from its letter to the end of its objections."""

    case_wanted = Signal(object)  # UUID

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(services, jobs, campaign)
        self._view: FeedbackView | None = None
        self.page, self.form = page, form = FeedbackPage(tokens), ObjectionPage(tokens)
        page.letters_asked.connect(self._on_letters)
        page.step_taken.connect(self._on_step)
        page.objection_asked.connect(self._on_register)
        card = page.objection
        card.step_taken.connect(self._on_objection_step)
        card.decided.connect(self._on_decided)
        card.review_asked.connect(self.case_wanted)
        card.paper_asked.connect(self._on_paper)
        card.file_opened.connect(self.open_file)
        form.registered.connect(self._on_registered)
        form.cancelled.connect(self.show)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page and the form of an objection."""
        return (
            HomePlace("feedback", self.page, self.page.set_tokens, self.page.begin),
            HomePlace("objection", self.form, self.form.set_tokens, self.form.begin),
        )

    def actions(self) -> frozenset[str]:
        """Return what can be done now."""
        ids = {"feedback.open", "feedback.letters"}
        return frozenset(ids) if self.exists() else frozenset()

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {"feedback.open": self.show, "feedback.letters": self.ask_letters}

    def show(self) -> None:
        """Go to the feedback of all units."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Ask how far the feedback is."""
        looks = self._services.feedback_looks
        self.ask_view(lambda seen: looks.view(seen, today()), self._on_view)

    def ask_letters(self) -> None:
        """Ask where the letters of all units go."""
        self.show()
        self._on_letters(())

    def write_letters(
        self, seen: UUID, units: tuple[UUID, ...], folder: Path, progress: Progress
    ) -> tuple[Path, ...]:
        """Draft the feedback that is missing, and write letter and list of each unit."""
        self._services.feedback.draft(seen)
        papers = self._services.follow_papers
        return papers.feedback(seen, units, folder, today(), progress)

    def _on_view(self, view: FeedbackView) -> None:
        self._view = view
        self.page.show_view(view)

    def _on_letters(self, units: tuple[UUID, ...]) -> None:
        self.ask_where(
            self.page, "反馈意见", lambda seen, folder, progress: self.write_letters(
                seen, units, folder, progress
            )
        )  # fmt: skip

    def _on_step(self, units: tuple[UUID, ...], action: str, day: str, note: str) -> None:
        feedback = self._services.feedback
        (unit, *_) = units
        deeds: dict[str, Change] = {
            "送达": lambda seen, _: feedback.send(seen, units, read_day(day, "送达日期")),
            "收回": lambda seen, _: feedback.recall(seen, unit, note),
            "登记签收": lambda seen, _: feedback.receive(seen, unit, read_day(day, "签收日期")),
            "填写期限": lambda seen, _: feedback.set_limit(seen, unit, read_day(day), note),
            "登记无异议": lambda seen, _: feedback.consent(seen, unit, note),
            "终定": lambda seen, _: feedback.finalise(seen, unit, today()),
            "重新复核": lambda seen, _: feedback.reopen(seen, unit, note),
        }
        self.change(deeds[action], f"已办理：{action}", self.page.steps.refuse)

    def _on_objection_step(self, objection: UUID, action: str, day: str, note: str) -> None:
        objections = self._services.objections
        deeds: dict[str, Change] = {
            "受理": lambda seen, _: objections.take_up(seen, objection, note),
            "不予受理": lambda seen, _: objections.turn_away(
                seen, objection, note, read_day(day, "决定日期")
            ),
            "撤回": lambda seen, _: objections.withdraw(seen, objection, note),
        }
        self.change(deeds[action], f"已办理：{action}", self.page.objection.refuse)

    def _on_decided(
        self, objection: UUID, outcome: str, day: str, note: str, reasons: dict[str, str]
    ) -> None:
        objections = self._services.objections
        self.change(
            lambda seen, _: objections.decide(
                seen, objection, outcome, note, read_day(day, "决定日期"), reasons
            ),
            f"已作出复核决定：{outcome}",
            self.page.objection.refuse,
        )

    def _on_register(self, unit: UUID) -> None:
        one = self._view.unit(unit) if self._view else None
        if one is not None:
            self.form.show_unit(one)
            self.shown.emit(self.form)

    def _on_registered(self, new: NewObjection) -> None:
        objections, files = self._services.objections, self._services.files

        def register(seen: UUID, progress: Progress) -> CampaignState:
            day = read_day(new.day, "收到日期")
            kept = files.keep(new.files, progress)
            return objections.add(seen, new.case, new.items, new.text, day, kept)

        self.change(register, "已登记申辩", self.form.refuse, self.show)

    def _on_paper(self, objection: UUID) -> None:
        papers = self._services.follow_papers
        self.ask_where(
            self.page, "复核决定", lambda seen, folder, progress: papers.decision(
                seen, objection, folder, progress
            )
        )  # fmt: skip
