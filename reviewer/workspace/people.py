"""Who sits in front of the program."""

from reviewer.errors import UserError
from reviewer.model import Person
from reviewer.store import Store, desktops


class People:
    """The people known here, and the one who works now."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> Person | None:
        """Return who sits here; None before the first start was finished."""
        with self._store.snapshot() as session:
            return desktops.current_person(session)

    def register(self, name: str, unit: str) -> Person:
        """Let a person sit here from now on; the same name and unit is the same person.

        Raises:
            UserError: the name is empty.
        """
        if not name.strip():
            raise UserError("还没有填写姓名。", "请填写评查人的姓名，评查表上会印出。")
        with self._store.session() as session:
            return desktops.seat(session, name.strip(), unit.strip())

    def all(self) -> tuple[Person, ...]:
        """Return all people by name."""
        with self._store.snapshot() as session:
            return desktops.people(session)
