"""What the program knows beyond any case: types, rules, laws, calendar, standards, phrases.

Loaded when first asked for and then kept; nothing here changes while the program runs.
"""

import hashlib
from functools import cached_property

from reviewer import __version__, checking, reading, scoring
from reviewer.intake import OcrEngine
from reviewer.model import Calendar, DocumentType, LawBook, RuleInfo, Standard
from reviewer.resources import resource
from reviewer.workspace.made_up import Engine, MadeUpFigures

_CHECKED_BY = ("rules", "penalties", "laws", "calendars", "document-types")


class Knowledge:
    """The data that ships with the program, as values."""

    @cached_property
    def types(self) -> tuple[DocumentType, ...]:
        """Return all document types."""
        return reading.load_types()

    @cached_property
    def type_names(self) -> dict[str, str]:
        """Return the standard name of every document type by DT code."""
        return {kind.code: kind.name for kind in self.types}

    @cached_property
    def rules(self) -> tuple[RuleInfo, ...]:
        """Return all rules."""
        return checking.load_rules()

    @cached_property
    def rules_by_code(self) -> dict[str, RuleInfo]:
        """Return the rules by code."""
        return {rule.code: rule for rule in self.rules}

    @cached_property
    def made_up(self) -> MadeUpFigures:
        """Return how the rules fared on made-up case files, as it ships with the program."""
        engine = Engine(
            checking.engine_version(reading.ENGINE_VERSION),
            checking.knowledge_version(self.rules),
            OcrEngine.ENGINE,
        )
        return MadeUpFigures(checking.load_figures(), engine)

    @cached_property
    def law(self) -> LawBook:
        """Return the statute texts."""
        return checking.load_laws()

    @cached_property
    def calendar(self) -> Calendar:
        """Return the working-day calendar."""
        return checking.load_calendar()

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """Return the standards that ship with the program."""
        return scoring.load_standards()

    @cached_property
    def phrases(self) -> tuple[scoring.PhraseEntry, ...]:
        """Return the phrase bank."""
        return scoring.load_phrases()

    @cached_property
    def version(self) -> str:
        """Return what names program, reading engine and all data a check rests on."""
        digest = hashlib.sha256(
            f"{__version__} {reading.ENGINE_VERSION} {checking.ENGINE_VERSION}".encode()
        )
        for name in _CHECKED_BY:
            for path in sorted(resource(name).rglob("*")):
                if path.is_file():
                    digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()[:16]
