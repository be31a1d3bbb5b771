"""Faults in who took part."""

from reviewer.proof.faults.base import Fault, areas

_TITLES = {"DT06": "现场笔录", "DT07": "询问笔录"}


def _lone(code: str) -> Fault:
    return Fault(
        name=f"K01.{code}",
        rule="K01",
        change=lambda plan: plan.with_(lone_officer=frozenset({code})),
        what=lambda story: f"{_TITLES[code]}只有1名执法人员{story.officers[0].name}。",
        proofs=lambda story: ((code, story.officers[0].name),),
        also=("V02",),
        areas=areas(f"M-{code}"),
    )


FAULTS: tuple[Fault, ...] = tuple(_lone(code) for code in _TITLES)
