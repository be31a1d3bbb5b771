"""The part 假如…: its two pages, and what they ask of the workspace, through jobs."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.errors import UserError
from reviewer.ui.campaign.statistics.flip_page import FlipPage
from reviewer.ui.campaign.statistics.ports import CampaignSupposing
from reviewer.ui.campaign.statistics.standard_page import StandardPage
from reviewer.ui.forms import Segments
from reviewer.ui.jobs import Jobs, Lane
from reviewer.ui.parts import row
from reviewer.ui.theme import Tokens
from reviewer.workspace.campaigns.suppositions import Changes, Flip, Suppositions

FLIP, STANDARD = "flip", "standard"
_PAGES = ((FLIP, "改定一项"), (STANDARD, "换标准"))


class WhatIf(QWidget):
    """What would be if."""

    opened = Signal(str, object)  # words, tuple of UUID
    said = Signal(str)
    failed = Signal(Exception)

    def __init__(self, supposing: CampaignSupposing, jobs: Jobs, tokens: Tokens) -> None:
        super().__init__()
        self._supposing, self._jobs = supposing, jobs
        self._seen: UUID | None = None
        self.flips = FlipPage(tokens)
        self.standard = StandardPage(tokens)
        self._choice = Segments(_PAGES)
        self._choice.chosen.connect(self.show_page)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.flips)
        self._stack.addWidget(self.standard)
        choice = row(self._choice, gap=0)
        choice.setContentsMargins(tokens.margin, 0, tokens.margin, 0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(tokens.block)
        body.addLayout(choice)
        body.addWidget(self._stack, 1)
        self.show_page(FLIP)
        self.flips.chosen.connect(self._on_flip)
        self.standard.change_asked.connect(self._on_change)
        self.standard.file_asked.connect(self._on_file)
        self.standard.write_asked.connect(self._on_write)
        for page in (self.flips, self.standard):
            page.opened.connect(self.opened)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take colours and sizes."""
        self.flips.set_tokens(tokens)
        self.standard.set_tokens(tokens)

    def show_page(self, name: str) -> None:
        """See one of the pages."""
        self._choice.choose(name)
        self._stack.setCurrentWidget(self.flips if name == FLIP else self.standard)

    def begin(self) -> None:
        """Put the keyboard on the page that is seen."""
        (self.flips if self._stack.currentIndex() == 0 else self.standard).begin()

    def refresh(self, campaign_id: UUID) -> None:
        """Ask what can be supposed of a campaign."""
        self._seen = campaign_id
        job = self._jobs.start(lambda _: self._supposing.offers(campaign_id), Lane.READ)
        job.succeeded.connect(lambda found: self._on_offers(campaign_id, found))
        job.failed.connect(self.failed)

    def _on_offers(self, campaign_id: UUID, found: Suppositions) -> None:
        if campaign_id == self._seen:
            self.standard.show_standards(found.standards)
            self.flips.show_flips(found.flips)

    def _on_flip(self, flip: Flip) -> None:
        seen, supposing = self._seen, self._supposing
        if seen is None:
            return
        job = self._jobs.start(lambda _: supposing.if_decided(seen, flip), Lane.READ)
        job.succeeded.connect(lambda found: self.flips.show_found(flip, found))
        job.failed.connect(self.failed)

    def _on_change(self, content_hash: str, changes: Changes) -> None:
        seen, supposing = self._seen, self._supposing
        if seen is None:
            return
        job = self._jobs.start(
            lambda _: supposing.if_changed(seen, content_hash, changes), Lane.READ
        )
        job.succeeded.connect(self.standard.show_found)
        job.failed.connect(self._on_refused)

    def _on_file(self, content_hash: str, path: Path) -> None:
        seen, supposing = self._seen, self._supposing
        if seen is None:
            return
        job = self._jobs.start(lambda _: supposing.if_file(seen, content_hash, path), Lane.READ)
        job.succeeded.connect(self.standard.show_found)
        job.failed.connect(self._on_refused)

    def _on_write(self, content_hash: str, path: Path) -> None:
        seen, supposing = self._seen, self._supposing
        if seen is None:
            return
        job = self._jobs.start(
            lambda _: supposing.write_standard(seen, content_hash, path), Lane.LONG
        )
        job.succeeded.connect(lambda _: self.said.emit(f"现行标准已存为《{path.name}》"))
        job.failed.connect(self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.standard.say(f"{error}{error.remedy}", "red")
        else:
            self.failed.emit(error)
