"""Every document of a campaign, made from the made-up campaign."""

from collections.abc import Callable

from reviewer.reports.blocks import Report
from reviewer.reports.campaign.annual import annual_report
from reviewer.reports.campaign.bulletin import bulletin
from reviewer.reports.campaign.closing import closing
from reviewer.reports.campaign.draw_record import draw_record
from reviewer.reports.campaign.feedback_letter import feedback_letter
from reviewer.reports.campaign.file_index import file_index
from reviewer.reports.campaign.groups import groups
from reviewer.reports.campaign.minutes import minutes
from reviewer.reports.campaign.notice import notice
from reviewer.reports.campaign.objection_decision import objection_decision
from reviewer.reports.campaign.problem_list import problem_list
from reviewer.reports.campaign.rectification_ledger import rectification_ledger
from reviewer.reports.campaign.rectification_notice import rectification_notice
from reviewer.reports.campaign.self_check import self_check
from reviewer.reports.campaign.summary import summary
from tests.reports.campaign import made_results as made
from tests.reports.campaign.made_campaign import draw_input, notice_input

DOCUMENTS: dict[str, Callable[[], Report]] = {
    "通知": lambda: notice(notice_input()),
    "抽取记录": lambda: draw_record(draw_input()),
    "评查组名单": lambda: groups(made.groups_input()),
    "合议记录": lambda: minutes(made.minutes_input()),
    "反馈意见": lambda: feedback_letter(made.feedback_input()),
    "问题清单": lambda: problem_list(made.problems_input()),
    "申辩复核决定": lambda: objection_decision(made.objection_input()),
    "汇总表": lambda: summary(made.summary_input()),
    "通报": lambda: bulletin(made.bulletin_input()),
    "整改通知书": lambda: rectification_notice(made.rectification_notice_input()),
    "整改台账": lambda: rectification_ledger(made.rectification_ledger_input()),
    "销号单": lambda: closing(made.closing_input()),
    "年度报告": lambda: annual_report(made.annual_input()),
    "卷内目录": lambda: file_index(made.file_index_input()),
    "三项制度自查": lambda: self_check(made.self_check_input()),
}
