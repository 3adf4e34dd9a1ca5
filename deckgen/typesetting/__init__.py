"""Runs to lines to fitted text: metrics, breaking, faults, fit, balance."""

from deckgen.typesetting.fit import Fit
from deckgen.typesetting.typesetter import Typesetter, Wrapped

__all__ = ["Fit", "Typesetter", "Wrapped"]
