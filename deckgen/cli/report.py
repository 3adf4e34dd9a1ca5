"""What a build says when it is done: one line per slide, then the totals."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from deckgen.cli.outline import where_explained
from deckgen.compiler import Compiled
from deckgen.outline.places import slide_path
from deckgen.problems.report import to_text
from deckgen.scene.items import Scene, TableBox
from deckgen.scene.settle import text_boxes


def report(compiled: Compiled, target: Path, size: int, seconds: float) -> str:
    """Return the report: per slide its layout, the size steps taken and its warnings; then the warnings and totals."""
    zh = compiled.lang.startswith("zh")
    warned = Counter(slide_path(problem.path) for problem in compiled.problems)
    lines = [_line(number, scene, warned[scene.path], zh) for number, scene in enumerate(compiled.scenes, 1)]
    if compiled.problems:
        told = to_text(compiled.problems, compiled.lines, compiled.lang)
        lines += ["", told.rstrip("\n"), where_explained(compiled), ""]
    count, kilobytes = len(compiled.scenes), round(size / 1024)
    lines.append(
        f"{target}：{count} 张幻灯片，{kilobytes} KB，{seconds:.2f} 秒" if zh
        else f"{target}: {count} slides, {kilobytes} KB, {seconds:.2f} s"
    )  # fmt: skip
    return "\n".join(lines)


def _line(number: int, scene: Scene, warnings: int, zh: bool) -> str:
    steps = max(
        [box.step for box in text_boxes(scene.items)]
        + [item.step for item in scene.items if isinstance(item, TableBox)],
        default=0,
    )
    notes = []
    if steps:
        notes.append(f"缩小 {steps} 级" if zh else f"{steps} size step{'s' if steps > 1 else ''} smaller")
    if warnings:
        notes.append(f"{warnings} 个警告" if zh else f"{warnings} warning{'s' if warnings > 1 else ''}")
    tail = f"  ({'，'.join(notes) if zh else ', '.join(notes)})" if notes else ""
    return f"{number:3}  {scene.layout:18} {scene.title}{tail}"
