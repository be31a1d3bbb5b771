"""Every document of a campaign, made from the made-up campaign."""

from collections.abc import Callable

from reviewer.reports.blocks import Report
from reviewer.reports.campaign.draw_record import draw_record
from reviewer.reports.campaign.notice import notice
from tests.reports.campaign.made_campaign import draw_input, notice_input

DOCUMENTS: dict[str, Callable[[], Report]] = {
    "通知": lambda: notice(notice_input()),
    "抽取记录": lambda: draw_record(draw_input()),
}
