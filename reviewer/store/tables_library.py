"""Tables of what the unit entered: its library, and later years of the working-day calendar."""

from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reviewer.store.tables_base import Base, Json, Key, Packed, Recorded


class LibraryRow(Recorded, Base):
    """A library as it was imported; the one with the highest number counts."""

    __tablename__ = "libraries"
    __table_args__ = (UniqueConstraint("number"),)

    id: Mapped[Key]
    number: Mapped[int]
    version: Mapped[str]
    source: Mapped[str]
    """Name of the workbook it came from."""
    body: Mapped[Any] = mapped_column(Packed)


class CalendarYearRow(Recorded, Base):
    """A year of the calendar that the unit imported over what ships."""

    __tablename__ = "calendar_years"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    days_off: Mapped[Any] = mapped_column(Json)
    working_weekends: Mapped[Any] = mapped_column(Json)
