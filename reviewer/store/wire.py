"""Rows as JSON, for packages between desktops: column by column, driven by the tables.

A column that a package does not have takes its default, so an older package can be read.  Rows
of a package keep the stamp of who made them, where and when.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Table, insert
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from reviewer.errors import BadPackage
from reviewer.store.codec import encode
from reviewer.store.tables_base import Base, Points, Utc, UuidText

_READERS: Mapping[type[Any], Any] = {
    UuidText: UUID,
    Utc: datetime.fromisoformat,
    Date: date.fromisoformat,
    Points: Decimal,
}


def to_json(row: Base, *without: str) -> dict[str, Any]:
    """Return all columns of a row as JSON data, except those named."""
    names = (column.key for column in _table(type(row)).columns)
    return {name: encode(getattr(row, name)) for name in names if name not in without}


def values(kind: type[Base], raw: Mapping[str, Any], **fixed: Any) -> dict[str, Any]:
    """Return the columns of a row from JSON data; `fixed` ones replace what it says."""
    found = {}
    for column in _table(kind).columns:
        if column.key in raw and column.key not in fixed:
            part = raw[column.key]
            reader = _READERS.get(type(column.type))
            found[column.key] = part if part is None or reader is None else reader(part)
    return found | fixed


def add_all(
    session: Session, kind: type[Base], raws: Iterable[Mapping[str, Any]], **fixed: Any
) -> None:
    """Insert rows from JSON data, in their order, with the revision they came with."""
    # Not as objects: those would begin again at revision 1.
    for raw in raws:
        session.execute(insert(_table(kind)), values(kind, raw, **fixed))


@contextmanager
def refusing_nonsense() -> Iterator[None]:
    """Refuse a package whose records are not what they should be, instead of breaking off.

    Raises:
        BadPackage: a record lacks a part, has one of a wrong type, or contradicts another.
    """
    try:
        yield
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise _nonsense() from error
    except (IntegrityError, StatementError) as error:
        if isinstance(error, IntegrityError) or error.orig is None or _is_value(error.orig):
            raise _nonsense() from error
        raise


def _is_value(error: BaseException) -> bool:
    return isinstance(error, (TypeError, ValueError, ArithmeticError, AttributeError))


def _nonsense() -> BadPackage:
    return BadPackage(
        "评查包中的记录不完整或前后不一致，没有读入任何内容。",
        "请与制作方联系，重新导出并拷贝这个评查包。",
    )


def _table(kind: type[Base]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table
