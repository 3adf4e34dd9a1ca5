"""The icons that decks may use: their names in two languages and their drawings, from Lucide (see NOTICE)."""

from deckgen.icons.catalogue import SIZE, Symbol, drawing, find_symbol, nearest_word, search, symbols

__all__ = ["SIZE", "Symbol", "drawing", "find_symbol", "nearest_word", "search", "symbols"]
