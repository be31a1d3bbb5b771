"""What the pages of packages ask of the workspace, as protocols."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol
from uuid import UUID

from reviewer.progress import Progress
from reviewer.workspace.campaigns.handing import HandingView, Taken
from reviewer.workspace.campaigns.package_views import Decision, PackagePreview, Written


class Packages(Protocol):
    """Packages one at a time."""

    def is_package(self, path: Path) -> bool: ...
    def preview(self, path: Path, progress: Progress | None = None) -> PackagePreview: ...
    def write_result(self, campaign_id: UUID, path: Path, progress: Progress) -> Written: ...


class Handing(Protocol):
    """Packages for several people, and packages read in whole."""

    def view(self, campaign_id: UUID) -> HandingView: ...
    def write_tasks(
        self, campaign_id: UUID, people: Sequence[UUID], folder: Path, progress: Progress
    ) -> tuple[Written, ...]: ...
    def take(
        self, preview: PackagePreview, progress: Progress, decisions: Mapping[UUID, Decision]
    ) -> Taken: ...


class PackageCampaigns(Protocol):
    """The services of packages."""

    @property
    def packages(self) -> Packages: ...
    @property
    def handing(self) -> Handing: ...
