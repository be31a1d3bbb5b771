"""Pages → documents (type, page range) and facts (dates, parties, officers, amounts), with places.

The way: `kinds` and `titles` know the types, `layout` and `sheet` lay a page out, `segments` cut
the file into documents, `finders` and `extract` read facts, `understanding` does it all.
"""

from reviewer.reading.kinds import load_types
from reviewer.reading.understanding import ENGINE_VERSION, procedure, understand

__all__ = ["ENGINE_VERSION", "load_types", "procedure", "understand"]
