"""Problems that the user can act on.

Every error that reaches a reviewer is a sentence and a remedy in Chinese; anything else is a
bug: logged, shown once, never swallowed.
"""


class UserError(Exception):
    """A problem the user can act on.

    `str(error)` says what happened; `remedy` says what to do now.  Both are Chinese sentences.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class UnreadableFile(UserError):
    """A file of the case cannot be opened or read; the rest of the import goes on."""


class LockedFile(UnreadableFile):
    """A file opens with a password only; the one given, if any, is wrong."""


class BadStandard(UserError):
    """A standard (评查标准) is refused; the message names the item."""


class BadData(UserError):
    """A file of rules, calendars, phrases or settings that ships or was edited is wrong."""


class StoreError(UserError):
    """The data folder or its database cannot be used."""


class NewerDatabase(StoreError):
    """The database was written by a later version of this program."""


class BadPackage(UserError):
    """A package from another desktop is damaged, not one of ours, or of a later version."""


class Refused(UserError):
    """An action that the state of the record forbids, such as changing a signed review."""


class Cancelled(Exception):
    """The user stopped the work; what was finished before stays."""
