"""Draws the pictures of the example decks: a product, places and people, all of our own making.

python -m tools.draw_examples [NAME …]        # from the folder of the repository; needs numpy
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image

from tools.examples import product
from tools.examples.city import city
from tools.examples.people import person
from tools.examples.shelf import shelf
from tools.examples.warehouse import warehouse
from tools.raymarch import Scene

OUTPUT = Path(__file__).resolve().parent.parent / "assets"
LARGEST = 190_000
"""The most bytes of a picture."""


def pictures() -> dict[str, tuple[Scene, int, int]]:
    """Return every picture by name: its scene, its width and height in pixels."""
    wide = (2080, 1300)
    people = {
        "person-lin": person("E8B894", "2A2224", "bob", "3F5C6B", "D9CFC2"),
        "person-zhou": person("D9A27C", "241F22", "short", "D9694F", "CBD3D3", glasses=True),
        "person-chen": person("EFC6A4", "3A2A26", "long", "8FA189", "E3CDBD"),
        "person-amara": person("8A5A40", "1F1A1C", "curly", "E2B07A", "C9D0C4"),
        "person-he": person("E0AE88", "3B3536", "short", "3C3F47", "D8CBB8", beard=True),
        "person-su": person("F0C9A8", "4A2E26", "bun", "B65D4B", "CFD6DA"),
    }
    return {
        "lantern-hero": (product.hero(), *wide), "lantern-in-use": (product.in_use(), *wide),
        "lantern-detail": (product.detail(), 1600, 1200), "lantern-packaging": (product.packaging(), 1600, 1200),
        "lantern-variants": (product.variants(), 2080, 1170),
        **{f"lantern-{name}": (product.variant(name), 960, 960) for name in product.FABRICS},
        "shelf-before": (shelf(False), 1400, 1050), "shelf-after": (shelf(True), 1400, 1050),
        "warehouse": (warehouse(), *wide), "city-night": (city(), *wide),
        **{name: (scene, 600, 600) for name, scene in people.items()},
    }  # fmt: skip


def main() -> None:
    wanted = sys.argv[1:]
    for name, (scene, width, height) in pictures().items():
        if not wanted or name in wanted:
            (OUTPUT / f"{name}.jpg").write_bytes(encoded(scene.picture(width, height)))


def encoded(image: Image.Image) -> bytes:
    """Return a picture as a JPEG as good as its most bytes allow."""
    for quality in range(88, 40, -4):
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality, optimize=True, progressive=True)
        if stream.tell() <= LARGEST:
            break
    return stream.getvalue()


if __name__ == "__main__":
    main()
