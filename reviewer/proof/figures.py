"""The sums of many proven cases: for each rule, each form of delivery, and all together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.model.figures import RuleScore
from reviewer.proof.made import Form
from reviewer.proof.measure import totals
from reviewer.proof.proving import Proven


@dataclass(frozen=True, slots=True)
class FormFigures:
    """Sums over the cases of one form of delivery, or over all."""

    form: Form | None
    """None is all forms together."""
    cases: int
    clean: int
    planted: int
    found: int
    paged: int
    page_right: int
    false_alarms: int
    clean_false_alarms: int
    """False alarms in lawful files."""
    clean_unsure: int
    """`hint` and `cannot_tell` in lawful files."""
    clean_applicable: int
    """Findings in lawful files that are not `not_applicable`."""
    pages: int
    recognised: int
    recognition_seconds: float
    """Reading time of the cases of which pages were recognised."""

    @property
    def recall(self) -> float | None:
        """Return the share of planted faults that were found."""
        return self.found / self.planted if self.planted else None

    @property
    def precision(self) -> float | None:
        """Return the share of reported problems that were planted."""
        reported = self.found + self.false_alarms
        return self.found / reported if reported else None

    @property
    def page_rate(self) -> float | None:
        """Return the share of found faults whose evidence lies on a page that proves them."""
        return self.page_right / self.paged if self.paged else None

    @property
    def unsure_rate(self) -> float | None:
        """Return the share of `hint` and `cannot_tell` in the findings of lawful files."""
        return self.clean_unsure / self.clean_applicable if self.clean_applicable else None

    @property
    def clean_alarm_rate(self) -> float | None:
        """Return the false alarms for each lawful file."""
        return self.clean_false_alarms / self.clean if self.clean else None

    @property
    def pages_a_minute(self) -> float | None:
        """Return the pages recognised in a minute on this computer; None when there were none."""
        if not self.recognised:
            return None
        return self.recognised / self.recognition_seconds * 60


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is printed of a run."""

    forms: tuple[FormFigures, ...]
    """One a form that occurred, then all together."""
    rules: tuple[RuleScore, ...]
    rules_by_form: tuple[tuple[Form, tuple[RuleScore, ...]], ...]
    unsure: tuple[tuple[str, int], ...]
    """How often each rule was unsure of a lawful file, most often first."""


def sum_up(proven: Sequence[Proven]) -> Figures:
    """Return the sums of `proven`."""
    by_form = [(form, [one for one in proven if one.drawn.form is form]) for form in Form]
    by_form = [(form, some) for form, some in by_form if some]
    unsure = Counter(f.rule for one in proven if one.clean for f in one.comparison.unsure)
    return Figures(
        forms=(*(_sums(form, some) for form, some in by_form), _sums(None, proven)),
        rules=_rules(proven),
        rules_by_form=tuple((form, _rules(some)) for form, some in by_form),
        unsure=tuple(unsure.most_common()),
    )


def _rules(proven: Iterable[Proven]) -> tuple[RuleScore, ...]:
    return totals(one.comparison for one in proven)


def _sums(form: Form | None, proven: Sequence[Proven]) -> FormFigures:
    every = [one.comparison for one in proven]
    clean = [one.comparison for one in proven if one.clean]
    return FormFigures(
        form=form,
        cases=len(proven),
        clean=len(clean),
        planted=sum(len(c.found) + len(c.missed) for c in every),
        found=sum(len(c.found) for c in every),
        paged=sum(len(c.page_right) + len(c.page_wrong) for c in every),
        page_right=sum(len(c.page_right) for c in every),
        false_alarms=sum(len(c.false_alarms) for c in every),
        clean_false_alarms=sum(len(c.false_alarms) for c in clean),
        clean_unsure=sum(len(c.unsure) for c in clean),
        clean_applicable=sum(c.applicable for c in clean),
        pages=sum(one.pages for one in proven),
        recognised=sum(one.recognised for one in proven),
        recognition_seconds=sum(one.seconds for one in proven if one.recognised),
    )
