"""Shim."""
from deckgen.style import *  # noqa
