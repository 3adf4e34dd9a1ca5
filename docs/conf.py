"""The site: pages written by hand, and those of layouts and problems, written from their files each time it is built."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.application import Sphinx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

project = "deckgen"
copyright = "2026 deckgen contributors"
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["README.md"]
html_theme = "furo"
html_title = "deckgen"
html_copy_source = False
html_show_sourcelink = False


def setup(app: Sphinx) -> None:
    """Write the pages that come from the code before anything is read."""
    from docs.pages import write_pages

    app.connect("builder-inited", lambda _: write_pages(HERE / "generated"))
