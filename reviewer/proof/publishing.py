"""From a run of `reviewer prove` to the figures that ship with the program.

Each form of delivery is measured and replaced for itself, so that text files and scans may be
measured by two commands.  Refused before anything is measured: a run on seeds that rules are
written on, a run of some rules only, and a file that would hold figures of both kinds of seeds.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reviewer.errors import UserError
from reviewer.intake import OcrEngine
from reviewer.model.figures import Measured
from reviewer.proof.figures import FormFigures, sum_up
from reviewer.proof.made import Form
from reviewer.proof.proving import Proven, Request
from reviewer.proof.seeds import REPORTING_SEEDS

SCANNED = frozenset({Form.SCAN, Form.PHOTOS})
"""Forms of which pages must be recognised."""


def refuse_figures(
    request: Request, before: Sequence[Measured], path: Path, *, any_seeds: bool = False
) -> None:
    """Return when the figures of `request` may be written to `path`, which holds `before`.

    With `any_seeds` those of seeds that rules are written on may be, also beside the others.

    Raises:
        UserError: they may not.
    """
    if not path.parent.is_dir():
        raise UserError(f"找不到文件夹“{path.parent}”。", "请确认路径是否正确。")
    if request.rules:
        raise UserError("只测部分规则的结果不能写入测量结果文件。", "请去掉 --rules。")
    if any_seeds:
        return
    if not _is_reporting(request):
        raise UserError(
            "写规则用的种子测得的结果不能公布。",
            f"请使用 {REPORTING_SEEDS[0]} 至 {REPORTING_SEEDS[-1]} 的种子；"
            "仅为试用的，加 --any-seeds。",
        )
    if mixed := [one.form for one in _kept(before, request.forms) if not one.reporting]:
        raise UserError(
            f"《{path.name}》中 {'、'.join(mixed)} 的结果由写规则用的种子测得，不能并列。",
            "请用公布用的种子一并测量，或先删除该文件。",
        )


def measured(proven: Sequence[Proven], request: Request, on: date) -> tuple[Measured, ...]:
    """Return the figures of `proven`, one entry a form; `on` is the day of the measurement."""
    figures = sum_up(proven)
    by_form = {one.form: one for one in figures.forms}
    return tuple(
        Measured(
            form=form.value,
            scanned=form in SCANNED,
            on=on,
            seeds=(request.seed, request.seed + request.cases - 1),
            reporting=_is_reporting(request),
            **_counts(by_form[form]),
            engine=proven[0].versions["engine"],
            rules_version=proven[0].versions["rules"],
            recognition=OcrEngine.ENGINE if form in SCANNED else "",
            rules=rules,
        )
        for form, rules in figures.rules_by_form
    )


def merged(before: Sequence[Measured], now: Sequence[Measured]) -> tuple[Measured, ...]:
    """Return `before` with the forms of `now` replaced, in the order of the forms."""
    order = [form.value for form in Form]
    kept = _kept(before, [Form(one.form) for one in now])
    return tuple(sorted((*kept, *now), key=lambda one: order.index(one.form)))


def _counts(one: FormFigures) -> dict[str, int]:
    return {
        "cases": one.cases,
        "clean": one.clean,
        "clean_alarms": one.clean_false_alarms,
        "clean_unsure": one.clean_unsure,
        "clean_applicable": one.clean_applicable,
    }


def _is_reporting(request: Request) -> bool:
    last = request.seed + request.cases - 1
    return request.seed in REPORTING_SEEDS and last in REPORTING_SEEDS


def _kept(before: Sequence[Measured], forms: Sequence[Form]) -> list[Measured]:
    """Return what was measured before of other forms; what no form names any more is dropped."""
    replaced = {form.value for form in forms}
    known = {form.value for form in Form} - replaced
    return [one for one in before if one.form in known]
