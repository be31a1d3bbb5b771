"""What a campaign came to: 汇总表, 通报 with its charts, 年度报告材料."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from reviewer.campaign.results import Result, faults, is_excellent
from reviewer.model.adjudications import Adjudication
from reviewer.model.feedback import FeedbackState, ObjectionState, RectificationState
from reviewer.model.standards import category
from reviewer.model.statistics import Statistics
from reviewer.reports.blocks import Picture, Report
from reviewer.reports.campaign.annual import annual_report
from reviewer.reports.campaign.bulletin import bulletin
from reviewer.reports.campaign.from_statistics import category_lines, summary_of
from reviewer.reports.campaign.inputs import (
    BulletinFigures,
    BulletinInput,
    LastYear,
    Official,
    SummaryInput,
)
from reviewer.reports.campaign.summary import summary
from reviewer.reports.campaign.year_inputs import AnnualInput
from reviewer.reports.charts import (
    Chart,
    HeatChart,
    MeansChart,
    ProblemsChart,
    SpreadChart,
    picture,
)
from reviewer.workspace.campaigns.papers.bulletin_words import bulletin_head, bulletin_of
from reviewer.workspace.campaigns.papers.findings import problem_lines
from reviewer.workspace.campaigns.papers.ground import Ground, doubled, reviewers
from reviewer.workspace.campaigns.papers.year_end import annual_source
from reviewer.workspace.campaigns.state import CampaignState
from reviewer.workspace.campaigns.views import sampled

_EXAMPLES = 3
"""Kinds of problem that the bulletin tells of each category."""
_ACCEPTED = frozenset({"采纳", "部分采纳"})
_SETTLED = frozenset({RectificationState.CLOSED, RectificationState.REVISITED})
_GONE = frozenset({RectificationState.WITHDRAWN})


def summary_input(ground: Ground, state: CampaignState, made_on: date) -> SummaryInput:
    """Return the values of 评查结果汇总表."""
    campaign = state.campaign
    pending = len(ground.results.waiting(campaign.id))
    return summary_of(campaign, ground.results.statistics(campaign.id), made_on, pending)


def summary_report(ground: Ground, state: CampaignState, made_on: date) -> Report:
    """Return 评查结果汇总表; a draft while results are open."""
    return summary(summary_input(ground, state, made_on))


def _as_it_stands(ground: Ground, state: CampaignState, made_on: date) -> SummaryInput:
    """Return the summary in which results that a unit may still object to are open, too."""
    found = summary_input(ground, state, made_on)
    final = {one.unit for one in state.feedback if one.state is FeedbackState.FINAL}
    told = {one.unit for one in state.feedback}
    waiting = set(ground.results.waiting(state.campaign.id))
    open_ones = (
        case for case in sampled(state) if case in waiting or state.row(case).unit in told - final
    )
    return replace(found, pending=len(set(open_ones)))


def bulletin_report(ground: Ground, state: CampaignState, made_on: date) -> Report:
    """Return the bulletin with what people wrote for it, dated when it was issued."""
    head, kept = bulletin_head(state, made_on), bulletin_of(state)
    found = ground.final(state)
    statistics = ground.results.statistics(state.campaign.id)
    return bulletin(
        BulletinInput(
            head,
            _as_it_stands(ground, state, head.written_on),
            bulletin_figures(state),
            category_lines(statistics, examples_of(found)),
            kept.practices,
            kept.requirements,
            tuple(ground.case_result(state, one) for one in found if is_excellent(one)),
            problem_lines(ground, state, found),
            tuple(charts_of(statistics, found)),
            last_year(ground, state, found),
            notified_until(state),
        )
    )


def bulletin_figures(state: CampaignState) -> BulletinFigures:
    """Return what the records tell of the campaign's course."""
    chosen = set(sampled(state))
    drawn = state.draws[-1].cases if state.draws else ()
    objections = [
        one
        for told in state.feedback
        for one in told.objections
        if one.state is not ObjectionState.WITHDRAWN
    ]
    closed: list[Adjudication] = [one for one in state.adjudications if one.closed_at is not None]
    return BulletinFigures(
        ledger_rows=len(state.ledger.rows) if state.ledger else 0,
        drawn=len(chosen),
        must_drawn=sum(one.must is not None and one.case in chosen for one in drawn),
        reviewers=len(reviewers(state)),
        double_reviewed=len(doubled(state)),
        adjudicated=len({one.case for one in closed}),
        objections=len(objections),
        accepted=sum(one.outcome in _ACCEPTED for one in objections),
    )


