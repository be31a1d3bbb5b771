"""What is read from which type of document: tables of fact keys and finders."""

from reviewer.reading.extract.tables import Take, takes_of

__all__ = ["Take", "takes_of"]
