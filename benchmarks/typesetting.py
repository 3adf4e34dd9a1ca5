"""Prints how many paragraphs a second the typesetter breaks and fits: `python benchmarks/typesetting.py`."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from deckgen.content.run import Paragraph, Run
from deckgen.style import TextStyle
from deckgen.typesetting import Typesetter

COUNT = 5000
BODY = TextStyle((18, 17, 16), line=1.15, after=8, tight_after=4)
PARAGRAPHS = [Paragraph((Run(f"用户规模{n}万、群体年轻，TikTok渠道值得评估"),)) for n in range(COUNT)]


def rate(work: Callable[[Paragraph], object]) -> float:
    """Return how many paragraphs a second `work` handles."""
    start = perf_counter()
    for paragraph in PARAGRAPHS:
        work(paragraph)
    return COUNT / (perf_counter() - start)


def main() -> None:
    """Measure breaking into two lines, and fitting a box with all its checks."""
    typesetter = Typesetter("zh-CN")
    print(f"wrap: {rate(lambda paragraph: typesetter.wrap(paragraph.runs, 18, 300)):8,.0f} paragraphs/s")
    print(f"fit:  {rate(lambda paragraph: typesetter.fit([paragraph], [BODY], 300, 100)):8,.0f} paragraphs/s")


if __name__ == "__main__":
    main()