def examples_of(results: Sequence[Result]) -> Mapping[str, Sequence[str]]:
    """Return the most frequent problems of each category, by the clause that they fall under."""
    cases: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in results:
        told = {(category(fault.item.questions), fault.clause.text) for fault in faults(one)}
        hit = (veto for veto in one.standard.vetoes if veto.id in one.score.vetoes)
        told |= {(category(veto.questions), veto.text) for veto in hit}
        for name, text in told:
            cases[name][text.rstrip("。；")] += 1
    return {
        name: [f"{text}（{count} 卷）" for text, count in _first(counted)]
        for name, counted in cases.items()
    }


def _first(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_EXAMPLES]


def charts_of(statistics: Statistics, results: Sequence[Result]) -> list[Picture]:
    """Return the charts of the bulletin; one that has nothing to show is left out."""
    bands = results[0].standard.bands if results else ()
    charts: list[Chart] = []
    if statistics.units:
        charts.append(MeansChart(statistics.units, bands))
    if statistics.bands:
        charts.append(SpreadChart(statistics.bands))
    if statistics.heat.rows:
        charts.append(HeatChart(statistics.heat))
    if statistics.problems:
        charts.append(ProblemsChart(statistics.problems))
    return [picture(one, number=f"图 {number}") for number, one in enumerate(charts, 1)]


def last_year(ground: Ground, state: CampaignState, found: Sequence[Result]) -> LastYear | None:
    """Return last year's figures where that campaign is kept here and has results."""
    before = state.campaign.previous
    known = {one.id: one for one in ground.records.campaigns()}
    if before is None or before not in known:
        return None
    results = [one for one in ground.results.final(before) if one.is_scored]
    if not results:
        return None
    mean = sum((one.score.total for one in results), Decimal(0)) / len(results)
    now = {one.standard.content_hash for one in found}
    same = now == {one.standard.content_hash for one in results}
    return LastYear(known[before].year, len(results), mean, same)


def rectify_by(state: CampaignState, written_on: date) -> date:
    """Return the last day of rectification: that of the notices, else what the set-up says."""
    days = timedelta(days=state.campaign.rectification_days)
    return notified_until(state) or written_on + days


def notified_until(state: CampaignState) -> date | None:
    """Return the last day that the notices set; None before there are any.

    A longer term that one unit was given, and what last year left open, say nothing of all.
    """
    own = [one for one in state.rectifications if one.origin is None and one.state not in _GONE]
    told = [one.notified_on for one in own if one.notified_on is not None]
    return max(told) + timedelta(days=state.campaign.rectification_days) if told else None


def annual_of(
    ground: Ground, state: CampaignState, head: Official, source: AnnualInput | None = None
) -> Report:
    """Return the material of the yearly report; `source` holds what people filled in."""
    figures = source or annual_source(ground, state, head)
    if not ground.final(state):
        return annual_report(figures)
    statistics = ground.results.statistics(state.campaign.id)
    counted = [one for one in state.rectifications if one.state not in _GONE]
    done = sum(one.state in _SETTLED for one in counted)
    return annual_report(
        replace(
            figures,
            summary=summary_input(ground, state, head.written_on),
            categories=category_lines(statistics, examples_of(ground.final(state))),
            rectified=(done, len(counted)) if counted else None,
        )
    )
