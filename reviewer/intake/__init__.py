"""Intake: files → pages.

Finds the delivered files, reads their text layers, recognises the text of scans, and draws pages
for the window.  Import from this package, not from its modules.
"""

from reviewer.intake.folio import read_folio
from reviewer.intake.gather import Delivery, gather
from reviewer.intake.hashing import hash_file
from reviewer.intake.text import read_text

__all__ = ["Delivery", "gather", "hash_file", "read_folio", "read_text"]
