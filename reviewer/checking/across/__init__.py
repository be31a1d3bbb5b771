"""Rules across cases (跨卷): digests in, signals out."""

from reviewer.checking.across.digest import Named, make_digest
from reviewer.checking.across.rules import RULES_ACROSS
from reviewer.checking.across.signals import look_across

__all__ = ["RULES_ACROSS", "Named", "look_across", "make_digest"]
