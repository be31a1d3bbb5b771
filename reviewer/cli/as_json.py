"""The JSON object that `reviewer check --json` prints for one case file (check-output.md).

Keys are only ever added.  Paths are those below PATH, pages count from 1, boxes are fractions of
the upright page and null for a DOCX.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reviewer.model import (
    Breach,
    CheckRun,
    Document,
    Fact,
    Finding,
    PageRef,
    Place,
    Reading,
    Standard,
    Unreadable,
    value_to_json,
)
from reviewer.scoring import items_of_rule

SCHEMA = 1
_WORDED = frozenset({"party", "cause", "issuing_body", "review_opinion"})
"""Values in words: punctuation is matched half-width and printed as Chinese print it."""
_CHINESE = str.maketrans("(),;", "（），；")


def as_json(reading: Reading, run: CheckRun, standards: Sequence[Standard]) -> str:
    """Return the result of one case as one line of JSON."""
    paths = reading.paths
    standard = standard_of(reading, standards)
    content = {
        "schema": SCHEMA,
        "case": {"procedure": reading.procedure.value},
        "documents": [_document(paths, one) for one in reading.documents],
        "unclassified": [_page(paths, ref) for ref in reading.unclassified],
        "unreadable": [_unreadable(one) for one in reading.unreadable],
        "facts": _facts(reading),
        "findings": [_finding(paths, one, standard) for one in run.findings],
    }
    return json.dumps(content, ensure_ascii=False)


def standard_of(reading: Reading, standards: Sequence[Standard]) -> Standard | None:
    """Return the shipped standard of the procedure of `reading`; None when there is none."""
    for standard in standards:
        if reading.procedure.value in standard.procedures:
            return standard
    return None


def _document(paths: Mapping[str, str], document: Document) -> dict[str, Any]:
    content = {
        "id": document.id,
        "type": document.type,
        "title": document.title,
        "confidence": round(document.confidence, 2),
        "pages": [_page(paths, ref) for ref in document.pages],
    }
    if document.blocks is not None:
        content["blocks"] = list(document.blocks)
    return content


def _page(paths: Mapping[str, str], ref: PageRef) -> dict[str, Any]:
    return {"file": paths.get(ref.file, ""), "page": ref.page}


def _unreadable(failed: Unreadable) -> dict[str, Any]:
    page = f"第{failed.page}页：" if failed.page else ""
    return {"file": failed.path, "reason": f"{page}{failed.reason}"}


def _facts(reading: Reading) -> list[dict[str, Any]]:
    """Return one entry per distinct key, value and document, the most certain place of each."""
    best: dict[tuple[str, str, int], Fact] = {}
    for fact in reading.facts:
        value = json.dumps(value_to_json(fact.value), ensure_ascii=False)
        key = (fact.key, value, fact.document)
        if key not in best or fact.confidence > best[key].confidence:
            best[key] = fact
    return [_fact(reading.paths, fact) for fact in best.values()]


def _fact(paths: Mapping[str, str], fact: Fact) -> dict[str, Any]:
    return {
        "key": fact.key,
        "value": _printed(fact),
        "document": fact.document if fact.document >= 0 else None,
        **_place(paths, fact.place),
        "confidence": round(fact.confidence, 4),
    }


def _printed(fact: Fact) -> Any:
    value = value_to_json(fact.value)
    worded = fact.key in _WORDED and isinstance(value, str)
    return value.translate(_CHINESE) if worded else value


def _place(paths: Mapping[str, str], place: Place) -> dict[str, Any]:
    return {
        "file": paths.get(place.file, ""),
        "page": place.page,
        "quote": place.quote,
        "box": list(place.box.rounded()) if place.box else None,
    }


def _finding(
    paths: Mapping[str, str], finding: Finding, standard: Standard | None
) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "items": list(items_of_rule(standard, finding.rule)) if standard else [],
        "message": finding.message,
        "basis": list(finding.basis),
        "because": list(finding.because),
        "evidence": [_place(paths, one) for one in finding.evidence],
        "occurrences": [_occurrence(paths, one) for one in occurrences(finding)],
    }


def occurrences(finding: Finding) -> list[Breach]:
    """Return the breaches that the verdict rests on; lesser ones are told in the message."""
    return [breach for breach in finding.breaches if breach.verdict is finding.verdict]


def _occurrence(paths: Mapping[str, str], breach: Breach) -> dict[str, Any]:
    return {
        "subject": breach.subject,
        "message": breach.message,
        "evidence": [_place(paths, one) for one in breach.evidence],
    }
