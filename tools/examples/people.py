"""People, as busts."""

from __future__ import annotations

import numpy as np

from tools.raymarch import Body, Scene, box, capsule, ellipsoid, merged, moved, ring, sphere, wall, within, without


def person(
    skin: str, hair: str, cut: str, top: str, ground: str, *, glasses: bool = False, beard: bool = False
) -> Scene:
    """A bust: head, hair of one of five cuts, shoulders; seen slightly from the side."""
    head = merged(ellipsoid((0, 2.0, 0), (0.62, 0.76, 0.66)), ellipsoid((0, 1.66, 0.08), (0.47, 0.46, 0.5)), 0.22)
    nose = ellipsoid((0, 1.86, 0.65), (0.085, 0.12, 0.11))
    face = merged(merged(head, nose, 0.1), capsule((0, 1.3, -0.05), (0, 0.7, -0.08), 0.26), 0.16)
    ears = merged(
        ellipsoid((0.61, 1.86, -0.02), (0.09, 0.16, 0.12)), ellipsoid((-0.61, 1.86, -0.02), (0.09, 0.16, 0.12)), 0.01
    )
    shoulders = merged(
        ellipsoid((0, 0.12, -0.08), (1.08, 0.78, 0.55)), capsule((-0.78, 0.2, -0.08), (0.78, 0.2, -0.08), 0.42), 0.3
    )
    neckline = merged(ellipsoid((0, 0.92, 0.1), (0.3, 0.36, 0.36)), sphere((0, 0.72, 0.42), 0.18), 0.15)
    shirt = without(shoulders, neckline)
    front = box((0, 1.66, 0.86), (0.5, 0.72, 0.62), 0.3)
    cap = without(ellipsoid((0, 2.12, -0.06), (0.71, 0.78, 0.74)), front)
    if cut == "short":
        mane = without(cap, box((0, 1.1, 0), (2, 0.62, 2)))
    elif cut == "bob":
        mane = without(
            merged(cap, ellipsoid((0, 1.62, -0.2), (0.8, 0.68, 0.6)), 0.2), box((0, 1.62, 0.98), (0.5, 0.78, 0.75), 0.3)
        )
    elif cut == "bun":
        mane = merged(without(cap, box((0, 1.0, 0), (2, 0.6, 2))), sphere((0, 2.92, -0.22), 0.3), 0.12)
    elif cut == "long":
        fall = merged(ellipsoid((0, 1.3, -0.3), (0.86, 1.1, 0.48)), ellipsoid((0, 1.7, -0.25), (0.8, 0.7, 0.55)), 0.3)
        mane = without(merged(cap, fall, 0.25), box((0, 1.2, 1.08), (0.5, 1.2, 0.78), 0.3))
    else:  # curly
        tufts = [
            sphere((0.62 * np.cos(a), 2.28 + 0.42 * np.sin(a * 1.0), -0.12 + 0.3 * np.cos(2.3 * a)), 0.3)
            for a in np.linspace(0.1, 3.04, 8)
        ]
        mane = without(cap, box((0, 1.0, 0), (2, 0.7, 2)))
        for tuft in tufts:
            mane = merged(mane, tuft, 0.1)
        mane = without(mane, box((0, 1.66, 0.9), (0.48, 0.7, 0.58), 0.3))
    if cut in ("bob", "long"):  # hair falls behind the neck, not across it
        mane = without(mane, box((0, 1.0, 0.55), (0.3, 0.62, 0.62), 0.15))
    dark = "2B2326"
    smile = within(ring((0, 1.66, 0.0), 0.19, 0.028), box((0, 1.44, 0.6), (0.16, 0.12, 0.8)))
    features = [
        *(Body(ellipsoid((x, 1.98, 0.6), (0.06, 0.075, 0.05)), dark, 0.6) for x in (-0.23, 0.23)),
        *(Body(capsule((x - 0.09, 2.17, 0.6 - 0.02), (x + 0.09, 2.18, 0.6), 0.026), hair) for x in (-0.24, 0.24)),
        Body(moved(smile, (0, 0.0, 0.57)), "8C3F3A", 0.1),
    ]
    if glasses:
        features += [Body(ring((x, 1.97, 0.69), 0.19, 0.022), dark, 0.5) for x in (-0.24, 0.24)]
        features += [Body(capsule((-0.06, 2.0, 0.7), (0.06, 2.0, 0.7), 0.02), dark, 0.5)]
        features += [Body(capsule((s * 0.42, 1.99, 0.68), (s * 0.64, 1.98, 0.0), 0.02), dark, 0.5) for s in (-1, 1)]
    if beard:
        jaw = without(ellipsoid((0, 1.6, 0.06), (0.53, 0.44, 0.56)), box((0, 2.2, 0.3), (1, 0.52, 1), 0.2))
        features += [Body(without(jaw, ellipsoid((0, 1.52, 0.62), (0.2, 0.11, 0.3))), hair)]
    bodies = [Body(face, skin, 0.08), Body(ears, skin, 0.05), Body(mane, hair, 0.16), Body(shirt, top, 0.02), *features]
    return Scene(
        [*(Body(moved(body.distance, (0, 0, 0), 16), body.paint, body.gloss) for body in bodies), Body(wall(-7.0), ground)],
        eye=(0, 1.8, 7.4), target=(0, 1.6, 0), lens=0.228, sky=("F3ECE2", "E4DACD"), sun=(-0.65, 0.6, 0.8),
        sun_strength=1.55, ambient=0.72, bloom=0, shade=4,
    )  # fmt: skip
