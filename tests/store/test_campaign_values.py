"""What follows a review travels through the codec unchanged: histories, objections, progress."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from reviewer.model.campaigns import Campaign, CaseKind, Stage, StageDates, StageState
from reviewer.model.casework import CaseProgress, CaseState
from reviewer.model.feedback import (
    Evidence,
    Feedback,
    FeedbackState,
    Objection,
    ObjectionState,
    Rectification,
    RectificationState,
    Transition,
)
from reviewer.store.campaign_kinds import kind_of
from reviewer.store.codec import decode, encode

ONE, DAY = UUID(int=1), date(2026, 3, 2)
TOLD = Transition(datetime(2026, 3, 2, 1, 0, tzinfo=UTC), ONE, "王某某", "送达", "待送达", "已送达")
OBJECTION = Objection(
    ONE, ONE, ("C9", "V07"), "有签名", DAY, None, state=ObjectionState.REVIEWING, history=(TOLD,)
)
VALUES = (
    Campaign(
        ONE, 2026, "评查", "某局", DAY, DAY, (CaseKind.GENERAL,), (),
        stages=(StageDates(Stage.NOTICE, DAY, DAY, StageState.DONE, (TOLD,)),),
    ),
    CaseProgress(ONE, ONE, ONE, CaseState.APPEAL, (TOLD,)),
    Feedback(
        ONE, ONE, ONE, FeedbackState.REVIEWING, DAY, DAY, DAY, DAY, (OBJECTION,), (TOLD,)
    ),
    Rectification(
        ONE, ONE, ONE, ONE, "甲〔2025〕1号", "C9", "问题", "依据", "第 1 页", "程序时限", "改正",
        RectificationState.ROLLED, DAY, evidence=(Evidence("a" * 64, "照片.jpg"),), origin=ONE,
        history=(TOLD,), notified_on=DAY, done_on=DAY, evidence_named="照片",
    ),
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda one: type(one).__name__)
def test_a_record_is_read_back_as_it_was_written(value: Any) -> None:
    assert decode(kind_of(type(value)).type, encode(value)) == value
