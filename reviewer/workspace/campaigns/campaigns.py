"""The services of the annual campaign, one attribute each."""

from reviewer.store import Store
from reviewer.workspace.campaigns.records import CampaignRecords
from reviewer.workspace.readings import Readings


class Campaigns:
    """Everything that can be asked for around campaigns."""

    def __init__(self, store: Store, readings: Readings) -> None:
        self.records = CampaignRecords(store, readings)
