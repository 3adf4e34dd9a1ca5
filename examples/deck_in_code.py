"""Builds a deck without an outline file: slides are content objects, or the words an outline would use.

python examples/deck_in_code.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

import deckgen
from deckgen.layouts.kpi_row import Figure, KpiRow

VISITS = {"March": 1200, "April": 900, "May": 300}


def main(folder: Path) -> None:
    """Write the deck into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    deck = deckgen.Deck("Shop visits", lang="en-US", theme="clarity", author="Sales")
    deck.add_source("counter", publisher="Door counter", date="2024")
    deck.add("cover", title="Fewer people come in", subtitle="Visits to the shop, spring 2024", presenter="Sales")
    figures = [Figure(value=str(visits), label=month, emphasis=month == "May") for month, visits in VISITS.items()]
    deck.add(KpiRow(title="May brought a quarter of March's visits", items=figures), source="counter")
    deck.add("bullets", title="Two things changed in May", items=["The street was closed", "The bus stop moved"])
    print(deck.save(folder / "shop-visits.pptx"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build"))
