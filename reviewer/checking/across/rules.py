"""The table of rules across cases."""

from reviewer.checking.across.signals import (
    Rule,
    copied_interviews,
    corrected_only,
    fined_again,
    fined_twice,
    reused_photos,
    two_places_at_once,
    uneven_fines,
)
from reviewer.checking.across.units import (
    below_the_least,
    fines_at_the_limit,
    is_on_the_spot,
    overdue_seizures,
)

RULES_ACROSS: tuple[Rule, ...] = (
    Rule(
        "T43",
        "执法人员时段冲突",
        "同一执法人员在两份笔录中的起止时间相交而地点不同的，列为线索；同一地点合并检查的不列。",
        lambda one: bool(one.presences),
        two_places_at_once,
    ),
    Rule(
        "K17",
        "一事不二罚",
        "同一当事人或者车辆、同一违法日期、同类案由在两卷中均有罚款的，列为线索（处罚法第二十九条）。",
        lambda one: bool(one.fine and one.offence_dates and (one.parties or one.plates)),
        fined_twice,
    ),
    Rule(
        "X1",
        "屡罚未复查",
        "同一当事人或者车辆十二个月内因同类行为被罚款三次以上、各卷均无整改复查记录的，列为线索。",
        lambda one: bool(one.fine and one.decided_on and (one.parties or one.plates)),
        fined_again,
    ),
    Rule(
        "X2",
        "责令整改代替处罚",
        "有责令改正而无处罚决定、不予处罚决定的，列为线索。",
        lambda one: one.ordered or one.decided,
        corrected_only,
    ),
    Rule(
        "X3",
        "同案不同罚",
        "案由、条款、档次、年度相同的罚款五卷以上的，与中位数相差超过一点五倍四分位距或者超过中位数两倍的列为线索。",
        lambda one: bool(one.fine and one.cause and one.decided_on),
        uneven_fines,
    ),
    Rule(
        "X4",
        "集体讨论低于下限",
        "经集体讨论的案卷，罚款低于所引条款法定下限的，列为线索。",
        lambda one: one.discussed and one.fine is not None and one.least is not None,
        below_the_least,
    ),
    Rule(
        "X5",
        "超期扣押集中",
        "同一单位超期扣押三卷以上、比例在其他单位两倍以上的，列为线索。",
        lambda one: one.held_days is not None,
        overdue_seizures,
    ),
    Rule(
        "X6",
        "当场处罚恰为上限",
        "同一单位当场处罚五卷以上，半数以上罚款恰为简易程序上限的，列为线索。",
        is_on_the_spot,
        fines_at_the_limit,
    ),
    Rule(
        "R-C3-91",
        "询问笔录雷同",
        "去掉日期、数字后，两份以上询问笔录的回答九成以上相同的，列为线索。",
        lambda one: bool(one.interviews),
        copied_interviews,
    ),
    Rule(
        "R-A6-91",
        "照片重复使用",
        "两卷以上的照片相同或者几乎相同的，列为线索。",
        lambda one: bool(one.pictures),
        reused_photos,
    ),
)
