"""The tables of the campaign: stages, drawn cases, feedback, objections, rectification.

What a step needs beyond the table (signed reviews, dates) is checked by the functions that take
it: `progress` for stages and cases, `feedback` and `rectification` for the others.
"""

from reviewer.campaign.machines import LEADER, LEADERS, Machine, Step, lines
from reviewer.model.campaigns import StageState
from reviewer.model.casework import CaseState
from reviewer.model.feedback import FeedbackState, ObjectionState, RectificationState

BEGIN, FINISH, REOPEN = "开始", "完成", "重新打开"
STAGES = Machine(
    "本阶段",
    StageState.WAITING,
    frozenset({StageState.DONE}),
    (
        Step(BEGIN, StageState.WAITING, StageState.RUNNING, LEADERS),
        Step(FINISH, StageState.RUNNING, StageState.DONE, LEADERS),
        Step(REOPEN, StageState.DONE, StageState.RUNNING, LEADER, needs_reason=True),
    ),
)
MISS, DELIVER, REPLACE, DROP = "登记缺件", "补到", "调换", "移出评查"
START, COMPLETE, SEND_BACK, SIGN = "开始评查", "评完待签", "退回修改", "签定"
REVIEW_AGAIN = "重新评查"
DISPUTE, ADJUDICATE = "提交合议", "合议决定"
APPEAL, DECIDE_APPEAL, FINALISE, REOPEN_CASE = "受理申辩", "复核决定", "终定", "重新复核"
_C = CaseState
CASES = Machine(
    "本案卷",
    _C.WAITING,
    frozenset({_C.FINAL, _C.REPLACED, _C.DROPPED}),
    (
        *lines((_C.WAITING, _C.REVIEWING), MISS, _C.MISSING, needs_reason=True),
        Step(DELIVER, _C.MISSING, _C.WAITING),
        Step(REPLACE, _C.MISSING, _C.REPLACED, LEADERS, needs_reason=True),
        *lines((_C.WAITING, _C.MISSING), DROP, _C.DROPPED, LEADER, needs_reason=True),
        Step(START, _C.WAITING, _C.REVIEWING),
        Step(COMPLETE, _C.REVIEWING, _C.TO_SIGN),
        Step(SEND_BACK, _C.TO_SIGN, _C.REVIEWING),
        *lines(
            (_C.TO_SIGN, _C.DECIDED, _C.DISPUTED),
            REVIEW_AGAIN,
            _C.REVIEWING,
            LEADERS,
            needs_reason=True,
        ),
        Step(SIGN, _C.TO_SIGN, _C.DECIDED),
        Step(DISPUTE, _C.TO_SIGN, _C.DISPUTED),
        Step(DISPUTE, _C.DECIDED, _C.DISPUTED, LEADERS, needs_reason=True),
        Step(ADJUDICATE, _C.DISPUTED, _C.DECIDED, LEADERS),
        Step(APPEAL, _C.DECIDED, _C.APPEAL, LEADERS),
        Step(DECIDE_APPEAL, _C.APPEAL, _C.DECIDED, LEADERS),
        Step(FINALISE, _C.DECIDED, _C.FINAL, LEADERS),
        Step(REOPEN_CASE, _C.FINAL, _C.APPEAL, LEADER, needs_reason=True),
    ),
)

SEND, RECALL, RECEIVE, SET_LIMIT = "送达", "收回", "登记签收", "填写期限"
OBJECT, BEGIN_REVIEW, DECIDE, CONSENT = "登记申辩", "开始复核", "完成复核", "登记无异议"
REOPEN_FEEDBACK = "重新复核"
_F = FeedbackState
FEEDBACK = Machine(
    "本单位的反馈意见",
    _F.DRAFT,
    frozenset({_F.FINAL}),
    (
        Step(SEND, _F.DRAFT, _F.SENT, LEADERS),
        Step(RECALL, _F.SENT, _F.DRAFT, LEADERS, needs_reason=True),
        *lines((_F.SENT, _F.OBJECTED, _F.REVIEWING), RECEIVE),
        *lines((_F.SENT, _F.OBJECTED, _F.REVIEWING), SET_LIMIT, None, LEADERS, needs_reason=True),
        Step(OBJECT, _F.SENT, _F.OBJECTED),
        *lines((_F.OBJECTED, _F.REVIEWING, _F.FINAL), OBJECT),
        Step(OBJECT, _F.DECIDED, _F.OBJECTED),
        Step(BEGIN_REVIEW, _F.OBJECTED, _F.REVIEWING, LEADERS),
        *lines((_F.OBJECTED, _F.REVIEWING), DECIDE, _F.DECIDED, LEADERS),
        Step(CONSENT, _F.SENT, _F.FINAL, LEADERS),
        *lines((_F.SENT, _F.DECIDED), FINALISE, _F.FINAL, LEADERS),
        Step(REOPEN_FEEDBACK, _F.FINAL, _F.REVIEWING, LEADER, needs_reason=True),
    ),
)

TAKE_UP, ANSWER, TURN_AWAY, WITHDRAW = "受理", "作出复核决定", "不予受理", "撤回"
_O = ObjectionState
OBJECTIONS = Machine(
    "本件申辩",
    _O.RECEIVED,
    frozenset({_O.DECIDED, _O.REFUSED, _O.WITHDRAWN}),
    (
        Step(TAKE_UP, _O.RECEIVED, _O.REVIEWING, LEADERS),
        Step(ANSWER, _O.REVIEWING, _O.DECIDED, LEADERS, needs_reason=True),
        Step(TURN_AWAY, _O.RECEIVED, _O.REFUSED, LEADERS, needs_reason=True),
        *lines((_O.RECEIVED, _O.REVIEWING), WITHDRAW, _O.WITHDRAWN, needs_reason=True),
    ),
)

NOTIFY, REPORT, EXTEND, RETURN = "下达整改通知", "登记整改报告", "延长期限", "退回补正"
CLOSE, PASS_REVISIT, FAIL_REVISIT = "审核销号", "回头看通过", "回头看未通过"
CANCEL, ROLL = "撤销", "转入下年"
_R = RectificationState
_WITH_UNIT = (_R.NOTIFIED, _R.RETURNED, _R.REOPENED)
"""The unit has to act."""
RECTIFICATION = Machine(
    "本项整改",
    _R.OPEN,
    frozenset({_R.CLOSED, _R.REVISITED, _R.WITHDRAWN, _R.ROLLED}),
    (
        Step(NOTIFY, _R.OPEN, _R.NOTIFIED, LEADERS),
        *lines(_WITH_UNIT, REPORT, _R.REPORTED),
        Step(REPORT, _R.REPORTED, _R.REPORTED),
        *lines(_WITH_UNIT, EXTEND, None, LEADERS, needs_reason=True),
        Step(RETURN, _R.REPORTED, _R.RETURNED, LEADERS, needs_reason=True),
        Step(CLOSE, _R.REPORTED, _R.CLOSED, LEADERS),
        Step(PASS_REVISIT, _R.CLOSED, _R.REVISITED, LEADERS),
        *lines((_R.CLOSED, _R.REVISITED), FAIL_REVISIT, _R.REOPENED, LEADERS, needs_reason=True),
        *lines(
            (_R.OPEN, *_WITH_UNIT, _R.REPORTED), CANCEL, _R.WITHDRAWN, LEADERS, needs_reason=True
        ),
        *lines((_R.OPEN, *_WITH_UNIT, _R.REPORTED), ROLL, _R.ROLLED, LEADER),
    ),
)
