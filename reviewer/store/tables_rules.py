"""The table of switches: which rules (核查规则) a person turned off or on, and when."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reviewer.store.tables_base import Base, Key, Recorded


class RuleSwitchRow(Recorded, Base):
    """One turn of one rule's switch; the last of a rule counts, all are kept."""

    __tablename__ = "rule_switches"
    __table_args__ = (UniqueConstraint("number"),)

    id: Mapped[Key]
    number: Mapped[int]
    rule: Mapped[str] = mapped_column(index=True)
    off: Mapped[bool]
