"""The phrase bank (短语库)."""

from reviewer import scoring
from reviewer.workspace.knowledge import Knowledge
from reviewer.workspace.views import Phrase


class Phrases:
    """Finds phrases by text, code or pinyin initials."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def search(self, query: str, item: str = "") -> tuple[Phrase, ...]:
        """Return what fits `query`; without one, the phrases of `item`."""
        about = (item,) if item else ()
        found = scoring.search_phrases(self._knowledge.phrases, query, about)
        return tuple(Phrase(one.code, one.type, one.text, one.items) for one in found)
