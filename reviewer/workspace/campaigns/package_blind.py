"""Which cases of a package a blind review (盲评) hides from who looks at its preview."""

from reviewer.exchange import Package, PackageKind
from reviewer.model.adjudications import Adjudication
from reviewer.model.campaigns import Campaign
from reviewer.model.casework import CaseProgress
from reviewer.model.draws import Assignment
from reviewer.store import Session, campaigns, desktops
from reviewer.store.codec import decode
from reviewer.workspace.campaigns.hiding import is_hidden
from reviewer.workspace.campaigns.package_naming import Names
from reviewer.workspace.campaigns.state import CampaignState

_TOLD = (Assignment, CaseProgress, Adjudication)


def names_for(session: Session, package: Package) -> Names:
    """Return what gives the records of a package their names, as far as they may be told here.

    A task package that comes to a reviewer hides all its cases; what comes back hides from who
    leads and reviews, too, the cases that they were given and do not see whole.
    """
    campaign = _campaign(session, package)
    if campaign is None or not campaign.blind or campaign.closed_at is not None:
        return Names()
    person = desktops.current_person(session)
    here = None if person is None else person.id
    leads = any(one.person == here and one.leads_campaign for one in campaign.members)
    if package.manifest.kind is PackageKind.TASK and not leads:
        return Names(hides_all=True)
    kept = {kind: campaigns.all_of(session, kind, campaign.id) for kind in _TOLD}
    state = CampaignState(campaign, kept, {})
    own = (one for one in state.assignments if one.person == here)
    return Names(hidden=frozenset(one.case for one in own if is_hidden(state, one)))


def _campaign(session: Session, package: Package) -> Campaign | None:
    """Return the set-up as it comes, else as it is here."""
    name = f"records/{package.manifest.campaign.id}.json"
    if package.has(name):
        return decode(Campaign, package.json(name)["record"]["body"])
    return campaigns.get(session, Campaign, package.manifest.campaign.id)
