"""Which seeds are for writing rules and which for the figures that are published.

Whoever mends a rule looks at the cases of the writing seeds as often as needed.  The cases of the
reporting seeds are looked at by nobody before the figures are written down: their figures say
something only as long as no rule was bent towards them.
"""

import os

from reviewer.errors import UserError

WRITING_SEEDS = range(1_000_000)
"""For tests, for writing rules, for the demonstration and the benchmarks."""
REPORTING_SEEDS = range(7_000_000, 8_000_000)
"""For the figures in the README and in the window only."""
DEFAULT_SEED = 50_000
"""The first seed of `reviewer prove`, a writing one."""


def usable(seed: int) -> int:
    """Return `seed` when cases may be drawn from it here.

    Raises:
        UserError: no such seed, or a reporting seed inside a test.
    """
    if seed in REPORTING_SEEDS and "PYTEST_CURRENT_TEST" in os.environ:
        raise UserError("这个种子只用于公布测量结果。", "测试请使用小于 1000000 的种子。")
    if seed not in WRITING_SEEDS and seed not in REPORTING_SEEDS:
        raise UserError(f"种子 {seed} 不在可用范围内。", "请使用小于 1000000 的种子。")
    return seed
