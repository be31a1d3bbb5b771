"""The records of the program: a SQLite database and the vault of original files.

Rows never leave this package: functions take a session, flush and never commit, and give frozen
dataclasses.  `Store.session()` is the only transaction.
"""

from sqlalchemy.orm import Session

from reviewer.store.database import DATABASE, Store
from reviewer.store.records import NOBODY, Author
from reviewer.store.vault import Draft

__all__ = ["DATABASE", "NOBODY", "Author", "Draft", "Session", "Store"]
