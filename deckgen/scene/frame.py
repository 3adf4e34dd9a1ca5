"""Shim."""
from deckgen.frame import *  # noqa
