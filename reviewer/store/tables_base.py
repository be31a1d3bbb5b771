"""Column types and the base of all tables.

SQLite has neither decimals nor time zones: points are whole hundredths, times are UTC.
"""

import json
import zlib
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, Integer, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

_NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Points(TypeDecorator[Decimal]):
    """Points to two places, kept as whole hundredths.

    SQLite keeps `Numeric` as float: 0.10 × 3 is then not 0.3 (measured).

    Raises:
        ValueError: the value is finer than a hundredth.
    """

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        hundredths = value * 100
        if hundredths != hundredths.to_integral_value():
            raise ValueError(value)
        return int(hundredths)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 100


class UuidText(TypeDecorator[UUID]):
    """A UUID in its usual writing, so that a person can look a record up by hand."""

    impl = String(36)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        return None if value is None else UUID(value)


class Utc(TypeDecorator[datetime]):
    """A time with zone, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Json(TypeDecorator[Any]):
    """A small JSON value as readable text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else compact(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Packed(TypeDecorator[Any]):
    """A large JSON value, compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else zlib.compress(compact(value).encode())

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else json.loads(zlib.decompress(value))


def compact(value: Any) -> str:
    """Return `value` as JSON without spaces, Chinese unescaped, keys in a fixed order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


Key = Annotated[UUID, mapped_column(UuidText, primary_key=True)]
Ref = Annotated[UUID, mapped_column(UuidText)]
Hash = Annotated[str, mapped_column(String(64))]
Moment = Annotated[datetime, mapped_column(Utc)]


class Base(DeclarativeBase):
    """All tables; constraints carry names, which SQLite's table rebuilds need."""

    metadata = MetaData(naming_convention=_NAMING)
    type_annotation_map = {UUID: UuidText, datetime: Utc, Decimal: Points}


class Recorded:
    """Columns of every record that a person makes.

    `revision` counts changes: SQLAlchemy raises it at each update and refuses an update of a
    row that was changed since it was read.
    """

    made_by: Mapped[UUID] = mapped_column(UuidText)
    made_on: Mapped[UUID] = mapped_column(UuidText)
    made_at: Mapped[datetime] = mapped_column(Utc)
    revision: Mapped[int] = mapped_column(Integer)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  SQLAlchemy calls it with the class
        return {"version_id_col": cls.revision}
