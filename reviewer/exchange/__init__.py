"""Packages between desktops: a ZIP of JSON records and originals.

Knows files and what is in them, not what the records mean: who merges them is the workspace.
"""

from reviewer.exchange.chains import Chain, Journal, Standing, compare_chains, compare_journals
from reviewer.exchange.manifest import Entry, Manifest, Named, PackageKind
from reviewer.exchange.reading import Package, is_package
from reviewer.exchange.writing import PackageWriter

__all__ = [
    "Chain",
    "Entry",
    "Journal",
    "Manifest",
    "Named",
    "Package",
    "PackageKind",
    "PackageWriter",
    "Standing",
    "compare_chains",
    "compare_journals",
    "is_package",
]
