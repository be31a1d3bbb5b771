"""State machines: which action leads from which state to which, who may do it, and why not.

A machine is a table.  Taking a step gives the new state and a `Transition` to append to the
history; a step that the table, the role or a guard forbids raises `Refused`, and its remedy names
what is allowed now.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar
from uuid import UUID

from reviewer.errors import Refused
from reviewer.model.campaigns import Campaign
from reviewer.model.feedback import Transition


class Role(StrEnum):
    """Who may take a step."""

    REVIEWER = "评查人"
    GROUP = "评查组组长"
    LEADER = "评查活动负责人"


ANYBODY = frozenset(Role)
LEADERS = frozenset({Role.GROUP, Role.LEADER})
LEADER = frozenset({Role.LEADER})


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes a step, and when."""

    person: UUID
    name: str
    roles: frozenset[Role]
    at: datetime


def roles_of(campaign: Campaign, person: UUID) -> frozenset[Role]:
    """Return what a person may act as in a campaign.

    A campaign without a named leader is led by whoever works on it: nothing may depend on a
    person who does not exist.  The same holds for group leaders.
    """
    mine = [member for member in campaign.members if member.person == person]
    roles = {Role.REVIEWER} if mine else set()
    if not any(member.leads_campaign for member in campaign.members):
        return frozenset(Role)
    if any(member.leads_campaign for member in mine):
        return frozenset(Role)
    if any(member.leads_group for member in mine):
        roles.add(Role.GROUP)
    return frozenset(roles)


S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """One line of a machine's table."""

    action: str
    """Chinese, as buttons and the history name it."""
    before: S
    after: S
    roles: frozenset[Role] = ANYBODY
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Machine(Generic[S]):
    """The steps of one kind of record."""

    what: str
    """Chinese name of the record, for sentences."""
    start: S
    ends: frozenset[S]
    """States in which nothing more has to be done."""
    steps: tuple[Step[S], ...]

    def allowed(self, state: S, roles: frozenset[Role] = ANYBODY) -> tuple[Step[S], ...]:
        """Return the steps that the table gives to `roles` in `state`."""
        return tuple(one for one in self.steps if one.before == state and one.roles & roles)

    def step(self, state: S, action: str) -> Step[S]:
        """Return the step of `action`.

        Raises:
            Refused: there is none in `state`.
        """
        for one in self.steps:
            if one.before == state and one.action == action:
                return one
        raise Refused(f"{self.what}现为“{state}”，不能{action}。", self._now(state))

    def take(self, state: S, action: str, by: Actor, note: str = "") -> tuple[S, Transition]:
        """Return the state after `action`, and the step for the history.

        Raises:
            Refused: not in this state, not by this person, or a reason is needed.
        """
        step = self.step(state, action)
        if not step.roles & by.roles:
            who = "、".join(role for role in Role if role in step.roles)
            raise Refused(f"{action}由{who}办理。", f"请由{who}登录后办理。")
        if step.needs_reason and not note.strip():
            raise Refused(f"{action}需要写明理由。", f"请填写理由后再{action}。")
        told = Transition(by.at, by.person, by.name, action, state, step.after, note.strip())
        return step.after, told

    def way_out(self, state: S) -> tuple[Step[S], ...] | None:
        """Return the shortest way to an end state; None when there is none."""
        ways: dict[S, tuple[Step[S], ...]] = {state: ()}
        waiting = deque([state])
        while waiting:
            here = waiting.popleft()
            if here in self.ends:
                return ways[here]
            for one in self.allowed(here):
                if one.after not in ways:
                    ways[one.after] = (*ways[here], one)
                    waiting.append(one.after)
        return None

    def _now(self, state: S) -> str:
        actions = dict.fromkeys(one.action for one in self.allowed(state))
        if not actions:
            return "此后没有需要办理的事项。"
        return f"现在可以：{'、'.join(actions)}。"


def lines(
    befores: Iterable[S],
    action: str,
    after: S | None = None,
    roles: frozenset[Role] = ANYBODY,
    *,
    needs_reason: bool = False,
) -> Iterator[Step[S]]:
    """Return one action for several states; without `after` the state stays."""
    for before in befores:
        yield Step(action, before, before if after is None else after, roles, needs_reason)
