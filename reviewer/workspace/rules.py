"""The rules (核查规则) as the window lists them: what each does, how it fared, and its switch.

A rule that is switched off is not run in the window; `reviewer check` runs all.
"""

from collections.abc import Iterable
from threading import Lock
from typing import Protocol
from uuid import UUID

from reviewer.errors import UserError
from reviewer.model import FACT_KEYS, RuleInfo
from reviewer.progress import Progress
from reviewer.store import Store, cases, desktops, rule_records
from reviewer.store.rule_records import Switched
from reviewer.workspace.fact_fields import label_of_key
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.rule_views import RuleRow, RulesView, TrackRecord, own_rate, total
from reviewer.workspace.track_record import TrackRecords


class RuleSwitches:
    """Which rules are switched off in this data folder."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._known: dict[str, Switched] | None = None

    def all(self) -> dict[str, Switched]:
        """Return every switch that was ever turned."""
        with self._lock:
            if self._known is None:
                with self._store.snapshot() as session:
                    self._known = rule_records.switches(session)
            return dict(self._known)

    def off(self) -> frozenset[str]:
        """Return the codes of the rules that are off."""
        return frozenset(code for code, one in self.all().items() if one.off)

    def turn(self, code: str, *, off: bool) -> None:
        """Turn a rule off or on; keeps who did it and when."""
        if (code in self.off()) is off:
            return
        with self._store.session() as session:
            rule_records.switch(session, code, off=off, by=desktops.author(session))
        with self._lock:
            self._known = None

    def running(self, rules: Iterable[RuleInfo]) -> tuple[RuleInfo, ...]:
        """Return the rules that are on."""
        off = self.off()
        return tuple(rule for rule in rules if rule.code not in off)


class Refreshing(Protocol):
    """Who reads and checks cases again."""

    def refresh_all(self, case_ids: Iterable[UUID]) -> None:
        """Check cases again if anything changed."""
        ...


class Rules:
    """What a person can see and do about rules."""

    def __init__(
        self,
        store: Store,
        knowledge: Knowledge,
        switches: RuleSwitches,
        records: TrackRecords,
        readings: Refreshing,
    ) -> None:
        self._store = store
        self._knowledge = knowledge
        self._readings = readings
        self._switches = switches
        self._records = records

    def view(self) -> RulesView:
        """Return all rules in the order of the program, those switched off among them."""
        records, turned = self._records.all(), self._switches.all()
        made_up = self._knowledge.made_up
        rows = []
        for rule in self._knowledge.rules:
            last = turned.get(rule.code)
            rows.append(
                RuleRow(
                    rule,
                    self._reads(rule),
                    records.get(rule.code, TrackRecord()),
                    bool(last and last.off),
                    last.person if last else "",
                    last.at if last else None,
                    made_up.of_rule(rule.code),
                )
            )
        own = own_rate(total(records.values()))
        return RulesView(tuple(rows), own, made_up.of_all())

    def switch(self, code: str, *, off: bool) -> None:
        """Turn a rule off or on.

        Raises:
            UserError: there is no such rule.
        """
        if code not in self._knowledge.rules_by_code:
            raise UserError(f"没有规则 {code}。", "请从列表中选择。")
        self._switches.turn(code, off=off)

    def recheck(self, progress: Progress) -> int:
        """Check every case again, so that lists count by the rules that are on.

        Returns how many there were.

        Raises:
            Cancelled: the user stopped it; the others are checked when they are opened.
        """
        with self._store.snapshot() as session:
            ids = tuple(cases.case_ids(session))
        for done, case_id in enumerate(ids):
            progress.report(done, len(ids), "正在重新核查")
            self._readings.refresh_all((case_id,))
        return len(ids)

    def _reads(self, rule: RuleInfo) -> str:
        names = self._knowledge.type_names
        words = [label_of_key(name) if name in FACT_KEYS else names.get(name, name)
                 for name in rule.reads]  # fmt: skip
        return "、".join(dict.fromkeys(words))
