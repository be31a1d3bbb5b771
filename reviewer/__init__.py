"""A desktop program for reviewing the case files of transport law enforcement (案卷评查)."""

__version__ = "0.1.0"
