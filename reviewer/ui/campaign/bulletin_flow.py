"""What the page 通报 asks of the workspace, through jobs."""

from reviewer.ui.campaign.bulletin_page import BulletinPage
from reviewer.ui.campaign.flow import CampaignFlow
from reviewer.ui.campaign.follow_part import FollowPart
from reviewer.ui.campaign.part import Deed
from reviewer.ui.campaign.steps_line import today
from reviewer.ui.jobs import Jobs
from reviewer.ui.services import Campaigns
from reviewer.ui.shell.place_stack import HomePlace
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.terms import read_day


class BulletinFlow(FollowPart):
    """Takes the bulletin from its words to its issue."""

    def __init__(
        self, services: Campaigns, jobs: Jobs, tokens: Tokens, campaign: CampaignFlow
    ) -> None:
        super().__init__(services, jobs, campaign)
        self.page = page = BulletinPage(tokens)
        page.edited.connect(self._on_edited)
        page.write_asked.connect(self._on_write)
        page.issued.connect(self._on_issued)

    def places(self) -> tuple[HomePlace, ...]:
        """Return the page."""
        return (HomePlace("bulletin", self.page, self.page.set_tokens, self.page.begin),)

    def actions(self) -> frozenset[str]:
        """Return what can be done now."""
        ids = {"bulletin.open", "bulletin.write"}
        return frozenset(ids) if self.exists() else frozenset()

    def deeds(self) -> dict[str, Deed]:
        """Return what each action does."""
        return {"bulletin.open": self.show, "bulletin.write": self.ask_where_to}

    def show(self) -> None:
        """Go to the bulletin."""
        self.refresh()
        self.shown.emit(self.page)

    def refresh(self) -> None:
        """Ask how far the bulletin is."""
        bulletins = self._services.bulletins
        self.ask_view(lambda seen: bulletins.view(seen, today()), self.page.show_view)

    def ask_where_to(self) -> None:
        """Ask where the bulletin goes."""
        self.show()
        self._on_write()

    def _on_edited(self, texts: dict[str, str]) -> None:
        bulletins = self._services.bulletins
        self.change(
            lambda seen, _: bulletins.keep(seen, texts), "已保存通报内容", self.page.steps.refuse
        )

    def _on_write(self) -> None:
        self.page.flush()
        bulletins = self._services.bulletins
        self.ask_where(self.page, "通报", lambda seen, folder, progress: bulletins.write(
            seen, folder, today(), progress))  # fmt: skip

    def _on_issued(self, day: str) -> None:
        bulletins = self._services.bulletins
        self.change(
            lambda seen, _: bulletins.issue(seen, read_day(day, "印发日期")),
            "已登记通报印发",
            self.page.steps.refuse,
        )
