"""Prints how long the preview takes to show an edit, and a build to end: `python benchmarks/preview.py OUTLINE ROUNDS`.

A real Chromium shows one slide of the outline. Each edit changes the title of that slide and saves the file in place; it lasts
from just before the file is written to the first frame after the slide has changed on the page. Each round is three edits and
one `deckgen build` of the same outline from the shell, by the clock on the wall; its line has the median edit and the build in
milliseconds.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

DECKGEN = str(Path(sysconfig.get_path("scripts")) / "deckgen")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

SLIDE = 41
TITLE = f"（{SLIDE}）"
"""What stands in the title of that slide, and nowhere else in an outline of `outline.py`."""

EDITS = 3
"""Edits in one round."""

LONGEST = 30
"""After how many seconds an edit counts as not shown."""

AWAITED = f"""() => {{
    window.seen = new Promise((resolve, refuse) => {{
        setTimeout(() => refuse("The edit was not shown in {LONGEST} seconds."), {LONGEST} * 1000);
        const watch = new MutationObserver(() => {{
            watch.disconnect();
            requestAnimationFrame(() => resolve(Date.now()));
        }});
        watch.observe(document.querySelector("#picture"), {{ childList: true }});
    }});
}}"""


def edit(page: Page, outline: Path, text: str) -> float:
    """Save a new text and return after how many milliseconds the slide on the page is another."""
    page.evaluate(AWAITED)
    begin = time.time()
    outline.write_text(text, encoding="utf-8")
    return float(page.evaluate("window.seen")) - begin * 1000


def duration(command: Sequence[str]) -> float:
    """Return how many milliseconds a command takes."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    """Measure on an outline that may be written in, after two edits and a build that do not count; it is then as it was.

    Raises:
        SystemExit: the outline has no title to change.
    """
    outline, rounds = Path(sys.argv[1]), int(sys.argv[2])
    written = outline.read_text(encoding="utf-8")
    if written.count(TITLE) != 1:
        sys.exit(f"{outline} holds {TITLE} {written.count(TITLE)} times, not once: write it with benchmarks/outline.py")
    texts = (written.replace(TITLE, f"（{SLIDE}，第{number}稿）") for number in range(1, 2 + rounds * EDITS + 1))
    build = [DECKGEN, "build", str(outline), "-o", str(outline.with_suffix(".pptx"))]
    serve = [DECKGEN, "preview", str(outline), "--no-open"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with (
        subprocess.Popen(serve, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as server,
        sync_playwright() as playwright,
    ):
        assert server.stdout
        address = re.findall(r"http://[\w.:]+/", server.stdout.readline())[0]
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"] if root else [])
        page = opened.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}#{SLIDE}")
        page.wait_for_selector("#picture svg")
        edit(page, outline, next(texts)), edit(page, outline, next(texts)), duration(build)
        for _ in range(rounds):
            edits = [edit(page, outline, next(texts)) for _ in range(EDITS)]
            print(f"{median(edits):.0f} {duration(build):.0f}", flush=True)
        opened.close()
        server.terminate()
    outline.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
