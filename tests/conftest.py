"""What all tests share: render tests run where the tools are, and must run where DECKGEN_RENDER=1 asks for them."""

from __future__ import annotations

import os
import shutil

import pytest

TOOLS = ("soffice", "pdftoppm")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not missing or os.environ.get("DECKGEN_RENDER") == "1":
        return
    reason = f"render test: {' and '.join(missing)} not installed (.ci/run installs them)"
    for item in items:
        if item.get_closest_marker("render"):
            item.add_marker(pytest.mark.skip(reason=reason))
