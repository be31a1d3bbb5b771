"""What the page 调卷 asks of the workspace, as a protocol."""

from typing import Protocol
from uuid import UUID

from reviewer.progress import Progress
from reviewer.workspace.campaigns.filing import FilesView


class FilingPort(Protocol):
    """Files of drawn cases."""

    def view(self, campaign_id: UUID) -> FilesView: ...
    def join(self, imported: UUID, drawn: UUID) -> None: ...
    def join_sure(self, campaign_id: UUID, progress: Progress) -> int: ...
