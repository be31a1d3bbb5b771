"""Why a package is not read in: always with the name of its file, a stick holds several."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.errors import BadPackage, StoreError
from reviewer.exchange import Package, PackageKind
from reviewer.model.campaigns import Campaign
from reviewer.store import Session, campaigns


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Name the file in whatever a package is refused for."""
    try:
        yield
    except (BadPackage, StoreError) as error:
        if path.name in str(error):
            raise
        raise type(error)(f"“{path.name}”不能读入：{error}", error.remedy) from error


def refuse_foreign(session: Session, package: Package) -> None:
    """Refuse results of a campaign that is neither here nor in the package.

    Raises:
        BadPackage: so it is.
    """
    campaign = package.manifest.campaign
    brought = package.has(f"records/{campaign.id}.json")
    if package.manifest.kind is not PackageKind.RESULT or brought:
        return
    if campaigns.get(session, Campaign, campaign.id) is None:
        raise BadPackage(
            f"这是“{campaign.name}”的成果包，本机没有这个活动。",
            "成果包请交给该活动的组织单位读入；本机参加评查的，请先读入组织单位发来的任务包。",
        )
